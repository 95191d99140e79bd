// From addresses in the site, as browsers and editors know them, to places in the content.

internal import Handbook
internal import Text

/// A page, or a place on it.
struct ContentPlace: Hashable {
  let page: Int
  let anchor: String?

  var expectation: SearchTest.Expectation {
    anchor.map { .place(page, anchor: $0) } ?? .page(page)
  }
}

/// The pages of a handbook by their addresses below the site's root, old ones included.
struct SitePlaces {
  /// An address at which there is nothing now.
  struct Gone: Error {
    let address: String
    /// Places that are most like it.
    let nearest: [String]

    var words: String {
      nearest.isEmpty
        ? "\(address), which is gone"
        : "\(address), which is gone: is it \(nearest.joined(separator: " or ")) now?"
    }
  }

  let handbook: Handbook
  private let pages: [String: Int]

  init(_ handbook: Handbook) {
    self.handbook = handbook
    pages = Dictionary(
      firstWins: handbook.pages.indices.map { (handbook.outputPath(of: $0), $0) }
        + Redirects.all(in: handbook).map { ($0.output, $0.target) })
  }

  /// The place as `search-tests.yml` names it.
  func name(of place: ContentPlace) -> String {
    let path = handbook.pages[place.page].path.text
    return place.anchor.map { "\(path)#\($0)" } ?? path
  }

  /// The place of an address such as `policies/fees.html#late`.
  func find(_ address: String) -> Result<ContentPlace, Gone> {
    let (before, anchor) = address.cut(at: "#")
    var path = before.pathNames.joined(separator: "/")
    if before.ends(with: "/"), !path.isEmpty { path += "/" }
    if path.isEmpty || path.ends(with: "/") { path += "index.html" }
    let name = anchor.map { "#" + PercentEncoding.decoded(String($0)) } ?? ""
    guard let page = pages[path] ?? pages[PercentEncoding.decoded(path)] else {
      let stem = path.ends(with: ".html") ? String(path.dropLast(".html".count)) : path
      return .failure(gone(address, stem + ".md" + name))
    }
    let whole = handbook.pages[page].path.text + name
    guard let place = handbook.searchTests.place(whole) else {
      return .failure(gone(address, whole))
    }
    return .success(ContentPlace(page: place.page, anchor: place.anchor))
  }

  private func gone(_ address: String, _ name: String) -> Gone {
    Gone(address: address, nearest: handbook.searchTests.nearest(to: name))
  }

  /// The place that an editor names: by its path in the content, or by its address in a browser.
  func find(typed text: String, content: String) -> Result<ContentPlace, Gone> {
    for path in PageArgument.paths(text, content: content) {
      if let place = handbook.searchTests.place(path) {
        return .success(ContentPlace(page: place.page, anchor: place.anchor))
      }
    }
    // Of a whole address nobody knows how much of it leads to the site.
    var rest = text.firstRange(of: "://").map { text[$0.upperBound...] }
    while let behind = rest?.cut(at: "/").behind {
      if case .success(let place) = find(String(behind)) { return .success(place) }
      rest = behind
    }
    let path = String(text.cut(at: "#").before)
    return path.ends(with: ".md") ? .failure(gone(text, text)) : find(text)
  }
}
