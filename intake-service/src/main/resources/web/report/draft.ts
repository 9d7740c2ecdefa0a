/** What was typed, kept on this device until the report is sent; offered again to who comes back. */

const PLACE = "sigap-draft";
const KEPT_DAYS = 7;

interface Draft {
  at: number;
  step: string;
  fields: Record<string, string>;
}

export function keepDraft(form: HTMLFormElement): void {
  if (isUntouched(form)) {
    offerDraft();
  }
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

/** Whoever is in the middle of the form has a newer draft before them. */
function isUntouched(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>(".field input")].every(
    (input) => !input.value || input.type === "radio",
  );
}

/** What this device has kept is newer than what the server was sent of it. */
export function offerDraft(): void {
  const box = document.querySelector<HTMLElement>("#draft");
  const draft = kept();
  if (!box || !draft) {
    return;
  }
  box.hidden = false;
  box.querySelector("[data-do=resume]")!.addEventListener("click", (event) => {
    event.preventDefault();
    resume(draft);
  });
  box.querySelector("[data-do=forget]")!.addEventListener("click", () => {
    forgetDraft();
    box.hidden = true;
    document.querySelector<HTMLInputElement>(".field input")?.focus();
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
function resume(draft: Draft): void {
  const fields = { ...draft.fields, from: "YOU", to: draft.step };
  const form = document.createElement("form");
  Object.assign(form, { action: "/report", method: "post", hidden: true });
  form.append(
    ...Object.entries(fields).map(([name, value]) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      return input;
    }),
  );
  document.body.append(form);
  form.submit();
}

function step(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("[name=from]")!.value;
}
