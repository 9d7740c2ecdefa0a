/**
 * What an officer has typed and not sent, on this device only: by account and case, for three days at the most, and no longer than they are
 * signed in. It may quote a reporter.
 */

const PREFIX = "sigap-draft/";
const LONGEST = 3 * 24 * 60 * 60 * 1000;

interface Kept<T> {
  at: number;
  what: T;
}

/** Undefined if there is nothing, or nothing that can be read. */
export function kept<T>(place: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(PREFIX + place) ?? "null") as Kept<T> | null)?.what;
  } catch {
    return undefined;
  }
}

export function keep<T>(place: string, what: T | undefined): void {
  try {
    if (what === undefined) {
      localStorage.removeItem(PREFIX + place);
    } else {
      localStorage.setItem(PREFIX + place, JSON.stringify({ at: Date.now(), what }));
    }
  } catch {
    // then it lives as long as the page
  }
}

/** Forgets all that stands below a place: of a case, or with nothing given of everybody. */
export function forget(below = ""): void {
  each((key) => key.startsWith(PREFIX + below) && localStorage.removeItem(key));
}

export function forgetOld(): void {
  each((key) => {
    const at = key.startsWith(PREFIX) ? age(key) : 0;
    if (at > LONGEST) {
      localStorage.removeItem(key);
    }
  });
}

function age(key: string): number {
  try {
    return Date.now() - JSON.parse(localStorage.getItem(key)!).at;
  } catch {
    return Infinity;
  }
}

function each(what: (key: string) => void): void {
  try {
    Object.keys(localStorage).forEach(what);
  } catch {
    // no storage, nothing kept
  }
}
