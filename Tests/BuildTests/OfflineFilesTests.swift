// What a browser keeps for times without a network.

import Testing

@testable import Site

@Suite struct OfflineFilesTests {
  private func list(of size: Int) throws -> String {
    let files = [
      (path: "a b.html", hash: "12", size: size), (path: "search/index.json", hash: "34", size: 9),
      (path: "index.html", hash: "56", size: 1),
    ]
    let worker = OfflineFiles.worker(Array("'use strict';".utf8), files: files)
    guard case .bytes(let bytes) = worker.content else { return "" }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("};\n'use strict';"))
    return text.filter { !$0.isWhitespace }
  }

  @Test func listsWhatPagesAskFor() throws {
    #expect(try list(of: 2).contains(#"files={"a%20b.html":"12","index.html":"56"};"#))
  }

  @Test func listsNothingOfASiteThatIsTooLargeForABrowser() throws {
    #expect(try list(of: OfflineFiles.largestSite - 1).contains("a%20b"))
    #expect(try list(of: OfflineFiles.largestSite).contains("files={};"))
  }
}
