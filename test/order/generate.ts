// Writes a random program: tasks that spawn, await, cancel, sleep, raise and clean up in every mixture.
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";
import type { Definition, Handler, Program, Statement } from "./program.ts";

const COROUTINES = 6;
const CALLBACKS = 6;
const DEEPEST_BLOCK = 3;
/** Lines that a whole run may log, about: calls to costly coroutines are not written beyond it. */
const LARGEST_COST = 120;
const DELAYS = ["0", "0", "0", "1", "1", "2", "0.5", "3"];

export type Topic = "core" | "all";

/** The program of that number; `topic` "core" keeps to tasks, futures, events and callbacks. */
export function generate_program(seed: number, topic: Topic = "all"): Program {
  const writer = new Writer(seeded(seed * 7919 + 17), topic);
  const definitions: Definition[] = [];
  for (let i = CALLBACKS - 1; i >= 0; i--) definitions.push(writer.callback(i));
  for (let i = COROUTINES - 1; i >= 1; i--) definitions.push(writer.coroutine(i));
  definitions.push(writer.main());
  return { seed, definitions };
}

class Writer {
  readonly #random: Random;
  readonly #topic: Topic;
  /** What calling each coroutine costs, by its number. */
  readonly #costs: number[] = [];
  #label = 0;
  /** The number of the definition being written: it calls those with larger numbers only. */
  #own = 0;
  #cost = 0;

  constructor(random: Random, topic: Topic) {
    this.#random = random;
    this.#topic = topic;
  }

