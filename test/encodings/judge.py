# Prints digests of what CPython reads in every byte and pair of the charsets that are named, and of what it writes.
import hashlib
import json
import sys

PAIRS = [bytes([lead, trail]) for lead in range(0x80, 0x100) for trail in range(0x20, 0x100)]


def digests(name):
    data = [bytes([byte]) for byte in range(256)]
    if "a".encode(name) == b"a" and is_multibyte(name):
        data += PAIRS
    read = [each.decode(name, "replace") for each in data]
    characters = sorted(set("".join(read)), key=lambda each: each.encode("utf-16-be"))
    written = "".join(characters).encode(name, "xmlcharrefreplace")
    return [digest("\n".join(read).encode()), digest(written)]


def is_multibyte(name):
    return len(b"".join(bytes([byte]) for byte in range(256)).decode(name, "replace")) != 256 or any(
        "incomplete" in why(name, byte) for byte in range(128, 256)
    )


def why(name, byte):
    try:
        bytes([byte]).decode(name)
        return ""
    except UnicodeDecodeError as error:
        return error.reason


def digest(data):
    return hashlib.sha256(data).hexdigest()


json.dump({name: digests(name) for name in sys.argv[1:]}, sys.stdout)
