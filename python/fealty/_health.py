# SPDX-License-Identifier: MIT
"""The health of customers: what the report and the command line tell of it, in words and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

import fealty
from fealty import _format, _health_tables
from fealty._coverage import MOST_LISTED, Pages, Part, Picture, Table
from fealty._health_tables import Known
from fealty._sources import SourceError

if TYPE_CHECKING:
    from fealty.report import Analysis

UNKNOWN = "unknown"
MICRO = 1_000_000
MOST_EXPLAINED = 2_000  #: changes of scores that are opened
SPONSORS = ("champion_lost", "sponsor_left")  #: measures that say so
#: What customers think and do, by the ends of the measures' own scales.
ATTITUDE = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
BEHAVIOR = {"seat_utilization": (0, 1), "active_days": (0, 28), "goal_attainment": (0, 1)}
TITLES = {
    "today": "Health today",
    "customers": "Customers, the worst first",
    "moved": "What moved since a month ago",
    "watermelons": "Green outside, red inside",
    "loyalty": "What customers think, and what they do",
    "sentiment": "What CSMs say beside the score",
    "card": "The scorecard",
}
#: The results that a part has.
RESULTS = {
    "scores": TITLES["today"],
    "history": TITLES["today"],
    "lead_time": TITLES["watermelons"],
    "loyalty": TITLES["loyalty"],
    "sentiment": TITLES["sentiment"],
    "lint": TITLES["card"],
}


@dataclass
class _Todays:
    """The scores of today's customers alone."""

    score: Any
    band: Any
    as_of: str

    def __len__(self) -> int:
        return len(self.score)


class _Book:
    """The scores of today's customers, and what they are made of."""

    def __init__(self, known: Known) -> None:
        self.known, self.card = known, known.card
        self.observed = known.observations()
        self.measured = known.measured()
        self.scores = fealty.health.score(self.card, self.observed, as_of=known.as_of)
        self.bands = _health_tables.bands(self.card)
        accounts = [str(each) for each in self.scores.account]
        self.row = {account: row for row, account in enumerate(accounts) if account in known.mrr}
        self.results: dict[str, Any] = {"scores": self.scores}

    def band(self, account: str) -> str:
        return str(self.scores.band[self.row[account]])

    def sorted(self, accounts: Sequence[str]) -> list[str]:
        """The worst band first, those without a score last; within a band the most MRR first."""
        place = {name: at for at, name in enumerate(self.bands)}
        last = len(place)
        mrr = self.known.mrr
        return sorted(accounts, key=lambda each: (place.get(self.band(each), last), -mrr[each], each))

    def money(self, minor: int) -> str:
        return _format.money(minor, self.known.analysis.ledger.currency.exponent)

    @property
    def mrr_title(self) -> str:
        return f"MRR, {self.known.analysis.ledger.currency.code}"


def pages(analysis: Analysis, scorecard: str | None = None) -> Pages:
    """Everything that the health pages show.

    :raises fealty.io.SourceError: when the card cannot be read
    """
    return of_known(_health_tables.read(analysis, scorecard))


def of_known(known: Known) -> Pages:
    """The same of tables that are read already."""
    if not known.mrr:
        return Pages([Part(TITLES["today"], [f"There is no customer on {known.as_of}."])], {})
    book = _Book(known)
    parts = [
        _today(book),
        _customers(book),
        _moved(book),
        _or_why("watermelons", _watermelons, book),
        _or_why("loyalty", _loyalty, book),
        _or_why("sentiment", _sentiment, book),
        _card(book),
    ]
    return Pages(parts, book.results)


def _or_why(name: str, make: Any, book: _Book) -> Part:
    try:
        return make(book)  # type: ignore[no-any-return]
    except (fealty.Error, SourceError) as error:
        return Part(TITLES[name], [f"This cannot be told: {error}."])


