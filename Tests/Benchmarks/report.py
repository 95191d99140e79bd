"""Turns the records of a run into one Markdown report with tables and ratios.

report.py RESULTS
"""

import json
import math
import pathlib
import re
import statistics
import sys

import machine
import page_report
import peers
from figures import megabytes, middle_and_most, ratio, seconds, table

FLOOR, HUGO, BOTH = peers.Floor.title, peers.Hugo.title, peers.HugoPagefind.title
PLAIN = peers.DeskbookPlain.title
SEARCH_GOALS = {30: ("95", "1 / 10"), 1000: ("65", "2 / 15"), 10000: ("85", "2 / 20")}  # kB, keystroke p50 / p95 in ms


def builds(records, pages):
    here = {record["tool"]: record for record in records if record["part"] == "build" and record["pages"] == pages}
    own = here.get("Deskbook", {}).get("clean", {}).get("median")
    rows = []
    for tool, record in here.items():
        clean = record.get("clean", {})
        if "median" not in clean:
            rows.append([tool, record.get("missing") or clean.get("failed", "not measured")] + ["–"] * 8)
            continue
        memory = record["once"]["memory"]
        rows.append(
            [
                tool,
                seconds(clean["median"]),
                f"{seconds(clean['min'])}–{seconds(clean['max'])} ({clean['runs']})",
                ratio(clean["median"], own),
                seconds(clean["cpu"]),
                megabytes(memory),
                ratio(memory, here["Deskbook"].get("once", {}).get("memory")),
                f"{record['page'] / 1000:.1f} kB",
                f"{record['prose'] / 1000:.1f} kB" if record.get("prose") else "–",
                f"{megabytes(record['site'])} in {record['files']:,}",
            ]
        )
    lines = [
        f"### {pages:,} pages",
        "",
        *table(
            [
                "clean build",
                "median",
                "min–max (runs)",
                "× Deskbook",
                "CPU",
                "peak memory",
                "× Deskbook",
                "page, median",
                "of prose",
                "site, files",
            ],
            rows,
        ),
    ]
    both, floor, plain = (here.get(name, {}).get("clean", {}).get("median") for name in (BOTH, FLOOR, PLAIN))
    if own and both and floor and plain and pages >= 1000:
        lines += [
            f"Deskbook takes **1/{both / own:.1f}** of {BOTH} and **{own / floor:.2f} ×** the floor "
            f"(must: 1/{12 if pages >= 10000 else 10}, aim: 1/20 and 1.5 ×); "
            f"on the same files as these, **1/{both / plain:.1f}** and **{plain / floor:.2f} ×**.",
            "",
        ]
    return lines


def rebuilds(records):
    rows = []
    for record in records:
        if record["part"] == "build" and "median" in record.get("changed", {}) and "median" in record["unchanged"]:
            clean, changed, same = (record[name]["median"] for name in ("clean", "changed", "unchanged"))
            rows.append(
                [
                    f"{record['tool']}, {record['pages']:,} pages",
                    seconds(clean),
                    seconds(record["first_change"]["seconds"]) if "seconds" in record.get("first_change", {}) else "–",
                    seconds(changed),
                    f"1/{clean / changed:.1f}",
                    seconds(same),
                    f"1/{clean / same:.1f}",
                ]
            )
    return [
        "### Building again, in a new process",
        "",
        *table(["", "clean", "first change", "one page changed", "of clean", "nothing changed", "of clean"], rows),
        "The other tools keep nothing from one build to the next: again takes them what a clean build takes.",
        "",
    ]


def exponent(points):
    """The slope of a least-squares line through the logarithms."""
    points = [(math.log(x), math.log(y)) for x, y in points if y > 0]
    across, up = (statistics.fmean(axis) for axis in zip(*points))
    return sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)


def growth(records):
    lines = ["### Growth", ""]
    for tool in ("Deskbook", HUGO, FLOOR):
        known = [
            record
            for record in records
            if record["part"] == "build"
            and record["tool"] == tool
            and "clean" in record
            and "median" in record["clean"]
        ]
        large = [record for record in known if record["pages"] >= 1000]
        used = large if len(large) > 1 else known
        if len(used) > 1:
            by = {key: exponent([(r["pages"], r["clean"][key]) for r in used]) for key in ("median", "cpu")}
            sizes = ", ".join(f"{record['pages']:,}" for record in used)
            lines.append(
                f"- {tool}: time grows as pages^{by['median']:.2f}, CPU time as pages^{by['cpu']:.2f} ({sizes} pages)"
            )
    return [] if len(lines) == 2 else [*lines, "", "The goal for CPU time from 1,000 to 100,000 pages is 1.05.", ""]


