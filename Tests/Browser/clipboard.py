"""The clipboard, which is the whole browser's."""

# What a browser must be allowed for a test to look into the clipboard.
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def empty_clipboard(page):
    """Forgets what another test copied, which must not pass for this one's."""
    box = page.locator("#search-input")
    box.fill("nothing yet")
    box.press("Control+a")
    box.press("Control+c")
    box.fill("")
    box.blur()


def pasted(page):
    """What the clipboard holds, by pasting it as a person does."""
    box = page.locator("#search-input")
    box.focus()
    page.keyboard.press("Control+v")
    return box.input_value()
