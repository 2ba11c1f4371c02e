// How large the runtime is in a bundle that leaves out what a program does not use: npm run size, after a build.
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

const root = path.dirname(import.meta.dirname);

/** What a program needs → its imports and uses. */
const programs: readonly (readonly [string, string])[] = [
  ["print", 'import { print } from "pyasync2ts/builtins"; print(1);'],
  [
    "run, sleep",
    'import * as asyncio from "pyasync2ts/asyncio"; await asyncio.run(() => asyncio.sleep(1));',
  ],
  [
    "queue, tasks",
    'import * as asyncio from "pyasync2ts/asyncio"; const q = new asyncio.Queue(); await asyncio.run(async () => { const t = asyncio.create_task(() => q.get()); q.put_nowait(1); await t; });',
  ],
  ["all of asyncio", 'import * as asyncio from "pyasync2ts/asyncio"; console.log(asyncio);'],
  ["all of builtins", 'import * as builtins from "pyasync2ts/builtins"; console.log(builtins);'],
];

console.log("program            node min      gzip   page min      gzip   (bytes)");
for (const [name, text] of programs) {
  const sizes = await Promise.all([bundled(text, "node"), bundled(text, "browser")]);
  const cells = sizes.flatMap(({ minified, zipped }) => [minified, zipped]);
  console.log(
    name.padEnd(16) + cells.map((size) => size.toLocaleString("en").padStart(10)).join(""),
  );
}
const { largest } = await bundled(programs[1]?.[1] ?? "", "node");
console.log(`\nthe largest parts of "${programs[1]?.[0]}", from the sources:`);
for (const [file, bytes] of largest)
  console.log(`${bytes.toLocaleString("en").padStart(10)}  ${file}`);

async function bundled(text: string, platform: "node" | "browser") {
  const options = {
    stdin: { contents: text, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform,
    target: "es2022",
    metafile: true,
  } as const;
  const external = ["undici"];
  const { outputFiles = [] } = await build({ ...options, external, conditions: ["module"] });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const sources = text.replaceAll(/"pyasync2ts\/(\w+)"/g, '"./runtime/$1/index.ts"');
  const { metafile } =
    platform === "node"
      ? await build({ ...options, external, stdin: { ...options.stdin, contents: sources } })
      : { metafile: undefined };
  return { minified: bytes.length, zipped: gzipSync(bytes).length, largest: largest_of(metafile) };
}

function largest_of(metafile: Metafile | undefined): readonly (readonly [string, number])[] {
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) =>
    Object.entries(output.inputs).map(
      ([file, { bytesInOutput }]) => [file, bytesInOutput] as const,
    ),
  );
  return inputs.sort((left, right) => right[1] - left[1]).slice(0, 6);
}
