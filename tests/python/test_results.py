# SPDX-License-Identifier: MIT
"""What comes out: columns, Arrow, pandas, polars, DuckDB, tables to read."""

import datetime as dt
import decimal
import enum
import html.parser
import pickle
import subprocess
import sys
from xml.etree import ElementTree

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import fealty as ft


@pytest.fixture(scope="module")
def ledger():
    table = {
        "id": ["a", "b", "a", "c"],
        "from_day": ["2024-01-10", "2024-02-05", "2024-03-01", "2024-03-02"],
        "to_day": ["2024-03-01", "2024-03-20", None, None],
        "price": [1050.5, 20, 75, 1_000_000],
    }
    subs = ft.revenue.Subscriptions(
        table, account="id", start="from_day", end="to_day", mrr="price", currency="USD"
    )
    return ft.revenue.mrr_ledger(subs, as_of="2024-03-20")


@pytest.fixture(scope="module")
def lifetimes(ledger):
    return ft.retention.customer_lifetimes(ledger)


def results(ledger):
    cell = {"period": "2024-03", "kind": "opening"}
    return {
        "periods": ledger.periods,
        "movements": ledger.movements,
        "accounts_behind": ft.revenue.accounts_behind(ledger, **cell),
        "rows_behind": ft.revenue.rows_behind(ledger, **cell),
        "policy": ft.revenue.describe_policy(ledger.policy),
        "revenue_retention": ft.retention.revenue_retention(ledger, window=1),
        "logo_retention": ft.retention.logo_retention(ledger, window=1),
        "churn_rate": ft.retention.churn_rate(ledger),
        "cohort_table": ft.retention.cohort_table(ledger),
        "customer_lifetimes": ft.retention.customer_lifetimes(ledger),
        "simulated": ft.company.simulate(20, 7).subscriptions,
    }


NAMES = [
    "periods",
    "movements",
    "accounts_behind",
    "rows_behind",
    "policy",
    "revenue_retention",
    "logo_retention",
    "churn_rate",
    "cohort_table",
    "customer_lifetimes",
    "simulated",
]


def test_columns(ledger):
    periods = ledger.periods
    assert len(periods) == 3
    assert periods.columns[:3] == ["period", "period_end", "opening"]
    assert periods.period.dtype == "datetime64[D]"
    assert periods.period_end.tolist() == [dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2024, 3, 31)]
    assert periods.closing.dtype == np.float64
    assert periods.closing.tolist() == [1050.5, 1070.5, 1000075.0]
    assert periods.closing_minor.dtype == np.int64
    assert periods.closing_minor.tolist() == [105050, 107050, 100007500]
    assert periods.closing_accounts.dtype == np.int64
    assert periods.closing_accounts.tolist() == [1, 2, 2]
    assert periods.complete.dtype == np.bool_
    assert periods.complete.tolist() == [True, True, False]


def test_movements_name_their_kinds(ledger):
    movements = ledger.movements
    assert movements.kind.tolist() == ["new_business", "new_business", "contraction", "churn", "new_business"]
    assert movements.account.tolist() == ["a", "b", "a", "b", "c"]
    assert (movements.kind == ft.revenue.MovementKind.churn).tolist() == [False, False, False, True, False]


def test_what_is_not_there(ledger, lifetimes):
    assert np.isnan(ft.retention.revenue_retention(ledger, window=1).nrr).tolist() == [False, False]
    assert np.isnat(lifetimes.end).tolist() == [True, False, True]
    table = pa.table(lifetimes)
    assert table["end"].to_pylist() == [None, dt.date(2024, 3, 20), None]
    rows = {"a": ["x", "y"], "s": ["2024-01-01", "2024-03-01"], "e": ["2024-02-15", None], "m": [1.0, 1.0]}
    gap = ft.revenue.Subscriptions(rows, account="a", start="s", end="e", mrr="m", currency="USD")
    logos = ft.retention.logo_retention(ft.revenue.mrr_ledger(gap, as_of="2024-04-30"), window=1)
    assert np.isnan(logos.retention).tolist() == [False, True, False]
    assert pa.table(logos)["retention"].to_pylist() == [0.0, None, 1.0]


