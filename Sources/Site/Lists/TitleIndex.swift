// az.html: every page under its title's first letter, in parts.

internal import Handbook
internal import Text

/// The pages of an edition by their titles.
struct TitleIndex: Sendable {
  /// Titles of one letter, all or those that a part holds.
  struct Group: Sendable {
    /// The index in ``letters``.
    let letter: Int
    let pages: [Int]
  }

  /// Every first letter, and the part that it begins in.
  private(set) var letters: [(name: String, part: Int)] = []
  /// At least one.
  private(set) var parts: [[Group]] = []
  /// Of each part, as much of its first title as tells it from the one before; no two are alike.
  private(set) var beginnings: [String] = []

  /// Sorts the titles of an edition's pages.
  init(_ handbook: Handbook, edition: Int) {
    let language = handbook.editions[edition].language
    let order = handbook.pages.indices.filter { handbook.lists($0, in: edition) }.map { index in
      let page = handbook.pages[index]
      let title = Self.filed(page.title, in: language)
      return Row(
        letter: Self.letter(of: title), key: title.lowercased(), path: page.path.text, title: title,
        page: index)
    }.sorted { ($0.letter, $0.key, $0.path) < ($1.letter, $1.key, $1.path) }
    var rest = order[...]
    repeat {
      let part = rest.prefix(PartedList.rowsOfAPart)
      let before = rest.startIndex == 0 ? nil : order[rest.startIndex - 1]
      let label = part.first.map {
        PartLabel.of($0.title, after: before?.key ?? "")
      }
      beginnings.append(PartLabel.distinct(label ?? "", from: beginnings))
      parts.append(groups(part))
      rest = rest.dropFirst(part.count)
    } while !rest.isEmpty
  }

  private mutating func groups(_ rows: ArraySlice<Row>) -> [Group] {
    var groups: [Group] = []
    var rest = rows
    while let first = rest.first {
      let same = rest.prefix { $0.letter == first.letter }
      if letters.last?.name != first.letter { letters.append((first.letter, parts.count)) }
      groups.append(Group(letter: letters.count - 1, pages: same.map(\.page)))
      rest = rest.dropFirst(same.count)
    }
    return groups
  }

  private typealias Row = (letter: String, key: String, path: String, title: String, page: Int)

  /// A title from its first word that counts on, so that *The model* stands under M.
  private static func filed(_ title: String, in language: String) -> String {
    let articles = Self.articles[String(language.cut(at: "-").before)] ?? []
    let words = title.split(separator: " ", maxSplits: 1)
    guard words.count == 2, articles.contains(words[0].lowercased()) else { return title }
    return String(words[1])
  }

  private static let articles: [String: Set<String>] = [
    "de": ["das", "der", "die", "ein", "eine"], "en": ["a", "an", "the"],
    "es": ["el", "la", "las", "los", "un", "una"], "fr": ["la", "le", "les", "un", "une"],
    "it": ["gli", "i", "il", "la", "le", "lo", "un", "una", "uno"], "nl": ["de", "een", "het"],
    "pt": ["a", "as", "o", "os", "um", "uma"],
  ]

  private static func letter(of title: String) -> String {
    guard let first = title.first(where: { $0.isLetter || $0.isNumber }) else { return "#" }
    return first.isNumber ? "0–9" : first.uppercased()
  }
}

extension ListPages {
  /// One part of the A–Z.
  func titles(part: Int, of index: TitleIndex, root: String) -> [UInt8] {
    var out = HTMLWriter()
    beginnings(
      index.letters, .titles, anchor: "letter", label: strings["az-title"], from: part, &out)
    ways(of: index, label: strings["list-parts"], from: part, &out)
    for group in index.parts[part] {
      out.markup("<section><h2 id=\"letter-")
      out.number(group.letter + 1)
      out.markup("\">")
      out.text(index.letters[group.letter].name)
      out.markup("</h2>\n")
      out.html(list(group.pages, root: root))
      out.markup("</section>\n")
    }
    ways(of: index, label: strings["list-more"], from: part, &out)
    return out.bytes
  }

  private func ways(
    of index: TitleIndex, label: String, from part: Int, _ out: inout HTMLWriter
  ) {
    ways(.titles, label: label, from: part, count: index.parts.count, &out) { number, out in
      out.markup(">")
      out.text(index.beginnings[number])
    }
  }
}
