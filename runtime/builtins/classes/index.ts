// What emitted classes ask of the runtime.
export { annotate } from "./annotations.ts";
export { abstract_methods } from "./abstract.ts";
export { bases } from "./bases.ts";
export { class_attributes } from "./class-attributes.ts";
export { class_created } from "./class-created.ts";
export { decorate_method } from "./decorate-method.ts";
export { classmethod, documented_property, property, staticmethod } from "./property.ts";
export { PyType } from "./py-type.ts";
export { super_of } from "./super-of.ts";
export { protocol } from "./virtual-registry.ts";
export { static_methods } from "./static-methods.ts";
