"""`python -m playbookgen` is the command playbookgen."""

from __future__ import annotations

from playbookgen.cli import main

if __name__ == "__main__":
    main()
