// What may be wrong with the keys of a page and of the settings.

/// Rules of front matter and configuration keys.
package enum FrontMatterRules {
  package static let key = Rule(
    "unknown-key", .error, "A key at the top of a page or in the settings is not known.",
    explanation: """
      A key is the word before a colon. A mistyped one would be ignored in silence, so Deskbook reports it and suggests the nearest \
      one it knows. On plain guides it is a warning, so that Markdown from elsewhere builds as it \
      is. Data for a theme of your own goes under `extra:`.
      """,
    bad: "---\ntitle: Fees\nkind: phrases\nsumary: What to say\n---\n",
    good: "---\ntitle: Fees\nkind: phrases\nsummary: What to say\n---\n")
  package static let value = Rule(
    "invalid-value", .error, "A value is not what its key takes.",
    explanation: """
      Each key, the word before a colon, takes a text, a list, a number, a date or one of a few names. The message says \
      which. On plain guides a wrong value is a warning and is left out, but for a `kind:` that \
      does not exist.
      """,
    bad: "---\ntitle: Fees\nkind: phrase\n---\n", good: "---\ntitle: Fees\nkind: phrases\n---\n")
  package static let unclosed = Rule(
    "front-matter", .error, "The keys at the top of a page are not closed, too long, or none.",
    explanation: """
      A page may begin with a line `---`, keys with values such as `title: Fees`, and a second line \
      `---`; together they are called its front matter. Without the second line nobody can tell where the text begins. It is read only \
      where the first `---`, three plain hyphens, is the first line of the file; keys that stand \
      elsewhere or in another form are kept from readers, and named.
      """,
    bad: "---\ntitle: Fees\n\nText.\n", good: "---\ntitle: Fees\n---\n\nText.\n")
  package static let reviewDate = Rule(
    "review-date", .error, "A review date or interval cannot be read.",
    explanation: """
      `reviewed:` takes a day that exists, as `2026-11-01`, not later than today. `review:` takes \
      an interval such as `6 months`, `2 weeks`, `1 year`, or `never`.
      """,
    bad: "---\ntitle: Fees\nreviewed: 2026-02-30\n---\n",
    good: "---\ntitle: Fees\nreviewed: 2026-02-28\n---\n")
}