@pytest.mark.parametrize("name", NAMES)
def test_arrays_cannot_be_written_to(ledger, name):
    result = results(ledger)[name]
    for column in result.columns:
        assert not result[column].flags.writeable
        if len(result):
            with pytest.raises(ValueError, match="read-only"):
                result[column][0] = result[column][0]


def test_arrays_look_at_the_result_s_memory(ledger):
    periods = ledger.periods
    for name in ("closing_minor", "closing_accounts", "complete"):
        first, second = periods[name], periods[name]
        assert first.__array_interface__["data"] == second.__array_interface__["data"]


def test_arrays_outlive_their_result():
    subs = ft.revenue.Subscriptions(
        {"a": ["x"], "s": ["2024-01-01"], "m": [7]}, account="a", start="s", mrr="m", currency="USD"
    )
    ledger = ft.revenue.mrr_ledger(subs, as_of="2024-01-31")
    periods = ledger.periods
    closing, complete, stream = periods.closing_minor, periods.complete, periods.__arrow_c_stream__()
    del subs, ledger, periods
    junk = [np.full(100, 7) for _ in range(1000)]
    assert closing.tolist() == [700]
    assert complete.tolist() == [True]

    class Stream:
        def __arrow_c_stream__(self, requested_schema=None):
            return stream

    assert pl.DataFrame(Stream())["closing"].to_list() == [decimal.Decimal("7.00")]
    del junk


def test_both_ways_to_a_column(ledger):
    for name in ledger.periods.columns:
        assert np.array_equal(ledger.periods[name], getattr(ledger.periods, name))
    with pytest.raises(KeyError) as raised:
        ledger.movements["amounts"]
    assert raised.value.args == (
        'Movements: column = "amounts" is not there; '
        "the columns are account, part, period, date, kind, amount",
    )
    with pytest.raises(KeyError):
        ledger.movements["account_minor"]
    with pytest.raises(TypeError, match=r"^Movements: column = 0 is not a text$"):
        ledger.movements[0]
    with pytest.raises(AttributeError):
        ledger.movements.amounts  # noqa: B018


def test_attributes_cannot_be_set(ledger):
    with pytest.raises(AttributeError):
        ledger.periods.closing = 1
    with pytest.raises(AttributeError):
        ledger.currency = ft.currency("EUR")


@pytest.mark.parametrize("name", NAMES)
def test_every_door_shows_the_same(ledger, name):
    result = results(ledger)[name]
    by_arrow, by_polars, by_pandas = pa.table(result), pl.DataFrame(result), result.to_pandas()
    assert by_arrow.column_names == by_polars.columns == by_pandas.columns.tolist() == result.columns
    assert by_arrow.num_rows == by_polars.height == len(by_pandas) == len(result)
    assert result.to_polars().equals(by_polars)
    for column in result.columns:
        ours = [None if x is None or x != x else x for x in result[column].tolist()]
        theirs = [float(x) if isinstance(x, decimal.Decimal) else x for x in by_arrow[column].to_pylist()]
        assert ours == theirs
        if by_polars.schema[column] != pl.Float64:
            assert by_polars[column].to_list() == by_arrow[column].to_pylist()
        assert by_pandas[column].isna().tolist() == [x is None for x in theirs]


@pytest.mark.parametrize("name", NAMES)
def test_asked_twice_they_say_the_same(ledger, name):
    result = results(ledger)[name]
    assert pa.table(result).equals(pa.table(result))
    assert duckdb.sql("from result").fetchall() == duckdb.sql("from result").fetchall()
    assert len(duckdb.sql("select * from result a positional join result b").fetchall()) == len(result)
    assert repr(result) == repr(result)


