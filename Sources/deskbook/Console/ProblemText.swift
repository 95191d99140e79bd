// The words for what stops a run.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Handbook
internal import Site

/// A problem in words, and the status that the program ends with.
struct ProblemText {
  let message: String
  let help: String?
  let status: ExitCode

  private init(_ message: String, help: String? = nil, _ status: ExitCode) {
    self.message = message
    self.help = help
    self.status = status
  }

  init(_ failure: Console.Failure) {
    self.init("cannot print: \(String(cString: strerror(failure.code)))", ExitStatus.file)
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
        "the content folder has more than \(Wording.count(limit, "file"))",
        help: "look for symbolic links that lead to each other's folders", ExitStatus.refused)
    case .noTheme(let name, let looked, let existing):
      self.init(noTheme: name, looked, existing)
    case .theme(let problem, let folder): self.init(problem, folder)
    case .foreignOutput(let path, let example):
      self.init(
        "\(path) holds \(example), and no site that Deskbook made; it was not touched",
        help: "empty the folder, or give another with --output", ExitStatus.usage)
    case .outputMeetsContent(let output, let content):
      self.init(
        "the output \(output) and the content \(content) must lie apart",
        help: "give another folder with --output", ExitStatus.usage)
    case .sameOutput(let path):
      self.init(
        "two files of the site would have the path \(path)", help: "rename the one in the content",
        ExitStatus.refused)
    case .busy(let lock):
      self.init(
        "another build is at work on the same output", help: "it holds \(lock)", ExitStatus.file)
    case .interrupted: self.init("interrupted", ExitStatus.interrupted)
    }
  }

  private init(noTheme name: String, _ looked: [String], _ existing: [String]) {
    self.init(
      "there is no theme \(name) in \(looked.joined(separator: ", "))",
      help: Suggestion.help(for: name, in: existing), ExitStatus.usage)
  }

  private init(_ problem: ThemeProblem, _ folder: String) {
    let line = problem.line > 0 ? ":\(problem.line)" : ""
    self.init("\(folder)/\(problem.path)\(line): \(problem.message)", ExitStatus.refused)
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
      "cannot \(verb) \(DisplayWidth.visible(failure.path)): \(failure.reason)",
      help: failure.isMountPoint
        ? "the folder is a mount point, which cannot be replaced; give a folder in it with --output"
        : nil,
      ExitStatus.file)
  }
}
