"""Names: what a name says. Text in, typed words out; pure and total.

The way of a name: `clean` levels how it is written, `words` splits, romanises and types it with the tables
of `tables/` put together in `lexicon`; `han` reads Chinese. `read` is the whole way.
"""

from screen.names.display import display
from screen.names.reading import Reading, exact_key, read
from screen.names.words import Word

__all__ = ["Reading", "Word", "display", "exact_key", "read"]
