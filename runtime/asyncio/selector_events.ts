// SocketTransport: a connection of the platform as an asyncio transport, in the turns that CPython's takes.
import { exception_context } from "./exception-context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import {
  KeyboardInterrupt,
  OSError,
  RuntimeError,
  SystemExit,
  TypeError,
} from "../builtins/exceptions/index.ts";
import { truth } from "../builtins/truth.ts";
import { class_name, bare_type_name } from "../builtins/type-name.ts";
import type { Connection, SystemFailure } from "../platform/sockets.ts";
import { next_turn } from "../platform/timers.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";
import { log } from "./log.ts";
import { os_error } from "./os-errors.ts";
import { feed } from "./buffered.ts";
import { type BaseProtocol, BufferedProtocol, type Protocol } from "./protocols.ts";
import { as_bytes, octets } from "./stream-bytes.ts";
import { FlowControl, Transport } from "./transports.ts";
import { python_address, TransportSocket } from "./trsock.ts";

/** Writes to a lost connection go unnoticed so many times before a warning is logged. */
const LOST_WRITES_BEFORE_WARNING = 5;

/** What a transport that a server accepted tells it. */
export interface TransportOwner {
  _attach(transport: Transport): void;
  _detach(transport: Transport): void;
}

/** What comes from the socket: bytes, the end, or a failure. */
type Incoming =
  { readonly bytes: Uint8Array } | { readonly failure: SystemFailure } | { readonly is_end: true };

/**
 * States: open → closing (`close`, with bytes left to write) → lost (`_lose` is scheduled or done).
 * One incoming event is handled per iteration of the loop, as a selector would bring them.
 */
export class SocketTransport extends Transport {
  static readonly __name__: string = "_SelectorSocketTransport";
  static override readonly __module__: string = "asyncio.selector_events";

  readonly #loop: AbstractEventLoop;
  readonly #connection: Connection;
  readonly #server: TransportOwner | null;
  readonly #flow: FlowControl;
  readonly #release: () => void;
  readonly #incoming: Incoming[] = [];
  #protocol: BaseProtocol;
  #is_closing = false;
  #is_paused = false;
  #is_reading = false;
  #is_event_due = false;
  #has_sent_eof = false;
  #is_closed = false;
  #lost_count = 0;

  /** A transport that keeps itself alive by its connection's events. */
  static open(...made_of: ConstructorParameters<typeof SocketTransport>): SocketTransport {
    return new SocketTransport(...made_of);
  }

