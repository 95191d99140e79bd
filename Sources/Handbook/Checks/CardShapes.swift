// card-shape: two categories of cards that only their colour and word would tell apart.

enum CardShapes {
  static let rule = Rule(
    "card-shape", .warning, "Two categories of cards have the same shape.",
    explanation: """
      Colours vanish on a black-and-white printer and for people who do not see them, and a word is \
      not read at a glance. So each category has a shape of its own: circle, square, triangle, \
      diamond, hexagon or star. A category that names none gets one that is free; past six \
      categories shapes repeat.
      """,
    bad: """
      cards:
        categories:
          policy: {label: Policy, shape: star}
          records: {label: Records, shape: star}

      """,
    good: """
      cards:
        categories:
          policy: {label: Policy, shape: star}
          records: {label: Records, shape: square}

      """)

  /// Gives each category that names no shape one that no other has, as long as there are any.
  ///
  /// - Parameters:
  ///   - categories: in the order of the file; the shape of one that names none is not read.
  ///   - places: where each category's shape, or else the category, is named.
  ///   - named: whether a category names its shape.
  ///   - path: of the file.
  /// - Returns: a finding for each category whose shape an earlier one has.
  static func settle(
    _ categories: inout [CardCategory], places: [Range<Int>], named: [Bool],
    at path: ContentPath
  ) -> [Diagnostic] {
    var taken = zip(categories, named).filter(\.1).map(\.0.shape)
    for index in categories.indices where !named[index] {
      let free = CardShape.allCases.first { !taken.contains($0) }
      categories[index].shape = free ?? CardShape.allCases[index % CardShape.allCases.count]
      taken.append(categories[index].shape)
    }
    return categories.indices.compactMap { index in
      let shape = categories[index].shape
      guard let earlier = categories[..<index].first(where: { $0.shape == shape }) else {
        return nil
      }
      let free = CardShape.allCases.filter { !taken.contains($0) }.map(\.rawValue)
      return Diagnostic(
        rule, at: path, places[index],
        "\(categories[index].name) has the shape \(shape.rawValue), as \(earlier.name) does",
        help: free.isEmpty
          ? "use fewer categories" : "take a free shape: \(free.joined(separator: ", "))")
    }
  }
}
