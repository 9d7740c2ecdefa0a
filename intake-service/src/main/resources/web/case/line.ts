import { Line, type Listener, type Said } from "../design/line";

/** In milliseconds. */
const POLL = 3_000;
const PATIENCE = 10_000;
/** Sockets that never opened, one after the other, after which it asks instead. */
const BLOCKED = 3;

/** The line to the officer; where sockets are blocked, it asks every few seconds. */
export class LineToOfficer extends Line {
  private polling = false;

  /** @param last the place of the last message that is shown already */
  constructor(
    socketPath: string,
    private readonly messagesPath: string,
    last: number,
    listener: Listener,
  ) {
    super(socketPath, "OFFICER", last, listener);
  }

  /** By whatever way there is. False if there is none, or it is at rest: then it is to be said again once the listener is told so. */
  async deliver(clientId: string, text: string): Promise<boolean> {
    return this.polling ? !this.rests() && (await this.post(clientId, text)) : this.say(clientId, text);
  }

  protected override comeBack(): void {
    if (this.blocked >= BLOCKED) {
      this.polling = true;
      this.poll();
    } else {
      super.comeBack();
    }
  }

  protected override goOn(): void {
    if (this.polling) {
      this.poll();
    } else {
      super.goOn();
    }
  }

  protected override hurry(): void {
    if (!this.polling) {
      super.hurry();
    }
  }

  private async poll(): Promise<void> {
    try {
      const answer = await fetch(`${this.messagesPath}?after=${this.last}`, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) {
        (await answer.json()).forEach((message: Said) => this.tell(message));
        this.listener.seen(Number(answer.headers.get("Sigap-Read")));
      }
      this.listener.connected(answer.ok);
      if (answer.status === 401) {
        this.end();
        return;
      }
    } catch {
      this.listener.connected(false);
    }
    setTimeout(() => this.poll(), POLL);
  }

  private async post(clientId: string, text: string): Promise<boolean> {
    try {
      const answer = await fetch(this.messagesPath, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": clientId },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        this.taken();
      } else if ([429, 503].includes(answer.status)) {
        this.later();
      } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 401) {
        this.listener.refused(clientId, (await answer.json()).type.replace(/.*:/, ""));
      }
      return answer.ok;
    } catch {
      return false;
    }
  }
}
