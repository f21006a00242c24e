# SPDX-License-Identifier: MIT
"""The report of a company's revenue and customers: one HTML page that needs nothing beside itself."""

from __future__ import annotations

import html
import os
import shlex
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

import fealty
from fealty import _adoption, _adoption_tables, _coverage, _format, _health, _health_tables, _proof, _survival
from fealty._html import html_table, page, picture, section

if TYPE_CHECKING:
    from fealty.io import SubscriptionRows

__all__ = [
    "Analysis",
    "KeyTable",
    "adoption_to_html",
    "analyze",
    "coverage",
    "coverage_to_html",
    "health",
    "health_to_html",
    "key_table",
    "proof",
    "proof_to_html",
    "read_policy",
    "survival",
    "survival_to_html",
    "to_html",
    "write",
    "write_adoption",
    "write_coverage",
    "write_health",
    "write_proof",
    "write_survival",
]

MOVES = ("new_business", "reactivation", "expansion", "contraction", "churn")
#: Periods of one year: what NRR, GRR and logo retention look back by default.
WINDOWS = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
HEALTH_LINES = 25  #: of a report's lists of customers; fealty health shows more
PROOF_DRAWS = 500  #: of the bootstraps of a report's proof, which says so


@dataclass
class Analysis:
    """What a report shows: results of fealty's calculators, and where they come from."""

    rows: SubscriptionRows
    ledger: Any
    revenue: Any
    logos: Any
    churn: Any
    logo_cohorts: Any
    net_cohorts: Any
    conventions: Any | None  #: of the last complete period; none where no window reaches it
    findings: list[Any]
    settings: dict[str, Any]  #: as given, or what was taken instead

    @property
    def last(self) -> int:
        """The last complete period; the last one where none is complete."""
        complete = np.nonzero(np.asarray(self.ledger.periods.complete, bool))[0]
        return int(complete[-1]) if complete.size else len(self.ledger.periods) - 1

    def at(self, result: Any, period: int) -> int | None:
        """The row of a result for a period of the ledger."""
        hits = np.nonzero(np.asarray(result.period) == self.ledger.periods.period[period])[0]
        return int(hits[0]) if hits.size else None

    def rate(self, result: Any, column: str, period: int) -> float:
        """A rate of a period, NaN where it has none."""
        row = self.at(result, period)
        return float("nan") if row is None else float(result[column][row])


@dataclass
class KeyTable:
    """The last periods in text: exact amounts and rates, and what stands beneath."""

    title: str
    columns: list[str]
    cells: list[list[str]]
    notes: list[str]


def analyze(
    rows: SubscriptionRows,
    *,
    as_of: str | None = None,
    period: str | None = None,
    window: int | None = None,
    fiscal_year_start: int | None = None,
    policy: str | None = None,
    on_error: Literal["fail", "drop"] = "fail",
    by: str | None = None,
    cause: str | None = None,
) -> Analysis:
    """Runs the calculators that a report shows.

    :param rows: as opened by :func:`fealty.io.open_subscriptions`
    :param as_of: last day known; inferred by default
    :param period: day, week, month, quarter or year; the policy's by default
    :param window: periods that retention looks back; a year by default
    :param fiscal_year_start: first month of the fiscal year; the policy's by default
    :param policy: a preset, or a file of a policy's JSON; that of the vendor whose export it is by default
    :param on_error: "fail", or "drop" to leave bad rows out
    :param by: a column that was kept when the rows were read: what it says on a customer's first day makes
        the segments of the survival pages
    :param cause: a column that was kept: why a customer left; one with a common name by default
    :raises fealty.io.SourceError: when no row can be used
    """
    from fealty.io import SourceError

    table = rows.subscriptions(on_error)
    if len(table) == 0:
        raise SourceError(f"{rows.label}: every row is in error; fealty audit lists why")
    named = policy or rows.policy
    conventions = read_policy(named)
    options: dict[str, Any] = {"as_of": as_of, "period": period, "fiscal_year_start": fiscal_year_start}
    given = {name: value for name, value in options.items() if value is not None}
    ledger = fealty.revenue.mrr_ledger(table, policy=conventions, **given)
    made = ledger.policy.ledger
    if len(ledger.periods) == 0 and as_of is None:
        raise SourceError(f"{rows.label}: no row is MRR; trials, one-time and metered rows are not")
    if len(ledger.periods) == 0:
        raise SourceError(f"{rows.label}: no row starts on or before {as_of}; choose a later --as-of")
    window = WINDOWS[str(made.period)] if window is None else window
    analysis = Analysis(
        rows=rows,
        ledger=ledger,
        revenue=fealty.retention.revenue_retention(ledger, window=window),
        logos=fealty.retention.logo_retention(ledger, window=window),
        churn=fealty.retention.churn_rate(ledger),
        logo_cohorts=fealty.retention.cohort_table(ledger, value="logos"),
        net_cohorts=fealty.retention.cohort_table(ledger, value="net"),
        conventions=None,
        findings=rows.with_cells([*table.findings, *ledger.findings]),
        settings={
            "as_of": as_of,
            "period": str(made.period),
            "window": window,
            "fiscal_year_start": made.fiscal_year_start,
            "policy": named,
            "on_error": on_error,
            "by": by,
            "cause": cause,
        },
    )
    if analysis.last >= window:
        day = ledger.periods.period[analysis.last]
        analysis.conventions = fealty.retention.conventions(ledger, period=str(day), window=window)
    return analysis


