// The rough parts of a printed text as one text for prettier, each at its depth, and what comes back put in their places.
import type { Rough } from "../writer.ts";

/** A text whose parts prettier lays out as it would in their own places; `null` when there are none. */
export function gathered(parts: readonly Part[]): string | null {
  if (parts.length === 0) return null;
  return parts.map((part) => `${MARK}\n${framed(part)}\n`).join("") + `${MARK}\n`;
}

/** What stands in place of each part. `laid_out`: what prettier made of the gathered text; throws if it is something else. */
export function taken_apart(parts: readonly Part[], laid_out: string): readonly string[] {
  const texts = laid_out.split(`${MARK}\n`);
  if (texts.length !== parts.length + 2)
    throw new Error("the laid out parts are not those asked for");
  return parts.map((part, index) => unframed(part, texts[index + 1] ?? ""));
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

/** So that a text is no directive. */
const NOTHING = "0;";

/** Each line before and behind the part stands for a line of what prettier makes of it. */
function framed({ text, depth, kind }: Part): string {
  const lines: string[] = [];
  const is_member = kind === "member" || kind === "member head";
  const blocks = is_member ? depth - 1 : depth;
  // whatever may stand in a function may stand here: `await`, `yield`, `return`
  for (let i = 0; i < blocks; i++) lines.push(i === 0 ? "async function* _() {" : "{");
  if (is_member) lines.push("class _ {");
  else if (kind !== "else") lines.push(NOTHING);
  else lines.push("if (_) {", NOTHING);
  lines.push(text);
  if (has_block(kind, text)) lines.push(NOTHING, "}");
  for (let i = 0; i < depth; i++) lines.push("}");
  return lines.join("\n");
}

function unframed({ text, depth, kind }: Part, laid_out: string): string {
  const lines = laid_out.trimEnd().split("\n");
  const before =
    depth + (kind === "else" ? 2 : kind === "member" || kind === "member head" ? 0 : 1);
  const behind = depth + (has_block(kind, text) ? 2 : 0);
  const made = lines.slice(before, lines.length - behind).join("\n");
  return made.slice(depth * 2);
}

function has_block(kind: Rough["kind"], text: string): boolean {
  return kind !== "statement" && kind !== "member" && !text.endsWith("{}");
}
