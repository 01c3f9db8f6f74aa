"""A page of findings as JUnit XML: a case for each finding, and one that passes for each rule that found nothing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from peacediff.model import Rule
from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The report: failures from the severity on which the check fails, accepted findings as skipped."""
    cases = [*(_case(page, hit) for hit in page.hits), *map(_accepted, page.accepted)]
    found = {hit.rule for hit in (*page.hits, *page.accepted)}
    cases += [_passed(rule) for rule in page.rules if rule.id not in found]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(map(page.fails, page.hits))),
        "errors": "0",
        "skipped": str(len(page.accepted)),
    }
    suites = ET.Element("testsuites", {"name": "peacediff", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": inert(f"{page.old} → {page.new}"), **counts})
    suite.extend(cases)
    ET.SubElement(suite, "system-out").text = inert(
        " ".join(filter(None, (page.summary, page.left_out, *page.register)))
    )
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(page: FindingsPage, hit: Hit) -> ET.Element:
    case = _named(hit)
    if page.fails(hit):
        failure = ET.SubElement(case, "failure", {"message": inert(hit.said), "type": hit.severity})
        failure.text = _body(hit)
    else:
        ET.SubElement(case, "system-out").text = _body(hit)
    return case


def _accepted(hit: Hit) -> ET.Element:
    case = _named(hit)
    ET.SubElement(case, "skipped", {"message": inert(f"accepted: {hit.reason}")})
    return case


def _passed(rule: Rule) -> ET.Element:
    return ET.Element("testcase", {"classname": f"peacediff.{rule.id}", "name": inert(rule.title)})


def _named(hit: Hit) -> ET.Element:
    name = inert(f"{hit.ids} [{hit.fingerprint}]")
    place = {"file": inert(hit.place.file), "line": str(hit.place.line)}
    return ET.Element("testcase", {"classname": f"peacediff.{hit.rule}", "name": name, **place})


def _body(hit: Hit) -> str:
    where = f"{hit.place.file}:{hit.place.line}"
    return inert(f"{where}: {hit.severity} {hit.sentence} [{hit.fingerprint}]")
