// Private names: in the body of class C, `__x` means `_C__x`, so that all that follows sees the name that Python uses.
import type * as ast from "../../grammar/ast/index.ts";
import { moved } from "./moved-trivia.ts";

interface Tree {
  readonly module: ast.Module;
  readonly trivia: ast.Trivia;
}

type Fields = Readonly<Record<string, unknown>>;

/** The tree with private names spelled out; the very tree where there are none. `source`: the text that it stands for. */
export function with_private_names<T extends Tree>(tree: T, source: string): T {
  if (!MAY_BE_PRIVATE.test(source)) return tree;
  const replaced = new Map<ast.Node, ast.Node>();
  const module = spelled_out(tree.module, null, replaced) as ast.Module;
  if (module === tree.module) return tree;
  return { ...tree, module, trivia: moved(tree.trivia, replaced) };
}

/** Two underscores (or what Python reads as such) that begin a name which does not end with two. */
const MAY_BE_PRIVATE = /(?<!\w)[_\ufe33\ufe34\ufe4d-\ufe4f\uff3f]{2}(?!\w*__(?![\w\x80-\uffff]))/;

/** The node, or a copy of it where something in it changes; `owner` is the class in whose body it stands. */
function spelled_out(
  node: ast.Node,
  owner: string | null,
  replaced: Map<ast.Node, ast.Node>,
): ast.Node {
  const changed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node as unknown as Fields)) {
    // Bases and decorators of a class are evaluated outside of it, and so is its name.
    const inner = node.tag === "ClassDef" && field === "body" ? (node as ast.ClassDef).name : owner;
    const made = of_field(node.tag, field, value, inner, replaced);
    if (made !== value) changed[field] = made;
  }
  if (Object.keys(changed).length === 0) return node;
  const copy = { ...node, ...changed };
  replaced.set(node, copy);
  return copy;
}

function of_field(
  tag: string,
  field: string,
  value: unknown,
  owner: string | null,
  replaced: Map<ast.Node, ast.Node>,
): unknown {
  if (is_node(value)) return spelled_out(value, owner, replaced);
  if (Array.isArray(value)) {
    const made = value.map((item: unknown) => of_field(tag, field, item, owner, replaced));
    return made.every((item, index) => item === value[index]) ? value : made;
  }
  const is_name = typeof value === "string" && NAMES[field]?.test(tag) === true;
  return is_name && owner !== null ? mangled(value, owner) : value;
}

/** Which fields of which nodes are identifiers. */
const NAMES: Readonly<Record<string, RegExp>> = {
  id: /^Name$/,
  attr: /^Attribute$/,
  arg: /^(?:arg|keyword)$/,
  name: /^(?:FunctionDef|AsyncFunctionDef|ClassDef|ExceptHandler|MatchAs|MatchStar|alias)$/,
  asname: /^alias$/,
  names: /^(?:Global|Nonlocal)$/,
  rest: /^MatchMapping$/,
};

/** Classes whose name is nothing but underscores leave names as they are. */
function mangled(name: string, owner: string): string {
  const bare = owner.replace(/^_+/, "");
  if (bare === "" || !/^__[^.]*$/.test(name) || name.endsWith("__")) return name;
  return `_${bare}${name}`;
}

function is_node(value: unknown): value is ast.Node {
  return typeof value === "object" && value !== null && "tag" in value && "start" in value;
}
