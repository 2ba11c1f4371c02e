// What has been read of a dataclass, and what it has from the dataclasses above it.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Dataclass, DataclassField } from "../../facts/dataclasses.ts";

export interface Inherited {
  readonly fields: readonly DataclassField[];
  readonly has_post_init: boolean;
  /** Its `__init__` is the one that `@dataclass` writes. */
  readonly has_generated_init: boolean;
}

export interface Read {
  readonly dataclass: Dataclass;
  readonly inherited: Inherited | null;
  readonly decorator: ast.Expression;
  /** `@dataclass(init=False)`, or an `__init__` in the body. */
  readonly has_own_init: boolean;
}
