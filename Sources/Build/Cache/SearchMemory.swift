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
  /// False where the earlier site is known not to be as its build left it.
  var canPatch = true

  /// - Parameters:
  ///   - handbook: whose indexes are made.
  ///   - begun: what the build read.
  ///   - width: the most tasks at work.
  init(of handbook: Handbook, _ begun: BegunBuild, width: Int) async {
    let program = begun.inputs.program.joined(separator: "\n")
    let shared = "\(program)\n\(begun.inputs.texts[.configuration] ?? "")"
    let hash = SHA256.hex(Array(shared.utf8))
    let texts = begun.inputs.texts
    keys = await Array(handbook.pages.indices).mapConcurrently(width: width) { page in
      let path = handbook.pages[page].path
      let parts = [hash, texts[path] ?? "", path.text]
      let all = parts + SiteSearch.surroundings(of: page, in: handbook)
      // With their lengths, so that nothing can stand for two parts.
      let text = all.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
      return String(SHA256.hex(Array(text.utf8)).prefix(IndexState.keyLength))
    }
    self.begun = begun
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
