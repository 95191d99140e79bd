"""Waiting for what a page's scripts will do.

Playwright's own `wait_for_function` evaluates text in the page, which the pages' policy forbids.
"""

import time

from playwright.sync_api import Error

# Long for a busy machine; only a failing test waits for all of it.
SECONDS = 30


def found(page, script, argument):
    try:
        return page.evaluate(script, argument)
    except Error as error:
        if "context was destroyed" in error.message:
            return False  # the page was just left for another
        raise


def wait_until(page, script, argument=None):
    """Waits until a script, given as text, finds what it looks for."""
    end = time.monotonic() + SECONDS
    while not found(page, script, argument):
        assert time.monotonic() < end, f"waited {SECONDS} s for: {script}"
        page.wait_for_timeout(20)
