// Builds dist/: one ES module per entry (code that entries share goes to chunks), and their types.
// Plain JavaScript, since it runs before anything is there to strip types.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { fetch_builtin_modules } from "./build-builtin-modules.mjs";
import { build_core } from "./build-core.mjs";
import { make_core_script } from "./build-core-script.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

// built beside dist/ and swapped in at the end: who runs dist/ meanwhile never sees half of it
const building = path.join(root, `dist-${process.pid}`);

/** `platform/clock.ts` is `platform/clock.browser.ts` for a page, where there is such a file. */
const browser_faces = {
  name: "browser faces",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/(.*\/)?[\w-]+\.ts$/ }, ({ path: wanted, resolveDir }) => {
      const face = path.resolve(resolveDir, wanted.replace(/\.ts$/, ".browser.ts"));
      return existsSync(face) ? { path: face } : undefined;
    });
  },
};

/** What nobody imports by name. */
const without_types = new Set([
  "cli",
  "large-stack-worker",
  "batch-worker",
  "register",
  "register-hooks",
]);

const entries = await entry_points();
// first, since its last steps rewrite every file that is there
await bundle();
await Promise.all([
  bundle_for_bundlers(),
  process.argv.includes("--no-types") ? null : declare_types(),
]);

await swap_in();

/** Entry name in dist/ → source file. A module of Python's library keeps its dotted name; `_…` are inner rooms. */
async function entry_points() {
  const found = new Map();
  for (const [name, file] of [
    ["cli", "src/cli/main.ts"],
    ["large-stack-worker", "src/cli/large-stack-worker.ts"],
    ["batch-worker", "src/cli/batch/worker.ts"],
    ["register", "src/cli/register/register.ts"],
    ["register-hooks", "src/cli/register/hooks.ts"],
    ["index", "src/index.ts"],
    ["builtins", "runtime/builtins/index.ts"],
    ["asyncio", "runtime/asyncio/index.ts"],
  ])
    found.set(name, file);
  for (const file of await readdir("runtime/stdlib", { recursive: true }))
    if (file.endsWith(".ts") && !/^_(?!thread\.)[a-z]/.test(file))
      found.set(
        `stdlib/${file.replace(/(\/index)?\.ts$/, "").replaceAll(path.sep, ".")}`,
        `runtime/stdlib/${file}`,
      );
  return new Map([...found].filter(([, file]) => existsSync(file)));
}

/** Chevrotain is bundled; what package.json lists as dependencies is not. */
async function bundle() {
  const { dependencies, version } = package_json();
  const core = await build_core(building);
  await build({
    entryPoints: [...entries]
      .filter(([name]) => name !== "builtins")
      .map(([out, file]) => ({ in: file, out })),
    outdir: building,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
    chunkNames: "chunks/[name]-[hash]",
    legalComments: "linked",
    define: { __VERSION__: JSON.stringify(version) },
    logLevel: "warning",
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [core.elsewhere],
  });
  await core.place();
  await fetch_builtin_modules(building);
  await make_core_script(building);
  await copyFile("src/cli/golden/virtual_time.py", path.join(building, "virtual_time.py"));
}

/**
 * The runtime once more as plain ES modules, of which a bundler leaves out what a program does not use: for programs
 * on Node (which itself runs what `bundle` makes), and on the browser faces of the platform.
 */
async function bundle_for_bundlers() {
  const runtime = [...entries].filter(([, file]) => file.startsWith("runtime/"));
  const common = {
    entryPoints: runtime.map(([out, file]) => ({ in: file, out })),
    bundle: true,
    splitting: true,
    format: "esm",
    chunkNames: "chunks/[name]-[hash]",
    legalComments: "linked",
    define: { __VERSION__: JSON.stringify(package_json().version) },
    logLevel: "warning",
  };
  const external = Object.keys(package_json().dependencies).flatMap((name) => [name, `${name}/*`]);
  await Promise.all([
    build({
      ...common,
      outdir: `${building}/module`,
      platform: "node",
      target: "node20.19",
      external,
    }),
    build({
      ...common,
      // the transpiler as well: that of `bundle` shares its core with the runtime, which is read by Node
      entryPoints: [...common.entryPoints, { in: "src/index.ts", out: "index" }],
      outdir: `${building}/browser`,
      platform: "browser",
      target: "es2022",
      external: ["prettier/*", "@jridgewell/*"],
      plugins: [browser_faces],
    }),
  ]);
}

async function declare_types() {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(
    process.execPath,
    [tsc, "-p", "tsconfig.build.json", "--outDir", `${building}/types`],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) process.exitCode = 1;
  await declare_python_files();
  for (const [name, file] of entries) {
    if (without_types.has(name)) continue;
    const target = path.posix.relative(
      path.posix.dirname(`dist/${name}`),
      `dist/types/${file.replace(/\.ts$/, ".js")}`,
    );
    const from = target.startsWith(".") ? target : `./${target}`;
    await mkdir(path.dirname(path.join(building, name)), { recursive: true });
    await writeFile(path.join(building, `${name}.d.ts`), `export * from "${from}";\n`);
  }
}

/** `import … from "./app.py"` in TypeScript: the names are not declared. */
async function declare_python_files() {
  const text = 'declare module "*.py";\n';
  await writeFile(path.join(building, "register.d.ts"), text);
}

async function swap_in() {
  const previous = `${building}-previous`;
  await rename("dist", previous).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(building, "dist");
  await rm(previous, { recursive: true, force: true });
}

function package_json() {
  return createRequire(import.meta.url)("../package.json");
}
