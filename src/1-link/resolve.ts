// What the imports of one module mean: a runtime module, a file of the project, a mapped module, or nothing.
import type * as ast from "../../grammar/ast/index.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  computed_names,
  missing_module,
  missing_name,
  unused_import,
} from "../diagnostics/catalogue/link.ts";
import type { ImportedName, ListedName, SourceModule } from "../project.ts";
import { all_names } from "./all-names.ts";
import type { ImportStatement } from "./imports.ts";
import { is_of_standard_library } from "./standard-library.ts";
import { is_unused } from "./unused.ts";

export type ParsedModule = Omit<SourceModule, "imports">;

/** What the linker asks of its caller. Names are full dotted module names. */
export interface LinkHost {
  /** The module's file, read and parsed; `null` when the project has none of that name. */
  read(name: string): ParsedModule | null;
  /** The name under which the project knows what an import names; `path` has its dots in front. */
  locate?(importer: ParsedModule, path: string): string | null;
  /** The user's configuration maps the module to a file of their own. */
  is_mapped(name: string): boolean;
  /** The names that the runtime's counterpart exports; `null` when there is no counterpart. */
  runtime_names(name: string): ReadonlySet<string> | null;
}

export interface ResolvedImports {
  readonly imports: ReadonlyMap<ast.Alias, ImportedName>;
  /** Files of the project that it needs. */
  readonly modules: readonly ParsedModule[];
  readonly diagnostics: readonly Diagnostic[];
}

export function resolve_imports(
  importer: ParsedModule,
  statements: readonly ImportStatement[],
  host: LinkHost,
): ResolvedImports {
  const resolver = new Resolver(importer, host);
  for (const { node, ...place } of statements) {
    if (node.tag === "Import") resolver.import_modules(node, place);
    else resolver.import_names(node, place);
  }
  return resolver;
}

type Origin = ImportedName["origin"];
type Place = Pick<ImportedName, "is_guarded" | "is_typing">;
type Meant = Omit<ImportedName, keyof Place>;

