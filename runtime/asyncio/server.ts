// Server: listening sockets and the connections that came through them.
import { exception_context } from "./exception-context.ts";
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyboardInterrupt, RuntimeError, SystemExit } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { class_name } from "../builtins/type-name.ts";
import { Tuple } from "../builtins/tuple.ts";
import type { Connection, Listener } from "../platform/sockets.ts";
import { AbstractServer } from "./abstract-server.ts";
import type { AbstractEventLoop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import type { BaseProtocol } from "./protocols.ts";
import { SocketTransport, type TransportOwner } from "./selector_events.ts";
import { sleep } from "./sleep.ts";
import type { Transport } from "./transports.ts";
import { TransportSocket } from "./trsock.ts";

/** A function that makes a protocol, or the protocol's class. */
export type ProtocolFactory = (() => BaseProtocol) | (new () => BaseProtocol);

/** States: bound → serving (`start_serving`) → closed (`close`). It is gone when its last connection is. */
export class Server extends AbstractServer implements TransportOwner {
  static override readonly __name__: string = "Server";
  static override readonly __module__: string = "asyncio.base_events";

  readonly #loop: AbstractEventLoop;
  readonly #protocol_factory: ProtocolFactory;
  readonly #clients = new Set<Transport>();
  /** Connections that came before serving began. */
  #early: Connection[] = [];
  #listeners: readonly Listener[] | null = null;
  /** Those that wait for the end; `null` when it has come. */
  #waiters: Future<null>[] | null = [];
  #is_serving = false;
  #forever: Future<null> | null = null;
  readonly #release: () => void;

  constructor(loop: AbstractEventLoop, protocol_factory: ProtocolFactory) {
    super();
    this.#loop = loop;
    this.#protocol_factory = protocol_factory;
    this.#release = loop.hold();
  }

  override get_loop(): AbstractEventLoop {
    return this.#loop;
  }

  override is_serving(): boolean {
    return this.#is_serving;
  }

  /** The listening sockets; none when the server is closed. */
  get sockets(): readonly TransportSocket[] {
    const listeners = this.#listeners ?? [];
    return Tuple.from_iterable(
      listeners.map(({ address, descriptor }) => new TransportSocket(address, null, descriptor)),
    );
  }

  /** Accepts connections from now on. */
  override async start_serving(): Promise<null> {
    this._start_serving();
    await sleep(0);
    return null;
  }

  /** Serves until the caller is cancelled; then closes. RuntimeError when closed, or served already. */
  override async serve_forever(): Promise<null> {
    if (this.#forever !== null) {
      throw new RuntimeError(`server ${repr(this)} is already being awaited on serve_forever()`);
    }
    if (this.#listeners === null) throw new RuntimeError(`server ${repr(this)} is closed`);
    this._start_serving();
    const forever = this.#loop.create_future() as Future<null>;
    this.#forever = forever;
    try {
      return await forever;
    } catch (error) {
      if (error instanceof CancelledError) {
        this.close();
        await this.wait_closed();
      }
      throw error;
    } finally {
      this.#forever = null;
    }
  }

  /** Stops listening; connections go on. */
  override close(): void {
    const listeners = this.#listeners;
    if (listeners === null) return;
    this.#listeners = null;
    for (const listener of listeners) listener.close();
    for (const connection of this.#early.splice(0)) connection.close();
    this.#is_serving = false;
    this.#release();
    if (this.#forever !== null && !this.#forever.done()) {
      this.#forever.cancel();
      this.#forever = null;
    }
    if (this.#clients.size === 0) this.#wake_up();
  }

  override close_clients(): void {
    for (const transport of this.#clients) transport.close();
  }

  override abort_clients(): void {
    for (const transport of this.#clients) transport.abort();
  }

  /** Waits until the server is closed and all its connections are gone. */
  override async wait_closed(): Promise<null> {
    if (this.#waiters === null) return null;
    const waiter = this.#loop.create_future() as Future<null>;
    this.#waiters.push(waiter);
    return await waiter;
  }

  override async __aenter__(): Promise<this> {
    return this;
  }

  override async __aexit__(..._exception: readonly unknown[]): Promise<null> {
    this.close();
    return await this.wait_closed();
  }

  __repr__(): string {
    return `<${class_name(this.constructor)} sockets=${repr(this.sockets)}>`;
  }

  _attach(transport: Transport): void {
    this.#clients.add(transport);
  }

  _detach(transport: Transport): void {
    this.#clients.delete(transport);
    if (this.#clients.size === 0 && this.#listeners === null) this.#wake_up();
  }

  _listen_on(listeners: readonly Listener[]): void {
    this.#listeners = listeners;
  }

  _start_serving(): void {
    if (this.#is_serving) return;
    this.#is_serving = true;
    for (const connection of this.#early.splice(0)) this._accept(connection);
  }

  /** Called by the platform for each connection. */
  _accept(connection: Connection): void {
    if (this.#listeners === null || this.#loop.is_closed()) return connection.close();
    if (!this.#is_serving) return void this.#early.push(connection);
    this.#loop.call_soon_threadsafe(() => {
      this.#loop.create_task(() => this.#welcome(connection));
    });
  }

  async #welcome(connection: Connection): Promise<null> {
    if (this.#listeners === null) {
      connection.close();
      return null;
    }
    try {
      const protocol = call(this.#protocol_factory as Dynamic) as BaseProtocol;
      const waiter = this.#loop.create_future() as Future<null>;
      SocketTransport.open(this.#loop, connection, protocol, waiter, this);
      await waiter;
    } catch (exception) {
      if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt)
        throw exception;
      if (exception instanceof CancelledError) throw exception;
      const message = "Error on transport creation for incoming connection";
      this.#loop.call_exception_handler(exception_context({ message, exception }));
    }
    return null;
  }

  #wake_up(): void {
    const waiters = this.#waiters ?? [];
    this.#waiters = null;
    for (const waiter of waiters) if (!waiter.done()) waiter.set_result(null);
  }
}
