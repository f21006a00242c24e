# SPDX-License-Identifier: MIT
"""Vendors' exports: what each becomes, what is said of it, and that no row is lost without a word.

The files in data/vendors are in the layouts that the vendors document; every number here is worked out by
hand.
"""

import datetime
import inspect
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import fealty as ft
from fealty import cli, io

DATA = Path(__file__).parent / "data/vendors"
SEEDS = Path(__file__).resolve().parents[3] / "shared/data/stripe_recurly_seeds"
DAY = datetime.date

TAKEN = inspect.signature(ft.revenue.Subscriptions).parameters
needs_statuses = pytest.mark.skipif(
    "status" not in TAKEN, reason="Subscriptions does not take the columns of statuses yet"
)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def rows_of(export: io.VendorTables, *names: str) -> list[tuple]:
    """The rows of an export's table, its ends as days, with the row of the export before each."""
    columns = export.table.to_dict()
    cells = [columns.get(name) or [None] * len(export.table) for name in names]
    return [
        (row, *(cell.date() if isinstance(cell, datetime.datetime) else cell for cell in line))
        for row, *line in zip(export.table.source_rows(), *cells, strict=True)
    ]


def found(export: io.VendorTables) -> dict[str, list[int]]:
    return {each.code: list(each.rows) for each in export.findings}


