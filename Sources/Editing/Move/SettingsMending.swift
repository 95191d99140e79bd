// Paths of pages in the handbook's own files, after a move.

internal import Handbook
internal import Text

/// The handbook's own files after a move.
struct SettingsMending {
  /// Files that change.
  private(set) var files: [ContentPath: [UInt8]] = [:]
  private(set) var notes: [MovePlan.Note] = []
  private let renamed: (String) -> String?

  init(_ map: PathMap, _ texts: [ContentPath: SourceFile]) {
    self.init(texts) { path in
      let bare = String(path.pathNames.joined(separator: "/").cut(at: "#").before)
      guard map.moves(bare) else { return nil }
      return path.firstRange(of: bare).map { path.replacingCharacters($0, with: map[bare]) } ?? ""
    }
  }

  /// Mends every path in the files for which `renamed` has another: empty where that is not certain,
  /// nil where the path stays.
  init(_ texts: [ContentPath: SourceFile], _ renamed: @escaping (String) -> String?) {
    self.renamed = renamed
    if let file = texts[.configuration] { mend(file, Self.paths(ofConfiguration: file)) }
    if let file = texts[.searchTests] { mend(file, Self.paths(ofSearchTests: file)) }
    if let file = texts[.reviews] { mend(file, Self.paths(ofReviews: file)) }
  }

  /// Writes new fingerprints of pages, by their new paths, where the history has the old ones.
  ///
  /// - Parameters:
  ///   - hashes: what the page's latest stamp says, and what it has to say now.
  ///   - reviews: the history as it stands.
  mutating func restamp(_ hashes: [String: (old: String, new: String)], _ reviews: SourceFile?) {
    guard let reviews, !hashes.isEmpty else { return }
    let bytes = files[.reviews] ?? reviews.bytes
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == 4, let hash = hashes[String(decoding: cells[0], as: UTF8.self)],
        cells[3].starts(with: hash.old.utf8)
      else { return Array(line) }
      let end = Array(hash.new.utf8) + cells[3].dropFirst(hash.old.utf8.count)
      return Array((cells[..<3].map { Array($0) } + [end]).joined(separator: [0x09]))
    }
    files[.reviews] = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func mend(_ file: SourceFile, _ paths: [Located<String>]) {
    var edits: [ByteEdit] = []
    for path in paths {
      guard let after = renamed(path.value) else { continue }
      let line = file.lines.position(of: path.range.lowerBound).line
      if file.bytes[path.range].elementsEqual(path.value.utf8), !after.isEmpty {
        edits.append(ByteEdit(path.range, after))
        notes.append(
          .mended(path: file.path.text, line: line, before: path.value, after: after))
      } else {
        notes.append(.byHand(path: file.path.text, line: line, text: path.value))
      }
    }
    if !edits.isEmpty { files[file.path] = file.bytes.applying(edits) }
  }

  private static func paths(ofConfiguration file: SourceFile) -> [Located<String>] {
    guard let value = YAML.read(0..<file.bytes.count, of: file).value else { return [] }
    let lists =
      (value["navigation"]?.items ?? [])
      + [value["search"]?["escalation"], value["notice"]?["link"]]
      .compactMap(\.self)
    let targets = value["redirects"]?.entries?.map(\.value) ?? []
    let folders = (value["languages"]?.entries ?? []).map { Located($0.key, $0.keyRange) }
    return texts(lists + targets) + folders
  }

  private static func paths(ofSearchTests file: SourceFile) -> [Located<String>] {
    let value = YAML.read(0..<file.bytes.count, of: file).value
    return texts((value?.items ?? []).flatMap { $0["expect"]?.items ?? [] })
  }

  private static func texts(_ values: [YAML]) -> [Located<String>] {
    values.compactMap { value in value.text.map { Located($0, value.range) } }
  }

  /// The first cell of each line.
  private static func paths(ofReviews file: SourceFile) -> [Located<String>] {
    var result: [Located<String>] = []
    var line = 1
    while file.lines.offset(line: line, column: 1) < file.bytes.count {
      let range = file.range(ofLine: line)
      line += 1
      guard let tab = file.bytes[range].firstIndex(of: 0x09) else { continue }
      let cell = range.lowerBound..<tab
      result.append(Located(String(decoding: file.bytes[cell], as: UTF8.self), cell))
    }
    return result
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
