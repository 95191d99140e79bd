"""Every file of a search index is what its published schema says."""

import json
import re

import jsonschema
import pytest

WORDS = [f"word{number}{letter}" for number in range(400) for letter in "abcdefgh"]


def value(file, key=None):
    """What a script of the index hands over."""
    if file.suffix == ".json":
        return json.loads(file.read_text("utf-8"))
    found = re.fullmatch(r'__deskbook\("([^"]+)",(.*)\);\n', file.read_text("utf-8"), re.DOTALL)
    assert found and (key is None or found[1] == key), file
    return json.loads(found[2])


def validator(schema, part):
    return jsonschema.Draft202012Validator(schema | {"$ref": f"#/$defs/{part}"})


def test_a_small_index_is_one_file_of_its_schema(desk):
    desk.write("synonyms.txt", "welcome, hello\nhi there => welcome\n")
    desk.write("fees.md", "---\ntags: [money]\n---\n# Fees\n\n| Say | Instead of |\n|---|---|\n| Yes | No |\n")
    assert desk.build().status == 0
    search = desk.output / "search"
    assert {file.name for file in search.iterdir()} == {"index.json", "index.js", "schema.json"}
    schema = value(search / "schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    root = value(search / "index.json")
    assert root["mode"] == "single"
    assert root == value(search / "index.js", "index")
    validator(schema, "root").validate(root)
    root["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        validator(schema, "root").validate(root)


def test_every_shard_of_a_large_index_is_of_its_schema(desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off}\n")
    for number in range(120):
        words = WORDS[number * 20 :] + WORDS[: number * 20]
        desk.write(f"page-{number}.md", f"# Page {number}\n\n{' '.join(words[:900])}\n")
    assert desk.build().status == 0
    search = desk.output / "search"
    schema, root = value(search / "schema.json"), value(search / "index.json")
    assert root["mode"] == "sharded"
    validator(schema, "root").validate(root)
    for letter, part in {"t": "terms", "d": "dictionary", "s": "sections"}.items():
        folder = search / f"{letter}-{root[letter]['h']}"
        files = [file for file in folder.rglob("*") if file.is_file()]
        assert all(file.parent.name == str(int(file.stem) // 1000) for file in files)
        assert {file.name for file in files} == {f"{number}.js" for number in range(len(files))}
        assert len(files) > 1, letter
        for file in files:
            validator(schema, part).validate(value(file, f"{letter}/{file.stem}"))
    done = desk.run("search", "--json", "word200c", "page 7")
    assert json.loads(done.out)[0]["title"] == "Page 7"


def test_a_missing_shard_is_said_so(desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off}\n")
    for number in range(120):
        desk.write(f"page-{number}.md", f"# Page {number}\n\n{' '.join(WORDS[number * 20 :][:900])}\n")
    assert desk.build().status == 0
    for file in desk.output.glob("search/t-*/*/*"):
        file.unlink()
    done = desk.run("search", "word200c")
    assert done.status == 74
    assert "damaged" in done.err and "search/t-" in done.err.replace("in t-", "in search/t-")
