"""The network of ties as GEXF 1.3 and GraphML, which Gephi, networkx, igraph and Cytoscape open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from lacos.exports.files import save
from lacos.exports.network import Attributes, Network, network
from lacos.exports.options import Options
from lacos.exports.texts import for_xml
from lacos.ledger.streaming import Stream

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
NODE = {"kind": "string", "happenings": "int"}


def write_gexf(stream: Stream, file: BinaryIO, options: Options) -> int:
    """Actors with their names, and an edge a pair; says how many edges."""
    found = network(stream)
    save(file, (f"{line}\n" for line in gexf(found, options.language)))
    return len(found.edges)


def write_graphml(stream: Stream, file: BinaryIO, options: Options) -> int:
    """The same as GraphML."""
    found = network(stream)
    save(file, (f"{line}\n" for line in graphml(found, options.language)))
    return len(found.edges)


def gexf(found: Network, language: str) -> Iterator[str]:
    """The lines of GEXF. ``weight`` is how many happenings an edge has."""
    yield HEAD
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for of, types in (("node", NODE), ("edge", edge_types(found))):
        yield f'<attributes class="{of}">'
        yield from (f'<attribute id="{of}_{key}" title="{key}" type="{kind}"/>' for key, kind in types.items())
        yield "</attributes>"
    yield "<nodes>"
    for code, label, attributes in found.nodes(language):
        yield f"<node id={attr(code)} label={attr(label)}>{values('node', attributes)}</node>"
    yield "</nodes>\n<edges>"
    for edge in found.edges:
        ends = f"source={attr(edge.source)} target={attr(edge.target)}"
        yield f'<edge id={attr(edge.id)} {ends} weight="{edge.happenings}">{values("edge", edge.attributes())}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def values(of: str, attributes: Attributes) -> str:
    """The attributes of a node or an edge, as ``of`` says, in GEXF."""
    items = (f'<attvalue for="{of}_{key}" value={attr(text(value))}/>' for key, value in attributes.items())
    return f"<attvalues>{''.join(items)}</attvalues>"


def graphml(found: Network, language: str) -> Iterator[str]:
    """The lines of GraphML."""
    yield HEAD
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for of, types in (("node", {"label": "string", **NODE}), ("edge", {"weight": "int", **edge_types(found)})):
        yield from (f'<key id="{of}_{key}" for="{of}" attr.name="{key}" attr.type="{kind}"/>' for key, kind in types.items())
    yield '<graph id="ties" edgedefault="directed">'
    for code, label, attributes in found.nodes(language):
        yield f"<node id={attr(code)}>{data('node', {'label': label, **attributes})}</node>"
    for edge in found.edges:
        ends = f"source={attr(edge.source)} target={attr(edge.target)}"
        yield f"<edge id={attr(edge.id)} {ends}>{data('edge', {'weight': edge.happenings, **edge.attributes()})}</edge>"
    yield "</graph>\n</graphml>"


def data(of: str, attributes: Attributes) -> str:
    """The attributes of a node or an edge, as ``of`` says, in GraphML."""
    return "".join(f'<data key="{of}_{key}">{escape(for_xml(text(value)))}</data>' for key, value in attributes.items())


def edge_types(found: Network) -> dict[str, str]:
    """The types of what is known of edges."""
    return {key: TYPES[type(value)] for key, value in found.edges[0].attributes().items()} if found.edges else {}


def attr(value: str) -> str:
    """A value as an XML attribute, in its quotes."""
    return quoteattr(for_xml(value))


def text(value: str | int | float | bool) -> str:
    """A value as XML Schema writes it: true, 2.5."""
    return str(value).lower() if isinstance(value, bool) else str(value)
