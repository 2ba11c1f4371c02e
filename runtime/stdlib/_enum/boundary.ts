// FlagBoundary: what flags do with bits that no member has.
import { enumeration } from "./enumeration.ts";
import { StrEnum } from "./repr-enum.ts";

export class FlagBoundary extends StrEnum {
  static override readonly __module__: string = "enum";
  static readonly STRICT = new FlagBoundary("strict");
  static readonly CONFORM = new FlagBoundary("conform");
  static readonly EJECT = new FlagBoundary("eject");
  static readonly KEEP = new FlagBoundary("keep");

  static {
    enumeration(this);
  }
}
