// Every method of every built-in type, with arguments that fit and some that don't.
import type { Templates } from "../writer.ts";

/** Receiver type → calls; the arguments are types of values.ts, a literal where quoted. */
const METHODS: Readonly<Record<string, string>> = {
  Int: `as_integer_ratio() bit_count() bit_length() conjugate() to_bytes() to_bytes(n) to_bytes(n,byteorder)
    to_bytes(n,byteorder,signed=True) to_bytes(length=8,byteorder='little',signed=True) is_integer()`,
  Float: "as_integer_ratio() conjugate() hex() is_integer()",
  Complex: "conjugate()",
  Str: `capitalize() casefold() center(w) center(w,fill) count(sub) count(sub,i) count(sub,i,i) encode() encode(enc)
    encode(enc,errors) encode(errors=errors) endswith(affix) endswith(affix,i,i) expandtabs() expandtabs(n) find(sub)
    find(sub,i) find(sub,i,i) format(Any) format(Any,Any) format_map(Dict) index(sub) index(sub,i,i) isalnum()
    isalpha() isascii() isdecimal() isdigit() isidentifier() islower() isnumeric() isprintable() isspace() istitle()
    isupper() join(strs) ljust(w) ljust(w,fill) lower() lstrip() lstrip(sub) partition(sub) removeprefix(sub)
    removesuffix(sub) replace(sub,sub) replace(sub,sub,i) replace(sub,sub,count=n) rfind(sub) rfind(sub,i,i)
    rindex(sub) rindex(sub,i) rjust(w) rjust(w,fill) rpartition(sub) rsplit() rsplit(sub) rsplit(sub,i) rsplit(None,n)
    rstrip() rstrip(sub) split() split(sub) split(sub,i) split(None,n) split(maxsplit=n) splitlines() splitlines(True)
    startswith(affix) startswith(affix,i) strip() strip(sub) swapcase() title() translate(table) upper() zfill(w)`,
  Bytes: `capitalize() center(w) center(w,b'*') count(bsub) count(bsub,i,i) decode() decode(enc) decode(enc,errors)
    decode(errors=errors) endswith(baffix) endswith(baffix,i,i) expandtabs() expandtabs(n) find(bsub) find(bsub,i,i)
    hex() hex(':') hex('-',n) hex(':',-2) index(bsub) isalnum() isalpha() isascii() isdigit() islower() isspace()
    istitle() isupper() join(bstrs) ljust(w) ljust(w,b'.') lower() lstrip() lstrip(bsub) partition(bsub)
    removeprefix(bsub) removesuffix(bsub) replace(bsub,b'!') replace(bsub,b'',n) rfind(bsub) rindex(bsub) rjust(w)
    rpartition(bsub) rsplit() rsplit(bsub,n) rstrip() rstrip(bsub) split() split(bsub) split(bsub,n) splitlines()
    splitlines(True) startswith(baffix) strip() strip(bsub) swapcase() title() translate(btable)
    translate(None,b'ab') translate(btable,delete=b'l') upper() zfill(w)`,
  ByteArray: `append(Int) append(n) clear() copy() count(bsub) decode() extend(Bytes) extend(List) extend(Any) find(bsub)
    hex() index(bsub) insert(i,n) insert(n,Int) join(bstrs) pop() pop(i) remove(n) remove(104) reverse() split(bsub)
    strip() startswith(baffix) upper() zfill(w) replace(bsub,b'-') title() isalpha() partition(b'l') translate(btable)
    center(w) splitlines()`,
  View: "tobytes() tolist() hex() release() toreadonly()",
  List: `append(Any) clear() copy() count(key) extend(Iterable) extend(Any) index(key) index(key,i) index(key,i,i)
    insert(i,Any) pop() pop(i) remove(key) reverse() sort() sort(reverse=True) sort(key=str) sort(key=len)
    sort(key=negate) sort(key=None,reverse=0)`,
  Tuple: "count(key) index(key) index(key,i) index(key,i,i)",
  Dict: `clear() copy() get(key) get(key,Any) items() keys() values() pop(key) pop(key,Any) popitem() setdefault(key)
    setdefault(key,Any) update(kv) update(Dict) update()`,
  Set: `add(key) clear() copy() difference(Iterable) difference() difference_update(Iterable) discard(key)
    intersection(Iterable) intersection(Iterable,Set) intersection_update(Iterable) isdisjoint(Iterable)
    issubset(Iterable) issuperset(Iterable) remove(key) pop() symmetric_difference(Iterable)
    symmetric_difference_update(Iterable) union(Iterable) union() update(Iterable) update(Iterable,Set)`,
  Frozen: `copy() difference(Iterable) intersection(Iterable) isdisjoint(Iterable) issubset(Iterable)
    issuperset(Iterable) symmetric_difference(Iterable) union(Iterable,Set)`,
  Range: "count(key) index(key) index(Int)",
  Slice: "indices(n) indices(w) indices(Int)",
  Keys: "isdisjoint(Iterable)",
};

/** Class and static methods, and attributes. */
const OF_TYPES: readonly string[] = [
  "int.from_bytes(«Bytes»)",
  "int.from_bytes(«Bytes», «byteorder»)",
  "int.from_bytes(«Bytes», 'big', signed=True)",
  "int.from_bytes(«List», 'little')",
  "float.fromhex('0x1.8p1')",
  "float.fromhex(«Str»)",
  "float.fromhex((«Float»).hex())",
  "bytes.fromhex('00 ff 7F')",
  "bytes.fromhex(«Str»)",
  "bytearray.fromhex('a0')",
  "str.maketrans(«table»)",
  "str.maketrans('ab', 'xy')",
  "str.maketrans('ab', 'xy', 'c')",
  "str.maketrans(«Str», «Str»)",
  "bytes.maketrans(b'ab', b'xy')",
  "dict.fromkeys(«Iterable»)",
  "dict.fromkeys(«Iterable», «Any»)",
  "(«Int»).real",
  "(«Int»).imag",
  "(«Int»).numerator",
  "(«Int»).denominator",
  "(«Float»).real",
  "(«Complex»).real",
  "(«Complex»).imag",
  "(«Range»).start",
  "(«Range»).step",
  "(«Slice»).stop",
  "(«View»).nbytes",
  "(«View»).readonly",
  "(«View»).format",
  "str.upper(«Any»)",
  "str.join(«Str», «strs»)",
];

/** Argument by name → hole; what is no type of values.ts is written as it stands. */
function call(receiver: string, text: string): string {
  const [name = "", inner = ""] = text.replace(/\)$/, "").split(/\((.*)/s);
  const args = inner.split(",").filter((arg) => arg !== "");
  const filled = args.map((arg) => {
    const [, keyword = "", value = arg] = /^(\w+=)?(.*)$/s.exec(arg) ?? [];
    return keyword + (ARGUMENTS.has(value) ? `«${value}»` : value);
  });
  return `(«${receiver}»).${name}(${filled.join(", ")})`;
}

const ARGUMENTS = new Set(
  (
    "i w n fill sub bsub strs bstrs affix baffix enc errors table btable kv key byteorder Int Float Str Bytes List " +
    "Tuple Dict Set Iterable Any"
  ).split(" "),
);

export const methods: Templates = {
  call: [
    ...Object.entries(METHODS).flatMap(([receiver, texts]) =>
      texts
        .split(/\s+/)
        .filter((text) => text !== "")
        .map((text) => call(receiver, text)),
    ),
    ...OF_TYPES,
  ],
};
