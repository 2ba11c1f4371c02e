// The rough parts of a printed text as one text for prettier, each at its depth, and what comes back put in their places.
import type { Rough } from "../writer.ts";

/**
 * A text whose parts prettier lays out as it would in their own places: those of a depth stand in the same blocks, each
 * behind a mark. `null` when there are none.
 */
export function gathered(parts: readonly Part[]): string | null {
  if (parts.length === 0) return null;
  return by_depth(parts)
    .map(([depth, own]) => {
      // whatever may stand in a function may stand here: `await`, `yield`, `return`
      const open = depth === 0 ? [] : ["async function* _() {", ...repeated("{", depth - 1)];
      return [...open, ...own.flatMap(framed), MARK, ...repeated("}", depth)].join("\n");
    })
    .join("\n");
}

/** What stands in place of each part. `laid_out`: what prettier made of the gathered text; throws if it is something else. */
export function taken_apart(parts: readonly Part[], laid_out: string): readonly string[] {
  const texts = laid_out.split(MARKS).values();
  const made = new Map<Part, string>();
  for (const [depth, own] of by_depth(parts)) {
    texts.next(); // the blocks that open, and those that close behind the depth before
    for (const part of own) made.set(part, unframed(part, depth, texts.next().value ?? ""));
  }
  if (texts.next().done === true || texts.next().done !== true)
    throw new Error("the laid out parts are not those asked for");
  return parts.map((part) => made.get(part) ?? "");
}

function by_depth(parts: readonly Part[]): readonly (readonly [number, readonly Part[]])[] {
  const found = new Map<number, Part[]>();
  for (const part of parts) {
    const depth = is_member(part) ? part.depth - 1 : part.depth;
    const own = found.get(depth) ?? [];
    found.set(depth, own);
    own.push(part);
  }
  return [...found];
}

function repeated(line: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => line);
}

export interface Part extends Pick<Rough, "depth" | "kind"> {
  readonly text: string;
}

export function rough_parts(code: string, rough: readonly Rough[]): readonly Part[] {
  return rough.map(({ start, end, depth, kind }) => ({
    text: code.slice(start, end),
    depth,
    kind,
  }));
}

export function replaced(code: string, rough: readonly Rough[], texts: readonly string[]): string {
  const pieces: string[] = [];
  let done = 0;
  rough.forEach(({ start, end }, index) => {
    pieces.push(code.slice(done, start), texts[index] ?? "");
    done = end;
  });
  pieces.push(code.slice(done));
  return pieces.join("");
}

/** A statement that no program has, alone on its line. */
const MARK = "$$$part$$$;";
const MARKS = /^ *\$\$\$part\$\$\$;\n/m;

/** A statement in a block, so that it is not empty. */
const NOTHING = "0;";

/** Each line before and behind the part stands for a line of what prettier makes of it. */
function framed(part: Part): readonly string[] {
  const { text, kind } = part;
  const lines = [MARK];
  if (is_member(part)) lines.push("class _ {");
  else if (kind === "else") lines.push("if (_) {", NOTHING);
  lines.push(text);
  if (has_block(part)) lines.push(NOTHING, "}");
  if (is_member(part)) lines.push("}");
  return lines;
}

function unframed(part: Part, depth: number, laid_out: string): string {
  const lines = laid_out.trimEnd().split("\n");
  const before = is_member(part) ? 1 : part.kind === "else" ? 2 : 0;
  const behind = (is_member(part) ? 1 : 0) + (has_block(part) ? 2 : 0);
  const made = lines.slice(before, lines.length - behind).join("\n");
  return made.slice((is_member(part) ? depth + 1 : depth) * 2);
}

function is_member({ kind }: Part): boolean {
  return kind === "member" || kind === "member head";
}

function has_block({ kind, text }: Part): boolean {
  return kind !== "statement" && kind !== "member" && !text.endsWith("{}");
}
