// The content as read: texts checked to be UTF-8, the rest by name only.

internal import Algorithms

/// Everything a handbook is made from.
package struct ContentFiles: Sendable {
  /// Markdown files, sorted by path.
  package var pages: [SourceFile]
  /// Settings and lists at the root, by path.
  package var settings: [ContentPath: SourceFile]
  /// Files that are copied as they are, sorted by path.
  package var files: [ContentPath]
  /// Texts that are not UTF-8: shown in findings, never parsed.
  package var damaged: [SourceFile] = []
  /// What was found while reading.
  package var diagnostics: [Diagnostic]
  /// Whether a file can have two names, so that what is written by one of them changes both.
  package var hasLinks = false

  package init(
    pages: [SourceFile] = [], settings: [ContentPath: SourceFile] = [:],
    files: [ContentPath] = [], diagnostics: [Diagnostic] = []
  ) {
    (self.pages, self.settings) = (pages, settings)
    (self.files, self.diagnostics) = (files, diagnostics)
  }

  /// Sorts files into pages, settings and those that are copied.
  package init(_ files: [SourceFile]) {
    let sorted = files.sorted { $0.path < $1.path }
    let (others, pages) = sorted.partitioned { $0.path.isMarkdown }
    let settings = others.filter { Self.isSetting($0.path) }
    self.init(
      pages: pages, settings: [:],
      files: others.map(\.path).filter { !Self.isSetting($0) })
    for file in settings { self.settings[file.path] = file }
  }

  /// Whether a file steers the build and is no part of the site.
  package static func isSetting(_ path: ContentPath) -> Bool { settings.contains(path) }

  private static let settings: Set<ContentPath> = [
    .configuration, .bibliography, .synonyms, .searchTests, .reviews,
  ]

  /// The names of those files.
  static let settingNames = Set(settings.map(\.text))

  /// What `keep:` of the settings names in the output.
  package var keptInOutput: [String] {
    settings[.configuration].map { ConfigurationReader.read($0).0.keep.map(\.value) } ?? []
  }

  /// Every text, so that findings can show the line they are about.
  package var texts: [ContentPath: SourceFile] {
    var texts = settings
    texts.reserveCapacity(settings.count + pages.count)
    for file in pages + damaged { texts[file.path] = file }
    return texts
  }

  /// Replaces the text that has the same path, or adds one.
  package mutating func replace(_ file: SourceFile) {
    if Self.isSetting(file.path) {
      settings[file.path] = file
      return
    }
    let place = pages.partitioningIndex { !($0.path < file.path) }
    if place < pages.count, pages[place].path == file.path {
      pages[place] = file
    } else {
      pages.insert(file, at: place)
    }
  }
}
