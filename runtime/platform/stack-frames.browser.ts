// A page does not read its own sources: tracebacks have no frames there, the console shows the engine's.
import type { MappedCode, StackFrame } from "./stack-frames.ts";

export type { MappedCode, StackFrame } from "./stack-frames.ts";

export function mapped_codes(_url: string): readonly MappedCode[] {
  return [];
}

export function imported_files(_url: string): readonly string[] {
  return [];
}

export function stack_frames(_stack: string): StackFrame[] {
  return [];
}

export function source_lines(_file: string, _first: number, _last: number): readonly string[] {
  return [];
}

export function source_line(_file: string, _line: number): string | null {
  return null;
}

export function stack_text({ stack }: { readonly stack?: unknown }): string | null {
  return typeof stack === "string" ? stack : null;
}
