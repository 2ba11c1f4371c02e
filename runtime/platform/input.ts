// Standard input, read synchronously: whoever waits for a line blocks, as in Python.
import { readSync } from "node:fs";
import { isatty } from "node:tty";
import { read_blocking } from "./files.ts";

const STDIN = 0;
const CHUNK = 1 << 16;
const NEWLINE = 10;

/** Bytes that were read and not yet asked for. */
let buffered: Uint8Array = new Uint8Array(0);
let is_at_end = false;

/** The next line with its `\n`, or what is left at the end; empty when there is nothing more. */
export function read_stdin_line(): Uint8Array {
  let searched = 0;
  for (;;) {
    const end = buffered.indexOf(NEWLINE, searched);
    if (end >= 0) return take(end + 1);
    searched = buffered.length;
    if (!read_more()) return take(buffered.length);
  }
}

/** Up to so many bytes; fewer at the end only. */
export function read_stdin(count: number): Uint8Array {
  while (buffered.length < count && read_more());
  return take(Math.min(count, buffered.length));
}

/** Whether standard input is a terminal. */
export function is_stdin_terminal(): boolean {
  return isatty(STDIN);
}

function take(count: number): Uint8Array {
  const taken = buffered.subarray(0, count);
  buffered = buffered.subarray(count);
  if (buffered.length === 0) is_at_end = false; // a terminal can go on after Ctrl-D
  return taken;
}

function read_more(): boolean {
  if (is_at_end) return false;
  const chunk = new Uint8Array(CHUNK);
  const count = read_blocking(() => readSync(STDIN, chunk, 0, CHUNK, null));
  if (count === 0) {
    is_at_end = true;
    return false;
  }
  const joined = new Uint8Array(buffered.length + count);
  joined.set(buffered);
  joined.set(chunk.subarray(0, count), buffered.length);
  buffered = joined;
  return true;
}
