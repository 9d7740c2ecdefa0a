import { isTooLong } from "../design/length";
import { moment } from "../design/times";
import { button, element, freshKey } from "./element";
import { keep, kept, WAITING } from "./kept";
import { Line, type Listener, type Said } from "../design/line";
import { due, standing, type Waiting } from "../design/waiting";

/** What waits in one case. @param number as people name the case */
export interface Queued {
  number: string;
  messages: Waiting[];
}

/** How long "is writing" stands without a new sign, and how often one is given. In milliseconds. */
const TYPING = 4_000;

/**
 * Brings the conversation that the server has drawn to life: what the reporter says appears at once, what the officer writes goes at once, or waits
 * on this device until there is a line. Without scripts, and until there was a line, it stays the form it is.
 */
export class Conversation extends HTMLElement implements Listener {
  private line?: Line;
  private list!: HTMLElement;
  private waiting: Waiting[] = [];
  private live = false;
  private seenLast = 0;
  private typingTold = 0;
  private typingTimer?: number;

  connectedCallback(): void {
    this.list = this.querySelector(".messages")!;
    if (!this.list) {
      return; // the vault told nothing
    }
    this.older();
    requestAnimationFrame(() => this.toEnd()); // with the first layout, not by one of its own
    const form = this.querySelector("form");
    this.waiting = kept<Queued>(this.place())?.messages ?? [];
    if (!this.dataset.socket || !(form || this.waiting.length > 0)) {
      return; // not theirs to write in, or it is over and nothing waits
    }
    this.list.setAttribute("aria-live", "polite");
    this.waiting.forEach((message) => this.drawWaiting(message));
    if (!form && due(this.waiting).length === 0) {
      return;
    }
    this.line = new Line(this.dataset.socket, "REPORTER", this.lastShown(), this);
    if (form) {
      this.write(form);
    }
    document.addEventListener("visibilitychange", () => this.look());
  }

  said(message: Said): void {
    if (message.clientId) {
      this.drop(message.clientId);
    }
    // before what still waits: the server's order is the order
    this.list.insertBefore(this.drawn(message), this.list.querySelector("[data-client]"));
    this.toEnd();
    if (message.author === "REPORTER") {
      this.state("typing", false);
    }
    this.look();
  }

  arrived(clientId: string): void {
    this.drop(clientId);
  }

  connected(online: boolean): void {
    this.state("offline", !online);
    if (online) {
      this.live = true;
      this.seenLast = 0;
      this.look();
      this.flush();
    }
  }

  other(there: boolean): void {
    this.state("reporter", there);
  }

