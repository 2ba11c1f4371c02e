// Signals of the operating system. No `node:` import: where there is no process, none ever comes.

/** Linux's numbers; what no process can catch (SIGKILL, SIGSTOP) and the engine keeps for itself is not among them. */
const names_by_number: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  5: "SIGTRAP",
  6: "SIGABRT",
  10: "SIGUSR1",
  12: "SIGUSR2",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM",
  16: "SIGSTKFLT",
  17: "SIGCHLD",
  18: "SIGCONT",
  20: "SIGTSTP",
  21: "SIGTTIN",
  22: "SIGTTOU",
  23: "SIGURG",
  24: "SIGXCPU",
  25: "SIGXFSZ",
  26: "SIGVTALRM",
  28: "SIGWINCH",
  29: "SIGIO",
  30: "SIGPWR",
  31: "SIGSYS",
};

/** Its number, or a member of an enumeration like Python's `signal.Signals`. */
export type SignalNumber = number | { readonly value: number };

interface Listening {
  on(name: string, listener: () => void): unknown;
  off(name: string, listener: () => void): unknown;
}

interface Sending {
  readonly pid: number;
  kill(pid: number, signal: number): unknown;
}

/** The name of a signal that can be listened to; `null` for others. */
export function signal_name(number: number): string | null {
  return names_by_number[number] ?? null;
}

/** Calls back for each such signal, in a turn of the platform; the result ends that. */
export function on_signal(name: string, callback: () => void): () => void {
  const { process } = globalThis as { readonly process?: Partial<Listening> };
  if (typeof process?.on !== "function" || typeof process.off !== "function") return () => {};
  const { on, off } = process as Listening;
  on.call(process, name, callback);
  return () => void off.call(process, name, callback);
}

/** Sends a signal, to this process where `pid` is null. Errors: the system's (`ESRCH`, `EPERM`, `EINVAL`). */
export function send_signal(number: number, pid: number | null = null): void {
  const { process } = globalThis as { readonly process?: Partial<Sending> };
  if (typeof process?.kill === "function" && process.pid !== undefined)
    process.kill(pid ?? process.pid, number);
}
