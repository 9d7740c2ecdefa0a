import type { Challenge } from "../proof/index";

/**
 * Proof of work while somebody reads the form once more. Ends when the form carries the proof, or can't: then the server takes it as one of the few
 * without.
 */
export async function proveWork(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("[name=proof]");
  if (field) {
    field.value = (await proof(field.dataset.worker!)) ?? "";
  }
}

/** A proof as the server takes it, or nothing where none can be made. */
export async function proof(program: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) {
    return undefined;
  }
  try {
    const answer = await fetch("/api/v1/proof-of-work", { signal: AbortSignal.timeout(10_000) });
    const challenge: Challenge = await answer.json();
    const number = await solved(challenge, program);
    return number === undefined ? undefined : btoa(JSON.stringify({ ...challenge, number }));
  } catch {
    return undefined;
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
