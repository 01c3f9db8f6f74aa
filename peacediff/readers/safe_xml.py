"""Parsing XML that a stranger wrote: no entities, no DTD, no network, bounded depth."""

from __future__ import annotations

from lxml import etree

from peacediff.errors import Trouble

_REMEDY = "open it in the program that wrote it, and save it again"


def parse_xml(data: bytes, name: str, place: str = "") -> etree._Element:
    """The root of an XML document; ``place`` says where in the file ``name`` it stands.

    `Trouble` where it is not well-formed, declares a document type (which may hold entities), nests more than 256
    deep or holds a text of more than 10 MB.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        problem = f"the XML cannot be read ({parser_said(error.msg or '')})"
        raise Trouble(name, problem, _REMEDY, place) from None
    except ValueError as error:
        raise Trouble(name, f"the XML cannot be read ({error})", _REMEDY, place) from None
    if root.getroottree().docinfo.internalDTD is not None:
        problem = "the XML declares a document type, which is refused as it may hold entities"
        raise Trouble(name, problem, "remove the DOCTYPE", place)
    return root


def parser_said(message: str) -> str:
    """What libxml2 says, without the name of a switch that the user does not have."""
    return message.partition(", use XML_PARSE")[0].partition(", see xml")[0]
