/** Hands in evidence, each file as it is: begins as soon as one is chosen, shows how far it is, plays a recording back, says in words what is wrong. */
import { Sending } from "./sending";

/** Around the form that does without scripts. */
export class Upload extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input")!;
    this.querySelector("button")!.remove();
    input.multiple = true;
    const list = document.createElement("ul");
    list.className = "evidence";
    list.setAttribute("aria-live", "polite");
    this.append(list);
    const takeChosen = () => {
      for (const file of input.files ?? []) {
        this.take(file, list);
      }
      input.value = "";
    };
    input.addEventListener("change", takeChosen);
    takeChosen(); // before the scripts had come
  }

  private async take(file: File, list: HTMLElement): Promise<void> {
    const item = document.createElement("li");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const state = document.createElement("span");
    item.append(`${file.name} `, bar, " ", state);
    if (file.type.startsWith("audio/")) {
      const player = document.createElement("audio");
      player.controls = true;
      player.src = URL.createObjectURL(file);
      item.append(player);
    }
    list.append(item);
    try {
      const path = `${this.dataset.path}/uploads`;
      const taken = await new Sending(path, file, this.place(file), {
        progress: (done) => (bar.value = done),
        waiting: (on) => (state.textContent = on ? this.dataset.waiting! : ""),
      }).toTheEnd();
      this.parentElement!.querySelector(".evidence > .empty")?.remove();
      state.textContent = taken.state === "CLEAN" ? this.dataset.taken! : this.dataset.checking!;
    } catch (problem) {
      state.className = "fault";
      state.textContent = problem instanceof Error && problem.message ? problem.message : this.dataset.failed!;
    }
    bar.remove();
  }

  /** The same file chosen again goes on where it was cut. */
  private place(file: File): string {
    return `sigap-upload ${this.dataset.path} ${file.name} ${file.size} ${file.lastModified}`;
  }
}
