// Addresses of the site's files, as pages write them.

import Testing
import Text

@Suite struct AddressTests {
  @Test(arguments: [
    ("a.html", "", "a.html"), ("a/b.html", "", "a/b.html"), ("a/b.html", "a", "b.html"),
    ("a/b.html", "ab", "../a/b.html"), ("ab/b.html", "a", "../ab/b.html"),
    ("index.html", "a/b", "../../index.html"), ("a/c/d.html", "a/b", "../c/d.html"),
    ("a/b/c/d.html", "a/b", "c/d.html"), ("a/b.html", "a/b", "../b.html"),
    ("a b/c:d.html", "a b", "c%3Ad.html"), ("a/é.html", "b", "../a/%C3%A9.html"),
  ])
  func leadFromAFolderToAFile(path: String, folder: String, address: String) {
    #expect(urlPath(path, from: folder) == address)
  }
}
