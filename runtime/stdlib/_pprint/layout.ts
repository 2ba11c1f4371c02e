// What does not fit on a line, over several: an item a line.
import { getattr } from "../../builtins/attributes/getattr.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { items_of } from "../../builtins/iteration/items-of.ts";
import { repr } from "../../builtins/representation.ts";
import { PySet } from "../../builtins/sets/set.ts";
import { class_name } from "../../builtins/type-name.ts";
import type { Counter } from "../_collections/counter.ts";
import type { deque } from "../_collections/deque.ts";
import { fields_of } from "../_dataclasses/fields.ts";
import { brief, type BriefOptions, pairs, recursion } from "./brief.ts";
import { kind_of, type Kind } from "./kind.ts";
import { in_order } from "./order.ts";
import { byte_chunks, type BytesLike, text_chunks } from "./chunks.ts";

export interface LayoutOptions extends BriefOptions {
  readonly indent: number;
  readonly width: number;
  readonly compact: boolean;
}

/** Where something is shown: its column, and how many characters have to fit behind it on its last line. */
interface Place {
  readonly indent: number;
  readonly allowance: number;
  readonly level: number;
}

/** Lays one value out. `open` holds the containers around the place that is being written. */
export class Layout {
  readonly #open = new Set<unknown>();
  readonly #options: LayoutOptions;

  constructor(options: LayoutOptions) {
    this.#options = options;
  }

