// Comments in the header of a compound statement: between decorators, in its brackets, behind its colon.
import type { ClassDef, FunctionDef } from "../ast/compound-statements.ts";
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";
import { parameters_of_defaults } from "./extents.ts";
import type { Between } from "./gap.ts";
import { is_in_suite } from "./suites.ts";
import type { Tables } from "./tables.ts";

interface Place {
  readonly owner: Node;
  readonly before: Node | null;
  readonly after: Node | null;
}

/** `between` has read up to the comment. */
export function place_in_header(
  { owner, before, after }: Place,
  comment: Comment,
  between: Between,
  tables: Tables,
): void {
  const is_below_decorator = is_decorator(owner, before);
  const is_beside = before !== null && !comment.own_line && !between.is_opened;
  if (is_below_decorator && comment.start < owner.start) {
    if (is_beside) tables.trail(before, comment);
    else if (is_decorator(owner, after) && after !== null) tables.lead(after, comment);
    else tables.dangle(owner, comment);
    return;
  }
  if (between.has_colon) return tables.lead_or_dangle(after, owner, comment);
  const last = is_below_decorator ? null : before;
  if (last !== null && is_beside && !is_behind_star(owner, between))
    return tables.trail(trailed(last, owner), comment);
  if (after !== null && is_next_part({ owner, before: last, after }, between))
    return tables.lead(after, comment);
  if (last === null || between.is_opened) tables.dangle(owner, comment);
  else tables.trail(trailed(last, owner), comment);
}

/** Comments behind a default value belong to the parameter. */
export function trailed(node: Node, owner: Node): Node {
  const { args } = owner as Partial<FunctionDef>;
  if (args === undefined || !has_parameters(owner) || node.tag === "arg") return node;
  return parameters_of_defaults(args).get(node) ?? node;
}

/** Behind `*,` or `*` in parameters, a comment speaks of what comes next. */
export function is_behind_star(owner: Node, between: Between): boolean {
  return between.has_star && has_parameters(owner);
}

function has_parameters(owner: Node): boolean {
  return owner.tag === "FunctionDef" || owner.tag === "AsyncFunctionDef" || owner.tag === "Lambda";
}

function is_decorator(owner: Node, node: Node | null): boolean {
  const { decorator_list } = owner as Partial<ClassDef>;
  return node !== null && (decorator_list as readonly Node[] | undefined)?.includes(node) === true;
}

/** Whether the bracket in which the comment stands is that of the part behind it. */
function is_next_part({ owner, before, after }: Place, between: Between): boolean {
  if (after === null || is_in_suite(after)) return false;
  const { returns, type_params } = owner as Partial<FunctionDef>;
  if (after === returns) return between.has_arrow;
  const parameters = type_params as readonly Node[] | undefined;
  const is_last_type = before !== null && before === parameters?.at(-1);
  return !is_last_type || between.is_opened;
}
