"""``python -m lacos.cli``: the ``lacos`` command."""

from lacos.cli import main

if __name__ == "__main__":
    main()
