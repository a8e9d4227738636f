"""The command `mestring`, also as `python -m mestring`."""

import signal
import sys

from mestring._core import command


def main() -> int:
    """Run the command with the arguments of this process and give its exit code.

    >>> import sys
    >>> sys.argv = ["mestring", "report", "no/such/desk"]
    >>> main()
    2
    """
    # The command runs outside the interpreter, which would keep the signal until it is back.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return command(["mestring", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
