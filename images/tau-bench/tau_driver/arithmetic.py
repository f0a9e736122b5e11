"""tau2's calculator hands what it gets to eval: `9**9**9` would hold the interpreter and all conversations in it."""

import ast

MAX_BITS = 100_000
"""A result beyond 1024 bits is an error anyway, since it is turned into a float."""


def would_not_end(expression: str) -> bool:
    """Whether a power in it is beyond all use. What is not an expression is for the calculator to refuse."""
    if "**" not in expression:
        return False
    try:
        return _bits(ast.parse(expression.strip(), mode="eval").body) > MAX_BITS
    except RecursionError:
        return True
    except (SyntaxError, ValueError, MemoryError):
        return False


def _bits(node: ast.expr) -> float:
    """An upper bound for the bits of the value, and of every value on the way to it; infinite beyond MAX_BITS."""
    match node:
        case ast.Constant(value=bool() | int() | float() as value):
            bits = float(int(value).bit_length()) + 1 if abs(value) < float("inf") else 1024.0
        case ast.UnaryOp(operand=operand):
            bits = _bits(operand)
        case ast.BinOp(left=base, op=ast.Pow(), right=power):
            # A negative power is a fraction; its own bits bound it all the same.
            exponent = _bits(power)
            bits = _bits(base) * 2.0**exponent if exponent < 64 else float("inf")
        case ast.BinOp(left=left, right=right):
            bits = _bits(left) + _bits(right) + 1
        case _:
            bits = 1.0
    return bits if bits <= MAX_BITS else float("inf")
