// Owners as options name them.

internal import ArgumentParser
internal import Handbook

extension Handbook {
  /// Everybody who answers for a page, sorted.
  private var knownOwners: [String] {
    Set(pages.compactMap { owner(of: $0) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes sure that somebody is called by a name that was typed.
  ///
  /// - Throws: the status of wrong usage, after the names there are were printed.
  func expectOwner(_ name: String?, _ console: Console) throws {
    let names = knownOwners
    guard let name, !names.contains(where: { $0.lowercased() == name.lowercased() }) else { return }
    let near = Suggestion.nearest(to: name, in: names).map { "did you mean \($0)? " } ?? ""
    try console.error(
      "no page has the owner \(name)",
      help: names.isEmpty
        ? "no page has an owner" : near + "owners are \(names.joined(separator: ", "))")
    throw ExitStatus.usage
  }

  /// Makes sure that a page has a tag that was typed.
  ///
  /// - Throws: the status of wrong usage, after the nearest tag was printed.
  func expectTag(_ name: String?, _ console: Console) throws {
    let tags = Set(pages.flatMap(\.front.tags)).sorted()
    guard let name, !tags.contains(name) else { return }
    try console.error("no page has the tag \(name)", help: Suggestion.help(for: name, in: tags))
    throw ExitStatus.usage
  }
}
