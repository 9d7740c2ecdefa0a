/** Hands in evidence: begins as soon as a file is chosen, shows how far it is, plays a recording back, says in words what is wrong. */

/** A photo that is larger is made smaller before it travels: the text on a screenshot stays readable. */
const LARGEST_SIDE = 2560;
const LARGE = 3 * 1024 * 1024;
const ATTEMPTS = 5;

export class Upload extends HTMLElement {
  connectedCallback(): void {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "evidence-file", accept: this.dataset.accept });
    const label = document.createElement("label");
    label.htmlFor = input.id;
    label.textContent = this.dataset.label!;
    const list = document.createElement("ul");
    list.className = "evidence";
    list.setAttribute("aria-live", "polite");
    input.addEventListener("change", () => {
      for (const file of input.files ?? []) {
        this.take(file, list);
      }
      input.value = "";
    });
    const field = document.createElement("div");
    field.className = "field";
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = this.dataset.hint!;
    field.append(label, hint, input);
    this.replaceChildren(field, list);
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
      const said = await this.send(await smaller(file), file.name, (done) => (bar.value = done));
      state.textContent = said;
    } catch (problem) {
      state.className = "fault";
      state.textContent = problem instanceof Error && problem.message ? problem.message : this.dataset.failed!;
    }
    bar.remove();
  }

  /** The same bytes again are the same evidence, so a lost connection is tried again. */
  private async send(body: Blob, name: string, progress: (done: number) => void): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const answer = await post(this.dataset.path!, body, name, progress);
      if (answer.status === 201) {
        return answer.body.state === "CLEAN" ? this.dataset.taken! : this.dataset.checking!;
      }
      if (answer.status >= 400 && answer.status < 500) {
        throw new Error(answer.body.detail ?? "");
      }
      if (attempt === ATTEMPTS) {
        throw new Error();
      }
      await new Promise((again) => setTimeout(again, 1_000 * 2 ** attempt));
    }
  }
}

interface Answer {
  /** 0 if there was none. */
  status: number;
  body: { state?: string; detail?: string };
}

/** XMLHttpRequest, because fetch can't tell how far an upload is. */
function post(path: string, body: Blob, name: string, progress: (done: number) => void): Promise<Answer> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", body.type || "application/octet-stream");
    request.setRequestHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onloadend = () => done({ status: request.status, body: request.response ?? {} });
    request.send(body);
  });
}

async function smaller(file: File): Promise<Blob> {
  if (file.size < LARGE || !["image/jpeg", "image/png", "image/webp"].includes(file.type)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, file.type, 0.85));
    return made && made.size < file.size ? made : file;
  } catch {
    return file; // the server says whether it can be read
  }
}
