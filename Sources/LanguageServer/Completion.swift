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
      let place = FrontMatterPlace(offset, in: file, yaml)
      let behind = place.key == nil ? Self.colon(in: file.bytes[offset..<line.upperBound]) : 0
      return (proposals(at: place), offset - place.typed.utf8.count..<offset + behind)
    }
    if let typed = Self.rest(of: before, after: "{{"), !typed.contains("}") {
      return result(placeholders(), typed: typed, closedBy: UInt8(ascii: "}"))
    }
    if let typed = Self.rest(of: before, after: "]("), !typed.contains(")") {
      let rest = file.bytes[offset..<line.upperBound]
      if let hash = typed.firstIndex(of: "#") {
        let name = typed[typed.index(after: hash)...]
        let end = offset + Self.target(in: rest, upTo: ")")
        return (anchors(of: String(typed[..<hash])), offset - name.utf8.count..<end)
      }
      let end = offset + Self.target(in: rest, upTo: ")#")
      return (targets(), offset - typed.utf8.count..<end)
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

  /// How many bytes behind the cursor are the other half of a link's target that ends on its line.
  private static func target(in rest: ArraySlice<UInt8>, upTo ends: String) -> Int {
    let half = rest.prefix { $0 > 0x20 && !ends.utf8.contains($0) }
    let end = half.endIndex < rest.endIndex ? rest[half.endIndex] : 0x20
    return ends.utf8.contains(end) ? half.count : 0
  }

  /// How many bytes behind the cursor end a key: its other half, its colon and the blanks behind that.
  static func colon(in rest: ArraySlice<UInt8>) -> Int {
    let name = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
    let colon = rest[name.endIndex...]
    guard colon.first == UInt8(ascii: ":") else { return 0 }
    return name.count + 1 + colon.dropFirst().prefix { $0 == 0x20 }.count
  }

  /// What follows the last occurrence of a mark; nil where there is none.
  private static func rest(of text: String, after mark: String) -> Substring? {
    text.ranges(of: mark).last.map { text[$0.upperBound...] }
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