def stages(records):
    own = [
        record
        for record in records
        if record["part"] == "build" and record["tool"] == "Deskbook" and "stages" in record
    ]
    names = list(dict.fromkeys(name for record in own for name in record["stages"]))
    rows = [
        [
            f"{record['pages']:,}",
            *(f"{record['stages'].get(name, 0):.2f}" for name in names),
            megabytes(record["once"]["memory"]),
            f"{record['index_bytes'] / 1e6:.2f} MB",
        ]
        for record in own
    ]
    lines = [
        "### Deskbook's stages, as the tool prints them",
        "",
        *table(["pages", *names, "peak memory", "index files"], rows),
    ]
    starts = [record["start"] for record in own if "start" in record]
    if starts:
        lines += [
            ", ".join(f"`deskbook {name}` takes {time['median'] * 1000:.1f} ms" for name, time in starts[0].items())
            + " (goal: 10 ms).",
            "",
        ]
    return lines


def index_build(built):
    """Time and memory of making the index alone, where it can be told apart."""
    if "index" in built:
        return seconds(built["index"]["seconds"]), megabytes(built["index"]["memory"])
    mine = {name: time for name, time in built.get("stages", {}).items() if re.search("search|index", name)}
    if mine:
        return seconds(sum(mine.values())), megabytes(built["once"]["memory"]) + " all"
    return (
        (f"in {seconds(built['once']['seconds'])}", megabytes(built["once"]["memory"]) + " all")
        if "once" in built
        else ("–", "–")
    )


def searches(records, pages, script):
    here = [
        record
        for record in records
        if record["part"] == "search" and record["pages"] == pages and "script" not in record
    ]
    built = {record["tool"]: record for record in records if record["part"] == "build" and record["pages"] == pages}
    rows, middle = [], {}
    for record in here:
        if "missing" in record:
            rows.append([record["tool"], record["missing"]] + ["–"] * 9)
            continue
        http, local = record["http"], record.get("file", {})
        added = script if record["tool"] == "Deskbook" else 0
        moved = [(size + added) / 1000 for size in http["bytes"]]
        middle[record["tool"]] = statistics.median(moved) if moved else None
        rows.append(
            [
                record["tool"],
                middle_and_most(moved, "{:,.1f}", " kB"),
                ratio(middle[record["tool"]] or 0, middle.get("Deskbook")),
                middle_and_most(http["files"]),
                middle_and_most(http["times"], unit=" ms"),
                middle_and_most(local.get("times", []), unit=" ms"),
                middle_and_most(record.get("keys", []), "{:.1f}", " ms"),
                middle_and_most(record.get("calls", []), "{:.1f}", " ms"),
                f"{http['empty']} of {http['empty'] + len(moved)}",
                *index_build(built.get(record["tool"], {})),
            ]
        )
    goal = SEARCH_GOALS.get(pages)
    if goal:
        rows.append(
            [
                "*goal*",
                f"≤ {goal[0]} kB median",
                "",
                "",
                "≤ 120 ms",
                "≤ 120 ms",
                f"{goal[1]} ms",
                f"{goal[1]} ms",
                "",
                "",
                "",
            ]
        )
    return [
        f"### {pages:,} pages",
        "",
        *table(
            [
                "p50 / p95",
                "bytes to the first results",
                "× Deskbook",
                "files",
                "first result, http",
                "first result, file://",
                "keystroke in the page",
                "keystroke, function",
                "found nothing",
                "index build",
                "memory",
            ],
            rows,
        ),
    ]


def search_part(records):
    scripts = [record["script"] for record in records if "script" in record]
    script = scripts[-1]
    lines = [
        "## Search",
        "",
        f"Search script of Deskbook, ranker and box, gzip: {script['source'] / 1000:.1f} kB as it stands in the theme, "
        f"**{script['shipped'] / 1000:.1f} kB as shipped** ({script['shipped_raw'] / 1000:.1f} kB before compression); "
        "goal 14 kB. It is counted in the bytes below.",
        "",
    ]
    for pages in sorted({record["pages"] for record in records if record["part"] == "search"}):
        lines += searches(records, pages, script["shipped"])
    return lines


def main():
    records = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text().splitlines()]
    measured = [
        record for record in records if record["part"] == "build" and ("clean" in record or "missing" in record)
    ]
    lines = ["# Deskbook's benchmark", "", *machine.facts(records)]
    if any("clean" in record for record in measured):
        lines += ["## Build", ""]
        for pages in sorted({record["pages"] for record in measured}):
            lines += builds(records, pages)
        lines += rebuilds(records) + growth(records)
    if any("stages" in record for record in records):
        lines += stages(records)
    if any(record["part"] == "search" for record in records):
        lines += search_part(records)
    if any(record["part"] == "page" for record in records):
        lines += page_report.part(records)
    print(
        "\n".join(
            [
                *lines,
                "## How the figures came about, and what is unfair",
                "",
                (peers.HERE / "unfair.md").read_text().rstrip(),
            ]
        )
    )


if __name__ == "__main__":
    main()
