// Definite assignment: which mentions of a name may run before the name is bound (a flow analysis).
import type * as ast from "../../../grammar/ast/index.ts";
import type { Resolution } from "../../facts/scopes.ts";
import { is_turn } from "../../facts/turns.ts";
import { children } from "../children.ts";
import { ControlFlow, type FlowClient } from "../flow/control.ts";
import { FlowState } from "../flow/state.ts";
import { parameter_nodes } from "./declare.ts";
import { has_items } from "./has-items.ts";
import { look_up, type Linked } from "./link-names.ts";
import { Liveness } from "./liveness.ts";
import type { BindingRecord, ScopeRecord } from "./records.ts";

type Unit = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/** Sets `may_be_unbound` on the bindings of one function (or of the module's top level), `may_be_missing` on a module's. */
export function assign_in(
  unit: Unit,
  scopes: ReadonlyMap<ast.Node, ScopeRecord>,
  linked: Linked,
  suppresses: (node: ast.With | ast.AsyncWith) => boolean,
): void {
  const client = new Assignment(unit, scopes, linked, suppresses);
  if (unit.tag !== "Module") {
    for (const arg of parameter_nodes(unit.args)) client.bind(arg);
  }
  if (unit.tag === "Lambda") client.expression(unit.body);
  else client.control.suite(unit.body);
  if (unit.tag === "Module") client.leave_module();
}

class Assignment implements FlowClient<BindingRecord, true> {
  readonly state = new FlowState<BindingRecord, true>((left, right) =>
    left === true && right === true ? true : undefined,
  );
  readonly control = new ControlFlow<BindingRecord, true>(this);
  private readonly bound_on_some_way = new Set<BindingRecord>();
  private readonly liveness: Liveness;
  private readonly unit: Unit;
  private readonly module: ScopeRecord;
  private readonly linked: Linked;
  readonly may_suppress: (node: ast.With | ast.AsyncWith) => boolean;

  constructor(
    unit: Unit,
    scopes: ReadonlyMap<ast.Node, ScopeRecord>,
    linked: Linked,
    suppresses: (node: ast.With | ast.AsyncWith) => boolean,
  ) {
    this.unit = unit;
    this.module = module_of(unit, scopes);
    this.linked = linked;
    this.may_suppress = suppresses;
    this.liveness = new Liveness(
      scopes,
      (binding) => this.state.get(binding) === true,
      (binding) => this.is_own(binding),
    );
  }

  is_same(left: true | undefined, right: true | undefined): boolean {
    return left === right;
  }

  widen(_before: true | undefined, next: true | undefined): true | undefined {
    return next;
  }

  bind(node: ast.Node): void {
    const binding = this.linked.defined.get(node);
    if (binding === undefined) return;
    this.state.set(binding, true);
    this.bound_on_some_way.add(binding);
  }

  expression(node: ast.Expression): void {
    switch (node.tag) {
      case "Name":
        return node.ctx === "Store" ? this.bind(node) : this.mention(node);
      case "Lambda":
        this.all([...node.args.defaults, ...node.args.kw_defaults]);
        return this.liveness.of_definition(node);
      case "NamedExpr":
        this.expression(node.value);
        return this.expression(node.target);
      case "BoolOp":
        return this.state.merge(this.control.test(node));
      case "IfExp":
        return this.conditional(node);
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.comprehension(node);
      default:
        return this.all(children(node));
    }
  }

  refine(): void {
    // A test's outcome binds nothing more.
  }

