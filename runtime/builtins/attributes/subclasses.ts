// cls.__subclasses__(): which classes extend a class directly, as far as their definitions told.

const known = new WeakMap<Function, Function[]>();

export function note_subclass(base: Function, subclass: Function): void {
  const found = known.get(base) ?? [];
  found.push(subclass);
  known.set(base, found);
}

export function subclasses_of(type: Function): readonly Function[] {
  return [...(known.get(type) ?? [])];
}
