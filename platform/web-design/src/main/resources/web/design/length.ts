/**
 * Whether what is written is longer than the server takes, in characters as it counts them; then the box says so, until it is changed.
 *
 * @param field with `data-longest` and `data-too-long`
 */
export function isTooLong(field: HTMLTextAreaElement): boolean {
  if ([...field.value.trim()].length <= Number(field.dataset.longest)) {
    return false;
  }
  field.setCustomValidity(field.dataset.tooLong!);
  field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
  field.reportValidity();
  return true;
}
