// Which block quotes are alerts.

import Handbook
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("> [!SAY]\n> Hello", Alert.Kind.say), ("> [!avoid]\n> Hello", .avoid),
    ("> [!Why]\n>\n> x", .why),
    ("> [!OUTCOME]", .outcome), ("> [!NOTE]\n> x", .note), ("> [!TIP]  \n> x", .tip),
    ("> [!IMPORTANT]\n> x", .important), ("> [!WARNING]\n> x", .warning),
    ("> [!CAUTION]\\\n> x", .caution), ("- > [!SAY]\n  > x", .say), ("> > [!SAY]\n> > x", .say),
  ])
  func readsAMarkerLine(_ text: String, _ kind: Alert.Kind) throws {
    #expect(try page("# T\n\n\(text)\n").alerts.values.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "> Hello", "> [!SAY] Hello", "> [!SAYS]\n> x", "> [!]\n> x", "> **[!SAY]**\n> x",
    "> x\n> [!SAY]",
    "> \\[!SAY]\n> x", "> `[!SAY]`\n> x", "[!SAY]\nx", "> - [!SAY]\n>   x", "> [!SAY", ">",
    "> [!SAY][x]\n> y\n\n[x]: y", "> ## [!SAY]",
  ])
  func leavesOtherQuotesAlone(_ text: String) throws {
    #expect(try page("# T\n\n\(text)\n").alerts.isEmpty)
  }
}
