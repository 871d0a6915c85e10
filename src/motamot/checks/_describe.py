"""Describing an answer as bounded JSON, without asking the answer itself.

This runs where the learner's code runs and knows nothing of the question; what it returns is judged
elsewhere. Texts, whole numbers, finite floats, ``True``, ``None`` and whole lists stand for themselves; all
else is a dict whose ``"is"`` says what it was. Only exact built-in and library types are looked into: what a
learner's class would say of itself is not heard.
"""

from __future__ import annotations

import dis
import math
import re
import sys
import types
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

Description = Any

MAX_DEPTH = 12
MAX_ITEMS = 50_000
MAX_TEXT = 20_000
MAX_CHARACTERS = 400_000
_SHOWN = 200
_MAX_BITS = 4096
_BLANK_BYTES = 12
_BLANK_STEPS = {"LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}
_name_of = type.__dict__["__name__"].__get__
_bases_of = type.__dict__["__mro__"].__get__
_BUILT_IN = (bool, int, float, str, list, tuple, set, frozenset, dict)
_DICTS = (dict, Counter, OrderedDict, defaultdict)
_CALLABLES = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    partial,
    type,
)


def describe(answer: object) -> Description:
    """Return what an answer is, as JSON of bounded size and depth.

    Parameters
    ----------
    answer : object
        Anything; none of its own methods is called, except by a figure that formats its labels.

    Returns
    -------
    description
        None, bool, int, float, str, a list of descriptions, or a dict with a key ``"is"``. What was too
        long or too deep keeps its length, and is equal to no other answer.

    Examples
    --------
    >>> describe(["prix", 2, ...])
    ['prix', 2, {'is': 'placeholder'}]
    >>> describe(("prix", float("nan")))
    {'is': 'tuple', 'items': ['prix', {'is': 'float', 'value': 'nan'}], 'length': 2}
    >>> describe(x for x in "ab")
    {'is': 'other', 'type': 'generator'}
    """
    try:
        return Describer().describe(answer)
    except Exception as error:
        # A figure's label formatter is the learner's, and memory may run out.
        return {"is": "unreadable", "type": type_name(answer), "reason": type_name(error)}


def type_name(value: object) -> str:
    """Return the name of a value's type, whatever its metaclass would say."""
    return str(_name_of(type(value)))[:60]


class Describer:
    """Describes one answer within its bounds."""

    def __init__(self) -> None:
        self.items = MAX_ITEMS
        self.characters = MAX_CHARACTERS
        self.depth = 0

    def describe(self, value: object) -> Description:
        """Return the description of a value and of what it holds."""
        self.items -= 1
        if self.depth >= MAX_DEPTH:
            return {"is": "other", "type": type_name(value), "deep": True}
        self.depth += 1
        try:
            # By identity: a learner's metaclass may define == and hash.
            reader = _READERS.get(id(type(value)))
            return reader(self, value) if reader else self._of_a_library(value)
        finally:
            self.depth -= 1

    def text(self, value: str) -> Description:
        """Return a text, or its beginning and its length."""
        if len(value) > min(MAX_TEXT, self.characters):
            start = value[: min(_SHOWN, self.characters)]
            self.characters -= len(start)
            return {"is": "str", "start": start, "length": len(value)}
        self.characters -= len(value)
        return value

    def several(self, values: Iterable[object]) -> list[Description]:
        """Describe values one after another as long as there is room."""
        found = []
        for value in values:
            if self.items <= 0:
                break
            found.append(self.describe(value))
        return found

    def _of_a_library(self, value: object) -> Description:
        from motamot.checks._describe_library import reader_for

        reader = reader_for(type(value))
        return reader(self, value) if reader else self.other(value)

    def other(self, value: object) -> Description:
        """Name the type of a value that is not looked into."""
        kind = type(value)
        found = {"is": "other", "type": type_name(value)}
        base = next((base for base in _bases_of(kind)[1:] if any(base is one for one in _BUILT_IN)), None)
        if base is not None:
            found["of"] = _name_of(base)
        elif any(base is one for base in _bases_of(kind) for one in _CALLABLES):
            return _function(self, value)
        return found


def _same(describer: Describer, value: object) -> Description:
    return value


def _placeholder(describer: Describer, value: object) -> Description:
    return {"is": "placeholder"}


def _int(describer: Describer, value: int) -> Description:
    bits = value.bit_length()
    if bits < 64:
        return value
    # Beyond 64 bits a number is written in hexadecimal: decimal digits are slow, and limited.
    return {"is": "int", "hex": hex(value)} if bits <= _MAX_BITS else {"is": "int", "bits": bits}


def _float(describer: Describer, value: float) -> Description:
    return value if math.isfinite(value) else {"is": "float", "value": repr(value)}


def _text(describer: Describer, value: str) -> Description:
    return describer.text(value)


def _list(describer: Describer, value: list[object]) -> Description:
    length = len(value)
    items = describer.several(value)
    return items if len(items) == length else {"is": "list", "items": items, "length": length}


def _tuple(describer: Describer, value: tuple[object, ...]) -> Description:
    return {"is": "tuple", "items": describer.several(value), "length": len(value)}


def _set(describer: Describer, value: set[object] | frozenset[object]) -> Description:
    return {"is": "set", "type": type_name(value), "items": describer.several(value), "length": len(value)}


def _dict(describer: Describer, value: dict[object, object]) -> Description:
    pairs = []
    for key, one in dict.items(value):
        if describer.items <= 0:
            break
        pairs.append([describer.describe(key), describer.describe(one)])
    return {"is": "dict", "type": type_name(value), "pairs": pairs, "length": dict.__len__(value)}


def _pattern(describer: Describer, value: re.Pattern[Any]) -> Description:
    if not isinstance(value.pattern, str):
        return {"is": "other", "type": "bytes Pattern"}
    return {"is": "pattern", "pattern": describer.text(value.pattern), "flags": value.flags}


def _function(describer: Describer, value: object) -> Description:
    names: dict[str, Any] = {}
    for key, attribute in (("name", "__name__"), ("module", "__module__")):
        found = value.func if type(value) is partial else value
        try:
            name = object.__getattribute__(found, attribute)
        except AttributeError:
            name = ""
        names[key] = name[:_SHOWN] if type(name) is str else ""
    described = {"is": "function", "type": type_name(value), **names}
    if type(value) is types.FunctionType and _is_blank(value.__code__):
        described["blank"] = True
    return described


def _is_blank(code: types.CodeType) -> bool:
    """Tell whether a function does nothing, as one whose body is three dots or a docstring."""
    if len(code.co_code) > _BLANK_BYTES:
        return False
    steps = [step for step in dis.get_instructions(code) if step.opname not in ("RESUME", "NOP")]
    returned = [step.argval for step in steps if step.opname != "RETURN_VALUE"]
    return {step.opname for step in steps} <= _BLANK_STEPS and returned == [None]


_KINDS: list[tuple[tuple[type, ...], Callable[[Describer, Any], Description]]] = [
    ((type(None), bool), _same),
    ((type(...), type(NotImplemented)), _placeholder),
    ((int,), _int),
    ((float,), _float),
    ((str,), _text),
    ((list,), _list),
    ((tuple,), _tuple),
    ((set, frozenset), _set),
    (_DICTS, _dict),
    ((re.Pattern,), _pattern),
    (_CALLABLES, _function),
]
_READERS = {id(kind): reader for kinds, reader in _KINDS for kind in kinds}


def loaded(module: str, name: str) -> Any:
    """Return a name of a module that the learner's code has loaded already, else None."""
    return getattr(sys.modules.get(module), name, None)
