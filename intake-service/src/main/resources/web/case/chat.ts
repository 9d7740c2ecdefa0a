import { isTooLong } from "../design/length";
import { moment } from "../design/times";
import type { Listener, Said } from "../design/line";
import { due, standing, type Waiting } from "../design/waiting";
import { LineToOfficer } from "./line";
import { openedAgain } from "./session";

/** The server's word for a conversation that takes no more messages. */
const OVER = "illegal-move";
/** How long "is writing" stands without a new sign, and how often one is given. In milliseconds. */
const TYPING = 4_000;

/**
 * Brings the conversation that the server has drawn to life: what is said appears at once, what is written goes at once, or waits on this device
 * until there is a connection. Without scripts it stays the form it is.
 */
export class Chat extends HTMLElement implements Listener {
  private line!: LineToOfficer;
  private list!: HTMLElement;
  private waiting: Waiting[] = [];
  private typingTold = 0;
  private typingTimer?: number;

  connectedCallback(): void {
    this.list = this.querySelector(".messages")!;
    this.list.setAttribute("aria-live", "polite");
    const form = this.querySelector("form");
    this.waiting = form ? this.kept() : this.kept().map((message) => ({ why: OVER, ...message }));
    this.waiting.forEach((message) => this.drawWaiting(message));
    if (!form) {
      return; // it is over
    }
    this.line = new LineToOfficer(this.dataset.socket!, this.dataset.messages!, this.lastShown(), this);
    const text = form.querySelector("textarea")!;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter as HTMLButtonElement | null;
      if (button?.name === "lang") {
        location.search = `?lang=${button.value}`; // what is being written outlives the page
      } else {
        this.write(text);
      }
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.write(text);
      }
    });
    text.value ||= this.typed() ?? "";
    text.addEventListener("input", () => {
      this.typed(text.value);
      this.tellTyping();
    });
    this.toEnd();
  }

  said(message: Said): void {
    this.list.querySelector(".empty")?.remove();
    const mine = message.author === "REPORTER";
    if (mine && message.clientId) {
      this.drop(message.clientId);
    }
    this.drawSaid(message, mine);
    if (!mine) {
      this.state("typing", false);
      this.line.seen(message.seq);
    }
  }

  arrived(clientId: string): void {
    this.drop(clientId);
  }

  connected(online: boolean): void {
    this.state("offline", !online);
    if (online) {
      this.flush();
    }
  }

  other(there: boolean): void {
    this.state("officer", there);
  }

  typing(): void {
    this.state("typing", true);
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.state("typing", false), TYPING);
  }

  ended(): Promise<void> {
    return openedAgain();
  }

  seen(seq: number): void {
    for (const own of this.list.querySelectorAll<HTMLElement>(".mine[data-seq]")) {
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
    this.keep(this.waiting.map((message) => (message.clientId === clientId ? { ...message, why: code } : message)));
    this.bubble(clientId)?.remove();
    this.waiting.filter((message) => message.clientId === clientId).forEach((message) => this.drawWaiting(message));
  }

  private write(field: HTMLTextAreaElement): void {
    const text = field.value.trim();
    if (!text || isTooLong(field)) {
      return;
    }
    const message = { clientId: crypto.randomUUID(), text };
    this.keep([...this.waiting, message]);
    this.drawWaiting(message);
    field.value = "";
    this.typed("");
    field.focus();
    this.flush();
  }

  /** In order: one that can't go now holds up those behind it. */
  private async flush(): Promise<void> {
    for (const message of due(this.waiting)) {
      if (!(await this.line.deliver(message.clientId, message.text))) {
        return;
      }
      this.mark(message, this.dataset.sending!);
    }
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
    this.keep(this.waiting.filter((waiting) => waiting.clientId !== clientId));
  }

  private tellTyping(): void {
    if (Date.now() - this.typingTold > TYPING / 2) {
      this.typingTold = Date.now();
      this.line.typing();
    }
  }

  private drawSaid(message: Said, mine: boolean): void {
    const item = this.item(mine, message.text);
    item.dataset.seq = String(message.seq);
    const time = document.createElement("time");
    time.dateTime = message.at;
    time.textContent = moment(message.at, document.documentElement.lang);
    item.append(time, " ", element("span", "mark", mine ? this.dataset.sent! : ""));
    // before what still waits: the server's order is the order
    this.list.insertBefore(item, this.list.querySelector("[data-client]"));
    this.toEnd();
  }

  private drawWaiting(message: Waiting): void {
    const item = this.item(true, message.text);
    item.dataset.client = message.clientId;
    item.append(element("span", "mark", standing(message, this.dataset)));
    if (message.why) {
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "link";
      drop.textContent = this.dataset.drop!;
      drop.addEventListener("click", () => this.drop(message.clientId));
      item.append(" ", drop);
    }
    this.list.append(item);
    this.toEnd();
  }

  private item(mine: boolean, text: string): HTMLElement {
    this.list.querySelector(".empty")?.remove();
    const item = document.createElement("li");
    item.className = mine ? "mine" : "theirs";
    const said = element("p", "", text);
    said.dir = "auto";
    item.append(element("span", "who", mine ? this.dataset.you! : this.dataset.them!), said);
    return item;
  }

  private state(what: "offline" | "officer" | "typing", on: boolean): void {
    const place = this.querySelector<HTMLElement>(`[data-state=${what}]`);
    if (place) {
      place.hidden = !on;
    }
  }

  private lastShown(): number {
    return Number(this.list.querySelector<HTMLElement>("[data-seq]:last-of-type")?.dataset.seq ?? 0);
  }

  private toEnd(): void {
    this.list.scrollTop = this.list.scrollHeight;
  }

  /** What is being written outlives the page, as long as its tab. */
  private typed(text?: string): string | null {
    const place = `sigap-typed-${this.dataset.case}`;
    try {
      if (text !== undefined) {
        sessionStorage.setItem(place, text);
      }
      return sessionStorage.getItem(place);
    } catch {
      return null;
    }
  }

  /** What waits is kept for this case, so that a closed page loses nothing. */
  private keep(waiting: Waiting[]): void {
    this.waiting = waiting;
    try {
      localStorage.setItem(this.place(), JSON.stringify(waiting));
    } catch {
      // then it lives as long as the page
    }
  }

  private kept(): Waiting[] {
    try {
      return JSON.parse(localStorage.getItem(this.place()) ?? "[]");
    } catch {
      return [];
    }
  }

  private place(): string {
    return `sigap-waiting-${this.dataset.case}`;
  }
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
