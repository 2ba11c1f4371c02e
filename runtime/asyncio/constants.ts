// The numbers that CPython's loop works with.

/** The timer heap is rebuilt when it holds more timers than this … */
export const MIN_SCHEDULED_TIMER_HANDLES = 100;
/** … and more than this share of them is cancelled. */
export const MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5;
/** Seconds: the longest that the loop waits in one go. */
export const MAXIMUM_SELECT_TIMEOUT = 24 * 3600;
/** Seconds: a timer is due when it lies less than this ahead. */
export const CLOCK_RESOLUTION = 1e-9;
/** Seconds that `asyncio.run` gives the default executor to end. */
export const THREAD_JOIN_TIMEOUT = 300;
/** Milliseconds after which a busy loop gives the platform a turn. */
export const LONGEST_BUSY_PERIOD = 4;
/** Iterations between two looks at the clock for that. */
export const ITERATIONS_PER_CLOCK_CHECK = 64;
