// `import{writeSync}from"node:fs"` → `const{writeSync}=process.getBuiltinModule("node:fs")` in what Node runs: an import
// of one of Node's modules makes Node evaluate all that the module would load lazily, which costs a start milliseconds.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const IMPORT =
  /\bimport ?(?:([\w$]+) ?,? ?)?(?:\*as ([\w$]+) )?(?:\{([^}]*)\})? ?from ?"(node:[\w/]+)";?/g;

/** Rewrites every JavaScript file of the folder. */
export async function fetch_builtin_modules(folder) {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((each) => each.endsWith(".js"))) {
    const whole = path.join(folder, file);
    const text = await readFile(whole, "utf8");
    if (text.includes('from"node:')) await writeFile(whole, fetched(text));
  }
}

function fetched(text) {
  return text.replace(IMPORT, (_, by_default, namespace, list, module) => {
    const builtin = `process.getBuiltinModule(${JSON.stringify(module)})`;
    const names = [by_default, namespace].filter(Boolean).map((name) => `${name}=${builtin}`);
    if (list) names.push(`{${list.replaceAll(" as ", ":")}}=${builtin}`);
    return `const ${names.join(",")};`;
  });
}
