// Pages at old paths, which lead on.

internal import Handbook
internal import Text

extension SiteRenderer {
  /// The pages at paths that have moved.
  func redirects() -> [FileMaker] {
    Redirects.all(in: handbook).map { redirect in { self.redirect(redirect) } }
  }

  private func redirect(_ redirect: Redirects.Redirect) -> OutputFile {
    let target =
      RenderContext.root(of: redirect.output) + urlPath(handbook.outputPath(of: redirect.target))
    return OutputFile(
      redirect.output,
      ListPages.redirect(
        to: target,
        language: handbook.configuration.language(of: handbook.pages[redirect.target]),
        title: handbook.pages[redirect.target].title))
  }
}