def read_policy(named: str | None) -> Any:
    """A policy by the name of its preset, or out of a file with its JSON; the defaults without a name.

    :raises fealty.io.SourceError: when there is neither such a preset nor such a file
    """
    from fealty.io import SourceError

    presets = [str(each) for each in fealty.revenue.Preset]
    if named is None or named in presets:
        return fealty.revenue.preset_policy(named or "none")
    try:
        text = Path(named).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        if Path(named).suffix != ".json":
            raise SourceError(
                f"policy {named} is neither a .json file nor one of {', '.join(presets)}"
            ) from None
        raise SourceError(f"{named}: {error}") from None
    return fealty.revenue.policy_from_json(text)


def key_table(analysis: Analysis, last: int = 12) -> KeyTable:
    """The last periods: opening MRR, movements, closing MRR, retention.

    :param last: how many periods, at most
    """
    periods, currency = analysis.ledger.periods, analysis.ledger.currency
    columns = [
        "period",
        "opening",
        *(kind.replace("_", " ") for kind in MOVES),
        "closing",
        "NRR",
        "GRR",
        "logos",
    ]
    labels = _format.period_labels(periods.period, periods.period_end)
    cells = []
    for row in range(max(0, len(periods) - last), len(periods)):
        amounts = [
            _format.money(
                (-1 if name in ("contraction", "churn") else 1) * int(periods[f"{name}_minor"][row]),
                currency.exponent,
            )
            for name in ("opening", *MOVES, "closing")
        ]
        rates = [(analysis.revenue, "nrr"), (analysis.revenue, "grr"), (analysis.logos, "retention")]
        mark = "" if periods.complete[row] else "*"
        cells.append(
            [labels[row] + mark, *amounts, *(_format.percent(analysis.rate(*rate, row)) for rate in rates)]
        )
    notes = []
    if not periods.complete[-1]:
        notes.append(f"* not over on {analysis.ledger.as_of}")
    if all(line[-1] == line[-2] == line[-3] == _format.NONE for line in cells):
        notes.append(f"{_format.NONE} {_no_base(analysis)}")
    return KeyTable(f"MRR in {currency.code}", columns, cells, notes)


def _no_base(analysis: Analysis) -> str:
    have, window = len(analysis.ledger.periods), analysis.settings["window"]
    over = _format.plural(window, "period")
    return f"no base yet: retention over {over} needs {window + 1}, and there {'is' if have == 1 else 'are'} {have}"


def write(analysis: Analysis, path: str | Path, command: Sequence[str] = ()) -> None:
    """Writes the report; the file is there complete or not at all.

    :param path: where to
    :param command: the command line that makes it again
    """
    _write(to_html(analysis, command), Path(path))


def write_survival(
    analysis: Analysis, found: _survival.Pages, path: str | Path, command: Sequence[str] = ()
) -> None:
    """Writes the survival pages by themselves; the file is there complete or not at all.

    :param found: what they show
    :param path: where to
    :param command: the command line that makes them again
    """
    _write(survival_to_html(analysis, found, command), Path(path))


