// `deskbook.json`: what was built, so that a copy can be told from another and checked.

internal import Handbook
internal import Text

package enum ManifestFile {
  /// What the manifest says of the handbook: the beginning of a JSON object, with keys in a fixed
  /// order and no time stamp.
  ///
  /// `generator` comes first: by it a build recognizes a folder that Deskbook made.
  static func head(
    _ handbook: Handbook, _ previews: CardPreviews, version: String
  ) -> [UInt8] {
    let head = JSON.object([
      ("generator", .string("Deskbook")), ("version", .string(version)),
      ("title", .string(handbook.title)),
      ("phrases", .number(handbook.pages.reduce(0) { $0 + $1.phrases.count })),
      ("pages", .array(handbook.pages.indices.map { page($0, of: handbook) })),
      ("cards", .array(handbook.cards.map { card($0, previews) })),
    ])
    var bytes = head.bytes
    bytes.removeLast("\n}\n".utf8.count)
    bytes += ",\n".utf8
    return bytes
  }

  /// The manifest as JSON: its head, and what it says of the site.
  static func text(
    _ head: [UInt8], files: [(path: String, hash: String)], kept: [(path: String, hash: String)],
    decks: [(path: String, fingerprint: String)], keep: [String]
  ) -> [UInt8] {
    let rest = JSON.object(present: [
      ("decks", .object(decks.map { ($0.path, .string($0.fingerprint)) })),
      ("hash", .string("SHA-256")),
      ("keep", keep.isEmpty ? nil : .array(keep.map { .string($0) })),
      ("kept", .object(kept.map { ($0.path, .string($0.hash)) })),
      ("files", .object(files.map { ($0.path, .string($0.hash)) })),
    ])
    return head + rest.bytes.dropFirst("{\n".count)
  }

  /// A manifest with another list of kept files; nil where it is not laid out as ``text(_:files:kept:decks:keep:)``
  /// does.
  ///
  /// No string of JSON holds a line feed, so a line that begins with a name at the outermost indentation
  /// is that member.
  package static func text(
    _ manifest: [UInt8], kept: [(path: String, hash: String)]
  ) -> [UInt8]? {
    let lines = manifest.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.starts(with: "  \"kept\": ".utf8) }),
      let end = lines.firstIndex(where: { $0.starts(with: "  \"files\": ".utf8) }), start < end
    else { return nil }
    let list = JSON.object([("kept", .object(kept.map { ($0.path, .string($0.hash)) }))]).bytes
    let member = list.dropFirst("{\n".count).dropLast("\n}\n".count) + Array(",".utf8)
    return Array((lines[..<start] + [member[...]] + lines[end...]).joined(separator: [0x0A]))
  }

  private static func page(_ index: Int, of handbook: Handbook) -> JSON {
    let page = handbook.pages[index]
    return .object([
      ("path", .string(handbook.outputPath(of: index))), ("title", .string(page.title)),
      ("kind", .string(page.kind.rawValue)), ("source", .string(page.path.text)),
      ("hash", .string(page.hash.hex)),
    ])
  }

  private static func card(_ card: Card, _ previews: CardPreviews) -> JSON {
    .object([
      ("id", .string(card.id)), ("title", .string(card.title)), ("page", .string(card.page.text)),
      ("code", JSON(previews[card]?.code)), ("reviewed", JSON(card.reviewed?.description)),
    ])
  }
}
