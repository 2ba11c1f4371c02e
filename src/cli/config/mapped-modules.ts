// `modules` of the configuration and `--alias NAME=PLACE`: what is imported in the place of a Python module.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HostError } from "../host.ts";

/** Python module → the absolute path of a file (with `/`), or the name of a package, as it is written. */
export type MappedModules = Readonly<Record<string, string>>;

/** Paths (`./x.ts`, `../x.ts`, absolute ones) are seen from the folder. HostError where there is no such file. */
export function mapped_from(folder: string, given: MappedModules): MappedModules {
  return Object.fromEntries(
    Object.entries(given).map(([name, place]) => {
      if (!/^\.{1,2}\//.test(place) && !path.isAbsolute(place)) return [name, place];
      const file = path.resolve(folder, place);
      if (!existsSync(file))
        throw new HostError(`module '${name}' is mapped to '${place}': there is no such file`);
      return [name, file.replaceAll(path.sep, "/")];
    }),
  );
}

/** As a file that is written to `output` imports them. */
export function seen_by(output: string, modules: MappedModules): MappedModules {
  const from = path.dirname(path.resolve(output));
  return map_files(modules, (file) => {
    const way = path.relative(from, file).replaceAll(path.sep, "/");
    return way.startsWith(".") ? way : `./${way}`;
  });
}

/** As URLs, for what runs from elsewhere. */
export function as_urls(modules: MappedModules): MappedModules {
  return map_files(modules, (file) => pathToFileURL(file).href);
}

/** HostError where the program imports TypeScript and this Node runs none. */
export function check_runnable(
  modules: MappedModules,
  program: readonly { readonly code: string }[],
): void {
  const strips: unknown = Reflect.get(process.features, "typescript");
  const is_imported = (place: string): boolean =>
    program.some(({ code }) => code.includes(`"${place}"`));
  for (const [name, place] of Object.entries(modules))
    if (/^file:.*\.[cm]?ts$/.test(place) && !strips && is_imported(place))
      throw new HostError(
        `module '${name}' is mapped to '${fileURLToPath(place)}', and this Node (${process.version}) runs no TypeScript: map it to JavaScript, or use Node 22.18`,
      );
}

function map_files(modules: MappedModules, change: (file: string) => string): MappedModules {
  return Object.fromEntries(
    Object.entries(modules).map(([name, place]) => [
      name,
      path.isAbsolute(place) ? change(place) : place,
    ]),
  );
}
