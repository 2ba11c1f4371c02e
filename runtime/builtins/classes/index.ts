// What emitted classes ask of the runtime.
export { class_attributes } from "./class-attributes.ts";
export { decorate_method } from "./decorate-method.ts";
