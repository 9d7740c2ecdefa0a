import { proof } from "../report/proof";

/** The browser's session can end while somebody writes: the receipt opens it again in place, so that nothing typed or chosen is lost. */

const waiting: (() => void)[] = [];

/** Ends when the case is open again. */
export function openedAgain(): Promise<void> {
  const box = document.querySelector<HTMLElement>("#ended");
  if (box && box.hidden) {
    box.hidden = false;
    box.querySelector("input")!.focus();
  }
  return new Promise((done) => waiting.push(done));
}

export function watchSession(): void {
  const form = document.querySelector<HTMLFormElement>("#ended form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    reopen(form);
  });
}

async function reopen(form: HTMLFormElement): Promise<void> {
  const fault = form.querySelector<HTMLElement>(".fault")!;
  fault.hidden = true;
  try {
    const receipt = form.querySelector("input")!.value;
    if (await opens(form, { receipt })) {
      return;
    }
    const proof = await provenWhereAsked();
    if (proof && (await opens(form, { receipt, proof }))) {
      return;
    }
  } catch {
    // no network: they can try again
  }
  fault.textContent = form.dataset.wrong!;
  fault.hidden = false;
}

async function opens(form: HTMLFormElement, said: Record<string, string>): Promise<boolean> {
  await fetch("/case", { method: "POST", body: new URLSearchParams(said), redirect: "manual" });
  return goOn(form);
}

/** After too many wrong codes from one network the page asks everybody there for a proof of work. */
async function provenWhereAsked(): Promise<string | undefined> {
  const answer = await fetch("/case");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const field = page.querySelector<HTMLElement>("[name=proof]");
  return field ? proof(field.dataset.worker!) : undefined;
}

/** False if the receipt opened nothing. */
async function goOn(form: HTMLFormElement): Promise<boolean> {
  const answer = await fetch("/api/v1/report");
  if (!answer.ok) {
    return false;
  }
  if ((await answer.json()).report !== form.dataset.case) {
    location.reload(); // another case's receipt: then this page is the wrong one
    return true;
  }
  form.reset();
  form.parentElement!.hidden = true;
  waiting.splice(0).forEach((done) => done());
  return true;
}
