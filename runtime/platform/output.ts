// Standard output and standard error: synchronous, in order, complete whatever way the process ends.
import { writeSync } from "node:fs";
import { is_terminal } from "./terminal.ts";

export { is_terminal } from "./terminal.ts";

const STDOUT = 1;
const STDERR = 2;
const BUFFER_SIZE = 1 << 16;
/** Text that waited longer than this goes out with the next write, so that little is lost if we are killed. */
const MAX_DELAY_MS = 10;
const RETRY_MS = 1;

let buffered = "";
let last_flush = -Infinity;
let is_watching = false;
let is_flush_planned = false;
let line_buffered: boolean | null = null;
let is_shared = false;
let watcher: ((text: string) => void) | null = null;

/** Shows every text to `heard` before it is written. */
export function watch_stdout(heard: (text: string) => void): void {
  watcher = heard;
}

/** From now on nothing is kept back: somebody else writes to standard output as well. */
export function share_stdout(): void {
  flush_stdout();
  is_shared = true;
}

/**
 * Writes text to standard output. What follows soon after other text is kept back until the process has
 * nothing to do, ends, or much has come together; on a terminal lines go out at once. Throws Node's error
 * (`code: "EPIPE"` when nobody reads any more).
 */
export function write_stdout(text: string): void {
  watcher?.(text);
  buffered += text;
  if (is_shared) return flush_stdout();
  line_buffered ??= is_terminal(STDOUT);
  if (line_buffered ? text.includes("\n") : buffered.length >= BUFFER_SIZE) return flush_stdout();
  // not performance.now(), for which Node would load its module of that name
  const now = Date.now();
  if (Math.abs(now - last_flush) > MAX_DELAY_MS) return flush_stdout();
  if (!is_flush_planned) plan_flush();
}

/** Writes bytes to standard output, after the text that came before. */
export function write_stdout_bytes(bytes: Uint8Array): void {
  flush_stdout();
  write_all(STDOUT, bytes);
}

/** Hands everything written so far to the operating system. */
export function flush_stdout(): void {
  last_flush = Date.now();
  if (buffered === "") return;
  const text = buffered;
  buffered = "";
  write_all(STDOUT, encoder.encode(text));
}

/** Writes text to standard error at once, after what was written to standard output before. */
export function write_stderr(text: string): void {
  write_stderr_bytes(encoder.encode(text));
}

/** Writes bytes to standard error at once. */
export function write_stderr_bytes(bytes: Uint8Array): void {
  try {
    flush_stdout();
  } catch {
    // whoever reads standard output is gone; standard error may still be read
  }
  write_all(STDERR, bytes);
}

const encoder = new TextEncoder();

function plan_flush(): void {
  is_flush_planned = true;
  if (!is_watching) {
    is_watching = true;
    process.on("exit", flush_at_exit);
  }
  setImmediate(() => {
    is_flush_planned = false;
    flush_quietly();
  }).unref();
}

function flush_quietly(): void {
  try {
    flush_stdout();
  } catch (error) {
    if (!is_broken_pipe(error)) throw error;
    closed_early = true;
  }
}

let closed_early = false;

/** As CPython: output that can't be delivered at the end is reported, and the status is 120. */
function flush_at_exit(): void {
  flush_quietly();
  if (!closed_early || process.exitCode === 120) return;
  process.exitCode = 120;
  write_all(
    STDERR,
    encoder.encode(
      "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n" +
        "BrokenPipeError: [Errno 32] Broken pipe\n",
    ),
  );
}

function write_all(descriptor: number, bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length;) {
    try {
      start += writeSync(descriptor, bytes, start);
    } catch (error) {
      if (!is_busy(error)) throw error;
      wait(RETRY_MS);
    }
  }
}

/** A pipe that somebody switched to non-blocking is full. */
function is_busy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EAGAIN";
}

function is_broken_pipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
