# SPDX-License-Identifier: MIT
"""The command `fealty`: from a table of subscriptions to a report, at a prompt."""

import contextlib
import csv
import functools
import inspect
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import fealty
from fealty import _format

try:
    import duckdb as _duckdb  # noqa: F401
    import typer
    from rich.cells import cell_len
    from rich.console import Console
    from rich.text import Text
except ImportError as error:  # what a user sees of this module is its command
    missing = (error.name or "").partition(".")[0]
    print(f"fealty: the command line needs {missing}: pip install 'fealty[cli]'", file=sys.stderr)
    raise SystemExit(2) from None

from fealty import (
    _adoption,
    _adoption_tables,
    _coverage,
    _health,
    _health_tables,
    _proof,
    _survival,
    io,
    report,
)
from fealty._sources import shown

USAGE, FINDINGS, INTERRUPTED = 2, 1, 130
MOST_PRINTED = 24  #: lines of a table at a prompt; of longer ones only the first
# click's ClickException, or that of the click that newer Typers bring along
UsageError: type[Exception] = typer.BadParameter.__mro__[2]

ALTERNATIVES = (
    ("currency", "currency_column"),
    io.PRICES,
    ("kind", "trial"),
    ("table", "query"),
    ("vendor", "mapping"),
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Show(StrEnum):
    periods = "periods"
    movements = "movements"
    revenue_retention = "revenue_retention"
    logo_retention = "logo_retention"
    churn_rate = "churn_rate"
    cohort_table = "cohort_table"


class ShowCoverage(StrEnum):
    tiers = "tiers"
    cadence = "cadence"
    coverage_share = "coverage_share"
    coverage_gaps = "coverage_gaps"
    weeks = "weeks"
    workload = "workload"
    csms = "csms"
    what_if = "what_if"
    assignment = "assignment"
    books = "books"
    performance = "performance"


class ShowHealth(StrEnum):
    scores = "scores"
    lead_time = "lead_time"
    loyalty = "loyalty"
    sentiment = "sentiment"
    lint = "lint"
    explanation = "explanation"
    change = "change"


class ShowProof(StrEnum):
    figures = "figures"
    bands = "bands"
    roc = "roc"
    lift = "lift"
    calibration = "calibration"
    benefit = "benefit"
    lead_time = "lead_time"
    landmarks = "landmarks"
    leaks = "leaks"
    score_drift = "score_drift"
    feature_drift = "feature_drift"


class AtRisk(StrEnum):
    all = "all"
    due_in_window = "due_in_window"


class Polarity(StrEnum):
    higher_is_healthier = "higher_is_healthier"
    lower_is_healthier = "lower_is_healthier"


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


class Source(NamedTuple):
    """What the options that every command shares say."""

    source: str
    columns: dict[str, str]
    options: dict[str, str]


class Ledger(NamedTuple):
    """What the options of commands that make a ledger say."""

    as_of: str | None
    period: str | None
    window: int | None
    fiscal_year_start: int | None
    policy: str | None
    on_error: str


def _column(help_: str) -> Any:
    return typer.Option(
        metavar="COLUMN",
        help=help_,
        rich_help_panel="Columns, where they have no common name",
        show_default=False,
    )


def _reading(help_: str, metavar: str) -> Any:
    return typer.Option(metavar=metavar, help=help_, rich_help_panel="Reading", show_default=False)


def _counting(help_: str, metavar: str | None = None) -> Any:
    return typer.Option(metavar=metavar, help=help_, rich_help_panel="Counting", show_default=False)


def _source(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            show_default=False,
            help="CSV, TSV, Parquet, JSON, SQLite or DuckDB file, a postgresql:// URL, a folder with "
            "subscriptions.csv, or - for CSV from standard input",
        ),
    ],
    account: Annotated[str | None, _column("who pays")] = None,
    start: Annotated[str | None, _column("first day of a row")] = None,
    end: Annotated[str | None, _column("first day after it; empty while it lasts")] = None,
    mrr: Annotated[str | None, _column("monthly amount")] = None,
    mrr_minor: Annotated[str | None, _column("monthly amount in cents, yen, …")] = None,
    amount: Annotated[str | None, _column("amount per interval, instead of --mrr")] = None,
    amount_minor: Annotated[str | None, _column("amount per interval in cents, yen, …")] = None,
    interval_unit: Annotated[str | None, _column("day, week, month, quarter or year of --amount")] = None,
    interval_count: Annotated[str | None, _column("how many of these it pays for")] = None,
    quantity: Annotated[str | None, _column("units that --amount is for one of")] = None,
    discount: Annotated[str | None, _column("off --amount times --quantity")] = None,
    discount_end: Annotated[str | None, _column("first day without the discount")] = None,
    kind: Annotated[str | None, _column("recurring, trial, metered, one_time or refund")] = None,
    trial: Annotated[str | None, _column("true for a trial, instead of --kind")] = None,
    status: Annotated[str | None, _column("active, trialing, past_due, unpaid or paused")] = None,
    subscription: Annotated[str | None, _column("whose row it is")] = None,
    item: Annotated[str | None, _column("the subscription's item")] = None,
    plan: Annotated[str | None, _column("what it buys")] = None,
    cancel_requested: Annotated[str | None, _column("the day the customer asked to cancel")] = None,
    paid_through: Annotated[str | None, _column("first day that is not paid for")] = None,
    signed_on: Annotated[str | None, _column("the day it was signed")] = None,
    currency_column: Annotated[str | None, _column("each row's currency")] = None,
    currency: Annotated[
        str | None, _reading("currency of every row; USD where nothing says another", "CODE")
    ] = None,
    table: Annotated[
        str | None, _reading("table of a database; 'subscriptions' or its only one by default", "NAME")
    ] = None,
    query: Annotated[str | None, _reading("SQL to read; a file is the table 'source' in it", "SQL")] = None,
    date_format: Annotated[
        str | None, _reading("how dates are written, such as %d/%m/%Y; 2024-12-31 by default", "FORMAT")
    ] = None,
    time_zone: Annotated[
        str | None, _reading("in which instants become days; UTC by default", "ZONE")
    ] = None,
    decimal: Annotated[
        str | None, _reading("what stands before decimals with --vendor or --mapping: '.' or ','", "SIGN")
    ] = None,
    vendor: Annotated[
        str | None,
        _reading("whose export it is, such as stripe_subscriptions; 'auto' looks at its columns", "NAME"),
    ] = None,
    mapping: Annotated[
        str | None, _reading("TOML file that says what the columns of an export are", "FILE")
    ] = None,
) -> Source:
    given = {name: value for name, value in locals().items() if name != "source" and value is not None}
    columns = {name: given.pop(name) for name in io.FIELDS if name in given}
    return Source(source, columns, given)


