/** Proof of work (ALTCHA, SHA-256), in a thread of its own: the page stays as quick as it was, on a slow phone too. */

export interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

const AT_ONCE = 500;

addEventListener("message", async ({ data }: MessageEvent<Challenge>) => postMessage(await solve(data)));

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
