// A program's text in Python and in JavaScript.
import type { Definition, Program, Statement } from "./program.ts";

/** Python: the definitions, without what stands around them in every program. */
export function python_text(program: Program): string {
  return program.definitions.map(python_definition).join("\n");
}

/** JavaScript: the body of a function that gets the prelude's names and returns `main`. */
export function script_text(program: Program): string {
  return `${program.definitions.map(script_definition).join("\n")}\nreturn main;\n`;
}

function python_definition({ name, is_async, body }: Definition): string {
  const head = `${is_async ? "async " : ""}def ${name}():`;
  return [head, ...python_block(body)].join("\n");
}

function python_block(body: readonly Statement[]): string[] {
  const lines = body.flatMap(python_statement);
  return (lines.length > 0 ? lines : ["pass"]).map((line) => `    ${line}`);
}

function python_statement(statement: Statement): string[] {
  switch (statement.form) {
    case "line":
      return statement.python.split("\n");
    case "with":
      return [`async with ${statement.manager}:`, ...python_block(statement.body)];
    case "try": {
      const { body, handler, final } = statement;
      const lines = ["try:", ...python_block(body)];
      if (handler !== null) {
        lines.push(`except ${handler.catches} as e:`, '    log("except", show(e))');
        if (handler.body.length > 0) lines.push(...python_block(handler.body));
        if (handler.reraises) lines.push("    raise");
      }
      if (final.length > 0 || handler === null) lines.push("finally:", ...python_block(final));
      return lines;
    }
  }
}

function script_definition({ name, is_async, body }: Definition): string {
  return [`${is_async ? "async " : ""}function ${name}() {`, ...script_block(body), "}"].join("\n");
}

function script_block(body: readonly Statement[]): string[] {
  return body.flatMap(script_statement).map((line) => `  ${line}`);
}

function script_statement(statement: Statement): string[] {
  switch (statement.form) {
    case "line":
      return statement.script.split("\n");
    case "with":
      return [
        `await with_async(${statement.script_manager}, async (group) => {`,
        ...script_block(statement.body),
        "});",
      ];
    case "try": {
      const { body, handler, final } = statement;
      const lines = ["try {", ...script_block(body)];
      if (handler !== null) {
        const caught = handler.catches.replace("asyncio.", "");
        lines.push("} catch (e) {", `  if (!(e instanceof ${caught})) throw e;`);
        lines.push('  log("except", show(e));', ...script_block(handler.body));
        if (handler.reraises) lines.push("  throw e;");
      }
      if (final.length > 0 || handler === null) lines.push("} finally {", ...script_block(final));
      return [...lines, "}"];
    }
  }
}
