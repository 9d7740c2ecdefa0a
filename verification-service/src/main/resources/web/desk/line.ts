/** The line to the reporter: a socket that comes back by itself and says what it has seen, so that nothing is lost and nothing told twice. */

export interface Said {
  seq: number;
  author: "REPORTER" | "OFFICER";
  officer?: string;
  text: string;
  at: string;
  clientId?: string;
}

export interface Listener {
  said(message: Said): void;
  connected(online: boolean): void;
  reporter(there: boolean): void;
  typing(): void;
  seen(seq: number): void;
  /** The message can't be sent as it is. */
  refused(clientId: string): void;
}

/** In milliseconds. */
const LONGEST_PAUSE = 15_000;
/** The server's words for "not now": the same message goes again later. */
const LATER = ["too-fast", "unavailable"];

export class Line {
  private socket?: WebSocket;
  private failures = 0;
  private welcomed = false;
  private timer?: number;

  /** @param last the place of the last message that is shown already */
  constructor(private readonly path: string, private last: number, private readonly listener: Listener) {
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    this.connect();
  }

  /** False if there is no line: then it is to be said again once there is. */
  say(clientId: string, text: string): boolean {
    return this.send({ type: "message", text, clientId });
  }

  typing(): void {
    this.send({ type: "typing" });
  }

  seen(seq: number): void {
    this.send({ type: "seen", seq });
  }

  private send(frame: object): boolean {
    if (!this.welcomed || this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private connect(): void {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.path);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", after: this.last }));
    socket.onmessage = (event) => this.heard(JSON.parse(event.data));
    socket.onclose = () => this.lost();
  }

  private heard(frame: any): void {
    switch (frame.type) {
      case "welcome":
        this.welcomed = true;
        this.failures = 0;
        this.listener.connected(true);
        break;
      case "message":
        if (frame.seq > this.last) {
          this.last = frame.seq;
          this.listener.said(frame);
        }
        break;
      case "presence":
        if (frame.author === "REPORTER") {
          this.listener.reporter(frame.online);
        }
        break;
      case "typing":
        if (frame.author === "REPORTER") {
          this.listener.typing();
        }
        break;
      case "seen":
        if (frame.author === "REPORTER") {
          this.listener.seen(frame.seq);
        }
        break;
      case "error":
        if (frame.clientId && !LATER.includes(frame.code)) {
          this.listener.refused(frame.clientId);
        }
        break;
    }
  }

  private lost(): void {
    this.welcomed = false;
    this.failures++;
    this.listener.connected(false);
    this.listener.reporter(false);
    this.timer = setTimeout(() => this.connect(), Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(this.failures, 8)));
  }

  private hurry(): void {
    if (this.socket?.readyState === WebSocket.CLOSED) {
      this.connect();
    }
  }
}
