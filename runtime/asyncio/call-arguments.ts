// The arguments of call_soon and its siblings: the callback's own, then perhaps `{ context }`.
import type { Context } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { is_keywords } from "../builtins/keywords.ts";
import type { CallOptions } from "./events.ts";

export interface CallArguments {
  readonly positional: readonly Dynamic[];
  readonly context: Context | null;
}

export function split_context(args: readonly Dynamic[]): CallArguments {
  const last: unknown = args.at(-1);
  if (!is_keywords(last)) return { positional: args, context: null };
  return { positional: args.slice(0, -1), context: (last as CallOptions).context ?? null };
}
