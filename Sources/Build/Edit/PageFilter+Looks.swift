// What stands around the text of web pages, how words look, links and footnotes, in Lua.

extension PageFilter {
  /// The frame of a page, and what is within lines.
  static let looks = #"""
    local notes, classes, feet, told, has_feet = {}, {}, {}, {}, false

    local function one_line(text) return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")) end

    local function words(blocks)
      local found = {}
      local function add(block) table.insert(found, pandoc.utils.stringify(block.content)) end
      pandoc.walk_block(pandoc.Div(blocks), {
        Para = add, Plain = add, Header = add,
        CodeBlock = function(block) table.insert(found, block.text) end,
        DefinitionList = function(list)
          for _, item in ipairs(list.content) do table.insert(found, pandoc.utils.stringify(item[1])) end
        end,
      })
      return one_line(table.concat(found, " "))
    end

    local function drop(what, blocks)
      local text = words(blocks)
      if text:match("%w") or text:match("[\128-\255]") then table.insert(notes, what .. " was left out: " .. text) end
    end

    local function has(element, class) return element.classes:includes(class) end

    -- What a block around the text is; nil for what may be text.
    local function frame(div)
      local was, role, id = div.attributes.was, div.attributes.role, div.identifier:lower()
      if was == "nav" or role == "navigation" or id:match("^breadcrumb") or has(div, "breadcrumb") or has(div, "breadcrumbs") then
        return "the navigation"
      end
      if has(div, "toc-macro") or id == "toc" then return "the table of contents" end
      if was == "footer" or role == "contentinfo" or id == "footer" then return "the footer" end
      if role == "banner" or role == "search" then return "the header" end
      if has(div, "page-metadata") then return "who wrote the page" end
      if id == "comments-section" then return "the comments" end
    end

    local function trimmed(inlines)
      local before, after, inner = pandoc.List(), pandoc.List(), pandoc.List(inlines)
      local function blank(x) return x and (x.t == "Space" or x.t == "SoftBreak" or x.t == "LineBreak") end
      while blank(inner[1]) do before:insert(inner:remove(1)) end
      while blank(inner[#inner]) do after:insert(1, inner:remove(#inner)) end
      return before, inner, after
    end

    local function wrapped(make, inlines)
      local before, inner, after = trimmed(inlines)
      if #inner > 0 then before:insert(make(inner)) end
      before:extend(after)
      return before
    end

    -- Bold and other looks that a page gives to names of its own, as Google Docs does.
    local function read_looks()
      local file = io.open(PANDOC_STATE.input_files[1], "rb")
      if not file then return end
      local text = file:read("a")
      file:close()
      has_feet = text:match("#ftnt_ref") or text:match("#cmnt_ref")
      for style in text:gmatch("<style[^>]*>(.-)</style>") do
        for name, body in style:gmatch("%.([%w_-]+)%s*{([^}]*)}") do classes[name] = body end
      end
    end

    local function look(span)
      local style = span.attributes.style or ""
      for _, class in ipairs(span.classes) do style = style .. ";" .. (classes[class] or "") end
      local out = span.content
      if style:match("font%-weight:%s*[6789]00") or style:match("font%-weight:%s*bold") then out = wrapped(pandoc.Strong, out) end
      if style:match("font%-style:%s*italic") then out = wrapped(pandoc.Emph, out) end
      if style:match("text%-decoration:%s*line%-through") then out = wrapped(pandoc.Strikeout, out) end
      return out
    end

    -- Neighbours of one kind as one: `**a****b**` is no Markdown.
    local function merged(inlines)
      local out = pandoc.List()
      for _, inline in ipairs(inlines) do
        local last = out[#out]
        local gap = last and last.t == "Space" and #out > 1 and out[#out - 1].t == inline.t
        if gap and (inline.t == "Strong" or inline.t == "Emph") then
          out:remove(#out)
          last = pandoc[inline.t](out[#out].content .. { pandoc.Space() })
        end
        if last and last.t == inline.t and (inline.t == "Strong" or inline.t == "Emph" or inline.t == "Strikeout") then
          local content = pandoc.List(last.content)
          content:extend(inline.content)
          out[#out] = pandoc[inline.t](content)
        else
          out:insert(inline)
        end
      end
      return out
    end

    local looks = {
      Span = look,
      Inlines = merged,
      Link = function(link)
        local target = link.target:match("^https?://www%.google%.[%a.]+/url%?q=([^&]*)")
        if target then
          link.target = target:gsub("%%(%x%x)", function(hex)
            local byte = tonumber(hex, 16)
            return (byte > 32 and byte < 127) and string.char(byte) or "%" .. hex
          end)
        end
        if link.target:match("^#cmnt%d+$") then return {} end
        local foot = link.target:match("^#ftnt(%d+)$")
        if foot and feet[foot] then
          told[foot] = true
          return pandoc.Note(feet[foot])
        end
        if #link.content == 0 then return {} end
        return link
      end,
      Superscript = function(sup)
        if #sup.content == 0 then return {} end
        if #sup.content == 1 and sup.content[1].t == "Note" then return sup.content end
      end,
      Image = function(image)
        if not image.src:match("images/icons/") then return nil end
        local fallback = image.attributes["emoji-fallback"]
        if fallback and fallback:match("[\128-\255]") then return pandoc.Str(fallback) end
        return image.caption
      end,
    }

    -- Footnotes and comments of Google Docs stand at its end, each behind a link back.
    local function back(div)
      local first = div.content[1]
      local link = first and first.content and type(first.content) ~= "string" and first.content[1]
      if not link then return nil end
      if link.t == "Superscript" then link = link.content[1] end
      if not link or link.t ~= "Link" then return nil end
      local kind, number = link.target:match("^#(%a+)_ref(%d+)$")
      if kind ~= "cmnt" and kind ~= "ftnt" then return nil end
      local rest = pandoc.List(div.content)
      local inlines = pandoc.List(first.content)
      inlines:remove(1)
      local _, inner = trimmed(inlines)
      rest[1] = pandoc.Para(inner)
      return kind, number, rest, pandoc.utils.stringify(link)
    end

    local function gather_feet(blocks)
      return pandoc.walk_block(pandoc.Div(blocks), { Div = function(div)
        local kind, number, rest, mark = back(div)
        if kind == "cmnt" then
          drop("the comment " .. mark, rest)
          return {}
        elseif kind == "ftnt" and not feet[number] then
          feet[number] = pandoc.walk_block(pandoc.Div(rest), looks).content
          return {}
        end
      end }).content
    end

    """#
}
