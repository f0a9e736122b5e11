"""Reads two dictionaries of string templates from a Python file by their names. The file is parsed, never run.

usage: read_prompts.py FILE NAME [NAME...]    (FILE may be -, for standard input)
Prints {NAME: {key: text}} as JSON; says in one line what is missing and ends with 1.
"""

import ast
import json
import sys


class Unreadable(Exception):
    pass


def assignments(tree):
    """The last value of every plain name of the module."""
    values = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets = [node.target]
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name):
                values[target.id] = node.value
    return values


def text_of(node, values, depth=0):
    """A string literal, a sum of them, or the name of one."""
    if depth > 20:
        raise Unreadable("names that lead to themselves")
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return text_of(node.left, values, depth + 1) + text_of(node.right, values, depth + 1)
    if isinstance(node, ast.Name) and node.id in values:
        return text_of(values[node.id], values, depth + 1)
    raise Unreadable(f"line {getattr(node, 'lineno', '?')}: expected a string or the name of one")


def dictionary(name, values):
    node = values.get(name)
    if not isinstance(node, ast.Dict):
        raise Unreadable(f"{name} is no dictionary of the file")
    result = {}
    for key, value in zip(node.keys, node.values):
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            raise Unreadable(f"{name} has a key that is no string")
        result[key.value] = text_of(value, values)
    return result


def main(file, *names):
    try:
        source = sys.stdin.buffer.read() if file == "-" else open(file, "rb").read()
        values = assignments(ast.parse(source))
        result = {name: dictionary(name, values) for name in names}
    except (Unreadable, SyntaxError, ValueError, RecursionError) as error:
        print(f"read_prompts: {error}", file=sys.stderr)
        return 1
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
