// x & 0xffffffff → x >>> 0;   a ^ b → (a ^ b) >>> 0;   x >> 40 → Math.floor(x / 2 ** 40): bits of safe ints beyond the 31 of JavaScript's operators
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Range } from "../../facts/types.ts";
import type { Emit } from "../emit.ts";
import { literal_int, safe_range } from "./kinds.ts";

const UINT32 = 2 ** 32 - 1;

interface Operation {
  readonly op: ast.Operator;
  readonly left: ast.Expression;
  readonly right: ast.Expression;
}

/** `null` where the operator or the ranges of its operands allow no such form. */
export function wide_bits(
  node: Operation,
  left: target.Expression,
  right: target.Expression,
  emit: Emit,
): target.Expression | null {
  const [a, b] = [safe_range(node.left, emit), safe_range(node.right, emit)];
  if (a === null || b === null) return null;
  switch (node.op) {
    case "BitAnd":
      if (literal_int(node.right) === UINT32) return unsigned(left);
      return literal_int(node.left) === UINT32 ? unsigned(right) : null;
    case "BitOr":
      return is_uint32(a) && is_uint32(b) ? unsigned(build.binary("|", left, right)) : null;
    case "BitXor":
      return is_uint32(a) && is_uint32(b) ? unsigned(build.binary("^", left, right)) : null;
    case "RShift": {
      const count = literal_int(node.right);
      if (count === null || count < 0 || count > 52) return null;
      if (is_uint32(a) && count < 32) return build.binary(">>>", left, right);
      return build.method_call(build.identifier("Math"), "floor", [
        build.binary("/", left, power_of_two(count)),
      ]);
    }
    case "LShift": {
      if (b.min < 0 || b.max > 52) return null;
      const size = Math.max(-a.min, a.max) * 2 ** b.max;
      if (size > Number.MAX_SAFE_INTEGER) return null;
      const count = literal_int(node.right);
      const factor =
        count === null ? build.binary("**", build.number(2), right) : power_of_two(count);
      return literal_int(node.left) === 1 ? factor : build.binary("*", left, factor);
    }
    default:
      return null;
  }
}

function power_of_two(exponent: number): target.Expression {
  if (exponent <= 16) return build.number(2 ** exponent);
  return build.binary("**", build.number(2), build.number(exponent));
}

/** The lower 32 bits as a number that is not negative. */
function unsigned(value: target.Expression): target.Expression {
  return build.binary(">>>", value, build.number(0));
}

function is_uint32({ min, max }: Range): boolean {
  return min >= 0 && max <= UINT32;
}
