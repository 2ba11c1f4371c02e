// `@property async def x(self): …` → a getter that calls the coroutine function: JavaScript's accessors are plain functions.
import type * as ast from "../../grammar/ast/index.ts";
import { children } from "../../grammar/ast/children.ts";
import { with_class_bodies, type Suite, type Tree } from "./class-bodies.ts";

type Method = ast.FunctionDef | ast.AsyncFunctionDef;

/** The tree with such properties rewritten, generators' too; the very tree where there are none. */
export function with_plain_properties<T extends Tree>(tree: T): T {
  return with_class_bodies(tree, plain);
}

function plain(body: Suite, replaced: Map<ast.Node, ast.Node>): Suite {
  const made = body.map((each) => {
    if (!is_method(each) || !is_property(each) || !suspends(each)) return each;
    const getter = getter_of(each);
    replaced.set(each, getter);
    return getter;
  });
  return made.every((each, index) => each === body[index]) ? body : made;
}

function is_method(node: ast.Statement): node is Method {
  return node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef";
}

function is_property({ decorator_list }: Method): boolean {
  return decorator_list.some((each) => {
    const name = each.tag === "Name" ? each.id : each.tag === "Attribute" ? each.attr : "";
    return /^(?:property|cached_property|getter)$/.test(name);
  });
}

function suspends(node: Method): boolean {
  return node.tag === "AsyncFunctionDef" || node.body.some(yields);
}

/** In its own code, not in that of functions inside. */
function yields(node: ast.Node): boolean {
  if (node.tag === "Yield" || node.tag === "YieldFrom") return true;
  if (OWN_CODE.has(node.tag)) return false;
  return children(node).some(yields);
}

const OWN_CODE: ReadonlySet<string> = new Set([
  "FunctionDef",
  "AsyncFunctionDef",
  "Lambda",
  "ClassDef",
  "GeneratorExp",
]);

/** `def x(self): async def x(self): …; return x(self)`; the docstring is the property's. */
function getter_of(node: Method): ast.FunctionDef {
  const [first, ...rest] = node.body;
  const doc =
    first?.tag === "Expr" && first.value.tag === "Constant" && first.value.value.type === "str"
      ? [first]
      : [];
  const body = doc.length > 0 && rest.length > 0 ? rest : node.body;
  const place = { start: body[0]?.start ?? node.start, end: node.end };
  const inner: Method = { ...node, ...place, body, args: copied(node.args), decorator_list: [] };
  const end = { start: node.end, end: node.end };
  const name = (id: string): ast.Name => ({ tag: "Name", id, ctx: "Load", ...end });
  const given = [...node.args.posonlyargs, ...node.args.args].map(({ arg }) => name(arg));
  const call: ast.Call = { tag: "Call", func: name(node.name), args: given, keywords: [], ...end };
  const result: ast.Return = { tag: "Return", value: call, ...end };
  return { ...node, tag: "FunctionDef", body: [...doc, inner, result], returns: null };
}

/** Parameters of their own. */
function copied(args: ast.Arguments): ast.Arguments {
  const copy = (each: ast.Arg): ast.Arg => ({ ...each });
  return { ...args, posonlyargs: args.posonlyargs.map(copy), args: args.args.map(copy) };
}
