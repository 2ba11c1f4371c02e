// Which enumerations are flags, and which show themselves as their values.

const FLAG: unique symbol = Symbol("flag");

/** Whether a class derives from `Flag`. */
export function is_flag_class(cls: Function): boolean {
  return Reflect.get(cls, FLAG) === true;
}

export function mark_flag_class(cls: Function): void {
  Object.defineProperty(cls, FLAG, { value: true });
}
