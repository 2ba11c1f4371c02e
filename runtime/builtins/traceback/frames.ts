// The calls that led to an exception, outermost first, named as Python names them.
import type { PythonPlace, SourcePlace } from "../../platform/python-places.ts";
import { source_line, stack_frames, type StackFrame } from "../../platform/stack-frames.ts";

export interface Frame {
  readonly file: string;
  readonly line: number;
  /** `f`, or `<module>`, `<lambda>`. */
  readonly name: string;
  readonly text: string | null;
  /** `A.f`, `f.<locals>.g`, where the program's map tells. */
  readonly qualname?: string;
  readonly first_line?: number;
  /** What is underlined, where the program's map tells. */
  readonly place?: SourcePlace | null;
}

/** The frames of an error's stack; none where the engine kept no trace. */
export function frames_of(error: { readonly stack?: unknown }): readonly Frame[] {
  const { stack } = error;
  if (typeof stack !== "string") return [];
  const frames = python_frames(without_constructors(stack_frames(stack), error)).reverse();
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

/** The engine notes the trace while the exception's own constructors run: Python when it is raised. */
function without_constructors(frames: readonly StackFrame[], error: object): readonly StackFrame[] {
  let own = 0;
  for (const [index, { function_name }] of frames.entries()) {
    if (function_name === null || !CONSTRUCTOR.test(function_name)) break;
    const name = function_name.replace(CONSTRUCTOR, "$1$2");
    if (!is_class_of(error, name)) break;
    own = index + 1;
  }
  return own < frames.length ? frames.slice(own) : frames;
}

const CONSTRUCTOR = /^(?:new (\S+)|(\w+)\.__init__)$/;

function is_class_of(error: object, name: string): boolean {
  for (let at = Object.getPrototypeOf(error); at !== null; at = Object.getPrototypeOf(at))
    if (at.constructor?.name === name) return true;
  return false;
}

/** Innermost first. What is one call to Python may be several functions to the engine, or the other way round. */
function python_frames(stack: readonly StackFrame[]): Frame[] {
  const frames: Frame[] = [];
  for (let index = 0; index < stack.length; index++) {
    const current = stack[index];
    if (current === undefined) break;
    const { python } = current;
    const own = code_of(python);
    if (python === null || own === null) {
      frames.push(unmapped_frame(current));
      continue;
    }
    frames.push(mapped_frame(current, python, index === 0));
    const next = stack[index + 1];
    const is_nameless = current.function_name === null || /<anonymous>/.test(current.function_name);
    if (python.inlined !== null && is_nameless && is_in(next, current.file, python.code)) {
      index++;
    } else if (own.kind === "class") {
      // The engine does not tell at which class its maker stands.
      for (const around of classes_around(python)) frames.push(outer_frame(current.file, python, around));
      if (next !== undefined) index++;
    } else if (own.kind === "generator" && own.run_at !== null) {
      const outer = python.codes[own.parent];
      const is_inline = next === undefined || current.function_name === outer?.name;
      if (is_inline && !is_in(next, current.file, own.parent))
        frames.push(outer_frame(current.file, python, own));
    }
  }
  return frames;
}

type Code = PythonPlace["codes"][number];

function code_of(python: PythonPlace | null): Code | null {
  return python?.codes[python.code] ?? null;
}

function classes_around(python: PythonPlace): readonly Code[] {
  const own = code_of(python);
  return own === null ? [] : [own];
}

function is_in(frame: StackFrame | undefined, file: string, code: number): boolean {
  return frame !== undefined && frame.file === file && frame.python?.code === code;
}

/** The frame of the code around another, at the place where that is run. */
function outer_frame(file: string, { codes }: PythonPlace, { parent, run_at }: Code): Frame {
  const code = codes[parent];
  const line = run_at?.line ?? 1;
  return {
    file,
    line,
    name: code?.name ?? "<module>",
    text: source_line(file, line),
    qualname: code?.qualname ?? "<module>",
    first_line: code?.first_line ?? 1,
    place: run_at,
  };
}

function mapped_frame({ file }: StackFrame, python: PythonPlace, is_innermost: boolean): Frame {
  const code = python.codes[python.code];
  const place = is_innermost ? python.raised : python.place;
  return {
    file,
    line: place.line,
    name: code?.name ?? "<module>",
    text: source_line(file, place.line),
    qualname: code?.qualname ?? "<module>",
    first_line: code?.first_line ?? 1,
    place,
  };
}

function unmapped_frame({ file, line, function_name, text }: StackFrame): Frame {
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
