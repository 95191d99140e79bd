// Front matter as it is kept: all but what few pages have.

internal import Handbook
internal import Search

extension FrontMatter {
  /// Whether the page is one of the few whose front matter is read again instead.
  private var isRare: Bool { card != nil || acronym != nil || !scenarios.isEmpty }

  func pack(into out: inout PackedWriter) {
    out.flag(!isRare)
    if isRare { return }
    out.optional(title) { $0.located($1) }
    out.text(kind.rawValue)
    out.text(summary)
    for texts in [tags, heard, synonyms] { out.texts(texts) }
    for texts in [aliases, sources] { out.list(texts) { $0.located($1) } }
    out.text(owner)
    out.optional(reviewed) { $0.located(Located($1.value.description, $1.range)) }
    out.text(review?.words)
    out.text(order.map { String($0.bitPattern) })
    out.flag(isDraft)
    out.text(language)
    out.flag(hasForeignKeys)
  }

  /// Nil for front matter that was not packed.
  init?(_ reader: inout PackedReader) {
    guard reader.flag() else { return nil }
    self.init()
    title = reader.optional { $0.located() }
    guard let kind = PageKind(rawValue: reader.text()) else { return nil }
    self.kind = kind
    summary = reader.optionalText()
    tags = reader.texts()
    heard = reader.texts()
    synonyms = reader.texts()
    aliases = reader.list { $0.located() } ?? []
    sources = reader.list { $0.located() } ?? []
    owner = reader.optionalText()
    reviewed = reader.optional { $0.located() }.flatMap { day in
      CalendarDate(day.value).map { Located($0, day.range) }
    }
    review = reader.optionalText().flatMap(ReviewInterval.init)
    order = reader.optionalText().flatMap { UInt64($0) }.map(Double.init(bitPattern:))
    isDraft = reader.flag()
    language = reader.optionalText()
    hasForeignKeys = reader.flag()
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
}

extension PackedReader {
  fileprivate mutating func located() -> Located<String> { Located(text(), range()) }
}
