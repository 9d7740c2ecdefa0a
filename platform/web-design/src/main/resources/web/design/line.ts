/**
 * A line to whoever sits at the other end of a case's conversation: a socket that comes back by itself and says what it has, so that nothing is
 * lost and nothing told twice.
 */

export type Side = "REPORTER" | "OFFICER";

export interface Said {
  seq: number;
  author: Side;
  officer?: string;
  text: string;
  at: string;
  clientId?: string;
}

export interface Listener {
  said(message: Said): void;
  /** Online: what waits to be said can be. */
  connected(online: boolean): void;
  /** The server takes nothing for a while: what waits stays waiting. */
  held(): void;
  /** The while is over: what waits can be said again. */
  released(): void;
  /** A message of one's own, which the page shows already. */
  arrived(clientId: string): void;
  /** Whether the other side is there. */
  other(there: boolean): void;
  typing(): void;
  /** Up to where the other side has read. */
  seen(seq: number): void;
  /** The message can't be sent as it is; the code says why. */
  refused(clientId: string, code: string): void;
  /** The browser's session is over: nothing goes on before the promise is kept. Without it the line tries again, as after any loss. */
  ended?(): Promise<void>;
}

/** In milliseconds. */
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
/** How long nothing is said after "not now": twice as long each time, until a message is taken. In milliseconds. */
const SHORTEST_REST = 10_000;
const LONGEST_REST = 60_000;
/** The server's words for "not now". It may not say of which message: too fast is the socket, not the sentence. */
const LATER = ["too-fast", "unavailable"];
/** Its words for a browser that opens no case any more. */
const ENDED = ["session-ended", "unauthorized"];

export class Line {
  private socket?: WebSocket;
  private failures = 0;
  private opened = false;
  private welcomed = false;
  private over = false;
  private timer?: number;
  private rest = SHORTEST_REST;
  private resting?: number;
  private shown = 0;

  /**
   * @param otherSide who sits there
   * @param last the place of the last message that is shown already
   */
  constructor(
    private readonly socketPath: string,
    private readonly otherSide: Side,
    protected last: number,
    protected readonly listener: Listener,
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

  /** False if there is no line, or it is at rest: then it is to be said again once the listener is told so. */
  say(clientId: string, text: string): boolean {
    return !this.rests() && this.send({ type: "message", text, clientId });
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

  protected tell(message: Said): void {
    if (message.seq > this.last) {
      this.last = message.seq;
      this.listener.said(message);
    }
  }

  /** Whether nothing is to be said for a while; then the listener is told so. */
  protected rests(): boolean {
    if (this.resting === undefined) {
      return false;
    }
    this.listener.held();
    return true;
  }

  /** The server said "not now". */
  protected later(): void {
    if (!this.rests()) {
      this.resting = setTimeout(() => {
        this.wake();
        this.listener.released();
      }, this.rest);
      this.rest = Math.min(LONGEST_REST, this.rest * 2);
      this.listener.held();
    }
  }

  /** The server took a message. */
  protected taken(): void {
    this.rest = SHORTEST_REST;
  }

  /** How often it was tried in vain, if it never was open. */
  protected get blocked(): number {
    return this.opened ? 0 : this.failures;
  }

  /** After a loss. */
  protected comeBack(): void {
    const pause = Math.min(LONGEST_PAUSE, (SHORTEST_PAUSE / 2) * 2 ** Math.min(this.failures, 8));
    this.timer = setTimeout(() => this.connect(), pause);
  }

  /** After the session was renewed. */
  protected goOn(): void {
    this.connect();
  }

  /** There may be a network again, or somebody who looks. */
  protected hurry(): void {
    if (!this.over && this.socket?.readyState === WebSocket.CLOSED) {
      this.connect();
    }
  }

  protected async end(): Promise<void> {
    if (this.over || !this.listener.ended) {
      return;
    }
    this.over = true;
    await this.listener.ended();
    this.over = false;
    this.goOn();
  }

  private wake(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
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
    const socket = new WebSocket(this.socketPath);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", after: this.last }));
    socket.onmessage = (event) => this.heard(JSON.parse(event.data));
    socket.onclose = () => this.lost();
  }

  private lost(): void {
    this.wake();
    this.welcomed = false;
    this.failures++;
    this.listener.connected(false);
    this.listener.other(false);
    if (!this.over) {
      this.comeBack();
    }
  }

  private heard(frame: any): void {
    switch (frame.type) {
      case "welcome":
        this.opened = this.welcomed = true;
        this.failures = 0;
        this.listener.connected(true);
        break;
      case "message":
        this.tell(frame);
        break;
      case "ack":
        this.taken();
        if (frame.seq <= this.last) {
          this.listener.arrived(frame.clientId); // drawn already, perhaps by the server: nobody tells it again
        }
        break;
      case "error":
        this.faulted(frame);
        break;
      default:
        if (frame.author === this.otherSide) {
          this.heardOf(frame);
        }
    }
  }

  private faulted(fault: any): void {
    if (ENDED.includes(fault.code)) {
      this.end();
    } else if (LATER.includes(fault.code)) {
      if (this.welcomed) {
        this.later();
      }
    } else if (fault.clientId) {
      this.listener.refused(fault.clientId, fault.code);
    }
  }

  private heardOf(frame: any): void {
    switch (frame.type) {
      case "presence":
        this.listener.other(frame.online);
        break;
      case "typing":
        this.listener.typing();
        break;
      case "seen":
        this.listener.seen(frame.seq);
        break;
    }
  }
}
