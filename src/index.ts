// The public face: Python text in, TypeScript and diagnostics out. Pure: files come through `read`.
import { as_warning, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { with_ignores } from "./diagnostics/ignores.ts";
import { format } from "./4-print/format.ts";
import { realign, with_inline_map, type Rough, type SourceMap } from "./4-print/index.ts";
import { shares_of, type Shares } from "./batch.ts";
import { packages_of, typescript_path, type PythonVersion } from "./project.ts";
import {
  census_of,
  has_errors,
  read_program,
  write_module,
  type Census,
  type EntryName,
  type Naming,
  type Program,
  type ReadImported,
  type Written,
} from "./transpile.ts";

export type { Diagnostic, Severity } from "./diagnostics/diagnostic.ts";
export { packages_of, python_versions, type PythonVersion } from "./project.ts";
export type { Census, EntryName, Form, ImportedFile, Naming, ReadImported } from "./transpile.ts";
export {
  decoded,
  is_standard_module,
  list_file,
  plan_batch,
  transpile_component,
  type BatchModule,
  type BatchModuleOptions,
  type Component,
  type ListedFile,
  type Shares,
} from "./batch.ts";
export {
  Project,
  type ProjectModule,
  type ProjectOptions,
  type ProjectText,
} from "./python-project.ts";
export { format } from "./4-print/format.ts";
export { with_inline_map, with_map_file, type Rough, type SourceMap } from "./4-print/index.ts";

export interface TranspileOptions {
  /** The file's name in diagnostics and source maps. Default: `<string>`. */
  readonly file?: string;
  /** Finds the modules of the program that it imports, for what the analysis can learn from them. */
  readonly read?: ReadImported;
  /**
   * The calling thread's stack has some 250 MB (`resourceLimits.stackSizeMb` of a worker): what nests up to 1,000 levels
   * deep is taken, instead of 500.
   */
  readonly has_large_stack?: boolean;
  /** The source map is wanted, too. */
  readonly map?: boolean;
  /** And how much of the text is native TypeScript. */
  readonly stats?: boolean;
  /** The Python that the program was written for. Default: what the names that it uses tell. */
  readonly python?: PythonVersion;
  /** Python module → what is imported in its place, as it will be written. */
  readonly modules?: Readonly<Record<string, string>>;
  /** `camel` writes variables, functions and parameters as TypeScript's own are called. Default: `keep`. */
  readonly naming?: Naming;
}

export interface Transpiled {
  /** TypeScript, not yet laid out (see `format`); `null` when there are errors. */
  readonly code: string | null;
  /** From `code` to the Python text, for `format_with_map`; `null` where none was asked for, or there are errors. */
  readonly map: SourceMap | null;
  /** What `format` has to lay out of it. */
  readonly rough: readonly Rough[];
  /** How much of it is native, and typed; `null` where that was not asked for, or there are errors. */
  readonly stats: Shares | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded text of a file that a diagnostic names. */
  readonly source: (file: string) => string | null;
}

/**
 * Turns one Python module into TypeScript. Bytes are decoded as Python does (PEP 263, UTF-8 by
 * default). Wrong input is told in `diagnostics`; nothing is thrown for it.
 */
export function transpile(input: Uint8Array | string, options: TranspileOptions = {}): Transpiled {
  const program = program_of(input, options);
  const { project, source } = program;
  const nothing = { code: null, map: null, rough: [], stats: null, source };
  if (project === null) return { ...nothing, diagnostics: audible(program, []) };
  const { map = false, stats = false } = options;
  const written = write_module(program, project.main, {
    types: true,
    map,
    ...spelt(options),
    mapped: mapped_by(options),
    census: stats,
  });
  const diagnostics = audible(program, written.diagnostics, (file) => file === project.main.file);
  if (has_errors(diagnostics)) return { ...nothing, diagnostics };
  const { census: counted, diagnostics: _, ...text } = written;
  return { ...text, stats: counted === null ? null : shares_of(counted), diagnostics, source };
}

export interface Checked extends Pick<Transpiled, "diagnostics" | "stats" | "source"> {
  /** There is nothing among the diagnostics that keeps the module from being transpiled. */
  readonly is_transpilable: boolean;
}

/** What `transpile` would say of one Python module, and how much of it would be native TypeScript. */
export function check(input: Uint8Array | string, options: TranspileOptions = {}): Checked {
  const { code, stats, diagnostics, source } = transpile(input, { ...options, stats: true });
  return { is_transpilable: code !== null, stats, diagnostics, source };
}

/** As `format`, for a text and its map: the result's map is that of the new layout. */
export async function format_with_map(
  code: string,
  map: SourceMap,
  rough: readonly Rough[] | null = null,
): Promise<{ readonly code: string; readonly map: SourceMap }> {
  const laid_out = await format(code, rough);
  return { code: laid_out, map: realign(map, code, laid_out) };
}

/**
 * Of each module of a program, which form its operators, calls, subscripts and truth tests take: native JavaScript, a
 * helper of the runtime, or one that finds out at run time what the values are. Empty when there are syntax errors.
 */
export function census(
  input: Uint8Array | string,
  options: TranspileOptions = {},
): readonly Census[] {
  return census_of(program_of(input, options));
}

export interface TranspiledProgram {
  /** The TypeScript of each module, not yet laid out; `null` when there are errors. */
  readonly modules:
    | readonly {
        readonly file: string;
        readonly path: string;
        readonly code: string;
        readonly rough: readonly Rough[];
      }[]
    | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: (file: string) => string | null;
}

/**
 * Turns a program with all the modules of its own that it imports into TypeScript. `path` is where the
 * text belongs: the Python file's place, as `.ts`; `index.ts` for a package's `__init__.py`.
 */
export function transpile_with_imports(
  input: Uint8Array | string,
  options: TranspileOptions = {},
): TranspiledProgram {
  const program = program_of(input, options);
  const { project, source } = program;
  if (project === null) return { modules: null, diagnostics: audible(program, []), source };
  const told: Diagnostic[] = [];
  const modules = project.modules.map((module) => {
    const written = write_module(program, module, {
      types: true,
      map: options.map === true,
      mapped: mapped_by(options),
      ...spelt(options),
    });
    told.push(...written.diagnostics);
    const { code, rough } = written;
    return { file: module.file, path: typescript_path(module.file), code, rough };
  });
  const diagnostics = audible(program, told, () => true);
  return { modules: has_errors(diagnostics) ? null : modules, diagnostics, source };
}

export interface ProgramOptions extends TranspileOptions {
  /** Where the runtime's built modules are: a folder's URL with a slash at its end. */
  readonly runtime_url: string;
  /** What the text is to Python: a script, unless it says something else. */
  readonly entry?: EntryName | undefined;
  /** What can't be translated is told as a warning, and raises when it is reached. */
  readonly keeps_going?: boolean;
}

export interface RunnableProgram {
  /** JavaScript, each with its source map inside; `null` when there are errors. */
  readonly modules:
    readonly { readonly file: string; readonly path: string; readonly code: string }[] | null;
  /** The path of the main module. */
  readonly main: string;
  /** The paths of the packages in which it lies: Python runs them first. */
  readonly packages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly source: (file: string) => string | null;
}

/** Turns a program with all the modules it imports into JavaScript that can be run at once. */
export function transpile_program(
  input: Uint8Array | string,
  options: ProgramOptions,
): RunnableProgram {
  const program = program_of(input, options, options.entry);
  const { project, source } = program;
  if (project === null)
    return { modules: null, main: "", packages: [], diagnostics: audible(program, []), source };
  const { keeps_going = false } = options;
  const told: Diagnostic[] = [];
  const modules = project.modules.map((module) => {
    const written = write_module(program, module, {
      types: false,
      map: true,
      runtime_url: options.runtime_url,
      mapped: mapped_by(options),
      ...spelt(options),
      keeps_going,
    });
    told.push(...written.diagnostics);
    return { file: module.file, path: `${module.name}.mjs`, code: with_map(written) };
  });
  const heard = audible(program, told, () => true);
  const diagnostics = keeps_going ? heard.map(as_warning) : heard;
  return {
    modules: has_errors(diagnostics) ? null : modules,
    main: `${project.main.name}.mjs`,
    packages: packages_of(project.main.name).flatMap((name) =>
      project.modules.some((module) => module.name === name) ? [`${name}.mjs`] : [],
    ),
    diagnostics,
    source,
  };
}

function with_map({ code, map }: Written): string {
  return map === null ? code : with_inline_map(code, map);
}

function mapped_by({ modules = {} }: TranspileOptions): (module: string) => string {
  return (module) => modules[module] ?? module;
}

function spelt({ naming }: TranspileOptions): { readonly naming?: Naming } {
  return naming === undefined ? {} : { naming };
}

/** What a program's own comments do not silence. `written`: whether all of the file has been looked through. */
function audible(
  program: Program,
  told: readonly Diagnostic[],
  written: (file: string) => boolean = () => false,
): readonly Diagnostic[] {
  const all = [...program.diagnostics, ...told];
  return with_ignores(all, program.ignores, written).filter(
    ({ silenced }) => silenced === undefined,
  );
}

function program_of(
  input: Uint8Array | string,
  options: TranspileOptions,
  entry?: EntryName,
): Program {
  const { file = "<string>", read = () => null, has_large_stack = false } = options;
  const { python, modules = {} } = options;
  return read_program(input, file, read, has_large_stack, entry, {
    ...(python === undefined ? {} : { python }),
    mapped: new Set(Object.keys(modules)),
  });
}
