// Folders: list, create, rename, exchange, remove.

internal import CLinux
internal import Glibc

extension Disk {
  /// One name in a folder.
  struct Entry: Sendable {
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    let name: String
    /// False where the name is not UTF-8, so that no text can open it.
    let isText: Bool
    let kind: Kind

    var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func entries(of folder: String) throws(BuildProblem) -> [Entry] {
    guard let stream = unsafe opendir(folder) else {
      throw .file(FileFailure(.list, folder))
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let record = unsafe readdir(stream) else { break }
      let bytes = unsafe nameBytes(record)
      if bytes == dot || bytes == dots { continue }
      let text = String(validating: bytes, as: UTF8.self)
      let name = text ?? String(decoding: bytes, as: UTF8.self)
      var kind = unsafe kind(ofRecord: record)
      // Some file systems leave the type out of a folder's records.
      if kind == nil, text != nil {
        kind = try facts(join(folder, name), followingLink: false)?.kind
      }
      entries.append(Entry(name: name, isText: text != nil, kind: kind ?? .other))
    }
    if errno != 0 { throw .file(FileFailure(.list, folder)) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static let dot: [UInt8] = [0x2E]
  private static let dots: [UInt8] = [0x2E, 0x2E]

  @unsafe
  private static func nameBytes(_ record: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let size = MemoryLayout<dirent>.size
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = unsafe UnsafeRawPointer(record).advanced(by: offset)
    let count = unsafe strnlen(start.assumingMemoryBound(to: CChar.self), size - offset)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  @unsafe
  private static func kind(ofRecord record: UnsafeMutablePointer<dirent>) -> Kind? {
    switch unsafe Int(record.pointee.d_type) {
    case Int(DT_DIR): .folder
    case Int(DT_REG): .file
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  /// Creates a folder and those above it that are missing.
  static func createFolders(_ path: String) throws(BuildProblem) {
    if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = folder(of: path)
    if errno == ENOENT, parent != path {
      try createFolders(parent)
      if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    }
    throw .file(FileFailure(.create, path))
  }

  /// Creates a folder that is not there yet.
  static func createFolder(_ path: String, mode: mode_t?) throws(BuildProblem) {
    if unsafe mkdir(path, 0o777) != 0 { throw .file(FileFailure(.create, path)) }
    if let mode { try setMode(mode, of: path) }
  }

  /// Says who may read, change and enter a file or folder.
  static func setMode(_ mode: mode_t, of path: String) throws(BuildProblem) {
    if unsafe chmod(path, mode) != 0 { throw .file(FileFailure(.create, path)) }
  }

  /// Gives a file another name.
  static func rename(_ old: String, to new: String) throws(BuildProblem) {
    if unsafe Glibc.rename(old, new) != 0 { throw .file(FileFailure(.rename, old)) }
  }

  /// Gives a file or folder a name that nothing has; false where something has it.
  static func renameNew(_ old: String, to new: String) throws(BuildProblem) -> Bool {
    if unsafe deskbook_rename_new(old, new) == 0 { return true }
    if errno == EEXIST { return false }
    if !lacksRename.contains(errno) { throw .file(FileFailure(.rename, old)) }
    if try facts(new, followingLink: false) != nil { return false }
    try rename(old, to: new)
    return true
  }

  /// What a file system says that knows renames of the plain kind only.
  private static let lacksRename: [Int32] = [EINVAL, ENOSYS, EOPNOTSUPP, ENOTTY, EPERM]

  /// Gives a folder another name, which is not taken; false where it stays.
  static func move(_ folder: String, to place: String) -> Bool {
    unsafe Glibc.rename(folder, place) == 0
  }

  /// Puts a file in the place of another: who reads it sees the old one or the new one.
  ///
  /// `draft` is a path in the same folder, which holds the new one until it is whole.
  static func replace(
    _ path: String, with bytes: [UInt8], by draft: String
  ) throws(BuildProblem) {
    if let failure = removeTree(draft), !failure.isMissing { throw .file(failure) }
    do throws(BuildProblem) {
      try writeNew(bytes, to: draft)
      try rename(draft, to: path)
    } catch {
      _ = removeTree(draft)
      throw error
    }
  }

  /// Gives a file a second name; false where the file system or the owner does not allow it.
  static func link(_ old: String, to new: String) throws(BuildProblem) -> Bool {
    if unsafe Glibc.link(old, new) == 0 { return true }
    if errno == ENOENT {
      try createFolders(folder(of: new))
      return unsafe Glibc.link(old, new) == 0
    }
    return false
  }

  /// Exchanges two folders in one step; false where the system or the file system cannot.
  static func exchange(_ left: String, _ right: String) throws(BuildProblem) -> Bool {
    if unsafe deskbook_exchange(left, right) == 0 { return true }
    if lacksRename.contains(errno) { return false }
    throw .file(FileFailure(.rename, right))
  }

  /// Brings everything written so far below a folder to the disk.
  ///
  /// One call for the whole file system: a thousandth of the time of one for each file.
  ///
  /// - Returns: false where the file system has no such call.
  /// - Throws: `file` where the disk took less than was written.
  static func flush(_ folder: String) throws(BuildProblem) -> Bool {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .file(FileFailure(.write, folder)) }
    defer { close(descriptor) }
    if deskbook_flush(descriptor) == 0 { return true }
    if errno == ENOSYS || errno == EINVAL || errno == EOPNOTSUPP { return false }
    throw .file(FileFailure(.write, folder))
  }

  /// Removes what a folder holds but its folders, as far as that is allowed.
  ///
  /// - Returns: the paths of its folders.
  static func removeFiles(of folder: String) -> [String] {
    do throws(BuildProblem) {
      var folders: [String] = []
      for entry in try entries(of: folder) where entry.isText {
        let path = join(folder, entry.name)
        if entry.kind == .folder { folders.append(path) } else { _ = unsafe unlink(path) }
      }
      return folders
    } catch {
      return []
    }
  }

  /// Removes an empty folder; false where it stays.
  static func removeEmpty(_ folder: String) -> Bool { unsafe rmdir(folder) == 0 }

  /// Removes a file, or a folder with all it holds; symbolic links are removed, never followed.
  ///
  /// - Returns: the first failure; nil when all is gone, or was not there.
  static func removeTree(_ path: String) -> FileFailure? {
    let code = unsafe path.withCString { unsafe removeTree(AT_FDCWD, $0) }
    return code == 0 ? nil : FileFailure(.remove, path, code: code)
  }

  @unsafe
  private static func removeTree(_ parent: Int32, _ name: UnsafePointer<CChar>) -> Int32 {
    if unsafe unlinkat(parent, name, 0) == 0 || errno == ENOENT { return 0 }
    if errno != EISDIR, errno != EPERM { return errno }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe openat(parent, name, flags)
    if descriptor < 0 { return errno }
    guard let stream = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      return code
    }
    defer { unsafe closedir(stream) }
    // Names first: removing while reading makes some file systems skip entries.
    var names: [[UInt8]] = []
    while let record = unsafe readdir(stream) {
      let bytes = unsafe nameBytes(record)
      if bytes != dot, bytes != dots { names.append(bytes + [0]) }
    }
    for child in names {
      let code = unsafe child.withUnsafeBytes { buffer -> Int32 in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe removeTree(dirfd(stream), start.assumingMemoryBound(to: CChar.self))
      }
      if code != 0 { return code }
    }
    return unsafe unlinkat(parent, name, AT_REMOVEDIR) == 0 ? 0 : errno
  }
}
