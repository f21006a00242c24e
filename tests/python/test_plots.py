# SPDX-License-Identifier: MIT
"""Pictures show the numbers they are of, and can be read: in grey, with few periods and with many."""

import io
import itertools
import re
import subprocess
import sys

import matplotlib
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import fealty as ft
from fealty import plots


def company(accounts=60, months=30, scale=100.0, currency="USD", seed=1, as_of=None, **options):
    """A ledger of accounts that come, grow, shrink, leave and return."""
    random = np.random.default_rng(seed)
    table = {"account": [], "start": [], "end": [], "mrr": []}
    first = np.datetime64("2015-01-01")
    last = (first.astype("datetime64[M]") + months).astype("datetime64[D]") - 1
    for account in range(accounts):
        start = first + int(random.integers(0, max(1, (last - first).astype(int) - 20))) * (account > 0)
        price = scale * random.lognormal()
        while start <= last:
            end = start + int(random.integers(20, 300))
            for name, value in zip(
                table, (f"a{account}", start, end if end <= last else None, round(price)), strict=True
            ):
                table[name].append(value)
            luck = random.random()
            if luck < 0.15:
                break
            start = end + (int(random.integers(40, 150)) if luck < 0.25 else 0)
            price *= 1.3 if random.random() < 0.6 else 0.8
    subscriptions = ft.revenue.Subscriptions(
        {
            name: np.array(values, "datetime64[D]") if name in ("start", "end") else values
            for name, values in table.items()
        },
        account="account",
        start="start",
        end="end",
        mrr="mrr",
        currency=currency,
    )
    return ft.revenue.mrr_ledger(subscriptions, as_of=str(as_of or last), **options)


@pytest.fixture(autouse=True)
def no_figures_left_open():
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def results(ledger, window=12):
    return [
        ledger,
        ledger.periods,
        ft.retention.revenue_retention(ledger, window=window),
        ft.retention.logo_retention(ledger, window=window),
        ft.retention.churn_rate(ledger),
        ft.retention.cohort_table(ledger),
        ft.retention.cohort_table(ledger, value="net"),
    ]


def bars(ax):
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def texts(ax):
    return [text.get_text() for text in ax.texts]


def drawn(ax) -> bytes:
    file = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "test"}):
        ax.figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


@pytest.fixture(scope="module")
def ledger():
    return company()


@pytest.fixture(scope="module")
def abroad():
    """A ledger of euros in dollars, at rates that rise and fall."""
    ends = [str(day) for day in np.arange("2015-02", "2018-02", dtype="M8[M]").astype("M8[D]") - 1]
    rates = ft.revenue.ExchangeRates(
        {
            "day": ends,
            "base": ["EUR"] * len(ends),
            "quote": ["USD"] * len(ends),
            "rate": [1.1 + 0.1 * (i % 3) for i in range(len(ends))],
        },
        date="day",
        base="base",
        quote="quote",
        rate="rate",
    )
    return company(currency="EUR", reporting_currency="USD", exchange_rates=rates)


