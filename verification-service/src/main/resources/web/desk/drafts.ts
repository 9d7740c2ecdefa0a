import { DRAFT, forget, forgetEverything, forgetOld, keep, kept, places } from "./kept";

/** Values by the name of their field, of one form. */
type Form = Record<string, string[]>;
type Draft = Record<string, Form>;
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Of the cookie in which the server says which form has arrived. */
const SENT = "desk_sent";
const ALL = "all";

/** Keeps what is typed into a case's forms until it has arrived, and brings it back. */
export function drafts(): void {
  forgetOld();
  document.querySelector("form[action='/desk/logout']")?.addEventListener("submit", forgetEverything);
  const desk = document.querySelector<HTMLElement>("[data-drafts]");
  forgetSent(desk?.dataset.drafts);
  if (!desk) {
    return;
  }
  const place = DRAFT + desk.dataset.drafts!;
  if (desk.dataset.open === undefined) {
    forget(place);
    return;
  }
  if (restore(desk, kept<Draft>(place) ?? {})) {
    tell(place);
  }
  desk.addEventListener("input", () => keep(place, written(desk)));
  desk.addEventListener("change", () => keep(place, written(desk)));
}

/** What the server says has arrived: one form of a case, or with its decision all of it. Any account's draft of it is done with. */
function forgetSent(here?: string): void {
  const sent = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${SENT}=`));
  if (!sent) {
    return;
  }
  document.cookie = `${SENT}=; path=/desk; max-age=0`;
  const [report, form] = sent.slice(SENT.length + 1).split(".");
  const account = here?.split("/")[0] ?? accountOf(report);
  if (!account) {
    return;
  }
  const place = `${DRAFT}${account}/${report}`;
  if (form === ALL) {
    forget(place);
    return;
  }
  const draft = kept<Draft>(place);
  if (draft) {
    delete draft[form];
    keep(place, Object.keys(draft).length > 0 ? draft : undefined);
  }
}

/** Where the next page names nobody: whose draft of that case is kept here. */
function accountOf(report: string): string | undefined {
  return places(DRAFT).map((place) => place.split("/")).find((parts) => parts[2] === report)?.[1];
}

function tell(place: string): void {
  const notice = document.querySelector<HTMLElement>("#restored")!;
  notice.hidden = false;
  notice.querySelector("button")!.addEventListener("click", () => {
    forget(place);
    location.reload();
  });
}

function fields(desk: HTMLElement): Field[] {
  return [...desk.querySelectorAll<Field>("form[id] :is(input:not([type=hidden]), textarea, select)[name]")];
}

function choice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);
}

function changed(field: Field): boolean {
  if (choice(field)) {
    return field.checked !== field.defaultChecked;
  }
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex !== firstChosen(field);
  }
  return field.value !== field.defaultValue;
}

/** Where no option is marked the first is chosen. */
function firstChosen(field: HTMLSelectElement): number {
  return Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
}

/** Of each form in which something was changed, all that stands in it. */
function written(desk: HTMLElement): Draft | undefined {
  const draft: Draft = {};
  const all = fields(desk);
  for (const form of new Set(all.filter(changed).map((field) => field.form!))) {
    const values: Form = {};
    for (const field of all.filter((candidate) => candidate.form === form)) {
      values[field.name] ??= [];
      if (!choice(field) || field.checked) {
        values[field.name].push(field.value);
      }
    }
    draft[form.id] = values;
  }
  return Object.keys(draft).length > 0 ? draft : undefined;
}

/** @returns whether anything is now other than the server drew it */
function restore(desk: HTMLElement, draft: Draft): boolean {
  let restored = false;
  for (const field of fields(desk)) {
    const values = draft[field.form!.id]?.[field.name];
    if (!values) {
      continue;
    }
    if (choice(field)) {
      field.checked = values.includes(field.value);
    } else if (values.length > 0) {
      field.value = values[0];
    }
    restored ||= changed(field);
  }
  return restored;
}
