"""Functions of a file that are made to take memory."""

from pikepdf import Array, Dictionary

from progprint.press.preflight.functions import function_of


def test_functions_of_functions_end():
    made = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    for level in range(6):
        one = Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array([made] * 4), Bounds=Array([0.2, 0.5, 0.7]),
                         Encode=Array([0, 1] * 4))  # fmt: skip
        assert (function_of(one) is None) is (level >= 5)
        made = one
