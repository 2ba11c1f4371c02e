// sys.version_info: five items with names.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";

export class VersionInfo extends Tuple<Dynamic> {
  static override readonly __name__: string = "version_info";
  static override readonly __module__: string = "sys";

  get major(): number {
    return this[0];
  }

  get minor(): number {
    return this[1];
  }

  get micro(): number {
    return this[2];
  }

  get releaselevel(): string {
    return this[3];
  }

  get serial(): number {
    return this[4];
  }

  __repr__(): string {
    const names = ["major", "minor", "micro", "releaselevel", "serial"];
    return `sys.version_info(${names.map((name, at) => `${name}=${repr(this[at])}`).join(", ")})`;
  }
}
