// The filters of warnings: what becomes of a warning, by its class, text and place.
import type { Dynamic } from "../../builtins/dynamic.ts";
import {
  DeprecationWarning,
  ImportWarning,
  PendingDeprecationWarning,
  ResourceWarning,
} from "../../builtins/exceptions/index.ts";

export type Action = "default" | "error" | "ignore" | "always" | "module" | "once";

export interface Filter {
  readonly action: Action;
  readonly message: RegExp | null;
  readonly category: Dynamic;
  readonly module: RegExp | null;
  readonly lineno: number;
}

/** The filters in force, the first that matches decides; and which warnings were shown already. */
export const state: { filters: readonly Filter[]; shown: Set<string>; record: Dynamic[] | null } = {
  filters: [
    filter("default", DeprecationWarning, { module: /^__main__$/ }),
    filter("ignore", DeprecationWarning),
    filter("ignore", PendingDeprecationWarning),
    filter("ignore", ImportWarning),
    filter("ignore", ResourceWarning),
  ],
  shown: new Set(),
  record: null,
};

export function filter(
  action: Action,
  category: Dynamic,
  more: Partial<Omit<Filter, "action" | "category">> = {},
): Filter {
  return { action, category, message: null, module: null, lineno: 0, ...more };
}

/** What is to be done with a warning of the program. */
export function action_for(text: string, category: Dynamic, module: string, line: number): Action {
  const found = state.filters.find(
    (each) =>
      (each.message?.test(text) ?? true) &&
      (category === each.category || category.prototype instanceof each.category) &&
      (each.module?.test(module) ?? true) &&
      (each.lineno === 0 || each.lineno === line),
  );
  return found?.action ?? "default";
}
