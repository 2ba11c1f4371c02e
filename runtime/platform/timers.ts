// The platform's timers and turns of its own loop. No `node:` import: a page has them too, `setImmediate` aside.

/** The longest that `setTimeout` can wait, in milliseconds. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** Calls back after that many milliseconds; the result takes it back. The process lives on until then. */
export function start_timer(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER));
  return () => clearTimeout(timer);
}

/** Keeps the process from ending by itself until the result is called. */
export function keep_alive(): () => void {
  const timer = setInterval(() => {}, LONGEST_TIMER);
  return () => clearInterval(timer);
}

/** Calls back after the platform has looked at its events: sockets, signals, the page. */
export const next_turn: (callback: () => void) => void =
  typeof setImmediate === "function" ? (callback) => void setImmediate(callback) : post_message;

let channel: MessageChannel | null = null;
const posted: (() => void)[] = [];

function post_message(callback: () => void): void {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.addEventListener("message", () => posted.shift()?.());
    channel.port1.start();
  }
  posted.push(callback);
  channel.port2.postMessage(null);
}
