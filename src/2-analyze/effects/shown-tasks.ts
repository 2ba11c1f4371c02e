// Code that shows tasks as text: their reprs tell the lines at which they hang, which must be noted before.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { children } from "../children.ts";
import type { ModuleRecord } from "../program/records.ts";
import { members } from "../types/values.ts";

/**
 * `print(task)`, `f"{tasks}"`, `log.info("%s", task)`, `task.print_stack()` …; `is_unknown_task`: what is of unknown
 * type may be a task, as the program handles tasks as objects.
 */
export function shows_tasks({ source, types }: ModuleRecord, is_unknown_task: boolean): boolean {
  const may_be_task = (node: ast.Expression, is_asked: boolean): boolean => {
    const type = types.get(node.tag === "Starred" ? node.value : node);
    return type !== undefined && has_task(type, is_unknown_task && is_asked);
  };
  const pending: ast.Node[] = [source.module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (STACKS.has(node.tag === "Attribute" ? (node as ast.Attribute).attr : "")) return true;
    const is_asked = is_repr(node);
    if (shown_by(node).some((each) => may_be_task(each, is_asked))) return true;
    pending.push(...children(node));
  }
  return false;
}

/** What shows the stack of a task. */
const STACKS: ReadonlySet<string> = new Set(["get_stack", "print_stack"]);

/** The expressions whose text a node makes. */
function shown_by(node: ast.Node): readonly ast.Expression[] {
  switch (node.tag) {
    case "FormattedValue":
      return [(node as ast.FormattedValue).value];
    case "BinOp": {
      const { op, right } = node as ast.BinOp;
      return op !== "Mod" ? [] : right.tag === "Tuple" ? right.elts : [right];
    }
    case "Call": {
      const { func, args } = node as ast.Call;
      const name = func.tag === "Name" ? func.id : func.tag === "Attribute" ? func.attr : "";
      return SHOWING.has(name) ? args : [];
    }
    default:
      return [];
  }
}

/** `repr(x)`: the text itself is what matters. */
function is_repr(node: ast.Node): boolean {
  if (node.tag !== "Call") return false;
  const { func, args } = node as ast.Call;
  return func.tag === "Name" && func.id === "repr" && args[0]?.tag !== "Call";
}

const SHOWING: ReadonlySet<string> = new Set(
  "print repr str ascii format debug info warning error exception critical log pprint pformat".split(
    " ",
  ),
);

function has_task(type: Type, is_unknown_task: boolean): boolean {
  return members(type).some((member) => {
    switch (member.type) {
      case "unknown":
        return is_unknown_task;
      case "runtime_instance":
        return member.name === "Task" && member.module === "asyncio";
      case "list":
      case "tuple_of":
      case "set":
      case "frozenset":
        return has_task(member.element, false);
      case "dict":
        return has_task(member.key, false) || has_task(member.value, false);
      case "tuple":
        return member.elements.some((each) => has_task(each, false));
      default:
        return false;
    }
  });
}
