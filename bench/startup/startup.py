"""How long a cold start takes, beside a reference in the same run.

    python bench/startup/startup.py [runs]

Whole processes, in turn (A B C, A B C, …) so that the machine's moods fall on all alike. Prints median, fastest and
slowest in seconds, and the median of the ratio to the reference, which imports the libraries and does nothing.
"""

import subprocess
import sys
import time
from statistics import median

REFERENCE = "import typer, rich, rapidfuzz, yaml"
COMMANDS = {
    "reference: python -c 'import typer, rich, rapidfuzz, yaml'": [sys.executable, "-c", REFERENCE],
    "screen --version": [sys.executable, "-m", "screen", "--version"],
    'screen name "Zhejiang Dahua"': [sys.executable, "-m", "screen", "name", "Zhejiang Dahua"],
    "screen name 浙江大华技术股份有限公司": [sys.executable, "-m", "screen", "name", "浙江大华技术股份有限公司"],
}


def seconds(command: list[str]) -> float:
    """Return how long one run of a command takes."""
    started = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - started


def main(runs: int) -> None:
    """Measure every command `runs` times, after one run that is not counted, and print a table."""
    for command in COMMANDS.values():
        seconds(command)
    taken: dict[str, list[float]] = {label: [] for label in COMMANDS}
    for _ in range(runs):
        for label, command in COMMANDS.items():
            taken[label].append(seconds(command))
    reference = next(iter(taken.values()))
    print(f"{'median':>7} {'min':>6} {'max':>6} {'ratio':>6}")
    for label, times in taken.items():
        ratio = median(mine / other for mine, other in zip(times, reference, strict=True))
        print(f"{median(times):7.3f} {min(times):6.3f} {max(times):6.3f} {ratio:6.2f}  {label}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
