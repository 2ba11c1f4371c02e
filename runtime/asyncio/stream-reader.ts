// StreamReader: bytes of a connection, awaited by amount, line or separator.
import { Bytes } from "../builtins/bytes/bytes.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import {
  RuntimeError,
  StopAsyncIteration,
  TypeError,
  ValueError,
} from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { Tuple } from "../builtins/tuple.ts";
import { type_name } from "../builtins/type-name.ts";
import type { AbstractEventLoop } from "./events.ts";
import { IncompleteReadError, LimitOverrunError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { get_event_loop } from "./policy.ts";
import { ByteBuffer, octets } from "./stream-bytes.ts";
import type { ReadTransport } from "./transports.ts";

/** The bytes that a reader buffers, unless told, before the transport is paused at twice as many. */
export const DEFAULT_LIMIT = 2 ** 16;

const NEWLINE = 10;

/** States: open → at its end (`feed_eof`) or failed (`set_exception`). One coroutine may wait at a time. */
export class StreamReader {
  static readonly __name__: string = "StreamReader";
  static readonly __module__: string = "asyncio.streams";

  readonly #limit: number;
  readonly #loop: AbstractEventLoop;
  #buffer = new ByteBuffer();
  #is_at_end = false;
  #waiter: Future<null> | null = null;
  #exception: Dynamic = null;
  #transport: ReadTransport | null = null;
  #is_paused = false;

  constructor(limit: number = DEFAULT_LIMIT, loop: AbstractEventLoop | null = null) {
    if (limit <= 0) throw new ValueError("Limit cannot be <= 0");
    this.#limit = Number(limit);
    this.#loop = loop ?? get_event_loop();
  }

  /** Up to n bytes as soon as there are any; all of them to the end without n. Empty at the end. */
  async read(n: number = -1): Promise<Bytes> {
    if (this.#exception !== null) throw this.#exception;
    if (n === 0) return new Bytes();
    if (n < 0) return await this.#read_all();
    if (this.#buffer.length === 0 && !this.#is_at_end) await this.#wait_for_data("read");
    return this.#take(Number(n));
  }

  /** Exactly n bytes. IncompleteReadError when the stream ends before. */
  async readexactly(n: number): Promise<Bytes> {
    if (n < 0) throw new ValueError("readexactly size can not be less than zero");
    if (this.#exception !== null) throw this.#exception;
    if (n === 0) return new Bytes();
    while (this.#buffer.length < n) {
      if (this.#is_at_end) throw new IncompleteReadError(this.#buffer.take(), Number(n));
      await this.#wait_for_data("readexactly");
    }
    return this.#take(Number(n));
  }

  /** A line with its newline; what is left where the stream ends without one. ValueError for a line beyond the limit. */
  async readline(): Promise<Bytes> {
    try {
      return await this.readuntil();
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial as Bytes;
      if (!(error instanceof LimitOverrunError)) throw error;
      this.#drop_line(error.consumed);
      throw new ValueError(error.args[0]);
    }
  }

  /**
   * Bytes up to and with a separator, or the first of several. IncompleteReadError when the stream ends before it,
   * LimitOverrunError when it lies beyond the limit: then the bytes stay.
   */
  async readuntil(separator: Bytes | readonly Bytes[] = new Bytes([NEWLINE])): Promise<Bytes> {
    const separators = checked_separators(separator);
    const [shortest, longest] = [separators[0]?.length ?? 0, separators.at(-1)?.length ?? 0];
    if (shortest === 0) throw new ValueError("Separator should be at least one-byte string");
    if (this.#exception !== null) throw this.#exception;
    let offset = 0;
    for (;;) {
      const length = this.#buffer.length;
      if (length - offset >= shortest) {
        const match = first_match(this.#buffer, separators, offset);
        if (match !== null) return this.#take_match(match);
        offset = Math.max(0, length + 1 - longest);
        if (offset > this.#limit) {
          throw new LimitOverrunError("Separator is not found, and chunk exceed the limit", offset);
        }
      }
      if (this.#is_at_end) throw new IncompleteReadError(this.#buffer.take(), null);
      await this.#wait_for_data("readuntil");
    }
  }

  /** Whether the stream has ended and everything was read. */
  at_eof(): boolean {
    return this.#is_at_end && this.#buffer.length === 0;
  }

  feed_data(data: Bytes): void {
    const bytes = octets(data);
    if (bytes === null)
      throw new TypeError(`a bytes-like object is required, not '${type_name(data)}'`);
    if (bytes.length === 0) return;
    this.#buffer.push(bytes);
    this.#wake_waiter();
    if (this.#transport === null || this.#is_paused) return;
    if (this.#buffer.length > 2 * this.#limit) {
      this.#transport.pause_reading();
      this.#is_paused = true;
    }
  }

  feed_eof(): void {
    this.#is_at_end = true;
    this.#wake_waiter();
  }

  exception(): Dynamic {
    return this.#exception;
  }

  set_exception(exc: Dynamic): void {
    this.#exception = exc;
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter !== null && !waiter.cancelled()) waiter.set_exception(exc);
  }

  set_transport(transport: ReadTransport): void {
    this.#transport = transport;
  }

  [Symbol.asyncIterator](): AsyncIterator<Bytes> {
    return {
      next: async () => {
        const value = await this.readline();
        return value.length === 0 ? { done: true, value: undefined } : { done: false, value };
      },
    };
  }

  __aiter__(): this {
    return this;
  }

  async __anext__(): Promise<Bytes> {
    const line = await this.readline();
    if (line.length === 0) throw new StopAsyncIteration();
    return line;
  }

  __repr__(): string {
    const info = ["StreamReader"];
    if (this.#buffer.length > 0) info.push(`${this.#buffer.length} bytes`);
    if (this.#is_at_end) info.push("eof");
    if (this.#limit !== DEFAULT_LIMIT) info.push(`limit=${this.#limit}`);
    if (this.#waiter !== null) info.push(`waiter=${repr(this.#waiter)}`);
    if (this.#exception !== null) info.push(`exception=${repr(this.#exception)}`);
    if (this.#transport !== null) info.push(`transport=${repr(this.#transport)}`);
    if (this.#is_paused) info.push("paused");
    return `<${info.join(" ")}>`;
  }

  async #read_all(): Promise<Bytes> {
    const all = new ByteBuffer();
    for (;;) {
      const block = await this.read(this.#limit);
      if (block.length === 0) return all.take();
      all.push(octets(block) ?? new Uint8Array());
    }
  }

  #take(count: number): Bytes {
    const taken = this.#buffer.take(count);
    this.#maybe_resume_transport();
    return taken;
  }

  #take_match({ start, end }: Match): Bytes {
    if (start > this.#limit) {
      throw new LimitOverrunError("Separator is found, but chunk is longer than limit", start);
    }
    return this.#take(end);
  }

  /** After a line that was too long: it goes, with its newline if that is there already. */
  #drop_line(consumed: number): void {
    const newline = this.#buffer.find(Uint8Array.of(NEWLINE), consumed);
    this.#buffer.take(newline === consumed ? consumed + 1 : undefined);
    this.#maybe_resume_transport();
  }

  async #wait_for_data(caller: string): Promise<void> {
    if (this.#waiter !== null) {
      throw new RuntimeError(
        `${caller}() called while another coroutine is already waiting for incoming data`,
      );
    }
    if (this.#is_paused) {
      this.#is_paused = false;
      this.#transport?.resume_reading();
    }
    const waiter = this.#loop.create_future() as Future<null>;
    this.#waiter = waiter;
    try {
      await waiter;
    } finally {
      this.#waiter = null;
    }
  }

  #wake_waiter(): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter !== null && !waiter.cancelled()) waiter.set_result(null);
  }

  #maybe_resume_transport(): void {
    if (!this.#is_paused || this.#buffer.length > this.#limit) return;
    this.#is_paused = false;
    this.#transport?.resume_reading();
  }
}

interface Match {
  readonly start: number;
  readonly end: number;
}

function checked_separators(separator: unknown): readonly Uint8Array[] {
  const all = separator instanceof Tuple ? [...separator] : [separator];
  const found = all.map((each) => {
    const bytes = octets(each);
    if (bytes === null) {
      throw new TypeError(`a bytes-like object is required, not '${type_name(each)}'`);
    }
    return bytes;
  });
  if (found.length === 0) throw new ValueError("Separator should contain at least one element");
  return found.sort((a, b) => a.length - b.length);
}

/** The match that ends first. */
function first_match(
  buffer: ByteBuffer,
  separators: readonly Uint8Array[],
  offset: number,
): Match | null {
  let first: Match | null = null;
  for (const separator of separators) {
    const start = buffer.find(separator, offset);
    const end = start + separator.length;
    if (start >= 0 && (first === null || end < first.end)) first = { start, end };
  }
  return first;
}
