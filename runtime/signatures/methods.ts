// What the methods of built-in types take, as CPython's own: which parameters, and which of them have names.

/** The signature of a method behind its receiver; `null` where the type (by its Python name) has no such method. */
export function method_signature(type: string, name: string): string | null {
  const own = METHODS[type === "bool" ? "int" : type];
  if (own === undefined || !Object.hasOwn(METHODS, type === "bool" ? "int" : type)) return null;
  return Object.hasOwn(own, name) ? (own[name] ?? null) : null;
}

/** The signature that the method has in every built-in type that has it; `null` where they differ or there is none. */
export function common_signature(name: string): string | null {
  let found: string | null = null;
  for (const methods of Object.values(METHODS)) {
    const own = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (own === undefined) continue;
    if (found !== null && found !== own) return null;
    found = own;
  }
  return found;
}

const NONE = "";
const PART = "sub, start=, end=, /";
const WIDTH = "width, fillchar=, /";

function without_arguments(names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, NONE]));
}

const TEXT = {
  ...without_arguments(
    "capitalize isalnum isalpha isascii isdigit islower isspace istitle isupper lower swapcase title upper",
  ),
  center: WIDTH,
  count: PART,
  endswith: "suffix, start=, end=, /",
  expandtabs: "tabsize=",
  find: PART,
  index: PART,
  join: "iterable, /",
  ljust: WIDTH,
  lstrip: "chars=, /",
  partition: "sep, /",
  removeprefix: "prefix, /",
  removesuffix: "suffix, /",
  rfind: PART,
  rindex: PART,
  rjust: WIDTH,
  rpartition: "sep, /",
  rsplit: "sep=, maxsplit=",
  rstrip: "chars=, /",
  split: "sep=, maxsplit=",
  splitlines: "keepends=",
  startswith: "prefix, start=, end=, /",
  strip: "chars=, /",
  zfill: "width, /",
};

const BYTES = {
  ...TEXT,
  decode: "encoding=, errors=",
  fromhex: "string, /",
  hex: "sep=, bytes_per_sep=",
  maketrans: "frm, to, /",
  replace: "old, new, count=, /",
  translate: "table, /, delete=",
};

const FROZENSET = {
  copy: NONE,
  difference: "*others",
  intersection: "*others",
  isdisjoint: "other, /",
  issubset: "other, /",
  issuperset: "other, /",
  symmetric_difference: "other, /",
  union: "*others",
};

const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  int: {
    ...without_arguments("as_integer_ratio bit_count bit_length conjugate is_integer"),
    from_bytes: "bytes, byteorder=, *, signed=",
    to_bytes: "length=, byteorder=, *, signed=",
  },
  float: {
    ...without_arguments("as_integer_ratio conjugate hex is_integer"),
    fromhex: "string, /",
  },
  complex: { conjugate: NONE },
  str: {
    ...TEXT,
    ...without_arguments("casefold isdecimal isidentifier isnumeric isprintable"),
    encode: "encoding=, errors=",
    format: "*args, **kwargs",
    format_map: "mapping, /",
    maketrans: "x, y=, z=, /",
    replace: "old, new, /, count=",
    translate: "table, /",
  },
  bytes: BYTES,
  bytearray: {
    ...BYTES,
    append: "item, /",
    clear: NONE,
    copy: NONE,
    extend: "iterable_of_ints, /",
    insert: "index, item, /",
    pop: "index=, /",
    remove: "value, /",
    reverse: NONE,
  },
  memoryview: {
    cast: "format, shape=",
    hex: "sep=, bytes_per_sep=",
    release: NONE,
    tobytes: "order=",
    tolist: NONE,
    toreadonly: NONE,
  },
  list: {
    append: "object, /",
    clear: NONE,
    copy: NONE,
    count: "value, /",
    extend: "iterable, /",
    index: "value, start=, stop=, /",
    insert: "index, object, /",
    pop: "index=, /",
    remove: "value, /",
    reverse: NONE,
    sort: "*, key=, reverse=",
  },
  tuple: { count: "value, /", index: "value, start=, stop=, /" },
  dict: {
    ...without_arguments("clear copy items keys popitem values"),
    fromkeys: "iterable, value=, /",
    get: "key, default=, /",
    pop: "key, default=, /",
    setdefault: "key, default=, /",
    update: "*mapping, **kwargs",
  },
  set: {
    ...FROZENSET,
    add: "object, /",
    clear: NONE,
    difference_update: "*others",
    discard: "object, /",
    intersection_update: "*others",
    pop: NONE,
    remove: "object, /",
    symmetric_difference_update: "other, /",
    update: "*others",
  },
  frozenset: FROZENSET,
  range: { count: "object, /", index: "object, /" },
  slice: { indices: "object, /" },
  dict_keys: { isdisjoint: "other, /" },
  dict_items: { isdisjoint: "other, /" },
  generator: { close: NONE, send: "object, /", throw: "type, value=, traceback=, /" },
  async_generator: { aclose: NONE, asend: "object, /", athrow: "type, value=, traceback=, /" },
};
