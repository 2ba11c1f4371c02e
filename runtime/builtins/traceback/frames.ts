// The calls that led to an exception, outermost first, named as Python names them.
import type { PythonPlace, SourcePlace, SourceTry } from "../../platform/python-places.ts";
import { recursion } from "../recursion-limit.ts";
import { catch_of, is_from_engine, is_made_by_statement, trail_of, type Trail } from "./trail.ts";
import {
  source_line,
  source_lines,
  stack_frames,
  stack_text,
  type StackFrame,
} from "../../platform/stack-frames.ts";

export interface Frame {
  readonly file: string;
  readonly line: number;
  /** `f`, or `<module>`, `<lambda>`. */
  readonly name: string;
  readonly text: string | null;
  /** `A.f`, `f.<locals>.g`, where the program's map tells. */
  readonly qualname?: string;
  readonly first_line?: number;
  /** Names that the code may have bound: its own, then the module's. */
  readonly names?: readonly string[];
  /** Of a method with a `self`: the names that its class's text gives its objects. */
  readonly attributes?: readonly string[];
  /** What is underlined, where the program's map tells. */
  readonly place?: SourcePlace | null;
  /** The try statements of its code, where the map tells. */
  readonly tries?: readonly SourceTry[];
}

/** The frames of an error's stack; none where the engine kept no trace. */
export function frames_of(
  error: { readonly stack?: unknown },
  { below_handler = true }: { readonly below_handler?: boolean } = {},
): readonly Frame[] {
  const frames = all_frames(error);
  const caught = below_handler ? catch_of(error) : null;
  return caught === null ? frames : frames.slice(level_of(caught, frames));
}

/** The engine's stack holds more calls than Python's: the innermost are cut off. */
function within_limit(error: object, frames: readonly Frame[]): readonly Frame[] {
  const is_overflow = is_from_engine(error) && error.constructor.name === "RecursionError";
  return is_overflow ? frames.slice(0, recursion.limit) : frames;
}

function all_frames(error: { readonly stack?: unknown }): readonly Frame[] {
  const steps: Trail[] = [];
  for (let at = trail_of(error); at !== null; at = at.before) steps.push(at);
  let frames = made_at(error);
  for (const step of steps.reverse()) {
    const { place, is_raise, caught } = step;
    const outer = frames_at(place);
    const level = caught !== null ? level_of(caught, frames) : is_raise ? shared(frames, outer) : 0;
    frames = [...outer, ...frames.slice(level)];
  }
  // What started the program (the command line, a test runner) is no part of it.
  const first = frames.findIndex(({ name }) => name === "<module>");
  const own = within_limit(error, first > 0 ? frames.slice(first) : frames);
  return is_made_by_statement(error) ? own.slice(0, -1) : own;
}

function made_at(error: { readonly stack?: unknown }): readonly Frame[] {
  const stack = stack_text(error);
  if (stack === null) return [];
  const found = without_constructors(stack_frames(stack), error);
  if (is_only_made(found[0]) && !is_from_engine(error)) return [];
  return python_frames(found, error).reverse();
}

/** Code of the program made the exception otherwise than in a `raise` statement. */
function is_only_made(innermost: StackFrame | undefined): boolean {
  if (innermost?.python == null || !innermost.is_direct) return false;
  const { place, raised, callee } = innermost.python;
  return place === raised && callee !== place;
}

/** The frames of a trace of the engine's, outermost first. */
export function frames_at(error: { readonly stack?: unknown }): readonly Frame[] {
  const stack = stack_text(error);
  if (stack === null) return [];
  return python_frames(without_constructors(stack_frames(stack), error), error).reverse();
}

/** How many of the frames led to the handler's function. */
function level_of(caught: Error, frames: readonly Frame[]): number {
  return shared(frames, frames_at(caught));
}

/** How many frames both share; the innermost of `outer` is a place in the last one's function. */
function shared(frames: readonly Frame[], outer: readonly Frame[]): number {
  const count = outer.length - 1;
  if (count <= 0) return 0;
  for (let index = 0; index < count; index++)
    if (!is_same_code(frames[index], outer[index])) return by_name(frames, outer.at(-1));
  return is_same_code(frames[count], outer[count]) ? count : 0;
}

