// invalid-value: `keep:` names something that the site itself has.

internal import Text

enum KeptOutput {
  /// Folders of the site that hold nothing of an editor's.
  private static let folders = ["assets", "search", "data", CardList.folder, CardAddress.folder]

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let kept = handbook.configuration.keep
    if kept.isEmpty { return [] }
    var outputs = TakenOutputs(handbook.siteMap)
    let theirs =
      handbook.pages.indices.map { handbook.outputPath(of: $0) } + handbook.files.map(\.text)
      + Redirects.all(in: handbook).map(\.output)
    for output in theirs { _ = outputs.claim(output, for: output) }
    return kept.compactMap { entry in
      let own = folders.first { entry.value.isOrLies(in: $0) } ?? outputs.first(in: entry.value)
      return own.map { output in
        Diagnostic(
          FrontMatterRules.value, at: .configuration, entry.range,
          "\(output) is the site's own: a file of somebody else cannot be kept there",
          help: "name only what others put into the output")
      }
    }
  }
}