  statement(node: ast.Statement): void {
    switch (node.tag) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.all([...node.decorator_list, ...node.args.defaults, ...node.args.kw_defaults]);
        return this.bind(node);
      case "ClassDef":
        this.all([...node.decorator_list, ...node.bases, ...node.keywords]);
        this.control.suite(node.body);
        return this.bind(node);
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) this.import_alias(alias);
        return;
      case "Assign":
        this.expression(node.value);
        return this.all(node.targets);
      case "AugAssign":
        if (node.target.tag === "Name") this.read_before_store(node.target);
        this.all([node.value, node.target]);
        return;
      case "AnnAssign":
        if (node.value !== null) this.all([node.value, node.target]);
        else if (node.target.tag !== "Name") this.expression(node.target);
        return;
      case "Delete":
        this.all(node.targets);
        for (const target of node.targets) this.unbind_target(target);
        return;
      case "TypeAlias":
        return this.bind(node.name);
      default:
        return this.all(children(node));
    }
  }

  runs_once(node: ast.While | ast.For | ast.AsyncFor): boolean {
    return node.tag === "For" && has_items(node.iter, this.linked);
  }

  next(node: ast.For | ast.AsyncFor): void {
    this.expression(node.target);
  }

  enter(item: ast.WithItem): void {
    if (item.optional_vars !== null) this.expression(item.optional_vars);
  }

  caught(handler: ast.ExceptHandler): void {
    this.bind(handler);
  }

  left(handler: ast.ExceptHandler): void {
    const binding = this.linked.defined.get(handler);
    if (binding !== undefined) this.state.set(binding, undefined);
  }

  matched(pattern: ast.Pattern): void {
    this.bind(pattern);
    if (pattern.tag === "MatchValue") return this.expression(pattern.value);
    if (pattern.tag === "MatchClass") this.expression(pattern.cls);
    if (pattern.tag === "MatchMapping") this.all(pattern.keys);
    for (const child of children(pattern)) {
      if (child.tag.startsWith("Match")) this.matched(child as ast.Pattern);
    }
  }

  unmatched(): void {
    // What a pattern did not bind stays unbound.
  }

  leave_module(): void {
    const { body } = this.module.node as ast.Module;
    // What takes turns with others is bound by a function that they call.
    if (!this.state.is_reachable || body.some(is_turn)) return;
    for (const binding of this.module.bindings.values())
      if (this.state.get(binding) !== true && binding.star === null) binding.may_be_missing = true;
  }

  private import_alias(node: ast.Alias): void {
    this.bind(node);
    if (node.name !== "*") return;
    for (const binding of this.module.bindings.values()) {
      if (binding.star?.alias === node) this.state.set(binding, true);
    }
  }

  private all(nodes: readonly (ast.Node | null)[]): void {
    for (const node of nodes) {
      if (node === null) continue;
      if (node.tag === "keyword") this.expression((node as ast.Keyword).value);
      else this.expression(node as ast.Expression);
    }
  }

  private conditional(node: ast.IfExp): void {
    const paths = this.control.test(node.test).map((path, index) => {
      const mark = this.state.mark();
      this.state.apply(path);
      this.expression(index === 0 ? node.body : node.orelse);
      return this.state.take(mark);
    });
    this.state.merge(paths);
  }

  /** Nothing that a comprehension binds inside is certain to be bound behind it. */
  private comprehension(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp): void {
    const [first] = node.generators;
    if (first !== undefined) this.expression(first.iter);
    const mark = this.state.mark();
    for (const clause of node.generators) {
      if (clause !== first) this.expression(clause.iter);
      this.expression(clause.target);
      for (const test of clause.ifs) this.state.apply(this.control.test(test)[0]);
    }
    this.all(node.tag === "DictComp" ? [node.key, node.value] : [node.elt]);
    this.state.take(mark);
  }

  private mention(node: ast.Name): void {
    const meaning = this.linked.resolutions.get(node);
    if (meaning?.kind !== "binding") return;
    const binding = meaning.binding as BindingRecord;
    if (this.linked.annotations.has(node)) return;
    if (this.state.get(binding) !== true && this.is_own(binding)) {
      if (binding.scope.kind === "class") {
        // What a loop or a branch above has bound is the class's, if it did.
        if (!this.bound_on_some_way.has(binding)) return this.look_outside(node);
      }
      binding.may_be_unbound = true;
      if (!this.bound_on_some_way.has(binding)) binding.is_read_early = true;
    }
    this.liveness.of_mention(binding);
  }

  /** A name of a class body that is not bound yet is looked up as a global. */
  private look_outside(node: ast.Name): void {
    const outer = look_up(node.id, this.module);
    const resolution: Resolution =
      outer === null ? { kind: "builtin", name: node.id } : { kind: "binding", binding: outer };
    this.linked.resolutions.set(node, resolution);
  }

  private read_before_store(target: ast.Name): void {
    const binding = this.linked.defined.get(target);
    if (binding === undefined || !this.is_own(binding)) return;
    if (this.state.get(binding) !== true) binding.may_be_unbound = true;
  }

  /** Does the binding live in the code that this walk runs through? Others are bound elsewhere. */
  private is_own(binding: BindingRecord): boolean {
    let scope: ScopeRecord | null = binding.scope;
    while (scope !== null && scope.kind !== "function" && scope.kind !== "module") {
      scope = scope.parent;
    }
    return scope !== null && scope.node === this.unit;
  }

  private unbind_target(target: ast.Expression): void {
    if (target.tag === "Tuple" || target.tag === "List") {
      for (const element of target.elts) this.unbind_target(element);
    }
    if (target.tag !== "Name") return;
    const meaning = this.linked.resolutions.get(target);
    if (meaning?.kind === "binding") this.state.set(meaning.binding as BindingRecord, undefined);
  }
}

function module_of(unit: Unit, scopes: ReadonlyMap<ast.Node, ScopeRecord>): ScopeRecord {
  let scope = scopes.get(unit);
  while (scope !== undefined && scope.parent !== null) scope = scope.parent;
  if (scope === undefined) throw new Error(`${unit.tag} has no scope`);
  return scope;
}
