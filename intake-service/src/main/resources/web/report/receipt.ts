/** Copy, save and print the receipt code. */
export function receiptTools(): void {
  const tools = document.querySelector<HTMLElement>("#receipt-tools")!;
  const code = document.querySelector<HTMLElement>("#receipt-code")!;
  tools.hidden = false;
  tools.addEventListener("click", async (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button[data-do]");
    switch (button?.dataset.do) {
      case "copy":
        await navigator.clipboard.writeText(code.textContent!);
        document.querySelector("#receipt-done")!.textContent = button.dataset.done!;
        break;
      case "save":
        save(`${code.dataset.case}.txt`, `${code.dataset.case}\n${code.textContent}\n${location.origin}/case\n`);
        break;
      case "print":
        print();
        break;
    }
  });
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