def test_duckdb_reads_a_result_by_its_name(ledger):
    movements = ledger.movements
    assert movements is not None
    rows = duckdb.sql("select kind, sum(amount) from movements group by kind order by kind").fetchall()
    assert rows == [
        ("churn", decimal.Decimal("20.00")),
        ("contraction", decimal.Decimal("975.50")),
        ("new_business", decimal.Decimal("1001070.50")),
    ]


def test_arrow_types(ledger, lifetimes):
    assert pa.schema(ledger.periods).field("closing").type == pa.decimal128(38, 2)
    assert pa.schema(ledger.periods).field("period").type == pa.date32()
    assert pa.schema(ledger.periods).field("complete").type == pa.bool_()
    assert pa.schema(ledger.periods).field("closing_accounts").type == pa.int64()
    assert pa.schema(lifetimes).field("account").type == pa.string()
    assert pa.schema(ledger.periods) == pa.table(ledger.periods).schema
    assert pa.schema(ft.retention.churn_rate(ledger)).field("logo_churn").type == pa.float64()


@pytest.mark.parametrize(("code", "digits"), [("JPY", 0), ("USD", 2), ("KWD", 3)])
def test_digits_of_a_currency(code, digits):
    subs = ft.revenue.Subscriptions(
        {"a": [1], "s": ["2024-01-01"], "m": [1234567]}, account="a", start="s", mrr_minor="m", currency=code
    )
    periods = ft.revenue.mrr_ledger(subs, as_of="2024-01-31").periods
    assert periods.closing.tolist() == [1234567 / 10**digits]
    assert pa.table(periods)["closing"].to_pylist() == [decimal.Decimal(1234567).scaleb(-digits)]
    assert f"amounts in {code}" in repr(periods)


def test_amounts_beyond_the_exact_doubles():
    cents = 2**62 + 1
    subs = ft.revenue.Subscriptions(
        {"a": [1], "s": ["2024-01-01"], "m": [cents]}, account="a", start="s", mrr_minor="m", currency="USD"
    )
    periods = ft.revenue.mrr_ledger(subs, as_of="2024-01-31").periods
    assert periods.closing_minor.tolist() == [cents]
    assert pa.table(periods)["closing"].to_pylist() == [decimal.Decimal(cents).scaleb(-2)]


def test_pandas_types(ledger):
    frame = ledger.periods.to_pandas()
    assert frame["period"].dtype == "datetime64[s]"
    assert frame["closing"].dtype == np.float64
    assert frame["complete"].dtype == np.bool_
    frame.loc[0, "closing"] = 5.0  # a frame of its own
    assert ledger.periods.closing[0] == 1050.5


def test_text(ledger):
    assert repr(ledger.movements) == (
        "Movements: 5 rows, amounts in USD\n"
        "account  part  period      date        kind                amount\n"
        "a        \N{EN DASH}     2024-01-01  2024-01-31  new_business      1,050.50\n"
        "b        \N{EN DASH}     2024-02-01  2024-02-29  new_business         20.00\n"
        "a        \N{EN DASH}     2024-03-01  2024-03-20  contraction         975.50\n"
        "b        \N{EN DASH}     2024-03-01  2024-03-20  churn                20.00\n"
        "c        \N{EN DASH}     2024-03-01  2024-03-20  new_business  1,000,000.00"
    )
    lines = repr(ledger).splitlines()
    assert lines[0] == "MrrLedger: 3 rows, amounts in USD"
    assert max(map(len, lines)) <= 120
    assert (
        sum(line.startswith("period ") for line in lines) == 3
    )  # wide tables are broken, the first column repeated


def test_text_of_what_is_not_there(lifetimes):
    assert repr(lifetimes).splitlines()[1:] == [
        "account  spell  start       end         days  ended     first_mrr      last_mrr",
        "a            1  2024-01-10  \N{EN DASH}             71  no         1,050.50         75.00",
        "b            1  2024-02-05  2024-03-20    44  yes           20.00         20.00",
        "c            1  2024-03-02  \N{EN DASH}             19  no     1,000,000.00  1,000,000.00",
    ]


