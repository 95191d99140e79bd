// `owners:` and `edit:` of handbook.yml: where readers send better words, and where a page is changed.

internal import Text

/// Somebody who answers for pages, and where to write to.
package struct OwnerAddress: Sendable {
  package var name: Located<String>
  package var address: String
}

extension Configuration {
  /// Where to write to an owner; nil where `owners:` does not say.
  package func address(of owner: String?) -> String? {
    owners.first { $0.name.value == owner }?.address
  }

  /// Where a page is edited; nil where `edit:` does not say.
  package func editAddress(of path: ContentPath) -> String? {
    edit.map { $0.before + Text.urlPath(path.text) + $0.after }
  }
}

extension ConfigurationReader {
  mutating func readOwners(_ reader: inout MappingReader) {
    guard let value = reader.value("owners") else { return }
    var inner = MappingReader(value, at: path, what: "owners")
    for entry in inner.all() {
      guard let text = entry.value.text else {
        inner.wrong(
          entry.value.range, "\(entry.key) should have one address",
          help: "write \(entry.key): desk@clinic.example")
        continue
      }
      guard let address = filled(Located(text, entry.value.range), &inner) else { continue }
      if Self.isMailAddress(address) {
        result.owners.append(
          OwnerAddress(name: Located(entry.key, entry.keyRange), address: address))
      } else {
        inner.wrong(
          entry.value.range, "\(address) is not a mail address",
          help: "write one address, such as desk@clinic.example")
      }
    }
    reader.merge(inner)
  }

  /// The plain form that every mail program knows: two parts of ASCII round one `@`.
  private static func isMailAddress(_ text: String) -> Bool {
    let parts = text.parts(at: "@")
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || "@.!$'*+-/=_~".utf8.contains($0)
      }
  }

  mutating func readEdit(_ reader: inout MappingReader) {
    guard let edit = reader.text("edit") else { return }
    let help = "edit: https://git.example/desk/edit/main/Content/{path}"
    guard edit.value.begins(with: "https://") else {
      reader.wrong(edit.range, "edit should begin with https://", help: help)
      return
    }
    // Not in the host's place: a page's path must not say where its text is sent.
    guard let hole = edit.value.firstRange(of: "{path}"),
      edit.value[..<hole.lowerBound].utf8.count(where: { $0 == UInt8(ascii: "/") }) > 2
    else {
      reader.wrong(edit.range, "edit should hold {path} behind the host", help: help)
      return
    }
    let parts = (
      before: String(edit.value[..<hole.lowerBound]), after: String(edit.value[hole.upperBound...])
    )
    guard
      (parts.before + parts.after).utf8.allSatisfy({
        $0 > 0x20 && $0 < 0x7F && !"\"<>{}\\".utf8.contains($0)
      })
    else {
      reader.wrong(edit.range, "this address holds what no address may", help: help)
      return
    }
    result.edit = parts
  }
}
