// What a dataclass has from the dataclasses above it.
import type { DataclassField } from "../../facts/dataclasses.ts";

export interface Inherited {
  readonly fields: readonly DataclassField[];
  readonly has_post_init: boolean;
  /** Its `__init__` is the one that `@dataclass` writes. */
  readonly has_generated_init: boolean;
}
