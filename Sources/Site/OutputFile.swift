// A file of the finished site.

package import Handbook

/// Makes a file when a worker has the time; lists of a large site would fill the memory otherwise.
package typealias FileMaker = @Sendable () -> OutputFile

/// One file of the site, by its path below the site's root.
package struct OutputFile: Sendable {
  /// Where its bytes come from.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A file of the content folder, copied as it is.
    case copy(ContentPath)
  }

  package let path: String
  package let content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(_ path: String, _ bytes: [UInt8]) {
    self.init(path: path, content: .bytes(bytes))
  }

  package init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}
