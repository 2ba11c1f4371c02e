// What happens when a signal comes: a handler of the running loop, one of `signal.signal`, or what the system does.
import { KeyboardInterrupt } from "../builtins/exceptions/index.ts";
import { call } from "../builtins/calls/call.ts";
import { flush_stdout } from "../platform/output.ts";
import { on_signal, send_signal, signal_name } from "../platform/signals.ts";

export const SIGINT = 2;

/** What the system does without a handler but for these: it ends the process. */
const IGNORED_BY_DEFAULT: ReadonlySet<number> = new Set([17, 18, 23, 28]);

/** `null` for the frame that was interrupted: nothing tells it. */
export type SignalHandler = (signum: number, frame: null) => unknown;

/** `default`: as it was at the start, for SIGINT KeyboardInterrupt; `system`: what the system does. */
export type Disposition = SignalHandler | "default" | "system" | "ignore";

/** The loop that runs in the main thread. */
export interface SignalReceiver {
  /** Whether it has a handler for the signal. */
  takes(signal: number): boolean;
  /** The signal was raised by the program itself, between two handles of the loop or in one. */
  raised(signal: number): void;
  /** Whether it sees to a Ctrl-C itself; else KeyboardInterrupt is raised. */
  interrupt(): boolean;
  /** Ends the run with what a handler raised while the loop gave the platform a turn. */
  fail(error: unknown): void;
}

const dispositions = new Map<number, Disposition>();
const stop_listening = new Map<number, () => void>();
const waiting = new Set<() => void>();
const sleepers: ((error: unknown) => void)[] = [];
let receiver: SignalReceiver | null = null;

export function disposition(signal: number): Disposition {
  return dispositions.get(signal) ?? "default";
}

export function set_disposition(signal: number, handler: Disposition): void {
  stop_listening.get(signal)?.();
  stop_listening.delete(signal);
  dispositions.set(signal, handler);
  const name = signal_name(signal);
  if (handler === "default" || handler === "system" || name === null) return;
  const heard = (): void => {
    if (receiver?.takes(signal) !== true) deliver(signal); // a loop listens itself
  };
  stop_listening.set(signal, on_signal(name, heard));
}

/** The result ends it. */
export function receive_signals(by: SignalReceiver): () => void {
  const outer = receiver;
  receiver = by;
  return () => {
    receiver = outer;
  };
}

/** While the main thread sleeps without a loop: what a handler raises goes to `fail`. The result ends it. */
export function fail_at_signal(fail: (error: unknown) => void): () => void {
  sleepers.push(fail);
  return () => void sleepers.splice(sleepers.indexOf(fail), 1);
}

/** Calls back once when a handler has run. */
export function after_next_signal(callback: () => void): void {
  waiting.add(callback);
}

/** The process sends itself a signal: handlers run before this returns, as in CPython. KeyboardInterrupt for SIGINT. */
export function raise_signal(signal: number): void {
  if (receiver?.takes(signal) === true) return receiver.raised(signal);
  const handler = disposition(signal);
  if (handler === "ignore") return;
  if (typeof handler === "function") return handle(signal, handler);
  if (signal === SIGINT && handler === "default") {
    if (receiver?.interrupt() === true) return;
    throw new KeyboardInterrupt();
  }
  if (IGNORED_BY_DEFAULT.has(signal)) return;
  flush_stdout();
  send_signal(signal);
}

function handle(signal: number, handler: SignalHandler): void {
  call(handler, signal, null);
  for (const callback of waiting) callback();
  waiting.clear();
}

/** A signal came while the platform had its turn: what the handler raises comes out of what the main thread waits for. */
export function deliver(signal: number): void {
  if (receiver?.takes(signal) === true) return receiver.raised(signal);
  try {
    raise_signal(signal);
  } catch (error) {
    if (receiver !== null) return receiver.fail(error);
    const sleeper = sleepers.at(-1);
    if (sleeper === undefined) throw error;
    sleeper(error);
  }
}
