// The manifest beside outputs: what was written, from what, so that a person's edits are known from ours.
import { createHash } from "node:crypto";

export const MANIFEST = ".pyasync2ts.json";

export interface OutputEntry {
  /** Of the text that we wrote. */
  readonly hash: string;
  /** Of the same text before it was laid out. */
  readonly printed?: string;
  /** The Python file, seen from the manifest's folder. */
  readonly source?: string;
}

export interface SourceEntry {
  readonly hash: string;
  /** Level, module, names. */
  readonly imports: readonly (readonly [number, string, readonly string[]])[];
  readonly guard: boolean;
}

/** What a component gave when it was transpiled. Files are seen from the manifest's folder. */
export interface ComponentEntry {
  readonly outputs: readonly string[];
  readonly diagnostics: readonly unknown[];
}

export interface Manifest {
  readonly outputs: Readonly<Record<string, OutputEntry>>;
  readonly sources: Readonly<Record<string, SourceEntry>>;
  readonly components: Readonly<Record<string, ComponentEntry>>;
}

const EMPTY: Manifest = { outputs: {}, sources: {}, components: {} };

/** Wrong text counts as nothing: then every output that is there is taken to be a person's. */
export function parse_manifest(text: string | null, version: string): Manifest {
  const read = text === null ? null : as_json(text);
  if (read === null) return EMPTY;
  if (!("outputs" in read)) {
    const entries = Object.entries(read).filter(([, hash]) => typeof hash === "string");
    const outputs = entries.map(([name, hash]) => [name, { hash: String(hash) }] as const);
    return { ...EMPTY, outputs: Object.fromEntries(outputs) };
  }
  const { outputs, sources, components } = { ...EMPTY, ...read } as Manifest;
  const is_ours = (read as { version?: unknown }).version === version;
  return is_ours ? { outputs, sources, components } : { ...EMPTY, outputs };
}

/** Sorted, so that the same batch gives the same bytes. */
export function manifest_text(manifest: Manifest, version: string): string {
  const sorted = { version, ...map_values(manifest, by_name) };
  return `${JSON.stringify(sorted, null, 1)}\n`;
}

export function hash_of(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

function as_json(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : null;
  } catch {
    return null;
  }
}

function map_values(
  manifest: Manifest,
  map: (table: Readonly<Record<string, unknown>>) => object,
): object {
  const { outputs, sources, components } = manifest;
  return { outputs: map(outputs), sources: map(sources), components: map(components) };
}

function by_name(table: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(table).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
