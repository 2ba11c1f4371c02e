// How a text tells where its source map is: in a file beside it, or in its own last line.
import type { SourceMap } from "./source-map.ts";

/** `file`: the map's name as seen from the text's folder. */
export function with_map_file(code: string, file: string): string {
  return with_url(code, encodeURIComponent(file));
}

export function with_inline_map(code: string, map: SourceMap): string {
  const bytes = new TextEncoder().encode(JSON.stringify(map));
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return with_url(code, `data:application/json;base64,${btoa(binary)}`);
}

function with_url(code: string, url: string): string {
  return `${code}${code === "" || code.endsWith("\n") ? "" : "\n"}//# sourceMappingURL=${url}\n`;
}