def _today(book: _Book) -> Part:
    """Bands by customers and MRR."""
    known, total = book.known, sum(book.known.mrr.values())
    cells, said = [], []
    for name in [*book.bands, UNKNOWN]:
        mine = [account for account in book.row if book.band(account) == name]
        amount = sum(known.mrr[each] for each in mine)
        if name == UNKNOWN and not mine:
            continue
        said.append(f"{_format.count(len(mine))} {name}")
        cells.append(
            [
                name,
                _format.count(len(mine)),
                _format.percent(len(mine) / len(book.row)),
                book.money(amount),
                _format.percent(amount / total if total else float("nan")),
            ]
        )
    columns = ["band", "customers", "of customers", book.mrr_title, "of MRR"]
    sentence = f"On {known.as_of} there are {_format.plural(len(book.row), 'customer')}: {', '.join(said)}."
    table = Table("", columns, cells, "scores")
    rows = list(book.row.values())
    drawn = _Todays(np.asarray(book.scores.score)[rows], np.asarray(book.scores.band)[rows], known.as_of)
    told = {"scorecard": book.card}
    pictures = [Picture("Scores of today's customers", (9.0, 3.8), drawn, told, "score_bars")]
    return Part(TITLES["today"], [sentence, *_too_little(book)], [table], _missing(book), pictures)


def _too_little(book: _Book) -> list[str]:
    without = sum(book.band(account) == UNKNOWN for account in book.row)
    if not without:
        return []
    least = _format.percent(book.card.config.min_coverage, 0)
    who = "has" if without == 1 else "have"
    return [
        f"{_format.plural(without, 'customer')} {who} no score: less than {least} of the card's weight was "
        "observed."
    ]


def _missing(book: _Book) -> list[str]:
    """Which tables and columns would bring more."""
    known = book.known
    notes = [f"Left out: {why}." for why in known.wrong.values()]
    wanted = {str(each.id) for each in book.card.config.measures}
    unseen = sorted(wanted - book.measured)
    if unseen:
        notes.append(f"Measures of the card that nobody has: {', '.join(unseen)}.")
    for each in known.measures.findings:
        if each.code in ("table_not_given", "column_not_given"):
            text = _told(each.message)
            if not unseen or any(name in text for name in unseen) or "observations" in text:
                notes.append(f"{text[:1].upper()}{text[1:]}.")
    return notes


def _told(message: Any) -> str:
    """A finding without the name of the function that found it."""
    text = str(message)
    head, colon, rest = text.partition(": ")
    return rest if colon and " " not in head else text


def _customers(book: _Book) -> Part:
    """Every customer of today, the worst first."""
    cells = []
    for place, account in enumerate(book.sorted(list(book.row))):
        row = book.row[account]
        why = _format.NONE
        if place < MOST_LISTED:
            why = main_reason(fealty.health.explain(book.scores, account), book.card)
        cells.append(
            [
                account,
                str(book.scores.band[row]),
                _number(book.scores.score[row]),
                book.money(book.known.mrr[account]),
                _format.percent(book.scores.coverage[row], 0),
                _days(book.scores.oldest_days[row]),
                why,
            ]
        )
    columns = [
        "account",
        "band",
        "score",
        book.mrr_title,
        "coverage",
        "oldest value, days",
        "what costs most",
    ]
    notes = [
        "Coverage is the share of the card's weight that was observed. What costs most is the exception that "
        "lowers the score, or else the measure that keeps the most points from it."
    ]
    return Part(TITLES["customers"], [], [Table("", columns, cells, "scores")], notes)


def main_reason(explanation: Any, card: Any) -> str:
    """The exception that lowers a score, or else the measure that keeps the most points from it."""
    lines = [str(each) for each in explanation.line]
    less = str(card.config.polarity) == "higher_is_healthier"
    sign, end = (1, card.config.scale_upper) if less else (-1, card.config.scale_lower)
    lowered = [
        row
        for row, line in enumerate(lines)
        if line == "exception" and sign * explanation.micro_points[row] < 0
    ]
    if lowered:
        row = min(lowered, key=lambda each: sign * explanation.micro_points[each])
        return f"{explanation.measure[row]}: held at {explanation.points[row]:g}"
    cost = {
        row: explanation.weight[row] * sign * (end - explanation.points[row])
        for row, line in enumerate(lines)
        if line == "measure" and explanation.counts[row]
    }
    if not cost or max(cost.values()) <= 0:
        return _format.NONE
    row = max(cost, key=lambda each: cost[each])
    return (
        f"{explanation.measure[row]} {_value(explanation.value[row])}: {explanation.points[row]:.0f} points"
    )


