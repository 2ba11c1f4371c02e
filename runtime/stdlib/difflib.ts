// Python's difflib: what two sequences have in common, and what turns one into the other.
export { get_close_matches } from "./_difflib/close-matches.ts";
export { Differ, IS_CHARACTER_JUNK, IS_LINE_JUNK, ndiff, restore } from "./_difflib/differ.ts";
export { context_diff, unified_diff } from "./_difflib/line-diffs.ts";
export { Match } from "./_difflib/match.ts";
export { SequenceMatcher } from "./_difflib/sequence-matcher.ts";
