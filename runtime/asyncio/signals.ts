// Signals as callbacks of a loop; Ctrl-C where the program handles it not otherwise.
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import {
  disposition,
  receive_signals,
  SIGINT,
  type SignalReceiver,
} from "../concurrency/signal-handlers.ts";
import { on_signal, signal_name, type SignalNumber } from "../platform/signals.ts";

export interface LoopSignalsOptions {
  /** Ctrl-C came from outside, without a handler. */
  readonly interrupted: () => void;
  /** Whether the program's runner sees to a Ctrl-C. */
  readonly interrupt: () => boolean;
  /** The loop looks for raised signals before its next iteration. */
  readonly raised: () => void;
  /** A handler of `signal.signal` raised. */
  readonly failed: (error: unknown) => void;
}

/** The signals that a loop listens to. States: idle → listening (the loop runs) ⇄ idle. */
export class LoopSignals implements SignalReceiver {
  readonly #handlers = new Map<number, () => void>();
  readonly #options: LoopSignalsOptions;
  readonly #raised: number[] = [];
  #stop_listening: (() => void)[] = [];
  #is_listening = false;

  constructor(options: LoopSignalsOptions) {
    this.#options = options;
  }

  get has_raised(): boolean {
    return this.#raised.length > 0;
  }

  takes(signal: number): boolean {
    return this.#handlers.has(signal);
  }

  raised(signal: number): void {
    this.#raised.push(signal);
    this.#options.raised();
  }

  interrupt(): boolean {
    return this.#options.interrupt();
  }

  fail(error: unknown): void {
    this.#options.failed(error);
  }

  /** What the selector finds in CPython: the handlers of the signals raised since it looked last. */
  take_raised(): readonly (() => void)[] {
    return this.#raised.splice(0).flatMap((signal) => this.#handlers.get(signal) ?? []);
  }

  /** Calls back for each such signal while the loop runs. ValueError for a number that is none. */
  add(signal: SignalNumber, callback: () => void): void {
    const number = checked(signal);
    this.#handlers.set(number, callback);
    this.#listen_anew();
  }

  /** Whether there was a handler. */
  remove(signal: SignalNumber): boolean {
    const was_there = this.#handlers.delete(checked(signal));
    this.#listen_anew();
    return was_there;
  }

  start(): void {
    this.#is_listening = true;
    this.#listen_anew();
  }

  stop(): void {
    this.#is_listening = false;
    this.#listen_anew();
  }

  #listen_anew(): void {
    for (const stop of this.#stop_listening) stop();
    this.#stop_listening = [];
    if (!this.#is_listening) return;
    this.#stop_listening.push(receive_signals(this));
    const interrupted = (): void => {
      if (disposition(SIGINT) === "default") this.#options.interrupted();
    };
    const callbacks = new Map<number, () => void>([[SIGINT, interrupted], ...this.#handlers]);
    for (const [number, callback] of callbacks)
      this.#stop_listening.push(on_signal(signal_name(number) ?? "", callback));
  }
}

function checked(signal: SignalNumber): number {
  const number = Number(signal);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new ValueError(`invalid signal number ${repr(signal)}`);
  if (signal_name(number) === null) throw new RuntimeError(`sig ${number} cannot be caught`);
  return number;
}
