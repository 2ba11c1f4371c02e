// class A(B): … → class A extends B { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { annotations_block } from "../shared/annotations-block.ts";
import { attached_to, dangling, doc_attribute, docstring } from "../comments.ts";
import {
  class_attribute,
  instance_fields,
  is_method_name,
  is_read_from_instances,
} from "../shared/class-fields.ts";
import { is_marker } from "../shared/construction.ts";
import { constructor_members, constructor_signature } from "../shared/constructor.ts";
import { dataclass_doc } from "../shared/dataclass-doc.ts";
import { dataclass_block } from "../shared/dataclass.ts";
import {
  enum_base,
  enum_block,
  enum_iteration,
  enum_member,
  enum_type_arguments,
  enumeration_of,
} from "../shared/enumeration.ts";
import { decorated, decorators_of } from "../shared/decorators.ts";
import { is_abstract_method } from "../shared/calls/instances.ts";
import { created, extended, is_abstract_keyword } from "../shared/made-by-runtime.ts";
import { defaults_in_body, kept_of_methods } from "../shared/method-defaults.ts";
import { is_none } from "../shared/literal.ts";
import { method_member } from "../shared/method-member.ts";
import { named_base, named_items } from "../shared/named-tuple.ts";
import { protocol_block } from "../shared/protocol.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { is_plain_value } from "../shared/plain-value.ts";
import { qualname_of } from "../shared/qualname.ts";
import { is_plain_import } from "../shared/declarations.ts";
import { static_block_of } from "../shared/static-methods.ts";
import { store_name } from "../shared/store-name.ts";
import { taken_name } from "../shared/taken-names.ts";

export function class_def(node: ast.ClassDef, emit: StatementEmit): readonly target.Statement[] {
  const taken = taken_name(node, emit.facts);
  if (taken !== null)
    return emit.refuse(
      taken.at,
      `the runtime's own ${taken.type} goes by the name '${taken.name}'`,
      `give the member another name, or keep the ${taken.type} in an attribute instead of deriving from it`,
    );
  const binding = emit.facts.scopes.defined_by(node);
  const keyword = emit.declarations.declares(node);
  const name = emit.name(binding);
  const kept = kept_of_methods(node, emit);
  const parts = class_parts(node, emit);
  const doc = docstring(node.body);
  const attached = doc === null ? {} : { doc };
  const decorators = decorators_of(node, emit);
  if (keyword !== null && decorators.length === 0) {
    const made = build.class_declaration(name, parts, { export: emit.surroundings.is_top_level });
    const declared = build.attach(build.from(node, made), attached);
    return [...kept, declared, ...dangling(node, node.body, emit.trivia)];
  }
  const value: target.Expression = { kind: "ClassExpression", name: node.name, ...parts };
  const stored = store_name(binding, decorated(value, decorators, emit), keyword, emit);
  return [...kept, build.attach(build.from(node, stored), attached)];
}

function class_parts(node: ast.ClassDef, emit: StatementEmit): target.ClassParts {
  const inner = emit.inside({ node, effect: "plain" });
  const enumeration = enumeration_of(node, emit);
  const members = [
    ...own_name(node, emit),
    ...uncovered(node, emit),
    ...(enumeration === null ? [] : enum_iteration(node, enumeration, emit)),
    ...instance_fields(node, inner),
    ...bound_by_code(node, inner),
    ...members_of(node, inner),
    ...(enumeration === null ? [] : enum_block(node, emit)),
    ...iteration_members(node, inner),
    ...shared_attributes(node, inner),
    ...static_block_of(node, inner),
    ...annotations_block(node, inner),
    ...dataclass_block(node, inner),
    ...constructor_signature(node, inner),
    ...abstract_block(node, inner),
    ...protocol_block(node, inner),
    ...created(node, inner),
  ];
  const extends_ = enumeration === null ? extends_of(node, emit) : enum_base(node, emit);
  return build.class_parts(extends_, members, {
    extends_type_arguments: enumeration === null ? [] : enum_type_arguments(node, emit),
    type_parameters: node.type_params.map(({ name }) =>
      build.type_parameter(name, { default: build.type_name("any") }),
    ),
  });
}

function extends_of(node: ast.ClassDef, emit: StatementEmit): target.Expression | null {
  const { bases } = emit.facts.classes.info(node);
  const kept = node.bases.filter((each, index) => {
    return !is_marker(bases[index] ?? { type: "unknown" }, each);
  });
  if (emit.facts.classes.info(node).is_made_by_runtime) return extended(node, kept, emit);
  const [first, second] = kept;
  const items = named_items(node, emit);
  if (items !== null) return named_base(node, items, emit);
  if (second !== undefined) {
    emit.unsupported(
      second,
      "a class with several bases that have code has no counterpart",
      "keep one base and hold the others in attributes",
    );
  }
  if (first === undefined) return null;
  return emit.expression(first.tag === "Subscript" ? first.value : first);
}

