// io.UnsupportedOperation: reading what is open for writing, and the like.
import { mro_of, OWN_JOINT, type Joint } from "../attributes/mro.ts";
import { link_to } from "../classes/links.ts";
import type { Dynamic } from "../dynamic.ts";
import { OSError, ValueError } from "../exceptions/index.ts";

/** `class UnsupportedOperation(OSError, ValueError)`. */
export class UnsupportedOperation extends OSError {
  static override readonly __name__: string = "UnsupportedOperation";
  static override readonly __module__: string = "io";

  static get [OWN_JOINT](): Joint {
    return { bases: [OSError, ValueError], order: [OSError, ...mro_of(ValueError)], keywords: {} };
  }

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    link_to(ValueError, UnsupportedOperation);
  }
}
