// ClientSession: requests that share connections, headers and cookies.
import { type Future, wrap_promise } from "../../asyncio/index.ts";
import { os_error } from "../../asyncio/os-errors.ts";
import { bytes_of } from "../../builtins/bytes/like.ts";
import { Coroutine } from "../../builtins/coroutine.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { RuntimeError, TimeoutError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { HttpClient, type HttpRequest, type HttpResponse } from "../../platform/http.ts";
import { ip_version, SystemFailure } from "../../platform/sockets.ts";
import { start_timer } from "../../platform/timers.ts";
import { dumps } from "../json.ts";
import { CookieJar } from "./cookies.ts";
import {
  ClientConnectionError,
  ClientConnectorDNSError,
  ClientConnectorError,
  ClientOSError,
  InvalidUrlClientError,
  NonHttpUrlClientError,
  ServerDisconnectedError,
  TooManyRedirects,
} from "./errors.ts";
import { ClientResponse } from "./response.ts";
import { ClientTimeout } from "./timeout.ts";
import { URL } from "./url.ts";

export interface RequestOptions {
  params?: Dynamic;
  data?: Dynamic;
  json?: Dynamic;
  headers?: Dynamic;
  cookies?: Dynamic;
  auth?: BasicAuth | null;
  allow_redirects?: boolean;
  max_redirects?: number;
  raise_for_status?: boolean | null;
  timeout?: ClientTimeout | number | null;
  /** Whether certificates are checked is not up to the program: anything but `false` is the same. */
  ssl?: Dynamic;
}

export interface SessionOptions {
  base_url?: Dynamic;
  connector?: Dynamic;
  cookies?: Dynamic;
  headers?: Dynamic;
  auth?: BasicAuth | null;
  timeout?: ClientTimeout | number | null;
  raise_for_status?: boolean;
}

/** User and password. */
export class BasicAuth {
  static readonly __name__: string = "BasicAuth";
  readonly login: string;
  readonly password: string;

  constructor(login: string, password: string = "") {
    this.login = login;
    this.password = password;
  }

  encode(): string {
    const bytes = new TextEncoder().encode(`${this.login}:${this.password}`);
    return `Basic ${btoa(String.fromCharCode(...bytes))}`;
  }
}

/** A request: `await` gives the response, `async with` releases it at the end as well. */
export class RequestContext extends Coroutine<ClientResponse> {
  static override readonly __name__: string = "RequestContext";
  #response: ClientResponse | null = null;

  async __aenter__(): Promise<ClientResponse> {
    return (this.#response = await this.start());
  }

  async __aexit__(..._exception: readonly unknown[]): Promise<null> {
    this.#response?.release();
    return null;
  }
}

const REDIRECTS = [301, 302, 303, 307, 308];
const SCHEMES = ["http:", "https:"];

/** States: open → closed. */
export class ClientSession {
  static readonly __name__: string = "ClientSession";
  static readonly __module__: string = "aiohttp.client";

  readonly #client = new HttpClient();
  readonly #options: SessionOptions;
  readonly #jar = new CookieJar();
  #is_closed = false;

  constructor(options: SessionOptions = {}) {
    this.#options = options;
    for (const [name, value] of pairs(options.cookies)) this.#jar.set(name, value);
  }

  get closed(): boolean {
    return this.#is_closed;
  }

  request(method: string, url: Dynamic, options: RequestOptions = {}): RequestContext {
    return new RequestContext(
      async () => await this.#request(method.toUpperCase(), url, options),
      [],
    );
  }

  get(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("GET", url, options);
  }

  options(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("OPTIONS", url, options);
  }

  head(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("HEAD", url, { allow_redirects: false, ...options });
  }

  post(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("POST", url, options);
  }

  put(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("PUT", url, options);
  }

  patch(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("PATCH", url, options);
  }

  delete(url: Dynamic, options: RequestOptions = {}): RequestContext {
    return this.request("DELETE", url, options);
  }

