"""Which layers of a pdf are shown when it is opened: the content of the others is not seen.

What remains: a layer that is shown on paper and not on the screen, or the other way round, is taken as the
screen shows it.
"""

from __future__ import annotations

from typing import Any

__all__ = ["Layers"]

_MOST_NESTED = 16  # of expressions of visibility
_ANY_ON, _ALL_ON, _ANY_OFF, _ALL_OFF = "/AnyOn", "/AllOn", "/AnyOff", "/AllOff"


class Layers:
    """The layers of one file, in the configuration that it is opened with."""

    def __init__(self, root: Any) -> None:
        self._off: set[tuple[int, int]] = set()
        properties = _dictionary(root.get("/OCProperties"))
        configuration = _dictionary(properties.get("/D")) if properties is not None else None
        if properties is None or configuration is None:
            return
        if str(configuration.get("/BaseState", "/ON")) == "/OFF":
            self._off = {group.objgen for group in _items(properties.get("/OCGs"))}
        self._off |= {group.objgen for group in _items(configuration.get("/OFF"))}
        self._off -= {group.objgen for group in _items(configuration.get("/ON"))}
        self._by_usage(configuration)

    def shows(self, group: Any, depth: int = 0) -> bool:
        """Tell whether what belongs to a layer, or to several by a rule, is shown; so is what names none."""
        group = _dictionary(group)
        if group is None:
            return True
        if str(group.get("/Type", "")) != "/OCMD":
            return group.objgen not in self._off
        expression = group.get("/VE")
        if _items(expression) and depth < _MOST_NESTED:
            return self._holds(expression, depth)
        members = group.get("/OCGs")
        groups = _items(members) or ([members] if _dictionary(members) is not None else [])
        states = [self.shows(one, depth + 1) for one in groups if _dictionary(one) is not None]
        if not states:
            return True
        rule = str(group.get("/P", _ANY_ON))
        if rule == _ALL_ON:
            return all(states)
        if rule == _ANY_OFF:
            return not all(states)
        return not any(states) if rule == _ALL_OFF else any(states)

    def _holds(self, expression: Any, depth: int) -> bool:
        import pikepdf

        if not isinstance(expression, pikepdf.Array):
            return self.shows(expression, depth + 1)
        parts = list(expression)
        operator = str(parts[0]) if parts else ""
        states = [depth >= _MOST_NESTED or self._holds(part, depth + 1) for part in parts[1:]]
        if operator == "/Not":
            return not all(states)
        return all(states) if operator == "/And" else any(states)

    def _by_usage(self, configuration: Any) -> None:
        """Follow what layers say of themselves about the screen, where the file asks for it."""
        for usage in _items(configuration.get("/AS")):
            if str(usage.get("/Event", "")) != "/View":
                continue
            for group in _items(usage.get("/OCGs")):
                view = _dictionary((_dictionary(group.get("/Usage")) or {}).get("/View"))
                state = str(view.get("/ViewState", "")) if view is not None else ""
                if state == "/OFF":
                    self._off.add(group.objgen)
                elif state == "/ON":
                    self._off.discard(group.objgen)


def _dictionary(value: Any) -> Any:
    import pikepdf

    return value if isinstance(value, pikepdf.Dictionary) else None


def _items(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else []
