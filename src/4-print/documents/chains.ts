// `a.b().c().d()`: on one line, or a line for each call.
import type * as target from "../../target/nodes.ts";
import { is_identifier_name, string_literal } from "../literals.ts";
import {
  BREAK_PARENT,
  choice,
  concat,
  group,
  HARDLINE,
  indent,
  join,
  SOFTLINE,
  will_break,
  type Doc,
} from "./doc.ts";
import {
  below,
  is_function,
  is_member,
  not_laid_out,
  type Around,
  type Documents,
} from "./documents.ts";
import { is_simple } from "./simple.ts";

interface Noded {
  readonly node: target.Expression;
}

interface Link extends Noded {
  readonly doc: Doc;
}

/** `behind_callee`: type arguments and arguments of a call. */
export function chain(
  node: target.Call,
  around: Around,
  to: Documents,
  behind_callee: (node: target.Call, around: Around, to: Documents) => Doc,
): Doc {
  const links = links_of(node, around, to, behind_callee);
  const groups = grouped(links);
  const first = groups[0] ?? [];
  const is_merged =
    groups.length >= 2 && stays_beside(groups, around.kind === "ExpressionStatement");
  const docs = groups.map((group_) => concat(group_.map(({ doc }) => doc)));
  const one_line = concat(docs);
  if (groups.length <= (is_merged ? 3 : 2))
    return is_curried(node, around) ? one_line : group(one_line);
  const rest = docs.slice(is_merged ? 2 : 1);
  const expanded = concat([
    concat(first.map(({ doc }) => doc)),
    is_merged ? (docs[1] ?? "") : "",
    rest.length === 0 ? "" : indent(concat([HARDLINE, join(HARDLINE, rest)])),
  ]);
  const calls = links.flatMap((link) => (link.node.kind === "Call" ? [link.node] : []));
  const is_long =
    calls.length > 2 && calls.some((each) => each.arguments.some((given) => !is_simple(given)));
  const last = groups.at(-1)?.at(-1)?.node;
  const ends_broken =
    last?.kind === "Call" &&
    will_break(docs.at(-1) ?? "") &&
    calls.slice(0, -1).some((each) => each.arguments.some(is_function));
  if (is_long || docs.slice(0, -1).some(will_break) || ends_broken)
    return concat([group(expanded)], true);
  return concat([will_break(one_line) ? BREAK_PARENT : "", choice([one_line, expanded])], true);
}

/** Whether it is long enough for a line for each call. */
export function is_long_chain(node: target.Call): boolean {
  if (!is_member(node.callee)) return false;
  const links: { readonly node: target.Expression }[] = [{ node }];
  let at: target.Expression = node.callee;
  for (;;) {
    links.push({ node: at });
    if (at.kind === "Call" && (is_member(at.callee) || at.callee.kind === "Call")) at = at.callee;
    else if (is_member(at)) at = at.object;
    else if (at.kind === "NonNull") at = at.value;
    else break;
  }
  const groups = grouped(links.toReversed());
  return groups.length > (groups.length >= 2 && stays_beside(groups, false) ? 3 : 2);
}

/** From the innermost object to the call itself. */
function links_of(
  whole: target.Call,
  around: Around,
  to: Documents,
  behind_callee: (node: target.Call, around: Around, to: Documents) => Doc,
): readonly Link[] {
  const links: Link[] = [{ node: whole, doc: behind_callee(whole, around, to) }];
  let node = whole.callee;
  let outer = below(whole, "callee", around);
  for (;;) {
    if (node.kind === "Call" && node.optional === true) return not_laid_out();
    if (node.kind === "Call" && (is_member(node.callee) || node.callee.kind === "Call")) {
      links.push({ node, doc: behind_callee(node, outer, to) });
      [node, outer] = [node.callee, below(node, "callee", outer)];
    } else if (is_member(node)) {
      links.push({ node, doc: access(node, outer, to) });
      [node, outer] = [node.object, below(node, "object", outer)];
    } else if (node.kind === "NonNull") {
      links.push({ node, doc: "!" });
      [node, outer] = [node.value, below(node, "expression", outer)];
    } else {
      links.push({ node, doc: to.expression(node, outer) });
      return links.toReversed();
    }
  }
}

/** `.name`, `[index]` */
export function access(node: target.Member | target.Index, around: Around, to: Documents): Doc {
  const mark = node.optional === true ? "?." : "";
  if (node.kind === "Member") {
    const { property } = node;
    if (is_identifier_name(property)) return `${mark === "" ? "." : mark}${property}`;
    return in_brackets(mark, string_literal(property));
  }
  const index = to.expression(node.index, below(node, "property", around));
  if (node.index.kind === "NumberLiteral") return concat([mark, "[", index, "]"]);
  return in_brackets(mark, index);
}

function in_brackets(mark: string, index: Doc): Doc {
  return group(concat([mark, "[", indent(concat([SOFTLINE, index])), SOFTLINE, "]"]));
}

/** What stands on the first line, then each `.name` with its calls. */
function grouped<L extends Noded>(links: readonly L[]): readonly (readonly L[])[] {
  const [first, ...others] = links;
  if (first === undefined) return [];
  const head = [first];
  let at = 0;
  const node_at = (index: number): target.Expression | undefined => others[index]?.node;
  for (; at < others.length; at++) {
    const link = others[at];
    if (link === undefined || !stays_with_head(link.node)) break;
    head.push(link);
  }
  if (first.node.kind !== "Call") {
    for (; at + 1 < others.length; at++) {
      const [node, next, link] = [node_at(at), node_at(at + 1), others[at]];
      if (!node || !next || !link || !is_member(node) || !is_member(next)) break;
      head.push(link);
    }
  }
  const groups: L[][] = [head];
  let own: L[] = [];
  let has_call = false;
  for (const link of others.slice(at)) {
    const { node } = link;
    if (has_call && is_member(node)) {
      if (node.kind === "Index" && node.index.kind === "NumberLiteral") {
        own.push(link);
        continue;
      }
      groups.push(own);
      own = [];
      has_call = false;
    }
    if (node.kind === "Call") has_call = true;
    own.push(link);
  }
  if (own.length > 0) groups.push(own);
  return groups;
}

function stays_with_head(node: target.Expression): boolean {
  return (
    node.kind === "NonNull" ||
    node.kind === "Call" ||
    (node.kind === "Index" && node.index.kind === "NumberLiteral")
  );
}

/** Short or capitalised names keep the first call beside them. */
function stays_beside(groups: readonly (readonly Noded[])[], is_statement: boolean): boolean {
  const [head = [], next = []] = groups;
  const is_computed = next[0]?.node.kind === "Index";
  const last = head.at(-1)?.node;
  if (last === undefined) return false;
  if (head.length === 1) {
    if (last.kind === "This") return true;
    if (last.kind !== "Identifier") return false;
    return is_factory(last.name) || (is_statement && last.name.length <= TAB) || is_computed;
  }
  if (last.kind === "Member")
    return is_identifier_name(last.property) && (is_factory(last.property) || is_computed);
  if (last.kind === "Index" && last.index.kind === "Identifier")
    return is_factory(last.index.name) || is_computed;
  return false;
}

function is_factory(name: string): boolean {
  return /^[A-Z]|^[$_]+$/.test(name);
}

const TAB = 2;

/** `f(a, b)(c)` */
export function is_curried(node: target.Call | target.New, { key, parent }: Around): boolean {
  return (
    key === "callee" &&
    node.kind === "Call" &&
    parent?.kind === "Call" &&
    parent.arguments.length > 0 &&
    node.arguments.length > parent.arguments.length
  );
}
