// Whether it is noted where tasks hang. By itself: coroutines, which everything here stands on, look at it.

/** Called where an `await` looks at what it shall wait for. */
interface Noting {
  await_of_future(): void;
  await_of_coroutine(): void;
}

export const places: { noting: Noting | null } = { noting: null };