/** The traces begin at different places: the outermost frame of the same function will do. */
function by_name(frames: readonly Frame[], frame: Frame | undefined): number {
  return Math.max(
    0,
    frames.findIndex((each) => is_same_code(each, frame)),
  );
}

function is_same_code(a: Frame | undefined, b: Frame | undefined): boolean {
  return (
    a !== undefined &&
    a.file === b?.file &&
    a.name === b.name &&
    a.qualname === b.qualname &&
    a.first_line === b.first_line
  );
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
function python_frames(stack: readonly StackFrame[], error: object): Frame[] {
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
    // The closure around a coroutine call that was handed over is JavaScript's alone.
    if (own.kind === "closure" || is_only_maker(current, own, stack[index - 1])) continue;
    frames.push(mapped_frame(current, python, index === 0 ? error : null));
    const next = stack[index + 1];
    const is_nameless = current.function_name === null || /<anonymous>/.test(current.function_name);
    // Handlers of `except*` and comprehensions are functions to JavaScript alone.
    if (is_nameless && own.kind !== "generator" && is_in(next, current.file, python.code)) {
      index++;
    }
    if (own.kind === "class") {
      // The engine does not tell at which class its maker stands.
      for (const around of classes_around(python))
        frames.push(outer_frame(current.file, python, around));
      if (stack[index + 1] !== undefined) index++;
    } else if (own.kind === "generator" && own.run_at !== null) {
      const outer = python.codes[own.parent];
      const is_inline = next === undefined || current.function_name === outer?.name;
      const is_at_call = is_in(next, current.file, own.parent) && is_within(next, own.run_at);
      if (is_at_call || (is_inline && !is_in(next, current.file, own.parent)))
        frames.push(outer_frame(current.file, python, own));
      if (is_at_call) index++;
    }
  }
  return frames;
}

/** A constructor that JavaScript adds to a class, or that calls a method `__init__`. */
function is_only_maker(
  { function_name, python }: StackFrame,
  { name, kind }: Code,
  inner: StackFrame | undefined,
): boolean {
  // Dataclasses store the fields of their bases themselves.
  if (kind === "made" && code_of(inner?.python ?? null)?.kind === "made") return true;
  if (function_name?.startsWith("new ") !== true) return false;
  if (name !== "__init__") return true;
  return inner?.python?.code === python?.code && /\b__init__$/.test(inner?.function_name ?? "");
}

/** The call that takes a generator shows as a whole, wherever in it the engine is. */
function is_within(frame: StackFrame | undefined, outer: SourcePlace): boolean {
  const place = frame?.python?.place;
  return place !== undefined && place.line >= outer.line && place.end_line <= outer.end_line;
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

/** `error` is what was made or raised in the very frame, or `null`. */
function mapped_frame({ file }: StackFrame, python: PythonPlace, error: object | null): Frame {
  const code = python.codes[python.code];
  // CPython makes it from a text that nobody sees.
  if (code?.kind === "made")
    return { ...code, file: "<string>", line: code.first_line, text: null };
  const place = error === null ? python.place : failing_place(file, python, error);
  return {
    file,
    line: place.line,
    name: code?.name ?? "<module>",
    text: source_line(file, place.line),
    qualname: code?.qualname ?? "<module>",
    first_line: code?.first_line ?? 1,
    names: python.codes.flatMap(({ names }, index) =>
      index === python.code || index === 0 ? names : [],
    ),
    attributes: code?.names.includes("self") === true ? attributes_around(code, python.codes) : [],
    place,
    tries: python.tries,
  };
}

function attributes_around({ parent }: Code, codes: readonly Code[]): readonly string[] {
  const around = codes[parent];
  return around?.kind === "class" ? around.names : [];
}

/** What fails is the name of the function, where that is what is missing. */
function failing_place(
  file: string,
  { raised, callee, place }: PythonPlace,
  error: object,
): SourcePlace {
  if (callee === place || !("name" in error) || !("args" in error)) return raised;
  if (!/^(?:AttributeError|NameError|UnboundLocalError)$/.test(error.constructor.name))
    return raised;
  const text = source_lines(file, callee.end_line, callee.end_line)[0] ?? "";
  const called = text.slice(0, callee.end_column);
  if (typeof error.name !== "string") return raised;
  // Private names are told with their class.
  const own_name = error.name.replace(/^_\w+?(?=__)/, "");
  return called.endsWith(own_name) ? callee : raised;
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
