"""Law 1 for every format: any bytes are a draft that obeys it, or trouble that says what and what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peacediff import Draft, Trouble
from peacediff.readers import FORMATS, pdf, read_bytes
from peacediff.readers.pdf import segments
from tests.readers.laws import assert_reading_laws
from tests.readers.seeds import SEEDS

PIECES = [
    b"<",
    b">",
    b"</p>",
    b"<p>",
    b"<num>1.</num>",
    b"&lt;",
    b"1.",
    b"(a) ",
    b"\n",
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
]
PIECES += [
    b"0",
    b"-1",
    b"\xff",
    b"\0",
    "é".encode(),
    b": ",
    b"- ",
    b"Tj",
    b" 12 ",
    b"/Rotate 90",
    b"BT",
    b"ET",
    b"<!--",
]

edits = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=4)),
    max_size=5,
)


@pytest.fixture(autouse=True, scope="module")
def _in_this_process() -> Iterator[None]:
    """Spare each PDF the start of a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "pages_apart", segments.pages)
        yield


def read_or_trouble(data: bytes, input_format: str) -> Draft | Trouble:
    try:
        return read_bytes(data, "plan", input_format=input_format)
    except Trouble as trouble:
        return trouble


def assert_draft_or_trouble(found: Draft | Trouble) -> None:
    """Either outcome is fine: a draft that obeys the laws, or trouble that says where, what and what to do."""
    if isinstance(found, Draft):
        assert_reading_laws(found)
    else:
        assert found.source == "plan"
        assert found.problem
        assert found.remedy


@pytest.mark.parametrize("input_format", FORMATS)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_a_draft_or_trouble(input_format: str, data: bytes) -> None:
    assert_draft_or_trouble(read_or_trouble(data, input_format))


@pytest.mark.parametrize("input_format", SEEDS)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(changes=edits)
def test_a_damaged_file_is_a_draft_or_trouble(
    input_format: str, changes: list[tuple[int, int, bytes]]
) -> None:
    data = SEEDS[input_format]
    for at, length, piece in changes:
        start = at % (len(data) + 1)
        data = data[:start] + piece + data[start + length :]
    assert_draft_or_trouble(read_or_trouble(data, input_format))


@pytest.mark.parametrize("input_format", SEEDS)
def test_the_files_that_are_damaged_can_be_read(input_format: str) -> None:
    assert_reading_laws(read_bytes(SEEDS[input_format], "plan", input_format=input_format))
