// Where ours may, and must, differ from libcmark-gfm's own HTML.

/// The examples of the specification that Deskbook writes in its own way, by number.
enum SpecificationDifferences {
  /// Raw HTML, where the library leaves a comment for each tag or block of it.
  ///
  /// Deskbook writes nothing there, or the text between the tags, or the few tags it lets through.
  static let rawHTML: [Int] = [
    // Section "HTML blocks", every example.
    Array(118...160),
    // A tag where a link reference definition has failed; comments between two lists.
    [170, 288, 289],
    // Backslashes, character references and backticks inside tags, where they mean nothing.
    [317, 327, 354],
    // Tags bind more strongly than emphasis and links.
    [484, 485, 486, 500, 532, 544],
    // Section "Raw HTML": the examples not named here show text that is no tag.
    Array(632...636), [642, 644], Array(647...651),
    // Tags that GitHub refuses; Deskbook refuses more.
    [653],
    // Line breaks inside tags.
    [663, 664],
  ].flatMap { $0 }

  /// Tags that Deskbook lets through and ends, with what it writes.
  static let keptTags: [Int: String] = [
    503: "<p>[a](&lt;b)c\n[a](&lt;b)c&gt;\n[a](<b>c)</b></p>\n"
  ]

  /// Links to schemes that pages may not link to, with what Deskbook writes: the text alone.
  ///
  /// The library lets all schemes through but `javascript:`, `vbscript:`, `file:` and most `data:`,
  /// Deskbook none but `http`, `https`, `mailto` and `tel`.
  static let refusedSchemes: [Int: String] = [
    604: "<p>irc://foo.bar:2233/baz</p>\n",
    606: "<p>a+b+c:d</p>\n",
    607: "<p>made-up-scheme://foo,bar</p>\n",
    609: "<p>localhost:5001/foo</p>\n",
    628: """
    <p><a href="http://commonmark.org">http://commonmark.org</a></p>
    <p>(Visit <a href="https://encrypted.google.com/search?q=Markup+(business)">\
    https://encrypted.google.com/search?q=Markup+(business)</a>)</p>
    <p>Anonymous FTP is available at ftp://foo.bar.baz.</p>

    """,
  ]
}