class Resolver implements ResolvedImports {
  readonly imports = new Map<ast.Alias, ImportedName>();
  readonly modules: ParsedModule[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly importer: ParsedModule;
  private readonly host: LinkHost;

  constructor(importer: ParsedModule, host: LinkHost) {
    this.importer = importer;
    this.host = host;
  }

  import_modules(node: ast.Import, place: Place): void {
    for (const alias of node.names) {
      const module = this.located(alias.name) ?? alias.name;
      const package_name = alias.name.split(".")[0] ?? "";
      // `import a.b` binds `a`
      if (
        alias.asname === null &&
        this.host.is_mapped(module) &&
        !this.host.is_mapped(package_name)
      )
        this.report_module(alias, package_name);
      const origin = this.module(module);
      const is_left_out = origin === "missing" && this.leaves_out(alias, module);
      const is_typing = place.is_typing || is_left_out;
      this.imports.set(alias, { module, name: null, origin, ...place, is_typing });
      if (origin === "missing" && !is_left_out && !fails_in_python(alias.name, place))
        this.report_module(alias, alias.name);
    }
  }

  import_names(node: ast.ImportFrom, place: Place): void {
    const path = ".".repeat(node.level) + (node.module ?? "");
    const module = this.located(path) ?? absolute_name(node, this.importer);
    const origin = module === "__future__" ? "runtime" : this.module(module);
    for (const alias of node.names) {
      if (alias.name === "*" && origin === "config")
        this.diagnostics.push(computed_names(this.importer.file, node, module));
      const imported =
        alias.name === "*" && origin === "user"
          ? this.all_of(module, node)
          : this.imported_name(module, alias.name, origin);
      const is_left_out = origin === "missing" && this.leaves_out(alias, module);
      const is_typing = place.is_typing || is_left_out;
      this.imports.set(alias, { ...imported, ...place, is_typing });
      if (is_left_out) continue;
      if (module === "__future__" || (origin === "missing" && imported.origin === "user")) continue;
      if (origin === "missing" ? fails_in_python(module, place) : place.is_guarded) continue;
      if (imported.origin === "missing") this.report_name(node, alias, module, origin);
    }
  }

  private located(path: string): string | null {
    return this.host.locate?.(this.importer, path) ?? null;
  }

  /** `from package import name`: a name that the package has, or else its submodule. */
  private imported_name(module: string, name: string, origin: Origin): Meant {
    const submodule = `${module}.${name}`;
    if (origin === "runtime" && module !== "__future__" && name !== "*") {
      if (this.host.runtime_names(module)?.has(name) === true) return { module, name, origin };
      const inner = this.module(submodule);
      if (inner !== "missing") return { module: submodule, name: null, origin: inner };
      return { module, name, origin: "missing" };
    }
    if (name !== "*" && this.host.is_mapped(submodule))
      return { module: submodule, name: null, origin: "config" };
    // A folder without `__init__.py`: a package that has nothing but its modules.
    if (origin === "missing" && name !== "*" && this.module(submodule) === "user")
      return { module: submodule, name: null, origin: "user" };
    if (origin !== "user" || name === "*") return { module, name, origin };
    const parsed = this.host.read(module);
    const is_own = module === this.importer.name;
    if (parsed?.is_package === true && (is_own || !binds(parsed.module, name))) {
      const inner = this.module(submodule);
      if (inner !== "missing") return { module: submodule, name: null, origin: inner };
    }
    return { module, name, origin };
  }

  /** `from module import *`. */
  private all_of(module: string, node: ast.ImportFrom): Meant {
    const imported = { module, name: "*", origin: "user" } as const;
    const parsed = this.host.read(module);
    const names = parsed === null ? null : all_names(parsed.module);
    if (parsed === null || names === null) return imported;
    if (names === "computed") {
      this.diagnostics.push(computed_names(this.importer.file, node, module));
      return imported;
    }
    const listed = names.map((name): ListedName => {
      const is_submodule = parsed.is_package && !binds(parsed.module, name);
      const submodule = `${module}.${name}`;
      return { name, module: is_submodule && this.module(submodule) === "user" ? submodule : null };
    });
    return { ...imported, listed };
  }

  /** Where a module comes from; files of the project are noted, their packages first. */
  private module(name: string): Origin {
    if (this.host.is_mapped(name)) return "config";
    const parsed = this.host.read(name);
    if (parsed !== null) {
      const parent = name.slice(0, Math.max(0, name.lastIndexOf(".")));
      if (parent !== "") this.module(parent);
      this.modules.push(parsed);
      return "user";
    }
    return this.host.runtime_names(name) === null ? "missing" : "runtime";
  }

  /** Modules of the standard library do nothing that is seen when they are imported. */
  private leaves_out(alias: ast.Alias, module: string): boolean {
    const name = alias.asname ?? alias.name.split(".")[0] ?? alias.name;
    if (alias.name === "*" || SHOWING.has(module) || !is_of_standard_library(module)) return false;
    if (!is_unused(name, this.importer.module)) return false;
    this.diagnostics.push(unused_import(this.importer.file, alias, module));
    return true;
  }

  private report_module(alias: ast.Node, module: string): void {
    this.diagnostics.push(missing_module(this.importer.file, alias, module));
  }

  private report_name(
    node: ast.ImportFrom,
    alias: ast.Alias,
    module: string,
    origin: Origin,
  ): void {
    if (origin !== "missing") {
      this.diagnostics.push(missing_name(this.importer.file, alias, module, alias.name));
    } else if (alias === node.names[0]) this.report_module(node, module);
  }
}

/** Those that print, or open a page. */
const SHOWING: ReadonlySet<string> = new Set(["this", "antigravity", "__hello__"]);

/** `try: import uvloop` where there is none; what CPython itself brings is found there, guarded or not. */
function fails_in_python(module: string, { is_guarded, is_typing }: Place): boolean {
  return is_typing || (is_guarded && !is_of_standard_library(module));
}

/** The full name of the module in `from … import`, dots resolved against the importing module. */
function absolute_name(node: ast.ImportFrom, importer: ParsedModule): string {
  if (node.level === 0) return node.module ?? "";
  const parts = importer.name.split(".");
  const up = importer.is_package ? node.level - 1 : node.level;
  const base = parts.slice(0, Math.max(0, parts.length - up));
  return [...base, ...(node.module === null ? [] : [node.module])].join(".");
}

function binds(module: ast.Module, name: string): boolean {
  return module.body.some((node) => {
    if (node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef" || node.tag === "ClassDef") {
      return node.name === name;
    }
    if (node.tag === "Import" || node.tag === "ImportFrom") {
      return node.names.some((alias) => (alias.asname ?? alias.name) === name);
    }
    if (node.tag === "Assign") return node.targets.some((target) => names(target, name));
    return node.tag === "AnnAssign" && names(node.target, name);
  });
}

function names(target: ast.Expression, name: string): boolean {
  return target.tag === "Name" && target.id === name;
}
