// The JSON Schemas that editors get know every key that the reader knows, and no other.

import Foundation
import Handbook
import Testing

@Suite struct SchemaTests {
  private func properties(_ name: String) throws -> YAML {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Themes/starter/handbook/schemas")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).schema.json")))
    let file = SourceFile(path: try ContentPath("\(name).json"), bytes: bytes)
    // JSON is YAML too.
    let value = try #require(YAML.read(0..<bytes.count, of: file).value)
    return try #require(value["properties"])
  }

  private func names(_ value: YAML?) -> Set<String> { Set(value?.entries?.map(\.key) ?? []) }

  private func choices(_ value: YAML?) -> [String] {
    value?["enum"]?.items.compactMap(\.text) ?? []
  }

  @Test func knowEveryKeyOfFrontMatter() throws {
    let schema = try properties("page")
    let keys = PageKind.allCases.flatMap { FrontMatter.keys(of: $0) }
    #expect(names(schema) == Set(keys))
    #expect(choices(schema["kind"]) == PageKind.allCases.map(\.rawValue))
    let card = schema["card"]?["properties"]
    #expect(choices(card?["size"]) == CardSize.allCases.map(\.rawValue))
    #expect(choices(card?["layout"]) == CardLayout.allCases.map(\.rawValue))
    #expect(choices(card?["hole"]) == CardHole.allCases.map(\.rawValue))
    #expect(choices(card?["turn"]) == CardTurn.allCases.map(\.rawValue))
  }

  @Test func knowEveryKeyOfTheSettings() throws {
    let schema = try properties("handbook")
    #expect(names(schema) == Set(Configuration.keys))
    let cards = schema["cards"]?["properties"]
    #expect(choices(cards?["size"]) == CardSize.allCases.map(\.rawValue))
    let category = cards?["categories"]?["additionalProperties"]?["properties"]
    #expect(choices(category?["shape"]) == CardShape.allCases.map(\.rawValue))
    let field = schema["fields"]?["additionalProperties"]?["properties"]
    #expect(choices(field?["type"]) == FieldType.allCases.map(\.rawValue))
  }
}
