// Front matter as it is kept: all but what few pages have.

internal import Handbook

extension FrontMatter {
  /// Whether the page is one of the few whose front matter is read again instead.
  private var isRare: Bool { card != nil || acronym != nil || !scenarios.isEmpty }

  func pack(into out: inout PackedWriter) {
    out.flag(!isRare)
    if isRare { return }
    out.located(title)
    out.text(kind.rawValue)
    out.text(summary)
    for texts in [tags, heard, synonyms] { out.list(texts) { $0.text($1) } }
    for texts in [aliases, sources] { out.list(texts) { $0.located($1) } }
    out.text(owner)
    out.located(reviewed.map { Located($0.value.description, $0.range) })
    out.text(review.map(\.words))
    out.flag(order != nil)
    if let order { out.number(order.bitPattern) }
    out.flag(isDraft)
    out.text(language)
    out.flag(hasForeignKeys)
  }

  /// Nil for front matter that was not packed.
  static func unpack(
    from reader: inout PackedReader
  ) throws(PackedReader.Damage) -> FrontMatter? {
    guard try reader.flag() else { return nil }
    var front = FrontMatter()
    front.title = try reader.optionalLocated()
    guard let kind = PageKind(rawValue: try reader.text()) else { throw PackedReader.Damage() }
    front.kind = kind
    front.summary = try reader.optionalText()
    front.tags = try reader.texts()
    front.heard = try reader.texts()
    front.synonyms = try reader.texts()
    front.aliases = try reader.locatedTexts()
    front.sources = try reader.locatedTexts()
    front.owner = try reader.optionalText()
    if let day = try reader.optionalLocated() {
      guard let date = CalendarDate(day.value) else { throw PackedReader.Damage() }
      front.reviewed = Located(date, day.range)
    }
    front.review = try reader.optionalText().flatMap(ReviewInterval.init)
    if try reader.flag() { front.order = Double(bitPattern: try reader.number()) }
    front.isDraft = try reader.flag()
    front.language = try reader.optionalText()
    front.hasForeignKeys = try reader.flag()
    return front
  }
}

extension ReviewInterval {
  /// As ``init(_:)`` reads it.
  fileprivate var words: String {
    switch self {
    case .days(let count): "\(count) days"
    case .months(let count): "\(count) months"
    case .never: "never"
    }
  }
}

extension PackedWriter {
  fileprivate mutating func located(_ text: Located<String>) {
    self.text(text.value)
    range(text.range)
  }

  fileprivate mutating func located(_ text: Located<String>?) {
    flag(text != nil)
    if let text { located(text) }
  }
}

extension PackedReader {
  fileprivate mutating func located() throws(Damage) -> Located<String> {
    Located(try text(), try range())
  }

  fileprivate mutating func optionalLocated() throws(Damage) -> Located<String>? {
    try flag() ? try located() : nil
  }

  fileprivate mutating func texts() throws(Damage) -> [String] {
    try list { (reader) throws(Damage) in try reader.text() }
  }

  fileprivate mutating func locatedTexts() throws(Damage) -> [Located<String>] {
    try list { (reader) throws(Damage) in try reader.located() }
  }
}
