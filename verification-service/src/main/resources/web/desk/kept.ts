/**
 * What an officer has typed, on this device only: by account and case, for three days at the most, and no longer than they are signed in. It
 * may quote a reporter. Two kinds, in places of their own: a decision is done with the drafts of its case, and never with a message that still
 * has to go out.
 */

/** Before the place of what is typed into a form. */
export const DRAFT = "sigap-draft/";
/** Before the place of messages that were sent off and are not known to have arrived. */
export const WAITING = "sigap-waiting/";

const KINDS = [DRAFT, WAITING];
const LONGEST = 3 * 24 * 60 * 60 * 1000;

interface Kept<T> {
  at: number;
  what: T;
}

/** Undefined if there is nothing, or nothing that can be read. */
export function kept<T>(place: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? "null") as Kept<T> | null)?.what;
  } catch {
    return undefined;
  }
}

export function keep<T>(place: string, what: T | undefined): void {
  try {
    if (what === undefined) {
      localStorage.removeItem(place);
    } else {
      localStorage.setItem(place, JSON.stringify({ at: Date.now(), what }));
    }
  } catch {
    // then it lives as long as the page
  }
}

/** Forgets all that stands below a place. */
export function forget(below: string): void {
  places(below).forEach((place) => localStorage.removeItem(place));
}

export function forgetEverything(): void {
  KINDS.forEach(forget);
}

/** What is kept below a place. */
export function places(below: string): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(below));
  } catch {
    return []; // no storage, nothing kept
  }
}

export function forgetOld(): void {
  KINDS.flatMap(places)
    .filter((place) => age(place) > LONGEST)
    .forEach((place) => localStorage.removeItem(place));
}

function age(key: string): number {
  try {
    return Date.now() - JSON.parse(localStorage.getItem(key)!).at;
  } catch {
    return Infinity;
  }
}
