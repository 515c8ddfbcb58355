"""Program of a calculator function -> the values it leaves (ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Union

#: a word, a number, or a procedure
Step = Union[str, float, "Program"]
Program = tuple[Step, ...]

WORDS = re.compile(rb"[{}]|[^\s{}]+")
#: words of one program; those of print programs have at most a few hundred
MOST_WORDS = 20_000
#: procedures in procedures
DEEPEST = 60
#: values at one time, as many as the standard promises
MOST_VALUES = 100


def compiled(data: bytes) -> Program:
    """Read a program. Raises ValueError on one that is damaged, too long or uses words that are not known."""
    words = [word.decode("latin-1") for word in WORDS.findall(re.sub(rb"%[^\r\n]*", b" ", data))]
    if len(words) > MOST_WORDS:
        raise ValueError(f"a program of {len(words)} words")
    if not words or words[0] != "{":
        raise ValueError("no program")
    program, end = _procedure(words, 1, 0)
    if end != len(words):
        raise ValueError("words after the program")
    return program


def _procedure(words: list[str], at: int, depth: int) -> tuple[Program, int]:
    if depth > DEEPEST:
        raise ValueError("procedures in procedures")
    steps: list[Step] = []
    while at < len(words):
        word = words[at]
        at += 1
        if word == "}":
            return tuple(steps), at
        if word == "{":
            inner, at = _procedure(words, at, depth + 1)
            steps.append(inner)
        elif word in ONE or word in TWO or word in STACK or word in ("if", "ifelse", "true", "false"):
            steps.append(word)
        else:
            steps.append(float(int(word.split("#")[1], int(word.split("#")[0])) if "#" in word else word))
    raise ValueError("a procedure without an end")


def run(program: Program, values: tuple[float, ...]) -> tuple[float, ...]:
    """Run a program. Raises ValueError when it takes what is not there or leaves too much.

    It has no loops, so it takes no more steps than it has words.
    """
    stack = list(values)
    try:
        _do(program, stack)
    except (IndexError, OverflowError, ZeroDivisionError, TypeError) as wrong:
        raise ValueError(f"a program fails: {wrong}") from wrong
    return tuple(float(value) for value in stack)


def _do(program: Program, stack: list[float]) -> None:
    for at, step in enumerate(program):
        if len(stack) > MOST_VALUES:
            raise ValueError("a program with too many values")
        if isinstance(step, float):
            stack.append(step)
        elif isinstance(step, tuple):
            continue
        elif step in ("if", "ifelse"):
            _choose(program, at, stack)
        elif step in ONE:
            stack.append(ONE[step](stack.pop()))
        elif step in TWO:
            second, first = stack.pop(), stack.pop()
            stack.append(TWO[step](first, second))
        elif step in ("true", "false"):
            stack.append(float(step == "true"))
        else:
            STACK[step](stack)


def _choose(program: Program, at: int, stack: list[float]) -> None:
    then, otherwise = (program[at - 1], ()) if program[at] == "if" else (program[at - 2], program[at - 1])
    if not (isinstance(then, tuple) and isinstance(otherwise, tuple)):
        raise ValueError("a choice without its procedures")
    _do(then if stack.pop() else otherwise, stack)


def _roll(stack: list[float]) -> None:
    by, number = int(stack.pop()), int(stack.pop())
    if not 0 <= number <= len(stack):
        raise ValueError("a roll of more than there is")
    if number:
        part = stack[-number:]
        stack[-number:] = part[-by % number :] + part[: -by % number]


def _copy(stack: list[float]) -> None:
    number = int(stack.pop())
    if not 0 <= number <= min(len(stack), MOST_VALUES):
        raise ValueError("a copy of more than there is")
    stack.extend(stack[len(stack) - number :])


def _index(stack: list[float]) -> None:
    number = int(stack.pop())
    if not 0 <= number < len(stack):
        raise ValueError("an index of what is not there")
    stack.append(stack[-1 - number])


def _drop(stack: list[float]) -> None:
    stack.pop()


def _exchange(stack: list[float]) -> None:
    stack[-2:] = [stack[-1], stack[-2]]


def _shift(value: float, by: float) -> float:
    return float(int(value) << min(int(by), 31) if by >= 0 else int(value) >> min(-int(by), 31))


def _power(base: float, exponent: float) -> float:
    made = base**exponent
    return made if isinstance(made, float) else 0.0


def _atan(over: float, under: float) -> float:
    return math.degrees(math.atan2(over, under)) % 360


def _not(value: float) -> float:
    # of truths and, rarely, of whole numbers
    return float(not value) if value in (0.0, 1.0) else float(~int(value))


ONE: dict[str, Callable[[float], float]] = {
    "abs": abs, "neg": lambda a: -a, "ceiling": lambda a: float(math.ceil(a)),
    "floor": lambda a: float(math.floor(a)), "round": lambda a: float(math.floor(a + 0.5)),
    "truncate": lambda a: float(math.trunc(a)), "sqrt": lambda a: math.sqrt(max(a, 0.0)),
    "sin": lambda a: math.sin(math.radians(a)), "cos": lambda a: math.cos(math.radians(a)),
    "ln": lambda a: math.log(a) if a > 0 else 0.0, "log": lambda a: math.log10(a) if a > 0 else 0.0,
    "cvi": lambda a: float(math.trunc(a)), "cvr": lambda a: a, "not": _not,
}  # fmt: skip
TWO: dict[str, Callable[[float, float], float]] = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b, "idiv": lambda a, b: float(math.trunc(int(a) / int(b))),
    "mod": lambda a, b: math.fmod(int(a), int(b)), "exp": _power, "atan": _atan,
    "eq": lambda a, b: float(a == b), "ne": lambda a, b: float(a != b), "gt": lambda a, b: float(a > b),
    "ge": lambda a, b: float(a >= b), "lt": lambda a, b: float(a < b), "le": lambda a, b: float(a <= b),
    "and": lambda a, b: float(int(a) & int(b)), "or": lambda a, b: float(int(a) | int(b)),
    "xor": lambda a, b: float(int(a) ^ int(b)), "bitshift": _shift,
}  # fmt: skip
STACK: dict[str, Callable[[list[float]], None]] = {
    "pop": _drop, "exch": _exchange, "dup": lambda stack: stack.append(stack[-1]),
    "copy": _copy, "index": _index, "roll": _roll,
}  # fmt: skip
