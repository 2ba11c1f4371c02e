// What a JavaScript function is to Python: function, class, coroutine function, or a blocking one.

/** - blocking: `async` only because something it reaches is awaited here; its call is not a coroutine. */
export type CallableKind = "function" | "class" | "coroutine_function" | "blocking";

const AsyncFunction: Function = Object.getPrototypeOf(async () => {}).constructor;
const blocking_functions = new WeakSet<Function>();
const kinds = new WeakMap<Function, CallableKind>();

/** What calling the function means. Arrow functions, methods and bound functions are told without any look-up. */
export function callable_kind(f: Function): CallableKind {
  if (is_async(f)) return blocking_functions.has(f) ? "blocking" : "coroutine_function";
  if (f.prototype === undefined) return "function";
  let kind = kinds.get(f);
  if (kind === undefined) {
    kind = is_constructor(f) ? "class" : "function";
    kinds.set(f, kind);
  }
  return kind;
}

/** Marks an `async` function as one that is a plain `def` in Python: `blocking(main)` where it is a value. */
export function blocking<F extends Function>(f: F): F {
  blocking_functions.add(f);
  return f;
}

/**
 * The same for methods of a class of the runtime, static ones too: who gets one as a value knows that it is awaited.
 * Called in a static block of the class.
 */
export function blocking_methods(type: object, ...names: readonly string[]): void {
  const prototype: unknown = Reflect.get(type, "prototype");
  for (const name of names) {
    const holder = Object.hasOwn(type, name) ? type : Object(prototype);
    const method: unknown = Reflect.get(holder, name);
    if (typeof method === "function") blocking(method);
  }
}

/** Marks a plain function whose result is awaited as that of an `async` one. */
export function coroutine_function<F extends Function>(f: F): F {
  kinds.set(f, "coroutine_function");
  return f;
}

/**
 * The same for methods of a class of the runtime, bound ones too: they pass for `async` functions. Called in a static
 * block of the class.
 */
export function coroutine_methods(
  type: { readonly prototype: object },
  ...names: readonly string[]
): void {
  for (const name of names)
    Object.setPrototypeOf(Reflect.get(type.prototype, name), AsyncFunction.prototype);
}

/** Whether calling the function makes a coroutine object in Python. */
export function is_coroutine_function(f: unknown): boolean {
  if (typeof f === "function") return callable_kind(f) === "coroutine_function";
  return f instanceof Object && coroutine_objects.some((type) => f instanceof type);
}

const coroutine_objects: (abstract new (...args: never) => object)[] = [];

/** The objects of the class are taken for coroutine functions. */
export function calls_make_coroutines(type: abstract new (...args: never) => object): void {
  coroutine_objects.push(type);
}

function is_async(f: object): boolean {
  return f instanceof AsyncFunction;
}

/** Classes alone have a prototype property that can't be written. */
function is_constructor(f: Function): boolean {
  return Object.getOwnPropertyDescriptor(f, "prototype")?.writable === false;
}