/** Python's name of a class that TypeScript must call otherwise, and the module that it names in reprs. */
function own_name(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const fields: target.Member_[] = [];
  const add = (name: string, value: string): void => {
    fields.push(build.field(name, { static: true, value: build.string(value) }));
  };
  // A class attribute `name` is where JavaScript keeps the name of the class.
  const hides_name =
    emit.facts.classes.info(node).enumeration === null &&
    (has_static(node, "name", emit) || inherits_static(node, "name", emit));
  if (hides_name || emit.name(emit.facts.scopes.defined_by(node)) !== node.name)
    add("__name__", node.name);
  const qualname = qualname_of(node, emit);
  if (qualname !== null) add("__qualname__", qualname);
  if (emit.module_name !== "__main__") add("__module__", emit.module_name);
  const doc = doc_attribute(node.body) ?? dataclass_doc(node, emit.facts);
  if (doc !== null && emit.facts.effects.sees_docstrings) add("__doc__", doc);
  return fields;
}

/** `static { Reflect.deleteProperty(this, "name"); }`: what every function of JavaScript owns hides what a class inherits. */
function uncovered(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  if (emit.facts.classes.info(node).enumeration !== null) return [];
  const covered = ["name", "length"].filter(
    (name) => !has_static(node, name, emit) && inherits_static(node, name, emit),
  );
  if (covered.length === 0) return [];
  const statements = covered.map((name) =>
    build.statement(
      build.method_call(build.identifier("Reflect"), "deleteProperty", [
        build.this_(),
        build.string(name),
      ]),
    ),
  );
  return [build.static_block(build.block(statements))];
}

function has_static(node: ast.ClassDef, name: string, emit: StatementEmit): boolean {
  return emit.facts.classes.info(node).class_attributes.has(name) || has_static_method(node, name);
}

/** From a class of the program above it. */
function inherits_static(node: ast.ClassDef, name: string, emit: StatementEmit): boolean {
  return emit.facts.classes
    .info(node)
    .bases.some(
      (base) =>
        base.type === "class" &&
        (has_static(base.node, name, emit) || inherits_static(base.node, name, emit)),
    );
}

function has_static_method(node: ast.ClassDef, name: string): boolean {
  return node.body.some(
    (each) =>
      (each.tag === "FunctionDef" || each.tag === "AsyncFunctionDef") &&
      each.name === name &&
      is_of_class(each),
  );
}

function members_of(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const rest = docstring(node.body) === null ? node.body : node.body.slice(1);
  let is_first = emit.facts.classes.info(node).instance_attributes.size === 0;
  const members: target.Member_[] = [];
  const has_init = rest.some((each) => each.tag === "FunctionDef" && each.name === "__init__");
  if (!has_init) members.push(...constructor_members(node, emit));
  for (const statement of rest) {
    const made = member_of(statement, node, emit).map((each) => build.from(statement, each));
    const [first, ...others] = made;
    if (first === undefined) continue;
    const attached = attached_to(statement, emit.trivia) ?? {};
    const gap = is_first ? { blank_before: false } : is_block(first) ? { blank_before: true } : {};
    members.push({ ...first, ...attached, ...gap }, ...others);
    is_first = false;
  }
  return members;
}

function is_block(member: target.Member_): boolean {
  return member.kind === "Method" || member.kind === "StaticBlock";
}

function member_of(
  statement: ast.Statement,
  owner: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  switch (statement.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      if (statement.name === "__init__") return init_member(statement, owner, emit);
      return method_member(statement, owner, emit);
    case "Assign":
      return statement.targets.flatMap((to) => {
        if (to.tag !== "Name") return code_member(statement, emit);
        if (is_dropped(to.id, owner, emit)) return [];
        const again = repeated_member(to.id, statement, owner, emit);
        if (again !== null) return [again];
        if (is_member(to.id, owner, emit)) return [enum_member(to, statement.value, owner, emit)];
        return [class_attribute(to, statement.value, null, owner, emit)];
      });
    case "AnnAssign": {
      const { target: to, value, annotation } = statement;
      if (to.tag !== "Name") return code_member(statement, emit);
      if (value === null || is_dropped(to.id, owner, emit)) return [];
      if (named_items(owner, emit) !== null) return [];
      if (is_member(to.id, owner, emit)) return [enum_member(to, value, owner, emit)];
      return [class_attribute(to, value, annotation, owner, emit)];
    }
    case "ClassDef": {
      const parts = class_parts(statement, emit);
      const value: target.Expression = { kind: "ClassExpression", name: statement.name, ...parts };
      return [build.field(statement.name, { static: true, value })];
    }
    case "Import":
    case "ImportFrom":
      return import_members(statement, emit);
    case "Pass":
      return [];
    case "Expr":
      return statement.value.tag === "Constant" ? [] : code_member(statement, emit);
    default:
      return code_member(statement, emit);
  }
}

