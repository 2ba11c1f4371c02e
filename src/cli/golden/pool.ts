// Several at a time, results in the order in which they were asked for.

/** Runs `work` on each item, at most `jobs` at once; `done` hears of each as it ends. */
export async function in_parallel<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<R>,
  done: (result: R) => void = () => {},
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      const result = await work(items[index] as T);
      results[index] = result;
      done(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
  return results;
}
