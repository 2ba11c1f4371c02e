// `isinstance(x, C)`: the part of a type that passes, and the part that does not.
import type { Type } from "../../facts/types.ts";
import { mro, with_subclasses } from "../program/mro.ts";
import { is_opaque } from "./class-members.ts";
import type { Inference } from "./inference.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  Dict,
  FLOAT,
  INT,
  is_never,
  List,
  members,
  NONE,
  RuntimeInstance,
  SetOf,
  STR,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

export function instance_part(
  inference: Inference,
  type: Type,
  classes: Type,
  outcome: boolean,
  site: object,
): Type {
  const tested = class_list(classes);
  if (tested === null || is_never(type)) return type;
  if (type.type === "unknown") {
    if (!outcome) return type;
    const made = tested.map((one) => any_instance(inference, one, site));
    return inference.heap.join_all(made);
  }
  const parts = members(type).flatMap((member) => {
    const verdicts = tested.map((one) => relation(inference, member, one));
    if (verdicts.includes("yes")) return outcome ? [member] : [];
    const maybe = verdicts.filter((verdict) => verdict !== "no");
    if (maybe.length === 0) return outcome ? [] : [member];
    if (!outcome || maybe.includes("maybe")) return [member];
    return maybe.filter((verdict) => typeof verdict === "object");
  });
  return inference.heap.join_all(parts);
}

/** `yes`, `no`, `maybe`, or the narrower type that passes. */
type Verdict = "yes" | "no" | "maybe" | Extract<Type, { type: "instance" }>;
type TestedClass = Extract<Type, { type: "class" | "runtime_class" }>;

function class_list(classes: Type): TestedClass[] | null {
  const list: TestedClass[] = [];
  for (const one of classes.type === "tuple" ? classes.elements : [classes]) {
    if (one.type !== "class" && one.type !== "runtime_class") return null;
    list.push(one);
  }
  return list;
}

function relation(inference: Inference, member: Type, tested: TestedClass): Verdict {
  if (tested.type === "class") return to_own_class(inference, member, tested);
  if (tested.module === "builtins") {
    if (tested.name === "object") return "yes";
    const own = BUILT_IN[tested.name];
    if (own?.includes(member.type) === true) return "yes";
    if (own !== undefined && is_plain(member)) return "no";
  }
  if (member.type === "runtime_instance") {
    return member.module === tested.module && member.name === tested.name ? "yes" : "maybe";
  }
  return "maybe";
}

function to_own_class(
  inference: Inference,
  member: Type,
  tested: Extract<Type, { type: "class" }>,
): Verdict {
  if (inference.program.class(tested.node).is_virtual) return is_below(inference, member, tested);
  if (member.type === "runtime_instance") {
    return inference.program.class(tested.node).is_opaque
      ? "maybe"
      : { type: "instance", node: tested.node, arguments: [] };
  }
  if (member.type !== "instance") return is_plain(member) ? "no" : "maybe";
  const [own, wanted] = [
    inference.program.class(member.node),
    inference.program.class(tested.node),
  ];
  if (is_opaque(own)) return "maybe";
  if (mro(own).includes(wanted)) return "yes";
  const below = with_subclasses(own);
  if (below.has(wanted)) return { type: "instance", node: wanted.node, arguments: [] };
  return [...with_subclasses(wanted)].some((one) => below.has(one)) ? "maybe" : "no";
}

/** Of a class that takes others for its own, only those below it are sure to pass. */
function is_below(
  inference: Inference,
  member: Type,
  tested: Extract<Type, { type: "class" }>,
): Verdict {
  if (member.type !== "instance") return "maybe";
  const own = inference.program.class(member.node);
  return mro(own).includes(inference.program.class(tested.node)) ? "yes" : "maybe";
}

const BUILT_IN: Readonly<Record<string, readonly Type["type"][]>> = {
  int: ["int", "bool"],
  bool: ["bool"],
  float: ["float"],
  complex: ["complex"],
  str: ["str"],
  bytes: ["bytes"],
  bytearray: ["bytearray"],
  list: ["list"],
  tuple: ["tuple", "tuple_of"],
  dict: ["dict"],
  set: ["set"],
  frozenset: ["frozenset"],
  range: ["range"],
};

/** Values of exactly one built-in type: no subclass of the program can hide behind them. */
function is_plain(member: Type): boolean {
  return member.type === "none" || Object.values(BUILT_IN).some((own) => own.includes(member.type));
}

const WHOLE: Readonly<Record<string, Type>> = {
  int: { type: "union", members: [INT, BOOL] },
  bool: BOOL,
  float: FLOAT,
  complex: COMPLEX,
  str: STR,
  bytes: BYTES,
  bytearray: BYTEARRAY,
  NoneType: NONE,
};

/** All that an unknown value may be when it has passed. Lists and the like stay open to others. */
function any_instance(inference: Inference, tested: TestedClass, site: object): Type {
  if (tested.type === "class") {
    const { is_opaque, is_virtual } = inference.program.class(tested.node);
    return is_opaque || is_virtual
      ? UNKNOWN
      : { type: "instance", node: tested.node, arguments: [], is_found: true };
  }
  const open = (part: string): ReturnType<Inference["program"]["site"]> => {
    const cell = inference.program.site(site, `${tested.name} ${part}`);
    inference.heap.store(cell, UNKNOWN);
    return cell;
  };
  if (tested.module !== "builtins") {
    const found = inference.program.api.find(tested.module, tested.name);
    if (found?.kind !== "class") return UNKNOWN;
    const cells = found.class.type_parameters.map((_, index) => open(`${index}`));
    return new RuntimeInstance(tested.module, tested.name, cells);
  }
  if (Object.hasOwn(WHOLE, tested.name)) return WHOLE[tested.name] ?? UNKNOWN;
  switch (tested.name) {
    case "list":
      return new List(open("element"));
    case "set":
      return new SetOf(open("element"));
    case "dict":
      return new Dict(open("key"), open("value"));
    case "tuple":
      return tuple_of(UNKNOWN);
    default:
      return /^[A-Z]/.test(tested.name)
        ? new RuntimeInstance("builtins", tested.name, [])
        : UNKNOWN;
  }
}
