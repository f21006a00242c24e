# SPDX-License-Identifier: MIT
"""The adoption pages and command: what they show, and what they say of tables that are missing."""

import csv
import io as text_io
from pathlib import Path

import pytest

from fealty import cli


@pytest.fixture
def company(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("usage.csv").write_text(
        "account,user,at,event\nA,u,2024-01-01,login\nA,u,2024-01-08,create\nA,v,2024-01-07,login\nB,w,2024-01-14,login\n"
    )
    Path("milestones.csv").write_text(
        "account,milestone,date\nA,signed,2024-01-01\nA,onboarded,2024-01-03\nA,first_value,2024-01-05\n"
        "A,adopted,2024-01-09\nB,signed,2024-01-02\n"
    )
    return "."


def test_each_part_is_told(company, capsys):
    assert cli.main(["adoption", company, "--as-of", "2024-01-31"]) == 0
    out = capsys.readouterr().out
    assert "1 of 2 customers are successful" in out
    assert "There are no goals: a table goals" in out
    assert "Paid seats are not known: a column seats of accounts" in out


def test_growth_accounting_adds_up(company, capsys):
    arguments = ["adoption", "usage.csv", "--as-of", "2024-01-31", "--show", "growth_accounting", "-f", "csv"]
    assert cli.main(arguments) == 0
    for line in csv.DictReader(text_io.StringIO(capsys.readouterr().out)):
        gained = int(line["new_users"]) + int(line["resurrected"]) - int(line["dormant"])
        assert int(line["active"]) == int(line["opening"]) + gained


def test_pages_are_written(company):
    assert cli.main(["adoption", company, "-o", "adoption.html"]) == 0
    assert Path("adoption.html").read_text().count("<img") == 7


def test_a_date_that_cannot_be_read_is_named(company, capsys):
    Path("usage.csv").write_text("account,at\nA,soon\n")
    assert cli.main(["adoption", "usage.csv"]) == 2
    assert "at = soon is not a date like 2024-12-31" in capsys.readouterr().err
