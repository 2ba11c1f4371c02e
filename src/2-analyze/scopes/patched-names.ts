// Names that a program replaces by text: `patch("shop.orders.fetch")`, also under `__name__`.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";

/** The dotted names given to `patch` and to `patch.multiple` (with the attributes); `own`: the module's own name. */
export function patched_names(module: ast.Module, own: string): readonly string[] {
  const found: string[] = [];
  const pending: ast.Node[] = [module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of children(node)) pending.push(child);
    if (node.tag === "Call") found.push(...names_in(node as ast.Call, own));
  }
  return found;
}

function names_in({ func, args, keywords }: ast.Call, own: string): readonly string[] {
  const [target] = args;
  if (target === undefined) return [];
  const kind = last_name(func);
  const text =
    kind === "patch" || kind === "multiple" || kind === "dict" ? text_of(target, own) : null;
  if (text === null) return [];
  if (kind !== "multiple") return [text];
  return keywords.flatMap(({ arg }) => (arg === null ? [] : [`${text}.${arg}`]));
}

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}

/** `"a.b"`, `f"{__name__}.b"`, `__name__ + ".b"`. */
function text_of(node: ast.Expression, own: string): string | null {
  if (node.tag === "Constant") return node.value.type === "str" ? String(node.value.value) : null;
  if (node.tag === "Name") return node.id === "__name__" ? own : null;
  if (node.tag === "FormattedValue") return text_of(node.value, own);
  const parts =
    node.tag === "JoinedStr" ? node.values : node.tag === "BinOp" ? [node.left, node.right] : [];
  const texts = parts.map((each) => text_of(each, own));
  return texts.length === 0 || texts.includes(null) ? null : texts.join("");
}
