// What a page's text needs to know of the handbook around it while it is written.

internal import Algorithms
internal import CommonMark
package import Handbook
internal import Text

/// A page with all that its text shows of others, and the words of the interface.
///
/// A class, so that writers of its parts share it without copying what it holds.
package final class RenderContext: Sendable {
  package let page: Page
  let configuration: Configuration
  let input: TextInput
  let shared: SharedText
  /// What leads to the site's root from the file that is written: "", or "../" for each folder.
  package let root: String
  /// The folder of the page, to which links are relative; nil for text that is quoted on a list,
  /// where they begin with ``root``.
  private let folder: String?
  /// Whether any of the page's texts may name a value or a field.
  let mayHavePlaceholders: Bool

  /// A page's text, on its own page or, with another `root`, on a list.
  init(
    _ page: Page, _ input: TextInput, _ shared: SharedText, _ configuration: Configuration,
    root: String? = nil
  ) {
    // Every literal is a slice of the one or the other.
    mayHavePlaceholders =
      Placeholder.mayStand(in: page.tree.bytes[...]) || Placeholder.mayStand(in: page.tree.source)
    (self.page, self.input, self.shared) = (page, input, shared)
    self.configuration = configuration
    self.root = root ?? Self.root(of: input.output)
    folder = root == nil ? page.path.folder : nil
  }

  var strings: Strings { shared.strings }

  /// Whether a text says first what a message is about.
  func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: (strings["message-subject"] + ":").utf8)
  }

  /// What leads from a file of the site to its root.
  package static func root(of output: String) -> String {
    String(repeating: "../", count: output.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The address of a file of the site, relative to the file that is written.
  func url(_ path: String) -> String {
    folder.map { urlPath(path, from: $0) } ?? root + urlPath(path)
  }

  /// Where a link goes, relative to this page; nil for a link that is not shown as one.
  func target(of link: Int) -> String? {
    let place = page.links.partitioningIndex { $0.node >= link }
    guard place < page.links.count, page.links[place].node == link else { return nil }
    return input.links[place]
  }
}

/// What the text of one page shows of other pages.
struct TextInput: Sendable {
  /// The page's place in the site.
  let output: String
  /// Where each link leads, in the order of ``Page/links``; nil for one that is not shown as such.
  let links: [String?]
  var card: Card?
  /// What a script's choices lead to, by the node of their link: a step's number and title, or the
  /// title of another page.
  var goals: [Int: String] = [:]
  /// Whether lists are shown as tiles.
  var isHome = false
}

/// What the texts of all pages of an edition share.
struct SharedText: Sendable {
  let strings: Strings
  /// The cards as they are printed.
  let previews: CardPreviews
  /// Steps of models by their names in lower case.
  let modelSteps: [String: ModelStepLink]
  let glossary: Glossary?
}

/// A step of a model, as a script's step shows it.
struct ModelStepLink: Sendable {
  let letter: String
  let title: String
  /// The model's place in the site, and the step's anchor there.
  let output: String
  let anchor: String
}

/// The words of the interface in one language.
package struct Strings: Sendable {
  package let table: [String: String]

  package init(_ table: [String: String]) { self.table = table }

  /// The words of a key; the key itself where the theme has none.
  package subscript(_ key: String) -> String { table[key] ?? key }
}

extension Handbook {
  /// The steps that scripts may name, with where they stand.
  var modelStepLinks: [String: ModelStepLink] {
    modelSteps.mapValues { reference in
      ModelStepLink(
        letter: reference.step.letter, title: reference.step.heading.text,
        output: outputPath(of: reference.page), anchor: reference.step.heading.slug.text)
    }
  }
}
