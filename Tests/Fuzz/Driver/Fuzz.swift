// Feeds libFuzzer's inputs to one part of Deskbook: fuzz TARGET [options of libFuzzer] [corpus].
//
// Built by Tests/Fuzz/run only: DESKBOOK_FUZZ=1 swift build --product fuzz with the sanitizers.

import Foundation
import FuzzTargets
import Glibc

/// libFuzzer's own entry, for programs that have a main of their own.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The target of this run; set once before the driver begins.
nonisolated(unsafe) var target: (([UInt8]) -> Void) = { _ in }

@main
enum Fuzz {
  static func main() {
    let names = CommandLine.arguments
    guard names.count > 1, let chosen = Targets.all[names[1]] else {
      print(Targets.all.keys.sorted().joined(separator: "\n"))
      exit(names.count > 1 ? 64 : 0)
    }
    target = chosen
    var count = Int32(names.count - 1)
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([names[0]] + names.dropFirst(2)).map { strdup($0) } + [nil]
    let status = arguments.withUnsafeMutableBufferPointer { buffer -> Int32 in
      var start = buffer.baseAddress
      return runDriver(&count, &start) { bytes, size in
        target(bytes.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? [])
        return 0
      }
    }
    exit(status)
  }
}
