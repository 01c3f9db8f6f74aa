"""What values leave to modules above them, loaded when asked for: rows, data frames, pictures, HTML for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars

    from peacediff.renderers.drawings import Picture


class Tabular:
    """A value that can be had as flat rows; docs/reference/frames.md has their columns."""

    __slots__ = ()

    def to_records(self) -> list[dict[str, Any]]:
        """One flat row for each item, every cell a text, number, boolean or None."""
        from peacediff.codec import records

        return records.rows(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame; `peacediff.Trouble` where pandas is not installed."""
        from peacediff.codec import frames

        return frames.to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars data frame; `peacediff.Trouble` where polars is not installed."""
        from peacediff.codec import frames

        return frames.to_polars(self)


class Shown:
    """A value that a notebook shows as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from peacediff import notebook

        return notebook.html(self)


class Drawn:
    """A value of which there is a picture."""

    __slots__ = ()

    def plot(self) -> Picture:
        """The picture of the whole, by fate: points with ribbons between them, or a line for each provision."""
        from peacediff.renderers import drawings

        return drawings.picture(self)
