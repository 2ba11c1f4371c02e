// What each code means, for `pyasync2ts explain`.

export interface Explanation {
  readonly title: string;
  readonly why: string;
  readonly way_out: string;
}

export const explanations: Readonly<Record<string, Explanation>> = {
  PA0001: {
    title: "The text is no Python",
    why: "The message is CPython 3.13's own, and so is the place. Everything that ran on Python 3.7 and later reads the same in it.",
    way_out:
      "Correct the text. What only Python 2 reads is told by a hint below the message: convert it with 2to3 first.",
  },
  PA0002: {
    title: "The bytes can't be decoded",
    why: "A file is UTF-8 unless its first or second line names another encoding, as in Python.",
    way_out: "Name the encoding (`# -*- coding: gbk -*-`), or save the file as UTF-8.",
  },
  PA0003: {
    title: "The code nests too deeply",
    why: "CPython reads it, but JavaScript could not run it: engines have smaller stacks.",
    way_out: "Split the expression, or the blocks, into functions.",
  },
  PA0004: {
    title: "CPython warns about this text",
    why: "It is what CPython prints as a SyntaxWarning when it compiles the file. The program is translated all the same.",
    way_out: "Write what was meant; the message says it.",
  },
  PA0005: {
    title: "An ignore without effect",
    why: "`# pyasync2ts: ignore[PA0004]` behind a line, or above the first statement for the whole file, silences warnings with that code; so does `ignore` of the configuration, for the files of a pattern. Errors can't be ignored: they leave no code that could be written. With --keep-going what can't be translated is a warning.",
    way_out:
      "Take the code out of the comment, or correct it. What an error says has to be corrected.",
  },
  PA0006: {
    title: "Syntax of a newer Python",
    why: "`python` of the configuration (or --python-version) names the Python for which the program was written, and that one refuses this syntax.",
    way_out: "Write it in another way, or name the Python that takes it.",
  },
  PA1001: {
    title: "No counterpart for a module",
    why: "The import names neither a file of the project nor a module that this package has a counterpart of.",
    way_out:
      "Put a module of that name, with what the program uses of it, beside the program; take the import out; or guard it with `try … except ImportError`. With --keep-going what is imported raises when it is used.",
  },
  PA1002: {
    title: "A module lacks a name",
    why: "The module has a counterpart here, but the name is not in it: it would fail when the program runs.",
    way_out: "Rewrite the code that uses the name. With --keep-going it raises when it is used.",
  },
  PA1003: {
    title: "`import *` of names that are computed",
    why: "`__all__` is made while the module runs, so nobody can say beforehand what the names mean.",
    way_out: "Import the names that are used, or let `__all__` be a list of texts.",
  },
  PA1004: {
    title: "An import that nothing uses is left out",
    why: "The module is one of Python's own and has no counterpart here; as nothing reads the name, nothing is lost.",
    way_out: "Take the import out, or silence the warning with `# pyasync2ts: ignore[PA1004]`.",
  },
  PA3001: {
    title: "A construct would not do the same",
    why: "Nothing is emitted rather than something that behaves differently. The message says which construct, and why.",
    way_out:
      "The hint below the message says what to write instead. With --keep-going the statement raises when it is reached.",
  },
  PA9001: {
    title: "Our own mistake",
    why: "The program may be fine: something went wrong inside pyasync2ts. The other files are not touched by it.",
    way_out: "Report it, with the file that shows it.",
  },
};
