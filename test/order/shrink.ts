// All programs that are a given one with one block or line less.
import type { Clause, Definition, Program, Statement } from "./program.ts";

/** The boldest cuts first: what a whole definition does. */
export function smaller_programs(program: Program): Program[] {
  const { definitions } = program;
  const with_body = (i: number, definition: Definition, body: readonly Statement[]): Program => ({
    ...program,
    definitions: definitions.with(i, { ...definition, body }),
  });
  return [
    ...definitions.flatMap((definition, i) => {
      const few = definition.body.slice(0, 1);
      return definition.body.length > 1 ? [with_body(i, definition, few)] : [];
    }),
    ...definitions.flatMap((definition, i) =>
      smaller_blocks(definition.body).map((body) => with_body(i, definition, body)),
    ),
  ];
}

function smaller_blocks(body: readonly Statement[]): (readonly Statement[])[] {
  return body.flatMap((statement, i) => [
    body.toSpliced(i, 1),
    ...smaller_statements(statement).map((smaller) => body.toSpliced(i, 1, ...smaller)),
  ]);
}

function smaller_statements(statement: Statement): (readonly Statement[])[] {
  if (statement.form === "line") return [];
  const { clauses } = statement;
  const rebuilt = (changed: readonly Clause[]): readonly Statement[] => [
    { form: "compound", clauses: changed },
  ];
  return [
    ...clauses.map(({ body }) => body).filter((body) => !body.some(needs_loop)),
    ...clauses
      .slice(1)
      .map((_, i) => clauses.toSpliced(i + 1, 1))
      .filter(is_whole)
      .map(rebuilt),
    ...clauses.flatMap((clause, i) =>
      smaller_blocks(clause.body).map((body) => rebuilt(clauses.with(i, { ...clause, body }))),
    ),
  ];
}

/** A `try` needs a handler or `finally`, its `else` a handler. */
function is_whole(clauses: readonly Clause[]): boolean {
  if (clauses[0]?.head !== "try") return true;
  const second = clauses[1]?.head ?? "else";
  return second !== "else";
}

/** A `break` or `continue` that would stand alone outside of its loop. */
function needs_loop(statement: Statement): boolean {
  if (statement.form === "line") return /\b(break|continue)$/.test(statement.text);
  if (/^(async )?for /.test(statement.clauses[0]?.head ?? "")) return false;
  return statement.clauses.some(({ body }) => body.some(needs_loop));
}