def _moved(book: _Book) -> Part:
    """Bands a month ago and now, what moved the scores, and the largest falls."""
    known = book.known
    before = fealty.health.score(book.card, book.observed, as_of=known.before)
    spells = known.spells
    then = {
        str(account)
        for account, start, ended in zip(spells.account, spells.start, spells.ended, strict=True)
        if not ended and str(start) <= known.before
    }
    rows = {str(each): row for row, each in enumerate(before.account)}
    both = [account for account in book.row if account in then and account in rows]
    if not both:
        return Part(TITLES["moved"], [f"No customer of today was one on {known.before}."])
    names = [*book.bands, UNKNOWN]
    moves = {account: (str(before.band[rows[account]]), book.band(account)) for account in both}
    grid = [
        [
            f"{name} then",
            *(_format.count(sum(each == (name, now) for each in moves.values())) for now in names),
        ]
        for name in names
    ]
    place = {name: at for at, name in enumerate(book.bands)}
    known_both = [(place[a], place[b]) for a, b in moves.values() if a in place and b in place]
    worse, better = sum(b < a for a, b in known_both), sum(b > a for a, b in known_both)
    sentence = (
        f"Of {_format.plural(len(both), 'customer')} of {known.before} and {known.as_of}, "
        f"{_format.count(worse)} {'is' if worse == 1 else 'are'} in a worse band, {_format.count(better)} in "
        "a better one."
    )
    tables = [Table("Bands then and now", ["", *(f"{name} now" for name in names)], grid)]
    notes: list[str] = []
    tables += _changes(book, before, rows, both, notes)
    return Part(TITLES["moved"], [sentence], tables, notes)


def _changes(
    book: _Book, before: Any, rows: dict[str, int], both: list[str], notes: list[str]
) -> list[Table]:
    """What moved the scores, added up; and the customers that fell most."""
    now = book.scores
    changed = [each for each in both if now.score_micro[book.row[each]] != before.score_micro[rows[each]]]
    by = {
        each: int(now.score_micro[book.row[each]]) - int(before.score_micro[rows[each]]) for each in changed
    }
    sign = 1 if str(book.card.config.polarity) == "higher_is_healthier" else -1
    changed.sort(key=lambda each: (sign * by[each], each))
    opened = changed if len(changed) <= MOST_EXPLAINED else changed[:MOST_EXPLAINED]
    if len(opened) < len(changed):
        notes.append(
            f"What moved the scores is of the {MOST_EXPLAINED:,} of {len(changed):,} that fell most or rose "
            "least."
        )
    sums: dict[tuple[str, str], list[int]] = {}
    told: dict[str, str] = {}
    for account in opened:
        change = fealty.health.explain_change(before, now, account)
        steps = [int(each) for each in change.micro_points]
        for reason, measure, step in zip(change.change, change.measure, steps, strict=True):
            line = sums.setdefault((str(reason), str(measure)), [0, 0, 0])
            line[0] += 1
            line[1 if step > 0 else 2] += step
        if steps:
            worst = min(range(len(steps)), key=lambda row: sign * steps[row])
            told[account] = _step(change, worst)
    cells = [
        [measure or reason, reason if measure else "", _format.count(count), _points(up), _points(down)]
        for (reason, measure), (count, up, down) in sorted(
            sums.items(), key=lambda each: (-(each[1][1] - each[1][2]), each[0])
        )
    ]
    fell = [account for account in opened if sign * by[account] < 0 and book.band(account) != UNKNOWN]
    listed = [
        [
            account,
            _number(before.score[rows[account]]),
            _number(now.score[book.row[account]]),
            book.band(account),
            book.money(book.known.mrr[account]),
            told.get(account, _format.NONE),
        ]
        for account in fell[:MOST_LISTED]
    ]
    tables = []
    if cells:
        columns = ["what", "how", "customers", "points up", "points down"]
        tables.append(Table("What moved the scores, the most points first", columns, cells))
    if listed:
        columns = ["account", "then", "now", "band now", book.mrr_title, "what took most"]
        tables.append(Table("Customers that fell most", columns, listed))
    return tables


def _step(change: Any, row: int) -> str:
    """One step of a change, in a few words."""
    points = _points(int(change.micro_points[row]))
    what = str(change.measure[row]) or str(change.change[row])
    values = change.value_before[row], change.value_after[row]
    if np.isfinite(values[0]) or np.isfinite(values[1]):
        what += f" {_value(values[0])} to {_value(values[1])}"
    return f"{what}: {points}"


