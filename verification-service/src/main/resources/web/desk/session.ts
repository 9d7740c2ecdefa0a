/** What came of asking the desk for something: an answer; the session or the role is gone; or nobody was there. */
export type Asked = { html: string } | "over" | "unheard";

const PATIENCE = 10_000;

/** Said by a script: then an ended session is a status and no redirect to another site, and what goes wrong is told in a page's words. */
export const BY_SCRIPT = { "X-Requested-With": "JavaScript" };

/** Asks as a script. */
export async function ask(path: string, method = "GET"): Promise<Asked> {
  try {
    const answer = await fetch(path, {
      method,
      redirect: "manual",
      headers: { ...BY_SCRIPT, Accept: "text/html" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) {
      return { html: await answer.text() };
    }
    return isOver(answer) || answer.status === 403 ? "over" : "unheard";
  } catch {
    return "unheard";
  }
}

/** Whether it was answered that the session is gone. */
export function isOver(answer: Response): boolean {
  return [401, 499].includes(answer.status) || answer.type === "opaqueredirect";
}

/** Shows, in the page's own words, that the session is over. */
export function tellOver(within: ParentNode): void {
  within.querySelector("[data-over]")?.removeAttribute("hidden");
}
