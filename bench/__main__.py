"""The command line: python -m bench [--only NAME ...] [--quick]. Exit code 1 where a limit is exceeded."""

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from bench.measures import ALL
from bench.report import Measurement, table
from bench.servers import Bench
from bench.sizes import FULL, QUICK


def main() -> int:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Målbild beside a stock Streamlit app.")
    parser.add_argument("--only", nargs="+", default=[""], metavar="NAME", help=f"parts of the names {', '.join(ALL)}")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a glance, not a verdict")
    arguments = parser.parse_args()
    wanted = {name: measure for name, measure in ALL.items() if any(part in name for part in arguments.only)}
    if not wanted:
        parser.error(f"nothing to measure; the names are {', '.join(ALL)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are ended as well
    figures: list[Measurement] = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder))
            bench.build()
            for name, measure in wanted.items():
                print(f"measuring: {name}", file=sys.stderr, flush=True)
                figures += measure(bench, QUICK if arguments.quick else FULL)
    finally:  # what was measured is worth reading, whatever went wrong after it
        print(table(figures), flush=True)
    over = [figure.name for figure in figures if not figure.held]
    print(f"\nOver the limit: {'; '.join(over)}" if over else "\nAll limits are kept.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
