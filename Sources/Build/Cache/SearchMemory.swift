// What builds remember of search indexes, so that the next ones need few pages.

internal import Cards
internal import Handbook
internal import Search
internal import Site

/// The state of the indexes of the build before, and what tells pages that changed since.
struct SearchMemory: Sendable {
  /// In the order of the handbook's pages; see ``IndexState/keyLength``.
  private let keys: [String]
  private let begun: BegunBuild
  private let canPatch: Bool

  /// - Parameters:
  ///   - handbook: whose indexes are made.
  ///   - begun: what the build read.
  ///   - canPatch: false where the earlier site is known not to be as its build left it.
  init(of handbook: Handbook, _ begun: BegunBuild, canPatch: Bool = true) {
    let program = begun.inputs.program.joined(separator: "\n")
    let shared = SHA256.hex(
      Array("\(program)\n\(begun.inputs.texts[.configuration] ?? "")".utf8))
    keys = handbook.pages.indices.map { page in
      let path = handbook.pages[page].path
      let parts = [shared, begun.inputs.texts[path] ?? "", path.text]
        + SiteSearch.surroundings(of: page, in: handbook)
      let text = parts.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
      return String(SHA256.hex(Array(text.utf8)).prefix(IndexState.keyLength))
    }
    (self.begun, self.canPatch) = (begun, canPatch)
  }

  /// The keys of the pages of an index, in its order.
  func keys(of scope: SiteSearch.Scope) -> [String] { scope.pages.map { keys[$0] } }

  /// How an index can be made from that of the build before; nil where it cannot.
  func patch(_ scope: SiteSearch.Scope) -> IndexPatch? {
    guard canPatch, let record = begun.record,
      let state = begun.cache.state(scope.folder, of: record).flatMap(IndexState.init)
    else { return nil }
    return IndexPatch(state, keys: keys(of: scope), scope.options)
  }
}
