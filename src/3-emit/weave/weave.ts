// The last word on comments: what no construct took along stands at the nearest statement, each once and in order.
import type * as target from "../../target/nodes.ts";
import { places, type Carried, type Slot } from "./places.ts";
import { best_place } from "./best-place.ts";
import { rising } from "./rising.ts";
import { with_parts, type Visited } from "./visit.ts";

/** The program with all of `expected` (in the order of the Python text), and with none of them twice. */
export function weave(
  program: target.Program,
  expected: readonly target.CommentLine[],
): target.Program {
  if (expected.length === 0) return program;
  const all = places(program);
  const kept = new Set(rising(all.filter((each) => each.kind === "comment")));
  const carried = new Set([...kept].map(({ at }) => at));
  const missing = expected.filter(({ at }) => !carried.has(at));
  const events = all.filter((each) => each.kind !== "comment" || kept.has(each));
  if (missing.length === 0 && events.length === all.length) return program;
  const edits = new Edits(all, kept);
  let from = 0;
  for (const line of missing) {
    while (is_before(events, from, line.at)) from++;
    edits.add(best_place(events, from, line.at), line);
  }
  return edits.applied(program);
}

/** Whether a kept comment that precedes the place in Python stands behind `from` in the output. */
function is_before(events: readonly (Carried | Slot)[], from: number, at: number): boolean {
  for (let i = from; i < events.length; i++) {
    const event = events[i];
    if (event?.kind === "comment") return event.at < at;
  }
  return false;
}

interface Edit {
  readonly above: target.CommentLine[];
  readonly below: target.CommentLine[];
  /** By the place of the comment that they stand behind. */
  readonly behind: Map<number, target.CommentLine[]>;
}

/** What changes at which node; comments that are not kept vanish. */
class Edits {
  readonly #edits = new Map<number, Edit>();
  readonly #kept: ReadonlySet<string>;
  readonly #dropped: ReadonlySet<number>;

  constructor(all: readonly (Carried | Slot)[], kept: ReadonlySet<Carried>) {
    this.#kept = new Set([...kept].map(({ node, at }) => `${node} ${at}`));
    this.#dropped = new Set(
      all.flatMap((each) => (each.kind === "comment" && !kept.has(each) ? [each.node] : [])),
    );
  }

  add(place: Carried | Slot | undefined, line: target.CommentLine): void {
    const node = place?.node ?? 0;
    const edit: Edit = this.#edits.get(node) ?? { above: [], below: [], behind: new Map() };
    this.#edits.set(node, edit);
    if (place?.kind === "comment")
      edit.behind.set(place.at, [...(edit.behind.get(place.at) ?? []), line]);
    else if (place?.kind === "below") edit.below.push(line);
    else edit.above.push(line);
  }

  applied(program: target.Program): target.Program {
    let count = 0;
    const visit = <N extends Visited>(node: N): N => {
      const number = count++;
      const whole = with_parts(node, visit);
      const edit = this.#edits.get(number);
      if (edit === undefined && !this.#dropped.has(number)) return whole;
      return this.#edited(whole, number, edit);
    };
    return visit(program);
  }

  #edited<N extends Visited>(node: N, number: number, edit: Edit | undefined): N {
    const lines = (
      old: readonly (target.CommentLine | null)[],
    ): readonly (target.CommentLine | null)[] =>
      old.flatMap((line) => {
        if (line === null) return [line];
        const own = this.#kept.has(`${number} ${line.at}`) ? [line] : [];
        return [...own, ...(edit?.behind.get(line.at) ?? [])];
      });
    const { leading, trailing, below, ...bare }: Visited = node;
    const above = [...(edit?.above ?? []), ...lines(leading ?? [])];
    const [beside, ...rest] = lines(trailing === undefined ? [] : [trailing]);
    const under = [...rest, ...lines(below ?? []), ...(edit?.below ?? [])];
    const attached: target.Attached = {
      ...(above.length === 0 ? {} : { leading: above }),
      ...(beside === undefined || beside === null ? {} : { trailing: beside }),
      ...(under.length === 0 ? {} : { below: under }),
    };
    return { ...bare, ...attached } as unknown as N;
  }
}
