"""The build part: time, CPU and memory of clean builds and rebuilds, all tools side by side.

    build.py FOLDER --pages N --results FILE [--sites-only]

FOLDER is a corpus; each tool leaves its built site there. --sites-only builds once, for the search part.
"""

import argparse
import json
import pathlib
import re
import shlex
import statistics
import subprocess

import peers

NANOSECONDS = "$(date +%N)"


def run_once(command, limit):
    """Runs a command once; its time, CPU seconds and peak memory (of the largest process), or why there are none."""
    note = peers.WORK / "time"
    line = [
        "/usr/bin/time",
        "--quiet",
        "-f",
        "%e %U %S %M",
        "-o",
        note,
        "timeout",
        "-k",
        "5",
        str(limit),
        "sh",
        "-c",
        command,
    ]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode == 124:
        return {"failed": f"not done in {limit} s"}
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        return {"failed": f"exit status {done.returncode}: {said[-1] if said else 'no message'}"}
    seconds, user, system, kilobytes = (float(part) for part in note.read_text().split()[-4:])
    return {"seconds": seconds, "cpu": user + system, "memory": kilobytes * 1024}


def hyperfine(command, once, budget, prepare=None, shell=True):
    """Many runs of a command: median, least and most seconds, CPU seconds."""
    runs = 1 if once > 2 * budget else max(3, min(10, int(budget / max(once, 0.01))))
    note = peers.WORK / "hyperfine.json"
    line = ["hyperfine", "--style", "basic", "--export-json", note]
    line += ["--runs", str(runs), *(["--prepare", prepare] if prepare else []), *([] if shell else ["-N"]), command]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1]}
    found = json.loads(note.read_text())["results"][0]
    return {
        "median": found["median"],
        "min": found["min"],
        "max": found["max"],
        "runs": len(found["times"]),
        "cpu": found["user"] + found["system"],
    }


def clearing(paths, aside):
    """Moves what earlier runs left out of the way, and waits for the disk.

    Nothing is deleted before all is measured: for minutes after a deletion ext4 searches for numbers of files that
    were not in use a moment ago, which can take longer than to build the site.
    """
    moves = [
        f"[ ! -e {path} ] || mv {path} {aside}/{NANOSECONDS}-{number}"
        for number, path in enumerate(shlex.quote(str(path)) for path in paths)
    ]
    return "; ".join([f"mkdir -p {aside}", *moves, "sync"])


def stages(deskbook):
    """What the tool itself says about its stages."""
    done = subprocess.run(
        f"{deskbook.command} --no-cache --verbose".replace(" --quiet", ""), shell=True, capture_output=True, text=True
    )
    return {name.strip(): float(time) for name, time in re.findall(r"^([\w ,/-]+): ([\d.]+) s", done.stderr, re.M)}


def prose(corpus):
    """Pages of nothing but prose, as paths below the site without a suffix: they have no phrases to say or avoid."""
    plain = corpus / "plain"
    marked = re.compile(r"^\| Say|\*\*(Say|Avoid|Outcome)\*\*", re.M)
    return [page.relative_to(plain).with_suffix("") for page in plain.rglob("*.md") if not marked.search(page.read_text())]


def sizes(output, corpus):
    """Median bytes of a page and of a page of prose, bytes and number of files of the site."""
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    # Some tools give each page a folder.
    places = [place for page in prose(corpus) for place in (output / f"{page}.html", output / page / "index.html")]
    plain = [place.stat().st_size for place in places if place.is_file()]
    return {
        "page": statistics.median(pages) if pages else 0,
        "prose": statistics.median(plain) if plain else 0,
        "site": sum(p.stat().st_size for p in files),
        "files": len(files),
    }


def expected(results, tool, pages):
    """Seconds a build will take, from the last smaller size; none for the first."""
    earlier = [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []
    known = [
        (record["pages"], record["once"]["seconds"])
        for record in earlier
        if record["part"] == "build" and record["tool"] == tool.title and "seconds" in record.get("once", {})
    ]
    gave_up = any(
        record["tool"] == tool.title and "missing" in record for record in earlier if record["part"] == "build"
    )
    if gave_up:
        return float("inf")
    return known[-1][1] * pages / known[-1][0] if known else 0


def build(tool, options):
    """One tool's record: a first run, many clean runs, and for those that can a run after a change."""
    guess = expected(options.results, tool, options.pages)
    if tool.missing() or guess > 1.5 * options.limit:
        about = (
            f"not tried: about {guess:,.0f} s by the last size"
            if guess < float("inf")
            else "not tried: failed at the last size"
        )
        return {"missing": tool.missing() or about}
    tool.set_up()
    prepare = clearing([tool.output, *tool.caches], shlex.quote(str(options.folder / "earlier-sites")))
    subprocess.run(prepare, shell=True, check=True)
    once = run_once(tool.command, options.limit)
    if "failed" in once:
        return {"missing": once["failed"]}
    record = {"once": once, **sizes(tool.output, tool.corpus)}
    if hasattr(tool, "index"):
        record["index"] = run_once(tool.index, options.limit)
    if options.sites_only:
        return record
    budget = options.row_seconds
    record["clean"] = hyperfine(tool.command, once["seconds"], budget, prepare)
    if tool.name in ("deskbook", "zensical"):
        page = tool.page()
        text = page.read_bytes()
        more = f"printf '\\nOne more line, %s.\\n' {NANOSECONDS} >> {shlex.quote(str(page))}"
        subprocess.run(more, shell=True, check=True)
        # The first change finds nothing but the clean build.
        record["first_change"] = run_once(tool.command, options.limit)
        record["changed"] = hyperfine(tool.command, record["first_change"].get("seconds", 1), budget, more)
        page.write_bytes(text)
        subprocess.run(tool.command, shell=True, check=True, capture_output=True)
        record["unchanged"] = hyperfine(tool.command, record["changed"]["median"], budget)
        record["memory_again"] = run_once(tool.command, options.limit).get("memory")
    return record


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--limit", type=int, default=300, help="most seconds for one build of a peer")
    parser.add_argument("--row-seconds", type=int, default=60, help="a row that takes longer gets fewer runs")
    parser.add_argument("--sites-only", action="store_true")
    options = parser.parse_args()
    for kind in peers.SEARCHERS if options.sites_only else peers.BUILDERS:
        tool = kind(options.folder)
        print(f"   build of {options.pages:,} pages: {tool.title}", flush=True)
        record = {"part": "build", "pages": options.pages, "tool": tool.title, **build(tool, options)}
        if tool.name == "deskbook" and "missing" not in record:
            record["stages"] = stages(tool)
            record["index_bytes"] = sum(p.stat().st_size for p in (tool.output / "search").rglob("*") if p.is_file())
            if not options.sites_only:
                record["start"] = {
                    name: hyperfine(f"{peers.DESKBOOK} {name}", 0.01, options.row_seconds, shell=False)
                    for name in ("--version", "--help")
                }
        with options.results.open("a") as results:
            print(json.dumps(record), file=results)


if __name__ == "__main__":
    main()
