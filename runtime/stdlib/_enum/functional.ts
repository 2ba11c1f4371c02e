// `Enum("Color", "RED GREEN")`: an enumeration made by a call.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { repr } from "../../builtins/representation.ts";
import { define_members } from "./define.ts";
import { mixed } from "./mixed.ts";

/** `names`: text with names, a list of names, pairs of name and value, or a dict. */
export function functional(base: Dynamic, given: readonly Dynamic[]): Dynamic {
  const last: Dynamic = given.at(-1);
  const keywords: Readonly<Record<string, Dynamic>> = is_keywords(last) ? last : {};
  const [name, ...rest] = is_keywords(last) ? given.slice(0, -1) : given;
  const names: Dynamic = keywords["names"] ?? (rest.length > 1 ? rest : rest[0]);
  const type: Dynamic = keywords["type"] ?? null;
  if (names === undefined && type === null)
    throw new TypeError(
      `${repr(base)} has no members; specify \`names=()\` if you meant to create a new, empty, enum`,
    );
  const parent = type === null ? base : mixed(type, base);
  const cls: Dynamic = class extends parent {};
  Object.defineProperty(cls, "name", { value: name });
  if (keywords["module"] != null) {
    Object.defineProperty(cls, "__module__", { value: keywords["module"] });
  }
  const start: Dynamic = keywords["start"] ?? 1;
  for (const [key, value] of pairs(names ?? [], parent, start))
    Object.defineProperty(cls, key, { value: new cls(value), configurable: true });
  define_members(cls, { boundary: keywords["boundary"] ?? null });
  return cls;
}

function pairs(given: Dynamic, cls: Dynamic, start: Dynamic): [string, Dynamic][] {
  const names: Dynamic =
    typeof given === "string" ? given.replaceAll(",", " ").split(/\s+/).filter(Boolean) : given;
  if (names instanceof Dict) return [...names.entries()];
  const items: Dynamic[] = [...iter(names)];
  if (typeof items[0] !== "string") return items.map(([name, value]) => [name, value]);
  const values: Dynamic[] = [];
  return items.map((name: string, count) => {
    const value: Dynamic = cls._generate_next_value_(name, start, count, [...values]);
    values.push(value);
    return [name, value];
  });
}
