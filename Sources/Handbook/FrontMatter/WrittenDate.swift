// A day as people write it, for the finding that asks for `2026-11-01`.

/// The days that a text may mean, and what is wrong with it.
struct WrittenDate {
  let message: String
  let help: String
  /// The right form, where the text can mean one day only.
  private(set) var replacement: String?

  /// Judges a text that ``CalendarDate`` does not read.
  init(_ text: String) {
    let parts = Self.parts(of: text)
    let days = Self.days(parts)
    if let first = days.first, days.count == 1 {
      let isWhole = parts.contains { $0.digits == 4 || $0.digits == 8 }
      message = Self.missing(in: parts) ?? "\(text) is not written as year-month-day"
      help = "write it as \(first)"
      replacement = isWhole && Self.missing(in: parts) == nil ? first.description : nil
    } else if days.count == 2 {
      message = "\(text) may be two days"
      help = "write \(days[0]) for \(Self.name(days[0])), or \(days[1]) for \(Self.name(days[1]))"
    } else {
      message = Self.missing(in: parts) ?? "\(text) is not a day"
      help = "write the year, the month and the day, such as 2026-11-01"
    }
  }

  /// A number or a month's name.
  private struct Part: Equatable {
    let value: Int
    /// How many digits; 0 for a name.
    let digits: Int
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func name(_ day: CalendarDate) -> String { "\(day.day) \(months[day.month - 1])" }

  /// Runs of digits of any script and names of months; a time of day and other words are passed over.
  private static func parts(of text: String) -> [Part] {
    let day = text.prefix { $0 != "T" || !text.contains(":") }
    var parts: [Part] = []
    for word in day.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let digits = word.prefix { $0.wholeNumberValue != nil }
      if !digits.isEmpty, digits.count <= 8 {
        let value = digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
        parts.append(Part(value: value, digits: digits.count))
      } else if word.count >= 3,
        let month = months.firstIndex(where: { $0.lowercased().hasPrefix(word.lowercased()) })
      {
        parts.append(Part(value: month + 1, digits: 0))
      }
      if parts.count == 3 { break }
    }
    return parts
  }

  /// The days that the parts can mean, in order.
  private static func days(_ parts: [Part]) -> [CalendarDate] {
    if parts.count == 1, parts[0].digits == 8 {
      let whole = parts[0].value
      return day(whole / 10_000, whole / 100 % 100, whole % 100)
    }
    guard parts.count == 3 else { return [] }
    if let month = parts.first(where: { $0.digits == 0 }) {
      let numbers = parts.filter { $0.digits > 0 }
      guard numbers.count == 2 else { return [] }
      let year = numbers.first { $0.digits == 4 } ?? numbers[1]
      let rest = numbers.first { $0 != year } ?? year
      return day(self.year(year), month.value, rest.value)
    }
    if parts[0].digits == 4 {
      let right = day(parts[0].value, parts[1].value, parts[2].value)
      return right.isEmpty ? day(parts[0].value, parts[2].value, parts[1].value) : right
    }
    let readings =
      day(year(parts[2]), parts[1].value, parts[0].value)
      + day(year(parts[2]), parts[0].value, parts[1].value)
    return readings.count == 2 && readings[0] == readings[1] ? [readings[0]] : readings
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> [CalendarDate] {
    CalendarDate(year: year, month: month, day: day).map { [$0] } ?? []
  }

  /// A year of two digits is one of this century.
  private static func year(_ part: Part) -> Int {
    part.digits <= 2 ? 2000 + part.value : part.value
  }

  /// What no calendar has, where one number can only be the year and another the month.
  private static func missing(in parts: [Part]) -> String? {
    guard parts.count == 3, parts.allSatisfy({ $0.digits > 0 }) else { return nil }
    let isYearFirst = parts[0].digits == 4
    let (year, day) = (parts[isYearFirst ? 0 : 2], parts[isYearFirst ? 2 : 0].value)
    let month = parts[1].value
    guard year.digits == 4, isYearFirst || day > 12 else { return nil }
    guard (1...12).contains(month) else { return isYearFirst ? "there is no month \(month)" : nil }
    return CalendarDate(year: year.value, month: month, day: day) == nil
      ? "\(months[month - 1]) \(year.value) has no day \(day)" : nil
  }
}
