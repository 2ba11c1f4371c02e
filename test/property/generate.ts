// The random program of a number: functions, classes, generators, and statements that use them.
import { Random } from "../support/random.ts";
import { write_class } from "./chapters/classes.ts";
import { containers } from "./chapters/containers.ts";
import { numbers } from "./chapters/numbers.ts";
import { texts } from "./chapters/texts.ts";
import { truth } from "./chapters/truth.ts";
import {
  block,
  closure_statements,
  generator_statements,
  write_function,
  write_generator,
} from "./chapters/functions.ts";
import { statements } from "./chapters/statements.ts";
import { Writer } from "./writer.ts";

/** What a program is about. */
const TOPICS = ["all", "programs"] as const;
export type Topic = (typeof TOPICS)[number];

export function as_topic(name: string): Topic {
  const topic = TOPICS.find((each) => each === name);
  if (topic === undefined) throw new Error(`no topic ${name}; there are ${TOPICS.join(", ")}`);
  return topic;
}

export function generate_program(seed: number, _topic: Topic): string {
  const random = new Random(seed * 7919 + 17);
  const writer = new Writer(random, [
    numbers,
    truth,
    texts,
    containers,
    statements,
    { statement: [...closure_statements, ...generator_statements] },
  ]);
  const parts: string[] = [];
  for (let i = random.below(3); i > 0; i--) parts.push(write_function(writer));
  if (random.below(3) === 0) parts.push(write_generator(writer));
  if (random.below(3) === 0) {
    const base = write_class(writer, null);
    parts.push(base.text);
    if (random.below(3) === 0) parts.push(write_class(writer, base.name).text);
  }
  parts.push(random.below(2) === 0 ? main_function(writer) : module_statements(writer));
  return `${parts.join("\n\n\n")}\n`;
}

function main_function(w: Writer): string {
  const body = w.inside_function([], [], () => guarded_statements(w));
  return `${block("def main():", body)}\n\n\nmain()`;
}

function module_statements(w: Writer): string {
  return w.inside([], ["module"], () => guarded_statements(w));
}

/** Most under a guard of their own: an error must not hide what comes behind. */
function guarded_statements(w: Writer): string {
  return Array.from({ length: w.random.int(3, 8) }, () => {
    const statement = w.statement(0);
    if (w.random.below(5) === 0) return statement;
    return `${block("try:", statement)}\nexcept Exception as error:\n    print(type(error).__name__, error)`;
  }).join("\n");
}
