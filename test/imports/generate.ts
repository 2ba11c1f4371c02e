// Random projects of modules that import each other in every form; each tells when it runs.
import { seeded, type Random } from "../order/random.ts";
import type { Tree } from "../batch/tree.ts";

interface Module {
  /** `shop.models.order` */
  readonly name: string;
  readonly file: string;
  readonly index: number;
  readonly is_package: boolean;
}

/** A project by its seed: `main.py` is its program. */
export function generate_project(seed: number): Tree {
  const random = seeded(seed);
  const modules = layout(random);
  const files: Record<string, string> = {};
  for (const module of modules) files[module.file] = text_of(module, modules, random);
  files["main.py"] = main_text(modules, random);
  return files;
}

function layout(random: Random): readonly Module[] {
  const modules: Module[] = [];
  const add = (name: string, is_package: boolean): void => {
    const stem = name.replaceAll(".", "/");
    const file = is_package ? `${stem}/__init__.py` : `${stem}.py`;
    modules.push({ name, file, index: modules.length, is_package });
  };
  const shape = random.below(3);
  if (shape === 0) for (const name of ["alpha", "beta", "gamma"]) add(name, false);
  if (shape >= 1) {
    add("pack", true);
    for (const name of ["one", "two"]) add(`pack.${name}`, false);
    if (shape === 2) {
      add("pack.inner", true);
      add("pack.inner.deep", false);
    }
    if (random.chance(0.5)) add("beside", false);
  }
  // A folder without `__init__.py`.
  if (random.chance(0.2)) add("loose.leaf", false);
  return modules;
}

/** What every module has: names with its number behind, so that all are told apart. */
function text_of(module: Module, modules: readonly Module[], random: Random): string {
  const lines: string[] = [];
  const { index } = module;
  if (random.chance(0.3)) lines.push(`"""Doc of ${module.name}."""`);
  if (random.chance(0.3)) lines.push("from __future__ import annotations");
  const is_early = random.chance(0.4);
  if (is_early) lines.push(`print("begin", __name__)`);
  const others = modules.filter((each) => each !== module);
  const own = [
    `CONST${index} = ${random.choice(["1", '"c"', "(1, 2)", "None", "2.5"])}`,
    `made${index} = len("${"x".repeat(random.below(5))}") + ${index}`,
    `state${index}: list[str] = []`,
    `count${index} = 0`,
    `_hidden${index} = "hidden"`,
    `def bump${index}(by: int = 1) -> int:\n    global count${index}\n    count${index} += by\n    return count${index}`,
    `def note${index}(text):\n    state${index}.append(text)\n    return len(state${index})`,
    `class Thing${index}:\n    kind = "thing${index}"\n    def __init__(self, n):\n        self.n = n\n    def show(self):\n        return f"{self.kind}:{self.n}:{type(self).__name__}"`,
    `async def work${index}(n):\n    await asyncio.sleep(0)\n    note${index}(f"worked {n}")\n    return n * 2, made${index}`,
  ];
  const uses: string[] = [];
  const imports: string[] = [];
  const wanted = 1 + random.below(3);
  for (let count = 0; count < wanted; count++) {
    const target = random.choice(others);
    // Back edges make cycles: what is imported there is used in functions only.
    const is_back = target.index <= index || module.name.startsWith(`${target.name}.`);
    if (is_back && random.chance(0.5)) continue;
    const { statement, use } = import_of(target, module, random, is_back);
    imports.push(statement);
    if (!is_back && random.chance(0.6)) own.push(`print("top", __name__, ${use})`);
    uses.push(use);
  }
  if (random.chance(0.15))
    imports.push(
      `try:\n    import nowhere_${index}\nexcept ImportError as error:\n    print("missing:", error)`,
    );
  own.push(
    `def use${index}():\n    return [${uses.join(", ")}]`,
    `def later${index}():\n    ${local_import(random.choice(others), module, random)}`,
  );
  if (random.chance(0.3))
    own.push(
      `class Sub${index}(Thing${index}):\n    def show(self):\n        return "sub " + super().show()`,
    );
  lines.push("import asyncio");
  if (random.chance(0.15)) lines.push(...own.splice(0, 4));
  lines.push(...imports);
  if (!is_early && random.chance(0.5)) lines.push(`print("run", __name__)`);
  lines.push(...own);
  if (random.chance(0.3)) {
    const names = [`Thing${index}`, `bump${index}`, `work${index}`].filter(() =>
      random.chance(0.8),
    );
    lines.push(`__all__ = [${names.map((name) => `"${name}"`).join(", ")}]`);
  }
  if (random.chance(0.5)) lines.push(`print("end", __name__)`);
  return `${lines.join("\n")}\n`;
}

