# SPDX-License-Identifier: MIT
"""Any dataframe comes in: the same rows give the same ledger, whatever holds them."""

import datetime as dt
import decimal
import itertools
import subprocess
import sys

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import fealty as ft

DAY = dt.date.fromisoformat
ACCOUNTS = ["acme", "acme", "zoë", "b" * 40, "zoë", "acme", "日本"]
STARTS = [
    DAY(d)
    for d in (
        "2024-01-10",
        "2024-03-01",
        "2024-02-05",
        "2024-01-01",
        "2024-04-02",
        "2024-02-01",
        "2024-03-31",
    )
]
ENDS = [DAY(d) if d else None for d in ("2024-03-01", "", "2024-03-20", "2024-02-29", "", "2024-05-01", "")]
MRR = [50.0, 75.25, 20.0, 1000.0, 12.5, 10.0, 99.99]
PLAIN = {"id": ACCOUNTS, "from_day": STARTS, "to_day": ENDS, "price": MRR}
NAMES = {"account": "id", "start": "from_day", "end": "to_day", "mrr": "price", "currency": "USD"}
# By hand: closing MRR in cents of January to May 2024.
CLOSING = [105000, 8000, 17524 + 1000, 18774 + 1000, 18774]


def subscriptions(table, **other):
    return ft.revenue.Subscriptions(table, **{**NAMES, **other})


def ledger(table, **other):
    return ft.revenue.mrr_ledger(subscriptions(table, **other), as_of="2024-05-31")


def days(values, unit="D"):
    return np.array(values, "datetime64[D]").astype(f"datetime64[{unit}]")


def arrow(**types):
    columns = {
        "id": pa.array(ACCOUNTS, types.get("id", pa.string())),
        "from_day": pa.array(STARTS, pa.date32()).cast(types.get("day", pa.date32())),
        "to_day": pa.array(ENDS, pa.date32()).cast(types.get("day", pa.date32())),
        "price": pa.array(types.get("values", MRR), types.get("price", pa.float64())),
    }
    return pa.table(columns)


def pandas(**columns):
    return pd.DataFrame({**PLAIN, "from_day": days(STARTS, "ns"), "to_day": days(ENDS, "ns"), **columns})


def duckdb_relation():
    connection = duckdb.connect()
    connection.register("source", arrow())
    return connection.sql("select * from source")


class OnlyArray:
    """What exports one Arrow array and no stream."""

    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


