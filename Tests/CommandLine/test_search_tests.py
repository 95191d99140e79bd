"""`deskbook search-test`: queries of the content, and whether they find what they must."""

import json


def desk_with(desk, tests):
    desk.write("fees.md", "---\ntitle: Fees\nkind: phrases\nowner: Lead\n---\n\n| Say |\n| --- |\n| It is ten dollars. |\n")
    desk.write("search-tests.yml", tests)
    return desk


def test_queries_that_find_what_they_must_end_with_0_and_the_measures(desk):
    tests = "- {query: fees, expect: fees.md, top: 1}\n- {query: dollars, expect: It is ten dollars.}\n"
    done = desk_with(desk, tests).run("search-test")
    assert done.status == 0, done.err
    assert done.out.startswith("2 queries: success@1 100.0 %, success@3 100.0 %, MRR 1.000, empty 0")


def test_a_query_that_misses_is_named_with_what_it_found(desk):
    done = desk_with(desk, "- {query: dollars, expect: index.md}\n").run("search-test")
    assert done.status == 1
    assert "missed: dollars" in done.out and "expected index.md" in done.out
    assert "It is ten dollars." in done.out


def test_an_entry_that_names_nothing_is_a_finding_with_its_place(desk):
    done = desk_with(desk, "- {query: fees, expect: fes.md}\n").run("search-test")
    assert done.status == 1
    assert "Content/search-tests.yml:1:25: error: " in done.err and "did you mean fees.md?" in done.err


def test_the_results_as_json(desk):
    done = desk_with(desk, "- {query: fees, expect: [index.md, fees.md]}\n").run("search-test", "--json")
    document = json.loads(done.out)
    assert document["queries"] == 1 and document["failed"] == 0
    assert document["results"][0]["rank"] == 1


def test_without_a_list_it_says_how_to_write_one(desk):
    done = desk.run("search-test")
    assert done.status == 64
    assert "search-tests.yml" in done.err
