// Cards lie on their sheets where the table says, and backs behind their fronts.

import Handbook
import Testing
import Text

@testable import Cards

@Suite struct SheetTests {
  @Test(arguments: Paper.allCases)
  func hasASheetForEverySize(_ paper: Paper) throws {
    for size in CardSize.allCases {
      let sheet = try #require(SheetCatalog.sheet(size, on: paper))
      #expect(sheet.isSound, "\(sheet.name)")
      #expect(abs(sheet.grid.x * 2 + sheet.grid.width - paper.width) < 1e-9)
    }
    for sheet in SheetCatalog.perforated { #expect(sheet.isSound, "\(sheet.name)") }
  }

  @Test(arguments: [
    ("avery-5388", 44.45, 25.4, 3, 0.0, 76.2), ("avery-5389", 31.75, 31.75, 2, 0, 114.3),
    ("avery-5371", 19.05, 12.7, 10, 88.9, 50.8), ("avery-8373", 12.7, 19.05, 8, 101.6, 63.5),
    ("avery-5305", 0, 12.7, 2, 0, 127),
  ])
  func knowsPerforatedPaper(
    _ name: String, _ x: Double, _ y: Double, _ count: Int, _ across: Double, _ down: Double
  ) throws {
    let sheet = try #require(SheetCatalog.perforated.first { $0.name == name })
    let cells = sheet.cells
    #expect(abs(cells[0].x - x) < 0.001 && abs(cells[0].y - y) < 0.001 && cells.count == count)
    if across > 0 { #expect(abs(cells[1].x - cells[0].x - across) < 0.001) }
    #expect(abs(cells[sheet.columns].y - cells[0].y - down) < 0.001)
  }

  @Test func widensTheGutter() throws {
    let sheet = try #require(SheetCatalog.sheet(.index3x5, on: .letter, gutter: 6))
    #expect(abs(sheet.x - 28.75) < 0.001 && abs(sheet.y - 9.7) < 0.001)
    #expect(SheetCatalog.sheet(.a6, on: .a4, gutter: 6) == nil)
  }

  @Test func refusesCardsThatOverlapOrLeaveThePaper() {
    let custom = CardSheet(name: "x", paper: "a4", size: .a7, columns: 2, rows: 2)
    #expect(Sheet(custom).isSound)
    var close = custom
    close.rowPitch = 100
    #expect(!Sheet(close).isSound)
    var far = custom
    far.x = 80
    #expect(!Sheet(far).isSound)
  }

  @Test func foldsWhereAPairFits() throws {
    let a6 = try #require(SheetCatalog.foldSheet(.a6, on: .a4))
    #expect(a6.cells.count == 2 && a6.cells[0].x == 0 && abs(a6.cells[0].y - 0.5) < 0.001)
    let index = try #require(SheetCatalog.foldSheet(.index3x5, on: .letter))
    #expect(abs(index.cells[0].x - 31.75) < 0.001)
    #expect(SheetCatalog.foldSheet(.half, on: .a4) == nil)
  }
}

@Suite struct ImpositionTests {
  private func imposition(
    _ size: CardSize, _ duplex: Duplex, offset: (x: Double, y: Double) = (0, 0), copies: Int = 1
  ) throws -> Imposition {
    let sheet =
      try duplex == .fold
      ? #require(SheetCatalog.foldSheet(size, on: .a4))
      : #require(SheetCatalog.sheet(size, on: .a4))
    return Imposition(sheet: sheet, duplex: duplex, offset: offset, copies: copies)
  }

  /// Where a point of the back lies behind the sheet, seen from the front.
  private func through(_ box: Box, _ sheet: Sheet, _ duplex: Duplex) -> Box {
    duplex == .short
      ? Box(x: box.x, y: sheet.height - box.bottom, width: box.width, height: box.height)
      : Box(x: sheet.width - box.right, y: box.y, width: box.width, height: box.height)
  }

  @Test(arguments: CardSize.allCases.filter { !$0.isTent }, [Duplex.long, .short, .separate])
  func putsEveryBackBehindItsFront(_ size: CardSize, _ duplex: Duplex) throws {
    let imposition = try imposition(size, duplex)
    let pages = imposition.pages(Array(repeating: true, count: imposition.sheet.cells.count + 1))
    for front in pages where !front.isBack {
      let back = try #require(pages.first { $0.isBack && $0.sheet == front.sheet })
      for placement in front.placements {
        let behind = try #require(back.placements.first { $0.card == placement.card })
        let seen = through(behind.box, imposition.sheet, duplex)
        #expect(
          abs(seen.x - placement.box.x) < 1e-9 && abs(seen.y - placement.box.y) < 1e-9)
        // A card turns over its side: what is up on the front is up on the back.
        let turned = duplex == .short ? (540 - behind.turn) % 360 : (360 - behind.turn) % 360
        #expect(turned == placement.turn)
      }
    }
  }

  @Test func seesBacksThatAreNotMirrored() throws {
    let imposition = try imposition(.a6, .long)
    let front = imposition.sheet.cells[0]
    let seen = through(front, imposition.sheet, .long)
    #expect(seen.x != front.x, "an unmirrored back would pass the test above")
  }

  @Test func movesBacksOnly() throws {
    let plain = try imposition(.a6, .long).pages([true, true])
    let moved = try imposition(.a6, .long, offset: (1, -0.5)).pages([true, true])
    #expect(plain[0] == moved[0])
    for (from, to) in zip(plain[1].placements, moved[1].placements) {
      #expect(to.box.x - from.box.x == 1 && to.box.y - from.box.y == -0.5)
    }
  }

  @Test func leavesOutPagesWithoutBacks() throws {
    #expect(try imposition(.a6, .long).pages([false, false]).map(\.isBack) == [false])
    #expect(try imposition(.a6, .none).pages([true, true]).map(\.isBack) == [false])
    #expect(try imposition(.a6, .separate).pages([true]).map(\.isBack) == [false, true])
    #expect(
      try imposition(.a6, .long).pages(Array(repeating: true, count: 5)).map(\.sheet)
        == [1, 1, 2, 2])
  }

