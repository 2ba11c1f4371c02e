// get_close_matches: the words that are most like a word.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { gt, lt } from "../../builtins/index.ts";
import type { float, int } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { SequenceMatcher, type Sequence } from "./sequence-matcher.ts";

/** Up to `n` of the possibilities whose similarity is at least `cutoff`, the most similar first. ValueError. */
export function get_close_matches<S extends Sequence>(
  word: Sequence,
  possibilities: Iterable<S>,
  n: int = 3,
  cutoff: float = 0.6,
): S[] {
  if (n <= 0) throw new ValueError(`n must be > 0: ${repr(n)}`);
  if (cutoff < 0 || cutoff > 1)
    throw new ValueError(`cutoff must be in [0.0, 1.0]: ${repr(cutoff)}`);
  const matcher = new SequenceMatcher();
  matcher.set_seq2(word);
  const scored: { readonly ratio: number; readonly candidate: S }[] = [];
  for (const candidate of possibilities) {
    matcher.set_seq1(candidate);
    const bounds = [matcher.real_quick_ratio(), matcher.quick_ratio()];
    if (bounds.some((bound) => bound < cutoff)) continue;
    const ratio = Number(matcher.ratio());
    if (ratio >= cutoff) scored.push({ ratio, candidate });
  }
  scored.sort(
    (one, other) => other.ratio - one.ratio || greater_first(one.candidate, other.candidate),
  );
  return scored.slice(0, n).map(({ candidate }) => candidate);
}

function greater_first(one: Dynamic, other: Dynamic): number {
  return gt(one, other) === true ? -1 : lt(one, other) === true ? 1 : 0;
}
