// Everything that emitted code imports from "pyasync2ts/builtins"; these exports are its declared API.
export type { Dynamic } from "./dynamic.ts";
export { Tuple } from "./tuple.ts";
export { Float } from "./float.ts";
export { NotImplemented } from "./not-implemented.ts";
export * from "./exceptions/index.ts";
export { ascii, repr } from "./representation.ts";
export { eq, is_, ne } from "./equality.ts";
export { id } from "./identity.ts";
export { ge, gt, le, lt } from "./ordering.ts";
export { print } from "./print.ts";
export { format } from "./format/format.ts";
export * from "./operators/index.ts";
export { hash } from "./hash.ts";
