// How the program ends.

internal import ArgumentParser

/// The exit statuses that scripts rely on.
enum ExitStatus {
  /// The content has errors, or warnings under `--strict`.
  static let refused = ExitCode(1)
  /// Wrong usage (`EX_USAGE` of sysexits.h).
  static let usage = ExitCode(64)
  /// A file could not be read or written (`EX_IOERR` of sysexits.h).
  static let file = ExitCode(74)
  /// Interrupted, as shells count SIGINT.
  static let interrupted = ExitCode(130)
}
