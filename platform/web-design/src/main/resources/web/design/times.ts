/** Shows every moment in the reader's own time zone; the server could only say it in the capital's. */
export function localTimes(root: ParentNode = document): void {
  const language = document.documentElement.lang;
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime]")) {
    time.textContent = moment(time.dateTime, language);
  }
}

/** Dear to make: a page has one for each language it shows. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/** A moment as people of that language write it, with the zone's name. */
export function moment(iso: string, language: string): string {
  formats[language] ??= new Intl.DateTimeFormat(language, {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  });
  return formats[language].format(new Date(iso));
}