function init_member(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  owner: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const made = constructor_members(owner, emit);
  const defaults = defaults_in_body(node, owner, emit);
  return defaults.length === 0 ? made : [...made, build.static_block(build.block(defaults))];
}

/** Any other code runs in its place, in a static block; the names that it binds are those of the class. */
function code_member(statement: ast.Statement, emit: StatementEmit): readonly target.Member_[] {
  const statements = emit.statement(statement);
  if (statements.length === 0) return [];
  // Blocks of classes know no temporaries of their own: those of the function around stand above the class.
  const block = build.static_block(build.block([...statements]));
  return [build.attach(block, { blank_before: true })];
}

/** `import m` in a class → `static m = m;`, of what is imported at the head of the file. */
function import_members(
  node: ast.Import | ast.ImportFrom,
  emit: StatementEmit,
): readonly target.Member_[] {
  const fields = node.names.flatMap((alias) => {
    const imported = emit.import_target(alias);
    const binding = emit.facts.scopes.defined_by(alias);
    if (imported === null || imported.kind === "missing" || !is_plain_import(binding)) return [];
    return [build.field(binding.name, { static: true, value: imported.value() })];
  });
  return [...code_member(node, emit), ...fields];
}

function is_member(name: string, owner: ast.ClassDef, emit: StatementEmit): boolean {
  return enumeration_of(owner, emit)?.members.has(name) ?? false;
}

/** `static { throw new TypeError("'RED' already defined as 1"); }` */
function repeated_member(
  name: string,
  statement: ast.Statement,
  owner: ast.ClassDef,
  emit: StatementEmit,
): target.Member_ | null {
  if (!is_member(name, owner, emit)) return null;
  const first = owner.body.find(
    (each): each is ast.Assign =>
      each.tag === "Assign" && each.targets.some((to) => to.tag === "Name" && to.id === name),
  );
  if (first === undefined || first === statement) return null;
  const value = build.call(emit.builtin("repr"), [emit.expression(first.value)]);
  const text = build.binary("+", build.string(`'${name}' already defined as `), value);
  const error = build.new_(emit.builtin("TypeError"), [text]);
  return build.static_block(build.block([build.throw_(error)]));
}

function is_dropped(name: string, owner: ast.ClassDef, emit: StatementEmit): boolean {
  return enumeration_of(owner, emit)?.dropped.has(name) ?? false;
}

/** `static { abstract_methods(this, "area"); }`: classes that don't implement them have no instances. */
function abstract_block(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const { methods } = emit.facts.classes.info(node);
  const names = [...methods].filter(([, method]) => is_abstract_method(method));
  const is_registry =
    node.keywords.some(is_abstract_keyword) && emit.facts.classes.info(node).is_virtual;
  if (!is_registry && (names.length === 0 || !is_abstract_class(node, emit))) return [];
  const args = names.map(([name]) => build.string(name));
  const call = build.call(emit.builtin("abstract_methods"), [build.this_(), ...args]);
  return [
    build.attach(build.static_block(build.block([build.statement(call)])), { blank_before: true }),
  ];
}

/** `@abstractmethod` counts where `ABCMeta` makes the class. */
function is_abstract_class(node: ast.ClassDef, emit: StatementEmit): boolean {
  if (node.keywords.some(is_abstract_keyword)) return true;
  const { bases } = emit.facts.classes.info(node);
  return node.bases.some((base, index) => {
    const known = bases[index];
    if (known?.type === "class") return is_abstract_class(known.node, emit);
    if (known?.type === "unknown") return true;
    const name = base.tag === "Subscript" ? base.value : base;
    const last = name.tag === "Attribute" ? name.attr : name.tag === "Name" ? name.id : "";
    return (
      last !== "object" && (last === "ABC" || last === "Protocol" || known?.type !== undefined)
    );
  });
}

/** Python's iteration protocol as JavaScript's, for TypeScript and for those who use the class from there. */
function iteration_members(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const { methods } = emit.facts.classes.info(node);
  const members: target.Member_[] = [];
  const add = (
    name: "iterator" | "asyncIterator",
    helper: "iter" | "aiter",
    type: string,
  ): void => {
    const result = build.type_name(type, [build.type_name("any")]);
    const call = build.call(emit.builtin(helper), [
      build.as_(build.this_(), build.type_name("unknown")),
    ]);
    const made = build.method(
      build.member(build.identifier("Symbol"), name),
      build.function_parts([], { returns: result }),
      build.block([build.return_(call)]),
    );
    members.push(build.attach(made, { blank_before: true }));
  };
  if (methods.has("__iter__")) add("iterator", "iter", "IterableIterator");
  if (methods.has("__aiter__")) add("asyncIterator", "aiter", "AsyncIterableIterator");
  const awaits = methods.get("__await__");
  if (awaits !== undefined) members.push(then_member(awaits, emit));
  return members;
}

