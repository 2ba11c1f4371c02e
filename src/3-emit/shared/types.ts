// Questions about types of values that several constructs ask.
import type { Facts } from "../../facts/facts.ts";
import type { Type } from "../../facts/types.ts";

/** The members of a union, or the type alone. */
export function members(type: Type): readonly Type[] {
  return type.type === "union" ? type.members : [type];
}

/** Whether JavaScript could take a value of the type for a thenable and flatten it. */
export function may_be_awaitable(type: Type, facts: Facts): boolean {
  return members(type).some((member) => {
    switch (member.type) {
      case "unknown":
      case "coroutine":
        return true;
      case "runtime_instance":
        return !NEVER_AWAITABLE.has(member.module);
      case "instance":
        return has_method(member.node, "__await__", facts);
      default:
        return false;
    }
  });
}

/** Modules none of whose objects can be awaited. */
const NEVER_AWAITABLE: ReadonlySet<string> = new Set(
  "builtins collections datetime decimal json pathlib random re string time uuid".split(" "),
);

type ClassNode = Extract<Type, { type: "instance" }>["node"];

/** Whether a class of the program, or one that it extends, defines the method (or may inherit it from elsewhere). */
export function has_method(node: ClassNode, name: string, facts: Facts): boolean {
  const info = facts.classes.info(node);
  if (info.methods.has(name)) return true;
  return info.bases.some((base) => {
    if (base.type === "class") return has_method(base.node, name, facts);
    return base.type === "unknown" || (base.type === "runtime_class" && base.module !== "builtins");
  });
}

/** What `executor.map` and `as_completed` of threads give: every step may block. */
export function is_blocking_iterator(type: Type): boolean {
  return members(type).some(
    (member) => member.type === "runtime_instance" && member.name === "BlockingIterator",
  );
}

/** What `keys`, `values` and `items` of a dict give: iterable more than once, as JavaScript iterates it. */
export function is_view_type(type: Type): boolean {
  return (
    type.type === "runtime_instance" && type.module === "builtins" && type.name.startsWith("dict_")
  );
}

/** Dicts, and objects of the library's classes that extend dict: `at`, `set`, `has`, `delete` and `size` are theirs. */
export function is_dict_type(type: Type): boolean {
  return members(type).every(
    (member) =>
      member.type === "dict" ||
      (member.type === "runtime_instance" &&
        member.module === "collections" &&
        DICT_CLASSES.has(member.name)),
  );
}

const DICT_CLASSES: ReadonlySet<string> = new Set(["Counter", "OrderedDict", "defaultdict"]);

/** What iterating over a value of the type gives; `unknown` where that is not known. */
export function element_of(type: Type): Type {
  switch (type.type) {
    case "list":
    case "tuple_of":
    case "set":
    case "frozenset":
    case "iterator":
      return type.element;
    case "dict":
      return type.key;
    case "str":
      return { type: "str" };
    case "range":
    case "bytes":
    case "bytearray":
      return { type: "int" };
    case "generator":
    case "async_generator":
      return type.yields;
    case "runtime_instance":
      // Iterators of the runtime's own and views of dicts say what they give.
      return type.name === "BlockingIterator" || is_view_type(type)
        ? (type.arguments[0] ?? UNKNOWN)
        : UNKNOWN;
    case "tuple":
      return united(type.elements);
    default:
      return UNKNOWN;
  }
}

const UNKNOWN: Type = { type: "unknown" };

function united(types: readonly Type[]): Type {
  const [first, ...rest] = types;
  if (first === undefined) return { type: "never" };
  const same = rest.every((type) => type_key(type) === type_key(first));
  return same ? first : { type: "unknown" };
}

/** Types with the same key are the same; tree nodes in them stand for themselves by their place. */
function type_key(type: Type): string {
  return JSON.stringify(type, (name, value: unknown) =>
    name === "node" ? (value as { start: number }).start : value,
  );
}
