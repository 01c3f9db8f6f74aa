"""A check made from what the command line names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import attrs

from peacediff.cli import outputs, settings, streams
from peacediff.cli.drafts import Reading, draft, with_papers
from peacediff.cli.settings import Given
from peacediff.config import Config
from peacediff.errors import Trouble
from peacediff.judging import judge
from peacediff.knowledge import read_knowledge
from peacediff.model import Acceptance, Comparison, Draft, Finding, Findings, History, Register, Rule
from peacediff.pinning import read_links
from peacediff.pipeline import compare, history
from peacediff.readers import read_bytes
from peacediff.readers.decoding import bytes_of, decode
from peacediff.register import acceptance, with_entries
from peacediff.revisions import blob, is_revision, path_of, revision_of


@attrs.frozen
class Judged:
    """What a check found, what it was made with, and the file of its register."""

    told: Comparison | History
    config: Config
    rules: tuple[Rule, ...]
    file: Path
    register: Register | None
    today: date

    @property
    def comparison(self) -> Comparison:
        """What is judged: of a history, the last step."""
        return self.told.steps[-1] if isinstance(self.told, History) else self.told

    @cached_property
    def findings(self) -> Findings:
        """What the rules find."""
        return judge(self.told, self.rules, self.register, self.today, self.config.watched)


def _named(files: Iterable[str] | None) -> tuple[str, ...]:
    """The files of an option that may be given several times."""
    return tuple(files or ())


@attrs.frozen
class Drafts:
    """The two drafts that a command line names: ``against`` is a revision in which the one file is the old draft."""

    old: str
    new: str | None
    against: str | None
    papers: tuple[str, ...] = attrs.field(converter=_named)
    old_papers: tuple[str, ...] = attrs.field(converter=_named)
    earlier: tuple[str, ...] = attrs.field(converter=_named)
    how: Reading

    @property
    def document(self) -> str:
        """The path of the new draft."""
        return path_of(self.old if self.new is None else self.new)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that must not be written over."""
        named = (self.old, self.new, *self.papers, *self.old_papers, *self.earlier)
        return tuple(name for name in named if name is not None and not is_revision(name))

    def read(self) -> tuple[Draft, Draft]:
        """The old and the new draft; raises `Trouble` where one of them is not named or cannot be read."""
        streams.check_inputs([self.old, self.new, *self.papers, *self.old_papers, *self.earlier])
        old, new = self._main_texts()
        return (
            with_papers(old, self.old, self.old_papers, self.how),
            with_papers(new, self.new or self.old, self.papers, self.how),
        )

    def before(self) -> list[Draft]:
        """The drafts before the old one, oldest first."""
        return list(map(self._draft, self.earlier))

    def _main_texts(self) -> tuple[Draft, Draft]:
        if self.against is not None:
            return self._against(self.against)
        if self.new is None:
            raise Trouble(
                self.old, "the new draft is missing", "name it behind the old one, or use --against"
            )
        return self._draft(self.old), self._draft(self.new)

    def _against(self, revision: str) -> tuple[Draft, Draft]:
        if self.new is not None:
            raise Trouble("--against", "compares one file with itself", f"leave {self.new} out")
        if self.old == "-" or not revision.strip():
            remedy = "name it (a variable of the pipeline may be empty)"
            raise Trouble("--against", "needs a file and a revision that git knows", remedy)
        name, folder = revision_of(self.old, revision)
        was = read_bytes(
            blob(name, folder),
            f"{revision}:{self.old}",
            input_format=self.how.input_format,
            encoding=self.how.encoding,
        )
        return was, self._draft(self.old)

    def _draft(self, name: str) -> Draft:
        return draft(name, self.how)


def judged(drafts: Drafts, given: Given, today: str | None) -> Judged:
    """The check that is asked for."""
    config = settings.over(settings.config_for(drafts.document), given)
    rules, day = settings.rules_of(config), settings.today(today)
    file = settings.register_path(config, drafts.document)
    register = settings.register_at(file, named=bool(config.register))
    known = read_knowledge(config.knowledge) if config.knowledge else None
    pins = read_links(config.links) if config.links else None
    told: Comparison | History
    if drafts.earlier:
        told = history([*drafts.before(), *drafts.read()], known, links=pins)
    else:
        told = compare(*drafts.read(), known, links=pins)
    return Judged(told, config, rules, file, register, day)


def accepted(check: Judged, findings: Sequence[Finding], reason: str, until: str = "") -> Judged:
    """The check after some of its findings were written into the register."""
    append(check.file, check.register, [acceptance(finding, reason, until) for finding in findings])
    return attrs.evolve(check, register=settings.register_at(check.file, named=True))


def append(file: Path, register: Register | None, entries: Sequence[Acceptance]) -> None:
    """Write entries at the end of a register, which is made where there is none."""
    if not all(entry.reason.strip() for entry in entries):
        raise Trouble("--reason", "says nothing", "say why the finding is acknowledged")
    taken = {entry.fingerprint for entry in register.acceptances} if register else set()
    for entry in entries:
        if entry.fingerprint in taken:
            raise Trouble(
                str(file), f"accepts {entry.fingerprint} already", "change or delete the entry there"
            )
    text = decode(bytes_of(file), file.as_posix()).text if register else ""
    if entries:
        outputs.write(file, with_entries(text, entries))
