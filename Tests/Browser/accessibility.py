"""axe, with the rules of WCAG 2.2 AA and axe's own best practices."""

from axe_playwright_python.sync_playwright import Axe

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # Preloading fetches style sheets by script, which the pages' policy rightly forbids.
    "preload": False,
}


# The index of all phrases repeats one pattern hundreds of times, and axe looks at each for a while.
MORE_OF_THE_SAME = {"exclude": [[".body > section:nth-of-type(n+4)"]]}


def violations(page):
    """What axe finds on a page as it is shown now, a line each."""
    response = Axe().run(page, context=MORE_OF_THE_SAME, options=OPTIONS).response
    return [
        f"{page.url}: {violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]
