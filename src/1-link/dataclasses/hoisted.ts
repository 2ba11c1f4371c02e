// Statements that stand before a dataclass: values that its body would evaluate in another place or too often.
import type * as ast from "../../../grammar/ast/index.ts";
import { no_arguments } from "../no-arguments.ts";

export class Hoisted {
  readonly statements: ast.Statement[] = [];
  private readonly class_name: string;

  constructor(class_name: string) {
    this.class_name = class_name;
  }

  /** `_Point_x = value`, and the name that stands for it. */
  value(field: string, value: ast.Expression): ast.Name {
    return this.keep(field, value);
  }

  /** `_Point_x = lambda: value`, and its call. */
  fresh(field: string, value: ast.Expression): ast.Call {
    const { start, end } = value;
    const args = no_arguments({ start, end: start });
    const func = this.keep(field, { tag: "Lambda", start, end, args, body: value });
    return { tag: "Call", start, end, func, args: [], keywords: [] };
  }

  private keep(field: string, value: ast.Expression): ast.Name {
    const { start, end } = value;
    const id = `_${this.class_name}_${field}`;
    const target: ast.Name = { tag: "Name", start, end, id, ctx: "Store" };
    this.statements.push({ tag: "Assign", start, end, targets: [target], value });
    return { tag: "Name", start, end, id, ctx: "Load" };
  }
}
