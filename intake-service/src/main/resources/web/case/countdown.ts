/** How long the operator still has, kept true while the page stands open. By the server's clock: a phone's own may be wrong. */

const EVERY = 10_000;
const MINUTE = 60_000;

export class Countdown extends HTMLElement {
  private timer?: number;

  connectedCallback(): void {
    const ahead = Date.now() - Date.parse(this.dataset.now!);
    this.timer = setInterval(() => this.tell(Date.parse(this.dataset.due!) - Date.now() + ahead), EVERY);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private tell(left: number): void {
    const passed = left <= 0;
    const minutes = passed ? Math.floor(-left / MINUTE) : Math.ceil(left / MINUTE);
    const hours = Math.floor(minutes / 60);
    const words = passed ? this.dataset.passed! : hours ? this.dataset.hours! : this.dataset.minutes!;
    const text = words.replace("%h", String(hours)).replace("%m", String(minutes % 60));
    if (text !== this.textContent) {
      this.textContent = text;
    }
  }
}
