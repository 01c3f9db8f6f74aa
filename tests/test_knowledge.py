"""What is known of a language and of the world, and that the data keeps apart what must stay apart."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff import Trouble
from peacediff.knowledge import Variant, load, read_knowledge
from peacediff.knowledge.folding import form_keys
from peacediff.knowledge.loading import read
from peacediff.text.words import keys

KNOWLEDGE = load()
ENTRIES = (*KNOWLEDGE.places, *KNOWLEDGE.parties, *KNOWLEDGE.instruments)
DATA = Path(__file__).parents[1] / "peacediff" / "data"
SUBSTANCE = {
    *(
        "not",
        "no",
        "nor",
        "never",
        "or",
        "without",
        "only",
        "must",
        "may",
        "should",
        "can",
        "could",
        "if",
        "unless",
    ),
    *("until", "before", "after", "all", "any", "each", "every", "some", "both", "other", "except", "within"),
    *("outside", "between", "against", "one", "two", "hundred"),
}


@pytest.mark.parametrize("word", sorted(SUBSTANCE))
def test_a_word_that_a_treaty_can_turn_on_is_no_function_word(word: str) -> None:
    assert word not in KNOWLEDGE.function_words


def test_function_words_are_word_keys() -> None:
    assert all(keys(word) == (word,) for word in KNOWLEDGE.function_words)


def test_every_form_occurs_in_only_one_group_of_variants() -> None:
    spelled = [v for v in KNOWLEDGE.variants if v.kind in ("spelling", "transliteration")]
    rest = [v for v in KNOWLEDGE.variants if v not in spelled]
    written = Counter(form for v in spelled for form in {form_keys(form) for form in v.forms})
    folded = Counter(form for v in rest for form in {KNOWLEDGE.spell(form) for form in v.forms})
    assert [form for form, count in written.items() if count > 1] == []
    assert [form for form, count in folded.items() if count > 1] == []


@pytest.mark.parametrize("variant", KNOWLEDGE.variants, ids=lambda v: f"{v.kind}-{v.canonical}")
def test_all_forms_of_a_variant_fold_to_the_canonical_one(variant: Variant) -> None:
    assert {KNOWLEDGE.fold(form) for form in variant.forms} == {KNOWLEDGE.fold(variant.canonical)}
    assert variant.note


@pytest.mark.parametrize("group", KNOWLEDGE.thesaurus, ids=lambda group: group[0])
def test_a_group_of_the_thesaurus_has_forms_in_small_letters_that_say_something_each_once(
    group: tuple[str, ...],
) -> None:
    assert len(set(group)) == len(group) > 1
    assert [form for form in group if form != form.lower() or not form.strip()] == []
    assert [form for form in group if KNOWLEDGE.function_words.issuperset(form_keys(form))] == []


def test_no_group_of_the_thesaurus_stands_twice() -> None:
    groups = [frozenset(group) for group in KNOWLEDGE.thesaurus]
    assert len(set(groups)) == len(groups)


def test_ids_of_the_gazetteer_are_unique() -> None:
    assert [id_ for id_, count in Counter(entry.id for entry in ENTRIES).items() if count > 1] == []


def test_countries_and_surroundings_are_entries_of_the_gazetteer() -> None:
    ids = {entry.id for entry in ENTRIES}
    countries = {entry.id for entry in KNOWLEDGE.places if entry.kind == "country"}
    assert {entry.country for entry in ENTRIES} - {""} <= countries
    assert {entry.within for entry in ENTRIES} - {""} <= ids


def test_no_entry_lies_within_itself() -> None:
    within = {entry.id: entry.within for entry in ENTRIES}
    for id_, around in within.items():
        at, seen = around, {id_}
        while at:
            assert at not in seen
            seen.add(at)
            at = within[at]


SAME = [
    ("Kiev", "Kyiv"),
    ("the Dnieper river", "the Dnipro River"),
    ("the Dnieper", "the Dnipro"),
    ("Krasnoarmeysk", "Pokrovsk"),
    ("Dnepropetrovsk oblast", "Dnipropetrovsk region"),
    ("Zaporozhye NPP", "Zaporizhzhia nuclear power station"),
    ("the ZNPP", "the Zaporizhzhia Nuclear Power Plant"),
    ("the Donbass", "the Donbas"),
    ("the U.S.", "the United States of America"),
    ("the RF", "the Russian Federation"),
    ("Ukraine's gas infrastructure", "Ukrainian gas infrastructure"),
    ("AFU", "Armed Forces of Ukraine"),
    ("reliable security guarantees", "robust security guarantees"),
    ("strong security guarantees", "robust security guarantees"),
    ("sanctions", "penalties"),
    ("the Board of Peace", "the Peace Council"),
    ("a task force", "a working group"),
    ("Parties shall meet", "Parties will meet"),
    ("organization", "organisation"),
    ("de-escalation", "deescalation"),
    ("demilitarized", "demilitarised"),
    ("a program", "a programme"),
    ("contact line", "line of contact"),
    ("at once", "immediately"),
    ("NPT", "Treaty on the Non-Proliferation of Nuclear Weapons"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_translation_noise_folds_away(one: str, other: str) -> None:
    plain = [tuple(k for k in KNOWLEDGE.fold(text) if k not in KNOWLEDGE.articles) for text in (one, other)]
    assert plain[0] == plain[1]


KINDS_OF_ALIKE = [
    ("Donetsk city", "Donetsk region", "Donbas", "Donetsk"),
    ("Zaporizhzhia city", "Zaporizhzhia region", "Zaporizhzhia nuclear power plant", "Zaporizhzhia"),
    ("Dnipro city", "Dnipro river", "Dnipropetrovsk region"),
    ("Europe", "European Union", "NATO", "European signatory states"),
    (
        "the guarantee of the United States",
        "the guarantees of the United States and Europe",
        "European guarantees",
    ),
    ("recognised de facto as Russian", "the line recognised de facto"),
    ("limited to 600,000", "remain at 800,000", "limited to 800,000"),
    ("START I", "New START", "START II"),
    ("eligible", "member"),
    ("limit", "level"),
    ("relinquish", "withdraw"),
    ("must", "may", "will", "should"),
    ("confirm", "recognise"),
    ("monitored", "guaranteed"),
    ("prevent", "obstruct"),
    ("region", "district", "territory"),
    ("Donetsk region", "particular districts of Donetsk and Luhansk regions"),
    ("North Korea", "South Korea", "Korea"),
    ("Latin America", "America"),
    ("agreement", "treaty", "memorandum"),
    ("ceasefire", "truce", "armistice"),
    ("strong army", "reliable army"),
    ("line of contact", "line of demarcation"),
]


def test_a_known_name_of_several_words_is_one_key() -> None:
    """However it is written; a word that is no part of a name stays one."""
    short, full = (
        KNOWLEDGE.fold_names("The EU pays two thirds"),
        KNOWLEDGE.fold_names("The European Union pays 2 thirds"),
    )
    assert short == full == ("the", "european union", "pays", "2", "thirds")


@pytest.mark.parametrize("alike", KINDS_OF_ALIKE, ids="|".join)
def test_what_is_alike_but_not_the_same_stays_apart(alike: tuple[str, ...]) -> None:
    assert all(KNOWLEDGE.fold(one) != KNOWLEDGE.fold(other) for one, other in combinations(alike, 2))


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("Dnieper", {"dnipro-river"}),
        ("Dnipro", {"dnipro-river", "dnipro-city"}),
        ("Zaporozhye", {"zaporizhzhia-region", "zaporizhzhia-city"}),
        ("Zaporizhzhia NPP", {"zaporizhzhia-npp"}),
        ("Congo", {"CD", "CG"}),
        ("EU", {"EU"}),
        ("Europe", {"europe"}),
        ("Russian", {"RU"}),
        ("Arvenia", set()),
    ],
)
def test_a_name_stands_for_all_that_bear_it(form: str, ids: set[str]) -> None:
    assert {entry.id for entry in KNOWLEDGE.named(form)} == ids


@given(st.lists(st.sampled_from([form for v in KNOWLEDGE.variants for form in v.forms]), max_size=6))
def test_folding_twice_in_one_spelling_changes_no_length(forms: list[str]) -> None:
    """The spelling pass is idempotent: what is in one spelling stays so."""
    spelled = KNOWLEDGE.spell(" ; ".join(forms))
    assert KNOWLEDGE.spell(" ".join(spelled)) == spelled


@given(st.text(max_size=40))
def test_form_keys_are_the_keys_of_words(text: str) -> None:
    assert form_keys(text) == keys(text)


def test_number_words_and_multipliers_have_their_values() -> None:
    assert KNOWLEDGE.numerals.words["twelve"] == 12
    assert KNOWLEDGE.numerals.multipliers["bn"] == KNOWLEDGE.numerals.multipliers["billion"] == 10**9
    assert not KNOWLEDGE.numerals.words.keys() & KNOWLEDGE.numerals.multipliers.keys()


def test_reading_gives_the_same_knowledge_each_time() -> None:
    again = read(DATA)
    assert (again.variants, again.places, again.topics) == (
        KNOWLEDGE.variants,
        KNOWLEDGE.places,
        KNOWLEDGE.topics,
    )


BROKEN = [
    ("gazetteer/places.toml", 'columns = ["id", "colour"]\nrows = ""', "no key 'colour'"),
    ("gazetteer/places.toml", 'columns = ["id"]\nrows = "a | b"', "more cells than columns"),
    ("lexicon/en/variants.toml", '[[variant]]\nkind = "synonym"\nnote = ""\nform = []', "no key 'form'"),
    (
        "lexicon/en/variants.toml",
        '[[variant]]\nkind = "synonym"\nnote = ""\nforms = "a"',
        "where a list belongs",
    ),
    ("topics.toml", '[[topic]]\nid = "x"', "cannot be read"),
    ("lexicon/en/numbers.toml", "[word]\none = 1", "no key 'word'"),
]


@pytest.mark.parametrize(("file", "content", "problem"), BROKEN)
def test_a_key_that_nobody_reads_is_told_with_its_file(
    tmp_path: Path, file: str, content: str, problem: str
) -> None:
    for path in DATA.rglob("*.toml"):
        copy = tmp_path / path.relative_to(DATA)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(Trouble) as raised:
        read(tmp_path)
    assert Path(raised.value.source).name == Path(file).name
    assert problem in raised.value.problem


@given(
    st.lists(
        st.sampled_from(["Kiev", "600", "thousand", "the", "United States of America", "USA", ",", "bn"])
    )
)
def test_placed_keys_are_those_of_folding_in_the_order_of_the_words(parts: list[str]) -> None:
    text = " ".join(parts)
    placed = load().fold_placed(text)
    assert tuple(key for key, _ in placed) == load().fold(text)
    covered = [place for span in dict.fromkeys(span for _, span in placed) for place in range(*span)]
    assert covered == list(range(len(keys(text))))


OWN = {
    "topics.toml": (
        '[[topic]]\nid = "water"\ntitle = "Water"\ndefinition = "Of water."\nstrong = ["dam"]\n'
        '[[topic]]\nid = "nuclear"\ntitle = "Atoms"\ndefinition = "Of atoms."\nstrong = ["atom*"]\n'
    ),
    "gazetteer/places.toml": (
        'columns = ["id", "name", "kind", "aliases"]\nrows = """\nvelin | Lake Velin | lake | Velin Lake\n"""'
    ),
    "lexicon/en/duty.toml": '[[cue]]\nid = "own"\nforms = ["is honour bound to"]\n',
    "lexicon/en/thesaurus.toml": 'groups = """\norchard; apple grove\n"""',
}


def own(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def test_an_own_entry_replaces_one_of_its_id_in_its_place_and_another_is_added(tmp_path: Path) -> None:
    """A topic keeps its rank; names and cues of ours stay beside the user's."""
    found = read_knowledge(own(tmp_path, OWN))
    assert [topic.id for topic in found.topics] == [*(topic.id for topic in KNOWLEDGE.topics), "water"]
    assert next(topic.title for topic in found.topics if topic.id == "nuclear") == "Atoms"
    assert found.fold("Velin Lake") == found.fold("Lake Velin")
    assert found.fold("Kiev") == KNOWLEDGE.fold("Kiev")
    assert [cue.id for cue in found.cues["duty"]] == [*(cue.id for cue in KNOWLEDGE.cues["duty"]), "own"]
    assert found.thesaurus == (*KNOWLEDGE.thesaurus, ("orchard", "apple grove"))


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("topic.toml", "", "did you mean topics.toml?"),
        ("notes/readme.txt", "", "there is no file of knowledge 'notes/readme.txt'"),
        ("topics.toml", '[[topik]]\nid = "x"', "there is no key 'topik'; did you mean topic?"),
        ("topics.toml", '[[topic]]\nid = "x"\ncolour = "blue"', "there is no key 'colour'; use one of id"),
        ("topics.toml", "[[topic]", "line 1, column 8: is no TOML"),
        ("lexicon/en/duty.toml", '[[cue]]\nid = "own"\nforms = ["owes", ""]', "'' of 'own' is no phrase"),
        ("lexicon/en/duty.toml", '[[cue]]\nid = "own"\nforms = ["owes -"]', "'owes -' of 'own' is no phrase"),
        ("lexicon/en/duty.toml", '[[cue]]\nid = "own"\nforms = ["* *"]', "'* *' of 'own' is no phrase"),
        ("lexicon/en/duty.toml", '[[cue]]\nid = "own"\nforms = []\nrank = "9"', "no whole number"),
        (
            "lexicon/en/duty.toml",
            '[[cue]]\nid = "own"\nforms = []\nalone = "ever"',
            "use one of never, clause",
        ),
        ("topics.toml", "topic = 3", "cannot be read"),
        ("gazetteer/parties.toml", 'columns = ["id"]', "the key 'rows' is missing"),
        ("lexicon/en/thesaurus.toml", "group = ''", "there is no key 'group'; did you mean groups?"),
        ("lexicon/en/thesaurus.toml", "groups = ['a']", "cannot be read"),
        ("gazetteer/parties.toml", 'columns = ["id"]\nrows = "x"', "cannot be read"),
    ],
)
def test_own_knowledge_that_nobody_reads_is_trouble(
    tmp_path: Path, file: str, content: str, problem: str
) -> None:
    """Trouble names the user's file, what is wrong in it and what may stand there."""
    with pytest.raises(Trouble) as raised:
        read_knowledge(own(tmp_path, {file: content}))
    assert str(raised.value).startswith(str(tmp_path / file))
    assert problem in str(raised.value)


def test_own_knowledge_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is no folder"):
        read_knowledge(tmp_path / "missing")
