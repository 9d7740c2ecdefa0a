/** Proof of work (ALTCHA, SHA-256) in the background, while the reporter reads the answers once more. */

interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** Between two looks at whether somebody wants to scroll. */
const AT_ONCE = 500;

/** Ends when the form carries the proof, or can't: then the server takes one of the few reports without. */
export async function proveWork(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("[name=proof]");
  if (!field || !globalThis.crypto?.subtle) {
    return;
  }
  try {
    const answer = await fetch("/api/v1/proof-of-work", { signal: AbortSignal.timeout(10_000) });
    const challenge: Challenge = await answer.json();
    const number = await solve(challenge);
    if (number !== undefined) {
      field.value = btoa(JSON.stringify({ ...challenge, number }));
    }
  } catch {
    // no proof
  }
}

async function solve({ challenge, maxnumber, salt }: Challenge): Promise<number | undefined> {
  const encoder = new TextEncoder();
  for (let from = 0; from <= maxnumber; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, maxnumber - from + 1) }, (_, i) => from + i);
    const found = await Promise.all(
      numbers.map(async (number) => hex(await crypto.subtle.digest("SHA-256", encoder.encode(salt + number))) === challenge),
    );
    const at = found.indexOf(true);
    if (at >= 0) {
      return from + at;
    }
  }
  return undefined;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
