// KeyError: its text is the repr of the key, so that an empty or a blank key can be seen.
import { repr } from "../representation.ts";
import { LookupError } from "./hierarchy.ts";

export class KeyError extends LookupError {
  static override readonly __name__: string = "KeyError";
  static override readonly __module__: string = "builtins";

  override __str__(): string {
    return this.args.length === 1 ? repr(this.args[0]) : super.__str__();
  }
}
