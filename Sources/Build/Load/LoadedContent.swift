// The content as read: texts checked to be UTF-8, the rest by name only.

package import Handbook

/// Everything a handbook is made from, in memory.
package struct LoadedContent: Sendable {
  /// Markdown files, sorted by path.
  package var pages: [SourceFile] = []
  /// Settings and lists at the root, by path.
  package var settings: [ContentPath: SourceFile] = [:]
  /// Files that are copied as they are, sorted by path.
  package var files: [ContentPath] = []
  /// Texts that are not UTF-8: shown in findings, never parsed.
  package var damaged: [SourceFile] = []
  package var diagnostics: [Diagnostic] = []

  /// Every text, so that findings can show the line they are about.
  package var texts: [ContentPath: SourceFile] {
    var texts = settings
    texts.reserveCapacity(settings.count + pages.count)
    for file in pages + damaged { texts[file.path] = file }
    return texts
  }
}

extension ContentFolder {
  /// Files at the root that steer the build and are no part of the site.
  private static let settings: Set<String> = [
    ContentPath.configuration.text, ContentPath.bibliography.text, ContentPath.synonyms.text,
    ContentPath.searchTests.text, ContentPath.reviews.text,
  ]

  /// What came of reading a text.
  enum Reading: Sendable {
    case text(SourceFile)
    case refused(SourceFile?, Diagnostic)
  }

  /// Reads every text of the folder; see ``load(width:observer:known:after:)``.
  package func load(
    width: Int, observer: Observer = .silent
  ) async throws(BuildProblem) -> LoadedContent {
    let listing = try list()
    let texts = listing.files.filter(Self.isText)
    let counter = ProgressCounter(.load, total: texts.count, observer)
    let readings = try await texts.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      try counter.advance()
      return try readText(file)
    }
    return try await content(of: listing, readings, width: width)
  }

  /// Reads every text of the folder that may have changed since it was last read.
  ///
  /// - Parameters:
  ///   - width: the most files read at once.
  ///   - observer: hears of each file.
  ///   - known: what an earlier run knew; what this one does after it.
  ///   - changes: all that may have changed since that run.
  /// - Returns: texts, names of other files, and findings about both.
  /// - Throws: `file` for the first, by path, that cannot be read; `interrupted`.
  func load(
    width: Int, observer: Observer = .silent, known: inout KnownContent,
    after changes: Changes = .anything
  ) async throws(BuildProblem) -> LoadedContent {
    if let files = try known.rewritten(changes, in: self),
      let content = try known.read(files, in: self)
    {
      return content
    }
    let listing = try list()
    let texts = listing.files.filter(Self.isText)
    let counter = ProgressCounter(.load, total: texts.count, observer)
    let earlier = known.texts
    let readings = try await texts.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      try counter.advance()
      return try KnownFile(Disk.join(root, file.text), earlier: earlier[file]) {
        () throws(BuildProblem) in try readText(file)
      }
    }
    known.texts = Dictionary(minimumCapacity: texts.count)
    for (file, reading) in zip(texts, readings) { known.texts[file] = reading }
    known.content = try await content(of: listing, readings.map(\.value), width: width)
    return known.content
  }

  private static func isText(_ file: ContentPath) -> Bool {
    file.isMarkdown || settings.contains(file.text)
  }

  /// What a listing holds, `readings` being those of its texts.
  private func content(
    of listing: ContentListing, _ readings: [Reading], width: Int
  ) async throws(BuildProblem) -> LoadedContent {
    var content = LoadedContent()
    content.diagnostics = listing.diagnostics
    content.files = listing.files.filter { !Self.isText($0) }
    for reading in readings { content.add(reading) }
    content.diagnostics += try await content.files.mapConcurrently(width: width) {
      (file) throws(BuildProblem) in try active(file)
    }.compactMap(\.self)
    return content
  }

  /// What a copied file could run in a browser.
  private func active(_ file: ContentPath) throws(BuildProblem) -> Diagnostic? {
    let look = ActiveFile.look(at: file)
    switch look {
    case .none: return nil
    case .refused: return ActiveFile.finding(file)
    case .start: return ActiveFile.finding(file, try start(of: file), look)
    case .all: return ActiveFile.finding(file, try read(file), look)
    }
  }

  fileprivate func readText(_ file: ContentPath) throws(BuildProblem) -> Reading {
    let source = SourceFile(path: file, bytes: try read(file, atMost: Limits.pageBytes + 1))
    if source.bytes.count > Limits.pageBytes {
      return .refused(nil, FileRules.tooLarge(file, bytes: try size(of: file)))
    }
    if let offset = Self.firstInvalidByte(of: source.bytes) {
      return .refused(source, FileRules.notUTF8(file, at: offset))
    }
    return .text(source)
  }

  /// The offset of the first byte that is not UTF-8 (Unicode 16, section 3.9); nil where all are.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

/// A content folder as it was last read.
struct KnownContent: Sendable {
  fileprivate var content = LoadedContent()
  fileprivate var texts: [ContentPath: KnownFile<ContentFolder.Reading>] = [:]

  /// The texts that changes have written, where those are all that they did.
  ///
  /// - Returns: nil where the folder must be listed again.
  /// - Throws: `file` where the system says nothing of a file that is there.
  fileprivate func rewritten(
    _ changes: Changes, in folder: ContentFolder
  ) throws(BuildProblem) -> Set<ContentPath>? {
    guard case .files(let changed) = changes, !texts.isEmpty else { return nil }
    var found: Set<ContentPath> = []
    let start = Disk.join(folder.path, "")
    for file in changed where file.hasPrefix(start) {
      guard let path = ContentPath(known: String(file.dropFirst(start.count))), texts[path] != nil,
        try Disk.facts(file, followingLink: false)?.kind == .file
      else { return nil }
      found.insert(path)
    }
    return found
  }

  /// Reads these texts again and no others.
  ///
  /// - Returns: nil where one cannot be a page or could not before, so that all must be looked at.
  /// - Throws: `file` where one cannot be read.
  fileprivate mutating func read(
    _ files: Set<ContentPath>, in folder: ContentFolder
  ) throws(BuildProblem) -> LoadedContent? {
    for file in files {
      let known = try KnownFile(Disk.join(folder.root, file.text), earlier: texts[file]) {
        () throws(BuildProblem) in try folder.readText(file)
      }
      texts[file] = known
      guard case .text(let text) = known.value, content.replace(text) else { return nil }
    }
    return content
  }
}

extension LoadedContent {
  /// Puts a text in the place of that of the same name; false where there is none.
  fileprivate mutating func replace(_ file: SourceFile) -> Bool {
    if settings[file.path] != nil {
      settings[file.path] = file
      return true
    }
    guard let place = pages.firstIndex(where: { $0.path == file.path }) else { return false }
    pages[place] = file
    return true
  }

  fileprivate mutating func add(_ reading: ContentFolder.Reading) {
    switch reading {
    case .text(let file) where file.path.isMarkdown: pages.append(file)
    case .text(let file): settings[file.path] = file
    case .refused(let file, let finding):
      if let file { damaged.append(file) }
      diagnostics.append(finding)
    }
  }
}
