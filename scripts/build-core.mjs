// What every program loads (all that pyasync2ts/builtins reaches) as one file, dist/core.js: finding and opening
// twenty small files would be most of what starting a program takes.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const BUILTINS = "runtime/builtins/index.ts";

const OPTIONS = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
};

/**
 * Writes `core.js` and `builtins.js` into the folder. `elsewhere`: the plugin by which the other entries import from
 * the core what lies in it; `place`: to be called when they are written, tells them where it is.
 */
export async function build_core(folder) {
  const modules = await exports_by_module();
  const lines = [...modules].map(
    ([file, { prefix, names }]) =>
      `export{${names.map((name) => `${name} as ${prefix}${name}`)}}from${JSON.stringify(`./${file}`)};`,
  );
  await build({
    ...OPTIONS,
    stdin: { contents: lines.join("\n"), resolveDir: process.cwd(), sourcefile: "core.ts" },
    outfile: path.join(folder, "core.js"),
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const { prefix, names } = modules.get(BUILTINS);
  const list = names.map((name) => `${prefix}${name} as ${name}`);
  await writeFile(path.join(folder, "builtins.js"), `export{${list}}from"./core.js";\n`);
  return { elsewhere: elsewhere(modules), place: () => place(folder, modules) };
}

/** File → the names that it exports, and what stands before them in the core, where all names are together. */
async function exports_by_module() {
  const whole = { ...OPTIONS, write: false, metafile: true };
  const { metafile: reached } = await build({
    ...whole,
    entryPoints: [BUILTINS],
    treeShaking: false,
  });
  const entryPoints = Object.keys(reached.inputs);
  const { metafile } = await build({ ...whole, entryPoints, outdir: "unwritten" });
  const modules = new Map();
  for (const { entryPoint, exports } of Object.values(metafile.outputs))
    if (entryPoint !== undefined)
      modules.set(entryPoint, { prefix: `m${modules.size}_`, names: exports });
  return modules;
}

/** A file of the core is left outside, under its prefix. */
function elsewhere(modules) {
  return {
    name: "core",
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ path: wanted, resolveDir }) => {
        const file = path.relative(process.cwd(), path.resolve(resolveDir, wanted));
        const module = modules.get(file.replaceAll(path.sep, "/"));
        if (module === undefined) return undefined;
        return { path: `#core/${module.prefix}`, external: true, sideEffects: false };
      });
    },
  };
}

async function place(folder, modules) {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((each) => each.endsWith(".js"))) {
    const text = await readFile(path.join(folder, file), "utf8");
    if (!text.includes('"#core/')) continue;
    const up = path.relative(path.dirname(file), "core.js").replaceAll(path.sep, "/");
    const core = up.startsWith(".") ? up : `./${up}`;
    const all = `"#core/${modules.get(BUILTINS).prefix}"`;
    const placed = from_core(text, core).replaceAll(
      new RegExp(`(import\\*as \\w+ from|import\\()${all}`, "g"),
      `$1"${core.replace("core.js", "builtins.js")}"`,
    );
    if (placed.includes('"#core/')) throw new Error(`${file}: an import of the core by no name`);
    await writeFile(path.join(folder, file), placed);
  }
}

/** `import{a,b as c}from"#core/m1_"` → `import{m1_a as a,m1_b as c}from"./core.js"` */
function from_core(text, core) {
  return text.replace(
    /\b(import|export)\{([^}]*)\}from"#core\/(\w+)"/g,
    (_, keyword, list, prefix) => {
      const names = list.split(",").map((each) => {
        const [name, , local = name] = each.split(" ");
        return `${prefix}${name} as ${local}`;
      });
      return `${keyword}{${names}}from"${core}"`;
    },
  );
}
