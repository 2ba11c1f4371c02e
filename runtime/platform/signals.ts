// Signals of the operating system. No `node:` import: where there is no process, none ever comes.

const names_by_number: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  10: "SIGUSR1",
  12: "SIGUSR2",
  14: "SIGALRM",
  15: "SIGTERM",
  17: "SIGCHLD",
  18: "SIGCONT",
  28: "SIGWINCH",
};

interface Listening {
  on(name: string, listener: () => void): unknown;
  off(name: string, listener: () => void): unknown;
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
