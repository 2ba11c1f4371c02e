// Templates of `%` taken apart, once for each template.

/** One conversion: `%(key)-08.2f`. */
export interface Conversion {
  readonly key: string | null;
  readonly flags: string;
  /** `*` takes it from the values. */
  readonly width: number | "*";
  readonly precision: number | "*" | null;
  /** `""` where the template ends before it. */
  readonly type: string;
  /** Where the type stands in the template, in UTF-16 units. */
  readonly index: number;
}

/** Literal text, and the conversion behind it: `null` at the end, a text where the template is broken. */
export interface Piece {
  readonly literal: string;
  readonly conversion: Conversion | string | null;
}

const CONVERSION =
  /%(?:\(((?:[^()]|\([^()]*\))*)\))?([-+ #0]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([^])?/gu;
const MAX_REMEMBERED = 256;

const remembered = new Map<string, readonly Piece[]>();

export function percent_pieces(template: string): readonly Piece[] {
  let pieces = remembered.get(template);
  if (pieces === undefined) {
    pieces = parse(template);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(template, pieces);
  }
  return pieces;
}

function parse(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let literal = "";
  let end = 0;
  for (const match of template.matchAll(CONVERSION)) {
    const [whole, key, flags = "", width, point, precision, type] = match;
    literal += template.slice(end, match.index);
    end = match.index + whole.length;
    if (whole === "%%") literal += "%";
    else {
      pieces.push({
        literal,
        conversion:
          is_open_key(template, match.index, key) ||
          (type === undefined && key === undefined && width !== "*" && precision !== "*")
            ? broken(template, match.index, key)
            : {
                key: key ?? null,
                flags,
                width: width === "*" ? "*" : Number(width ?? 0),
                precision:
                  precision === "*" ? "*" : point === undefined ? null : Number(precision ?? 0),
                type: type ?? "",
                index: end - (type?.length ?? 0),
              },
      });
      literal = "";
    }
  }
  pieces.push({ literal: literal + template.slice(end), conversion: null });
  return pieces;
}

function is_open_key(template: string, at: number, key: string | undefined): boolean {
  return key === undefined && template.charAt(at + 1) === "(";
}

function broken(template: string, at: number, key: string | undefined): string {
  return is_open_key(template, at, key) ? "incomplete format key" : "incomplete format";
}
