import { ask } from "./session";

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;
const TRIES = 12;

/** Shows a piece of evidence once it is ready to be shown. Whether it is, is asked of the piece alone: the case is read once more then. */
export function pending(): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-pending]")) {
    void awaited(row);
  }
}

async function awaited(row: HTMLElement): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)));
    const made = await ask(row.dataset.pending!, "HEAD");
    if (made === "over") {
      return;
    }
    if (made !== "unheard") {
      await drawAnew(row);
      return;
    }
  }
}

async function drawAnew(row: HTMLElement): Promise<void> {
  const answer = await ask(location.pathname);
  if (typeof answer === "object") {
    const page = new DOMParser().parseFromString(answer.html, "text/html");
    const ready = page.getElementById(row.id);
    if (ready) {
      row.replaceWith(document.importNode(ready, true));
    }
  }
}
