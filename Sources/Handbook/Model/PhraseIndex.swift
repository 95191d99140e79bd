// The index of all phrases, in parts that a phone loads at once.

extension Handbook {
  /// More phrases than this begin another part; the phrases of one page stay together.
  private static let phrasesOfAPart = 90

  /// The pages with phrases in reading order, by parts of the index; at least one part.
  ///
  /// An edition lists its own pages, or all where it has no translations.
  package func phraseParts(of edition: Int) -> [[Int]] {
    var parts: [[Int]] = [[]]
    var count = 0
    for index in folders.readingOrder where !pages[index].phrases.isEmpty {
      if editions[edition].isTranslated, self.edition(at: pages[index].path.folder) != edition {
        continue
      }
      let more = pages[index].phrases.count
      if count > 0, count + more > Self.phrasesOfAPart {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1].append(index)
      count += more
    }
    return parts
  }

  /// The name of a part of the index, from 0.
  package static func phrasePage(_ part: Int) -> String {
    part == 0 ? "phrases.html" : "phrases-\(part + 1).html"
  }

  /// Every part after the first, in every language.
  var furtherPhrasePages: [String] {
    editions.indices.flatMap { edition in
      phraseParts(of: edition).indices.dropFirst().map {
        editions[edition].prefix + Self.phrasePage($0)
      }
    }
  }
}
