// `runtime: copy`: the runtime's files that the outputs need, with their types, in a folder of the outputs.
import { fileURLToPath } from "node:url";
import path from "node:path";
import { HostError, read_if_exists } from "../host.ts";

/** No Python module can have this name. */
export const RUNTIME_FOLDER = "pyasync2ts-runtime";

export interface RuntimeFiles {
  /** Name in the runtime's folder → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Packages that they import. */
  readonly packages: readonly string[];
}

/** What all that is imported from the runtime's folder needs. `dist`: the URL of the folder with the built modules. */
export function runtime_files(texts: Iterable<string>, dist: string): RuntimeFiles {
  const root = fileURLToPath(dist);
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const pending: Wanted[] = [];
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(IMPORTED))
      pending.push({ name: `${name}.js`, from: "module" }, { name: `${name}.d.ts`, from: "" });
  for (let wanted = pending.pop(); wanted !== undefined; wanted = pending.pop()) {
    const { name, from } = wanted;
    if (files.has(name)) continue;
    const bytes = read_if_exists(path.join(root, from, name));
    if (bytes === null) throw new HostError(`the runtime's '${name}' is not in this installation`);
    const text = new TextDecoder().decode(bytes);
    files.set(name, text);
    for (const [, static_one, dynamic] of text.matchAll(SPECIFIER)) {
      const specifier = static_one ?? dynamic ?? "";
      if (/^(?:node:|#)/.test(specifier)) continue;
      if (!specifier.startsWith(".")) {
        if (from !== "") packages.add(specifier);
        continue;
      }
      const reached = path.posix.join(path.posix.dirname(name), specifier);
      pending.push({
        name: from === "" ? reached.replace(/(?:\.d)?\.[jt]s$/, ".d.ts") : reached,
        from,
      });
    }
  }
  return { files, packages: [...packages].sort() };
}

interface Wanted {
  readonly name: string;
  /** The folder of dist: JavaScript lies in `module`, its types beside that folder. */
  readonly from: "module" | "";
}

const IMPORTED = new RegExp(`"(?:\\./|(?:\\.\\./)+)${RUNTIME_FOLDER}/([\\w./]+)\\.js"`, "g");
const SPECIFIER = /^(?:import|export)\b[^"';]*"([^"]+)";?|\bimport\("([^"]+)"\)/gm;
