// complex: the callable.
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { is_keywords } from "../keywords.ts";
import { plain } from "../primitive.ts";
import { repr } from "../representation.ts";
import { strip_left, strip_right } from "../text/whitespace.ts";
import { type_name } from "../type-name.ts";
import { ascii_digits } from "./decimal-digit.ts";
import { Complex, complex_value } from "./complex.ts";
import { read_float } from "./parse-float.ts";

export interface ComplexOptions {
  readonly real?: unknown;
  readonly imag?: unknown;
}

/** `complex(real, imag)`, or text like `1+2j`. ValueError, TypeError. */
function make(real?: unknown, imag?: unknown): Complex;
function make(...given: readonly Dynamic[]): Complex {
  // `class Impedance(complex)`: the instance is of the class that is being made.
  if (new.target !== undefined) {
    const { re, im } = made(...given);
    return Reflect.construct(Complex, [re, im], new.target) as Complex;
  }
  return made(...given);
}

function made(...given: readonly Dynamic[]): Complex {
  const last = given.at(-1);
  const options: ComplexOptions = is_keywords(last) ? last : {};
  const [first, second] = is_keywords(last) ? given.slice(0, -1) : given;
  const real: Dynamic = first === undefined ? options.real : first;
  const imag: Dynamic = second === undefined ? options.imag : second;
  const text = plain(real);
  if (typeof text === "string") {
    if (imag !== undefined)
      throw new TypeError("complex() can't take second arg if first is a string");
    return parse_complex(text);
  }
  if (typeof plain(imag) === "string")
    throw new TypeError("complex() second arg can't be a string");
  if (real === null) throw wrong_type("first argument must be a string or a number", null);
  if (imag === null) throw wrong_type("second argument must be a number", null);
  const a = number_of(real ?? 0, "first argument must be a string or a number");
  if (imag === undefined) return a;
  const b = number_of(imag, "second argument must be a number");
  // Real parts go in as they are: adding zeros to them would lose the sign of -0.0.
  return new Complex(is_complex(imag) ? a.re - b.im : a.re, is_complex(real) ? b.re + a.im : b.re);
}

function number_of(value: Dynamic, wanted: string): Complex {
  if (typeof value === "object" && value !== null) {
    if (typeof value.__complex__ === "function") return value.__complex__();
    const own: unknown = typeof value.__float__ === "function" ? value.__float__() : value;
    const number = complex_value(own);
    if (number !== null) return number;
  }
  const number = complex_value(value);
  if (number === null) throw wrong_type(wanted, value);
  return number;
}

function is_complex(value: Dynamic): boolean {
  return value instanceof Complex || typeof value?.__complex__ === "function";
}

function wrong_type(wanted: string, value: unknown): TypeError {
  return new TypeError(`complex() ${wanted}, not '${type_name(value)}'`);
}

const PARTS = /^(.*?[^eE+-]|)([+-]?(?:[^+-]|[eE][+-])*)j$/i;

function parse_complex(text: string): Complex {
  let inner = strip_right(strip_left(ascii_digits(text)));
  if (inner.startsWith("(") && inner.endsWith(")"))
    inner = strip_right(strip_left(inner.slice(1, -1)));
  const real = read_float(inner);
  if (real !== null) return new Complex(real, 0);
  if (/j$/i.test(inner)) {
    const only = imaginary(inner.slice(0, -1));
    if (only !== null) return new Complex(0, only);
    const match = PARTS.exec(inner);
    const a = read_float(match?.[1] ?? "");
    const b = /^[+-]/.test(match?.[2] ?? "") ? imaginary(match?.[2] ?? "") : null;
    if (a !== null && b !== null) return new Complex(a, b);
  }
  const has_stray_underscore = /^_|[^0-9]_|_[^0-9]|_$/.test(inner) && inner.includes("_");
  throw new ValueError(
    has_stray_underscore
      ? `could not convert string to complex: ${repr(text)}`
      : "complex() arg is a malformed string",
  );
}

function imaginary(text: string): number | null {
  if (text === "" || text === "+") return 1;
  return text === "-" ? -1 : read_float(text);
}

/** `complex(a, b)`, and `complex.conjugate(z)` for `z.conjugate()`. */
export const complex: typeof make & { readonly __name__: string; readonly __is_type__: true } & {
  new (...args: readonly Dynamic[]): Complex;
  conjugate(value: Complex): Complex;
} = /* @__PURE__ */ Object.assign(make, {
  conjugate: (value: Complex) => value.conjugate(),
  prototype: Complex.prototype,
  __name__: "complex",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
