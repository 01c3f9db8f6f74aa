"""A small valid file of each format, for tests that damage it."""

from __future__ import annotations

import json

from peacediff.readers import read_text
from tests.readers.pdf_writer import Put, column, pdf
from tests.readers.word import docx, p

PLAN = """\
1. The parties keep the harb-
our open.
2. Guards stand:
(a) at the gate;
(b) on the mole.

Annex I
1. Tolls."""
XML = (
    "<akomaNtoso><act><coverPage><p><docTitle>Accord</docTitle></p></coverPage><preamble><p>Having met,</p></preamble>"
    "<body><chapter><num>Chapter I</num><heading>Peace</heading><paragraph><num>1.</num><list><intro><p>They "
    "<del>do</del> agree<authorialNote marker='*'><p>In Korr.</p></authorialNote>:</p></intro><point><num>(a)</num>"
    "<content><p>to halt;</p></content></point></list></paragraph><table><tr><td>x</td></tr></table></chapter></body>"
    "</act></akomaNtoso>"
)
YAML = """\
title: Accord
points:
- label: "1"
  text: |
    Peace. Bread.
  points:
  - {heading: Tolls, points: []}
"""
DATA = json.dumps(read_text(PLAN, "plan.txt").to_dict()).encode()
HTML = (
    "<html><body><main><h1>Accord</h1><ol><li>Peace<sup><a href='#n' id='r'>1</a></sup>.<ul><li><del>Salt</del>Bread."
    "</li></ul></li></ol><h2>Notes</h2><ol class='footnotes'><li id='n'>See.<a href='#r'>^</a></li></ol>"
    "</main></body></html>"
)
TEXT = """\
Accord

The parties agree as follows.

Guards stand at the gate. Tolls are halved.

Annex I

The lamps are lit.
"""
SEEDS = {
    "markdown": f"# {TEXT}".encode(),
    "text": TEXT.encode(),
    "docx": docx(p("1. Peace.") + p("Bread.")),
    "html": HTML.encode(),
    "akoma-ntoso": XML.encode(),
    "json": DATA,
    "yaml": YAML.encode(),
    "pdf": pdf([[*column(PLAN.split("\n"), 72, 700), Put(300, 30, str(n))] for n in (1, 2)]),
}
