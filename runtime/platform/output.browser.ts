// Standard output and standard error of a page: its console, a line a message.

const decoder = new TextDecoder();
const waiting = { out: "", error: "" };
let watcher: ((text: string) => void) | null = null;

/** Shows every text to `heard` before it is written. */
export function watch_stdout(heard: (text: string) => void): void {
  watcher = heard;
}

/** Lines go to `console.log` when they are complete. */
export function write_stdout(text: string): void {
  watcher?.(text);
  waiting.out = told(waiting.out + text, (line) => console.log(line));
}

export function write_stdout_bytes(bytes: Uint8Array): void {
  write_stdout(decoder.decode(bytes));
}

/** It is the console's anyway. */
export function share_stdout(): void {}

/** What is left of a line goes out as well. */
export function flush_stdout(): void {
  if (waiting.out !== "") write_stdout("\n");
}

/** Lines go to `console.error` when they are complete. */
export function write_stderr(text: string): void {
  waiting.error = told(waiting.error + text, (line) => console.error(line));
}

export function write_stderr_bytes(bytes: Uint8Array): void {
  write_stderr(decoder.decode(bytes));
}

export function is_terminal(_descriptor: number): boolean {
  return false;
}

/** Says all complete lines at once; the rest is kept. */
function told(text: string, say: (lines: string) => void): string {
  const end = text.lastIndexOf("\n");
  if (end >= 0) for (const line of text.slice(0, end).split("\n")) say(line);
  return text.slice(end + 1);
}
