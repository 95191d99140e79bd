// What an editor most likely did where the YAML parser stumbled.

/// A slip with a mend of its own.
struct YAMLSlip {
  let range: Range<Int>
  let message: String
  let help: String
  let fix: Fix?

  /// Looks at the line where the parser stumbled, and at the one above it.
  init?(_ problem: YAMLProblem, at offset: Int, in places: YAMLPlaces) {
    let file = places.file
    let number = file.lines.position(of: offset).line
    let range = file.range(ofLine: number)
    let line = YAMLLine(range, of: file)
    let above = Self.lineAbove(number, in: places)
    if problem.isOfKeys, let glued = [line, above].compactMap(\.self).first(where: Self.isGlued),
      let (key, rest) = glued.glued, let colon = glued.colon
    {
      self.init(
        places.lineRest(colon), "a space is missing behind this colon", "write \(key): \(rest)",
        Fix("Write a space behind the colon", [Fix.Edit(colon + 1..<colon + 1, " ")]))
      return
    }
    if problem == .colon, line.colon == offset, line.indent > 0, let above, !above.text.isEmpty,
      above.indent < line.indent
    {
      self.init(
        places.lineRest(range.lowerBound + line.indent),
        "this key begins further right than the one above it",
        "begin every key in the same column: \(line.start)\(line.text)")
      return
    }
    guard let message = Self.message(problem, line, at: offset) else { return nil }
    self.init(
      places.lineRest(offset), message, "put the whole value in quotes: \(line.mended)",
      Self.quotes(line))
  }

  private init(_ range: Range<Int>, _ message: String, _ help: String, _ fix: Fix? = nil) {
    (self.range, self.message, self.help, self.fix) = (range, message, help, fix)
  }

  /// Quotes round a value; none where a comment may stand behind it.
  private static func quotes(_ line: YAMLLine) -> Fix? {
    line.text.contains(" #") || line.text.first.map { "[{|>".contains($0) } == true
      ? nil : Fix(line.value, YAMLLine.quoted(line.text), shown: line.mended)
  }

  private static func isGlued(_ line: YAMLLine) -> Bool { line.glued != nil }

  private static func lineAbove(_ number: Int, in places: YAMLPlaces) -> YAMLLine? {
    var number = number - 1
    while number > 0 {
      let range = places.file.range(ofLine: number)
      if range.lowerBound < places.range.lowerBound { return nil }
      let line = YAMLLine(range, of: places.file)
      if !line.text.isEmpty || !line.start.isEmpty { return line }
      number -= 1
    }
    return nil
  }

  private static func message(
    _ problem: YAMLProblem, _ line: YAMLLine, at offset: Int
  ) -> String? {
    guard let first = line.text.first, offset >= line.value.lowerBound else { return nil }
    switch (first, problem) {
    case ("\"", .indent), ("'", .indent), ("\"", .colon), ("'", .colon):
      return "this value goes on behind its closing quotation mark"
    case ("[", .indent), ("{", .indent), ("[", .colon), ("{", .colon):
      return "this value goes on behind its closing bracket"
    case (_, .colon): return "a colon is not expected here"
    case (_, .character), (_, .list), (_, .other):
      return "@`%&*!|>?-".contains(first) ? "a value cannot begin with \(first)" : nil
    default: return nil
    }
  }
}