def _ledger(
    as_of: Annotated[
        str | None, _counting("last day known; otherwise inferred from the rows", "DATE")
    ] = None,
    period: Annotated[fealty.Period | None, _counting("how time is cut; month by default")] = None,
    window: Annotated[
        int | None, _counting("periods that retention looks back; a year's by default", "PERIODS")
    ] = None,
    fiscal_year_start: Annotated[
        int | None, _counting("first month of the fiscal year; 1 by default", "MONTH")
    ] = None,
    policy: Annotated[
        str | None,
        _counting(
            "conventions: chartmogul, stripe, baremetrics, profitwell, chargebee or smsb, or a .json file; "
            "a vendor's own with --vendor",
            "PRESET",
        ),
    ] = None,
    on_error: Annotated[
        fealty.OnError,
        _counting("what to do with rows in error: fail stops, drop leaves them out and lists them"),
    ] = fealty.OnError["fail"],
) -> Ledger:
    return Ledger(as_of, period.value if period else None, window, fiscal_year_start, policy, on_error.value)


class Customers(NamedTuple):
    """What the options of commands that follow customers say."""

    by: str | None
    cause: str | None


ALL_CUSTOMERS = Customers(None, None)


def _customers(
    by: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            help="segments: what it says on a customer's first day; in a report a column plan or segment "
            "with few values by default",
            rich_help_panel="Customers",
            show_default=False,
        ),
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            help="why a customer left, on the row that ends; a column churn_reason or the like, or a "
            "folder's causes.csv, by default",
            rich_help_panel="Customers",
            show_default=False,
        ),
    ] = None,
) -> Customers:
    return Customers(by, cause)


def _with(*groups: Callable[..., Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of groups; it receives what each group makes of them, in order."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        shared = [inspect.signature(group).parameters for group in groups]
        own = list(inspect.signature(command).parameters.values())[len(groups) :]

        @functools.wraps(command)
        def run(**given: Any) -> None:
            made = [
                group(**{name: given.pop(name) for name in names})
                for group, names in zip(groups, shared, strict=True)
            ]
            command(*made, **given)

        parameters = [*shared[0].values(), *own, *(each for names in shared[1:] for each in names.values())]
        keyword = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in parameters]
        run.__signature__ = inspect.Signature(keyword)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in keyword}
        del run.__wrapped__
        return run

    return decorate


def _open(
    source: Source, settings: Ledger | None = None, customers: Customers = ALL_CUSTOMERS
) -> tuple[io.SubscriptionRows, dict[str, Any]]:
    """Reads the rows as the options, or else fealty.toml, say; tells what was found."""
    path, config = io.read_config(source.source)
    given = source.columns | source.options
    told = config["subscriptions"] | given
    for alternatives in ALTERNATIVES:  # an option replaces what the file says in another way
        if any(name in given for name in alternatives):
            told = {name: value for name, value in told.items() if name in given or name not in alternatives}
    columns = {name: told.pop(name) for name in io.FIELDS if name in told}
    with _progress("reading"):
        rows = _rows(source.source, columns, told, customers)
    counting = {name: str(value) if name == "as_of" else value for name, value in config["ledger"].items()}
    if settings:
        counting |= {name: value for name, value in settings._asdict().items() if value is not None}
    if counting.get("period", "month") not in report.WINDOWS:
        raise io.SourceError(f"period = {counting['period']} is not one of {', '.join(report.WINDOWS)}")
    _tell(rows, path)
    return rows, counting | {name: value for name, value in customers._asdict().items() if value is not None}


def _rows(
    source: str, columns: dict[str, str], told: dict[str, str], customers: Customers
) -> io.SubscriptionRows:
    """The rows of a source whose columns are found, or of a vendor's export."""
    if "vendor" not in told and "mapping" not in told:
        if "decimal" in told:
            raise io.SourceError("--decimal is for exports: it needs --vendor or --mapping")
        keep = [name for name in customers if name is not None]
        return io.open_subscriptions(source, columns, keep=keep, **told)
    for name, column in customers._asdict().items():
        if column is not None:
            raise io.SourceError(f"--{name} is for tables of subscriptions, not for an export")
    if columns:
        option = f"--{next(iter(columns)).replace('_', '-')}"
        how = "vendor" if "vendor" in told else "mapping"
        raise io.SourceError(f"--{how} and {option} exclude each other; a mapping file names columns")
    if told.get("vendor") == "auto":
        told = {name: value for name, value in told.items() if name != "vendor"}
    return io.open_vendor(source, **told)


def _tell(rows: io.SubscriptionRows, config: Path | None) -> None:
    """What was found, on standard error."""
    found = ", ".join(f"{name} = {column}" for name, column in rows.columns.items())
    _say(f"{rows.label}: {_format.plural(len(rows), 'row')} of {_format.plural(rows.accounts(), 'account')}")
    _say(f"columns: {found}")
    for note in [*([f"settings: {config}"] if config else []), *rows.notes]:
        _say(note)


def _say(text: str) -> None:
    _console(sys.stderr).print(Text(text, style="dim"), soft_wrap=True)


def _console(stream: Any) -> Console:
    """Plain text for files and pipes, and for people who say NO_COLOR."""
    watched = stream.isatty()
    plain = not watched or bool(os.environ.get("NO_COLOR"))
    return Console(
        file=stream,
        width=None if watched else 10_000,
        color_system=None if plain else "auto",
        highlight=False,
    )


