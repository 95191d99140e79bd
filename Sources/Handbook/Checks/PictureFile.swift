// picture-file: a photo as the camera left it.

/// Pictures that readers wait for, or never see.
package enum PictureFile {
  package static let rule = Rule(
    "picture-file", .warning, "A picture is very large, or of a kind that browsers do not show.",
    explanation: """
      A photo from a phone has 3 to 12 MB, and people on a slow line wait for it in the middle of a \
      call: above 2 MB it is reported. Save it again about 1,600 pixels wide, as JPEG or WebP. HEIC, \
      the format of an iPhone's photos, and TIFF are shown by few browsers: save them as JPEG.
      """,
    bad: "Content/desk.jpg (9 MB), Content/desk.heic", good: "Content/desk.jpg (300 kB)")

  /// Bytes above which a picture is reported.
  static let limit = 2_000_000

  /// The ends of names of pictures that browsers show.
  package static let shown: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg",
  ]
  private static let notShown: Set<String> = ["heic", "heif", "tif", "tiff"]

  /// Whether a file's size matters.
  package static func isPicture(_ path: ContentPath) -> Bool {
    shown.contains(path.fileExtension) || notShown.contains(path.fileExtension)
  }

  /// What is wrong with a picture of so many bytes.
  package static func finding(_ path: ContentPath, bytes: Int) -> Diagnostic? {
    if notShown.contains(path.fileExtension) {
      return Diagnostic(
        rule, at: path, 0..<0, "few browsers show a picture of this kind",
        help: "save it as JPEG, and link to that")
    }
    if bytes <= limit { return nil }
    return Diagnostic(
      rule, at: path, 0..<0, "this picture has \(tenths(bytes)) MB; people wait for it",
      help: "save it again about 1,600 pixels wide: 2 MB are more than enough")
  }

  private static func tenths(_ bytes: Int) -> String { (Double(bytes / 100_000) / 10).shown }
}
