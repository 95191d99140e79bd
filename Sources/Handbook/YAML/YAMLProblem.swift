// The YAML parser's errors in an editor's words.

internal import Yams

extension YAMLPlaces {
  /// The finding for what the parser could not read.
  func diagnostic(for error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem == "found undefined alias" { return alias(at: offset(mark)) }
      return finding(YAMLProblem.named(problem), at: mark, begun: context?.mark)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", first: offset(context.mark))
    case .reader: return finding(.control, at: nil, begun: nil)
    default: return finding(.other("the text could not be read"), at: nil, begun: nil)
    }
  }

  private func finding(_ problem: YAMLProblem, at mark: Mark?, begun: Mark?) -> Diagnostic {
    let start = offset(problem.isWhereItBegan ? begun ?? mark : mark)
    if let slip = YAMLSlip(problem, at: start, in: self) {
      return Diagnostic(
        YAMLRules.syntax, at: file.path, slip.range, slip.message, help: slip.help, fix: slip.fix)
    }
    let byte = file.bytes.indices.contains(start) ? file.bytes[start] : 0x20
    let words = problem.words(at: byte)
    return Diagnostic(
      YAMLRules.syntax, at: file.path, lineRest(start), words.message, help: words.help)
  }

  /// The finding for an anchor or an alias.
  func alias(at start: Int) -> Diagnostic {
    Diagnostic(
      YAMLRules.alias, at: file.path, lineRest(start),
      "a value that begins with & or * is an anchor or alias, which Deskbook does not read",
      help: "write the value out, or put it in quotes if it should begin with & or *")
  }

  /// The finding for a list or a block in the place of a key.
  func keyIsNoText(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      YAMLRules.syntax, at: file.path, range, "a key should be one word or text",
      help: "write key: value; put a value that begins with { or [ in quotes")
  }

  private func duplicate(_ key: String, first: Int) -> Diagnostic {
    Diagnostic(
      YAMLRules.duplicateKey, at: file.path, repeated(key, after: first),
      "the key \(key) is written twice", help: "keep one of them")
  }
}

/// What libyaml stumbles over, by the usual causes.
enum YAMLProblem: Equatable {
  case colon, character, bracket, quote, noColon, indent, escape, list, documents, control
  case other(String)

  /// The problem behind a message of libyaml 0.2.
  static func named(_ problem: String) -> Self {
    switch problem {
    case "mapping values are not allowed in this context": .colon
    case "found character that cannot start any token",
      "found a tab character that violates indentation":
      .character
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": .bracket
    case "found unexpected end of stream", "found unexpected document indicator": .quote
    case "could not find expected ':'": .noColon
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>", "did not find expected node content":
      .indent
    case "found unknown escape character", "did not find expected hexdecimal number": .escape
    case "block sequence entries are not allowed in this context": .list
    case "expected a single document in the stream": .documents
    case "control characters are not allowed": .control
    default: .other(problem)
    }
  }

  /// Whether a key may be at fault.
  var isOfKeys: Bool { self == .colon || self == .noColon || self == .indent }

  /// Whether it is best shown where the unfinished thing begins.
  var isWhereItBegan: Bool {
    switch self {
    case .bracket, .quote, .noColon: true
    default: false
    }
  }

  /// The finding's message and help, given the byte that it stands on.
  func words(at byte: UInt8) -> (message: String, help: String) {
    switch self {
    case .colon:
      (
        "a colon is not expected here",
        "put a value that holds a colon in quotes, and begin every key in the same column"
      )
    case .character where byte == 0x09:
      ("a tab cannot indent a line here", "indent with spaces")
    case .character:
      (
        "a value cannot begin with \(String(decoding: [byte], as: UTF8.self))",
        "put the whole value in quotes"
      )
    case .bracket:
      ("this list is not closed", "add the closing bracket, and commas between entries")
    case .quote: ("this quotation mark is not closed", "add the closing quotation mark")
    case .noColon: ("there is no colon after this key", "write key: value")
    case .indent:
      ("this line does not fit the ones above it", "begin every key in the same column: key: value")
    case .escape:
      (
        "a backslash in double quotes begins a special character",
        "use single quotes, or write two backslashes"
      )
    case .list: ("a list cannot begin on the line of its key", "write - on a line of its own")
    case .documents:
      ("this file holds more than one block of settings", "remove the line --- between them")
    case .control: ("a control character stands in this text", "remove it")
    case .other(let problem):
      ("this is not YAML that can be read: \(problem)", "put the value in double quotes")
    }
  }
}
