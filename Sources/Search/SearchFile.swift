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

/// A file of the index that the earlier site has, under another name or the same.
package struct StandingFile: Sendable, Equatable {
  /// The name below the site's `search` folder.
  package let name: String
  /// Its name in the earlier site.
  package let earlier: String
  /// In bytes.
  package let size: Int
}
