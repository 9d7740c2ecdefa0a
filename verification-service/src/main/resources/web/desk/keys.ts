const PLACE = "sigap-keys";
/** How long the first of two keys is remembered, in milliseconds. */
const SEQUENCE = 1_500;

/**
 * The desk by keyboard. What each key does stands in the dialog that the server drew; a key whose thing is not on this page is not listed. Never
 * while somebody types, and not at all if they switched it off.
 */
export class Keys extends HTMLElement {
  private dialog!: HTMLDialogElement;
  private first = "";
  private firstAt = 0;

  connectedCallback(): void {
    this.hidden = false;
    this.dialog = this.querySelector("dialog")!;
    const active = this.querySelector<HTMLInputElement>("[data-switch]")!;
    active.checked = this.on();
    active.addEventListener("change", () => this.remember(active.checked));
    this.querySelector("[data-open]")!.addEventListener("click", () => this.open());
    document.addEventListener("keydown", (event) => this.pressed(event));
    this.tellPage();
  }

  private pressed(event: KeyboardEvent): void {
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
    if (modified || this.dialog.open || !this.on() || types(event.target)) {
      return;
    }
    const both = Date.now() - this.firstAt < SEQUENCE ? `${this.first} ${event.key}` : "";
    const entry = this.entry(both) ?? this.entry(event.key);
    this.first = entry ? "" : event.key;
    this.firstAt = Date.now();
    if (entry) {
      event.preventDefault();
      this.carryOut(entry);
    }
  }

  private carryOut(entry: HTMLElement): void {
    if (entry.dataset.key === "?") {
      this.open();
      return;
    }
    const targets = found(entry.dataset.for!);
    switch (entry.dataset.does) {
      case "press":
        targets[0].click();
        break;
      case "focus":
        bringTo(targets[0]);
        break;
      case "open":
        chosen(targets)?.click();
        break;
      case "down":
        step(targets, 1);
        break;
      case "up":
        step(targets, -1);
        break;
    }
  }

  private open(): void {
    for (const entry of this.querySelectorAll<HTMLElement>("[data-key]")) {
      entry.hidden = !this.here(entry);
    }
    this.dialog.showModal();
  }

  private entry(key: string): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>("[data-key]")].find(
      (entry) => entry.dataset.key === key && this.here(entry),
    );
  }

  private here(entry: HTMLElement): boolean {
    return entry.dataset.for === undefined || found(entry.dataset.for).length > 0;
  }

  /** Screen readers tell the key with the thing. */
  private tellPage(): void {
    for (const entry of this.querySelectorAll<HTMLElement>("[data-does=press], [data-does=focus]")) {
      const key = entry.dataset.key!;
      if (this.on() && !key.includes(" ")) {
        found(entry.dataset.for!)[0]?.setAttribute("aria-keyshortcuts", key);
      } else {
        found(entry.dataset.for!)[0]?.removeAttribute("aria-keyshortcuts");
      }
    }
  }

  private on(): boolean {
    try {
      return localStorage.getItem(PLACE) !== "off";
    } catch {
      return true;
    }
  }

  private remember(on: boolean): void {
    try {
      on ? localStorage.removeItem(PLACE) : localStorage.setItem(PLACE, "off");
    } catch {
      // a browser that keeps nothing keeps no choice
    }
    this.tellPage();
  }
}

/** A letter typed there is a letter. */
function types(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest("input, textarea, select, [contenteditable]") : null;
  return field !== null && !(field instanceof HTMLInputElement && ["radio", "checkbox", "button", "submit"].includes(field.type));
}

function found(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.offsetParent !== null);
}

function bringTo(target: HTMLElement): void {
  target.scrollIntoView({ block: "nearest" });
  const field = target.matches("input, textarea, select, button")
    ? target
    : target.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button");
  field?.focus();
}

function chosen(links: HTMLElement[]): HTMLElement | undefined {
  return links.find((link) => link === document.activeElement);
}

function step(links: HTMLElement[], by: number): void {
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
  links[next].focus();
}
