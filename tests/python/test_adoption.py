# SPDX-License-Identifier: MIT
"""Usage through Python: what dataframes say of users, days and time zones, and a recount of real rows."""

import datetime as dt
import os
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

import fealty as ft
from fealty import adoption

SHARED = Path(os.environ.get("FEALTY_SHARED", Path(__file__).parents[3] / "shared"))
RAVENSTACK = SHARED / "data/ravenstack"
UTC = dt.UTC


def codes(usage):
    return [each.code for each in usage.findings]


class TestTimesWithoutZone:
    NAIVE = [dt.datetime(2024, 3, 10, 2), dt.datetime(2024, 3, 10, 20)]
    AWARE = [each.replace(tzinfo=UTC) for each in NAIVE]

    @staticmethod
    def usage(frame, **options):
        return adoption.Usage(frame, account="account", user="user", time="at", **options)

    @staticmethod
    def frame(times):
        return {"account": ["A", "B"], "user": ["u", "v"], "at": times}

    def of_naive(self):
        lists = self.frame(self.NAIVE)
        arrays = self.frame(np.array(self.NAIVE, "datetime64[us]"))
        with_objects = pd.DataFrame(lists).astype({"at": object})
        return [lists, arrays, pd.DataFrame(lists), with_objects, pl.DataFrame(lists)]

    def of_aware(self):
        lists = self.frame(self.AWARE)
        return [lists, pd.DataFrame(lists), pd.DataFrame(lists).astype({"at": object}), pl.DataFrame(lists)]

    def test_are_read_as_utc_and_told(self):
        for frame in self.of_naive():
            [found] = self.usage(frame).findings
            assert (found.code, found.severity) == ("time_without_zone", "information")
            assert found.message == "Usage: at has no time zone; its times are read as UTC"

    def test_rows_are_listed_where_the_day_is_another_one_in_the_time_zone(self):
        for frame in self.of_naive():
            [found] = self.usage(frame, time_zone="America/Los_Angeles").findings
            assert (found.code, found.severity, list(found.rows)) == ("time_without_zone", "warning", [0])

    def test_a_zone_or_a_date_leaves_nothing_to_tell(self):
        for frame in self.of_aware():
            usage = self.usage(frame, time_zone="America/Los_Angeles")
            assert codes(usage) == []
            assert str(usage.first_day) == "2024-03-09"
        for at in (["2024-03-10", "2024-03-11"], [dt.date(2024, 3, 10), dt.date(2024, 3, 11)]):
            assert codes(self.usage(self.frame(at), time_zone="America/Los_Angeles")) == []


class TestStates:
    FRAME = {
        "account": ["A", "A", "A", "B", "B"],
        "user": ["ann", "bob", "ann", "cem", "ann"],
        "at": ["2024-03-04", "2024-03-04", "2024-03-10", "2024-03-10", "2024-03-12"],
    }

    def parts(self):
        for row in range(5):
            frame = {name: column[row : row + 1] for name, column in self.FRAME.items()}
            yield adoption.Usage(frame, account="account", user="user", time="at")

    def whole(self):
        return adoption.Usage(self.FRAME, account="account", user="user", time="at")

    @pytest.mark.parametrize("kind", [adoption.UsageDays, adoption.UsageSketch])
    def test_parts_add_up_to_the_whole(self, kind):
        whole, streamed, merged = kind(), kind(), kind()
        whole.update(self.whole())
        for part in self.parts():
            streamed.update(part)
            other = kind()
            other.update(part)
            merged.merge(kind.deserialize(other.serialize()))
        assert streamed.serialize() == merged.serialize() == whole.serialize()
        assert whole.user_scope == "everywhere"
        assert (str(whole.first_day), str(whole.last_day)) == ("2024-03-04", "2024-03-12")

    def test_calculators_take_a_state(self):
        days, sketch = adoption.UsageDays(), adoption.UsageSketch(by="account", precision=12)
        assert (days.user_scope, days.first_day, len(days), sketch.users) == (None, None, 0, 0)
        for part in self.parts():
            days.update(part)
            sketch.update(part)
        usage = self.whole()
        assert (len(days), days.accounts, days.users) == (5, 2, 3)
        assert round(sketch.users) == 3
        assert repr(sketch) == "UsageSketch: about 3 users"
        exact = adoption.active_users(usage)
        assert adoption.active_users(days).mau.tolist() == exact.mau.tolist()
        about = adoption.active_users(sketch)
        assert about.mau.tolist() == exact.mau.tolist()
        assert (exact.counting, about.counting) == ("exact", "approximate")
        assert about.std_error == 1.04 / 64
        assert adoption.stickiness(days).user_days.tolist() == adoption.stickiness(usage).user_days.tolist()
        growth = adoption.growth_accounting(usage)
        assert adoption.growth_accounting(days).active.tolist() == growth.active.tolist()
        assert len(days.table) == 5


@pytest.mark.skipif(not RAVENSTACK.is_dir(), reason="needs the shared data")
class TestRavenStack:
    """Usage has a subscription and no user: its account, and that account's start, are the subscription's."""

    @pytest.fixture
    def joined(self):
        usage, subscriptions = (
            RAVENSTACK / f"ravenstack_{name}.csv" for name in ("feature_usage", "subscriptions")
        )
        return duckdb.sql(
            f"SELECT account_id, usage_date, feature_name, usage_count, start_date "
            f"FROM '{usage}' JOIN '{subscriptions}' USING (subscription_id)"
        )

    @pytest.fixture
    def usage(self, joined):
        return adoption.Usage(
            joined,
            account="account_id",
            time="usage_date",
            event="feature_name",
            value="usage_count",
            start="start_date",
        )

    def test_three_rows_in_four_precede_their_subscription_and_the_table_says_so(self, usage):
        assert len(usage) == 25_000
        assert usage.accounts == 500
        assert len(usage.events) == 40
        assert (str(usage.first_day), str(usage.last_day)) == ("2023-01-01", "2024-12-31")
        found = {each.code: each for each in usage.findings}
        assert set(found) == {"before_start", "account_is_user"}
        assert len(found["before_start"].rows) == 19_142  # 77%
        assert found["before_start"].severity == "warning"

    def test_active_accounts_are_those_of_a_recount(self, joined, usage):
        active = ft.adoption.active_users(usage, window=28, every="week")
        dates = pl.DataFrame({"day": active.date})  # noqa: F841: SQL sees it
        recount = duckdb.sql(
            "SELECT "
            + ", ".join(
                f"count(DISTINCT account_id) FILTER (usage_date > day - {days} AND usage_date <= day)"
                for days in (1, 7, 28)
            )
            + " FROM dates CROSS JOIN joined GROUP BY day ORDER BY day"
        ).fetchnumpy()
        assert len(active.date) >= 104
        for name, counts in zip(("dau", "wau", "mau"), recount.values(), strict=True):
            assert getattr(active, name).tolist() == counts.tolist()