@contextlib.contextmanager
def _progress(doing: str) -> Iterator[None]:
    """Shows that something is being done, to people who watch."""
    if not sys.stderr.isatty():
        yield
        return
    with _console(sys.stderr).status(f"{doing} …"):
        yield


def _analyze(rows: io.SubscriptionRows, counting: dict[str, Any]) -> report.Analysis:
    with _progress("counting"):
        analysis = report.analyze(rows, **counting)
    for each in analysis.findings:
        if each.code == "as_of_inferred":
            _say(str(each.message).replace("as_of", "--as-of"))
    left_out = {
        row
        for each in analysis.findings
        if each.severity == "error" and not getattr(each, "table", "")
        for row in each.rows
    }
    if left_out:
        _say(f"{_format.plural(len(left_out), 'row')} in error left out; fealty audit lists them")
    return analysis


@app.command("report")
@_with(_source, _ledger, _customers)
def report_command(
    source: Source,
    ledger: Ledger,
    customers: Customers,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="where the report goes")
    ] = Path("report.html"),
    strict: Annotated[bool, typer.Option("--strict", help="exit with 1 when there are findings")] = False,
) -> None:
    """Write a report of revenue and retention, and print its key table.

    The report is one HTML file that needs no network: MRR and its movements,
    NRR, GRR and logo retention, cohorts, findings, and the conventions behind
    the numbers; how long customers stay, by segment, why they leave, how likely
    those of today are to stay, and their renewals to come. Columns with common
    names are found; others are named by options, or in a fealty.toml beside the
    source or in the current folder:

      \\[subscriptions]
      account = "org"
      mrr = "monthly_usd"

    [bold]Examples[/bold]

      fealty report subscriptions.csv
      fealty report subscriptions.csv -o march.html --as-of 2024-03-31
      fealty report billing.parquet --account org --mrr monthly --period quarter
      fealty report billing.duckdb --query "from subs where region = 'EU'"
      fealty report subscriptions.csv --vendor stripe_subscriptions
    """
    _may_write(output, source)
    _need_matplotlib()
    rows, counting = _open(source, ledger, customers)
    analysis = _analyze(rows, counting)
    with _progress("drawing"):
        report.write(analysis, output, _command_line(analysis, output))
    _print_key_table(analysis)
    print(f"report: {output}")
    raise typer.Exit(FINDINGS if strict and analysis.findings else 0)


