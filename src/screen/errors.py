"""The error tree: what stops a whole run. One bad row is a `Rejected`, not an error.

    ScreenError
    ├── ListError      a list cannot be read or is wrong
    ├── SubjectError   a file of subjects cannot be read
    ├── ConfigError    a setting, flag or environment variable is wrong
    └── OutputError    a report cannot be written

Each message names the file, the line and the field where there are any, and says what to do.
The command line prints it in one line and exits with 2.
"""


class ScreenError(Exception):
    """Anything that keeps a run from completing."""


class ListError(ScreenError):
    """A list cannot be read, or what it says is wrong."""


class SubjectError(ScreenError):
    """A file of subjects cannot be read at all."""


class ConfigError(ScreenError):
    """A configuration file, flag or environment variable is wrong."""


class OutputError(ScreenError):
    """A report cannot be written."""
