// `deskbook.json`: what was built, so that a copy can be told from another and checked.

internal import Handbook

enum ManifestFile {
  /// The manifest as JSON, keys in a fixed order, no time stamp.
  static func text(
    _ handbook: Handbook, version: String, files: [(path: String, hash: String)]
  ) -> String {
    let pages = handbook.pages.indices.map { index in
      let page = handbook.pages[index]
      return object([
        ("path", Assets.literal(handbook.outputPath(of: index))),
        ("title", Assets.literal(page.title)), ("kind", Assets.literal(page.kind.rawValue)),
        ("source", Assets.literal(page.path.text)),
        ("hash", Assets.literal(ContentHash(page.file.bytes).hex)),
      ])
    }
    let cards = handbook.cards.map { card in
      object([
        ("id", Assets.literal(card.id)), ("title", Assets.literal(card.title)),
        ("page", Assets.literal(card.page.text)),
        ("reviewed", card.reviewed.map { Assets.literal($0.description) } ?? "null"),
      ])
    }
    let phrases = handbook.pages.reduce(0) { $0 + $1.phrases.count }
    let hashes = files.map { "    \(Assets.literal($0.path)): \(Assets.literal($0.hash))" }
    return """
      {
        "generator": "Deskbook",
        "version": \(Assets.literal(version)),
        "title": \(Assets.literal(handbook.title)),
        "phrases": \(phrases),
        "pages": [\(list(pages))],
        "cards": [\(list(cards))],
        "files": {
      \(hashes.joined(separator: ",\n"))
        }
      }

      """
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "\n    " + items.joined(separator: ",\n    ") + "\n  "
  }
}