TABLES = {
    "lists": lambda: PLAIN,
    "tuples": lambda: {name: tuple(column) for name, column in PLAIN.items()},
    "generators": lambda: {name: iter(column) for name, column in PLAIN.items()},
    "ISO texts": lambda: {
        **PLAIN,
        "from_day": [str(d) for d in STARTS],
        "to_day": [str(d) if d else None for d in ENDS],
    },
    "datetimes": lambda: {**PLAIN, "from_day": [dt.datetime(d.year, d.month, d.day, 13, 5) for d in STARTS]},
    "NumPy objects": lambda: {name: np.array(column, object) for name, column in PLAIN.items()},
    "NumPy": lambda: {
        "id": np.array(ACCOUNTS),
        "from_day": days(STARTS),
        "to_day": days(ENDS),
        "price": np.array(MRR),
    },
    **{
        f"NumPy datetime64[{unit}]": lambda unit=unit: {
            **PLAIN,
            "from_day": days(STARTS, unit),
            "to_day": days(ENDS, unit),
        }
        for unit in ("h", "m", "s", "ms", "us", "ns", "25s")
    },
    "NumPy strings of variable length": lambda: {**PLAIN, "id": np.array(ACCOUNTS, np.dtypes.StringDType())},
    "NumPy float32, big-endian, strided": lambda: {
        **PLAIN,
        "from_day": days(STARTS).repeat(3)[::3],
        "price": np.array(MRR, ">f8"),
    },
    "NumPy records": lambda: np.array(
        list(zip(ACCOUNTS, days(STARTS), days(ENDS), MRR, strict=True)),
        dtype=[("id", "U40"), ("from_day", "M8[D]"), ("to_day", "M8[D]"), ("price", "f8")],
    ),
    "decimals": lambda: {**PLAIN, "price": [decimal.Decimal(str(x)) for x in MRR]},
    "pandas": pandas,
    "pandas objects": lambda: pd.DataFrame(
        {name: pd.Series(column, dtype=object) for name, column in PLAIN.items()}
    ),
    "pandas categories": lambda: pandas(
        id=pd.Categorical(ACCOUNTS, categories=["unused", *dict.fromkeys(reversed(ACCOUNTS))])
    ),
    "pandas strings": lambda: pandas(id=pd.array(ACCOUNTS, dtype="string[python]")),
    "pandas in Arrow": lambda: arrow().to_pandas(types_mapper=pd.ArrowDtype),
    "pandas nullable": lambda: pandas(price=pd.array(MRR, dtype="Float64")),
    "pandas, filtered": lambda: pd.concat([pandas(), pandas()])[7:],
    "Series in a dict": lambda: {name: pandas()[name] for name in PLAIN},
    "an Index in a dict": lambda: {**PLAIN, "id": pd.Index(ACCOUNTS)},
    "polars": lambda: pl.DataFrame(PLAIN),
    "polars categories": lambda: pl.DataFrame(PLAIN).with_columns(pl.col("id").cast(pl.Categorical)),
    "polars enum": lambda: pl.DataFrame(PLAIN).with_columns(
        pl.col("id").cast(pl.Enum(sorted(set(ACCOUNTS))))
    ),
    "polars datetimes": lambda: pl.DataFrame(PLAIN).with_columns(
        pl.col("from_day", "to_day").cast(pl.Datetime("ns"))
    ),
    "polars decimals": lambda: pl.DataFrame(PLAIN).with_columns(pl.col("price").cast(pl.Decimal(20, 4))),
    "polars, in chunks": lambda: pl.concat([pl.DataFrame(PLAIN)[:3], pl.DataFrame(PLAIN)[3:]], rechunk=False),
    "polars Series in a dict": lambda: {name: pl.Series(name, column) for name, column in PLAIN.items()},
    "pyarrow": arrow,
    "pyarrow large strings": lambda: arrow(id=pa.large_string()),
    "pyarrow views": lambda: arrow(id=pa.string_view()),
    "pyarrow dictionary": lambda: arrow(id=pa.dictionary(pa.int8(), pa.string())),
    "pyarrow date64": lambda: arrow(day=pa.date64()),
    "pyarrow timestamps": lambda: arrow(day=pa.timestamp("ms")),
    "pyarrow decimals": lambda: arrow(
        price=pa.decimal128(12, 3), values=[decimal.Decimal(str(x)) for x in MRR]
    ),
    "pyarrow batch": lambda: arrow().to_batches()[0],
    "pyarrow reader": lambda: arrow().to_reader(max_chunksize=2),
    "pyarrow arrays in a dict": lambda: {name: arrow()[name].combine_chunks() for name in PLAIN},
    "pyarrow chunks in a dict": lambda: {
        name: pa.chunked_array([arrow()[name][:2].chunk(0), arrow()[name][2:].chunk(0)]) for name in PLAIN
    },
    "one Arrow array": lambda: OnlyArray(arrow().to_batches()[0]),
    "slice": lambda: pa.concat_tables([arrow(), arrow()]).combine_chunks().slice(7),
    "slices of different chunks": lambda: pa.concat_tables([arrow().slice(0, 3), arrow().slice(3)]),
    "dictionaries that differ": lambda: pa.table(
        {
            **{name: arrow()[name] for name in PLAIN},
            "id": pa.chunked_array(
                [pa.array(ACCOUNTS[:3]).dictionary_encode(), pa.array(ACCOUNTS[3:]).dictionary_encode()]
            ),
        }
    ),
    "DuckDB": duckdb_relation,
}


@pytest.mark.parametrize("table", TABLES)
def test_same_ledger(table):
    result = ledger(TABLES[table]())
    assert result.periods.closing_minor.tolist() == CLOSING
    assert result.movements.to_polars().equals(ledger(PLAIN).movements.to_polars())


@pytest.mark.parametrize("table", TABLES)
def test_no_rows(table):
    empty = TABLES[table]()
    if isinstance(empty, dict):
        empty = {
            name: list(column)[:0]
            if not hasattr(column, "dtype") and not hasattr(column, "type")
            else column[:0]
            for name, column in empty.items()
        }
    elif isinstance(empty, pa.RecordBatchReader):
        empty = empty.read_all()[:0]
    elif isinstance(empty, OnlyArray):
        empty = OnlyArray(empty.batch[:0])
    elif isinstance(empty, duckdb.DuckDBPyRelation):
        empty = empty.filter("false")
    else:
        empty = empty[:0]
    assert len(subscriptions(empty)) == 0
    assert len(ft.revenue.mrr_ledger(subscriptions(empty)).periods) == 0


INTEGERS = [7, 7, -3, 2**40, -3, 7, 0]


@pytest.mark.parametrize(
    "ids",
    [
        INTEGERS,
        np.array(INTEGERS),
        np.array([x % 100 for x in INTEGERS], np.int8),
        np.array([x % 100 for x in INTEGERS], np.uint64),
        np.array(INTEGERS, float),
        pd.array(INTEGERS, dtype="Int64"),
        pa.array(INTEGERS),
        pa.array(INTEGERS).dictionary_encode(),
        [decimal.Decimal(x) for x in INTEGERS],
        [np.int64(x) for x in INTEGERS],
    ],
    ids=lambda ids: type(ids).__name__ + (f" of {ids.dtype}" if hasattr(ids, "dtype") else ""),
)
def test_integers_are_ids(ids):
    result = ledger({**PLAIN, "id": ids})
    assert result.periods.closing_minor.tolist() == CLOSING
    assert result.movements.account.dtype == np.int64
    assert set(result.movements.account) == {int(x) for x in np.asarray(ids, object) if x is not None}


