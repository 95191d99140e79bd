// swift-tools-version: 6.2
import PackageDescription

/// Every target compiles under these.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The targets that touch C say so at each use.
let strictWithC: [SwiftSetting] = strict + [.strictMemorySafety()]

/// The standard library's missing pieces.
let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")

/// The commit that `--version` names, where a release is built.
///
/// The context's own knowledge of git will not do: the package manager keeps what it made of a
/// manifest, whatever was committed since.
let commit = Context.environment["DESKBOOK_COMMIT"]

/// One executable that needs no library of its system, where Tests/Release/link has made archives of them all.
let linking: [LinkerSetting] =
  Context.environment["DESKBOOK_STATIC"] == nil ? [] : [.unsafeFlags(["-static-executable"])]

let package = Package(
  name: "deskbook",
  products: [.executable(name: "deskbook", targets: ["deskbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", exact: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CCompress", providers: [.apt(["zlib1g-dev", "libbrotli-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(
      name: "CQpdf", pkgConfig: "libqpdf",
      providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    .target(
      name: "CRelease",
      cSettings: commit.map { [.define("DESKBOOK_COMMIT", to: "\"\($0)\"")] }),
    .target(name: "Text", dependencies: ["CNettle"], swiftSettings: strictWithC),
    .target(name: "CommonMark", dependencies: ["CCmarkGFM", "Text"], swiftSettings: strictWithC),
    .target(
      name: "Handbook",
      dependencies: ["CommonMark", "Text", algorithms, .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Search", dependencies: ["CStemmer", "Text", algorithms], swiftSettings: strictWithC),
    .target(
      name: "Site",
      dependencies: ["CommonMark", "Handbook", "Search", "Text", algorithms],
      swiftSettings: strict),
    .target(
      name: "Cards", dependencies: ["CPango", "CQpdf", "CQREncode", "Handbook", "Text"],
      swiftSettings: strictWithC),
    .target(
      name: "Editing",
      dependencies: [
        "CommonMark", "Handbook", "Text", .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .target(name: "MessageFrames", swiftSettings: strict),
    .target(
      name: "LanguageServer",
      dependencies: ["CommonMark", "Editing", "Handbook", "Text"],
      swiftSettings: strict),
    .target(
      name: "Build",
      dependencies: [
        "CCompress", "CLinux", "CRelease", "Cards", "CommonMark", "Editing", "Handbook", "Search",
        "Site",
        "Text",
      ],
      swiftSettings: strictWithC),
    .target(
      name: "Preview", dependencies: ["Build", "CMicroHTTPD", "Handbook", "Text"],
      swiftSettings: strictWithC),
    .executableTarget(
      name: "deskbook",
      dependencies: [
        "Build", "Cards", "Editing", "Handbook", "LanguageServer", "MessageFrames", "Preview",
        "Search", "Site", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: linking),
    .testTarget(name: "TextTests", dependencies: ["TestSupport", "Text"], swiftSettings: strict),
    .testTarget(
      name: "CommonMarkTests",
      dependencies: ["TestSupport", "CCmarkGFM", "CommonMark", "Handbook", "Site"],
      exclude: ["Specifications"], swiftSettings: strict),
    .testTarget(
      name: "HandbookTests", dependencies: ["TestSupport", "Handbook", "Text"], exclude: ["Rules"],
      swiftSettings: strict),
    .testTarget(
      name: "SearchTests", dependencies: ["TestSupport", "Search", "Text"],
      exclude: ["Fixtures", "conformance.test.js"],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "EditingTests", dependencies: ["Editing", "Handbook"], swiftSettings: strict),
    .testTarget(
      name: "MessageFramesTests", dependencies: ["MessageFrames"], swiftSettings: strict),
    .testTarget(
      name: "CardsTests", dependencies: ["Cards", "Handbook", "Text"], swiftSettings: strict),
    .testTarget(
      name: "BuildTests", dependencies: ["TestSupport", "Build", "Handbook", "Site", "Text"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Cards", "Handbook", "LanguageServer", "MessageFrames", "Search", "Site", "Text",
      ],
      path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Tests"),
    .testTarget(
      name: "SiteTests", dependencies: ["TestSupport", "Handbook", "Site"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer needs its sanitizer in every target: Tests/Fuzz/run builds it beside the rest.
if Context.environment["DESKBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver"))
}
