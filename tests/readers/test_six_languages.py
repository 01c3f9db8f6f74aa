"""One plan in the six languages of the United Nations has the same ids, however each numbers its points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peacediff import Draft
from peacediff.readers import read_bytes
from tests.readers.outline import ids, read_markdown, read_plain

PLANS = {
    "en": (
        "The Council,\n\n1. Welcomes the plan;",
        "ANNEX 1 - Plan for the Harbour",
        "{}. The harbour is open.",
    ),
    "fr": ("Le Conseil,\n\n1. Accueille le plan ;", "Annexe 1\n\nPlan pour le port", "Le port est ouvert."),
    "es": (
        "El Consejo,\n\n1. Acoge el plan;",
        "Anexo 1\n\nPlan para el Puerto",
        "{}. El puerto queda abierto.",
    ),
    "ru": ("Совет,\n\n1. приветствует план;", "Приложение 1\n\nПлан для гавани", "{} - Гавань открыта."),
    "ar": ("إن المجلس،\n\n1 - يرحب بالخطة؛", "المرفق 1\n\nخطة الميناء", "{} - الميناء مفتوح."),
    "zh": ("理事会，\n\n1. 欢迎该计划；", "附件1\n\n港口计划", "{}. 港口开放。"),
}


def plan(language: str) -> str:
    opening, annex, point = PLANS[language]
    return "\n\n".join([opening, annex, *(point.format(number) for number in range(1, 21))]) + "\n"


@pytest.mark.parametrize("language", PLANS)
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_the_twenty_points_of_an_annex_have_the_same_ids(read: Callable[[str], Draft], language: str) -> None:
    draft = read(plan(language))
    assert [each for each in ids(draft) if each.startswith("annex-1/")] == [
        f"annex-1/{n}" for n in range(1, 21)
    ]


@pytest.mark.parametrize("language", PLANS)
def test_xml_gives_the_ids_of_the_text(language: str) -> None:
    opening, annex, point = PLANS[language]
    heading, _, title = annex.partition("\n\n")
    said = point.replace("{}", "").strip(". -")
    points = "".join(
        f"<paragraph><num>{n}.</num><content><p>{said}</p></content></paragraph>" for n in range(1, 21)
    )
    number, _, words = opening.partition("\n\n")[2].partition(" ")
    xml = (
        f"<akomaNtoso><statement><preamble><p>{opening.partition(chr(10))[0]}</p></preamble><mainBody>"
        f"<paragraph><num>{number}</num><content><p>{words}</p></content></paragraph>"
        f"<hcontainer><heading>{heading}</heading><p>{title}</p>{points}</hcontainer></mainBody></statement></akomaNtoso>"
    )
    draft = read_bytes(xml.encode(), "plan.xml")
    assert [each for each in ids(draft) if each.startswith("annex-1/")] == [
        f"annex-1/{n}" for n in range(1, 21)
    ]