def test_only_the_wanted_columns_are_read():
    exotic = pa.array([{"a": 1}] * 7)
    table = arrow().append_column("nested", exotic).append_column("blob", pa.array([b"x"] * 7))
    assert ledger(table).periods.closing_minor.tolist() == CLOSING
    frame = pandas().assign(objects=[object()] * 7)
    assert ledger(frame).periods.closing_minor.tolist() == CLOSING


def test_a_frame_of_fealty_is_a_table():
    frame = ft.company.simulate(40, 1).subscriptions
    names = {
        "account": "account",
        "start": "start",
        "end": "end",
        "mrr": "mrr",
        "kind": "kind",
        "currency": "USD",
    }
    direct = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(frame, **names)).periods
    by_polars = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(frame.to_polars(), **names)).periods
    by_pandas = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(frame.to_pandas(), **names)).periods
    assert direct.to_polars().equals(by_polars.to_polars())
    assert direct.to_polars().equals(by_pandas.to_polars())


def test_one_column_may_serve_twice():
    table = subscriptions({**PLAIN, "price": [0.5] * 7}, discount="price", mrr=None, amount="price")
    assert [finding.code for finding in table.findings if finding.code == "discount_floored"] == []


def test_every_column_of_subscriptions():
    table = {
        "a": ["x", "y", "z", "w"],
        "s": ["2024-01-01"] * 4,
        "e": [None] * 4,
        "p": [decimal.Decimal("1200"), decimal.Decimal("10.5"), decimal.Decimal("99"), decimal.Decimal("7")],
        "unit": ["year", None, "month", "month"],
        "n": [1, 1, None, 1],
        "q": pd.array([1, 2, 3, None], dtype="Int64"),
        "off": [None, 1, 0, 0],
        "off_end": [None, "2024-02-10", None, None],
        "k": pd.Categorical(["recurring", "recurring", "one_time", "trial"]),
    }
    subs = ft.revenue.Subscriptions(
        table,
        account="a",
        start="s",
        end="e",
        amount="p",
        interval_unit="unit",
        interval_count="n",
        quantity="q",
        discount="off",
        discount_end="off_end",
        kind="k",
        currency="USD",
    )
    result = ft.revenue.mrr_ledger(subs, as_of="2024-02-29").periods
    assert result.closing_minor.tolist() == [10000 + 2000, 10000 + 2100]


@pytest.mark.parametrize(
    "trial",
    [
        [True, False, False],
        [1, 0, 0],
        [1.0, 0.0, float("nan")],
        np.array([True, False, False]),
        pa.array([True, False, None]),
        [True, None, False],
    ],
    ids=str,
)
def test_flags(trial):
    table = {"a": ["x", "y", "z"], "s": ["2024-01-01"] * 3, "cents": [100, 200, 400], "t": trial}
    subs = ft.revenue.Subscriptions(
        table, account="a", start="s", mrr_minor="cents", trial="t", currency="USD"
    )
    assert ft.revenue.mrr_ledger(subs).periods.closing_minor.tolist() == [600]


def test_currency_column():
    codes = pd.Categorical(["EUR"] * 7, categories=["XXX", "EUR"])
    result = ledger({**PLAIN, "money": codes}, currency="", currency_column="money")
    assert result.currency == ft.currency("EUR")


def test_snapshots_and_changes_take_frames_too():
    snapshots = pl.DataFrame(
        {
            "id": ["a", "a", "b"],
            "day": [DAY("2024-01-31"), DAY("2024-02-29"), DAY("2024-02-29")],
            "mrr": [5, 7, 3],
        }
    )
    table = ft.revenue.MrrSnapshots(snapshots, account="id", date="day", mrr="mrr", currency="JPY")
    assert ft.revenue.mrr_ledger(table, as_of="2024-02-29").periods.closing_minor.tolist() == [5, 10]
    changes = pa.table({"id": ["a", "a"], "day": ["2024-01-31", "2024-02-10"], "by": [500, -200]})
    table = ft.revenue.MrrChanges(changes, account="id", date="day", change_minor="by", currency="USD")
    assert ft.revenue.mrr_ledger(table, as_of="2024-02-29").periods.closing_minor.tolist() == [500, 300]


# -- what is refused, in so many words -----------------------------------------------------------------


def columns(**other):
    return {**PLAIN, **other}


def ids(*values):
    return columns(id=[*values, *ACCOUNTS[len(values) :]])


