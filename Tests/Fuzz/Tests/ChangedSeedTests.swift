// The fuzzer's targets on changed seeds, without its compiler: no input may crash or break a promise.

import Foundation
import FuzzTargets
import Testing

/// What a text is made of where it means something.
private let pieces = [
  "\n", "\r\n", "\n\n", "  ", "\t", "#", "> ", "- ", "1. ", "|", "---\n", "```", "`", "[", "](",
  ")", "{{", "}}", "{#",
  "<!--", "-->", "<script>", "\\", "&", ":", "\u{FEFF}", "\u{202E}", "é", "👩‍👩‍👧", "\0", "\"", "'", "*",
  "%2e%2e/",
]

/// Numbers that are the same in every run.
///
/// - Source: Sebastiano Vigna's SplitMix64.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct ChangedSeedTests {
  /// What each seed is changed to; coverage leads the fuzzer itself to many more (Tests/Fuzz/run).
  static let rounds = 40

  static let seeds: [String: [[UInt8]]] = {
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Corpus")
    return Dictionary(
      uniqueKeysWithValues: Targets.all.keys.map { name in
        let folder = corpus.appending(path: name).path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return (
          name,
          files.sorted().compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
            .map { [UInt8]($0) }
        )
      })
  }()

  @Test(arguments: Targets.all.keys.sorted())
  func takesAnyInput(name: String) throws {
    let target = try #require(Targets.all[name])
    let seeds = try #require(Self.seeds[name])
    #expect(!seeds.isEmpty)
    for (number, seed) in seeds.enumerated() {
      target(seed)
      var random = SplitMix64(state: UInt64(number))
      var bytes = seed
      for round in 0..<Self.rounds {
        // Changes add up for a while, so that inputs go far from the seed.
        if round % 8 == 0 { bytes = seed }
        Self.change(&bytes, with: &random)
        target(bytes)
      }
    }
  }

  /// Deletes, repeats, moves or replaces a part.
  private static func change(_ bytes: inout [UInt8], with random: inout SplitMix64) {
    for _ in 0...Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2:
        bytes.insert(
          contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 3: bytes[start] = UInt8.random(in: 0...255, using: &random)
      default:
        bytes.insert(
          contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: start)
      }
    }
  }
}
