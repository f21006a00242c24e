# SPDX-License-Identifier: MIT
"""Other threads run while C++ works, and threads that share a ledger or a state agree."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pytest

import fealty as ft

NAMES = {"account": "a", "start": "s", "end": "e", "mrr_minor": "m", "currency": "USD"}


@pytest.fixture(scope="module")
def table():
    rows = 2_000_000
    random = np.random.default_rng(7)
    starts = random.integers(18_000, 19_500, rows).astype(np.int32)
    return pa.table(
        {
            "a": pa.array([f"account-{i}" for i in range(200_000)] * 10),
            "s": pa.array(starts, pa.date32()),
            "e": pa.array(starts + random.integers(20, 400, rows).astype(np.int32), pa.date32()),
            "m": random.integers(100, 10_000, rows),
        }
    )


@pytest.fixture(scope="module")
def ledger(table):
    return ft.revenue.mrr_ledger(ft.revenue.Subscriptions(table, **NAMES))


def share_of_time_left_to_others(call):
    """How much this thread gets done while another one makes a call, against what it does alone."""
    ticks, window = [], []

    def work():
        started = time.perf_counter()
        call()
        window[:] = started, time.perf_counter()

    def tick(until):
        ticks.clear()
        while not until():
            ticks.append(time.perf_counter())

    end = time.perf_counter() + 0.1
    tick(lambda: time.perf_counter() > end)
    alone = len(ticks) / 0.1
    worker = threading.Thread(target=work)
    worker.start()
    tick(lambda: not worker.is_alive())
    worker.join()
    begin, end = window
    return sum(begin < each < end for each in ticks) / (alone * (end - begin))


@pytest.mark.parametrize(
    "name",
    ["Subscriptions", "findings", "mrr_ledger", "movements", "revenue_retention", "cohort_table", "simulate"],
)
def test_other_threads_run_meanwhile(name, table, ledger):
    subs = ft.revenue.Subscriptions(table, **NAMES)
    calls = {
        "Subscriptions": lambda: ft.revenue.Subscriptions(table, **NAMES),
        "findings": lambda: subs.findings,
        "mrr_ledger": lambda: ft.revenue.mrr_ledger(subs, period="week"),
        "movements": lambda: ledger.movements,
        "revenue_retention": lambda: [ft.retention.revenue_retention(ledger) for _ in range(10)],
        "cohort_table": lambda: [ft.retention.cohort_table(ledger) for _ in range(10)],
        "simulate": lambda: ft.company.simulate(3000, 1),
    }
    # A machine may be busy: one good look is enough. Under a lock that is never released, none is.
    assert any(share_of_time_left_to_others(calls[name]) > 0.1 for _ in range(8))


def count_to(number):
    for _ in range(number):
        pass


def test_the_measure_notices_a_lock():
    assert any(
        share_of_time_left_to_others(lambda: count_to(10_000_000)) > 0.1 for _ in range(8)
    )  # Python shares
    assert all(
        share_of_time_left_to_others(lambda: sorted(range(3_000_000), reverse=True)) < 0.1 for _ in range(2)
    )


def test_threads_agree(table, ledger):
    slices = [table.slice(i * 1000, 50_000) for i in range(8)]

    def all_of_it(rows):
        part = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(rows, **NAMES))
        return (
            part.periods.closing_minor.tolist(),
            ft.retention.revenue_retention(part).nrr.tolist(),
            len(part.movements),
        )

    alone = [all_of_it(rows) for rows in slices]
    with ThreadPoolExecutor(8) as pool:
        assert repr(list(pool.map(all_of_it, slices))) == repr(alone)
        shared = list(pool.map(lambda _: ft.retention.cohort_table(ledger).net_minor.sum(), range(8)))
    assert len(set(shared)) == 1


def test_a_state_may_grow_while_others_read_it(table):
    parts = [ft.revenue.Subscriptions(table.slice(i * 10_000, 10_000), **NAMES) for i in range(20)]
    state = ft.revenue.LedgerState()
    with ThreadPoolExecutor(8) as pool:
        readers = [
            pool.submit(lambda: len(ft.revenue.mrr_ledger(state).periods) + len(state.serialize()))
            for _ in range(10)
        ]
        list(pool.map(state.update, parts))
        assert all(reader.result() > 0 for reader in readers)
    assert len(state) == 200_000
    whole = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(table.slice(0, 200_000), **NAMES))
    assert ft.revenue.mrr_ledger(state).periods.closing_minor.tolist() == whole.periods.closing_minor.tolist()


def test_streams_of_python_are_read_without_a_deadlock(table):
    def batches():
        for batch in table.slice(0, 5000).to_batches(max_chunksize=500):
            time.sleep(0)  # gives the interpreter away within get_next()
            yield batch

    def read(_):
        return len(
            ft.revenue.Subscriptions(pa.RecordBatchReader.from_batches(table.schema, batches()), **NAMES)
        )

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, range(8))) == [5000] * 8
