// What the user says about programs, on the command line or in the configuration: as the library wants it.
import type { PythonVersion } from "../../index.ts";
import type { MappedModules } from "./mapped-modules.ts";

export interface ProgramSettings {
  readonly pythonVersion?: PythonVersion;
  /** Files are absolute. */
  readonly alias?: MappedModules;
}

export interface LibrarySettings {
  readonly python?: PythonVersion;
  readonly modules: MappedModules;
}

/** `change`: how the files of mapped modules are named. */
export function library_settings(
  { pythonVersion, alias = {} }: ProgramSettings,
  change: (modules: MappedModules) => MappedModules = (modules) => modules,
): LibrarySettings {
  return {
    ...(pythonVersion === undefined ? {} : { python: pythonVersion }),
    modules: change(alias),
  };
}
