"""The notebooks among the examples run from top to bottom and show what is stored in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="no Jupyter here: pip install -e '.[dev]'")
nbclient = pytest.importorskip("nbclient", reason="no Jupyter here: pip install -e '.[dev]'")
for library in ("ipykernel", "pandas", "polars"):
    pytest.importorskip(library, reason=f"no {library} here: pip install -e '.[dev]'")

FOLDER = Path(__file__).parent.parent / "examples" / "notebooks"


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ipynb")), ids=lambda file: file.name)
def test_a_notebook_runs_and_shows_what_is_stored(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """In a kernel of its own; ``--update-golden`` stores what it shows."""
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    notebook = nbformat.read(file, as_version=4)
    stored = outputs(notebook)
    settings = {"metadata": {"path": str(FOLDER)}}
    ran = nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=settings).execute()
    for cell in ran.cells:
        cell.metadata.clear()
    if request.config.getoption("--update-golden"):
        file.write_text(nbformat.writes(ran) + "\n", encoding="utf-8", newline="\n")
    else:
        assert outputs(ran) == stored


def outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    """What every cell shows, without the addresses in memory."""
    shown = [[dict(each) for each in cell.get("outputs", ())] for cell in notebook.cells]
    assert not [each for cell in shown for each in cell if each["output_type"] == "error"]
    assert not re.search(r" at 0x[0-9a-f]+", str(shown))
    return shown
