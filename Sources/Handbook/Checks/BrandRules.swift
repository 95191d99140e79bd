// brand-contrast and brand-logo: a colour that cannot be read, a logo that is not there.

enum BrandRules {
  static let contrast = Rule(
    "brand-contrast", .error, "The colour of `brand:` is too pale for text on white.",
    explanation: """
      Links, buttons and the letters of the model are written in this colour, or in white on it. \
      The rules for pages that everyone can read (WCAG 2.2) ask for a contrast of 4.5 : 1, and \
      somebody reads it in a hurry under a bright \
      lamp; on the shaded boxes the colour loses a fifth, so 5.5 : 1 with white is asked for. The \
      help names the nearest colour that is dark enough; shades for dark pages are made \
      from it.
      """,
    bad: "brand: {color: \"#2fa8e0\"}", good: "brand: {color: \"#1d6688\"}")
  static let logo = Rule(
    "brand-logo", .error, "The logo of `brand:` is not among the content's files.",
    explanation: """
      `logo:` names a picture below `Content/` (SVG, PNG, JPEG, WebP). It is copied with the \
      handbook, as pages load nothing from elsewhere.
      """,
    bad: "brand: {logo: lgo.svg}", good: "brand: {logo: logo.svg}")

  /// Text of the accent colour stands on white, on the page and on its own tint; this is the least
  /// contrast with white that leaves 4.5 : 1 on the darkest of them.
  package static let least = 5.5

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let brand = handbook.configuration.brand
    var found: [Diagnostic] = []
    if let color = brand.color, color.value.contrast(with: .white) < least {
      let ratio = (color.value.contrast(with: .white) * 10).rounded(.down) / 10
      let nearest = color.value.mixed(toward: .black, until: least, on: [.white])
      found.append(
        Diagnostic(
          contrast, at: .configuration, color.range,
          "\(color.value.hex) has a contrast of \(ratio) : 1 with white; text needs \(least) : 1",
          help: "the nearest that can be read is \"\(nearest.hex)\""))
    }
    if let file = brand.logo, !handbook.hasFile(at: file.value) {
      var suggester = Suggester(handbook.files.map(\.text))
      found.append(
        Diagnostic(
          logo, at: .configuration, file.range, "there is no file \(file.value)",
          help: suggester.nearest(to: file.value).map { "did you mean \($0)?" }
            ?? "the path is relative to the content folder"))
    }
    return found
  }
}
