"""Rows of changes and findings, plain and as data frames."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given

from peacediff import Change, Changes, Comparison, Findings, Trouble, compare, judge, read
from peacediff.codec.records import OF_CHANGES, OF_FINDINGS
from peacediff.model.delegates import Tabular
from tests.comparisons import comparisons
from tests.docs.pages import ROOT, rows, section

CASE = ROOT / "examples" / "03-cap-raised"
PAGE = ROOT / "docs" / "reference" / "frames.md"
RAISED = compare(read(CASE / "old.md"), read(CASE / "new.md"))
VALUES = [RAISED, RAISED.changed, RAISED.dropped, judge(RAISED), Findings()]


def test_a_row_says_what_shifted_and_which_way() -> None:
    (row,) = RAISED.changed.to_records()
    assert (row["old"], row["new"], row["fate"], row["shifts"]) == (
        "3",
        "3",
        "changed",
        "quantity:higher duty:replaced condition:added",
    )
    (finding,) = judge(RAISED).by("force-limit-higher").to_records()
    assert (finding["state"], finding["rule"]) == ("open", "force-limit-higher")
    assert (finding["before"], finding["after"]) == ("400", "650")


def test_accepted_findings_are_rows_of_their_own_state() -> None:
    accepted = Findings(items=(), accepted=judge(RAISED).by("force-limit-higher").items)
    assert [row["state"] for row in accepted.to_records()] == ["accepted"]


@given(comparisons())
def test_changes_have_the_rows_that_the_comparison_has(comparison: Comparison) -> None:
    """Each row has the columns in their order, and cells of their types or None."""
    assert comparison.changes.to_records() == comparison.to_records()
    for row in comparison.to_records():
        assert list(row) == list(OF_CHANGES)
        assert all(row[name] is None or isinstance(row[name], OF_CHANGES[name].kind) for name in row)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_pandas_frame_holds_the_rows_with_typed_columns(value: Tabular) -> None:
    """Where there is no row, too, so that what is written for many drafts holds for each."""
    pandas = pytest.importorskip("pandas")
    frame, records = value.to_pandas(), value.to_records()
    assert list(frame.columns) == list(OF_FINDINGS if isinstance(value, Findings) else OF_CHANGES)
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == records
    if not isinstance(value, Findings):
        assert pandas.api.types.is_float_dtype(frame["score"])
        assert pandas.api.types.is_bool_dtype(frame["moved"])


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_polars_frame_holds_the_rows_with_typed_columns(value: Tabular) -> None:
    polars = pytest.importorskip("polars")
    frame = value.to_polars()
    assert frame.to_dicts() == value.to_records()
    if not isinstance(value, Findings):
        assert (frame.schema["score"], frame.schema["moved"]) == (polars.Float64, polars.Boolean)


def test_a_score_that_there_is_not_is_missing_and_no_zero() -> None:
    pytest.importorskip("pandas")
    alone = Changes((Change((), (), "added"),))
    assert alone.to_pandas()["score"].isna().all()
    assert alone.to_records()[0]["confidence"] is None


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_there_is_told_with_the_remedy(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Trouble) as told:
        getattr(RAISED, f"to_{library}")()
    assert str(told.value).endswith(f'run pip install "peacediff[{library}]"')
    assert "\n" not in str(told.value)


HEAD = """# Rows and data frames

`to_records()`, `to_pandas()` and `to_polars()` give one flat row for each item, from a comparison, from changes, and
from findings. Several ids, topics, shifts or names in a cell are joined by a space. pandas and polars come with the
extras of these names; [how to use them](../how-to/notebook.md#count).
"""


def written() -> str:
    """The page as the columns have it."""
    parts = [HEAD]
    for title, columns in (("Of changes", OF_CHANGES), ("Of findings", OF_FINDINGS)):
        parts += [f"## {title}\n", "| Column | Type | Holds |\n|---|---|---|"]
        parts += [
            f"| `{name}` | {column.kind.__name__} | {column.holds} |" for name, column in columns.items()
        ]
        parts.append("")
    return "\n".join(parts)


def test_the_page_of_columns_is_what_the_code_says(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_text(written(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == written()
    assert len(rows(section(PAGE, "## Of changes"))) == len(OF_CHANGES)
