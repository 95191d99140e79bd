// Walks the content folder without leaving it.

internal import Handbook
internal import Text

/// One walk through the content folder.
struct ContentLister {
  /// Absolute, without symbolic links.
  let root: String
  private(set) var listing = ContentListing()
  private var seen = 0
  /// Markdown whose name keeps it out of the handbook.
  private var skippedPages: [ContentPath] = []

  init(root: String) { self.root = root }

  /// A folder still to be listed, and the folders it lies in.
  fileprivate struct Pending {
    /// Below the root, with a closing slash; "" at the root.
    let prefix: String
    let ancestors: [Disk.Identity]
    /// Whether its name keeps all of it out.
    var isSkipped = false
  }

  /// Lists the folder and all below it.
  mutating func list() throws(BuildProblem) {
    var pending = [Pending(prefix: "", ancestors: [])]
    while let folder = pending.popLast() {
      let path = Disk.join(root, folder.prefix)
      guard let identity = try Disk.facts(path)?.identity else { continue }
      // A link to a folder that holds it would be followed for ever.
      if folder.ancestors.contains(identity) { continue }
      for entry in try entries(of: path, folder) {
        var below = Pending(
          prefix: "\(folder.prefix)\(entry.name)/", ancestors: folder.ancestors + [identity])
        below.isSkipped = folder.isSkipped || Self.isSkipped(entry)
        if below.isSkipped, !Self.mayHoldPages(entry) { continue }
        seen += 1
        if seen > Limits.names { throw .tooManyFiles(limit: Limits.names) }
        if below.isSkipped {
          if entry.kind == .folder { pending.append(below) }
          if entry.kind == .file, let page = ContentPath(folder, entry), page.isMarkdown {
            skippedPages.append(page)
          }
          continue
        }
        guard let path = ContentPath(folder, entry) else { continue }
        switch try kind(of: entry, at: path) {
        case .folder: pending.append(below)
        case .file: listing.files.append(path)
        case .link, .other, nil: break
        }
      }
    }
    listing.files.sort()
    if let first = skippedPages.min() {
      listing.diagnostics.append(FileRules.skipped(first, of: skippedPages.count))
    }
    listing.diagnostics.sort()
  }

  /// The names in a folder; none where one that is skipped cannot be read.
  private func entries(
    of path: String, _ folder: Pending
  ) throws(BuildProblem) -> [Disk.Entry] {
    do throws(BuildProblem) { return try Disk.entries(of: path) } catch {
      if folder.isSkipped { return [] }
      throw error
    }
  }

  /// Hidden names, those that begin with `_`, and what editors and systems leave behind.
  private static func isSkipped(_ entry: Disk.Entry) -> Bool {
    entry.isHidden || entry.name.utf8.first == UInt8(ascii: "_") || Litter.has(entry.name)
  }

  /// Whether what is skipped for its name may hold pages that somebody misses; hidden folders are
  /// the tools' own, but for that of GitBook.
  private static func mayHoldPages(_ entry: Disk.Entry) -> Bool {
    !Litter.has(entry.name) && (!entry.isHidden || entry.name == ".gitbook")
  }

  /// What an entry is once its link is followed; nil where a finding says why it is left out.
  private mutating func kind(
    of entry: Disk.Entry, at path: ContentPath
  ) throws(BuildProblem) -> Disk.Kind? {
    if !entry.isText || !FileName.isSound(entry.name) {
      listing.diagnostics.append(FileRules.badName(path))
      return nil
    }
    let full = Disk.join(root, path.text)
    switch entry.kind {
    case .folder, .file: return entry.kind
    case .other: throw .file(FileFailure(.read, full, code: FileFailure.notAFile))
    case .link:
      guard let target = try target(of: full), target.begins(with: root + "/") || target == root
      else {
        listing.diagnostics.append(FileRules.leavesContent(path))
        return nil
      }
      listing.hasLinks = true
      return try Disk.facts(target)?.kind
    }
  }

  /// Where a link leads; nil where it leads nowhere, or round in circles.
  private func target(of link: String) throws(BuildProblem) -> String? {
    do throws(BuildProblem) {
      return try Disk.realPath(link)
    } catch .file(let failure) where failure.leadsNowhere {
      return nil
    }
  }
}

extension ContentPath {
  /// The path of an entry; always one, as the system's names are neither empty nor dots.
  fileprivate init?(_ folder: ContentLister.Pending, _ entry: Disk.Entry) {
    do throws(Problem) { try self.init(folder.prefix + entry.name) } catch { return nil }
  }
}