def refusal(*arguments, **options) -> str:
    with pytest.raises(io.SourceError) as caught:
        io.read_vendor(*arguments, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


ALL = {
    "baremetrics": "baremetrics.csv",
    "baremetrics_tables": "baremetrics_tables",
    "chargebee_mrr_changes": "chargebee_mrr_changes.csv",
    "chargebee_mrr_summary": "chargebee_mrr_summary.csv",
    "chargebee_subscriptions": "chargebee_subscriptions.csv",
    "chartmogul": "chartmogul",
    "recurly": "recurly",
    "stripe_sigma": "stripe_sigma.csv",
    "stripe_subscriptions": "stripe_subscriptions.csv",
    "stripe_tables": "stripe_tables",
}


class TestEveryVendor:
    def test_each_is_described_and_has_an_example(self):
        assert sorted(io.vendors()) == sorted(ALL)
        assert all(io.vendors().values())

    @pytest.mark.parametrize(("vendor", "source"), ALL.items())
    def test_its_columns_tell_it(self, vendor, source):
        export = io.read_vendor(DATA / source)
        assert export.vendor == vendor
        assert export.notes[0].startswith(f"vendor: {vendor} ({io.vendors()[vendor]}), by its ")
        named = io.read_vendor(DATA / source, vendor)
        assert named.table.to_dict() == export.table.to_dict()
        assert named.notes == export.notes[1:]

    @pytest.mark.parametrize(("vendor", "source"), ALL.items())
    def test_no_row_is_lost_without_a_word(self, vendor, source):
        export = io.read_vendor(DATA / source, vendor)
        main = {row for each in export.findings for row in each.rows if not each.table}
        there = set(export.table.source_rows())
        assert there | main == set(range(export.row_count))
        kept_with_a_word = {"addons_not_read", "discounts_overlap", "unknown_coupon"}
        left_out = {
            row
            for each in export.findings
            if each.code not in kept_with_a_word and not each.table
            for row in each.rows
        }
        assert not there & left_out

    @pytest.mark.parametrize(
        ("vendor", "policy"),
        [
            *((name, "stripe") for name in ALL if name.startswith("stripe")),
            *((name, "chargebee") for name in ALL if name.startswith("chargebee")),
            *((name, "baremetrics") for name in ALL if name.startswith("baremetrics")),
            ("chartmogul", "chartmogul"),
            ("recurly", None),
        ],
    )
    def test_the_conventions_are_named(self, vendor, policy):
        export = io.read_vendor(DATA / ALL[vendor], vendor)
        assert export.policy == policy
        assert any(note.startswith("policy: ") for note in export.notes) == (policy is not None)

    def test_paid_through_stands_in_the_last_row_alone(self):
        """What a row is paid through to must not outlast the row that follows it."""
        for vendor, source in ALL.items():
            export = io.read_vendor(DATA / source, vendor)
            if export.subscriptions is None or vendor == "chartmogul":  # whose lines are paid for one by one
                continue
            rows = rows_of(export, "subscription", "item", "start", "paid_through")
            last = {line[1:3]: max(each[3] for each in rows if each[1:3] == line[1:3]) for line in rows}
            assert all(line[4] is None or line[3] == last[line[1:3]] for line in rows)


class TestStripeSubscriptions:
    def export(self, **options) -> io.VendorTables:
        return io.read_vendor(DATA / "stripe_subscriptions.csv", "stripe_subscriptions", **options)

    def test_rows(self):
        export = self.export()
        assert export.changes is export.summary is None
        assert rows_of(
            export, "account", "start", "end", "amount", "interval_unit", "quantity", "currency"
        ) == [
            (0, "cus_a", DAY(2024, 1, 15), None, 29, "month", 3, "USD"),
            (1, "cus_b", DAY(2024, 5, 20), None, Decimal("25.5"), "month", 1, "EUR"),
            (2, "cus_c", DAY(2024, 2, 1), DAY(2024, 2, 15), 1200, "year", 2, "USD"),
            (2, "cus_c", DAY(2024, 2, 15), None, 1200, "year", 2, "USD"),
            (3, "cus_d", DAY(2023, 11, 10), DAY(2024, 5, 10), 29, "month", 1, "USD"),
            (3, "cus_d", DAY(2024, 5, 10), None, 29, "month", 1, "USD"),
            (4, "cus_a", DAY(2024, 2, 1), DAY(2024, 4, 12), 10, "month", 1, "USD"),
            (5, "cus_e", DAY(2024, 3, 5), DAY(2024, 6, 5), 29, "month", 1, "USD"),
            (7, "cus_g", DAY(2024, 1, 31), None, 9800, "month", 1, "JPY"),
            (9, "cus_i", DAY(2024, 4, 1), DAY(2024, 4, 15), 29, "month", 1, "USD"),
        ]

    def test_statuses_and_what_they_are_paid_for(self):
        assert rows_of(
            self.export(), "kind", "status", "subscription", "plan", "cancel_requested", "paid_through"
        ) == [
            (0, None, "active", "sub_0", "price_team", None, DAY(2024, 6, 15)),
            (1, "trial", "trialing", "sub_1", "price_team", None, None),
            (2, "trial", "trialing", "sub_2", "price_year", None, None),
            (2, None, "active", "sub_2", "price_year", None, DAY(2025, 2, 15)),
            (3, None, "active", "sub_3", "price_team", None, None),
            (3, None, "past_due", "sub_3", "price_team", None, DAY(2024, 5, 10)),
            (4, None, None, "sub_4", "price_extra", DAY(2024, 4, 12), None),
            (5, None, "active", "sub_5", "price_team", DAY(2024, 5, 20), DAY(2024, 6, 5)),
            (7, None, "active", "sub_7", "price_yen", None, DAY(2024, 5, 31)),
            (9, "trial", "trialing", "sub_9", "price_team", DAY(2024, 4, 10), None),
        ]

    def test_what_was_left_out(self):
        [never, ended] = self.export().findings
        label = DATA / "stripe_subscriptions.csv"
        assert (never.code, never.severity, never.rows) == ("left_out_by_status", "information", [6])
        assert never.message == (
            f"{label}: row 6: incomplete_expired is a status of what was never live, and the row is left out"
        )
        assert (ended.code, ended.severity, ended.rows) == ("ended_without_a_day", "error", [8])
        assert ended.message == (
            f"{label}: row 8: canceled has no day on which it ended, and the row is left out"
        )

    def test_the_notes_say_what_is_not_in_it(self):
        notes = self.export().notes
        assert any("upgrades, downgrades and earlier prices are not in it" in note for note in notes)

    def test_instants_are_days_of_the_reporting_time_zone(self):
        """23:30 of 31 January in UTC is 1 February in Tokyo."""
        [yen] = [line for line in rows_of(self.export(time_zone="Asia/Tokyo"), "start") if line[0] == 7]
        assert yen == (7, DAY(2024, 2, 1))

    def test_other_columns_are_attributes_of_accounts(self):
        export = self.export()
        accounts = export.accounts.to_dict()
        assert accounts["account"] == [f"cus_{letter}" for letter in "abcdefghi"]
        assert accounts["Customer Email"][:2] == ["acorn@example.org", "birch@example.org"]
        assert accounts["region (metadata)"] == ["APAC", None, "US", "US", None, None, "JP", None, None]
        assert (
            "accounts: of region (metadata) some accounts have several values; the last row's is kept"
            in export.notes
        )

    def test_mrr_of_the_dollars(self):
        """On 31 March: 3 x 29 of cus_a and its 10, 2 x 1200 / 12 of cus_c, 29 of cus_d and of cus_e."""
        columns = self.export().table.to_dict()
        rows = [row for row, code in enumerate(columns["currency"]) if code == "USD"]
        old = ("account", "start", "end", "amount", "interval_unit", "quantity", "kind")
        table = {name: [columns[name][row] for row in rows] for name in old}
        subscriptions = ft.revenue.Subscriptions(table, **{name: name for name in old}, currency="USD")
        ledger = ft.revenue.mrr_ledger(subscriptions, as_of="2024-03-31")
        assert ledger.periods.closing_minor[-1] == 8700 + 1000 + 20000 + 2900 + 2900

    def test_numbers_of_other_places_are_refused_or_told(self):
        text = (DATA / "stripe_subscriptions.csv").read_text().replace("25.50", '"25,50"')
        source = write("subs.csv", text)
        assert refusal(source) == (
            'subs.csv: Amount[1] = 25,50 is not a number like 1234.50; decimal="," reads a comma'
        )
        export = io.read_vendor(source, on_error="drop")
        assert found(export) == {
            "unreadable_number": [1],
            "left_out_by_status": [6],
            "ended_without_a_day": [8],
        }
        assert 1 not in export.table.source_rows()
        commas = io.read_vendor(
            write(
                "comma.csv",
                text.replace("29.00", '"29,00"').replace("10.00", '"10,0"').replace("1200.00", "1200"),
            ),
            decimal=",",
        )
        assert commas.table.to_dict() == self.export().table.to_dict()

    def test_unknown_words_and_dates_are_refused(self):
        text = (DATA / "stripe_subscriptions.csv").read_text()
        assert refusal(write("a.csv", text.replace("incomplete_expired", "frozen"))) == (
            "a.csv: Status[6] = frozen is not one of active, trialing, past_due, unpaid, paused, canceled, "
            "incomplete, incomplete_expired"
        )
        assert refusal(
            write(
                "b.csv",
                text.replace(
                    "2024-03-05 07:00,2024-03-05 07:00,2024-05-05 07:00",
                    "05/03/2024,05/03/2024,2024-05-05 07:00",
                ),
            )
        ) == ("b.csv: Start (UTC)[5] = 05/03/2024 is not a date like 2024-12-31 or 2024-12-31 23:59:59")

    def test_an_empty_export_and_a_shuffled_one(self):
        header, *lines = (DATA / "stripe_subscriptions.csv").read_text().splitlines()
        empty = io.read_vendor(write("empty.csv", header + "\n"))
        assert (len(empty.table), empty.row_count, empty.findings) == (0, 0, [])
        shuffled = io.read_vendor(write("shuffled.csv", "\n".join([header, *reversed(lines)]) + "\n"))
        names = ("account", "start", "end", "amount", "status", "subscription")
        straight = [line[1:] for line in rows_of(self.export(), *names)]
        assert sorted((line[1:] for line in rows_of(shuffled, *names)), key=str) == sorted(straight, key=str)

    def test_one_of_several_currencies(self):
        source = DATA / "stripe_subscriptions.csv"
        assert refusal(source, currency="usd") == (
            f"{source}: row 1 is in EUR, not in USD; the export says its currencies, "
            "and a query chooses rows of one"
        )
        export = self.export(query="from source where Currency = 'eur'")
        assert rows_of(export, "subscription", "start", "amount") == [
            (0, "sub_1", DAY(2024, 5, 20), Decimal("25.5"))
        ]

    @needs_statuses
    def test_the_table_takes_it(self):
        text = (DATA / "stripe_subscriptions.csv").read_text().replace(",eur,", ",usd,")
        lines = [line for line in text.splitlines() if ",jpy," not in line]
        export = io.read_vendor(write("usd.csv", "\n".join(lines) + "\n"))
        ledger = ft.revenue.mrr_ledger(export.table.to_table(), as_of="2024-03-31")
        assert ledger.periods.closing_minor[-1] == 8700 + 1000 + 20000 + 2900 + 2900


class TestStripeTables:
    def export(self) -> io.VendorTables:
        return io.read_vendor(DATA / "stripe_tables", "stripe_tables")

    def test_minor_units_are_those_of_stripe(self):
        """Yen have no minor unit; Stripe counts Iceland's krona in hundredths, ISO 4217 does not."""
        amounts = {line[1]: line[2:] for line in rows_of(self.export(), "plan", "amount", "currency")}
        assert amounts == {
            "price_team": (Decimal("29.99"), "USD"),
            "price_extra": (Decimal("1.505"), "USD"),
            "price_yen": (9800, "JPY"),
            "price_krona": (1500, "ISK"),
            "price_year": (1200, "USD"),
            "price_usage": (Decimal("0.04"), "USD"),
        }

    def test_discounts_follow_one_another(self):
        """Half off for three months, then a quarter off for good; 1,000 yen off the first month."""
        lines = rows_of(self.export(), "item", "start", "end", "discount", "discount_end")
        assert lines[:5] == [
            (0, "si_1", DAY(2024, 1, 10), DAY(2024, 4, 10), Decimal("59.98"), DAY(2024, 4, 10)),
            (0, "si_1", DAY(2024, 4, 10), None, Decimal("29.99"), None),
            (1, "si_2", DAY(2024, 3, 20), DAY(2024, 4, 10), Decimal("1.505"), DAY(2024, 4, 10)),
            (1, "si_2", DAY(2024, 4, 10), None, Decimal("0.7525"), None),
            (2, "si_3", DAY(2024, 2, 1), None, 1000, DAY(2024, 3, 1)),
        ]

    def test_kinds_statuses_and_ends(self):
        lines = rows_of(self.export(), "item", "start", "end", "kind", "status", "cancel_requested")
        assert lines[5:] == [
            (3, "si_4", DAY(2024, 3, 1), DAY(2024, 5, 1), "recurring", "active", None),
            (3, "si_4", DAY(2024, 5, 1), None, "recurring", "unpaid", None),
            (4, "si_5", DAY(2024, 3, 15), DAY(2024, 9, 15), "recurring", "active", DAY(2024, 4, 2)),
            (5, "si_6", DAY(2024, 3, 15), DAY(2024, 9, 15), "metered", "active", DAY(2024, 4, 2)),
        ]

    def test_rows_without_a_partner_are_told(self):
        export = self.export()
        assert found(export) == {"unknown_subscription": [6], "unknown_price": [7], "tiered_price": [8]}
        assert export.findings[0].message == (
            f"{DATA / 'stripe_tables'}/subscription_items.csv: row 6: sub_9 is no subscription of the "
            "table of subscriptions, and the item is left out"
        )

    def test_an_amount_off_is_shared_in_proportion(self):
        """4 off items of 30 and 10 is 3 and 1; an unknown coupon, and a discount inside another, are told."""
        write(
            "s/subscriptions.csv",
            "id,customer,status,created,current_period_start\n"
            "s1,c1,active,1704067200,1704067200\ns2,c1,active,1704067200,1704067200\n",
        )
        write("s/subscription_items.csv", "id,subscription,price,quantity\ni1,s1,p,3\ni2,s1,p,1\ni3,s2,p,1\n")
        write("s/prices.csv", "id,currency,unit_amount,recurring_interval\np,usd,1000,month\n")
        write("s/coupons.csv", "id,percent_off,amount_off,duration\noff,,400,forever\n")
        write(
            "s/discounts.csv",
            "id,coupon,subscription,start,end\nd1,off,s1,1704067200,\n"
            "d2,gone,s2,1704067200,1709251200\nd3,off,s2,1706745600,\n",
        )
        export = io.read_vendor("s", "stripe_tables")
        assert rows_of(export, "item", "start", "discount") == [
            (0, "i1", DAY(2024, 1, 1), 3),
            (1, "i2", DAY(2024, 1, 1), 1),
            (2, "i3", DAY(2024, 1, 1), None),
            (2, "i3", DAY(2024, 2, 1), 4),
        ]
        assert found(export) == {"unknown_coupon": [2], "discounts_overlap": [2]}

    def test_tables_of_a_database_and_of_other_names(self):
        with duckdb.connect("stripe.duckdb") as database:
            for name in (
                "subscriptions",
                "subscription_items",
                "prices",
                "coupons",
                "discounts",
                "customers",
            ):
                database.execute(
                    f"CREATE TABLE {name} AS "
                    f"FROM read_csv('{DATA}/stripe_tables/{name}.csv', all_varchar = true)"
                )
        export = io.read_vendor("stripe.duckdb", "stripe_tables")
        assert export.table.to_dict() == self.export().table.to_dict()
        assert export.findings[0].message.startswith("stripe.duckdb, table subscription_items: row 6: ")
        for each in (DATA / "stripe_tables").glob("*.csv"):
            write(f"other/my_{each.stem.replace('subscription_items', 'lines')}.csv", each.read_text())
        assert refusal("other", "stripe_tables").startswith(
            "other: has no table items (subscription_items, subscription_item); it has my_coupons.csv, "
        )
        again = io.read_vendor(
            "other",
            "stripe_tables",
            tables={
                "items": "my_lines.csv",
                **{
                    name: f"my_{name}.csv"
                    for name in ("subscriptions", "prices", "coupons", "discounts", "customers")
                },
            },
        )
        assert again.table.to_dict() == self.export().table.to_dict()
        assert refusal("other", "stripe_tables", tables={"itmes": "my_lines.csv"}) == (
            "stripe_tables has no table itmes; its tables are items, subscriptions, prices, plans, "
            "discounts, coupons, customers"
        )


class TestStripeSigma:
    def test_changes(self):
        export = io.read_vendor(DATA / "stripe_sigma.csv")
        assert export.subscriptions is None
        assert rows_of(export, "account", "date", "change", "subscription", "currency") == [
            (0, "cus_a", DAY(2024, 1, 31), 87, "sub_1", "USD"),
            (1, "cus_a", DAY(2024, 3, 10), 29, "sub_1", "USD"),
            (2, "cus_b", DAY(2024, 3, 20), 29, "sub_2", "USD"),
            (3, "cus_a", DAY(2024, 4, 5), -58, "sub_1", "USD"),
            (4, "cus_b", DAY(2024, 5, 2), -29, "sub_2", "USD"),
        ]

    def test_ledger(self):
        """87; +29 and +29 in March; -58 in April; -29 in May: 87, 87, 145, 87, 58."""
        table = io.read_vendor(DATA / "stripe_sigma.csv").table.to_table()
        periods = ft.revenue.mrr_ledger(table, as_of="2024-05-31").periods
        assert periods.closing_minor.tolist() == [8700, 8700, 14500, 8700, 5800]
        assert periods.new_business_minor.tolist() == [8700, 0, 2900, 0, 0]
        assert periods.churn_minor.tolist() == [0, 0, 0, 0, 2900]

    def test_yen_have_no_cents(self):
        table = io.read_vendor(DATA / "stripe_sigma_yen.csv").table
        assert table.to_dict()["change"] == [9800]
        ledger = ft.revenue.mrr_ledger(table.to_table(), as_of="2024-01-31")
        assert (ledger.periods.closing_minor.tolist(), ledger.currency.code) == ([9800], "JPY")

    def test_the_reporting_time_zone_moves_a_change(self):
        export = io.read_vendor(DATA / "stripe_sigma.csv", time_zone="Europe/Berlin")
        assert export.table.to_dict()["date"][0] == DAY(2024, 2, 1)

    def test_the_local_time_alone_is_not_enough(self):
        text = (DATA / "stripe_sigma.csv").read_text().replace("event_timestamp,event", "at,event")
        assert "no column for moment" in refusal(write("a.csv", text), "stripe_sigma")


class TestChartMogul:
    def export(self, folder: str | Path = DATA / "chartmogul") -> io.VendorTables:
        return io.read_vendor(folder, "chartmogul")

    def test_lines(self):
        """2,380 with 380 tax is 2,000 a year; 5 for 15 of June's 30 days is 10 a month; a cancelled line ends
        with its service, or at the cancellation if that is later; the last of one that is not is open."""
        assert rows_of(
            self.export(), "account", "start", "end", "amount", "interval_unit", "kind", "subscription"
        ) == [
            (0, "c1", DAY(2024, 1, 1), DAY(2025, 1, 1), 2000, "year", "recurring", "s1"),
            (1, "c1", DAY(2024, 1, 1), DAY(2024, 1, 2), 500, "month", "one_time", None),
            (2, "c2", DAY(2024, 5, 1), DAY(2024, 6, 1), 10, "month", "recurring", "s2"),
            (3, "c2", DAY(2024, 6, 1), None, 10, "month", "recurring", "s2"),
            (4, "c2", DAY(2024, 6, 16), None, 10, "month", "recurring", "s2"),
            (6, "c1", DAY(2024, 2, 1), DAY(2024, 3, 11), 10, "month", "recurring", "s3"),
        ]

    def test_cancellations(self):
        lines = rows_of(self.export(), "subscription", "cancel_requested", "paid_through", "currency")
        assert lines[0] == (0, "s1", DAY(2024, 8, 20), DAY(2025, 1, 1), "EUR")
        assert lines[-1] == (6, "s3", DAY(2024, 3, 11), DAY(2024, 3, 1), "EUR")

    def test_quantity_is_in_the_amount(self):
        assert "quantity" not in self.export().table.columns

    def test_what_was_left_out(self):
        export = self.export()
        assert found(export) == {"unknown_invoice": [7], "unknown_plan": [8], "negative_line": [5]}
        assert export.findings[2].message.endswith(
            "row 5: -250 is a credit and no price, and the line is left out"
        )

    def test_attributes(self):
        accounts = self.export().accounts.to_dict()
        assert (accounts["account"], accounts["Company"]) == (["c1", "c2"], ["Acorn GmbH", "Birch Ltd"])

    def test_without_cancellations_a_line_ends_with_its_service(self):
        for each in (DATA / "chartmogul").glob("*.csv"):
            if each.stem != "cancellations":
                write(f"cm/{each.name}", each.read_text())
        ends = {line[0]: line[1] for line in rows_of(self.export("cm"), "end")}
        assert (ends[3], ends[4], ends[6]) == (DAY(2024, 7, 1), DAY(2024, 7, 1), DAY(2024, 3, 1))

    def test_a_full_proration_ends_the_line_before(self):
        for each in (DATA / "chartmogul").glob("*.csv"):
            write(f"cm/{each.name}", each.read_text())
        write(
            "cm/invoice_line_items.csv",
            "Invoice external ID,Subscription external ID,Type,Amount in cents,Plan external ID,"
            "Service period start,Service period end,Prorated,Proration type\n"
            "i3,s2,subscription,1000,team,2024-06-01,2024-07-01,false,\n"
            "i4,s2,subscription,1000,Team monthly,2024-06-16,2024-07-01,true,full\n"
            "i4,s2,subscription,300,team,2024-06-16,2024-07-01,true,differential_mrr\n",
        )
        assert rows_of(self.export("cm"), "start", "end", "amount", "paid_through") == [
            (0, DAY(2024, 6, 1), DAY(2024, 6, 16), 10, None),
            (1, DAY(2024, 6, 16), None, 20, DAY(2024, 7, 1)),
            (2, DAY(2024, 6, 16), None, 3, DAY(2024, 7, 1)),
        ]


class TestChargebee:
    def test_monthly_summary(self):
        export = io.read_vendor(DATA / "chargebee_mrr_summary.csv")
        assert export.subscriptions is export.changes is None
        assert rows_of(export, "period", "account", "subscription", "opening", "closing", "currency") == [
            (0, DAY(2024, 1, 1), "a", "s1", 0, 100, "EUR"),
            (1, DAY(2024, 2, 1), "a", "s1", 100, Decimal("125.5"), "EUR"),
            (2, DAY(2024, 2, 1), "b", "s2", 40, 0, "EUR"),
        ]
        with pytest.raises(io.SourceError, match="summary are no table that makes a ledger"):
            export.table.to_table()

    def test_changes(self):
        table = io.read_vendor(DATA / "chargebee_mrr_changes.csv").table.to_table()
        periods = ft.revenue.mrr_ledger(table, as_of="2024-02-29").periods
        assert periods.closing_minor.tolist() == [10000, 12550]
        assert periods.expansion_minor.tolist() == [0, 2550]

    def test_subscriptions(self):
        export = io.read_vendor(DATA / "chargebee_subscriptions.csv")
        names = ("account", "start", "end", "interval_count", "quantity", "status", "paid_through")
        assert rows_of(export, *names) == [
            (0, "a", DAY(2024, 1, 1), None, 3, 2, "active", DAY(2024, 7, 1)),
            (1, "b", DAY(2024, 2, 1), DAY(2024, 2, 15), 1, 1, "trialing", None),
            (1, "b", DAY(2024, 2, 15), DAY(2024, 6, 15), 1, 1, "active", DAY(2024, 6, 15)),
            (2, "c", DAY(2024, 1, 10), DAY(2024, 3, 10), 1, 1, None, None),
            (3, "d", DAY(2024, 1, 10), DAY(2024, 5, 10), 1, 1, "active", None),
            (3, "d", DAY(2024, 5, 10), None, 1, 1, "paused", DAY(2024, 5, 10)),
        ]
        assert set(export.table.to_dict()["amount"]) == {30}
        assert found(export) == {"left_out_by_status": [4]}
        assert export.accounts.to_dict()["customers.company"] == ["Acorn", "Birch", "Cedar", "Dogwood", "Elm"]


class TestBaremetrics:
    def test_one_file(self):
        """Cents of dollars, and yen as they are."""
        names = ("account", "start", "end", "amount", "interval_count", "quantity", "currency")
        assert rows_of(io.read_vendor(DATA / "baremetrics.csv"), *names) == [
            (0, "customer_1", DAY(2020, 3, 31), DAY(2020, 5, 4), 50, 1, 1, "USD"),
            (1, "customer_1", DAY(2020, 5, 4), None, 120, 3, 2, "USD"),
            (2, "customer_2", DAY(2020, 4, 1), None, 120000, 1, None, "JPY"),
        ]

    def test_tables(self):
        """A start in seconds since 1970; 15 off 2 x 50; addons are told, an unknown plan is left out."""
        export = io.read_vendor(DATA / "baremetrics_tables")
        assert rows_of(export, "start", "end", "amount", "quantity", "discount") == [
            (0, DAY(2024, 1, 1), None, 50, 2, 15),
            (1, DAY(2024, 2, 1), DAY(2024, 3, 1), 50, 1, None),
        ]
        assert found(export) == {"unknown_plan": [2], "addons_not_read": [1]}
        assert export.accounts.to_dict()["notes"] == ["first"]


class TestRecurly:
    def test_versions_follow_one_another(self):
        """50; from 5 February 3 x 50 and add-ons of 10: 160; gone on 5 March."""
        export = io.read_vendor(DATA / "recurly")
        names = (
            "account",
            "start",
            "end",
            "amount",
            "quantity",
            "status",
            "cancel_requested",
            "paid_through",
        )
        assert rows_of(export, *names) == [
            (0, "a1", DAY(2024, 1, 5), DAY(2024, 2, 5), 50, 1, "active", None, None),
            (1, "a1", DAY(2024, 2, 5), DAY(2024, 2, 20), 160, 1, "active", None, None),
            (2, "a1", DAY(2024, 2, 20), DAY(2024, 3, 5), 160, 1, "active", DAY(2024, 2, 20), None),
            (4, "a2", DAY(2024, 2, 1), DAY(2024, 2, 15), 1200, 1, "trialing", None, None),
            (4, "a2", DAY(2024, 2, 15), None, 1200, 1, "active", None, DAY(2025, 2, 15)),
        ]
        assert export.table.to_dict()["interval_count"] == [1, 1, 1, 12, 12]

    def test_findings_and_the_latest_version_of_an_account(self):
        export = io.read_vendor(DATA / "recurly")
        assert found(export) == {
            "several_versions": [0],
            "unknown_plan": [6],
            "version_of_the_end": [3],
            "left_out_by_status": [5],
        }
        assert export.accounts.to_dict()["company"] == ["Acorn AG", "Birch"]
        versions = export.findings[0]
        assert versions.table == "accounts"
        assert export.examples(versions.rows, versions.table) == [
            {"row": 0, "cells": {"id": "a1", "updated_at": "2024-01-01 00:00:00"}}
        ]
        [failed] = export.examples([5])
        assert failed["cells"]["state"] == "failed"


class TestMapping:
    MAPPED = DATA / "mapped.csv"

    def test_words_dates_decimals_and_constants(self):
        export = io.read_vendor(self.MAPPED, mapping=DATA / "mapping.toml")
        assert (export.vendor, export.policy, export.title) == (None, "chartmogul", "Our own billing")
        names = ("account", "start", "end", "amount", "interval_unit", "status", "currency")
        assert rows_of(export, *names) == [
            (0, "k1", DAY(2024, 1, 31), None, Decimal("12.5"), "month", "active", "EUR"),
            (1, "k2", DAY(2024, 2, 1), DAY(2024, 6, 1), 1200, "year", None, "EUR"),
            (3, "k4", DAY(2024, 3, 1), None, 10, "month", "unpaid", "EUR"),
        ]
        assert found(export) == {"left_out_by_status": [2]}
        assert export.accounts.to_dict()["Region"] == ["Nord", "Süd", "Süd", "Süd"]

    def test_minor_units_and_a_trial_that_ends(self):
        write(
            "a.csv",
            "who,from,until,cents,cur,converted\na,2024-01-01,,980000,jpy,\n"
            "b,2024-01-01,,98000,kwd,2024-02-01\nc,2024-01-01,2024-01-10,980,usd,2024-02-01\n",
        )
        write(
            "m.toml",
            'units = "minor"\n[columns]\naccount = "who"\nstart = "from"\nend = "until"\n'
            'mrr = "cents"\ncurrency = "cur"\ntrial_end = "converted"\n',
        )
        export = io.read_vendor("a.csv", mapping="m.toml")
        assert rows_of(export, "account", "start", "end", "mrr", "kind") == [
            (0, "a", DAY(2024, 1, 1), None, 980000, None),
            (1, "b", DAY(2024, 1, 1), DAY(2024, 2, 1), 98, "trial"),
            (1, "b", DAY(2024, 2, 1), None, 98, None),
            (2, "c", DAY(2024, 1, 1), DAY(2024, 1, 10), Decimal("9.8"), "trial"),
        ]

    def test_amounts_keep_every_digit(self):
        """No amount of a column loses a digit for another's sake, up to twelve."""
        mapping = write(
            "m.toml", '[columns]\naccount = "a"\nstart = "s"\nmrr = "m"\n[constants]\ncurrency = "USD"\n'
        )
        write("a.csv", "a,s,m\nx,2024-01-01,0.000001\ny,2024-01-01,1234567.89\n")
        amounts = io.read_vendor("a.csv", mapping=mapping).table.to_dict()["mrr"]
        assert amounts == [Decimal("0.000001"), Decimal("1234567.89")]
        for text in ("1,234.50", "1_000", "NaN", "inf", "$5", "0x10", "--5"):
            write("b.csv", f'a,s,m\nx,2024-01-01,"{text}"\n')
            assert refusal("b.csv", mapping=mapping).startswith(
                f"b.csv: m[0] = {text} is not a number like 1234.50"
            )

    def test_what_is_found_on_every_row_is_a_constant(self):
        mapping = write(
            "m.toml", 'time_zone = "Asia/Tokyo"\n[columns]\naccount = "a"\nstart = "s"\nmrr = "m"\n'
        )
        write("a.csv", "a,s,m\nx,2024-01-31T23:30:00Z,5\n")
        export = io.read_vendor("a.csv", mapping=mapping)
        assert rows_of(export, "start", "currency") == [(0, DAY(2024, 2, 1), "USD")]
        assert "currency: USD is assumed; currency says another" in export.notes
        assert rows_of(io.read_vendor("a.csv", mapping=mapping, currency="chf"), "currency") == [(0, "CHF")]
        assert rows_of(io.read_vendor("a.csv", mapping=mapping, time_zone="UTC"), "start") == [
            (0, DAY(2024, 1, 31))
        ]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", 'm.toml: has no [columns]: field = "column", such as account = "customer"'),
            ("[columns\n", "m.toml: Expected ']' at the end of a table declaration (at line 1, column 9)"),
            (
                "[colums]\n",
                "m.toml: there is no key colums; the keys are account_table, columns, constants, ",
            ),
            (
                '[columns]\nacount = "a"\n',
                "m.toml: acount is no field; the fields are account, subscription, ",
            ),
            (
                '[columns]\naccount = "a"\n',
                "m.toml: no column or constant for start, amount or mrr, one of the two",
            ),
            (
                '[columns]\naccount = "a"\nstart = "s"\namount = "m"\n',
                "m.toml: no column or constant for interval_unit (amount is paid per what?)",
            ),
            ('units = "cents"\n[columns]\n', "m.toml: units = 'cents' is not one of major, minor"),
            ('policy = "mine"\n[columns]\n', "m.toml: policy = 'mine' is not one of chartmogul, stripe, "),
            (
                '[columns]\nstatus = "s"\n[values.status]\nlive = "on"\n',
                "m.toml: a status = 'on' is not one of active, trialing, past_due, unpaid, paused, ended, "
                "left_out",
            ),
            ("time_zone = 3\n[columns]\n", "m.toml: time_zone = 3 is not a text"),
            ("[columns]\n[values.kind]\n", "m.toml: [values.kind] has words for a field that has no column"),
            (
                '[columns]\naccount = "x"\nstart = "s"\nmrr = "m"\n[constants]\ncolor = "red"\n',
                "m.toml: [constants] color is no field; the fields are ",
            ),
        ],
    )
    def test_mistakes_are_named(self, text, message):
        write("a.csv", "a,s,m\nx,2024-01-01,5\n")
        assert refusal("a.csv", mapping=write("m.toml", text)).startswith(message)

    def test_a_column_that_is_not_there(self):
        write("a.csv", "a,s,m\nx,2024-01-01,5\n")
        mapping = write("m.toml", '[columns]\naccount = "who"\nstart = "s"\nmrr = "m"\n')
        assert refusal("a.csv", mapping=mapping) == (
            "a.csv: has no column for account; expected a mapping's columns account (who), start (s), "
            "mrr (m); found a, s, m"
        )


