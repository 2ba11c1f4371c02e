// Comments and blank lines: every comment at exactly one node.
import { expect, test } from "vitest";
import type { Comment, Node, Trivia } from "../../grammar/ast/index.ts";
import { parse } from "../../grammar/index.ts";

const source = `# head
import a  # behind


def f(x,  # of x
      y):
    # first
    y = [
        1,  # one
        # own
        2,
        # last
    ]
    if x:
        pass
        # end of if
    # before else
    else:  # header
        z()

    # end of f
f()
# end of file
`;

function places(trivia: Trivia, text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const kind of ["leading", "trailing", "dangling"] as const)
    for (const [node, comments] of trivia[kind])
      for (const comment of comments) {
        expect(found[comment.text]).toBeUndefined();
        found[comment.text] =
          `${kind} ${node.tag} ${text.slice(node.start, node.start + 3).trim()}`;
      }
  return found;
}

test("each comment has one place", () => {
  const { trivia, errors } = parse(source);
  expect(errors).toEqual([]);
  expect(places(trivia, source)).toEqual({
    "# head": "leading Import imp",
    "# behind": "trailing Import imp",
    "# of x": "trailing arg x,",
    "# first": "leading Assign y =",
    "# one": "trailing Constant 1,",
    "# own": "leading Constant 2,",
    "# last": "trailing Constant 2,",
    "# end of if": "dangling If if",
    "# before else": "leading Expr z()",
    "# header": "leading Expr z()",
    "# end of f": "dangling FunctionDef def",
    "# end of file": "dangling Module # h",
  });
});

test("blank lines stand before statements and comments", () => {
  const { trivia, module } = parse(source);
  const [, definition] = module.body;
  expect(definition && trivia.blank_lines.get(definition)).toBe(2);
  const all: Comment[] = [...trivia.dangling.values()].flat();
  expect(all.find(({ text }) => text === "# end of f")?.blank_lines_before).toBe(1);
});

test("no comment is lost in what the tests themselves hold", () => {
  const text =
    "x = {  # a\n  # b\n  1: 2,  # c\n  **d  # e\n}  # f\nlambda: (  # g\n 0)\nf(  # h\n)\nif (a  # i\n  ): pass\nclass A: pass; b  # j\n@d  # k\n# l\nclass B:  # m\n  # n\n  'doc'\ntry:  # o\n  a\n# p\nexcept E:  # q\n  b\n# r\nfinally:  # s\n  c\n  # t\n";
  const { trivia } = parse(text);
  const count = (table: ReadonlyMap<Node, readonly Comment[]>): number =>
    [...table.values()].flat().length;
  const { leading, trailing, dangling } = trivia;
  expect(count(leading) + count(trailing) + count(dangling)).toBe(text.split("#").length - 1);
});
