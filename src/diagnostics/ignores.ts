// `# pyasync2ts: ignore[PA0004]`: warnings that a file's own comments silence, for a line or for the whole file.
import type * as ast from "../../grammar/ast/index.ts";
import { end_of_line, start_of_line } from "./code-frame.ts";
import { useless_ignore } from "./catalogue/ignores.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { explanations } from "./explanations.ts";

export interface Ignore {
  /** Where the comment stands. */
  readonly span: ast.Span;
  readonly codes: readonly string[];
  /** `null`: a comment on a line of its own below the head of the file, which covers nothing. */
  readonly covers: ast.Span | null;
}

/** The comments of a file that silence something: at its head, behind a line, or behind an element or statement of several lines. */
export function ignores_of(
  source: string,
  module: ast.Module,
  trivia: ast.Trivia,
): readonly Ignore[] {
  if (!source.includes("pyasync2ts:")) return [];
  const head_end = end_of_head(module, source);
  const found: Ignore[] = [];
  for (const table of [trivia.leading, trivia.dangling, trivia.trailing])
    for (const [node, comments] of table)
      for (const comment of comments) {
        const codes = codes_in(comment.text);
        if (codes === null) continue;
        const { start, end, own_line } = comment;
        const covers = own_line
          ? start < head_end
            ? { start: 0, end: source.length }
            : null
          : hull(
              { start: start_of_line(source, start), end: end_of_line(source, start) },
              table === trivia.trailing ? node : null,
            );
        found.push({ span: { start, end }, codes, covers });
      }
  return found.sort((left, right) => left.span.start - right.span.start);
}

/**
 * Marks what a file's comments silence, and adds a PA0005 for each of their codes without effect. Of files that are not
 * `looked_through` to the end nobody knows what is left over.
 */
export function with_ignores(
  diagnostics: readonly Diagnostic[],
  ignores: ReadonlyMap<string, readonly Ignore[]>,
  looked_through: (file: string) => boolean,
): readonly Diagnostic[] {
  const all = [...ignores].flatMap(([file, own]) => own.map((ignore) => ({ file, ignore })));
  if (all.length === 0) return diagnostics;
  const effects = new Map<string, "used" | "error">();
  const marked = diagnostics.map((each) => {
    let is_silenced = false;
    for (const ignore of ignores.get(each.file) ?? []) {
      if (!ignore.codes.includes(each.code) || !is_covered(each, ignore)) continue;
      const key = key_of(each.file, ignore, each.code);
      if (each.severity === "error") effects.set(key, "error");
      else {
        is_silenced = true;
        if (!effects.has(key)) effects.set(key, "used");
      }
    }
    return is_silenced ? ({ ...each, silenced: "comment" } as const) : each;
  });
  const useless = all.flatMap(({ file, ignore }) => {
    const { span, codes, covers } = ignore;
    const told = (reason: Parameters<typeof useless_ignore>[2], code = ""): Diagnostic =>
      useless_ignore(file, span, reason, code);
    if (codes.length === 0) return [told("no codes")];
    if (covers === null) return [told("alone")];
    return codes.flatMap((code) => {
      const effect = effects.get(key_of(file, ignore, code));
      if (effect === "used") return [];
      if (effect === "error") return [told("error", code)];
      if (!Object.hasOwn(explanations, code)) return [told("unknown", code)];
      return looked_through(file) ? [told("unused", code)] : [];
    });
  });
  // a comment can silence what is said of another one
  return [...marked, ...useless.map((each) => silenced_itself(each, ignores.get(each.file) ?? []))];
}

function silenced_itself(diagnostic: Diagnostic, ignores: readonly Ignore[]): Diagnostic {
  const is_silenced = ignores.some(
    (ignore) => ignore.codes.includes(diagnostic.code) && is_covered(diagnostic, ignore),
  );
  return is_silenced ? { ...diagnostic, silenced: "comment" } : diagnostic;
}

/** `null`: the comment does not speak to us; empty: it names nothing. */
function codes_in(text: string): readonly string[] | null {
  const match = /^#\s*pyasync2ts:\s*ignore\b\s*(?:\[([^\]]*)\])?/.exec(text);
  if (match === null) return null;
  return (match[1] ?? "").split(/[\s,]+/).filter((code) => code !== "");
}

function is_covered({ span }: Diagnostic, { covers }: Ignore): boolean {
  if (covers === null) return false;
  const { start, end } = span ?? { start: 0, end: 0 };
  return start <= covers.end && Math.max(start, end) >= covers.start;
}

/** Of a suite only the last line counts: what a comment stands behind is a statement without a suite, or an expression. */
function hull(line: ast.Span, node: ast.Node | null): ast.Span {
  if (node === null || "body" in node) return line;
  return { start: Math.min(line.start, node.start), end: Math.max(line.end, node.end) };
}

/** Where the first statement begins that is no docstring. */
function end_of_head({ body }: ast.Module, source: string): number {
  const [first, second] = body;
  if (first === undefined) return source.length;
  const is_docstring =
    first.tag === "Expr" &&
    first.value.tag === "Constant" &&
    /^[rub]*["']/i.test(source.slice(first.start, first.start + 3));
  return is_docstring ? (second?.start ?? source.length) : first.start;
}

function key_of(file: string, { span }: Ignore, code: string): string {
  return `${code} ${span.start} ${file}`;
}
