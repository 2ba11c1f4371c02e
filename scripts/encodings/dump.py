# Prints what CPython's codecs make of every byte, pair and triple, and what they write for every character, as JSON.
import encodings.aliases
import importlib
import json
import os
import sys

SINGLE_FROM = 256
MULTIBYTE = (
    "gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab euc_jp shift_jis cp932 euc_jis_2004 "
    "euc_jisx0213 shift_jis_2004 shift_jisx0213"
).split()
CODE_POINTS = [*range(0xD800), *range(0xE000, 0x10000), *range(0x20000, 0x30000)]


def decoded(name, *data):
    try:
        return bytes(data).decode(name)
    except UnicodeDecodeError as error:
        return 1 if error.reason.startswith("illegal") else None


def known(value):
    return value if isinstance(value, str) else None


def encodes(name):
    found = {}
    for code in CODE_POINTS:
        try:
            found[code] = list(chr(code).encode(name))
        except UnicodeEncodeError:
            pass
    return found


def single_byte_names():
    folder = os.path.dirname(encodings.__file__)
    for file in sorted(os.listdir(folder)):
        name = file[:-3]
        if not file.endswith(".py"):
            continue
        module = importlib.import_module(f"encodings.{name}") if name not in ("mbcs", "oem") else None
        if hasattr(module, "decoding_table") or hasattr(module, "decoding_map"):
            yield name


def single(name):
    cells = [known(decoded(name, byte)) for byte in range(256)]
    return {"cells": cells, "illegal": [], "encodes": encodes(name)}


def multibyte(name):
    singles = [decoded(name, byte) for byte in range(256)]
    cells = [known(value) for value in singles]
    for lead in range(0x80, 0x100):
        for trail in range(0x30, 0x100):
            # what both bytes mean each by itself is no pair
            value = None if isinstance(singles[lead], str) else known(decoded(name, lead, trail))
            cells.append(value)
    if name.startswith("euc_j"):
        for lead in range(0xA1, 0xFF):
            for trail in range(0xA1, 0xFF):
                cells.append(known(decoded(name, 0x8F, lead, trail)))
    illegal = [byte for byte, value in enumerate(singles) if value == 1]
    return {"cells": cells, "illegal": illegal, "encodes": encodes(name)}


json.dump(
    {
        "aliases": encodings.aliases.aliases,
        "single": {name: single(name) for name in single_byte_names()},
        "multibyte": {name: multibyte(name) for name in MULTIBYTE},
    },
    sys.stdout,
)
