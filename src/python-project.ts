// The Python files of a project in memory → their TypeScript; what has not changed is not transpiled again.
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Rough, SourceMap } from "./4-print/index.ts";
import {
  decoded,
  list_file,
  plan_batch,
  transpile_component,
  type BatchModule,
  type BatchModuleOptions,
  type Component,
  type ListedFile,
  type Shares,
} from "./batch.ts";

export interface ProjectOptions extends Pick<
  BatchModuleOptions,
  "keeps_going" | "map" | "modules" | "naming" | "python"
> {
  /** How much of each module is native TypeScript is wanted, too. */
  readonly stats?: boolean;
  /** See `TranspileOptions`. */
  readonly has_large_stack?: boolean;
}

/** Bytes are decoded as Python does: PEP 263, UTF-8 by default. */
export type ProjectText = Uint8Array | string;

export interface ProjectModule {
  /** The Python file. */
  readonly file: string;
  /** Where its text belongs: `shop/stock.ts`, `shop/index.ts` for `shop/__init__.py`. */
  readonly path: string;
  /** TypeScript, not yet laid out (see `format`); `null` when there are errors. */
  readonly code: string | null;
  /** From `code` to the Python text, where it was asked for. */
  readonly map: SourceMap | null;
  /** What `format` has to lay out of it. */
  readonly rough: readonly Rough[];
  /** Where it was asked for. */
  readonly stats: Shares | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface File {
  readonly text: ProjectText;
  readonly listed: ListedFile;
  /** Another one for each text that the project was given. */
  readonly version: number;
}

/**
 * Files that import each other are analysed together: a coroutine function that comes from another module is known to be
 * one. Paths are relative, with `/`; modules are looked for beside the importing file and in the folders around it.
 */
export class Project {
  private readonly options: BatchModuleOptions;
  private readonly files = new Map<string, File>();
  private made = new Map<string, readonly ProjectModule[]>();
  private versions = 0;

  constructor(
    files: Readonly<Record<string, ProjectText>> = {},
    { stats = false, has_large_stack = false, ...options }: ProjectOptions = {},
  ) {
    this.options = { ...options, has_large_stack, shares: stats };
    for (const [file, text] of Object.entries(files)) this.set(file, text);
  }

  /** Adds a file, or gives it another text. Throws a RangeError for a path that is no Python file below the project. */
  set(file: string, text: ProjectText): this {
    const is_inside = file.split("/").every((part) => part !== "" && part !== "." && part !== "..");
    if (!is_inside || file.includes("\\") || !/\.pyw?$/.test(file))
      throw new RangeError(`'${file}' is no relative path of a Python file`);
    this.files.set(file, { text, listed: list_file(file, text), version: ++this.versions });
    return this;
  }

  /** Whether there was such a file. */
  delete(file: string): boolean {
    return this.files.delete(file);
  }

  /** The paths of the Python files, in order. */
  get paths(): readonly string[] {
    return [...this.files.keys()].sort();
  }

  /** The text of a file, for the places that diagnostics name. */
  source(file: string): string | null {
    const text = this.files.get(file)?.text;
    return text === undefined || typeof text === "string" ? (text ?? null) : decoded(text);
  }

  /** All modules in the order of their paths. Wrong input is told in their diagnostics; nothing is thrown for it. */
  transpile(): readonly ProjectModule[] {
    const made = new Map<string, readonly ProjectModule[]>();
    for (const component of plan_batch([...this.files.values()].map(({ listed }) => listed))) {
      const key = this.key_of(component);
      made.set(key, this.made.get(key) ?? this.transpiled(component));
    }
    this.made = made;
    return [...made.values()].flat().sort((left, right) => (left.file < right.file ? -1 : 1));
  }

  /** What transpiling says of all files. */
  check(): readonly Diagnostic[] {
    return this.transpile().flatMap(({ diagnostics }) => diagnostics);
  }

  private key_of(component: Component): string {
    const versions = component.files.map(({ file }) => this.files.get(file)?.version ?? 0);
    return JSON.stringify([component, versions]);
  }

  private transpiled(component: Component): readonly ProjectModule[] {
    const text_of = (file: string): ProjectText => this.files.get(file)?.text ?? "";
    return [...transpile_component(component, text_of, this.options)].map(as_module);
  }
}

function as_module(module: BatchModule): ProjectModule {
  const { file, path, code, map, rough, shares, diagnostics } = module;
  return { file, path, code, map, rough, stats: shares, diagnostics };
}