CHOOSE = "choose the reporting time zone and give dates of it"
REFUSED = {
    "missing, dict": (
        lambda: {"a": [1], "b": [2]},
        'Subscriptions: column = "id" is not there; the columns are a, b',
    ),
    "missing, pandas": (
        lambda: pandas().drop(columns="price"),
        'Subscriptions: column = "price" is not there; the columns are id, from_day, to_day',
    ),
    "missing, polars": (
        lambda: pl.DataFrame(PLAIN).drop("price"),
        'Subscriptions: column = "price" is not there; the columns are id, from_day, to_day',
    ),
    "missing, DuckDB": (
        lambda: duckdb_relation().project("id"),
        'Subscriptions: column = "from_day" is not there; the columns are id',
    ),
    "no columns": (dict, 'Subscriptions: column = "id" is not there; the columns are none'),
    "twice, pandas": (
        lambda: pd.concat([pandas(), pandas()], axis=1),
        'Subscriptions: column = "id" is there more than once',
    ),
    "twice, pyarrow": (
        lambda: pa.Table.from_arrays([*arrow().columns, arrow()["id"]], names=[*PLAIN, "id"]),
        'Subscriptions: column = "id" is there more than once',
    ),
    "null account": (lambda: ids("acme", None), "Subscriptions: id[1] is null; every row needs an account"),
    "null account, pandas": (
        lambda: pandas(id=[*ACCOUNTS[:6], None]),
        "Subscriptions: id[6] is null; every row needs an account",
    ),
    "null account, integers of pandas": (
        lambda: pandas(id=[1, 2, 3, np.nan, 5, 6, 7]),
        "Subscriptions: id[3] is null; every row needs an account",
    ),
    "real account": (
        lambda: columns(id=[1, 2, 2.5, 3, 4, 5, 6]),
        "Subscriptions: id[2] = 2.5 is not an id: a text or an integer",
    ),
    "flags as accounts": (
        lambda: columns(id=[True] * 7),
        "Subscriptions: id holds flags; ids are texts or integers",
    ),
    "dates as accounts": (
        lambda: columns(id=STARTS),
        "Subscriptions: id holds dates; ids are texts or integers",
    ),
    "mixed accounts": (
        lambda: ids("acme", 5),
        "Subscriptions: id[1] = 5 is an integer, while the rows before it hold a text",
    ),
    "lone surrogate": (
        lambda: ids("acme", "\ud800"),
        "Subscriptions: id[1] = '\\ud800' is not valid Unicode",
    ),
    "objects": (
        lambda: ids(object),
        "Subscriptions: id holds a type; columns hold numbers, texts, dates and flags",
    ),
    "bytes": (
        lambda: columns(id=np.array(ACCOUNTS[:1] * 7, "S4")),
        "Subscriptions: id has the NumPy type |S4; columns hold numbers, texts, dates and flags",
    ),
    "matrix": (
        lambda: columns(price=np.ones((7, 2))),
        "Subscriptions: price has 2 dimensions; a column has one",
    ),
    "a number": (lambda: columns(price=3), "Subscriptions: price = 3 is neither an array nor a list"),
    "a text": (lambda: columns(id="acme"), "Subscriptions: id = 'acme' is neither an array nor a list"),
    "NaN": (
        lambda: columns(price=np.array([*MRR[:6], np.nan])),
        "Subscriptions: price[6] = nan is not finite",
    ),
    "NaN in polars": (
        lambda: pl.DataFrame(columns(price=[float("nan"), *MRR[1:]])),
        "Subscriptions: price[0] = nan is not finite",
    ),
    "NaN in pandas": (
        lambda: pandas(price=[*MRR[:6], np.nan]),
        "Subscriptions: price[6] is null; every row needs an amount",
    ),
    "null amount": (
        lambda: columns(price=[*MRR[:6], None]),
        "Subscriptions: price[6] is null; every row needs an amount",
    ),
    "infinity": (lambda: columns(price=[np.inf, *MRR[1:]]), "Subscriptions: price[0] = inf is not finite"),
    "text amount": (
        lambda: columns(price=["1.5"] * 7),
        "Subscriptions: price holds texts; amounts are numbers",
    ),
    "date amount": (lambda: columns(price=STARTS), "Subscriptions: price holds dates; amounts are numbers"),
    "decimal NaN": (
        lambda: columns(price=[decimal.Decimal("NaN")] * 7),
        "Subscriptions: price[0] = NaN is not finite",
    ),
    "long decimal": (
        lambda: columns(price=[decimal.Decimal("1e30")] * 7),
        f"Subscriptions: price[0] = {10**30} is beyond 64 bits, counted in its last digit",
    ),
    "fine decimal": (
        lambda: columns(price=[decimal.Decimal("1e-19")] * 7),
        "Subscriptions: price[0] = 0.0000000000000000001 has more than 18 digits after the point",
    ),
    "text that is no date": (
        lambda: columns(from_day=["2024-01-10", "10/02/2024", *["2024-01-01"] * 5]),
        'Subscriptions: from_day[1] = "10/02/2024" is not a day written YYYY-MM-DD',
    ),
    "integers as dates": (
        lambda: columns(from_day=[19000] * 7),
        "Subscriptions: from_day holds integers; dates are dates, or texts written YYYY-MM-DD",
    ),
    "zone, datetimes": (
        lambda: columns(paid=[dt.datetime(2024, 1, 1, tzinfo=dt.UTC)] * 7),
        f"Subscriptions: paid[0] = 2024-01-01 00:00:00+00:00 has a time zone; {CHOOSE}",
        {"paid_through": "paid"},
    ),
    "zone, pandas": (
        lambda: pandas(paid=pd.to_datetime(["2024-01-01"] * 7).tz_localize("Asia/Tokyo")),
        f"Subscriptions: paid has the time zone Asia/Tokyo; {CHOOSE}",
        {"paid_through": "paid"},
    ),
    "zone, pyarrow": (
        lambda: arrow().append_column("paid", pa.array(STARTS).cast(pa.timestamp("us", "Europe/Berlin"))),
        f"Subscriptions: paid has the time zone Europe/Berlin; {CHOOSE}",
        {"paid_through": "paid"},
    ),
    "zone, an array of pyarrow": (
        lambda: columns(paid=pa.array(STARTS).cast(pa.timestamp("us", "Europe/Berlin"))),
        f"Subscriptions: paid has the time zone Europe/Berlin; {CHOOSE}",
        {"paid_through": "paid"},
    ),
    "null start": (
        lambda: columns(from_day=[*STARTS[:6], None]),
        "Subscriptions: from_day[6] is null; every row needs this date",
    ),
    "NaT start": (
        lambda: pandas(from_day=days([*STARTS[:6], None], "ns")),
        "Subscriptions: from_day[6] is null; every row needs this date",
    ),
    "year 1": (
        lambda: columns(from_day=[DAY("0001-01-01"), *STARTS[1:]]),
        "Subscriptions: from_day[0] = day -719162 is not between 1900-01-01 and 9999-12-31",
    ),
    "end before start": (
        lambda: columns(to_day=[DAY("2023-12-31"), *ENDS[1:]]),
        "Subscriptions: to_day[0] = 2023-12-31 is before from_day 2024-01-10",
    ),
    "beyond 64 bits": (lambda: columns(id=[2**64] * 7), f"Subscriptions: id[0] = {2**64} is beyond 64 bits"),
    "unsigned": (
        lambda: columns(id=np.array([2**63] * 7, np.uint64)),
        f"Subscriptions: id[0] = {2**63} is above 9223372036854775807",
    ),
    "lengths": (
        lambda: columns(price=MRR[:3]),
        "Subscriptions: price = 3 rows does not match the 7 rows of account",
    ),
    "complex": (
        lambda: columns(price=np.ones(7, complex)),
        "Subscriptions: price has the NumPy type complex128; columns hold numbers, texts, dates and flags",
    ),
    "nested": (lambda: arrow().set_column(0, "id", pa.array([[1]] * 7)), None),
    "intervals": (lambda: pandas(price=pd.interval_range(0, 7)), None),
}


