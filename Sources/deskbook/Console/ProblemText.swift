// The words for what stops a run.

internal import ArgumentParser
internal import Build
internal import Cards
internal import Glibc
internal import Handbook
internal import Preview
internal import Site
internal import Text

/// A problem in words, and the status that the program ends with.
struct ProblemText {
  let message: String
  let help: String?
  let status: ExitCode

  /// The message with its help, for where there is one line.
  var sentence: String { message + (help.map { "; " + $0 } ?? "") }

  private init(_ message: String, help: String? = nil, _ status: ExitCode) {
    self.message = message
    self.help = help
    self.status = status
  }

  init(_ failure: Console.Failure) {
    self.init("cannot print: \(String(cString: strerror(failure.code)))", ExitStatus.file)
  }

  init(_ problem: SiteServer.Problem) {
    switch problem {
    case .noPort(let first, let last):
      self.init(
        "the ports from \(first) to \(last) are all in use", help: "give another with --port",
        ExitStatus.file)
    case .refused(let port, let code):
      self.init(
        "cannot listen on port \(port): \(String(cString: strerror(code)))",
        help: "give another with --port", ExitStatus.file)
    }
  }

  init(_ problem: BuildProblem) {
    switch problem {
    case .file(let failure): self.init(failure)
    case .noContent(let path):
      self.init(
        "there is no content folder \(path)",
        help: "name the folder that holds Content, or give --content", ExitStatus.usage)
    case .tooManyFiles(let limit):
      self.init(
        "the folder has more than \(Wording.count(limit, "file"))",
        help: "look for symbolic links that lead to each other's folders", ExitStatus.refused)
    case .tooLarge(let path, let limit):
      self.init(
        "\(path) is larger than \(Wording.size(limit))",
        help: "bring in less at a time", ExitStatus.refused)
    case .noTheme(let name, let looked, let existing):
      self.init(noTheme: name, looked, existing)
    case .noTemplate(let name, let looked):
      self.init(
        "there is no template \(name) in \(looked.joined(separator: ", "))",
        help: Self.themesPlace,
        ExitStatus.usage)
    case .theme(let problem, let folder): self.init(problem, folder)
    case .foreignOutput(let path, let example):
      self.init(
        "\(path) holds \(example), and no site that Deskbook made; it was not touched",
        help: "empty the folder, or name another", ExitStatus.usage)
    case .strangers(let path, let files):
      let shown = files.prefix(5).map { DisplayWidth.visible($0) }.joined(separator: ", ")
      let more = files.count > 5 ? " and \(files.count - 5) more" : ""
      self.init(
        "\(path) holds what Deskbook did not put there: \(shown)\(more); nothing was changed",
        help: "what is to stay there, name in handbook.yml: keep: [\(Self.tops(files))]; "
          + "move or delete the rest", ExitStatus.usage)
    case .outputMeetsContent(let output, let content):
      self.init(
        "the output \(output) and the content \(content) must lie apart",
        help: "name another folder", ExitStatus.usage)
    case .noSite(let path):
      self.init(
        "\(path) holds no site, or its deskbook.json is damaged",
        help: "name the folder that holds deskbook.json", ExitStatus.refused)
    case .unsoundSite(let path, let file):
      self.init(
        "\(path)/\(file) is not as it was built; nothing was published",
        help: "build the handbook again", ExitStatus.refused)
    case .sitesMeet(let target, let site):
      self.init(
        "\(target) and the built site \(site) must lie apart", help: "name another folder",
        ExitStatus.usage)
    case .noParent(let folder):
      self.init(
        "there is no folder \(folder); nothing was published",
        help: "make it, or mount the share that it is on", ExitStatus.file)
    case .sameOutput(let path):
      self.init(
        "two files of the site would have the path \(path)", help: "rename the one in the content",
        ExitStatus.refused)
    case .busy(let lock):
      self.init(
        "another build is at work on the same output", help: "it holds \(lock)", ExitStatus.file)
    case .editing(let folder):
      self.init(
        "another command is changing files in \(folder)", help: "run the command again",
        ExitStatus.file)
    case .tooSlow(let finding, let file):
      let place = file.lines.position(of: finding.range.lowerBound)
      self.init(
        "\(finding.path):\(place.line):\(place.column): \(finding.message) [\(finding.rule.id)]",
        help: finding.help.map { $0 + "; begin a preview again" }, ExitStatus.refused)
    case .cards(let problem): self.init(problem)
    case .order(let problem): self.init(problem)
    case .taken(let path):
      self.init(
        "\(path) is there already; it was not touched", help: "choose another name",
        ExitStatus.usage)
    case .editedMeanwhile(let path):
      self.init(
        "\(path) was changed by somebody else just now; it was not touched",
        help: "run the command again", ExitStatus.file)
    case .interrupted: self.init("interrupted", ExitStatus.interrupted)
    }
  }

