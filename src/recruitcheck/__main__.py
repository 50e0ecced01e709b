"""``python -m recruitcheck``."""

from recruitcheck.cli import main

if __name__ == "__main__":
    main()
