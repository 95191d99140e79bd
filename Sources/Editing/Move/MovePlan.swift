// Renaming a page, a file or a folder so that nothing that leads to it breaks.

internal import CommonMark
package import Handbook
internal import Text

/// Why something cannot be moved.
package enum MoveProblem: Error, Sendable {
  /// Something stands at the new place already.
  case taken(String)
  /// A folder cannot go into itself.
  case intoItself(String)
  /// A link that this program cannot change, or not so that it leads where it did.
  case cannotMend(path: String, line: Int, destination: String)
  /// What check would find after the move and does not find now.
  case breaks(Diagnostic)
}

/// A move, thought through to the end before anything is touched.
package struct MovePlan: Sendable {
  /// A file that changes.
  package struct Change: Sendable {
    /// Where it stands after the move.
    package let path: String
    /// Where it stands before the move.
    package let oldPath: String
    package let old: [UInt8]
    package let new: [UInt8]
  }

  /// One thing that a person may want to know of.
  package enum Note: Sendable, Equatable {
    /// A link or path was changed; the place is that before the move.
    case mended(path: String, line: Int, before: String, after: String)
    /// Who has the old address is led to the new one.
    case redirected(page: String, old: String)
    /// An old path is no longer one, as the page stands there again.
    case restored(page: String, old: String)
    /// No page can be made at the old address.
    case notRedirected(page: String, old: String)
    /// Something that could not be changed and should be, by hand.
    case byHand(path: String, line: Int, text: String)
  }

  package let from: String
  package let to: String
  package private(set) var changes: [Change] = []
  package private(set) var notes: [Note] = []

  /// Plans a move.
  ///
  /// - Parameters:
  ///   - from: a page, a file or a folder that is there, from the content's root.
  ///   - to: its new path.
  ///   - handbook: with drafts.
  ///   - texts: the handbook's texts.
  /// - Throws: ``MoveProblem`` where it cannot be done, or not without breaking something.
  package init(
    from: String, to: String, in handbook: Handbook, texts: [ContentPath: SourceFile]
  ) throws(MoveProblem) {
    self.from = from
    self.to = to
    let map = PathMap(from: from, to: to)
    try Self.examine(map, handbook)
    let moved = handbook.moved(map, edited: [:])
    let links = try LinkMending(before: handbook, after: moved, map)
    var pages = links.pages
    notes = links.notes
    try redirect(map, handbook, &pages)
    var settings = SettingsMending(map, texts)
    notes += settings.notes
    let configuration = settings.files[.configuration].map {
      SourceFile(path: .configuration, bytes: $0)
    }
    let after = handbook.moved(map, edited: pages, configuration: configuration)
    try links.verify(after)
    let written = configuration.map { (old: texts[.configuration], new: $0) }
    try Self.compare(handbook, after, settings: written)
    settings.restamp(Self.fingerprints(handbook, after, map), texts[.reviews])
    for page in handbook.pages {
      guard let new = pages[page.path.text], new != page.file.bytes else { continue }
      changes.append(
        Change(
          path: map[page.path.text], oldPath: page.path.text, old: page.file.bytes, new: new))
    }
    for (path, new) in settings.files.sorted(by: { $0.key < $1.key }) {
      changes.append(
        Change(
          path: path.text, oldPath: path.text, old: texts[path]?.bytes ?? [], new: new))
    }
  }

  private static func examine(_ map: PathMap, _ handbook: Handbook) throws(MoveProblem) {
    if map.to == map.from { throw .taken(map.to) }
    if map.to != map.from, map.to.isOrLies(in: map.from) { throw .intoItself(map.from) }
    let isTaken =
      handbook.page(at: map.to) != nil || handbook.hasFile(at: map.to)
      || handbook.folders.folders[map.to] != nil
      || handbook.files.contains { $0.text.isOrLies(in: map.to) }
    if isTaken { throw .taken(map.to) }
  }

  /// Makes pages at the old addresses, and takes back those that a page now stands at itself.
  private mutating func redirect(
    _ map: PathMap, _ handbook: Handbook, _ pages: inout [String: [UInt8]]
  ) throws(MoveProblem) {
    let bare = handbook.moved(map, edited: pages)
    let outputs = Set(bare.pages.indices.map { bare.outputPath(of: $0) })
    for (index, page) in handbook.pages.enumerated() where map.moves(page.path.text) {
      let path = page.path.text
      let old = handbook.outputPath(of: index)
      guard let new = bare.page(at: map[path]).map({ bare.outputPath(of: $0) }) else { continue }
      var bytes = pages[path] ?? page.file.bytes
      for alias in page.front.aliases where Redirects.output(of: alias.value) == new {
        if let edited = Self.edited(
          bytes, page,
          { (edit) throws(FrontMatterEditProblem) in
            try edit.removingAlias(alias.value)
          })
        {
          bytes = edited
          notes.append(.restored(page: map[path], old: alias.value))
        }
      }
      pages[path] = bytes
      if old == new || page.front.isDraft { continue }
      let alias = path.ends(with: ".md") && old == path.dropLast(3) + ".html" ? path : old
      // Where names differ by case alone, many a disk has one file for both.
      let isFree =
        !outputs.contains(old) && !Self.isMade(old, bare) && old.lowercased() != new.lowercased()
      let edited =
        isFree
        ? Self.edited(bytes, page) { (edit) throws(FrontMatterEditProblem) in
          try edit.addingAlias(alias)
        } : nil
      if let edited { pages[path] = edited }
      notes.append(
        edited == nil
          ? .notRedirected(page: map[path], old: alias) : .redirected(page: map[path], old: alias))
    }
  }

  /// Whether Deskbook makes a page there: the list of a folder that has no page of its own.
  private static func isMade(_ output: String, _ handbook: Handbook) -> Bool {
    guard output.ends(with: "/index.html") else { return output == "index.html" }
    return handbook.folders.folders[String(output.dropLast("/index.html".count))] != nil
  }

  private static func edited(
    _ bytes: [UInt8], _ page: Page,
    _ change: (FrontMatterEdit) throws(FrontMatterEditProblem) -> [UInt8]
  ) -> [UInt8]? {
    do throws(FrontMatterEditProblem) {
      return try change(FrontMatterEdit(SourceFile(path: page.path, bytes: bytes)))
    } catch {
      return nil
    }
  }

  /// The fingerprints that change because links were mended, by new path.
  ///
  /// That is no edit which a reviewer would have to see. A page that was edited after its review stays one.
  static func fingerprints(
    _ before: Handbook, _ after: Handbook, _ map: PathMap
  ) -> [String: (old: String, new: String)] {
    var hashes: [String: (old: String, new: String)] = [:]
    for page in before.pages where !before.isEditedSinceReview(page) {
      let path = map[page.path.text]
      guard let stamp = before.stamp(of: page), let index = after.page(at: path) else { continue }
      let hash = after.pages[index].textHash
      if hash != stamp.hash { hashes[path] = (stamp.hash, hash) }
    }
    return hashes
  }

  /// Refuses a move after which two things would stand at one address, or a setting names a folder whose
  /// last page has gone, or one that it cannot name; `settings` are those that the move writes anew.
  private static func compare(
    _ before: Handbook, _ after: Handbook, settings: (old: SourceFile?, new: SourceFile)?
  ) throws(MoveProblem) {
    func findings(_ handbook: Handbook, _ file: SourceFile?) -> [Diagnostic] {
      let files = file.map { [ContentPath.configuration: $0] } ?? [:]
      return HandbookSettings.read(files, today: handbook.today).diagnostics
        + OutputCollision.findings(in: handbook) + Redirects.findings(in: handbook)
        + NavigationEntry.findings(in: handbook)
    }
    let known = Set(findings(before, settings?.old).map(\.message))
    if let new = findings(after, settings?.new).first(where: { !known.contains($0.message) }) {
      throw .breaks(new)
    }
  }
}
