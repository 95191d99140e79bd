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

let package = Package(
  name: "deskbook",
  products: [.executable(name: "deskbook", targets: ["deskbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
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
      providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"]), .brew(["pango", "cairo"])]),
    .systemLibrary(
      name: "CQpdf", pkgConfig: "libqpdf",
      providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .target(name: "CommonMark", dependencies: ["CCmarkGFM"], swiftSettings: strictWithC),
    .target(
      name: "Handbook",
      dependencies: ["CommonMark", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Search", dependencies: ["CStemmer"], swiftSettings: strictWithC),
    .target(
      name: "Site",
      dependencies: [
        "CommonMark", "Handbook", "Search", .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .target(
      name: "Cards", dependencies: ["CNettle", "CPango", "CQpdf", "CQREncode", "Handbook"],
      swiftSettings: strictWithC),
    .target(
      name: "Editing",
      dependencies: [
        "CommonMark", "Handbook", .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .target(name: "MessageFrames", swiftSettings: strict),
    .target(
      name: "LanguageServer",
      dependencies: ["CommonMark", "Editing", "Handbook", "Search", "Site"], swiftSettings: strict),
    .target(
      name: "Build",
      dependencies: [
        "CCompress", "CLinux", "Cards", "CommonMark", "Editing", "Handbook", "Search", "Site",
      ],
      swiftSettings: strictWithC),
    .target(
      name: "Preview", dependencies: ["Build", "CMicroHTTPD", "Handbook", "Site"],
      swiftSettings: strictWithC),
    .executableTarget(
      name: "deskbook",
      dependencies: [
        "Build", "Cards", "Editing", "Handbook", "LanguageServer", "MessageFrames", "Preview",
        "Search", "Site",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CCmarkGFM", "CommonMark", "Handbook", "Site"],
      exclude: ["Specifications"], swiftSettings: strict),
    .testTarget(
      name: "HandbookTests", dependencies: ["Handbook"], exclude: ["Rules"], swiftSettings: strict),
    .testTarget(
      name: "SearchTests", dependencies: ["Search"], exclude: ["Fixtures", "conformance.test.js"],
      swiftSettings: strict),
    .testTarget(
      name: "EditingTests", dependencies: ["Editing", "Handbook"], swiftSettings: strict),
    .testTarget(
      name: "MessageFramesTests", dependencies: ["MessageFrames"], swiftSettings: strict),
    .testTarget(name: "CardsTests", dependencies: ["Cards", "Handbook"], swiftSettings: strict),
    .testTarget(
      name: "BuildTests",
      dependencies: [
        "Build", "Handbook", "Site", .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzzing needs sanitizers in every target: Tests/Fuzz/run builds it beside the rest.
if Context.environment["DESKBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["Cards", "Handbook", "LanguageServer", "MessageFrames", "Search", "Site"],
      path: "Tests/Fuzz", exclude: ["Corpus", "run"]))
}
