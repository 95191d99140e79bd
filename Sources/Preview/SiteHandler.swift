// Answers requests from the site in memory.

internal import Build
internal import FlyingFox
internal import Foundation
internal import Handbook

/// Looks a path up in the last good site; the disk is never asked for a path of a request.
struct SiteHandler: HTTPHandler {
  let board: PreviewBoard
  let visitor: Visitor
  /// The preview's own files by name.
  let tools: [String: [UInt8]]
  /// Tells these files from those of another version.
  let stamp: String

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    if let refusal = visitor.refusal(of: request) {
      var response = answer(request, Self.plain(refusal.text), status: refusal.status)
      if refusal.status == .methodNotAllowed {
        response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      }
      return response
    }
    guard let path = RequestPath(target: request.target.path()) else {
      return answer(request, Self.plain("This is no address of a page."), status: .badRequest)
    }
    if path.text.hasPrefix(LivePage.folder) { return tool(path, request) }
    if path.text == "sw.js" { return answer(request, Self.script(Self.noWorker)) }
    return await page(path, request)
  }

  private func tool(_ path: RequestPath, _ request: HTTPRequest) -> HTTPResponse {
    let name = String(path.text.dropFirst(LivePage.folder.count))
    if name == "events" { return events(request) }
    guard let bytes = tools[name] else {
      return answer(request, Self.plain("There is nothing here."), status: .notFound)
    }
    var response = answer(request, Body(bytes: bytes, type: ContentType.of(name)))
    // Pages ask for what is in them, so that a reload need not wait for the style sheet.
    if request.query.contains(where: { $0.name == "v" && $0.value == stamp }) {
      response.headers[.cacheControl] = "max-age=31536000, immutable"
    }
    return response
  }

  private func events(_ request: HTTPRequest) -> HTTPResponse {
    let headers = Self.headers(type: "text/event-stream")
    if request.method == .HEAD { return HTTPResponse(statusCode: .ok, headers: headers) }
    return HTTPResponse(
      statusCode: .ok, headers: headers, body: HTTPBodySequence(from: EventStream(board: board)))
  }

  private func page(_ path: RequestPath, _ request: HTTPRequest) async -> HTTPResponse {
    let state = board.now
    guard let site = state.site else {
      let page = live(Array(Self.waiting.utf8), state.version)
      return answer(
        request, Body(bytes: page, type: ContentType.of("a.html")), status: .serviceUnavailable)
    }
    let isFolder = path.text.isEmpty || path.text.hasSuffix("/")
    let name = isFolder ? path.text + "index.html" : path.text
    do throws(BuildProblem) {
      if let bytes = try await site.file(name) {
        var response = answer(request, body(bytes, name, state.version))
        // Assets are named by what is in them.
        if name.hasPrefix("assets/") {
          response.headers[.cacheControl] = "max-age=31536000, immutable"
        }
        return response
      }
      if !isFolder, try await site.file(name + "/index.html") != nil {
        return redirect(to: request.target.path() + "/", request)
      }
      let missing = try site.missingPage()
      return answer(request, body(missing, "404.html", state.version), status: .notFound)
    } catch {
      // A copied file went away; the next build knows.
      return answer(
        request, Self.plain("This file cannot be read."), status: .internalServerError)
    }
  }

  private func redirect(to path: String, _ request: HTTPRequest) -> HTTPResponse {
    var response = answer(request, Self.plain("It stands at \(path)"), status: .found)
    response.headers[.location] = path
    return response
  }
}

extension SiteHandler {
  /// What an answer carries.
  fileprivate struct Body {
    let bytes: [UInt8]
    let type: String
  }

  private func live(_ page: [UInt8], _ version: String) -> [UInt8] {
    LivePage.adding(version: version, stamp: stamp, to: page)
  }

  private func body(_ bytes: [UInt8], _ name: String, _ version: String) -> Body {
    let type = ContentType.of(name)
    let isPage = type.hasPrefix("text/html")
    return Body(bytes: isPage ? live(bytes, version) : bytes, type: type)
  }

  private static func plain(_ text: String) -> Body {
    Body(bytes: Array((text + "\n").utf8), type: ContentType.of("a.txt"))
  }

  private static func script(_ text: String) -> Body {
    Body(bytes: Array(text.utf8), type: ContentType.of("a.js"))
  }

  /// An answer, without its body for HEAD, and without both where the browser has it already.
  private func answer(
    _ request: HTTPRequest, _ body: Body, status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    var headers = Self.headers(type: body.type)
    if status == .ok {
      let tag = "\"\(ContentHash(body.bytes).hex)\""
      headers[.eTag] = tag
      if request.headers[.ifNoneMatch]?.contains(tag) == true {
        return HTTPResponse(
          statusCode: HTTPStatusCode(304, phrase: "Not Modified"), headers: headers)
      }
    }
    if request.method == .HEAD {
      headers[.contentLength] = String(body.bytes.count)
      return HTTPResponse(statusCode: status, headers: headers)
    }
    // In one piece: each piece is a write of its own.
    let whole = HTTPBodySequence(
      data: Data(body.bytes), suggestedBufferSize: max(1, body.bytes.count))
    return HTTPResponse(statusCode: status, headers: headers, body: whole)
  }

  private static func headers(type: String) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers[.contentType] = type
    // Asked again each time, so that no page shows an asset of another build.
    headers[.cacheControl] = "no-cache"
    // A connection that is kept answers 40 ms late: the system waits for more to send.
    headers[.connection] = "close"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    headers[HTTPHeader("Content-Security-Policy")] = "frame-ancestors 'self'"
    headers[HTTPHeader("Referrer-Policy")] = "same-origin"
    return headers
  }

  /// Takes the place of a worker that keeps a site: a preview must never come from a cache.
  private static let noWorker = """
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(
      caches.keys()
        .then((names) => Promise.all(names.map((name) => caches.delete(name))))
        .then(() => self.registration.unregister())));

    """

  /// Stands where there is no site yet.
  private static let waiting = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
    style-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Waiting for the handbook</title>
    <link rel="icon" href="data:,">
    </head>
    <body>
    <main>
    <h1>Waiting for the handbook</h1>
    <p>It cannot be shown yet. What is wrong stands below and in the terminal; this page turns into \
    the handbook as soon as that is mended.</p>
    </main>
    </body>
    </html>

    """
}
