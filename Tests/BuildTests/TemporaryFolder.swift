// A folder of its own for each test.

import Glibc

@testable import Build

/// A new folder under the system's temporary one; call ``remove()`` at the end.
struct TemporaryFolder {
  let path: String

  struct Failure: Error {}

  init() throws {
    var template = Array("/tmp/deskbook-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Failure() }
    path = made
  }

  func remove() { _ = Disk.removeTree(path) }

  /// The path of a name in the folder.
  func at(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and the folders above it.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    _ = Disk.removeTree(at(name))
    try Disk.writeNew(bytes, to: at(name))
  }

  func link(_ name: String, to target: String) throws {
    try Disk.createFolders(Disk.folder(of: at(name)))
    if symlink(target, at(name)) != 0 { throw Failure() }
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Disk.read(at(name)), as: UTF8.self)
  }

  func exists(_ name: String) throws -> Bool {
    try Disk.facts(at(name), followingLink: false) != nil
  }

  /// The names in a folder, hidden ones too.
  func names(in folder: String = "") throws -> [String] {
    try Disk.entries(of: folder.isEmpty ? path : at(folder)).map(\.name)
  }
}

/// Runs a test in a folder of its own, which is removed whatever happens.
func inTemporaryFolder(_ test: (TemporaryFolder) async throws -> Void) async throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  try await test(folder)
}
