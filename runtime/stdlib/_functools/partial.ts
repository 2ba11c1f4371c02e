// functools.partial, wraps and update_wrapper.
import { getattr } from "../../builtins/attributes/getattr.ts";
import { callable } from "../../builtins/attributes/callable.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import { copy_annotations } from "../../builtins/calls/description.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** What `partial` gives: a function that knows what it will call. */
export interface PartialFunction {
  (...args: Dynamic[]): Dynamic;
  readonly func: Dynamic;
  readonly args: readonly Dynamic[];
  readonly keywords: Dict<string, Dynamic>;
}

/** `func` with some arguments in place. Keyword arguments travel in a trailing plain object. */
export function partial(func: Dynamic, ...args: Dynamic[]): PartialFunction {
  if (!callable(func)) throw new TypeError("the first argument must be callable");
  const [own, own_keywords] = parted(args);
  const called = (...more: Dynamic[]): Dynamic => {
    const [others, other_keywords] = parted(more);
    return call_with(func, [...own, ...others], { ...own_keywords, ...other_keywords });
  };
  return Object.assign(called, {
    func,
    args: Tuple.from_iterable(own),
    keywords: new Dict(Object.entries(own_keywords)),
    __repr__: () => {
      const keywords = Object.entries(own_keywords).map(
        ([name, value]) => `${name}=${repr(value)}`,
      );
      return `functools.partial(${[repr(func), ...own.map(repr), ...keywords].join(", ")})`;
    },
  });
}

export const WRAPPER_ASSIGNMENTS: readonly string[] = Tuple.of(
  "__module__",
  "__name__",
  "__qualname__",
  "__doc__",
  "__dict__",
);

/** Makes a wrapper, a function or an object with `__call__`, look like what it wraps. */
export function update_wrapper<F>(wrapper: F, wrapped: Dynamic): F {
  if (wrapper == null || wrapped == null) return wrapper;
  for (const name of ["__module__", "__name__", "__qualname__", "__doc__"]) {
    const value: unknown = getattr(wrapped, name, undefined);
    if (value !== undefined) note(wrapper, name, value);
  }
  for (const [name, value] of Object.entries(wrapped as object)) note(wrapper, name, value);
  copy_annotations(wrapped, wrapper);
  note(wrapper, "__wrapped__", wrapped);
  return wrapper;
}

/** `@wraps(wrapped)`. */
export function wraps(wrapped: Dynamic): <F>(wrapper: F) => F {
  return (wrapper) => update_wrapper(wrapper, wrapped);
}

function note(target: unknown, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: typeof target === "object" || !name.startsWith("__"),
  });
}

function parted(
  args: readonly Dynamic[],
): readonly [readonly Dynamic[], Readonly<Record<string, Dynamic>>] {
  const last: unknown = args.at(-1);
  return is_keywords(last) ? [args.slice(0, -1), last] : [args, {}];
}
