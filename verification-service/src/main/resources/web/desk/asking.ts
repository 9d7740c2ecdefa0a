/** Ready words go into the message, where they can be changed; what an officer wrote there is not overwritten. */
export function asking(): void {
  const template = document.querySelector<HTMLSelectElement>("#template");
  const message = document.querySelector<HTMLTextAreaElement>("#message");
  if (!template || !message) {
    return;
  }
  const ready = new Set(Array.from(template.options, (option) => option.dataset.text ?? ""));
  template.addEventListener("change", () => {
    if (ready.has(message.value.trim()) || !message.value.trim()) {
      message.value = template.selectedOptions[0]?.dataset.text ?? "";
      message.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}
