# Weak references, to objects that live on: nothing says here when one is dropped.


class ref:
    def __init__(self, referent, callback=None):
        self.referent = referent

    def __call__(self):
        return self.referent


class WeakSet(set):
    pass
