// `cards:` of `handbook.yml`: paper, sizes, categories and sheets.

internal import Text

extension ConfigurationReader {
  mutating func readCards(_ reader: inout MappingReader) {
    guard let value = reader.value("cards") else { return }
    var inner = MappingReader(value, at: path, what: "cards")
    if let paper = inner.text("paper") {
      if paper.value == "a4" || paper.value == "letter" {
        result.cards.paper = paper.value
      } else {
        inner.wrong(paper.range, "there is no paper named \(paper.value)", help: "use a4 or letter")
      }
    }
    result.cards.size = inner.choice("size", CardSize.self)?.value
    result.cards.hasContacts = inner.flag("contacts") ?? false
    if result.cards.hasContacts, result.contacts.isEmpty, let place = inner.keyRange("contacts") {
      inner.wrong(
        place, "there are no contacts to print", help: "list them under contacts: of handbook.yml")
    }
    if let categories = inner.value("categories") {
      var outer = MappingReader(categories, at: path, what: "categories")
      let shapes = outer.all().map { ($0.keyRange, readCategory($0, &outer)) }
      findSameFiles(&outer)
      diagnostics += CardShapes.settle(
        &result.cards.categories, places: shapes.map { $1 ?? $0 }, named: shapes.map { $1 != nil },
        at: path)
      inner.merge(outer)
    }
    if let sheets = inner.value("sheets") {
      result.cards.sheets = Self.sheets(
        sheets, paper: result.cards.paper, size: result.cards.defaultSize, at: path, &inner)
    }
    inner.finish()
    reader.merge(inner)
  }

  /// Categories whose PDFs would be one file.
  private mutating func findSameFiles(_ categories: inout MappingReader) {
    var names: [String: String] = [:]
    for entry in categories.all() {
      let name = Slug.base(entry.key)
      if name.utf8.count > 200 {
        categories.wrong(
          entry.keyRange, "the name of this category is too long for a file",
          help: "give it a short name, and the long one as label:")
      } else if let other = names[name] {
        categories.wrong(
          entry.keyRange, "\(entry.key) and \(other) would be printed into one file",
          help: "rename one of them; only letters and digits tell their files apart")
      }
      names[name] = entry.key
    }
  }

  /// - Returns: where the category's shape is named; nil where it names none.
  private mutating func readCategory(
    _ entry: YAML.Entry, _ outer: inout MappingReader
  ) -> Range<Int>? {
    var inner = MappingReader(entry.value, at: path, what: entry.key)
    let color = inner.text("color")
    if let color, let problem = PrintColor.problem(color.value) {
      inner.wrong(color.range, problem.message, help: problem.help)
    }
    let shape = inner.choice("shape", CardShape.self)
    result.cards.categories.append(
      CardCategory(
        name: entry.key, label: inner.text("label")?.value ?? entry.key,
        shape: shape?.value ?? .circle, color: color?.value))
    inner.finish()
    outer.merge(inner)
    return shape?.range
  }
}