def write_coverage(
    analysis: Analysis, found: _coverage.Pages, path: str | Path, command: Sequence[str] = ()
) -> None:
    """Writes the coverage pages by themselves; the file is there complete or not at all.

    :param found: what they show
    :param path: where to
    :param command: the command line that makes them again
    """
    _write(coverage_to_html(analysis, found, command), Path(path))


def _write(text: str, path: Path) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe stays what it is
        path.write_text(text, encoding="utf-8")
        return
    path = path.resolve()  # a link stays a link: its target is replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def to_html(analysis: Analysis, command: Sequence[str] = ()) -> str:
    """The report as one page of HTML, pictures included."""
    parts = [
        _header(analysis, "Revenue and retention"),
        _headline(analysis),
        _pictures(analysis),
        _survival.to_sections(survival(analysis)),
        _adopted(analysis),
        _coverage_sections(analysis),
        _health_sections(analysis),
        _periods(analysis),
        _accounts(analysis),
        _conventions(analysis),
        _findings(analysis),
        _policy(analysis),
        _reproduce(analysis, command),
    ]
    return page(f"Revenue and retention: {_short_name(analysis)}", "".join(parts))


def _adopted(analysis: Analysis) -> str:
    """The adoption pages, where the source is a folder with usage or milestones."""
    if not _adoption_tables.has_adoption(analysis.rows.label):
        return ""
    return _adoption.to_sections(_adoption.pages(_adoption_tables.of_analysis(analysis)))


def adoption_to_html(label: str, parts: list[_adoption.Part], command: Sequence[str] = ()) -> str:
    """The adoption pages by themselves, as one page of HTML."""
    head = f"<header>\n<h1>Adoption</h1>\n<p class=sub>{html.escape(label)}</p>\n</header>\n"
    shell = f"<pre>{html.escape(shlex.join(command))}</pre>" if command else ""
    note = f"Made with fealty {html.escape(fealty.__version__)}."
    again = section("How to make these numbers again", shell, note)
    return page(f"Adoption: {label}", head + _adoption.to_sections(parts) + again)


def write_adoption(
    label: str, parts: list[_adoption.Part], path: str | Path, command: Sequence[str] = ()
) -> None:
    """Writes the adoption pages; the file is there complete or not at all.

    :param label: the source as it may be shown
    :param parts: what they show
    :param path: where to
    :param command: the command line that makes them again
    """
    _write(adoption_to_html(label, parts, command), Path(path))


def survival(analysis: Analysis, *, revenue: bool = False, find_segments: bool = True) -> _survival.Pages:
    """How long customers stay, those of today too; why they leave, and their renewals to come.

    :param revenue: curves of the MRR on the first day instead of customers
    :param find_segments: whether a column with a common name and few values makes the segments, where none
        was asked for
    """
    return _survival.pages(analysis, revenue, find_segments)


def survival_to_html(analysis: Analysis, found: _survival.Pages, command: Sequence[str] = ()) -> str:
    """The survival pages by themselves, as one page of HTML."""
    parts = [
        _header(analysis, "How long customers stay"),
        _survival.to_sections(found),
        _findings(analysis),
        _reproduce(analysis, command),
    ]
    return page(f"How long customers stay: {_short_name(analysis)}", "".join(parts))


def coverage(
    analysis: Analysis,
    *,
    tier_plan: str | None = None,
    weeks: int | None = None,
    hours: float | None = None,
    overhead: float | None = None,
) -> _coverage.Pages:
    """Who looks after whom: tiers, touches in time, work against time, losses by CSM.

    :param tier_plan: a file with the columns of a tier plan; the default plan otherwise
    :param weeks: how many are planned
    :param hours: of a full-time CSM in a week
    :param overhead: share of them that is not for accounts
    :raises fealty.io.SourceError: when the plan cannot be read
    """
    return _coverage.pages(analysis, _coverage.Settings(tier_plan, weeks, hours, overhead))


