// Methods of built-in types whose values are JavaScript's own: there Python's methods are functions of the receiver.

/** Text, lists, numbers and generators don't have Python's methods themselves; dicts, sets and bytes do. */
const BY_TYPE: Readonly<Record<string, string>> = {
  list: "append clear copy count extend index insert pop remove reverse sort",
  str:
    "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha " +
    "isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust " +
    "lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit " +
    "rstrip split splitlines startswith strip swapcase title translate upper zfill",
  int: "as_integer_ratio bit_count bit_length conjugate from_bytes is_integer to_bytes",
  float: "as_integer_ratio conjugate fromhex hex is_integer",
  tuple: "count index",
  generator: "send throw close",
  async_generator: "__anext__ asend athrow aclose",
};

const NAMES: ReadonlySet<string> = new Set(
  Object.values(BY_TYPE).flatMap((names) => names.split(" ")),
);

/** On a receiver that is not known the name may mean such a method. */
export function may_be_method_of_builtin(name: string): boolean {
  return NAMES.has(name) || /^__\w+__$/.test(name);
}

/** Whether the type (as the runtime's namespace is called) has the method as a function. */
export function has_function(type: string, name: string): boolean {
  return (BY_TYPE[type] ?? "").split(" ").includes(name);
}

/** Methods of the types whose values are objects of the runtime: these have them themselves. */
const OF_OBJECTS: Readonly<Record<string, string>> = {
  dict: "clear copy fromkeys get items keys pop popitem setdefault update values",
  set:
    "add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset " +
    "issuperset pop remove symmetric_difference symmetric_difference_update union update",
  frozenset:
    "copy difference intersection isdisjoint issubset issuperset symmetric_difference union",
  bytes:
    "capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii isdigit " +
    "islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace " +
    "rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
};

/** Whether a dict, set, frozenset or bytes may lack the method; special ones are left to the value. */
export function is_missing_method(type: string, name: string): boolean {
  const names = OF_OBJECTS[type];
  return names !== undefined && !name.startsWith("__") && !names.split(" ").includes(name);
}
