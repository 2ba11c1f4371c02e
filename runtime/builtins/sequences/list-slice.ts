// Items and slices of lists, read, assigned and deleted.
import type { Dynamic } from "../dynamic.ts";
import { IndexError, TypeError, ValueError } from "../exceptions/index.ts";
import { iter } from "../iteration/iter.ts";
import { Tuple } from "../tuple.ts";
import { splice } from "./splice.ts";
import { type_name } from "../type-name.ts";
import { repetitions } from "../operators/concatenate.ts";
import { as_index, fits_index } from "./index-value.ts";
import { resolve_slice, Slice } from "./slice.ts";

/** `xs[key]` for an index or a slice, of lists and tuples. */
export function list_get(items: readonly Dynamic[], key: unknown): Dynamic {
  if (key instanceof Slice) return get_slice(items, key);
  const place = list_place(items, key);
  if (place >= 0 && place < items.length) return items[place];
  throw new IndexError(`${sequence_name(items)} index out of range`);
}

/** `xs[key] = value`. */
export function list_set(items: Dynamic[], key: unknown, value: Dynamic): void {
  if (key instanceof Slice) return set_slice(items, key, value);
  const place = list_place(items, key);
  if (place < 0 || place >= items.length)
    throw new IndexError("list assignment index out of range");
  items[place] = value;
}

/** `xs[key] = [item] * times`, for slices with a step. ValueError where the slice has another length. */
export function fill_slice<T>(items: T[], key: Slice, item: T, times: number): void {
  const { start, step, count } = resolve_slice(key, items.length);
  const size = repetitions(times);
  if (step === 1)
    return replace(
      items,
      start,
      count,
      Array.from({ length: size }, () => item),
    );
  check_size(size, count);
  for (let taken = 0, index = start; taken < count; taken++, index += step) items[index] = item;
}

/** `len(xs[key])`. */
export function slice_length(items: readonly unknown[], key: Slice): number {
  return resolve_slice(key, items.length).count;
}

/** `del xs[key]`. */
export function list_delete(items: Dynamic[], key: unknown): void {
  if (key instanceof Slice) return delete_slice(items, key);
  const place = list_place(items, key);
  if (place < 0 || place >= items.length)
    throw new IndexError("list assignment index out of range");
  splice(items, place, 1);
}

/** The index counted from the start; it may lie outside. TypeError for what is no index. */
function list_place(items: readonly unknown[], key: unknown): number {
  const index = typeof key === "number" ? (Number.isInteger(key) ? key : null) : as_index(key);
  if (index === null)
    throw new TypeError(
      `${sequence_name(items)} indices must be integers or slices, not ${type_name(key)}`,
    );
  if (typeof index === "bigint" && !fits_index(index))
    throw new IndexError(`cannot fit '${type_name(key)}' into an index-sized integer`);
  const place = Number(index);
  return place < 0 ? place + items.length : place;
}

function get_slice(items: readonly Dynamic[], key: Slice): Dynamic {
  const { start, step, count } = resolve_slice(key, items.length);
  const part = step === 1 ? plain_slice(items, start, count) : strided(items, start, step, count);
  return items instanceof Tuple ? Tuple.from_iterable(part) : part;
}

function plain_slice(items: readonly Dynamic[], start: number, count: number): Dynamic[] {
  return Array.prototype.slice.call(items, start, start + count);
}

function strided(items: readonly Dynamic[], start: number, step: number, count: number): Dynamic[] {
  const part = made_at_once(count);
  for (let taken = 0, index = start; taken < count; taken++, index += step)
    part[taken] = items[index];
  return part;
}

/** The engine keeps longer arrays as tables when they are made by their length. */
function made_at_once(count: number): Dynamic[] {
  return count <= 2 ** 24 ? Array<Dynamic>(count) : [];
}

function set_slice(items: Dynamic[], key: Slice, value: unknown): void {
  const { start, step, count } = resolve_slice(key, items.length);
  const values = assigned_values(value, items);
  if (step === 1) {
    replace(items, start, count, values);
    return;
  }
  check_size(values.length, count);
  for (let taken = 0, index = start; taken < count; taken++, index += step)
    items[index] = values[taken];
}

function check_size(size: number, count: number): void {
  if (size === count) return;
  throw new ValueError(
    `attempt to assign sequence of size ${size} to extended slice of size ${count}`,
  );
}

/** `splice` with any number of values: spreading very many overflows the stack. */
export function replace(
  items: Dynamic[],
  start: number,
  count: number,
  values: readonly Dynamic[],
): void {
  if (values.length <= SPREADABLE) {
    splice(items, start, count, ...values);
    return;
  }
  const tail = plain_slice(items, start + count, items.length);
  const added = values === items ? Array.from(values) : values;
  items.length = start;
  for (const value of added) items[items.length] = value;
  for (const value of tail) items[items.length] = value;
}

const SPREADABLE = 10_000;

/** A copy where the list is assigned to a slice of itself. */
function assigned_values(value: unknown, items: readonly Dynamic[]): readonly Dynamic[] {
  if (Array.isArray(value) && value.constructor === Array)
    return value === items ? Array.prototype.slice.call(value) : (value as Dynamic[]);
  try {
    return [...iter(value)];
  } catch (error) {
    if (error instanceof TypeError && String(error.args[0]).endsWith("is not iterable"))
      throw new TypeError("must assign iterable to extended slice");
    throw error;
  }
}

function delete_slice(items: Dynamic[], key: Slice): void {
  const { start, step, count } = resolve_slice(key, items.length);
  if (count === 0) return;
  if (step === 1) {
    splice(items, start, count);
    return;
  }
  const [first, by] = step > 0 ? [start, step] : [start + step * (count - 1), -step];
  const last = first + by * (count - 1);
  let kept = first;
  for (let index = first; index < items.length; index++) {
    if (index > last || (index - first) % by !== 0) items[kept++] = items[index];
  }
  items.length = kept;
}

function sequence_name(items: readonly unknown[]): "list" | "tuple" {
  return items instanceof Tuple ? "tuple" : "list";
}
