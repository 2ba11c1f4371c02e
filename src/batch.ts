// Many files at once: what belongs together is analysed together, each component by itself.
import { as_warning, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { with_ignores } from "./diagnostics/ignores.ts";
import { internal_error } from "./diagnostics/internal-error.ts";
import type { SourceMap } from "./4-print/index.ts";
import { import_path, typescript_path, type PythonVersion } from "./project.ts";
import {
  components_of,
  decoded,
  has_errors,
  is_library_module,
  is_standard_module,
  list_file,
  read_component,
  write_module,
  type Census,
  type Component,
  type ComponentProgram,
  type ListedFile,
  type Naming,
  type Rough,
  type Settings,
} from "./transpile.ts";

export { decoded, is_standard_module, list_file, type Component, type ListedFile };

/** How many places of a module are what. */
export interface Shares {
  readonly native: number;
  readonly helper: number;
  readonly dynamic: number;
  /** Parameters and results with a type that says something, and those with `any`. */
  readonly typed: number;
  readonly untyped: number;
}

export interface BatchModule {
  readonly file: string;
  /** Where its text belongs: the file's place, as `.ts`. */
  readonly path: string;
  /** TypeScript, not yet laid out; `null` when there are errors. */
  readonly code: string | null;
  /** From `code` to the Python text, where it was asked for. */
  readonly map: SourceMap | null;
  /** What `format` has to lay out of it. */
  readonly rough: readonly Rough[];
  readonly diagnostics: readonly Diagnostic[];
  readonly shares: Shares | null;
  /** Modules that it imports and that the project has not: `runtime` where there is a counterpart. */
  readonly imported: readonly { readonly module: string; readonly origin: string }[];
  /** A folder without `__init__.py` that others import as a package. */
  readonly is_namespace: boolean;
}

export interface BatchModuleOptions {
  readonly shares?: boolean;
  readonly map?: boolean;
  /** As `TranspileOptions` has it, but the default is that it is large. */
  readonly has_large_stack?: boolean | undefined;
  /**
   * What can't be translated raises when it is reached, and is told as a warning; names that could not be imported have
   * no value. Files with syntax errors stay out.
   */
  readonly keeps_going?: boolean;
  /** The Python that the programs were written for. Default: what the names that they use tell. */
  readonly python?: PythonVersion;
  /** Python module → what is imported in its place: the absolute path of a file (with `/`), or what will be written. */
  readonly modules?: Readonly<Record<string, string>>;
  /** As `TranspileOptions` has it. */
  readonly naming?: Naming;
  /** Where the outputs go, for the ways from them to other files. Default: beside their sources. */
  readonly mirror?: Mirror;
  /** The runtime's modules are in this folder of the outputs; else they are imported from the package. */
  readonly runtime_folder?: string;
}

/** Files below `base` have their outputs in the same places below `folder`. Absolute, with `/`. */
export interface Mirror {
  readonly base: string;
  readonly folder: string;
}

/** Which files belong together. Paths have `/`; the order of the files does not matter. */
export function plan_batch(files: readonly ListedFile[]): readonly Component[] {
  return components_of(files, is_library_module);
}

/**
 * The modules of a component, one after the other.
 * A mistake of ours is a diagnostic of its module, or of all when the analysis fails.
 */
export function* transpile_component(
  component: Component,
  bytes_of: (file: string) => Uint8Array | string,
  options: BatchModuleOptions = {},
): Iterable<BatchModule> {
  const analysed = attempt(() => {
    const { has_large_stack } = options;
    return read_component(component, bytes_of, settings_of(options), has_large_stack);
  });
  if ("failure" in analysed) {
    for (const { file, is_namespace } of component.files)
      if (!is_namespace) yield failed(file, analysed.failure);
    return;
  }
  const program = analysed.value;
  const namespaces = new Set(
    component.files.flatMap(({ file, is_namespace }) => (is_namespace ? [file] : [])),
  );
  const by_link = by_file(program.diagnostics);
  const modules = program.project?.modules ?? [];
  const imported_folders = new Set<string>();
  // what stands for a folder comes last: it is needed where another module imports the folder itself
  const ordered = [...modules].sort(
    (left, right) => Number(namespaces.has(left.file)) - Number(namespaces.has(right.file)),
  );
  for (const module of ordered) {
    const { file } = module;
    if (namespaces.has(file) && !imported_folders.has(last_folder(file))) continue;
    const before = by_link.get(file) ?? [];
    const imported = [...module.imports.values()].flatMap(({ module: name, origin, is_typing }) =>
      origin === "user" || origin === "config" || is_typing ? [] : [{ module: name, origin }],
    );
    const made = attempt(() => written(program, module, options));
    if ("failure" in made) {
      yield { ...failed(file, made.failure), imported };
      continue;
    }
    const is_readable = !program.unreadable.has(file);
    const found = [...before, ...made.value.diagnostics];
    const told = options.keeps_going === true && is_readable ? found.map(as_warning) : found;
    const own = new Map([[file, program.ignores.get(file) ?? []]]);
    const diagnostics = with_ignores(told, own, () => is_readable);
    if (namespaces.size > 0)
      for (const [, folder = ""] of made.value.code.matchAll(/["/]([^"/]+)\/index\.ts"/g))
        imported_folders.add(folder);
    const is_wrong = !is_readable || has_errors(diagnostics);
    yield {
      file,
      path: typescript_path(file),
      code: is_wrong ? null : made.value.code,
      map: is_wrong ? null : made.value.map,
      rough: made.value.rough,
      diagnostics,
      shares: made.value.census === null ? null : shares_of(made.value.census),
      imported,
      is_namespace: namespaces.has(file),
    };
  }
}

function last_folder(file: string): string {
  return file.split("/").at(-2) ?? "";
}

type Attempt<T> = { readonly value: T } | { readonly failure: unknown };

function attempt<T>(action: () => T): Attempt<T> {
  try {
    return { value: action() };
  } catch (failure) {
    return { failure };
  }
}

function written(
  program: ComponentProgram,
  module: Parameters<typeof write_module>[1],
  options: BatchModuleOptions,
): ReturnType<typeof write_module> {
  const { shares = false, keeps_going = false, map = false } = options;
  const { modules = {}, mirror, naming, runtime_folder } = options;
  const output = (file: string): string => output_path(typescript_path(file), mirror);
  return write_module(program, module, {
    types: true,
    map,
    census: shares,
    keeps_going,
    ...(naming === undefined ? {} : { naming }),
    mapped: (name, file) => {
      const place = modules[name] ?? name;
      return is_absolute(place) ? import_path(output(file), place) : place;
    },
    ...(runtime_folder === undefined || mirror === undefined
      ? {}
      : {
          runtime_folder: (file: string) =>
            import_path(output(file), `${mirror.folder}/${runtime_folder}/`),
        }),
  });
}

function settings_of({ python, modules = {} }: BatchModuleOptions): Settings {
  return { ...(python === undefined ? {} : { python }), mapped: new Set(Object.keys(modules)) };
}

function output_path(file: string, mirror: Mirror | undefined): string {
  if (mirror === undefined) return file;
  return `${mirror.folder}/${file.slice(mirror.base.length).replace(/^\//, "")}`;
}

function is_absolute(place: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(place);
}

function failed(file: string, failure: unknown): BatchModule {
  const diagnostics = [internal_error(file, failure)];
  const path = typescript_path(file);
  const none = {
    code: null,
    map: null,
    rough: [],
    shares: null,
    imported: [],
    is_namespace: false,
  };
  return { file, path, diagnostics, ...none };
}

function by_file(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const own = found.get(each.file) ?? [];
    own.push(each);
    found.set(each.file, own);
  }
  return found;
}

/** Counts what a census lists. */
export function shares_of({ entries, annotations }: Census): Shares {
  const shares = { native: 0, helper: 0, dynamic: 0, ...annotations };
  for (const { form } of entries) shares[form]++;
  return shares;
}
