/** What came of asking the desk for something: an answer; the session or the role is gone; or nobody was there. */
export type Asked = { html: string } | "over" | "unheard";

const PATIENCE = 10_000;

/** Asks as a script, so that an ended session is a status and not a redirect to another site. */
export async function ask(path: string, method = "GET"): Promise<Asked> {
  try {
    const answer = await fetch(path, {
      method,
      redirect: "manual",
      headers: { "X-Requested-With": "JavaScript", Accept: "text/html" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) {
      return { html: await answer.text() };
    }
    return [401, 403, 499].includes(answer.status) || answer.type === "opaqueredirect" ? "over" : "unheard";
  } catch {
    return "unheard";
  }
}

/** Shows, in the page's own words, that the session is over. */
export function tellOver(within: ParentNode): void {
  within.querySelector("[data-over]")?.removeAttribute("hidden");
}