def _watermelons(book: _Book) -> Part:
    """Customers that left from the best band, and those of today that lost their sponsor."""
    known, best = book.known, book.bands[-1]
    judged = _health_tables.judged(known)
    found = fealty.health.lead_time(judged.snapshots, judged.outcomes, order=book.bands, recurrent=True)
    book.results["lead_time"] = found
    days = int(found.days_before)
    share = _format.percent(1 - found.not_best_share)
    sentences = (
        [
            f"Of {_format.plural(int(found.with_band_before), 'customer')} that left and had a band {days} "
            f"days before, {_format.count(found.watermelons)} ({share}) were {best} then."
        ]
        if found.with_band_before
        else [f"No customer that left had a band {days} days before."]
    )
    tables = []
    left = [row for row in range(len(found)) if found.band_before[row] == best]
    left.sort(key=lambda row: (str(found.date[row]), str(found.account[row])), reverse=True)
    if left:
        cells = [[str(found.account[row]), str(found.date[row]), str(found.last_band[row])] for row in left]
        columns = ["account", "left on", "last band"]
        tables.append(
            Table(f"{best.capitalize()} {days} days before they left, the last first", columns, cells)
        )
        tables[-1].more = "lead_time"
    lost, notes = _sponsors(book, best, days)
    if lost:
        columns = ["account", book.mrr_title, "what", "days ago"]
        tables.append(Table(f"{best.capitalize()} today, and a sponsor was lost", columns, lost))
        sentences.append(
            f"{_format.plural(len({line[0] for line in lost}), 'customer')} of today "
            f"{'is' if len(lost) == 1 else 'are'} {best} and lost a sponsor within {days} days."
        )
    elif not notes:
        sentences.append(f"No customer of today is {best} and lost a sponsor within {days} days.")
    return Part(TITLES["watermelons"], sentences, tables, notes)


def _sponsors(book: _Book, best: str, days: int) -> tuple[list[list[str]], list[str]]:
    there = [name for name in SPONSORS if name in book.measured]
    if not there:
        return [], [
            "Whether sponsors were lost is not told: usage with user, or observations called sponsor_left, "
            "would."
        ]
    table = fealty.health.measures_on(book.observed, as_of=book.known.as_of, measures=there)
    cells = []
    for row, each in enumerate(table["account"]):
        account = str(each)
        if account not in book.row or book.band(account) != best:
            continue
        for name in there:
            value, age = float(table[name][row]), table[f"{name}_days"][row]
            if np.isfinite(value) and value != 0 and age is not None and int(age) <= days:
                cells.append([account, book.money(book.known.mrr[account]), name, _format.count(int(age))])
    return sorted(cells, key=lambda line: (-book.known.mrr[line[0]], line[0])), []


def _loyalty(book: _Book) -> Part:
    """The four fields of attitude and behavior."""
    sides = [{n: ends for n, ends in side.items() if n in book.measured} for side in (ATTITUDE, BEHAVIOR)]
    if not sides[0]:
        return Part(
            TITLES["loyalty"], [_would("What customers think", "surveys", "account, date, kind and score")]
        )
    if not sides[1]:
        return Part(TITLES["loyalty"], [_would("What customers do", "usage", "account, at and user")])
    given: dict[str, Any] = {}
    for name, side in zip(("attitude", "behavior"), sides, strict=True):
        given[name] = list(side)
        given[f"{name}_low"] = [float(low) for low, _ in side.values()]
        given[f"{name}_high"] = [float(high) for _, high in side.values()]
    scores = fealty.health.loyalty_scores(book.observed, as_of=book.known.as_of, **given)
    rows = [row for row, each in enumerate(scores.account) if str(each) in book.row]
    ours = {name: [scores[name][row] for row in rows] for name in ("account", "attitude", "behavior")}
    found = fealty.health.loyalty(fealty.health.LoyaltyScores(ours, **{name: name for name in ours}))
    book.results["loyalty"] = found
    counts = fealty.health.loyalty_counts(found)
    best = book.bands[-1]
    cells = []
    for row, name in enumerate(counts["field"]):
        mine = [str(a) for a, f in zip(found.account, found["field"], strict=True) if str(f) == str(name)]
        cells.append(
            [
                str(name).replace("_", " "),
                _format.count(counts.accounts[row]),
                _format.percent(counts.share[row]),
                book.money(sum(book.known.mrr[each] for each in mine)),
                _format.count(sum(book.band(each) == best for each in mine)),
            ]
        )
    columns = ["field", "customers", "of those known", book.mrr_title, f"of them {best}"]
    middle = f"{found.attitude_threshold:g} and {found.behavior_threshold:g}"
    notes = [
        f"What they think is the last answer to {_listed(list(sides[0]))}, what they do is "
        f"{_listed(list(sides[1]))}; each from 0 to 100 over the ends of its own scale, high from {middle} "
        "on.",
        "Spurious loyalty stays without thinking well of us, as long as it has to.",
    ]
    pictures = [Picture("Loyalty", (7.6, 5.4), found)]
    spurious = int(counts.accounts[[str(each) for each in counts["field"]].index("spurious_loyalty")])
    sentence = (
        f"{_format.plural(spurious, 'customer')} {'uses' if spurious == 1 else 'use'} the product without "
        "thinking well of it."
    )
    return Part(TITLES["loyalty"], [sentence], [Table("", columns, cells, "loyalty")], notes, pictures)


