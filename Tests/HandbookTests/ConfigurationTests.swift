// Every key of `handbook.yml`, `sources.yml` and `synonyms.txt`, right and wrong.

import Handbook
import Testing

@Suite struct ConfigurationTests {
  private static let today = CalendarDate(daysSince1970: 20_000)

  private func read(_ text: String) throws -> (Configuration, [Diagnostic]) {
    let file = SourceFile(path: .configuration, bytes: Array(text.utf8))
    let (settings, found) = HandbookSettings.read([.configuration: file], today: Self.today)
    return (settings.configuration, found)
  }

  @Test func hasDefaults() throws {
    let (nothing, found) = HandbookSettings.read([:], today: Self.today)
    #expect(found.isEmpty)
    for configuration in [nothing.configuration, try read("").0, try read("# only a comment\n").0] {
      #expect(configuration.title == nil && configuration.language == "en")
      #expect(configuration.theme == "default" && configuration.url == nil)
      #expect(configuration.cards.paper == "a4" && configuration.cards.defaultSize == .a6)
      #expect(configuration.spoken.words == 25 && configuration.spoken.grade == nil)
      #expect(configuration.review == nil && !configuration.smartPunctuation)
    }
  }

  @Test func readsEveryKey() throws {
    let (configuration, found) = try read(
      """
      title: Front desk
      organization: Willow Street
      language: es-419
      theme: clinic
      url: https://desk.example/handbook
      values: {clinic: Willow, fee: "$40", year: 2026}
      fields:
        client: {label: Client's name, type: text, example: Sam}
        slot: {label: Slot, type: choice, choices: [morning, afternoon]}
        when: {type: date}
      review: {every: 6 months, owner: Lead}
      cards:
        paper: letter
        size: a7
        categories:
          policy: {label: Policy, shape: star, color: "#0b5C63"}
          plain: {}
      rules: {stale-page: error, raw-html: off, orphan-page: warning}
      navigation: [heart.md, /situations/]
      redirects: {old.md: new.md, older.md: new.md}
      smart-punctuation: on
      spoken: {words: 20, grade: 7.5}
      """)
    #expect(found.isEmpty)
    #expect(configuration.title?.value == "Front desk" && configuration.theme == "clinic")
    #expect(configuration.organization == "Willow Street" && configuration.language == "es-419")
    #expect(configuration.url == "https://desk.example/handbook/")
    #expect(configuration.values == ["clinic": "Willow", "fee": "$40", "year": "2026"])
    #expect(configuration.fields.map(\.name) == ["client", "slot", "when"])
    #expect(configuration.fields.map(\.label) == ["Client's name", "Slot", "when"])
    #expect(configuration.fields.map(\.type) == [.text, .choice, .date])
    #expect(configuration.field("slot")?.choices == ["morning", "afternoon"])
    #expect(configuration.review?.every == .months(6) && configuration.review?.owner == "Lead")
    #expect(configuration.review != nil && configuration.smartPunctuation)
    #expect(configuration.cards.paper == "letter" && configuration.cards.defaultSize == .a7)
    #expect(configuration.cards.categories.map(\.name) == ["policy", "plain"])
    #expect(configuration.cards.categories.map(\.shape) == [.star, .circle])
    #expect(configuration.cards.categories.map(\.color) == ["#0b5C63", nil])
    #expect(
      configuration.rules == ["stale-page": .error, "raw-html": .off, "orphan-page": .warning])
    #expect(configuration.navigation.map(\.value) == ["heart.md", "situations"])
    #expect(configuration.redirects.map(\.from.value) == ["old.md", "older.md"])
    #expect(configuration.spoken.words == 20 && configuration.spoken.grade == 7.5)
  }

  @Test(arguments: [
    ("①- a\n- b\n", "invalid-value"), ("language: ①en_US\n", "invalid-value"),
    ("language: ①e\n", "invalid-value"), ("url: ①ftp://x\n", "invalid-value"),
    ("url: ①https://a b\n", "invalid-value"), ("values: ①[a]\n", "invalid-value"),
    ("values: {a: ①[b]}\n", "invalid-value"), ("values: {①a b: c}\n", "invalid-value"),
    ("fields: {①1st: {label: x}}\n", "invalid-value"),
    ("fields: {a: {type: ①number}}\n", "invalid-value"),
    ("fields: {①a: {type: choice}}\n", "invalid-value"),
    ("values: {a: b}\nfields: {①a: {label: x}}\n", "invalid-value"),
    ("review: {every: ①monthly}\n", "review-date"), ("review: {①often: no}\n", "unknown-key"),
    ("cards: {paper: ①a5}\n", "invalid-value"), ("cards: {size: ①a1}\n", "invalid-value"),
    ("cards: {categories: {x: {color: ①red}}}\n", "invalid-value"),
    ("cards: {categories: {x: {color: \"①#12345\"}}}\n", "invalid-value"),
    ("cards: {categories: {x: {shape: ①cross}}}\n", "invalid-value"),
    ("rules: {①no-rule: off}\n", "invalid-value"), ("rules: {raw-html: ①never}\n", "invalid-value"),
    ("redirects: {①a.md: {b: c}}\n", "invalid-value"), ("smart-punctuation: ①x\n", "invalid-value"),
    ("spoken: {words: ①0}\n", "invalid-value"), ("spoken: {words: ①-1e300}\n", "invalid-value"),
    ("spoken: {words: ①nan}\n", "invalid-value"), ("spoken: {grade: ①99}\n", "invalid-value"),
    ("spoken: {①length: 9}\n", "unknown-key"), ("①tilte: x\n", "unknown-key"),
    ("navigation: ①{a: b}\n", "invalid-value"), ("title: ①[x]\n", "invalid-value"),
    ("title: a\n①title: b\n", "duplicate-key"), ("title: ①&a b\n", "yaml-alias"),
  ])
  func reportsAWrongValueWhereItStands(_ marked: String, _ rule: String) throws {
    let text = MarkedText(marked)
    let (_, found) = try read(text.text)
    #expect(found.map(\.rule.id) == [rule])
    #expect(found.map(\.range.lowerBound) == [try #require(text.places["①"])])
    #expect(found.allSatisfy { $0.path == .configuration && $0.severity == .error })
  }

  @Test func readsWhatStandsOnEveryPage() throws {
    let (configuration, found) = try read(
      """
      values: {phone: "555 0142", mail: lead@desk.example}
      notice: {text: "Call {{phone}}, *today*.", until: 2026-12-24, link: /fees.md#late}
      contacts:
        - {label: Emergency, phone: "911"}
        - {label: Lead, phone: "+1 (555) 0142#2", when: 8 to 6}
        - {label: Blue folder, value: in the staff room}
      owners: {Lead: "{{mail}}", Desk: desk@desk.example}
      edit: https://git.example/edit/{path}?plain=1
      cards: {contacts: true}
      """)
    #expect(found.isEmpty)
    let notice = try #require(configuration.notice)
    #expect(notice.text == "Call 555 0142, *today*.")
    let last = try #require(notice.until?.value)
    #expect(!notice.isOver(on: last))
    #expect(notice.isOver(on: CalendarDate(daysSince1970: last.daysSince1970 + 1)))
    guard case .page(let path, let anchor) = notice.link else {
      Issue.record("the notice leads to no page")
      return
    }
    #expect(path.value == "fees.md" && anchor == "late")
    #expect(configuration.contacts.map(\.dial) == ["tel:911", "tel:+15550142%232", nil])
    #expect(
      configuration.contacts.map(\.line)
        == ["Emergency 911", "Lead +1 (555) 0142#2 (8 to 6)", "Blue folder in the staff room"])
    #expect(configuration.cards.hasContacts)
    #expect(configuration.address(of: "Lead") == "lead@desk.example")
    #expect(configuration.address(of: "Nobody") == nil && configuration.address(of: nil) == nil)
    #expect(
      configuration.editAddress(of: try ContentPath("a b/c#d?.md"))
        == "https://git.example/edit/a%20b/c%23d%3F.md?plain=1")
  }

  @Test(arguments: [
    ("notice: ①Closed\n", "keys with values"), ("notice: ①{until: 2026-12-24}\n", "needs text:"),
    ("notice: {text: \"①# Closed\"}\n", "one paragraph"),
    ("notice: {text: \"①See <b>this</b>\"}\n", "one paragraph"),
    ("notice: {text: \"①See [this](fees.md)\"}\n", "one paragraph"),
    ("notice: {text: \"①{{phone}}\"}\n", "no value is named phone"),
    ("notice: {text: Hi, until: ①tomorrow}\n", "is not a day"),
    ("notice: {text: Hi, until: ①12/24/2026}\n", "not written as year-month-day"),
    ("notice: {text: Hi, link: ①javascript:x}\n", "a page or a web address"),
    ("contacts: [①911]\n", "keys with values"), ("contacts: [①{label: Lead}]\n", "a contact needs"),
    ("contacts: [①{phone: 911}]\n", "a contact needs"),
    ("contacts: [{label: A, phone: ①ask Ana}]\n", "cannot be dialled"),
    ("contacts: [{label: A, phone: ①1+1}]\n", "cannot be dialled"),
    ("contacts: [{label: A, value: \"①{{b}}\"}]\n", "no value is named b"),
    (
      "contacts: [\(String(repeating: "{label: A, phone: 1}, ", count: 6))①{label: B, phone: 2}]\n",
      "more than 6"
    ),
    ("owners: {Lead: ①lead}\n", "not a mail address"),
    ("owners: {Lead: ①a@b@c}\n", "not a mail address"),
    ("owners: {Lead: ①a@b?cc=c}\n", "not a mail address"),
    ("owners: {Lead: ①[a]}\n", "one address"),
    ("edit: ①http://a/b/{path}\n", "https://"), ("edit: ①https://a/b\n", "hold {path}"),
    ("edit: ①https://{path}/a\n", "behind the host"),
    ("edit: ①https://a/<b>/{path}\n", "no address"),
    ("cards: {①contacts: true}\n", "no contacts to print"),
  ])
  func reportsWhatCannotStandOnEveryPage(_ marked: String, _ message: String) throws {
    let text = MarkedText(marked)
    let (_, found) = try read(text.text)
    #expect(found.map(\.rule.id) == ["invalid-value"])
    #expect(found.map(\.range.lowerBound) == [try #require(text.places["①"])])
    #expect(found.allSatisfy { $0.message.contains(message) && $0.help != nil })
  }

  @Test func refusesAHugeFile() throws {
    let (_, found) = try read(String(repeating: "# comment\n", count: 110_000))
    #expect(found.map(\.rule.id) == ["yaml-syntax"])
  }

  @Test func readsSources() throws {
    let text = "jane: {title: Empathy, author: Jane, url: https://a.example, note: Read it}\nbob:\n"
    let file = SourceFile(path: .bibliography, bytes: Array(text.utf8))
    let (settings, found) = HandbookSettings.read([.bibliography: file], today: Self.today)
    let sources = settings.sources
    #expect(sources["jane"]?.title == "Empathy" && sources["jane"]?.author == "Jane")
    #expect(sources["jane"]?.url == "https://a.example" && sources["jane"]?.note == "Read it")
    #expect(sources.keys.sorted() == ["bob", "jane"])
    #expect(found.map(\.message) == ["bob has no title"])
  }

  @Test(arguments: [
    ("angry, mad , very  upset", SynonymLine.Meaning.twoWay(["angry", "mad", "very upset"])),
    ("a => b, c", .oneWay(from: ["a"], to: ["b", "c"])),
    ("a, b => c", .oneWay(from: ["a", "b"], to: ["c"])),
    ("a, b # why", .twoWay(["a", "b"])), ("a, A, b", .twoWay(["a", "b"])),
  ])
  func readsSynonyms(_ line: String, _ group: SynonymLine.Meaning) {
    let file = SourceFile(path: .synonyms, bytes: Array("# head\r\n\r\n\(line)\r\n".utf8))
    let (settings, found) = HandbookSettings.read([.synonyms: file], today: Self.today)
    let lines = settings.synonyms
    #expect(lines.map(\.meaning) == [group])
    #expect(lines.map(\.number) == [3])
    #expect(found.isEmpty)
  }
}
