// type(): the class of a value; and which JavaScript class stands behind a built-in type.
import { bool } from "../bool.ts";
import { ByteArray } from "../bytes/byte-array.ts";
import { bytearray, bytes } from "../bytes/bytes-type.ts";
import { Bytes } from "../bytes/bytes.ts";
import {
  ClassMethod,
  classmethod,
  Property,
  property,
  StaticMethod,
  staticmethod,
} from "../classes/property.ts";
import type { Dynamic } from "../dynamic.ts";
import { Float } from "../float.ts";
import { is_async_generator, is_generator } from "../iteration/generator-state.ts";
import { dict } from "../mappings/dict-type.ts";
import { Dict } from "../mappings/dict.ts";
import { metaclass_of } from "../metaclass.ts";
import { complex } from "../numbers/complex-type.ts";
import { Complex } from "../numbers/complex.ts";
import { float } from "../numbers/float-type.ts";
import { int } from "../numbers/int-type.ts";
import { list } from "../sequences/list.ts";
import { Range, range } from "../sequences/range.ts";
import { Slice, slice } from "../sequences/slice.ts";
import { tuple } from "../sequences/tuple-type.ts";
import { FrozenSet, frozenset } from "../sets/frozenset.ts";
import { PySet, set } from "../sets/set.ts";
import { str } from "../text/str-type.ts";
import { Tuple } from "../tuple.ts";
import { is_class, is_native_iterator, type_name } from "../type-name.ts";
import { PyObject } from "./object.ts";
import {
  AsyncGeneratorType,
  ClassType,
  GeneratorType,
  iterator_type,
  ModuleType,
  NoneType,
  type_of_function,
} from "./type-objects.ts";

/** `type(value)`. */
export function type_of(value: Dynamic): Dynamic {
  switch (typeof value) {
    case "string":
      return str;
    case "number":
      return Number.isInteger(value) ? int : float;
    case "bigint":
      return int;
    case "boolean":
      return bool;
    case "undefined":
      return NoneType;
    case "function":
      return is_class(value) ? (metaclass_of(value) ?? ClassType) : type_of_function(value);
    case "symbol":
      return PyObject;
    case "object":
      return value === null ? NoneType : type_of_object(value);
  }
}

/** The JavaScript class whose instances a built-in type has; other classes stand for themselves. */
export function class_behind(type: Dynamic): Dynamic {
  return behind().get(type) ?? type;
}

/** The built-in type behind whose instances a JavaScript class stands; other classes stand for themselves. */
export function callable_of(type: Dynamic): Dynamic {
  for (const [callable, native] of behind()) if (native === type) return callable;
  return type;
}

function type_of_object(value: Dynamic): Dynamic {
  const type: unknown = value.constructor;
  if (type === Array) return list;
  for (const [callable, native] of behind()) if (type === native) return callable;
  if (is_native_iterator(value)) return iterator_type(type_name(value));
  if (is_generator(value)) return GeneratorType;
  if (is_async_generator(value)) return AsyncGeneratorType;
  if (Object.prototype.toString.call(value) === "[object Module]") return ModuleType;
  return typeof type === "function" && type !== Object ? type : PyObject;
}

let classes: ReadonlyMap<unknown, Function> | null = null;

function behind(): ReadonlyMap<unknown, Function> {
  classes ??= new Map<unknown, Function>([
    [tuple, Tuple],
    [dict, Dict],
    [set, PySet],
    [frozenset, FrozenSet],
    [float, Float],
    [range, Range],
    [slice, Slice],
    [complex, Complex],
    [list, Array],
    [bytes, Bytes],
    [bytearray, ByteArray],
    [property, Property],
    [staticmethod, StaticMethod],
    [classmethod, ClassMethod],
  ]);
  return classes;
}
