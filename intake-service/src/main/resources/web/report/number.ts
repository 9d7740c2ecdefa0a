/** Groups the digits of a telephone number while it is typed, as people in Indonesia read them. */
export function formatNumbers(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=tel]")) {
    input.addEventListener("input", () => {
      if (input.selectionStart === input.value.length) {
        input.value = grouped(input.value);
      }
    });
  }
}

/** 081112345678 becomes 0811-1234-5678, +6281112345678 becomes +62 811-1234-5678; what is no Indonesian mobile number stays. */
export function grouped(typed: string): string {
  const digits = typed.replace(/[\s-]/g, "");
  const mobile = /^(\+628|628|08)(\d{2})(\d{0,9})$/.exec(digits);
  if (!mobile) {
    return typed;
  }
  const start = mobile[1] === "08" ? `08${mobile[2]}` : `+62 8${mobile[2]}`;
  const rest = mobile[3].match(/\d{1,4}/g) ?? [];
  return [start, ...rest].join("-");
}
