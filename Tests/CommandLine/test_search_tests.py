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
    done = desk_with(desk, "- {query: dollars, expect: index.md, teach: false}\n").run("search-test")
    assert done.status == 1
    assert "missed: dollars" in done.out and "expected index.md" in done.out
    assert "It is ten dollars." in done.out


def test_an_entry_that_names_nothing_is_a_finding_with_its_place(desk):
    done = desk_with(desk, "- {query: fees, expect: fes.md}\n").run("search-test")
    assert done.status == 1
    assert "Content/search-tests.yml:1:25: warning: " in done.err and "did you mean fees.md?" in done.err


def test_the_results_as_json(desk):
    done = desk_with(desk, "- {query: fees, expect: [index.md, fees.md]}\n").run("search-test", "--json")
    document = json.loads(done.out)
    assert document["queries"] == 1 and document["failed"] == 0
    assert document["results"][0]["rank"] == 1


def test_without_a_list_it_says_how_to_write_one(desk):
    done = desk.run("search-test")
    assert done.status == 64
    assert "search-tests.yml" in done.err


def test_search_learns_what_an_entry_expects_unless_it_only_tests(desk):
    tests = (
        "- {query: hothead, expect: fees.md, top: 1}\n"
        "- {query: greenbacks, expect: It is ten dollars., top: 1}\n"
        "- {query: moolah, expect: fees.md, top: 1, teach: false}\n"
    )
    done = desk_with(desk, tests).run("search-test")
    assert done.status == 1
    assert "  taught: 2 queries: success@1 100.0 %" in done.out
    assert "  not taught: 1 query: success@1 0.0 %" in done.out and "missed: moolah" in done.out


def test_a_line_is_found_by_the_words_it_was_taught(desk):
    desk_with(desk, "- {query: greenbacks, expect: It is ten dollars.}\n").run("build")
    hits = json.loads(desk.run("search", "greenbacks", "--json").out)
    assert [hit["title"] for hit in hits] == ["It is ten dollars."] and hits[0]["kind"] == "phrase"


def test_one_query_is_taught_to_one_place(desk):
    tests = "- {query: fee, expect: fees.md}\n- {query: Fee, expect: index.md}\n"
    done = desk_with(desk, tests).run("check")
    assert done.status == 0
    assert "search-tests.yml:2:11: warning: line 1 teaches this query to fees.md already" in done.err


def test_an_entry_whose_place_is_gone_does_not_stop_a_publication(desk):
    done = desk_with(desk, "- {query: fee, expect: fees.md#gone}\n").run("build")
    assert done.status == 0 and "[search-test]" in done.err
