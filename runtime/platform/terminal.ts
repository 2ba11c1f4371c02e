// Whether a descriptor is a terminal.
import { fstatSync } from "node:fs";

/** Asks Node's module for terminals, which takes a millisecond to load, only about what could be one. */
export function is_terminal(descriptor: number): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}
