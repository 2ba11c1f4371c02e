// Encoding tables for encodings that the platform only decodes: made by decoding all byte sequences once.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of each character in the platform's encoding of that label. */
export function platform_table(label: string): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(label);
  if (table === undefined) {
    table = made_table(label);
    tables.set(label, table);
  }
  return table;
}

function made_table(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let first = 0; first < 256; first++) {
    if (learn([first])) continue;
    for (let second = 0x21; second < 256; second++) learn([first, second]);
  }
  return table;
}
