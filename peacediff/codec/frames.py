"""Rows as data frames of libraries that are loaded when they are asked for."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from peacediff.codec.records import columns, rows
from peacediff.errors import Trouble
from peacediff.model.delegates import Tabular

if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(of: Tabular) -> pandas.DataFrame:
    """The rows of a value; every column has its type, also where there is no row."""
    kinds = {name: column.kind for name, column in columns(of).items()}
    frame = _library("pandas").DataFrame(rows(of), columns=list(kinds))
    return frame.astype({name: kind for name, kind in kinds.items() if kind is not str})


def to_polars(of: Tabular) -> polars.DataFrame:
    """The rows of a value; every column has its type, also where there is no row."""
    kinds = {name: column.kind for name, column in columns(of).items()}
    return _library("polars").DataFrame(rows(of), schema=kinds)


def _library(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        problem = f"a data frame needs a package that is not installed ({error.name})"
        raise Trouble(f"to_{name}", problem, f'run pip install "peacediff[{name}]"') from error
