// HTTP by undici: a request that is sent, a response whose body is read as it comes.
import { Agent, request, type Dispatcher } from "undici";
import { SystemFailure } from "./sockets.ts";

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | null;
}

export interface HttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  /** All of the body, when it has come already together with the headers; `null` otherwise. */
  read_at_once(): Uint8Array | null;
  /** All of the body. */
  read_all(): Promise<Uint8Array>;
  /** The next piece; `null` at the end. */
  read_next(): Promise<Uint8Array | null>;
  /** Reads no more. */
  release(): void;
}

/** Connections that are kept for further requests. */
export class HttpClient {
  readonly #agent = new Agent({ headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0 } });

  /** Sends a request. Throws a SystemFailure when no answer comes. */
  async send(wanted: HttpRequest, signal: AbortSignal | null): Promise<HttpResponse> {
    try {
      const response = await request(wanted.url, {
        dispatcher: this.#agent,
        method: wanted.method as Dispatcher.HttpMethod,
        headers: wanted.headers.flat(),
        body: wanted.body,
        signal,
        responseHeaders: "raw",
      });
      return new UndiciResponse(response);
    } catch (error) {
      throw http_failure(error);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

class UndiciResponse implements HttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly #body: Dispatcher.ResponseData["body"];
  #pieces: AsyncIterator<Uint8Array> | null = null;

  constructor(response: Dispatcher.ResponseData) {
    this.status = response.statusCode;
    this.reason = response.statusText;
    this.headers = paired(response.headers as unknown as readonly (string | Uint8Array)[]);
    this.#body = response.body;
    this.#body.on("error", () => {});
  }

  read_at_once(): Uint8Array | null {
    const length = this.headers.find(([name]) => name.toLowerCase() === "content-length")?.[1];
    if (this.#pieces !== null || length === undefined) return null;
    if (this.#body.readableLength !== Number(length)) return null;
    const bytes: unknown = this.#body.read();
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  }

  async read_all(): Promise<Uint8Array> {
    try {
      return new Uint8Array(await this.#body.arrayBuffer());
    } catch (error) {
      throw http_failure(error);
    }
  }

  async read_next(): Promise<Uint8Array | null> {
    this.#pieces ??= this.#body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    try {
      const next = await this.#pieces.next();
      return next.done === true ? null : next.value;
    } catch (error) {
      throw http_failure(error);
    }
  }

  release(): void {
    this.#body.destroy();
  }
}

/** Raw headers come as name, value, name, value. */
function paired(raw: readonly (string | Uint8Array)[]): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([text(raw[at]), text(raw[at + 1])]);
  return pairs;
}

function text(value: string | Uint8Array | undefined): string {
  return typeof value === "string" ? value : new TextDecoder("latin1").decode(value);
}

/** Undici wraps several failures into one; the first one tells. */
function http_failure(error: unknown): SystemFailure {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code: unknown = first instanceof Error ? Reflect.get(first, "code") : null;
  const name = first instanceof Error ? first.name : "";
  return new SystemFailure(
    typeof code === "string" ? code : name === "AbortError" ? "ABORTED" : "EIO",
    first instanceof Error ? first.message : String(first),
  );
}
