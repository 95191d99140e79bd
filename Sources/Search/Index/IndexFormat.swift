// Names and settings that the writer and the readers of an index agree on.

/// What stands at the head of every index.
enum IndexFormat {
  /// A reader refuses any other.
  static let name = "deskbook-search/1"
  /// Everything in one file.
  static let singleMode = "single"
  /// The name under which the script hands its value over.
  static let scriptKey = "index"
}
