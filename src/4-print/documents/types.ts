// Types as documents.
import type * as target from "../../target/nodes.ts";
import { stands_with_comments } from "../layout/plain-types.ts";
import { property_name, string_literal } from "../literals.ts";
import {
  concat,
  group,
  if_break,
  indent,
  join,
  LINE,
  SOFTLINE,
  TRAILING_COMMA,
  type Doc,
} from "./doc.ts";
import { not_laid_out, type Documents, type TypePlace } from "./documents.ts";

export function type_document(node: target.Type, to: Documents, place: TypePlace = "plain"): Doc {
  switch (node.kind) {
    case "TypeName":
      return concat([node.name, type_arguments(node.arguments, to)]);
    case "ArrayType": {
      const readonly = node.readonly ? "readonly " : "";
      return concat([readonly, element(node.element, to), "[]"]);
    }
    case "TupleType": {
      const readonly = node.readonly ? "readonly " : "";
      if (node.elements.length === 0) return `${readonly}[]`;
      if (node.elements.some(({ rest }) => rest)) return not_laid_out();
      const own = node.elements.length > 1 ? "element" : "argument";
      const items = node.elements.map(({ type }) => group(to.type(type, own)));
      const listed = join(concat([",", LINE]), items);
      return concat([
        readonly,
        group(concat(["[", indent(concat([SOFTLINE, listed, TRAILING_COMMA])), SOFTLINE, "]"])),
      ]);
    }
    case "UnionType":
      return union(node, to, place);
    case "IntersectionType":
      return intersection(node, to);
    case "FunctionType":
      return group(
        concat([
          to.parameters({ ...node, async: false, generator: false }),
          " => ",
          to.type(node.returns),
        ]),
      );
    case "ObjectType":
      return object_type(node, place === "only", to);
    case "LiteralType":
      if (typeof node.value === "string") return string_literal(node.value);
      if (typeof node.value === "number" && !Number.isSafeInteger(node.value))
        return not_laid_out();
      return String(node.value);
    case "TypeofType":
      return `typeof ${node.name}`;
    case "IndexedType":
    case "PredicateType":
      return not_laid_out();
  }
}

function element(node: target.Type, to: Documents): Doc {
  switch (node.kind) {
    case "TypeName":
      return to.type(node);
    case "ArrayType":
    case "TupleType":
      return node.readonly ? concat(["(", to.type(node), ")"]) : to.type(node);
    case "UnionType":
      return concat([
        "(",
        group(concat([indent(concat([SOFTLINE, to.type(node, "joined")])), SOFTLINE])),
        ")",
      ]);
    case "FunctionType":
      return concat(["(", to.type(node), ")"]);
    default:
      return not_laid_out();
  }
}

function type_arguments(args: readonly target.Type[], to: Documents): Doc {
  const [first] = args;
  if (first === undefined) return "";
  const docs = args.map((each) => to.type(each, "argument"));
  if (args.length === 1 && is_hugged(first)) return concat(["<", ...docs, ">"]);
  return group(
    concat(["<", indent(concat([SOFTLINE, join(concat([",", LINE]), docs)])), SOFTLINE, ">"]),
  );
}

/** One such argument stands beside its brackets. */
function is_hugged(node: target.Type): boolean {
  switch (node.kind) {
    case "TypeName":
      return node.arguments.length === 0;
    case "LiteralType":
    case "ObjectType":
      return true;
    case "UnionType":
      return is_hugged_union(node);
    default:
      return false;
  }
}

/** `T | null` */
function is_hugged_union({ members }: target.UnionType): boolean {
  const named = members.find(
    (each) => each.kind === "ObjectType" || (each.kind === "TypeName" && !KEYWORDS.has(each.name)),
  );
  return named !== undefined && members.every((each) => each === named || is_nothing(each));
}

function is_nothing(node: target.Type): boolean {
  if (node.kind === "LiteralType") return node.value === null;
  return node.kind === "TypeName" && (node.name === "void" || node.name === "null");
}

const KEYWORDS: ReadonlySet<string> = new Set([
  "any",
  "unknown",
  "never",
  "void",
  "null",
  "undefined",
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "object",
]);

function union(node: target.UnionType, to: Documents, place: TypePlace): Doc {
  const { members } = node;
  if (members.some(({ kind }) => kind === "UnionType" || kind === "IntersectionType"))
    return not_laid_out();
  const docs = members.map((each) =>
    each.kind === "FunctionType" ? concat(["(", to.type(each), ")"]) : to.type(each, "joined"),
  );
  if (is_hugged_union(node)) return join(" | ", docs);
  const made = group(
    concat(
      docs.map((each, index) =>
        concat([index === 0 ? if_break("| ") : concat([LINE, "| "]), indent(each)]),
      ),
    ),
  );
  switch (place) {
    case "plain":
    case "only":
      return group(indent(concat([SOFTLINE, made])));
    case "element":
      return group(
        concat([
          indent(concat([if_break(concat(["(", SOFTLINE])), made])),
          SOFTLINE,
          if_break(")"),
        ]),
      );
    default:
      return made;
  }
}

/** `{ a: A } & Record<string, B>` */
function intersection({ members }: target.IntersectionType, to: Documents): Doc {
  let is_indented = false;
  const docs = members.map((each, index) => {
    if (["UnionType", "FunctionType", "IntersectionType"].includes(each.kind))
      return not_laid_out();
    const made = to.type(each, "joined");
    const before = members[index - 1];
    if (before === undefined) return made;
    const objects = Number(each.kind === "ObjectType") + Number(before.kind === "ObjectType");
    if (objects === 2) return concat([" & ", is_indented ? indent(made) : made]);
    if (objects === 0) return indent(concat([" &", LINE, made]));
    if (index > 1) is_indented = true;
    return concat([" & ", index > 1 ? indent(made) : made]);
  });
  return group(concat(docs));
}

function object_type({ members }: target.ObjectType, is_only: boolean, to: Documents): Doc {
  if (members.length === 0 || members.some(stands_with_comments)) return not_laid_out();
  const docs = members.map(({ name, optional, readonly, type }) =>
    group(
      concat([
        readonly ? "readonly " : "",
        property_name(name),
        optional ? "?: " : ": ",
        to.type(type),
      ]),
    ),
  );
  const listed = join(concat([";", LINE]), docs);
  const made = concat(["{", indent(concat([LINE, listed])), if_break(";"), LINE, "}"]);
  return is_only ? made : group(made);
}