class TestWaterfall:
    @pytest.mark.parametrize("periods", [4, 5])
    def test_exchange_is_a_step_of_its_own(self, abroad, periods):
        table, rows = abroad.periods, slice(len(abroad.periods) - periods, len(abroad.periods))
        *_, churn, exchange, closing = bars(plots.waterfall(abroad, periods=periods))
        assert exchange.get_height() == pytest.approx(table.exchange[rows].sum())
        assert exchange.get_y() == pytest.approx(churn.get_y() + churn.get_height())
        assert exchange.get_y() + exchange.get_height() == pytest.approx(table.closing[-1])
        assert closing.get_y() + closing.get_height() == pytest.approx(table.closing[-1])
        assert ">exchange</text>" in abroad._repr_html_()

    def test_bars_lead_from_opening_to_closing(self, ledger):
        ax = plots.waterfall(ledger, periods=12)
        table, rows = ledger.periods, slice(len(ledger.periods) - 12, len(ledger.periods))
        opening, *moves, closing = bars(ax)
        assert opening.get_height() + opening.get_y() == pytest.approx(table.opening[rows][0])
        assert closing.get_height() + closing.get_y() == pytest.approx(table.closing[-1])
        names = ["new_business", "reactivation", "expansion", "contraction", "churn"]
        for bar, name in zip(moves, names, strict=True):
            assert abs(bar.get_height()) == pytest.approx(table[name][rows].sum())
            assert (bar.get_height() < 0) == (name in ("contraction", "churn"))
        assert moves[-1].get_y() + moves[-1].get_height() == pytest.approx(table.closing[-1])

    def test_labels_are_exact(self):
        ax = plots.waterfall(company(accounts=1, months=2, scale=1234.0, currency="JPY"), periods=1)
        assert all("." not in text for text in texts(ax))
        assert ax.get_ylabel() == "MRR (JPY)"
        big = plots.waterfall(company(scale=1e6), periods=3)
        assert big.get_ylabel() == "MRR (million USD)"
        big = plots.waterfall(company(scale=1e4), periods=3)
        assert big.get_ylabel() == "MRR (thousand USD)"
        big = plots.waterfall(company(scale=300), periods=3)
        assert big.get_ylabel() == "MRR (USD)"
        assert any(re.fullmatch(r"\d{2},\d{3}", text) for text in texts(big))

    def test_an_axis_that_does_not_start_at_zero_says_so(self):
        steady = ft.revenue.Subscriptions(
            {
                "account": ["a", "b"],
                "start": ["2024-01-01", "2024-02-05"],
                "end": [None, None],
                "mrr": [1000.0, 10.0],
            },
            account="account",
            start="start",
            end="end",
            mrr="mrr",
            currency="USD",
        )
        ax = plots.waterfall(ft.revenue.mrr_ledger(steady, as_of="2024-02-29"), periods=1)
        assert ax.get_ylim()[0] > 900
        assert "axis does not start at 0" in texts(ax)
        whole = plots.waterfall(ft.revenue.mrr_ledger(steady, as_of="2024-02-29"), periods=2)
        assert whole.get_ylim()[0] == 0
        assert "axis does not start at 0" not in texts(whole)

    def test_an_unfinished_period_is_left_out(self):
        late = company(months=6, as_of="2015-06-10")
        assert not late.periods.complete[-1]
        assert plots.waterfall(late, periods=2).get_title(loc="left") == "MRR waterfall, 2015-04 to 2015-05"


class TestMovements:
    def test_exchange_is_stacked_with_what_it_adds_or_takes(self, abroad):
        table, n = abroad.periods, len(abroad.periods)
        ax = plots.movements(abroad)
        heights = np.array([bar.get_height() for bar in bars(ax)]).reshape(7, n)
        assert np.allclose(heights[3] + heights[6], table.exchange)
        assert (heights[3] >= 0).all() and (heights[6] <= 0).all()
        assert np.allclose(heights.sum(axis=0), table.closing - table.opening)
        assert [text.get_text() for text in ax.get_legend().get_texts()].count("exchange") == 1

    def test_stacks_are_the_gains_and_losses(self, ledger):
        table, n = ledger.periods, len(ledger.periods)
        ax = plots.movements(ledger)
        heights = np.array([bar.get_height() for bar in bars(ax)]).reshape(5, n)
        assert np.allclose(
            heights[heights > 0].sum(), (table.new_business + table.expansion + table.reactivation).sum()
        )
        assert np.allclose(heights.sum(axis=0), table.closing - table.opening)
        net = ax.lines[1]
        assert np.allclose(net.get_ydata(), table.closing - table.opening)
        assert [text.get_text() for text in ax.get_legend().get_texts()] == [
            "net",
            "new business",
            "expansion",
            "reactivation",
            "churn",
            "contraction",
        ]


