/**
 * One file on its way, in parts: a cut connection costs what had not arrived of one of them. Asks where to go on after a cut, and also when
 * the page was loaded anew and the same file is chosen again.
 */
import { openedAgain } from "./session";

const FIRST = 256 * 1024;
const SMALLEST = 64 * 1024;
const LARGEST = 4 * 1024 * 1024;
/** A part that travels faster is followed by a larger one. In milliseconds, as all of these. */
const QUICK = 2_000;
const TIMEOUT = 60_000;
const LONGEST_PAUSE = 15_000;
/** Times in a row that the server may say that it can't. */
const PATIENCE = 6;

export interface Taken {
  state: string;
}

export interface Onlooker {
  progress(done: number): void;
  waiting(on: boolean): void;
}

interface Answer {
  /** 0 if there was none. */
  status: number;
  offset?: number;
  body: { state?: string; detail?: string; errors?: { message: string }[]; upload?: string };
}

export class Sending {
  private upload?: string;
  private at = 0;
  private sure = false;
  private key = crypto.randomUUID();
  private part = FIRST;

  /**
   * @param place where it is remembered on this device, until it has arrived
   */
  constructor(
    private readonly path: string,
    private readonly file: File,
    private readonly place: string,
    private readonly onlooker: Onlooker,
  ) {}

  /** @throws Error with the server's words for a page if it is not taken */
  async toTheEnd(): Promise<Taken> {
    this.upload = remembered(this.place);
    for (let failures = 0; ; ) {
      const answer = await this.next();
      const later = answer.status === 0 || answer.status === 429 || answer.status >= 500;
      this.onlooker.waiting(later);
      if (later) {
        this.sure = false;
        this.onlooker.progress(this.at / this.file.size);
        this.part = Math.max(SMALLEST, this.part / 2);
        if (++failures >= PATIENCE && answer.status >= 500) {
          throw new Error(answer.body.detail ?? "");
        }
        await pause(failures);
        continue;
      }
      failures = 0;
      if (answer.status === 201 && answer.body.state) { // a refusal may name a state, too: the case's
        remember(this.place, "");
        return answer.body as Taken;
      }
      await this.heard(answer);
    }
  }

  /** One request: whichever is next. */
  private next(): Promise<Answer> {
    if (!this.upload) {
      const wanted = { sizeBytes: this.file.size, mediaType: this.file.type, name: this.file.name };
      return request("POST", this.path, { "Content-Type": "application/json", "Idempotency-Key": this.key }, JSON.stringify(wanted));
    }
    if (!this.sure) {
      return request("HEAD", `${this.path}/${this.upload}`, {});
    }
    const end = Math.min(this.file.size, this.at + this.part);
    const headers = { "Content-Type": "application/partial-upload", "Upload-Offset": String(this.at) };
    const begun = Date.now();
    return request("PATCH", `${this.path}/${this.upload}`, headers, this.file.slice(this.at, end), (sent) =>
      this.onlooker.progress((this.at + sent) / this.file.size),
    ).then((answer) => {
      if (answer.status === 204 && Date.now() - begun < QUICK) {
        this.part = Math.min(LARGEST, this.part * 2);
      }
      return answer;
    });
  }

  private async heard(answer: Answer): Promise<void> {
    if (answer.status === 401) {
      this.onlooker.waiting(true);
      this.onlooker.progress(this.at / this.file.size);
      await openedAgain();
      this.sure = false;
    } else if (answer.status === 404 && this.upload) {
      this.begin(undefined); // expired, or another case's
    } else if (answer.offset !== undefined) {
      this.begin(this.upload ?? answer.body.upload);
      this.at = answer.offset;
      this.sure = true;
      this.onlooker.progress(this.at / this.file.size);
    } else {
      remember(this.place, "");
      throw new Error(answer.body.errors?.[0]?.message ?? answer.body.detail ?? "");
    }
  }

  private begin(upload?: string): void {
    this.upload = upload;
    if (upload) {
      remember(this.place, upload);
    } else {
      this.key = crypto.randomUUID();
      this.at = 0;
    }
  }
}

function remembered(place: string): string | undefined {
  try {
    return sessionStorage.getItem(place) || undefined;
  } catch {
    return undefined;
  }
}

function remember(place: string, upload: string): void {
  try {
    if (upload) {
      sessionStorage.setItem(place, upload);
    } else {
      sessionStorage.removeItem(place);
    }
  } catch {
    // then it goes on as long as the page lives
  }
}

/** Until there is a network again, or a while has passed. */
function pause(failures: number): Promise<void> {
  return new Promise((done) => {
    const again = () => {
      clearTimeout(timer);
      removeEventListener("online", again);
      done();
    };
    const timer = setTimeout(again, Math.min(LONGEST_PAUSE, 500 * 2 ** failures));
    addEventListener("online", again);
  });
}

/** XMLHttpRequest, because fetch can't tell how far an upload is. */
function request(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Blob,
  progress?: (sent: number) => void,
): Promise<Answer> {
  return new Promise((done) => {
    const exchange = new XMLHttpRequest();
    exchange.open(method, path);
    exchange.responseType = "json";
    exchange.timeout = TIMEOUT;
    exchange.setRequestHeader("Accept-Language", document.documentElement.lang);
    exchange.setRequestHeader("X-Requested-With", "JavaScript"); // what goes wrong is said in a page's words
    Object.entries(headers).forEach(([name, value]) => exchange.setRequestHeader(name, value));
    exchange.upload.onprogress = (event) => progress?.(event.loaded);
    exchange.onloadend = () => {
      const offset = exchange.status ? exchange.getResponseHeader("Upload-Offset") : null;
      done({ status: exchange.status, offset: offset === null ? undefined : Number(offset), body: exchange.response ?? {} });
    };
    exchange.send(body);
  });
}
