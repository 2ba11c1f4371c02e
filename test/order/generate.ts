// Writes a random program: tasks that spawn, await, cancel, sleep, raise and clean up in every mixture.
import { actions, spawn } from "./kinds/actions.ts";
import { awaits, raising } from "./kinds/awaits.ts";
import { blocks } from "./kinds/blocks.ts";
import { drives, yields } from "./kinds/generators.ts";
import type { Kind, Writing } from "./kinds/writing.ts";
import { guarded, line } from "./program.ts";
import type { Definition, Program, Statement } from "./program.ts";
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";

const COROUTINES = 6;
const CALLBACKS = 6;
const DEEPEST_BLOCK = 3;
/** Lines that a whole run may log, about: calls to costly coroutines are not written beyond it. */
const LARGEST_COST = 120;

/** The program of that number. */
export function generate_program(seed: number): Program {
  const writer = new Writer(seeded(seed * 7919 + 17), seed);
  const definitions: Definition[] = [];
  for (let i = CALLBACKS - 1; i >= 0; i--) definitions.push(writer.write_callback(i));
  for (let i = COROUTINES - 1; i >= 1; i--) {
    if (i % 2 === 1) definitions.push(writer.write_generator(i));
    definitions.push(writer.write_coroutine(i));
  }
  definitions.push(writer.write_main());
  return { seed, definitions };
}

class Writer implements Writing {
  readonly random: Random;
  is_generator = false;
  readonly #seed: number;
  /** What calling each coroutine costs, by its number; each generator. */
  readonly #costs: number[] = [];
  readonly #generator_costs: number[] = [];
  #label = 0;
  /** The number of the definition being written: it calls those with larger numbers only. */
  #own = 0;
  #is_callback = false;
  #cost = 0;
  #depth = 0;

  constructor(random: Random, seed: number) {
    this.random = random;
    this.#seed = seed;
  }

  write_callback(number: number): Definition {
    this.#begin(number);
    this.#is_callback = true;
    const body = this.#several(2, 4, () => this.#one(actions));
    if (this.random.chance(0.1)) body.push(raising(this));
    this.#is_callback = false;
    return { head: `def ${this.#name("c", number)}()`, body };
  }

  write_coroutine(number: number): Definition {
    this.#begin(number);
    const body: Statement[] = [this.#log("start"), ...this.inside(1, 5), this.#return()];
    this.#costs[number] = this.#cost;
    return { head: `async def ${this.#name("f", number)}()`, body };
  }

  write_generator(number: number): Definition {
    this.#begin(number);
    this.is_generator = true;
    const body = [this.#log("begin"), ...this.inside(1, 4), line(`yield "${this.next_label()}"`)];
    if (this.random.chance(0.4)) body.push(...this.inside(1, 2));
    this.is_generator = false;
    this.#generator_costs[number] = this.#cost * 2;
    return { head: `async def ${this.#name("g", number)}()`, body };
  }

  write_main(): Definition {
    this.#begin(0);
    const { random } = this;
    const body: Statement[] = [this.#log("main")];
    // What stirs the tasks that wait: callbacks at different times set, cancel, wake and spawn.
    for (let i = random.below(6); i >= 0; i--) {
      const callback = this.#name("c", random.below(CALLBACKS));
      body.push(line(`loop.call_later(${random.choice(["0", "1", "2", "3", "4"])}, ${callback})`));
    }
    body.push(...this.#several(2, 5, () => spawn(this) ?? this.#log("nothing")));
    body.push(
      ...this.#several(3, 8, () => {
        const statement = this.#statement();
        return random.chance(0.85) ? guarded(statement) : statement;
      }),
    );
    if (random.chance(0.8)) body.push(guarded(line("await asyncio.sleep(10)")));
    body.push(line('for task in tasks: log("end", show(task), state(task))'), this.#return());
    return { head: `async def ${this.#name("main")}()`, body };
  }

  callee(): string | null {
    return this.#called("f", this.#costs, this.#own + 1);
  }

  generator(): string | null {
    if (this.#is_callback && this.random.chance(0.5)) return null;
    return this.#called("g", this.#generator_costs, this.#own + (this.is_generator ? 1 : 0));
  }

  callback(): string | null {
    const first = this.#is_callback ? this.#own : 0;
    const number = first + 1 + this.random.below(CALLBACKS);
    if (number >= CALLBACKS) return null;
    this.#cost += 2;
    return this.#name("c", number);
  }

  next_label(): string {
    return `e${this.#label++}`;
  }

  inside(least: number, most: number): Statement[] {
    this.#depth++;
    const written = this.#several(least, most, () => this.#statement());
    this.#depth--;
    return written;
  }

  awaiting(): Statement {
    const { random } = this;
    const statement = this.#one(random.chance(0.12) ? drives : awaits);
    return random.chance(0.25) ? guarded(statement) : statement;
  }

  #begin(number: number): void {
    this.#own = number;
    this.#cost = 1;
    this.#depth = 0;
  }

  #statement(): Statement {
    const { random } = this;
    this.#cost++;
    if (this.#depth <= DEEPEST_BLOCK && random.chance(0.25)) return this.#one(blocks);
    if (this.is_generator && random.chance(0.3)) return this.#one(yields);
    return random.chance(0.4) ? this.#one(actions) : this.awaiting();
  }

  #one(kinds: readonly Kind[]): Statement {
    return this.random.choice(kinds)(this) ?? this.#log("nothing");
  }

  #called(letter: string, costs: readonly number[], from: number): string | null {
    const first = Math.max(from, 1);
    if (first >= COROUTINES) return null;
    const number = first + this.random.below(COROUTINES - first);
    const cost = costs[number];
    if (cost === undefined || this.#cost + cost > LARGEST_COST) return null;
    this.#cost += cost;
    return this.#name(letter, number);
  }

  #return(): Statement {
    const number = this.random.below(99);
    return line(this.random.chance(0.1) ? `return pick(${number})` : `return ${number}`);
  }

  #log(word: string): Statement {
    return line(`log("${word} ${this.next_label()}")`);
  }

  #name(letter: string, number: number | "" = ""): string {
    return `${letter}${number}_${this.#seed}`;
  }

  #several(least: number, most: number, write: () => Statement): Statement[] {
    return Array.from({ length: least + this.random.below(most - least + 1) }, write);
  }
}
