# SPDX-License-Identifier: MIT
"""How long customers stay: what the report and the command line tell of it, in words, tables and pictures."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

import fealty
from fealty import _format
from fealty._html import html_table, picture, section

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from fealty.report import Analysis

#: Ages in days at which survival is told, and how far ahead of today.
AGES = {"90 days": 90, "180 days": 180, "1 year": 365, "2 years": 730}
AHEAD = {"90 days": 90, "180 days": 180, "365 days": 365}
YEAR = 365
#: Tenures in days that are told apart.
BANDS = {
    0: "under 90 days",
    90: "90 to 179 days",
    180: "180 days to 1 year",
    365: "1 to 2 years",
    730: "2 to 3 years",
    1095: "3 years and more",
}
MOST_SEGMENTS = 6  #: that are told apart unasked; also of causes
DISCOUNT = 0.1  #: a year
NONE_LEFT, NO_CAUSE, OTHER_CAUSES = "none left yet", "no cause given", "other causes"
TERMS = {"year": "Yearly", "quarter": "Quarterly", "month": "Monthly", "week": "Weekly"}
YEARS = {"year": 1.0, "quarter": 1 / 4, "month": 1 / 12, "week": 7 / 365.25}
FURTHER = {"year": 3, "quarter": 8, "month": 12, "week": 26}  #: renewals that are projected beyond those seen
RENEWAL_COLUMNS = ["renewals", "observed", "at risk", "projected", "renew then"]
#: Why a model of renewals is not told, by the codes of its findings.
UNKNOWN_MODEL = {
    "none_ended": "no customer has left yet",
    "no_renewal": "no customer has renewed yet",
    "one_renewal": "one renewal was seen so far, which does not tell how customers differ",
    "alike": "customers do not differ in how readily they leave, their churn does not fall with age",
    "polarized": "each customer leaves at the first renewal or never",
}


@dataclass
class SurvivalTable:
    """Curves of customers, and in text what they come to."""

    curve: Any
    title: str
    columns: list[str]
    cells: list[list[str]]
    sentences: list[str]
    notes: list[str]
    test: Any | None = None  #: log-rank test of the groups


@dataclass
class CauseTable:
    """The incidence of each cause, and in text what it comes to."""

    curve: Any
    source: str  #: what told the causes
    columns: list[str]
    cells: list[list[str]]
    notes: list[str]


@dataclass
class TodayTable:
    """Customers of today: how likely they are to stay."""

    customers: Any  #: conditional survival by band of tenure
    mrr: Any  #: the same, each customer counted by its MRR
    sentence: str
    columns: list[str]
    tenures: list[list[str]]  #: a line for each band, the last for all
    segments: list[list[str]]  #: a line for each segment
    notes: list[str]


@dataclass
class RenewalTable:
    """A model of renewals beside what was observed; without a model, why there is none."""

    title: str
    period: str
    sentence: str
    notes: list[str]
    cells: list[list[str]] = field(default_factory=list)
    model: Any | None = None
    projection: Any | None = None
    observed: Any | None = None


@dataclass
class Pages:
    """All that is told of survival; where a page is left out, why."""

    by: str | None
    why_all: str
    stay: SurvivalTable
    causes: CauseTable | str
    today: TodayTable | str
    renewals: list[RenewalTable]


def pages(analysis: Analysis, revenue: bool = False, find_segments: bool = True) -> Pages:
    """Everything that the survival pages show.

    :param revenue: curves of the MRR on the first day instead of customers
    :param find_segments: whether a column with a common name and few values makes the segments, where none
        was asked for
    """
    by, cause, why = analysis.settings["by"], analysis.settings["cause"], ""
    if by is None:
        by, why = _common_segment(analysis, find_segments)
    spells = fealty.retention.customer_lifetimes(analysis.ledger)
    return Pages(
        by,
        why,
        how_long(analysis, by, revenue, spells),
        _causes(analysis, cause, spells),
        _today(analysis, by, spells),
        _renewals(analysis, spells),
    )


def _common_segment(analysis: Analysis, find: bool) -> tuple[str | None, str]:
    """The column that tells segments apart unasked, or why there is none."""
    name = analysis.rows.extras.get("segment")
    if name is None:
        return None, "These are all customers together; --by names a column that tells segments apart."
    if not find:
        return None, f"These are all customers together; --by {name} tells them apart."
    values = {row[2] for row in analysis.rows.values_at_start(name).fetchall()}
    if len(values) < 2:
        return None, f"All customers have the same {name}; --by names another column."
    if len(values) > MOST_SEGMENTS:
        return None, f"{name} has {len(values):,} values, too many to tell apart unasked; --by {name} does."
    return name, ""


def how_long(analysis: Analysis, by: str | None, revenue: bool, spells: Any) -> SurvivalTable:
    """How long customers stay, by what a column says on their first day."""
    lives = _lives(analysis, by, spells, spell_weight="first_mrr" if revenue else "account")
    groups = ["value"] if by is not None else []
    curve = fealty.survival.kaplan_meier(lives, by=groups, cluster="account")
    quantiles = fealty.survival.survival_quantile(curve, probabilities=[0.5])
    ages = [age for age in AGES.values() if len(curve) and age <= float(np.max(curve.time))]
    at = fealty.survival.survival_at(curve, times=ages or [0])
    names = ["all"] if by is None else [_group_name(each) for each in quantiles.group]
    table = []
    for place, name in enumerate(names):
        mine = (
            np.ones(len(curve), bool)
            if by is None
            else np.array([_group_name(each) == name for each in curve.group], bool)
        )
        count, ended = int(curve.at_risk[mine][0]), int(curve.ended[mine].sum())
        median = _days(quantiles.time[place], quantiles.lower[place], quantiles.upper[place])
        part = slice(place * len(ages), (place + 1) * len(ages))
        shares = [
            _with_interval(share, low, high)
            for share, low, high in zip(at.survival[part], at.lower[part], at.upper[part], strict=True)
        ]
        table.append([name, _format.count(count), _format.count(ended), median, *shares])
    title = f"How long {'revenue stays' if revenue else 'customers stay'}" + (f", by {by}" if by else "")
    told = [label for label, age in AGES.items() if age in ages]
    test = None
    if by is not None and len(names) > 1:  # it counts customers, whatever the curves are of
        test = fealty.survival.log_rank(_lives(analysis, by, spells), by=groups)
    sentences = _medians(names, quantiles, curve, by, revenue)
    notes = ["Ranges are 95% intervals; a customer who comes back begins another life."]
    if any(NONE_LEFT in cell for line in table for cell in line):
        notes.append(f"{NONE_LEFT}: no customer has left by then, which is no proof that none will.")
    audit = fealty.survival.study_audit(lives, attested=["many_spells"])  # the curves are clustered by account
    notes += [f"{each.code}: {each.message.partition(': ')[2]}" for each in audit.findings]
    if test is not None:
        sentences.append(_verdict(test, by or ""))
        notes.append(
            f"Log-rank test{' of customers' if revenue else ''}: chi-squared {test.statistic:.2f} on "
            f"{test.degrees_of_freedom} degrees of freedom, "
            f"p = {test.p_value:.3g}"
        )
    columns = [by or "", "customers", "left", "median days", *told]
    return SurvivalTable(curve, title, columns, table, sentences, notes, test)


def _lives(analysis: Analysis, by: str | None, spells: Any, **options: Any) -> Any:
    """Spells as lives, whose attribute `value` is what a column says on their first day."""
    accounts = None
    if by is not None:
        accounts = fealty.revenue.Accounts(
            analysis.rows.values_at_start(by),
            account="account",
            valid_from="start",
            attributes=["value"],
            on_error="drop",
        )
    return fealty.retention.lifetimes(spells, accounts=accounts, **options)


def _medians(names: Sequence[str], quantiles: Any, curve: Any, by: str | None, revenue: bool) -> list[str]:
    """Median tenures in a sentence."""
    half = "Half of the revenue is gone" if revenue else "Half of the customers leave"
    longest = f"{np.max(curve.time):,.0f} days"
    reached = [place for place in range(len(names)) if np.isfinite(quantiles.time[place])]
    never = [names[place] for place in range(len(names)) if place not in reached]

    def median(place: int) -> str:
        low, high = quantiles.lower[place], quantiles.upper[place]
        text = f"{quantiles.time[place]:,.0f} days"
        if np.isfinite(low) and np.isfinite(high):
            return f"{text} (95% interval {low:,.0f} to {high:,.0f})"
        return f"{text} (95% interval from {low:,.0f}, its end not reached)" if np.isfinite(low) else text

    if by is None:
        if reached:
            return [f"{half} within {median(0)}."]
        many = "half of the revenue is" if revenue else "half of the customers are"
        return [f"More than {many} still there after {longest}, the longest that any was followed."]
    sentences = []
    if reached:
        listed = "; ".join(f"{names[place]} {median(place)}" for place in reached)
        sentences.append(f"{half} within: {listed}.")
    if never:
        sentences.append(
            f"Of {_listed(never)} more than half are still there, as long as they were followed."
        )
    return sentences


def _verdict(test: Any, by: str) -> str:
    """What a log-rank test comes to, for people who make no tests."""
    if not np.isfinite(test.p_value):
        return "There is nothing to compare."
    if test.p_value < 0.05:
        return (
            f"Customers who differ in {by} stay differently long, by more than chance would make it "
            f"({_p_value(test.p_value)}). That does not say that {by} is why."
        )
    return (
        f"Chance alone could make such differences ({_p_value(test.p_value)}): "
        f"nothing here says that {by} matters."
    )


def _p_value(value: float) -> str:
    return "p < 0.001" if value < 0.001 else f"p = {value:.2g}"


def _causes(analysis: Analysis, column: str | None, spells: Any) -> CauseTable | str:
    """Why customers left, or why that is not told."""
    told = analysis.rows.causes(column)
    if told is None:
        return (
            "Why customers left is not in this source, so causes are left out: --cause names a column that "
            "says "
            "it, and a folder may have a causes.csv with account, date and cause."
        )
    source, records = told
    if not np.asarray(spells.ended, bool).any():
        return "No customer has left, so there are no causes to compare."
    lives, known, ended = _lives_with_causes(analysis, spells, records)
    if known == 0:
        return f"{source} gives no cause for any of the {_format.plural(ended, 'customer')} that left."
    curve = fealty.survival.aalen_johansen(lives, cluster="account")
    ages = {label: age for label, age in AGES.items() if age <= float(np.max(curve.time))}
    cells = []
    for cause in dict.fromkeys(curve.cause):
        rows = np.flatnonzero(np.asarray(curve.cause, object) == cause)
        line = [str(cause), _format.count(curve.ended[rows].sum())]
        for age in ages.values():
            before = rows[curve.time[rows] <= age]
            at = before[-1] if len(before) else None
            line.append(
                _format.percent(0.0)
                if at is None or curve.incidence[at] == 0
                else _with_interval(curve.incidence[at], curve.lower[at], curve.upper[at])
            )
        cells.append(line)
    cells.sort(
        key=lambda line: (line[0] in (OTHER_CAUSES, NO_CAUSE), -int(line[1].replace(",", "")), line[0])
    )
    notes = [
        f"{source} gives a cause for {_format.count(known)} of the {_format.plural(ended, 'customer')} that "
        f"left.",
        "Shares of all customers who have left for each cause by that age. Causes compete: who left for one "
        "can "
        "no more leave for another, so the shares add up to all who have left.",
    ]
    return CauseTable(
        curve, source, ["cause", "customers who left", *(f"within {each}" for each in ages)], cells, notes
    )


def _lives_with_causes(analysis: Analysis, spells: Any, records: Any) -> tuple[Any, int, int]:
    """Lives whose ends have causes, how many of these are told, and how many ends there are.

    The cause of an end is the last that is told of the account since it came, and before it came back. Many
    causes would hide each other: the rarest are one.
    """
    from fealty._sources import sql_rows

    connection = analysis.rows.connection
    connection.register("spells", spells)
    records.create_view("cause_records", replace=True)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE ends AS WITH s AS ("
        "SELECT CAST(account AS VARCHAR) AS account, spell, start, days, ended, "
        "coalesce(lead(start) OVER (PARTITION BY account ORDER BY spell), DATE '9999-12-31') AS again FROM "
        "spells) "
        "SELECT s.account, s.spell, any_value(s.days) AS days, any_value(s.ended) AS ended, "
        "arg_max(c.cause, c.day) AS cause FROM s LEFT JOIN cause_records c "
        "ON s.ended AND c.account = s.account AND c.day > s.start AND c.day <= s.again AND c.cause IS NOT "
        "NULL "
        "GROUP BY s.account, s.spell"
    )
    known, ended = sql_rows(connection, "SELECT count(cause), count(*) FILTER (ended) FROM temp.ends")[0]
    ranked = [
        str(row[0])
        for row in sql_rows(
            connection,
            "SELECT cause FROM temp.ends WHERE cause IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, cause",
        )
    ]
    if len(ranked) > MOST_SEGMENTS + 1:
        rare = ranked[MOST_SEGMENTS:]
        connection.execute(f"UPDATE ends SET cause = '{OTHER_CAUSES}' WHERE list_contains(?, cause)", [rare])
    lives = fealty.survival.Lifetimes(
        connection.sql(
            f"SELECT account, days, CASE WHEN ended THEN coalesce(cause, '{NO_CAUSE}') END AS cause "
            "FROM temp.ends ORDER BY account, spell"
        ),
        duration="days",
        cause="cause",
        account="account",
        attributes=["account"],
    )
    return lives, int(known), int(ended)


def _today(analysis: Analysis, by: str | None, spells: Any) -> TodayTable | str:
    """How likely the customers of today are to stay, or that there are none."""
    customers = _customers_of_today(analysis, by, spells)
    if len(customers["age"]) == 0:
        return f"There is no customer on {analysis.ledger.as_of}."
    lives = _lives(analysis, by, spells)

    def stay(**options: Any) -> Any:
        return fealty.survival.conditional_survival(
            lives, customers, ahead=list(AHEAD.values()), cluster="account", **options
        )

    bands = list(BANDS)
    by_tenure = stay(bands=bands), stay(bands=bands, weight="mrr")
    total = stay(bands=[0]), stay(bands=[0], weight="mrr")
    currency = analysis.ledger.currency
    names = [BANDS[int(age)] for age in by_tenure[0].given_age[:: len(AHEAD)]]
    tenures = _lines_of_today(names, by_tenure, currency) + _lines_of_today(["all"], total, currency)
    segments: list[list[str]] = []
    if by is not None:
        by_segment = stay(bands=[0], by=["value"]), stay(bands=[0], by=["value"], weight="mrr")
        names = [_group_name(each) for each in by_segment[0].group[:: len(AHEAD)]]
        segments = _lines_of_today(names, by_segment, currency)
    columns = [
        "customers",
        f"MRR, {currency.code}",
        *(f"stay {label}" for label in AHEAD),
        "leave in 365 days",
        f"their MRR, {currency.code}",
    ]
    return TodayTable(
        by_tenure[0],
        by_tenure[1],
        _sentence_of_today(analysis, *total),
        columns,
        tenures,
        segments,
        _notes_of_today(tenures + segments, total[0], by if segments else None),
    )


def _customers_of_today(analysis: Analysis, by: str | None, spells: Any) -> dict[str, Any]:
    """Age, MRR in minor units and segment of each customer of today."""
    now = ~np.asarray(spells.ended, bool)
    customers = {"age": np.asarray(spells.days)[now], "mrr": np.asarray(spells.last_mrr_minor)[now]}
    if by is None:
        return customers
    from fealty._sources import sql_rows

    connection = analysis.rows.connection
    connection.register("spells", spells)
    analysis.rows.values_at_start(by).create_view("first_values", replace=True)
    values = dict(
        sql_rows(
            connection,
            "SELECT CAST(s.account AS VARCHAR), v.value FROM spells s ASOF LEFT JOIN first_values v "
            "ON CAST(s.account AS VARCHAR) = CAST(v.account AS VARCHAR) AND s.start >= v.start WHERE NOT "
            "s.ended",
        )
    )
    accounts = [str(each) for each in np.asarray(spells.account.tolist(), object)[now]]
    return customers | {"value": [values[each] for each in accounts]}


def _lines_of_today(names: Sequence[str], both: Sequence[Any], currency: Any) -> list[list[str]]:
    """A line for each group or band: how many, their MRR, chances to stay, and who is expected to leave."""
    customers, mrr = both
    lines = []
    for place, name in enumerate(names):
        rows = range(place * len(AHEAD), (place + 1) * len(AHEAD))
        chances = [_chance(customers, row) for row in rows]
        year = rows[list(AHEAD.values()).index(YEAR)]
        mark = "*" if customers.unknown[year] else ""
        lines.append(
            [
                name,
                _format.count(customers.customers[year]),
                _format.money(round(mrr.weight[year]), currency.exponent),
                *chances,
                _expected(customers, year, 1.0, mark),
                _expected(mrr, year, 10.0**currency.exponent, mark),
            ]
        )
    return lines


def _chance(found: Any, row: int) -> str:
    """A chance to stay with its interval, and what has to be known to read it."""
    if not np.isfinite(found.survival[row]):
        return _format.NONE
    marks = "*" if found.unknown[row] else ""
    share = _format.percent(found.survival[row])
    if found.survival[row] == 1:
        return f"{share}{marks}\n{NONE_LEFT}"
    if not np.isfinite(found.lower[row]):
        return f"{share}{marks}"
    return f"{share}{marks}\n{_format.percent(found.lower[row])} to {_format.percent(found.upper[row])}"


def _expected(found: Any, row: int, unit: float, mark: str = "") -> str:
    """How many are expected to leave, or how much MRR in major units, with its interval."""
    if not np.isfinite(found.expected_ended[row]):
        return _format.NONE
    value, low, high = (
        float(each[row]) / unit
        for each in (found.expected_ended, found.expected_ended_lower, found.expected_ended_upper)
    )
    if value == 0 or not np.isfinite(low):
        return _few(value) + mark
    return f"{_few(value)}{mark}\n{_few(low)} to {_few(high)}"


def _few(value: float) -> str:
    """An expected number: one decimal where it is small."""
    return f"{value:,.0f}" if value >= 10 or value == 0 else f"{value:,.1f}"


def _sentence_of_today(analysis: Analysis, total: Any, mrr: Any) -> str:
    currency, row = analysis.ledger.currency, list(AHEAD.values()).index(YEAR)
    unit = 10.0**currency.exponent
    count = int(total.customers[row])
    held = _format.money(round(mrr.weight[row]), currency.exponent)
    begin = (
        f"On {analysis.ledger.as_of} there {'is' if count == 1 else 'are'} "
        f"{_format.plural(count, 'customer')}, "
        f"with {held} {currency.code} of MRR."
    )
    if not np.isfinite(total.expected_ended[row]):
        return f"{begin} None is of an age from which a customer has been followed for another 365 days."

    def spread(found: Any, by: float) -> str:
        parts = _expected(found, row, by).split("\n")
        return parts[0] + (f" (95% interval {parts[1]})" if len(parts) > 1 else "")

    known = count - int(total.unknown[row])
    held = _format.money(round(mrr.weight[row] - mrr.unknown_weight[row]), currency.exponent)
    of = f"the {known:,}, with {held} {currency.code}, of whom the history reaches far enough"
    of = "them" if known == count else of
    return (
        f"{begin} Within 365 days {spread(total, 1.0)} of {of} are expected to leave, and with them "
        f"{spread(mrr, unit)} {currency.code} of MRR."
    )


def _notes_of_today(lines: Sequence[Sequence[str]], total: Any, by: str | None) -> list[str]:
    shown = "".join(cell for line in lines for cell in line[3:])
    notes = [
        "The chance to stay so much longer, of customers who once were as old as each is now "
        "(Kaplan-Meier): a line "
        "has the mean of its customers, and how many, with how much MRR, are expected to leave. Ranges are "
        "95% "
        "intervals of what is expected; what happens varies more."
    ]
    if by is not None:
        notes.append(f"By {by}, each line is read from its own curve, so the lines do not add up to all.")
    if "*" in shown:
        told = "; ".join(
            f"for {label} {int(total.customers[row] - total.unknown[row]):,} of {int(total.customers[row]):,}"
            for row, label in enumerate(AHEAD)
            if total.unknown[row]
        )
        notes.append(
            f"* only of customers whose time ahead somebody has been followed through: {told}. About the "
            f"others, "
            "the oldest, these lines say nothing; nothing is extrapolated."
        )
    if _format.NONE in shown:
        notes.append(f"{_format.NONE} nobody has been followed for so long.")
    if NONE_LEFT in shown:
        notes.append(f"{NONE_LEFT}: no customer has left at these ages, which is no proof that none will.")
    return notes


def _renewals(analysis: Analysis, spells: Any) -> list[RenewalTable]:
    """Renewals of customers who are bound equally long, projected as far as the data tell a model."""
    told = analysis.rows.terms()
    if told is None:
        why = (
            "Assumption: the source does not say for how long customers are bound, so each month of tenure "
            "counts "
            "as a renewal."
        )
        return [_renewal_table(analysis, spells, "month", None, "Renewals to come, by month of tenure", why)]
    source, terms = told
    accounts = fealty.revenue.Accounts(
        terms, account="account", valid_from="start", attributes=["value"], on_error="drop"
    )
    lives = fealty.retention.lifetimes(spells, accounts=accounts)
    found = {_group_name(each) for each in fealty.survival.kaplan_meier(lives, by="value").group}
    tables = []
    for term, many in TERMS.items():
        if term in found:
            note = f"Of customers who were bound for a {term} on their first day ({source})."
            if term == "month" and "interval_unit" not in analysis.rows.columns:
                note = f"Of customers without a contract on their first day ({source}); each month counts."
            tables.append(_renewal_table(analysis, spells, term, accounts, f"{many} renewals to come", note))
    return tables


def _renewal_table(
    analysis: Analysis, spells: Any, period: str, accounts: Any, title: str, note: str
) -> RenewalTable:
    """The model of customers whose term is a period; of all customers without accounts."""
    lives = fealty.retention.lifetimes(spells, accounts=accounts, period=period)
    groups = ["value"] if accounts is not None else []
    nothing = RenewalTable(title, period, "", [note])
    try:
        model = fealty.survival.shifted_beta_geometric(lives, by=groups)
    except fealty.NotConverged:
        nothing.sentence = "Renewals are not projected: no model fits them."
        return nothing
    mine = 0 if accounts is None else [_group_name(each) for each in model.group].index(period)
    if not np.isfinite(model.alpha[mine]):
        mark = f"{period}: " if accounts is not None else ""
        code = next(each.code for each in model.findings if f"geometric: {mark}" in each.message)
        nothing.sentence = f"Renewals are not projected: {UNKNOWN_MODEL[code]} ({code})."
        return nothing
    curve = fealty.survival.kaplan_meier(lives, by=groups, cluster="account")
    rows = _rows_of(curve, period, accounts is not None)
    far = int(np.max(curve.time[rows])) + FURTHER[period]
    projection = fealty.survival.renewal_projection(model, periods=far)
    discount = (1 + DISCOUNT) ** YEARS[period] - 1
    worth = float(fealty.survival.discounted_lifetime(model, discount=discount).discounted_lifetime[mine])
    sentence = (
        f"{_format.percent(model.churn_rate[mine])} of new customers are expected not to renew the first "
        f"time. Over its "
        f"whole life a new customer is worth {worth:,.1f} payments of today, one a {period}, at a discount "
        f"of "
        f"{DISCOUNT:.0%} a year (DEL)."
    )
    notes = [
        note,
        "The model (shifted beta-geometric) lets customers differ in how readily they leave, and none "
        "change: "
        "that is why more and more of those who are left renew. Where nothing is observed it is a "
        "projection, and "
        "no better than that assumption.",
    ]
    cells = _lines_of_renewals(projection, curve, far, period, accounts is not None)
    return RenewalTable(title, period, sentence, notes, cells, model, projection, curve)


def _rows_of(result: Any, group: str, grouped: bool) -> Any:
    """The rows of one group of a result."""
    if not grouped:
        return np.arange(len(result))
    return np.flatnonzero([_group_name(each) == group for each in result.group])


def _lines_of_renewals(
    projection: Any, observed: Any, far: int, group: str, grouped: bool
) -> list[list[str]]:
    """What was observed and what the model says after some numbers of renewals."""
    early = range(1, far + 1) if far <= 12 else (1, 2, 3)
    shown = sorted({each for each in (*early, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120, far) if each <= far})
    at = fealty.survival.survival_at(observed, times=[float(each) for each in shown])
    seen, projected = _rows_of(at, group, grouped), _rows_of(projection, group, grouped)
    return [
        [
            _format.count(renewal),
            _with_interval(at.survival[row], at.lower[row], at.upper[row]),
            _format.count(at.at_risk[row]),
            _format.percent(projection.survival[projected[renewal]]),
            _format.percent(projection.retention_rate[projected[renewal]]),
        ]
        for row, renewal in zip(seen, shown, strict=True)
    ]


def to_sections(found: Pages) -> str:
    """The survival pages as HTML."""
    parts = [_stay_section(found), _today_section(found), _cause_section(found)]
    return "".join([*parts, *(_renewal_section(each) for each in found.renewals)])


def _stay_section(found: Pages) -> str:
    from fealty import plots

    stay = found.stay
    groups = max(1, len(stay.cells))
    revenue = stay.curve.weight_kind == "revenue"
    drawn = picture(
        stay.title,
        (11.5, 4.4 + 0.17 * groups),
        lambda ax: _in_days(
            plots.survival_steps(stay.curve, title="Still there", ax=ax),
            "revenue" if revenue else "customers",
        ),
    )
    words = f"<p>{html.escape(' '.join(stay.sentences))}</p>"
    table = html_table(stay.columns, stay.cells, numbers=True)
    return section(
        stay.title,
        f"{words}<figure>{drawn}</figure>{table}{_notes([*_alone(found), *stay.notes])}",
        "The share of customers who stay at least so long (Kaplan-Meier); customers who are still there "
        "count as "
        "long as they were seen.",
    )


def _alone(found: Pages) -> list[str]:
    return [found.why_all] if found.why_all else []


def _today_section(found: Pages) -> str:
    title, today = "Customers of today", found.today
    if isinstance(today, str):
        return section(title, f"<p>{html.escape(today)}</p>")
    tables = html_table(["tenure", *today.columns], today.tenures, numbers=True)
    if today.segments:
        tables += f"<h3>By {html.escape(found.by or '')}</h3>"
        tables += html_table([found.by or "", *today.columns], today.segments, numbers=True)
    return section(title, f"<p>{html.escape(today.sentence)}</p>{tables}{_notes(today.notes)}")


def _cause_section(found: Pages) -> str:
    from fealty import plots

    title, causes = "Why customers leave", found.causes
    if isinstance(causes, str):
        return section(title, f"<p>{html.escape(causes)}</p>")
    drawn = picture(
        "Share of customers that left, by cause and age",
        (11.5, 4.6),
        lambda ax: _in_days(plots.incidence_steps(causes.curve, title="Left, by cause", ax=ax)),
    )
    table = html_table(causes.columns, causes.cells, numbers=True)
    return section(title, f"{_notes(causes.notes)}<figure>{drawn}</figure>{table}")


def _renewal_section(renewals: RenewalTable) -> str:
    from fealty import plots

    words = f"<p>{html.escape(renewals.sentence)}</p>"
    if renewals.model is None:
        return section(renewals.title, words + _notes(renewals.notes))
    group = renewals.period if "group" in renewals.model.columns else None
    drawn = picture(
        f"{renewals.title}: customers still there, projected and observed",
        (11.5, 4.2),
        lambda ax: plots.renewal_lines(
            renewals.projection, observed=renewals.observed, group=group, title="Still there", ax=ax
        ),
    )
    table = html_table(RENEWAL_COLUMNS, renewals.cells, numbers=True)
    return section(renewals.title, f"{words}<figure>{drawn}</figure>{table}{_notes(renewals.notes)}")


def _in_days(ax: Axes, of: str = "customers") -> Axes:
    """Names the axes for people who know no lives."""
    ax.xaxis.label.set_text("days as a customer")
    ax.yaxis.label.set_text(f"of {of}")
    return ax


def _notes(notes: Sequence[str]) -> str:
    return "".join(f"<p class=note>{html.escape(note)}</p>" for note in notes)


def _with_interval(share: float, low: float, high: float) -> str:
    """A share, and its interval beneath."""
    if not np.isfinite(share):
        return _format.NONE
    if not np.isfinite(low):
        return _format.percent(share)
    if share == low == high == 1:
        return f"{_format.percent(share)}\n{NONE_LEFT}"
    return f"{_format.percent(share)}\n{_format.percent(low)} to {_format.percent(high)}"


def in_a_line(cell: str) -> str:
    """A cell with its interval in parentheses instead of beneath."""
    value, _, beneath = cell.partition("\n")
    return f"{value} ({beneath})" if beneath else value


def _group_name(value: Any) -> str:
    return "unknown" if value is None else str(value)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _days(value: float, low: float, high: float) -> str:
    """A median with its interval, none where it is not reached."""
    if not np.isfinite(value):
        return "not reached"
    texts = [f"{each:,.0f}" if np.isfinite(each) else _format.NONE for each in (low, high)]
    return f"{value:,.0f}\n{texts[0]} to {texts[1]}"
