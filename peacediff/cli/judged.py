"""A check made from what the command line names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import attrs

from peacediff.cli import outputs, settings, streams
from peacediff.cli.drafts import Others, Papers, ReadOptions, draft, main_texts
from peacediff.cli.options import Tracked
from peacediff.cli.settings import Paths
from peacediff.config import Config
from peacediff.errors import Trouble, unknown
from peacediff.judging import judge
from peacediff.knowledge import Knowledge, load, read_knowledge
from peacediff.model import Acceptance, Comparison, Draft, Finding, Findings, History, Register, Rule
from peacediff.pinning import read_links
from peacediff.pipeline import compare, history
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


@attrs.frozen
class Drafts:
    """The two drafts that a command line names, with what stands beside and before them."""

    old: str
    new: str | None
    papers: Papers
    others: Others
    how: ReadOptions

    @property
    def document(self) -> str:
        """The path of the new draft."""
        return path_of(self.old if self.new is None else self.new)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that must not be written over."""
        return tuple(name for name in self._named if name is not None and not is_revision(name))

    @property
    def _named(self) -> tuple[str | None, ...]:
        return (self.old, self.new, *self.papers.names, *(self.others.before or ()))

    def read(self) -> list[Draft]:
        """The drafts, oldest first; raises `Trouble` where one of them is not named or cannot be read."""
        streams.check_inputs(self._named)
        how = self.how.beside(Tracked.ACCEPT)
        earlier = [draft(name, how) for name in self.others.before or ()]
        old, new = self._main_texts()
        return [*earlier, *self.papers.beside((old, self.old), (new, self.new or self.old), self.how)]

    def _main_texts(self) -> tuple[Draft, Draft]:
        if self.others.against is not None:
            return self._against(self.others.against)
        return main_texts(self.old, self.new, self.how, against="--against REV")

    def _against(self, revision: str) -> tuple[Draft, Draft]:
        if self.new is not None:
            raise Trouble("--against", "compares one file with itself", f"leave {self.new} out")
        if self.old == "-" or not revision.strip():
            remedy = "name it (a variable of the pipeline may be empty)"
            raise Trouble("--against", "needs a file and a revision that git knows", remedy)
        name, folder = revision_of(self.old, revision)
        return self.how.read(blob(name, folder), f"{revision}:{self.old}"), draft(self.old, self.how)


def judged(drafts: Drafts, given: Paths, today: str | None) -> Judged:
    """The check that is asked for."""
    config = settings.over(settings.config_for(drafts.document), given)
    rules, day = settings.rules_of(config), settings.today(today)
    file = settings.register_path(config, drafts.document)
    register = settings.register_at(file, named=bool(config.register))
    known = read_knowledge(config.knowledge) if config.knowledge else load()
    _check_watched(config, known)
    pins = read_links(config.links) if config.links else None
    *earlier, old, new = drafts.read()
    chain = [*earlier, old, new]
    told = history(chain, known, links=pins) if earlier else compare(old, new, known, links=pins)
    return Judged(told, config, rules, file, register, day)


def _check_watched(config: Config, knowledge: Knowledge) -> None:
    """Raise `Trouble` of the settings for a topic to watch that is none, before anything is compared."""
    topics = [topic.id for topic in knowledge.topics]
    for name in config.watched if "watched" in config.named else ():
        if name not in topics:
            raise unknown(f"{config.source}, watched", "topic", name, topics)


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
