import "./report.css";
import { localTimes } from "../design/times";
import { forgetDraft, keepDraft, offerDraft } from "./draft";
import { formatNumbers } from "./number";
import { proveWork } from "./proof";
import { receiptTools } from "./receipt";
import { sendOnceOnline } from "./sending";
import { readNumber } from "./suspect";

const form = document.querySelector<HTMLFormElement>("form#report");
/** The question for the receipt, after too many wrong ones. */
const entering = document.querySelector<HTMLFormElement>("form#enter");
if (form) {
  if ("draft" in form.dataset) {
    keepDraft(form);
  }
  formatNumbers(form);
  readNumber(form);
  sendOnceOnline(form, proveWork(form));
} else if (entering) {
  openOnceProven(entering);
} else if (document.querySelector("#receipt-code")) {
  forgetDraft();
  receiptTools();
} else {
  offerDraft();
}
localTimes();

/** Whoever is asked for work has typed their code already. */
async function openOnceProven(question: HTMLFormElement): Promise<void> {
  await proveWork(question);
  if (question.querySelector<HTMLInputElement>("[name=proof]")?.value) {
    question.requestSubmit(question.querySelector<HTMLButtonElement>("button[name=open]"));
  }
}
