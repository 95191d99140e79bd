// The format of the index, published beside it.

/// The JSON Schema of the four records of an index.
///
/// It travels with every index as `search/schema.json`; the tests validate built sites with it.
///
/// - Source: JSON Schema 2020-12.
enum IndexSchema {
  static let file = SearchFile(name: "schema.json", bytes: Array(text.utf8))

  private static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "deskbook-search/1",
      "title": "A search index: its root, in search/index.json",
      "description": "search/index.js hands the same value to __deskbook(\"index\", …). Where mode is sharded, t, d and s name files <letter>-<hash>/<thousands>/<number>.js, which hand over a shard each.",
      "$ref": "#/$defs/root",
      "$defs": {
        "digits": {"description": "whole numbers as base64 digits of five bits, lowest first; the sixth bit says that more follow", "type": "string", "pattern": "^[A-Za-z0-9+/]*$"},
        "forms": {"description": "sorted words, each as a capital for the UTF-16 units that it shares with the one before (A is 0), then the rest", "type": "string", "pattern": "^([A-Z][^A-Z]*)*$"},
        "groups": {"description": "numbers of groups of words with one stem, all of which a record must hold", "type": "array", "minItems": 1, "items": {"type": "integer", "minimum": 0}},
        "entries": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/groups"}},
        "root": {
          "type": "object",
          "properties": {
            "format": {"const": "deskbook-search/1"},
            "build": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "analyzer": {"description": "changes with the words that a text gives", "type": "string"},
            "mode": {"enum": ["single", "sharded"]},
            "lang": {"description": "BCP 47", "type": "string"},
            "n": {"description": "all numbers of records are below; in a large index not each number is a record's", "type": "integer", "minimum": 0},
            "k": {"description": "weights in sixty-fourths, and two counts", "type": "array", "minItems": 18, "maxItems": 18, "items": {"type": "integer", "minimum": 0, "maximum": 1000}},
            "kinds": {"description": "name, weight in sixty-fourths and first record of each kind; records stand kind by kind", "type": "array", "items": {"type": "array", "prefixItems": [{"enum": ["phrase", "step", "question", "section", "card", "page"]}, {"type": "integer"}, {"type": "integer", "minimum": 0}], "minItems": 3, "items": false}},
            "stop": {"description": "words that are not indexed", "type": "string"},
            "syn": {"type": "array", "items": {"oneOf": [
              {"$ref": "#/$defs/entries"},
              {"type": "object", "properties": {"from": {"$ref": "#/$defs/entries"}, "to": {"$ref": "#/$defs/entries"}}, "required": ["from", "to"], "additionalProperties": false}
            ]}},
            "t": true, "d": true, "s": true
          },
          "required": ["format", "build", "analyzer", "mode", "lang", "n", "k", "kinds", "stop", "syn", "t", "s"],
          "additionalProperties": false,
          "if": {"properties": {"mode": {"const": "single"}}},
          "then": {"properties": {"t": {"$ref": "#/$defs/terms"}, "d": false, "s": {"$ref": "#/$defs/sections"}}},
          "else": {"properties": {"t": {"$ref": "#/$defs/table", "required": ["n"]}, "d": {"$ref": "#/$defs/table", "required": ["n", "f"]}, "s": {"$ref": "#/$defs/table", "required": ["c"]}}, "required": ["d"]}
        },
        "table": {
          "description": "h: six letters of a hash of all shards of the sort; n: distances of the first group or form of each shard; f: the first form of each; c: numbers of records of each shard, which has a file if there is such a record",
          "type": "object",
          "properties": {
            "n": {"$ref": "#/$defs/digits"},
            "h": {"type": "string", "pattern": "^[a-z2-7]{6}$"},
            "f": {"type": "array", "items": {"type": "string"}},
            "c": {"type": "integer", "minimum": 1}
          },
          "required": ["h"],
          "additionalProperties": false
        },
        "terms": {
          "description": "f: forms, group by group; c: how many each group has; i: 64 times its inverse document frequency; n: its postings; p: the distance of each posting's record to the one before it in its group; m: the impact of each, 1 to 63, as one digit; h: the distances between the postings whose word stands in the heading, counted through all groups",
          "type": "object",
          "properties": {"f": {"$ref": "#/$defs/forms"}, "c": {"$ref": "#/$defs/digits"}, "i": {"$ref": "#/$defs/digits"}, "n": {"$ref": "#/$defs/digits"}, "p": {"$ref": "#/$defs/digits"}, "m": {"$ref": "#/$defs/digits"}, "h": {"$ref": "#/$defs/digits"}},
          "required": ["f", "c", "i", "n", "p", "m", "h"],
          "additionalProperties": false
        },
        "dictionary": {
          "description": "f: forms; g: the group of each, 0 for the next new one and k for the one k before that; m: groups before the shard; w: rarity, 63 for a word of no record",
          "type": "object",
          "properties": {"f": {"$ref": "#/$defs/forms"}, "g": {"$ref": "#/$defs/digits"}, "m": {"type": "integer", "minimum": 0}, "w": {"$ref": "#/$defs/digits"}},
          "required": ["f", "g", "m", "w"],
          "additionalProperties": false
        },
        "sections": {
          "description": "p: address, title and folders of each page, and 1 for a script; s: page, anchor or 0, title or 0 for the page's, text, then what not to say, when, and the date of the next review",
          "type": "object",
          "properties": {
            "p": {"type": "array", "items": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"const": 1}], "minItems": 3, "items": false}},
            "s": {"type": "array", "items": {"type": "array", "prefixItems": [
              {"type": "integer", "minimum": 0}, {"type": ["string", "integer"]}, {"type": ["string", "integer"]}, {"type": "string"},
              {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "string"}}, {"type": "string", "format": "date"}
            ], "minItems": 4, "items": false}}
          },
          "required": ["p", "s"],
          "additionalProperties": false
        }
      }
    }

    """#
}