@pytest.mark.parametrize("table", REFUSED)
def test_refused(table):
    make, message, *names = REFUSED[table]
    with pytest.raises(ft.InvalidInput) as raised:
        subscriptions(make(), **(names[0] if names else {}))
    assert str(raised.value).startswith("Subscriptions: ")
    if message is not None:
        assert str(raised.value) == message
    assert raised.value.who == "Subscriptions"


@pytest.mark.parametrize(
    ("table", "kind"),
    [(3, "int"), ("file.csv", "str"), (None, "NoneType"), ([1, 2], "list"), (np.ones(3), "numpy.ndarray")],
)
def test_what_is_no_table(table, kind):
    with pytest.raises(TypeError) as raised:
        subscriptions(table)
    assert str(raised.value) == (
        f"Subscriptions: table = <class '{kind}'> is no table: give a dataframe "
        "(pandas, polars, pyarrow, DuckDB, any Arrow stream) or a dict of arrays"
    )


@pytest.mark.parametrize("kind", ["list", "array", "Series", "frame"])
@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_missing_texts_leave_the_others_in_their_rows(kind, length):
    """All columns of that length with two texts and with missing cells, wherever those are."""
    for ends in itertools.product([None, "2024-02-10", "2024-03-10"], repeat=length):
        column = {
            "list": list(ends),
            "array": np.array(ends, object),
            "Series": pd.Series(ends, dtype=object),
            "frame": pd.Series(ends, dtype=object),
        }[kind]
        table = {"id": [f"a{row}" for row in range(length)], "start": ["2024-01-01"] * length, "end": column}
        table |= {"mrr": [2**row for row in range(length)]}
        subs = ft.revenue.Subscriptions(
            pd.DataFrame(table) if kind == "frame" else table,
            account="id", start="start", end="end", mrr="mrr", currency="JPY",
        )
        moves = ft.revenue.mrr_ledger(subs, as_of="2024-03-31").movements
        left = {(account, str(month)[:7]) for account, month, kind_ in zip(moves.account, moves.period, moves.kind)
                if kind_ == "churn"}
        assert left == {(f"a{row}", end[:7]) for row, end in enumerate(ends) if end}