class TestRefusals:
    def test_an_unknown_vendor_lists_the_known_ones(self):
        assert refusal("a.csv", "stripe") == f"vendor = 'stripe' is not one of {', '.join(sorted(ALL))}"

    def test_the_wrong_vendor(self):
        source = DATA / "chargebee_mrr_changes.csv"
        assert refusal(source, "stripe_sigma") == (
            f"{source}: has no column for moment, currency; it looks like chargebee_mrr_changes; expected "
            "stripe_sigma's columns account (customer_id), moment (event_timestamp), change (mrr_change), "
            "currency (currency); found id, customer_id, subscription_id, currency_code, status, "
            "status_previous, mrr, mrr_previous, mrr_change, record_recorded_at, record_start_at, "
            "record_end_at"
        )

    def test_no_vendor_fits(self):
        text = refusal(write("a.csv", "a,b\n1,2\n"))
        assert text.startswith(
            "a.csv: its columns are those of no known export; choose a vendor of baremetrics, "
        )
        assert text.endswith("or describe it in a mapping file; found a, b")

    def test_one_file_of_several(self):
        source = DATA / "stripe_tables/subscription_items.csv"
        assert refusal(source, "stripe_tables") == (
            f"{source}: has no table subscriptions (subscriptions, subscription); stripe_tables reads "
            "a folder or database with the tables items, subscriptions"
        )

    def test_other_mistakes(self):
        assert refusal("a.csv", "recurly", mapping="m.toml") == "a vendor and a mapping exclude each other"
        assert refusal(DATA / "baremetrics.csv", time_zone="Mars") == (
            "'Mars' is no time zone; one is Europe/Berlin"
        )
        assert refusal(DATA / "baremetrics.csv", decimal=";") == "decimal = ';' is not one of '.', ','"
        assert refusal("nope.csv", "baremetrics") == "nope.csv: there is no such file or folder"


