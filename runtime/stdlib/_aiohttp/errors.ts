// aiohttp's exceptions.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Exception, TimeoutError } from "../../builtins/exceptions/index.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import type { CIMultiDictProxy } from "./headers.ts";

const MODULE = "aiohttp.client_exceptions";

export class ClientError extends Exception {
  static override readonly __name__: string = "ClientError";
  static override readonly __module__: string = MODULE;
}

/** What was asked for. */
export interface RequestInfo {
  readonly url: Dynamic;
  readonly method: string;
  readonly real_url: Dynamic;
}

/** A response that is an error in itself. */
export class ClientResponseError extends ClientError {
  static override readonly __name__: string = "ClientResponseError";
  readonly request_info: RequestInfo;
  readonly history: readonly unknown[];
  readonly status: number;
  readonly headers: CIMultiDictProxy | null;

  constructor(
    request_info: RequestInfo,
    history: readonly unknown[],
    {
      status = 0,
      message = "",
      headers = null,
    }: { status?: number; message?: string; headers?: CIMultiDictProxy | null } = {},
  ) {
    super(request_info, history);
    this.request_info = request_info;
    this.history = history;
    this.status = status;
    this.headers = headers;
    this.message = message;
  }

  override __str__(): string {
    return `${this.status}, message=${repr(this.message)}, url=${repr(text_of(this.request_info.real_url))}`;
  }
}

export class ContentTypeError extends ClientResponseError {
  static override readonly __name__: string = "ContentTypeError";
}
export class TooManyRedirects extends ClientResponseError {
  static override readonly __name__: string = "TooManyRedirects";
}

export class ClientConnectionError extends ClientError {
  static override readonly __name__: string = "ClientConnectionError";
}

/** A failure of the operating system: `errno` and `strerror`. */
export class ClientOSError extends ClientConnectionError {
  static override readonly __name__: string = "ClientOSError";
  readonly errno: number | null;
  readonly strerror: string | null;

  constructor(errno: number | null = null, strerror: string | null = null) {
    super(errno, strerror);
    this.errno = errno;
    this.strerror = strerror;
  }

  override __str__(): string {
    return `[Errno ${this.errno}] ${this.strerror}`;
  }
}

export class ClientConnectorError extends ClientOSError {
  static override readonly __name__: string = "ClientConnectorError";
  readonly host: string;
  readonly port: number;
  readonly os_error: Dynamic;

  constructor(host: string, port: number, os_error: Dynamic) {
    super(os_error.errno, os_error.strerror);
    this.host = host;
    this.port = port;
    this.os_error = os_error;
  }

  override __str__(): string {
    return `Cannot connect to host ${this.host}:${this.port} ssl:default [${this.strerror}]`;
  }
}

export class ClientConnectorDNSError extends ClientConnectorError {
  static override readonly __name__: string = "ClientConnectorDNSError";
}
export class ServerConnectionError extends ClientConnectionError {
  static override readonly __name__: string = "ServerConnectionError";
}

export class ServerDisconnectedError extends ServerConnectionError {
  static override readonly __name__: string = "ServerDisconnectedError";
  constructor(message: Dynamic = "Server disconnected") {
    super(message);
    this.message = message;
  }
}

export class ServerTimeoutError extends TimeoutError {
  static override readonly __name__: string = "ServerTimeoutError";
  static override readonly __module__: string = MODULE;
}

export class ClientPayloadError extends ClientError {
  static override readonly __name__: string = "ClientPayloadError";
}

export class InvalidURL extends ClientError {
  static override readonly __name__: string = "InvalidURL";
  readonly url: Dynamic;

  constructor(url: Dynamic) {
    super(url);
    this.url = url;
  }
}

export class InvalidUrlClientError extends InvalidURL {
  static override readonly __name__: string = "InvalidUrlClientError";
}
export class NonHttpUrlClientError extends InvalidURL {
  static override readonly __name__: string = "NonHttpUrlClientError";
}
