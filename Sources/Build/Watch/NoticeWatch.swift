// A watch by the notices of the kernel.

internal import CLinux
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Hears of each file that is written, made, renamed or removed; lives as long as the program.
///
/// - Source: inotify(7).
final class NoticeWatch: Watch {
  /// A folder that is watched.
  private struct Place {
    /// Nil for a folder with several paths, by symbolic links: a change in it is then one of
    /// ``Changes/anything``.
    let path: String?
    /// The names that matter in it; nil for all.
    let names: Set<String>?
  }

  private struct State {
    var folders: [WatchedFolder] = []
    var places: [Int32: Place] = [:]
    var changes = Changes.anything
    /// Whether folders may have come or gone since they were listed.
    var isStale = true
  }

  let signal = ChangeSignal()
  let isSlow = false
  private let descriptor: Int32
  private let state = Mutex(State())

  /// A half-written file is no change: only its closing is.
  private static let wanted = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF)

  /// What can change the list of folders.
  private static let moving =
    UInt32(IN_ISDIR) | UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_Q_OVERFLOW)

  /// Nil where the system has no notices to give.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    if descriptor < 0 { return nil }
    // A thread of its own, as reading blocks.
    DispatchQueue(label: "deskbook.watch").async { self.listen() }
  }

  func follow(_ folders: [WatchedFolder]) -> Bool {
    let isKnown = state.withLock { state in
      defer { (state.folders, state.isStale) = (folders, false) }
      return !state.isStale && state.folders == folders
    }
    if isKnown { return true }
    var places: [Int32: Place] = [:]
    // Lists again until no folder is new, so that none that was made meanwhile is missed.
    var added = -1
    while added != places.count {
      added = places.count
      for (path, names) in WatchWalk.folders(folders) {
        let number = unsafe inotify_add_watch(descriptor, path, Self.wanted)
        if number < 0, errno == ENOSPC { return false }
        if number < 0 { continue }
        let isOnlyPath = places[number].map { $0.path == path } ?? true
        places[number] = Place(path: isOnlyPath ? path : nil, names: names)
      }
    }
    let gone = state.withLock { [places] state in
      let gone = state.places.keys.filter { places[$0] == nil }
      state.places = places
      state.changes = .anything
      return gone
    }
    for number in gone { inotify_rm_watch(descriptor, number) }
    return true
  }

  func changes() -> Changes {
    state.withLock { state in
      defer { state.changes = .files([]) }
      return state.changes
    }
  }

  private func listen() {
    let room = 65_536
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = unsafe read(descriptor, buffer.baseAddress, room)
        filled = max(0, count)
      }
      if count < 0, errno != EINTR { return }
      if hear(bytes) { signal.ring() }
    }
  }

  /// Whether notices tell of a change that matters.
  private func hear(_ bytes: [UInt8]) -> Bool {
    let head = 16
    var start = 0
    var isChange = false
    while start + head <= bytes.count {
      func word(_ offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[start + offset + $1]) << (8 * UInt32($1)) }
      }
      let end = min(bytes.count, start + head + Int(word(12)))
      let name = String(
        decoding: bytes[start + head..<end].prefix { $0 != 0 }, as: UTF8.self)
      if matters(Int32(bitPattern: word(0)), word(4), name) { isChange = true }
      start = end
    }
    return isChange
  }

  private func matters(_ number: Int32, _ mask: UInt32, _ name: String) -> Bool {
    state.withLock { state in
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        (state.isStale, state.changes) = (true, .anything)
        return true
      }
      guard let place = state.places[number] else { return false }
      if let names = place.names, !names.contains(name) { return false }
      if place.names == nil, PassingNames.has(name) { return false }
      if mask & Self.moving != 0 { state.isStale = true }
      let change = place.path.map { Changes.files([Disk.join($0, name)]) } ?? .anything
      state.changes = state.changes.and(mask & Self.moving == 0 ? change : .anything)
      // Making a file counts too: a closing follows for most, but none for a link or a renamed
      // file. IN_IGNORED only says that a folder is no longer watched.
      return mask & UInt32(IN_IGNORED) == 0
    }
  }
}
