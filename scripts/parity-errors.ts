// Compares our errors with CPython's on every text that its own tests hand to compile, exec and eval,
// or on mutants of its library's files.
// usage: npm run parity:errors [-- --list] [-- MODULE...]
//        npm run parity:errors -- --mutants COUNT [--seed S] [--list]
// Every text is judged as a file ("exec"): our tool knows no other mode, whatever the test asked for.
import { parseArgs } from "node:util";
import { needed_python } from "../test/support/python.ts";
import { collected } from "./errors/collect.ts";
import { judged } from "./errors/judge.ts";
import { mutants } from "./errors/mutants.ts";
import { difference, Rates } from "./errors/rates.ts";
import { modules } from "./errors/modules.ts";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: "boolean" },
      mutants: { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  const python = needed_python("3.13");
  const rates = new Rates();
  const cases =
    values.mutants === undefined
      ? collected(python, positionals.length > 0 ? positionals : modules)
      : mutants(python, Number(values.mutants), Number(values.seed));
  for await (const compared of judged(python, cases)) rates.add(compared);
  const { texts, unlike, all, rejected } = rates.of("all");
  if (values.list === true)
    for (const compared of rates.differing) console.log(difference(compared));
  console.log(rates.table());
  const share = (count: number, of: number): string =>
    of === 0 ? "-" : `${((100 * count) / of).toFixed(2)}%`;
  console.log(
    `${share(texts - unlike, texts)} of ${texts} texts rejected or accepted alike; ` +
      `${share(all, rejected)} of ${rejected} errors equal in type, message, line and column` +
      (rates.unjudged > 0 ? `; ${rates.unjudged} without a verdict of CPython` : ""),
  );
  return unlike === 0 && all >= 0.99 * rejected ? 0 : 1;
}

process.exitCode = await main();
