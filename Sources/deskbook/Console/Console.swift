// The only place that prints.

internal import ArgumentParser
internal import Build
internal import Glibc

/// Standard output and standard error.
struct Console: Sendable {
  enum Stream: Int32, Sendable {
    case output = 1
    case error = 2

    fileprivate var isTerminal: Bool {
      isatty(rawValue) == 1 && Environment.value("TERM") != "dumb"
    }
  }

  /// Text could not be printed, for example into a file on a full disk.
  struct Failure: Error {
    let code: Int32
  }

  let isQuiet: Bool
  let isVerbose: Bool
  private let color: ConsoleOptions.Color

  init(_ options: ConsoleOptions) {
    self.init(color: options.color, isQuiet: options.quiet, isVerbose: options.verbose)
  }

  init(
    color: ConsoleOptions.Color = .auto, isQuiet: Bool = false, isVerbose: Bool = false
  ) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    self.color = color
  }

  func isColored(_ stream: Stream) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: stream.isTerminal && Environment.value("NO_COLOR") == nil
    }
  }

  /// Gives the standard streams that were closed a place to go.
  ///
  /// Else the next file that is opened would get the number of one of them, and what is printed would
  /// end up in it.
  static func open() {
    for stream in 0...2 as ClosedRange<Int32> where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free is that of the stream.
      _ = Glibc.open("/dev/null", O_RDWR)
    }
  }

  /// Whether somebody can answer.
  static var hasInput: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether a line that rewrites itself may be shown.
  var showsProgress: Bool { !isQuiet && Stream.error.isTerminal }

  /// Prints what is harmless to a terminal as it is: reports, tables, documents of data.
  func write(_ text: String, to stream: Stream) throws(Failure) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(stream.rawValue, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        // A terminal that another program made non-blocking.
        var ready = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, 1_000)
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Prints a result on standard output; names in it may hold anything.
  func print(_ line: String, to stream: Stream = .output) throws(Failure) {
    try write(DisplayWidth.visible(line) + "\n", to: stream)
  }

  /// Prints a line on standard error; names in it may hold anything.
  func note(_ line: String) throws(Failure) { try print(line, to: .error) }

  /// Prints `error: …` and, below it, what may help, on standard error.
  func error(_ message: String, help: String? = nil) throws(Failure) {
    let isColored = isColored(.error)
    let lines = [(Ink.error, "error:", message)] + (help.map { [(Ink.help, "help:", $0)] } ?? [])
    for (ink, word, text) in lines {
      try write("\(ink.paint(word, isColored)) \(DisplayWidth.visible(text))\n", to: .error)
    }
  }

  /// Prints why nothing came of a command; the status to exit with.
  func report(_ text: ProblemText) throws(Failure) -> ExitCode {
    try error(text.message, help: text.help)
    return text.status
  }
}
