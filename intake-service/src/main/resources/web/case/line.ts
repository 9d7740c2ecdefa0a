/**
 * The line to the officer: a socket that comes back by itself, or, where sockets are blocked, questions every few seconds. What was said is
 * told in order, each message once.
 */

export interface Said {
  seq: number;
  author: "REPORTER" | "OFFICER";
  text: string;
  at: string;
  clientId?: string;
}

export interface Listener {
  said(message: Said): void;
  connected(online: boolean): void;
  officer(there: boolean): void;
  typing(): void;
  seen(seq: number): void;
  /** The browser's session is over: nothing goes on before the case is open again. */
  ended(): Promise<void>;
  /** The message can't be sent as it is; the code says why. */
  refused(clientId: string, code: string): void;
}

const LONGEST_PAUSE = 15_000;
const POLL = 3_000;
/** Sockets that never opened, one after the other, after which it asks instead. */
const BLOCKED = 3;
/** The server's word for "not now": the same message goes again later. */
const LATER = ["too-fast", "unavailable"];
/** Its words for a browser that opens no case any more. */
const ENDED = ["session-ended", "unauthorized"];

export class Line {
  private socket?: WebSocket;
  private failures = 0;
  private opened = false;
  private timer?: number;
  private polling = false;
  private over = false;
  private shown = 0;

  /** @param last the sequence of the last message that is shown already */
  constructor(
    private readonly socketPath: string,
    private readonly messagesPath: string,
    private last: number,
    private readonly listener: Listener,
  ) {
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        this.hurry();
        this.seen(this.shown);
      }
    });
    this.connect();
  }

  /** False if there is no line: then it is to be said again once there is. */
  async say(clientId: string, text: string): Promise<boolean> {
    if (this.polling) {
      return this.post(clientId, text);
    }
    return this.send({ type: "message", text, clientId });
  }

  typing(): void {
    this.send({ type: "typing" });
  }

  /** Drawn up to there; that counts once somebody can look at it. */
  seen(seq: number): void {
    this.shown = seq;
    if (seq && !document.hidden) {
      this.send({ type: "seen", seq });
    }
  }

  private send(frame: object): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private connect(): void {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.socketPath);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", after: this.last }));
    socket.onmessage = (event) => this.heard(JSON.parse(event.data));
    socket.onclose = () => this.lost();
  }

  private heard(frame: any): void {
    switch (frame.type) {
      case "welcome":
        this.opened = true;
        this.failures = 0;
        this.listener.connected(true);
        break;
      case "message":
        this.tell(frame);
        break;
      case "presence":
        if (frame.author === "OFFICER") {
          this.listener.officer(frame.online);
        }
        break;
      case "typing":
        this.listener.typing();
        break;
      case "seen":
        this.listener.seen(frame.seq);
        break;
      case "error":
        if (ENDED.includes(frame.code)) {
          this.end();
        } else if (frame.clientId && !LATER.includes(frame.code)) {
          this.listener.refused(frame.clientId, frame.code);
        }
        break;
    }
  }

  private async end(): Promise<void> {
    if (this.over) {
      return;
    }
    this.over = true;
    await this.listener.ended();
    this.over = false;
    if (this.polling) {
      this.poll();
    } else {
      this.connect();
    }
  }

  private tell(message: Said): void {
    if (message.seq > this.last) {
      this.last = message.seq;
      this.listener.said(message);
    }
  }

  private lost(): void {
    this.failures++;
    this.listener.connected(false);
    this.listener.officer(false);
    if (this.over) {
      return;
    }
    if (!this.opened && this.failures >= BLOCKED) {
      this.polling = true;
      this.poll();
      return;
    }
    this.timer = setTimeout(() => this.connect(), Math.min(LONGEST_PAUSE, 500 * 2 ** this.failures));
  }

  private hurry(): void {
    if (!this.polling && !this.over && this.socket?.readyState === WebSocket.CLOSED) {
      this.connect();
    }
  }

  private async poll(): Promise<void> {
    try {
      const answer = await fetch(`${this.messagesPath}?after=${this.last}`, { signal: AbortSignal.timeout(10_000) });
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
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status >= 400 && answer.status < 500 && ![401, 429].includes(answer.status)) {
        this.listener.refused(clientId, (await answer.json()).type.replace(/.*:/, ""));
      }
      return answer.ok;
    } catch {
      return false;
    }
  }
}
