// The random program of a number: functions, classes, generators, and statements that use them.
import { Random } from "../support/random.ts";
import { control, CONTROL_PRELUDE } from "./chapters/control.ts";
import { write_class } from "./chapters/classes.ts";
import { formats } from "./chapters/formats.ts";
import { hierarchy_program } from "./chapters/hierarchies.ts";
import { methods } from "./chapters/methods.ts";
import { mutations } from "./chapters/mutations.ts";
import { operations } from "./chapters/operations.ts";
import { records_program } from "./chapters/records.ts";
import { write_calls } from "./chapters/signatures.ts";
import { values } from "./chapters/values.ts";
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
const TOPICS = [
  "all",
  "programs",
  "control",
  "methods",
  "operations",
  "formats",
  "mutations",
  "calls",
  "classes",
  "records",
] as const;
export type Topic = (typeof TOPICS)[number];

export function as_topic(name: string): Topic {
  const topic = TOPICS.find((each) => each === name);
  if (topic === undefined) throw new Error(`no topic ${name}; there are ${TOPICS.join(", ")}`);
  return topic;
}

export function generate_program(seed: number, topic: Topic): string {
  const random = new Random(seed * 7919 + 17);
  const own = topic === "all" ? random.pick(MIXTURE) : topic;
  switch (own) {
    case "programs":
      return whole_program(random);
    case "control":
      return control_program(random);
    case "mutations":
      return mutation_program(random);
    case "calls":
      return `${Array.from({ length: 3 }, (_, i) => write_calls(random, i)).join("\n")}\n`;
    case "classes":
      return hierarchy_program(random);
    case "records":
      return records_program(random);
    default:
      return expression_program(random, own);
  }
}

const MIXTURE = [
  ...Array<Topic>(6).fill("programs"),
  ...Array<Topic>(4).fill("control"),
  "methods" as const,
  "operations" as const,
  "formats" as const,
  "mutations" as const,
  "mutations" as const,
];

/** The type of templates that a topic's programs are made of. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  methods: "call",
  operations: "operation",
  formats: "formatted",
};

const EXPRESSIONS_PER_PROGRAM = 20;

/** Results and errors of expressions: written where they are used, or with values that come as arguments. */
function expression_program(random: Random, topic: Topic): string {
  const writer = new Writer(random, [
    values,
    methods,
    operations,
    formats,
    numbers,
    truth,
    texts,
    containers,
  ]);
  const lines = Array.from({ length: EXPRESSIONS_PER_PROGRAM }, () => {
    const text = writer.expression(EXPRESSIONS[topic] ?? "", 4);
    return random.below(2) === 0 ? printed_receiver(writer, text) : printed_result(text);
  });
  return `${SHOW}${lines.join("\n")}\n`;
}

/** The order of texts in sets is arbitrary under CPython; ours is CPython's for ints. */
const SHOW = `def show(value):
    if isinstance(value, (set, frozenset)) and not all(isinstance(item, int) for item in value):
        return f'{type(value).__name__} of {sorted(map(repr, value))}'
    return repr(value)


def negate(value):
    return -value


`;

function printed_result(text: string): string {
  return `${block("try:", `print(show(${text}))`)}\n${REPORT}`;
}

/** The receiver of a method, whose type only the call tells; what became of it is printed too. */
function printed_receiver(writer: Writer, text: string): string {
  const call = /^\((?<receiver>.*)\)(?<rest>\.\w+\(.*\))$/s.exec(text)?.groups;
  if (call === undefined) return printed_result(text);
  const [name, parameter] = [writer.fresh("f"), writer.fresh("p")];
  const body = `print(show(${parameter}${call["rest"]}), show(${parameter}))`;
  return `${block(`def ${name}(${parameter}):`, body)}\n${block("try:", `${name}(${call["receiver"]})`)}\n${REPORT}`;
}

const REPORT = "except Exception as error:\n    print(type(error).__name__, error)";

/** Statements that change containers: half of them in functions, where their variables are no module's. */
function mutation_program(random: Random): string {
  const writer = new Writer(random, [values, mutations]);
  const parts = Array.from({ length: 12 }, (_, i) => {
    const [first = "", ...rest] = writer.expression("change", 3).split("\n");
    if (random.below(2) === 0) return guarded([first, ...rest].join("\n"));
    const [, name, value] = /^(\w+) = (.*)$/.exec(first) ?? [];
    if (name === undefined || value === undefined)
      return `${block(`def f${i}():`, [first, ...rest].join("\n"))}\n${guarded(`f${i}()`)}`;
    return `${block(`def f${i}(${name}):`, rest.join("\n"))}\n${guarded(`f${i}(${value})`)}`;
  });
  return `${SHOW}${parts.join("\n")}\n`;
}

function guarded(statement: string): string {
  return `${block("try:", statement)}\n${REPORT}`;
}

function whole_program(random: Random): string {
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

/** Control flow in functions, at module level, and in a coroutine that `asyncio.run` runs. */
function control_program(random: Random): string {
  const writer = new Writer(random, [
    numbers,
    truth,
    texts,
    containers,
    { error: statements["error"] ?? [], statement: (statements["statement"] ?? []).slice(0, 24) },
    { statement: [...closure_statements, ...generator_statements] },
    control,
  ]);
  const place = random.below(3);
  if (place === 0) return `${CONTROL_PRELUDE}\n\n${module_statements(writer)}\n`;
  if (place === 1) return `${CONTROL_PRELUDE}\n\n${main_function(writer)}\n`;
  const body = writer.inside_function([], ["coroutine"], () => guarded_statements(writer));
  return `${CONTROL_PRELUDE}\n\n${block("async def main():", body)}\n\n\nasyncio.run(main())\n`;
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
    return `${block("try:", statement)}\n${REPORT}`;
  }).join("\n");
}
