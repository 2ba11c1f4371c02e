// Where a comment that nothing took along reads best.
import type { Carried, Slot } from "./places.ts";

/**
 * Among the slots from `from` on, up to the next kept comment: in the innermost statement that holds the comment in
 * Python, between the same statements as there; above that statement when it stands in its head. Right behind the
 * comment before it where both stand above a statement, or where there is no slot.
 */
export function best_place(
  events: readonly (Carried | Slot)[],
  from: number,
  at: number,
): Carried | Slot | undefined {
  const before = events[from - 1];
  if (before?.kind === "comment" && at < (before.above?.span?.start ?? -1)) return before;
  let best: Found = { width: Infinity, head: null, next: null, previous: null };
  for (let i = from; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.kind === "comment") break;
    const width = scope_width(event, at);
    if (width > best.width) continue;
    if (width < best.width) best = { width, head: null, next: null, previous: null };
    note(event, at, best);
  }
  const { head, next, previous } = best;
  if (previous !== null) return next ?? previous;
  return head ?? next ?? before ?? events[from];
}

/** The slots in the narrowest statement so far. */
interface Found {
  readonly width: number;
  head: Slot | null;
  next: Slot | null;
  previous: Slot | null;
}

function note(slot: Slot, at: number, found: Found): void {
  if (slot.span === null) return;
  const { start, end } = slot.span;
  if (slot.kind === "below") {
    if (end <= at) found.previous = slot;
  } else if (holds(slot, at)) found.head = slot;
  else if (start > at) found.next ??= slot;
}

/** How long the statement is that the comment would be a part of: the one below, or the one around. */
function scope_width(slot: Slot, at: number): number {
  const scope = slot.kind === "above" && holds(slot, at) ? slot : slot.within;
  if (scope?.span === null || scope?.span === undefined || !holds(scope, at)) return Infinity;
  return scope.span.end - scope.span.start;
}

function holds({ span }: Slot, at: number): boolean {
  return span !== null && span.start <= at && at < span.end;
}
