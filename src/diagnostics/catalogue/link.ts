// PA1…: an import that leads nowhere.
import type { Span } from "../../../grammar/ast/node.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** PA1001. No runtime module, no file of the project and no mapping bears the name. */
export function missing_module(file: string, span: Span, module: string): Diagnostic {
  return {
    code: "PA1001",
    severity: "error",
    message: `no counterpart for module '${module}'`,
    hint: `map it to a module of your own (\`modules: { "${module}": "./shims/${module}.ts" }\`) or take the import out`,
    file,
    span,
  };
}

/** PA1002. The module is known, but it has no such name. */
export function missing_name(file: string, span: Span, module: string, name: string): Diagnostic {
  return {
    code: "PA1002",
    severity: "error",
    message: `module '${module}' has no counterpart for '${name}'`,
    hint: `rewrite the code that uses \`${name}\`, or map '${module}' to a module of your own`,
    file,
    span,
  };
}

/** PA1003. `from m import *` where `__all__` is computed when the module runs. */
export function computed_names(file: string, span: Span, module: string): Diagnostic {
  return {
    code: "PA1003",
    severity: "error",
    message: `what '${module}' gives to \`import *\` is computed when it runs`,
    hint: "import the names that are used, or let `__all__` be a list of texts",
    file,
    span,
  };
}

/** PA1004. A module of Python's library that has no counterpart, and that nothing uses. */
export function unused_import(file: string, span: Span, module: string): Diagnostic {
  return {
    code: "PA1004",
    severity: "warning",
    message: `the import of '${module}' is left out: it has no counterpart, and nothing uses it`,
    hint: "take the import out",
    file,
    span,
  };
}