  @Test func foldsTheBackBesideTheFront() throws {
    let pages = try imposition(.a6, .fold).pages([true, false])
    #expect(pages.count == 1 && pages[0].placements.count == 3)
    #expect(pages[0].placements[0].box.x == 0 && pages[0].placements[1].box.x == 105)
    #expect(pages[0].placements[1].isBack)
  }

  @Test(arguments: Duplex.allCases)
  func setsATentUpOnOneSideOfThePaper(_ duplex: Duplex) throws {
    let tent = try imposition(.tent, duplex)
    let pages = tent.pages([true, false])
    #expect(pages.map(\.isBack) == [false, false] && pages.map(\.sheet) == [1, 2])
    #expect(pages.map { $0.placements.map(\.turn) } == [[0, 180], [0, 180]])
    #expect(pages.map { $0.placements.map(\.isBack) } == [[false, true], [false, false]])
    for page in pages {
      let (near, far) = (page.placements[0].box, page.placements[1].box)
      #expect(abs(near.y - 148.5) < 1e-9 && abs(far.bottom - near.y) < 1e-9 && near.x == far.x)
    }
    let low = try imposition(.lowTent, duplex).pages([true])[0].placements
    #expect(low.map(\.turn) == [90, 270] && abs(low[0].box.right - low[1].box.x) < 1e-9)
  }

  @Test func repeatsCards() throws {
    let pages = try imposition(.a6, .none, copies: 3).pages([false, false])
    #expect(pages.flatMap(\.placements).map(\.card) == [0, 0, 0, 1, 1, 1])
  }

  @Test func marksTheCutsOfEverySheet() throws {
    for size in CardSize.allCases {
      for paper in Paper.allCases {
        let sheet = try #require(SheetCatalog.sheet(size, on: paper))
        let lines = CutMarks.strokes(of: sheet).flatMap(\.self)
        #expect(lines.count { $0.kind == .cut } == 4 * sheet.cells.count)
        let edges = sheet.cells.flatMap { [$0.x, $0.right] }
        let rows = sheet.cells.flatMap { [$0.y, $0.bottom] }
        for crop in lines where crop.kind == .crop {
          let isUpright = crop.from.x == crop.to.x
          let at = isUpright ? crop.from.x : crop.from.y
          #expect((isUpright ? edges : rows).contains { abs($0 - at) < 0.05 })
          #expect(crop.from.x >= 0 && crop.to.x <= sheet.width + 0.001)
        }
      }
    }
  }
}

@Suite struct CardCodeTests {
  private func code(_ body: String, _ head: String = "") throws -> String {
    let text = "---\ntitle: T\nkind: card\n\(head)---\n\n\(body)\n"
    return try #require(TinyDeck(["cards/a.md": text]).cards.first).code
  }

  @Test func changesWithTheWordsAndNotWithTheDates() throws {
    let first = try code("Breathe.", "reviewed: 2026-11-01\nreview: 6 months\n")
    #expect(try code("Breathe.", "reviewed: 2026-12-01\nreview: 1 year\n") == first)
    #expect(try code("Breathe!") != first)
    #expect(first.count == 5)
    #expect(first.allSatisfy { CardCode.alphabet.contains($0) })
  }

  @Test func tellsFrontFromBack() throws {
    #expect(try code("One.\n\nTwo.") != code("One.\n\n---\n\nTwo."))
  }

  @Test func hashesAsTheStandardSays() {
    let digest = SHA256.bytes(Array("abc".utf8)).prefix(4)
    #expect(Array(digest) == [0xBA, 0x78, 0x16, 0xBF])
  }
}
