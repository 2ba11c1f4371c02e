// Made-up trees from a seed: any expression within any other, as the grammar's nodes allow it.
import type { ConstantValue, Expression, Operator } from "../../grammar/ast/index.ts";

/** Numbers below a limit, the same for the same seed. */
export function random(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const at = { start: 0, end: 0 };
const load = "Load";
const operators: readonly Operator[] = [
  "Add",
  "Sub",
  "Mult",
  "Pow",
  "FloorDiv",
  "BitOr",
  "LShift",
  "MatMult",
];
const constants: readonly ConstantValue[] = [
  { type: "int", value: 7n },
  { type: "int", value: 10n ** 30n },
  { type: "float", value: 1e22 },
  { type: "float", value: Infinity },
  { type: "complex", imag: 2.5 },
  { type: "str", value: 'it\'s "quoted"\n{}\\' },
  { type: "str", value: "" },
  { type: "str", value: "\ud800é\u{1f600}\0" },
  { type: "bytes", value: "\0'\xff" },
  { type: "bool", value: true },
  { type: "None" },
  { type: "Ellipsis" },
];

/** An expression at most `depth` deep. */
export function random_expression(next: (limit: number) => number, depth: number): Expression {
  const pick = <T>(all: readonly T[]): T => all[next(all.length)] as T;
  const name = (ctx: "Load" | "Store" = load): Expression => ({
    tag: "Name",
    ...at,
    id: pick(["a", "b", "match", "type", "_"]),
    ctx,
  });
  const inner = (): Expression => random_expression(next, depth - 1);
  const some = (least: number): Expression[] => Array.from({ length: least + next(3) }, inner);
  const text = (): Expression => ({
    tag: "Constant",
    ...at,
    kind: null,
    value: { type: "str", value: pick(["x", "{\n'", '"""', "\\N{", "é"]) },
  });
  const starred = (): Expression => ({ tag: "Starred", ...at, value: inner(), ctx: load });
  const field = (nested: boolean): Expression => ({
    tag: "FormattedValue",
    ...at,
    value: nested ? inner() : name(),
    conversion: pick([-1, 97, 114, 115] as const),
    format_spec:
      nested && next(3) === 0 ? { tag: "JoinedStr", ...at, values: [text(), field(false)] } : null,
  });
  const generators = () =>
    Array.from({ length: 1 + next(2) }, () => ({
      tag: "comprehension" as const,
      ...at,
      target: name("Store"),
      iter: inner(),
      ifs: next(2) === 0 ? [] : [inner()],
      is_async: 0 as const,
    }));
  const parameter = (arg: string) => ({ tag: "arg" as const, ...at, arg, annotation: null });
  const kinds: readonly (() => Expression)[] = [
    () => ({ tag: "BoolOp", ...at, op: pick(["And", "Or"]), values: some(2) }),
    () => ({ tag: "NamedExpr", ...at, target: name("Store"), value: inner() }),
    () => ({ tag: "BinOp", ...at, left: inner(), op: pick(operators), right: inner() }),
    () => ({
      tag: "UnaryOp",
      ...at,
      op: pick(["Not", "USub", "Invert", "UAdd"]),
      operand: inner(),
    }),
    () => ({
      tag: "Lambda",
      ...at,
      args: {
        tag: "arguments",
        ...at,
        posonlyargs: next(2) === 0 ? [] : [parameter("p")],
        args: [parameter("q")],
        vararg: next(2) === 0 ? null : parameter("r"),
        kwonlyargs: [parameter("s")],
        kw_defaults: [next(2) === 0 ? null : inner()],
        kwarg: next(2) === 0 ? null : parameter("t"),
        defaults: next(2) === 0 ? [] : [inner()],
      },
      body: inner(),
    }),
    () => ({ tag: "IfExp", ...at, test: inner(), body: inner(), orelse: inner() }),
    () => ({ tag: "Dict", ...at, keys: [inner(), null], values: [inner(), inner()] }),
    () => ({ tag: "Set", ...at, elts: [...some(1), starred()] }),
    () => ({
      tag: pick(["ListComp", "SetComp", "GeneratorExp"] as const),
      ...at,
      elt: inner(),
      generators: generators(),
    }),
    () => ({ tag: "DictComp", ...at, key: inner(), value: inner(), generators: generators() }),
    () => ({ tag: "Yield", ...at, value: next(2) === 0 ? null : inner() }),
    () => ({ tag: "YieldFrom", ...at, value: inner() }),
    () => ({ tag: "Await", ...at, value: inner() }),
    () => ({
      tag: "Compare",
      ...at,
      left: inner(),
      ops: ["Lt", "NotIn"],
      comparators: [inner(), inner()],
    }),
    () => ({
      tag: "Call",
      ...at,
      func: inner(),
      args: [...some(0), ...(next(2) === 0 ? [] : [starred()])],
      keywords:
        next(2) === 0 ? [] : [{ tag: "keyword", ...at, arg: pick([null, "k"]), value: inner() }],
    }),
    () => ({ tag: "JoinedStr", ...at, values: [text(), field(true), field(true), text()] }),
    () => ({ tag: "Constant", ...at, value: pick(constants), kind: null }),
    () => ({ tag: "Attribute", ...at, value: inner(), attr: "attr", ctx: load }),
    () => ({
      tag: "Subscript",
      ...at,
      value: inner(),
      slice: pick([
        inner,
        (): Expression => ({
          tag: "Slice",
          ...at,
          lower: next(2) === 0 ? null : inner(),
          upper: next(2) === 0 ? null : inner(),
          step: next(2) === 0 ? null : inner(),
        }),
        (): Expression => ({ tag: "Tuple", ...at, elts: [starred()], ctx: load }),
      ])(),
      ctx: load,
    }),
    () => ({ tag: pick(["List", "Tuple"] as const), ...at, elts: some(0), ctx: load }),
  ];
  return depth <= 0 ? name() : pick(kinds)();
}
