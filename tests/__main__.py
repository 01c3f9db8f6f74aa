"""Every check of the project, one after the other: ``python -m tests``.

What follows on the command line goes to pytest: ``python -m tests -k align``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter.cli", "lint"),
    ("pytest", "--numprocesses", "auto", "--dist", "worksteal"),
    ("tests.docs.site",),
)


def main() -> int:
    """Run the checks; the first that fails ends it with its exit status."""
    for module, *arguments in CHECKS:
        extra = sys.argv[1:] if module == "pytest" else []
        name = " ".join([module, *arguments])
        print(f"== {name}", flush=True)  # noqa: T201 (this is a command)
        run = "from importlinter.cli import lint_imports_command as m; m()"
        command = ["-c", run] if module == "importlinter.cli" else ["-m", module, *arguments]
        status = subprocess.run([sys.executable, *command, *extra], cwd=ROOT, check=False).returncode
        if status:
            print(f"== {name} failed", flush=True)  # noqa: T201
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
