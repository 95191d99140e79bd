// Where the files of a folder of Markdown go, and what its links mean.

internal import Handbook
internal import Text

/// The files of a source that may be carried over.
struct FolderPlaces {
  /// A folder of the source, and what it is called in the content.
  struct Mount {
    let from: String
    let to: String
  }

  /// Places in the content by names in the source.
  private(set) var places: [String: String] = [:]
  /// Pages outside of what is carried over.
  private(set) var outside: [String] = []
  private let mounts: [Mount]
  private var byWord: [String: [String]] = [:]
  private var taken: Set<String> = []

  /// - Parameters:
  ///   - source: its files.
  ///   - format: what it was written for.
  ///   - arranged: places of pages that have been chosen.
  init(_ source: ImportSource, _ format: ImportFormat, arranged: [String: String] = [:]) {
    places = arranged
    taken = Set(arranged.values.map { $0.lowercased() })
    mounts = Self.mounts(source, format)
    // An index of its own comes before what would become one.
    let names = source.files.keys.sorted {
      ($0.lowercased().ends(with: "readme.md") ? 1 : 0, $0) < (
        $1.lowercased().ends(with: "readme.md") ? 1 : 0, $1
      )
    }
    for name in names where places[name] == nil {
      guard let mount = mounts.first(where: { name.begins(with: $0.from) }) else {
        if PageName.isPage(name) { outside.append(name) }
        continue
      }
      let below = String(name.dropFirst(mount.from.count))
      add(name, at: PageName.published(mount.to + below, isNotion: format == .notion))
    }
    for name in places.keys.sorted() { byWord[Self.word(name), default: []].append(name) }
  }

  private mutating func add(_ name: String, at place: String) {
    var parts = place.pathNames.map(String.init)
    if parts.last?.lowercased() == "readme.md" {
      let index = (parts.dropLast() + ["index.md"]).joined(separator: "/")
      if !taken.contains(index.lowercased()) { parts[parts.count - 1] = "index.md" }
    }
    let wanted = parts.joined(separator: "/")
    let free = ImportResult.free(wanted) { taken.contains($0.lowercased()) }
    taken.insert(free.lowercased())
    places[name] = free
  }

  private static func mounts(_ source: ImportSource, _ format: ImportFormat) -> [Mount] {
    switch format {
    case .docusaurus:
      return [
        Mount(from: "docs/", to: ""), Mount(from: "static/", to: ""),
        Mount(from: "blog/", to: "blog/"),
      ]
    case .starlight:
      return [
        Mount(from: "src/content/docs/", to: ""), Mount(from: "public/", to: ""),
        Mount(from: "src/assets/", to: "assets/"),
      ]
    case .vitepress:
      let home =
        source.hidden.first { $0.pathNames.last.map(String.init) == ".vitepress" } ?? ".vitepress"
      let root = String(home.dropLast(".vitepress".count))
      return [Mount(from: root + "public/", to: ""), Mount(from: root, to: "")]
    default: return [Mount(from: "", to: "")]
    }
  }

  /// What a page is called where only its name is said.
  private static func word(_ name: String) -> String {
    let last = name.pathNames.last.map(String.init) ?? name
    return (PageName.stem(last) ?? last).lowercased()
  }

  /// The file that a link of a page means.
  func file(at path: String, from page: String) -> String? {
    let folder = page.pathNames.dropLast().joined(separator: "/")
    let bases =
      path.begins(with: "/")
      ? mounts.map { PathText.joined("", $0.from + path) } + [PathText.joined("", path)]
      : [PathText.joined(folder, path)]
    for base in bases {
      for name in Self.candidates(base) where places[name] != nil { return name }
    }
    return nil
  }

  private static func candidates(_ base: String) -> [String] {
    let bare = base.ends(with: ".html") ? String(base.dropLast(5)) : base
    let ends = [".md", ".mdx", ".markdown"]
    let inner = ["index.md", "index.mdx", "README.md", "readme.md", "_index.md"]
    let pages = [base + ".md", (base.isEmpty ? "" : base + "/") + "index.html.md"]
    return [base] + pages + ends.map { bare + $0 }
      + inner.map { base.isEmpty ? $0 : base + "/" + $0 }
  }

  /// The file that a name alone means, or the end of a path: the one that lies highest.
  func file(named word: String) -> String? {
    let path = word.pathNames.joined(separator: "/").lowercased()
    guard let found = byWord[Self.word(path)] else { return nil }
    let stem = PageName.stem(path) ?? path
    let fitting = found.filter { name in
      let here = (PageName.stem(name) ?? name).lowercased()
      return here == stem || here.ends(with: "/" + stem)
    }
    return fitting.min { ($0.pathNames.count, $0) < ($1.pathNames.count, $1) }
  }

  /// A link from one page to a file, as it is written.
  func link(from page: String, to name: String) -> String {
    guard let here = places[page], let there = places[name] else { return name }
    return urlPath(there, from: here.pathNames.dropLast().joined(separator: "/"))
  }
}