@app.command()
@_with(_source)
def audit(
    source: Source,
    strict: Annotated[bool, typer.Option("--strict", help="exit with 1 when there are findings")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON, with every row's number")] = False,
    examples: Annotated[
        int, typer.Option("--examples", min=0, metavar="ROWS", help="rows to show of each finding")
    ] = 3,
) -> None:
    """List what is wrong or odd about the rows: code, severity, count, example rows.

    Errors are rows that cannot be used; findings are odd but computable:
    overlaps, gaps, ends on the last day of the data. Rows are counted from 0,
    the first after the header. The exit code is 0 when the source could be
    read, and 1 with --strict when there is anything to list.

    [bold]Examples[/bold]

      fealty audit subscriptions.csv
      fealty audit subscriptions.csv --strict --json > findings.json
    """
    rows, _ = _open(source)
    with _progress("auditing"):
        findings = rows.audit()
    if as_json:
        listed = [
            {
                "code": each.code,
                "severity": str(each.severity),
                "count": len(each.rows),
                "rows": [int(row) for row in each.rows],
                "message": str(each.message),
                "examples": rows.examples_of(each, examples),
            }
            for each in findings
        ]
        print(
            json.dumps(
                {"source": rows.label, "row_count": len(rows), "findings": listed},
                indent=2,
                ensure_ascii=False,
            )
        )
    else:
        _print_findings(rows, findings, examples)
    raise typer.Exit(FINDINGS if strict and findings else 0)


@app.command()
@_with(_source, _ledger)
def ledger(
    source: Source,
    settings: Ledger,
    show: Annotated[Show, typer.Option("--show", help="which result")] = Show.periods,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print the numbers themselves: periods, movements, retention or cohorts.

    Amounts are exact, in major units; CSV and JSON have them without
    separators, ready for another program.

    [bold]Examples[/bold]

      fealty ledger subscriptions.csv
      fealty ledger subscriptions.csv --show movements -f csv > movements.csv
      fealty ledger subscriptions.csv --show revenue_retention -f json
    """
    rows, counting = _open(source, settings)
    analysis = _analyze(rows, counting)
    results = {
        Show.periods: lambda: analysis.ledger.periods,
        Show.movements: lambda: analysis.ledger.movements,
        Show.revenue_retention: lambda: analysis.revenue,
        Show.logo_retention: lambda: analysis.logos,
        Show.churn_rate: lambda: analysis.churn,
        Show.cohort_table: lambda: analysis.net_cohorts,
    }
    _print_result(results[show](), analysis.ledger.currency, format_)


@app.command()
@_with(_source, _ledger)
def conventions(
    source: Source,
    settings: Ledger,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="PERIOD", help="such as 2024-12; the last complete one by default"),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print NRR, GRR and logo retention by every convention, side by side.

    The same rows, the same window: each figure comes with what it counts and
    who counts so. Intervals are of accounts drawn with replacement, and
    Wilson's for accounts; rates of totals have none.

    [bold]Examples[/bold]

      fealty conventions subscriptions.csv
      fealty conventions subscriptions.csv --window 3 --at 2024-06
      fealty conventions subscriptions.csv -f csv > conventions.csv
    """
    rows, counting = _open(source, settings)
    analysis = _analyze(rows, counting)
    window = analysis.settings["window"]
    with _progress("comparing"):
        found = fealty.retention.conventions(analysis.ledger, period=at or "", window=window)
    if format_ is not Format.table:
        _print_result(found, analysis.ledger.currency, format_)
        return
    _print_conventions(found, window)


@app.command()
@_with(_source, _ledger, _customers)
def survival(
    source: Source,
    settings: Ledger,
    customers: Customers,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="also writes the pages, as one HTML file"),
    ] = None,
    revenue: Annotated[bool, typer.Option("--revenue", help="of MRR instead of customers")] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="also draws the curves: .png, .svg or .pdf")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print how long customers stay, and how likely those of today are to stay longer.

    Survival by age, medians and a test; then the customers of today by tenure:
    their chance to stay, and how many, with how much MRR, are expected to
    leave. Customers who are still there count as long as they were seen. A
    customer who left and came back has two lives. CSV and JSON have the whole
    curves; the pages (-o) also have causes and renewals.

    [bold]Examples[/bold]

      fealty survival subscriptions.csv
      fealty survival subscriptions.csv --by plan --plot curves.png
      fealty survival subscriptions.csv --by plan --cause reason -o survival.html
      fealty survival subscriptions.csv --by plan -f csv > curves.csv
    """
    if output is not None:
        _may_write(output, source)
    if output is not None or plot is not None:
        _need_matplotlib()
    rows, counting = _open(source, settings, customers)
    analysis = _analyze(rows, counting)
    with _progress("following"):
        found = report.survival(analysis, revenue=revenue, find_segments=False)
    if plot is not None:
        ax = found.stay.curve.plot()
        ax.figure.savefig(plot, dpi=150)
    if output is not None:
        with _progress("drawing"):
            report.write_survival(analysis, found, output, _command_line(analysis, output, "survival"))
    if format_ is not Format.table:
        _print_result(found.stay.curve, analysis.ledger.currency, format_)
        return
    _print_survival(found)
    if output is not None:
        print(f"report: {output}")


def _print_survival(found: _survival.Pages) -> None:
    def print_cells(columns: Sequence[str], cells: Sequence[Sequence[str]], title: str | None) -> None:
        _print_table(columns, [[_survival.in_a_line(cell) for cell in line] for line in cells], title)

    print_cells(found.stay.columns, found.stay.cells, found.stay.title)
    for note in [*found.stay.sentences, *([found.why_all] if found.why_all else []), *found.stay.notes]:
        print(note)
    print()
    if isinstance(found.today, str):
        print(found.today)
        return
    print_cells(["tenure", *found.today.columns], found.today.tenures, "Customers of today")
    if found.today.segments:
        print()
        print_cells([found.by or "", *found.today.columns], found.today.segments, None)
    for note in [found.today.sentence, *found.today.notes]:
        print(note)


@app.command()
@_with(_source, _ledger)
def coverage(
    source: Source,
    settings: Ledger,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="also writes the pages, as one HTML file"),
    ] = None,
    tier_plan: Annotated[
        str | None,
        typer.Option(
            "--tier-plan",
            metavar="FILE",
            help="your tiers: a table with tier, threshold, cadence_days, hours; a plan to begin with by "
            "default",
        ),
    ] = None,
    weeks: Annotated[
        int | None, typer.Option("--weeks", min=1, max=520, help="how many are planned; 52 by default")
    ] = None,
    hours: Annotated[
        float | None,
        typer.Option("--hours", help="of a full-time CSM in a week; 40 by default, an assumption"),
    ] = None,
    overhead: Annotated[
        float | None,
        typer.Option(
            "--overhead", help="share of them that is not for accounts; 0.25 by default, an assumption"
        ),
    ] = None,
    show: Annotated[
        ShowCoverage | None,
        typer.Option("--show", help="one result alone, every row; cadence in CSV and JSON"),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print who looks after whom: touches in time, work against time, losses by CSM.

    SOURCE is a folder: beside subscriptions it may have touches, owners,
    contracts, accounts and staff, as CSV or Parquet. What is missing says which
    table would bring it. More work than people is an answer: by how much, how
    many people it takes, and what fewer accounts that they touch would change.

    [bold]Examples[/bold]

      fealty coverage company/
      fealty coverage company/ -o coverage.html --weeks 26 --hours 36
      fealty coverage company/ --tier-plan tiers.csv
      fealty coverage company/ --show cadence -f csv > overdue.csv
    """
    if output is not None:
        _may_write(output, source)
        _need_matplotlib()
    rows, counting = _open(source, settings)
    analysis = _analyze(rows, counting)
    told = {"tier_plan": tier_plan, "weeks": weeks, "hours": hours, "overhead": overhead}
    given: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    with _progress("planning"):
        found = report.coverage(analysis, **given)
    if output is not None:
        with _progress("drawing"):
            again = _command_line(analysis, output, "coverage", given)
            report.write_coverage(analysis, found, output, again)
    if show is not None or format_ is not Format.table:
        _print_coverage_result(found, show or ShowCoverage.cadence, analysis, format_)
        return
    for place, part in enumerate(found.parts):
        if place:
            print()
        _print_part(part)
    if output is not None:
        print(f"report: {output}")


def _print_coverage_result(
    found: _coverage.Pages, show: ShowCoverage, analysis: report.Analysis, format_: Format
) -> None:
    if show.value not in found.results:
        why = next(
            (each.sentences for each in found.parts if show in _coverage.RESULTS.get(each.title, ())), []
        )
        raise io.SourceError(f"there is no {show.value}: {' '.join(why)}")
    _print_result(found.results[show.value], analysis.ledger.currency, format_)


def _print_part(part: _coverage.Part) -> None:
    """A section at a prompt: its sentences, the beginning of each table, its notes."""
    _console(sys.stdout).print(Text(part.title, style="bold"))
    for text in [part.lead, *part.sentences] if part.lead else part.sentences:
        print(_format.visible(text, 1000))
    for table in part.tables:
        cells = [[_format.visible(_survival.in_a_line(cell)) for cell in line] for line in table.cells]
        if table.title:
            print()
        short = table.more or len(cells) > MOST_PRINTED
        shown_cells = cells[: _coverage.SHORT] if short else cells
        _print_table(table.columns, shown_cells, table.title or None, left=1 if table.numbers else 99)
        if len(shown_cells) < len(cells):
            where = f"--show {table.more}, or the pages (-o)" if table.more else "the pages (-o)"
            print(f"and {len(cells) - len(shown_cells):,} more: {where}")
    for text in part.notes:
        print(_format.visible(text, 1000))


