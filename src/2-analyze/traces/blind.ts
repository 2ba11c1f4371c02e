// Handlers that show nothing of where their exception came from.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";

/** It raises nothing itself, logs no traceback, and uses the exception's name for its text and attributes only. */
export function is_blind({ name, body }: ast.ExceptHandler): boolean {
  return body.every((statement) => is_blind_node(statement, name));
}

function is_blind_node(node: ast.Node, name: string | null): boolean {
  switch (node.tag) {
    case "Raise":
    case "TryStar":
      return false;
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
  if (func.tag === "Attribute" && func.attr === "exception") return false;
  if (keywords.some(({ arg }) => arg === "exc_info" || arg === null)) return false;
  const is_reader = func.tag === "Name" && READERS.has(func.id);
  const rest = args.filter((each) => !(is_reader && each.tag === "Name" && each.id === name));
  return [func, ...rest, ...keywords].every((child) => is_blind_node(child, name));
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
