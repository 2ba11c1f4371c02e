// The tree, named as CPython's ast module names it.
export type * from "./compound-statements.ts";
export type * from "./expressions.ts";
export type * from "./module.ts";
export type * from "./node.ts";
export type * from "./patterns.ts";
export type * from "./simple-statements.ts";
export type * from "./trivia.ts";
export type * from "./type-parameters.ts";
export { tagged } from "./tagged.ts";
export { children, walk } from "./walk.ts";
