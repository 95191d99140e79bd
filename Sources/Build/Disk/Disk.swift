// Reading and writing whole files: the calls of the system, with typed failures.

internal import Glibc
internal import Text

/// The file system, in the few operations that a build needs.
enum Disk {
  /// What a name stands for.
  enum Kind: Sendable { case folder, file, link, other }

  /// What the system knows of a file.
  struct Facts: Sendable, Equatable {
    let kind: Kind
    let size: Int
    let mode: mode_t
    let identity: Identity
    /// When it was last written, in nanoseconds since 1970.
    let modified: Int
    /// When anything of it last changed, in nanoseconds since 1970; no program can set it.
    let changed: Int

    init(_ info: stat) {
      kind =
        switch info.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFREG: .file
        case S_IFLNK: .link
        default: .other
        }
      (size, mode) = (Int(info.st_size), info.st_mode & 0o7777)
      identity = Identity(device: UInt(info.st_dev), number: UInt(info.st_ino))
      modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
      changed = info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec
    }
  }

  /// The device and number that tell two files apart, whatever their names.
  struct Identity: Hashable, Sendable {
    let device: UInt
    let number: UInt
  }

  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: absolute, or relative to the working directory.
  ///   - most: how many bytes are wanted from its beginning.
  ///   - followingLink: whether a symbolic link as the last part is followed or refused.
  /// - Returns: all of them, or the first ones.
  /// - Throws: `file` where it cannot be read, or is a folder, a pipe or a device.
  static func read(
    _ path: String, atMost most: Int = .max, followingLink: Bool = true
  ) throws(BuildProblem) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would block until someone writes.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLink ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(path, flags)
    if descriptor < 0 { throw .file(FileFailure(.read, path)) }
    defer { close(descriptor) }
    var info = stat()
    if unsafe fstat(descriptor, &info) != 0 { throw .file(FileFailure(.read, path)) }
    if info.st_mode & S_IFMT == S_IFDIR { throw .file(FileFailure(.read, path, code: EISDIR)) }
    if info.st_mode & S_IFMT != S_IFREG { throw .file(FileFailure(.read, path, code: EINVAL)) }
    return try readAll(descriptor, expecting: Int(info.st_size), atMost: most, path)
  }

  private static func readAll(
    _ descriptor: Int32, expecting size: Int, atMost most: Int, _ path: String
  ) throws(BuildProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more, so that the end of the file is seen in the same round.
    var room = min(size + 1, most)
    while true {
      var code: Int32 = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let start = unsafe buffer.baseAddress?.advanced(by: count)
          let got = unsafe Glibc.read(descriptor, start, room - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { code = errno }
          if got <= 0 { break }
          count += got
        }
      }
      if code != 0 { throw .file(FileFailure(.read, path, code: code)) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room || bytes.count >= most { return bytes }
      room = 65_536
    }
  }

  /// Writes a file that is not there yet, and the folders above it.
  ///
  /// - Returns: what the system knows of it.
  /// - Throws: `EEXIST` where the name is taken: nothing is ever overwritten.
  @discardableResult
  static func writeNew(_ bytes: [UInt8], to path: String) throws(BuildProblem) -> Facts {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = unsafe open(path, flags, 0o644)
    if descriptor < 0, errno == ENOENT {
      try createFolders(folder(of: path))
      descriptor = unsafe open(path, flags, 0o644)
    }
    if descriptor < 0 { throw .file(FileFailure(.write, path)) }
    let code = writeAll(bytes, to: descriptor)
    var info = stat()
    unsafe fstat(descriptor, &info)
    // Network file systems report a full disk only here.
    if close(descriptor) != 0, code == 0 { throw .file(FileFailure(.write, path)) }
    if code != 0 { throw .file(FileFailure(.write, path, code: code)) }
    return Facts(info)
  }

  /// Writes to an open descriptor; 0, or the error number.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        done += count
      }
      return 0
    }
  }

  /// What stands at a path; nil where nothing does.
  static func facts(
    _ path: String, followingLink: Bool = true
  ) throws(BuildProblem) -> Facts? {
    var info = stat()
    let result = unsafe followingLink ? stat(path, &info) : lstat(path, &info)
    if result != 0, errno == ENOENT { return nil }
    if result != 0 { throw .file(FileFailure(.find, path)) }
    return Facts(info)
  }

  /// Which file an open one is; nil where the system does not say.
  static func identity(of descriptor: Int32) -> Identity? {
    var info = stat()
    return unsafe fstat(descriptor, &info) == 0 ? Facts(info).identity : nil
  }

  /// The path without symbolic links, `.` and `..`; the file must exist.
  static func realPath(_ path: String) throws(BuildProblem) -> String {
    guard let resolved = unsafe realpath(path, nil) else {
      throw .file(FileFailure(.find, path))
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Everything before the last `/`: "." where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Everything after the last `/`.
  static func name(of path: String) -> String {
    String(decoding: path.utf8.lastPart, as: UTF8.self)
  }

  /// Two paths put together; the second alone where it is absolute or the first is `.`.
  static func join(_ folder: String, _ path: String) -> String {
    if path.begins(with: "/") || folder.isEmpty || folder == "." { return path }
    return folder.ends(with: "/") ? folder + path : "\(folder)/\(path)"
  }
}
