// The pipeline: a line per stage.
import { deeper_than, type Depth } from "../grammar/ast/depth.ts";
import {
  decode,
  imported_paths,
  newer_syntax,
  parse,
  syntax_warnings,
  type Decoded,
  type Parsed,
} from "../grammar/index.ts";
import { with_private_names } from "./1-link/private-names.ts";
import { with_plain_properties } from "./1-link/suspending-properties.ts";
import { with_turns } from "./1-link/turns/index.ts";
import { with_wrapped_methods } from "./1-link/wrapped-methods.ts";
import {
  components_of,
  type Component,
  type ListedFile,
  type NamedFile,
} from "./1-link/layout/index.ts";
import { is_of_standard_library } from "./1-link/standard-library.ts";
import { link, type LinkHost, type ParsedModule } from "./1-link/index.ts";
import { analyze } from "./2-analyze/index.ts";
import { emit, take_census, type Census, type EmitOptions } from "./3-emit/index.ts";
import { print, type PrintOptions, type Printed } from "./4-print/index.ts";
import {
  nested_too_deeply,
  newer_than_python,
  syntax_error,
  syntax_warning,
  undecodable,
} from "./diagnostics/catalogue/grammar.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { ignores_of, type Ignore } from "./diagnostics/ignores.ts";
import { runtime_names } from "./facts/runtime-api.ts";
import type { Facts } from "./facts/facts.ts";
import { packages_of, type Project, type PythonVersion, type SourceModule } from "./project.ts";

export { components_of, type Component, type ListedFile, type NamedFile };
export type { Census, Form, Naming } from "./3-emit/index.ts";
export type { Rough } from "./4-print/index.ts";

/** A file of the program that an import names. */
export interface ImportedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly is_package: boolean;
}

/** What the user says about a program. */
export interface Settings {
  /** The Python that it was written for; without it the names it uses tell. */
  readonly python?: PythonVersion;
  /** Modules that are mapped to others. */
  readonly mapped?: ReadonlySet<string>;
}

export type ReadImported = (module: string) => ImportedFile | null;

/** All that is known of a program once its text has been read. */
export interface Program {
  /** `null` when a file has syntax errors: there is nothing to analyse. */
  readonly project: Project | null;
  readonly facts: ReadonlyMap<SourceModule, Facts>;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that silence warnings, of each file. */
  readonly ignores: ReadonlyMap<string, readonly Ignore[]>;
  /** The decoded text of a file of the program. */
  readonly source: (file: string) => string | null;
}

/** What the first module of a program is; its packages belong to the program, too. */
export type EntryName = Pick<SourceModule, "name" | "is_main" | "is_package">;

const SCRIPT: EntryName = { name: "__main__", is_main: true, is_package: false };

/** Text → AST → Project → Facts. */
export function read_program(
  input: Uint8Array | string,
  file: string,
  read: ReadImported,
  has_large_stack = false,
  named = SCRIPT,
  { python, mapped }: Settings = {},
): Program {
  const reader = new Reader(has_large_stack ? LARGE_STACK : NODE_STACK, python);
  const entry = reader.parse({ ...named, file, bytes: input });
  const host = link_host(reader, entry, read, mapped);
  const packages = packages_of(named.name).flatMap((name) => host.read(name) ?? []);
  const { project, diagnostics: linked } = link([entry, ...packages], host);
  const diagnostics = distinct([...reader.diagnostics, ...linked]);
  const source = (name: string) => reader.sources.get(name) ?? null;
  const { ignores } = reader;
  if (has_errors(reader.diagnostics))
    return { project: null, facts: new Map(), diagnostics, ignores, source };
  const known = python === undefined ? project : { ...project, python };
  return { ...analyzed(known), diagnostics, ignores, source };
}