class TestRates:
    def test_lines_are_the_rates(self, ledger):
        revenue, logos = (
            ft.retention.revenue_retention(ledger, window=12),
            ft.retention.logo_retention(ledger, window=12),
        )
        ax = plots.retention_lines(revenue, logos)
        drawn_lines = [
            line
            for line in ax.lines
            if len(line.get_xdata()) == len(revenue) and line.get_linestyle() != "None"
        ]
        for line, rates in zip(drawn_lines, (revenue.nrr, revenue.grr, logos.retention), strict=True):
            assert np.array_equal(line.get_ydata(), rates, equal_nan=True)
        named = [text for text in texts(ax) if text[0] in "NGl"]
        assert sorted(named) == sorted(
            [f"NRR {revenue.nrr[-1]:.1%}", f"GRR {revenue.grr[-1]:.1%}", f"logos {logos.retention[-1]:.1%}"]
        )
        assert any(list(line.get_ydata()) == [1.0, 1.0] for line in ax.lines)

    def test_without_a_base_the_reason_stands_there(self):
        short = company(months=3)
        for result in results(short)[2:4]:
            assert texts(plots.plot(result)) == [
                "no period has a base yet: the ledger is no longer than the window"
            ]


class TestCohorts:
    def test_cells_carry_the_rates(self, ledger):
        small = company(months=9)
        table = ft.retention.cohort_table(small)
        ax = plots.cohort_heat_map(table)
        assert sorted(texts(ax)) == sorted(f"{100 * rate:,.0f}" for rate in table.rate)
        labels = [label.get_text() for label in ax.get_yticklabels()]
        assert labels[0] == f"2015-01  ({table.base_accounts[0]})"

    def test_one_period_has_one_age(self):
        subs = ft.revenue.Subscriptions(
            {"a": ["x"], "s": ["2024-01-02"], "m": [5.0]}, account="a", start="s", mrr="m", currency="USD"
        )
        ax = ft.retention.cohort_table(ft.revenue.mrr_ledger(subs)).plot()
        low, high = ax.get_xlim()
        assert [tick for tick in ax.get_xticks() if low <= tick <= high] == [0]
        assert [label.get_text() for label in ax.get_yticklabels()] == ["2024-01  (1)"]

    @pytest.mark.parametrize(
        ("period", "name"),
        [("week", "2015-W01"), ("month", "2015-01"), ("quarter", "2015-Q1"), ("year", "2015")],
    )
    def test_cohorts_have_the_names_of_their_periods(self, period, name):
        ax = ft.retention.cohort_table(company(months=30, period=period)).plot()
        assert ax.get_yticklabels()[0].get_text().split()[0] == name

    def test_rates_beyond_all_measure_stay_legible(self):
        rows = {"a": ["x", "x"], "s": ["2024-01-02", "2024-02-02"], "m": [0.01, 5000.0]}
        subs = ft.revenue.Subscriptions(rows, account="a", start="s", mrr="m", currency="USD")
        ledger = ft.revenue.mrr_ledger(subs, as_of="2024-03-31")
        assert ">9,999" in texts(ft.retention.cohort_table(ledger, value="net").plot())
        ax = ft.retention.revenue_retention(ledger, window=1).plot()
        ax.figure.canvas.draw()
        assert not any("e+" in label.get_text() for label in ax.get_yticklabels())

    @pytest.mark.parametrize(
        ("value", "title"),
        [
            ("logos", "Accounts by cohort"),
            ("net", "Net revenue by cohort"),
            ("gross", "Gross revenue by cohort"),
        ],
    )
    def test_the_title_says_what_the_rates_are_of(self, ledger, value, title):
        ax = ft.retention.cohort_table(ledger, value=value).plot()
        assert ax.get_title(loc="left") == f"{title}, % of the start"

    def test_unfinished_cells_are_hatched(self):
        late = company(months=9, as_of="2015-09-10")
        table = ft.retention.cohort_table(late)
        hatched = [patch for patch in bars(plots.cohort_heat_map(table)) if patch.get_hatch()]
        assert len(hatched) == np.count_nonzero(~table.complete) > 0
        whole = plots.cohort_heat_map(ft.retention.cohort_table(company(months=9)))
        assert not [patch for patch in bars(whole) if patch.get_hatch()]
        assert whole.get_legend() is None


