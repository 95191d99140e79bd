// The handbook as the editor sees it: files on the disk, and over them what is open and unsaved.

internal import CommonMark
package import Handbook

/// The content folder as read.
package struct ContentSnapshot: Sendable {
  /// Absolute, without symbolic links.
  package let root: String
  package let pages: [SourceFile]
  package let settings: [ContentPath: SourceFile]
  package let files: [ContentPath]
  /// What was found while reading.
  package let diagnostics: [Diagnostic]
  /// The day on which reviews are judged.
  package let today: CalendarDate

  package init(
    root: String, pages: [SourceFile], settings: [ContentPath: SourceFile], files: [ContentPath],
    diagnostics: [Diagnostic], today: CalendarDate
  ) {
    self.root = root
    self.pages = pages
    self.settings = settings
    self.files = files
    self.diagnostics = diagnostics
    self.today = today
  }
}

/// The handbook with the editor's open files in the place of those on the disk.
struct Workspace {
  let root: String
  private(set) var handbook: Handbook
  private(set) var texts: [ContentPath: SourceFile] = [:]
  /// Settled findings.
  private(set) var findings: [Diagnostic] = []
  private var snapshot: ContentSnapshot
  private var open: [ContentPath: SourceFile] = [:]
  private var readings: [ContentPath: Page.Reading] = [:]
  private var options = ParserOptions(smartPunctuation: false)
  /// Whether files have changed since the handbook was made of them.
  private var isStale = true

  init(_ snapshot: ContentSnapshot) {
    self.snapshot = snapshot
    root = snapshot.root
    handbook = Handbook(
      configuration: Configuration(), sources: [:], pages: [], files: [], drafts: [],
      today: snapshot.today)
  }

  /// Takes in what the disk holds now.
  mutating func reload(_ snapshot: ContentSnapshot) {
    self.snapshot = snapshot
    readings = [:]
    isStale = true
  }

  /// Takes in a file as the editor has it; nil once it is closed.
  mutating func edit(_ path: ContentPath, _ bytes: [UInt8]?) {
    open[path] = bytes.map { SourceFile(path: path, bytes: $0) }
    readings[path] = nil
    isStale = true
  }

  /// Makes the handbook of the files as they are now; of many changes in a row, once.
  mutating func settle() {
    if !isStale { return }
    isStale = false
    texts = snapshot.settings
    for file in snapshot.pages { texts[file.path] = file }
    for (path, file) in open { texts[path] = file }
    let (configuration, onConfiguration) = HandbookReader.configuration(texts[.configuration])
    if configuration.parserOptions.smartPunctuation != options.smartPunctuation { readings = [:] }
    options = configuration.parserOptions
    let files = texts.values.filter(\.path.isMarkdown).sorted { $0.path < $1.path }
    for file in files where readings[file.path] == nil {
      readings[file.path] = Page.read(file, options: options)
    }
    let pages = files.compactMap { readings[$0.path] }
    let (sources, onSources) = HandbookReader.sources(texts[.bibliography])
    let (synonyms, onSynonyms) = HandbookReader.synonyms(texts[.synonyms])
    let (reviews, onReviews) = HandbookReader.reviews(texts[.reviews])
    handbook = Handbook(
      configuration: configuration, sources: sources, synonyms: synonyms, reviews: reviews,
      pages: pages.map(\.page), files: snapshot.files, drafts: [], today: snapshot.today)
    var found = snapshot.diagnostics + onConfiguration + onSources + onSynonyms + onReviews
    found += pages.flatMap(\.diagnostics)
    for index in handbook.pages.indices {
      found += Checks.pageFindings(on: index, in: handbook)
    }
    found += Checks.handbookFindings(in: handbook)
    if let tests = texts[.searchTests] {
      found += SearchTests.read(tests, in: handbook).diagnostics
    }
    findings = Checks.settle(found, in: handbook)
  }

  /// The page of a path.
  func page(_ path: ContentPath) -> Page? {
    handbook.page(at: path.text).map { handbook.pages[$0] }
  }
}

extension Workspace {
  /// A file's address.
  func uri(_ path: String) -> String {
    let allowed = Array("/-._~".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = (root + "/" + path).utf8.flatMap { byte -> [UInt8] in
      let isPlain =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || allowed.contains(byte)
      return isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return "file://" + String(decoding: bytes, as: UTF8.self)
  }

  /// The file of an address; nil for one outside the content.
  func path(_ uri: String) -> ContentPath? {
    guard let path = Self.filePath(uri), path.hasPrefix(root + "/") else { return nil }
    do throws(ContentPath.Problem) {
      return try ContentPath(String(path.dropFirst(root.count + 1)))
    } catch {
      return nil
    }
  }

  /// The path of a `file:` address.
  static func filePath(_ uri: String) -> String? {
    guard uri.hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    return rest.firstIndex(of: "/").map { Handbook.percentDecoded(String(rest[$0...])) }
  }
}
