/** Says how the number is read while it is typed: as people write it, whose brand it is, what can't be done about it. */

/** Without a key pressed, in milliseconds: who listens to the page is not told of every digit. */
const PAUSE = 500;
const SHORTEST = 3;

export function readNumber(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("#suspect");
  const field = form.querySelector<HTMLInputElement>("#suspectNumber");
  if (!place || !field) {
    return;
  }
  let timer: number;
  let asked = field.value;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = field.value;
      if (typed === asked) {
        return;
      }
      asked = typed;
      const line = typed.length < SHORTEST ? "" : await read(place.dataset.path!, typed);
      if (field.value === typed && line !== undefined) {
        place.innerHTML = line;
      }
    }, PAUSE);
  });
}

/** As the server draws it; undefined if it can't say now. */
async function read(path: string, suspectNumber: string): Promise<string | undefined> {
  try {
    const body = new URLSearchParams({ suspectNumber });
    const answer = await fetch(path, { method: "POST", body, signal: AbortSignal.timeout(10_000) });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
