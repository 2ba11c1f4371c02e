// HTTP by the browser's fetch.
import type { HttpRequest, HttpResponse } from "./http.ts";
import { SystemFailure } from "./system-failure.ts";

export type { HttpRequest, HttpResponse } from "./http.ts";

/** The browser keeps connections itself. */
export class HttpClient {
  /** Sends a request. Throws a SystemFailure when no answer comes. */
  async send(wanted: HttpRequest, signal: AbortSignal | null): Promise<HttpResponse> {
    try {
      const response = await fetch(wanted.url, {
        method: wanted.method,
        headers: wanted.headers.map(([name, value]): [string, string] => [name, value]),
        body: wanted.body === null ? null : new Uint8Array(wanted.body),
        signal,
      });
      return new FetchResponse(response);
    } catch (error) {
      throw failure(error);
    }
  }

  async close(): Promise<void> {}
}

class FetchResponse implements HttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly #response: Response;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null;

  constructor(response: Response) {
    this.#response = response;
    this.status = response.status;
    this.reason = response.statusText;
    this.headers = [...response.headers];
  }

  read_at_once(): Uint8Array | null {
    return null;
  }

  async read_all(): Promise<Uint8Array> {
    try {
      return new Uint8Array(await this.#response.arrayBuffer());
    } catch (error) {
      throw failure(error);
    }
  }

  async read_next(): Promise<Uint8Array | null> {
    this.#reader ??= this.#response.body?.getReader() ?? null;
    try {
      return (await this.#reader?.read())?.value ?? null;
    } catch (error) {
      throw failure(error);
    }
  }

  release(): void {
    void this.#response.body?.cancel();
  }
}

function failure(error: unknown): SystemFailure {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  return new SystemFailure(name === "AbortError" ? "ABORTED" : "ECONNREFUSED", message);
}
