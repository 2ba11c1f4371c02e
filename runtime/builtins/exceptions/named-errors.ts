// Exceptions that know the name which could not be found: attribute, variable, module.
import type { Dynamic } from "../dynamic.ts";
import { text_of } from "../representation.ts";
import { Exception } from "./hierarchy.ts";
import { split_keywords } from "./keyword-options.ts";

/** Keyword-only: `name`, `obj`. */
export class AttributeError extends Exception {
  static override readonly __name__: string = "AttributeError";
  static override readonly __module__: string = "builtins";
  obj: Dynamic;

  constructor(...all: readonly Dynamic[]) {
    const { args, options } = split_keywords(all);
    super(...args);
    this.name = options["name"] ?? null;
    this.obj = options["obj"] ?? null;
  }
}

/** Keyword-only: `name`. */
export class NameError extends Exception {
  static override readonly __name__: string = "NameError";
  static override readonly __module__: string = "builtins";

  constructor(...all: readonly Dynamic[]) {
    const { args, options } = split_keywords(all);
    super(...args);
    this.name = options["name"] ?? null;
  }
}

export class UnboundLocalError extends NameError {
  static override readonly __name__: string = "UnboundLocalError";
  static override readonly __module__: string = "builtins";
}

/** Keyword-only: `name`, `path`, `name_from`. */
export class ImportError extends Exception {
  static override readonly __name__: string = "ImportError";
  static override readonly __module__: string = "builtins";
  msg: Dynamic;
  path: string | null;
  name_from: string | null;

  constructor(...all: readonly Dynamic[]) {
    const { args, options } = split_keywords(all);
    super(...args);
    this.msg = args.length === 1 ? args[0] : null;
    this.name = options["name"] ?? null;
    this.path = options["path"] ?? null;
    this.name_from = options["name_from"] ?? null;
  }

  override __str__(): string {
    return typeof this.msg === "string" ? text_of(this.msg) : super.__str__();
  }
}

export class ModuleNotFoundError extends ImportError {
  static override readonly __name__: string = "ModuleNotFoundError";
  static override readonly __module__: string = "builtins";
}
