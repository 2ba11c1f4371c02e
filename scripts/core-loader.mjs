// dist/core.js: compiles core.script.js, from what V8 has made of it before where there is that. To parse the core anew
// takes most of the time in which a small program starts.
const { readFileSync, renameSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { fileURLToPath } = process.getBuiltinModule("node:url");
const { Script } = process.getBuiltinModule("node:vm");

const filename = fileURLToPath(new URL("core.script.js", import.meta.url));
// V8 compares the length of the source alone: its hash must be in the name
const cache = `${filename}-__HASH__-${process.versions.v8}-${process.arch}.cache`;

export function load() {
  const cachedData = cached();
  const script = new Script(readFileSync(filename, "latin1"), {
    filename,
    ...(cachedData !== null && { cachedData }),
  });
  // at the end V8 knows the functions, too, that the program has called
  if (cachedData === null || script.cachedDataRejected) process.once("exit", () => keep(script));
  return script.runInThisContext()({ url: import.meta.url }, (specifier) => import(specifier));
}

function cached() {
  try {
    return readFileSync(cache);
  } catch {
    return null;
  }
}

/** Where the folder may not be written to, programs start as slowly as before. */
function keep(script) {
  const unfinished = `${cache}-${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, cache);
  } catch {}
}
