// synonym-repeated: two words that an earlier line has already joined.

enum SynonymRepeated {
  static let rule = Rule(
    "synonym-repeated", .warning, "Two lines of `synonyms.txt` say the same of two words.",
    explanation: """
      `angry, mad` in one line and `angry, mad, furious` in another say twice that *angry* finds \
      *mad*. Nothing breaks, but who mends one line will forget the other. Keep one of the two.
      """,
    bad: "angry, mad\nangry, mad, furious\n", good: "angry, mad, furious\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    var seen: [[String]: Int] = [:]
    var found: [Diagnostic] = []
    for line in handbook.synonyms {
      guard case .twoWay(let entries) = line.meaning else { continue }
      let words = entries.map { $0.lowercased() }.sorted()
      var pairs: [[String]] = []
      for (place, first) in words.enumerated() {
        pairs += words[(place + 1)...].map { [first, $0] }
      }
      if let pair = pairs.first(where: { seen[$0] != nil }), let earlier = seen[pair] {
        found.append(
          Diagnostic(
            rule, at: .synonyms, line.range,
            "“\(pair[0])” and “\(pair[1])” stand together in line \(earlier) already",
            help: "join the two lines, or take one of the words out of this one"))
      }
      for pair in pairs where seen[pair] == nil { seen[pair] = line.number }
    }
    return found
  }
}
