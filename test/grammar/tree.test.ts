// Trees, byte for byte as CPython 3.13's ast.dump printed them when these lines were written.
import { describe, expect, test } from "vitest";
import { dump } from "../../grammar/ast/dump.ts";
import { parse } from "../../grammar/index.ts";

const places = /, (?:end_)?(?:lineno|col_offset)=\d+|(?:end_)?(?:lineno|col_offset)=\d+(?:, )?/g;

function shape(source: string): string {
  const { module, errors } = parse(source);
  expect(errors).toEqual([]);
  return dump(module, source).replace(places, "");
}

describe("trees", () => {
  test.each([
    [
      "-a ** -b * c",
      "Expr(value=BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='b', ctx=Load())))), op=Mult(), right=Name(id='c', ctx=Load())))",
    ],
    [
      "not a < b is not c or d and e",
      "Expr(value=BoolOp(op=Or(), values=[UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), IsNot()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())])), BoolOp(op=And(), values=[Name(id='d', ctx=Load()), Name(id='e', ctx=Load())])]))",
    ],
    [
      "x = y, = z",
      "Assign(targets=[Name(id='x', ctx=Store()), Tuple(elts=[Name(id='y', ctx=Store())], ctx=Store())], value=Name(id='z', ctx=Load()))",
    ],
    [
      "f'{a!r:>{w}}{{' 'b'",
      "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)])), Constant(value='{b')]))",
    ],
    [
      "f'{x = }'",
      "Expr(value=JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', ctx=Load()), conversion=114)]))",
    ],
    [
      "match = type(case)",
      "Assign(targets=[Name(id='match', ctx=Store())], value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='case', ctx=Load())]))",
    ],
    [
      "type X[T: int = str] = T",
      "TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T', bound=Name(id='int', ctx=Load()), default_value=Name(id='str', ctx=Load()))], value=Name(id='T', ctx=Load()))",
    ],
    [
      "with (a as b, c): pass",
      "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()])",
    ],
    [
      "with (a, b) as c: pass",
      "With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()])",
    ],
    [
      "x[a:b, *c]",
      "Expr(value=Subscript(value=Name(id='x', ctx=Load()), slice=Tuple(elts=[Slice(lower=Name(id='a', ctx=Load()), upper=Name(id='b', ctx=Load())), Starred(value=Name(id='c', ctx=Load()), ctx=Load())], ctx=Load()), ctx=Load()))",
    ],
    ["{5}", "Expr(value=Set(elts=[Constant(value=5)]))"],
    ["'\\N{bullet}\\x41' b''.x", null],
    [
      "1_0, 0x_f, 1e3, 2j, ...",
      "Expr(value=Tuple(elts=[Constant(value=10), Constant(value=15), Constant(value=1000.0), Constant(value=2j), Constant(value=Ellipsis)], ctx=Load()))",
    ],
  ])("%s", (source, expected) => {
    if (expected === null) expect(parse(source).errors).toHaveLength(1);
    else expect(shape(source)).toBe(`Module(body=[${expected}])`);
  });

  test("columns count bytes of UTF-8", () => {
    expect(dump(parse("é = '😀'; x").module, "é = '😀'; x")).toBe(
      "Module(body=[Assign(targets=[Name(id='é', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2)], value=Constant(value='😀', lineno=1, col_offset=5, end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, end_lineno=1, end_col_offset=11), Expr(value=Name(id='x', ctx=Load(), lineno=1, col_offset=13, end_lineno=1, end_col_offset=14), lineno=1, col_offset=13, end_lineno=1, end_col_offset=14)])",
    );
  });

  test.each([
    "",
    "\n",
    "# only",
    "\uFEFFx = 1",
    "if x:\r\n  y\r\n",
    "if x:\r  y\r",
    "x\f\n\fy",
    "if x:\n\ty",
    "x = \\\n 1",
  ])("%j parses", (source) => {
    expect(parse(source).errors).toEqual([]);
  });
});
