// What the second reading finds: kinds and spans, as much of a tree as messages need.

/** A piece of text that a rule or a token matched. */
export interface Found {
  /** An expression's node name in CPython's `ast`, or what the rule says; empty when nobody asks. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The index of its first token. */
  readonly first: number;
  /** What was matched inside, tokens left out. */
  readonly parts: readonly Found[];
}

export type Value = Found | readonly Value[] | null;

/** The pieces of a value in one row. */
export function pieces(value: Value | undefined): readonly Found[] {
  if (value === null || value === undefined) return [];
  return is_list(value) ? value.flatMap(pieces) : [value];
}

function is_list(value: Found | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

const names: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
  None: "None",
  True: "True",
  False: "False",
  Ellipsis: "ellipsis",
};

/** What CPython calls an expression in its messages. */
export function expression_name({ kind }: Found): string {
  return names[kind] ?? "literal";
}

export type TargetsOf = "assign" | "for" | "del";

/** The innermost part of would-be targets that can't be one; null when all of them can. */
export function invalid_target(found: Found, owner: TargetsOf): Found | null {
  const { kind, parts } = found;
  const [first] = parts;
  switch (kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "List":
    case "Tuple":
      for (const part of parts) {
        const invalid = invalid_target(part, owner);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      return owner === "del" || first === undefined ? found : invalid_target(first, owner);
    case "Compare":
      // `a in b` of `for a in b` reads as a comparison
      if (owner !== "for") return found;
      return parts[1]?.kind === "In" && first !== undefined ? invalid_target(first, owner) : null;
    default:
      return found;
  }
}
