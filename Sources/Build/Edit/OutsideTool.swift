// Programs of others that are used where they are installed.

internal import Foundation

/// A program of the path, run within limits.
struct OutsideTool: Sendable {
  /// The largest file that one reads, and the most that may come of it, in bytes.
  static let mostBytes = 200 << 20

  private let path: String
  /// The file that takes what it says.
  private static let words = ".words"

  /// The first program of a name; nil where there is none.
  init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let paths = folders.map { Disk.join(String($0), name) }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// Does something with a folder that is gone afterwards.
  static func withFolder<Result>(
    _ body: (URL) throws(BuildProblem) -> Result
  ) throws(BuildProblem) -> Result {
    let folder = try makeFolder()
    defer { _ = Disk.removeTree(folder.path) }
    return try body(folder)
  }

  /// Makes a folder that nobody else reads; its maker removes it.
  static func makeFolder() throws(BuildProblem) -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "deskbook-import-\(UUID().uuidString)")
    try Disk.createFolder(folder.path, mode: 0o700)
    return folder
  }

  /// Runs the program in a folder, within limits of memory, time and files.
  ///
  /// What it says goes to a file, as a pipe that nobody empties would stop it.
  ///
  /// - Parameters:
  ///   - arguments: of the program.
  ///   - folder: where it runs.
  ///   - mostBytes: of a file that it writes.
  ///   - output: the name of the file that takes what it prints.
  /// - Returns: its exit status, above 128 where it was killed, and what it said.
  /// - Throws: `file` where it cannot be started.
  func run(
    _ arguments: [String], in folder: URL, mostBytes: Int = Self.mostBytes,
    output: String? = nil
  ) throws(BuildProblem) -> (status: Int32, words: String) {
    let file = folder.appending(path: Self.words)
    try Disk.writeNew([], to: file.path)
    defer { _ = Disk.removeTree(file.path) }
    if let output { try Disk.writeNew([], to: folder.appending(path: output).path) }
    // KiB of memory, seconds of the processor, and half-KiB of a file.
    let limits =
      "ulimit -v 4194304; ulimit -t 120; ulimit -f \(mostBytes / 512 + 1); exec \"$@\""
    do {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", limits, "sh", path] + arguments
      process.currentDirectoryURL = folder
      process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) {
        $1
      }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput =
        try output.map {
          try FileHandle(forWritingTo: folder.appending(path: $0))
        } ?? FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: file)
      try process.run()
      process.waitUntilExit()
      let said = try Disk.read(file.path, atMost: 65_536)
      let status = process.terminationStatus
      return (
        process.terminationReason == .exit ? status : 128 + status,
        String(decoding: said, as: UTF8.self)
      )
    } catch {
      throw .file(FileFailure(.read, path))
    }
  }
}