SHAPES = [
    {"months": 3},
    {"months": 30},
    {"months": 120},
    {"months": 14, "period": "week"},
    {"months": 2, "period": "day"},
    {"months": 30, "period": "quarter"},
    {"months": 40, "period": "year", "fiscal_year_start": 4},
    {"accounts": 1, "months": 20},
    {"months": 14, "scale": 0.02, "accounts": 5},
    {"months": 14, "scale": 1e11},
    {"months": 14, "currency": "JPY", "scale": 5e4},
    {"months": 14, "as_of": "2016-02-10"},
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_nothing_touches(shape):
    """Neighbouring labels leave room between them, and all text is on the page."""
    for result in results(company(**shape)):
        ax = plots.plot(result)
        canvas = ax.figure.canvas
        canvas.draw()
        page = ax.figure.bbox
        for axis in (ax.xaxis, ax.yaxis):
            low, high = sorted(ax.get_xlim() if axis is ax.xaxis else ax.get_ylim())
            shown = [
                tick.label1
                for tick in axis.get_major_ticks()
                if tick.label1.get_text() and low <= tick.get_loc() <= high
            ]
            boxes = [label.get_window_extent(canvas.get_renderer()) for label in shown]
            assert all(
                page.contains(*corner) for box in boxes for corner in ((box.x0, box.y0), (box.x1, box.y1))
            )
            assert not any(first.overlaps(second) for first, second in itertools.pairwise(boxes))
        boxes = [text.get_window_extent(canvas.get_renderer()) for text in ax.texts]
        assert not [1 for i, first in enumerate(boxes) for second in boxes[:i] if first.overlaps(second)], (
            texts(ax)
        )


def test_the_same_numbers_give_the_same_bytes(ledger):
    for result in (*results(ledger)[1:4], ft.retention.cohort_table(company(months=9))):
        assert drawn(plots.plot(result)) == drawn(plots.plot(result))


def test_stacked_neighbors_differ_in_grey():
    def lightness(color):
        linear = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in to_rgb(color)
        ]
        return 116 * float(np.dot([0.2126, 0.7152, 0.0722], linear)) ** (1 / 3) - 16

    for stack in (plots.GAINS, plots.LOSSES):
        kinds = list(stack)
        for first, second in itertools.pairwise(kinds):
            assert abs(lightness(stack[first]) - lightness(stack[second])) > 10
    assert {"reactivation", "contraction"} == set(plots.HATCHES)


def test_it_draws_where_it_is_told(ledger):
    for result in results(ledger):
        figure = Figure()
        FigureCanvasAgg(figure)
        ax = figure.add_subplot()
        assert result.plot(ax=ax) is ax


def test_a_result_without_a_picture_says_so(ledger):
    with pytest.raises(
        TypeError, match="Movements has no picture; those with one are MrrLedger, LedgerPeriods"
    ):
        plots.plot(ledger.movements)


