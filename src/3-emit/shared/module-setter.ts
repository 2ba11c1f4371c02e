// config.debug = v → config.set_debug(v): JavaScript lets no module assign another's variables
import type * as ast from "../../../grammar/ast/index.ts";
import { runtime_names } from "../../facts/runtime-api.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

/** The function of the module that assigns the variable; `null` where the receiver is no module. */
export function module_setter(to: ast.Attribute, emit: Emit): target.Expression | null {
  const type = emit.facts.types.of(to.value);
  if (type.type !== "module") return null;
  if (!has_setter(type, to.attr, emit)) {
    emit.unsupported(
      to,
      `'${to.attr}' of module '${type.name}' can't be assigned from outside`,
      type.origin === "user"
        ? "give the module a variable of that name, or a function that assigns it"
        : "keep the value in a variable of your own",
    );
    return null;
  }
  const setter = type.origin === "user" ? emit.setter(type.name, to.attr) : runtime_setter(to.attr);
  return build.member(emit.expression(to.value), setter);
}

/** The runtime's modules export theirs (`sys.set_stdout`); the project's get them as they are asked for. */
function has_setter(module: Extract<Type, { type: "module" }>, name: string, emit: Emit): boolean {
  if (module.origin === "user") return emit.has_variable(module.name, name);
  return runtime_names(module.name)?.has(runtime_setter(name)) === true;
}

function runtime_setter(variable: string): string {
  return `set_${variable}`;
}
