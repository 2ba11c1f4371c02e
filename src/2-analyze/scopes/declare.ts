// First walk over a module: its scopes, what each defines and what each mentions, names not yet resolved.
import type * as ast from "../../../grammar/ast/index.ts";
import type { ScopeNode } from "../../facts/scopes.ts";
import { children } from "../children.ts";
import { ScopeRecord } from "./records.ts";

export interface Declared {
  readonly module: ScopeRecord;
  readonly scopes: ReadonlyMap<ast.Node, ScopeRecord>;
}

export function declare(module: ast.Module): Declared {
  const walk = new DeclaringWalk();
  const scope = walk.open(module, "module", null);
  walk.all(module.body, { scope, is_in_loop: false, is_annotation: false });
  return { module: scope, scopes: walk.scopes };
}

interface Place {
  readonly scope: ScopeRecord;
  readonly is_in_loop: boolean;
  readonly is_annotation: boolean;
}

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;
type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;

class DeclaringWalk {
  readonly scopes = new Map<ast.Node, ScopeRecord>();

  open(node: ScopeNode, kind: ScopeRecord["kind"], parent: ScopeRecord | null): ScopeRecord {
    const scope = new ScopeRecord(node, kind, parent);
    this.scopes.set(node, scope);
    return scope;
  }

  all(nodes: readonly (ast.Node | null)[], place: Place): void {
    for (const node of nodes) if (node !== null) this.visit(node as AnyNode, place);
  }

  private visit(node: AnyNode, place: Place): void {
    const { scope } = place;
    switch (node.tag) {
      case "Name":
        if (node.ctx === "Store") return this.define(node.id, node, place);
        scope.references.push({ node, is_annotation: place.is_annotation });
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.function_def(node, place);
      case "Lambda":
        return this.lambda(node, place);
      case "ClassDef":
        return this.class_def(node, place);
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.comprehension(node, place);
      case "Call":
        return this.call(node, place);
      case "NamedExpr":
        this.visit(node.value as AnyNode, place);
        return this.visit(node.target as AnyNode, {
          ...place,
          scope: outside_comprehensions(scope),
          is_in_loop: place.is_in_loop || scope.kind === "comprehension",
        });
      case "For":
      case "AsyncFor":
        this.visit(node.iter as AnyNode, place);
        this.all([node.target, ...node.body], { ...place, is_in_loop: true });
        return this.all(node.orelse, place);
      case "While":
        this.all([node.test, ...node.body], { ...place, is_in_loop: true });
        return this.all(node.orelse, place);
      case "AnnAssign":
        this.visit(node.annotation as AnyNode, { ...place, is_annotation: true });
        return this.all([node.value, node.target], place);
      case "TypeAlias":
        this.visit(node.name as AnyNode, place);
        return this.visit(node.value as AnyNode, {
          ...this.type_parameters(node, place),
          is_annotation: true,
        });
      case "alias":
        return this.define(imported_as(node), node, place);
      case "Global":
        for (const name of node.names) scope.globals.add(name);
        return;
      case "Nonlocal":
        for (const name of node.names) scope.nonlocals.add(name);
        return;
      case "ExceptHandler":
      case "MatchAs":
      case "MatchStar":
        if (node.name !== null) this.define(node.name, node, place);
        return this.all(children(node), place);
      case "MatchMapping":
        if (node.rest !== null) this.define(node.rest, node, place);
        return this.all(children(node), place);
      default:
        return this.all(children(node), place);
    }
  }

  private define(name: string, node: ast.Node, place: Place): void {
    if (name === "*") return;
    place.scope.definitions.push({ name, node, is_in_loop: place.is_in_loop });
  }

  private function_def(node: ast.FunctionDef | ast.AsyncFunctionDef, place: Place): void {
    this.all(node.decorator_list, place);
    this.all([...node.args.defaults, ...node.args.kw_defaults], place);
    this.define(node.name, node, place);
    const outer = this.type_parameters(node, place);
    const inner = this.open(node, "function", outer.scope);
    this.parameters(node.args, outer, inner);
    if (node.returns !== null) {
      this.visit(node.returns as AnyNode, { ...outer, is_annotation: true });
    }
    this.all(node.body, { scope: inner, is_in_loop: false, is_annotation: false });
  }

