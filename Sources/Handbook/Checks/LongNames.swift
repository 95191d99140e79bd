// file-name: a name that no file of the site can have, as what it is made of is too long.

internal import Text

enum LongNames {
  /// Files whose names, or those of the cards made from them, systems would not take.
  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let pages = handbook.pages.indices.map {
      (handbook.pages[$0].path, handbook.outputPath(of: $0))
    }
    let cards = handbook.cards.map { card in
      (card.page, CardAddress.pdf(of: card, paper: CardAddress.papers[1]))
    }
    return (pages + handbook.files.map { ($0, $0.text) } + cards).compactMap { path, output in
      let longest = output.parts(at: "/").map(\.utf8.count).max() ?? 0
      if longest > FileName.mostBytes {
        return FileRules.longName(
          path,
          "a file of the site would have a name of \(longest) bytes; the limit is "
            + "\(FileName.mostBytes)")
      }
      return output.utf8.count > Limits.pathBytes
        ? FileRules.longName(
          path, "the path of this file has more than \(Limits.pathBytes) bytes") : nil
    }
  }
}