  callback(number: number): Definition {
    this.#own = number;
    const body = this.#several(2, 4, () => this.#action(number));
    if (this.#random.chance(0.1)) body.push(this.#raise());
    return { name: `c${number}`, is_async: false, body };
  }

  coroutine(number: number): Definition {
    this.#own = number;
    this.#cost = 1;
    const body: Statement[] = [this.#log("start")];
    body.push(...this.#several(1, 5, () => this.#statement(0)));
    body.push(this.#return());
    this.#costs[number] = this.#cost;
    return { name: `f${number}`, is_async: true, body };
  }

  main(): Definition {
    this.#own = 0;
    this.#cost = 1;
    const random = this.#random;
    const body: Statement[] = [this.#log("main")];
    // What stirs the tasks that wait: callbacks at different times set, cancel, wake and spawn.
    for (let i = random.below(6); i >= 0; i--) {
      const callback = `c${random.below(CALLBACKS)}`;
      body.push(same(`loop.call_later(${random.choice(["0", "1", "2", "3", "4"])}, ${callback})`));
    }
    body.push(...this.#several(2, 5, () => this.#spawn() ?? this.#log("nothing")));
    body.push(
      ...this.#several(3, 8, () => {
        const statement = this.#statement(0);
        return random.chance(0.85) ? guarded(statement) : statement;
      }),
    );
    if (random.chance(0.8)) body.push(guarded(same("await asyncio.sleep(10)")));
    body.push({
      form: "line",
      python: 'for task in tasks: log("end", show(task), state(task))',
      script: 'for (const task of tasks) log("end", show(task), state(task));',
    });
    body.push(this.#return());
    return { name: "main", is_async: true, body };
  }

  #statement(depth: number): Statement {
    const random = this.#random;
    this.#cost++;
    if (depth < DEEPEST_BLOCK && random.chance(0.25)) return this.#block(depth);
    if (random.chance(0.4)) return this.#action(0);
    const awaiting = this.#await();
    return random.chance(0.25) ? guarded(awaiting) : awaiting;
  }

  #block(depth: number): Statement {
    const random = this.#random;
    const inside = (least: number, most: number): Statement[] =>
      this.#several(least, most, () => this.#statement(depth + 1));
    if (this.#topic === "all" && random.chance(0.5)) {
      const manager = random.choice([
        `asyncio.timeout(${random.choice([...DELAYS, "None"])})`,
        `locks[${random.below(2)}]`,
        `semaphores[${random.below(2)}]`,
        "conditions[0]",
        "asyncio.TaskGroup()",
      ]);
      const body = inside(1, 3);
      const callee = manager === "asyncio.TaskGroup()" ? this.#callee() : null;
      if (callee !== null) {
        return {
          form: "with",
          manager: `${manager} as group`,
          script_manager: "new asyncio.TaskGroup()",
          body: [
            line(
              `keep(group.create_task(${callee}()))`,
              `keep(group.create_task(() => ${callee}()));`,
            ),
            ...body,
          ],
        };
      }
      const script_manager = manager.replace("None", "null").replace("asyncio.T", "new asyncio.T");
      return { form: "with", manager, script_manager, body };
    }
    const handler: Handler | null = random.chance(0.7)
      ? {
          catches: random.choice([
            "asyncio.CancelledError",
            "ValueError",
            "Exception",
            "BaseException",
            "TimeoutError",
          ]),
          body: inside(0, 2),
          reraises: random.chance(0.4),
        }
      : null;
    const final = handler === null || random.chance(0.4) ? inside(1, 2) : [];
    return { form: "try", body: inside(1, 3), handler, final };
  }

  /** Something that may suspend. */
  #await(): Statement {
    const random = this.#random;
    const kinds: (() => Statement | null)[] = [
      () => same(`await asyncio.sleep(${random.choice(DELAYS)})`),
      () => same(`await asyncio.sleep(0)`),
      () => this.#await_call(),
      () => this.#await_call(),
      () => this.#await_picked((task) => task),
      () => this.#await_picked((task) => task),
      () => this.#gather(),
      () => this.#gather(),
      () => this.#wait(),
      () => {
        const i = random.below(3);
        return got(`futures[${i}]`);
      },
      () => got(`events[${random.below(2)}].wait()`),
      () => (random.chance(0.6) ? this.#raise() : null),
    ];
    if (this.#topic === "all")
      kinds.push(
        () => this.#await_picked((task) => `asyncio.shield(${task})`),
        () => {
          const delay = random.choice(DELAYS);
          return this.#await_picked((task) => `asyncio.wait_for(${task}, ${delay})`);
        },
        () => this.#wait_for_call(),
        () => this.#wait_for_call(),
        () => this.#as_completed(),
        () => same(`await locks[${random.below(2)}].acquire()`),
        () => same(`await semaphores[${random.below(2)}].acquire()`),
        () => same(`await queues[${random.below(4)}].put(${random.below(9)})`),
        () => got(`queues[${random.below(4)}].get()`),
        () => same(`await queues[${random.below(4)}].join()`),
        () => got("barriers[0].wait()"),
        () => got("conditions[0].wait()"),
        () => this.#patiently(`events[${random.below(2)}].wait()`),
        () => this.#patiently(`queues[${random.below(4)}].get()`),
        () => this.#patiently("barriers[0].wait()"),
        () => this.#patiently(`locks[${random.below(2)}].acquire()`),
      );
    return random.choice(kinds)() ?? this.#log("nothing");
  }

  /** Something that never suspends; callbacks schedule callbacks from `first_callback` up. */
  #action(first_callback: number): Statement {
    const random = this.#random;
    const kinds: (() => Statement | null)[] = [
      () => this.#log("at"),
      () => this.#spawn(),
      () => this.#spawn(),
      () => this.#spawn(),
      () => same(`cancel_task(${random.below(9)}, "${random.choice(["", "", "m1", "m2"])}")`),
      () => same(`cancel_task(${random.below(9)}, "")`),
      () => same(`set_future(${random.below(3)}, ${random.below(9)})`),
      () => same(`fail_future(${random.below(3)}, "${this.#next_label()}")`),
      () => same(`futures[${random.below(3)}].cancel()`),
      () => same(`renew_future(${random.below(3)})`),
      () => same(`events[${random.below(2)}].set()`),
      () => same(`events[${random.below(2)}].clear()`),
      () => this.#schedule(first_callback),
      () => this.#schedule(first_callback),
      () => same(`watch(${random.below(9)}, "${this.#next_label()}")`),
      () => same(`inspect(${random.below(9)})`),
    ];
    if (this.#topic === "all")
      kinds.push(
        () => same(`release(locks[${random.below(2)}])`),
        () => same(`release(semaphores[${random.below(2)}])`),
        () => same(`put_now(${random.below(4)}, ${random.below(9)})`),
        () => same(`get_now(${random.below(4)})`),
        () => same(`notify(${random.below(3)})`),
      );
    return random.choice(kinds)() ?? this.#log("nothing");
  }

  #spawn(): Statement | null {
    const callee = this.#callee();
    if (callee === null) return null;
    const loop = this.#random.choice(["asyncio", "loop"]);
    return line(
      `keep(${loop}.create_task(${callee}()))`,
      `keep(${loop}.create_task(() => ${callee}()));`,
    );
  }

  #schedule(first_callback: number): Statement | null {
    const random = this.#random;
    const callback = first_callback + 1 + random.below(CALLBACKS);
    if (callback >= CALLBACKS) return null;
    this.#cost += 2;
    return random.choice([
      same(`loop.call_soon(c${callback})`),
      same(`loop.call_later(${random.choice(DELAYS)}, c${callback})`),
      same(`loop.call_at(${random.choice(["1", "2", "3"])}, c${callback})`),
    ]);
  }

  #await_call(): Statement | null {
    const callee = this.#callee();
    return callee === null ? null : got(`${callee}()`);
  }

  #wait_for_call(): Statement | null {
    const callee = this.#callee();
    if (callee === null) return null;
    const delay = this.#random.choice([...DELAYS, "None"]);
    return got(
      `asyncio.wait_for(${callee}(), ${delay})`,
      `asyncio.wait_for(() => ${callee}(), ${delay.replace("None", "null")})`,
    );
  }