  typing(): void {
    this.state("typing", true);
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.state("typing", false), TYPING);
  }

  seen(seq: number): void {
    for (const own of this.list.querySelectorAll<HTMLElement>(".ours[data-seq]")) {
      if (Number(own.dataset.seq) <= seq) {
        own.querySelector(".mark")!.textContent = this.dataset.seen!;
      }
    }
  }

  held(): void {
    due(this.waiting).forEach((message) => this.mark(message, this.dataset.later!));
  }

  released(): void {
    this.flush();
  }

  refused(clientId: string, code: string): void {
    this.hold(this.waiting.map((message) => (message.clientId === clientId ? { ...message, why: code } : message)));
    this.bubble(clientId)?.remove();
    this.waiting.filter((message) => message.clientId === clientId).forEach((message) => this.drawWaiting(message));
  }

  private write(form: HTMLFormElement): void {
    const field = form.querySelector("textarea")!;
    const key = form.querySelector<HTMLInputElement>("[name=key]")!;
    const send = (event: Event) => {
      if (!this.live) {
        return; // as without scripts
      }
      event.preventDefault();
      const text = field.value.trim();
      if (text && !isTooLong(field)) {
        const message = { clientId: key.value, text };
        this.hold([...this.waiting, message]);
        this.drawWaiting(message);
        this.toEnd();
        field.value = "";
        key.value = freshKey();
        field.dispatchEvent(new Event("input", { bubbles: true })); // no draft any more
        this.flush();
      }
      field.focus();
    };
    form.addEventListener("submit", send);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        send(event);
      }
    });
    field.addEventListener("input", () => this.tellTyping(field.value));
  }

  /** In order: one that can't go now holds up those behind it. */
  private flush(): void {
    due(this.waiting).every((message) => {
      const said = this.line!.say(message.clientId, message.text);
      if (said) {
        this.mark(message, this.dataset.sending!);
      }
      return said;
    });
  }

  private mark(message: Waiting, words: string): void {
    const mark = this.bubble(message.clientId)?.querySelector(".mark");
    if (mark) {
      mark.textContent = words;
    }
  }

  private bubble(clientId: string): HTMLElement | null {
    return this.list.querySelector(`[data-client="${CSS.escape(clientId)}"]`);
  }

  private drop(clientId: string): void {
    this.bubble(clientId)?.remove();
    this.hold(this.waiting.filter((waiting) => waiting.clientId !== clientId));
  }

  private tellTyping(text: string): void {
    if (text && Date.now() - this.typingTold > TYPING / 2) {
      this.typingTold = Date.now();
      this.line?.typing();
    }
  }

  /** What is on a screen that somebody looks at is seen. */
  private look(): void {
    const last = this.lastShown();
    if (this.live && !document.hidden && last > this.seenLast) {
      this.seenLast = last;
      this.line?.seen(last);
    }
  }

  private older(): void {
    const link = this.querySelector<HTMLAnchorElement>("[data-before]");
    link?.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const answer = await fetch(`${this.dataset.messages}?before=${link.dataset.before}`, { signal: AbortSignal.timeout(10_000) });
        const earlier: Said[] = await answer.json();
        const height = this.list.scrollHeight;
        this.list.prepend(...earlier.map((message) => this.drawn(message)));
        this.list.scrollTop += this.list.scrollHeight - height;
        link.dataset.before = String(earlier[0]?.seq ?? 1);
        link.parentElement!.hidden = link.dataset.before === "1";
      } catch {
        link.textContent = this.dataset.failed!;
      }
    });
  }

  private drawn(message: Said): HTMLElement {
    this.list.querySelector(".empty")?.remove();
    const ours = message.author === "OFFICER";
    const item = this.item(ours, message.officer ?? "", message.text);
    item.dataset.seq = String(message.seq);
    const time = element("time", "", moment(message.at, document.documentElement.lang));
    time.dateTime = message.at;
    item.append(time);
    if (ours) {
      item.append(" ", element("span", "mark", this.dataset.sent));
    }
    return item;
  }

  private drawWaiting(message: Waiting): void {
    this.list.querySelector(".empty")?.remove();
    const item = this.item(true, this.dataset.account!, message.text);
    item.dataset.client = message.clientId;
    item.append(element("span", "mark", standing(message, this.dataset)));
    if (message.why) {
      item.append(" ", button(this.dataset.drop!, "link", () => this.drop(message.clientId)));
    }
    this.list.append(item);
  }

  private item(ours: boolean, officer: string, text: string): HTMLElement {
    const item = element("li", ours ? "ours" : "theirs");
    const said = element("p", "", text);
    said.dir = "auto";
    item.append(element("span", "who", ours ? `${this.dataset.officer} ${officer}` : this.dataset.reporter), said);
    return item;
  }

  private state(what: "offline" | "reporter" | "typing", on: boolean): void {
    const place = this.querySelector<HTMLElement>(`[data-state=${what}]`);
    if (place) {
      place.hidden = !on;
    }
  }

  private lastShown(): number {
    return Math.max(0, ...Array.from(this.list.querySelectorAll<HTMLElement>("[data-seq]"), (item) => Number(item.dataset.seq)));
  }

  private toEnd(): void {
    this.list.scrollTop = this.list.scrollHeight;
  }

  private hold(waiting: Waiting[]): void {
    this.waiting = waiting;
    keep<Queued>(this.place(), waiting.length > 0 ? { number: this.dataset.number!, messages: waiting } : undefined);
  }

  private place(): string {
    return WAITING + this.dataset.case;
  }
}
