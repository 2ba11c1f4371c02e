# Assertions that several of CPython's tests share, as their users call them.
import math


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, exc, template):
        """The same types and first arguments, groups member by member."""
        if exc is None or template is None:
            self.assertIs(exc, template)
        elif isinstance(exc, ExceptionGroup):
            self.assertEqual((exc.message, len(exc.exceptions)), (template.message, len(template.exceptions)))
            for own, wanted in zip(exc.exceptions, template.exceptions):
                self.assertExceptionIsLike(own, wanted)
        else:
            self.assertEqual((type(exc), exc.args[0]), (type(template), template.args[0]))


class FloatsAreIdenticalMixin:
    def assertFloatsAreIdentical(self, x, y):
        """Equal, with the same sign; NaN is identical to NaN."""
        if math.isnan(x) and math.isnan(y):
            return
        self.assertEqual((x, math.copysign(1, x)), (y, math.copysign(1, y)))
