# Reads JSON [[charset, error handler, hex of bytes or null, text] …] and prints as JSON what CPython makes of each.
import json
import sys


def made(name, errors, data, text):
    try:
        if data is not None:
            return bytes.fromhex(data).decode(name, errors)
        return text.encode(name, errors).hex()
    except UnicodeError as error:
        return [str(error)]


json.dump([made(*case) for case in json.load(sys.stdin)], sys.stdout)
