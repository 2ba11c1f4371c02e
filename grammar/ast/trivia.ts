// Comments and blank lines: what the tree does not say but a reader wants kept.
import type { Node, Span } from "./node.ts";

export interface Comment extends Span {
  /** As written, with its `#`. */
  readonly text: string;
  /** True when nothing but white space stands before it on its line. */
  readonly own_line: boolean;
  /** Blank lines between this comment and the line of code or comment before it. */
  readonly blank_lines_before: number;
}

/**
 * Every comment of a file is attached to exactly one node, in exactly one of the three tables.
 * - leading: on lines of its own before the node (statements, `else`-less clauses, elements of brackets), or behind
 *   the opening bracket of the node or the colon of the clause whose suite the node begins;
 * - trailing: behind the node on its last line (of nested statements that end there, the innermost);
 * - dangling: inside the node with nothing to lead or trail (empty brackets, the end of a suite,
 *   a file of comments only: then the node is the Module). In source order.
 *
 * On a compound statement, a handler or a case, dangling comments stand, told apart by their places: between the
 * decorators and the `def` or `class` (left of `start`), in brackets of the header that hold nothing else (above the
 * body), or at the end of a suite (then deeper than the statement; behind the last statement of that suite). Behind the
 * colon of a header they lead the first statement, `own_line` false. `elif` is an If of its own. A comment before
 * `else:` or `finally:` leads the first statement of that suite.
 *
 * Inside brackets a comment trails the element before it on its line, else leads the next one; behind the last element it
 * trails that one with `own_line` true. Brackets that only group make no difference: the comment belongs to the outermost
 * expression that ends (or begins) there. Behind a parameter's default it belongs to the parameter. Between adjacent
 * string literals it dangles in their Constant; between the parts of an f-string it trails or leads one.
 */
export interface Trivia {
  readonly leading: ReadonlyMap<Node, readonly Comment[]>;
  readonly trailing: ReadonlyMap<Node, readonly Comment[]>;
  readonly dangling: ReadonlyMap<Node, readonly Comment[]>;
  /** Blank lines directly before a statement (or before its first leading comment). Absent: none. */
  readonly blank_lines: ReadonlyMap<Node, number>;
}
