// What makes Markdown of a saved web page: its text without what stands around it, in Lua.

/// A filter of pandoc's for pages of sites and wikis.
///
/// Beside the page it writes `title.txt`, a title that no heading of the text is, and `notes.txt`, a
/// line for each thing that it left out.
///
/// - Source: Pandoc manual, *Lua filters*; exports of Confluence, Google Docs, Zendesk Guide and SharePoint.
enum PageFilter {
  static let title = "title.txt"
  static let notes = "notes.txt"

  /// The filter.
  static let text = looks + boxes + choice

  /// What a page is made of: the text, and what stands around it.
  private static let choice = #"""
    local function pick(blocks, test, outside)
      local main
      for _, block in ipairs(blocks) do
        if block.t == "Div" and not main then
          local rest = pandoc.List()
          main = test(block) and block or pick(block.content, test, rest)
          if main then outside:extend(rest) else outside:insert(block) end
        else
          outside:insert(block)
        end
      end
      return main
    end

    local mains = {
      function(div) return div.identifier == "main-content" end,
      function(div) return has(div, "article-body") end,
      function(div) return div.identifier == "DeltaPlaceHolderMain" end,
      function(div) return div.attributes.was == "main" or div.attributes.role == "main" end,
      function(div) return div.attributes.was == "article" or div.attributes.role == "article" end,
    }

    local title
    local attachments = pandoc.List()

    -- What stands around the text: its title, its attachments, and what is left out.
    local function around(blocks)
      local rest = pandoc.List()
      for _, block in ipairs(blocks) do
        local what = block.t == "Div" and frame(block)
        if what then
          drop(what, block.content)
        elseif block.t == "Header" and block.level == 1 and not title and words({ block }) ~= "" then
          title = words({ block })
        elseif block.t == "Div" and has(block, "pageSection") then
          local isList = false
          pandoc.walk_block(block, { Header = function(header) isList = isList or header.identifier == "attachments" end })
          if isList then attachments:insert(block) else drop("what stands below the text", block.content) end
        elseif block.t == "Div" then
          around(block.content)
        else
          rest:insert(block)
        end
      end
      drop("what stands around the text", rest)
    end

    -- The attachments that the text itself does not show.
    local function attached(blocks)
      local used, out, items = {}, pandoc.List(), pandoc.List()
      local function use(target) used[target:match("^[^?#]*")] = true end
      pandoc.walk_block(pandoc.Div(blocks), { Link = function(x) use(x.target) end, Image = function(x) use(x.src) end })
      for _, section in ipairs(attachments) do
        pandoc.walk_block(section, { Link = function(link)
          if not used[link.target:match("^[^?#]*")] then items:insert({ pandoc.Plain({ link }) }) end
        end })
        if #items > 0 then
          local head = "Attachments"
          pandoc.walk_block(section, { Header = function(header) head = words({ header }):gsub(":$", "") end })
          out:insert(pandoc.Header(2, pandoc.Str(head)))
          out:insert(pandoc.BulletList(items))
        end
      end
      return out
    end

    local function write(name, text)
      local file = assert(io.open(name, "wb"))
      assert(file:write(text))
      assert(file:close())
    end

    local count
    count = function(blocks, test)
      local number = 0
      for _, block in ipairs(blocks) do
        if block.t == "Div" then number = number + (test(block) and 1 or 0) + count(block.content, test) end
      end
      return number
    end

    -- The text of a page, and what stands around it.
    local function chosen(blocks)
      for place, test in ipairs(mains) do
        if count(blocks, test) == 1 then
          local outside = pandoc.List()
          local main = pick(blocks, test, outside)
          if main and (place == 1 or #main.content > 0) then return main, outside end
        end
      end
    end

    -- The list of pages of a space, without what it says of the space itself.
    local function index_of(main, outside)
      drop("what is said of the space", main.content)
      local blocks = pandoc.List()
      pick(outside, function(div)
        if has(div, "pageSection") then blocks:extend(div.content) end
        return false
      end, pandoc.List())
      return blocks
    end

    -- The title where no heading of the text is it; empty where one is.
    local function name_of(blocks, own)
      local tops, first, head = 0, "", blocks[1]
      for _, block in ipairs(blocks) do
        if block.t == "Header" and block.level == 1 then
          tops = tops + 1
          if tops == 1 then first = words({ pandoc.Plain(plain(block.content)) }):gsub(" {#[^}]*}$", "") end
        end
      end
      if not title and head and (head.t == "Para" or head.t == "Plain") and words({ head }) == own and own ~= "" then
        blocks:remove(1)
        title = own
      end
      local is_first = tops == 1 and (not title or title == first)
      local name = is_first and first or title or own
      if not own:find(name, 1, true) then drop("the title", { pandoc.Plain(pandoc.Str(own)) }) end
      if is_first then return "", false end
      return name, tops > 0
    end

    function Pandoc(doc)
      read_looks()
      local blocks = has_feet and gather_feet(doc.blocks) or doc.blocks
      local main, outside = chosen(blocks)
      if main and has(main, "pageSection") then
        blocks = index_of(main, outside)
      elseif main then
        is_inside = true
        around(outside)
        blocks = main.content
      end
      blocks = pandoc.walk_block(pandoc.Div(clean(blocks)), looks).content
      while #blocks > 0 and blocks[#blocks].t == "HorizontalRule" do blocks:remove(#blocks) end
      local name, is_lower = name_of(blocks, one_line(pandoc.utils.stringify(doc.meta.title or "")))
      for number, foot in pairs(feet) do
        if not told[number] then drop("the footnote [" .. number .. "]", foot) end
      end
      blocks:extend(attached(blocks))
      blocks = pandoc.walk_block(pandoc.Div(blocks), { Header = function(header)
        return pandoc.Header(is_lower and math.min(header.level + 1, 6) or header.level, plain(header.content))
      end }).content
      write("title.txt", name)
      write("notes.txt", table.concat(notes, "\n"))
      return pandoc.Pandoc(blocks, {})
    end

    """#
}
