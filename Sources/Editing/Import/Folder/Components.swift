// Tags of MDX and Vue in Markdown.

/// Tags of components: their names begin with a capital.
enum Components {
  /// A text with the tags of components as text; nil where it has none.
  static func escaped(in text: String) -> String? {
    var result = ""
    var rest = text[...]
    var hasAny = false
    while let start = rest.firstIndex(of: "<") {
      let inside = rest[start...].dropFirst()
      let name = inside.first == "/" ? inside.dropFirst() : inside
      let isComponent = name.first.map { $0.isASCII && $0.isUppercase } ?? false
      if isComponent { hasAny = true }
      result += rest[..<start] + (isComponent ? "\\<" : "<")
      rest = inside
    }
    return hasAny ? result + rest : nil
  }
}