@pytest.mark.parametrize("unit", ["h", "m", "s", "ms", "us", "ns", "7h", "10ms"])
def test_times_are_cut_to_their_day(unit):
    """Before 1970 too, where the numbers are negative."""
    times = ["1969-12-30T23", "1969-12-31T00", "1969-12-31T23", "1970-01-01T00", "1970-01-02T21"]
    starts = np.array(times, "M8[h]").astype(f"M8[{unit}]")
    rows = {"id": np.arange(5), "start": starts, "mrr": np.ones(5)}
    for table in (rows, pd.DataFrame(rows), pl.DataFrame(rows)) if unit in ("ms", "us", "ns") else (rows,):
        subs = ft.revenue.Subscriptions(table, account="id", start="start", mrr="mrr", currency="USD")
        periods = ft.revenue.mrr_ledger(subs, as_of="1970-01-02", period="day").periods
        days = starts.astype("M8[D]")
        assert periods.new_business_accounts.tolist() == [int((days == day).sum()) for day in periods.period]


INSTANTS = ["2024-01-31T20:00", None, "2024-01-31T02:00", "2024-02-01T04:59:59"]  # of UTC
TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"
# The days on which they are there, by hand.
LIVED = {
    "UTC": ["2024-01-31", None, "2024-01-31", "2024-02-01"],
    TOKYO: ["2024-02-01", None, "2024-01-31", "2024-02-01"],
    NEW_YORK: ["2024-01-31", None, "2024-01-30", "2024-01-31"],
}
UTC_TIMES = [dt.datetime.fromisoformat(each).replace(tzinfo=dt.UTC) if each else None for each in INSTANTS]
PLAIN_TIMES = np.array([each or "NaT" for each in INSTANTS], "M8[s]")
INSTANT_COLUMNS = {
    "seconds": lambda: {"end": PLAIN_TIMES},
    "minutes": lambda: {"end": PLAIN_TIMES.astype("M8[m]")},
    "hours": lambda: {"end": PLAIN_TIMES.astype("M8[h]")},
    "nanoseconds": lambda: {"end": PLAIN_TIMES.astype("M8[ns]")},
    "datetimes": lambda: {"end": [each and each.replace(tzinfo=None) for each in UTC_TIMES]},
    "datetimes of UTC": lambda: {"end": UTC_TIMES},
    "datetimes of elsewhere": lambda: {
        "end": [each and each.astimezone(dt.timezone(dt.timedelta(hours=-7))) for each in UTC_TIMES]
    },
    "pandas": lambda: pd.DataFrame({"end": PLAIN_TIMES.astype("M8[ns]")}),
    "pandas of elsewhere": lambda: pd.DataFrame(
        {"end": pd.Series(PLAIN_TIMES.astype("M8[us]")).dt.tz_localize("UTC").dt.tz_convert(NEW_YORK)}
    ),
    "polars": lambda: pl.DataFrame({"end": PLAIN_TIMES.astype("M8[ms]")}),
    "polars of elsewhere": lambda: pl.DataFrame({"end": UTC_TIMES}).with_columns(
        pl.col("end").dt.convert_time_zone(TOKYO)
    ),
    "pyarrow": lambda: pa.table({"end": pa.array(UTC_TIMES, pa.timestamp("us", NEW_YORK))}),
    "an array of pyarrow": lambda: {"end": pa.array(UTC_TIMES, pa.timestamp("ms", TOKYO))},
}


@pytest.mark.parametrize("zone", LIVED)
@pytest.mark.parametrize("column", INSTANT_COLUMNS)
def test_the_policy_says_on_which_day_an_instant_is(column, zone):
    table = INSTANT_COLUMNS[column]()
    rest = {"id": ["a", "b", "c", "d"], "start": ["2024-01-01"] * 4, "mrr": [1, 2, 4, 8]}
    if isinstance(table, pd.DataFrame):
        table = table.assign(**rest)
    elif isinstance(table, pl.DataFrame):
        table = table.with_columns(**{name: pl.Series(values) for name, values in rest.items()})
    elif isinstance(table, pa.Table):
        for name, values in rest.items():
            table = table.append_column(name, pa.array(values))
    else:
        table |= rest
    subs = ft.revenue.Subscriptions(
        table, account="id", start="start", end="end", mrr="mrr", currency="USD"
    )
    policy = ft.revenue.RevenuePolicy(ledger=ft.revenue.LedgerPolicy(time_zone=zone))
    moves = ft.revenue.mrr_ledger(subs, as_of="2024-03-31", period="day", policy=policy).movements
    left = {
        account: str(day)
        for account, day, kind in zip(moves.account, moves.period, moves.kind, strict=True)
        if kind == "churn"
    }
    assert left == {name: day for name, day in zip("abcd", LIVED[zone], strict=True) if day}


