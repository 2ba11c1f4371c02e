// The mark for an attribute that is not there; `null` and `undefined` are values.

export const MISSING: unique symbol = Symbol("missing");
