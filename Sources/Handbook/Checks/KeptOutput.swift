// invalid-value: `keep:` names something that the site itself has.

internal import Text

enum KeptOutput {
  /// Folders of the site that hold nothing of an editor's.
  private static let folders = ["assets", "search", "data", CardList.folder, CardAddress.folder]

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let kept = handbook.configuration.keep
    if kept.isEmpty { return [] }
    let outputs =
      handbook.pages.indices.map { handbook.outputPath(of: $0) } + handbook.files.map(\.text)
      + Redirects.all(in: handbook).map(\.output) + handbook.generatedPages.sorted()
      + TakenOutputs.own + folders
    return kept.compactMap { entry in
      outputs.first { $0.isOrLies(in: entry.value) || isOwn(entry.value, $0) }.map { output in
        Diagnostic(
          FrontMatterRules.value, at: .configuration, entry.range,
          "\(output) is the site's own: a file of somebody else cannot be kept there",
          help: "name only what others put into the output")
      }
    }
  }

  private static func isOwn(_ entry: String, _ output: String) -> Bool {
    folders.contains(output) && entry.isOrLies(in: output)
  }
}
