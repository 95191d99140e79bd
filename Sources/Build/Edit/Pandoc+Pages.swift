// Pages of saved web sites through pandoc.

package import Editing
internal import Foundation
internal import Handbook
internal import Text

extension Pandoc {
  /// Divisions and spans tell what is text on a page.
  private static let form = "html-auto_identifiers"

  /// Converts the pages of a site, each by itself; one that pandoc refuses is said.
  ///
  /// Nothing is read but what is given.
  ///
  /// - Parameter site: its pages.
  /// - Returns: what came of each, in their order.
  /// - Throws: ``Problem`` where there is no pandoc that can be used.
  package func convert(_ site: HTMLSite) async throws(Problem) -> [HTMLSite.Converted] {
    guard let tool = OutsideTool("pandoc") else { throw .notInstalled }
    return try await site.pages.mapConcurrently(width: 2) { (page) throws(Problem) in
      do throws(Problem) {
        return try Self.convert(page, with: tool)
      } catch {
        switch error {
        case .refused(let words):
          let words = words.split(whereSeparator: \.isNewline).joined(separator: " ")
          return HTMLSite.Converted(problem: "pandoc cannot read this page: \(words)")
        case .tooLarge:
          return HTMLSite.Converted(
            problem: "this page takes too long, or too much memory, to be read")
        default: throw error
        }
      }
    }
  }

  private static func convert(
    _ page: HTMLSite.Page, with tool: OutsideTool
  ) throws(Problem) -> HTMLSite.Converted {
    let run: Run
    do throws(BuildProblem) {
      let pictures = PandocFilter.text(
        media: page.media, most: OutsideTool.mostBytes, keepsFiles: true)
      run = try Self.run(tool, .html(page.html), form, [PageFilter.text, pictures])
    } catch {
      throw .files(error)
    }
    var files = run.files
    guard run.status == 0, let markdown = files.removeValue(forKey: Self.page) else {
      throw problem(run.status, run.words)
    }
    func text(_ name: String) -> String {
      files.removeValue(forKey: name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let title = text(PageFilter.title)
    let notes = [text(PageFilter.notes), run.words].flatMap {
      $0.split(separator: "\n").map(String.init)
    }
    return HTMLSite.Converted(markdown: markdown, title: title, pictures: files, notes: notes)
  }
}
