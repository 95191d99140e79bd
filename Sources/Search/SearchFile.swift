// A finished file of the search folder.

/// One file of the index, ready to be written.
package struct SearchFile: Sendable, Equatable {
  /// The name below the site's `search` folder.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
