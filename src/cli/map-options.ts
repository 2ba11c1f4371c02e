// `--map` and `--inline-map`: where the source map of an output goes.
import path from "node:path";
import { with_inline_map, with_map_file, type SourceMap } from "../index.ts";

export interface MapOptions {
  /** In a file beside the output. */
  readonly map?: boolean;
  /** In the output's last line. */
  readonly inlineMap?: boolean;
}

export type MapForm = "none" | "beside" | "inline";

export function map_form({ map, inlineMap }: MapOptions): MapForm {
  return inlineMap === true ? "inline" : map === true ? "beside" : "none";
}

export interface MappedText {
  readonly code: string;
  /** What the file beside it holds. */
  readonly map: string | null;
}

/** `output`: the name of the text's file; `source`: the Python file as seen from the output's folder, with `/`. */
export function mapped_text(
  code: string,
  map: SourceMap | null,
  form: MapForm,
  names: { readonly output: string; readonly source: string },
): MappedText {
  if (map === null || form === "none") return { code, map: null };
  const own = { ...map, sources: [names.source] };
  if (form === "inline") return { code: with_inline_map(code, own), map: null };
  const file = path.basename(names.output);
  const text = `${JSON.stringify({ file, ...own })}\n`;
  return { code: with_map_file(code, `${file}.map`), map: text };
}
