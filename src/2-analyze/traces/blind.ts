// Handlers that show nothing of where their exception came from.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";

/**
 * It raises nothing itself, logs no traceback, and uses the exception's name for its text and attributes only. What
 * fails in it would show the exception as well, so it calls nothing and takes nothing up that is likely to.
 */
export function is_blind({ name, body }: ast.ExceptHandler): boolean {
  return body.every((statement) => is_blind_node(statement, name));
}

function is_blind_node(node: ast.Node, name: string | null): boolean {
  switch (node.tag) {
    case "Raise":
    case "TryStar":
    case "Await":
      return false;
    case "Subscript":
      if ((node as ast.Subscript).ctx !== "Store") return false;
      break;
    case "Name":
      return (node as ast.Name).id !== name;
    case "Attribute": {
      const { value, attr } = node as ast.Attribute;
      if (value.tag === "Name" && value.id === name) return !SHOWING.has(attr);
      break;
    }
    case "FormattedValue": {
      const { value, format_spec } = node as ast.FormattedValue;
      if (value.tag === "Name" && value.id === name)
        return format_spec === null || is_blind_node(format_spec, name);
      break;
    }
    case "Call":
      return is_blind_call(node as ast.Call, name);
  }
  return children(node).every((child) => is_blind_node(child, name));
}

function is_blind_call(node: ast.Call, name: string | null): boolean {
  const { func, args, keywords } = node;
  if (!is_safe(func)) return false;
  if (keywords.some(({ arg }) => arg === "exc_info" || arg === null)) return false;
  const is_reader = func.tag === "Name" && READERS.has(func.id);
  const rest = args.filter((each) => !(is_reader && each.tag === "Name" && each.id === name));
  return [func, ...rest, ...keywords].every((child) => is_blind_node(child, name));
}

function is_safe(func: ast.Expression): boolean {
  if (func.tag === "Name") return READERS.has(func.id) || SAFE.has(func.id);
  return func.tag === "Attribute" && SAFE_METHODS.has(func.attr);
}

/** Attributes that lead to traces, or hand the exception on. */
const SHOWING: ReadonlySet<string> = new Set([
  "__traceback__",
  "__context__",
  "__cause__",
  "with_traceback",
  "add_note",
]);

/** Built-in functions that keep nothing of what they are given. */
const READERS: ReadonlySet<string> = new Set(["str", "repr", "print", "type", "isinstance", "len"]);

/** Those whose errors are rare. */
const SAFE: ReadonlySet<string> = new Set([
  "list",
  "dict",
  "set",
  "tuple",
  "bool",
  "float",
  "range",
  "min",
  "max",
]);

const SAFE_METHODS: ReadonlySet<string> = new Set([
  "append",
  "add",
  "get",
  "set",
  "discard",
  "clear",
  "extend",
  "update",
  "setdefault",
  "join",
  "format",
  "write",
  "debug",
  "info",
  "warning",
  "error",
  "strip",
  "lower",
  "upper",
  "items",
  "keys",
  "values",
  "time",
  "monotonic",
  "perf_counter",
]);
