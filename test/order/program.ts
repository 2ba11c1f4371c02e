// A random program in the small form that is printed as Python, and cut down when it fails.

export interface Line {
  readonly form: "line";
  readonly text: string;
}

/** `head:` and what stands below it. */
export interface Clause {
  readonly head: string;
  readonly body: readonly Statement[];
}

/** One clause or, as in `try`, several. */
export interface Compound {
  readonly form: "compound";
  readonly clauses: readonly Clause[];
}

export type Statement = Line | Compound;

export interface Definition {
  readonly head: string;
  readonly body: readonly Statement[];
}

/** Its names end with its number, so that many stand in one module. The last definition is `main`. */
export interface Program {
  readonly seed: number;
  readonly definitions: readonly Definition[];
}

export function line(text: string): Line {
  return { form: "line", text };
}

export function compound(...clauses: readonly Clause[]): Compound {
  return { form: "compound", clauses };
}

/** Whatever is raised is logged, and the program goes on. */
export function guarded(statement: Statement): Compound {
  return compound(
    { head: "try", body: [statement] },
    { head: "except BaseException as e", body: [line('log("except", show(e))')] },
  );
}
