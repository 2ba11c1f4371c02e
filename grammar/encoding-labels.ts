// Python's names of encodings, and under which the platform's decoders know them.

const labels: Readonly<Record<string, string>> = {
  gbk: "gb18030",
  936: "gb18030",
  cp936: "gb18030",
  ms936: "gb18030",
  gb2312: "gb18030",
  chinese: "gb18030",
  csiso58gb231280: "gb18030",
  euc_cn: "gb18030",
  euccn: "gb18030",
  eucgb2312_cn: "gb18030",
  gb2312_1980: "gb18030",
  gb2312_80: "gb18030",
  iso_ir_58: "gb18030",
  gb18030_2000: "gb18030",
  cp932: "shift_jis",
  932: "shift_jis",
  ms932: "shift_jis",
  mskanji: "shift_jis",
  ms_kanji: "shift_jis",
  shiftjis: "shift_jis",
  sjis: "shift_jis",
  s_jis: "shift_jis",
  csshiftjis: "shift_jis",
  cp949: "euc-kr",
  949: "euc-kr",
  ms949: "euc-kr",
  uhc: "euc-kr",
  euckr: "euc-kr",
  korean: "euc-kr",
  ksc5601: "euc-kr",
  ks_c_5601: "euc-kr",
  ks_c_5601_1987: "euc-kr",
  ksx1001: "euc-kr",
  ks_x_1001: "euc-kr",
  cp950: "big5",
  950: "big5",
  ms950: "big5",
  big5_tw: "big5",
  csbig5: "big5",
  big5_hkscs: "big5",
  hkscs: "big5",
  eucjp: "euc-jp",
  ujis: "euc-jp",
  u_jis: "euc-jp",
  csiso2022jp: "iso-2022-jp",
  iso2022jp: "iso-2022-jp",
  cp866: "ibm866",
  866: "ibm866",
  cp874: "windows-874",
  tis620: "windows-874",
  tis_620: "windows-874",
  iso8859_11: "windows-874",
  iso8859_9: "windows-1254",
  mac_roman: "macintosh",
  macroman: "macintosh",
  mac_cyrillic: "x-mac-cyrillic",
  maccyrillic: "x-mac-cyrillic",
  cyrillic: "iso-8859-5",
  arabic: "iso-8859-6",
  greek: "iso-8859-7",
  greek8: "iso-8859-7",
  hebrew: "iso-8859-8",
};

/** Which part of ISO 8859 "latin 5" and the following are. */
const latin_parts: Readonly<Record<string, number>> = { 5: 9, 6: 10, 7: 13, 8: 14, 9: 15, 10: 16 };

/** The label for `TextDecoder` of what a coding line names. */
export function label_of(name: string): string {
  const folded = name.toLowerCase().replace(/[^a-z0-9.]+/g, "_");
  const part = /^iso_?8859_?(\d+)$/.exec(folded)?.[1];
  const latin = /^(?:latin_?|l)(\d+)$/.exec(folded)?.[1];
  const plain =
    part !== undefined
      ? `iso8859_${part}`
      : latin !== undefined
        ? `iso8859_${latin_parts[latin] ?? latin}`
        : folded.replace(/^(?:cp|windows_)?(125\d)$/, "windows_$1");
  return labels[plain] ?? plain.replace(/^iso8859_/, "iso-8859-").replaceAll("_", "-");
}
