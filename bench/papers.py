"""The four files of a board with a hundred goals, made in a process of their own: the time of each, and the memory."""

import json
import resource
import time

from lib.web import papers

BOARD = "karlskrona"  # 135 goals


def main() -> None:
    """Print the seconds of each kind and the memory. The board is read beforehand, as on a page."""
    wanted, took = papers.of_board(BOARD), {}
    for kind in papers.PAPERS:
        begun = time.perf_counter()
        papers.make(kind, wanted)
        took[kind] = time.perf_counter() - begun
    print(json.dumps({"seconds": took, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))


if __name__ == "__main__":
    main()
