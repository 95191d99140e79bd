// A build of what was imported, before anything is written: an import may leave work, never a handbook
// that does not build.

package import Editing
internal import Handbook

/// Tries what was imported, and takes back what stands in the way of a build.
package struct ImportTrial: Sendable {
  /// Errors that follow from others come to light once these are gone.
  private static let mostRounds = 4

  private let settings: Settings
  private let configuration: [UInt8]?
  private var result: ImportResult
  private var asCode: Set<String> = []

  /// - Parameters:
  ///   - result: what was imported.
  ///   - settings: of the handbook that it becomes part of.
  /// - Throws: `file` where the handbook's settings cannot be read.
  package init(_ result: ImportResult, _ settings: Settings) throws(BuildProblem) {
    self.result = result
    self.settings = settings
    let path = Disk.join(settings.content, ContentPath.configuration.text)
    configuration = try EditorFiles().read(path)
  }

  /// What was imported, so that it builds; each thing taken back is noted.
  package func mended() async throws(BuildProblem) -> ImportResult {
    var trial = self
    for _ in 0..<Self.mostRounds {
      let outcome = try await Pipeline(settings).check(trial.content)
      let errors = outcome.diagnostics.filter { $0.severity == .error }
      if errors.isEmpty { break }
      var mended: Set<String> = []
      for error in errors { trial.mend(error, &mended) }
    }
    trial.result.sortNotes()
    return trial.result
  }

  private var content: ContentFiles {
    var files = result.pages.map { ($0.key, $0.value) } + result.copies.map { ($0.key, []) }
    let settings = configuration ?? Array(result.configuration.utf8)
    files.append((ContentPath.configuration.text, settings))
    return ContentFiles(
      files.compactMap { path, bytes in
        do throws(ContentPath.Problem) {
          return SourceFile(path: try ContentPath(path), bytes: bytes)
        } catch {
          return nil
        }
      })
  }

  /// Takes back what makes an error; one thing of a page at a time.
  private mutating func mend(_ error: Diagnostic, _ mended: inout Set<String>) {
    let (path, rule) = (error.path.text, error.rule.id)
    let isFixed = Rules.fixed.contains(rule)
    if !isFixed, configuration == nil {
      if result.lowered.insert(rule).inserted {
        note(path, "\(error.message); \(rule) is only a warning in handbook.yml until it is mended")
      }
      return
    }
    guard mended.insert(path).inserted else { return }
    if error.rule == UnknownPlaceholder.rule, let page = result.pages[path] {
      result.pages[path] = Self.withoutHoles(page)
      note(
        path,
        "\(error.message), so {{ stands as text; declare the field, and delete the \\ before it")
    } else if error.rule == OutputCollision.rule {
      rename(path, error)
    } else if let page = result.pages[path], asCode.insert(path).inserted {
      result.pages[path] = Self.code(page)
      note(
        path, "\(error.message), so the page stands as code: look at it and take it out of there")
    } else if result.pages[path] != nil || result.copies[path] != nil {
      leaveOut(path, error)
    }
  }

  private mutating func note(_ path: String, _ message: String) {
    result.notes.append(ImportNote(path, 0, message))
  }

  private mutating func rename(_ path: String, _ error: Diagnostic) {
    let names = Set((Array(result.pages.keys) + result.copies.keys).map { $0.lowercased() })
    let free = ImportResult.free(path) { $0 == path || names.contains($0.lowercased()) }
    result.rename(path, to: free)
    note(path, "\(error.message), so it is called \(free) now; look at links to it")
  }

  private mutating func leaveOut(_ path: String, _ error: Diagnostic) {
    result.remove(path)
    note(path, "\(error.message), so it was left out")
  }

  private static func withoutHoles(_ page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    return Array(text.replacing("\\{{", with: "{{").replacing("{{", with: "\\{{").utf8)
  }

  /// A page's text between fences that are longer than any in it.
  private static func code(_ page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    var longest = 2
    var run = 0
    for byte in page {
      run = byte == UInt8(ascii: "~") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "~", count: longest + 1)
    return Array("# Imported text\n\n\(fence)text\n\(text)\(fence)\n".utf8)
  }
}
