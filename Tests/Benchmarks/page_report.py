"""The report's part on single pages: what they weigh, and how soon and how calmly they show."""

from figures import ratio, table

GOAL = 45_000  # bytes of HTML, CSS and JavaScript by gzip


def row(record, plain):
    total = record["html"] + record["css"] + record["javascript"]
    long = record["long"]
    weight = f"{total / 1000:.1f} kB"
    return [
        f"{record['page']}, {record['tool']}",
        f"**{weight}**" if total > GOAL and record["tool"] == "Deskbook" else weight,
        *(f"{record[name] / 1000:.1f}" for name in ("html", "css", "javascript", "font")),
        f"{record['shift']:.3f}",
        f"{record['paint']:.0f} ms",
        ratio(record["paint"], plain),
        f"{len(long)}, {max(long):.0f} ms" if long else "none",
    ]


def part(records):
    """Tables and what they are about; a weight over the goal is in bold."""
    pages = [record for record in records if record["part"] == "page"]
    plain = {record["page"]: record["paint"] for record in pages if record["tool"] == "bare"}
    order = list(plain)
    shown = sorted((record for record in pages if record["tool"] != "bare"), key=lambda one: order.index(one["page"]))
    return [
        "## Pages of the bundled handbook",
        "",
        "Weights by `gzip -9` in kB, of all that a page loads within 3.5 s, the search's scripts among it and its "
        "index not; goal 45 kB for HTML, CSS and JavaScript together, fonts none. Shift: cumulative layout shift; goal "
        "0. First contentful paint: median of 15 in fresh browser contexts from a server on loopback, and beside a "
        "page with the same text and nothing else; goal 1.2 ×. Long tasks: over 50 ms while loading, on a processor "
        "slowed down four times; goal none.",
        "",
        *table(
            ["page", "together", "HTML", "CSS", "JavaScript", "fonts", "shift", "first paint", "of bare", "long tasks"],
            [row(record, plain.get(record["page"])) for record in shown],
        ),
    ]
