// A text that may be broken in several ways, after Wadler and prettier: groups stand on one line where there is room.

export type Doc = string | Node;

export type Node = Concat | Group | Indent | Line | IfBreak | IndentIfBreak | BreakParent | Fill;

interface Common {
  /** Holds what breaks however much room there is. */
  readonly will_break: boolean;
  /** The same, as far as the groups around it must know: the states of a choice keep it to themselves. */
  readonly breaks: boolean;
}

export interface Concat extends Common {
  readonly kind: "concat";
  readonly parts: readonly Doc[];
  /** A chain of method calls, as prettier's layout of assignments sees it. */
  readonly is_chain: boolean;
}
/** What others ask a group by: whether it is broken. */
export interface GroupId {
  readonly of: string;
}
/** `states`: the ways to lay it out, from the narrowest choice of line ends to the widest; `contents` is the first. */
export interface Group extends Common {
  readonly kind: "group";
  readonly contents: Doc;
  readonly is_broken: boolean;
  readonly states: readonly Doc[] | null;
  readonly id: GroupId | null;
}
export interface Indent extends Common {
  readonly kind: "indent";
  readonly contents: Doc;
}
export interface Line extends Common {
  readonly kind: "line";
  readonly form: "line" | "soft" | "hard";
}
/** `of`: the group that is asked; without it, the one around. */
export interface IfBreak extends Common {
  readonly kind: "if break";
  readonly broken: Doc;
  readonly flat: Doc;
  readonly of: GroupId | null;
}
export interface IndentIfBreak extends Common {
  readonly kind: "indent if break";
  readonly contents: Doc;
  readonly of: GroupId;
}
export interface BreakParent extends Common {
  readonly kind: "break parent";
}
/** Items and what parts them in turn: as many on a line as there is room for. */
export interface Fill extends Common {
  readonly kind: "fill";
  readonly parts: readonly Doc[];
}

export function concat(parts: readonly Doc[], is_chain = false): Concat {
  return {
    kind: "concat",
    parts,
    is_chain,
    will_break: parts.some(will_break),
    breaks: parts.some(breaks),
  };
}

export function group(contents: Doc, is_broken = false, id: GroupId | null = null): Group {
  const is_open = is_broken || breaks(contents);
  return {
    kind: "group",
    contents,
    is_broken: is_open,
    states: null,
    id,
    will_break: is_open || will_break(contents),
    breaks: is_open,
  };
}

/** The first of the states that fits; the last where none does. */
export function choice(states: readonly [Doc, ...Doc[]]): Group {
  const [contents] = states;
  return {
    kind: "group",
    contents,
    is_broken: false,
    states,
    id: null,
    will_break: will_break(contents),
    breaks: false,
  };
}

export function indent(contents: Doc): Indent {
  return {
    kind: "indent",
    contents,
    will_break: will_break(contents),
    breaks: breaks(contents),
  };
}

export function if_break(broken: Doc, flat: Doc = "", of: GroupId | null = null): IfBreak {
  return {
    kind: "if break",
    broken,
    flat,
    of,
    will_break: will_break(broken) || will_break(flat),
    breaks: breaks(broken) || breaks(flat),
  };
}

export function indent_if_break(contents: Doc, of: GroupId): IndentIfBreak {
  return {
    kind: "indent if break",
    contents,
    of,
    will_break: will_break(contents),
    breaks: breaks(contents),
  };
}

export function fill(parts: readonly Doc[]): Fill {
  return { kind: "fill", parts, will_break: false, breaks: false };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return concat(docs.flatMap((each, index) => (index === 0 ? [each] : [separator, each])));
}

export const LINE: Line = { kind: "line", form: "line", will_break: false, breaks: false };
export const SOFTLINE: Line = { kind: "line", form: "soft", will_break: false, breaks: false };
export const HARDLINE: Line = { kind: "line", form: "hard", will_break: true, breaks: true };
export const BREAK_PARENT: BreakParent = { kind: "break parent", will_break: true, breaks: true };

/** Behind the last item of a list that stands on several lines. */
export const TRAILING_COMMA: IfBreak = if_break(",");

export function will_break(doc: Doc): boolean {
  return typeof doc !== "string" && doc.will_break;
}

function breaks(doc: Doc): boolean {
  return typeof doc !== "string" && doc.breaks;
}

export function is_chain(doc: Doc): boolean {
  return typeof doc !== "string" && doc.kind === "concat" && doc.is_chain;
}

/** Whether a line may end in it. */
export function can_break(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  switch (doc.kind) {
    case "line":
      return true;
    case "concat":
    case "fill":
      return doc.parts.some(can_break);
    case "if break":
      return can_break(doc.broken) || can_break(doc.flat);
    case "break parent":
      return false;
    default:
      return can_break(doc.contents);
  }
}

/** The same on one line. */
export function without_lines(doc: Doc): Doc {
  if (typeof doc === "string") return doc;
  switch (doc.kind) {
    case "line":
      return doc.form === "hard" ? doc : doc.form === "soft" ? "" : " ";
    case "if break":
      return without_lines(doc.flat);
    case "concat":
      return concat(doc.parts.map(without_lines), doc.is_chain);
    case "fill":
      return fill(doc.parts.map(without_lines));
    case "group":
      return group(without_lines(doc.contents), doc.is_broken, doc.id);
    case "indent":
      return indent(without_lines(doc.contents));
    case "indent if break":
      return without_lines(doc.contents);
    case "break parent":
      return doc;
  }
}
