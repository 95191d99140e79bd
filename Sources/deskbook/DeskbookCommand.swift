// The command and its subcommands.

internal import ArgumentParser
internal import Build

struct DeskbookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deskbook",
    abstract: "Turn a folder of Markdown guidance into a handbook to search and print.",
    discussion: """
      Examples:
        deskbook init desk             begin a handbook in the folder desk
        deskbook serve --open          show it in the browser while you write
        deskbook build                 build ./Content into ./Output
        deskbook check --strict        report every problem, write nothing
        deskbook cards                 PDF sheets of cue cards, to print and cut
        deskbook publish /mnt/share/desk   bring the site to where everybody opens it
        deskbook verify /mnt/share/desk    whether a copy is whole and unchanged
        deskbook search refund         ask the built handbook
        deskbook explain link-target   what a finding means and how to mend it

      Exit status: 0 done, 1 the content has errors and nothing was written,
      64 wrong usage, 74 a file could not be read or written, 130 interrupted.
      """,
    version: Version.full,
    subcommands: [
      BuildCommand.self, CardsCommand.self, CheckCommand.self, ExplainCommand.self,
      ImportCommand.self, InitCommand.self, ListCommand.self, LSPCommand.self, MoveCommand.self,
      NewCommand.self, PublishCommand.self, ReviewCommand.self, SearchCommand.self,
      SearchLogCommand.self,
      SearchTestCommand.self, ServeCommand.self, VerifyCommand.self,
    ])
}
