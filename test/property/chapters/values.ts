// Templates of values with every corner in them, for methods, operators and formats; and arguments of every kind.
import type { Templates } from "../writer.ts";

/** Words of a text, parted by spaces. */
function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

export const values: Templates = {
  Int: words(
    "0 1 -1 2 7 -7 10 255 -256 65536 2**31 -(2**31) 2**53 2**53-1 2**53+1 -(2**53) 10**20 -(10**20) 2**100 True False 12345 1000000",
  ),
  Float: [
    ...words(
      "0.0 -0.0 1.0 -1.0 0.5 -0.5 1.5 2.5 3.5 0.1 1/3 123456.789 1e16 1e15 1e22 1e-5 5e-324 1.7976931348623157e308 2.0**53 -7.25 1e100 0.0001 100.0 2.675",
    ),
    "float('inf')",
    "float('-inf')",
    "float('nan')",
  ],
  Complex: words(
    "0j 1j -1j 1+2j 1.5-0.5j -0.0-0.0j (2+0j) complex(0,-0.0) complex(1e20,1e-5) 3+4j",
  ),
  Str: [
    ...words(
      "'' 'a' 'abc' 'ABC' 'aXbXc' 'ß' 'ΑΣ' 'é' '日本語' '😀x😀' '12' '-12.5' '0x1f' '1_000' 'ﬁx' 'İI' 'a,b,,c' '²½' '٣' 'ǆ'",
    ),
    "'Hello, World'",
    "'  padded\\t'",
    '"don\'t"',
    "'say \"hi\"'",
    "'tab\\tnew\\nline\\r\\nend'",
    "'\\\\'",
    "'\\x85\\u2028x\\x1c'",
    "'\\xad\\u200b'",
    "'foo bar  baz'",
    "'title Case here\\'s'",
    "'aaa'",
    "'a' * 12",
    "'{} {0}'",
    "'%d%%'",
    "'\\ud800'",
    "'\\x00\\x7f'",
  ],
  Bytes: words(
    String.raw`b'' b'abc' b'aXbXc' b'\xff\x00' b'Hello' b'x,y,,z' b'\t12\n' b'caf\xc3\xa9' b'aaa' b'0fA1' b'\xf0\x9f\x98\x80' b'\xed\xa0\x80' b'\xc3' b'a\xe2\x82' b'+AGE-'`,
  ),
  ByteArray: ["bytearray(«Bytes»)", "bytearray(3)", "bytearray(b'hello')"],
  View: ["memoryview(«Bytes»)", "memoryview(b'hello')", "memoryview(bytearray(b'abc'))"],
  List: [
    ...words(
      "[] [1] [1,2,3] [3,1,2] ['a','b'] [1,'a'] [None] [[1],[2]] [1.0,1,True] [2**53,2**53+1] [(1,2),(0,5)] ['b','a','C'] [0,0,1]",
    ),
    "[float('nan')]",
    "[«Any», «Any»]",
    "list(range(10))",
  ],
  Tuple: words("() (1,) (1,2,3) ('a','b') (1,'a') ((1,),2) (1.0,True) (None,None) (0,) (3,1,2)"),
  Dict: words(
    "{} {'a':1} {'a':1,'b':2} {1:'x',True:'y'} {(1,2):3} {None:None} {1.0:'f',2:'i'} {'b':2,'a':1} {0:[]}",
  ),
  Set: words(
    "set() {1,2,3} {3,1,2} {0} {'a'} {1,True,1.0} {10,3,7,100,-1} {(1,2)} {None} set(range(20))",
  ),
  Frozen: words("frozenset() frozenset([1,2]) frozenset({3,1,2}) frozenset('a')"),
  Range: words(
    "range(0) range(5) range(1,10,3) range(10,0,-2) range(-5,5) range(2**60,2**60+3) range(5,5) range(0,-4)",
  ),
  Slice: words(
    "slice(None) slice(2) slice(1,3) slice(None,None,-1) slice(-3,None,2) slice(0,10,3) slice('a',None)",
  ),
  Keys: ["«Dict».keys()", "«Dict».items()", "«Dict».values()"],
  None_: ["None"],
  Any: [
    "*3 «Int»",
    "*2 «Float»",
    "«Complex»",
    "*3 «Str»",
    "*2 «Bytes»",
    "«ByteArray»",
    "*2 «List»",
    "*2 «Tuple»",
    "*2 «Dict»",
    "*2 «Set»",
    "«Frozen»",
    "«Range»",
    "None",
    "«Keys»",
  ],
  Real: ["«Int»", "«Int»", "«Float»", "«Float»"],
  Iterable: [
    "«List»",
    "«Tuple»",
    "«Dict»",
    "«Set»",
    "«Str»",
    "«Range»",
    "«Bytes»",
    "iter(«List»)",
    "(x for x in «List»)",
    "«Keys»",
  ],
  // Arguments.
  i: words("0 1 -1 2 3 -2 5 100 -100 None True"),
  w: words("0 1 3 5 8 -1 12"),
  n: words("0 1 2 3 -1"),
  fill: words("'\\x20' '*' '0' '😀' 'ab'"),
  sub: words("'a' '' 'X' 'b' 'l' 'aX' '\\x20' '日' '😀' ',' 'aa' 'c'"),
  bsub: words("b'a' b'' b'X' b'l' 97 b',' 300 b'aa' 'a'"),
  strs: words("['a','b'] [] ('x',) 'abc' ['a',1] {'k':1} ['😀']"),
  bstrs: words("[b'a',b'b'] [] (b'x',) [b'a',bytearray(b'b')] ['a']"),
  affix: words("'a' ('a','b') '' () 'Hel' ('x',1) 'c' '😀'"),
  baffix: words("b'a' (b'a',b'b') b'' () 'a'"),
  enc: words(
    "'utf-8' 'ascii' 'latin-1' 'utf-16' 'utf-16-le' 'utf-32' 'cp1252' 'utf8' 'UTF_8' 'nope' 'utf-8-sig' 'iso8859-1'",
  ),
  errors: words(
    "'strict' 'ignore' 'replace' 'backslashreplace' 'xmlcharrefreplace' 'namereplace' 'surrogateescape' 'surrogatepass' 'nope'",
  ),
  table: words("{97:'z'} {97:None} {97:98,120:'yy'} {} {0x1F600:'s'}"),
  btable: ["None", "bytes(range(256))", "bytes(range(1,256))+b'!'", "b'short'"],
  kv: ["{'a':1}", "[('x',1)]", "a=1", "{'a':1}, b=2", "[(1,2),(3,)]", "5", "zip('ab','cd')"],
  key: words("'a' 1 1.0 True None (1,2) 'zz' [] 0"),
  byteorder: words("'big' 'little' 'middle'"),
  ndigits: words("0 1 2 -1 -2 5 None 17 400 -400"),
};
