// `{{name}}` in the settings themselves: `values:` fills it, so that each number is written once.

extension ConfigurationReader {
  /// A text with its values filled in; nil where it names one that is not there, which is reported.
  mutating func filled(_ text: Located<String>, _ reader: inout MappingReader) -> String? {
    var isWhole = true
    let parts = Placeholder.segments(of: Array(text.value.utf8)[...]).map { segment in
      switch segment {
      case .literal(let bytes): return String(decoding: bytes, as: UTF8.self)
      case .hole(let name, _):
        if let value = result.values[name] { return value }
        isWhole = false
        // Where a value could not be read, that is told already.
        if !hasWrongNames {
          reader.wrong(
            text.range, "no value is named \(name)",
            help: Suggestion.nearest(to: name, in: result.values.keys.sorted()).map {
              "did you mean {{\($0)}}?"
            } ?? "declare it under values:")
        }
        return ""
      }
    }
    return isWhole ? parts.joined() : nil
  }
}
