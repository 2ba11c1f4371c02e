// What the analysis keeps of an enumeration.
import type * as ast from "../../../grammar/ast/index.ts";
import {
  type DataType,
  enum_body,
  type EnumBase,
  type EnumBody,
} from "../../facts/enumerations.ts";
import { Cell } from "../types/cell.ts";

/** A class below `enum.Enum`. */
export class EnumRecord implements EnumBody {
  readonly base: EnumBase;
  readonly data_type: DataType | null;
  readonly members: EnumBody["members"];
  readonly dropped: EnumBody["dropped"];
  /** What `value` of a member is. */
  readonly value: Cell = new Cell();
  is_iterated = false;

  constructor(node: ast.ClassDef, base: EnumBase, data_type: EnumRecord["data_type"]) {
    const { members, dropped } = enum_body(node);
    this.base = base;
    this.data_type = data_type;
    this.members = members;
    this.dropped = dropped;
  }
}
