// The states of a future, and its repr.
import { repr } from "../builtins/representation.ts";
import { class_name } from "../builtins/type-name.ts";
import { format_callback } from "./format_helpers.ts";

export type FutureState = "PENDING" | "CANCELLED" | "FINISHED";

interface ShownFuture {
  readonly _state: FutureState;
  readonly _result: unknown;
  readonly _exception: unknown;
  _shown_callbacks(): readonly unknown[];
}

const under_way = new Set<unknown>();

export function future_repr(future: ShownFuture, info: () => string[]): string {
  if (under_way.has(future)) return "...";
  under_way.add(future);
  try {
    return `<${class_name(future.constructor)} ${info().join(" ")}>`;
  } finally {
    under_way.delete(future);
  }
}

export function future_repr_info(future: ShownFuture): string[] {
  const info: string[] = [future._state.toLowerCase()];
  if (future._state === "FINISHED") {
    info.push(
      future._exception === null
        ? `result=${short_repr(future._result)}`
        : `exception=${repr(future._exception)}`,
    );
  }
  const callbacks = future._shown_callbacks();
  if (callbacks.length > 0) info.push(`cb=[${callbacks_repr(callbacks)}]`);
  return info;
}

function callbacks_repr(callbacks: readonly unknown[]): string {
  const shown = (callback: unknown): string => format_callback(callback, null);
  const [first, last] = [callbacks[0], callbacks.at(-1)];
  if (callbacks.length === 1) return shown(first);
  if (callbacks.length === 2) return `${shown(first)}, ${shown(last)}`;
  return `${shown(first)}, <${callbacks.length - 2} more>, ${shown(last)}`;
}

const LONGEST_STRING = 30;
const LONGEST_OTHER = 30;

/** Python's reprlib.repr of plain values: long texts lose their middle. */
function short_repr(value: unknown): string {
  const text = repr(value);
  const longest = typeof value === "string" ? LONGEST_STRING : LONGEST_OTHER;
  if (text.length <= longest || Array.isArray(value)) return text;
  if (typeof value === "number" || typeof value === "bigint") return text;
  const before = Math.max(0, Math.floor((longest - 3) / 2));
  const after = Math.max(0, longest - 3 - before);
  return `${text.slice(0, before)}...${text.slice(text.length - after)}`;
}
