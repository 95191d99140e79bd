// Rows as comma-separated values.

internal import Text

enum CSVText {
  /// Rows with quotes where cells need them.
  ///
  /// - Source: RFC 4180.
  static func of(_ rows: [[String]]) -> String {
    rows.map { $0.map { quoted(inert($0)) }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// Rows with tabs between their cells, which hold neither tabs nor line ends.
  static func tabbed(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { inert($0.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
        .joined(separator: "\t") + "\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    if !needsQuotes { return cell }
    return "\""
      + cell.parts(at: "\"").joined(separator: "\"\"")
      + "\""
  }
}
