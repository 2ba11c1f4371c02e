// A translated text in its layout, and its map with it.
import { format, format_with_map, type Rough, type SourceMap } from "../index.ts";

export interface Text {
  /** `null` when there are errors. */
  readonly code: string | null;
  readonly map: SourceMap | null;
}

/** `rough`: what is to be laid out of it. */
export async function laid_out({
  code,
  map,
  rough,
}: Text & { readonly rough: readonly Rough[] }): Promise<Text> {
  if (code === null) return { code, map: null };
  return map === null
    ? { code: await format(code, rough), map }
    : format_with_map(code, map, rough);
}
