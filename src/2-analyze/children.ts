// The nodes directly below a node, in the order of CPython's fields.
export { children } from "../../grammar/ast/children.ts";
