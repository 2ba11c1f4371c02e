// loop.call_soon(f, 1) where f takes nothing → loop.call_soon(signature(f, ""), 1): Python's TypeError, when it is called
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { qualname_of } from "../qualname.ts";
import { signature_text } from "../signature-text.ts";

/** Where methods of asyncio take the callback; how many arguments it gets is what stands behind it, or as said here. */
const CALLBACKS: Readonly<Record<string, { readonly at: number; readonly given?: number }>> = {
  call_soon: { at: 0 },
  call_soon_threadsafe: { at: 0 },
  call_later: { at: 1 },
  call_at: { at: 1 },
  add_signal_handler: { at: 1 },
  add_done_callback: { at: 0, given: 1 },
};

/** The arguments of the call; a callback that takes fewer than it will get says so. */
export function with_counted_callback(
  node: ast.Call,
  args: readonly target.Element[],
  emit: Emit,
): readonly target.Element[] {
  if (node.func.tag !== "Attribute" || !Object.hasOwn(CALLBACKS, node.func.attr)) return args;
  const { at, given } = CALLBACKS[node.func.attr] ?? { at: 0 };
  const callback = node.args[at];
  const emitted = args[at];
  if (callback === undefined || emitted === undefined || emitted.kind === "Spread") return args;
  if (node.args.some(({ tag }) => tag === "Starred")) return args;
  const type = emit.facts.types.of(callback);
  if (type.type !== "function" || type.node.tag === "AsyncFunctionDef") return args;
  const { args: own } = type.node;
  const most = own.vararg === null ? own.posonlyargs.length + own.args.length : Infinity;
  if ((given ?? node.args.length - at - 1) <= most) return args;
  const qualname = qualname_of(type.node, emit);
  const named =
    qualname === null
      ? emitted
      : build.call(emit.builtin("qualified"), [emitted, build.string(qualname)]);
  const text = build.string(signature_text(type.node, emit));
  return args.with(at, build.call(emit.builtin("signature"), [named, text]));
}
