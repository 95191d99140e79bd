// What a browser needs to keep the handbook: a worker with the list of all files, and the manifest
// by which a phone can install it as an app.

internal import Handbook
internal import Text

enum OfflineFiles {
  /// Files that no page asks for.
  private static let unread: Set<String> = [
    "search/index.json", "search/schema.json", SiteMap.addresses, SiteMap.reviewCalendar,
  ]

  /// Bytes above which no browser is asked to load a whole site: some 2,500 pages.
  static let largestSite = 128 << 20

  /// The worker: this build's files with their hashes, then the theme's script.
  ///
  /// The hashes let it refuse a file of another build, so that two are never mixed. The list is
  /// empty for a site above ``largestSite``: the worker then keeps nothing, and forgets what it
  /// kept while the site was smaller.
  static func worker(
    _ script: [UInt8], files: [(path: String, hash: String, size: Int)]
  ) -> OutputFile {
    // What is for paper says nothing that the pages do not say.
    let read = files.filter { !unread.contains($0.path) && !$0.path.isOrLies(in: Book.folder) }
    let isLarge = read.reduce(0) { $0 + $1.size } > largestSite
    let kept = isLarge ? [] : read
    let list = JSON.object(kept.map { (urlPath($0.path), .string($0.hash)) }).bytes
    let build = ContentHash(list).hex
    let files = list[..<(list.count - 1)]
    return OutputFile(
      SiteMap.worker,
      Array("const build = \"\(build)\";\nconst files = ".utf8) + files + Array(";\n".utf8)
        + script)
  }

  /// - Source: Web Application Manifest, W3C working draft; paths are relative to the file.
  static func manifest(_ handbook: Handbook, assets: Assets) -> OutputFile {
    let hasBrand = handbook.configuration.brand.color != nil
    let icons =
      hasBrand
      ? [icon("favicon", "any", assets)]
      : [icon("icon-192", "192x192", assets), icon("icon-512", "512x512", assets)]
    let name = handbook.configuration.brand.name ?? handbook.title
    return OutputFile(
      SiteMap.appManifest,
      JSON.object([
        ("name", .string(name)), ("short_name", .string(name)),
        ("start_url", .string("index.html")),
        ("scope", .string("./")), ("display", .string("standalone")),
        ("lang", .string(handbook.configuration.language)),
        ("background_color", .string("#f6f7f5")),
        ("theme_color", .string(handbook.configuration.brand.color?.value.hex ?? "#0f625a")),
        ("icons", .array(icons.compactMap(\.self))),
      ]).text)
  }

  /// An icon of the app; pictures are in the theme's own colour, the drawing in the brand's.
  private static func icon(_ name: String, _ sizes: String, _ assets: Assets) -> JSON? {
    assets.named[name].map { path in
      .object([
        ("src", .string(path)),
        ("type", .string(path.ends(with: ".svg") ? "image/svg+xml" : "image/png")),
        ("sizes", .string(sizes)), ("purpose", .string(sizes == "any" ? "any" : "any maskable")),
      ])
    }
  }
}
