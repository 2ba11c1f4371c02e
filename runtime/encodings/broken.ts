// What the decoders of this room ask about bytes that are no character.

/** The text in the place of the bytes from `start` to `end`; throws when there is none. `name`: the codec's in errors. */
export type Broken = (name: string, start: number, end: number, reason: string) => string;
