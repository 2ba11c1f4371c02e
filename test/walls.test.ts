// The walls of HOUSE.md: who may import whom, and no import cycles.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "./support/fixture.ts";

/** A room, and where its imports may lead (besides itself). The first room whose path fits is a file's. */
const rooms: readonly { readonly path: string; readonly may_import: readonly string[] }[] = [
  { path: "grammar/ast", may_import: ["grammar/positions.ts"] },
  { path: "grammar", may_import: ["grammar/ast", "chevrotain", "runtime/encodings"] },
  { path: "src/diagnostics", may_import: ["grammar/ast"] },
  { path: "src/project.ts", may_import: ["grammar/ast", "src/diagnostics"] },
  { path: "src/facts", may_import: ["grammar/ast", "src/diagnostics", "src/project.ts"] },
  { path: "src/target", may_import: ["grammar/ast"] },
  { path: "src/1-link", may_import: nouns("src/facts") },
  { path: "src/2-analyze", may_import: nouns("src/facts") },
  {
    path: "src/3-emit",
    may_import: [...nouns("src/facts", "src/target"), "runtime/signatures", "type runtime"],
  },
  {
    path: "src/4-print",
    may_import: [...nouns("src/facts", "src/target"), "prettier", "@jridgewell/sourcemap-codec"],
  },
  {
    path: "src/transpile.ts",
    may_import: [
      ...nouns("src/facts", "src/target"),
      "grammar",
      "src/1-link",
      "src/2-analyze",
      "src/3-emit",
      "src/4-print",
    ],
  },
  { path: "src/batch.ts", may_import: [...nouns(), "src/transpile.ts", "type src/4-print"] },
  { path: "src/python-project.ts", may_import: [...nouns(), "src/batch.ts", "type src/4-print"] },
  {
    path: "src/index.ts",
    may_import: [
      ...nouns(),
      "grammar",
      "src/transpile.ts",
      "src/batch.ts",
      "src/python-project.ts",
      "src/4-print",
    ],
  },
  { path: "src/cli/host.ts", may_import: ["node:", "src/cli/manifest.ts"] },
  {
    path: "src/cli",
    may_import: [
      "src/index.ts",
      "src/project.ts",
      "src/diagnostics",
      "commander",
      "diff",
      "picomatch",
      "smol-toml",
      "node:",
      "runtime/",
    ],
  },
  { path: "runtime/platform", may_import: ["node:", "undici"] },
  { path: "runtime/encodings", may_import: [] },
  { path: "runtime/signatures", may_import: [] },
  {
    path: "runtime/builtins",
    may_import: ["runtime/platform", "runtime/encodings", "runtime/signatures"],
  },
  { path: "runtime/concurrency", may_import: ["runtime/platform", "runtime/builtins"] },
  {
    path: "runtime/asyncio",
    may_import: ["runtime/platform", "runtime/builtins", "runtime/concurrency"],
  },
  {
    path: "runtime/stdlib",
    may_import: [
      "runtime/platform",
      "runtime/encodings",
      "runtime/builtins",
      "runtime/concurrency",
      "runtime/asyncio",
    ],
  },
];

function nouns(...more: readonly string[]): readonly string[] {
  return ["grammar/ast", "src/diagnostics", "src/project.ts", ...more];
}

interface Import {
  readonly from: string;
  /** A file of the repository, or a package or node module as written. */
  readonly to: string;
  readonly type_only: boolean;
}

const files = ["grammar", "src", "runtime"].flatMap((folder) =>
  readdirSync(path.join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/"))),
);
const imports = files.flatMap(read_imports);

test("every import stays inside its walls", () => {
  const breaches = imports
    .filter((each) => !is_allowed(each))
    .map((each) => `${each.from} → ${each.to}`);
  expect(breaches).toEqual([]);
});

test("no import cycles, types included", () => {
  expect(find_cycles()).toEqual([]);
});

function is_allowed({ from, to, type_only }: Import): boolean {
  const room = rooms.find((each) => is_inside(from, each.path));
  if (room === undefined) return false;
  if (is_inside(to, room.path)) return !is_sibling_construct(from, to);
  return room.may_import.some((wall) =>
    wall.startsWith("type ") ? type_only && is_inside(to, wall.slice(5)) : is_inside(to, wall),
  );
}

function is_inside(file: string, folder: string): boolean {
  return (
    file === folder ||
    file.startsWith(folder.endsWith(":") || folder.endsWith("/") ? folder : `${folder}/`)
  );
}

/** Inside 3-emit a construct never imports a construct: what two share goes to shared/. */
function is_sibling_construct(from: string, to: string): boolean {
  const chapters = /^src\/3-emit\/(expressions|patterns|simple-statements|compound-statements)\//;
  return chapters.test(from) && !from.endsWith("/index.ts") && chapters.test(to);
}

function read_imports(from: string): readonly Import[] {
  const text = readFileSync(path.join(repository, from), "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)";/gm,
  );
  const dynamic = text.matchAll(/(typeof )?import\("([^"]+)"\)/g);
  return [...statements, ...dynamic].map((match) => ({
    from,
    to: resolve(from, match[2] ?? ""),
    type_only: match[1] !== undefined,
  }));
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".")
    ? path.posix.join(path.posix.dirname(from), specifier)
    : specifier;
}

/** Depth-first search; each cycle is told once, by the files on it. */
function find_cycles(): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]) => {
    const seen = trail.indexOf(file);
    if (seen >= 0) cycles.push([...trail.slice(seen), file].join(" → "));
    if (seen >= 0 || finished.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}
