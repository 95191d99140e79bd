// What is asked of `deskbook cards`.

package import Cards
package import Handbook

/// Which cards to print, and how.
package struct CardOrder: Sendable {
  /// A way to choose cards.
  package enum Choice: Sendable, Equatable {
    case id(String)
    case tag(String)
    case category(String)
  }

  /// The folder that the PDFs go to.
  package var output: String
  /// Nil for the paper that `handbook.yml` names.
  package var paper: Paper?
  /// Sizes to print; all where empty.
  ///
  /// Where no card has the only one, all are set in it.
  package var sizes: [CardSize] = []
  /// A sheet by its name; the usual one of each size where nil.
  package var sheet: String?
  package var duplex = Duplex.long
  /// All cards where empty.
  package var choices: [Choice] = []
  /// An earlier build's `deskbook.json`: only what differs from it is printed.
  package var changedSince: String?
  package var offset: (x: Millimetres, y: Millimetres) = (0, 0)
  package var copies = 1
  package var gutter: Millimetres = 0
  package var hasMarks = true

  package init(output: String) { self.output = output }
}

/// Why an order cannot be met; the command line finds the words.
package enum CardOrderProblem: Error, Sendable, Equatable {
  /// No card of that name, tag or category; `known` are those there are.
  case nothingChosen(String, known: [String])
  case noSheet(String, known: [String])
  /// No sheet of this paper holds the size in this way.
  case doesNotFit(size: String, paper: String, isFold: Bool)
  /// No card has the size, and these cannot be set in it; `known` are the sizes that cards have.
  case tooSmall(size: String, cards: [String], known: [String])
  /// The sheet holds other paper, or another size of cards, than was asked for.
  case sheetIsFor(sheet: String, what: String, given: String)
  /// A sheet of the handbook's own whose cards overlap or leave the paper.
  case unsoundSheet(String)
  /// The file named for `--changed-since` is no manifest.
  case noManifest(String)
}

/// A PDF that was written.
package struct PrintedDeck: Sendable, Equatable {
  package let path: String
  package let cards: Int
  package let sheets: Int
}

/// What came of an order.
package struct PrintedOrder: Sendable, Equatable {
  package var decks: [PrintedDeck] = []
  /// Cards of the earlier build that are out of date now: id and earlier code.
  package var recalled: [EarlierCard] = []

  package init(recalled: [EarlierCard] = []) { self.recalled = recalled }
}

/// A card as an earlier build had it.
package struct EarlierCard: Sendable, Equatable {
  package let id: String
  package let code: String
}
