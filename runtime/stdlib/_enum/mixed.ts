// An enumeration whose members are values of another type too, or have methods of another class.
import { callable_of, class_behind } from "../../builtins/attributes/type-of.ts";
import { mro_of, note_joint } from "../../builtins/attributes/mro.ts";
import { link_class } from "../../builtins/classes/links.ts";
import { NATIVE_NEW } from "../../builtins/classes/native-new-key.ts";
import { native_new } from "../../builtins/classes/native-new.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { class_module } from "../../builtins/type-name.ts";
import { is_primitive_type, set_data_type } from "./data-type.ts";
import { drafts_of } from "./drafts.ts";
import { keep_table, Table, table_of } from "./table.ts";

/** A class between `base`, an enumeration without members, and the one that is to be defined. */
export function mixed(type: Dynamic, base: Dynamic): Dynamic {
  const is_own = class_module(type) === "__main__";
  const cls = is_own || is_primitive_type(type) ? class extends base {} : valued(type, base);
  Object.defineProperty(cls, "name", { value: base.name });
  if (Object.hasOwn(base, "__module__")) {
    Object.defineProperty(cls, "__module__", { value: base.__module__ });
  }
  keep_table(cls, new Table());
  if (is_own) copy_members(type, cls);
  else set_data_type(cls, type);
  return cls;
}

/** Members are instances of the type: its class stands behind what the enumeration has. */
function valued(type: Dynamic, base: Dynamic): Dynamic {
  const classes: Dynamic[] = [];
  for (let at: Dynamic = base; at !== Function.prototype; at = Object.getPrototypeOf(at))
    classes.unshift(at);
  const linked: Dynamic = classes.reduce(linked_with, callable_of(type));
  const cls = class extends linked {
    constructor(...args: readonly Dynamic[]) {
      const cls: Dynamic = new.target;
      if (table_of(cls) === null) {
        const blank: object = Object.create(cls.prototype);
        drafts_of(cls).add(blank, args[0]);
        // oxlint-disable-next-line no-constructor-return -- the member itself is made by `__new__`
        return blank;
      }
      // oxlint-disable-next-line no-constructor-return -- a member that is there already
      if (cls !== type) return Reflect.construct(base, args, cls) as object;
      super();
    }
  };
  Object.defineProperty(cls, NATIVE_NEW, { value: native_new(type) });
  const order = [class_behind(type), ...mro_of(base)];
  note_joint(cls, { bases: [type, base], order, keywords: {} });
  return cls;
}

function linked_with(parent: Dynamic, type: Dynamic): Dynamic {
  const link: Dynamic = link_class(type, parent);
  for (const key of Object.getOwnPropertySymbols(type)) {
    if (key === Symbol.hasInstance) continue;
    const found = Object.getOwnPropertyDescriptor(type, key);
    if (found !== undefined) Object.defineProperty(link, key, found);
  }
  return link;
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
