// A small handbook that changes at random, as a busy editor would change it.

@testable import Build
import TestSupport

/// A content folder, and changes to it.
struct RandomHandbook {
  let folder: TemporaryFolder
  var chance: SeededGenerator
  private var names = [
    "index.md", "heart.md", "fees.md", "talks/late.md", "talks/index.md", "glossary.md",
  ]

  init(_ folder: TemporaryFolder, seed: UInt64) throws {
    self.folder = folder
    chance = SeededGenerator(seed: seed)
    try settings("title: Desk\n")
    try folder.write("fee, charge\n", to: "Content/synonyms.txt")
    for name in names { try folder.write(page(name), to: "Content/\(name)") }
  }

  /// Changes something; most changes are to the text of a page.
  mutating func change() throws {
    let name = names.randomElement(using: &chance) ?? "index.md"
    switch Int.random(in: 0..<20, using: &chance) {
    case 0: try add("new\(Int.random(in: 0..<9, using: &chance)).md")
    case 1: try rename(name, to: "talks/moved\(Int.random(in: 0..<9, using: &chance)).md")
    case 2: if names.count > 3 { try remove(name) }
    case 3: try settings("title: Desk\nvalues: {word: pear}\n")
    case 4: try settings("title: Front Desk\nnavigation: [fees.md]\nreview: {every: 6 months}\n")
    case 5: try folder.write("fee, charge, price\n", to: "Content/synonyms.txt")
    case 6: try folder.write("<svg/>", to: "Content/picture.svg")
    case 7: for name in names.prefix(3) { try folder.write(page(name), to: "Content/\(name)") }
    default: try folder.write(page(name), to: "Content/\(name)")
    }
  }

  /// Most mistakes leave a site, so that there is something to compare.
  private func settings(_ text: String) throws {
    let rules = [
      "avoided-phrase", "link-target", "link-anchor", "script-outcome", "placeholder", "acronym",
      "script-dead-end", "navigation",
    ]
    let levels = rules.map { "  \($0): warning\n" }.joined()
    try folder.write("\(text)rules:\n\(levels)", to: "Content/handbook.yml")
  }

  private mutating func add(_ name: String) throws {
    if !names.contains(name) { names.append(name) }
    try folder.write(page(name), to: "Content/\(name)")
  }

  private mutating func remove(_ name: String) throws {
    names.removeAll { $0 == name }
    _ = Disk.removeTree(folder.at("Content/\(name)"))
  }

  private mutating func rename(_ name: String, to new: String) throws {
    if names.contains(new) { return }
    try Disk.rename(folder.at("Content/\(name)"), to: folder.at("Content/\(new)"))
    names = names.map { $0 == name ? new : $0 }
  }

  private mutating func once(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &chance) == 0
  }

  private mutating func one(of texts: [String]) -> String {
    texts.randomElement(using: &chance) ?? ""
  }

  /// A page that may have anything that other pages depend on.
  private mutating func page(_ name: String) -> String {
    var front: [String] = []
    let kind = once(in: 3) ? one(of: ["phrases", "faq", "script", "model", "card"]) : "guide"
    if kind != "guide" { front.append("kind: \(kind)") }
    if once(in: 3) { front.append("tags: [\(one(of: ["billing", "late"]))]") }
    if once(in: 5) { front.append("title: \(one(of: ["Fees", "Money", "Talks"]))") }
    if once(in: 12) { front.append("aliases: [\(one(of: ["old.md", "older.md"]))]") }
    if once(in: 8) { front.append("order: \(Int.random(in: 1...3, using: &chance))") }
    if once(in: 9) { front.append("draft: true") }
    if once(in: 6) { front.append("reviewed: \(one(of: ["2025-01-01", "2026-01-20"]))") }
    if once(in: 6), kind == "phrases" { front.append("card: {title: Say}") }
    let head = front.isEmpty ? "" : "---\n\(front.joined(separator: "\n"))\n---\n\n"
    return head + "# \(one(of: ["Desk", "Fees", "Late"]))\n\n" + text(of: name)
  }

  private mutating func text(of name: String) -> String {
    var text = "Text \(Int.random(in: 0..<100, using: &chance)).\n\n"
    for _ in 0..<Int.random(in: 0..<4, using: &chance) {
      switch Int.random(in: 0..<6, using: &chance) {
      case 5:
        let rule = one(of: ["link-anchor", "avoided-phrase"])
        text += "<!-- deskbook: allow \(rule) for now -->\n\n"
      case 0: text += "## \(one(of: ["Keys", "Fees", "Late?", "Hear"]))\n\nMore.\n\n"
      case 1: text += "[On](/\(one(of: names)))\(once(in: 4) ? " [none](none.md)" : "")\n\n"
      case 2: text += "[On](/\(one(of: names))#\(one(of: ["keys", "fees", "hear"])))\n\n"
      case 3:
        text += "| Say | Instead of |\n| --- | --- |\n| \(one(of: lines)) | \(one(of: lines)) |\n\n"
      default: text += "> [!SAY]\n> \(one(of: lines)) {{word}}\n\n"
      }
    }
    return text
  }

  private var lines: [String] {
    ["The fee is due today.", "You owe us now.", "Please calm down now.", "I hear you."]
  }
}
