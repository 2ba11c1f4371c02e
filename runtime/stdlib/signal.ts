// Python's signal: what the process does when the system, another process or it itself sends it a signal.
import type { Blocking } from "../builtins/blocking.ts";
import { callable, eq } from "../builtins/index.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyboardInterrupt, OSError, TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { as_float, type float } from "../builtins/float.ts";
import type { int } from "../builtins/int.ts";
import { PySet } from "../builtins/sets/set.ts";
import { interpreter, release_lock_while } from "../builtins/threads.ts";
import { Tuple } from "../builtins/tuple.ts";
import {
  after_next_signal,
  type Disposition,
  disposition,
  raise_signal as raise_number,
  set_disposition,
} from "../concurrency/signal-handlers.ts";
import type { SignalNumber } from "../platform/signals.ts";
import { real } from "./_math/real.ts";
import { set_timer, timer_state } from "./_signal/interval-timer.ts";
import { descriptions, Handlers, Signals } from "./_signal/signals.ts";

export { Handlers, Signals };
export const { SIG_DFL, SIG_IGN } = Handlers;
export const {
  SIGHUP,
  SIGINT,
  SIGQUIT,
  SIGILL,
  SIGTRAP,
  SIGABRT,
  SIGBUS,
  SIGFPE,
  SIGKILL,
  SIGUSR1,
  SIGSEGV,
  SIGUSR2,
  SIGPIPE,
  SIGALRM,
  SIGTERM,
  SIGSTKFLT,
  SIGCHLD,
  SIGCONT,
  SIGSTOP,
  SIGTSTP,
  SIGTTIN,
  SIGTTOU,
  SIGURG,
  SIGXCPU,
  SIGXFSZ,
  SIGVTALRM,
  SIGPROF,
  SIGWINCH,
  SIGIO,
  SIGPWR,
  SIGSYS,
  SIGRTMIN,
  SIGRTMAX,
} = Signals;
export const SIGIOT = SIGABRT;
export const SIGCLD = SIGCHLD;
export const SIGPOLL = SIGIO;
export const NSIG: int = 65;
export const ITIMER_REAL: int = 0;

type Handler = (signum: int, frame: Dynamic) => Dynamic;

/**
 * Sets what is done at a signal, gives what was done before. Handlers run while the main thread waits, or at once where
 * the program itself raises the signal. ValueError, TypeError, OSError for what can't be.
 */
export function signal(signalnum: SignalNumber, handler: Handler): Dynamic;
export function signal(signalnum: SignalNumber, handler: Dynamic): Dynamic;
export function signal(signalnum: SignalNumber, handler: Dynamic): Dynamic {
  const number = checked(signalnum);
  if (!interpreter.current.is_main)
    throw new ValueError("signal only works in main thread of the main interpreter");
  const chosen = chosen_disposition(number, handler);
  if (number === Number(SIGKILL) || number === Number(SIGSTOP)) throw invalid_argument();
  const before = getsignal(number);
  set_disposition(number, chosen);
  return before;
}

export function getsignal(signalnum: SignalNumber): Dynamic {
  const number = checked(signalnum);
  const found = disposition(number);
  if (found === "ignore") return SIG_IGN;
  if (found === "system") return SIG_DFL;
  if (found !== "default") return found;
  if (number === Number(SIGINT)) return default_int_handler;
  return IGNORED_AT_START.has(number) ? SIG_IGN : SIG_DFL;
}

/** What the interpreter ignores from its start: SIGPIPE and SIGXFSZ. */
const IGNORED_AT_START: ReadonlySet<number> = new Set([13, 25]);

export function default_int_handler(_signalnum: int = 2, _frame: Dynamic = null): never {
  throw new KeyboardInterrupt();
}

/** Sends the process the signal: the handler has run when this returns. OSError for what is no signal. */
export function raise_signal(signalnum: SignalNumber): void {
  const number = Number(signalnum);
  if (!is_signal(number)) throw invalid_argument();
  raise_number(number);
}

/** Waits until a handler has run. */
export function pause(): Blocking<null> {
  return release_lock_while(new Promise<null>((wake) => after_next_signal(() => wake(null))));
}

/** SIGALRM after so many whole seconds, 0 to take it back; gives the seconds that the one before had left. */
export function alarm(seconds: int): int {
  const [left] = timer_state();
  set_timer(Number(seconds), 0);
  return Math.ceil(left);
}

/** SIGALRM after `seconds`, then every `interval` seconds. Only ITIMER_REAL; gives how the timer stood. */
export function setitimer(
  which: int,
  seconds: number,
  interval: number = 0,
): readonly [float, float] {
  const before = getitimer(which);
  set_timer(real(seconds), real(interval));
  return before;
}

export function getitimer(which: int): readonly [float, float] {
  if (Number(which) !== ITIMER_REAL) throw new ItimerError(22, "Invalid argument");
  const [left, every] = timer_state();
  return Tuple.of(as_float(left), as_float(every));
}

export class ItimerError extends OSError {
  static override readonly __name__: string = "itimer_error";
  static override readonly __module__: string = "signal";
}

/** The system's words for a signal; `null` for one that has none. ValueError for what is no signal. */
export function strsignal(signalnum: SignalNumber): string | null {
  const number = checked(signalnum);
  if (number >= 34) return `Real-time signal ${number - 34}`;
  return descriptions[number] ?? null;
}

export function valid_signals(): PySet<Dynamic> {
  const numbers = Array.from({ length: 64 }, (_, index) => index + 1).filter(
    (number) => number < 32 || number >= 34,
  );
  return new PySet(numbers.map((number) => as_signal(number)));
}

function as_signal(number: number): Dynamic {
  return Array.from(Signals as Dynamic).find((each) => Number(each) === number) ?? number;
}

function chosen_disposition(number: number, handler: Dynamic): Disposition {
  if (handler === default_int_handler && number === Number(SIGINT)) return "default";
  if (callable(handler)) return handler;
  if (eq(handler, 1)) return "ignore";
  if (eq(handler, 0)) return "system";
  throw new TypeError(
    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
  );
}

function checked(signalnum: SignalNumber): number {
  const number = Number(signalnum);
  if (!is_signal(number)) throw new ValueError("signal number out of range");
  return number;
}

function is_signal(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number < Number(NSIG);
}

function invalid_argument(): OSError {
  return new OSError(22, "Invalid argument");
}
