// Python's operators under the names of its `operator` module.
export { add } from "./add.ts";
export { and_, lshift, or_, rshift, xor } from "./bitwise.ts";
export { divmod, floordiv } from "./floordiv.ts";
export * from "./in-place.ts";
export { matmul } from "./matmul.ts";
export { mod } from "./mod.ts";
export { mul } from "./mul.ts";
export { mul_mod } from "./mul-mod.ts";
export { pow, raised } from "./pow.ts";
export { sub } from "./sub.ts";
export { divide, truediv } from "./truediv.ts";
export { abs, invert, neg, pos } from "./unary.ts";
