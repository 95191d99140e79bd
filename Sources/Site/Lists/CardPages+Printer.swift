// The bar above the cards, by which a reader prints those that were chosen; js/cards-print.js answers it.

internal import Handbook

extension CardPages {
  /// Search, paper, size and the button; the paper of the settings is chosen, and no card yet.
  func printer(_ out: inout HTMLWriter) {
    out.markup("<div class=\"card-printer js-only\">\n<label class=\"find\">")
    out.text(strings["cards-find"])
    out.markup(" <input type=\"search\" autocomplete=\"off\"></label>\n")
    choice("paper", strings["cards-paper"], &out) { out in
      for paper in CardAddress.papers {
        option(
          paper, strings["paper-" + paper],
          isChosen: paper == handbook.configuration.cards.paper, &out)
      }
    }
    let sizes = sizes(of: handbook.cards)
    if sizes.count > 1 {
      choice("size", strings["cards-size"], &out) { out in
        option("", strings["cards-all-sizes"], isChosen: true, &out)
        for size in sizes {
          option(size.rawValue, size.rawValue.uppercased(), isChosen: false, &out)
        }
      }
    }
    out.markup("<label class=\"every\">")
    out.text(strings["cards-choose-all"])
    out.markup(" <input type=\"checkbox\" autocomplete=\"off\"></label>\n")
    out.markup("<button type=\"button\" class=\"print-chosen\" disabled>")
    out.text(strings["cards-chosen-many"].filled(["n": "0"]))
    out.markup("</button>\n<p class=\"none-found\" role=\"status\"></p>\n</div>\n")
  }

  private func choice(
    _ name: String, _ label: String, _ out: inout HTMLWriter, options: (inout HTMLWriter) -> Void
  ) {
    out.markup("<label>")
    out.text(label)
    out.markup(" <select class=\"")
    out.text(name)
    // Browsers would bring back what was chosen before a reload, but not what it did.
    out.markup("\" autocomplete=\"off\">")
    options(&out)
    out.markup("</select></label>\n")
  }

  private func option(
    _ value: String, _ shown: String, isChosen: Bool, _ out: inout HTMLWriter
  ) {
    out.markup("<option value=\"")
    out.text(value)
    out.markup(isChosen ? "\" selected>" : "\">")
    out.text(shown)
    out.markup("</option>")
  }
}
