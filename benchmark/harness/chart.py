"""Draws the picture: horizontal bars, no library."""

import statistics
from xml.sax.saxutils import escape

from harness.load import OPERATIONS

WIDTH, LABEL, VALUE, BAR, GAP, HEAD = 860, 230, 90, 16, 5, 40
COLOURS = {"mock": "#1f6feb", "floor": "#8b949e", "peer": "#d29922"}


def draw(table, servers):
    """Returns the SVG text: one panel per measure, one bar per server."""
    panels = [(f"Requests per second, {op} (more is better)",
               [(s, median(table.values(s.key, op, "throughput")), "{:,.0f}") for s in servers])
              for op in OPERATIONS]
    panels += [(f"CPU µs per request, {op} (less is better)",
                [(s, median(table.values(s.key, op, "cpu")) * 1e6, "{:,.0f}") for s in servers])
               for op in OPERATIONS]
    panels += [
        ("Seconds until the first answer (less is better)",
         [(s, median(table.start(s.key, "first_answer")), "{:.2f}") for s in servers]),
        ("MB of memory after load (less is better)",
         [(s, median(table.memory(s.key)) / 1e6, "{:,.0f}") for s in servers]),
    ]
    parts, y = [], 10
    for title, bars in panels:
        parts += panel(title, bars, y)
        y += HEAD + len(bars) * (BAR + GAP)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y + 10}" '
            f'font-family="sans-serif" font-size="12">\n'
            f'<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(parts)
            + "\n</svg>\n")


def panel(title, bars, top):
    longest = max(value for _, value, _ in bars) or 1
    parts = [f'<text x="10" y="{top + 20}" font-weight="bold">{escape(title)}</text>']
    for number, (server, value, form) in enumerate(bars):
        y = top + HEAD - 10 + number * (BAR + GAP)
        length = max(1, (WIDTH - LABEL - VALUE) * value / longest)
        parts.append(f'<text x="{LABEL - 8}" y="{y + 12}" text-anchor="end">'
                     f"{escape(server.title)}</text>")
        parts.append(f'<rect x="{LABEL}" y="{y}" width="{length:.0f}" height="{BAR}" '
                     f'fill="{COLOURS[server.kind]}"/>')
        parts.append(f'<text x="{LABEL + length + 6:.0f}" y="{y + 12}">'
                     f"{form.format(value)}</text>")
    return parts


def median(values):
    return statistics.median(values)
