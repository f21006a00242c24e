# SPDX-License-Identifier: MIT
"""What C++ has and Python does without, by key or by the start of a key, and why."""

from parse import Function

CPP_ONLY = {
    "arrow.": "every table in Python is an Arrow stream already",
    "ByteReader": "how a state reads its own bytes",
    "ByteWriter": "how a state writes its own bytes",
    "AmountColumn": "a column of a dataframe",
    "CellFinding": "a finding of the table",
    "Column": "a column of a dataframe",
    "Date": "datetime.date",
    "DateColumn": "an array of datetime64",
    "DayColumn": "a column of a dataframe",
    "DecimalColumn": "a column of a dataframe",
    "Days": "a column of a dataframe",
    "ErrorDetail": "attributes of the exceptions",
    "Error.detail": "attributes of the exceptions",
    "Flags": "a column of a dataframe",
    "Frame.add": "any dataframe is a frame",
    "Frame.at": "frame[name]",
    "Frame.column": "frame[name]",
    "Frame.find": "frame[name]",
    "Frame.name": "frame.columns",
    "Frame.rows": "len(frame)",
    "Frame.size": "len(frame.columns)",
    "IdColumn": "a column of a dataframe",
    "Ids": "the dictionary within a column of ids",
    "MoneyColumn": "two arrays: amounts in major units and, with the suffix _minor, in minor ones",
    "Currency.letters": "Currency.code",
    "SimdLevel": "how a kernel is run",
    "best_simd_level": "how a kernel is run",
    "dispatch": "how a kernel is run",
    "dispatch_lanes": "how a kernel is run",
    "ThreadPool": "how work is spread over threads",
    "thread_pool": "how work is spread over threads",
    "thread_count": "how work is spread over threads",
    "for_each_chunk": "how work is spread over threads",
    "Timestamps": "a column of a dataframe",
    "health.Contributions.measure": "the names of columns",
    "health.Contributions.measures": "a column for each measure",
    "health.GroupScores.group": "the names of columns",
    "health.GroupScores.points": "a column for each group",
    "health.GroupScores.top_group": "the names of columns",
    "health.GroupScores.micro_points": "a column for each top group",
    "company.NamedTable": "company.tables() gives a dict",
    "max_day": "the limits of a table's dates, which its messages name",
    "min_day": "the limits of a table's dates, which its messages name",
    "no_id": "None",
    "open": "None",
    "retention.CurveLifetimeValueOptions": "of lifetime_value() from a curve",
    "retention.SurvivalColumns": "of lifetime_value() from a curve",
    "retention.lifetime_value(const SurvivalColumns &, const CurveLifetimeValueOptions &)": "no curves yet",
    "revenue.Accounts.attribute": "accounts and attributes are codes there",
    "revenue.Accounts.attribute_changes": "accounts and attributes are codes there",
    "revenue.Accounts.attribute_count": "accounts and attributes are codes there",
    "revenue.Accounts.attribute_ids": "accounts and attributes are codes there",
    "revenue.Accounts.attribute_name": "accounts and attributes are codes there",
    "revenue.Accounts.attribute_on": "accounts and attributes are codes there",
    "revenue.Accounts.final_account": "accounts and attributes are codes there",
    "revenue.Accounts.has_row": "accounts and attributes are codes there",
    "revenue.Accounts.ids": "accounts and attributes are codes there",
    "revenue.Accounts.match": "accounts and attributes are codes there",
    "revenue.Accounts.topmost_parent": "accounts and attributes are codes there",
    "revenue.AttributeChange": "accounts and attributes are codes there",
    "revenue.amount_summary(const MoneyColumn &, const AmountSummaryOptions &)": "NumPy sums arrays up",
    "revenue.AmountSummaryOptions": "NumPy sums arrays up",
    "survival.DurationColumn": "a column of a dataframe",
    "to_string(Date)": "str() of a datetime.date",
    "version": "__version__",
}

#: Lists of a result that are no columns of its table, and why.
NO_COLUMN = {
    "health.Contributions.account": "columns bear the names of the card's measures: visited one by one",
    "health.Contributions.measure": "the names of columns",
    "health.Contributions.measures": "a column for each measure",
    "health.Contributions.renormalization": "visited one by one",
    "health.Contributions.decay": "visited one by one",
    "health.Contributions.exception": "visited one by one",
    "health.Contributions.clamp": "visited one by one",
    "health.Contributions.rounding": "visited one by one",
    "health.Contributions.score_micro": "visited one by one",
    "health.GroupScores.account": "columns bear the names of the card's groups: visited one by one",
    "health.GroupScores.group": "the names of columns",
    "health.GroupScores.points": "a column for each group",
    "health.GroupScores.top_group": "the names of columns",
    "health.GroupScores.micro_points": "a column for each top group",
    "health.GroupScores.ungrouped_micro": "visited one by one",
    "health.GroupScores.exception": "visited one by one",
    "health.GroupScores.clamp": "visited one by one",
    "health.GroupScores.rounding": "visited one by one",
    "health.GroupScores.score_micro": "visited one by one",
    "health.Proof.reasons": "sentences about the whole",
}


def is_cpp_only(key: str) -> bool:
    return key in CPP_ONLY or any(key.startswith(each) for each in CPP_ONLY if each.endswith("."))


def overloads_of(functions: list[Function]) -> list[Function]:
    """Those that Python has."""
    return [
        each for each in functions if not is_cpp_only(f"{each.key}({', '.join(p.type for p in each.params)})")
    ]
