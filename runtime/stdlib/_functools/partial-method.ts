// functools.partialmethod: a method with some arguments of another one in place.
import { call } from "../../builtins/calls/call.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import { copy_signature } from "../../builtins/calls/signature.ts";
import { as_method } from "../../builtins/classes/method-forms.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { is_keywords } from "../../builtins/keywords.ts";

export class partialmethod {
  static readonly __name__: string = "partialmethod";
  static readonly __module__: string = "functools";
  readonly func: Dynamic;
  readonly args: readonly Dynamic[];
  readonly keywords: Readonly<Record<string, Dynamic>>;

  constructor(func: Dynamic, ...given: readonly Dynamic[]) {
    const last: Dynamic = given.at(-1);
    this.func = func;
    this.args = is_keywords(last) ? given.slice(0, -1) : given;
    this.keywords = is_keywords(last) ? last : {};
  }

  __get__(instance: Dynamic, _owner: Dynamic = null): Dynamic {
    const func = instance == null ? this.func : bound_to(instance, this.func);
    return (...more: readonly Dynamic[]): Dynamic => {
      const last: Dynamic = more.at(-1);
      const keywords = { ...this.keywords, ...(is_keywords(last) ? last : {}) };
      const args = [...this.args, ...(is_keywords(last) ? more.slice(0, -1) : more)];
      return Object.keys(keywords).length === 0
        ? call(func, ...args)
        : call_with(func, args, keywords);
    };
  }
}

function bound_to(instance: Dynamic, func: Dynamic): Dynamic {
  const method = as_method(func);
  const bound: Function = method.bind(instance);
  copy_signature(method, bound);
  return bound;
}
