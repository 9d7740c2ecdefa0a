import { button, clock, element, freshKey } from "./element";
import { BY_SCRIPT, isOver, tellOver } from "./session";
import { Waveform } from "./waveform";

interface Note {
  note: string;
  atMillis: number;
  text: string;
  author: string;
}

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

/**
 * A recording with its waveform, its speed and the notes at its moments. Where there is no waveform the browser's own controls stay; without scripts
 * they are all there is, with the notes' form.
 */
export class Recording extends HTMLElement {
  private audio!: HTMLAudioElement;
  private notes!: HTMLElement;
  private wave?: Waveform;

  connectedCallback(): void {
    this.audio = this.querySelector("audio")!;
    this.notes = this.querySelector(".notes")!;
    this.audio.addEventListener("error", () => this.say(this.dataset.unplayable!));
    this.audio.before(this.bar());
    for (const item of this.notes.querySelectorAll("li")) {
      this.seekable(item);
    }
    this.noting();
    this.draw();
  }

  private async draw(): Promise<void> {
    try {
      const answer = await fetch(`${this.dataset.path}/peaks`, { signal: AbortSignal.timeout(40_000) });
      const { durationMillis, peaks } = await answer.json();
      if (peaks.length > 0) {
        this.wave = new Waveform(this.audio, peaks, durationMillis / 1000, this.dataset.place!);
        this.audio.before(this.wave.slider);
        this.audio.controls = false;
        this.querySelector<HTMLElement>(".play")!.hidden = false;
        this.mark();
        return;
      }
    } catch {
      // said below
    }
    this.say(this.dataset.undrawn!);
  }

  private bar(): HTMLElement {
    const bar = element("div", "bar");
    const play = button(`▶ ${this.dataset.play}`, "button second play", () => this.toggle());
    play.hidden = true;
    const show = () => (play.textContent = this.audio.paused ? `▶ ${this.dataset.play}` : `❚❚ ${this.dataset.pause}`);
    ["play", "pause", "ended"].forEach((event) => this.audio.addEventListener(event, show));
    const label = element("label", "speed", `${this.dataset.speed} `);
    const speed = element("select");
    speed.append(...SPEEDS.map((rate) => new Option(`${rate}×`, String(rate), rate === 1, rate === 1)));
    speed.addEventListener("change", () => (this.audio.playbackRate = Number(speed.value)));
    label.append(speed);
    bar.append(play, label);
    return bar;
  }

  private toggle(): void {
    if (this.audio.paused) {
      this.audio.play().catch(() => this.audio.error || this.say(this.dataset.unplayable!));
    } else {
      this.audio.pause();
    }
  }

  private noting(): void {
    const form = this.querySelector<HTMLFormElement>(".noting");
    this.notes.addEventListener("submit", (event) => {
      event.preventDefault();
      this.post(event.target as HTMLFormElement);
    });
    if (!form) {
      return;
    }
    const [at, text, key] = ["at", "note", "key"].map((name) => form.querySelector<HTMLInputElement>(`[name=${name}]`)!);
    text.addEventListener("focus", () => {
      if (!text.value) {
        at.value = clock(this.audio.currentTime);
      }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await this.post(form)) {
        text.value = "";
        key.value = freshKey();
        text.dispatchEvent(new Event("input", { bubbles: true })); // no draft any more
      }
    });
  }

  /** A form as it is, answered with all notes. */
  private async post(form: HTMLFormElement): Promise<boolean> {
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        redirect: "manual",
        headers: { ...BY_SCRIPT, Accept: "application/json", "Accept-Language": document.documentElement.lang },
        body: new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)])),
        signal: AbortSignal.timeout(10_000),
      });
      if (isOver(answer)) {
        tellOver(document);
        this.say(this.dataset.unkept!);
        return false;
      }
      const said = await answer.json();
      if (answer.ok) {
        this.notes.replaceChildren(...said.map((note: Note) => this.noted(note)));
        this.say("");
        this.mark();
      } else {
        this.say(said.errors?.[0]?.message ?? said.detail ?? this.dataset.unkept!);
      }
      return answer.ok;
    } catch {
      this.say(this.dataset.unkept!);
      return false;
    }
  }

  private noted(note: Note): HTMLElement {
    const item = element("li");
    item.dataset.at = String(note.atMillis);
    item.append(element("b", "number", clock(note.atMillis / 1000)), " ", element("bdi", "", note.text), " ", element("span", "hint", note.author));
    if (note.author === this.dataset.account) {
      const form = element("form");
      form.method = "post";
      form.action = `${this.dataset.path}/notes/${note.note}/remove`;
      const remove = element("button", "link", this.dataset.remove);
      remove.setAttribute("aria-label", `${this.dataset.remove} ${clock(note.atMillis / 1000)}`);
      form.append(remove);
      item.append(" ", form);
    }
    this.seekable(item);
    return item;
  }

  /** The moment of a note is where one can listen from. */
  private seekable(item: HTMLElement): void {
    const moment = item.querySelector("b")!;
    const seek = button(moment.textContent!, "link number", () => {
      this.audio.currentTime = Number(item.dataset.at) / 1000;
      this.wave?.show();
    });
    seek.setAttribute("aria-label", `${this.dataset.seek} ${moment.textContent}`);
    moment.replaceWith(seek);
  }

  private mark(): void {
    this.wave?.mark(Array.from(this.notes.querySelectorAll<HTMLElement>("li"), (item) => Number(item.dataset.at) / 1000));
  }

  private say(words: string): void {
    let place = this.querySelector<HTMLElement>(".said");
    if (!place) {
      place = element("p", "hint said");
      place.setAttribute("role", "status");
      this.audio.after(place);
    }
    place.textContent = words;
  }
}
