// The words for what stops an import.

internal import ArgumentParser
internal import Build
internal import Editing

/// Tells what is wrong with a source.
enum ImportFailure {
  static func report(_ problem: ColumnProblem, _ console: Console) throws -> ExitCode {
    switch problem {
    case .unknownRole(let role, let roles):
      try console.error(
        "\(role) is nothing that a column can be",
        help: "write say=NAME; columns are \(roles.joined(separator: ", "))")
    case .unknownName(let name, let names):
      try console.error(
        "there is no column \(name)", help: "the columns are \(names.joined(separator: ", "))")
    case .noTable:
      try console.error("--columns, --say and --instead are for tables, and this source has none")
    }
    return ExitStatus.usage
  }

  static func report(
    _ problem: ImportArchive.Problem, _ source: String, _ console: Console
  ) throws -> ExitCode {
    switch problem {
    case .notInstalled:
      try console.error(
        "zip files are read through unzip, which is not installed",
        help: "install unzip, or unpack \(source) and import its folder")
      return ExitStatus.usage
    case .broken(let words):
      try console.error(
        "\(source) is no whole zip file\(words.isEmpty ? "" : ": \(words)")",
        help: "export or copy it once more")
    case .locked(let name):
      try console.error(
        "\(source) is locked: \(name) needs a password",
        help: "unpack it, and import its folder")
    case .outside(let name):
      try console.error(
        "\(source) holds \(name), which would lie outside of its folder, so nothing of it was read",
        help: "export it once more, or unpack it and import the folder that you trust")
    case .tooLarge(let limit):
      try console.error(
        "\(source) is too large: no more than \(Wording.size(limit)) of it can be unpacked",
        help: "unpack it, and import its folders one by one")
    case .tooManyFiles(let limit):
      try console.error(
        "\(source) holds more than \(limit) files",
        help: "unpack it, and import its folders one by one")
    case .files(let problem):
      return try console.report(ProblemText(problem))
    }
    return ExitStatus.refused
  }

  static func report(
    _ problem: WorkbookReader.Problem, _ source: String, _ console: Console
  ) throws -> ExitCode {
    let save = "in Excel choose File, Save As, CSV UTF-8 (Comma delimited), and import that file"
    switch problem {
    case .notInstalled(let programs):
      let names = programs.map { $0 == "soffice" ? "LibreOffice" : $0 }
      let install =
        names.isEmpty ? "" : "install \(names.joined(separator: " or ")), or "
      try console.error(
        "\(source) is a workbook, and no program that reads it is installed",
        help: install + save)
      return ExitStatus.usage
    case .refused(let words):
      try console.error(
        "\(source) cannot be read as a workbook\(words.isEmpty ? "" : ": \(words)")",
        help: "open it in the program that made it and save it anew; or \(save)")
      return ExitStatus.refused
    case .files(let problem):
      return try console.report(ProblemText(problem))
    }
  }

  static func report(
    _ problem: Pandoc.Problem, _ source: String, _ console: Console
  ) throws -> ExitCode {
    switch problem {
    case .notInstalled:
      try console.error(
        "documents are read through pandoc, which is not installed",
        help: "install pandoc (pandoc.org), or save the document as Markdown")
      return ExitStatus.usage
    case .tooOld:
      try console.error(
        "the pandoc that is installed cannot be kept from reading other files than \(source)",
        help: "install pandoc 2.15 or later (pandoc.org), or save the document as Markdown")
      return ExitStatus.usage
    case .tooLarge(let limit):
      try console.error(
        "\(source) is too large: no more than \(Wording.size(limit)) of it can be taken in",
        help: "split the document, or make its pictures smaller")
      return ExitStatus.refused
    case .refused(let words):
      try console.error("pandoc cannot read \(source): \(words)")
      return ExitStatus.refused
    case .files(let problem):
      return try console.report(ProblemText(problem))
    }
  }
}