def test_text_of_many_rows():
    frame = ft.company.simulate(200, 3).subscriptions
    title, *blocks = repr(frame).replace("\n", "\n\n", 1).split("\n\n")
    assert title == f"Frame: {len(frame):,} rows"
    for block in blocks:
        lines = block.splitlines()
        assert len(lines) == 1 + 15 + 1 + 15
        assert lines[16].startswith("…")
        assert lines[1].split()[0] == frame["account"][0]
        assert lines[-1].split()[0] == frame["account"][-1]


def test_text_of_no_rows():
    subs = ft.revenue.Subscriptions(
        {"a": [], "s": [], "m": []}, account="a", start="s", mrr="m", currency="USD"
    )
    ledger = ft.revenue.mrr_ledger(subs)
    assert (
        repr(ledger.movements)
        == "Movements: 0 rows, amounts in USD\naccount  part  period  date  kind  amount"
    )
    assert len(ledger.periods) == 0
    assert ledger.periods.closing.tolist() == []
    assert pa.table(ledger.movements).num_rows == 0
    assert ledger.movements.to_pandas().empty
    assert ledger.as_of is None


class Table(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.cells, self.text = [], [], ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        if tag != "br":
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] in ("td", "th", "small"):
            self.cells[-1] += data


def test_html(ledger):
    table = Table(ledger.movements._repr_html_())
    assert table.cells[:6] == ["account", "part", "period", "date", "kind", "amountUSD"]
    assert table.cells[6:12] == ["a", "\N{EN DASH}", "2024-01-01", "2024-01-31", "new_business", "1,050.50"]
    assert "MrrLedger" in Table(ledger._repr_html_()).text


def test_a_ledger_shows_a_waterfall(ledger):
    page = ledger._repr_html_()
    picture = ElementTree.fromstring(page[page.index("<svg") :])
    space = "{http://www.w3.org/2000/svg}"
    assert picture.find(f"{space}title").text == "MRR in USD, 2024-01-01 to 2024-02-29"  # March is not over
    texts = [each.text for each in picture.iter(f"{space}text")]
    assert texts[1::2] == [
        "opening",
        "new business",
        "reactivation",
        "expansion",
        "contraction",
        "churn",
        "closing",
    ]
    assert texts[0::2] == ["0", "1.07k", "0", "0", "0", "0", "1.07k"]
    bars = [(float(each.get("y")), float(each.get("height"))) for each in picture.iter(f"{space}rect")]
    assert all(0 <= y <= y + height <= float(picture.get("height")) for y, height in bars)
    assert bars[-1][1] == bars[1][1] == max(height for _, height in bars)
    nothing = ft.revenue.Subscriptions(
        {"a": [], "s": [], "m": []}, account="a", start="s", mrr="m", currency="USD"
    )
    assert "<svg" not in ft.revenue.mrr_ledger(nothing)._repr_html_()


def test_html_is_safe():
    rows = {"a": ['<script>&"', "b"], "s": ["2024-01-01"] * 2, "m": [1, 2]}
    subs = ft.revenue.Subscriptions(rows, account="a", start="s", mrr="m", currency="USD")
    page = ft.revenue.mrr_ledger(subs).movements._repr_html_()
    assert "<script>" not in page
    assert Table(page).cells[6] == '<script>&"'


def test_small_values_show_what_they_hold(ledger):
    assert repr(ft.Money(-123456, ft.currency("USD"))) == "Money(-1,234.56 USD)"
    assert repr(ft.currency("JPY")) == "Currency(JPY)"
    assert ft.currency("JPY") == ft.currency("JPY") != ft.currency("USD")
    assert len({ft.currency("JPY"), ft.currency("JPY")}) == 1
    assert repr(ledger.policy) == "RevenuePolicy()"
    assert (
        repr(ft.PeriodGrid("2024-01-15", "2024-03-01", "month"))
        == "PeriodGrid: 3 periods from 2024-01 to 2024-03"
    )
    assert repr(ft.year_month_day("2024-02-29")) == "YearMonthDay(2024, 2, 29)"


