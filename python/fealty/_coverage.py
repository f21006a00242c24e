# SPDX-License-Identifier: MIT
"""Who looks after which accounts: what the report and the command line tell of it, in words, tables and pictures."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import fealty
from fealty import _format
from fealty._html import html_table, picture, section
from fealty._sources import SourceError, duckdb, folder_tables, open_source, quoted, reason, sql_rows

if TYPE_CHECKING:
    from fealty.report import Analysis

#: Days overdue that are told apart: from, to, and what they are called.
OVERDUE = (
    (1, 7, "1 to 7 days"),
    (8, 30, "8 to 30 days"),
    (31, 90, "31 to 90 days"),
    (91, None, "over 90 days"),
)
#: Columns of accounts that tell the risk of an account and were known when it was sold.
COVARIATES = ("segment", "region", "industry", "channel", "plan", "term", "seats")
MOST_VALUES = 20  #: of a text that makes a covariate
SHARES = [0.0, 0.25, 0.5, 0.75, 1.0]  #: of the accounts that a what-if moves
MOST_LISTED = 200  #: lines of a page's list
SHORT = 12  #: lines of a list at a prompt
BALANCE = "Balanced books"
#: The results that a part has.
RESULTS = {
    "Touches in time": ("cadence", "coverage_share", "coverage_gaps"),
    "Work and time": ("weeks", "workload", "csms"),
    "More people, or fewer accounts that people touch": ("what_if",),
    BALANCE: ("assignment", "books"),
    "Losses by CSM": ("performance",),
}
NOBODY, NEVER = "nobody", "never"
TABLES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "touches": (
        {"account": "VARCHAR", "date": "DATE"},
        {
            "channel": "VARCHAR",
            "csm": "VARCHAR",
            "direction": "VARCHAR",
            "hours": "DOUBLE",
            "response": "VARCHAR",
        },
    ),
    "owners": ({"account": "VARCHAR", "csm": "VARCHAR", "valid_from": "DATE"}, {"valid_to": "DATE"}),
    "staff": (
        {"csm": "VARCHAR", "hours_per_week": "DOUBLE"},
        {"valid_from": "DATE", "valid_to": "DATE"},
    ),
    "contracts": (
        {
            "account": "VARCHAR",
            "signed_on": "DATE",
            "start": "DATE",
            "end": "DATE",
            "total": "DOUBLE",
        },
        {"currency": "VARCHAR"},
    ),
    "accounts": ({"account": "VARCHAR"}, dict.fromkeys(COVARIATES, "VARCHAR") | {"seats": "DOUBLE"}),
}
PLAN_NUMBERS = (
    "threshold",
    "cadence_days",
    "accounts_per_csm",
    "onboarding_hours",
    "onboarding_days",
    "check_in_hours",
    "review_hours",
    "review_days",
    "renewal_hours",
    "renewal_lead_days",
)


@dataclass
class Settings:
    """What coverage is asked with; none is the library's own."""

    tier_plan: str | None = None  #: a file with the columns of a tier plan
    weeks: int | None = None  #: that are planned
    hours: float | None = None  #: of a full-time CSM in a week
    overhead: float | None = None  #: share of these that is not for accounts

    def of_people(self) -> dict[str, Any]:
        """The options of capacity that were given."""
        named = {"weeks": self.weeks, "hours_per_week": self.hours, "overhead": self.overhead}
        return {name: value for name, value in named.items() if value is not None}


@dataclass
class Table:
    """A table in text."""

    title: str
    columns: list[str]
    cells: list[list[str]]
    more: str = ""  #: the result that has every line, where this may be a part
    numbers: bool = True  #: whether cells beside the first are numbers, which stand to the right
    most: int = MOST_LISTED  #: lines that a page shows


@dataclass
class Picture:
    """What draws itself."""

    alt: str
    size: tuple[float, float]
    result: Any
    told: dict[str, Any] = field(default_factory=dict)  #: what the picture has to be told besides
    function: str = ""  #: of plots; by default the one that is for such a result


@dataclass
class Part:
    """A section: sentences, pictures, tables, notes; without tables, why there are none."""

    title: str
    sentences: list[str]
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    lead: str = ""  #: what matters most, above all


@dataclass
class Pages:
    """All that is told of coverage, and the results behind it by name."""

    parts: list[Part]
    results: dict[str, Any]


