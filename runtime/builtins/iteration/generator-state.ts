// What JavaScript does not tell of its generators: whether a value is one, and whether it has been started.

const GeneratorPrototype: object = Object.getPrototypeOf(function* () {}).prototype;
const AsyncGeneratorPrototype: object = Object.getPrototypeOf(async function* () {}).prototype;
const started = new WeakSet<object>();

export function is_generator(value: unknown): value is Generator<unknown, unknown, unknown> {
  return typeof value === "object" && value !== null && is_prototype_of(GeneratorPrototype, value);
}

export function is_async_generator(
  value: unknown,
): value is AsyncGenerator<unknown, unknown, unknown> {
  return (
    typeof value === "object" && value !== null && is_prototype_of(AsyncGeneratorPrototype, value)
  );
}

function is_prototype_of(prototype: object, value: object): boolean {
  return Object.prototype.isPrototypeOf.call(prototype, value);
}

/** Noted by all that may advance a generator. */
export function mark_started(generator: object): void {
  started.add(generator);
}

export function is_started(generator: object): boolean {
  return started.has(generator);
}
