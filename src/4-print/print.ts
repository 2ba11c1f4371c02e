// The target tree as text: TypeScript, or plain JavaScript for running at once.
import type * as ast from "../../grammar/ast/index.ts";
import type * as target from "../target/nodes.ts";
import { print_class_body } from "./classes.ts";
import { print_doc } from "./comments.ts";
import { begins_badly, print_apart, print_expression } from "./expressions.ts";
import type { Printer } from "./printer.ts";
import { source_map, type SourceMap } from "./source-map.ts";
import { python_frames, type PythonFrames } from "./frames/python-frames.ts";
import { print_block, print_opened, print_statement, print_statements } from "./statements.ts";
import { print_signature, print_target } from "./targets.ts";
import { print_type } from "./types.ts";
import { Writer, type Rough } from "./writer.ts";

export interface PrintOptions {
  /** TypeScript; else JavaScript without annotations, casts and type declarations. */
  readonly types: boolean;
  /** The Python text; needed for a map. */
  readonly source?: string;
  /** The Python file's name as the map shall give it. */
  readonly file?: string;
  readonly map?: boolean;
  /** The module's tree: the map then tells what tracebacks show. */
  readonly module?: ast.Module;
  /** The program keeps track of what is being handled: nothing is to be told from its map. */
  readonly sees_handled?: boolean;
}

export interface Printed {
  readonly code: string;
  /** `null` when none was asked for. */
  readonly map: SourceMap | null;
  /** The parts that `format` lays out. */
  readonly rough: readonly Rough[];
}

/** Prints a program. Layout is plain; `format` makes it prettier's. */
export function print(program: target.Program, options: PrintOptions): Printed {
  const wants_map = options.map === true && options.source !== undefined;
  const out = new Writer(wants_map);
  const printer = printer_for(out, options.types);
  if (program.doc !== undefined) {
    print_doc(program.doc, out);
    out.newline();
  }
  print_statements(program.statements, printer);
  const map = wants_map
    ? source_map(out.marks, options.source ?? "", options.file ?? "input.py", frames(out, options))
    : null;
  return { code: out.text(), map, rough: out.rough };
}

function frames(out: Writer, { module, source, sees_handled }: PrintOptions): PythonFrames | null {
  return module === undefined
    ? null
    : python_frames(out.marks, module, source ?? "", sees_handled !== true);
}

function printer_for(out: Writer, types: boolean): Printer {
  const printer: Printer = {
    out,
    types,
    expression: (node, minimum = 0) => print_expression(node, minimum, printer),
    at_start: (node, minimum = 0) => {
      const wrap = begins_badly(node, types);
      if (wrap) out.write("(");
      if (wrap || minimum === 0) print_apart(node, printer);
      else print_expression(node, minimum, printer);
      if (wrap) out.write(")");
    },
    target: (node) => print_target(node, printer),
    statement: (node) => print_statement(node, printer),
    block: (node) => print_block(node, printer),
    opened: (node) => print_opened(node, printer),
    headed_block: (node, since, is_plain, kind = "head") => {
      if (types && (!is_plain || !out.fits(since, node.statements.length > 0 ? 1 : 2))) {
        out.write(node.statements.length > 0 ? "{" : "{}");
        out.leave(since, kind);
        print_opened(node, printer);
      } else print_block(node, printer);
    },
    type: (node, minimum = 0) => print_type(node, minimum, printer),
    signature: (parts) => print_signature(parts, printer),
    class_body: (parts, since) => print_class_body(parts, printer, since),
  };
  return printer;
}
