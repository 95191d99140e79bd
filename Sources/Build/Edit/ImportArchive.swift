// Zip files of what is imported, through unzip where it is installed.

package import Editing
internal import Foundation
internal import Handbook
internal import Text

/// Reads the files of a zip file.
///
/// No name in it becomes the name of a file: unzip writes all contents one behind the other, no more of
/// them than the list of the files promises, and they are told apart by their sizes.
package struct ImportArchive {
  /// Why nothing was read.
  package enum Problem: Error, Sendable {
    case notInstalled
    /// It is no zip file, or half of one; in unzip's words.
    case broken(String)
    /// A file needs a password.
    case locked(String)
    /// A name leads out of the folder.
    case outside(String)
    case tooLarge(limit: Int)
    case tooManyFiles(limit: Int)
    case files(BuildProblem)
  }

  private struct Entry {
    let name: String
    let size: Int
    let isFile: Bool
  }

  private let path: String

  /// - Parameter path: the zip file.
  package init(_ path: String) { self.path = path }

  /// The files; hidden ones and what other tools made left out, as in a folder.
  package func read() throws(Problem) -> ImportSource {
    guard let unzip = OutsideTool("unzip") else { throw .notInstalled }
    let folder: URL
    do throws(BuildProblem) {
      folder = try OutsideTool.makeFolder()
    } catch {
      throw .files(error)
    }
    defer { _ = Disk.removeTree(folder.path) }
    do throws(BuildProblem) {
      // Some letters of a name would stand for others, so unzip gets a plain one.
      let real = try Disk.realPath(path)
      let name = folder.appending(path: "archive.zip").path
      guard unsafe symlink(real, name) == 0 else { throw .file(FileFailure(.write, name)) }
    } catch {
      throw .files(error)
    }
    let listed = try Self.output(of: unzip, ["-Z", "-l"], in: folder, most: 256 << 20)
    let entries = try Self.entries(String(decoding: listed, as: UTF8.self))
    let total = entries.reduce(0) { $0 + $1.size }
    if total == 0 { return ImportSource(name: stem, files: [:]) }
    let bytes = try Self.output(of: unzip, ["-p"], in: folder, most: total)
    if bytes.count != total { throw .broken("what it holds is not what it says") }
    return source(entries, bytes)
  }

  private var stem: String {
    let name = Disk.name(of: path)
    return name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name
  }

  private static func output(
    of unzip: OutsideTool, _ options: [String], in folder: URL, most: Int
  ) throws(Problem) -> [UInt8] {
    let name = "output\(options[0])"
    let (status, words): (Int32, String)
    let bytes: [UInt8]
    do throws(BuildProblem) {
      (status, words) = try unzip.run(
        options + ["archive.zip"], in: folder, mostBytes: most, output: name)
      bytes = try Disk.read(folder.appending(path: name).path)
    } catch {
      throw .files(error)
    }
    if status <= 1 { return bytes }
    if status > 128 { throw .broken("it holds more than it says") }
    let line = words.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
      .first { !$0.hasPrefix("[") && !$0.isEmpty }
    throw .broken(line.map(String.init) ?? "")
  }

  /// The list of the files: rights, version, system, size, kind, packed size, way, date, time, name.
  ///
  /// - Source: zipinfo(1).
  private static func entries(_ list: String) throws(Problem) -> [Entry] {
    var entries: [Entry] = []
    for line in list.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 9)
      guard parts.count == 10, let kind = parts[0].first, "-dlbcps?".contains(kind),
        let size = Int(parts[3])
      else { continue }
      let name = String(parts[9]).replacing("\\", with: "/")
      if name.hasPrefix("/") || name.pathNames.contains("..") { throw .outside(name) }
      if kind == "d" || name.hasSuffix("/") { continue }
      if parts[4].first?.isUppercase == true { throw .locked(name) }
      if size > ImportFiles.mostFileBytes { throw .tooLarge(limit: ImportFiles.mostFileBytes) }
      if entries.count == Limits.names { throw .tooManyFiles(limit: Limits.names) }
      entries.append(Entry(name: name, size: size, isFile: kind == "-" || kind == "?"))
    }
    let total = entries.reduce(0) { $0 + $1.size }
    if total > ImportFiles.mostBytes { throw .tooLarge(limit: ImportFiles.mostBytes) }
    return entries
  }

  private func source(_ entries: [Entry], _ bytes: [UInt8]) -> ImportSource {
    let shown = entries.map { $0.name.pathNames.map(String.init) }
      .filter { $0.first?.hasPrefix(".") == false && $0.first != "__MACOSX" }
    let tops = Set(shown.compactMap(\.first))
    let top = tops.count == 1 && shown.allSatisfy { $0.count > 1 } ? tops.first : nil
    let names = Set(shown.compactMap { $0.dropFirst(top == nil ? 0 : 1).first })
    let skipped = ImportFiles.skipped(among: names).union(["__MACOSX"])
    var (files, hidden, left): ([String: [UInt8]], Set<String>, [String]) = ([:], [], [])
    var start = 0
    for entry in entries {
      let content = bytes[start..<start + entry.size]
      start += entry.size
      var parts = entry.name.pathNames.map(String.init)
      if let top, parts.first == top { parts.removeFirst() }
      guard let first = parts.first, !skipped.contains(first) else { continue }
      if let index = parts.firstIndex(where: { $0.hasPrefix(".") && $0 != ImportFiles.gitBook }) {
        if index + 1 < parts.count { hidden.insert(parts[...index].joined(separator: "/")) }
        continue
      }
      let name = parts.joined(separator: "/")
      if entry.isFile {
        files[ImportResult.free(name) { files[$0] != nil }] = Array(content)
      } else {
        left.append(name)
      }
    }
    return ImportSource(name: stem, files: files, hidden: hidden.sorted(), left: left)
  }
}
