// untranslated-page: a page that stands in one language of the handbook and not in another.

enum UntranslatedPage {
  static let rule = Rule(
    "untranslated-page", .warning, "A page is missing in one of the handbook's languages.",
    explanation: """
      `languages:` in `handbook.yml` names a folder for each language, and a page has its \
      translation at the same path in the other folder: `fees.md` and `es/fees.md`. Where that \
      is missing, the language switch leads to the other language's home page. Write the \
      translation, or say on the page why it has none: \
      `<!-- deskbook: allow untranslated-page only for the clinic in Texas -->`.
      """,
    bad: "languages: {es: es}, with Content/fees.md and no Content/es/fees.md",
    good: "languages: {es: es}, with Content/fees.md and Content/es/fees.md")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    if handbook.editions.count < 2 { return [] }
    return handbook.pages.indices.flatMap { index in
      handbook.translations(of: index).compactMap { translation in
        // A folder that is not there at all has a finding of its own.
        let folder = handbook.editions[translation.edition].folder
        guard translation.page == nil, handbook.folders.folders[folder] != nil else { return nil }
        return missing(index, in: translation.edition, handbook)
      }
    }
  }

  private static func missing(_ index: Int, in other: Int, _ handbook: Handbook) -> Diagnostic {
    let path = handbook.pages[index].path
    let own = handbook.editions[handbook.edition(at: path.folder)]
    let edition = handbook.editions[other]
    let place = edition.prefix + path.text.dropFirst(own.prefix.count)
    return Diagnostic(
      rule, at: path, 0..<0,
      "this page is missing in \(Language.name(of: edition.language))",
      help: handbook.absent[place] == .draft
        ? "\(place) is a draft" : "its translation belongs at \(place)")
  }
}
