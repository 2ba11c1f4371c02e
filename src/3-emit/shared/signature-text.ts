// signature(f, "a, b=, *args, c=, **kw"): for functions that may be called with keywords by those who don't know them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { children } from "./walk.ts";

type FunctionStatement = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/** The function escapes as a value, and some call of an unknown callee names one of its parameters. */
export function may_be_called_with_keywords(node: FunctionStatement, emit: Emit): boolean {
  if (emit.facts.calls.is_closed(node)) return false;
  const { args } = node;
  const names = [...args.args, ...args.kwonlyargs].map((arg) => arg.arg);
  if (names.length === 0 && args.kwarg === null) return false;
  const used = keywords_of_unknown_calls(emit);
  if (args.kwarg !== null) return used.size > 0;
  return used.has("**") || names.some((name) => used.has(name));
}

/** The parameters as the runtime's `signature` reads them; the receiver of a method left out. */
export function signature_text(
  node: FunctionStatement,
  emit: Emit,
  receiver: ast.Arg | null = null,
): string {
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((arg, index) => {
    if (arg !== receiver) parts.push(index >= first ? `${arg.arg}=` : arg.arg);
    if (index === args.posonlyargs.length - 1) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((arg, index) => {
    parts.push(args.kw_defaults[index] ? `${arg.arg}=` : arg.arg);
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}

const known = new WeakMap<ast.Node, ReadonlySet<string>>();

function keywords_of_unknown_calls(emit: Emit): ReadonlySet<string> {
  const { node } = emit.facts.scopes.module;
  let found = known.get(node);
  if (found === undefined) {
    const names = new Set<string>();
    collect(node, names, emit);
    found = names;
    known.set(node, found);
  }
  return found;
}

function collect(node: ast.Node, names: Set<string>, emit: Emit): void {
  if (node.tag === "Call") {
    const call = node as ast.Call;
    const { kind } = emit.facts.calls.callee(call);
    if (call.keywords.length > 0 && kind !== "function" && kind !== "method" && kind !== "class") {
      for (const { arg } of call.keywords) names.add(arg === null || arg === "kwargs" ? "**" : arg);
    }
  }
  for (const child of children(node)) collect(child, names, emit);
}