def _sentiment(book: _Book) -> Part:
    """Where the CSM and the score disagree."""
    if "csm_sentiment" not in book.measured:
        why = "account, measure, value and date, where the measure is csm_sentiment,"
        return Part(TITLES["sentiment"], [_would("What CSMs think", "observations", why)])
    config = book.card.config
    if str(config.polarity) != "higher_is_healthier":
        return Part(
            TITLES["sentiment"], ["The score is higher where health is worse, and sentiments are not."]
        )
    found = beside(book.known, book.scores, list(book.row), book.observed)
    book.results["sentiment"] = found
    above = [row for row in range(len(found)) if found.band_disagreement[row] > 0]
    below = sum(bool(each < 0) for each in found.band_disagreement)
    both = sum(bool(np.isfinite(each)) for each in found.band_disagreement)
    sentence = (
        f"Of {_format.plural(both, 'customer')} with a score and a word of their CSM, "
        f"{_format.count(len(above))} are in a better band by that word, {_format.count(below)} in a worse "
        "one. One of the two knows something."
    )
    above.sort(key=lambda row: (-found.band_disagreement[row], -book.known.mrr[str(found.account[row])]))
    cells = [
        [
            str(found.account[row]),
            _number(found.score[row]),
            str(found.score_band[row]),
            _number(found.sentiment[row]),
            str(found.sentiment_band[row]),
            _days(found.days_since[row]),
            book.money(book.known.mrr[str(found.account[row])]),
        ]
        for row in above
    ]
    columns = ["account", "score", "band", "CSM", "band by the CSM", "days since", book.mrr_title]
    tables = (
        [Table("Better by the CSM's word than by the score", columns, cells, "sentiment")] if cells else []
    )
    return Part(TITLES["sentiment"], [sentence], tables, ["The two are not averaged."])


def beside(known: Known, scores: Any, accounts: Sequence[str], observed: Any) -> Any:
    """What CSMs say beside the scores of accounts."""
    table = fealty.health.measures_on(observed, as_of=known.as_of, measures=["csm_sentiment"])
    said = {str(each): row for row, each in enumerate(table["account"])}
    row = {str(each): at for at, each in enumerate(scores.account)}
    values = [float(table["csm_sentiment"][said[each]]) for each in accounts]
    ages = [table["csm_sentiment_days"][said[each]] for each in accounts]
    as_of = np.datetime64(known.as_of, "D")
    never = np.datetime64("NaT", "D")
    days = [
        as_of - np.timedelta64(int(age), "D") if np.isfinite(value) else never
        for value, age in zip(values, ages, strict=True)
    ]
    bands = [str(scores.band[row[each]]) for each in accounts]
    columns = {
        "account": list(accounts),
        "score": [float(scores.score[row[each]]) for each in accounts],
        "band": [None if each == UNKNOWN else each for each in bands],
        "sentiment": values,
        "date": np.array(days, "datetime64[D]"),
    }
    config = known.card.config
    return fealty.health.sentiment(
        fealty.health.Sentiments(columns, **{name: name for name in columns}),
        band_names=[str(each.name) for each in config.bands],
        band_uppers=[float(each.upper) for each in config.bands],
        band_rule=config.band_rule,
        as_of=known.as_of,
    )


