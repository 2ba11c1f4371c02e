// patch: something is another thing while a block or a function runs.
import { callable_kind } from "../../builtins/calls/callable-kind.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import {
  AttributeError,
  RuntimeError,
  TypeError,
  ValueError,
} from "../../builtins/exceptions/index.ts";
import { callable, delattr, dir, getattr, hasattr, setattr } from "../../builtins/index.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { module_named, ProgramModule } from "../../builtins/program-modules.ts";
import { replaceable_module } from "../../builtins/replaceable.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { is_class } from "../../builtins/type-name.ts";
import { create_autospec } from "./autospec.ts";
import { decorated } from "./decorated.ts";
import { AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock } from "./mock.ts";
import { DEFAULT } from "./sentinels.ts";
import { is_async_object, is_names } from "./spec.ts";

export interface PatchOptions {
  readonly new?: Dynamic;
  readonly spec?: Dynamic;
  readonly create?: Dynamic;
  readonly spec_set?: Dynamic;
  readonly autospec?: Dynamic;
  readonly new_callable?: Dynamic;
  readonly unsafe?: Dynamic;
  readonly [name: string]: Dynamic;
}

/** The patches that `start` has made, in order. */
export const active: Patch[] = [];

/** States: idle ⇄ in force. A manager, and a decorator of functions and classes. */
export class Patch {
  static readonly __name__: string = "_patch";
  static readonly __module__: string = "unittest.mock";
  readonly attribute: string;
  readonly new: Dynamic;
  /** Of `patch.multiple`: the mocks are handed over by name. */
  attribute_name: string | null = null;
  readonly additional_patchers: Patch[] = [];
  readonly #getter: () => Dynamic;
  readonly #options: PatchOptions;
  #undo: (() => void) | null = null;

  constructor(getter: () => Dynamic, attribute: string, options: PatchOptions) {
    const { new: given = DEFAULT } = options;
    const { new_callable = null, autospec = null } = options;
    if (new_callable !== null && given !== DEFAULT)
      throw new ValueError("Cannot use 'new' and 'new_callable' together");
    if (new_callable !== null && autospec !== null)
      throw new ValueError("Cannot use 'autospec' and 'new_callable' together");
    this.#getter = getter;
    this.attribute = attribute;
    this.new = given;
    this.#options = options;
  }

