"""A plain web server that keeps quiet."""

import http.server
import pathlib


class SilentHandler(http.server.SimpleHTTPRequestHandler):
    """A server that answers with a site's own page where it has none, as web hosts are set up to do."""

    def send_error(self, code, message=None, explain=None):
        site = pathlib.Path(self.directory, *pathlib.PurePosixPath(self.path).parts[1:3])
        page = (site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments):
        pass
