// Transports: what protocols write to. The abstract classes, and the flow control that all writers share.
import { exception_context } from "./exception-context.ts";
import { b } from "../builtins/bytes/bytes.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Dict } from "../builtins/mappings/dict.ts";
import {
  KeyboardInterrupt,
  NotImplementedError,
  SystemExit,
  ValueError,
} from "../builtins/exceptions/index.ts";
import { add } from "../builtins/operators/index.ts";
import { Tuple } from "../builtins/tuple.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { BaseProtocol } from "./protocols.ts";

const HIGH_WATER = 64 * 1024;

export class BaseTransport {
  static readonly __module__: string = "asyncio.transports";
  _extra: Dict<string, Dynamic>;

  constructor(extra: Dict<string, Dynamic> | ReadonlyMap<string, Dynamic> | null = null) {
    this._extra = extra instanceof Dict ? extra : new Dict<string, Dynamic>([...(extra ?? [])]);
  }

  /** What is known beyond the transport itself: `peername`, `sockname`, `socket` … */
  get_extra_info(name: string, default_: Dynamic = null): Dynamic {
    return this._extra.get(name) ?? default_;
  }

  is_closing(): boolean {
    throw new NotImplementedError();
  }

  /** Closes when what is buffered has been written; the protocol's connection_lost is called later. */
  close(): void {
    throw new NotImplementedError();
  }

  set_protocol(_protocol: BaseProtocol): void {
    throw new NotImplementedError();
  }

  get_protocol(): BaseProtocol {
    throw new NotImplementedError();
  }
}

export class ReadTransport extends BaseTransport {
  static override readonly __module__: string = "asyncio.transports";
  is_reading(): boolean {
    throw new NotImplementedError();
  }

  pause_reading(): void {
    throw new NotImplementedError();
  }

  resume_reading(): void {
    throw new NotImplementedError();
  }
}

export class Transport extends ReadTransport {
  static override readonly __module__: string = "asyncio.transports";
  write(_data: Dynamic): void {
    throw new NotImplementedError();
  }

  writelines(list_of_data: Iterable<Dynamic>): void {
    this.write(concatenated(list_of_data));
  }

  write_eof(): void {
    throw new NotImplementedError();
  }

  can_write_eof(): boolean {
    throw new NotImplementedError();
  }

  /** Closes at once; what is buffered is lost. */
  abort(): void {
    throw new NotImplementedError();
  }

  set_write_buffer_limits(_high: number | null = null, _low: number | null = null): void {
    throw new NotImplementedError();
  }

  get_write_buffer_size(): number {
    throw new NotImplementedError();
  }

  get_write_buffer_limits(): readonly [number, number] {
    throw new NotImplementedError();
  }
}

/** What protocols only write to. */
export class WriteTransport extends BaseTransport {
  static override readonly __module__: string = "asyncio.transports";
  static readonly __name__: string = "WriteTransport";

  set_write_buffer_limits(_high: number | null = null, _low: number | null = null): void {
    throw new NotImplementedError();
  }

  get_write_buffer_size(): number {
    throw new NotImplementedError();
  }

  get_write_buffer_limits(): readonly [number, number] {
    throw new NotImplementedError();
  }

  write(_data: Dynamic): void {
    throw new NotImplementedError();
  }

  writelines(list_of_data: Iterable<Dynamic>): void {
    this.write(concatenated(list_of_data));
  }

  write_eof(): void {
    throw new NotImplementedError();
  }

  can_write_eof(): boolean {
    throw new NotImplementedError();
  }

  abort(): void {
    throw new NotImplementedError();
  }
}

/** Sends datagrams. */
export class DatagramTransport extends BaseTransport {
  static override readonly __module__: string = "asyncio.transports";
  static readonly __name__: string = "DatagramTransport";

  sendto(_data: Dynamic, _addr: Dynamic = null): void {
    throw new NotImplementedError();
  }

  abort(): void {
    throw new NotImplementedError();
  }
}

/** Stands for a child process. */
export class SubprocessTransport extends BaseTransport {
  static override readonly __module__: string = "asyncio.transports";
  static readonly __name__: string = "SubprocessTransport";

  get_pid(): number {
    throw new NotImplementedError();
  }

  get_returncode(): number | null {
    throw new NotImplementedError();
  }

  get_pipe_transport(_fd: number): BaseTransport {
    throw new NotImplementedError();
  }

  send_signal(_signal: number): void {
    throw new NotImplementedError();
  }

  terminate(): void {
    throw new NotImplementedError();
  }

  kill(): void {
    throw new NotImplementedError();
  }
}

/** `b"".join(parts)`. */
function concatenated(parts: Iterable<Dynamic>): Dynamic {
  let all: Dynamic = null;
  for (const part of parts) all = all === null ? part : add(all, part);
  return all ?? b("");
}

/** States: flowing ⇄ paused. Above `high` buffered bytes the protocol is paused, at `low` it goes on. */
export class FlowControl {
  #high = HIGH_WATER;
  #low = HIGH_WATER / 4;
  #is_paused = false;
  readonly #loop: AbstractEventLoop;
  readonly #transport: Transport;

  constructor(loop: AbstractEventLoop, transport: Transport) {
    this.#loop = loop;
    this.#transport = transport;
  }

  get limits(): readonly [number, number] {
    return Tuple.of(this.#low, this.#high);
  }

  /** ValueError unless high >= low >= 0. */
  set_limits(high: number | null, low: number | null): void {
    const upper = high ?? (low === null ? HIGH_WATER : 4 * low);
    const lower = low ?? Math.floor(upper / 4);
    if (!(upper >= lower && lower >= 0)) {
      throw new ValueError(`high (${upper}) must be >= low (${lower}) must be >= 0`);
    }
    this.#high = upper;
    this.#low = lower;
  }

  pause_if_full(): void {
    if (this.#is_paused || this.#transport.get_write_buffer_size() <= this.#high) return;
    this.#is_paused = true;
    this.#tell((protocol) => protocol.pause_writing(), "protocol.pause_writing() failed");
  }

  resume_if_drained(): void {
    if (!this.#is_paused || this.#transport.get_write_buffer_size() > this.#low) return;
    this.#is_paused = false;
    this.#tell((protocol) => protocol.resume_writing(), "protocol.resume_writing() failed");
  }

  #tell(event: (protocol: BaseProtocol) => unknown, message: string): void {
    const protocol = this.#transport.get_protocol();
    try {
      event(protocol);
    } catch (exception) {
      if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt)
        throw exception;
      const transport = this.#transport;
      this.#loop.call_exception_handler(
        exception_context({ message, exception, transport, protocol }),
      );
    }
  }
}