  async close(): Promise<null> {
    if (this.#is_closed) return null;
    this.#is_closed = true;
    await wrap_promise(this.#client.close());
    return null;
  }

  async __aenter__(): Promise<this> {
    return this;
  }

  async __aexit__(..._exception: readonly unknown[]): Promise<null> {
    return await this.close();
  }

  async #request(method: string, url: Dynamic, options: RequestOptions): Promise<ClientResponse> {
    if (this.#is_closed) throw new RuntimeError("Session is closed");
    const timeout = ClientTimeout.of(options.timeout ?? this.#options.timeout ?? null);
    const canceller = new AbortController();
    const stop_timer =
      timeout.total === null ? null : start_timer(timeout.total * 1000, () => canceller.abort());
    try {
      const target = full_url(url, this.#options.base_url, options.params);
      const response = await this.#follow(method, target, options, canceller.signal);
      if (options.raise_for_status ?? this.#options.raise_for_status ?? false) {
        response.raise_for_status();
      }
      return response;
    } finally {
      stop_timer?.();
    }
  }

  async #follow(
    method: string,
    url: globalThis.URL,
    options: RequestOptions,
    signal: AbortSignal,
  ): Promise<ClientResponse> {
    let [verb, target, content] = [method, url, body_of(options)];
    const history: ClientResponse[] = [];
    for (;;) {
      const headers = this.#headers(target, options, content.type);
      const response = await this.#send(
        { method: verb, url: target.href, headers, body: content.bytes },
        signal,
      );
      this.#jar.store(target, response.headers);
      const found = new ClientResponse(verb, new URL(target.href), response, history);
      const location: string | null = found.headers.get("Location");
      const is_redirect = (options.allow_redirects ?? true) && REDIRECTS.includes(found.status);
      if (!is_redirect || location === null) return found;
      found.release();
      history.push(found);
      if (history.length >= (options.max_redirects ?? 10)) {
        throw new TooManyRedirects(found.request_info, Tuple.from_iterable(history));
      }
      const becomes_get =
        (found.status === 303 && verb !== "HEAD") || (found.status <= 302 && verb === "POST");
      if (becomes_get) [verb, content] = ["GET", { bytes: null, type: null }];
      target = new globalThis.URL(location, target);
    }
  }

  async #send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    const sending: Future<HttpResponse> = wrap_promise(this.#client.send(request, signal));
    try {
      return await sending;
    } catch (error) {
      if (!(error instanceof SystemFailure)) throw error;
      throw client_error(error, new globalThis.URL(request.url));
    }
  }

  #headers(
    url: globalThis.URL,
    options: RequestOptions,
    content_type: string | null,
  ): readonly (readonly [string, string])[] {
    const headers = new Map<string, readonly [string, string]>();
    const put = (name: string, value: string): void => {
      headers.set(name.toLowerCase(), [name, value]);
    };
    for (const [name, value] of pairs(this.#options.headers)) put(name, value);
    for (const [name, value] of pairs(options.headers)) put(name, value);
    const put_default = (name: string, value: string): void => {
      if (!headers.has(name.toLowerCase())) put(name, value);
    };
    put_default("Accept", "*/*");
    put_default("User-Agent", "Python/3.13 aiohttp/3.11");
    if (content_type !== null) put_default("Content-Type", content_type);
    const auth = options.auth ?? this.#options.auth ?? null;
    if (auth !== null) put_default("Authorization", auth.encode());
    const own = pairs(options.cookies).map(([name, value]) => `${name}=${value}`);
    const cookie = [this.#jar.header(url), ...own].filter((each) => each !== null).join("; ");
    if (cookie !== "") put_default("Cookie", cookie);
    return [...headers.values()];
  }
}

function full_url(url: Dynamic, base: Dynamic, params: Dynamic): globalThis.URL {
  const text = text_of(url);
  let found: globalThis.URL;
  try {
    found = base == null ? new globalThis.URL(text) : new globalThis.URL(text, text_of(base));
  } catch {
    throw new InvalidUrlClientError(url);
  }
  if (!SCHEMES.includes(found.protocol)) throw new NonHttpUrlClientError(url);
  if (typeof params === "string") found.search = params;
  else for (const [name, value] of pairs(params)) found.searchParams.append(name, value);
  return found;
}

function body_of({ data, json }: RequestOptions): {
  readonly bytes: Uint8Array | null;
  readonly type: string | null;
} {
  const encoder = new TextEncoder();
  if (json != null) return { bytes: encoder.encode(dumps(json)), type: "application/json" };
  if (data == null) return { bytes: null, type: null };
  if (typeof data === "string") {
    return { bytes: encoder.encode(data), type: "text/plain; charset=utf-8" };
  }
  const bytes = bytes_of(data);
  if (bytes !== null) return { bytes, type: "application/octet-stream" };
  const form = new URLSearchParams(pairs(data).map(([name, value]) => [name, value]));
  return { bytes: encoder.encode(form.toString()), type: "application/x-www-form-urlencoded" };
}

/** Names and values of a Dict, of pairs, or of headers. */
function pairs(source: Dynamic): readonly (readonly [string, string])[] {
  if (source == null) return [];
  const items: Iterable<readonly [unknown, unknown]> =
    source instanceof Dict
      ? source.entries()
      : typeof source.items === "function"
        ? source.items()
        : source;
  return [...items].map(([name, value]) => [text_of(name), text_of(value)] as const);
}

/** The platform's failures under the names that aiohttp has for them. */
function client_error(failure: SystemFailure, url: globalThis.URL): Error {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  switch (failure.code) {
    case "ABORTED":
    case "UND_ERR_ABORTED":
      return new TimeoutError();
    case "ECONNREFUSED":
      return new ClientConnectorError(host, port, connect_error(failure, host, port));
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ClientConnectorDNSError(host, port, {
        errno: null,
        strerror: "Name or service not known",
      });
    case "UND_ERR_SOCKET":
      return new ServerDisconnectedError();
    default: {
      if (failure.code.startsWith("UND_ERR")) return new ClientConnectionError(failure.message);
      const { errno, strerror } = os_error(failure);
      return new ClientOSError(errno, strerror);
    }
  }
}

function connect_error(failure: SystemFailure, host: string, port: number): Dynamic {
  const address = ip_version(host) === 6 ? `('${host}', ${port}, 0, 0)` : `('${host}', ${port})`;
  return os_error(failure, () => `Connect call failed ${address}`);
}
