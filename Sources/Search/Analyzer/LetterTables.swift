// The tables of letters that Swift and the browser share, character for character.

/// How letters fold, as data.
///
/// `Themes/default/js/search-analyze.js` holds the same strings; a test compares the two.
enum LetterTables {
  /// U+00C0 to U+024F, one sign each: a letter, a digit for a ``ligatures`` entry, or `.` for none.
  static let latin =
    "aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4yaaaaaaccccccccddddeeeeee"
    + "eeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuu"
    + "uuuuwwyyyzzzzzzsbbbb...ccdddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.............6667"
    + "77888aaiioouuuuuuuuuu.aaaa11ggggkkoooo..j666gg..nnaa11ooaaaaeeeeiiiioooorrrruuuusstt..hh"
    + "nd..zzaaeeooooooooyylntj..accltsz..bu.eejj..rryy"

  /// U+1E00 to U+1EFF, written in the same way.
  static let latinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppp"
    + "rrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss3.aaaaaaaaaaaaaaaa"
    + "aaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyll..yy"

  /// What the digits of the two tables stand for, from 1.
  static let ligatures = ["ae", "oe", "ss", "th", "ij", "dz", "lj", "nj"]

  /// Lower-case letters of other scripts with a mark: base, mark and composed letter in turn.
  static let composed: [(mark: UInt32, pairs: String)] = [
    (0x300, "еѐиѝ"),
    (0x301, "ϊΐαάεέηήιίϋΰοόυύωώгѓкќ"),
    (0x304, "иӣуӯ"),
    (0x306, "ийуўжӂаӑеӗ"),
    (0x308, "ιϊυϋеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹ"),
    (0x30B, "уӳ"),
    (0x30F, "ѵѷ"),
    (
      0x3099,
      "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞ"
        + "カガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"
    ),
    (0x309A, "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
  ]

  static let latinBytes = [UInt8](latin.utf8)
  static let latinAdditionalBytes = [UInt8](latinAdditional.utf8)
  static let ligatureBytes = ligatures.map { [UInt8]($0.utf8) }

  /// Composed letters by `base << 32 | mark`.
  static let compositions: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    for (mark, pairs) in composed {
      let scalars = pairs.unicodeScalars.map(\.value)
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        table[UInt64(scalars[index]) << 32 | UInt64(mark)] = scalars[index + 1]
      }
    }
    return table
  }()

  /// The one letter that a letter and a following mark make, or nothing.
  ///
  /// - Source: *Hangul syllable composition*, The Unicode Standard section 3.12, for the jamo.
  static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(base), (0x1161..<0x1176).contains(mark) {
      return 0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28
    }
    if (0xAC00..<0xD7A4).contains(base), (0x11A8..<0x11C3).contains(mark) {
      return (base - 0xAC00) % 28 == 0 ? base + (mark - 0x11A7) : nil
    }
    return compositions[UInt64(base) << 32 | UInt64(mark)]
  }
}