/** What `components_of` asks of a file, from its tokens. */
export function list_file(file: string, input: Uint8Array | string): ListedFile {
  const text = typeof input === "string" ? input : decoded(input);
  const has_guard = /\b__name__\s*==\s*["']__main__["']/.test(text);
  return { file, imports: imported_paths(text), has_guard };
}

export interface ComponentProgram extends Program {
  /** Files that can't be read as Python: they are in the project as empty modules. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * All files of a component as one program. A file with syntax errors does not keep the
 * others from being analysed.
 */
export function read_component(
  { files, located }: Component,
  bytes_of: (file: string) => Uint8Array | string,
  { python, mapped }: Settings = {},
  has_large_stack = true,
): ComponentProgram {
  const reader = new Reader(has_large_stack ? LARGE_STACK : NODE_STACK, python);
  const unreadable = new Set<string>();
  const modules = new Map<string, ParsedModule>();
  for (const { is_namespace, ...named } of files) {
    const told = reader.diagnostics.length;
    const bytes = is_namespace ? NOTHING : bytes_of(named.file);
    const parsed = reader.parse({ ...named, bytes });
    const is_wrong = has_errors(reader.diagnostics.slice(told));
    if (is_wrong) unreadable.add(named.file);
    const emptied = { ...parsed, module: { ...parsed.module, body: [] } };
    modules.set(named.name, is_wrong ? emptied : parsed);
  }
  const { project, diagnostics } = link([...modules.values()], {
    read: (name) => modules.get(name) ?? null,
    locate: ({ file }, path) => located[file]?.[path] ?? null,
    is_mapped: (name) => mapped?.has(name) === true,
    runtime_names,
  });
  const known = python === undefined ? project : { ...project, python };
  return {
    ...analyzed(known),
    diagnostics: distinct([...reader.diagnostics, ...diagnostics]),
    ignores: reader.ignores,
    source: (name) => reader.sources.get(name) ?? null,
    unreadable,
  };
}

/** The project with what is known of it; modules that have to take turns are written in another way. */
function analyzed(project: Project): Required<Pick<Program, "project" | "facts">> {
  let facts = analyze(project);
  const rewritten = with_turns(project, facts);
  if (rewritten !== project) {
    // The first facts are not needed while the others are found.
    facts = new Map();
    facts = analyze(rewritten);
  }
  return { project: rewritten, facts };
}

const NOTHING = new Uint8Array();

/** Is there a counterpart, or does CPython bring it: such a name means the library's module in outer folders. */
export function is_library_module(name: string): boolean {
  return runtime_names(name) !== null || is_of_standard_library(name);
}

export interface Written extends Printed {
  readonly diagnostics: readonly Diagnostic[];
  /** Where it was asked for. */
  readonly census: Census | null;
}

/** Does CPython bring the module? */
export function is_standard_module(name: string): boolean {
  return is_of_standard_library(name);
}

/** Facts → target → text, for one module. */
export function write_module(
  program: Program,
  module: SourceModule,
  options: Omit<EmitOptions, "project" | "facts"> &
    Pick<PrintOptions, "types" | "map"> & { readonly census?: boolean },
): Written {
  const { project } = program;
  const facts = program.facts.get(module);
  if (facts === undefined || project === null)
    throw new Error(`no facts for module ${module.name}`);
  const { program: target, diagnostics } = emit(module, facts, {
    ...options,
    project,
    facts: program.facts,
  });
  const printed = print(target, {
    ...options,
    source: module.source,
    file: module.file,
    module: module.module,
    sees_handled: facts.effects.sees_handled,
  });
  const census = options.census === true ? take_census(module, facts, target) : null;
  return { ...printed, diagnostics, census };
}

/** Of each module of the program, what became native and what needs a helper. */
export function census_of(program: Program): readonly Census[] {
  const { project } = program;
  if (project === null) return [];
  return project.modules.flatMap((module) => {
    const facts = program.facts.get(module);
    if (facts === undefined) return [];
    return [
      take_census(module, facts, emit(module, facts, { project, facts: program.facts }).program),
    ];
  });
}

/** A file that is the program and a module of it is looked at twice. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const by_place = new Map<string, Diagnostic>();
  for (const each of diagnostics)
    by_place.set(`${each.code} ${each.file} ${each.span?.start ?? ""} ${each.message}`, each);
  return [...by_place.values()];
}

export function has_errors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Node's default stack holds some 700 levels of the stages behind the parser before anything is compiled. */
const NODE_STACK: Depth = { levels: 500, elif: 1, trailer: 1 };

/** With more stack for us, the limit is Node's for JavaScript: 1,000 calls in one another, 3,000 `else if`. */
const LARGE_STACK: Depth = { levels: 1000, elif: 0.3, trailer: 0.5 };

interface NamedText extends Pick<SourceModule, "name" | "file" | "is_main" | "is_package"> {
  readonly bytes: Uint8Array | string;
}

/** Decodes and parses each file once, and keeps what was wrong with it. */
class Reader {
  private readonly depth: Depth;
  private readonly python: PythonVersion | undefined;
  readonly diagnostics: Diagnostic[] = [];
  readonly sources = new Map<string, string>();
  readonly ignores = new Map<string, readonly Ignore[]>();

  constructor(depth: Depth, python: PythonVersion | undefined) {
    this.depth = depth;
    this.python = python;
  }

  parse(input: NamedText): ParsedModule {
    const { bytes: _, ...named } = input;
    const { file } = input;
    const { text: source, errors: undecoded, parsed: whole } = read_text(input.bytes);
    for (const error of undecoded) this.diagnostics.push(undecodable(file, error.message));
    this.sources.set(file, source);
    const { module, trivia, errors } = with_plain_properties(
      with_wrapped_methods(with_private_names(this.shallow(file, whole), source)),
    );
    for (const error of errors) this.diagnostics.push(syntax_error(file, error, source));
    if (errors.length === 0)
      for (const warning of syntax_warnings(source, module))
        this.diagnostics.push(syntax_warning(file, warning.message, warning));
    const { python } = this;
    if (python !== undefined)
      for (const each of newer_syntax(source, module, python))
        this.diagnostics.push(newer_than_python(file, python, each));
    this.ignores.set(file, ignores_of(source, module, trivia));
    return { ...named, source, module, trivia };
  }

  /** The parser follows deeper trees than the stages behind it, which get an empty one in their place. */
  private shallow(file: string, parsed: Parsed): Parsed {
    const deep = deeper_than(parsed.module, this.depth);
    if (deep === null) return parsed;
    this.diagnostics.push(nested_too_deeply(file, this.depth.levels, deep));
    return { ...parsed, module: { ...parsed.module, body: [] } };
  }
}

interface Text extends Decoded {
  readonly parsed: Parsed;
}

/** Files that several programs import are parsed once, as long as their bytes are the same object. */
const texts = new WeakMap<Uint8Array, Text>();

function read_text(input: Uint8Array | string): Text {
  if (typeof input === "string") return { text: input, errors: [], parsed: parse(input) };
  const known = texts.get(input);
  if (known !== undefined) return known;
  const { text: decoded_text, errors } = decode(input);
  const text = errors.length > 0 ? "" : decoded_text;
  const fresh = { text, errors, parsed: parse(text) };
  texts.set(input, fresh);
  return fresh;
}

function link_host(
  reader: Reader,
  entry: ParsedModule,
  read: ReadImported,
  mapped: ReadonlySet<string> | undefined,
): LinkHost {
  const modules = new Map<string, ParsedModule | null>([[entry.name, entry]]);
  return {
    read(name) {
      let module = modules.get(name);
      if (module === undefined) {
        const found = read(name);
        module = found === null ? null : reader.parse({ ...found, name, is_main: false });
        modules.set(name, module);
      }
      return module;
    },
    is_mapped: (name) => mapped?.has(name) === true,
    runtime_names,
  };
}

/** A file's text as Python decodes it; empty when it can't be. */
export function decoded(bytes: Uint8Array): string {
  const { text, errors } = decode(bytes);
  return errors.length > 0 ? "" : text;
}
