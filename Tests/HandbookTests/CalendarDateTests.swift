// Days and review intervals: leap years, ends of months, what is refused.

import Handbook
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsADay(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31",
    "0000-01-01",
    "2026-1-1", "26-01-01", "2026/01/01", " 2026-01-01", "2026-01-01T00:00", "２０２６-01-01", "",
    "2026-01-0x", "-026-01-01", "2026-+1-01",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func goesRoundTripOverTenThousandDays() throws {
    let start = try #require(CalendarDate("1999-12-25")).daysSince1970
    var before = CalendarDate(daysSince1970: start - 1)
    for days in start..<start + 10_000 {
      let date = CalendarDate(daysSince1970: days)
      #expect(date.daysSince1970 == days)
      #expect(CalendarDate(date.description) == date)
      #expect(before < date)
      before = date
    }
    #expect(before.description == "2027-05-11")
  }

  @Test func knowsTheEpochAndDaysBeforeIt() {
    #expect(CalendarDate(daysSince1970: 0).description == "1970-01-01")
    #expect(CalendarDate(daysSince1970: -1).description == "1969-12-31")
    #expect(CalendarDate(daysSince1970: -719_162).description == "0001-01-01")
    #expect(CalendarDate(daysSince1970: 19_782).description == "2024-02-29")
  }

  @Test(arguments: [
    ("2026-08-31", ReviewInterval.months(6), "2027-02-28"),
    ("2023-08-31", .months(6), "2024-02-29"),
    ("2024-02-29", .months(12), "2025-02-28"), ("2024-02-29", .months(48), "2028-02-29"),
    ("2026-12-31", .months(1), "2027-01-31"), ("2026-01-31", .months(1), "2026-02-28"),
    ("2026-11-15", .months(1), "2026-12-15"), ("2026-12-01", .months(12), "2027-12-01"),
    ("2024-02-28", .days(2), "2024-03-01"), ("2026-12-31", .days(1), "2027-01-01"),
    ("2026-01-01", .never, ""), ("9999-12-31", .days(1), ""), ("9999-12-01", .months(1), ""),
  ])
  func addsIntervals(_ start: String, _ interval: ReviewInterval, _ end: String) {
    #expect((CalendarDate(start)?.adding(interval)?.description ?? "") == end)
  }

  @Test(arguments: [
    ("6 months", ReviewInterval.months(6)), ("1 month", .months(1)), ("1 Year", .months(12)),
    ("2 weeks", .days(14)), ("10  DAYS", .days(10)), ("never", .never), ("Never ", .never),
    ("100 years", .months(1_200)),
  ])
  func readsIntervals(_ text: String, _ interval: ReviewInterval) {
    #expect(ReviewInterval(text) == interval)
  }

  @Test(arguments: [
    "", "6", "months", "6months", "0 days", "-1 days", "1.5 years", "six months", "6 months ago",
    "101 years", "1201 months", "5300 weeks", "99999999999999999999 days", "1 fortnight",
    "never ever",
  ])
  func refusesWhatIsNoInterval(_ text: String) {
    #expect(ReviewInterval(text) == nil)
  }
}