def test_pyplot_shows_the_figure_of_those_who_use_it_and_of_nobody_else():
    code = """
import sys
import fealty as ft
from fealty import plots
table = {"account": ["a"], "start": ["2024-01-01"], "end": [None], "mrr": [5.0]}
subs = ft.revenue.Subscriptions(table, account="account", start="start", end="end", mrr="mrr", currency="USD")
ledger = ft.revenue.mrr_ledger(subs, as_of="2024-02-29")
ledger.plot()
print("matplotlib.pyplot" in sys.modules)
import matplotlib
matplotlib.use("Agg")
from matplotlib import pyplot
print(ledger.plot().figure is pyplot.gcf())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


class TestConventions:
    def test_every_rate_is_a_mark_on_the_line_of_its_name(self, ledger):
        found = ft.retention.conventions(ledger, window=6, draws=50)
        ax = found.plot()
        names = [label.get_text() for label in ax.get_yticklabels()]
        marks = {
            (line.get_label(), names[int(y)], float(x))
            for line in ax.get_lines()
            if line.get_marker() not in ("None", None, "")
            for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
        }
        labels = {"nrr": "NRR", "grr": "GRR", "logo_retention": "logos"}
        assert marks == {
            (labels[str(measure)], str(name).replace("_", " "), float(value))
            for measure, name, value in zip(found.measure, found.convention, found.value, strict=True)
            if value == value
        }


# -- curves -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lives():
    random = np.random.default_rng(5)
    table = {
        "days": random.integers(1, 400, 300),
        "why": random.choice(["price", "closed", "none"], 300).tolist(),
        "plan": random.choice(["free", "pro"], 300).tolist(),
    }
    columns = {"duration": "days", "cause": "why", "censored": "none", "attributes": ["plan"]}
    return ft.survival.Lifetimes(table, **columns)


def written(ax):
    return [text.get_text() for text in ax.texts]


def test_a_survival_curve_shows_its_values_and_the_numbers_at_risk(lives):
    curve = ft.survival.kaplan_meier(lives, by="plan")
    ax = curve.plot()
    steps = [line for line in ax.lines if line.get_drawstyle() == "steps-post"]
    assert len(steps) == 2
    free = curve.group == "free"
    assert np.array_equal(steps[0].get_ydata()[1:], curve.survival[free])
    assert steps[0].get_ydata()[0] == 1.0
    ticks = [line for line in ax.lines if line.get_marker() == "|"]
    assert np.array_equal(ticks[0].get_xdata(), curve.time[free][curve.censored[free] > 0])
    assert len(ax.collections) == 2  # bands
    at = ft.survival.survival_at(curve, times=ax.get_xticks())
    shown = written(ax)
    for count in at.at_risk:
        assert f"{count:,}" in shown
    assert {"free", "pro", "at risk"} <= set(shown)


def test_incidences_and_hazards_show_their_values(lives):
    curve = ft.survival.aalen_johansen(lives)
    steps = [line for line in curve.plot().lines if line.get_drawstyle() == "steps-post"]
    for line, cause in zip(steps, ("closed", "price"), strict=True):
        assert np.array_equal(line.get_ydata()[1:], curve.incidence[curve.cause == cause])
    hazard = ft.survival.nelson_aalen(lives)
    ax = hazard.plot()
    assert np.array_equal(ax.lines[0].get_ydata()[1:], hazard.cumulative_hazard)
    assert ax.get_title(loc="left") == "Cumulative hazard"


def test_curves_of_no_lives_and_of_those_past_an_age(lives):
    empty = ft.survival.kaplan_meier(ft.survival.LifeTable()).plot()
    assert "no lives" in written(empty)
    later = ft.survival.kaplan_meier(lives, given_age=100).plot()
    assert later.get_title(loc="left") == "Survival of those older than 100"
    assert later.get_xlim()[0] == 100


def test_many_groups_have_no_bands(lives):
    table = {"days": list(range(1, 61)), "ended": [1] * 60, "site": [i % 6 for i in range(60)]}
    rows = ft.survival.Lifetimes(table, duration="days", ended="ended", attributes="site")
    ax = ft.survival.kaplan_meier(rows, by="site").plot()
    assert len(ax.collections) == 0
    styles = {(line.get_color(), str(line.get_linestyle())) for line in ax.lines}
    assert len(styles) == 6


def test_renewals_stand_beside_what_was_observed():
    table = {
        "year": [1] * 40 + [2] * 20 + [3] * 10 + [4] * 30,
        "lost": [1] * 70 + [0] * 30,
        "n": ["a", "b"] * 50,
    }
    rows = ft.survival.Lifetimes(table, duration="year", ended="lost", attributes="n")
    projection = ft.survival.renewal_projection(ft.survival.shifted_beta_geometric(rows, by="n"), periods=6)
    observed = ft.survival.kaplan_meier(rows, by="n")
    ax = plots.renewal_lines(projection, observed=observed, group="b", title="Still there")
    line, dots = ax.lines
    assert np.array_equal(line.get_ydata(), projection.survival[projection.group == "b"])
    assert np.array_equal(dots.get_ydata(), observed.survival[observed.group == "b"])
    assert ax.get_title(loc="left") == "Still there"
    assert "line: projected; dots: observed; grey: beyond what was observed" in written(ax)
    beyond = ax.patches[0].get_extents().transformed(ax.transData.inverted())
    assert (round(beyond.x0, 9), round(beyond.x1, 9)) == (4, 6)
    assert len(plots.renewal_lines(projection).lines) == 2


# -- hazard models ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def observed():
    random = np.random.default_rng(6)
    seats, plan = random.normal(size=200), random.choice(["free", "pro", "team"], 200)
    days = np.ceil(random.exponential(200, 200) * np.exp(-0.5 * seats))
    table = {
        "days": np.minimum(days, 400),
        "ended": (days <= 400).astype(np.uint8),
        "seats": seats,
        "plan": plan.tolist(),
        "site": random.integers(0, 2, 200),
        "one": np.ones(200),
    }
    attributes = ["seats", "plan", "site", "one"]
    return ft.survival.Lifetimes(table, duration="days", ended="ended", attributes=attributes)


def test_hazard_ratios_show_each_interval_and_what_has_none(observed):
    model = ft.survival.cox(observed, covariates=["seats", "plan", "one"])
    ax = model.plot()
    lines = [line for line in ax.lines if line.get_marker() == "None"]
    spans = [tuple(line.get_xdata()) for line in lines]
    for low, high in zip(model.lower[:3], model.upper[:3], strict=True):
        assert (low, high) in spans
    marks = [line.get_xdata()[0] for line in ax.lines if line.get_marker() == "s"]
    assert marks == model.exp_coef[:3].tolist()
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["seats", "plan=pro (against free)", "plan=team (against free)", "one"]
    assert written(ax)[0] == f"{model.exp_coef[0]:.2f} ({model.lower[0]:.2f}, {model.upper[0]:.2f})"
    assert written(ax)[3] == "no coefficient"
    low, high = ax.get_xlim()
    assert low <= min(model.lower[:3])
    assert high >= max(model.upper[:3])


def test_paths_show_each_coefficient_along_falling_penalties(observed):
    path = ft.survival.cox_path(observed, covariates=["seats", "plan", "one"], count=20)
    ax = path.plot()
    lines = ax.lines[:3]  # the constant has none
    for line, name in zip(lines, ("seats", "plan=pro", "plan=team"), strict=True):
        rows = path.covariate == name
        assert np.array_equal(line.get_xdata(), path.penalty[rows])
        assert np.array_equal(line.get_ydata(), path.coef[rows])
    left, right = ax.get_xlim()
    assert left > right
    assert {"seats", "plan=pro", "plan=team"} >= set(written(ax)) != set()
    none = ft.survival.cox_path(observed, covariates="one")
    assert "no coefficients" in written(none.plot())


def test_baselines_and_predictions_show_their_values(observed):
    model = ft.survival.cox(observed, covariates="seats", strata="site")
    hazard = ft.survival.baseline_hazard(model)
    ax = hazard.plot()
    for line, site in zip(ax.lines, (0, 1), strict=True):
        assert np.array_equal(line.get_ydata()[1:], hazard.cumulative_hazard[hazard.stratum == site])
    new = {"seats": [0.0, 1.0, None], "site": [0, 1, 1]}
    predicted = ft.survival.predict_cox(model, new)
    ax = predicted.plot()
    for line, life in zip(ax.lines, (0, 1), strict=True):
        assert np.array_equal(line.get_ydata()[1:], predicted.survival[predicted.row == life])
    assert {"life 0", "life 1"} <= set(written(ax))
    none = ft.survival.predict_cox(model, {"seats": [None], "site": [0]}).plot()
    assert "no lives" in written(none)


def test_residuals_show_their_values_and_a_smooth_line(observed):
    model = ft.survival.cox(observed, covariates=["seats", "one"])
    drift = ft.survival.cox_residuals(observed, model, kind="scaled_schoenfeld")
    ax = drift.plot()
    seats = drift.covariate == "seats"
    assert np.array_equal(ax.lines[0].get_ydata(), drift.residual[seats])
    assert ax.get_title(loc="left") == "Coefficient of seats over age"
    level = ax.lines[1].get_ydata()[0]
    assert level == pytest.approx(model.coef[0], rel=1e-6)
    smooth = ax.lines[2]
    fit = np.polynomial.Polynomial.fit(drift.time[seats], drift.residual[seats], 3)
    assert np.abs(smooth.get_ydata() - fit(smooth.get_xdata())).mean() < 0.25
    with pytest.raises(ValueError, match=r"^covariate = 'one' has no residuals; those with some are seats$"):
        plots.residual_dots(drift, covariate="one")
    martingale = ft.survival.cox_residuals(observed, model)
    ax = martingale.plot()
    assert np.array_equal(ax.lines[0].get_xdata(), martingale.time)
    assert ax.get_ylabel() == "martingale"
