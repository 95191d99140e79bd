// Where the program begins.

internal import ArgumentParser
internal import Glibc

@main
struct Deskbook {
  static func main() async {
    Console.open()
    do {
      let arguments = try TypedArguments.settled(Array(CommandLine.arguments.dropFirst()))
      var command = try DeskbookCommand.parseAsRoot(arguments)
      Interruption.watch()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Console.Failure {
      end(report(failure), "")
    } catch let unknown as UnknownCommand {
      end(ExitStatus.usage, "error: \(unknown.message)\nhelp: \(unknown.help)")
    } catch {
      end(DeskbookCommand.exitCode(for: error), DeskbookCommand.fullMessage(for: error))
    }
  }

  /// Ends the program, with a text that may hold what was typed: a wrong argument can be a file's name.
  private static func end(_ status: ExitCode, _ text: String) -> Never {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do throws(Console.Failure) {
      for line in lines where !text.isEmpty {
        try Console().print(String(line), to: status.isSuccess ? .output : .error)
      }
    } catch {
      exit(status.isSuccess ? report(error).rawValue : status.rawValue)
    }
    exit(status.rawValue)
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
