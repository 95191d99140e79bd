// The site before the one that stands, which the next one is made in: most of its files are in both.

internal import Glibc

/// A site that no longer stands, in the folder where ``Staging/commit(width:keepingAs:)`` left it.
struct FormerSite: Sendable {
  private let folder: String
  private let marks: SiteMarks
  private let device: UInt

  /// Looks at a folder; nil where no former site is there, or one that holds what no build wrote.
  ///
  /// - Parameters:
  ///   - folder: the former site.
  ///   - width: the most folders looked at at once.
  init?(at folder: String, width: Int) async {
    do throws(BuildProblem) {
      guard let facts = try Disk.facts(folder, followingLink: false), facts.kind == .folder
      else { return nil }
      marks = try await SiteMarks(of: folder, width: width)
      if marks.hasOthers { return nil }
      (self.folder, device) = (folder, facts.identity.device)
    } catch {
      return nil
    }
  }

  /// Gives the former site another name, under which the next one is made.
  ///
  /// - Parameters:
  ///   - place: its new name, which is not taken.
  ///   - mode: that of the folder.
  ///   - namesakes: those of the site that stands.
  /// - Returns: what it holds; nil where it is gone, or stands on another file system.
  /// - Throws: `file` where the folder is moved but not its mode set.
  func move(
    to place: String, mode: mode_t?, _ namesakes: Namesakes
  ) throws(BuildProblem) -> FormerFiles? {
    do throws(BuildProblem) {
      let now = try Disk.facts(Disk.folder(of: place))
      guard now?.identity.device == device, Disk.move(folder, to: place) else { return nil }
    } catch {
      return nil
    }
    if let mode { try Disk.setMode(mode, of: place) }
    return FormerFiles(marks, in: place, namesakes)
  }
}
