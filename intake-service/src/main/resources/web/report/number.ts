/** Groups the digits of a telephone number while it is typed, as people in Indonesia read them. */
export function formatNumbers(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=tel], #suspectNumber")) {
    input.addEventListener("input", (event) => {
      if (input.selectionStart === input.value.length) {
        const deleted = (event as InputEvent).inputType?.startsWith("delete");
        input.value = deleted ? input.value.replace(/-$/, "") : grouped(input.value);
      }
    });
  }
}

/**
 * 081100000042 becomes 0811-0000-0042, +6281100000042 becomes +62 811-0000-0042; what is no Indonesian mobile number stays, and so does every mark that
 * is not ours: in 0811-0000-042-43 it may stand between two numbers.
 */
export function grouped(typed: string): string {
  const digits = typed.replace(/[\s-]/g, "");
  const mobile = /^(\+628|628|08)(\d{2})(\d{0,9})$/.exec(digits);
  if (!mobile) {
    return typed;
  }
  const start = mobile[1] === "08" ? `08${mobile[2]}` : `+62 8${mobile[2]}`;
  const rest = mobile[3].match(/\d{1,4}/g) ?? [];
  const ours = [start, ...rest].join("-");
  const bare = typed === digits;
  const oneMoreDigit = typed === ours.replace(/-(?=\d$)/, "");
  return bare || oneMoreDigit ? ours : typed;
}
