"""How figures are written in the report."""

import math
import statistics


def table(header, rows):
    return [
        "| " + " | ".join(header) + " |",
        "| --- |" + " ---: |" * (len(header) - 1),
        *("| " + " | ".join(row) + " |" for row in rows),
        "",
    ]


def seconds(value):
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s" if value < 100 else f"{value:,.0f} s"


def megabytes(value):
    return f"{value / 1e6:,.{0 if value >= 1e7 else 1}f} MB"


def share(values, part):
    """The value below which the given part of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)]


def middle_and_most(values, form="{:.0f}", unit=""):
    return f"{form.format(statistics.median(values))} / {form.format(share(values, 0.95))}{unit}" if values else "–"


def ratio(value, base):
    return f"{value / base:.2f} ×" if base else "–"
