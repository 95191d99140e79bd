// What the editor offers to write at a place.

internal import Handbook
internal import Text

/// Something to write, and what it is.
struct Proposal: Equatable {
  /// Numbers of the protocol's `CompletionItemKind`.
  enum Kind: Int { case field = 5, value = 12, keyword = 14, file = 17, reference = 18 }

  let label: String
  let kind: Kind
  var detail: String?
  /// What replaces the typed part; the label where nil.
  var text: String?
}

/// Finds what can be written at a place of a page.
struct Completion {
  let workspace: Workspace
  let page: Page

  /// The proposals for a byte of the file, and the bytes of the typed part that they replace.
  func proposals(at offset: Int) -> (items: [Proposal], range: Range<Int>) {
    let file = page.file
    let line = file.range(ofLine: file.lines.position(of: offset).line)
    let before = String(decoding: file.bytes[line.lowerBound..<offset], as: UTF8.self)
    func result(
      _ items: [Proposal], typed: Substring, closedBy close: UInt8? = nil
    ) -> ([Proposal], Range<Int>) {
      let behind = close.map { Self.closing($0, in: file.bytes[offset..<line.upperBound]) } ?? 0
      return (items, offset - typed.utf8.count..<offset + behind)
    }
    if let yaml = FrontMatter.yamlRange(of: file), yaml.lowerBound <= offset,
      offset <= yaml.upperBound
    {
      let (items, typed) = frontMatter(before, line)
      return result(items, typed: typed)
    }
    if let typed = Self.rest(of: before, after: "{{"), !typed.contains("}") {
      return result(placeholders(), typed: typed, closedBy: UInt8(ascii: "}"))
    }
    if let typed = Self.rest(of: before, after: "]("), !typed.contains(")") {
      if let hash = typed.firstIndex(of: "#") {
        return result(
          anchors(of: String(typed[..<hash])), typed: typed[typed.index(after: hash)...])
      }
      return result(targets(), typed: typed)
    }
    if let typed = Self.rest(of: before, after: "[!"), before.hasPrefix(">") {
      return result(alerts(), typed: typed, closedBy: UInt8(ascii: "]"))
    }
    return ([], offset..<offset)
  }

  /// How many bytes behind the cursor end a name: its other half and the brackets that the editor put
  /// there, of which a proposal brings its own.
  private static func closing(_ bracket: UInt8, in rest: ArraySlice<UInt8>) -> Int {
    let name = rest.prefix { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) }
    let most = bracket == UInt8(ascii: "}") ? 2 : 1
    let brackets = rest[name.endIndex...].prefix(most).prefix { $0 == bracket }
    return brackets.isEmpty ? 0 : name.count + brackets.count
  }

  /// What follows the last occurrence of a mark; nil where there is none.
  private static func rest(of text: String, after mark: String) -> Substring? {
    text.ranges(of: mark).last.map { text[$0.upperBound...] }
  }

  private func frontMatter(_ before: String, _ line: Range<Int>) -> ([Proposal], Substring) {
    if let colon = before.firstIndex(of: ":") {
      let key = String(before[..<colon].drop { $0 == " " })
      let value = before[before.index(after: colon)...]
      let start = value.lastIndex { $0 == "," || $0 == "[" || $0 == " " }
      return (values(of: key), start.map { value[value.index(after: $0)...] } ?? value)
    }
    let typed = before.drop { $0 == " " }
    if typed.hasPrefix("-") {
      let key = writtenKeys(before: line.lowerBound).last?.key ?? ""
      return (values(of: key), typed.dropFirst().drop { $0 == " " })
    }
    let written = writtenKeys(before: page.file.bytes.count)
    let kind = written.first { $0.key == "kind" }.flatMap { PageKind(rawValue: $0.value) }
    let keys = FrontMatter.keys(of: kind ?? .guide).filter { key in
      !written.contains { $0.key == key }
    }
    return (keys.map { Proposal(label: $0, kind: .field, text: "\($0): ") }, typed)
  }

  /// The keys that begin a line of the front matter, each with the first word of its value: read
  /// line by line, as half-typed YAML cannot be parsed.
  private func writtenKeys(before end: Int) -> [(key: String, value: String)] {
    guard let yaml = FrontMatter.yamlRange(of: page.file), yaml.lowerBound < end else { return [] }
    let text = page.file.bytes[yaml.lowerBound..<min(yaml.upperBound, end)]
    return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { line in
        guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else {
          return nil
        }
        let value = line[line.index(after: colon)...].split(separator: " ").first ?? ""
        return (String(line[..<colon]), String(value))
      }
  }

  private func values(of key: String) -> [Proposal] {
    let handbook = workspace.handbook
    func texts(_ texts: some Sequence<String>) -> [Proposal] {
      Set(texts).sorted().map { Proposal(label: $0, kind: .value) }
    }
    switch key {
    case "kind": return PageKind.allCases.map { Proposal(label: $0.rawValue, kind: .keyword) }
    case "tags": return texts(handbook.pages.flatMap(\.front.tags))
    case "owner": return texts(handbook.pages.compactMap { handbook.owner(of: $0) })
    case "sources":
      return handbook.sources.sorted { $0.key < $1.key }.map {
        Proposal(label: $0.key, kind: .reference, detail: $0.value.title)
      }
    case "review":
      return ["3 months", "6 months", "1 year", "never"].map { Proposal(label: $0, kind: .value) }
    case "reviewed": return [Proposal(label: "\(handbook.today)", kind: .value, detail: "today")]
    case "draft": return ["true", "false"].map { Proposal(label: $0, kind: .keyword) }
    default: return []
    }
  }

  private func placeholders() -> [Proposal] {
    let configuration = workspace.handbook.configuration
    let values = configuration.values.sorted { $0.key < $1.key }.map {
      Proposal(label: $0.key, kind: .value, detail: $0.value, text: "\($0.key)}}")
    }
    return values
      + configuration.fields.map {
        Proposal(label: $0.name, kind: .field, detail: $0.label, text: "\($0.name)}}")
      }
  }

  private func targets() -> [Proposal] {
    let handbook = workspace.handbook
    let pages = handbook.pages.filter { $0.path != page.path }.map { other in
      proposal(other.path.text, detail: other.title)
    }
    return pages + handbook.files.map { proposal($0.text, detail: nil) }
      + anchors(of: "").map { Proposal(label: "#\($0.label)", kind: .reference, detail: $0.detail) }
  }

  private func proposal(_ path: String, detail: String?) -> Proposal {
    let link = LinkTarget.path(from: page.path, to: path)
    return Proposal(label: link, kind: .file, detail: detail, text: urlPath(link))
  }

  private func anchors(of path: String) -> [Proposal] {
    let resolution = workspace.handbook.resolve(path, from: page)
    guard case .page(let index, _) = resolution else { return [] }
    let target = workspace.handbook.pages[index]
    let headings = target.headings.filter { $0.node != target.titleNode }.map {
      Proposal(label: $0.slug.text, kind: .reference, detail: $0.text)
    }
    return headings
      + target.phrases.map {
        Proposal(label: $0.id, kind: .reference, detail: ($0.say ?? $0.avoid)?.text)
      }
  }

  private func alerts() -> [Proposal] {
    Alert.Kind.allCases.map { kind in
      let name = kind.rawValue.uppercased()
      return Proposal(label: name, kind: .keyword, text: "\(name)]")
    }
  }
}