@pytest.mark.parametrize(
    "make",
    [dict, pd.DataFrame, pl.DataFrame, lambda table: {**table, "from_day": list(table["from_day"].astype(object))}],
    ids=["dict", "pandas", "polars", "objects"],
)
def test_midnights_are_dates_that_no_time_zone_moves(make):
    times = days(["2024-01-01", "2024-02-01"], "us")
    table = make({"id": ["a", "b"], "from_day": times, "price": [1, 2]})
    subs = ft.revenue.Subscriptions(
        table, account="id", start="from_day", mrr="price", currency="USD"
    )
    for zone in LIVED:
        policy = ft.revenue.RevenuePolicy(ledger=ft.revenue.LedgerPolicy(time_zone=zone))
        periods = ft.revenue.mrr_ledger(subs, as_of="2024-02-29", policy=policy).periods
        assert periods.closing.tolist() == [1, 3]


@pytest.mark.parametrize("type_", [pa.string(), pa.large_string(), pa.string_view(), "dictionary"])
@pytest.mark.parametrize("bad", [b"\xff", b"ab\xc3", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"])
def test_texts_of_arrow_are_utf8(type_, bad):
    """Arrow does not check them itself, and readers of the results would fail far from here."""
    good = ["z\xe9ro", "\u4f8b", "\U0001f600", "\u07ff\uffff\U0010ffff"]
    for texts in (good, [*good, bad, bad]):
        cells = pa.array([text if isinstance(text, bytes) else text.encode() for text in texts], pa.binary())
        column = pa.Array.from_buffers(pa.string(), len(cells), cells.buffers())
        if type_ == "dictionary":
            column = pa.DictionaryArray.from_arrays(pa.array(range(len(cells)), pa.int32()), column)
        elif type_ == pa.large_string():
            wide = cells.cast(pa.large_binary())
            column = pa.Array.from_buffers(type_, len(cells), wide.buffers())
        elif type_ == pa.string_view():
            column = pa.array(cells.to_pylist(), pa.binary_view()).view(type_)
        table = pa.table({"id": column, "start": [dt.date(2024, 1, 1)] * len(cells), "mrr": [1.0] * len(cells)})
        names = {"account": "id", "start": "start", "mrr": "mrr", "currency": "USD"}
        if bad not in texts:
            subs = ft.revenue.Subscriptions(table, **names)
            assert set(ft.revenue.mrr_ledger(subs).movements.account.tolist()) == set(good)
            continue
        with pytest.raises(ft.InvalidInput) as raised:
            ft.revenue.Subscriptions(table, **names)
        shown = bad.decode("utf-8", "backslashreplace")
        assert str(raised.value) == f'Subscriptions: id[4] = "{shown}" is not valid UTF-8'


UNREAD = {
    "start": ("start", ["2024-01-01", "2024-13-01", "soon"], "unreadable_date", '"2024-13-01" is not a day written YYYY-MM-DD'),
    "end": ("end", [None, "12/31/2024", "2024-12-31"], "unreadable_date", '"12/31/2024" is not a day written YYYY-MM-DD'),
    "quantity": ("quantity", [1.0, 1.5, None], "unreadable_number", "1.5 is not a whole number"),
    "interval_count": ("interval_count", [1, decimal.Decimal("2.5"), 2], "unreadable_number", "2.5 is not a whole number"),
    "trial": ("trial", [0, 2, 1], "unreadable_flag", "2 is not 0 or 1"),
}


@pytest.mark.parametrize("case", UNREAD)
def test_a_cell_that_cannot_be_read_is_an_error_of_its_row(case):
    field, cells, code, says = UNREAD[case]
    table = {"id": ["a", "b", "c"], "start": ["2024-01-01"] * 3, "price": [1.0, 2.0, 4.0], f"my {field}": cells}
    names = {"account": "id", "start": "start", "amount": "price", "currency": "USD", field: f"my {field}"}
    with pytest.raises(ft.InvalidInput) as raised:
        ft.revenue.Subscriptions(table, **names)
    assert str(raised.value) == f"Subscriptions: my {field}[1] = {says}"
    assert raised.value.where == 1
    bad = [1, 2] if case == "start" else [1]
    for finding in (
        ft.revenue.audit(table, **names)[0],
        ft.revenue.Subscriptions(table, **names, on_error="drop").findings[0],
    ):
        assert (finding.code, finding.severity, list(finding.rows)) == (code, "error", bad)
        assert finding.message == str(raised.value)
    assert len(ft.revenue.Subscriptions(table, **names, on_error="drop")) == 3 - len(bad)


LATE_ENDS = ["2024-03-30T23:58:59", "2024-03-31T23:59:00", None, "1969-12-31T23:59:59", "2024-04-01T00:00:00"]


@pytest.mark.parametrize("kind", ["s", "ms", "us", "ns", "m", "objects", "pandas", "polars", "pyarrow"])
def test_an_end_at_the_last_moment_of_a_day_is_told(kind):
    """Cut to its day it does not cover it, and the account would leave a day too early without a word."""
    times = np.array([end or "NaT" for end in LATE_ENDS], "M8[us]")
    table = {"id": np.arange(5), "start": np.array(["1960-01-01T23:59:59"] * 5, "M8[us]"), "mrr": np.ones(5)}
    table["end"] = times.astype(f"M8[{kind}]") if len(kind) < 3 else times
    if kind == "objects":
        table["end"] = times.astype(object)
    make = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}.get(kind, dict)
    names = {"account": "id", "start": "start", "end": "end", "mrr": "mrr", "currency": "USD"}
    found = ft.revenue.Subscriptions(make(table), **names).findings
    [finding] = [each for each in found if each.code == "ends_at_end_of_day"]
    assert (finding.severity, list(finding.rows)) == ("warning", [1, 3])
    assert finding.message == (
        "Subscriptions: end[1] = 2024-03-31 23:59:00 is the last moment of its day, which does not count: an "
        "end is the first day after"
    )


def test_a_stream_is_read_once():
    class Once:
        def __init__(self):
            self.capsule = arrow().__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.capsule

    once = Once()
    assert len(subscriptions(once)) == 7
    with pytest.raises(ft.InvalidInput) as raised:
        subscriptions(once)
    assert str(raised.value) == "Subscriptions: the Arrow stream was read already"


def test_a_pyarrow_reader_is_read_once():
    """A second time it would look like a table without rows."""
    reader = pa.RecordBatchReader.from_batches(arrow().schema, arrow().to_batches())
    assert len(subscriptions(reader)) == 7
    with pytest.raises(ft.InvalidInput) as raised:
        subscriptions(reader)
    assert str(raised.value) == (
        "Subscriptions: table is a reader that was given before; make a table of it first: read_all()"
    )
    empty = arrow().slice(0, 0)
    assert len(subscriptions(pa.RecordBatchReader.from_batches(empty.schema, empty.to_batches()))) == 0


def test_a_stream_that_fails():
    def batches():
        yield arrow().to_batches()[0]
        raise RuntimeError("the cable was cut")

    with pytest.raises(
        ft.InvalidInput, match=r"Subscriptions: the Arrow stream failed: [\s\S]*the cable was cut"
    ):
        subscriptions(pa.RecordBatchReader.from_batches(arrow().schema, batches()))


def test_errors_of_the_table_itself_come_through():
    class Broken:
        def __arrow_c_stream__(self, requested_schema=None):
            raise RuntimeError("no stream today")

    with pytest.raises(RuntimeError, match="no stream today"):
        subscriptions(Broken())


def test_the_table_keeps_its_own_copy():
    table = {"id": np.array(INTEGERS), "from_day": days(STARTS), "to_day": days(ENDS), "price": np.array(MRR)}
    subs = subscriptions(table)
    for column in table.values():
        column[:] = column[0]
    assert ft.revenue.mrr_ledger(subs, as_of="2024-05-31").periods.closing_minor.tolist() == CLOSING


def test_the_memory_of_the_source_may_go():
    subs = subscriptions(arrow())
    state = ft.revenue.LedgerState()
    state.update(subs)
    del subs
    junk = [np.full(1000, 7) for _ in range(100)]
    assert ft.revenue.mrr_ledger(state, as_of="2024-05-31").periods.closing_minor.tolist() == CLOSING
    del junk


@pytest.mark.parametrize("package", ["pyarrow", "pandas", "polars", "duckdb"])
def test_works_without(package):
    """A fresh interpreter in which a package cannot be imported."""
    code = f"""
import sys
sys.modules[{package!r}] = None
import fealty as ft
table = {{"a": ["x", "y", "x"], "s": ["2024-01-01"] * 3, "m": [1.5, 2.5, 3.0]}}
if {package!r} != "pandas":
    import pandas
    table = pandas.DataFrame(table)
subs = ft.revenue.Subscriptions(table, account="a", start="s", mrr="m", currency="USD")
print(ft.revenue.mrr_ledger(subs).periods.closing_minor.tolist())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[700]\n", "")
