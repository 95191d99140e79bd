// Literal text cut where a mark in it begins or ends.

extension MarkupTree {
  /// Cuts nodes of text in two.
  ///
  /// - Parameter cuts: by node, the byte of its literal at which the second half begins; neither
  ///   the first byte nor the end.
  package mutating func split(_ cuts: [Int: Int]) {
    if cuts.isEmpty { return }
    var added: Int32 = 0
    // How many nodes are added before each one.
    let shifts = nodes.indices.map { index in
      defer { if cuts[index] != nil { added += 1 } }
      return added
    }
    var result: [Node] = []
    result.reserveCapacity(nodes.count + cuts.count)
    for (index, node) in nodes.enumerated() {
      var node = node
      node.end += Int(node.end) < shifts.count ? shifts[Int(node.end)] : added
      guard let offset = cuts[index].map(Int32.init) else {
        result.append(node)
        continue
      }
      var rest = node
      rest.text.lower += offset
      rest.column += offset
      node.text.upper = rest.text.lower
      node.end -= 1
      result += [node, rest]
    }
    nodes = result
  }

  /// Keeps the first `count` bytes of a text node.
  package mutating func shorten(_ node: Int, to count: Int) {
    nodes[node].text.upper = nodes[node].text.lower + Int32(count)
  }
}
