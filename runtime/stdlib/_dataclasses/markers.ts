// InitVar, KW_ONLY, MISSING: names that the bodies of dataclasses mention; the compiler reads them there.

/** `InitVar[int]`: a parameter of `__init__` that is no field. */
export class InitVar {
  static readonly __module__: string = "dataclasses";
  readonly type: unknown;

  constructor(type: unknown) {
    this.type = type;
  }

  static __class_getitem__(type: unknown): InitVar {
    return new InitVar(type);
  }
}

class Sentinel {
  static readonly __module__: string = "dataclasses";
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  __repr__(): string {
    return `<dataclasses.${this.#name} object>`;
  }
}

/** Behind `_: KW_ONLY` fields are given by keyword. */
export const KW_ONLY = new Sentinel("_KW_ONLY_TYPE");

/** There is no default. */
export const MISSING = new Sentinel("_MISSING_TYPE");