def _card(book: _Book) -> Part:
    """What the card is, and what is to be said against it."""
    bands = [book.band(account) for account in book.row if book.band(account) != UNKNOWN]
    found = fealty.health.lint(book.card, bands=bands)
    book.results["lint"] = found
    part = card_part(book.card, book.known.card_from, found)
    if book.known.card_from.startswith("the default"):
        part.notes.append(
            "There are no published standards for weights and points. fealty scorecard -o scorecard.json "
            "writes this card to begin with your own, and fealty prove says whether either foretells "
            "anything."
        )
    return part


def card_part(card: Any, card_from: str, found: Any) -> Part:
    """A card: its measures, and what is to be said against it."""
    config = card.config
    sentence = (
        f"Scorecard {card.id}, version {card.version or 'not told'}, fingerprint {card.fingerprint}: "
        f"{card_from}."
    )
    tables = [
        Table(
            "Measures",
            ["measure", "group", "weight", "points", "missing", "holds, days"],
            _lines(config),
            numbers=False,
        )
    ]
    rules = [
        [
            str(each.when),
            f"{each.effect} {each.points:g}",
            "never ends" if each.expires_days is None else f"{each.expires_days} days",
        ]
        for each in config.exceptions
    ]
    if rules:
        tables.append(Table("Exceptions", ["while", "score", "ends after"], rules, numbers=False))
    sentences = [sentence]
    if len(found):
        lines = list(zip(found.code, found.measure, found.severity, found.message, strict=True))
        cells = [[str(cell) for cell in line] for line in lines]
        tables.append(
            Table(
                "What is to be said against it", ["code", "measure", "severity", "why"], cells, numbers=False
            )
        )
    else:
        sentences.append("There is nothing to be said against it beforehand.")
    limits = ", ".join(f"{each.name} to {each.upper:g}" for each in config.bands)
    least = _format.percent(config.min_coverage, 0)
    notes = [f"Bands: {limits}. No score below {least} of the weight."]
    return Part(TITLES["card"], sentences, tables, notes)


def _lines(config: Any) -> list[list[str]]:
    return [
        [
            str(each.id),
            str(each.group),
            f"{each.weight:g}",
            _transform(each.transform),
            str(each.missing),
            _format.NONE if each.validity_days is None else f"{each.validity_days:,}",
        ]
        for each in config.measures
    ]


def _transform(transform: Any) -> str:
    points = ", ".join(f"{each.value:g}: {each.points:g}" for each in transform.points[:6])
    return points or str(transform.kind).replace("_", " ")


def account_pages(known: Known, account: str) -> Pages:
    """One customer's score, opened; its change since a month ago; and its CSM's word.

    :raises fealty.io.SourceError: when nothing is known of the account
    """
    observed = known.observations()
    scores = fealty.health.score(known.card, observed, as_of=known.as_of)
    if account not in {str(each) for each in scores.account}:
        raise SourceError(f"nothing is known of the account {account} on {known.as_of}")
    opened = fealty.health.explain(scores, account)
    before = fealty.health.score(known.card, observed, as_of=known.before)
    change = fealty.health.explain_change(before, scores, account)
    parts = [_opened(known, opened), _changed(known, change)]
    results = {"explanation": opened, "change": change}
    measured = "csm_sentiment" in known.measured()
    if measured and str(known.card.config.polarity) == "higher_is_healthier":
        found = beside(known, scores, [account], observed)
        results["sentiment"] = found
        parts.append(Part(TITLES["sentiment"], [_word(found)]))
    return Pages([*parts, _past(known, account, observed)], results)


def _word(found: Any) -> str:
    if not np.isfinite(found.sentiment[0]):
        return "The CSM has said nothing."
    text = (
        f"The CSM gave {_number(found.sentiment[0])} ({found.sentiment_band[0]}) "
        f"{_days(found.days_since[0])} days ago"
    )
    if not np.isfinite(found.score[0]):
        return f"{text}; there is no score to hold it against."
    return f"{text}, beside a score of {_number(found.score[0])} ({found.score_band[0]})."


