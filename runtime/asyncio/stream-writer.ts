// StreamWriter, and the protocol that joins reader, writer and transport.
import { shown_as } from "./format_helpers.ts";
import { exception_context } from "./exception-context.ts";
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { ConnectionResetError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { class_name } from "../builtins/type-name.ts";
import { is_coroutine_like } from "./coroutines.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";
import { get_event_loop } from "./policy.ts";
import { Protocol } from "./protocols.ts";
import { sleep } from "./sleep.ts";
import type { StreamReader } from "./stream-reader.ts";
import type { Task } from "./tasks.ts";
import type { Transport } from "./transports.ts";

/** What a server calls for each connection: a coroutine function becomes a task, a plain one is just called. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown;

/** Writes to a transport, and waits where that is full. */
export class StreamWriter {
  static readonly __name__: string = "StreamWriter";
  static readonly __module__: string = "asyncio.streams";

  readonly #transport: Transport;
  readonly #protocol: StreamReaderProtocol;
  readonly #reader: StreamReader | null;

  constructor(
    transport: Transport,
    protocol: StreamReaderProtocol,
    reader: StreamReader | null,
    _loop: AbstractEventLoop,
  ) {
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
  }

  get transport(): Transport {
    return this.#transport;
  }

  write(data: Dynamic): void {
    this.#transport.write(data);
  }

  writelines(data: Iterable<Dynamic>): void {
    this.#transport.writelines(data);
  }

  write_eof(): void {
    this.#transport.write_eof();
  }

  can_write_eof(): boolean {
    return this.#transport.can_write_eof();
  }

  close(): void {
    this.#transport.close();
  }

  is_closing(): boolean {
    return this.#transport.is_closing();
  }

  /** Waits until the connection is gone; raises what it was lost by. */
  async wait_closed(): Promise<null> {
    return await this.#protocol._closed;
  }

  get_extra_info(name: string, default_: Dynamic = null): Dynamic {
    return this.#transport.get_extra_info(name, default_);
  }

  /** Waits while the transport's buffer is too full. Raises what the connection was lost by. */
  async drain(): Promise<null> {
    const exception: Dynamic = this.#reader?.exception() ?? null;
    if (exception !== null) throw exception;
    if (this.#transport.is_closing()) await sleep(0);
    await this.#protocol._drain_helper();
    return null;
  }

  __repr__(): string {
    const reader = this.#reader === null ? "" : ` reader=${repr(this.#reader)}`;
    return `<${class_name(this.constructor)} transport=${repr(this.#transport)}${reader}>`;
  }
}

/** States: start → connected → lost. */
export class StreamReaderProtocol extends Protocol {
  static override readonly __name__: string = "StreamReaderProtocol";
  static override readonly __module__: string = "asyncio.streams";

  readonly #loop: AbstractEventLoop;
  readonly #client_connected: ClientConnected | null;
  #reader: StreamReader | null;
  #is_paused = false;
  #is_lost = false;
  readonly #drain_waiters = new Set<Future<null>>();
  readonly _closed: Future<null>;

  constructor(
    stream_reader: StreamReader | null,
    client_connected_cb: ClientConnected | null = null,
    loop: AbstractEventLoop | null = null,
  ) {
    super();
    this.#loop = loop ?? get_event_loop();
    this.#reader = stream_reader;
    this.#client_connected = client_connected_cb;
    this._closed = this.#loop.create_future() as Future<null>;
  }

  override connection_made(transport: Transport): void {
    const reader = this.#reader;
    reader?.set_transport(transport);
    if (this.#client_connected === null || reader === null) return;
    const writer = new StreamWriter(transport, this, reader, this.#loop);
    const result: unknown = call(this.#client_connected, reader, writer);
    if (!is_coroutine_like(result)) return;
    const task = this.#loop.create_task(result) as Task;
    task.add_done_callback(
      shown_as("StreamReaderProtocol.connection_made.<locals>.callback", () =>
        this.#client_done(task, transport),
      ),
    );
  }

  override connection_lost(exc: Dynamic): void {
    if (exc === null) this.#reader?.feed_eof();
    else this.#reader?.set_exception(exc);
    if (!this._closed.done()) settle(this._closed, exc);
    // Nobody has to look at the reason.
    if (exc !== null && !this._closed.cancelled()) this._closed.exception();
    this.#is_lost = true;
    if (this.#is_paused) for (const waiter of this.#drain_waiters) settle(waiter, exc);
    this.#reader = null;
  }

  override data_received(data: Dynamic): void {
    this.#reader?.feed_data(data);
  }

  override eof_received(): boolean {
    this.#reader?.feed_eof();
    return true;
  }

  override pause_writing(): void {
    this.#is_paused = true;
  }

  override resume_writing(): void {
    this.#is_paused = false;
    for (const waiter of this.#drain_waiters) settle(waiter, null);
  }

  async _drain_helper(): Promise<void> {
    if (this.#is_lost) throw new ConnectionResetError("Connection lost");
    if (!this.#is_paused) return;
    const waiter = this.#loop.create_future() as Future<null>;
    this.#drain_waiters.add(waiter);
    try {
      await waiter;
    } finally {
      this.#drain_waiters.delete(waiter);
    }
  }

  #client_done(task: Task, transport: Transport): void {
    if (task.cancelled()) {
      transport.close();
      return;
    }
    const exception: Dynamic = task.exception();
    if (exception === null) return;
    const message = "Unhandled exception in client_connected_cb";
    this.#loop.call_exception_handler(exception_context({ message, exception, transport }));
    transport.close();
  }
}

function settle(future: Future<null>, exception: Dynamic): void {
  if (future.done()) return;
  if (exception === null) future.set_result(null);
  else future.set_exception(exception);
}