interface Import {
  readonly statement: string;
  /** An expression that shows that the import is there. */
  readonly use: string;
}

function import_of(target: Module, importer: Module, random: Random, is_back: boolean): Import {
  const { index } = target;
  const name = target.name;
  const attribute = random.choice([`CONST${index}`, `made${index}`, `state${index}`]);
  const through = (module: string): string =>
    random.choice([
      `${module}.${attribute}`,
      `${module}.Thing${index}(3).show()`,
      `${module}.note${index}("n")`,
    ]);
  const dot = name.lastIndexOf(".");
  const [parent, last] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
  const forms: Import[] = [
    // (a folder alone is no module when a single program is run)
    ...(name.startsWith("loose") ? [] : [{ statement: `import ${name}`, use: through(name) }]),
    { statement: `import ${name} as m${index}`, use: through(`m${index}`) },
  ];
  if (parent !== "")
    forms.push(
      { statement: `from ${parent} import ${last}`, use: through(last) },
      { statement: `from ${parent} import ${last} as l${index}`, use: through(`l${index}`) },
    );
  const relative = relative_path(importer, target);
  if (relative !== null && parent !== "")
    forms.push({ statement: `from ${relative.up} import ${last}`, use: through(last) });
  // Names of a module that is under way may not be there yet.
  if (!is_back) {
    const names: Import[] = [
      { statement: `from ${name} import ${attribute}`, use: attribute },
      { statement: `from ${name} import Thing${index} as T${index}`, use: `T${index}(1).show()` },
      {
        statement: `from ${name} import bump${index}, count${index}`,
        use: `(bump${index}(), count${index})`,
      },
    ];
    if (relative !== null)
      names.push({ statement: `from ${relative.path} import ${attribute}`, use: attribute });
    forms.push(...names);
  }
  return random.choice(forms);
}

/** How a module of the same package is named from another one. */
function relative_path(
  importer: Module,
  target: Module,
): { readonly up: string; readonly path: string } | null {
  const here = importer.is_package
    ? importer.name.split(".")
    : importer.name.split(".").slice(0, -1);
  const there = target.name.split(".");
  if (here.length === 0 || here[0] !== there[0] || there.length < 2) return null;
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  const dots = ".".repeat(here.length - shared + 1);
  const rest = there.slice(shared);
  return { up: dots + rest.slice(0, -1).join("."), path: dots + rest.join(".") };
}

function local_import(target: Module, importer: Module, random: Random): string {
  const { statement, use } = import_of(target, importer, random, false);
  return `${statement}\n    return ${use}`;
}

function main_text(modules: readonly Module[], random: Random): string {
  const main: Module = { name: "main", file: "main.py", index: -1, is_package: false };
  const lines = [`print("main begins")`, "import asyncio"];
  const body: string[] = [];
  const known = modules.filter(() => random.chance(0.6));
  for (const target of known) {
    const { statement, use } = import_of(target, main, random, false);
    lines.push(statement);
    body.push(`print(${use})`);
    if (random.chance(0.3)) lines.push(`print("main", ${use})`);
  }
  for (const target of modules) {
    const { index } = target;
    const name = `x${index}`;
    lines.push(`import ${target.name} as ${name}`);
    body.push(
      `print(${name}.use${index}(), ${name}.later${index}(), ${name}.__name__)`,
      `print(await ${name}.work${index}(2), ${name}.state${index}, ${name}.count${index})`,
      `print(await asyncio.gather(${name}.work${index}(3), ${name}.work${index}(4)), ${name}.__doc__)`,
    );
    if (random.chance(0.2))
      body.push(`print(hasattr(${name}, "Sub${index}"), hasattr(${name}, "no"))`);
    if (random.chance(0.2))
      lines.push(
        `class Own${index}(${name}.Thing${index}):\n    kind = "own"`,
        `print(Own${index}(5).show())`,
      );
    if (random.chance(0.15) && !known.includes(target)) lines.push(`from ${target.name} import *`);
  }
  const indented = body.map((line) => `    ${line}`).join("\n");
  return `${lines.join("\n")}\nasync def main():\n${indented}\nasyncio.run(main())\nprint("main ends")\n`;
}
