// The exceptions that were made last: among them are those that were being handled when another one was raised.

const KEPT = 256;
const made: object[] = [];
let count = 0;

export function note_made(exception: object): void {
  made[count++ % KEPT] = exception;
}

/** Those made before the exception, last first; none where it was made too long ago. */
export function made_before(exception: object): readonly object[] {
  const found: object[] = [];
  let is_before = false;
  for (let at = count - 1; at >= 0 && at >= count - KEPT; at--) {
    const each = made[at % KEPT];
    if (each === undefined) break;
    if (is_before) found.push(each);
    else is_before = each === exception;
  }
  return found;
}
