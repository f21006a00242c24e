# SPDX-License-Identifier: MIT
"""The parity test notices a difference: changed copies of the headers, against the module as built."""

import shutil
import sys
from pathlib import Path

import pytest

import fealty

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/api"))

import parity  # noqa: E402
from parse import parse  # noqa: E402

RETENTION = "retention/revenue_retention.hpp"
BEHIND = "revenue/accounts_behind.hpp"
KINDS = "revenue/movement_kind.hpp"
POLICY = "revenue/policy.hpp"

MUTATIONS = {
    "a changed default": (
        POLICY,
        [("std::int32_t window = 12;", "std::int32_t window = 24;")],
        ["revenue.RatesPolicy: window is 12 by default, in C++ 24"],
    ),
    "a changed default of an enum": (
        POLICY,
        [("NetForm nrr_form = NetForm::cohort;", "NetForm nrr_form = NetForm::movement;")],
        ["revenue.RatesPolicy: nrr_form is 'cohort' by default, in C++ 'movement'"],
    ),
    "a changed default of an option": (
        RETENTION,
        [("std::int32_t draws = 0;", "std::int32_t draws = 1000;")],
        ["retention.revenue_retention: draws is 0 by default, in C++ 1000"],
    ),
    "a setting that each_field() forgets": (
        POLICY,
        [('    f("gap_days", self.gap_days);\n', "")],
        [
            "revenue.LedgerPolicy: each_field() visits grain, netting, period, fiscal_year_start, time_zone, "
            "snapshot, churn_date, reactivation_days, join_and_leave, week_factor, day_factor, rounding, "
            "discount, metered, paused, past_due_days, unpaid, refund, free, merged, exchange, "
            "exchange_date; "
            "the fields are grain, netting, period, fiscal_year_start, time_zone, snapshot, churn_date, "
            "gap_days, reactivation_days, join_and_leave, week_factor, day_factor, rounding, discount, "
            "metered, paused, past_due_days, unpaid, refund, free, merged, exchange, exchange_date"
        ],
    ),
    "a new setting": (
        POLICY,
        [
            (
                "  LedgerPolicy ledger = {}; ",
                "  bool strict = false;  ///< to the letter\n  LedgerPolicy ledger = {}; ",
            ),
            (
                '    f("ledger", self.ledger);\n',
                '    f("strict", self.strict);\n    f("ledger", self.ledger);\n',
            ),
        ],
        [
            "revenue.RevenuePolicy.strict: is not bound",
            "revenue.RevenuePolicy: the argument strict is not bound",
        ],
    ),
    "a default that is no longer there": (
        "retention/churn_rate.hpp",
        [("double target_days = 365.0;", "double target_days;")],
        ["retention.annualize: target_days is 365.0 by default, in C++ nothing"],
    ),
    "a renamed field": (
        BEHIND,
        [
            ("MoneyColumn before; ", "MoneyColumn earlier; "),
            ('f("before", self.before)', 'f("earlier", self.earlier)'),
        ],
        [
            "revenue.RowsBehind.earlier: is not bound",
            "revenue.RowsBehind.before: is not in C++",
            "revenue.RowsBehind.before_minor: is not in C++",
        ],
    ),
    "a field that each_column() forgets": (
        BEHIND,
        [('    f("after", self.after);\n', "")],
        [
            "revenue.RowsBehind: each_column() visits row, account, start, end, before; "
            "the columns are row, account, start, end, before, after"
        ],
    ),
    "an edited text": (
        RETENTION,
        [
            (
                "/// Net and gross revenue retention over a trailing window.",
                "/// Net and gross retention over a trailing window.",
            )
        ],
        [
            "retention.revenue_retention: "
            'the text says "Net and gross revenue retention over a trailing window.", '
            'C++ says "Net and gross retention over a trailing window."'
        ],
    ),
    "an edited text of an option": (
        RETENTION,
        [("///< bootstrap draws for the intervals, ", "///< draws for the intervals, ")],
        [
            "retention.revenue_retention: "
            'the text says "bootstrap draws for the intervals, >= 0; 0 for none", '
            'C++ says "draws for the intervals, >= 0; 0 for none"'
        ],
    ),
    "a new enumerator": (
        KINDS,
        [
            (
                "  exchange       ///< the same MRR, at other rates of exchange",
                "  exchange,      ///< the same MRR, at other rates of exchange\n"
                "  pause          ///< on hold",
            )
        ],
        ["revenue.MovementKind: the enumerator pause is not bound"],
    ),
    "enumerators in another order": (
        "core/period.hpp",
        [("  quarter,\n  year\n", "  year,\n  quarter\n")],
        [
            "Period: the enumerators are day, week, month, quarter, year, "
            "in C++ day, week, month, year, quarter"
        ],
    ),
    "an unbound function": (
        RETENTION,
        [
            (
                "}  // namespace fealty::retention",
                "/// Halves.\ninline double half(double rate) { return rate / 2; }\n"
                "}  // namespace fealty::retention",
            )
        ],
        ["retention.half: is not bound"],
    ),
    "a function that C++ lacks": (
        "core/date.hpp",
        [("inline Date month_end(Date date)", "inline Date month_last(Date date)")],
        ["month_last: is not bound", "month_end: is not in C++"],
    ),
    "a new option": (
        RETENTION,
        [
            (
                "  std::optional<std::int64_t> small_base = {}; ",
                "  double power = 0.8;  ///< of a test\n  std::optional<std::int64_t> small_base = {}; ",
            )
        ],
        ["retention.revenue_retention: the argument power is not bound"],
    ),
    "options in another order": (
        "retention/logo_retention.hpp",
        [
            ("  std::optional<std::int32_t> window = {};      ///< periods, at least 1\n", ""),
            (
                "  std::optional<std::int64_t> small_base = {}; ",
                "  std::optional<std::int32_t> window = {};      ///< periods, at least 1\n"
                "  std::optional<std::int64_t> small_base = {}; ",
            ),
        ],
        [
            "retention.logo_retention: the arguments are ledger, window, confidence, small_base, "
            "in C++ ledger, confidence, window, small_base"
        ],
    ),
    "a new column of a table": (
        "revenue/changes.hpp",
        [
            (
                "  AmountColumn change = {}; ",
                "  IdColumn plan = {};  ///< its plan\n  AmountColumn change = {}; ",
            )
        ],
        ["revenue.MrrChanges: the argument plan is not bound"],
    ),
    "a renamed parameter": (
        "core/date.hpp",
        [
            (
                "inline Date add_months(Date date, std::int32_t months) {",
                "inline Date add_months(Date day, std::int32_t months) {",
            )
        ],
        ["add_months: the argument day is not bound", "add_months: the argument date is not in C++"],
    ),
    "a class without a text": (
        BEHIND,
        [("/// The rows that make a cell, by row.\n", "")],
        ["revenue.RowsBehind: has no text"],
    ),
    "an option without a text": (
        "retention/cohort_table.hpp",
        [("  ///< what `rate` is of\n};", "\n};")],
        [
            'retention.cohort_table: the text says "what `rate` is of", C++ says ""',
            "retention.CohortTableOptions.value: has no text",
        ],
    ),
    "an unbound class": (
        BEHIND,
        [
            (
                "/// Which cell to open.",
                "/// Nothing yet.\nstruct Nothing {\n  int field;\n};\n\n/// Which cell to open.",
            )
        ],
        ["revenue.Nothing: is not bound"],
    ),
    "a new method": (
        "revenue/mrr_ledger.hpp",
        [
            (
                "  /// The currency of every amount.",
                "  /// Nothing.\n  std::int64_t nothing() const { return 0; }\n"
                "  /// The currency of every amount.",
            )
        ],
        ["revenue.MrrLedger.nothing: is not bound"],
    ),
}


@pytest.fixture(scope="module")
def before(api):
    """What differs without a change: nothing, or what test_parity.py tells."""
    return parity.differences(api, fealty)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_difference_is_noticed(name, before, tmp_path):
    header, changes, wanted = MUTATIONS[name]
    shutil.copytree(ROOT / "include", tmp_path / "include")
    path = tmp_path / "include/fealty" / header
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{header} has {text.count(old)} times: {old}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    assert [each for each in parity.differences(parse(tmp_path), fealty) if each not in before] == wanted


def test_headers_that_do_not_parse_are_no_parity(tmp_path):
    shutil.copytree(ROOT / "include", tmp_path / "include")
    path = tmp_path / "include/fealty/core/money.hpp"
    path.write_text(path.read_text(encoding="utf-8") + "\nint x = ;\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"the headers do not parse\n.*money.hpp:\d+: expected expression"):
        parse(tmp_path)
