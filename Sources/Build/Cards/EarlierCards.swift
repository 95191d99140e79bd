// What an earlier build printed.

internal import Cards
internal import Handbook
internal import Text

/// The cards of an earlier build, from its manifest.
struct EarlierCards {
  private let codes: [(id: String, code: String)]

  init(manifest path: String) throws(BuildProblem) {
    guard let cards = JSON(try Disk.read(path))?["cards"]?.array else {
      throw .order(.noManifest(path))
    }
    codes = cards.compactMap { card in
      guard let id = card["id"]?.string, let code = card["code"]?.string else { return nil }
      return (id, code)
    }
  }

  /// Whether a card is new, or says something else than it did.
  func isChanged(_ laid: LaidCard) -> Bool {
    codes.first { $0.id == laid.card.id }?.code != laid.code
  }

  /// Printed cards that are out of date, in the order of the earlier build.
  func recalled(_ cards: [LaidCard]) -> [EarlierCard] {
    codes.filter { earlier in
      !cards.contains { $0.card.id == earlier.id && $0.code == earlier.code }
    }
    .map { EarlierCard(id: $0.id, code: $0.code) }
  }
}
