// The list of pages beside the text: rendered once a folder, marked once a page.

internal import Handbook

/// The navigation as every page of one folder shows it.
struct Navigation: Sendable {
  private let html: [UInt8]
  /// Where a page's link can be marked as the current one.
  private let marks: [Int: Int]
  private static let mark = Array(" aria-current=\"page\"".utf8)

  /// Renders the branch that leads to a folder; other folders are closed.
  init(folder: String, handbook: Handbook) {
    var writer = NavigationWriter(
      handbook: handbook, open: Self.ancestors(of: folder),
      root: folder.isEmpty ? "" : RenderContext.root(of: folder + "/"))
    writer.list(of: "")
    html = writer.out.bytes
    marks = writer.marks
  }

  private static func ancestors(of folder: String) -> Set<String> {
    var result: Set<String> = [""]
    var path = ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty ? String(part) : "/" + part
      result.insert(path)
    }
    return result
  }

  /// The HTML with one page marked as the current one.
  func html(current page: Int?) -> [UInt8] {
    guard let page, let place = marks[page] else { return html }
    return html[..<place] + Self.mark + html[place...]
  }
}

private struct NavigationWriter {
  let handbook: Handbook
  let open: Set<String>
  let root: String
  var out = HTMLWriter()
  var marks: [Int: Int] = [:]

  /// Writes a folder's children and, inside, those of open folders; as deep as folders are.
  mutating func list(of path: String) {
    guard let folder = handbook.folders.folders[path], !folder.children.isEmpty else { return }
    out.markup("<ul>\n")
    for child in folder.children {
      switch child {
      case .page(let index):
        out.markup("<li>")
        link(handbook.outputPath(of: index), handbook.pages[index].title, page: index)
        out.markup("</li>\n")
      case .folder(let inner): item(inner)
      }
    }
    out.markup("</ul>\n")
  }

  private mutating func item(_ path: String) {
    guard let folder = handbook.folders.folders[path] else { return }
    out.markup(open.contains(path) ? "<li class=\"folder current\">" : "<li class=\"folder\">")
    link(path + "/index.html", folder.title, page: folder.index)
    if open.contains(path) { list(of: path) }
    out.markup("</li>\n")
  }

  private mutating func link(_ path: String, _ title: String, page: Int?) {
    out.markup("<a href=\"")
    out.text(root + urlPath(path))
    out.markup("\"")
    if let page { marks[page] = out.bytes.count }
    out.markup(">")
    out.text(title)
    out.markup("</a>")
  }
}
