// `sources.yml`: the works that pages cite, by id.

package enum Bibliography {
  /// Reads the file: `id: {title, author, url, note}`.
  static func read(_ file: SourceFile) -> ([String: Source], [Diagnostic]) {
    if file.bytes.count > Limits.settingsBytes { return ([:], [YAMLLimits.tooLong(file)]) }
    let yaml = YAML.read(0..<file.bytes.count, of: file)
    var sources: [String: Source] = [:]
    var outer = MappingReader(yaml.value, at: file.path, what: "sources.yml")
    for entry in outer.all() {
      var inner = MappingReader(entry.value, at: file.path, what: entry.key)
      let title = inner.text("title")
      sources[entry.key] = Source(
        title: title?.value ?? entry.key, author: inner.text("author")?.value,
        url: inner.text("url")?.value, note: inner.text("note")?.value)
      if title == nil, entry.value.entries != nil || entry.value.text?.isEmpty == true {
        inner.wrong(entry.keyRange, "\(entry.key) has no title", help: "add title: under it")
      }
      inner.finish()
      outer.merge(inner)
    }
    return (sources, yaml.diagnostics + outer.diagnostics)
  }
}
