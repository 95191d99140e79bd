// A new page from its kind's template.

package import Handbook

/// The template of a kind of page.
package struct PageTemplate: Sendable {
  private let text: String

  /// Wraps a template; its holes are `%TITLE%` and `%OWNER%`.
  package init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// The page.
  ///
  /// - Parameters:
  ///   - title: the page's title.
  ///   - owner: who answers for pages that name nobody, if anybody does.
  /// - Returns: the bytes of the page.
  package func filled(title: String, owner: String?) -> [UInt8] {
    let line =
      owner.map {
        "# Who answers for the page, as a role. Without this line: \($0).\n# owner: \($0)"
      }
      ?? "# Who answers for the page: a role, so that it stays right when people change.\nowner: Front desk lead"
    let page = text.replacing("%OWNER%", with: line)
    return Array(page.replacing("%TITLE%", with: YAMLText.scalar(title)).utf8)
  }

  /// The title that a page gets from its file's name.
  package static func title(of path: ContentPath) -> String { TitleRule.title(fromName: path) }
}
