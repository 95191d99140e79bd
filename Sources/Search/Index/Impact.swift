// How well a word describes a record, as a number from 0 to 63.

/// The weights of one corpus: BM25F, worked out when the index is built.
///
/// Only additions, multiplications and divisions of doubles are used, which give the same bits on
/// every machine.
///
/// - Source: Robertson, Zaragoza, Taylor, *Simple BM25 extension to multiple weighted fields*,
///   2004; fields, weights and the saturation of 1.2 are ours.
struct Impact: Sendable {
  static let largest = 63
  private static let saturation = 1.2
  /// The mean length of each field among the records that have it.
  private let means: [Double]
  private let weights = SearchField.allCases.map(\.weight)
  private let shares = SearchField.allCases.map(\.lengthShare)

  /// The weights of the corpus that all these make; whole sums, which no order changes.
  init(_ buffers: [PostingBuffer]) {
    let fields = SearchField.count
    var sums = [Int](repeating: 0, count: fields)
    var owners = [Int](repeating: 0, count: fields)
    for buffer in buffers {
      for (index, length) in buffer.lengths.enumerated() where length > 0 {
        sums[index % fields] += Int(length)
        owners[index % fields] += 1
      }
    }
    means = zip(sums, owners).map { $1 == 0 ? 1 : Double($0) / Double($1) }
  }

  /// The impact of a posting.
  ///
  /// - Parameters:
  ///   - counts: eight bits a field, as in ``PostingBuffer/counts``.
  ///   - lengths: the lengths of all fields of all records.
  ///   - record: the number of the posting's record.
  /// - Returns: 1 to 63.
  func value(_ counts: UInt64, _ lengths: [Int32], record: Int) -> Int {
    var evidence = 0.0
    let first = record * weights.count
    for field in 0..<weights.count {
      let count = counts >> UInt64(field * 8) & 0xFF
      if count == 0 { continue }
      let length = Double(lengths[first + field]) / means[field]
      evidence += weights[field] * Double(count) / (1 - shares[field] + shares[field] * length)
    }
    let share = evidence / (Self.saturation + evidence)
    return max(1, Int(Double(Self.largest) * share + 0.5))
  }

  /// How rare a word is.
  ///
  /// - Parameters:
  ///   - count: records that hold the word.
  ///   - total: all records.
  /// - Returns: 64 times the inverse document frequency, at least 1.
  static func rarity(of count: Int, among total: Int) -> Int {
    let ratio = Double(2 * total + 2) / Double(2 * count + 1)
    return max(1, Int(64 * 0.693_147_180_559_945_3 * binaryLogarithm(ratio) + 0.5))
  }

  /// The logarithm to base 2 in steps of 2⁻¹⁶, by squaring; `value` is at least 1.
  ///
  /// The C library's logarithm may differ in the last bit from machine to machine.
  private static func binaryLogarithm(_ value: Double) -> Double {
    var (rest, result, step) = (value, 0.0, 0.5)
    while rest >= 2 {
      rest /= 2
      result += 1
    }
    for _ in 0..<16 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += step
      }
      step /= 2
    }
    return result
  }
}
