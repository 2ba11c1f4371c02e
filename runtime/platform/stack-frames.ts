// The engine's stack traces taken apart, with positions in the program's own sources.
import { readFileSync } from "node:fs";
import { findSourceMap, SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  python_places,
  type PythonPlace,
  type PythonPlaces,
  type SourceCode,
} from "./python-places.ts";

/** One call: innermost first, as the engine lists them. */
export interface StackFrame {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** As the engine names the function (`Class.method`, `new Class`); `null` for the code of a module. */
  readonly function_name: string | null;
  /** The text of the line without its indentation; `null` when the source can't be read. */
  readonly text: string | null;
  /** What the program's map says of the place; `null` where it has none. */
  readonly python: PythonPlace | null;
  /** Nothing of the runtime but constructors stands further in. */
  readonly is_direct: boolean;
}

/** Where the runtime begins a step of a task: what is further out runs the loop. */
const BOUNDARY = /\bbegin_task_step$/;

/** What only makes an instance. */
const MAKES = /^(?:new |(?:call|call_function|instance|new_instance|call_with)$)/;

const FRAME =
  /^ {4}at (?:async )?(?:(.*?) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;

/** The frames of the program in a stack trace; those of the engine and of this runtime are left out. */
export function stack_frames(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  let is_direct = true;
  // A call that is one too many is no frame.
  let is_refused = false;
  for (const line of stack.split("\n")) {
    const [, name, place, at_line, at_column] = FRAME.exec(line) ?? [];
    if (place === undefined) continue;
    if (name !== undefined && BOUNDARY.test(name)) break;
    if (name === "enter_call") {
      is_refused = true;
      continue;
    }
    const file = place.startsWith("file:") ? fileURLToPath(place.replace(/[?#].*$/, "")) : place;
    const at = loaded_place(place, { file, line: Number(at_line), column: Number(at_column) });
    const frame = located(at.file, at.line, at.column, name ?? null);
    if (frame !== null && is_refused) is_refused = is_direct = false;
    else if (frame !== null) frames.push({ ...frame, is_direct });
    else if (name === undefined || !MAKES.test(name)) is_direct = false;
  }
  return frames;
}

/**
 * An error's stack with the places of the emitted files: `node --enable-source-maps` would give lines of the Python
 * files, which say less than our own maps do. The engine writes the text when it is first asked for it.
 */
export function stack_text(error: { readonly stack?: unknown }): string | null {
  const is_mapped = process.sourceMapsEnabled === true;
  if (is_mapped) process.setSourceMapsEnabled(false);
  const { stack } = error;
  if (is_mapped) process.setSourceMapsEnabled(true);
  return typeof stack === "string" ? stack : null;
}

interface Position {
  readonly file: string;
  /** Counted from 1, as the engine does. */
  readonly line: number;
  readonly column: number;
}

/** A loader may run another text than the file has: its own map leads back to the file. */
function loaded_place(url: string, position: Position): Position {
  if (process.sourceMapsEnabled !== true) return position;
  const { file, line, column } = position;
  const loaded = findSourceMap(url);
  if (loaded === undefined || loaded.payload.mappings === source_of(file).mappings) return position;
  const entry = loaded.findEntry(line - 1, column - 1);
  if (!("originalSource" in entry)) return position;
  return {
    file: file_name(entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

/** The line of a file, without its indentation. */
export function source_line(file: string, line: number): string | null {
  return source_lines(file, line, line)[0]?.trim() ?? null;
}

/** Lines of a file, as many of them as there are. */
export function source_lines(file: string, first: number, last: number): readonly string[] {
  const lines = embedded.get(file) ?? source_of(file).lines ?? [];
  return lines.slice(first - 1, last);
}

/** The texts that the maps bring along, by file. */
const embedded = new Map<string, readonly string[]>();

/** A piece of code of the program's, and the file of Python that has it. */
export interface MappedCode extends SourceCode {
  readonly file: string;
}

/** What the map of an emitted file says of the functions in it; none where it has no map. */
export function mapped_codes(url: string): readonly MappedCode[] {
  if (!url.startsWith("file:")) return [];
  const { places, python_file } = source_of(fileURLToPath(url));
  if (places === null || python_file === null) return [];
  return places.codes.map((code) => ({ ...code, file: python_file }));
}

/** The URLs of the program's own files that an emitted file imports. */
export function imported_files(url: string): readonly string[] {
  if (!url.startsWith("file:")) return [];
  const text = (source_of(fileURLToPath(url)).lines ?? []).join("\n");
  const found = text.matchAll(/^(?:import|export|\}) ?[^"'\n]*["'](\.[^"'\n]*)["']/gm);
  return [...found].map(([, specifier = ""]) => new URL(specifier, url).href);
}

function located(
  file: string,
  line: number,
  column: number,
  name: string | null,
): Omit<StackFrame, "is_direct"> | null {
  const source = source_of(file);
  const python = source.places?.at(line - 1, column - 1) ?? null;
  if (source.places !== null && source.python_file !== null) {
    const at = python?.place.line ?? 1;
    const own = source.python_file;
    return {
      file: own,
      line: at,
      function_name: name,
      text: source_line(own, at),
      python,
    };
  }
  const mapped = source.map?.findEntry(line - 1, column - 1);
  if (mapped !== undefined && "originalSource" in mapped) {
    const original = path.resolve(path.dirname(file), file_name(mapped.originalSource));
    if (is_runtime(original)) return null;
    const original_line = mapped.originalLine + 1;
    const text = source_of(file)
      .contents?.get(mapped.originalSource)
      ?.[mapped.originalLine]?.trim();
    return {
      file: original,
      line: original_line,
      function_name: name,
      text: text ?? source_line(original, original_line),
      python: null,
    };
  }
  if (is_runtime(file)) return null;
  return { file, line, function_name: name, text: source_line(file, line), python: null };
}

function file_name(source: string): string {
  return source.startsWith("file:") ? fileURLToPath(source) : source;
}

interface Source {
  readonly lines: readonly string[] | null;
  readonly map: SourceMap | null;
  /** As the map has them. */
  readonly mappings: string | null;
  /** The lines of the map's own sources, where it carries them. */
  readonly contents: ReadonlyMap<string, readonly string[]> | null;
  readonly places: PythonPlaces | null;
  /** The file that the places are about. */
  readonly python_file: string | null;
}

const sources = new Map<string, Source>();

function source_of(file: string): Source {
  let source = sources.get(file);
  if (source === undefined) {
    source = read_source(file);
    sources.set(file, source);
  }
  return source;
}

function read_source(file: string): Source {
  try {
    const text = readFileSync(file, "utf8");
    const lines = text.split(/\r\n|\r|\n/);
    return { lines, ...(is_runtime(file) ? NO_MAP : read_map(file, text)) };
  } catch {
    return { lines: null, ...NO_MAP };
  }
}

const NO_MAP = {
  map: null,
  mappings: null,
  contents: null,
  places: null,
  python_file: null,
} as const;

function read_map(file: string, text: string): Omit<Source, "lines"> {
  const url = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1];
  if (url === undefined) return NO_MAP;
  try {
    const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/.exec(url);
    const json =
      inline === null
        ? readFileSync(path.resolve(path.dirname(file), decodeURIComponent(url)), "utf8")
        : Buffer.from(inline[2] ?? "", inline[1] === undefined ? "utf8" : "base64").toString(
            "utf8",
          );
    const payload = JSON.parse(json);
    const contents = new Map<string, readonly string[]>();
    payload.sources.forEach((source: string, index: number) => {
      const content: unknown = payload.sourcesContent?.[index];
      if (typeof content === "string") contents.set(source, content.split(/\r\n|\r|\n/));
    });
    const [first] = payload.sources;
    const python_file =
      typeof first === "string" ? path.resolve(path.dirname(file), file_name(first)) : null;
    const own = contents.get(first);
    if (python_file !== null && own !== undefined) embedded.set(python_file, own);
    const places = python_places(payload.x_python_frames);
    return {
      map: new SourceMap(payload),
      mappings: payload.mappings,
      contents,
      places,
      python_file,
    };
  } catch {
    return NO_MAP;
  }
}

let home: string | null | undefined;

/** Whether a file is part of this runtime. */
function is_runtime(file: string): boolean {
  if (home === undefined) home = runtime_home();
  return (home !== null && file.startsWith(home)) || BUNDLED.test(file);
}

/** Sources of the runtime that a bundler put into the program's own file. */
const BUNDLED = /[\\/](?:node_modules[\\/]pyasync2ts|pyasync2ts-runtime)[\\/]/;

/** `runtime/` in the repository, `dist/` in the package; `null` where a bundler has put us somewhere else. */
function runtime_home(): string | null {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (let height = 0; height < MAX_DEPTH; height++) {
    const parent = path.dirname(folder);
    if (package_name(parent) === "pyasync2ts") return folder + path.sep;
    folder = parent;
  }
  return null;
}

/** How deep files of this runtime lie below the package's root. */
const MAX_DEPTH = 4;

function package_name(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).name;
  } catch {
    return null;
  }
}
