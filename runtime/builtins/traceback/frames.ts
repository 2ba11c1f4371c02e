// The calls that led to an exception, outermost first, named as Python names them.
import { stack_frames, type StackFrame } from "../../platform/stack-frames.ts";

export interface Frame {
  readonly file: string;
  readonly line: number;
  /** `f`, or `<module>`, `<lambda>`. */
  readonly name: string;
  readonly text: string | null;
}

/** The frames of an error's stack; none where the engine kept no trace. */
export function frames_of(error: { readonly stack?: unknown }): readonly Frame[] {
  const { stack } = error;
  if (typeof stack !== "string") return [];
  const frames = stack_frames(stack).map(python_frame).reverse();
  // What started the program (the command line, a test runner) is no part of it.
  const first = frames.findIndex(({ name }) => name === "<module>");
  return first > 0 ? frames.slice(first) : frames;
}

/**
 * The frames of an exception that was caught while the others went on: without those that led to the place where
 * it was caught.
 */
export function frames_below(frames: readonly Frame[], others: readonly Frame[]): readonly Frame[] {
  let shared = 0;
  while (shared < frames.length - 1 && is_same(frames[shared], others[shared])) shared++;
  return frames.slice(shared);
}

function is_same(a: Frame | undefined, b: Frame | undefined): boolean {
  return a?.file === b?.file && a?.line === b?.line && a?.name === b?.name;
}

function python_frame({ file, line, function_name, text }: StackFrame): Frame {
  return { file, line, name: python_name(function_name), text };
}

function python_name(name: string | null): string {
  if (name === null) return "<module>";
  if (name.startsWith("new ")) return "__init__";
  const plain = name.replace(/ \[as .*\]$/, "");
  const last = plain.slice(plain.lastIndexOf(".") + 1);
  if (last === "<anonymous>" || last === "")
    return plain.startsWith("Object.") ? "<module>" : "<lambda>";
  // The emitter appends an underscore to names that are reserved in TypeScript.
  return last.startsWith("#") ? `_${last.slice(1)}` : last;
}
