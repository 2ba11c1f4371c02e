// What the user says about programs, on the command line or in the configuration: as the library wants it.
import type { Naming, PythonVersion } from "../../index.ts";
import type { MappedModules } from "./mapped-modules.ts";

export interface ProgramSettings {
  readonly pythonVersion?: PythonVersion;
  /** Files are absolute. */
  readonly alias?: MappedModules;
  readonly naming?: Naming;
}

export interface LibrarySettings {
  readonly python?: PythonVersion;
  readonly modules: MappedModules;
  readonly naming?: Naming;
}

/** `change`: how the files of mapped modules are named. */
export function library_settings(
  { pythonVersion, alias = {}, naming }: ProgramSettings,
  change: (modules: MappedModules) => MappedModules = (modules) => modules,
): LibrarySettings {
  return {
    ...(pythonVersion === undefined ? {} : { python: pythonVersion }),
    ...(naming === undefined ? {} : { naming }),
    modules: change(alias),
  };
}
