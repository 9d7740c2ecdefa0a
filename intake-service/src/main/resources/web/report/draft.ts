/** What was typed, kept on this device until the report is sent; offered again to who comes back. */

const PLACE = "sigap-draft";
const KEPT_DAYS = 7;

interface Draft {
  at: number;
  step: string;
  fields: Record<string, string>;
}

export function keepDraft(form: HTMLFormElement): void {
  offer(form);
  form.addEventListener("input", () => save(form));
  form.addEventListener("submit", () => save(form));
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

function save(form: HTMLFormElement): void {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value && !["from", "to", "lang", "proof"].includes(name)) {
      fields[name] = value;
    }
  }
  const draft: Draft = { at: Date.now(), step: step(form), fields };
  try {
    localStorage.setItem(PLACE, JSON.stringify(draft));
  } catch {
    // full, or forbidden: then the page itself is all there is
  }
}

/** On the untouched first page only: whoever is in the middle has a newer one before them. */
function offer(form: HTMLFormElement): void {
  const box = document.querySelector<HTMLElement>("#draft");
  const draft = kept();
  const untouched = [...form.querySelectorAll<HTMLInputElement>(".field input")].every((input) => !input.value);
  if (!box || !draft || !untouched) {
    return;
  }
  box.hidden = false;
  box.querySelector("[data-do=resume]")!.addEventListener("click", () => resume(form, draft));
  box.querySelector("[data-do=forget]")!.addEventListener("click", () => {
    forgetDraft();
    box.hidden = true;
    form.querySelector<HTMLInputElement>(".field input")?.focus();
  });
}

function kept(): Draft | undefined {
  try {
    const draft: Draft = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return draft && Date.now() - draft.at < KEPT_DAYS * 86_400_000 ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** To the page they had reached, or the first before it that isn't in order: the server decides. */
function resume(form: HTMLFormElement, draft: Draft): void {
  const fields = { ...draft.fields, from: "YOU", to: draft.step };
  form.replaceChildren(
    ...Object.entries(fields).map(([name, value]) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      return input;
    }),
  );
  form.submit();
}

function step(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("[name=from]")!.value;
}
