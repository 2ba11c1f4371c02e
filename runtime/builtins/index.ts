// Everything that emitted code imports from "pyasync2ts/builtins"; these exports are its declared API.
export type { Dynamic } from "./dynamic.ts";
export { Tuple } from "./tuple.ts";
export { Float } from "./float.ts";
export { NotImplemented } from "./not-implemented.ts";
export * from "./exceptions/index.ts";
export { ascii, repr } from "./representation.ts";
