"""Offline sanctions and export-control screening: who is listed, how sure, and why.

from screen import Screener, load_list

screener = Screener(load_list())
for hit in screener.screen("Zhejiang Dahua").hits:
    print(f"{hit.score:.0f} {hit.entity.primary.text}: {hit.why}")
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Screener", "__version__", "load_list"]

if TYPE_CHECKING:
    from screen.lists import load_list
    from screen.match import Screener


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562: whatever the module exports)
    """Import the two public names on first use, so that `screen --version` stays instant."""
    if name == "Screener":
        from screen.match import Screener

        return Screener
    if name == "load_list":
        from screen.lists import load_list

        return load_list
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