  private init(_ problem: CardProblem) {
    switch problem {
    case .noFonts:
      self.init(
        "there are no fonts to set cards in",
        help: "put TrueType fonts in the theme's folder fonts",
        ExitStatus.usage)
    case .unreadableFont(let path): self.init("cannot read the font \(path)", ExitStatus.file)
    case .notTrueType(let path):
      self.init(
        "the font \(path) has no TrueType outlines", help: "use the font's .ttf",
        ExitStatus.refused)
    case .pdf(let reason): self.init("cannot make the PDF: \(reason)", ExitStatus.file)
    }
  }

  private init(_ problem: CardOrderProblem) {
    switch problem {
    case .nothingChosen(let name, let known):
      self.init(
        "no card matches \(name)", help: Suggestion.help(for: name, in: known), ExitStatus.usage)
    case .noSheet(let name, let known):
      self.init(
        "there is no sheet \(name)", help: Suggestion.help(for: name, in: known),
        ExitStatus.usage)
    case .doesNotFit(let size, let paper, let isFold):
      self.init(
        "\(paper) does not hold cards of the size \(size)"
          + (isFold ? " side by side" : " so far apart"),
        help: isFold ? "use --duplex long or separate" : "use a smaller --gutter",
        ExitStatus.usage)
    case .tooSmall(let size, let cards, let known):
      let shown = cards.prefix(5).joined(separator: ", ")
      let more = cards.count > 5 ? " and \(cards.count - 5) more" : ""
      self.init(
        "cards do not fit on the size \(size): \(shown)\(more); nothing was printed",
        help: "there are cards of the size \(known.joined(separator: ", ")); choose others with "
          + "--select, or another of the sizes "
          + CardSize.allCases.map(\.rawValue).joined(separator: ", "), ExitStatus.usage)
    case .sheetIsFor(let sheet, let what, let given):
      self.init(
        "the sheet \(sheet) is for \(what), not for \(given)",
        help: "leave out --sheet, or what does not go with it", ExitStatus.usage)
    case .unsoundSheet(let name):
      self.init(
        "on the sheet \(name) cards would overlap or leave the paper",
        help: "mend it in handbook.yml under cards: {sheets: …}", ExitStatus.usage)
    case .noManifest(let path):
      self.init(
        "\(path) is not a site's manifest", help: "give the deskbook.json of an earlier build",
        ExitStatus.usage)
    }
  }

  /// The names at the top that files lie under, the first ones.
  private static func tops(_ files: [String]) -> String {
    var tops: [String] = []
    for file in files {
      let top = String(file.cut(at: "/").before)
      if tops.last != top { tops.append(top) }
    }
    return tops.prefix(5).map { DisplayWidth.visible($0) }.joined(separator: ", ")
  }

  private init(noTheme name: String, _ looked: [String], _ existing: [String]) {
    self.init(
      "there is no theme \(name) in \(looked.joined(separator: ", "))",
      help: existing.isEmpty ? Self.themesPlace : Suggestion.help(for: name, in: existing),
      ExitStatus.usage)
  }

  private static let themesPlace =
    "the tool's folder Themes stands beside it, or in share/deskbook, there or in a folder above"

  private init(_ problem: ThemeProblem, _ folder: String) {
    let place = [problem.line, problem.column].filter { $0 > 0 }.map { ":\($0)" }.joined()
    self.init("\(folder)/\(problem.path)\(place): \(problem.message)", ExitStatus.refused)
  }

  private init(_ failure: FileFailure) {
    let verb =
      switch failure.action {
      case .find, .read: "read"
      case .write: "write"
      case .list: "list"
      case .create: "create"
      case .rename: "rename"
      case .remove: "remove"
      case .lock: "lock"
      }
    self.init(
      "cannot \(verb) \(failure.path): \(failure.reason)",
      help: failure.isMountPoint
        ? "the folder is a mount point, which cannot be replaced; name a folder in it"
        : nil,
      ExitStatus.file)
  }
}