class TestHandbook:
    TEXT = (Path(__file__).resolve().parents[2] / "docs/vendors.md").read_text(encoding="utf-8")

    def test_it_has_every_vendor(self):
        assert all(f"| `{vendor}` |" in self.TEXT for vendor in ALL)

    def test_its_mapping_is_one(self):
        write("m.toml", self.TEXT.partition("```toml\n")[2].partition("```")[0])
        write("a.csv", 'customer,from,until,price,cycle,state\nx,31.01.2024,,"1250,5",M,live\n')
        export = io.read_vendor("a.csv", mapping="m.toml")
        assert rows_of(export, "account", "start", "amount", "status") == [
            (0, "x", DAY(2024, 1, 31), Decimal("12.505"), "active")
        ]


class TestCommandLine:
    @pytest.fixture
    def fealty(self, capsys):
        def run(*arguments: str) -> tuple[int, str, str]:
            code = cli.main(arguments)
            out, err = capsys.readouterr()
            return code, out, err

        return run

    SIGMA = str(DATA / "stripe_sigma.csv")

    def test_ledger_of_changes(self, fealty):
        code, out, err = fealty(
            "ledger", self.SIGMA, "--vendor", "stripe_sigma", "--as-of", "2024-05-31", "-f", "csv"
        )
        assert code == 0
        assert [line.split(",")[9] for line in out.splitlines()] == [
            "closing",
            "87.00",
            "87.00",
            "145.00",
            "87.00",
            "58.00",
        ]
        assert err.splitlines()[:2] == [
            f"{self.SIGMA}: 5 rows of 2 accounts",
            "columns: moment = event_timestamp, event = event_type, subscription = subscription_id, item = "
            "subscription_item_id, account = customer_id, plan = price_id, product = product_id, "
            "currency = currency, change = mrr_change, quantity = quantity_change, local_at = "
            "local_event_timestamp",
        ]
        assert "policy: the conventions are those of the preset stripe" in err.splitlines()

    def test_its_columns_tell_the_vendor(self, fealty):
        code, _, err = fealty("audit", self.SIGMA, "--vendor", "auto")
        assert code == 0
        assert "vendor: stripe_sigma (" in err

    def test_the_report_makes_itself_again(self, fealty):
        pytest.importorskip("matplotlib")
        Path("fealty.toml").write_text('[subscriptions]\nvendor = "stripe_sigma"\n')
        assert fealty("report", self.SIGMA, "--as-of", "2024-05-31")[0] == 0
        page = Path("report.html").read_text()
        assert f"fealty report {self.SIGMA} --vendor stripe_sigma --as-of 2024-05-31 " in page
        assert (
            f"io.read_vendor(&#x27;{self.SIGMA}&#x27;, vendor=&#x27;stripe_sigma&#x27;).table.to_table()"
            in page
        )

    def test_mapping_and_rows_that_were_left_out(self, fealty):
        write("a.csv", "a,s,e,m\nx,2024-01-01,,5\ny,2024-01-01,,oops\nz,2024-03-01,2024-01-01,7\n")
        write(
            "m.toml",
            '[columns]\naccount = "a"\nstart = "s"\nend = "e"\nmrr = "m"\n[constants]\ncurrency = "EUR"\n',
        )
        arguments = ("a.csv", "--mapping", "m.toml")
        code, _, err = fealty("ledger", *arguments)
        assert (code, err.splitlines()[-1]) == (2, "fealty: a.csv: m[1] = oops is not a number like 1234.50")
        code, out, err = fealty("audit", *arguments)
        assert code == 0
        assert [line.split() for line in out.splitlines()[:3]] == [
            ["code", "severity", "rows"],
            ["unreadable_number", "error", "1"],
            ["end_before_start", "error", "1"],
        ]
        assert "Subscriptions: e[2] = 2024-01-01 is before start 2024-03-01" in out  # the file's own
        code, out, err = fealty(
            "ledger", *arguments, "--on-error", "drop", "--as-of", "2024-01-31", "-f", "csv"
        )
        assert code == 0 and out.splitlines()[1].split(",")[9] == "5.00"
        assert "2 rows in error left out; fealty audit lists them" in err

    def test_a_summary_makes_no_ledger(self, fealty):
        source = str(DATA / "chargebee_mrr_summary.csv")
        code, _, err = fealty("ledger", source, "--vendor", "auto")
        assert (code, err.splitlines()[-1]) == (
            2,
            f"fealty: {source}: Chargebee: subscription_mrr_monthly_summary is a summary to compare a "
            "ledger with; it makes none",
        )

    def test_options_that_exclude_each_other(self, fealty):
        _, _, err = fealty("audit", self.SIGMA, "--vendor", "stripe_sigma", "--account", "customer_id")
        assert err == "fealty: --vendor and --account exclude each other; a mapping file names columns\n"
        _, _, err = fealty("audit", self.SIGMA, "--decimal", ",")
        assert err == "fealty: --decimal is for exports: it needs --vendor or --mapping\n"
        _, _, err = fealty("audit", self.SIGMA, "--vendor", "stripe")
        assert err == f"fealty: vendor = 'stripe' is not one of {', '.join(sorted(ALL))}\n"

    @needs_statuses
    def test_report_of_subscriptions(self, fealty):
        source = str(DATA / "recurly")
        write("usd/plans.csv", (Path(source) / "plans.csv").read_text())
        text = (Path(source) / "subscription_history.csv").read_text().replace("EUR", "USD")
        write("usd/subscription_history.csv", text)
        code, out, _ = fealty("ledger", "usd", "--vendor", "recurly", "--as-of", "2024-03-31", "-f", "csv")
        assert code == 0
        # January 50; February 160 and 1,200 / 12; March 100 alone
        assert [line.split(",")[9] for line in out.splitlines()[1:]] == ["50.00", "260.00", "100.00"]


