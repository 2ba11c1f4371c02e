// What classes say about others that don't extend them: protocols, and classes that an abstract one registers.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";

export interface Protocol {
  readonly is_checkable: boolean;
  readonly methods: readonly string[];
  readonly data: readonly string[];
}

const protocols = new WeakMap<object, Protocol>();

/** Pairs of an abstract class and one that it has registered, in order. */
export const registered: { readonly base: Dynamic; readonly cls: Dynamic }[] = [];

/**
 * `static { protocol(this, true, ["close"], ["name"]); }`: what instances must have; whether `@runtime_checkable`
 * stands above the class.
 */
export function protocol(
  cls: object,
  is_checkable: boolean,
  methods: readonly string[],
  data: readonly string[],
): void {
  protocols.set(cls, { is_checkable, methods, data });
}

export function protocol_of(cls: object): Protocol | null {
  return protocols.get(cls) ?? null;
}

/** TypeError when the class is a protocol. */
export function check_no_protocol(cls: object): void {
  if (protocols.has(cls)) throw new TypeError("Protocols cannot be instantiated");
}

/** `base.register(cls)`: gives the class back. */
export function register_class(base: Dynamic, cls: Dynamic): Dynamic {
  registered.push({ base, cls });
  return cls;
}
