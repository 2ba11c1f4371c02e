// "shop.orders.fetch": the module that a text means, and what is found below it.
import { getattr } from "../../builtins/index.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ModuleNotFoundError, TypeError } from "../../builtins/exceptions/index.ts";
import { module_named, ProgramModule } from "../../builtins/program-modules.ts";
import { library_module } from "./library-modules.ts";
import { repr } from "../../builtins/representation.ts";

/** The object and the attribute that a patch replaces. TypeError for a text without a dot. */
export function target_of(text: Dynamic): readonly [Dynamic, string] {
  const at = typeof text === "string" ? text.lastIndexOf(".") : -1;
  if (at < 0) throw new TypeError(`Need a valid target to patch. You supplied: ${repr(text)}`);
  return [object_named(text.slice(0, at)), text.slice(at + 1)];
}

/** ModuleNotFoundError where no module of the program begins the name. */
export function object_named(name: string): Dynamic {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length--) {
    const known = parts.slice(0, length).join(".");
    const module: Dynamic = module_named(known) ?? library_module(known);
    if (module === null) continue;
    return parts.slice(length).reduce<Dynamic>((object, part) => member(object, part), module);
  }
  throw new ModuleNotFoundError(`No module named ${repr(parts[0])}`);
}

function member(object: Dynamic, name: string): Dynamic {
  return object instanceof ProgramModule ? object.get(name) : getattr(object, name);
}
