// Where CPython is: by PATH or environment, never by a path of one machine.
import { spawnSync } from "node:child_process";

/**
 * The command of a CPython of the given version (`3.13`), or `null` when there is none:
 * `PYTHON313` (or `PYTHON` for 3.13), then `python3.13` on PATH, then what pyenv has installed.
 */
export function find_python(version: string): string | null {
  const known = found.get(version);
  if (known !== undefined) return known;
  const python = candidates(version).find((command) => reports_version(command, version)) ?? null;
  found.set(version, python);
  return python;
}

const found = new Map<string, string | null>();

function candidates(version: string): readonly string[] {
  const by_environment = [
    process.env[`PYTHON${version.replace(".", "")}`],
    process.env["PYTHON"],
  ].filter((command) => command !== undefined && command !== "") as string[];
  return [...by_environment, `python${version}`, "python3", ...by_pyenv(version)];
}

function by_pyenv(version: string): readonly string[] {
  const listed = spawnSync("pyenv", ["versions", "--bare"], { encoding: "utf8" });
  const full = (listed.stdout ?? "").split("\n").find((line) => line.startsWith(`${version}.`));
  if (full === undefined) return [];
  const prefix = spawnSync("pyenv", ["prefix", full], { encoding: "utf8" });
  return prefix.status === 0 ? [`${prefix.stdout.trim()}/bin/python`] : [];
}

function reports_version(command: string, version: string): boolean {
  const result = spawnSync(command, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
    encoding: "utf8",
  });
  return result.status === 0 && result.stdout.trim() === version;
}
