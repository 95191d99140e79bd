// The handbook as the editor sees it: files on the disk, and over them what is open and unsaved.

package import Handbook
internal import Text

/// The content folder as read.
package struct ContentSnapshot: Sendable {
  /// The folder of the handbook, which may have themes of its own.
  package let folder: String
  /// Absolute, without symbolic links.
  package let root: String
  package internal(set) var content: ContentFiles
  /// The day on which reviews are judged.
  package let today: CalendarDate

  package init(folder: String, root: String, content: ContentFiles, today: CalendarDate) {
    (self.folder, self.root, self.content, self.today) = (folder, root, content, today)
  }
}

/// The handbook with the editor's open files in the place of those on the disk.
struct Workspace {
  let root: String
  private(set) var handbook: Handbook
  private(set) var texts: [ContentPath: SourceFile] = [:]
  /// What the last check found.
  private(set) var findings: [Diagnostic] = []
  /// Why it could not check everything.
  private(set) var problem: String?
  private var snapshot: ContentSnapshot
  private var open: [ContentPath: SourceFile] = [:]
  private let check: LanguageSession.Checker
  /// Whether files have changed since the last check.
  private var isStale = true

  init(_ snapshot: ContentSnapshot, _ check: @escaping LanguageSession.Checker) {
    self.snapshot = snapshot
    self.check = check
    root = snapshot.root
    handbook = Handbook(
      HandbookSettings(today: snapshot.today), pages: [], files: [], absent: [:])
  }

  /// Takes in what the disk holds now.
  mutating func reload(_ snapshot: ContentSnapshot) {
    self.snapshot = snapshot
    isStale = true
  }

  /// Takes in a file as the editor has it; nil once it is closed.
  mutating func edit(_ path: ContentPath, _ bytes: [UInt8]?) {
    open[path] = bytes.map { SourceFile(path: path, bytes: $0) }
    isStale = true
  }

  /// Checks the files as they are now, unless nothing has changed; after many changes in a row,
  /// once.
  mutating func settle() async {
    if !isStale { return }
    isStale = false
    var current = snapshot
    for file in open.values { current.content.replace(file) }
    let checked = await check(current, Set(open.keys))
    problem = checked.problem
    guard let handbook = checked.handbook else {
      // A page that takes too long leaves what was found before on the others.
      let slow = Set(checked.findings.map(\.path))
      for path in slow { texts[path] = current.content.texts[path] }
      findings = findings.filter { !slow.contains($0.path) } + checked.findings
      return
    }
    texts = current.content.texts
    (self.handbook, findings) = (handbook, checked.findings)
  }

  /// Takes in changes to a file that is open, each made to what the ones before left.
  mutating func change(_ path: ContentPath, _ changes: [JSON], _ unit: ColumnUnit) {
    guard let file = open[path] else { return }
    edit(path, EditorText.changed(file, by: changes, unit))
  }

  func page(_ path: ContentPath) -> Page? {
    handbook.page(at: path.text).map { handbook.pages[$0] }
  }
}

extension Workspace {
  /// The `file:` address of a file, by its path in the content.
  func uri(_ path: String) -> String { "file://" + urlPath(root + "/" + path) }

  /// The file of an address; nil for one outside the content.
  func path(_ uri: String) -> ContentPath? {
    guard let path = Self.filePath(uri), path.begins(with: root + "/") else { return nil }
    do throws(ContentPath.Problem) {
      return try ContentPath(
        String(decoding: path.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self))
    } catch {
      return nil
    }
  }

  /// The path of a `file:` address.
  static func filePath(_ uri: String) -> String? {
    guard uri.begins(with: "file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    return rest.utf8.firstIndex(of: UInt8(ascii: "/")).map {
      PercentEncoding.decoded(String(rest[$0...]))
    }
  }
}
