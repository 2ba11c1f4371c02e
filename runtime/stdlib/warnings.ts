// Python's warnings.
import type { Dynamic } from "../builtins/dynamic.ts";
import { ValueError, Warning } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { filter, state, type Action } from "./_warnings/filters.ts";

export {
  formatwarning,
  never_awaited,
  warn,
  warn_explicit,
  WarningMessage,
} from "./_warnings/warn.ts";

/** A filter for all texts; in front of the others, or behind them with `append`. */
export function simplefilter(
  action: string,
  category: Dynamic = Warning,
  lineno: number = 0,
  append: boolean = false,
): void {
  add(filter(checked(action), category, { lineno }), append);
}

/** A filter by the beginning of the text and by the module, both regular expressions. */
export function filterwarnings(
  action: string,
  message: string = "",
  category: Dynamic = Warning,
  module: string = "",
  lineno: number = 0,
  append: boolean = false,
): void {
  const more = {
    message: message === "" ? null : new RegExp(`^(?:${message})`, "i"),
    module: module === "" ? null : new RegExp(`^(?:${module})`),
    lineno,
  };
  add(filter(checked(action), category, more), append);
}

export function resetwarnings(): void {
  state.filters = [];
  state.shown.clear();
}

/** Keeps the filters as they were before the block; with `record` its value is the list of what was warned. */
export class catch_warnings {
  static readonly __module__: string = "warnings";
  readonly #records: boolean;
  readonly #action: string | null;
  readonly #category: Dynamic;
  #saved = { ...state };

  constructor({
    record = false,
    action = null,
    category = Warning,
  }: { record?: boolean; action?: string | null; category?: Dynamic } = {}) {
    this.#records = record;
    this.#action = action;
    this.#category = category;
  }

  __enter__(): Dynamic[] | null {
    this.#saved = { ...state };
    state.shown = new Set();
    if (this.#records) state.record = [];
    if (this.#action !== null) simplefilter(this.#action, this.#category);
    return this.#records ? state.record : null;
  }

  __exit__(..._exception: readonly Dynamic[]): void {
    Object.assign(state, this.#saved);
  }
}

function add(made: ReturnType<typeof filter>, append: boolean): void {
  state.filters = append ? [...state.filters, made] : [made, ...state.filters];
  state.shown.clear();
}

function checked(action: string): Action {
  if (ACTIONS.has(action)) return action as Action;
  throw new ValueError(`invalid action: ${repr(action)}`);
}

const ACTIONS: ReadonlySet<string> = new Set([
  "all",
  "always",
  "default",
  "error",
  "ignore",
  "module",
  "once",
]);
