// What takes pictures out of a document that pandoc has read.

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
  /// - Returns: Lua; `media` is a slug, which needs no escape.
  /// - Source: Pandoc manual, *Lua filters*, module `pandoc.mediabag`.
  static func text(media: String, most: Int) -> String {
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
      io.stderr:write("the picture " .. source:gsub("%c", " ") .. " is not part of the document and was left out\\n")
      return image.caption
    end

    """
  }
}
