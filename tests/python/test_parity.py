# SPDX-License-Identifier: MIT
"""Python has what the headers have, no more and no less; what is generated is what would be generated now."""

import inspect
import sys
from pathlib import Path

import pytest

import fealty

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/api"))

import generate  # noqa: E402
import parity  # noqa: E402
import stubs  # noqa: E402


def test_headers_and_module_agree(api):
    assert parity.differences(api, fealty) == []


def test_there_is_something_to_compare(api):
    assert len(api.functions) > 20
    assert len(api.classes) > 30
    assert {"revenue.mrr_ledger", "retention.cohort_table", "company.simulate", "add_months"} <= set(
        api.functions
    )
    assert api.classes["revenue.LedgerPeriods"].columns[:3] == ["period", "period_end", "opening"]
    assert [each.name for each in api.options(api.functions["retention.annualize"][0]).fields] == [
        "days",
        "target_days",
    ]


def test_every_exemption_is_needed(api):
    """What is listed as C++'s own is there, and not in Python."""
    known = {*api.functions, *api.classes, *api.enums, *api.constants}
    known |= {f"{cls.key}.{each.name}" for cls in api.classes.values() for each in cls.fields}
    known |= {each.key for cls in api.classes.values() for each in cls.methods}
    known |= {
        f"{each.key}({', '.join(p.type for p in each.params)})"
        for overloads in api.functions.values()
        for each in overloads
    }
    comparison = parity._Comparison(api, fealty)
    for key in parity.CPP_ONLY:
        assert any(name.startswith(key) for name in known) if key.endswith(".") else key in known, key
        assert key.endswith((".", ")")) or comparison.bound(key) is None, key


def test_docstrings_are_those_of_the_headers(api):
    assert (ROOT / generate.FILE).read_text(encoding="utf-8") == generate.docstrings(api), (
        "run tools/api/generate.py"
    )


@pytest.mark.parametrize("file", ["__init__.pyi", *sorted(f"{name}.pyi" for name in stubs.modules())])
def test_stubs_are_those_of_the_module(file):
    assert (stubs.FOLDER / file).read_text(encoding="utf-8") == stubs.stubs()[file], "run tools/api/stubs.py"


def test_no_stub_is_left_over():
    assert {path.name for path in stubs.FOLDER.glob("*.pyi")} == set(stubs.stubs())


def test_names_tell_where_users_find_them():
    for module in (fealty, fealty.revenue, fealty.retention, fealty.company):
        for name, thing in vars(module).items():
            if not name.startswith("_") and not inspect.ismodule(thing):
                assert thing.__module__ == module.__name__, name
                assert getattr(sys.modules[thing.__module__], thing.__name__) is thing


def test_help_shows_the_signature():
    assert (
        str(inspect.signature(fealty.retention.logo_retention))
        == "(ledger, *, window=None, confidence=None, small_base=None)"
    )
    assert (
        str(inspect.signature(fealty.revenue.RatesPolicy))
        == "(*, window=12, nrr_form='cohort', grr_form='cohort', nrr_reactivation=False, "
        "net_churn_reactivation=False, quick_ratio_reactivation=True, logo_base='opening', "
        "currency='constant', confidence=0.95, small_base=30)"
    )
    assert str(inspect.signature(fealty.PeriodGrid)) == "(first, last, period, fiscal_year_start=1)"
    assert str(inspect.signature(fealty.PeriodGrid("2024-01-01", "2024-01-01", "day").start)) == "(index)"
    assert fealty.retention.logo_retention.__doc__.startswith(
        "Share of the customers of `window` periods ago"
    )


def test_what_needs_more_than_numpy_is_there_on_demand():
    assert {"cli", "io", "plots", "report"} <= set(dir(fealty))
    assert fealty.io.__name__ == "fealty.io"
    with pytest.raises(AttributeError, match=r"^module 'fealty' has no attribute 'nonsense'$"):
        fealty.nonsense  # noqa: B018
