// Which block quotes are alerts.

import CommonMark
import Handbook
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("> [!SAY]\n> Hello", Alert.Kind.say), ("> [!avoid]\n> Hello", .avoid),
    ("> [!Why]\n>\n> x", .why),
    ("> [!OUTCOME]", .outcome), ("> [!NOTE]\n> x", .note), ("> [!TIP]  \n> x", .tip),
    ("> [!IMPORTANT]\n> x", .important), ("> [!WARNING]\n> x", .warning),
    ("> [!CAUTION]\\\n> x", .caution), ("> [!SAY] Hello", .say), ("> [!SAY]**Hello**", .say),
    ("> [!SAY]Hello", .say),
    ("> [!SAY]\u{A0}Hello", .say), ("> [!NOTE]- x\n> y", .note), ("> [!tip] x", .tip),
    ("- > [!SAY]\n  > x", .say), ("> > [!SAY]\n> > x", .say),
  ])
  func readsAMarkerLine(_ text: String, _ kind: Alert.Kind) throws {
    #expect(try page("# T\n\n\(text)\n").alerts.values.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "> Hello", "> [!SAYS]\n> x", "> [!]\n> x",
    "> **[!SAY]**\n> x",
    "> x\n> [!SAY]",
    "> \\[!SAY]\n> x", "> `[!SAY]`\n> x", "[!SAY]\nx", "> - [!SAY]\n>   x", "> [!SAY", ">",
    "> [!SAY][x]\n> y\n\n[x]: y", "> ## [!SAY]",
  ])
  func leavesOtherQuotesAlone(_ text: String) throws {
    #expect(try page("# T\n\n\(text)\n").alerts.isEmpty)
  }

  @Test func takesTheTextOnTheMarkersLine() throws {
    let page = try page("# T\n\n> [!SAY] Hello **you**.\n\n> [!AVOID]\u{A0} Yo.\n> Hey.\n")
    #expect(page.phrases.map(\.say?.text) == ["Hello you."])
    #expect(page.phrases.map(\.avoid?.text) == ["Yo. Hey."])
  }

  @Test func takesAWordBehindABoxAsItsTitle() throws {
    let page = try page("# T\n\n> [!NOTE] Late *fees*\n> Ask.\n\nText\n\n> [!TIP] Ask.\n")
    let titles = page.alerts.sorted { $0.key < $1.key }.map(\.value.title)
    #expect(titles.map { $0.map(page.tree.plainText(in:)) } == ["Late fees", nil])
  }
}
