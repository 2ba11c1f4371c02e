// Ctrl-C in a batch: the first one lets it end with what is done, the second one ends it at once.
export interface Interruption {
  readonly signal: AbortSignal;
  /** From now on Ctrl-C means what it always means. */
  end(): void;
}

export function interrupted(): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    signal: controller.signal,
    end() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
