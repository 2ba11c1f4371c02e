// Which types prettier lays out as we print them, as long as their line has room.
import type * as target from "../../target/nodes.ts";

export function is_plain_type(node: target.Type): boolean {
  switch (node.kind) {
    case "TypeName":
      return node.arguments.every(is_plain_type);
    case "ArrayType":
      return node.element.kind !== "TypeofType" && is_plain_type(node.element);
    case "TupleType":
      return node.elements.every(({ type, rest }) => !rest && is_plain_type(type));
    case "UnionType":
    case "IntersectionType":
      return node.members.every((each) => each.kind !== "ObjectType" && is_plain_type(each));
    case "ObjectType":
      return node.members.length > 0 && node.members.every(is_plain_member);
    case "LiteralType":
      return typeof node.value !== "number" || Number.isSafeInteger(node.value);
    case "TypeofType":
      return true;
    case "IndexedType":
      return is_plain_type(node.object) && is_plain_type(node.index);
    case "PredicateType":
      return is_plain_type(node.type);
    case "FunctionType":
      return (
        node.parameters.every(({ default: value }) => value === null) &&
        is_plain_type(node.returns) &&
        are_plain_parameters(node, () => false)
      );
  }
}

/** The parameters of a function, their types and that of its result. */
export function are_plain_parameters(
  { type_parameters, parameters }: Pick<target.FunctionParts, "type_parameters" | "parameters">,
  is_plain: (node: target.Expression) => boolean,
): boolean {
  return (
    type_parameters.every(
      ({ constraint, default: by_default }) =>
        (constraint === null || is_plain_type(constraint)) &&
        (by_default === null || is_plain_type(by_default)),
    ) && parameters.every((each) => is_plain_parameter(each, is_plain))
  );
}

function is_plain_parameter(
  node: target.Parameter,
  is_plain: (node: target.Expression) => boolean,
): boolean {
  const { target: bound, type, default: value } = node;
  if (stands_with_comments(node)) return false;
  if (bound.kind !== "Identifier" && !is_plain_pattern(bound, is_plain)) return false;
  if (type !== null && !is_plain_type(type)) return false;
  return value === null || is_plain(value);
}

/** Names and their defaults, with no pattern inside of the pattern. */
export function is_plain_pattern(
  node: target.Target,
  is_plain: (node: target.Expression) => boolean,
): boolean {
  if (node.kind === "ArrayTarget")
    return node.elements.every((each) => is_plain_bound(each, is_plain));
  if (node.kind === "ObjectTarget")
    return (
      node.properties.length > 0 &&
      node.properties.every(
        ({ key, value }) => /^[A-Za-z_$][\w$]*$/.test(key) && is_plain_bound(value, is_plain),
      )
    );
  return is_plain_bound(node, is_plain);
}

function is_plain_bound(
  node: target.Target,
  is_plain: (node: target.Expression) => boolean,
): boolean {
  switch (node.kind) {
    case "RestTarget":
      return node.target.kind === "Identifier";
    case "DefaultTarget":
      return node.target.kind === "Identifier" && is_plain(node.value);
    case "Identifier":
    case "Member":
    case "Index":
      return is_plain(node);
    default:
      return false;
  }
}

function is_plain_member(member: target.TypeMember & target.Attached): boolean {
  return !stands_with_comments(member) && is_plain_type(member.type);
}

/** A comment in a list puts each item on a line of its own. */
export function stands_with_comments(node: target.Attached): boolean {
  return (
    node.doc !== undefined ||
    node.trailing !== undefined ||
    (node.leading?.length ?? 0) > 0 ||
    (node.below?.length ?? 0) > 0
  );
}