@dataclass
class _Book:
    """The customers of today, and what the source says of them."""

    analysis: Analysis
    settings: Settings
    plan: Any
    spells: Any
    start: dict[str, Any]  #: first day of each customer of today
    mrr: dict[str, int]  #: in minor units
    tiers: Any
    spans: Any
    files: dict[str, str]  #: table -> its file, those that there are
    wrong: dict[str, str]  #: table -> why it cannot be read
    results: dict[str, Any]

    @property
    def as_of(self) -> str:
        return str(self.analysis.ledger.as_of)

    def money(self, minor: int) -> str:
        return _format.money(minor, self.analysis.ledger.currency.exponent)

    @property
    def mrr_title(self) -> str:
        return f"MRR, {self.analysis.ledger.currency.code}"

    def table(self, name: str, make: Any) -> Any:
        """A validated table of the folder, none where it is not there."""
        if name not in self.files:
            return None
        rows = self.analysis.rows.connection.sql(f"SELECT * FROM temp.{quoted(name)}")
        return make(rows, **{column: column for column in rows.columns})

    def owners(self) -> Any:
        return self.table("owners", fealty.coverage.Owners)

    def touches(self) -> Any:
        return self.table("touches", fealty.coverage.Touches)

    def staff(self) -> Any:
        return self.table("staff", fealty.coverage.Staff)

    def contracts(self) -> Any:
        if "contracts" not in self.files:
            return None
        rows = self.analysis.rows.connection.sql("SELECT * FROM temp.contracts")
        named = {column: column for column in rows.columns if column != "currency"}
        if "currency" in rows.columns:
            return fealty.revenue.Contracts(rows, **named, currency_column="currency")
        return fealty.revenue.Contracts(rows, **named, currency=self.analysis.ledger.currency.code)


def pages(analysis: Analysis, settings: Settings | None = None) -> Pages:
    """Everything that the coverage pages show.

    :raises fealty.io.SourceError: when the tier plan cannot be read
    """
    settings = settings or Settings()
    files, wrong = _files(analysis, list(TABLES))
    spells = fealty.retention.customer_lifetimes(analysis.ledger)
    now = ~np.asarray(spells.ended, bool)
    accounts = [str(each) for each in np.asarray(spells.account.tolist(), object)[now]]
    if not accounts:
        nobody = Part("Tiers", [f"There is no customer on {analysis.ledger.as_of}."])
        return Pages([nobody], {})
    plan = read_plan(settings.tier_plan)
    mrr = dict(zip(accounts, (int(each) for each in np.asarray(spells.last_mrr_minor)[now]), strict=True))
    start = dict(zip(accounts, np.asarray(spells.start)[now], strict=True))
    scores = fealty.coverage.AccountScores(
        {"account": accounts, "acv_minor": [12 * mrr[each] for each in accounts]},
        account="account",
        acv_minor="acv_minor",
        currency=analysis.ledger.currency.code,
    )
    tiers = fealty.coverage.tiers(scores, plan)
    spans = fealty.coverage.TierSpans(
        {
            "account": tiers.account,
            "tier": tiers.tier,
            "valid_from": np.array([start[each] for each in tiers.account], "datetime64[D]"),
            "acv": tiers.acv,
        },
        account="account",
        tier="tier",
        valid_from="valid_from",
        acv="acv",
    )
    results = {"tiers": tiers}
    book = _Book(analysis, settings, plan, spells, start, mrr, tiers, spans, files, wrong, results)
    parts = [
        _tiers(book),
        _or_why("Touches in time", _cadence, book),
        _or_why("Work and time", _capacity, book),
        _or_why("More people, or fewer accounts that people touch", _what_if, book),
        _or_why(BALANCE, _assignment, book),
        _or_why("Losses by CSM", _performance, book),
    ]
    return Pages(parts, results)


def told(analysis: Analysis) -> bool:
    """Whether the source has owners or touches."""
    files, wrong = _files(analysis, ("owners", "touches"))
    return bool(files or wrong)


