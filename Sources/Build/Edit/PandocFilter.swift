// What takes pictures out of a document that pandoc has read, and makes its tables ones of Markdown.

/// A filter of pandoc's, in Lua.
///
/// Pandoc's own way, `--extract-media`, also fetches what a document only names: any file of this
/// machine, and addresses. The filter gets what the document holds, and writes it under names of ours.
enum PandocFilter {
  /// What it says of pictures that are too large.
  static let tooLarge = "the pictures of this document are too large"

  /// The filter.
  ///
  /// - Parameters:
  ///   - media: the folder that pictures have on the page.
  ///   - most: bytes that they may come to.
  ///   - keepsFiles: whether a picture may be a file that lies beside the page.
  /// - Returns: Lua; `media` is a slug, which needs no escape.
  /// - Source: Pandoc manual, *Lua filters*, module `pandoc.mediabag`.
  static func text(media: String, most: Int, keepsFiles: Bool = false) -> String {
    """
    local ends = { ["image/png"] = "png", ["image/jpeg"] = "jpg", ["image/gif"] = "gif",
      ["image/webp"] = "webp", ["image/svg+xml"] = "svg", ["image/bmp"] = "bmp",
      ["image/tiff"] = "tiff", ["image/avif"] = "avif" }
    local names, count, bytes = {}, 0, 0

    local function write(source, kind, content)
      local stop = ends[(kind or ""):match("^[^;%s]*"):lower()]
      if not stop then return nil end
      bytes = bytes + #content
      if bytes > \(most) then error("\(tooLarge)") end
      count = count + 1
      local name = "picture-" .. count .. "." .. stop
      local file = assert(io.open(name, "wb"))
      assert(file:write(content))
      assert(file:close())
      names[source] = "\(media)/" .. name
      return names[source]
    end

    for source, kind, content in pandoc.mediabag.items() do write(source, kind, content) end

    function Image(image)
      local source = image.src
      local name = names[source]
      if not name and source:sub(1, 5):lower() == "data:" then
        local isRead, kind, content = pcall(pandoc.mediabag.fetch, source)
        name = isRead and content and write(source, kind, content)
        source = source:sub(1, 40)
      end
      if name then
        image.src = name
        return image
      end
      if source:match("^[Hh][Tt][Tt][Pp][Ss]?:") then return nil end
      if \(keepsFiles) and not source:match("^%a[%w+.-]*:") and not source:match("^//") then return nil end
      io.stderr:write("the picture " .. source:gsub("%c", " ") .. " is not part of the document and was left out\\n")
      return image.caption
    end

    """ + tables + changes
  }

  /// Cells of tables in one line each, their paragraphs and items parted by `<br>`: Markdown has no
  /// others, and pandoc would leave the whole table out.
  private static let tables = """
    local lines

    local function items(list, out)
      for number, item in ipairs(list.content) do
        local sign = list.t == "BulletList" and pandoc.Str("•") or pandoc.RawInline("markdown", number .. ".")
        for index, line in ipairs(lines(item)) do
          local marked = index == 1 and pandoc.List({ sign, pandoc.Space() }) or pandoc.List()
          marked:extend(line)
          table.insert(out, marked)
        end
      end
    end

    lines = function(blocks)
      local out = {}
      for _, block in ipairs(blocks) do
        if block.t == "BulletList" or block.t == "OrderedList" then
          items(block, out)
        elseif block.t == "BlockQuote" or block.t == "Div" then
          for _, line in ipairs(lines(block.content)) do table.insert(out, line) end
        elseif block.t == "CodeBlock" then
          for line in (block.text .. "\\n"):gmatch("(.-)\\n") do table.insert(out, { pandoc.Code(line) }) end
        elseif block.t == "Table" then
          local inner = pandoc.utils.to_simple_table(block)
          for _, row in ipairs({ inner.headers, table.unpack(inner.rows) }) do
            for _, cell in ipairs(row) do
              for _, line in ipairs(lines(cell)) do table.insert(out, line) end
            end
          end
        else
          table.insert(out, pandoc.utils.blocks_to_inlines({ block }, { pandoc.Space() }))
        end
      end
      return out
    end

    local function flat(blocks)
      local stop = pandoc.RawInline("markdown", "<br>")
      local all = pandoc.List()
      for index, line in ipairs(lines(blocks)) do
        if index > 1 then all:insert(stop) end
        all:extend(line)
      end
      if #all == 0 then return {} end
      return { pandoc.walk_block(pandoc.Plain(all), { LineBreak = function() return stop end }) }
    end

    function Table(source)
      local simple = pandoc.utils.to_simple_table(source)
      for index, cell in ipairs(simple.headers) do simple.headers[index] = flat(cell) end
      for _, row in ipairs(simple.rows) do
        for index, cell in ipairs(row) do row[index] = flat(cell) end
      end
      return pandoc.utils.from_simple_table(simple)
    end

    """
}