@app.command()
def adoption(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE", show_default=False, help="a folder of tables, or usage in a file or database"
        ),
    ],
    account: Annotated[str | None, _column("whose event it is")] = None,
    user: Annotated[str | None, _column("who did it")] = None,
    time: Annotated[str | None, _column("when")] = None,
    event: Annotated[str | None, _column("what was done")] = None,
    value: Annotated[str | None, _column("how often, or how much")] = None,
    by: Annotated[str | None, _counting("groups: a column of accounts", "COLUMN")] = None,
    core: Annotated[
        list[str] | None, _counting("an event that depth counts; may be repeated", "EVENT")
    ] = None,
    feature: Annotated[
        list[str] | None, _counting("a key feature for breadth; may be repeated", "EVENT")
    ] = None,
    window: Annotated[int | None, _counting("days of monthly active users; 28 by default", "DAYS")] = None,
    every: Annotated[fealty.Period, _counting("how time is cut")] = fealty.Period["week"],
    as_of: Annotated[str | None, _counting("last day known; otherwise the last of the rows", "DATE")] = None,
    time_zone: Annotated[str, _reading("in which instants become days; UTC by default", "ZONE")] = "UTC",
    date_format: Annotated[str | None, _reading("how dates are written, such as %d/%m/%Y", "FORMAT")] = None,
    table: Annotated[str | None, _reading("table of a database; 'usage' by default", "NAME")] = None,
    query: Annotated[str | None, _reading("SQL to read usage with", "SQL")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="also writes the pages, as one HTML file"),
    ] = None,
    show: Annotated[
        str | None, typer.Option("--show", metavar="PART", help="one part, such as time_to_value")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="also draws it: .png, .svg or .pdf")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print whether customers use what they pay for, and how soon they come to value.

    Active users, engagement, growth accounting, usage retention and seats from
    usage; time to value, the funnel, rates and the growth equation from
    milestones; outcomes from goals. What a source lacks is said.

    [bold]Examples[/bold]

      fealty adoption company/
      fealty adoption company/ --by plan --core create -o adoption.html
      fealty adoption events.csv --user member_id --show growth_accounting -f csv
    """
    if output is not None:
        _may_write(output, Source(source, {}, {}))
    if output is not None or plot is not None:
        _need_matplotlib()
    given = {"account": account, "user": user, "time": time, "event": event, "value": value}
    with _progress("reading"):
        tables = _adoption_tables.open_tables(
            source,
            {name: column for name, column in given.items() if column is not None},
            by=by,
            as_of=as_of,
            time_zone=time_zone,
            date_format=date_format,
            table=table,
            query=query,
        )
    for note in tables.notes:
        _say(note)
    with _progress("counting"):
        options = _adoption.Options(every.value, window, core or [], feature or [])
        parts = _adoption.pages(tables, options)
    if output is not None:
        with _progress("drawing"):
            report.write_adoption(tables.label, parts, output)
    names = [part.name for part in parts]
    if show is not None and show not in names:
        raise io.SourceError(f"--show {show} is not one of {', '.join(names)}")
    chosen = next(
        (part for part in parts if part.name == show or (show is None and part.result is not None)), parts[0]
    )
    if plot is not None:
        if not chosen.pictures:
            raise io.SourceError(f"--plot: {chosen.missing or f'{chosen.name} has no picture'}")
        chosen.pictures[0][2].plot().figure.savefig(plot, dpi=150)
    if format_ is not Format.table:
        if chosen.result is None:
            raise io.SourceError(chosen.missing or f"{chosen.name} is a table alone")
        currency = None if isinstance(tables.goals, str) else tables.goals.currency
        _print_result(chosen.result, currency, format_)
        return
    for part in parts if show is None else [chosen]:
        _print_adoption(part)
    if output is not None:
        print(f"report: {output}")


def _print_adoption(part: _adoption.Part) -> None:
    _console(sys.stdout).print(Text(part.title, style="bold"))
    for text in [part.missing or part.explains, *part.sentences]:
        if text:
            print(text)
    for grid in part.grids:
        cells = [[_format.visible(cell) for cell in line] for line in grid.cells]
        _print_table(grid.columns, cells, grid.title or None, left=99 if part.name == "findings" else 1)
    for note in part.notes:
        print(note)
    print()


#: A card beside the source.
Card = Annotated[
    Path | None,
    typer.Option(
        "--scorecard",
        metavar="FILE",
        help="a card as JSON; scorecard.json of the folder, or else the default card, otherwise",
    ),
]


@app.command()
@_with(_source, _ledger)
def health(
    source: Source,
    settings: Ledger,
    scorecard: Card = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="ACCOUNT", help="one customer's score, opened")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="also writes the pages, as one HTML file"),
    ] = None,
    show: Annotated[ShowHealth | None, typer.Option("--show", help="one result alone, every row")] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Print the health of today's customers, the worst first, and what moved it.

    SOURCE is a folder: beside subscriptions it may have usage, milestones,
    touches, tickets, surveys, goals, contracts and observations, as CSV or
    Parquet. Bands by customers and MRR, what costs most, what moved since a
    month ago; customers that are green outside and red inside, what they think
    and do, the CSM's word beside the score, and what is to be said against the
    card. With --of, the lines that add up to one customer's score.

    [bold]Examples[/bold]

      fealty health company/
      fealty health company/ --scorecard enterprise.json -o health.html
      fealty health company/ --of 17
      fealty health company/ -f csv > scores.csv
    """
    if output is not None:
        _may_write(output, source)
        _need_matplotlib()
    rows, counting = _open(source, settings)
    analysis = _analyze(rows, counting)
    card = None if scorecard is None else str(scorecard)
    with _progress("scoring"):
        found = report.health(analysis, scorecard=card, account=of)
    if output is not None:
        with _progress("drawing"):
            given = {name: value for name, value in (("scorecard", card), ("of", of)) if value is not None}
            report.write_health(analysis, found, output, _command_line(analysis, output, "health", given))
    if show is not None or format_ is not Format.table:
        name = show.value if show is not None else next(iter(found.results), "scores")
        if name not in found.results:
            raise io.SourceError(f"there is no {name}; there are {', '.join(found.results) or 'no results'}")
        _print_result(found.results[name], analysis.ledger.currency, format_)
        return
    _print_parts(found.parts)
    if output is not None:
        print(f"report: {output}")


