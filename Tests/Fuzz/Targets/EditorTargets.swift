// What an editor may send: bytes to frame, and a talk with the language server.

import Dispatch
import Handbook
import LanguageServer
import MessageFrames
import Search
import Text

extension Targets {
  /// A stream gives the same messages however it comes, and what was framed comes back.
  static func frames(_ bytes: [UInt8]) {
    let step = 1 + Int(bytes.first ?? 0) % 7
    precondition(messages(bytes, by: step) == messages(bytes, by: bytes.count + 1))
    let framed = messages(MessageFrames.framed(bytes) + bytes, by: 5)
    precondition(framed.whole.first == bytes, "a framed message is lost")
  }

  private struct Messages: Equatable {
    var whole: [[UInt8]] = []
    var problem: MessageFrames.Problem?
  }

  private static func messages(_ bytes: [UInt8], by step: Int) -> Messages {
    var frames = MessageFrames()
    var found = Messages()
    for start in stride(from: 0, to: bytes.count, by: step) {
      frames.append(bytes[start..<min(start + step, bytes.count)])
      do throws(MessageFrames.Problem) {
        while let message = try frames.next() { found.whole.append(message) }
      } catch {
        found.problem = error
        return found
      }
    }
    return found
  }

  /// A page as an editor has it, then messages, one a line, after a line of `===`.
  static func editor(_ bytes: [UInt8]) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      var talk = EditorTalk()
      await talk.run(bytes)
      done.signal()
    }
    done.wait()
  }
}

/// One editor that opens a page, asks about many of its places, then sends what it was given.
private struct EditorTalk {
  private static let uri = "file:///desk/index.md"
  private var session = LanguageSession(
    version: "0", load: { _ in LanguageSession.Loaded(snapshot) },
    check: { snapshot, _ in
      let options = ReadingOptions(today: snapshot.today)
      let (handbook, found) = Handbook.read(snapshot.content, options)
      return LanguageSession.Checked(
        handbook, Checks.applyLevels(to: found + Checks.findings(in: handbook), in: handbook))
    })

  private static let snapshot: ContentSnapshot = {
    let other =
      "# Other\n\n## a\n\n[home](index.md#b)\n\n| Say | When |\n| - | - |\n| Hi {{name}} | now |\n"
    let settings = "title: T\nvalues: {clinic: W}\nfields: {name: {label: N, type: text}}\n"
    return ContentSnapshot(
      folder: "/", root: "/desk",
      content: ContentFiles(
        pages: ["index.md": "# A\n", "other.md": other].sorted { $0.key < $1.key }.map {
          SourceFile(path: Targets.path($0.key), bytes: Array($0.value.utf8))
        },
        settings: [
          .configuration: SourceFile(path: .configuration, bytes: Array(settings.utf8))
        ],
        files: [Targets.path("a.png")]),
      today: CalendarDate(daysSince1970: 20_000))
  }()

  mutating func run(_ bytes: [UInt8]) async {
    await send(#"{"id":0,"method":"initialize","params":{}}"#)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    let page = lines.prefix { $0 != ArraySlice("===".utf8) }
    lines = lines.dropFirst(page.count + 1)
    await edit(String(decoding: Array(page.joined(separator: [0x0A])), as: UTF8.self))
    // Eight lines, each at its start, middle or end; a rename reads the whole handbook again.
    for line in stride(from: 0, to: page.count, by: 1 + page.count / 8) {
      await ask(line, page[line].count * (line % 3) / 2, renames: line == page.count / 2)
    }
    for line in lines { await send(Array(line)) }
    check(await session.findings())
  }

  private mutating func edit(_ text: String) async {
    let quoted = JSON.quoted(text)
    await send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(Self.uri)","text":\#(quoted)}}}"#
    )
    check(await session.findings())
  }

  private mutating func ask(_ line: Int, _ column: Int, renames: Bool) async {
    let place =
      #""textDocument":{"uri":"\#(Self.uri)"},"position":{"line":\#(line),"character":\#(column)}"#
    for method in ["completion", "hover", "definition", "references", "prepareRename"] {
      await send(#"{"id":1,"method":"textDocument/\#(method)","params":{\#(place)}}"#)
    }
    if !renames { return }
    let whole = #""range":{"start":{"line":0,"character":0},"end":{"line":9999,"character":0}}"#
    for method in ["codeAction", "documentSymbol", "documentLink", "foldingRange"] {
      await send(#"{"id":1,"method":"textDocument/\#(method)","params":{\#(place),\#(whole)}}"#)
    }
    await send(
      #"{"id":1,"method":"textDocument/rename","params":{\#(place),"newName":"moved/b"}}"#)
  }

  private mutating func send(_ text: String) async { await send(Array(text.utf8)) }

  private mutating func send(_ message: [UInt8]) async { check(await session.handle(message)) }

  /// What an editor is sent must be JSON that it can read.
  private func check(_ answers: [[UInt8]]) {
    for answer in answers {
      precondition(JSON(answer) != nil, String(decoding: answer, as: UTF8.self))
    }
  }
}
