// What findings stop, and what `--strict` adds to it.

extension Sequence<Diagnostic> {
  /// Whether nothing may be published: on an error, with `--strict` on a warning too.
  ///
  /// Notes stop nothing, so that no publication fails for the day it is made on.
  package func stopPublishing(isStrict: Bool) -> Bool {
    contains { $0.severity == .error || isStrict && $0.severity == .warning }
  }
}