def _print_parts(parts: Sequence[_coverage.Part]) -> None:
    for place, part in enumerate(parts):
        if place:
            print()
        _print_part(part)


def _snapshot_column(help_: str) -> Any:
    return typer.Option(
        metavar="COLUMN",
        help=help_,
        rich_help_panel="Columns of a table of snapshots, where they have no common name",
        show_default=False,
    )


@app.command()
@_with(_source, _ledger)
def prove(
    source: Source,
    settings: Ledger,
    scorecard: Card = None,
    outcomes: Annotated[
        str | None,
        typer.Option(
            "--outcomes",
            metavar="FILE",
            help="account and date of each loss; SOURCE is a table of snapshots then",
        ),
    ] = None,
    outcome_kind: Annotated[
        str | None,
        typer.Option(
            "--outcome-kind", metavar="NAME", help="of the outcomes that count, by their column kind"
        ),
    ] = None,
    gain: Annotated[
        bool,
        typer.Option("--gain", help="the outcomes are hoped for, such as renewals or expansions: no losses"),
    ] = False,
    recurrent: Annotated[
        bool, typer.Option("--recurrent", help="they can happen again, as expansions can; a churn cannot")
    ] = False,
    horizon: Annotated[
        int | None,
        typer.Option("--horizon", metavar="DAYS", help="within which an outcome counts; 90 by default"),
    ] = None,
    gap: Annotated[
        int | None,
        typer.Option("--gap", metavar="DAYS", help="after a snapshot, too short to act; 0 by default"),
    ] = None,
    at_risk: Annotated[
        AtRisk | None,
        typer.Option("--at-risk", help="who could leave: all, or those whose renewal is due in the window"),
    ] = None,
    polarity: Annotated[
        Polarity | None, typer.Option("--polarity", help="which way the score of a table of snapshots points")
    ] = None,
    draws: Annotated[
        int | None,
        typer.Option("--draws", help="of the intervals that are found by drawing; 2000 by default"),
    ] = None,
    snapshot_date: Annotated[str | None, _snapshot_column("the day on which the row was known")] = None,
    score: Annotated[str | None, _snapshot_column("the score")] = None,
    band: Annotated[str | None, _snapshot_column("its band")] = None,
    probability: Annotated[
        str | None, _snapshot_column("probability to leave; made of the score otherwise")
    ] = None,
    due: Annotated[str | None, _snapshot_column("day of the next renewal")] = None,
    known_on: Annotated[str | None, _snapshot_column("latest date of what the row was made of")] = None,
    treated: Annotated[str | None, _snapshot_column("whether somebody acted on the score")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="also writes the proof, as one HTML file"),
    ] = None,
    show: Annotated[ShowProof | None, typer.Option("--show", help="one result alone, every row")] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="how it is written")] = Format.table,
) -> None:
    """Say whether a health score foretells who leaves, with the evidence.

    SOURCE is a folder of a company's tables: the card scores what was known of
    each customer at the end of each month, and is held against who left
    afterwards. Or it is a table of snapshots (account, as_of, score, and what
    else was known), with the losses in --outcomes; or, with --gain, what is
    hoped for, such as renewals. The verdict is predictive, not predictive,
    insufficient events or leaking, and says why.

    [bold]Examples[/bold]

      fealty prove company/
      fealty prove company/ --scorecard enterprise.json --horizon 180 -o proof.html
      fealty prove company/ --at-risk due_in_window
      fealty prove scores.csv --outcomes churn.csv --as-of 2024-12-31
      fealty prove scores.csv --outcomes events.csv --outcome-kind expansion --gain --recurrent
    """
    if output is not None:
        _may_write(output, source)
        _need_matplotlib()
    told = {"horizon": horizon, "gap": gap, "draws": draws, "outcome_kind": outcome_kind}
    given: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    given |= {name: True for name, flag in (("gain", gain), ("recurrent", recurrent)) if flag}
    given |= {name: each.value for name, each in (("at_risk", at_risk), ("polarity", polarity)) if each}
    columns = {
        "as_of": snapshot_date,
        "score": score,
        "band": band,
        "probability": probability,
        "due": due,
        "known_on": known_on,
        "treated": treated,
    }
    of_snapshots = {name: column for name, column in columns.items() if column is not None}
    if outcomes is not None and scorecard is not None:
        raise io.SourceError("--scorecard is for a folder; a table of snapshots has its scores")
    of_outcomes = [name for name in ("polarity", "outcome_kind", "gain", "recurrent") if name in given]
    if outcomes is None and (of_snapshots or of_outcomes):
        name = next(iter([*of_outcomes, *of_snapshots]))
        option = "snapshot-date" if name == "as_of" else name.replace("_", "-")
        raise io.SourceError(f"--{option} is for a table of snapshots, which needs --outcomes")
    if outcomes is None:
        judged, again = _judge_folder(source, settings, scorecard, given)
    else:
        judged = _judge_table(source, settings, outcomes, of_snapshots, outcome_kind, recurrent)
        again = _again(source, settings, outcomes, given, of_snapshots)
    with _progress("proving"):
        found = report.proof(judged, settings=_proof.Settings(**given))
    if output is not None:
        with _progress("drawing"):
            report.write_proof(judged.label, found, output, [*again, "-o", str(output)])
    if show is not None or format_ is not Format.table:
        _print_result(found.results[show.value if show is not None else "figures"], None, format_)
        return
    _print_parts(_proof.summary(found))
    if output is not None:
        print(f"report: {output}")


