// Members while their class is being defined: `static readonly RED = new Color(1)` makes a draft of each.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { is_class } from "../../builtins/type-name.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { Auto, member, nonmember } from "./auto.ts";

export interface Draft {
  /** The object that the class holds, with nothing in it yet. */
  readonly blank: object;
  /** What stands in the class body; `auto()` is replaced by the value that it gets. */
  raw: Dynamic;
  /** `member(…)`: whatever it is. */
  readonly is_marked: boolean;
}

/** The drafts of one class, in the order of its body. */
export class Drafts {
  private readonly drafts = new Map<object, Draft>();
  private readonly waiting: Draft[] = [];
  private readonly last_values: Dynamic[] = [];
  private readonly cls: Dynamic;
  private count = 0;

  constructor(cls: Function) {
    this.cls = cls;
  }

  add(blank: object, raw: Dynamic): void {
    const is_marked = raw instanceof member;
    const draft: Draft = { blank, raw: is_marked ? raw.value : raw, is_marked };
    this.drafts.set(blank, draft);
    if (is_member_value(draft)) this.waiting.push(draft);
  }

  /** The draft with its value chosen; `undefined` for other objects. */
  find(blank: object): Draft | undefined {
    const draft = this.drafts.get(blank);
    if (draft !== undefined && this.waiting.includes(draft)) this.choose();
    return draft;
  }

  /** Gives `auto()` its values, as far as the names of the members are known. */
  private choose(): void {
    const names = new Map<unknown, string>();
    for (const name of Object.getOwnPropertyNames(this.cls)) {
      if (name !== "prototype") names.set(this.cls[name], name);
    }
    for (let draft = this.waiting[0]; draft !== undefined; draft = this.waiting[0]) {
      const name = names.get(draft.blank);
      if (name === undefined) return;
      this.waiting.shift();
      draft.raw = this.chosen(draft.raw, name);
      this.count += 1;
    }
  }

  private chosen(raw: Dynamic, name: string): Dynamic {
    if (raw instanceof Auto) return this.next(raw, name);
    if (raw instanceof Tuple && raw.some((each) => each instanceof Auto)) {
      const items = raw.map((each) => (each instanceof Auto ? this.next(each, name) : each));
      return Tuple.from_iterable(items);
    }
    this.last_values.push(raw);
    return raw;
  }

  private next(auto: Auto, name: string): Dynamic {
    if (!auto.is_chosen) {
      auto.value = this.cls._generate_next_value_(name, 1, this.count, [...this.last_values]);
      auto.is_chosen = true;
    }
    this.last_values.push(auto.value);
    return auto.value;
  }
}

/** Functions and classes stay what they are. */
export function is_member_value({ raw, is_marked }: Draft): boolean {
  if (is_marked) return true;
  if (raw instanceof nonmember) return false;
  return typeof raw !== "function" || (is_class(raw) && Object.hasOwn(raw, "__is_type__"));
}

const drafts = new WeakMap<Function, Drafts>();

export function drafts_of(cls: Function): Drafts {
  let found = drafts.get(cls);
  if (found === undefined) {
    found = new Drafts(cls);
    drafts.set(cls, found);
  }
  return found;
}
