// Which of CPython's test modules hand texts to its compiler; `tokenizedata` is a folder of files.
export const modules: readonly string[] =
  `test_ast test_asyncgen test_augassign test_builtin test_bytes test_codeop test_compile test_complex
  test_coroutines test_decorators test_dictcomps test_dynamic test_eof test_except_star test_exceptions
  test_extcall test_flufl test_fstring test_funcattrs test_future_stmt test_generators test_genexps
  test_global test_grammar test_keywordonlyarg test_listcomps test_long test_named_expressions
  test_opcodes test_patma test_positional_only_arg test_scope test_setcomps test_source_encoding
  test_string_literals test_symtable test_syntax test_tokenize test_type_aliases test_type_annotations
  test_type_params test_unicode_identifiers test_unpack test_unpack_ex test_utf8source test_with
  tokenizedata`.split(/\s+/);