  /** Waits with a time limit. */
  #patiently(awaited: string): Statement {
    const delay = this.#random.choice(["1", "2", "0.5"]);
    return guarded(
      got(`asyncio.wait_for(${awaited}, ${delay})`, `asyncio.wait_for(() => ${awaited}, ${delay})`),
    );
  }

  #await_picked(wrap: (task: string) => string): Statement {
    const i = this.#random.below(9);
    return line(
      `if later(${i}) is not None: log("got", show(await ${wrap(`later(${i})`)}))`,
      `if (later(${i}) !== null) log("got", show(await ${wrap(`later(${i})`)}));`,
    );
  }

  #gather(): Statement | null {
    const random = this.#random;
    const python: string[] = [];
    const script: string[] = [];
    for (let i = random.below(3); i >= 0; i--) {
      const callee = this.#callee();
      if (callee !== null && random.chance(0.6)) {
        python.push(`${callee}()`);
        script.push(`() => ${callee}()`);
      } else {
        const number = random.below(9);
        python.push(`*([later(${number})] if later(${number}) else [])`);
        script.push(`...(later(${number}) === null ? [] : [later(${number})])`);
      }
    }
    if (random.chance(0.5)) {
      python.push("return_exceptions=True");
      script.push("{ return_exceptions: true }");
    }
    return got(`asyncio.gather(${python.join(", ")})`, `asyncio.gather(${script.join(", ")})`);
  }

  #wait(): Statement {
    const random = this.#random;
    const [i, j] = [random.below(9), random.below(9)];
    const timeout = random.choice(["None", "0", "1", "2"]);
    const when = random.choice(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]);
    const options = `${timeout}, asyncio.${when}`;
    return line(
      `if later(${i}) is not None: await wait_all({later(${i}), later(${j})}, ${options})`,
      `if (later(${i}) !== null) await wait_all([later(${i}), later(${j})], ${options.replace("None", "null")});`,
    );
  }

  #as_completed(): Statement | null {
    const callee = this.#callee();
    if (callee === null) return null;
    const timeout = this.#random.choice(["None", "1", "2"]);
    return line(
      [
        `for item in asyncio.as_completed([keep(asyncio.create_task(${callee}()))], timeout=${timeout}):`,
        '    log("next", show(await item))',
      ].join("\n"),
      [
        `for (const item of asyncio.as_completed([keep(asyncio.create_task(() => ${callee}()))], { timeout: ${timeout.replace("None", "null")} }))`,
        '  log("next", show(await item));',
      ].join("\n"),
    );
  }

  /** A coroutine that may be called from here, or `null` where all are too costly. */
  #callee(): string | null {
    const first = Math.max(this.#own + 1, 1);
    if (first >= COROUTINES) return null;
    const number = first + this.#random.below(COROUTINES - first);
    const cost = this.#costs[number];
    if (cost === undefined || this.#cost + cost > LARGEST_COST) return null;
    this.#cost += cost;
    return `f${number}`;
  }

  #raise(): Statement {
    const text = this.#random.choice([
      `ValueError("${this.#next_label()}")`,
      `KeyError("${this.#next_label()}")`,
      'asyncio.CancelledError("own")',
    ]);
    // A condition keeps what follows reachable to both compilers.
    return line(`if True: raise ${text}`, `if (true) throw new ${text};`);
  }

  #return(): Statement {
    const random = this.#random;
    const number = random.below(99);
    return random.chance(0.1)
      ? line(`return pick(${number})`, `return as_value(pick(${number}));`)
      : same(`return ${number}`);
  }

  #log(word: string): Statement {
    return same(`log("${word} ${this.#next_label()}")`);
  }

  #next_label(): string {
    return `e${this.#label++}`;
  }

  #several(least: number, most: number, write: () => Statement): Statement[] {
    return Array.from({ length: least + this.#random.below(most - least + 1) }, write);
  }
}

function line(python: string, script: string): Statement {
  return { form: "line", python, script };
}

/** Whatever is raised is logged, and the program goes on. */
function guarded(statement: Statement): Statement {
  const handler: Handler = { catches: "BaseException", body: [], reraises: false };
  return { form: "try", body: [statement], handler, final: [] };
}

/** A line that reads the same in both languages. */
function same(text: string): Statement {
  return line(text, `${text};`);
}

/** Awaits and logs the result. */
function got(python: string, script: string = python): Statement {
  return line(`log("got", show(await ${python}))`, `log("got", show(await ${script}));`);
}
