// synonym-chain: a line that leads to a word which leads on to others.

enum SynonymChain {
  static let rule = Rule(
    "synonym-chain", .warning, "A one-way synonym leads to words that lead on to others.",
    explanation: """
      Search follows one line of `synonyms.txt`, never two in a row: with `boss => manager` and \
      `manager => team lead`, *boss* finds *manager* and not *team lead*. Write all that the word \
      is meant to find in its own line.
      """,
    bad: "boss => manager\nmanager => team lead\n",
    good: "boss => manager, team lead\nmanager => team lead\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    var onward: [String: [String]] = [:]
    var known: Set<[String]> = []
    for line in handbook.synonyms {
      guard case .oneWay(let from, let to) = line.meaning else { continue }
      for entry in from.map({ $0.lowercased() }) {
        onward[entry, default: []] += to.filter { known.insert([entry, $0.lowercased()]).inserted }
      }
    }
    return handbook.synonyms.compactMap { line in
      guard case .oneWay(let from, let to) = line.meaning else { return nil }
      let known = Set((from + to).map { $0.lowercased() })
      for entry in to {
        let next = onward[entry.lowercased()] ?? []
        guard let lost = next.first(where: { !known.contains($0.lowercased()) }) else { continue }
        return Diagnostic(
          rule, at: .synonyms, line.range,
          "“\(entry)” leads on to “\(lost)”, which “\(from[0])” does not find",
          help: "add \(lost) to the right side of this line")
      }
      return nil
    }
  }
}