def _files(analysis: Analysis, names: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Reads tables of the folder: those that are there with their files, and what is wrong with others."""
    return folder_tables(
        analysis.rows.connection, Path(analysis.rows.label), {name: TABLES[name] for name in names}
    )


def _or_why(title: str, make: Callable[[_Book], Part], book: _Book) -> Part:
    """A part, or why it cannot be told: what is wrong with its tables or the plan."""
    try:
        return make(book)
    except fealty.Error as error:
        return Part(title, [f"This cannot be told: {error}."])


def read_plan(file: str | None) -> Any:
    """A tier plan out of a file with its columns, or the default.

    :raises fealty.io.SourceError: when it cannot be read, or is none
    """
    if file is None:
        return fealty.coverage.default_tier_plan()
    connection = duckdb.connect()
    try:
        sql = open_source(connection, file, None, None, None, [])
        there = [str(row[0]) for row in sql_rows(connection, f"DESCRIBE {sql}")]
        if "tier" not in there or "threshold" not in there:
            needs = "a tier plan has the columns tier and threshold"
            raise SourceError(f"{file}: {needs}, and may have {', '.join(PLAN_NUMBERS[1:])}, source")
        known = [name for name in ("tier", *PLAN_NUMBERS, "source") if name in there]
        cells = ", ".join(
            f"CAST(nullif(trim(CAST({quoted(name)} AS VARCHAR)), '') AS "
            f"{'DOUBLE' if name in PLAN_NUMBERS else 'VARCHAR'}) AS {quoted(name)}"
            for name in known
        )
        rows = connection.sql(f"SELECT {cells} FROM ({sql})")
        return fealty.coverage.TierPlan(rows, **{name: name for name in known})
    except duckdb.Error as error:
        raise SourceError(f"{file}: {reason(error)}") from None
    except fealty.InvalidInput as error:
        raise SourceError(f"{file}: {error}") from None


def _tiers(book: _Book) -> Part:
    """Which tier accounts are in, and what the plan asks of each."""
    plan, tier = book.plan, np.asarray(book.tiers.tier, object)
    code = book.analysis.ledger.currency.code
    total, cells = sum(book.mrr.values()), []
    for place, name in enumerate(plan.tier):
        mine = [str(each) for each in np.asarray(book.tiers.account, object)[tier == name]]
        amount = sum(book.mrr[each] for each in mine)
        cells.append(
            [
                str(name),
                f"{plan.threshold[place]:,.0f}",
                _format.count(len(mine)),
                book.money(amount),
                _format.percent(amount / total if total else float("nan")),
                _whole(plan.cadence_days[place]),
                _whole(plan.accounts_per_csm[place]),
            ]
        )
    columns = [
        "tier",
        f"from, {code} a year",
        "accounts",
        book.mrr_title,
        "of MRR",
        "touch every, days",
        "accounts per CSM",
    ]
    notes = [
        f"The tier of a customer is that of 12 \N{MULTIPLICATION SIGN} its MRR on {book.as_of}, for as long as it has "
        "been a customer without a gap."
    ]
    if book.settings.tier_plan is not None:
        notes.append(f"The tiers are those of {book.settings.tier_plan}.")
    else:
        notes.append(
            "The tiers are a plan to begin with; --tier-plan FILE is your own. Where its numbers come from:"
        )
        if code != "USD":
            notes.append(f"Its thresholds were meant in US dollars, and are taken here as amounts of {code}.")
    notes += [f"{name}: {source}." for name, source in zip(plan.tier, plan.source, strict=True) if source]
    count = _format.plural(len(book.mrr), "customer")
    sentence = f"On {book.as_of} there are {count}, with {book.money(total)} {code} of MRR."
    return Part("Tiers", [sentence], [Table("", columns, cells, "tiers")], notes)


def _cadence(book: _Book) -> Part:
    """Whether accounts were touched in time, who is overdue, and since when."""
    touches = book.touches()
    if touches is None:
        return _missing(
            book, "Touches in time", "touches", "account and date", "when each account was last touched"
        )
    given = (touches, book.spans, book.plan)
    state = fealty.coverage.cadence(*given, as_of=book.as_of, owners=book.owners())
    share = fealty.coverage.coverage_share(*given, as_of=book.as_of)
    gaps = fealty.coverage.coverage_gaps(*given, as_of=book.as_of)
    book.results |= {"cadence": state, "coverage_share": share, "coverage_gaps": gaps}
    late = [row for row in range(len(state)) if state.gap[row]]
    amount = sum(book.mrr[str(state.account[row])] for row in late)
    code = book.analysis.ledger.currency.code
    planned = int(np.isfinite(state.cadence_days).sum())
    sentence = (
        f"Of {_format.plural(planned, 'customer')} with a cadence, {_format.count(len(late))} "
        f"{'is' if len(late) == 1 else 'are'} overdue, with {book.money(amount)} {code} of MRR."
        if planned
        else "No customer has a tier with a cadence, so none can be overdue."
    )
    tables = [_share_table(book, state, share, gaps)]
    if late:
        tables += [_overdue_bands(book, state, late), _overdue_list(book, state, late)]
    return Part(
        "Touches in time",
        [sentence],
        tables,
        [
            f"A touch is due so many days after the last as the tier's cadence says. Counted: {state.counted}.",
            "Gaps are stretches of overdue days of the customers of today, by the tier of today.",
            *_said_of_touches(state.findings),
        ],
    )


def _share_table(book: _Book, state: Any, share: Any, gaps: Any) -> Table:
    """A line for each tier: who was touched in time, and the gaps there were."""
    cells = []
    for row, name in enumerate(share.tier):
        mine = np.asarray(gaps.tier, object) == name
        lasting = int(np.isnat(np.asarray(gaps.end)[mine]).sum())
        late = (np.asarray(state.tier, object) == name) & np.asarray(state.gap, bool)
        amount = sum(book.mrr[str(each)] for each in np.asarray(state.account, object)[late])
        planned = bool(np.isfinite(share.share[row])) or share.accounts[row] == 0
        counts = [int(late.sum()), int(mine.sum()), lasting, int(np.asarray(gaps.days)[mine].sum())]
        texts = [_format.count(each) if planned else _format.NONE for each in counts]
        money = book.money(amount) if planned else _format.NONE
        cells.append(
            [
                str(name),
                _format.count(share.accounts[row]),
                _format.percent(share.share[row]),
                _format.count(share.never_touched[row]),
                texts[0],
                money,
                *texts[1:],
            ]
        )
    columns = ["tier", "accounts", "touched in time", "never touched", "overdue", f"their {book.mrr_title}"]
    return Table("", [*columns, "gaps ever", "of these open", "days overdue"], cells, "coverage_share")


def _overdue_bands(book: _Book, state: Any, late: Sequence[int]) -> Table:
    """Overdue accounts by how long they are, with their MRR."""
    cells = []
    for low, high, name in OVERDUE:
        mine = [
            row
            for row in late
            if state.overdue_days[row] >= low and (high is None or state.overdue_days[row] <= high)
        ]
        amount = sum(book.mrr[str(state.account[row])] for row in mine)
        cells.append([name, _format.count(len(mine)), book.money(amount)])
    return Table("Overdue by", ["overdue", "accounts", book.mrr_title], cells, "cadence")


def _overdue_list(book: _Book, state: Any, late: Sequence[int]) -> Table:
    """Each overdue account, the longest first, of equal ones those with the most MRR."""
    amounts = {row: book.mrr[str(state.account[row])] for row in late}
    ordered = sorted(late, key=lambda row: (-state.overdue_days[row], -amounts[row], str(state.account[row])))
    owned = "csm" in state.columns
    cells = []
    for row in ordered:
        last = state.last_touch[row]
        cells.append(
            [
                str(state.account[row]),
                str(state.tier[row]),
                *([_named(state.csm[row])] if owned else []),
                NEVER if np.isnat(last) else str(last),
                _format.count(state.days_since[row]),
                _format.count(state.overdue_days[row]),
                book.money(amounts[row]),
            ]
        )
    columns = ["account", "tier", *(["CSM"] if owned else [])]
    columns += ["last touch", "days since", "days overdue", book.mrr_title]
    return Table("Overdue accounts, the longest first", columns, cells, "cadence")


def _capacity(book: _Book) -> Part:
    """Work against time, by CSM and by week."""
    work = fealty.coverage.capacity(
        book.spans,
        book.plan,
        as_of=book.as_of,
        owners=book.owners(),
        staff=book.staff(),
        contracts=book.contracts(),
        **book.settings.of_people(),
    )
    book.results |= {"weeks": work.weeks, "workload": work.workload, "csms": work.csms, "capacity": work}
    tables = [_csm_table(work)] if "owners" in book.files else []
    tables.append(_week_table(work))
    notes = [
        f"Time is {work.hours_per_week:g} hours a week of each CSM less {_format.percent(work.overhead, 0)} "
        "that is not for accounts: assumptions, which --hours and --overhead replace."
        if "staff" not in book.files
        else f"Time is that of {book.files['staff']} less {_format.percent(work.overhead, 0)} that is not for "
        "accounts (--overhead).",
        "Accounts make the work that the plan says of their tier; new customers to come are not in it.",
    ]
    if "owners" not in book.files:
        notes.append("Whose work it is is not told: a table owners with account, csm and valid_from would.")
    if "contracts" in book.files:
        notes.append("A contract that ends is taken to be renewed for as long as it ran.")
    else:
        needs = "a table contracts with account, signed_on, start, end and total would"
        notes.append(f"When contracts end is not told, so there is no work for renewals: {needs}.")
    notes += [
        f"Left out: {why}." for table, why in book.wrong.items() if table in ("owners", "contracts", "staff")
    ]
    pictures = [
        Picture("Work and time by week", (11.5, 4.2), work.weeks),
        Picture("Utilization by CSM and week", (11.5, 1.6 + 0.24 * max(2, len(work.csms))), work.workload),
    ][: 2 if "owners" in book.files else 1]
    skip = ("staff_assumed", "renewals_not_told", "as_of_inferred")
    said = [each for each in work.findings if each.code not in skip]
    return Part("Work and time", _work_sentences(work), tables, [*notes, *_said(said)], pictures)


def _work_sentences(work: Any) -> list[str]:
    """What the plan comes to: whether people have time for it, how many would, and the week with the most work."""
    weeks = len(work.weeks)
    have = f"{_format.plural(int(work.headcount), 'CSM')} {'has' if work.headcount == 1 else 'have'}"
    said = [
        f"In the {_format.plural(weeks, 'week')} from {work.weeks.week[0]} on, accounts make "
        f"{_hours(work.demand_minutes)} hours of work"
        + (f"; {have} {_hours(work.supply_minutes)} hours for it." if work.headcount else ".")
    ]
    if work.headcount == 0:
        pass  # whose time it is is not told
    elif work.feasible:
        said.append("No week has more work than all of them together have time.")
    else:
        said.append(
            f"{_format.plural(int(work.weeks_over), 'week')} {'has' if work.weeks_over == 1 else 'have'} more work "
            f"than time: {_hours(work.shortfall_minutes)} hours too much."
        )
    said.append(
        f"It takes {_format.plural(int(work.headcount_needed), 'full-time CSM')} for all work, and "
        f"{_format.count(work.peak_headcount)} to have time enough in every week."
    )
    top = int(np.argmax(work.weeks.demand_minutes))
    if work.weeks.demand_minutes[top] > 0:
        said.append(
            f"Most work falls into {work.weeks.label[top]}: {_hours(work.weeks.demand_minutes[top])} hours, "
            f"{_hours(work.weeks.renewal_minutes[top])} of them for renewals."
        )
    return said


def _csm_table(work: Any) -> Table:
    csms, weeks = work.csms, len(work.weeks)
    cells = [
        [
            _named(csms.csm[row]),
            _format.count(csms.accounts[row]),
            f"{csms.book_load[row]:,.2f}",
            _hours(csms.demand_minutes[row]),
            _hours(csms.supply_minutes[row]),
            _format.percent(csms.utilization[row], 0),
            f"{_format.count(csms.weeks_over[row])} of {weeks}",
            _hours(csms.shortfall_minutes[row]),
        ]
        for row in range(len(csms))
    ]
    columns = [
        "CSM",
        "accounts",
        "book load",
        "work, hours",
        "time, hours",
        "utilization",
        "weeks over",
        "hours short",
    ]
    return Table("By CSM", columns, cells, "csms")


def _week_table(work: Any) -> Table:
    weeks = work.weeks
    kinds = ("onboarding", "check_in", "review", "renewal")
    cells = [
        [
            str(weeks.label[row]),
            str(weeks.week[row]),
            *(_hours(weeks[f"{kind}_minutes"][row]) for kind in kinds),
            _hours(weeks.demand_minutes[row]),
            _hours(weeks.supply_minutes[row]),
            _format.percent(weeks.utilization[row], 0),
            _format.count(weeks.csms_over[row]),
            _format.count(weeks.headcount_needed[row]),
        ]
        for row in range(len(weeks))
    ]
    columns = ["week", "Monday", "onboarding", "check-ins", "reviews", "renewals", "all work", "time"]
    columns += ["utilization", "CSMs over", "CSMs needed"]
    return Table("By week, in hours", columns, cells, "weeks")


def _what_if(book: _Book) -> Part:
    """What more people, or fewer accounts that people touch, would change."""
    title = "More people, or fewer accounts that people touch"
    work = book.results.get("capacity")
    if work is None or len(book.plan) < 2:
        return Part(title, ["There is nothing to compare without a plan of work and two tiers."])
    counts = {int(each) for each in (work.headcount, work.headcount_needed, work.peak_headcount)} - {0}
    if not counts:
        return Part(title, ["There is no work, so nobody is needed for it."])
    found = fealty.coverage.capacity_what_if(
        book.spans,
        book.plan,
        headcounts=sorted(counts),
        shares=SHARES,
        as_of=book.as_of,
        contracts=book.contracts(),
        **book.settings.of_people(),
    )
    book.results["what_if"] = found
    cells = [_what_if_line(found, row) for row in range(len(found))]
    columns = ["CSMs", "share moved", "accounts moved", "work, hours", "time, hours", "utilization"]
    columns += ["weeks over", "hours short"]
    notes = [
        f"Accounts move from {found.move_from} to {found.move_to}, those with the lowest MRR first; work may go to "
        "whoever has time, and all CSMs are full-time. Fewest moved is the smallest move that leaves no week "
        "with more work than time."
    ]
    return Part(title, _what_if_sentences(found, int(work.headcount)), [Table("", columns, cells)], notes)


def _what_if_line(found: Any, row: int) -> list[str]:
    share, moved = _format.percent(found.share[row], 0), _format.count(max(0, int(found.moved[row])))
    if found.least[row]:
        enough = int(found.moved[row]) >= 0
        share, moved = ("fewest moved", moved) if enough else ("all are not enough", _format.NONE)
    return [
        _format.count(found.headcount[row]),
        share,
        moved,
        _hours(found.demand_minutes[row]),
        _hours(found.supply_minutes[row]),
        _format.percent(found.utilization[row], 0),
        _format.count(found.weeks_over[row]),
        _hours(found.shortfall_minutes[row]),
    ]


def _what_if_sentences(found: Any, headcount: int) -> list[str]:
    """The smallest move with the people of today."""
    row = next(
        (row for row in range(len(found)) if found.least[row] and int(found.headcount[row]) == headcount),
        None,
    )
    if row is None:
        return []
    people = f"With {_format.plural(headcount, 'CSM')}"
    moved = int(found.moved[row])
    if moved < 0:
        return [
            f"{people}, moving all {_format.count(found.movable)} accounts of {found.move_from} to {found.move_to} "
            f"is not enough: {_format.plural(int(found.weeks_over[row]), 'week')} would still have more work than time."
        ]
    if moved == 0:
        return [f"{people} no account has to move."]
    return [
        f"{people}, {_format.count(moved)} of {_format.count(found.movable)} accounts of {found.move_from} would "
        f"have to move to {found.move_to}."
    ]


def _assignment(book: _Book) -> Part:
    """A proposal of who has which account, so that the most used CSM is used as little as can be."""
    work, owners = book.results.get("capacity"), book.owners()
    if owners is None:
        return _missing(book, BALANCE, "owners", "account, csm and valid_from", "who has which account")
    if work is None or not work.headcount:
        return Part(BALANCE, ["No CSM has time on that day, so there is nobody to whom accounts could go."])
    csms = work.csms
    people = [row for row in range(len(csms)) if csms.csm[row] is not None]
    staffed = fealty.coverage.AssignmentCsms(
        {"csm": csms.csm[people].tolist(), "minutes": csms.supply_minutes[people].tolist()},
        csm="csm",
        minutes="minutes",
    )
    found = fealty.coverage.assignment(_work_by_account(book), staffed)
    book.results |= {"assignment": found, "books": found.books}
    used = csms.utilization[people]
    before = _format.percent(float(np.max(used[np.isfinite(used)], initial=0.0)))
    sentence = (
        f"{_format.plural(int(found.handovers), 'account')} would have to be handed over so that the most used CSM "
        f"is used {_format.percent(found.largest_utilization)} instead of {before}."
    )
    moved = [row for row in range(len(found)) if found.moved[row]]
    cells = [
        [
            str(found.account[row]),
            _named(found.previous[row]),
            _named(found.csm[row]),
            f"{found.hours[row]:,.1f}",
        ]
        for row in sorted(moved, key=lambda row: (-found.hours[row], str(found.account[row])))
    ]
    table = Table(
        "Accounts to hand over, the most work first", ["account", "from", "to", "hours"], cells, "assignment"
    )
    notes = [
        f"A handover counts as {found.handover_hours:g} hours of work, an assumption. With them the objective is "
        f"{found.objective:.4f}; no assignment comes below {found.bound:.4f} (gap {_format.percent(found.gap, 2)}).",
        "Languages, skills and limits of CSMs are not in the source, so anybody can have any account.",
        *_said(found.findings),
    ]
    return Part(BALANCE, [sentence], [table] if cells else [], notes)


def _work_by_account(book: _Book) -> Any:
    """The work of each account in the weeks planned, and who has it now."""
    each = fealty.coverage.Owners(
        {"account": list(book.start), "csm": list(book.start), "from": list(book.start.values())},
        account="account",
        csm="csm",
        valid_from="from",
    )
    alone = fealty.coverage.capacity(
        book.spans,
        book.plan,
        as_of=book.as_of,
        owners=each,
        contracts=book.contracts(),
        **book.settings.of_people(),
    ).csms
    nothing = fealty.coverage.Touches(
        {"account": [""], "day": [None]}, account="account", date="day", on_error="drop"
    )
    state = fealty.coverage.cadence(nothing, book.spans, book.plan, as_of=book.as_of, owners=book.owners())
    now = {str(account): csm for account, csm in zip(state.account, state.csm, strict=True)}
    ids = [str(account) for account in alone.csm]
    return fealty.coverage.AssignmentAccounts(
        {"account": ids, "minutes": alone.demand_minutes, "csm": [now.get(account) for account in ids]},
        account="account",
        minutes="minutes",
        csm="csm",
    )


def _performance(book: _Book) -> Part:
    """Losses of each CSM beside those that a risk model expects of the same accounts."""
    title = "Losses by CSM"
    owners = book.owners()
    if owners is None:
        return _missing(book, title, "owners", "account, csm and valid_from", "who had which account")
    if not np.asarray(book.spells.ended, bool).any():
        return Part(title, ["No customer has left, so there are no losses to compare."])
    lives, covariates = _lives(book)
    stretches = fealty.coverage.expected_events(lives, owners, covariates=covariates)
    books = fealty.coverage.Books(
        stretches,
        account="account",
        group="group",
        observed="observed",
        expected="expected",
        exposure="exposure",
    )
    found = fealty.coverage.performance(books)
    book.results |= {"performance": found}
    if len(found) == 0:
        return Part(title, ["No account was in anybody's book while it was a customer."])
    adjusted = (
        f"for {_listed(covariates)}, and for how long each had been a customer"
        if covariates
        else "only for how long each had been a customer: a table accounts with "
        f"{', '.join(COVARIATES[:-1])} or {COVARIATES[-1]} would tell more of their risk"
    )
    notes = [
        f"Expected are the losses that a proportional hazards model expects of the very accounts of each book; "
        f"it knows nothing of owners, and adjusts {adjusted}. Ranges are 95% intervals (Garwood).",
        "The model was fitted to these books, which draws each ratio towards 1.",
        "Chance and what the model does not know remain: a ratio alone is not evidence of skill. Evidence is a "
        "difference that is more than chance allows for so many CSMs (last column), and only as far as "
        "the model has what made accounts risky before they had an owner.",
        *_said(found.findings),
    ]
    drawn = [Picture("Observed over expected losses by CSM", (11.5, 5.0), found)]
    columns = ["CSM", "accounts", "losses", "expected", "ratio", "p, adjusted", "more than chance"]
    cells = [_csm_line(found, row) for row in range(len(found))]
    return Part(title, _verdicts(found), [Table("", columns, cells, "performance")], notes, drawn)


def _csm_line(found: Any, row: int) -> list[str]:
    ratio = _format.NONE
    if np.isfinite(found.ratio[row]):
        ratio = f"{found.ratio[row]:.2f}\n{found.lower[row]:.2f} to {found.upper[row]:.2f}"
    p_value = found.adjusted_p_value[row]
    beyond = "no"
    if found.differs_adjusted[row]:
        beyond = "yes, fewer" if found.ratio[row] < 1 else "yes, more"
    return [
        _named(found.group[row]),
        _format.count(found.accounts[row]),
        _format.count(found.observed[row]),
        f"{found.expected[row]:,.1f}",
        ratio,
        (_format.NONE if not np.isfinite(p_value) else "<0.001" if p_value < 0.001 else f"{p_value:.3f}"),
        beyond,
    ]


def _verdicts(found: Any) -> list[str]:
    """Who differs by more than chance, for people who make no tests."""
    alone = int(np.asarray(found.differs, bool).sum())
    beyond = [row for row in range(len(found)) if found.differs_adjusted[row]]
    if not beyond:
        several = (
            f" {_format.count(alone)} would by {'itself' if alone == 1 else 'themselves'}, as some do where many "
            "are looked at."
            if alone
            else ""
        )
        return [f"No CSM's losses differ from those expected by more than chance.{several}"]
    said = [
        f"{_named(found.group[row])} lost {_format.count(found.observed[row])} where {found.expected[row]:,.1f} "
        f"were expected"
        for row in beyond[:5]
    ]
    rest = f" and {len(beyond) - 5} more" if len(beyond) > 5 else ""
    return [f"By more than chance: {'; '.join(said)}{rest}."]


def _lives(book: _Book) -> tuple[Any, list[str]]:
    """The lives of all customers with what was known of their accounts, and the names of that."""
    connection = book.analysis.rows.connection
    connection.register("spells", book.spells)
    there: list[str] = []
    if "accounts" in book.files:
        columns = [str(row[0]) for row in sql_rows(connection, "DESCRIBE temp.accounts")]
        for name in COVARIATES:
            if name in columns:
                query = f"SELECT count(DISTINCT {quoted(name)}) FROM temp.accounts"
                values = int(sql_rows(connection, query)[0][0])
                if values >= 2 and (values <= MOST_VALUES or name == "seats"):
                    there.append(name)
    known = ", ".join(f"arg_min({quoted(name)}, rowid) AS {quoted(name)}" for name in there)
    first = f"SELECT account AS id, {known} FROM temp.accounts GROUP BY account" if there else ""
    cells = ", ".join(
        f"a.{quoted(name)}" if name == "seats" else f"coalesce(a.{quoted(name)}, 'unknown') AS {quoted(name)}"
        for name in there
    )
    rows = connection.sql(
        "SELECT CAST(s.account AS VARCHAR) AS account, s.start AS origin, "
        f'CASE WHEN s.ended THEN s."end" END AS until{", " + cells if there else ""} FROM spells s '
        + (f"LEFT JOIN ({first}) a ON a.id = CAST(s.account AS VARCHAR) " if there else "")
        + "ORDER BY 1, 2"
    )
    lives = fealty.survival.Lifetimes(
        rows, account="account", origin="origin", end="until", as_of=book.as_of, attributes=there
    )
    return lives, there


def _missing(book: _Book, title: str, table: str, columns: str, what: str) -> Part:
    if table in book.wrong:
        return Part(title, [f"This cannot be told: {book.wrong[table]}."])
    return Part(
        title, [f"The source does not say {what}: a folder with a table {table} that has {columns} would."]
    )


def _said(findings: Sequence[Any]) -> list[str]:
    said = []
    for each in findings:
        times = f" ({len(each.rows):,} times)" if len(each.rows) > 1 else ""
        said.append(f"{each.code}{times}: {each.message.partition(': ')[2] or each.message}")
    return said


def _said_of_touches(findings: Sequence[Any]) -> list[str]:
    """Findings; touches of others than the customers of today are told by their number."""
    others = sum(len(each.rows) for each in findings if each.code == "touch_of_no_tier")
    said = _said([each for each in findings if each.code != "touch_of_no_tier"])
    if others:
        said.append(
            f"Not counted, for they are not of customers of today, or of before they came: "
            f"{others:,} {'touch' if others == 1 else 'touches'}."
        )
    return said


def to_sections(found: Pages) -> str:
    """The coverage pages as HTML."""
    return "".join(_to_section(each) for each in found.parts)


def _to_section(part: Part) -> str:
    lead = f"<p class=lead>{html.escape(part.lead)}</p>" if part.lead else ""
    words = f"{lead}<p>{html.escape(' '.join(part.sentences))}</p>"
    drawn = "".join(_figure(each) for each in part.pictures)
    tables = "".join(_html_table(each) for each in part.tables)
    notes = "".join(f"<p class=note>{html.escape(note)}</p>" for note in part.notes)
    return section(part.title, words + drawn + tables + notes)


def _figure(each: Picture) -> str:
    from fealty import plots

    draw = getattr(plots, each.function or "plot")
    drawn = picture(each.alt, each.size, lambda ax: draw(each.result, ax=ax, **each.told))
    return f"<figure>{drawn}</figure>"


def _html_table(table: Table) -> str:
    title = f"<h3>{html.escape(table.title)}</h3>" if table.title else ""
    more = len(table.cells) - table.most
    rest = f"<p class=note>and {more:,} more</p>" if more > 0 else ""
    return title + html_table(table.columns, table.cells[: table.most], numbers=table.numbers) + rest


def _named(csm: Any) -> str:
    return NOBODY if csm is None else str(csm)


def _whole(value: float) -> str:
    return f"{value:,.0f}" if np.isfinite(value) else _format.NONE


def _hours(minutes: int) -> str:
    """Minutes as hours; one decimal where they are few."""
    value = int(minutes) / 60
    return f"{value:,.0f}" if value >= 10 or value == 0 else f"{value:,.1f}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
