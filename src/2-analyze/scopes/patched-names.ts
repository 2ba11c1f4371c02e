// Names that a program replaces by text: `patch("shop.orders.fetch")`, also under `__name__`; `patch.object(orders, "fetch")`.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import { python_name, type SourceModule } from "../../project.ts";

export interface NameMeant {
  /** `shop.orders.fetch` */
  readonly text: string;
  /** The module is looked up by its name; otherwise it is there as a value. */
  readonly is_text: boolean;
  /** `patch.dict`: what is replaced is in it, it stays itself. */
  readonly is_content: boolean;
}

/** What the patches of a module replace, by full dotted names. */
export function names_meant(source: SourceModule): readonly NameMeant[] {
  return tagged(source.module, "Call").flatMap((call) => names_in(call, source));
}

function names_in({ func, args, keywords }: ast.Call, source: SourceModule): readonly NameMeant[] {
  const [target, second] = args;
  const kind = last_name(func);
  if (target === undefined || kind === null || !KINDS.has(kind)) return [];
  const text = text_of(target, python_name(source));
  const object = text ?? (kind === "dict" || kind === "patch" ? null : module_of(target, source));
  if (object === null) return [];
  const meant = { is_text: text !== null, is_content: kind === "dict" };
  if (kind === "multiple")
    return keywords.flatMap(({ arg }) =>
      arg === null ? [] : [{ ...meant, text: `${object}.${arg}` }],
    );
  if (kind !== "object") return text === null ? [] : [{ ...meant, text }];
  const name = second === undefined ? null : text_of(second, "");
  return name === null ? [] : [{ ...meant, text: `${object}.${name}` }];
}

const KINDS: ReadonlySet<string> = new Set(["patch", "multiple", "dict", "object"]);

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}

/** The module that `orders` or `os.path` is, by its import. */
function module_of(node: ast.Expression, { imports }: SourceModule): string | null {
  const path = dotted(node);
  if (path === null) return null;
  for (const [alias, { module, name }] of imports) {
    const local = alias.asname ?? alias.name;
    if (name !== null) continue;
    if (path === local) return module;
    if (alias.asname === null && path.startsWith(`${local.split(".")[0]}.`)) return path;
  }
  return null;
}

function dotted(node: ast.Expression): string | null {
  if (node.tag === "Name") return node.id;
  if (node.tag !== "Attribute") return null;
  const outer = dotted(node.value);
  return outer === null ? null : `${outer}.${node.attr}`;
}

/** `"a.b"`, `f"{__name__}.b"`, `__name__ + ".b"`. */
function text_of(node: ast.Expression, own: string): string | null {
  if (node.tag === "Constant") return node.value.type === "str" ? String(node.value.value) : null;
  if (node.tag === "Name") return node.id === "__name__" && own !== "" ? own : null;
  if (node.tag === "FormattedValue") return text_of(node.value, own);
  const parts =
    node.tag === "JoinedStr" ? node.values : node.tag === "BinOp" ? [node.left, node.right] : [];
  const texts = parts.map((each) => text_of(each, own));
  return texts.length === 0 || texts.includes(null) ? null : texts.join("");
}
