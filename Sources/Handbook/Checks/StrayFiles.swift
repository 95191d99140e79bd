// conflict-copy and unlinked-document: files that nobody meant to publish.

/// Files beside the pages that are most likely there by accident.
enum StrayFiles {
  static let copy = Rule(
    "conflict-copy", .warning, "A file looks like a copy that a program made.",
    explanation: """
      When two people save a file at once, Dropbox, OneDrive, Syncthing and their like keep both, one \
      of them under a name such as `fees (Ana's conflicted copy 2026-11-01).md` or \
      `fees-DESKTOP-A1B2C3D.md`; `Copy of fees.md`, `fees - Copy.md` and, beside `fees.md`, \
      `fees (1).md` come of copying. Each is published as a page or file of its own. Take over what \
      is new in it and delete it, or give it a name that says what it is.
      """,
    bad: "Content/fees (Ana's conflicted copy 2026-11-01).md", good: "Content/fees.md")
  static let document = Rule(
    "unlinked-document", .warning, "An Office document is published, and no page links to it.",
    explanation: """
      Every file in the content folder is copied into the site, so anyone with its address can read \
      it, and nobody finds it. Link to the document from a page, or move it out of the folder.
      """,
    bad: "Content/salaries.xlsx, which no page links to",
    good: "# Forms\n\n[The form](form.docx)\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    copies(in: handbook) + documents(in: handbook)
  }

  private static let documentEndings: Set<String> = [
    "doc", "docx", "docm", "dot", "dotx", "xls", "xlsx", "xlsm", "xlsb", "ppt", "pptx", "pptm",
    "odt", "ods", "odp", "rtf", "msg", "one", "pages", "numbers", "key", "vsd", "vsdx", "mdb",
    "accdb", "pub",
  ]

  private static func documents(in handbook: Handbook) -> [Diagnostic] {
    let documents = handbook.files.filter { documentEndings.contains($0.fileExtension) }
    if documents.isEmpty { return [] }
    var linked: Set<String> = []
    for links in handbook.resolutions {
      for case .file(let path) in links { linked.insert(path) }
    }
    return documents.filter { !linked.contains($0.text) }.map { path in
      Diagnostic(
        document, at: path, 0..<0, "no page links to this document, and it is published",
        help: "link to it, or move it out of the content folder")
    }
  }
}

// Copies, by their names.
extension StrayFiles {
  private static func copies(in handbook: Handbook) -> [Diagnostic] {
    let paths = (handbook.pages.map(\.path) + handbook.files).filter { mayBeCopy($0.stem) }
    let copies = paths.filter { isCopy($0.stem.lowercased()) }
    let numbered = paths.compactMap { path in original(of: path).map { (path, $0) } }
    let all = numbered.isEmpty ? [] : names(in: handbook)
    return (copies + numbered.filter { all.contains($0.1) }.map(\.0)).map { path in
      Diagnostic(
        copy, at: path, 0..<0, "this looks like a copy that a program made, and it is published",
        help: "take over what is new in it and delete it, or rename it")
    }
  }

  private static func names(in handbook: Handbook) -> Set<String> {
    Set((handbook.pages.map(\.path) + handbook.files).map { $0.text.lowercased() })
  }

  /// Most names hold nothing that the tests below ask for.
  private static func mayBeCopy(_ stem: String) -> Bool {
    stem.utf8.contains { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "-") }
  }

  /// What sync tools put into a name, in the languages of most of them.
  private static let marks = [
    "conflicted copy", "conflict copy", ".sync-conflict-", "case conflict", "copie en conflit",
    "copia en conflicto", "copia in conflitto", "in konflikt stehende kopie", "konfliktkopie",
    "cópia em conflito",
  ]

  /// Whether the name alone says so.
  private static func isCopy(_ stem: String) -> Bool {
    if marks.contains(where: stem.contains) || stem.hasPrefix("copy of ") { return true }
    return stem.hasSuffix(" - copy") || stem.contains(" - copy (") || namesComputer(stem)
  }

  /// Whether it ends as OneDrive ends it, with the name that Windows gave the computer.
  private static func namesComputer(_ stem: String) -> Bool {
    let parts = stem.split(separator: "-")
    guard let place = parts.lastIndex(where: { $0 == "desktop" || $0 == "laptop" }), place > 0,
      place + 1 < parts.count, place + 3 >= parts.count
    else { return false }
    let name = parts[place + 1]
    return (7...8).contains(name.count)
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && name.contains { $0.isNumber } && (place + 2 == parts.count || Int(parts[place + 2]) != nil)
  }

  /// The path that another was made of, in lower case: `a/fees.md` for `a/fees (1).md` and
  /// `a/fees copy 2.md`.
  private static func original(of path: ContentPath) -> String? {
    let stem = path.stem.lowercased()
    if isCopy(stem) { return nil }
    var name = stem[...]
    if name.last == ")", let start = name.lastIndex(of: "(") {
      guard Int(name[start...].dropFirst().dropLast()) != nil else { return nil }
      name = name[..<start]
    } else {
      while name.last?.isNumber == true { name = name.dropLast() }
      if name.last == " " { name = name.dropLast() }
      guard name.hasSuffix(" copy") else { return nil }
      name = name.dropLast(5)
    }
    while name.last == " " { name = name.dropLast() }
    if name.isEmpty { return nil }
    let ending = path.name.dropFirst(path.stem.count).lowercased()
    return (path.folder.isEmpty ? "" : path.folder.lowercased() + "/") + name + ending
  }
}