def _judge_folder(
    source: Source, settings: Ledger, scorecard: Path | None, given: dict[str, Any]
) -> tuple[_health_tables.Judged, list[str]]:
    """Snapshots and outcomes of a folder, and the command line that makes them again."""
    if not Path(source.source).is_dir():
        raise io.SourceError(
            f"{shown(source.source)}: is no folder of a company's tables; a table of snapshots needs "
            "--outcomes"
        )
    rows, counting = _open(source, settings)
    analysis = _analyze(rows, counting)
    card = None if scorecard is None else str(scorecard)
    with _progress("scoring"):
        known = _health_tables.read(analysis, card)
        judged = _health_tables.judged(known)
    _say(f"scorecard {known.card.id}, fingerprint {known.card.fingerprint}: {known.card_from}")
    further = given | ({"scorecard": card} if card else {})
    return judged, _command_line(analysis, Path("-"), "prove", further)[:-2]


def _judge_table(
    source: Source,
    settings: Ledger,
    outcomes: str,
    columns: dict[str, str],
    kind: str | None,
    recurrent: bool,
) -> _health_tables.Judged:
    """Snapshots and outcomes of two tables."""
    named = columns | {name: source.columns[name] for name in ("account", "mrr") if name in source.columns}
    known = ("currency", "date_format", "table", "query")
    for name in (*source.columns, *source.options):
        if name not in (*known, "account", "mrr"):
            raise io.SourceError(f"--{name.replace('_', '-')} is not for a table of snapshots")
    with _progress("reading"):
        judged = _health_tables.read_snapshots(
            source.source,
            outcomes,
            named,
            as_of=settings.as_of,
            kind=kind,
            recurrent=recurrent,
            **source.options,
        )
    for note in judged.notes:
        _say(note)
    return judged


def _again(
    source: Source, settings: Ledger, outcomes: str, given: dict[str, Any], columns: dict[str, str]
) -> list[str]:
    told = {"outcomes": shown(outcomes), **source.columns, **source.options, **given}
    told |= {"snapshot_date" if name == "as_of" else name: column for name, column in columns.items()}
    if settings.as_of:
        told["as_of"] = settings.as_of
    options = ["fealty", "prove", shown(source.source)]
    for name, value in told.items():
        options += [f"--{name.replace('_', '-')}", *([] if value is True else [str(value)])]
    return options


@app.command()
def scorecard(
    card: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", show_default=False, help="a card as JSON; the default card otherwise"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="writes the card, to begin your own with"),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="exit with 1 when there are complaints")] = False,
) -> None:
    """Check a scorecard, or write one to begin with.

    Prints its measures and what is to be said against it before anyone is
    scored: weights that cross a band alone, values that hold for ever,
    overrides that never end. A card that contradicts itself is refused, and
    the message names the measure.

    [bold]Examples[/bold]

      fealty scorecard -o scorecard.json
      fealty scorecard enterprise.json --strict
    """
    found, told = _health_tables.read_card(None if card is None else str(card), "://")
    complaints = fealty.health.lint(found)
    if output is not None:
        _may_write(output, Source("" if card is None else str(card), {}, {}))
        output.write_text(_health_tables.card_text(found), encoding="utf-8")
    _print_part(_health.card_part(found, told, complaints))
    if output is not None:
        print(f"scorecard: {output}")
    raise typer.Exit(FINDINGS if strict and len(complaints) else 0)


@app.command()
def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="where the company goes")
    ] = Path("fealty-demo"),
    accounts: Annotated[int, typer.Option("--accounts", min=1, help="how many customers it has")] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="another seed, another company")] = 1,
) -> None:
    """Simulate a company, write its tables and its report, and print the key table.

    Its customers use the product, lose their sponsors and leave for causes
    that the tables show. The folder is one that [bold]fealty report[/bold] reads.

    [bold]Examples[/bold]

      fealty demo
      fealty demo -o company --accounts 5000 --seed 7
    """
    _need_matplotlib()
    if output.exists() and not output.is_dir():
        raise io.SourceError(f"{output}: there is a file of that name")
    with _progress("simulating"):
        company = fealty.company.simulate(accounts, seed)
    output.mkdir(parents=True, exist_ok=True)
    with _progress("writing tables"):
        names = io.write_company(company, output)
    last = fealty.month_end(company.costs["period"][-1])
    (output / "fealty.toml").write_text(f"[ledger]\nas_of = {last}\n", encoding="utf-8")
    rows, counting = _open(Source(str(output), {}, {}))
    analysis = _analyze(rows, counting)
    with _progress("drawing"):
        report.write(analysis, output / "report.html", _command_line(analysis, output / "report.html"))
    _print_key_table(analysis)
    print(f"tables: {', '.join(names)}")
    print(f"report: {output / 'report.html'}")


@app.callback(invoke_without_command=True)
def _main(
    version: Annotated[bool, typer.Option("--version", help="print the version")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="show where an error came from")] = False,
) -> None:
    """Revenue and retention of a subscription business, from the rows it keeps.

    Start with [bold]fealty demo[/bold], or with a table of your own:
    [bold]fealty report subscriptions.csv[/bold]

    Exit codes: 0 fine, 1 findings with --strict, 2 wrong input or usage,
    130 interrupted.
    """
    if version:
        print(f"fealty {fealty.__version__}")
        raise typer.Exit(0)


def _may_write(output: Path, source: Source) -> None:
    if output.is_dir() or not output.parent.is_dir():
        raise io.SourceError(f"{output}: {'is a folder' if output.is_dir() else 'there is no such folder'}")
    named = Path(source.source) if "://" not in source.source else None  # a URL may be too long for a path
    if named and output.exists() and named.exists() and output.samefile(named):
        raise io.SourceError(f"{output}: is the source; the report would replace it")


def _need_matplotlib() -> None:
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise io.SourceError("the report needs matplotlib: pip install 'fealty[report]'") from None


