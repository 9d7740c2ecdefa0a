/** What every page owes to whoever reached it, by whatever they did. */
import { always } from "@antithesishq/bombadil";
import { extract } from "@antithesishq/bombadil/browser";

export { back, clicks, forward, inputs, reload, scroll, waitOnce } from "@antithesishq/bombadil/browser/defaults/actions";
export { noConsoleErrors, noUncaughtExceptions, noUnhandledPromiseRejections } from "@antithesishq/bombadil/browser/defaults/properties";

const status = extract((state) => {
  const [navigation] = state.window.performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.responseStatus ?? 200;
});
const headings = extract((state) => state.document.querySelectorAll("h1").length);
const waysOn = extract((state) => state.document.querySelectorAll("main a[href], main button, nav a[href]").length);
const language = extract((state) => state.document.documentElement.lang);
const title = extract((state) => state.document.title);

// 429 is no fault of the page's, and says when to come back
export const no_page_is_an_error = always(() => status.current < 400 || status.current === 429);
export const every_page_has_one_heading = always(() => headings.current === 1);
export const no_page_is_a_dead_end = always(() => waysOn.current > 0);
export const every_page_says_its_language = always(() => ["id", "en"].includes(language.current));
export const every_page_has_a_title = always(() => title.current.length > 0);
