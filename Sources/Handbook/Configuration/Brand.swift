// `brand:` of handbook.yml: a clinic's own logo, name and colour.

/// What makes a handbook look like its clinic's.
package struct Brand: Sendable, Equatable {
  /// A picture among the content, shown beside the name.
  package var logo: Located<String>?
  /// The name on top of every page, where it is not the title.
  package var name: String?
  /// The one accent colour, as written for white paper.
  package var color: Located<Color>?

  static func read(_ reader: inout MappingReader) -> Brand {
    var brand = Brand()
    guard let value = reader.value("brand") else { return brand }
    var inner = MappingReader(value, at: reader.path, what: "brand")
    brand.logo = inner.text("logo")
    brand.name = inner.text("name")?.value
    if let text = inner.text("color") {
      if let color = Color(text.value) {
        brand.color = Located(color, text.range)
      } else {
        inner.wrong(text.range, "\(text.value) is not a colour", help: "write it as \"#0b5c63\"")
      }
    }
    inner.finish()
    reader.merge(inner)
    return brand
  }
}
