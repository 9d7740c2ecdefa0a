import { ask, tellOver } from "./session";

/** Says that this case's page is open, while it is looked at, and shows who else has it open. */
export class Presence extends HTMLElement {
  private timer?: number;
  private last = "";

  connectedCallback(): void {
    this.last = this.lookers().innerHTML.trim();
    document.addEventListener("visibilitychange", () => (document.hidden ? this.leave() : this.stay()));
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", (event) => event.persisted && this.stay());
    if (!document.hidden) {
      this.timer = setTimeout(() => this.stay()); // the page comes first
    }
  }

  private async stay(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stay(), Number(this.dataset.seconds) * 1_000);
    const asked = await ask(this.dataset.path!, "POST");
    if (asked === "over") {
      clearTimeout(this.timer);
      tellOver(this);
    } else if (asked !== "unheard") {
      this.show(asked.html.trim());
    }
  }

  private leave(): void {
    clearTimeout(this.timer);
    navigator.sendBeacon(`${this.dataset.path!}/left`);
  }

  /** Only what is new is put in its place: it is read out. */
  private show(html: string): void {
    if (html !== this.last) {
      this.last = html;
      this.lookers().replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    }
  }

  private lookers(): HTMLElement {
    return this.querySelector("[data-lookers]")!;
  }
}
