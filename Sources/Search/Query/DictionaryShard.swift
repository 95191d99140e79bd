// The sorted dictionary: from forms to their groups.

internal import Text

/// A part of the dictionary.
struct DictionaryShard {
  let forms: FormList
  /// The group of each form.
  let groups: [Int]
  /// See ``DictionaryRarity``.
  let rarities: [Int]

  /// Reads the object that ``ShardWriter`` wrote; nothing where its parts do not fit together.
  init?(_ value: JSON) {
    guard let forms = value["f"]?.string.flatMap(FrontCoding.read),
      let references = value["g"]?.string.flatMap({ Base64VLQ.readAll([UInt8]($0.utf8)) }),
      var next = value["m"]?.number, let packed = value["w"]?.string,
      references.count == forms.count, packed.utf8.count == forms.count
    else { return nil }
    var groups: [Int] = []
    for reference in references {
      guard (0...next).contains(reference) else { return nil }
      groups.append(next - reference)
      if reference == 0 { next += 1 }
    }
    let rarities = packed.utf8.map { Int(Base64VLQ.values[Int($0)]) }
    guard rarities.allSatisfy({ $0 < 64 }) else { return nil }
    (self.forms, self.groups, self.rarities) = (forms, groups, rarities)
  }

  /// The dictionary of an index that is one file.
  init(_ terms: TermShard) {
    var owners: [Int] = []
    for place in terms.groups.indices {
      owners += [Int](repeating: place, count: terms.forms(place).count)
    }
    let order = (0..<terms.forms.count).sorted {
      terms.forms.units($0).lexicographicallyPrecedes(terms.forms.units($1))
    }
    var forms = FormList()
    for form in order { forms.append(terms.forms[form]) }
    self.forms = forms
    groups = order.map { owners[$0] }
    rarities = groups.map {
      DictionaryRarity.of(terms.rarities[$0], isHeld: terms.isHeld($0))
    }
  }
}

/// A form with what choosing between words needs.
struct DictionaryEntry {
  var form: [UInt16]
  var group: Int
  /// See ``DictionaryRarity``.
  var rarity: Int
}

extension ShardFiles {
  /// The group of a form.
  func find(_ form: [UInt16]) -> Int? {
    guard let shard = dictionary(holding: form) else { return nil }
    return shard.forms.find(form).map { shard.groups[$0] }
  }

  /// The forms with a beginning, sorted.
  func matching(prefix: [UInt16]) -> [DictionaryEntry] {
    dictionaries(prefix: prefix).flatMap { shard in
      shard.forms.matching(prefix: prefix).map { place in
        DictionaryEntry(
          form: shard.forms[place], group: shard.groups[place], rarity: shard.rarities[place])
      }
    }
  }
}
