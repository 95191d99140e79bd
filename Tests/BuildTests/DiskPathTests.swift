// Paths are cut at the byte of `/`, whatever stands behind it.

import Testing

@testable import Build

struct DiskPathTests {
  @Test(arguments: ["x", "\u{301}a", "\u{308}", "\u{200D}b", "\u{FE0F}", "\n", "e\u{301}"])
  func areTakenApartAndPutTogether(name: String) {
    for folder in ["/", "a", "/a/b", "a/\u{301}c", "e\u{301}"] {
      let path = Disk.join(folder, name)
      #expect(Array(Disk.folder(of: path).utf8) == Array(folder.utf8))
      #expect(Array(Disk.name(of: path).utf8) == Array(name.utf8))
    }
    #expect(Disk.folder(of: name) == ".")
    #expect(Disk.join("a", "/" + name) == "/" + name)
    #expect(Disk.join("a/", name).utf8.elementsEqual("a/\(name)".utf8))
  }
}
