// What the system said when a file could not be read or written.

internal import Glibc

/// A failed system call on a path.
package struct FileFailure: Error, Hashable, Sendable {
  /// What was tried.
  package enum Action: String, Sendable {
    case find, read, write, list, create, rename, remove, lock
  }

  package let action: Action
  package let path: String
  /// The system's error number.
  package let code: Int32

  /// Records a failure; `code` is `errno` of the call just made where none is given.
  init(_ action: Action, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The system's words for the error, such as `Permission denied`.
  package var reason: String { unsafe String(cString: strerror(code)) }

  /// Whether the name lies on another file system's mount point, which cannot be renamed.
  package var isMountPoint: Bool { action == .rename && (code == EBUSY || code == EXDEV) }

  /// Whether a link's target is missing, or the link leads to itself.
  var leadsNowhere: Bool { code == ENOENT || code == ELOOP || code == ENOTDIR }

  /// The name is taken.
  var isTaken: Bool { code == EEXIST }

  /// A name on one disk cannot be given to a file on another.
  var isOnOtherDisk: Bool { code == EXDEV }

  var isMissing: Bool { code == ENOENT }

  /// The code for pipes, sockets and devices where a file is needed.
  static let notAFile = EINVAL
  /// The code for a name that nothing has, or no longer.
  static let gone = ENOENT
  /// The code for anything but a folder where one is needed.
  static let notAFolder = ENOTDIR
}
