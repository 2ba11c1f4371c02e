// What emitted code imports of attributes and types.
export { attribute_error } from "./attribute-error.ts";
export { bound, bound_super } from "./bound.ts";
export { call_method } from "./call-method.ts";
export { callable } from "./callable.ts";
export { delattr, getattr, hasattr, setattr } from "./getattr.ts";
export { isinstance, issubclass } from "./isinstance.ts";
export { PyObject, PyObject as object } from "./object.ts";
export { dir } from "./dir.ts";
export { type } from "./type.ts";
export { vars } from "./vars.ts";
