// ClientResponse: what came back, its body read when it is asked for.
import { wrap_promise } from "../../asyncio/index.ts";
import { as_bytes } from "../../asyncio/stream-bytes.ts";
import type { Bytes } from "../../builtins/bytes/bytes.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { StopAsyncIteration } from "../../builtins/exceptions/index.ts";
import { Tuple } from "../../builtins/tuple.ts";
import type { HttpResponse } from "../../platform/http.ts";
import { SystemFailure } from "../../platform/sockets.ts";
import { loads } from "../json.ts";
import {
  ClientPayloadError,
  ClientResponseError,
  ContentTypeError,
  type RequestInfo,
} from "./errors.ts";
import { CIMultiDictProxy } from "./headers.ts";
import type { URL } from "./url.ts";

/** States: open → read (the body is kept) or released. */
export class ClientResponse {
  static readonly __name__: string = "ClientResponse";
  static readonly __module__: string = "aiohttp.client_reqrep";

  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly reason: string;
  readonly headers: CIMultiDictProxy;
  readonly history: readonly ClientResponse[];
  readonly content: ResponseContent;
  readonly #response: HttpResponse;
  #body: Bytes | null = null;
  #is_closed = false;

  constructor(
    method: string,
    url: URL,
    response: HttpResponse,
    history: readonly ClientResponse[],
  ) {
    this.method = method;
    this.url = url;
    this.status = response.status;
    this.reason = response.reason;
    this.headers = new CIMultiDictProxy(response.headers);
    this.history = Tuple.from_iterable(history);
    this.content = new ResponseContent(response);
    this.#response = response;
  }

  get ok(): boolean {
    return this.status < 400;
  }

  get real_url(): URL {
    return this.url;
  }

  get host(): string {
    return this.url.host;
  }

  get closed(): boolean {
    return this.#is_closed;
  }

  get content_type(): string {
    const value: string = this.headers.get("Content-Type", "application/octet-stream");
    return value.replace(/;.*/s, "").trim().toLowerCase();
  }

  get charset(): string | null {
    const value: string = this.headers.get("Content-Type", "");
    return /charset\s*=\s*"?([^\s;"]+)/i.exec(value)?.[1] ?? null;
  }

  get content_length(): number | null {
    const value: string | null = this.headers.get("Content-Length");
    return value === null ? null : Number(value);
  }

  get request_info(): RequestInfo {
    return { url: this.url, method: this.method, real_url: this.url };
  }

  /** The whole body. ClientPayloadError when it breaks off. */
  async read(): Promise<Bytes> {
    if (this.#body !== null) return this.#body;
    try {
      // What came with the headers is read without giving way, as aiohttp does.
      const bytes = this.#response.read_at_once();
      this.#body = as_bytes(bytes ?? (await wrap_promise(this.#response.read_all())));
    } catch (error) {
      throw payload_error(error);
    }
    this.#is_closed = true;
    return this.#body;
  }

  /** The body as text, in the encoding given, else the one that the server names, else UTF-8. */
  async text(encoding: string | null = null, errors: string = "strict"): Promise<string> {
    const body = await this.read();
    return body.decode(encoding ?? this.charset ?? "utf-8", errors);
  }

  /** The body as JSON. ContentTypeError unless the server says that it is JSON; `content_type` may be `null`. */
  async json({
    encoding = null,
    loads: read = loads,
    content_type = "application/json",
  }: {
    encoding?: string | null;
    loads?: (text: string) => Dynamic;
    content_type?: string | null;
  } = {}): Promise<Dynamic> {
    const text = await this.text(encoding);
    if (content_type !== null && !is_json(this.content_type, content_type)) {
      const message = `Attempt to decode JSON with unexpected mimetype: ${this.headers.get("Content-Type", "")}`;
      const { status, headers } = this;
      throw new ContentTypeError(this.request_info, this.history, { status, message, headers });
    }
    return text.trim() === "" ? null : read(text);
  }

  /** ClientResponseError for status 400 and above. */
  raise_for_status(): void {
    if (this.ok) return;
    const { status, reason: message, headers } = this;
    this.release();
    throw new ClientResponseError(this.request_info, this.history, { status, message, headers });
  }

  release(): void {
    this.close();
  }

  close(): void {
    if (this.#is_closed) return;
    this.#is_closed = true;
    this.#response.release();
  }

  async __aenter__(): Promise<this> {
    return this;
  }

  async __aexit__(..._exception: readonly unknown[]): Promise<null> {
    this.release();
    return null;
  }

  __repr__(): string {
    const head = `<ClientResponse(${text_of(this.url)}) [${this.status} ${this.reason}]>`;
    return `${head}\n${repr(this.headers)}\n`;
  }
}

/** `response.content`: the body piece by piece. */
export class ResponseContent {
  static readonly __name__: string = "ResponseContent";
  readonly #response: HttpResponse;
  #buffer: Uint8Array = new Uint8Array();
  #is_at_end = false;

  constructor(response: HttpResponse) {
    this.#response = response;
  }

  at_eof(): boolean {
    return this.#is_at_end && this.#buffer.length === 0;
  }

  async read(n: number = -1): Promise<Bytes> {
    if (n < 0) {
      while (await this.#fill());
      return this.#take(this.#buffer.length);
    }
    if (this.#buffer.length === 0) await this.#fill();
    return this.#take(n);
  }

  async readany(): Promise<Bytes> {
    if (this.#buffer.length === 0) await this.#fill();
    return this.#take(this.#buffer.length);
  }

  async readline(): Promise<Bytes> {
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0) return this.#take(end + 1);
      if (!(await this.#fill())) return this.#take(this.#buffer.length);
    }
  }

  iter_any(): AsyncIterable<Bytes> & AsyncIterator<Bytes> {
    return pieces(() => this.readany());
  }

  iter_chunked(n: number): AsyncIterable<Bytes> & AsyncIterator<Bytes> {
    return pieces(() => this.read(n));
  }

  [Symbol.asyncIterator](): AsyncIterator<Bytes> {
    return pieces(() => this.readline());
  }

  async __anext__(): Promise<Bytes> {
    const line = await this.readline();
    if (line.length === 0) throw new StopAsyncIteration();
    return line;
  }

  async #fill(): Promise<boolean> {
    if (this.#is_at_end) return false;
    let piece: Uint8Array | null;
    try {
      piece = await wrap_promise(this.#response.read_next());
    } catch (error) {
      throw payload_error(error);
    }
    if (piece === null) {
      this.#is_at_end = true;
      return false;
    }
    const joined = new Uint8Array(this.#buffer.length + piece.length);
    joined.set(this.#buffer);
    joined.set(piece, this.#buffer.length);
    this.#buffer = joined;
    return true;
  }

  #take(count: number): Bytes {
    const taken = this.#buffer.slice(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return as_bytes(taken);
  }
}

function pieces(read: () => Promise<Bytes>): AsyncIterable<Bytes> & AsyncIterator<Bytes> {
  return {
    next: async () => {
      const value = await read();
      return value.length === 0 ? { done: true, value: undefined } : { done: false, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function is_json(actual: string, wanted: string): boolean {
  if (wanted !== "application/json") return actual.includes(wanted);
  return /^application\/(?:[\w.+-]+?\+)?json$/.test(actual);
}

/** What the platform reports while a body is read. */
function payload_error(error: unknown): unknown {
  if (!(error instanceof SystemFailure)) return error;
  return new ClientPayloadError("Response payload is not completed");
}
