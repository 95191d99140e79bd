// Boxes, code and lists of web pages as Markdown has them, in Lua.

extension PageFilter {
  /// Blocks, with boxes of wikis as alerts.
  static let boxes = #"""
    local kinds = { information = "NOTE", info = "NOTE", note = "NOTE", tip = "TIP", warning = "WARNING" }

    local function callout(kind, title, blocks)
      local out = pandoc.List(blocks)
      local mark = pandoc.RawInline("markdown", "[!" .. kind .. "]")
      if title and #title > 0 then
        out:insert(1, pandoc.Para(wrapped(pandoc.Strong, title)))
      end
      local first = out[1]
      if first and (first.t == "Para" or first.t == "Plain") then
        local inlines = pandoc.List({ pandoc.RawInline("markdown", "[!" .. kind .. "]\n") })
        inlines:extend(first.content)
        out[1] = pandoc.Para(inlines)
      else
        out:insert(1, pandoc.Para({ mark }))
      end
      return pandoc.BlockQuote(out)
    end

    local function plain(inlines)
      local function content(element) return element.content end
      return pandoc.walk_inline(pandoc.Span(inlines), { Strong = content }).content
    end

    local clean

    -- Parts of a box: its head, and what it holds.
    local function parts(div, head, body)
      local title, inside = pandoc.List(), pandoc.List()
      for _, block in ipairs(div.content) do
        if block.t == "Div" and has(block, body) then
          inside:extend(clean(block.content))
        elseif block.t == "Div" and has(block, head) or not head and block.t ~= "Div" then
          local text = pandoc.utils.blocks_to_inlines(block.t == "Div" and block.content or { block })
          if words({ pandoc.Plain(text) }) ~= "" then title:extend(text) end
        else
          inside:extend(clean({ block }))
        end
      end
      return plain(title), inside
    end

    local function box(div)
      for _, class in ipairs(div.classes) do
        local kind = kinds[class:match("^confluence%-information%-macro%-(%a+)$") or ""]
        if kind then
          local title, inside = parts(div, nil, "confluence-information-macro-body")
          if #title + #inside == 0 then return {} end
          return { callout(kind, title, inside) }
        end
      end
      if has(div, "panel") and not has(div, "code") and not has(div, "preformatted") then
        local title, inside = parts(div, "panelHeader", "panelContent")
        if #title + #inside == 0 then return {} end
        return { callout("NOTE", title, inside) }
      end
      if has(div, "expand-control") or div.attributes.was == "summary" then
        return { pandoc.Para(wrapped(pandoc.Strong, plain(pandoc.utils.blocks_to_inlines(div.content)))) }
      end
    end

    local function code(block)
      local brush = (block.attributes["syntaxhighlighter-params"] or ""):match("brush:%s*([%w+#-]+)")
      local language = brush or block.attributes.language
      for _, class in ipairs(block.classes) do
        language = language or class:match("^language%-([%w+#-]+)$")
      end
      if language == "text" or language == "plain" then language = nil end
      return pandoc.CodeBlock(block.text, { "", language and { language } or {}, {} })
    end

    -- Lists of Google Docs, whose levels only a number tells, in one another.
    local function nested(run)
      local out, open = pandoc.List(), {}
      local function close(list)
        local items = pandoc.List()
        for _, item in ipairs(list.items) do
          local blocks = pandoc.List(item.blocks)
          for _, inner in ipairs(item.lists) do blocks:insert(close(inner)) end
          items:insert(blocks)
        end
        return list.source.t == "OrderedList" and pandoc.OrderedList(items, list.source.listAttributes) or pandoc.BulletList(items)
      end
      local tops = {}
      for _, part in ipairs(run) do
        local list = open[part.level]
        if not list or list.source.t ~= part.list.t then
          list = { source = part.list, items = {} }
          local above
          for level = part.level - 1, 0, -1 do above = above or open[level] end
          local item = above and above.items[#above.items]
          table.insert(item and item.lists or tops, list)
          open[part.level] = list
        end
        for level in pairs(open) do if level > part.level then open[level] = nil end end
        for _, item in ipairs(part.list.content) do
          table.insert(list.items, { blocks = clean(item), lists = {} })
        end
      end
      for _, top in ipairs(tops) do out:insert(close(top)) end
      return out
    end

    local function level(block)
      if block.t ~= "Div" or not block.attributes.level then return nil end
      local list = block.content[1]
      if #block.content == 1 and (list.t == "BulletList" or list.t == "OrderedList") then
        return tonumber(block.attributes.level), list
      end
    end

    local is_inside = false

    -- The head of a whole site: only its headings are text.
    local function banner(div, out)
      local rest = pandoc.List()
      for _, block in ipairs(clean(div.content)) do
        if block.t == "Header" then out:insert(block) else rest:insert(block) end
      end
      drop("the header", rest)
    end

    local function heading(header)
      local content = pandoc.List(header.content)
      local id = header.identifier:gsub("[^%w_.:\128-\255-]", "-")
      if id ~= "" then content:insert(pandoc.RawInline("markdown", " {#" .. id .. "}")) end
      return pandoc.Header(header.level, content)
    end

    clean = function(blocks)
      local out, index = pandoc.List(), 1
      while index <= #blocks do
        local block = blocks[index]
        local run = {}
        local number, list = level(block)
        while number do
          table.insert(run, { level = number, list = list })
          index = index + 1
          if index > #blocks then break end
          number, list = level(blocks[index])
        end
        if #run > 0 then
          out:extend(nested(run))
        else
          index = index + 1
          local t = block.t
          if t == "Div" then
            local what = frame(block)
            if what then
              drop(what, block.content)
            elseif block.attributes.was == "header" and not is_inside then
              banner(block, out)
            else
              out:extend(box(block) or clean(block.content))
            end
          elseif t == "BulletList" then
            local items = pandoc.List(block.content):map(clean)
            if #out > 0 and out[#out].t == "BulletList" then
              local all = pandoc.List(out[#out].content)
              all:extend(items)
              out[#out] = pandoc.BulletList(all)
            else
              out:insert(pandoc.BulletList(items))
            end
          elseif t == "OrderedList" then
            out:insert(pandoc.OrderedList(pandoc.List(block.content):map(clean), block.listAttributes))
          elseif t == "BlockQuote" then
            out:insert(pandoc.BlockQuote(clean(block.content)))
          elseif t == "CodeBlock" then
            out:insert(code(block))
          elseif t == "Header" then
            if #block.content > 0 then out:insert(heading(block)) end
          elseif t ~= "RawBlock" then
            out:insert(block)
          end
        end
      end
      return out
    end

    """#
}
