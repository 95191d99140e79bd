// Which phrases or steps of a page go on its card, and on which side.

internal import Text

/// Items picked for a card, by index.
struct CardPicking: Equatable {
  let front: [Int]
  let back: [Int]

  /// Picks phrases: by number from 1, by anchor, or by anchor without its `p-`.
  init(phrases: [String], _ rows: [Located<String>]?, _ back: [Located<String>]?) {
    self.init(names: phrases, rows, back) { name, indices in
      if let number = Int(name) {
        return number > 0 && number <= phrases.count ? number - 1 : nil
      }
      return indices[name] ?? indices["p-" + name]
    }
  }

  /// Picks steps or questions by anchor.
  init(names: [String], _ picked: [Located<String>]?, _ back: [Located<String>]?) {
    self.init(names: names, picked, back) { name, indices in indices[name] }
  }

  /// Those named, in the order named, each once, or all; what goes on the back leaves the front.
  private init(
    names: [String], _ picked: [Located<String>]?, _ back: [Located<String>]?,
    _ find: (String, [String: Int]) -> Int?
  ) {
    let indices = Dictionary(
      firstWins: names.enumerated().map { ($1, $0) })
    func all(_ wanted: [Located<String>]) -> [Int] {
      var seen: Set<Int> = []
      return wanted.compactMap { find($0.value, indices) }.filter { seen.insert($0).inserted }
    }
    let chosen = picked ?? []
    self.back = all(back ?? [])
    let isOnBack = Set(self.back)
    front = (chosen.isEmpty ? Array(names.indices) : all(chosen)).filter { !isOnBack.contains($0) }
  }
}
