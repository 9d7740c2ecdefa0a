import type { Challenge } from "../proof/index";

/**
 * Proof of work while the reporter reads the answers once more. Ends when the form carries the proof, or can't: then the server takes one of the
 * few reports without.
 */
export async function proveWork(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("[name=proof]");
  if (!field || !globalThis.crypto?.subtle) {
    return;
  }
  try {
    const answer = await fetch("/api/v1/proof-of-work", { signal: AbortSignal.timeout(10_000) });
    const challenge: Challenge = await answer.json();
    const number = await solved(challenge, field.dataset.worker!);
    if (number !== undefined) {
      field.value = btoa(JSON.stringify({ ...challenge, number }));
    }
  } catch {
    // no proof
  }
}

function solved(challenge: Challenge, program: string): Promise<number | undefined> {
  const worker = new Worker(program, { type: "module" });
  return new Promise<number | undefined>((done, failed) => {
    worker.addEventListener("message", ({ data }) => done(data));
    worker.addEventListener("error", failed);
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
