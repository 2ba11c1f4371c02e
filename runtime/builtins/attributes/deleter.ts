// Where a class keeps what `del x.name` does to a property: a method that no program can name.

export function deleter_name(property: string): string {
  return `del ${property}`;
}