def coverage_to_html(analysis: Analysis, found: _coverage.Pages, command: Sequence[str] = ()) -> str:
    """The coverage pages by themselves, as one page of HTML."""
    parts = [
        _header(analysis, "Who looks after whom"),
        _coverage.to_sections(found),
        _findings(analysis),
        _reproduce(analysis, command),
    ]
    return page(f"Who looks after whom: {_short_name(analysis)}", "".join(parts))


def _coverage_sections(analysis: Analysis) -> str:
    """The coverage pages, of a source that has owners or touches."""
    if not _coverage.told(analysis):
        return ""
    return _coverage.to_sections(coverage(analysis))


def health(
    analysis: Analysis, *, scorecard: str | None = None, account: str | None = None
) -> _coverage.Pages:
    """The health of today's customers, what moved it, and what it hides; or one customer's score, opened.

    :param scorecard: a file of a card; that of the folder, or else the default card, otherwise
    :param account: whose score is opened
    :raises fealty.io.SourceError: when the card cannot be read, or nothing is known of the account
    """
    known = _health_tables.read(analysis, scorecard)
    return _health.of_known(known) if account is None else _health.account_pages(known, account)


def health_to_html(analysis: Analysis, found: _coverage.Pages, command: Sequence[str] = ()) -> str:
    """The health pages by themselves, as one page of HTML."""
    parts = [
        _header(analysis, "Health"),
        _coverage.to_sections(found),
        _findings(analysis),
        _reproduce(analysis, command),
    ]
    return page(f"Health: {_short_name(analysis)}", "".join(parts))


def write_health(
    analysis: Analysis, found: _coverage.Pages, path: str | Path, command: Sequence[str] = ()
) -> None:
    """Writes the health pages by themselves; the file is there complete or not at all.

    :param found: what they show
    :param path: where to
    :param command: the command line that makes them again
    """
    _write(health_to_html(analysis, found, command), Path(path))


def proof(
    source: Analysis | _health_tables.Judged,
    *,
    scorecard: str | None = None,
    settings: _proof.Settings | None = None,
) -> _coverage.Pages:
    """Whether a health score foretells who leaves: the verdict and its evidence.

    :param source: an analysis of a folder, or snapshots and outcomes
    :param scorecard: of a folder: a file of a card; its own, or else the default card, otherwise
    :param settings: what it is asked with
    :raises fealty.io.SourceError: when the card cannot be read
    """
    if isinstance(source, Analysis):
        source = _health_tables.judged(_health_tables.read(source, scorecard))
    return _proof.pages(source, settings)


def proof_to_html(label: str, found: _coverage.Pages, command: Sequence[str] = ()) -> str:
    """A proof by itself, as one page of HTML."""
    title = "Does the health score foretell who leaves?"
    head = f"<header>\n<h1>{title}</h1>\n<p class=sub>{html.escape(label)}</p>\n</header>\n"
    shell = f"<pre>{html.escape(shlex.join(command))}</pre>" if command else ""
    note = f"Made with fealty {html.escape(fealty.__version__)}."
    again = section("How to make these numbers again", shell, note)
    return page(f"Proof: {label}", head + _coverage.to_sections(found) + again)


def write_proof(
    label: str, found: _coverage.Pages, path: str | Path, command: Sequence[str] = ()
) -> None:
    """Writes a proof; the file is there complete or not at all.

    :param label: the source as it may be shown
    :param found: what the page shows
    :param path: where to
    :param command: the command line that makes it again
    """
    _write(proof_to_html(label, found, command), Path(path))


def _health_sections(analysis: Analysis) -> str:
    """The health pages and the summary of the proof, of a folder that tells of health."""
    from fealty.io import SourceError

    if not _health_tables.told(analysis):
        return ""
    try:
        known = _health_tables.read(analysis)
        told = _health.of_known(known)
    except (SourceError, fealty.Error) as error:
        return section("Health", f"<p>This cannot be told: {html.escape(str(error))}.</p>")
    for table in (table for part in told.parts for table in part.tables):
        table.most = HEALTH_LINES
    return _coverage.to_sections(told) + _proof_summary(known)


