# The collector: here the engine's, which says nothing.
garbage = []


def collect(generation=2):
    return 0


def get_referrers(*objects):
    return []


def enable():
    pass


def disable():
    pass
