// What a document's reviewers left in it.

extension PandocFilter {
  /// Takes changes that were tracked and not yet decided as Word shows them, inserted words in and deleted
  /// ones out, leaves comments out, and tells all of it.
  ///
  /// - Source: Pandoc manual, `--track-changes`: the classes of its spans.
  static let changes = """
    local inserted = 0

    local function said(words, who)
      local by = who and who ~= "" and (" by " .. who) or ""
      return (by .. ": " .. words):gsub("%s+", " ")
    end

    function Span(span)
      local words = pandoc.utils.stringify(span.content)
      local who = span.attributes.author
      if span.classes:includes("insertion") then
        inserted = inserted + 1
        return span.content
      elseif span.classes:includes("deletion") then
        io.stderr:write("words that were deleted with changes tracked were left out" .. said(words, who) .. "\\n")
        return {}
      elseif span.classes:includes("comment-start") then
        io.stderr:write("a comment was left out" .. said(words, who) .. "\\n")
        return {}
      elseif span.classes:includes("comment-end") or span.classes:includes("paragraph-insertion")
        or span.classes:includes("paragraph-deletion") then
        return {}
      end
    end

    function Pandoc(document)
      if inserted > 0 then
        io.stderr:write("insertions with changes tracked were taken in: " .. inserted .. "\\n")
      end
      return document
    end

    """
}
