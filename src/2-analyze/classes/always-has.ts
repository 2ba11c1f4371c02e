// Which attributes every instance of a class has: those that `__init__` assigns on all its ways, or the class itself.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";
import { mro, with_subclasses } from "../program/mro.ts";
import type { Program } from "../program/program.ts";
import type { ClassRecord } from "../program/records.ts";

const known = new WeakMap<ClassRecord, Map<string, boolean>>();

/** Reading the attribute finds it, on any instance of the class or of one below it whose `__init__` is done. */
export function always_has(program: Program, record: ClassRecord, name: string): boolean {
  if (program.deleted_attributes.has(name) || program.deleted_attributes.has("*")) return false;
  const names = known.get(record) ?? new Map<string, boolean>();
  known.set(record, names);
  let found = names.get(name);
  if (found === undefined) {
    found = [...with_subclasses(record)].every((one) => is_given(one, name));
    names.set(name, found);
  }
  return found;
}

function is_given(record: ClassRecord, name: string): boolean {
  const order = mro(record);
  if (order.some((one) => binds(one, name))) return true;
  for (const one of order) {
    if (one.is_dataclass && one.own_attributes.get(name)?.tag === "Name") return true;
    const init = one.methods.get("__init__");
    if (init === undefined || init.node.tag === "Lambda") continue;
    const { assigned, goes_up } = initialised(init.node);
    if (assigned.has(name)) return true;
    if (!goes_up) return false;
  }
  return false;
}

/** A value, method or property of the class body. */
function binds({ node, module, methods }: ClassRecord, name: string): boolean {
  if (methods.has(name)) return true;
  const binding = module.scopes.scope_of(node).bindings.get(name);
  return binding !== undefined && binding.definitions.some((each) => !is_bare(each, node));
}

/** `name: int` declares, and gives nothing. */
function is_bare(definition: ast.Node, owner: ast.ClassDef): boolean {
  return owner.body.some(
    (each) => each.tag === "AnnAssign" && each.target === definition && each.value === null,
  );
}

interface Initialised {
  readonly assigned: ReadonlySet<string>;
  /** The `__init__` that it extends is called too. */
  readonly goes_up: boolean;
}

const inits = new WeakMap<ast.Node, Initialised>();

function initialised(init: ast.FunctionDef | ast.AsyncFunctionDef): Initialised {
  let found = inits.get(init);
  if (found === undefined) {
    const self = (init.args.posonlyargs[0] ?? init.args.args[0])?.arg ?? "";
    const way = new Way(self);
    way.suite(init.body);
    found = { assigned: way.assigned, goes_up: way.assigned.has("super().__init__") };
    inits.set(init, found);
  }
  return found;
}

/** What has been assigned for certain when control comes out at the end of a suite. */
class Way {
  readonly assigned = new Set<string>();
  is_left = false;
  readonly self: string;

  constructor(self: string) {
    this.self = self;
  }

  suite(body: readonly ast.Statement[]): void {
    for (const statement of body) {
      if (this.is_left) return;
      this.statement(statement);
    }
  }

  private statement(node: ast.Statement): void {
    switch (node.tag) {
      case "Assign":
        for (const to of node.targets) this.store(to);
        return;
      case "AnnAssign":
        if (node.value !== null) this.store(node.target);
        return;
      case "Expr":
        if (is_init_call(node.value)) this.assigned.add("super().__init__");
        return;
      case "With":
        for (const { optional_vars } of node.items)
          if (optional_vars !== null) this.store(optional_vars);
        return this.suite(node.body);
      case "If":
        return this.either([node.body, node.orelse]);
      case "Try":
        this.either([[...node.body, ...node.orelse], ...node.handlers.map(({ body }) => body)]);
        return this.suite(node.finalbody);
      case "Return":
      case "Raise":
        this.is_left = true;
        return;
      default:
        // A way out from inside leaves later assignments undone.
        if (returns(node)) this.is_left = true;
    }
  }

  private either(suites: readonly (readonly ast.Statement[])[]): void {
    const ways = suites.map((body) => {
      const way = new Way(this.self);
      way.suite(body);
      return { way, is_raised: body.at(-1)?.tag === "Raise" };
    });
    const open = ways.filter(({ is_raised }) => !is_raised).map(({ way }) => way);
    const [first, ...others] = open;
    for (const name of first?.assigned ?? [])
      if (others.every(({ assigned }) => assigned.has(name))) this.assigned.add(name);
    if (open.some(({ is_left }) => is_left)) this.is_left = true;
  }

  private store(to: ast.Expression): void {
    if (to.tag === "Tuple" || to.tag === "List") for (const each of to.elts) this.store(each);
    else if (to.tag === "Starred") this.store(to.value);
    else if (to.tag === "Attribute" && to.value.tag === "Name" && to.value.id === this.self)
      this.assigned.add(to.attr);
  }
}

/** `super().__init__(…)`, `Base.__init__(self, …)`. */
function is_init_call(node: ast.Expression): boolean {
  return node.tag === "Call" && node.func.tag === "Attribute" && node.func.attr === "__init__";
}

function returns(node: ast.Node): boolean {
  if (node.tag === "Return") return true;
  if (node.tag === "FunctionDef" || node.tag === "Lambda" || node.tag === "ClassDef") return false;
  return children(node).some(returns);
}
