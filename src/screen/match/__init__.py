"""Matching: a subject against the listed names, scored and explained.

The way of a name: `weighing` gives its words weights, `index` proposes listed names, `alignment` pairs the
words, `score` judges the pairs by `policy`, `evidence` lays them open, `explain` says it in a sentence.
`screener` is the engine that goes this way.
"""

from screen.match.policy import Settings, WeakAliases
from screen.match.screener import Screener

__all__ = ["Screener", "Settings", "WeakAliases"]
