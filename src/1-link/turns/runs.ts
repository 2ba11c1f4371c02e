// Imports of modules that run by turns: `import a` → `from a import run_module as run_a; run_a(); import a`.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Span } from "../../../grammar/ast/node.ts";
import { mark_run } from "../../facts/turns.ts";
import {
  type ImportedName,
  module_named,
  packages_of,
  type Project,
  type SourceModule,
  with_packages,
} from "../../project.ts";
import { free } from "./free-name.ts";

type Suite = readonly ast.Statement[];
type Import = ast.Import | ast.ImportFrom;

/** The imports of one module. */
export class Runs {
  /** What every imported name of the module means, the new ones too. */
  readonly imports: Map<ast.Alias, ImportedName>;
  /** The nodes for which others stand now. */
  readonly replaced = new Map<ast.Node, ast.Node>();
  private readonly source: SourceModule;
  private readonly project: Project;
  private readonly members: ReadonlySet<string>;
  private readonly run: string;
  private readonly names: Set<string>;
  private readonly locals = new Map<string, string>();
  /** What the module's own level has run so far. */
  private readonly begun = new Set<string>();

  /** `run` is what the function is called in each of the `members`; `names` are taken. */
  constructor(
    source: SourceModule,
    project: Project,
    members: ReadonlySet<string>,
    run: string,
    names: ReadonlySet<string>,
  ) {
    this.source = source;
    this.project = project;
    this.members = members;
    this.run = run;
    this.imports = new Map(source.imports);
    this.names = new Set([...names, run]);
  }

  /** The module's own suite; a program that is started by `-m` stands in packages, which run before it. */
  in_program(suite: Suite): Suite {
    const made = this.in_suite(suite);
    if (!this.source.is_main) return made;
    const around = packages_of(this.source.name).filter((name) => this.members.has(name));
    if (around.length === 0) return made;
    return [...around.flatMap((name) => this.run_of(name, { start: 0, end: 0 })), ...made];
  }

  /** The suite with calls before its imports, also of those inside; the very suite where there are none. */
  in_suite(suite: Suite): Suite {
    return kept(
      suite,
      suite.flatMap((each) => this.in_statement(each)),
    );
  }

  in_statement(node: ast.Statement): Suite {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        return [...this.before(node).flat(), node];
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
      case "With":
      case "AsyncWith":
        return [this.with(node, { body: this.in_suite(node.body) })];
      case "If":
      case "For":
      case "AsyncFor":
      case "While": {
        const { body, orelse } = node;
        return [this.with(node, { body: this.in_suite(body), orelse: this.in_suite(orelse) })];
      }
      case "Try":
      case "TryStar": {
        const { body, orelse, finalbody } = node;
        return [
          this.with(node, {
            body: this.in_suite(body),
            handlers: kept(
              node.handlers,
              node.handlers.map((each) => this.with(each, { body: this.in_suite(each.body) })),
            ),
            orelse: this.in_suite(orelse),
            finalbody: this.in_suite(finalbody),
          }),
        ];
      }
      case "Match":
        return [
          this.with(node, {
            cases: kept(
              node.cases,
              node.cases.map((each) => this.with(each, { body: this.in_suite(each.body) })),
            ),
          }),
        ];
      default:
        return [node];
    }
  }

  /** What runs the modules of the cycle that the statement imports: the import of each function, and its call. */
  before(node: Import): readonly (readonly [ast.ImportFrom, ast.Expr])[] {
    const run = new Set<string>();
    for (const alias of node.names) {
      const imported = this.source.imports.get(alias);
      if (imported?.origin !== "user" || imported.is_typing) continue;
      for (const name of this.loaded(imported))
        if (this.members.has(name) && !this.is_around(name) && !this.begun.has(name)) run.add(name);
    }
    if (this.source.module.body.includes(node)) for (const name of run) this.begun.add(name);
    return [...run].map((module) => this.run_of(module, node));
  }

  /** The packages around it, the module, and what `from package import submodule` loads of it. */
  private loaded({ module, name }: ImportedName): readonly string[] {
    const submodule = `${module}.${name}`;
    const owner = module_named(this.project, module);
    const is_loaded =
      name !== null &&
      [...(owner?.imports.values() ?? [])].some((each) => each.module === submodule);
    return with_packages(is_loaded ? submodule : module);
  }

  /** The module itself and the packages around it are under way. */
  private is_around(name: string): boolean {
    return this.source.name === name || this.source.name.startsWith(`${name}.`);
  }

  private run_of(module: string, { start, end }: Span): readonly [ast.ImportFrom, ast.Expr] {
    // The call is what a traceback shows of the import.
    const place = { start, end: start };
    const asname = this.local(module);
    const alias: ast.Alias = { tag: "alias", name: this.run, asname, ...place };
    mark_run(alias);
    this.imports.set(alias, {
      module,
      name: this.run,
      origin: "user",
      is_guarded: false,
      is_typing: false,
    });
    const func: ast.Name = { tag: "Name", id: asname, ctx: "Load", ...place };
    const value: ast.Call = { tag: "Call", func, args: [], keywords: [], start, end };
    return [
      { tag: "ImportFrom", module, names: [alias], level: 0, ...place },
      { tag: "Expr", value, ...place },
    ];
  }

  private local(module: string): string {
    let local = this.locals.get(module);
    if (local === undefined) {
      local = free(`run_${module.slice(module.lastIndexOf(".") + 1)}`, this.names);
      this.names.add(local);
      this.locals.set(module, local);
    }
    return local;
  }

  /** The node with other suites; the very node where they are its own. */
  private with<T extends ast.Node>(node: T, suites: Partial<T>): T {
    const changed = Object.entries(suites).some(([key, suite]) => node[key as keyof T] !== suite);
    if (!changed) return node;
    const copy = { ...node, ...suites };
    this.replaced.set(node, copy);
    return copy;
  }
}

/** The very list where the other one holds the same. */
function kept<T>(list: readonly T[], made: readonly T[]): readonly T[] {
  const is_same = made.length === list.length && made.every((each, at) => each === list[at]);
  return is_same ? list : made;
}
