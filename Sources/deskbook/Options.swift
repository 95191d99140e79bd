// Options that several subcommands share.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Handbook

/// Where the content stands, and on which day it is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The content folder (default: DIR/Content).", valueName: "folder"),
    completion: .directory)
  var content: String?

  @Option(
    help: ArgumentHelp(
      "The day that counts as today (default: SOURCE_DATE_EPOCH, else today).",
      valueName: "YYYY-MM-DD"),
    transform: Clock.day)
  var clock: CalendarDate?
}

/// The handbook's folder, for commands whose arguments are something else.
struct FolderOption: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "The handbook's folder (default: the one that you stand in).", valueName: "dir"),
    completion: .directory)
  var named: String?

  var folder: String { named ?? HandbookFolder.found() }

  func validate() throws {
    if named?.isEmpty == true { throw ValidationError("the handbook's folder has no name") }
  }
}

/// How a handbook is read.
struct RunOptions: ParsableArguments {
  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Take in pages marked as drafts.")
  var drafts = false

  @Option(help: ArgumentHelp("Most tasks at work (default: one for each core).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
  }

  /// The content folder as findings show it.
  var shownContent: String { reading.content ?? "Content" }
}

/// The handbook and how it is read.
struct ContentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The handbook's folder; -C DIR says the same.", valueName: "dir"),
    completion: .directory)
  var named: String?

  @OptionGroup private var place: FolderOption
  @OptionGroup var run: RunOptions

  func validate() throws {
    if named?.isEmpty == true { throw ValidationError("the handbook's folder has no name") }
    if let named, let other = place.named, named != other {
      throw ValidationError("two folders are named, \(named) and \(other); give one")
    }
  }

  /// Processors that the program may use.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whose content is named has no need of a handbook above.
  var folder: String {
    named ?? (run.reading.content == nil ? place.folder : place.named ?? ".")
  }

  /// The content folder as findings show it.
  var shownContent: String { run.shownContent }
}

/// The handbook, for commands whose arguments are pages.
struct PlaceOptions: ParsableArguments {
  @OptionGroup private var place: FolderOption
  @OptionGroup private var reading: ReadingOptions

  var folder: String { reading.content == nil ? place.folder : place.named ?? "." }
  var content: String? { reading.content }

  /// Drafts are pages to an editor, so they are taken in.
  func settings() throws -> Settings {
    Settings(
      folder: folder, content: content, includesDrafts: true,
      today: try reading.clock ?? Clock.today(),
      workers: ContentOptions.processors)
  }
}

/// Where the site comes from and goes to.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The theme: a folder in DIR/Themes or among the tool's own, or a path.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Where the site goes (default: DIR/Output).", valueName: "folder"),
    completion: .directory)
  var output: String?
}

/// How findings are judged and shown.
struct FindingOptions: ParsableArguments {
  /// The forms of findings.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Option(help: "The form of findings; all but text go to standard output.")
  var format = Format.text
}

/// What is printed.
struct ConsoleOptions: ParsableArguments {
  /// When to print in colour.
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Flag(name: .shortAndLong, help: "Print findings only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print how long each stage took.")
  var verbose = false

  @Option(help: "Colours: auto means on a terminal, unless NO_COLOR is set.")
  var color = Color.auto
}

/// The day that counts as today.
enum Clock {
  /// Reads `YYYY-MM-DD`.
  static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw ValidationError("\(text) is not a day; write it as 2026-01-31")
    }
    return day
  }

  /// The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org) in UTC, else today in the local time
  /// zone.
  static func today() throws -> CalendarDate {
    let secondsOfDay = 86_400
    guard let epoch = Environment.value("SOURCE_DATE_EPOCH") else {
      var (now, local) = (time(nil), tm())
      localtime_r(&now, &local)
      return CalendarDate(daysSince1970: (now + local.tm_gmtoff) / secondsOfDay)
    }
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
      throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds: \(epoch)")
    }
    return CalendarDate(daysSince1970: seconds / secondsOfDay)
  }
}

/// The environment, read by this module only.
enum Environment {
  /// A variable that is set and not empty.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name), text.pointee != 0 else { return nil }
    return String(cString: text)
  }
}

extension Settings {
  /// Settles the options of a run.
  init(
    _ content: ContentOptions, _ site: SiteOptions? = nil, isStrict: Bool = false
  ) throws {
    try self.init(
      folder: content.folder, content.run, output: site?.output, theme: site?.theme,
      isStrict: isStrict)
  }

  /// Settles the options of a run on the handbook in a folder.
  init(
    folder: String, _ run: RunOptions, output: String? = nil, theme: String? = nil,
    isStrict: Bool = false
  ) throws {
    self.init(
      folder: folder, content: run.reading.content, output: output, theme: theme,
      isStrict: isStrict, includesDrafts: run.drafts,
      today: try run.reading.clock ?? Clock.today(),
      workers: run.jobs ?? ContentOptions.processors)
  }
}