def _proof_summary(known: _health_tables.Known) -> str:
    from fealty.io import SourceError

    title = "Does the health score foretell who leaves?"
    try:
        judged = _health_tables.judged(known)
        made = _proof.pages(judged, _proof.Settings(draws=PROOF_DRAWS))
    except (SourceError, fealty.Error) as error:
        return section(title, f"<p>This cannot be told: {html.escape(str(error))}.</p>")
    parts = _proof.summary(made)
    parts[0].title = title
    parts[-1].notes.append("fealty prove shows all of the evidence.")
    return _coverage.to_sections(_coverage.Pages(parts, {}))


def _short_name(analysis: Analysis) -> str:
    label = analysis.rows.label
    return label if "://" in label else Path(label).name or label


def _header(analysis: Analysis, title: str) -> str:
    ledger, periods = analysis.ledger, analysis.ledger.periods
    labels = _format.period_labels(periods.period, periods.period_end)
    inferred = "" if analysis.settings["as_of"] else " (inferred from the rows)"
    facts = [
        ("source", analysis.rows.label),
        ("as of", f"{ledger.as_of}{inferred}"),
        ("currency", ledger.currency.code),
        ("rows", _format.count(len(analysis.rows))),
        ("accounts", _format.count(analysis.rows.accounts())),
        (
            "periods",
            f"{_format.count(len(periods))} {analysis.settings['period']}s, {labels[0]} to {labels[-1]}"
            if len(periods) > 1
            else f"1 {analysis.settings['period']}, {labels[0]}",
        ),
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{html.escape(value)}</dd></div>" for name, value in facts)
    name = html.escape(_short_name(analysis))
    return f"<header>\n<h1>{title}</h1>\n<p class=sub>{name}</p>\n<dl>{listed}</dl>\n</header>\n"


def _headline(analysis: Analysis) -> str:
    ledger, last = analysis.ledger, analysis.last
    periods, exponent, code = ledger.periods, ledger.currency.exponent, ledger.currency.code
    label = _format.period_labels(periods.period, periods.period_end)[last]
    closing, window = int(periods.closing_minor[last]), analysis.settings["window"]
    back = f"{_format.plural(window, analysis.settings['period'])} before"
    row = analysis.at(analysis.logos, last)
    interval = ""
    if row is not None and np.isfinite(analysis.logos.lower[row]):
        lower, upper = (_format.percent(float(analysis.logos[edge][row])) for edge in ("lower", "upper"))
        interval = f"; 95% interval {lower} to {upper}"
    rates: list[tuple[str, Any, str, str]] = [
        ("NRR", analysis.revenue, "nrr", f"MRR now of the accounts that had MRR {back}, over their MRR then"),
        (
            "GRR",
            analysis.revenue,
            "grr",
            "the same, no account for more than it had then: growth hides no loss",
        ),
        (
            "Logo retention",
            analysis.logos,
            "retention",
            f"share of the customers of {back} that are customers now{interval}",
        ),
        (
            "Logo churn",
            analysis.churn,
            "logo_churn",
            f"share of the opening customers that left within the {analysis.settings['period']}",
        ),
        (
            "Gross MRR churn",
            analysis.churn,
            "gross_mrr_churn",
            "churn and contraction within it, over its opening MRR",
        ),
        (
            "Net MRR churn",
            analysis.churn,
            "net_mrr_churn",
            "the same less expansion; below 0 when expansion is more",
        ),
    ]
    tiles = [
        (
            "MRR",
            _format.money(closing, exponent),
            f"{code} a month from {_format.plural(int(periods.closing_accounts[last]), 'customer')}",
        ),
        ("ARR", _format.money(12 * closing, exponent), f"{code} a year: 12 \N{MULTIPLICATION SIGN} MRR"),
    ]
    for name, result, column, meaning in rates:
        rate = analysis.rate(result, column, last)
        if np.isnan(rate):
            meaning = _no_base(analysis) if result is not analysis.churn else "no customers at its opening"
        tiles.append((name, _format.percent(rate), meaning))
    listed = "".join(
        f"<div class=tile><h3>{name}</h3><p class='big{' long' if len(value) > 14 else ''}'>{value}</p>"
        f"<p>{html.escape(meaning)}</p></div>"
        for name, value, meaning in tiles
    )
    note = (
        "The last complete period."
        if periods.complete[last]
        else f"Not over on {ledger.as_of}; no period is complete yet."
    )
    return section(f"At the end of {label}", f"<div class=tiles>{listed}</div>", note)


def _pictures(analysis: Analysis) -> str:
    from fealty import plots

    ledger, year = analysis.ledger, WINDOWS[analysis.settings["period"]]
    falls = [
        picture(
            "MRR waterfall of the last year of complete periods",
            (7.4, 3.9),
            lambda ax: plots.waterfall(ledger, periods=year, ax=ax),
        ),
        picture(
            "MRR waterfall of the last complete period",
            (7.4, 3.9),
            lambda ax: plots.waterfall(ledger, periods=1, ax=ax),
        ),
    ][: 2 if year > 1 and np.count_nonzero(ledger.periods.complete) > 1 else 1]  # not the same one twice
    moves = picture("Movements of MRR by period", (11.5, 4.2), lambda ax: plots.movements(ledger, ax=ax))
    maps = [_cohorts(analysis.logo_cohorts, "Logos kept"), _cohorts(analysis.net_cohorts, "Net revenue kept")]
    return "".join(
        [
            section(
                "How MRR moved",
                f"<figure class=pair>{''.join(falls)}</figure>",
                "Sums of the movements of each period. New business never had MRR before, reactivation once "
                "had; expansion and contraction are of accounts that stayed, churn of accounts that left.",
            ),
            section(
                "Movements by period",
                f"<figure>{moves}</figure>",
                "Gains above the line, losses below it; the black line is their sum.",
            ),
            _retention(analysis),
            section(
                "Cohorts",
                "".join(f"<figure>{each}</figure>" for each in maps),
                "Accounts by the period in which they became customers, and what is left of them since, in "
                "percent. Hatched cells belong to a period that is not over.",
            ),
        ]
    )


def _cohorts(table: Any, title: str) -> str:
    from fealty import plots

    size = plots.heat_map_size(table)
    return picture(
        f"{title} by cohort and age", size, lambda ax: plots.cohort_heat_map(table, title=title, ax=ax)
    )


def _retention(analysis: Analysis) -> str:
    from fealty import plots

    if len(analysis.revenue) == 0:
        return section("Retention", f"<p>There is {_no_base(analysis)}.</p>")
    lines = picture(
        "NRR, GRR and logo retention by period",
        (11.5, 4.0),
        lambda ax: plots.retention_lines(analysis.revenue, analysis.logos, ax=ax),
    )
    window = _format.plural(analysis.settings["window"], "period")
    note = f"Each point looks {window} back. The names carry the last complete period."
    return section("Retention", f"<figure>{lines}</figure>", note)


def _periods(analysis: Analysis) -> str:
    table = key_table(analysis, last=len(analysis.ledger.periods))
    notes = "".join(f"<p class=note>{html.escape(note)}</p>" for note in table.notes)
    return section(
        f"Every period, {table.title}",
        html_table(table.columns, table.cells, numbers=True) + notes,
        "Opening and movements sum to closing, to the last digit; contraction and churn carry their minus.",
    )


def _accounts(analysis: Analysis) -> str:
    periods = analysis.ledger.periods
    names = ("opening", *MOVES, "closing")
    labels = _format.period_labels(periods.period, periods.period_end)
    counts = [
        [_format.count(periods[f"{name}_accounts"][row]) for name in names] for row in range(len(periods))
    ]
    cells = [
        [label + ("" if done else "*"), *line]
        for label, done, line in zip(labels, periods.complete, counts, strict=True)
    ]
    columns = ["period", *(name.replace("_", " ") for name in names)]
    return section(
        "Every period, in accounts",
        html_table(columns, cells, numbers=True),
        "How many accounts each movement is of.",
    )


MEASURES = {"nrr": "NRR", "grr": "GRR", "logo_retention": "Logo retention"}


def convention_cells(conventions: Any, measure: str) -> list[list[str]]:
    """Of a measure by each convention: rate, interval, what it is of, name, what it counts and who uses it."""
    cells = []
    for row in range(len(conventions)):
        if str(conventions.measure[row]) != measure:
            continue
        low, high = float(conventions.lower[row]), float(conventions.upper[row])
        interval = "" if low != low else f"{_format.percent(low)} to {_format.percent(high)}"
        used_by = str(conventions.used_by[row])
        cells.append(
            [
                _format.percent(float(conventions.value[row])),
                interval,
                str(conventions.convention[row]),
                str(conventions.definition[row]),
                used_by,
            ]
        )
    return cells


def different(conventions: Any) -> int:
    """How many different figures the conventions give: by measure, as they are shown."""
    return sum(len({line[0] for line in convention_cells(conventions, measure)}) for measure in MEASURES)


def _conventions(analysis: Analysis) -> str:
    from fealty import plots

    found = analysis.conventions
    if found is None:
        return section("Conventions", f"<p>There is {_no_base(analysis)}.</p>")
    dots = picture(
        "NRR, GRR and logo retention by convention",
        plots.convention_dots_size(found),
        lambda ax: plots.convention_dots(found, ax=ax),
    )
    head = ["rate", "interval", "convention", "what it counts", "used by"]
    tables = "".join(
        f"<h3>{title}</h3>{html_table(head, convention_cells(found, measure))}"
        for measure, title in MEASURES.items()
    )
    label = _format.period_labels(analysis.ledger.periods.period, analysis.ledger.periods.period_end)[
        analysis.last
    ]
    note = (
        f"The same rows, {html.escape(label)} over {_format.plural(found.window, 'period')}, by every convention in "
        f"use: {different(found)} different figures. This report's own are the cohort forms."
    )
    return section("Conventions", f"<figure>{dots}</figure>{tables}", note)


def _findings(analysis: Analysis) -> str:
    if not analysis.findings:
        return section("Findings", "<p>Nothing odd was found in the rows.</p>")
    cells = [
        [each.code, str(each.severity), _format.count(len(each.rows)), str(each.message)]
        for each in analysis.findings
    ]
    return section(
        "Findings",
        html_table(["code", "severity", "count", "the first of them"], cells),
        "What is odd about the rows. Rows are numbered from 0, the first after the header; "
        "<code>fealty audit</code> shows them.",
    )


def _policy(analysis: Analysis) -> str:
    policy = fealty.revenue.describe_policy(analysis.revenue.policy)  # the ledger's, and the window
    cells = [list(line) for line in zip(policy.convention, policy.value, policy.meaning, strict=True)]
    return section(
        "Policy",
        html_table(["convention", "value", "what it does"], cells),
        "The conventions that these numbers were made with.",
    )


def python_lines(analysis: Analysis) -> str:
    """Python that makes the same numbers."""
    rows, settings = analysis.rows, analysis.settings
    ledger = [f"as_of={str(analysis.ledger.as_of)!r}", f"period={settings['period']!r}"]
    if settings["fiscal_year_start"] != 1:
        ledger.append(f"fiscal_year_start={settings['fiscal_year_start']}")
    if settings["policy"]:
        text = repr(settings["policy"])
        is_preset = settings["policy"] in [str(each) for each in fealty.revenue.Preset]
        ledger.append(f"policy={text if is_preset else f'report.read_policy({text})'}")
    window = f"window={settings['window']}"
    return "\n".join(
        [
            "import fealty as ft",
            "from fealty import io, report" if "report." in "".join(ledger) else "from fealty import io",
            "",
            f"subscriptions = {rows.reading(settings['on_error'])}",
            f"ledger = ft.revenue.mrr_ledger(subscriptions, {', '.join(ledger)})",
            f"revenue = ft.retention.revenue_retention(ledger, {window})",
            f"logos = ft.retention.logo_retention(ledger, {window})",
            "churn = ft.retention.churn_rate(ledger)",
            'cohorts = ft.retention.cohort_table(ledger, value="net")',
            "lives = ft.retention.lifetimes(ft.retention.customer_lifetimes(ledger))",
            'curve = ft.survival.kaplan_meier(lives, cluster="account")',
        ]
    )


def _reproduce(analysis: Analysis, command: Sequence[str]) -> str:
    shell = f"<pre>{html.escape(shlex.join(command))}</pre>" if command else ""
    lines = f"<pre>{html.escape(python_lines(analysis))}</pre>"
    return section(
        "How to make these numbers again",
        shell + lines,
        f"Made with fealty {html.escape(fealty.__version__)}.",
    )
