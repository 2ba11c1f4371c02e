// What every printing room is handed, so that recursion needs no imports between siblings.
import type * as target from "../target/nodes.ts";
import type { Place, Writer } from "./writer.ts";

export interface Printer {
  readonly out: Writer;
  /** TypeScript; without it plain JavaScript: no annotations, casts or type declarations. */
  readonly types: boolean;
  /** Prints in parentheses when the expression binds weaker than `minimum` (see `precedence.ts`). */
  expression(node: target.Expression, minimum?: number): void;
  /** As `expression`, where the text may not begin with `{`, `function`, `class` or `let [`. */
  at_start(node: target.Expression, minimum?: number): void;
  target(node: target.Target): void;
  statement(node: target.Statement): void;
  block(node: target.Block): void;
  /** What is behind the `{` of a block, or its `{}`. */
  opened(node: target.Block): void;
  /** A block behind what was written since `since`, which prettier would leave as it is where `is_plain`. */
  headed_block(
    node: target.Block,
    since: Place,
    is_plain: boolean,
    kind?: "head" | "else" | "member head",
  ): void;
  type(node: target.Type, minimum?: number): void;
  /** `<T>(a: A): R`, everything between a function's name and its body. */
  signature(parts: target.FunctionParts): void;
  /** ` extends Base implements I { … }`, everything behind a class's name. */
  class_body(parts: target.ClassParts, since: Place): void;
}
