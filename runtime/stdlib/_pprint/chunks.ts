// Long texts and bytes in pieces that fit on a line: texts at ends of lines and words, bytes by fours.
import { bytes_repr } from "../../builtins/bytes/like.ts";
import { repr } from "../../builtins/representation.ts";
import { text_length } from "../../builtins/text/code-points.ts";
import { splitlines } from "../../builtins/text/methods/split.ts";

/** What bytes and byte arrays give: their content. */
export interface BytesLike {
  view(): Uint8Array;
}

/** The reprs of the pieces; the last has to leave `allowance` characters free. */
export function text_chunks(text: string, width: number, allowance: number): string[] {
  const lines = splitlines(text, true);
  return lines.flatMap((line, at) => {
    const last_width = at === lines.length - 1 ? width - allowance : width;
    const whole = repr(line);
    if (text_length(whole) <= last_width) return [whole];
    const words = line.match(/\S+\s*|\s+/gu) ?? [];
    return packed(words, width, last_width, (parts) => repr(parts.join("")));
  });
}

/** The reprs of the pieces; the last has to leave `allowance` characters free. */
export function byte_chunks(bytes: BytesLike, width: number, allowance: number): string[] {
  const view = bytes.view();
  const starts = Array.from({ length: Math.ceil(view.length / 4) }, (_, at) => at * 4);
  // CPython counts the last piece only when the length is no multiple of four
  const last_width = view.length % 4 === 0 ? width : width - allowance;
  return packed(starts, width, last_width, (some) => {
    const start = some[0] ?? 0;
    return bytes_repr(view.subarray(start, start + 4 * some.length));
  });
}

/** As many parts a piece as fit. */
function packed<T>(
  parts: readonly T[],
  width: number,
  last_width: number,
  show: (parts: readonly T[]) => string,
): string[] {
  const pieces: string[] = [];
  let current: T[] = [];
  for (const [at, part] of parts.entries()) {
    const room = at === parts.length - 1 ? last_width : width;
    if (text_length(show([...current, part])) <= room) current.push(part);
    else {
      if (current.length > 0) pieces.push(show(current));
      current = [part];
    }
  }
  if (current.length > 0) pieces.push(show(current));
  return pieces;
}
