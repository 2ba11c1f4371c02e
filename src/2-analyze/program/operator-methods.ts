// Special methods that operators in the text call: those that few functions of the runtime call as well.

/** `__add__`, `__radd__`, `__iadd__` … of the arithmetic operators, `__neg__`. */
export function is_operator_method(name: string): boolean {
  return OPERATOR_METHOD.test(name);
}

const OPERATOR_METHOD =
  /^__(?:[ri]?(?:add|sub|mul|matmul|truediv|floordiv|mod|lshift|rshift|and|or|xor|pow|divmod)|neg|pos|invert)__$/;

/** Modules, and names in modules, that calculate with whatever they are given. */
export const CALCULATING: ReadonlySet<string> = new Set(
  "operator statistics reduce accumulate sumprod Counter".split(" "),
);
