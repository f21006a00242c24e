# SPDX-License-Identifier: MIT
"""Parts of a page of HTML that needs nothing beside itself."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def page(title: str, body: str) -> str:
    """A whole page."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    )


def picture(alt: str, size: tuple[float, float], draw: Callable[[Axes], Axes]) -> str:
    """A drawing as an image that the page carries itself; the same bytes for the same numbers."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=size, layout="constrained")
    FigureCanvasSVG(figure)
    draw(figure.add_subplot())
    file = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "fealty", "svg.fonttype": "path"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return f'<img alt="{html.escape(alt)}" width="{size[0] * 96:.0f}" src="data:image/svg+xml;base64,{data}">'


def section(title: str, body: str, note: str = "") -> str:
    words = f"<p class=note>{note}</p>\n" if note else ""
    fits_a_page = "<table" not in body and body.count("<figure") <= 1
    kind = " class=keep" if fits_a_page else ""
    return f"<section{kind}>\n<h2>{html.escape(title)}</h2>\n{words}{body}\n</section>\n"


def html_table(columns: Sequence[str], cells: Sequence[Sequence[str]], numbers: bool = False) -> str:
    head = "".join(f"<th>{html.escape(name)}" for name in columns)
    rows = "".join("<tr>" + "".join(f"<td>{_cell(each)}" for each in line) + "\n" for line in cells)
    kind = " class=numbers" if numbers else ""
    return f"<div class=scroll><table{kind}>\n<thead><tr>{head}\n<tbody>\n{rows}</table></div>"


def _cell(text: str) -> str:
    """A cell; what stands beneath a line break is its interval."""
    value, _, beneath = text.partition("\n")
    return html.escape(value) + (f"<br><small>{html.escape(beneath)}</small>" if beneath else "")


STYLE = """
:root { color-scheme: light }
body { font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #222;
  background: #fff; max-width: 1120px; margin: 2.5rem auto; padding: 0 1.5rem }
h1 { font-size: 1.9rem; margin: 0; letter-spacing: -.01em }
h2 { font-size: 1.2rem; margin: 0 0 .2rem; padding-top: .9rem; border-top: 2px solid #222 }
h3 { font-size: .85rem; margin: 0; color: #555; font-weight: 600 }
section { margin: 2.2rem 0 }
.sub { font-size: 1.1rem; color: #555; margin: .1rem 0 1rem }
.lead { font-size: 1.35rem; font-weight: 650; line-height: 1.35; max-width: 75ch; margin: .6rem 0 }
.note { color: #555; margin: .2rem 0 .8rem; max-width: 75ch }
dl { display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; margin: 0 }
dt { font-size: .8rem; color: #666 }
dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 1rem }
.tile { border: 1px solid #ddd; border-radius: 6px; padding: .8rem 1rem }
.tile p { margin: .2rem 0 0; font-size: .85rem; color: #555 }
.tile .big { font-size: 1.55rem; color: #222; font-weight: 650; line-height: 1.25;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.tile .long { font-size: 1.1rem }
figure { margin: 1rem 0 }
figure.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
img { display: block; max-width: 100%; height: auto }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-size: .84rem; width: 100% }
th { text-align: left; border-bottom: 1.5px solid #222; padding: .3rem .6rem; vertical-align: bottom }
td { border-bottom: 1px solid #e4e4e4; padding: .25rem .6rem; vertical-align: top }
.numbers { font-variant-numeric: tabular-nums }
.numbers th:not(:first-child), .numbers td:not(:first-child) { text-align: right; white-space: nowrap }
.numbers td:first-child { white-space: nowrap }
.scroll + h3 { margin-top: 1rem }
td small { color: #666; font-size: .92em }
pre { background: #f5f5f5; border-radius: 6px; padding: .8rem 1rem; font-size: .82rem; white-space: pre-wrap;
  overflow-wrap: anywhere }
@media screen and (max-width: 760px) { figure.pair { grid-template-columns: 1fr } }
@media print {
  @page { size: A4 landscape; margin: 12mm }
  body { margin: 0; padding: 0; max-width: none; font-size: 11px }
  section { margin: 1.4rem 0 }
  .keep, figure, .tile, .note, tr, pre { break-inside: avoid }
  h2, .note { break-after: avoid }
  img { max-height: 150mm; width: auto }
  figure.pair img { width: 100% }
  .tile .big { font-size: 1.3rem }
  thead { display: table-header-group }
  .scroll { overflow: visible }
}
"""