  constructor(
    loop: AbstractEventLoop,
    connection: Connection,
    protocol: BaseProtocol,
    waiter: Future<null> | null,
    server: TransportOwner | null,
  ) {
    super();
    const { local, remote, descriptor } = connection;
    this._extra.set("socket", new TransportSocket(local, remote, descriptor));
    this._extra.set("sockname", python_address(local));
    this._extra.set("peername", python_address(remote));
    this.#loop = loop;
    this.#connection = connection;
    this.#protocol = protocol;
    this.#server = server;
    this.#flow = new FlowControl(loop, this);
    this.#release = loop.hold();
    server?._attach(this);
    this.#listen();
    loop.call_soon(() => protocol.connection_made(this));
    loop.call_soon(() => this.#start_reading());
    if (waiter !== null) loop.call_soon(() => waiter.done() || waiter.set_result(null));
  }

  override set_protocol(protocol: BaseProtocol): void {
    this.#protocol = protocol;
  }

  override get_protocol(): BaseProtocol {
    return this.#protocol;
  }

  override is_closing(): boolean {
    return this.#is_closing;
  }

  override is_reading(): boolean {
    return !this.#is_closing && !this.#is_paused;
  }

  override pause_reading(): void {
    if (!this.is_reading()) return;
    this.#is_paused = true;
    this.#stop_reading();
  }

  override resume_reading(): void {
    if (this.#is_closing || !this.#is_paused) return;
    this.#is_paused = false;
    this.#start_reading();
  }

  override close(): void {
    if (this.#is_closing) return;
    this.#is_closing = true;
    this.#stop_reading();
    if (this.#connection.unsent > 0) return;
    this.#lost_count++;
    this.#loop.call_soon(() => this.#lose(null));
  }

  override abort(): void {
    this.#force_close(null);
  }

  /** TypeError for what is no bytes; RuntimeError after `write_eof`. */
  override write(data: Dynamic): void {
    const bytes = octets(data);
    if (bytes === null) {
      throw new TypeError(
        `data argument must be a bytes-like object, not '${bare_type_name(data)}'`,
      );
    }
    if (this.#has_sent_eof) throw new RuntimeError("Cannot call write() after write_eof()");
    if (bytes.length === 0) return;
    if (this.#lost_count > 0) {
      if (this.#lost_count >= LOST_WRITES_BEFORE_WARNING)
        log("selector_events", "warning", "socket.send() raised exception.");
      this.#lost_count++;
      return;
    }
    this.#connection.write(bytes);
    this.#flow.pause_if_full();
  }

  override writelines(list_of_data: Iterable<Dynamic>): void {
    for (const data of list_of_data) this.write(data);
  }

  override write_eof(): void {
    if (this.#is_closing || this.#has_sent_eof) return;
    this.#has_sent_eof = true;
    this.#connection.finish();
  }

  override can_write_eof(): boolean {
    return true;
  }

  override set_write_buffer_limits(high: number | null = null, low: number | null = null): void {
    this.#flow.set_limits(high, low);
    this.#flow.pause_if_full();
  }

  override get_write_buffer_size(): number {
    return this.#connection.unsent;
  }

  override get_write_buffer_limits(): readonly [number, number] {
    return this.#flow.limits;
  }

  __repr__(): string {
    const state = this.#is_closed ? " closed" : this.#is_closing ? " closing" : "";
    const reading = this.#is_reading ? "polling" : "idle";
    const size = this.get_write_buffer_size();
    const writing = `${size > 0 ? "polling" : "idle"}, bufsize=${size}`;
    const name = class_name(this.constructor);
    const fd = this.#connection.descriptor;
    return this.#is_closed
      ? `<${name}${state} fd=${fd}>`
      : `<${name}${state} fd=${fd} read=${reading} write=<${writing}>>`;
  }

  #listen(): void {
    this.#connection.listen_to({
      received: (bytes) => this.#arrive({ bytes }),
      ended: () => this.#arrive({ is_end: true }),
      failed: (failure) => this.#arrive({ failure }),
      drained: () => this.#from_outside(() => this.#drained()),
    });
  }

  #start_reading(): void {
    if (!this.is_reading() || this.#is_reading) return;
    this.#is_reading = true;
    this.#connection.resume();
    if (this.#incoming.length > 0) this.#make_event_due();
  }

  #stop_reading(): void {
    if (!this.#is_reading) return;
    this.#is_reading = false;
    this.#connection.pause();
  }

  #arrive(incoming: Incoming): void {
    this.#incoming.push(incoming);
    if (!this.#is_event_due) this.#make_event_due(true);
  }

  /** The next incoming event is handled in the iteration after the platform's next turn, or in this one. */
  #make_event_due(is_platform_turn = false): void {
    if (this.#is_event_due) return;
    this.#is_event_due = true;
    const handle = (): void => {
      this.#is_event_due = false;
      this.#handle_incoming();
    };
    if (is_platform_turn) this.#from_outside(handle);
    else next_turn(() => this.#from_outside(handle));
  }

  #from_outside(callback: () => void): void {
    if (!this.#loop.is_closed()) this.#loop.call_soon_threadsafe(callback);
  }

  #handle_incoming(): void {
    if (this.#lost_count > 0) return;
    const [next] = this.#incoming;
    if (next === undefined || (!this.#is_reading && !("failure" in next))) return;
    this.#incoming.shift();
    if ("bytes" in next) this.#data_received(next.bytes);
    else if ("failure" in next) this.#fatal_error(os_error(next.failure));
    else this.#eof_received();
    if (this.#incoming.length > 0) this.#make_event_due();
  }

  #data_received(bytes: Uint8Array): void {
    const protocol = this.#protocol;
    if (protocol instanceof BufferedProtocol)
      return void this.#guard("Fatal error: protocol.buffer_updated() call failed.", () =>
        feed(protocol, bytes, as_bytes),
      );
    this.#guard("Fatal error: protocol.data_received() call failed.", () =>
      (this.#protocol as Protocol).data_received(as_bytes(bytes)),
    );
  }

  #eof_received(): void {
    this.#guard("Fatal error: protocol.eof_received() call failed.", () => {
      const keeps_open = truth((this.#protocol as Protocol).eof_received());
      if (keeps_open) this.#stop_reading();
      else this.close();
    });
  }

  #guard(message: string, body: () => unknown): void {
    try {
      body();
    } catch (error) {
      if (error instanceof SystemExit || error instanceof KeyboardInterrupt) throw error;
      this.#fatal_error(error, message);
    }
  }

  #drained(): void {
    if (this.#lost_count > 0) return;
    this.#flow.resume_if_drained();
    if (this.#connection.unsent > 0 || !this.#is_closing) return;
    this.#lost_count++;
    this.#lose(null);
  }

  #fatal_error(exception: Dynamic, message = "Fatal read error on socket transport"): void {
    if (!(exception instanceof OSError)) {
      const [transport, protocol] = [this, this.#protocol];
      this.#loop.call_exception_handler(
        exception_context({ message, exception, transport, protocol }),
      );
    }
    this.#force_close(exception);
  }

  #force_close(exception: Dynamic): void {
    if (this.#lost_count > 0) return;
    this.#is_closing = true;
    this.#stop_reading();
    this.#lost_count++;
    this.#loop.call_soon(() => this.#lose(exception));
  }

  #lose(exception: Dynamic): void {
    try {
      this.#protocol.connection_lost(exception);
    } finally {
      this.#is_closed = true;
      this.#connection.close();
      this.#release();
      this.#server?._detach(this);
    }
  }
}
