// Every file printed anew from its tree and comments, and read again: nothing may differ.
import { readFileSync } from "node:fs";
import { decode } from "../../grammar/index.ts";
import { round_trip } from "../../test/support/round-trip.ts";
import { python_files } from "./files.ts";

/** Prints what differs and the counts; how many files differ. */
export function compare_trivia(folder: string): number {
  const counts = { equal: 0, different: 0, refused: 0 };
  for (const path of python_files(folder)) {
    const { text, errors } = decode(readFileSync(path));
    const { refused, wrong } = errors.length > 0 ? { refused: true, wrong: null } : attempt(text);
    if (refused) counts.refused++;
    else if (wrong === null) counts.equal++;
    else {
      counts.different++;
      console.log(`${path}: ${wrong}`);
    }
  }
  const { equal, different, refused } = counts;
  console.log(`${equal} equal, ${different} different, ${refused} refused`);
  return different;
}

function attempt(text: string): ReturnType<typeof round_trip> {
  try {
    return round_trip(text);
  } catch (error) {
    return { refused: false, wrong: String(error) };
  }
}
