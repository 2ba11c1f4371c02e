// How many processors the machine has for us.
import { availableParallelism } from "node:os";

export function processor_count(): number {
  return availableParallelism();
}
