// Answers requests from the site in memory.

internal import Build
internal import Text

/// Looks a path up in the last good site; the disk is never asked for a path of a request.
struct SiteHandler: Sendable {
  let served: ServedSite
  let visitor: Visitor
  /// The preview's own files by name.
  let tools: [String: [UInt8]]
  /// Tells these files from those of another version.
  let stamp: String

  /// The answer to a request that nothing is looked up for; nil to one that ``answer(to:)`` answers.
  func refusal(of request: Request) -> Answer? {
    guard let refusal = visitor.refusal(of: request) else { return nil }
    var answer = answer(request, Self.plain(refusal.text), status: refusal.status)
    if refusal.status == .methodNotAllowed { answer.fields["Allow"] = "GET, HEAD" }
    return answer
  }

  /// The answer to a request that was not refused.
  func answer(to request: Request) async -> Answer {
    guard let path = RequestPath(target: request.path) else {
      return answer(request, Self.plain("This is no address of a page."), status: .badRequest)
    }
    if path.text.begins(with: LivePage.folder) { return tool(path, request) }
    if path.text == "sw.js" { return answer(request, Self.script(Self.noWorker)) }
    return await page(path, request)
  }

  private func tool(_ path: RequestPath, _ request: Request) -> Answer {
    let name = String(path.text.dropFirst(LivePage.folder.count))
    if name == "events" {
      // The library closes a stream that was not asked for with a piece of body.
      return Answer(
        status: .ok, fields: Self.fields(type: "text/event-stream"),
        body: request.method == "HEAD" ? .bytes([]) : .events(served))
    }
    guard let bytes = tools[name] else {
      return answer(request, Self.plain("There is nothing here."), status: .notFound)
    }
    var answer = answer(request, Body(bytes: bytes, type: ContentType.of(name)))
    // Pages ask for what is in them, so that a reload need not wait for the style sheet.
    if request.stamp == stamp { answer.fields["Cache-Control"] = Self.forever }
    return answer
  }

  private func page(_ path: RequestPath, _ request: Request) async -> Answer {
    let state = served.now
    guard let site = state.site else {
      let page = live(Array(Self.waiting.utf8), state.version)
      return answer(
        request, Body(bytes: page, type: ContentType.of("a.html")), status: .unavailable)
    }
    let isFolder = path.text.isEmpty || path.text.ends(with: "/")
    let name = isFolder ? path.text + "index.html" : path.text
    do throws(BuildProblem) {
      if let bytes = try await site.file(name) {
        var answer = answer(request, body(bytes, name, state.version))
        // Assets are named by what is in them.
        if name.begins(with: "assets/") { answer.fields["Cache-Control"] = Self.forever }
        return answer
      }
      if !isFolder, try await site.file(name + "/index.html") != nil {
        return redirect(to: request.path + "/", request)
      }
      let missing = try site.missingPage()
      return answer(request, body(missing, "404.html", state.version), status: .notFound)
    } catch {
      // A copied file went away; the next build knows.
      return answer(request, Self.plain("This file cannot be read."), status: .failed)
    }
  }

  private func redirect(to path: String, _ request: Request) -> Answer {
    var answer = answer(request, Self.plain("It stands at \(path)"), status: .found)
    answer.fields["Location"] = path
    return answer
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

  /// An answer; the server leaves its body out for HEAD, and where the browser has it already.
  private func answer(
    _ request: Request, _ body: Body, status: Answer.Status = .ok
  ) -> Answer {
    var answer = Answer(
      status: status, fields: Self.fields(type: body.type), body: .bytes(body.bytes))
    if status == .ok {
      let tag = "\"\(ContentHash(body.bytes).hex)\""
      answer.fields["ETag"] = tag
      if request.fields["if-none-match"]?.contains(tag) == true { answer.status = .notModified }
    }
    return answer
  }

  private static let forever = "max-age=31536000, immutable"

  private static func fields(type: String) -> [String: String] {
    [
      "Content-Type": type,
      // Asked again each time, so that no page shows an asset of another build.
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": "frame-ancestors 'self'",
      "Referrer-Policy": "same-origin",
    ]
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
    <html lang="en" data-waiting>
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
    style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
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
