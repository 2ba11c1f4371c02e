// The mode of open(): "r", "wb", "a+" … taken apart and checked.
import { ValueError } from "../exceptions/index.ts";

export interface Mode {
  /** As the file shows it: `rb+`, `w`. */
  readonly text: string;
  readonly is_binary: boolean;
  readonly is_readable: boolean;
  readonly is_writable: boolean;
  readonly action: "r" | "w" | "a" | "x";
}

/** ValueError for letters and combinations that mean nothing. */
export function parse_mode(mode: string): Mode {
  const letters = new Set(mode);
  if (letters.size !== mode.length || [...letters].some((letter) => !"rwaxbt+".includes(letter)))
    throw new ValueError(`invalid mode: '${mode}'`);
  if (letters.has("b") && letters.has("t"))
    throw new ValueError("can't have text and binary mode at once");
  const actions = (["r", "w", "a", "x"] as const).filter((letter) => letters.has(letter));
  const [action] = actions;
  if (action === undefined || actions.length > 1)
    throw new ValueError(
      actions.length > 1
        ? "must have exactly one of create/read/write/append mode"
        : "Must have exactly one of create/read/write/append mode and at most one plus",
    );
  const updates = letters.has("+");
  return {
    text: mode,
    is_binary: letters.has("b"),
    is_readable: action === "r" || updates,
    is_writable: action !== "r" || updates,
    action,
  };
}
