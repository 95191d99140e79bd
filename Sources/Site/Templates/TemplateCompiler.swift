// Templates in the syntax of Mustache, checked against the holes that there are.

/// Compiles a template with its partials.
///
/// Escaped and raw holes, sections, inverted sections, partials, comments and `{{.}}` are those of
/// Mustache, and so is what becomes of lines that hold nothing but a tag. There are no other
/// delimiters, no functions, and no partials that include themselves. A name is looked up here,
/// once, from the innermost section out.
///
/// - Source: github.com/mustache/spec, version 1.4.
struct TemplateCompiler {
  /// A section that waits for its end, with the names that it adds.
  private struct Section {
    let tag: TemplateSource.Tag
    let value: Hole.Value
    let holes: [String: Hole.Value]
    /// Which of the open lists the names are of; see ``CompiledTemplate/Instruction``.
    let item: Int
    let start: Int
  }

  private let sources: [String: TemplateSource]
  private let holes: [String: Hole.Value]
  private var sections: [Section] = []
  private var including: [String] = []
  private var instructions: [CompiledTemplate.Instruction] = []
  /// The instruction that a jump may lead to, so that markup from here on is not joined to the one
  /// before.
  private var joint = 0
  private var depth = 0

  /// Compiles the template `page`.
  ///
  /// - Parameters:
  ///   - templates: the theme's templates by name, each with its path and its bytes.
  ///   - strings: the words of the interface, for holes `strings.NAME`.
  ///   - paths: the theme's copied files in the site, for holes `file.NAME`.
  /// - Returns: the template, its partials in it.
  /// - Throws: ``ThemeProblem`` for the first place that is wrong.
  static func page(
    _ templates: [String: TemplateSource], strings: [String: String], paths: [String: String]
  ) throws(ThemeProblem) -> CompiledTemplate {
    guard let page = templates["page"] else {
      throw ThemeProblem(
        path: "templates/page.mustache", message: "there is no such file in the theme")
    }
    var compiler = TemplateCompiler(templates, strings: strings, paths: paths)
    try compiler.add(page, named: "page")
    return CompiledTemplate(instructions: compiler.instructions, depth: compiler.depth)
  }

  private init(
    _ sources: [String: TemplateSource], strings: [String: String], paths: [String: String]
  ) {
    self.sources = sources
    var holes = Dictionary(Hole.all.map { ($0.name, $0.value) }) { $1 }
    for (name, words) in strings { holes["strings." + name] = .words(words) }
    for (name, path) in paths { holes["file." + name] = .path { _ in path } }
    self.holes = holes
  }

  private mutating func add(_ source: TemplateSource, named name: String) throws(ThemeProblem) {
    including.append(name)
    let outer = sections.count
    for part in try source.parts() {
      switch part {
      case .markup(let bytes): add(bytes)
      case .tag(let tag):
        if tag.kind == .end, sections.count == outer {
          throw source.problem(at: tag, "no section \(tag.name) is open here")
        }
        try add(tag, of: source)
      }
    }
    if sections.count > outer, let section = sections.last {
      throw source.problem(at: section.tag, "the section \(section.tag.name) is not closed")
    }
    including.removeLast()
  }

  private mutating func add(
    _ tag: TemplateSource.Tag, of source: TemplateSource
  ) throws(ThemeProblem) {
    switch tag.kind {
    case .comment: break
    case .partial:
      guard let partial = sources[tag.name] else {
        throw source.problem(at: tag, "there is no partial named \(tag.name)")
      }
      if including.contains(tag.name) {
        throw source.problem(at: tag, "the partial \(tag.name) includes itself")
      }
      try add(partial, named: tag.name)
    case .end:
      let section = sections.removeLast()
      if section.tag.name != tag.name {
        throw source.problem(
          at: tag, "the section \(section.tag.name) should be closed before \(tag.name)")
      }
      close(section)
    case .escaped, .raw, .section, .inverted:
      let section = sections.last { $0.holes[tag.name] != nil }
      guard let value = section?.holes[tag.name] ?? holes[tag.name] else {
        throw source.problem(at: tag, "nothing fills the hole \(tag.name)")
      }
      if tag.kind == .section || tag.kind == .inverted {
        open(tag, value, item: section?.item ?? 0)
      } else if let mistake = value.mistake(isRaw: tag.kind == .raw) {
        throw source.problem(at: tag, "\(tag.name) is \(mistake)")
      } else if case .words(let words) = value {
        var markup: [UInt8] = []
        Hole.Value.escape(words, to: &markup)
        add(markup[...])
      } else {
        instructions.append(.value(value, item: section?.item ?? 0))
      }
    }
  }

  private mutating func add(_ markup: ArraySlice<UInt8>) {
    if instructions.count > joint, case .markup(let before)? = instructions.last {
      instructions[instructions.count - 1] = .markup(before + markup)
    } else {
      instructions.append(.markup(Array(markup)))
    }
  }

  private mutating func open(_ tag: TemplateSource.Tag, _ value: Hole.Value, item: Int) {
    var (names, inner) = ([".": value], item)
    if tag.kind == .section, case .list(let holes, _) = value {
      names = Dictionary(holes.map { ($0.name, $0.value) }) { $1 }
      names["."] = names["text"]
      inner = (sections.map(\.item).max() ?? 0) + 1
      depth = max(depth, inner)
    }
    sections.append(
      Section(tag: tag, value: value, holes: names, item: inner, start: instructions.count))
    // Its end is known once it is closed.
    instructions.append(.section(value, item: item, isInverted: tag.kind == .inverted, end: 0))
    joint = instructions.count
  }

  private mutating func close(_ section: Section) {
    let isInverted = section.tag.kind == .inverted
    if case .list = section.value, !isInverted {
      instructions.append(.next(section.value, item: section.item, start: section.start + 1))
    }
    instructions[section.start] = .section(
      section.value, item: section.item, isInverted: isInverted, end: instructions.count)
    joint = instructions.count
  }
}