def test_findings():
    rows = {"a": ["x", "x"], "s": ["2024-01-01", "2024-01-01"], "e": [None, "2023-01-01"], "m": [1.005, 2.0]}
    names = {"account": "a", "start": "s", "end": "e", "mrr": "m", "currency": "USD"}
    found = ft.revenue.Subscriptions(rows, on_error="drop", **names).findings
    bad = found[0]
    assert (bad.code, bad.severity, bad.rows) == ("end_before_start", ft.Severity.error, [1])
    assert bad.message == "Subscriptions: e[1] = 2023-01-01 is before s 2024-01-01"
    assert repr(bad) == f"Finding(end_before_start, error, 1 row: {bad.message})"
    assert [each.code for each in ft.revenue.audit(rows, **names)] == [each.code for each in found]


def test_enums_are_their_names():
    kinds = ft.revenue.MovementKind
    assert issubclass(kinds, enum.StrEnum)
    assert [str(kind) for kind in kinds] == [
        "new_business",
        "reactivation",
        "expansion",
        "contraction",
        "churn",
        "exchange",
    ]
    assert kinds.churn == "churn"
    assert pickle.loads(pickle.dumps(kinds.churn)) is kinds.churn
    assert kinds.__module__ == "fealty.revenue"


def test_states_travel_as_bytes():
    names = {"account": "a", "start": "s", "mrr": "m", "currency": "USD"}
    parts = [
        {"a": ["x", "y"], "s": ["2024-01-01"] * 2, "m": [1, 2]},
        {"a": ["x", "z"], "s": ["2024-02-01"] * 2, "m": [4, 8]},
    ]
    states = []
    for part in parts:
        state = ft.revenue.LedgerState()
        state.update(ft.revenue.Subscriptions(part, **names))
        states.append(ft.revenue.LedgerState.deserialize(state.serialize()))
    states[0].merge(states[1])
    assert len(states[0]) == 4
    assert ft.revenue.mrr_ledger(states[0]).periods.closing_minor.tolist() == [300, 1500]
    with pytest.raises(ft.InvalidInput, match="LedgerState"):
        ft.revenue.LedgerState.deserialize(b"junk")
    with pytest.raises(TypeError, match=r"^LedgerState.deserialize: bytes = 'x' is not bytes$"):
        ft.revenue.LedgerState.deserialize("x")


@pytest.mark.parametrize("method", ["to_pandas", "to_polars", "plot"])
def test_a_missing_package_is_named(method):
    package = {"to_pandas": "pandas", "to_polars": "polars", "plot": "matplotlib"}[method]
    code = f"""
import sys
sys.modules[{package!r}] = None
import fealty as ft
rows = {{"a": [1], "s": ["2024-01-01"], "m": [1]}}
subs = ft.revenue.Subscriptions(rows, account="a", start="s", mrr="m", currency="USD")
try:
    ft.revenue.mrr_ledger(subs).periods.{method}()
except ImportError as error:
    print(error)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    wanted = {
        "to_pandas": "to_pandas needs pandas: pip install pandas\n",
        "to_polars": "to_polars needs polars: pip install polars\n",
        "plot": "plots need matplotlib: pip install 'fealty[report]'\n",
    }
    assert run.stdout == wanted[method]


def test_company_tables():
    company = ft.company.simulate(10, 1)
    tables = ft.company.tables(company)
    assert list(tables)[:2] == ["accounts", "subscriptions"]
    assert all(tables[name].columns == getattr(company, name).columns for name in tables)
    assert len(tables["accounts"]) == 10
    assert isinstance(company.usage["at"][0], np.datetime64)
    del company
    assert tables["accounts"].to_polars().height == 10


def test_pandas_of_a_frame_with_gaps():
    accounts = ft.company.simulate(50, 1).tickets
    frame = accounts.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert frame.columns.tolist() == accounts.columns