class TestNewColumns:
    """Of a table that is no vendor's: found by common names once the table takes them."""

    def test_words_of_another_system_are_not_taken_for_a_status(self):
        write("a.csv", "account,start,end,mrr,status\nx,2024-01-01,,5,live\n")
        rows = io.open_subscriptions("a.csv", {})
        assert "status" not in rows.columns
        if "status" in TAKEN:
            assert (
                "status: status is not read, as it has other words (live); a mapping file says what they mean"
                in rows.notes
            )

    @needs_statuses
    def test_found_by_common_names(self):
        write(
            "a.csv",
            "account,start,end,mrr,Status,subscription_id,plan,paid_through,signed_on\n"
            "x,2024-01-01,,5,Past_Due,s1,p1,2024-02-01 10:00,2023-12-01\n",
        )
        rows = io.open_subscriptions("a.csv", {})
        assert rows.columns == {
            "account": "account",
            "start": "start",
            "end": "end",
            "mrr": "mrr",
            "status": "Status",
            "subscription": "subscription_id",
            "paid_through": "paid_through",
            "signed_on": "signed_on",
        }
        typed = rows.connection.execute("FROM temp.typed").fetchone()
        assert typed[4:] == ("past_due", "s1", DAY(2024, 2, 1), DAY(2023, 12, 1))

    def test_given_by_name(self):
        write("a.csv", "account,start,end,mrr,how,sub\nx,2024-01-01,,5,Paused,7\n")
        rows = io.open_subscriptions("a.csv", {"status": "how", "subscription": "sub"})
        assert rows.connection.execute("SELECT how, sub FROM temp.typed").fetchone() == ("paused", "7")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the public tables of connectors are not beside the project")
class TestPublicTables:
    """Tables of connectors, some rows each, with the real names of columns; their ids do not always join."""

    def test_stripe(self):
        export = io.read_vendor(SEEDS, "stripe_tables")
        assert rows_of(export, "account", "subscription", "plan", "amount", "quantity", "currency") == [
            (0, "sdf6547", "sdgfs4536", "zb1", 1500, 1, "USD"),
            (1, "123fsdf", "sfjytkyu876", "ab2", 1500, 2, "USD"),
        ]
        assert found(export) == {"unknown_subscription": list(range(2, 14))}
        assert (export.row_count, len(export.accounts)) == (14, 12)

    def test_recurly(self):
        export = io.read_vendor(SEEDS, "recurly")
        assert sorted(set(export.table.source_rows())) == list(range(export.row_count))
        assert {line[1:] for line in rows_of(export, "amount", "interval_unit", "currency")} == {
            (99, "month", "USD"),
            (5596, "month", "USD"),
        }
