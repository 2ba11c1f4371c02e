// How many processors the machine has for us.

export function processor_count(): number {
  return navigator.hardwareConcurrency;
}
