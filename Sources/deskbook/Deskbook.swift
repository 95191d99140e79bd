// Where the program begins.

internal import ArgumentParser

@main
struct Deskbook {
  static func main() async {
    do {
      var command = try DeskbookCommand.parseAsRoot()
      Interruption.watch()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Console.Failure {
      DeskbookCommand.exit(withError: Self.report(failure))
    } catch {
      DeskbookCommand.exit(withError: error)
    }
  }

  /// Says why a result could not be printed, as far as standard error still takes it.
  private static func report(_ failure: Console.Failure) -> ExitCode {
    let text = ProblemText(failure)
    do throws(Console.Failure) {
      try Console().error(text.message)
    } catch {
      return text.status
    }
    return text.status
  }
}
