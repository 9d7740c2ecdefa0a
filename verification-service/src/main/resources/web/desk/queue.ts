import { ask, tellOver } from "./session";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** What an update did to the rows. */
interface Change {
  new: number;
  gone: number;
  changed: number;
}

/**
 * Keeps the queue as it is on the server: a stream says that there is a newer one, and its rows, drawn by the server, take the place of those
 * that are another. A row that stays is the same element, so that neither focus nor scroll is lost.
 */
export class Queue extends HTMLElement {
  private stream?: EventSource;
  private failures = 0;

  connectedCallback(): void {
    this.listen();
    // a frozen page has lost its stream without a word
    document.addEventListener("visibilitychange", () => document.hidden || this.stream || this.again());
    // an open stream doesn't notice that its network has gone
    addEventListener("offline", () => this.lose());
    addEventListener("online", () => this.again());
  }

  disconnectedCallback(): void {
    this.stream?.close();
  }

  private listen(): void {
    this.close();
    const stream = new EventSource(this.dataset.changes!);
    this.stream = stream;
    stream.onopen = () => {
      this.failures = 0;
      this.standing("live");
    };
    stream.addEventListener("queue", (event) => event.data !== this.version() && this.update(event.data));
    // whether one may go on listening is asked with each stream
    stream.addEventListener("end", () => this.again());
    stream.onerror = () => this.lose();
  }

  private lose(): void {
    this.standing("lost");
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++);
    this.close();
    setTimeout(() => this.again(), pause);
  }

  private async again(): Promise<void> {
    this.close();
    if (await this.update("")) {
      this.listen();
    }
  }

  private close(): void {
    this.stream?.close();
    this.stream = undefined;
  }

  /** @returns whether the session goes on */
  private async update(version: string): Promise<boolean> {
    const asked = await ask(`${this.dataset.board!}?version=${encodeURIComponent(version)}`);
    if (asked === "over") {
      this.close();
      this.standing();
      tellOver(this);
      return false;
    }
    if (asked !== "unheard") {
      this.show(new DOMParser().parseFromString(asked.html, "text/html").querySelector(".board")!);
    }
    return true;
  }

  private show(fresh: HTMLElement): void {
    const change: Change = { new: 0, gone: 0, changed: 0 };
    const focused = document.activeElement;
    const place = focused?.getBoundingClientRect().top ?? 0;
    for (const rows of fresh.querySelectorAll<HTMLElement>("[data-rows]")) {
      const name = rows.dataset.rows!;
      settle(this.querySelector(`[data-rows=${name}]`)!, rows, name === "open" ? change : undefined);
      hideAs(this.querySelector(`[data-rows=${name}]`)!, rows, ".scroll");
      hideAs(this.querySelector(`[data-rows=${name}]`)!, rows, "section");
    }
    for (const part of fresh.querySelectorAll<HTMLElement>("[data-part]")) {
      const mine = this.querySelector(`[data-part=${part.dataset.part}]`)!;
      if (mine.innerHTML !== part.innerHTML) {
        mine.replaceChildren(...part.childNodes);
      }
    }
    if (focused instanceof HTMLElement && this.contains(focused)) {
      if (focused !== document.activeElement) {
        focused.focus({ preventScroll: true }); // its row was moved
      }
      // what comes above it doesn't push it away
      scrollBy({ top: focused.getBoundingClientRect().top - place, behavior: "instant" });
    }
    this.querySelector<HTMLElement>(".board")!.dataset.version = fresh.dataset.version;
    this.announce(change);
  }

  /** In a sentence, not the table; that everything is a minute older is no news. */
  private announce(change: Change): void {
    if (change.new + change.gone + change.changed > 0) {
      this.querySelector("[data-announcement]")!.textContent = this.dataset
        .updated!.replace("%new", String(change.new))
        .replace("%gone", String(change.gone))
        .replace("%changed", String(change.changed));
    }
  }

  private standing(which?: "live" | "lost"): void {
    for (const said of this.querySelectorAll<HTMLElement>("[data-standing]")) {
      said.hidden = said.dataset.standing !== which;
    }
  }

  private version(): string {
    return this.querySelector<HTMLElement>(".board")!.dataset.version!;
  }
}

/** Makes the rows as the fresh ones are, and keeps every element that need not change. */
function settle(rows: HTMLElement, fresh: HTMLElement, change?: Change): void {
  const before = new Map([...rows.children].map((row) => [(row as HTMLElement).dataset.case!, row]));
  let place: Element | null = rows.firstElementChild;
  for (const wanted of [...fresh.children]) {
    const key = (wanted as HTMLElement).dataset.case!;
    const row = before.get(key);
    before.delete(key);
    if (row && renew(row, wanted) && change) {
      change.changed++;
    } else if (!row && change) {
      change.new++;
    }
    if (row !== undefined && row === place) {
      place = place.nextElementSibling;
    } else {
      rows.insertBefore(row ?? wanted, place);
    }
  }
  for (const row of before.values()) {
    row.remove();
    if (change) {
      change.gone++;
    }
  }
}

/** @returns whether more than the ages changed */
function renew(row: Element, wanted: Element): boolean {
  let news = false;
  [...wanted.children].forEach((cell, index) => {
    const mine = row.children[index];
    if (mine.innerHTML !== cell.innerHTML) {
      mine.replaceChildren(...cell.childNodes);
      news ||= !(cell as HTMLElement).hasAttribute("data-ages");
    }
  });
  return news;
}

function hideAs(mine: Element, fresh: Element, around: string): void {
  mine.closest<HTMLElement>(around)!.hidden = fresh.closest<HTMLElement>(around)!.hidden;
}
