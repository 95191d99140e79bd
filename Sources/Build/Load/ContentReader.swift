// The texts of a content folder, read and checked to be UTF-8.

package import Handbook
internal import Text

extension ContentFolder {
  /// What came of reading a text.
  private enum Reading: Sendable {
    case text(SourceFile)
    case refused(SourceFile?, Diagnostic)
  }

  /// Reads every text of the folder.
  ///
  /// - Parameters:
  ///   - width: the most files read at once.
  ///   - observer: hears of each file.
  /// - Returns: texts, names of other files, and findings about both.
  /// - Throws: `file` for the first, by path, that cannot be read; `interrupted`.
  package func load(
    width: Int, observer: Observer = .silent
  ) async throws(BuildProblem) -> ContentFiles {
    let listing = try list()
    let texts = listing.files.filter(Self.isText)
    let counter = ProgressCounter(.load, total: texts.count, observer)
    let readings = try await texts.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      try counter.advance()
      return try readText(file)
    }
    let others = listing.files.filter { !Self.isText($0) }
    let hasConfiguration = texts.contains(.configuration)
    let misnamed = others.compactMap {
      FileRules.misnamed($0, hasConfiguration: hasConfiguration)
    }
    let neverCopied = Set(misnamed.map(\.path))
    var content = ContentFiles(
      files: others.filter { !neverCopied.contains($0) },
      diagnostics: listing.diagnostics + misnamed + ActiveFile.twins(in: others))
    content.hasLinks = listing.hasLinks
    for reading in readings {
      switch reading {
      case .text(let file) where file.path.isMarkdown: content.pages.append(file)
      case .text(let file): content.settings[file.path] = file
      case .refused(let file, let finding):
        if let file { content.damaged.append(file) }
        content.diagnostics.append(finding)
      }
    }
    if !texts.contains(where: \.isMarkdown) {
      content.diagnostics.append(FileRules.noPages(in: .configuration))
    }
    content.diagnostics += try await content.files.mapConcurrently(width: width) {
      (file) throws(BuildProblem) in [try active(file), try picture(file)].compactMap(\.self)
    }.flatMap(\.self)
    return content
  }

  /// Content of which only some files were written since; nil where it must be loaded as a whole.
  ///
  /// - Parameters:
  ///   - content: as it was.
  ///   - files: absolute paths of all that was written, made, renamed or removed.
  /// - Returns: the content as it is now.
  /// - Throws: `file` where one cannot be read.
  func reload(
    _ content: ContentFiles, _ files: Set<String>
  ) throws(BuildProblem) -> ContentFiles? {
    if content.hasLinks { return nil }
    var content = content
    let known = Set(content.pages.map(\.path)).union(content.settings.keys)
    let start = Disk.join(path, "")
    for file in files where file.begins(with: start) {
      let path: ContentPath
      do {
        path = try ContentPath(
          String(decoding: file.utf8.dropFirst(start.utf8.count), as: UTF8.self))
      } catch { return nil }
      guard known.contains(path), try Disk.facts(file, followingLink: false)?.kind == .file,
        case .text(let text) = try readText(path)
      else { return nil }
      content.replace(text)
    }
    return content
  }

  private static func isText(_ file: ContentPath) -> Bool {
    file.isMarkdown || ContentFiles.isSetting(file)
  }

  /// What a copied file could run in a browser.
  private func active(_ file: ContentPath) throws(BuildProblem) -> Diagnostic? {
    let look = ActiveFile.look(at: file)
    switch look {
    case .none:
      // What cannot be copied is to be said before anything is written.
      _ = try read(file, atMost: 0)
      return nil
    case .refused: return ActiveFile.finding(file)
    case .start: return ActiveFile.finding(file, try start(of: file), look)
    case .all: return ActiveFile.finding(file, try read(file), look)
    }
  }

  /// What a picture is too large for, or cannot be shown as.
  private func picture(_ file: ContentPath) throws(BuildProblem) -> Diagnostic? {
    guard PictureFile.isPicture(file) else { return nil }
    return PictureFile.finding(file, bytes: try size(of: file))
  }

  private func readText(_ file: ContentPath) throws(BuildProblem) -> Reading {
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
