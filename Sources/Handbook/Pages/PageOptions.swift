// What a page is read with: how Markdown is read, and what its placeholders become.

package import CommonMark
internal import Text

/// How a page is read.
package struct PageOptions: Sendable, Hashable {
  package var parser = ParserOptions()
  /// Placeholders that the build fills.
  package var values: [String: String] = [:]
  /// The labels of those that readers fill.
  package var labels: [String: String] = [:]

  package init() {}

  /// A text of a title, a list or a search result: values filled in, fields by their labels in
  /// brackets, escaped braces as braces.
  package func filling(_ text: String) -> String {
    String(decoding: filling(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The same, UTF-8.
  func filling(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Placeholder.segments(of: text).flatMap { segment -> [UInt8] in
      switch segment {
      case .literal(let bytes): Array(bytes)
      case .hole(let name, let source):
        (values[name] ?? labels[name].map { "[\($0)]" }).map { Array($0.utf8) } ?? Array(source)
      }
    }
  }
}

extension Configuration {
  /// How the handbook's pages are read.
  package var pageOptions: PageOptions {
    var options = PageOptions()
    options.parser.smartPunctuation = smartPunctuation
    options.values = values
    options.labels = Dictionary(firstWins: fields.map { ($0.name, $0.label) })
    return options
  }
}

extension FrontMatter {
  /// Fills placeholders in what is shown of it.
  mutating func fill(_ options: PageOptions) {
    if let text = title?.value { title?.value = options.filling(text) }
    summary = summary.map(options.filling)
    heard = heard.map(options.filling)
    owner = owner.map(options.filling)
    if let text = card?.title { card?.title = options.filling(text) }
  }
}
