// Where the configuration is, and how it is read: pyasync2ts.config.{ts,js,json}, or [tool.pyasync2ts] of pyproject.toml.
import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { HostError, read_if_exists } from "../host.ts";
import { checked_config, type Config } from "./keys.ts";

export interface FoundConfig extends Config {
  /** Paths in the configuration are seen from here. */
  readonly folder: string;
  readonly file: string;
}

const NAMES = ["ts", "js", "json"].map((ending) => `pyasync2ts.config.${ending}`);

/** The configuration of a folder or of one around it, or `null`. Throws a HostError for what can't be read. */
export async function find_config(folder: string): Promise<FoundConfig | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    for (const name of [...NAMES, "pyproject.toml"]) {
      const file = path.join(at, name);
      const bytes = read_if_exists(file);
      if (bytes === null) continue;
      const found = await read_config(file, bytes);
      if (found !== null) return { ...found, folder: at, file };
    }
    if (at === path.dirname(at)) return null;
  }
}

/** `null`: a pyproject.toml that does not speak of us. */
async function read_config(file: string, bytes: Uint8Array): Promise<Config | null> {
  const text = new TextDecoder().decode(bytes);
  if (file.endsWith(".json"))
    return checked_config(
      attempt(file, () => JSON.parse(text)),
      file,
    );
  if (file.endsWith(".toml")) {
    if (!text.includes("pyasync2ts")) return null;
    const { parse } = await import("smol-toml");
    const tools = attempt(file, () => parse(text))["tool"] as Record<string, unknown> | undefined;
    const own = tools?.["pyasync2ts"];
    return own === undefined ? null : checked_config(own, file);
  }
  return checked_config(await imported(file, bytes), file);
}

async function imported(file: string, bytes: Uint8Array): Promise<unknown> {
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  try {
    const module: unknown = await import(`${pathToFileURL(file).href}?${version}`);
    return (module as { readonly default?: unknown }).default;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_FILE_EXTENSION")
      throw new HostError(
        `can't read '${file}': this Node (${process.version}) runs no TypeScript; use pyasync2ts.config.js or Node 22.18`,
      );
    throw unreadable(file, error);
  }
}

function attempt<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): HostError {
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return new HostError(`can't read '${file}': ${first}`);
}
