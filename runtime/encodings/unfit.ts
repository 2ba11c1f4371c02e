// What the encoders of this room ask about characters that an encoding lacks.

/** What stands for the characters from `start` to `end`: text to write instead, or bytes; throws when there is nothing. */
export type Unfit = (start: number, end: number, reason: string) => string | readonly number[];
