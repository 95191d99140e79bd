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
  let means: [Double]
  private let weights = SearchField.allCases.map(\.weight)
  private let shares = SearchField.allCases.map(\.lengthShare)

  /// The weights of the corpus whose fields have these lengths.
  init(_ lengths: FieldLengths) {
    means = zip(lengths.sums, lengths.owners).map { sum, owners in
      owners == 0 ? 1 : Double(sum) / Double(owners)
    }
  }

  /// What a record's lengths divide the counts of each of its fields by.
  ///
  /// - Parameters:
  ///   - lengths: the lengths of all fields of all records.
  ///   - record: the record's number.
  /// - Returns: one divisor for each field, 1 where a length is the mean.
  func divisors(_ lengths: [Int32], record: Int) -> [Double] {
    let first = record * weights.count
    return weights.indices.map { field in
      let length = Double(lengths[first + field]) / means[field]
      return 1 - shares[field] + shares[field] * length
    }
  }

  /// The impact of a posting.
  ///
  /// - Parameters:
  ///   - counts: eight bits a field, as in ``PostingBuffer/counts``.
  ///   - divisors: those of the posting's record.
  /// - Returns: 1 to 63.
  func value(_ counts: UInt64, _ divisors: [Double]) -> Int {
    var evidence = 0.0
    var rest = counts
    while rest != 0 {
      let field = rest.trailingZeroBitCount / 8
      let count = rest >> UInt64(field * 8) & 0xFF
      evidence += weights[field] * Double(count) / divisors[field]
      rest &= ~(0xFF << UInt64(field * 8))
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
