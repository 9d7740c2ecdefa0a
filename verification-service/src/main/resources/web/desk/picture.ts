import { button, element } from "./element";

/** So much larger with each step, at the most and at the least. */
const STEP = 1.4;
const LARGEST = 12;
const NUDGE = 60;

/** Opens pictures in a viewer on the page. Without scripts the link opens the picture itself. */
export function pictures(): void {
  const list = document.querySelector<HTMLElement>("#pictures");
  list?.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.picture");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      new Viewer(list, link).open();
    }
  });
}

/** One picture, enlarged, turned and moved about by buttons, keys, wheel and pointer. */
class Viewer {
  private readonly dialog = element("dialog", "viewer");
  private readonly stage = element("div", "stage");
  private readonly picture = element("img");
  private scale = 1;
  private turned = 0;
  private x = 0;
  private y = 0;

  constructor(private readonly words: HTMLElement, private readonly link: HTMLAnchorElement) {
    const { dialog, keys } = words.dataset;
    this.dialog.setAttribute("aria-label", dialog!);
    this.picture.src = link.href;
    this.picture.alt = link.querySelector("img")!.alt;
    this.picture.draggable = false;
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-label", keys!);
    this.stage.append(this.picture);
    this.dialog.append(this.bar(), this.stage);
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => {
      this.dialog.remove();
      this.link.focus();
    });
    this.stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    }, { passive: false });
    this.stage.addEventListener("pointerdown", (event) => this.stage.setPointerCapture(event.pointerId));
    this.stage.addEventListener("pointermove", (event) => {
      if (this.stage.hasPointerCapture(event.pointerId)) {
        this.move(event.movementX, event.movementY);
      }
    });
  }

  open(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.stage.focus();
  }

  private bar(): HTMLElement {
    const bar = element("div", "bar");
    const words = this.words.dataset;
    bar.append(
      button(`+ ${words.in}`, "button second", () => this.zoom(STEP)),
      button(`− ${words.out}`, "button second", () => this.zoom(1 / STEP)),
      button(`↻ ${words.turn}`, "button second", () => this.turn()),
      button(words.fit!, "button second", () => this.fit()),
      button(`✕ ${words.close}`, "button", () => this.dialog.close()),
    );
    return bar;
  }

  private key(event: KeyboardEvent): void {
    const does: Record<string, () => void> = {
      "+": () => this.zoom(STEP),
      "=": () => this.zoom(STEP),
      "-": () => this.zoom(1 / STEP),
      r: () => this.turn(),
      "0": () => this.fit(),
      ArrowLeft: () => this.move(NUDGE, 0),
      ArrowRight: () => this.move(-NUDGE, 0),
      ArrowUp: () => this.move(0, NUDGE),
      ArrowDown: () => this.move(0, -NUDGE),
    };
    const deed = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (deed && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation(); // not the page's own keys
      deed();
    }
  }

  private zoom(by: number): void {
    const before = this.scale;
    this.scale = Math.min(LARGEST, Math.max(1, this.scale * by));
    this.x *= this.scale / before;
    this.y *= this.scale / before;
    this.draw();
  }

  private turn(): void {
    this.turned += 90;
    this.draw();
  }

  private fit(): void {
    Object.assign(this, { scale: 1, turned: 0, x: 0, y: 0 });
    this.draw();
  }

  /** No further than half of it stays in sight. */
  private move(byX: number, byY: number): void {
    const roomX = (this.stage.clientWidth * this.scale) / 2;
    const roomY = (this.stage.clientHeight * this.scale) / 2;
    this.x = Math.min(roomX, Math.max(-roomX, this.x + byX));
    this.y = Math.min(roomY, Math.max(-roomY, this.y + byY));
    this.draw();
  }

  /** On its side a picture must fit the other way round. */
  private draw(): void {
    const side = this.turned % 180 === 0 ? 1 : this.sideways();
    this.picture.style.transform = `translate(${this.x}px, ${this.y}px) rotate(${this.turned}deg) scale(${this.scale * side})`;
  }

  private sideways(): number {
    const { offsetWidth: width, offsetHeight: height } = this.picture;
    return width && height ? Math.min(1, this.stage.clientWidth / height, this.stage.clientHeight / width) : 1;
  }
}
