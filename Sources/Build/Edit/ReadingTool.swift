// Programs of this machine that read what Deskbook does not read by itself.

internal import Foundation

/// A program that reads a file for an import, kept within limits.
struct ReadingTool {
  /// The largest file, and the most that may come of it, in bytes.
  static let mostBytes = 200 << 20
  /// The file that takes what the program says.
  private static let words = ".words"

  private let program: URL

  /// The first program of this name on the path; nil where there is none.
  init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let programs = folders.map { URL(filePath: String($0)).appending(path: name) }
    guard
      let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { return nil }
    program = found
  }

  /// Does something with a folder that is gone afterwards.
  static func withFolder<Result>(
    _ body: (URL) throws(BuildProblem) -> Result
  ) throws(BuildProblem) -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "deskbook-import-\(UUID().uuidString)")
    defer { _ = Disk.removeTree(folder.path) }
    try Disk.createFolder(folder.path, mode: 0o700)
    return try body(folder)
  }

  /// Runs the program in a folder, within limits of memory, time and files; its exit status, above 128
  /// where a limit ended it, and what it said.
  ///
  /// What it says goes to a file, as a pipe that nobody empties would stop it.
  func run(
    _ arguments: [String], in folder: URL
  ) throws(BuildProblem) -> (status: Int32, words: String) {
    let file = folder.appending(path: Self.words)
    try Disk.writeNew([], to: file.path)
    // KiB of memory, seconds of the processor, and half-KiB of a file.
    let limits =
      "ulimit -v 4194304; ulimit -t 120; ulimit -f \(Self.mostBytes / 512); exec \"$@\""
    do {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", limits, "sh", program.path] + arguments
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
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
      throw .file(FileFailure(.read, program.path))
    }
  }
}
