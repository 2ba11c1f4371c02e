// What of a module nobody can see happen: it may run whenever the ES module does.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import { is_type_checking } from "../imports.ts";
import { module_named, type Project, type SourceModule } from "../../project.ts";

export class StaticStatements {
  private readonly project: Project;
  private readonly facts: ReadonlyMap<SourceModule, Facts>;
  private readonly members: ReadonlySet<string>;
  private readonly known = new Map<ast.Statement, boolean>();

  /** `members` are the modules that run by turns. */
  constructor(
    project: Project,
    facts: ReadonlyMap<SourceModule, Facts>,
    members: ReadonlySet<string>,
  ) {
    this.project = project;
    this.facts = facts;
    this.members = members;
  }

  /** Whether the statement of a module's top level may run with the ES module. */
  has(node: ast.Statement, source: SourceModule): boolean {
    let known = this.known.get(node);
    if (known === undefined) {
      this.known.set(node, true);
      known = this.is_static(node, source);
      this.known.set(node, known);
    }
    return known;
  }

  private is_static(node: ast.Statement, source: SourceModule): boolean {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        return node.names.every((alias) => this.is_static_import(alias, source));
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.binds_once(node, source) && is_plain_function(node);
      case "ClassDef":
        return this.binds_once(node, source) && this.is_plain_class(node, source);
      case "Assign": {
        const [target, another] = node.targets;
        if (target?.tag !== "Name" || another !== undefined) return false;
        return this.binds_once(target, source) && this.is_fixed(node.value, source);
      }
      case "AnnAssign": {
        const { target, value } = node;
        if (value === null) return true;
        return (
          target.tag === "Name" && this.binds_once(target, source) && this.is_fixed(value, source)
        );
      }
      case "Expr":
        return node.value.tag === "Constant";
      case "If":
        return is_type_checking(node.test) && node.orelse.length === 0;
      case "TypeAlias":
      case "Pass":
        return true;
      default:
        return false;
    }
  }

  /** The library's modules, those of the cycle, and others that show nothing when they run. */
  private is_static_import(alias: ast.Alias, source: SourceModule): boolean {
    const imported = source.imports.get(alias);
    if (imported === undefined || imported.is_typing) return true;
    if (imported.is_guarded) return false;
    if (imported.origin !== "user") return true;
    if (!this.members.has(imported.module))
      return this.facts.get(source)?.effects.is_visible_import(alias) !== true;
    // The value of the moment, where the variable changes.
    const { name } = imported;
    const owner = module_named(this.project, imported.module);
    if (name === null || name === "*" || owner === undefined) return true;
    const binding = this.facts.get(owner)?.scopes.module.bindings.get(name);
    return binding === undefined || !(binding.is_rebound || binding.is_bound_from_inside);
  }

  private binds_once(node: ast.Node, source: SourceModule): boolean {
    const binding = this.facts.get(source)?.scopes.defined_by(node);
    return (
      binding !== undefined &&
      !binding.is_rebound &&
      !binding.is_deleted &&
      binding.imported === null
    );
  }

  /** Of plain functions and fixed values, on top of classes that are there by then. */
  private is_plain_class(node: ast.ClassDef, source: SourceModule): boolean {
    return (
      node.keywords.length === 0 &&
      node.bases.every((each) => this.is_there(each, source)) &&
      node.decorator_list.every((each) => this.is_of_library(each, source)) &&
      node.body.every((each) => this.is_plain_member(each, source))
    );
  }

  private is_plain_member(node: ast.Statement, source: SourceModule): boolean {
    switch (node.tag) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return (
          has_fixed_defaults(node) &&
          node.decorator_list.every((each) => this.is_of_library(each, source))
        );
      case "ClassDef":
        return this.is_plain_class(node, source);
      case "Assign":
        return node.targets.every(({ tag }) => tag === "Name") && this.is_fixed(node.value, source);
      case "AnnAssign":
        return node.value === null || this.is_fixed(node.value, source);
      case "Expr":
        return node.value.tag === "Constant";
      case "Pass":
        return true;
      default:
        return false;
    }
  }

  /** Constants and displays of them; what `typing` and `dataclasses.field` make. */
  private is_fixed(node: ast.Expression, source: SourceModule): boolean {
    if (is_literal(node)) return true;
    if (node.tag !== "Call") return false;
    const type = this.facts.get(source)?.types.of(node.func);
    if (type?.type !== "runtime_function" && type?.type !== "runtime_class") return false;
    return /^(?:typing|dataclasses)$/.test(type.module);
  }

  /** A class of the library, or one of the program's own that is static itself. */
  private is_there(node: ast.Expression, source: SourceModule): boolean {
    const base = node.tag === "Subscript" ? node.value : node;
    const type = this.facts.get(source)?.types.of(base);
    if (type?.type !== "class") return this.is_of_library(base, source);
    for (const module of this.project.modules)
      if (module.module.body.includes(type.node))
        return !this.members.has(module.name) || this.has(type.node, module);
    return false;
  }

  private is_of_library(node: ast.Expression, source: SourceModule): boolean {
    const callee = node.tag === "Call" ? node.func : node;
    if (callee.tag === "Attribute" && /^(?:setter|getter|deleter)$/.test(callee.attr)) return true;
    if (callee.tag === "Name") {
      const resolution = this.facts.get(source)?.scopes.resolve(callee);
      if (resolution?.kind === "builtin") return true;
      return resolution?.kind === "binding" && resolution.binding.imported?.origin === "runtime";
    }
    return callee.tag === "Attribute" && this.is_of_library(callee.value, source);
  }
}

function is_plain_function(node: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return node.decorator_list.length === 0 && has_fixed_defaults(node);
}

function has_fixed_defaults({ args }: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return [...args.defaults, ...args.kw_defaults].every((each) => each === null || is_literal(each));
}

function is_literal(node: ast.Expression): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "UnaryOp":
      return node.operand.tag === "Constant";
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.every(is_literal);
    case "Dict":
      return node.keys.every((key, at) => {
        const value = node.values[at];
        return key !== null && is_literal(key) && value !== undefined && is_literal(value);
      });
    default:
      return false;
  }
}
