// What was typed, looked at before it is parsed.

internal import ArgumentParser
internal import Glibc
internal import Handbook

/// A command that there is not.
struct UnknownCommand: Error {
  let name: String
  /// The commands there are where it was typed, the program first.
  let place: String
  let known: [String]

  var message: String { "there is no command \(place) \(name)" }

  var help: String {
    let near = Suggestion.nearest(to: name, in: known)
    return near.map { "did you mean \(place) \($0)?" } ?? "\(place) --help shows all commands"
  }
}

/// The arguments of the program.
enum TypedArguments {
  /// The arguments to parse.
  ///
  /// Where a command stands for one of its own commands, such as `review` for `review list`, its help is
  /// that one's, as there stand the options that it takes.
  ///
  /// - Throws: ``UnknownCommand`` for a word where only a command can be, or one that is nearly a command
  ///   and names nothing that is there.
  static func settled(_ typed: [String]) throws(UnknownCommand) -> [String] {
    var command: any ParsableCommand.Type = DeskbookCommand.self
    var place = "deskbook"
    let start = typed.first == "help" ? 1 : 0
    for index in typed.indices.dropFirst(start) {
      let word = typed[index]
      let configuration = command.configuration
      let commands = configuration.subcommands
      if commands.isEmpty { break }
      let usual = configuration.defaultSubcommand?.configuration.commandName
      if let usual, word == "--help" || word == "-h" {
        return typed[..<index] + [usual] + typed[index...]
      }
      if word.hasPrefix("-") || word.isEmpty { break }
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        let unknown = UnknownCommand(
          name: word, place: place, known: commands.compactMap { $0.configuration.commandName })
        if usual == nil { throw unknown }
        let isNear = Suggestion.nearest(to: word, in: unknown.known) != nil
        if isNear, access(word, F_OK) != 0 { throw unknown }
        break
      }
      command = next
      place += " " + word
    }
    return typed
  }
}
