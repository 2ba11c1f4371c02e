// Python's datetime.
import { timezone } from "./_datetime/timezone.ts";

export { date } from "./_datetime/date.ts";
export { datetime } from "./_datetime/datetime.ts";
export { time } from "./_datetime/time.ts";
export { timedelta } from "./_datetime/timedelta.ts";
export { timezone, tzinfo } from "./_datetime/timezone.ts";

export const UTC = timezone.utc;
export const MINYEAR = 1;
export const MAXYEAR = 9999;