  value(value: unknown, { indent, allowance, level }: Place): string {
    if (this.#open.has(value)) return recursion(value);
    const text = this.#brief(value, level);
    if ([...text].length <= this.#options.width - indent - allowance) return text;
    const kind = kind_of(value);
    if (kind === null || (kind === "dataclass" && !shows_fields(value, text))) return text;
    this.#open.add(value);
    const spread = this.#spread(kind, value, { indent, allowance, level: level + 1 });
    this.#open.delete(value);
    return spread;
  }

  #brief(value: unknown, level: number): string {
    return brief(value, new Set(this.#open), level, this.#options).text;
  }

  #spread(kind: Kind, value: Dynamic, place: Place): string {
    const { indent, allowance } = place;
    const name: string = kind === "str" ? "str" : class_name(value.constructor);
    const inside = (width: number, closing: number): Place => ({
      ...place,
      indent: indent + width,
      allowance: allowance + closing,
    });
    const called = inside(name.length + 1, 1);
    switch (kind) {
      case "str":
        return this.#chunks(text_chunks, value, place);
      case "bytes":
        return value.length <= 4 ? repr(value) : this.#chunks(byte_chunks, value, place);
      case "bytearray":
        return `bytearray(${this.#chunks(byte_chunks, value, { ...inside(10, 1), level: place.level + 1 })})`;
      case "list":
        return `[${this.#items(value, inside(0, 1))}]`;
      case "tuple": {
        const end = value.length === 1 ? ",)" : ")";
        return `(${this.#items(value, inside(0, end.length))}${end}`;
      }
      case "dict":
        return `{${this.#gap()}${this.#pairs(pairs(value, this.#options), inside(0, 1))}}`;
      case "set": {
        const items = in_order(items_of(value as Iterable<unknown>), (item) => item);
        if (items.length === 0) return repr(value);
        if (value.constructor === PySet) return `{${this.#items(items, inside(0, 1))}}`;
        return `${name}({${this.#items(items, inside(name.length + 1, 2))}})`;
      }
      case "OrderedDict":
        if (value.size === 0) return repr(value);
        return `${name}(${this.value(pairs(value, { sort_dicts: false }), { ...called, level: place.level })})`;
      case "defaultdict": {
        if (value.size === 0) return repr(value);
        const factory = this.#brief(value.default_factory, place.level);
        const items = this.#pairs(pairs(value, this.#options), inside(name.length + 1, 2));
        return `${name}(${factory},\n${" ".repeat(called.indent)}{${this.#gap()}${items}})`;
      }
      case "Counter": {
        if (value.size === 0) return repr(value);
        const items = (value as Counter).most_common() as (readonly [unknown, unknown])[];
        return `${name}({${this.#gap()}${this.#pairs(items, inside(name.length + 1, 2))}})`;
      }
      case "deque":
        return this.#deque(name, value, place);
      case "dataclass":
        return `${name}(${this.#fields(value, { ...called, allowance })})`;
    }
  }

  #deque(name: string, value: deque, place: Place): string {
    const items = items_of(value);
    if (items.length === 0) return repr(value);
    const indent = place.indent + name.length + 1;
    if (value.maxlen === null)
      return `${name}([${this.#items(items, { ...place, indent, allowance: place.allowance + 2 })}])`;
    const limit = this.#brief(value.maxlen, place.level);
    const shown = this.#items(items, { ...place, indent, allowance: 2 });
    return `${name}([${shown}],\n${" ".repeat(indent)}maxlen=${limit})`;
  }

  /** What stands behind an opening bracket when the indentation is more than a character wide. */
  #gap(): string {
    return " ".repeat(Math.max(this.#options.indent - 1, 0));
  }

  #pairs(
    items: readonly (readonly [unknown, unknown])[],
    { indent, allowance, level }: Place,
  ): string {
    const column = indent + this.#options.indent;
    return items
      .map(([key, value], at) => {
        const label = `${this.#brief(key, level)}: `;
        const is_last = at === items.length - 1;
        return (
          label +
          this.value(value, {
            indent: column + label.length,
            allowance: is_last ? allowance : 1,
            level,
          })
        );
      })
      .join(`,\n${" ".repeat(column)}`);
  }

  #fields(value: object, { indent, allowance, level }: Place): string {
    const shown = fields_of(value.constructor).filter((field) => field.repr);
    return shown
      .map(({ name }, at) => {
        const item: unknown = getattr(value, name);
        if (this.#open.has(item)) return `${name}=...`;
        const is_last = at === shown.length - 1;
        return `${name}=${this.value(item, { indent: indent + name.length + 1, allowance: is_last ? allowance : 1, level })}`;
      })
      .join(`,\n${" ".repeat(indent)}`);
  }

  #items(items: readonly unknown[], { indent, allowance, level }: Place): string {
    const { compact, width } = this.#options;
    const column = indent + this.#options.indent;
    const line_end = `,\n${" ".repeat(column)}`;
    let room = width - column + 1;
    let full_room = room;
    let text = this.#gap();
    let between = "";
    for (const [at, item] of items.entries()) {
      const is_last = at === items.length - 1;
      if (is_last) [room, full_room] = [room - allowance, full_room - allowance];
      if (compact) {
        const short = this.#brief(item, level);
        const needed = short.length + 2;
        if (room < needed) {
          room = full_room;
          if (between !== "") between = line_end;
        }
        if (room >= needed) {
          room -= needed;
          text += between + short;
          between = ", ";
          continue;
        }
      }
      text +=
        between + this.value(item, { indent: column, allowance: is_last ? allowance : 1, level });
      between = line_end;
    }
    return text;
  }

  /** Texts stand side by side, in parentheses where nothing else is around them. */
  #chunks<T extends string | BytesLike>(
    cut: (value: T, width: number, allowance: number) => readonly string[],
    value: T,
    { indent, allowance, level }: Place,
  ): string {
    const parentheses = level === 1 ? 1 : 0;
    const column = indent + parentheses;
    const chunks = cut(value, this.#options.width - column, allowance + parentheses);
    const text = chunks.join(`\n${" ".repeat(column)}`);
    const is_alone = chunks.length === 1 && typeof value === "string";
    return parentheses === 0 || is_alone ? text : `(${text})`;
  }
}

/** Whether a dataclass has the repr that lists its fields, not one of its own. */
function shows_fields(value: unknown, text: string): boolean {
  const [first] = fields_of((value as object).constructor).filter((field) => field.repr);
  return first !== undefined && text.includes(`(${first.name}=`);
}
