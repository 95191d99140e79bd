// Labels of a list's parts: short, and no two alike.

import Testing
import TestSupport

@testable import Site

@Suite struct PartLabelTests {
  static let labels: [(title: String, previous: String, label: String)] = [
    ("Appointments", "", "Appointments"),
    ("Appointments and fees for all", "", "Appointments…"),
    ("Schemes for groups and others", "schedules", "Schemes…"),
    ("Appointments and waiting lists", "appointments and fees 800", "Appointments and waiting…"),
    ("Appointments and waiting lists", "appointments and waiting letters", "Appointments … lists"),
    (
      "Appointments and waiting lists of today", "appointments and waiting letters",
      "Appointments … lists…"
    ),
    ("Page 9 0200", "page 9 0199", "Page 9 0200"),
    ("Refunds", "refunds", "Refunds"),
    (
      "What to say to a caller who waits, 12", "what to say to a caller who waits, 11",
      "What to say … 12"
    ),
    ("Straßenbahn und Bus nach Hause", "straßenbahn und auto", "Straßenbahn und Bus…"),
    (
      "Donaudampfschifffahrtsgesellschaft heute", "donaudampfschifffahrtsgeselle",
      "Donaudampfsc … ahrtsgesells…"
    ),
    (
      "Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsgesellschaf",
      "Donaudampfsc … gesellschaft"
    ),
    ("予約の取り消しについての案内と手続きの一覧をもう一度見る", "予約の取り消しについての案内", "予約の取り消しについての案内と…"),
    ("", "", ""), ("— ?", "", "— ?"),
  ]

  @Test(arguments: labels)
  func tellATitleFromTheOneBefore(_ row: (title: String, previous: String, label: String)) {
    #expect(PartLabel.of(row.title, after: row.previous) == row.label)
  }

  @Test func areNumberedWhereTitlesAreOne() {
    var labels: [String] = []
    for label in ["Fees…", "Refunds", "Refunds", "Scans", "Refunds"] {
      labels.append(PartLabel.distinct(label, from: labels))
    }
    #expect(labels == ["Fees…", "Refunds", "Refunds (3)", "Scans", "Refunds (5)"])
  }

  @Test func areBoundedWhateverTheTitles() {
    var chance = SeededGenerator(seed: 7)
    let letters = Array("ab -é水")
    func text() -> String {
      let length = Int.random(in: 0...60, using: &chance)
      return String((0..<length).map { _ in letters.randomElement(using: &chance) ?? "a" })
    }
    for _ in 0..<5_000 {
      let shared = text()
      let (title, previous) = (shared + text(), shared + text())
      #expect(PartLabel.of(title, after: previous.lowercased()).count <= 28, "\(title)")
    }
  }
}
