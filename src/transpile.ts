// The pipeline: a line per stage.
import { deeper_than, type Depth } from "../grammar/ast/depth.ts";
import { decode, parse, syntax_warnings, type Decoded, type Parsed } from "../grammar/index.ts";
import { with_private_names } from "./1-link/private-names.ts";
import { with_wrapped_methods } from "./1-link/wrapped-methods.ts";
import { link, type LinkHost, type ParsedModule } from "./1-link/index.ts";
import { analyze } from "./2-analyze/index.ts";
import { emit, take_census, type Census, type EmitOptions } from "./3-emit/index.ts";
import { print, type PrintOptions, type Printed } from "./4-print/index.ts";
import {
  nested_too_deeply,
  syntax_error,
  syntax_warning,
  undecodable,
} from "./diagnostics/catalogue/grammar.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { runtime_names } from "./facts/runtime-api.ts";
import type { Facts } from "./facts/facts.ts";
import type { Project, SourceModule } from "./project.ts";

export type { Census, Form } from "./3-emit/index.ts";

/** A file of the program that an import names. */
export interface ImportedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly is_package: boolean;
}

export type ReadImported = (module: string) => ImportedFile | null;

/** All that is known of a program once its text has been read. */
export interface Program {
  /** `null` when a file has syntax errors: there is nothing to analyse. */
  readonly project: Project | null;
  readonly facts: ReadonlyMap<SourceModule, Facts>;
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded text of a file of the program. */
  readonly source: (file: string) => string | null;
}

/** Text → AST → Project → Facts. */
export function read_program(
  input: Uint8Array | string,
  file: string,
  read: ReadImported,
  has_large_stack = false,
): Program {
  const reader = new Reader(has_large_stack ? LARGE_STACK : NODE_STACK);
  const entry = reader.parse("__main__", { file, bytes: input, is_package: false });
  const { project, diagnostics: linked } = link([entry], link_host(reader, entry, read));
  const diagnostics = distinct([...reader.diagnostics, ...linked]);
  const source = (name: string) => reader.sources.get(name) ?? null;
  if (has_errors(reader.diagnostics))
    return { project: null, facts: new Map(), diagnostics, source };
  return { project, facts: analyze(project), diagnostics, source };
}

/** Facts → target → text, for one module. */
export function write_module(
  program: Program,
  module: SourceModule,
  options: Omit<EmitOptions, "project" | "facts"> & Pick<PrintOptions, "types" | "map">,
): Printed & { readonly diagnostics: readonly Diagnostic[] } {
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
  });
  return { ...printed, diagnostics };
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

/** Decodes and parses each file once, and keeps what was wrong with it. */
class Reader {
  private readonly depth: Depth;
  readonly diagnostics: Diagnostic[] = [];
  readonly sources = new Map<string, string>();

  constructor(depth: Depth) {
    this.depth = depth;
  }

  parse(
    name: string,
    input: Omit<ImportedFile, "bytes"> & { readonly bytes: Uint8Array | string },
  ): ParsedModule {
    const { file, is_package } = input;
    const { text: source, errors: undecoded, parsed: whole } = read_text(input.bytes);
    for (const error of undecoded) this.diagnostics.push(undecodable(file, error.message));
    this.sources.set(file, source);
    const { module, trivia, errors } = with_wrapped_methods(
      with_private_names(this.shallow(file, whole)),
    );
    for (const error of errors) this.diagnostics.push(syntax_error(file, error, source));
    if (errors.length === 0)
      for (const warning of syntax_warnings(source, module))
        this.diagnostics.push(syntax_warning(file, warning.message, warning));
    return { name, file, source, module, trivia, is_package };
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
  const { text, errors } = decode(input);
  const source = errors.length > 0 ? "" : text;
  const read = { text: source, errors, parsed: parse(source) };
  texts.set(input, read);
  return read;
}

function link_host(reader: Reader, entry: ParsedModule, read: ReadImported): LinkHost {
  const modules = new Map<string, ParsedModule | null>([[entry.name, entry]]);
  return {
    read(name) {
      let module = modules.get(name);
      if (module === undefined) {
        const found = read(name);
        module = found === null ? null : reader.parse(name, found);
        modules.set(name, module);
      }
      return module;
    },
    is_mapped: () => false,
    runtime_names,
  };
}
