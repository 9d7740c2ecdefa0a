import { due } from "../design/waiting";
import type { Queued } from "./chat";
import { element } from "./element";
import { kept, places, WAITING } from "./kept";

/** Says in which cases a message of this officer still waits: it goes out from the case's own page, and they may have gone on to another. */
export function unsent(): void {
  const note = document.querySelector<HTMLElement>("#unsent");
  if (!note) {
    return;
  }
  draw(note);
  addEventListener("storage", () => draw(note)); // another tab's has gone out
}

function draw(note: HTMLElement): void {
  const elsewhere = places(`${WAITING}${note.dataset.account}/`).filter(
    (place) => place !== shownHere() && due(kept<Queued>(place)?.messages ?? []).length > 0,
  );
  note.hidden = elsewhere.length === 0;
  note.querySelector("span")!.replaceChildren(...elsewhere.flatMap((place) => [link(place), " "]));
}

/** The place of the conversation that this page shows. */
function shownHere(): string | undefined {
  const conversation = document.querySelector(".messages")?.closest<HTMLElement>("sigap-conversation");
  return conversation ? WAITING + conversation.dataset.case : undefined;
}

function link(place: string): HTMLElement {
  const made = element("a", "", kept<Queued>(place)?.number);
  made.href = `/desk/cases/${place.split("/")[2]}#chat`;
  return made;
}
