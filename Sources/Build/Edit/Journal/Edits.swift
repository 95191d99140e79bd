// Changes to files of editors, thought through before any of them is touched.

internal import Text

/// Files to be made, changed and renamed, all of them or none.
///
/// Paths lie below one folder, the root of ``EditSession``.
package struct Edits: Sendable {
  /// One change, told apart from others of its kind by what the files hold.
  ///
  /// So a run that was killed can be gone through again, forwards or backwards, however far it came.
  enum Step: Codable, Sendable {
    /// A file or folder gets another name.
    case move(from: String, to: String)
    /// A file that is not there yet; the SHA-256 of its bytes.
    case make(path: String, new: String)
    /// A file whose bytes become others; the SHA-256 of both.
    case change(path: String, old: String, new: String)
  }

  /// A step with the bytes that it needs.
  struct Draft: Sendable {
    let step: Step
    /// Where the file stands before the first step.
    let standing: String
    let old: [UInt8]
    let new: [UInt8]
  }

  /// The command and its arguments: who runs the same again is told that it is done.
  let command: [String]
  private(set) var drafts: [Draft] = []

  package init(_ command: [String]) { self.command = command }

  /// Gives a file or folder a name that is free; steps that follow use the new name.
  package mutating func move(_ from: String, to: String) {
    drafts.append(Draft(step: .move(from: from, to: to), standing: from, old: [], new: []))
  }

  /// Makes a file, and the folders above it.
  package mutating func make(_ path: String, _ bytes: [UInt8]) {
    drafts.append(
      Draft(
        step: .make(path: path, new: SHA256.hex(bytes)), standing: path, old: [], new: bytes))
  }

  /// Puts new bytes in the place of a file's old ones.
  ///
  /// - Parameters:
  ///   - path: the file, by its name after the steps before.
  ///   - standing: its name before them.
  ///   - old: what it held when it was read.
  ///   - new: what it shall hold.
  package mutating func change(
    _ path: String, standing: String? = nil, _ old: [UInt8], to new: [UInt8]
  ) {
    if old == new { return }
    let step = Step.change(path: path, old: SHA256.hex(old), new: SHA256.hex(new))
    drafts.append(Draft(step: step, standing: standing ?? path, old: old, new: new))
  }
}
