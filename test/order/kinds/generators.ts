// Statements about asynchronous generators: what drives them, and what stands in them.
import { compound, line } from "../program.ts";
import type { Statement } from "../program.ts";
import { got } from "./writing.ts";
import type { Kind, Writing } from "./writing.ts";

/** What drives generators. */
export const drives: readonly Kind[] = [
  iterate,
  iterate,
  (w) => {
    const generator = w.generator();
    return generator === null ? null : got(`collect(${generator}())`);
  },
  ({ random }) =>
    line(`await step(${random.below(4)}, "${random.choice(["next", "next", "send"])}")`),
  ({ random }) => line(`await step(${random.below(4)}, "${random.choice(["throw", "close"])}")`),
];

/** What stands in a generator besides the rest. */
export const yields: readonly Kind[] = [
  (w) => line(`yield "${w.next_label()}"`),
  (w) => line(`log("sent", show((yield "${w.next_label()}")))`),
  (w) =>
    compound(
      { head: "try", body: [line(`yield "${w.next_label()}"`), ...w.inside(0, 1)] },
      { head: "finally", body: [line(`log("finally ${w.next_label()}")`), ...w.inside(0, 1)] },
    ),
  (w) =>
    compound(
      { head: "try", body: [line(`yield "${w.next_label()}"`)] },
      {
        head: `except ${w.random.choice(["ValueError", "GeneratorExit", "asyncio.CancelledError"])} as e`,
        body: [line('log("thrown", show(e))'), ...(w.random.chance(0.5) ? [line("raise")] : [])],
      },
    ),
];

function iterate(w: Writing): Statement | null {
  const generator = w.generator();
  if (generator === null) return null;
  const body: Statement[] = [line('log("item", show(item))'), ...w.inside(0, 1)];
  if (w.random.chance(0.4)) body.push(line(w.random.choice(["break", "if level > 0: break"])));
  return compound({ head: `async for item in ${generator}()`, body });
}
