// Modules that import a name from each other, and none of them has it: the analysis ends.
import { expect, test } from "vitest";
import { transpile_with_imports } from "../../src/index.ts";

test("a name that leads in a circle is of unknown type", () => {
  const texts = new Map([
    ["first", "from second import lost\n"],
    ["second", "from first import lost\n"],
  ]);
  const { modules } = transpile_with_imports("from first import lost\nprint(lost)\n", {
    read: (name) => {
      const text = texts.get(name);
      if (text === undefined) return null;
      return { file: `${name}.py`, bytes: new TextEncoder().encode(text), is_package: false };
    },
  });
  expect(modules?.map(({ path }) => path)).toContain("first.ts");
});