def _opened(known: Known, opened: Any) -> Part:
    """The lines of a score, which add up to it."""
    cells = []
    for row, line in enumerate(opened.line):
        measure = str(opened.measure[row])
        if not measure and not opened.micro_points[row]:
            continue
        weight = opened.weight[row]
        cells.append(
            [
                measure or str(line),
                str(opened.group[row]) or (str(line) if measure and str(line) != "measure" else ""),
                _value(opened.value[row]) + ("" if opened.counts[row] or not measure else "*"),
                _days(opened.age_days[row]),
                _number(opened.points[row]),
                _format.percent(weight) if np.isfinite(weight) else _format.NONE,
                _format.money(int(opened.micro_points[row]), 6),
                str(opened.reason[row]),
            ]
        )
    total = ["all lines", "", "", "", "", "", _format.money(int(opened.score_micro), 6), ""]
    columns = ["line", "of", "value", "age, days", "points", "weight", "adds", "reason"]
    if not any(line[-1] for line in cells):
        columns, cells, total = columns[:-1], [line[:-1] for line in cells], total[:-1]
    coverage = _format.percent(opened.coverage, 0)
    score = (
        f"The score of {opened.account} on {known.as_of} is {_shown(known, opened.score)}, {opened.band}; "
        f"{coverage} of the card's weight was observed."
        if np.isfinite(opened.score)
        else f"{opened.account} has no score on {known.as_of}: {coverage} of the card's weight was observed, "
        f"and the card needs {_format.percent(known.card.config.min_coverage, 0)}."
    )
    notes = [
        f"Card {opened.card}, version {opened.version}, fingerprint {opened.fingerprint}: {known.card_from}."
    ]
    if any("*" in line[2] for line in cells):
        notes.insert(0, "* does not count: it is missing, or too old.")
    table = Table("What it is made of, in points", columns, [*cells, total], "explanation")
    size = (9.5, 1.6 + 0.42 * (len(cells) + 2))
    pictures = [Picture("What the score is made of", size, opened)]
    return Part(f"Health of {opened.account}", [score], [table], notes, pictures)


def _changed(known: Known, change: Any) -> Part:
    """What changed a score since a month ago."""
    title = f"Since {known.before}"
    first, last = _shown(known, change.score_before), _shown(known, change.score_after)
    sentence = f"From {first} ({change.band_before or UNKNOWN}) to {last} ({change.band_after or UNKNOWN})."
    if not len(change):
        return Part(title, [sentence, "Nothing moved it."])
    cells = [
        [
            str(change.measure[row]) or str(change.change[row]),
            str(change.change[row]) if change.measure[row] else "",
            _value(change.value_before[row]),
            _value(change.value_after[row]),
            _format.money(int(change.micro_points[row]), 6),
        ]
        for row in range(len(change))
    ]
    cells.append(["all steps", "", "", "", _format.money(int(change.change_micro), 6)])
    columns = ["what", "how", "then", "now", "points"]
    size = (9.5, 1.6 + 0.42 * (len(cells) + 2))
    pictures = [Picture("What changed the score", size, change)]
    return Part(title, [sentence], [Table("", columns, cells, "change")], [], pictures)


def _past(known: Known, account: str, observed: Any) -> Part:
    """The scores of an account on each month end."""
    history = fealty.health.score_history(known.card, observed, dates=known.month_ends)
    rows = [row for row, each in enumerate(history.account) if str(each) == account]
    cells = [
        [
            str(history.as_of[row]),
            _number(history.score[row]),
            str(history.band[row]),
            _format.percent(history.coverage[row], 0),
        ]
        for row in rows
    ]
    title = "Score at month ends, by this card"
    if not cells:
        return Part(title, ["Nothing was known of it on a month end."])
    told = {"accounts": [history.account[rows[0]]], "scorecard": known.card}
    pictures = [Picture("Score over time", (10.0, 4.0), history, told, "score_history_lines")]
    columns = ["as of", "score", "band", "coverage"]
    return Part(title, [], [Table("", columns, cells[::-1])], [], pictures)


def _would(what: str, table: str, columns: str) -> str:
    return f"{what} is not told: a table {table} with {columns} would."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _points(micro: int) -> str:
    return _format.money(round(micro / 10_000), 2) if micro else "0"


def _number(value: float) -> str:
    return f"{value:,.1f}" if np.isfinite(value) else _format.NONE


def _shown(known: Known, score: float) -> str:
    """A score with the decimals of its card."""
    return f"{score:,.{known.card.config.decimals}f}" if np.isfinite(score) else _format.NONE


def _value(value: float) -> str:
    return f"{value:,.4g}" if np.isfinite(value) else _format.NONE


def _days(value: float) -> str:
    return f"{value:,.0f}" if np.isfinite(value) else _format.NONE
