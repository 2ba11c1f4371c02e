// The repr on one line: with sorted keys, a limited depth, and a word where something contains itself.
import { id } from "../../builtins/identity.ts";
import type { Dict } from "../../builtins/mappings/dict.ts";
import { repr } from "../../builtins/representation.ts";
import { type_name } from "../../builtins/type-name.ts";
import { kind_of } from "./kind.ts";
import { in_order } from "./order.ts";

export interface BriefOptions {
  readonly depth: number | null;
  readonly sort_dicts: boolean;
  readonly underscore_numbers: boolean;
}

export interface Brief {
  readonly text: string;
  readonly is_readable: boolean;
  readonly is_recursive: boolean;
}

/** `open` holds the containers around the value; `level` is how many there are, for the depth. */
export function brief(
  value: unknown,
  open: Set<unknown>,
  level: number,
  options: BriefOptions,
): Brief {
  const kind = kind_of(value);
  const is_integer = Number.isSafeInteger(value) || typeof value === "bigint";
  if (is_integer && options.underscore_numbers) return atom(with_underscores(String(value)));
  if (kind !== "dict" && kind !== "list" && kind !== "tuple") return other(value);
  const [before, after] = kind === "dict" ? "{}" : kind === "list" ? "[]" : "()";
  const items = kind === "dict" ? pairs(value as Dict, options) : (value as readonly unknown[]);
  if (items.length === 0) return atom(`${before}${after}`);
  if (options.depth !== null && level >= options.depth)
    return { text: `${before}...${after}`, is_readable: false, is_recursive: false };
  if (open.has(value)) return { text: recursion(value), is_readable: false, is_recursive: true };
  open.add(value);
  const inside = (part: unknown): Brief => brief(part, open, level + 1, options);
  const parts = items.map((item) =>
    kind === "dict" ? entry((item as [unknown, unknown]).map(inside)) : inside(item),
  );
  open.delete(value);
  const comma = kind === "tuple" && parts.length === 1 ? "," : "";
  return together(parts, (texts) => `${before}${texts.join(", ")}${comma}${after}`);
}

/** The items of a dict, in the order in which they are shown. */
export function pairs(
  value: Dict,
  { sort_dicts }: { readonly sort_dicts: boolean },
): readonly (readonly [unknown, unknown])[] {
  const items = [...value.items()] as unknown as (readonly [unknown, unknown])[];
  return sort_dicts ? in_order(items, ([key]) => key) : items;
}

/** What stands for a container inside of itself. */
export function recursion(value: unknown): string {
  return `<Recursion on ${type_name(value)} with id=${id(value)}>`;
}

function entry(parts: readonly Brief[]): Brief {
  return together(parts, (texts) => texts.join(": "));
}

function together(parts: readonly Brief[], join: (texts: readonly string[]) => string): Brief {
  return {
    text: join(parts.map(({ text }) => text)),
    is_readable: parts.every(({ is_readable }) => is_readable),
    is_recursive: parts.some(({ is_recursive }) => is_recursive),
  };
}

function atom(text: string): Brief {
  return { text, is_readable: true, is_recursive: false };
}

function other(value: unknown): Brief {
  const text = repr(value);
  return { text, is_readable: !text.startsWith("<"), is_recursive: false };
}

function with_underscores(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, "_");
}
