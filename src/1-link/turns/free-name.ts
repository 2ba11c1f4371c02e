// A name that the program does not have yet.

/** The name, with a number behind it where the program has it. */
export function free(name: string, names: ReadonlySet<string>): string {
  let found = name;
  for (let count = 2; names.has(found); count += 1) found = `${name}_${count}`;
  return found;
}
