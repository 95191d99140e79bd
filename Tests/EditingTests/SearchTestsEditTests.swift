// New entries of `search-tests.yml`, and all that stays.

import Editing
import Handbook
import Testing

@Suite struct SearchTestsEditTests {
  private static let entries = [
    SearchTestsEdit.Entry(query: "late fee: \"why\"", place: "policies/fees.md#late-fee"),
    SearchTestsEdit.Entry(query: "no", place: "a b.md"),
  ]

  private func after(_ text: String?) throws -> String {
    let edit = SearchTestsEdit(text.map { Array($0.utf8) })
    return String(decoding: try edit.appending(Self.entries), as: UTF8.self)
  }

  private static let block = """
    - query: "late fee: \\"why\\""
      expect: policies/fees.md#late-fee
    - query: "no"
      expect: a b.md

    """

  @Test func makesAFile() throws {
    #expect(
      try after(nil) == "# What staff type, and what they must find.\n\n" + Self.block)
  }

  @Test(arguments: [
    "", "# only a comment\n", "- query: fee   # often\n  expect: fees.md\n# the end\n",
    "\u{FEFF}- {query: a, expect: a.md}\n\n- query: fee\n  expect: [a.md,\n    b.md]\n",
    "- query: fee\n  expect: |\n    It is ten dollars.\n",
  ])
  func addsBehindWhatIsThere(_ before: String) throws {
    #expect(try after(before) == before + Self.block)
  }

  @Test func writesAsTheLastEntryIsWritten() throws {
    let braces = "  -  {query: fee, expect: fees.md}"
    #expect(
      try after(braces) == braces + "\n"
        + #"  -  {query: "late fee: \"why\"", expect: "policies/fees.md#late-fee"}"# + "\n"
        + #"  -  {query: "no", expect: a b.md}"# + "\n")
    let deep = "  -   query: fee\r\n      expect: fees.md\r\n"
    #expect(
      try after(deep) == deep + "  -   query: \"late fee: \\\"why\\\"\"\r\n"
        + "      expect: policies/fees.md#late-fee\r\n"
        + "  -   query: \"no\"\r\n      expect: a b.md\r\n")
  }

  @Test(arguments: [
    "[{query: fee, expect: fees.md}]\n", "query: fee\nexpect: fees.md\n", "just words\n",
    "- query: fee\n  expect: fees.md\n...\n",
    "- query: fee\n  expect: \"fees.md\n",
  ])
  func refusesWhatIsNoListOfLines(_ before: String) {
    #expect(throws: SearchTestsEdit.NoList.self) { try after(before) }
  }

  @Test func changesNothingForNothing() throws {
    let bytes = Array("- {query: fee, expect: fees.md}".utf8)
    #expect(try SearchTestsEdit(bytes).appending([]) == bytes)
  }

  @Test func knowsTheQueriesThatAreThere() {
    let text = "- {query: Late  Fee, expect: fees.md}\n- query: no\n  expect: no.md\n"
    #expect(SearchTestsEdit(Array(text.utf8)).queries == ["late fee", "no"])
  }
}