def _command_line(
    analysis: report.Analysis, output: Path, command: str = "report", further: dict[str, Any] | None = None
) -> list[str]:
    """The command that makes the report again, with nothing left to be found or inferred."""
    rows, settings = analysis.rows, analysis.settings
    source = "-" if rows.label == "standard input" else rows.label
    told = rows.told() | {"as_of": str(analysis.ledger.as_of)}
    told |= {name: str(settings[name]) for name in ("period", "window", "fiscal_year_start")}
    if settings["policy"]:
        told["policy"] = settings["policy"]
    if settings["on_error"] == "drop":
        told["on_error"] = "drop"
    told |= {name: settings[name] for name in ("by", "cause") if settings[name]}
    told |= {name: str(value) for name, value in (further or {}).items()}
    return [
        "fealty",
        command,
        source,
        *(text for name, value in told.items() for text in (f"--{name.replace('_', '-')}", value)),
        "-o",
        str(output),
    ]


def _print_conventions(found: Any, window: int) -> None:
    console = _console(sys.stdout)
    until = found.period_end
    print(f"{_format.plural(window, 'period')} up to {until}: {report.different(found)} different figures")
    for measure, title in report.MEASURES.items():
        lines = report.convention_cells(found, measure)
        widths = [max(cell_len(line[place]) for line in lines) for place in range(3)]
        console.print()
        console.print(Text(title, style="bold"))
        for rate, interval, name, definition, used_by in lines:
            figures = f"{rate:>{widths[0]}}  {interval:>{widths[1]}}  {name:<{widths[2]}}"
            console.print(
                Text(f"{figures}  {definition}{f' ({used_by})' if used_by else ''}"), soft_wrap=True
            )


def _print_key_table(analysis: report.Analysis) -> None:
    key = report.key_table(analysis)
    _print_table(key.columns, key.cells, key.title)
    for note in key.notes:
        print(note)


def _print_table(
    columns: Sequence[str], cells: Sequence[Sequence[str]], title: str | None = None, left: int = 1
) -> None:
    """Columns of text, all but the first `left` to the right; on a narrow terminal part below part."""
    console = _console(sys.stdout)
    lines = [columns, *cells]
    widths = [max(cell_len(line[place]) for line in lines) for place in range(len(columns))]
    if title:
        console.print(Text(title, style="bold"))
    for part, places in enumerate(_parts(widths, console.width)):
        if part:
            console.print()
        for number, line in enumerate(lines):
            padding = {place: " " * (widths[place] - cell_len(line[place])) for place in places}
            texts = [line[at] + padding[at] if at < left else padding[at] + line[at] for at in places]
            console.print(
                Text("  ".join(texts).rstrip(), style="bold" if number == 0 else ""), soft_wrap=True
            )


def _parts(widths: Sequence[int], most: int) -> list[list[int]]:
    """Places of columns that fit beside each other; the first column begins every part."""
    parts = [[0]]
    for place in range(1, len(widths)):
        if len(parts[-1]) > 1 and sum(widths[each] + 2 for each in parts[-1]) + widths[place] > most:
            parts.append([0])
        parts[-1].append(place)
    return parts


def _print_findings(rows: io.SubscriptionRows, findings: Sequence[Any], examples: int) -> None:
    if not findings:
        print("Nothing odd was found.")
        return
    cells = [[each.code, str(each.severity), _format.count(len(each.rows))] for each in findings]
    _print_table(["code", "severity", "rows"], cells, left=2)
    for each in findings:
        print(f"\n{each.code}: {_format.visible(str(each.message), 1000)}")
        shown = rows.examples_of(each, examples)
        if shown:
            names = ["row", *(_format.visible(name) for name in shown[0]["cells"])]
            cells = [
                [str(example["row"]), *(_format.visible(cell) for cell in example["cells"].values())]
                for example in shown
            ]
            _print_table(names, cells, left=99)


def _print_result(result: Any, currency: Any, format_: Format) -> None:
    names = list(result.columns)
    cells = [_cells(result, name, currency, thousands=format_ is Format.table) for name in names]
    lines = [list(line) for line in zip(*cells, strict=True)]
    if format_ is Format.table:
        _print_table(
            names,
            [
                [_format.NONE if cell is None else _format.visible(str(cell)) for cell in line]
                for line in lines
            ],
        )
    elif format_ is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(lines)
    else:
        print(
            json.dumps([dict(zip(names, line, strict=True)) for line in lines], indent=1, ensure_ascii=False)
        )


def _cells(result: Any, name: str, currency: Any, thousands: bool) -> list[Any]:
    """A column's values as they are written: exact amounts, ISO dates, none where there is none."""
    values = result[name]
    if f"{name}_minor" in dir(result):
        texts = [_format.money(minor, currency.exponent) for minor in result[f"{name}_minor"]]
        return texts if thousands else [text.replace(",", "") for text in texts]
    kind = values.dtype.kind
    if kind == "M":
        return [None if str(value) == "NaT" else str(value) for value in values]
    if kind == "f":
        return [None if value != value else f"{value:.4f}" if thousands else float(value) for value in values]
    if kind in "iu":
        return [_format.count(value) if thousands else int(value) for value in values]
    return (
        [("yes" if value else "no") if thousands else bool(value) for value in values]
        if kind == "b"
        else [None if each is None else str(each) for each in values]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    :returns: 0 fine, 1 findings with --strict, 2 wrong input or usage, 130 interrupted
    """
    if arguments is None:
        _meet_the_shell()
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    given = [each for each in given if each != "--debug"]
    try:
        code = app(args=given or ["--help"], prog_name="fealty", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except RuntimeError as error:
        if str(error) == "Query interrupted":  # Ctrl-C while DuckDB worked
            return INTERRUPTED
        raise
    except (UsageError, io.SourceError, fealty.Error, OSError) as error:
        if debug:
            traceback.print_exc()
        _complain(error)
        return USAGE


def _meet_the_shell() -> None:
    """Ends quietly when a reader such as head has had enough, and does without streams that are closed."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _complain(error: BaseException) -> None:
    text = str(getattr(error, "format_message", error.__str__)())
    if isinstance(error, UsageError):  # it may repeat an argument: a URL, with a password
        text = " ".join(shown(word) if "://" in word else word for word in text.split())
    if isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    context = getattr(error, "ctx", None)
    hint = f" (see {context.command_path} --help)" if context is not None else ""
    print(f"fealty: {_format.visible(' '.join(text.split()), 2000)}{hint}", file=sys.stderr)
