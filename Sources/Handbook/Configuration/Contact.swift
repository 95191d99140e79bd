// `contacts:` of handbook.yml: whom to reach in a hurry, on every page.

internal import Text

/// Somebody to reach, or a number to call; values filled in.
package struct Contact: Sendable, Equatable {
  package var label: String
  /// A telephone number as people write it.
  package var phone: String?
  /// How to reach somebody else than by telephone, or who it is.
  package var value: String?
  /// At which times.
  package var when: String?

  /// What a browser dials; nil where there is no number.
  ///
  /// - Source: *local-number-digits*, RFC 3966 section 3, percent-encoded.
  package var dial: String? {
    phone.map { number in
      let kept = number.utf8.filter { $0.isDigit || [0x2B, 0x2A, 0x23].contains($0) }
      return "tel:"
        + PercentEncoding.encoded(String(decoding: kept, as: UTF8.self)) { $0 != 0x23 }
    }
  }

  /// Label, number and other words on one line, as cards have it.
  package var line: String {
    ([label, phone, value].compactMap(\.self) + [when.map { "(\($0))" }].compactMap(\.self))
      .joined(separator: " ")
  }

  /// Whether a text is a number to dial: digits, with the signs that people set between them.
  static func isNumber(_ text: String) -> Bool {
    text.utf8.contains(where: \.isDigit)
      && text.utf8.allSatisfy { $0.isDigit || " ()+*#./-".utf8.contains($0) }
      && !text.utf8.dropFirst().contains(UInt8(ascii: "+"))
  }
}

extension ConfigurationReader {
  /// More would not stand on one line beside what to say.
  private static let most = 6

  mutating func readContacts(_ reader: inout MappingReader) {
    guard let list = reader.value("contacts") else { return }
    for item in list.items {
      var inner = MappingReader(item, at: path, what: "a contact")
      if let contact = contact(item, &inner) { result.contacts.append(contact) }
      if item.entries != nil { inner.finish() }
      reader.merge(inner)
    }
    if list.items.count > Self.most {
      reader.wrong(
        list.items[Self.most].range, "there are more than \(Self.most) contacts",
        help: "keep those that are needed during a call, and put the others on a page")
    }
  }

  private mutating func contact(_ item: YAML, _ reader: inout MappingReader) -> Contact? {
    let label = reader.text("label")
    let phone = reader.text("phone")
    let value = reader.text("value")
    let when = reader.text("when")
    guard let label, phone != nil || value != nil else {
      if item.entries != nil || item.text?.isEmpty == true {
        reader.wrong(
          item.range, "a contact needs label: and phone:, or value: for other words than a number",
          help: "write - {label: Emergency, phone: \"911\"}")
      }
      return nil
    }
    func filled(_ text: Located<String>?, _ reader: inout MappingReader) -> String? {
      text.flatMap { self.filled($0, &reader) }
    }
    guard let name = filled(label, &reader) else { return nil }
    let contact = Contact(
      label: name, phone: filled(phone, &reader), value: filled(value, &reader),
      when: filled(when, &reader))
    if let phone, let number = contact.phone, !Contact.isNumber(number) {
      reader.wrong(
        phone.range, "\(number) cannot be dialled",
        help: "write digits, such as \"555 0142\", or value: for other words")
      return nil
    }
    return contact
  }
}
