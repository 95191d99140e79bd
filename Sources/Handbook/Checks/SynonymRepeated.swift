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
    var numbers: [String: UInt64] = [:]
    // Pairs of a file's words can be a million: each is one number.
    var seen: [UInt64: Int] = [:]
    var found: [Diagnostic] = []
    func number(of word: String) -> UInt64 {
      if let number = numbers[word] { return number }
      numbers[word] = UInt64(numbers.count)
      return UInt64(numbers.count - 1)
    }
    for line in handbook.synonyms {
      guard case .twoWay(let entries) = line.meaning else { continue }
      let words = entries.map { $0.lowercased() }.sorted()
      var isFound = false
      for (place, first) in words.enumerated() {
        for second in words[(place + 1)...] {
          let pair = number(of: first) << 32 | number(of: second)
          guard let earlier = seen[pair] else {
            seen[pair] = line.number
            continue
          }
          if isFound || earlier == line.number { continue }
          isFound = true
          found.append(
            Diagnostic(
              rule, at: .synonyms, line.range,
              "“\(first)” and “\(second)” stand together in line \(earlier) already",
              help: "join the two lines, or take one of the words out of this one"))
        }
      }
    }
    return found
  }
}
