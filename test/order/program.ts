// A random program in the small form that is printed as Python and as JavaScript, and cut down when it fails.

/** One line, in both languages. */
export interface Line {
  readonly form: "line";
  readonly python: string;
  readonly script: string;
}

export interface Handler {
  /** The class that is caught. */
  readonly catches: string;
  readonly body: readonly Statement[];
  readonly reraises: boolean;
}

export interface Try {
  readonly form: "try";
  readonly body: readonly Statement[];
  readonly handler: Handler | null;
  readonly final: readonly Statement[];
}

/** `async with manager:`; the manager's expression is the same in both languages. */
export interface With {
  readonly form: "with";
  readonly manager: string;
  readonly script_manager: string;
  readonly body: readonly Statement[];
}

export type Statement = Line | Try | With;

export interface Definition {
  readonly name: string;
  readonly is_async: boolean;
  readonly body: readonly Statement[];
}

/** The last definition is `main`. */
export interface Program {
  readonly seed: number;
  readonly definitions: readonly Definition[];
}
