"""Firefox and WebKit: what starts them, and what a person does at either of them.

Playwright drives only browsers of its own making, and those are no system's packages.
"""

import contextlib
import os
import shutil
import subprocess
import time
import unittest.mock

from marionette_driver import errors
from marionette_driver.marionette import Marionette
from selenium.common import exceptions
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from waiting import SECONDS

# The same to both drivers: https://www.w3.org/TR/webdriver2/#keyboard-actions
ENTER, CONTROL = "\ue007", "\ue009"
# The page was just left for another.
STALE = (errors.StaleElementException, errors.JavascriptException, exceptions.StaleElementReferenceException, exceptions.JavascriptException)
# A worker that keeps the site would go on loading it through the tests that follow.
PREFERENCES = {"dom.serviceWorkers.enabled": False}
SIZE = {"width": 1280, "height": 800}


class Person:
    """Somebody at a browser; elements are those of its driver, which have the same methods in both."""

    def __init__(self, driver):
        self.driver = driver
        self.driver.set_window_rect(**SIZE)

    def wait(self, look, what):
        """Gives the first thing that a function finds."""
        end = time.monotonic() + SECONDS
        while True:
            with contextlib.suppress(*STALE):
                found = look()
                if found:
                    return found
            assert time.monotonic() < end, f"waited {SECONDS} s for {what}"
            time.sleep(0.02)

    def all(self, selector, text=""):
        """What a selector finds on the page to be seen, as far as it holds a text."""
        return self.run(
            """return Array.from(document.querySelectorAll(arguments[0])).filter(
                 (one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent.includes(arguments[1]))""",
            selector, text,
        )  # fmt: skip

    def see(self, selector, text=""):
        """Waits for something to be seen."""
        return self.wait(lambda: self.all(selector, text), f"{selector} {text}")[0]

    def gone(self, selector):
        self.wait(lambda: not self.all(selector), f"{selector} to go")

    def text(self, element):
        return self.run("return arguments[0].textContent", element)

    def click(self, selector, text=""):
        self.see(selector, text).click()

    def fill(self, selector, text):
        box = self.see(selector)
        # What is typed takes the place of what is chosen.
        self.run("arguments[0].scrollIntoView({ block: 'center' }); arguments[0].select()", box)
        box.send_keys(text)

    def press(self, *keys):
        """Presses keys one after another wherever the focus is; those of one text together."""
        for key in keys:
            self.run("return document.activeElement").send_keys(key)

    def pasted(self):
        """What the clipboard holds, by pasting it as a person does."""
        self.fill("#search-input", CONTROL + "v")
        return self.run("return document.activeElement.value")

    def forget(self):
        """Leaves no trace of a test."""
        self.run("localStorage.clear(); sessionStorage.clear()")


class Firefox(Person):
    def __init__(self, folder):
        # Not the home of whoever runs the tests, where a Firefox of theirs may be open.
        with unittest.mock.patch.dict(os.environ, HOME=str(folder)):
            driver = Marionette(
                bin=shutil.which("firefox-esr"), port=0, headless=True, gecko_log=str(folder / "firefox.log"),
                workspace=str(folder), prefs=PREFERENCES,
            )  # fmt: skip
        driver.start_session()
        super().__init__(driver)
        self.open, self.back, self.reload = driver.navigate, driver.go_back, driver.refresh

    def run(self, script, *arguments):
        return self.driver.execute_script(script, arguments, sandbox=None)

    def forget(self):
        """Goes on in another tab: from the disk each folder of a tab has a storage of its own."""
        super().forget()
        tab = self.driver.open("tab", focus=True)["handle"]
        self.driver.close()
        self.driver.switch_to_window(tab)

    def complaints(self):
        """Errors on the console since it was asked last."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(
                """const errors = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError &&
                     !(message.flags & message.warningFlag) && /^(file|http):/.test(message.sourceName));
                   Services.console.reset();
                   return errors.map(String);"""
            )

    def quit(self):
        self.driver.quit()
        self.driver.cleanup()


class WebKit(Person):
    def __init__(self, folder):
        # It takes a free number for itself, and says which.
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        options = Options()
        options.overlay_scrollbars_enabled = False
        # Drawn without a graphics card as it is here, the page would else be composed anew at a snail's pace.
        environment = os.environ | {
            "DISPLAY": ":" + self.screen.stdout.readline().strip(), "HOME": str(folder), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"
        }  # fmt: skip
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        super().__init__(WebKitGTK(options, service))
        self.open, self.back, self.reload = self.driver.get, self.driver.back, self.driver.refresh
        self.run = self.driver.execute_script

    def complaints(self):
        return []  # its driver tells nothing of the console

    def quit(self):
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()
