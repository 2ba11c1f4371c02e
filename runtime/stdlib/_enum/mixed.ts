// An enumeration whose members are values of another type too, or have methods of another class.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { class_name } from "../../builtins/type-name.ts";
import { float } from "../../builtins/numbers/float-type.ts";
import { int } from "../../builtins/numbers/int-type.ts";
import { str } from "../../builtins/text/str-type.ts";
import { set_data_type } from "./data-type.ts";
import { keep_table, Table } from "./table.ts";

/** A class between `base`, an enumeration without members, and the one that is to be defined. */
export function mixed(type: Dynamic, base: Dynamic): Dynamic {
  const cls = class extends base {};
  Object.defineProperty(cls, "name", { value: base.name });
  if (Object.hasOwn(base, "__module__")) {
    Object.defineProperty(cls, "__module__", { value: base.__module__ });
  }
  keep_table(cls, new Table());
  if (type === str || type === int || type === float) set_data_type(cls, type);
  else if (type.prototype === undefined || Object.hasOwn(type, "__is_type__"))
    throw new TypeError(`enumerations of type '${class_name(type)}' are not supported`);
  else copy_members(type, cls);
  return cls;
}

/** Methods and properties of the mixin and the classes above it; the nearest one counts. */
function copy_members(type: Function, cls: Function): void {
  for (let at: Function = type; at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    copy(at.prototype, cls.prototype);
    copy(at, cls);
  }
}

function copy(from: object, to: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(from))) {
    if (Object.hasOwn(to, name) || NATIVE.has(name)) continue;
    Object.defineProperty(to, name, { ...descriptor, configurable: true });
  }
}

const NATIVE: ReadonlySet<string> = new Set([
  "constructor",
  "length",
  "name",
  "prototype",
  "__module__",
]);
