# Addresses for tests with sockets.
import socket
import unittest

HOST = "localhost"
HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False


def find_unused_port():
    with socket.socket() as server:
        server.bind((HOST, 0))
        return server.getsockname()[1]


def skip_unless_bind_unix_socket(test):
    return test


def skip_if_tcp_blackhole(test):
    return test


def tcp_blackhole():
    raise unittest.SkipTest("needs an address that nobody answers")
