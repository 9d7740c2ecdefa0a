import { clock, element } from "./element";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 100;
/** In seconds. */
const STEP = 5;
const LEAP = 30;

/** How loud a recording is, drawn; by keys and pointer it is the slider that says where one listens. */
export class Waveform {
  readonly slider = element("div", "waveform");
  private readonly played = shape("rect", "played");
  private readonly marks = shape("g", "marks");
  private readonly time = element("span", "number");

  constructor(private readonly audio: HTMLAudioElement, private readonly peaks: number[], private readonly seconds: number, label: string) {
    const { slider } = this;
    slider.tabIndex = 0;
    slider.setAttribute("role", "slider");
    slider.setAttribute("aria-label", label);
    slider.setAttribute("aria-valuemin", "0");
    slider.setAttribute("aria-valuemax", String(Math.round(seconds)));
    slider.append(this.drawing(), this.time);
    slider.addEventListener("keydown", (event) => this.key(event));
    slider.addEventListener("pointerdown", (event) => {
      slider.setPointerCapture(event.pointerId);
      this.point(event);
    });
    slider.addEventListener("pointermove", (event) => slider.hasPointerCapture(event.pointerId) && this.point(event));
    ["timeupdate", "seeked"].forEach((moment) => audio.addEventListener(moment, () => this.show()));
    this.show();
  }

  show(): void {
    const now = Math.min(this.audio.currentTime, this.seconds);
    this.played.setAttribute("width", String((now / this.seconds) * this.peaks.length));
    this.time.textContent = `${clock(now)} / ${clock(this.seconds)}`;
    this.slider.setAttribute("aria-valuenow", String(Math.round(now)));
    this.slider.setAttribute("aria-valuetext", this.time.textContent);
  }

  /** Where something was noted, in seconds. */
  mark(moments: number[]): void {
    this.marks.replaceChildren(...moments.map((moment) => {
      const mark = shape("rect", "mark");
      mark.setAttribute("x", String((moment / this.seconds) * this.peaks.length));
      mark.setAttribute("width", String(Math.max(1, this.peaks.length / 200)));
      mark.setAttribute("height", String(HEIGHT));
      return mark;
    }));
  }

  /** Loud or quiet, the loudest moment fills it. */
  private drawing(): SVGElement {
    const { peaks } = this;
    const loudest = Math.max(1, ...peaks);
    const svg = shape("svg");
    svg.setAttribute("viewBox", `0 0 ${peaks.length} ${HEIGHT}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    this.played.setAttribute("height", String(HEIGHT));
    const sound = shape("path", "sound");
    sound.setAttribute("d", peaks.map((peak, at) => {
      const half = Math.max(1, (peak / loudest) * (HEIGHT / 2 - 2));
      return `M${at + 0.5} ${(HEIGHT / 2 - half).toFixed(1)}v${(2 * half).toFixed(1)}`;
    }).join(""));
    svg.append(this.played, sound, this.marks);
    return svg;
  }

  private key(event: KeyboardEvent): void {
    const to: Record<string, number> = {
      ArrowRight: this.audio.currentTime + STEP,
      ArrowUp: this.audio.currentTime + STEP,
      ArrowLeft: this.audio.currentTime - STEP,
      ArrowDown: this.audio.currentTime - STEP,
      PageUp: this.audio.currentTime + LEAP,
      PageDown: this.audio.currentTime - LEAP,
      Home: 0,
      End: this.seconds,
    };
    if (event.key in to) {
      event.preventDefault();
      this.seek(to[event.key]);
    }
  }

  private point(event: PointerEvent): void {
    const box = this.slider.getBoundingClientRect();
    this.seek(((event.clientX - box.left) / box.width) * this.seconds);
  }

  private seek(seconds: number): void {
    this.audio.currentTime = Math.min(this.seconds, Math.max(0, seconds));
    this.show();
  }
}

function shape(name: string, className = ""): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  made.setAttribute("class", className);
  return made;
}
