// Random programs and spoilt ones: never an exception, and code that parses. The long run is `npm run fuzz`.
import { expect, test } from "vitest";
import { parse } from "../../grammar/index.ts";
import { generated_program } from "../support/generated-program.ts";
import { Random } from "../support/random.ts";
import { defect_of, mutated } from "../support/robust.ts";

test("generated programs", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const source = generated_program(new Random(seed), 6);
    expect(parse(source).errors, source).toEqual([]);
    expect(defect_of(source), source).toBeNull();
  }
});

test("spoilt programs", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = new Random(seed);
    const source = mutated(generated_program(random, 5), random);
    expect(defect_of(source), source).toBeNull();
  }
});
