// dist/core.js as a script that Node can compile from V8's cache (an ES module it parses anew each time), and the
// module that loads it and exports what the other entries import.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

const LOADER = fileURLToPath(new URL("core-loader.mjs", import.meta.url));

/** Replaces the module `core.js` of the folder by `core.script.js` and its loader. */
export async function make_core_script(folder) {
  const core = await readFile(path.join(folder, "core.js"), "utf8");
  const start = core.lastIndexOf("export{");
  const wanted = await imported_names(folder);
  const exported = core
    .slice(start + "export{".length, core.indexOf("}", start))
    .split(",")
    .map((each) => each.split(" as "))
    .filter(([, name]) => wanted.has(name));
  // a script has neither of its own
  const body = core
    .slice(0, start)
    .replaceAll(/\bimport\.meta\b/g, "import_meta")
    .replaceAll(/\bimport\(/g, "import_module(");
  const result = exported.map(([local, name]) => `${name}:${local}`);
  // ASCII alone, so that it can be read as bytes
  const script = `(function(import_meta,import_module){"use strict";${body}return{${result}}})`;
  if (/[^\0-\x7f]/.test(script)) throw new Error("core.script.js is not ASCII");
  await writeFile(path.join(folder, "core.script.js"), script);
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);
  const loader = (await readFile(LOADER, "utf8")).replace("__HASH__", hash);
  const names = exported.map(([, name]) => name);
  const { code } = await transform(`${loader}export const{${names}}=load();`, {
    minifyWhitespace: true,
  });
  await writeFile(path.join(folder, "core.js"), code);
}

async function imported_names(folder) {
  const names = new Set();
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".js") || file === "core.js") continue;
    const text = await readFile(path.join(folder, file), "utf8");
    for (const [, list] of text.matchAll(/\{([^}]*)\}from"(?:\.\.?\/)+core\.js"/g))
      for (const each of list.split(",")) names.add(each.split(" ")[0]);
  }
  return names;
}
