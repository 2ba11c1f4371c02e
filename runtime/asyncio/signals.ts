// Signals as callbacks of a loop; Ctrl-C where the program handles it not otherwise.
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { on_signal, signal_name } from "../platform/signals.ts";

const SIGINT = 2;

/** The signals that a loop listens to. States: idle → listening (the loop runs) ⇄ idle. */
export class LoopSignals {
  readonly #handlers = new Map<number, () => void>();
  readonly #interrupt: () => void;
  #stop_listening: (() => void)[] = [];
  #is_listening = false;

  /** `interrupt` is called for Ctrl-C without a handler. */
  constructor(interrupt: () => void) {
    this.#interrupt = interrupt;
  }

  /** Calls back for each such signal while the loop runs. ValueError for a number that is none. */
  add(signal: number, callback: () => void): void {
    const number = checked(signal);
    this.#handlers.set(number, callback);
    this.#listen_anew();
  }

  /** Whether there was a handler. */
  remove(signal: number): boolean {
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
    const callbacks = new Map<number, () => void>([[SIGINT, this.#interrupt], ...this.#handlers]);
    for (const [number, callback] of callbacks)
      this.#stop_listening.push(on_signal(signal_name(number) ?? "", callback));
  }
}

function checked(signal: number): number {
  const number = Number(signal);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new ValueError(`invalid signal number ${repr(signal)}`);
  if (signal_name(number) === null) throw new RuntimeError(`sig ${number} cannot be caught`);
  return number;
}
