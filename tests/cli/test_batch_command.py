"""`screen batch` as a user runs it."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import environment, screen
from shared import VENDORS

VENDOR_FILE = "Supplier,Amount\nHikvision,1\nAcme,=2+3\nHikvision,3\n"


@pytest.fixture
def vendors(tmp_path: Path) -> Path:
    """Return the path of a small vendor file."""
    path = tmp_path / "vendors.csv"
    path.write_text(VENDOR_FILE, encoding="utf-8")
    return path


def test_hits_to_standard_output_the_rest_to_standard_error(vendors: Path) -> None:
    """The report is the report and nothing else; assumptions and the summary go beside it."""
    done = screen("batch", "vendors.csv", cwd=vendors.parent)
    assert done.returncode == 1
    assert "vendors.csv:2" in done.stdout
    assert "names in column 1, 'Supplier'" in done.stderr
    assert "3 subjects" in done.stderr
    assert "Supplier" not in done.stdout


def test_csv_passes_every_column_through(vendors: Path) -> None:
    """One row for each input row, ours behind, formulas neutralised."""
    done = screen("batch", "vendors.csv", "--format", "csv", cwd=vendors.parent)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["Supplier"] for row in rows] == ["Hikvision", "Acme", "Hikvision"]
    assert [row["screen_status"] for row in rows] == ["hit", "clear", "hit"]
    assert rows[1]["Amount"] == "'=2+3"


def test_rejected_rows_make_2_and_the_others_are_screened(tmp_path: Path) -> None:
    """A row without a name is told with its line."""
    (tmp_path / "v.csv").write_text("Vendor Name,Amount\nHikvision,1\n,2\nAcme,3\n", encoding="utf-8")
    done = screen("batch", "v.csv", "--format", "jsonl", cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [r["record"] for r in records[1:-1]] == ["screening", "rejected", "screening"]
    assert records[2]["origin"] == {"file": "v.csv", "line": 3}
    assert records[2]["reason"] == "no name in column 'Vendor Name'"


def test_standard_input(vendors: Path) -> None:
    """A file piped in reads like the file itself."""
    done = screen("batch", "-", cwd=vendors.parent, stdin=VENDOR_FILE.encode())
    assert done.returncode == 1
    assert "Hikvision" in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Supplier\n", "no rows"),
        (b"\x7fELF" + bytes(4000), "binary"),
        (b"a,b\n1,2\n", "--column"),
        (b"Supplier,Supplier\nx,y\n", "--column"),
        (b"PK\x03\x04 broken", "broken"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    """Exit 2, no report that could pass for an all-clear, no traceback."""
    (tmp_path / "v.csv").write_bytes(content)
    done = screen("batch", "v.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "no candidate" not in done.stdout
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("file", "said"), [("missing.csv", "no such file"), (".", "is a directory")])
def test_missing_file_and_folder(tmp_path: Path, file: str, said: str) -> None:
    """Named in one line."""
    done = screen("batch", file, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_output_file_is_complete_or_not_there(vendors: Path) -> None:
    """A good run writes it, a failing one leaves the old file and nothing else behind."""
    folder = vendors.parent
    assert screen("batch", "vendors.csv", "--format", "csv", "-o", "out.csv", cwd=folder).returncode == 1
    before = (folder / "out.csv").read_text(encoding="utf-8")
    assert before.count("\n") == 4
    (folder / "bad.csv").write_text("Supplier\n", encoding="utf-8")
    assert screen("batch", "bad.csv", "--format", "csv", "-o", "out.csv", cwd=folder).returncode == 2
    assert (folder / "out.csv").read_text(encoding="utf-8") == before
    assert sorted(path.name for path in folder.iterdir()) == ["bad.csv", "out.csv", "vendors.csv"]


def test_an_output_folder_that_is_not_there(vendors: Path) -> None:
    """Said in one line before anything is screened."""
    done = screen("batch", "vendors.csv", "-o", "nowhere/out.csv", cwd=vendors.parent)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return the path of a vendor file that takes a while."""
    path = tmp_path / "many.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Supplier\n")
        file.writelines(f"Vendor Number {n} Hikvision\n" for n in range(60_000))
    return path


def test_interrupted_leaves_no_half_file(many: Path) -> None:
    """Ctrl-C: exit 130, one line, no output and no temporary file."""
    command = [sys.executable, "-m", "screen", "batch", "many.csv", "--format", "csv", "-o", "out.csv"]
    process = subprocess.Popen(command, cwd=many.parent, stderr=subprocess.PIPE, env=environment())
    deadline = time.monotonic() + 30
    while not list(many.parent.glob(".out.csv.*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1] == "screen: interrupted"
    assert [path.name for path in many.parent.iterdir()] == ["many.csv"]


def test_a_closed_pipe_ends_quietly_and_not_as_clear(many: Path) -> None:
    """`| head -1`: no traceback, and not 0: the report is not complete."""
    command = [sys.executable, "-m", "screen", "batch", "many.csv", "--format", "jsonl"]
    process = subprocess.Popen(
        command, cwd=many.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().startswith(b'{"record"')
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error(vendors: Path) -> None:
    """Writing to a full device is said, with exit 2."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "screen", "batch", "vendors.csv"],
            cwd=vendors.parent, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(VENDORS.glob("*.csv")), ids=lambda path: path.stem)
def test_every_real_vendor_file_needs_no_option(path: Path, tmp_path: Path) -> None:
    """It is screened to its end; exit 0, 1 or, for rows without a name, 2 with each told."""
    done = screen("batch", str(path), "--format", "jsonl", cwd=tmp_path)
    summary = json.loads(done.stdout.splitlines()[-1])
    assert summary["record"] == "summary"
    assert done.returncode == (2 if summary["rejected"] else 1 if summary["hits"] else 0)
    assert summary["rejected"] <= 2


@pytest.mark.shared
def test_the_four_hits_in_the_chinese_stock_file(tmp_path: Path) -> None:
    """海康威视, 大华股份, 科大讯飞 and 美亚柏科 are there, at 100."""
    done = screen("batch", str(VENDORS / "cn_stock_basic_gbk.csv"), "--format", "jsonl", cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    hit = {r["subject"]["name"]: r["hits"][0] for r in records if r.get("status") == "hit"}
    listed = {name: hit[name]["entity_id"].removeprefix("bis-2019-") for name in hit if hit[name]["score"] == 100}
    assert listed == {"海康威视": "hikvision", "大华股份": "dahua", "科大讯飞": "iflytek", "美亚柏科": "meiya-pico"}


@pytest.mark.shared
def test_the_namesake_in_another_city_scores_lower(tmp_path: Path) -> None:
    """Cangzhou Dahua is no strong hit, as the listed firm is."""
    (tmp_path / "v.csv").write_text("name\nCangzhou Dahua Co.\nZhejiang Dahua Technology\n", encoding="utf-8")
    done = screen("batch", "v.csv", "--format", "jsonl", cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    scores = {r["subject"]["name"]: r["hits"][0]["score"] if r["hits"] else 0 for r in records[1:-1]}
    assert scores["Cangzhou Dahua Co."] < 88 < 95 <= scores["Zhejiang Dahua Technology"]


def test_files_written_are_for_their_owner_only(vendors: Path) -> None:
    """A report names suppliers: mode 0600."""
    screen("batch", "vendors.csv", "-o", "out.txt", cwd=vendors.parent)
    assert os.stat(vendors.parent / "out.txt").st_mode & 0o777 == 0o600  # noqa: PTH116