  copy(): Patch {
    const made = new Patch(this.#getter, this.attribute, this.#options);
    made.attribute_name = this.attribute_name;
    made.additional_patchers.push(...this.additional_patchers.map((each) => each.copy()));
    return made;
  }

  /** What stands in for the attribute; a dict by name for `patch.multiple`. */
  __enter__(): Dynamic {
    const target: Dynamic = module_behind(this.#getter());
    const [original, is_local] = this.#original(target);
    const value: Dynamic = this.#value(target, original);
    set(target, this.attribute, this.#face(target, original, value));
    const inner: Patch[] = [];
    this.#undo = () => {
      for (const each of inner.reverse()) each.__exit__();
      this.#restore(target, original, is_local);
    };
    if (this.attribute_name === null) return value;
    const given = new Dict<string, Dynamic>();
    if (this.new === DEFAULT) given.set(this.attribute_name, value);
    for (const each of this.additional_patchers) {
      const more: Dynamic = each.__enter__();
      inner.push(each);
      if (each.new === DEFAULT) for (const [name, mock] of more.items()) given.set(name, mock);
    }
    return given;
  }

  __exit__(..._exception: readonly Dynamic[]): boolean {
    const undo = this.#undo;
    this.#undo = null;
    if (undo === null) throw new RuntimeError("stop called on unstarted patcher");
    undo();
    return false;
  }

  /** In force until `stop`. */
  start(): Dynamic {
    const value: Dynamic = this.__enter__();
    active.push(this);
    return value;
  }

  stop(): Dynamic {
    const at = active.indexOf(this);
    if (at < 0) return null;
    active.splice(at, 1);
    return this.__exit__(null, null, null);
  }

  __call__(target: Dynamic): Dynamic {
    if (typeof target !== "function" || !is_class(target)) return decorated(target, this);
    for (const name of dir(target)) {
      if (!name.startsWith(patch_prefix.TEST_PREFIX)) continue;
      const method: Dynamic = getattr(target, name);
      if (callable(method)) setattr(target, name, decorated(method, this.copy()));
    }
    return target;
  }

  #original(target: Dynamic): readonly [Dynamic, boolean] {
    const name = this.attribute;
    const value: Dynamic = get(target, name);
    if (value === DEFAULT && !truth(this.#options.create ?? false))
      throw new AttributeError(`${text_of(target)} does not have the attribute ${repr(name)}`);
    return [value, is_own(target, name)];
  }

  /** What an autospec of a method stands for in the class is a function: it gets the object. */
  #face(target: Dynamic, original: Dynamic, value: Dynamic): Dynamic {
    const is_spec = truth(this.#options.autospec ?? false);
    const is_method = typeof target === "function" && is_class(target);
    if (!is_spec || !is_method || typeof original !== "function" || is_class(original))
      return value;
    const kind = callable_kind(original);
    return kind === "coroutine_function"
      ? async (...values: readonly Dynamic[]) => await value.__call__(...values)
      : (...values: readonly Dynamic[]) => value.__call__(...values);
  }

  #restore(target: Dynamic, original: Dynamic, is_local: boolean): void {
    if (is_local && original !== DEFAULT) return set(target, this.attribute, original);
    if (target instanceof ProgramModule) return target.remove(this.attribute);
    delattr(target, this.attribute);
    if (original !== DEFAULT && !hasattr(target, this.attribute))
      setattr(target, this.attribute, original);
  }

  #value(target: Dynamic, original: Dynamic): Dynamic {
    const {
      spec,
      spec_set,
      autospec,
      new_callable,
      create: _create,
      unsafe,
      new: given,
      ...rest
    } = this.#options;
    const options = unsafe === undefined ? rest : { ...rest, unsafe };
    const own = autospec === false ? null : (autospec ?? null);
    if (own !== null) {
      if (original === DEFAULT) throw new TypeError("Can't use 'autospec' with create=True");
      const like: Dynamic = own === true ? original : own;
      return create_autospec(like, truth(spec_set ?? false), false, {
        _name: this.attribute,
        ...options,
      });
    }
    if (this.new === DEFAULT)
      return made(this.attribute, original, { spec, spec_set, new_callable, options });
    if (Object.keys(rest).length > 0)
      throw new TypeError("Can't pass kwargs to a mock we aren't creating");
    void [target, given];
    return this.new;
  }
}

export const patch_prefix: { TEST_PREFIX: string } = { TEST_PREFIX: "test" };

interface Wanted {
  readonly spec: Dynamic;
  readonly spec_set: Dynamic;
  readonly new_callable: Dynamic;
  readonly options: Readonly<Record<string, Dynamic>>;
}

/** A new mock for the attribute, of the kind that fits. */
function made(
  name: string,
  original: Dynamic,
  { spec, spec_set, new_callable, options }: Wanted,
): Dynamic {
  let [by_spec, by_set]: [Dynamic, Dynamic] = [spec || null, spec_set || null];
  if (by_spec === true) by_spec = original;
  if (by_set === true) {
    by_set = by_spec ?? original;
    by_spec = null;
  }
  const like: Dynamic = by_set ?? by_spec;
  if (like !== null && original === DEFAULT)
    throw new TypeError("Can't use 'spec' with create=True");
  const type: Dynamic = new_callable ?? kind_for(like, original);
  const keywords: Record<string, Dynamic> = {};
  if (by_spec !== null) keywords["spec"] = by_spec;
  if (by_set !== null) keywords["spec_set"] = by_set;
  if (is_mock_class(type)) keywords["name"] = name;
  const mock: Dynamic = call_with(type, [], { ...keywords, ...options });
  if (like === null || typeof original !== "function" || !is_class(original)) return mock;
  const { name: _name, ...inner } = { ...keywords, ...options };
  const is_instance_callable = typeof like === "function" && "__call__" in (like.prototype ?? {});
  const instance_type: Dynamic =
    is_instance_callable || is_names(like) ? type : NonCallableMagicMock;
  mock.return_value = call_with(instance_type, [], {
    ...inner,
    _new_parent: mock,
    _new_name: "()",
  });
  return mock;
}

function kind_for(like: Dynamic, original: Dynamic): Dynamic {
  if (is_async_object(like ?? original)) return AsyncMock;
  if (like === null) return MagicMock;
  const is_callable = is_names(like) ? like.includes("__call__") : callable(like);
  return is_callable ? MagicMock : NonCallableMagicMock;
}

function is_mock_class(type: Dynamic): boolean {
  return (
    typeof type === "function" &&
    (type === NonCallableMock || type.prototype instanceof NonCallableMock)
  );
}

/** A module as a value is what its names can be replaced in. */
function module_behind(target: Dynamic): Dynamic {
  const library = replaceable_module(target);
  if (library !== null) return library;
  if (Object.prototype.toString.call(target) !== "[object Module]") return target;
  const name: unknown = target.__name__;
  return (typeof name === "string" ? module_named(name) : null) ?? target;
}

/** The value of an attribute, a class's function as it stands there; DEFAULT where there is none. */
function get(target: Dynamic, name: string): Dynamic {
  if (target instanceof ProgramModule) return target.value(name) ?? DEFAULT;
  return getattr(target, name, DEFAULT);
}

function set(target: Dynamic, name: string, value: Dynamic): void {
  if (target instanceof ProgramModule) target.set(name, value);
  else setattr(target, name, value);
}

/** Whether the attribute is the target's own, and not one of its class or a base. */
function is_own(target: Dynamic, name: string): boolean {
  if (target instanceof ProgramModule) return true;
  if (Object.prototype.toString.call(target) === "[object Module]") return true;
  if (typeof target !== "function") return Object.hasOwn(target, name);
  return Object.hasOwn(target, name) || Object.hasOwn(target.prototype ?? {}, name);
}