/** `get then() { return then_of(this); }`: what `await object` looks for. */
function then_member(
  awaits: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): target.Member_ {
  const is_generator = emit.facts.effects.of_function(awaits) === "generator";
  const returns = emit.facts.types.returns(awaits);
  const value =
    is_generator && returns.type !== "never" ? emit.type(returns) : build.type_name("any");
  const then_type: target.Type = {
    kind: "IndexedType",
    object: build.type_name("PromiseLike", [value]),
    index: build.literal_type("then"),
  };
  const made = build.method(
    "then",
    build.function_parts([], { returns: then_type }),
    build.block([build.return_(build.call(emit.builtin("then_of"), [build.this_()]))]),
    { method: "get" },
  );
  return build.attach(made, { blank_before: true });
}

/** `static { class_attributes(this, "count"); }`: instances see the class's attributes until they have their own. */
function shared_attributes(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const names = static_names(node, emit).filter((name) => {
    if (is_of_enum(name, node, emit)) return false;
    if (is_read_from_instances(name, emit)) return true;
    if (emit.facts.classes.info(node).enumeration !== null) return false;
    const value = value_of(node, name);
    if (value === null || value === "code") return false;
    // `__hash__ = None`: the runtime asks objects for their special methods.
    return !is_plain_value(value, emit) || (is_none(value) && SPECIAL.test(name));
  });
  if (names.length === 0) return [];
  const call = build.call(emit.builtin("class_attributes"), [
    build.this_(),
    ...names.map((name) => build.string(name)),
  ]);
  const shared = build.static_block(build.block([build.statement(call)]));
  return [build.attach(shared, { blank_before: true })];
}

const SPECIAL = /^__\w+__$/;

/** Items of named tuples, and members of enumerations, which may bear the names of what every member has. */
function is_of_enum(name: string, node: ast.ClassDef, emit: StatementEmit): boolean {
  const items = named_items(node, emit) ?? [];
  return (
    items.some(({ target: to }) => to.tag === "Name" && to.id === name) ||
    is_dropped(name, node, emit) ||
    (/^(?:name|value)$/.test(name) && is_member(name, node, emit))
  );
}

/** `static declare x: T;` for names that code of the body binds. */
function bound_by_code(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const { class_attributes, methods } = emit.facts.classes.info(node);
  return [...class_attributes].flatMap(([name, type]) => {
    if (methods.has(name) || value_of(node, name) !== "code") return [];
    if (node.body.some((each) => binds_itself(each, name))) return [];
    return [build.field(name, { static: true, declare: true, type: emit.type(type) })];
  });
}

/** Classes and imports of the body are fields with a value. */
function binds_itself(statement: ast.Statement, name: string): boolean {
  if (statement.tag === "ClassDef") return statement.name === name;
  if (statement.tag !== "Import" && statement.tag !== "ImportFrom") return false;
  return statement.names.some((alias) => (alias.asname ?? alias.name.split(".")[0]) === name);
}

/** What the body gives the class itself, in order: values, static and class methods, classes. */
function static_names(node: ast.ClassDef, emit: StatementEmit): readonly string[] {
  const { bindings } = emit.facts.scopes.scope_of(node);
  const { methods } = emit.facts.classes.info(node);
  const names: string[] = [];
  for (const { name } of bindings.values()) {
    const method = methods.get(name);
    const is_value = method === undefined ? value_of(node, name) !== null : is_of_class(method);
    if (is_value && name !== "__slots__") names.push(name);
  }
  return names;
}

function is_of_class(method: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return method.decorator_list.some(
    (each) => each.tag === "Name" && /^(?:static|class)method$/.test(each.id),
  );
}

/** What the body binds to the name: `code` where that is not one assignment; `null` for aliases and bare annotations. */
function value_of(node: ast.ClassDef, name: string): ast.Expression | "code" | null {
  for (const each of node.body) {
    if (each.tag === "FunctionDef" && each.name === name) return null;
    if (each.tag === "Assign") {
      if (!each.targets.some((to) => to.tag === "Name" && to.id === name)) continue;
      return is_method_name(each.value, node) ? null : each.value;
    }
    if (each.tag === "AnnAssign" && each.target.tag === "Name" && each.target.id === name)
      return each.value;
  }
  return "code";
}
