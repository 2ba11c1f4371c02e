// All programs that are a given one with one block or line less.
import type { Clause, Program, Statement } from "./program.ts";

export function smaller_programs(program: Program): Program[] {
  return program.definitions.flatMap((definition, i) =>
    smaller_blocks(definition.body).map((body) => ({
      ...program,
      definitions: program.definitions.with(i, { ...definition, body }),
    })),
  );
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
  const least = clauses[0]?.head === "try" ? 2 : 1;
  return [
    ...clauses.map(({ body }) => body).filter((body) => !body.some(needs_loop)),
    ...(clauses.length > least
      ? clauses.slice(1).map((_, i) => rebuilt(clauses.toSpliced(i + 1, 1)))
      : []),
    ...clauses.flatMap((clause, i) =>
      smaller_blocks(clause.body).map((body) => rebuilt(clauses.with(i, { ...clause, body }))),
    ),
  ];
}

/** A `break` or `continue` that would stand alone outside of its loop. */
function needs_loop(statement: Statement): boolean {
  if (statement.form === "line") return /\b(break|continue)$/.test(statement.text);
  if (/^(async )?for /.test(statement.clauses[0]?.head ?? "")) return false;
  return statement.clauses.some(({ body }) => body.some(needs_loop));
}
