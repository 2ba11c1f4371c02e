// Text that an object literal can have as a key without quotes and without surprises.

/** A word; numbers would move to the front, `__proto__` would be the prototype. */
export function is_identifier_like(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/u.test(text) && text !== "__proto__";
}
