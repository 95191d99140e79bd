// The site that stands where the next one shall, looked at while that is being made.

/// What a site says of itself, and what tells its files from any others.
struct EarlierSite: Sendable {
  let manifest: SiteManifest?
  let marks: SiteMarks
  /// Its folders whose names go with their content.
  let namesakes: Namesakes
  private let place: Place

  /// The folder, and its manifest: numbers of removed files are given to new ones.
  private struct Place: Sendable, Equatable {
    let folder: Disk.Identity
    let manifest: Disk.Facts
  }

  /// Looks at a folder; nil where no site is there, or one that cannot be looked at.
  ///
  /// - Parameters:
  ///   - folder: the site.
  ///   - width: the most folders looked at at once.
  init?(at folder: String, width: Int) async {
    do throws(BuildProblem) {
      guard let place = try Self.place(of: folder) else { return nil }
      self.place = place
      manifest = try SiteManifest(of: folder)
      namesakes = Namesakes(manifest)
      marks = try await SiteMarks(of: folder, width: width)
    } catch {
      return nil
    }
  }

  /// Whether the same site still stands in a folder: one that takes its place is another folder.
  func isStill(at folder: String) throws(BuildProblem) -> Bool {
    try Self.place(of: folder) == place
  }

  private static func place(of folder: String) throws(BuildProblem) -> Place? {
    guard let top = try Disk.facts(folder),
      let manifest = try Disk.facts(Disk.join(folder, SiteManifest.name))
    else { return nil }
    return Place(folder: top.identity, manifest: manifest)
  }
}
