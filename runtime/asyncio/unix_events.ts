// The event loop of Unix: what it does with threads, sockets and processes.
import type { Dynamic } from "../builtins/dynamic.ts";
import { NotImplementedError, RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { text_of } from "../builtins/representation.ts";
import type { Executor } from "../concurrency/executor.ts";
import { EventLoop } from "./base_events.ts";
import type { Clock } from "./clocks.ts";
import {
  connect_to_host,
  connect_to_path,
  DEFAULT_BACKLOG,
  listen_on_hosts,
  listen_on_path,
} from "./connections.ts";
import { DefaultExecutor } from "./executors.ts";
import type { Future } from "./futures.ts";
import { log } from "./log.ts";
import type { BaseProtocol } from "./protocols.ts";
import type { ProtocolFactory, Server } from "./server.ts";
import type { Transport } from "./transports.ts";

export interface CreateConnectionOptions {
  readonly ssl?: null | false;
  readonly family?: number;
}

export interface CreateServerOptions {
  readonly family?: number;
  readonly backlog?: number;
  readonly ssl?: null | false;
  readonly reuse_address?: boolean | null;
  readonly reuse_port?: boolean | null;
  readonly start_serving?: boolean;
}

export interface CreateUnixServerOptions {
  readonly backlog?: number;
  readonly start_serving?: boolean;
}

export class UnixSelectorEventLoop extends EventLoop {
  static override readonly __name__: string = "_UnixSelectorEventLoop";
  static override readonly __module__: string = "asyncio.unix_events";
  readonly #default_executor = new DefaultExecutor(this);

  constructor(options: { readonly clock?: Clock } = {}) {
    super(options);
    log("selector_events", "debug", "Using selector: EpollSelector", {
      format: "Using selector: %s",
      args: ["EpollSelector"],
    });
  }

  /** Calls `func(*args)` in an executor, the default thread pool when it is `null`. */
  run_in_executor<A extends readonly Dynamic[], R>(
    executor: Executor | null,
    func: (...args: A) => R | Promise<R>,
    ...args: A
  ): Future<R> {
    if (this.is_closed()) throw new RuntimeError("Event loop is closed");
    return this.#default_executor.run<R>(executor ?? null, func, args);
  }

  set_default_executor(executor: Executor): void {
    this.#default_executor.set(executor);
  }

  override async shutdown_default_executor(timeout: number | null = null): Promise<null> {
    return await this.#default_executor.shutdown(timeout);
  }

  /** `(transport, protocol)` of a new connection. Errors: OSError and its kind. */
  async create_connection<P extends BaseProtocol>(
    protocol_factory: (() => P) | (new () => P),
    host: string | null = null,
    port: number | string | null = null,
    { ssl = null, family = 0 }: CreateConnectionOptions = {},
  ): Promise<readonly [Transport, P]> {
    refuse_tls(ssl);
    if (host === null || port === null) {
      throw new ValueError("host and port was not specified and no sock specified");
    }
    return await connect_to_host(this, protocol_factory, host, Number(port), family);
  }

  /** A server on all addresses of the hosts; on all of the machine's where host is `null`. */
  async create_server(
    protocol_factory: ProtocolFactory,
    host: string | Iterable<string> | null = null,
    port: number | string | null = null,
    {
      family = 0,
      backlog = DEFAULT_BACKLOG,
      ssl = null,
      start_serving = true,
    }: CreateServerOptions = {},
  ): Promise<Server> {
    refuse_tls(ssl);
    if (host === null && port === null) {
      throw new ValueError("Neither host/port nor sock were specified");
    }
    const options = { family, backlog, start_serving };
    return await listen_on_hosts(this, protocol_factory, host, Number(port ?? 0), options);
  }

  async create_unix_connection<P extends BaseProtocol>(
    protocol_factory: (() => P) | (new () => P),
    path: Dynamic = null,
  ): Promise<readonly [Transport, P]> {
    if (path === null) throw new ValueError("no path and sock were specified");
    return await connect_to_path(this, protocol_factory, text_of(path));
  }

  async create_unix_server(
    protocol_factory: ProtocolFactory,
    path: Dynamic = null,
    { backlog = DEFAULT_BACKLOG, start_serving = true }: CreateUnixServerOptions = {},
  ): Promise<Server> {
    if (path === null) throw new ValueError("path was not specified, and no sock specified");
    return await listen_on_path(this, protocol_factory, text_of(path), { backlog, start_serving });
  }

  override close(): void {
    super.close();
    this.#default_executor.close();
  }
}

function refuse_tls(ssl: unknown): void {
  if (ssl == null || ssl === false) return;
  throw new NotImplementedError("TLS is not supported by this runtime yet: ssl must be None");
}
