/** Sends the form once there is a network and the proof of work is done; says what it waits for. */
export function sendOnceOnline(form: HTMLFormElement, proof: Promise<void>): void {
  const status = document.querySelector<HTMLElement>("#sending");
  let ready = false;
  form.addEventListener("submit", async (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    if (ready || (navigator.onLine && button?.value !== "send")) {
      return;
    }
    event.preventDefault();
    if (!navigator.onLine) {
      say(status, "offline");
      await online();
    }
    if (button?.value === "send") {
      say(status, "sending");
      await proof;
    }
    ready = true;
    setTimeout(() => form.requestSubmit(button)); // a form ignores it while it still fires this very event
  });
}

function online(): Promise<void> {
  return navigator.onLine
    ? Promise.resolve()
    : new Promise((done) => addEventListener("online", () => done(), { once: true }));
}

function say(status: HTMLElement | null, what: "offline" | "sending"): void {
  if (status) {
    status.textContent = status.dataset[what]!;
  }
}
