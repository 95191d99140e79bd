// What is watched for changes, and by which means.

internal import CLinux
internal import Glibc

/// A folder whose changes matter.
package struct WatchedFolder: Sendable, Hashable {
  package let path: String
  /// The names in it that matter; nil for all, and everything below.
  package let names: Set<String>?

  package init(_ path: String, names: Set<String>? = nil) {
    self.path = path
    self.names = names
  }
}

/// What has changed below watched folders.
package enum Changes: Sendable, Equatable {
  case anything
  /// Files that were written, made, renamed or removed, by path; no folder came or went.
  case files(Set<String>)

  /// Both in one.
  package func and(_ other: Changes) -> Changes {
    guard case .files(let own) = self, case .files(let more) = other else { return .anything }
    return .files(own.union(more))
  }
}

/// Counts changes below folders; it may count too many, never too few.
package protocol Watch: Sendable {
  /// Rings at each change.
  var signal: ChangeSignal { get }
  /// Whether changes are noticed only now and then.
  var isSlow: Bool { get }
  /// Watches these folders and no others; those that are missing are left out.
  ///
  /// - Returns: false where the system watches no more folders.
  func follow(_ folders: [WatchedFolder]) -> Bool
  /// What has changed since this was last asked; anything, the first time.
  func changes() -> Changes
}

/// Chooses how to watch.
package enum Watches {
  /// File systems whose changes may be made by other machines, which the kernel never hears of.
  ///
  /// - Source: linux/magic.h; statfs(2).
  private static let remote: Set<UInt> = [
    0x6969,  // NFS
    0x517B, 0xFF53_4D42, 0xFE53_4D42,  // SMB, CIFS, SMB 2
    0x6573_5546,  // FUSE, such as sshfs
    0x0102_1997,  // 9P: folders of the host in virtual machines
    0x786F_4256,  // folders of the host in VirtualBox
    0x5346_414F, 0x6B41_4653,  // AFS
    0x00C3_6400,  // Ceph
    0x7375_7245,  // Coda
    0x6A65_6A63,  // folders of the host in Parallels and the like
  ]

  /// Whether the kernel cannot know all changes of a folder.
  package static func isRemote(_ folder: String) -> Bool {
    remote.contains(unsafe UInt(deskbook_file_system(folder)))
  }

  /// A watch on folders: by the kernel's notices where it gives them, else by looking now and then.
  package static func begin(_ folders: [WatchedFolder], isPolling: Bool) -> any Watch {
    if !isPolling, !folders.contains(where: { isRemote($0.path) }), let watch = NoticeWatch(),
      watch.follow(folders)
    {
      return watch
    }
    let watch = PollingWatch()
    _ = watch.follow(folders)
    return watch
  }
}

/// Names that come and go while editors and tools write.
enum PassingNames {
  private static let ends = [
    "~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".part", ".crdownload", ".bak",
  ]

  /// Whether a change of a file of this name is none of the handbook: a hidden file, a swap file,
  /// the draft of a save.
  static func has(_ name: String) -> Bool {
    // Vim creates a file 4913 to find out whether it may write in the folder.
    name.hasPrefix(".") || name.hasPrefix("#") && name.hasSuffix("#") || name == "4913"
      || ends.contains { name.hasSuffix($0) }
  }
}
