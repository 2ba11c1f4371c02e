// decimal.Context, and which one is current.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import type { Dict } from "../../builtins/mappings/dict.ts";
import { class_name } from "../../builtins/type-name.ts";
import { finished } from "./finish.ts";
import { Decimal } from "./decimal.ts";
import { current, first_context, make_current, Settings } from "./settings.ts";
import { ROUND_HALF_EVEN, ROUND_HALF_UP } from "./rounding.ts";
import {
  Clamped,
  DivisionByZero,
  FloatOperation,
  Inexact,
  InvalidOperation,
  Overflow,
  Rounded,
  SIGNALS,
  Subnormal,
  Underflow,
} from "./signals.ts";

/** Precision, rounding and traps of calculations; what is not given is as in `DefaultContext`. */
export class Context extends Settings {
  static readonly __name__: string = "Context";
  static readonly __module__: string = "decimal";

  constructor(
    prec: number | null = null,
    rounding: string | null = null,
    Emin: number | null = null,
    Emax: number | null = null,
    capitals: number | null = null,
    clamp: number | null = null,
    flags: Dynamic = null,
    traps: Dynamic = null,
  ) {
    const given = { prec, rounding, Emin, Emax, capitals, clamp, flags };
    super({ ...given, traps: traps ?? [InvalidOperation, DivisionByZero, Overflow] });
  }

  copy(): Context {
    const { prec, rounding, Emin, Emax, capitals, clamp, flags, traps } = this;
    return new Context(prec, rounding, Emin, Emax, capitals, clamp, flags, traps);
  }

  __copy__(): Context {
    return this.copy();
  }

  clear_flags(): void {
    for (const signal of SIGNALS) this.flags.set(signal, false);
  }

  clear_traps(): void {
    for (const signal of SIGNALS) this.traps.set(signal, false);
  }

  /** A number rounded to this context. */
  create_decimal(num: Dynamic = 0): Decimal {
    const { _parts } = new Decimal(num, this);
    return Decimal._of(_parts.kind === "finite" ? finished(_parts, this) : _parts);
  }

  create_decimal_from_float(f: number): Decimal {
    return this.create_decimal(Decimal.from_float(f));
  }

  add(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__add__(b));
  }

  subtract(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__sub__(b));
  }

  multiply(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__mul__(b));
  }

  divide(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__truediv__(b));
  }

  divide_int(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__floordiv__(b));
  }

  remainder(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__mod__(b));
  }

  power(a: Dynamic, b: Dynamic): Dynamic {
    return this.#within(() => number(a).__pow__(b));
  }

  sqrt(a: Dynamic): Decimal {
    return number(a).sqrt(this);
  }

  exp(a: Dynamic): Decimal {
    return number(a).exp(this);
  }

  ln(a: Dynamic): Decimal {
    return number(a).ln(this);
  }

  log10(a: Dynamic): Decimal {
    return number(a).log10(this);
  }

  quantize(a: Dynamic, b: Dynamic): Decimal {
    return number(a).quantize(b, null, this);
  }

  normalize(a: Dynamic): Decimal {
    return number(a).normalize(this);
  }

  compare(a: Dynamic, b: Dynamic): Decimal {
    return number(a).compare(b, this);
  }

  max(a: Dynamic, b: Dynamic): Decimal {
    return number(a).max(b, this);
  }

  min(a: Dynamic, b: Dynamic): Decimal {
    return number(a).min(b, this);
  }

  abs(a: Dynamic): Decimal {
    return this.#within(() => number(a).__abs__());
  }

  plus(a: Dynamic): Decimal {
    return this.#within(() => number(a).__pos__());
  }

  minus(a: Dynamic): Decimal {
    return this.#within(() => number(a).__neg__());
  }

  to_sci_string(a: Dynamic): string {
    return this.#within(() => number(a).__str__());
  }

  to_eng_string(a: Dynamic): string {
    return number(a).to_eng_string(this);
  }

  __repr__(): string {
    const { prec, rounding, Emin, Emax, capitals, clamp } = this;
    const limits = `Emin=${Emin}, Emax=${Emax}, capitals=${capitals}, clamp=${clamp}`;
    return (
      `Context(prec=${prec}, rounding=${rounding}, ${limits}, ` +
      `flags=[${names(this.flags)}], traps=[${names(this.traps)}])`
    );
  }

  #within<T>(action: () => T): T {
    const outer = current();
    make_current(this);
    try {
      return action();
    } finally {
      make_current(outer);
    }
  }
}

function number(value: Dynamic): Decimal {
  return value instanceof Decimal ? value : new Decimal(value);
}

function names(signals: Dict<Dynamic, boolean>): string {
  return SHOWN.flatMap((signal) => (signals.get(signal) === true ? [class_name(signal)] : [])).join(
    ", ",
  );
}

/** In the order of their bits in libmpdec. */
const SHOWN: readonly Dynamic[] = [
  Clamped,
  InvalidOperation,
  DivisionByZero,
  Inexact,
  FloatOperation,
  Overflow,
  Rounded,
  Subnormal,
  Underflow,
];

export const DefaultContext: Context = new Context();
export const BasicContext: Context = new Context(9, ROUND_HALF_UP, null, null, null, null, null, [
  InvalidOperation,
  DivisionByZero,
  Overflow,
  Underflow,
  Clamped,
]);
export const ExtendedContext: Context = new Context(
  9,
  ROUND_HALF_EVEN,
  null,
  null,
  null,
  null,
  null,
  [],
);

first_context.make = () => DefaultContext.copy();

/** The context of this thread or task. */
export function getcontext(): Context {
  return current() as Context;
}

export function setcontext(context: Context): void {
  if (!(context instanceof Context)) throw new TypeError("optional argument must be a context");
  const is_standard = [DefaultContext, BasicContext, ExtendedContext].includes(context);
  make_current(is_standard ? context.copy() : context);
}

/** A manager: inside of it a copy of the context, with the changes given, is current. */
export function localcontext(
  ctx?: Context | null,
  keywords: Record<string, Dynamic> = {},
): LocalContext {
  const made = (ctx ?? getcontext()).copy();
  for (const [name, value] of Object.entries(keywords))
    if (value != null) Reflect.set(made, name, value);
  return new LocalContext(made);
}

export class LocalContext {
  static readonly __name__: string = "ContextManager";
  static readonly __module__: string = "decimal";
  readonly #inner: Context;
  #outer: Context | null = null;

  constructor(inner: Context) {
    this.#inner = inner;
  }

  __enter__(): Context {
    this.#outer = getcontext();
    make_current(this.#inner);
    return this.#inner;
  }

  __exit__(_type: Dynamic, _error: Dynamic, _traceback: Dynamic): boolean {
    if (this.#outer !== null) make_current(this.#outer);
    return false;
  }
}