  private lambda(node: ast.Lambda, place: Place): void {
    this.all([...node.args.defaults, ...node.args.kw_defaults], place);
    const inner = this.open(node, "function", place.scope);
    this.parameters(node.args, place, inner);
    this.visit(node.body as AnyNode, { scope: inner, is_in_loop: false, is_annotation: false });
  }

  private parameters(args: ast.Arguments, outer: Place, inner: ScopeRecord): void {
    for (const arg of parameter_nodes(args)) {
      inner.definitions.push({ name: arg.arg, node: arg, is_in_loop: false });
      if (arg.annotation !== null) {
        this.visit(arg.annotation as AnyNode, { ...outer, is_annotation: true });
      }
    }
  }

  private class_def(node: ast.ClassDef, place: Place): void {
    this.all(node.decorator_list, place);
    this.define(node.name, node, place);
    const outer = this.type_parameters(node, place);
    this.all([...node.bases, ...node.keywords], outer);
    const scope = this.open(node, "class", outer.scope);
    this.all(node.body, { scope, is_in_loop: false, is_annotation: false });
  }

  /** The place inside a definition's type parameters, itself where there are none. */
  private type_parameters(node: Definition, place: Place): Place {
    const [first] = node.type_params;
    if (first === undefined) return place;
    const inner = { ...place, scope: this.open(first, "type_parameters", place.scope) };
    for (const parameter of node.type_params) {
      this.define(parameter.name, parameter, inner);
      this.all(children(parameter), { ...inner, is_annotation: true });
    }
    return inner;
  }

  private call(node: ast.Call, place: Place): void {
    this.all(children(node), place);
    const [first] = node.args;
    if (node.func.tag !== "Name" || first?.tag !== "GeneratorExp") return;
    const scope = this.scopes.get(first);
    if (scope !== undefined && CONSUMERS.has(node.func.id)) scope.consumer = node.func;
  }

  private comprehension(node: Comprehension, place: Place): void {
    const scope = this.open(node, "comprehension", place.scope);
    const inner: Place = { ...place, scope, is_in_loop: true };
    for (const [index, clause] of node.generators.entries()) {
      this.visit(clause.iter as AnyNode, index === 0 ? place : inner);
      this.all([clause.target, ...clause.ifs], inner);
    }
    this.all(node.tag === "DictComp" ? [node.key, node.value] : [node.elt], inner);
  }
}

/** Built-in functions that have taken all they want of a generator when they return. */
const CONSUMERS: ReadonlySet<string> = new Set(
  "all any bytes dict frozenset list max min set sorted sum tuple".split(" "),
);

/** All parameters in the order of the signature. */
export function parameter_nodes(args: ast.Arguments): ast.Arg[] {
  const nodes = [...args.posonlyargs, ...args.args];
  if (args.vararg !== null) nodes.push(args.vararg);
  nodes.push(...args.kwonlyargs);
  if (args.kwarg !== null) nodes.push(args.kwarg);
  return nodes;
}

/** `import a.b` binds `a`. */
function imported_as(node: ast.Alias): string {
  return node.asname ?? node.name.split(".")[0] ?? node.name;
}

function outside_comprehensions(scope: ScopeRecord): ScopeRecord {
  let outer = scope;
  while (outer.kind === "comprehension" && outer.parent !== null) outer = outer.parent;
  return outer;
}

type AnyNode =
  | ast.Module
  | ast.Statement
  | ast.Expression
  | ast.Pattern
  | ast.Alias
  | ast.ExceptHandler
  | ast.TypeParameter
  | ast.Comprehension
  | ast.Arguments
  | ast.Arg
  | ast.Keyword
  | ast.WithItem
  | ast.MatchCase;
