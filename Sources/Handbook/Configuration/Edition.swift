// A handbook in several languages: each stands in a folder of its own.

internal import Text

/// The pages of one language.
package struct Edition: Sendable, Hashable {
  /// The folder that holds its pages; "" for what stands outside all such folders.
  package let folder: String
  /// BCP 47.
  package let language: String
  /// Whether each of its pages should stand in the other languages too.
  package let isTranslated: Bool

  /// What its paths begin with.
  package var prefix: String { folder.isEmpty ? "" : folder + "/" }

  /// The edition with its folder as it stands on the disk: the setting's letters may be composed
  /// otherwise.
  func spelled(as tree: FolderTree) -> Edition {
    Edition(
      folder: tree.folders[folder]?.path ?? folder, language: language, isTranslated: isTranslated)
  }

  /// Whether a folder is the edition's or lies in it; ask the first edition last, as it holds
  /// every folder that no other does.
  func holds(_ path: String) -> Bool {
    folder.isEmpty || path.isOrLies(in: folder)
  }
}

/// One line of `languages:`.
package struct LanguageFolder: Sendable {
  package var folder: Located<String>
  package var language: String

  /// Reads `languages:`, folder names with the language of what they hold.
  static func read(_ outer: inout MappingReader) -> [LanguageFolder] {
    guard let value = outer.value("languages") else { return [] }
    var reader = MappingReader(value, at: .configuration, what: "languages")
    var found: [LanguageFolder] = []
    for entry in reader.all() {
      if found.count == Limits.languages {
        reader.wrong(
          entry.keyRange, "a handbook has no more than \(Limits.languages) languages",
          help: "make several handbooks of it")
        break
      }
      guard let language = reader.language(entry.key) else { continue }
      if !FileName.isPlain(entry.key) || entry.key.begins(with: "_") {
        reader.wrong(
          entry.keyRange, "\(entry.key) is not the name of a folder in the content folder",
          help: "write es: es for the pages in es/")
      } else if found.contains(where: { $0.language == language }) {
        reader.wrong(entry.value.range, "another folder has the pages in \(language) already")
      } else {
        found.append(
          LanguageFolder(folder: Located(entry.key, entry.keyRange), language: language))
      }
    }
    outer.merge(reader)
    return found
  }
}

extension Configuration {
  /// The edition outside all languages' folders, then that of each folder, in the order of the
  /// file.
  ///
  /// The first counts as translated too, unless one of the folders has the same language.
  var editions: [Edition] {
    let isRootTranslated =
      !languages.isEmpty && !languages.contains { $0.language == language }
    return [Edition(folder: "", language: language, isTranslated: isRootTranslated)]
      + languages.map {
        Edition(folder: $0.folder.value, language: $0.language, isTranslated: true)
      }
  }

  /// The language of a page: its own, that of its folder, or the handbook's.
  package func language(of page: Page) -> String {
    if let own = page.front.language { return own }
    let folder = page.path.folder
    if languages.isEmpty || folder.isEmpty { return language }
    let top = folder.cut(at: "/").before
    return languages.first { $0.folder.value == top }?.language ?? language
  }
}

extension [Edition] {
  /// The index of the edition that a folder belongs to.
  func index(holding folder: String) -> Int {
    indices.dropFirst().first { self[$0].holds(folder) } ?? 0
  }

  /// Whether an edition lists a page: its own pages, or all where it has no translations.
  func lists(_ page: Page, in edition: Int) -> Bool {
    !self[edition].isTranslated || index(holding: page.path.folder) == edition
  }
}

extension Handbook {
  /// The index in ``editions`` of the edition that a folder belongs to.
  package func edition(at folder: String) -> Int { editions.index(holding: folder) }

  /// Whether an edition lists a page.
  package func lists(_ index: Int, in edition: Int) -> Bool {
    editions.lists(pages[index], in: edition)
  }

  /// The other editions that should have a page too, each with its page at the same place; nil
  /// where that is missing.
  package func translations(of index: Int) -> [(edition: Int, page: Int?)] {
    let path = pages[index].path
    let own = edition(at: path.folder)
    if !editions[own].isTranslated { return [] }
    return editions.indices.filter { $0 != own && editions[$0].isTranslated }.map { other in
      (other, page(standingFor: index, from: editions[own], in: editions[other]))
    }
  }

  private func page(standingFor index: Int, from own: Edition, in other: Edition) -> Int? {
    let path = pages[index].path
    if folders.isIndex(index, at: path) {
      let below = path.folder.pathBelow(own.folder)
      let folder = below.isEmpty ? other.folder : other.prefix + below
      return folders.folders[folder]?.index
    }
    return page(at: other.prefix + path.text.pathBelow(own.folder))
  }
}
