// PA0005: what was meant to silence a warning, and does not.
import type { Span } from "../../../grammar/ast/node.ts";
import type { Diagnostic } from "../diagnostic.ts";

export type Uselessness = "unused" | "unknown" | "error" | "alone" | "no codes";

/** PA0005. `span`: the comment; `null` for a rule of the configuration, which `place` then names. */
export function useless_ignore(
  file: string,
  span: Span | null,
  reason: Uselessness,
  code: string,
  place = "here",
): Diagnostic {
  const [message, hint] = said(reason, code, place);
  return { code: "PA0005", severity: "warning", message, hint, file, span };
}

function said(reason: Uselessness, code: string, place: string): readonly [string, string] {
  switch (reason) {
    case "unused":
      return [`${code} is ignored ${place}, but there is none`, "take the code out"];
    case "unknown":
      return [`there is no code '${code}' to be ignored`, "`pyasync2ts explain` lists the codes"];
    case "error":
      return [
        `${code} can't be ignored ${place}: it is an error, and leaves no code to be written`,
        /^PA[13]/.test(code)
          ? "correct it; --keep-going makes it a warning, which can be ignored, and code that raises where it is reached"
          : "correct it: only warnings can be ignored",
      ];
    case "alone":
      return [
        "an ignore on a line of its own covers nothing here",
        "put it behind the line that is meant, or above the first statement for the whole file",
      ];
    case "no codes":
      return ["an ignore names its codes", "write e.g. `# pyasync2ts: ignore[PA0004]`"];
  }
}
