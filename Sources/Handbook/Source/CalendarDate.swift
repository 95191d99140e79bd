// A day, without clock, time zone or locale.

/// A day of the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// A day that exists, in the years 1 to 9999; else nil.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, nothing else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(Int?.some(0)) { value, byte in
        guard let value, (0x30...0x39).contains(byte) else { return nil }
        return value * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day a number of days after 1970-01-01.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01 (`days_from_civil` of the same source).
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day an interval later; the last of the month where the day does not exist there; nil for
  /// none, or after the year 9999.
  package func adding(_ interval: ReviewInterval) -> CalendarDate? {
    switch interval {
    case .never: return nil
    case .days(let count):
      let day = CalendarDate(daysSince1970: daysSince1970 + count)
      return day.year > 9999 ? nil : day
    case .months(let count):
      let months = year * 12 + month - 1 + count
      let (newYear, newMonth) = (months / 12, months % 12 + 1)
      return CalendarDate(
        year: newYear, month: newMonth, day: min(day, Self.days(in: newMonth, of: newYear)))
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// How long a review holds.
package enum ReviewInterval: Hashable, Sendable {
  case days(Int), months(Int), never

  /// Reads `never`, or a number with `day(s)`, `week(s)`, `month(s)` or `year(s)`, up to 100 years.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words == ["never"] {
      self = .never
      return
    }
    guard words.count == 2, let count = Int(words[0]), (1...36_500).contains(count) else {
      return nil
    }
    switch words[1] {
    case "day", "days": self = .days(count)
    case "week", "weeks": self = .days(count * 7)
    case "month", "months": self = .months(count)
    case "year", "years": self = .months(count * 12)
    default: return nil
    }
    if case .months(let months) = self, months > 1_200 { return nil }
    if case .days(let days) = self, days > 36_500 { return nil }
  }
}
