// The special methods that mocks know, and what they give unless told otherwise.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Complex } from "../../builtins/numbers/complex.ts";
import { Float } from "../../builtins/float.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";

const NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split(" ");
const OTHERS =
  "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert complex int float index round trunc floor ceil bool next fspath iter hash".split(
    " ",
  );

const dunder = (name: string): string => `__${name}__`;

export const SYNC_MAGIC: ReadonlySet<string> = new Set([
  ...OTHERS.map(dunder),
  ...NUMERIC.flatMap((name) => [dunder(name), dunder(`i${name}`), dunder(`r${name}`)]),
]);

export const ASYNC_MAGIC: ReadonlySet<string> = new Set(["__aenter__", "__aexit__", "__anext__"]);

export function is_magic(name: string): boolean {
  return SYNC_MAGIC.has(name) || ASYNC_MAGIC.has(name) || name === "__aiter__";
}

/** In-place and reflected arithmetic, and `__int__` of objects, are theirs only when they are configured. */
export const DEFAULT_MAGIC: ReadonlySet<string> = new Set([
  ...[...SYNC_MAGIC].filter(
    (name) => !/^__(?:r(?!ound)\w+|eq|ne|hash|str|sizeof|next)__$/.test(name),
  ),
  ...ASYNC_MAGIC,
  "__aiter__",
]);

/** What a special method gives; `undefined`: another mock. */
export function magic_value(name: string): Dynamic {
  switch (name) {
    case "__lt__":
    case "__gt__":
    case "__le__":
    case "__ge__":
      return NotImplemented;
    case "__int__":
    case "__index__":
      return 1;
    case "__len__":
      return 0;
    case "__contains__":
    case "__exit__":
    case "__aexit__":
      return false;
    case "__bool__":
      return true;
    case "__float__":
      return new Float(1);
    case "__complex__":
      return new Complex(0, 1);
    default:
      return undefined;
  }
}
