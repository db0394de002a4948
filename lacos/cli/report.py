"""What went wrong, told on stderr and counted for the exit code."""

from __future__ import annotations

from rich.console import Console

from lacos.records import LacosError
from lacos.sources import Problem
from lacos.views import Messages


class Report:
    """Tells each problem as it comes; the exit code is 1 once an input could not be read, 2 once more was asked of one than it has."""

    def __init__(self, words: Messages) -> None:
        self.words = words
        self.console = Console(stderr=True, soft_wrap=True, highlight=False)
        self.failed = 0
        self.misused = False

    def tell(self, problem: Problem) -> None:
        """Name the input and what is wrong with it."""
        label = self.words("error" if problem.fatal else "notice")
        self.console.print(f"lacos: {label}: {problem.name}: {problem.message}", markup=False)
        self.failed += problem.fatal

    def tell_error(self, error: LacosError) -> None:
        """Tell an error that names its document itself."""
        self.console.print(f"lacos: {self.words('error')}: {error}", markup=False)
        self.failed += 1

    def tell_misuse(self, message: str) -> None:
        """Tell what was asked for and is not there."""
        self.console.print(f"lacos: {self.words('error')}: {message}", markup=False)
        self.misused = True

    def conclude(self, total: int) -> int:
        """The exit code; says how many inputs failed where some did and others did not."""
        if self.failed and total > self.failed:
            self.console.print("lacos: " + self.words("failed", failed=self.failed, total=total), markup=False)
        return 2 if self.misused else 1 if self.failed else 0
