// SPDX-License-Identifier: MIT
// Written by tools/api/generate.py, from the comments of the public headers. Do not edit.
#pragma once

#include <string_view>

namespace fealty::python {

struct Docstring {
  std::string_view key, text;
};

inline constexpr Docstring docstrings[] = {
    {"AmountColumn", R"doc(Amounts in major units, as people write them: real numbers, whole numbers or decimals.

Raises
------
InvalidInput
    for decimals whose scale is not in [0, 18])doc"},
    {"AmountColumn.cell_findings", R"doc()doc"},
    {"AmountColumn.halfway", R"doc(Whether an amount >= 0 lies halfway between two minor units.)doc"},
    {"AmountColumn.minor", R"doc(A row in minor units of a currency, none when that leaves 64 bits (for real numbers 2^52).)doc"},
    {"AmountColumn.name", R"doc()doc"},
    {"AmountColumn.named", R"doc()doc"},
    {"AmountColumn.negative", R"doc()doc"},
    {"AmountColumn.not_finite", R"doc(True for NaN and the infinities.)doc"},
    {"AmountColumn.present", R"doc()doc"},
    {"AmountColumn.reals", R"doc(The real numbers, null when the amounts are of another kind.)doc"},
    {"AmountColumn.size", R"doc()doc"},
    {"AmountColumn.text", R"doc(A row as text, for messages.)doc"},
    {"AmountColumn.valid", R"doc()doc"},
    {"ByteReader", R"doc(Reads them back; bytes that are cut short, of another state or of a newer version are refused.

Parameters
----------
bytes
name
version
    the newest that the caller can read)doc"},
    {"ByteReader.finish", R"doc(Refuses bytes that go on after the state.)doc"},
    {"ByteReader.read", R"doc()doc"},
    {"ByteReader.read_all", R"doc()doc"},
    {"ByteReader.read_text", R"doc()doc"},
    {"ByteReader.refuse", R"doc()doc"},
    {"ByteReader.version", R"doc()doc"},
    {"ByteWriter", R"doc(Writes the bytes of a serialized state: a name, a version, then numbers in little-endian order.)doc"},
    {"ByteWriter.take", R"doc()doc"},
    {"ByteWriter.write", R"doc()doc"},
    {"ByteWriter.write_all", R"doc()doc"},
    {"ByteWriter.write_text", R"doc()doc"},
    {"CellFinding", R"doc(What the reader of a column found in some of its cells, for the table to tell: a text that is no day, a
time that was cut off.)doc"},
    {"CellFinding.code", R"doc(stable, snake_case)doc"},
    {"CellFinding.rows", R"doc(ascending)doc"},
    {"CellFinding.rule", R"doc(what is wrong with them)doc"},
    {"CellFinding.severity", R"doc(error where the cells could not be read; they are null)doc"},
    {"CellFinding.value", R"doc(a row's cell as it was written)doc"},
    {"Column", R"doc(n values of one type, which of them are there, and what the caller calls them.

A column made of a span or of a named vector looks at the caller's memory, which must outlive it;
one made of a temporary vector, or given an owner, keeps its memory itself. A default column is
absent, which is not the same as one with no rows.

Parameters
----------
values
validity
    bitmap, least significant bit first, 1 = there; null when all are
bit_offset
    bit of `validity` that belongs to `values[0]`
owner
    keeps both alive)doc"},
    {"Column.begin", R"doc()doc"},
    {"Column.cell_findings", R"doc()doc"},
    {"Column.empty", R"doc()doc"},
    {"Column.end", R"doc()doc"},
    {"Column.found", R"doc(The same column, with a finding if it has rows.

Raises
------
InvalidInput
    for rows that the column does not have, or without `value`)doc"},
    {"Column.kept", R"doc(The same column, with memory of its own if it looks at the caller's. Its nulls are forgotten.)doc"},
    {"Column.may_have_nulls", R"doc()doc"},
    {"Column.name", R"doc(The caller's name for this column, used in messages.)doc"},
    {"Column.named", R"doc()doc"},
    {"Column.present", R"doc()doc"},
    {"Column.size", R"doc()doc"},
    {"Column.valid", R"doc()doc"},
    {"Column.values", R"doc()doc"},
    {"Currency", R"doc(A currency of ISO 4217: its letters, and how many digits its minor unit has.)doc"},
    {"Currency.code", R"doc(Its three letters.)doc"},
    {"Currency.exponent", R"doc(minor units per major unit = 10^exponent; 0 to 4)doc"},
    {"Currency.letters", R"doc(such as USD)doc"},
    {"Date", R"doc(A calendar day; columns of days hold its `days` alone.)doc"},
    {"Date.days", R"doc(since 1970-01-01)doc"},
    {"DateColumn", R"doc(Dates of a result or a frame: days since 1970-01-01.)doc"},
    {"DateColumn.days", R"doc()doc"},
    {"DayColumn", R"doc(Days since 1970-01-01, or instants, whose days depend on a time zone.

As a column of days, instants are the days of UTC; who has a time zone looks at `instants()`.)doc"},
    {"DayColumn.has_zone", R"doc(Whether the source of instants says by which clock they are; a table may tell its reader where not.)doc"},
    {"DayColumn.instants", R"doc(The instants; absent for a column of days.)doc"},
    {"DayColumn.may_have_nulls", R"doc()doc"},
    {"DayColumn.named", R"doc()doc"},
    {"DayColumn.of_instants", R"doc(

Parameters
----------
micros
    microseconds since 1970-01-01T00:00 UTC

The same, with the days of UTC given and what their reader found in them.

Parameters
----------
micros
days
has_zone
    whether their source says by which clock they are; if not, they were read as UTC)doc"},
    {"DayColumn.valid", R"doc()doc"},
    {"Days", R"doc(Days since 1970-01-01.)doc"},
    {"Days.days", R"doc()doc"},
    {"DecimalColumn", R"doc(Fixed-point amounts: value = unscaled / 10^scale.)doc"},
    {"DecimalColumn.scale", R"doc(digits after the point, 0 to 18)doc"},
    {"DecimalColumn.unscaled", R"doc()doc"},
    {"Error", R"doc(Base of every exception that fealty throws.)doc"},
    {"Error.detail", R"doc(The parts of the message, for callers that show or log them apart.)doc"},
    {"ErrorDetail", R"doc(What an error says, part by part; the message is `who: what[where] = value rule`.)doc"},
    {"ErrorDetail.rule", R"doc(the rule it breaks)doc"},
    {"ErrorDetail.value", R"doc(the offending value)doc"},
    {"ErrorDetail.what", R"doc(the column or argument, under the caller's name for it)doc"},
    {"ErrorDetail.where", R"doc(the row, counted from 0)doc"},
    {"ErrorDetail.who", R"doc(the function or table that refuses)doc"},
    {"Finding", R"doc(One kind of odd thing in the data: computable, but worth a look.)doc"},
    {"Finding.code", R"doc(stable, snake_case)doc"},
    {"Finding.message", R"doc(one sentence, with the first row's values)doc"},
    {"Finding.rows", R"doc(every row it stands in, ascending, counted from 0)doc"},
    {"Finding.severity", R"doc(how much it matters)doc"},
    {"Flags", R"doc(Yes or no: 1 or 0.)doc"},
    {"Flags.flags", R"doc()doc"},
    {"Frame", R"doc(Named columns of equal length: what "any dataframe" is in C++.)doc"},
    {"Frame.add", R"doc(Adds a column at the end.

Raises
------
InvalidInput
    when the name is taken or the length differs; nothing is added then)doc"},
    {"Frame.at", R"doc(The column of a name.

Raises
------
InvalidInput
    when there is none; names those that are there)doc"},
    {"Frame.column", R"doc()doc"},
    {"Frame.find", R"doc(The column of a name, null if there is none.)doc"},
    {"Frame.name", R"doc()doc"},
    {"Frame.rows", R"doc()doc"},
    {"Frame.size", R"doc()doc"},
    {"IdColumn", R"doc(n ids as codes of one dictionary.

Parameters
----------
codes
    n codes of `ids`, `no_id` where an id is missing
ids

Raises
------
InvalidInput
    for codes that `ids` does not have)doc"},
    {"IdColumn.code_column", R"doc(`codes()` with what keeps them alive.)doc"},
    {"IdColumn.codes", R"doc()doc"},
    {"IdColumn.ids", R"doc()doc"},
    {"IdColumn.name", R"doc(The caller's name for this column, used in messages.)doc"},
    {"IdColumn.named", R"doc()doc"},
    {"IdColumn.present", R"doc()doc"},
    {"IdColumn.size", R"doc()doc"},
    {"IdColumn.text", R"doc(The id of a row, as text; "null" where it is missing.)doc"},
    {"Ids", R"doc(A dictionary of account ids, or of any names: each id gets the next code of 0, 1, 2, …

Ids are texts or integers, never both in one dictionary. A text costs one hash, one probe and one
comparison; integers that lie close together cost a table look-up.)doc"},
    {"Ids.encode", R"doc(The code of an id, which is added if it is not there.

)doc"},
    {"Ids.encode_numbers", R"doc(Codes of n integers; `present(i)` tells which are there, the others get `no_id`.)doc"},
    {"Ids.encode_texts", R"doc(Codes of n texts; `text_at(i)` gives the i-th. A few texts are hashed ahead, so that the table's
memory is on its way when they are looked up.)doc"},
    {"Ids.find", R"doc(The code of an id, none if it is not there.

)doc"},
    {"Ids.is_text", R"doc()doc"},
    {"Ids.number", R"doc()doc"},
    {"Ids.ranks", R"doc(The place of each code in that order.)doc"},
    {"Ids.size", R"doc()doc"},
    {"Ids.sorted", R"doc(The codes in ascending order of their ids: integers by value, texts by bytes.)doc"},
    {"Ids.text", R"doc(The id of a code, as text.)doc"},
    {"Ids.view", R"doc()doc"},
    {"InvalidInput", R"doc(Data or options break a documented precondition.)doc"},
    {"MinorUnits", R"doc(An amount read from major units.)doc"},
    {"MinorUnits.exact", R"doc(false when the amount had more digits than the currency)doc"},
    {"MinorUnits.minor", R"doc(half-even at the currency's last digit)doc"},
    {"Money", R"doc(An exact amount of one currency.)doc"},
    {"Money.currency", R"doc(whose minor units they are)doc"},
    {"Money.minor", R"doc(minor units: cents, yen, fils)doc"},
    {"MoneyColumn", R"doc(Amounts of a result, all of one currency.)doc"},
    {"MoneyColumn.currency", R"doc(of all of them)doc"},
    {"MoneyColumn.minor", R"doc(minor units)doc"},
    {"NotConverged", R"doc(An iteration stopped without reaching its tolerance.)doc"},
    {"OnError", R"doc(What a table does with a row that breaks a rule.

Members
-------
fail
    throw, and build nothing
drop
    leave the row out and list it as a finding)doc"},
    {"Overflow", R"doc(An exact amount would leave the range of 64 bits.)doc"},
    {"Period", R"doc(How time is cut.

Members
-------
day
week
    ISO 8601: Monday to Sunday
month
quarter
year)doc"},
    {"PeriodGrid", R"doc(The periods from one day to another, without gaps: index 0 holds the first day.

Parameters
----------
first
    a day of the first period
last
    a day of the last period, not before `first`
period
fiscal_year_start
    1 to 12

Raises
------
InvalidInput
    out of range, or with more than 65,535 periods)doc"},
    {"PeriodGrid.fiscal_year_start", R"doc(First month of the fiscal year, 1 to 12.)doc"},
    {"PeriodGrid.index", R"doc(The index of the period that holds a day; `size()` for a day that none holds.)doc"},
    {"PeriodGrid.label", R"doc(A period's name: 2024-12-31, 2024-W52, 2024-12, 2024-Q4 or 2024; FY2024 when the fiscal year
starts in another month than January, named by the calendar year it ends in.

Raises
------
InvalidInput
    unless index < size())doc"},
    {"PeriodGrid.last_day", R"doc(The last day of a period.

Raises
------
InvalidInput
    unless index < size())doc"},
    {"PeriodGrid.max_size", R"doc(periods: 179 years of days, 5,461 of months)doc"},
    {"PeriodGrid.period", R"doc(How time is cut.)doc"},
    {"PeriodGrid.size", R"doc(How many periods there are.)doc"},
    {"PeriodGrid.start", R"doc(The first day of a period.

Raises
------
InvalidInput
    unless index < size())doc"},
    {"Severity", R"doc(How much a finding matters.

Members
-------
information
    normal, but good to know
warning
    probably not meant
error
    the row cannot be used; it was left out)doc"},
    {"SimdLevel", R"doc(Instruction sets that the hot loops are compiled for.

Members
-------
baseline
    what the compiler was told, x86-64 or any other
avx2
avx512)doc"},
    {"ThreadPool", R"doc(Threads that stay: starting them anew for each call costs more than most calls take.

Parameters
----------
workers
    threads beside the caller's; fewer where the system refuses more)doc"},
    {"ThreadPool.run", R"doc(Calls task(chunk, slot) for every chunk in [0, chunks), each once; `slot` in [0, threads) tells
apart the threads that run at the same time. Returns when all are done.

An exception stops the chunks that have not begun; that of the lowest chunk is thrown again here,
so that it does not depend on the number of threads. A call from within a task, while another
thread's call is under way, or in a forked process runs on the caller's thread alone.)doc"},
    {"ThreadPool.size", R"doc(The caller's thread and the workers.)doc"},
    {"TimeZone", R"doc(By which clock instants become days; made by time_zone(). Copies are cheap.)doc"},
    {"TimeZone.day", R"doc(The local day of an instant.

Parameters
----------
micros
    microseconds since 1970-01-01T00:00 UTC

Returns
-------
days since 1970-01-01)doc"},
    {"TimeZone.days", R"doc(The local days of many instants, in a few nanoseconds each and in any order.

Parameters
----------
micros
    n instants in microseconds since 1970-01-01T00:00 UTC

Returns
-------
n days since 1970-01-01)doc"},
    {"TimeZone.name", R"doc(The name by which it was asked for.)doc"},
    {"TimeZone.offset_seconds", R"doc(How far local time is ahead of UTC at an instant; negative west of Greenwich.)doc"},
    {"Timestamps", R"doc(Microseconds since 1970-01-01T00:00 UTC.)doc"},
    {"Timestamps.has_zone", R"doc(whether their source says by which clock they are; if not, they are read as UTC)doc"},
    {"Timestamps.micros", R"doc()doc"},
    {"YearMonthDay", R"doc(Year, month and day of the Gregorian calendar.)doc"},
    {"YearMonthDay.day", R"doc(1 to 31)doc"},
    {"YearMonthDay.month", R"doc(1 to 12)doc"},
    {"YearMonthDay.year", R"doc(1400 to 9999)doc"},
    {"add", R"doc(a + b.

Raises
------
InvalidInput
    unless both are of one currency
Overflow
    when the sum leaves 64 bits)doc"},
    {"add_months", R"doc(The same day of the month `months` later, or that month's last day if it is shorter.

Raises
------
InvalidInput
    when the result is before 1400 or after 9999)doc"},
    {"adoption.ActiveUsers", R"doc(Distinct users in windows of days: for each group, ascending, a row for each date.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
date
    last day of the windows
dau
    users on the day
wau
    users on any of the 7 days up to it
mau
    users on any of the `window` days up to it
complete
    1 where all of these days are known, 0 where a window begins earlier)doc"},
    {"adoption.ActiveUsers.as_of", R"doc(last day that is known)doc"},
    {"adoption.ActiveUsers.as_of_inferred", R"doc(whether it is the last with an event)doc"},
    {"adoption.ActiveUsers.complete", R"doc(1 where all of these days are known, 0 where a window begins earlier)doc"},
    {"adoption.ActiveUsers.counting", R"doc(how users were counted)doc"},
    {"adoption.ActiveUsers.date", R"doc(last day of the windows)doc"},
    {"adoption.ActiveUsers.dau", R"doc(users on the day)doc"},
    {"adoption.ActiveUsers.every", R"doc(what the dates are last days of)doc"},
    {"adoption.ActiveUsers.findings", R"doc(codes: window_longer_than_data)doc"},
    {"adoption.ActiveUsers.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.ActiveUsers.mau", R"doc(users on any of the `window` days up to it)doc"},
    {"adoption.ActiveUsers.since", R"doc(first day that is known)doc"},
    {"adoption.ActiveUsers.std_error", R"doc(of a count, relative to it; 0 for exact counts)doc"},
    {"adoption.ActiveUsers.wau", R"doc(users on any of the 7 days up to it)doc"},
    {"adoption.ActiveUsers.window", R"doc(days of `mau`)doc"},
    {"adoption.ActiveUsersOptions", R"doc(Settings of active_users().)doc"},
    {"adoption.ActiveUsersOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.ActiveUsersOptions.as_of", R"doc(last day that is known; by default the last with an event)doc"},
    {"adoption.ActiveUsersOptions.by", R"doc("account", or attributes of `accounts`; empty: all together)doc"},
    {"adoption.ActiveUsersOptions.events", R"doc(names of events that count; empty: all)doc"},
    {"adoption.ActiveUsersOptions.every", R"doc(a row for the last day of each)doc"},
    {"adoption.ActiveUsersOptions.since", R"doc(first day that is known; by default the first with an event)doc"},
    {"adoption.ActiveUsersOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"adoption.ActiveUsersOptions.window", R"doc(days of `mau`, 1 to 366; 28 holds each weekday four times)doc"},
    {"adoption.AdoptionRate", R"doc(Adoption rates: a row for each group and period in which any account was onboarded. onboarded = adopted +
churned + missed + undecided.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
period
    first day of the period of onboarding
period_end
    last day
rate
    adopted / onboarded, or, before its window has closed, an estimate
lower
    Wilson's interval, or the band of the estimate, from
upper
    to
complete
    1 where the window has closed; 0: `rate` is an estimate
onboarded
    accounts
adopted
    within the window
churned
    left within the window, and before
missed
    neither within the window, which has passed
undecided
    neither so far, and the window has not passed
small_base
    1 where few accounts were onboarded)doc"},
    {"adoption.AdoptionRate.adopted", R"doc(within the window)doc"},
    {"adoption.AdoptionRate.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.AdoptionRate.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.AdoptionRate.churn", R"doc(milestone of leaving; empty where lifetimes, or nothing, told)doc"},
    {"adoption.AdoptionRate.churned", R"doc(left within the window, and before)doc"},
    {"adoption.AdoptionRate.cohort", R"doc(how days of onboarding were cut into cohorts)doc"},
    {"adoption.AdoptionRate.complete", R"doc(1 where the window has closed; 0: `rate` is an estimate)doc"},
    {"adoption.AdoptionRate.confidence", R"doc(coverage of the intervals)doc"},
    {"adoption.AdoptionRate.findings", R"doc(codes: as of time_to_value())doc"},
    {"adoption.AdoptionRate.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.AdoptionRate.lower", R"doc(Wilson's interval, or the band of the estimate, from)doc"},
    {"adoption.AdoptionRate.milestone", R"doc(milestone of adoption)doc"},
    {"adoption.AdoptionRate.missed", R"doc(neither within the window, which has passed)doc"},
    {"adoption.AdoptionRate.onboarded", R"doc(accounts)doc"},
    {"adoption.AdoptionRate.period", R"doc(first day of the period of onboarding)doc"},
    {"adoption.AdoptionRate.period_end", R"doc(last day)doc"},
    {"adoption.AdoptionRate.rate", R"doc(adopted / onboarded, or, before its window has closed, an estimate)doc"},
    {"adoption.AdoptionRate.small_base", R"doc(1 where few accounts were onboarded)doc"},
    {"adoption.AdoptionRate.start", R"doc(milestone from which on time counted)doc"},
    {"adoption.AdoptionRate.total_adopted", R"doc(of all rows that are complete)doc"},
    {"adoption.AdoptionRate.total_lower", R"doc(Wilson's interval of total_rate, from)doc"},
    {"adoption.AdoptionRate.total_onboarded", R"doc(of all rows that are complete)doc"},
    {"adoption.AdoptionRate.total_rate", R"doc(total_adopted / total_onboarded; NaN where none is complete)doc"},
    {"adoption.AdoptionRate.total_upper", R"doc(to)doc"},
    {"adoption.AdoptionRate.undecided", R"doc(neither so far, and the window has not passed)doc"},
    {"adoption.AdoptionRate.upper", R"doc(to)doc"},
    {"adoption.AdoptionRate.window_days", R"doc(days since onboarding within which it counted)doc"},
    {"adoption.AdoptionRateOptions", R"doc(Settings of adoption_rate().)doc"},
    {"adoption.AdoptionRateOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.AdoptionRateOptions.adopted", R"doc(milestone of adoption)doc"},
    {"adoption.AdoptionRateOptions.as_of", R"doc(last day known; by default that of `lifetimes`, or the latest milestone)doc"},
    {"adoption.AdoptionRateOptions.by", R"doc(attributes whose values on that day make the groups)doc"},
    {"adoption.AdoptionRateOptions.churn", R"doc(milestone of leaving; or `lifetimes`)doc"},
    {"adoption.AdoptionRateOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"adoption.AdoptionRateOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.AdoptionRateOptions.lifetimes", R"doc(of customers, by days and accounts: the first end after onboarding is churn)doc"},
    {"adoption.AdoptionRateOptions.onboarded", R"doc(milestone from which on time counts)doc"},
    {"adoption.AdoptionRateOptions.period", R"doc(cuts days of onboarding into cohorts)doc"},
    {"adoption.AdoptionRateOptions.small_base", R"doc(cohorts of fewer accounts are flagged, >= 0)doc"},
    {"adoption.AdoptionRateOptions.window_days", R"doc(days since onboarding within which it counts, >= 0; a quarter, which is a choice and no standard)doc"},
    {"adoption.ChampionConcentration", R"doc(How much of the work hangs on how few, one row for each account with an active user.

Columns
-------
account
    ascending
active_users
    in the window
actions
    sum of the values of core actions in the window
top_user
    who did most
top_share
    of the actions; none without any
herfindahl
    sum of the squares of all users' shares
effective_users
    1 / herfindahl: as if so many did the same each
key_person
    1 where top_share or effective_users reaches its threshold)doc"},
    {"adoption.ChampionConcentration.account", R"doc(ascending)doc"},
    {"adoption.ChampionConcentration.actions", R"doc(sum of the values of core actions in the window)doc"},
    {"adoption.ChampionConcentration.active_users", R"doc(in the window)doc"},
    {"adoption.ChampionConcentration.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.ChampionConcentration.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.ChampionConcentration.effective_users", R"doc(1 / herfindahl: as if so many did the same each)doc"},
    {"adoption.ChampionConcentration.findings", R"doc(codes: users_unknown, window_longer_than_data)doc"},
    {"adoption.ChampionConcentration.herfindahl", R"doc(sum of the squares of all users' shares)doc"},
    {"adoption.ChampionConcentration.key_person", R"doc(1 where top_share or effective_users reaches its threshold)doc"},
    {"adoption.ChampionConcentration.key_person_share", R"doc(of top_share, from which on key_person is 1)doc"},
    {"adoption.ChampionConcentration.key_person_users", R"doc(of effective_users, up to which key_person is 1)doc"},
    {"adoption.ChampionConcentration.top_share", R"doc(of the actions; none without any)doc"},
    {"adoption.ChampionConcentration.top_user", R"doc(who did most)doc"},
    {"adoption.ChampionConcentration.window", R"doc(days that shares are of)doc"},
    {"adoption.ChampionEventKind", R"doc(What happened to a champion.

Members
-------
went_silent
    is silent while colleagues are active: the person is gone, or has turned away
silent_with_account
    is silent, as is everybody else in the account
lost_role
    is no sponsor any more)doc"},
    {"adoption.ChampionEvents", R"doc(Losses of champions, one row for each.

Columns
-------
account
    ascending
user
    ascending within the account
date
    the day on which it was known: of silence the last of silent_days
kind
    what happened
role
    the role then, or the one that was lost; only with `roles`
share
    of the account's core actions, in the window that ends on the last day of use, or before the
    role ended; none without actions)doc"},
    {"adoption.ChampionEvents.account", R"doc(ascending)doc"},
    {"adoption.ChampionEvents.as_of", R"doc(last day known; none where nothing is)doc"},
    {"adoption.ChampionEvents.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.ChampionEvents.date", R"doc(the day on which it was known: of silence the last of silent_days)doc"},
    {"adoption.ChampionEvents.findings", R"doc(code: users_unknown)doc"},
    {"adoption.ChampionEvents.kind", R"doc(what happened)doc"},
    {"adoption.ChampionEvents.role", R"doc(the role then, or the one that was lost; only with `roles`)doc"},
    {"adoption.ChampionEvents.share", R"doc(of the account's core actions, in the window that ends on the last day of use, or before the role ended; none without actions)doc"},
    {"adoption.ChampionEvents.silent_days", R"doc(days in a row without use after which a user is silent)doc"},
    {"adoption.ChampionEvents.user", R"doc(ascending within the account)doc"},
    {"adoption.ChampionEvents.window", R"doc(days that shares are of)doc"},
    {"adoption.ChampionOptions", R"doc(Settings of champions(), champion_concentration() and champion_events(). The thresholds are choices of
this library, not of the field.)doc"},
    {"adoption.ChampionOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.ChampionOptions.events", R"doc(names of core actions; by default every event)doc"},
    {"adoption.ChampionOptions.key_person_share", R"doc(share of the first user from which on an account depends on it, in (0, 1])doc"},
    {"adoption.ChampionOptions.key_person_users", R"doc(effective users up to which an account depends on them, >= 1)doc"},
    {"adoption.ChampionOptions.power_days", R"doc(active days of the window, from which on a power user or a sponsor can fall silent, >= 1: two days a week by default)doc"},
    {"adoption.ChampionOptions.power_share", R"doc(of the account's core actions, from which a user is a power user, in (0, 1])doc"},
    {"adoption.ChampionOptions.roles", R"doc(who has which role)doc"},
    {"adoption.ChampionOptions.silent_days", R"doc(days in a row without use after which a user is silent, 1 to 65,535)doc"},
    {"adoption.ChampionOptions.sponsor_roles", R"doc(roles whose loss is an event)doc"},
    {"adoption.ChampionOptions.window", R"doc(days that shares are of, 1 to 65,535)doc"},
    {"adoption.Champions", R"doc(Who does the work, one row for each user of an account who was active in the window.

Columns
-------
account
    ascending
user
    by rank
role
    on as_of, the one that began last; only with `roles`
rank
    1 for who did most; of two as much the lower id comes first
actions
    sum of the values of core actions in the window
share
    of the account's
active_days
    of the window
colleagues
    other users of the account who were active in the window
streak_weeks
    weeks in a row with an active day, counted back from as_of
power_user
    1 with power_share and power_days)doc"},
    {"adoption.Champions.account", R"doc(ascending)doc"},
    {"adoption.Champions.actions", R"doc(sum of the values of core actions in the window)doc"},
    {"adoption.Champions.active_days", R"doc(of the window)doc"},
    {"adoption.Champions.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.Champions.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.Champions.colleagues", R"doc(other users of the account who were active in the window)doc"},
    {"adoption.Champions.findings", R"doc(codes: users_unknown, window_longer_than_data)doc"},
    {"adoption.Champions.power_user", R"doc(1 with power_share and power_days)doc"},
    {"adoption.Champions.rank", R"doc(1 for who did most; of two as much the lower id comes first)doc"},
    {"adoption.Champions.role", R"doc(on as_of, the one that began last; only with `roles`)doc"},
    {"adoption.Champions.share", R"doc(of the account's)doc"},
    {"adoption.Champions.streak_weeks", R"doc(weeks in a row with an active day, counted back from as_of)doc"},
    {"adoption.Champions.user", R"doc(by rank)doc"},
    {"adoption.Champions.window", R"doc(days that shares are of)doc"},
    {"adoption.DistinctCounting", R"doc(How distinct users were counted.

Members
-------
exact
    each once
approximate
    by sketches, with a standard error)doc"},
    {"adoption.Engagement", R"doc(How broadly, deeply and often groups use, one row for each.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
active_users
    active in the window
weekly_users
    active in the last 7 days
user_days
    days active of the window, of all users
mean_days_of_7
    L7: days active of the last 7, mean of weekly_users
frequency
    L28: user_days / active_users
weekly_frequency
    weeks of the window with an active day, mean of active_users
core_actions
    sum of the values of core events
depth
    core_actions / user_days
features_used
    key features used in the window, of all accounts
features_entitled
    key features that they may use
breadth
    features_used / features_entitled)doc"},
    {"adoption.Engagement.active_users", R"doc(active in the window)doc"},
    {"adoption.Engagement.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.Engagement.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.Engagement.breadth", R"doc(features_used / features_entitled)doc"},
    {"adoption.Engagement.core_actions", R"doc(sum of the values of core events)doc"},
    {"adoption.Engagement.depth", R"doc(core_actions / user_days)doc"},
    {"adoption.Engagement.features_entitled", R"doc(key features that they may use)doc"},
    {"adoption.Engagement.features_used", R"doc(key features used in the window, of all accounts)doc"},
    {"adoption.Engagement.findings", R"doc(codes: window_longer_than_data, used_not_entitled, entitled_without_usage)doc"},
    {"adoption.Engagement.frequency", R"doc(L28: user_days / active_users)doc"},
    {"adoption.Engagement.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.Engagement.mean_days_of_7", R"doc(L7: days active of the last 7, mean of weekly_users)doc"},
    {"adoption.Engagement.user_days", R"doc(days active of the window, of all users)doc"},
    {"adoption.Engagement.weekly_frequency", R"doc(weeks of the window with an active day, mean of active_users)doc"},
    {"adoption.Engagement.weekly_users", R"doc(active in the last 7 days)doc"},
    {"adoption.Engagement.window", R"doc(days of the window, of which as_of is the last)doc"},
    {"adoption.EngagementHistogram", R"doc(The power-user curve: how many users were active on how many days.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
days
    active of the window, 1 to `window`
users
    who were active on so many
share
    of the group's active users; none without any)doc"},
    {"adoption.EngagementHistogram.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.EngagementHistogram.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.EngagementHistogram.days", R"doc(active of the window, 1 to `window`)doc"},
    {"adoption.EngagementHistogram.findings", R"doc(code: window_longer_than_data)doc"},
    {"adoption.EngagementHistogram.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.EngagementHistogram.share", R"doc(of the group's active users; none without any)doc"},
    {"adoption.EngagementHistogram.users", R"doc(who were active on so many)doc"},
    {"adoption.EngagementHistogram.window", R"doc(days of the window, of which as_of is the last)doc"},
    {"adoption.EngagementOptions", R"doc(Settings of engagement(), user_engagement() and engagement_histogram().)doc"},
    {"adoption.EngagementOptions.accounts", R"doc(whose attributes they are)doc"},
    {"adoption.EngagementOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.EngagementOptions.by", R"doc("account", or attributes whose values make the groups)doc"},
    {"adoption.EngagementOptions.core_events", R"doc(what depth counts; by default `events`)doc"},
    {"adoption.EngagementOptions.entitlements", R"doc(who may use which; by default all of `features`)doc"},
    {"adoption.EngagementOptions.events", R"doc(names that make a user active; by default every event)doc"},
    {"adoption.EngagementOptions.features", R"doc(events that are key features; none: no breadth)doc"},
    {"adoption.EngagementOptions.window", R"doc(days, 1 to 65,535; four whole weeks by default)doc"},
    {"adoption.EntitlementColumns", R"doc(The columns of a table of entitlements. Exactly one of `feature` and `features` is given.)doc"},
    {"adoption.EntitlementColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.EntitlementColumns.feature", R"doc(what it may use, called as its event: a row for each feature)doc"},
    {"adoption.EntitlementColumns.features", R"doc(or how many key features it may use, 0 to 1,000,000,000)doc"},
    {"adoption.EntitlementColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.EntitlementColumns.valid_from", R"doc(first day of the entitlement; null: from ever)doc"},
    {"adoption.EntitlementColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"adoption.Entitlements", R"doc(A validated table of the features that accounts have paid for. Copies are cheap.

A feature may stand in several rows of an account; it counts once. Numbers of features hold as attributes
of accounts do: one row a day, without valid_to until the account's next.

The columns of a table of entitlements. Exactly one of `feature` and `features` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
feature
    what it may use, called as its event: a row for each feature
features
    or how many key features it may use, 0 to 1,000,000,000
valid_from
    first day of the entitlement; null: from ever
valid_to
    first day after; null or fealty::open while it lasts
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, both of `feature` and `features`, unequal lengths, a null account,
    feature or number, a number that is not between 0 and 1,000,000,000, a day before 1900 or
    after 9999, a valid_to before its valid_from, two numbers of an account that hold on one day)doc"},
    {"adoption.Entitlements.data", R"doc()doc"},
    {"adoption.Entitlements.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
zero_length_period.)doc"},
    {"adoption.Entitlements.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.GoalColumns", R"doc(The columns of a goals table: a row for each day on which an account's goal was stated or measured. Money,
if there is any, is given in major or in minor units, with a currency.)doc"},
    {"adoption.GoalColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.GoalColumns.actual", R"doc(what was measured on this day; null where nothing was)doc"},
    {"adoption.GoalColumns.baseline", R"doc(where the account began; null or NaN where the row does not tell)doc"},
    {"adoption.GoalColumns.cost", R"doc(what the goal has cost so far, in major units, >= 0)doc"},
    {"adoption.GoalColumns.cost_minor", R"doc(the same in minor units)doc"},
    {"adoption.GoalColumns.currency", R"doc(ISO 4217 code of all amounts, or)doc"},
    {"adoption.GoalColumns.currency_column", R"doc(the code of each row; all have to be the same)doc"},
    {"adoption.GoalColumns.date", R"doc(n days since 1970-01-01, or instants)doc"},
    {"adoption.GoalColumns.due", R"doc(day by which the target shall be reached; null for none)doc"},
    {"adoption.GoalColumns.goal", R"doc(n names of what the account wants)doc"},
    {"adoption.GoalColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.GoalColumns.target", R"doc(where it wants to come, above or below the baseline; null likewise)doc"},
    {"adoption.GoalColumns.unit", R"doc(what it is measured in)doc"},
    {"adoption.GoalColumns.value_per_unit", R"doc(what a unit of progress is worth, in major units, >= 0)doc"},
    {"adoption.GoalColumns.value_per_unit_minor", R"doc(the same in minor units)doc"},
    {"adoption.Goals", R"doc(A validated table of the customers' own goals. Copies are cheap.

Of several actuals of one goal and day the highest counts (finding several_actuals). Instants are the days
of UTC.

The columns of a goals table: a row for each day on which an account's goal was stated or measured. Money,
if there is any, is given in major or in minor units, with a currency.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
goal
    n names of what the account wants
unit
    what it is measured in
baseline
    where the account began; null or NaN where the row does not tell
target
    where it wants to come, above or below the baseline; null likewise
date
    n days since 1970-01-01, or instants
actual
    what was measured on this day; null where nothing was
due
    day by which the target shall be reached; null for none
value_per_unit
    what a unit of progress is worth, in major units, >= 0
value_per_unit_minor
    the same in minor units
cost
    what the goal has cost so far, in major units, >= 0
cost_minor
    the same in minor units
currency
    ISO 4217 code of all amounts, or
currency_column
    the code of each row; all have to be the same
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, goal or date, a day before 1900 or
    after 9999, an infinite number, an amount that is negative or not finite, an amount in major
    and in minor units, without or with an unknown currency, several currencies
Overflow
    when an amount leaves 64 bits)doc"},
    {"adoption.Goals.currency", R"doc(The currency of every amount.)doc"},
    {"adoption.Goals.data", R"doc()doc"},
    {"adoption.Goals.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"adoption.Goals.last_day", R"doc(The latest date; none without rows.)doc"},
    {"adoption.Goals.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.GrowthAccounting", R"doc(Who is active, and how they came and went: a row for each group and period. In each row opening
+ new_users + resurrected + entered - dormant - left = active, and active = new_users + resurrected
+ entered + retained.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
period
    first day
period_end
    last day
opening
    active in the period before
new_users
    active for the first time ever, in whichever group
resurrected
    active before, and nowhere in the period before
entered
    in the period before active in other groups alone
dormant
    active in the period before, and nowhere now
left
    active in the period before, and now in other groups alone
active
    active on any day of the period
retained
    active in the period before, and now
quick_ratio
    (new_users + resurrected) / dormant; none when nobody is dormant
known_days
    days from `since` to the period; with 0, new users may be old
complete
    0 for a last period that as_of cuts short)doc"},
    {"adoption.GrowthAccounting.active", R"doc(active on any day of the period)doc"},
    {"adoption.GrowthAccounting.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.GrowthAccounting.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.GrowthAccounting.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"adoption.GrowthAccounting.dormant", R"doc(active in the period before, and nowhere now)doc"},
    {"adoption.GrowthAccounting.entered", R"doc(in the period before active in other groups alone)doc"},
    {"adoption.GrowthAccounting.every", R"doc(how time is cut)doc"},
    {"adoption.GrowthAccounting.findings", R"doc(code: no_history)doc"},
    {"adoption.GrowthAccounting.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.GrowthAccounting.known_days", R"doc(days from `since` to the period; with 0, new users may be old)doc"},
    {"adoption.GrowthAccounting.left", R"doc(active in the period before, and now in other groups alone)doc"},
    {"adoption.GrowthAccounting.new_users", R"doc(active for the first time ever, in whichever group)doc"},
    {"adoption.GrowthAccounting.opening", R"doc(active in the period before)doc"},
    {"adoption.GrowthAccounting.period", R"doc(first day)doc"},
    {"adoption.GrowthAccounting.period_end", R"doc(last day)doc"},
    {"adoption.GrowthAccounting.quick_ratio", R"doc((new_users + resurrected) / dormant; none when nobody is dormant)doc"},
    {"adoption.GrowthAccounting.resurrected", R"doc(active before, and nowhere in the period before)doc"},
    {"adoption.GrowthAccounting.retained", R"doc(active in the period before, and now)doc"},
    {"adoption.GrowthAccounting.since", R"doc(first day known; none without rows)doc"},
    {"adoption.GrowthAccounting.unit", R"doc(who is counted)doc"},
    {"adoption.GrowthAccountingOptions", R"doc(Settings of growth_accounting().)doc"},
    {"adoption.GrowthAccountingOptions.accounts", R"doc(whose attributes they are)doc"},
    {"adoption.GrowthAccountingOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.GrowthAccountingOptions.by", R"doc("account", or attributes whose values make the groups)doc"},
    {"adoption.GrowthAccountingOptions.events", R"doc(names that make a user active; by default every event)doc"},
    {"adoption.GrowthAccountingOptions.every", R"doc(how time is cut)doc"},
    {"adoption.GrowthAccountingOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.GrowthAccountingOptions.since", R"doc(first day known; by default the first with an event)doc"},
    {"adoption.GrowthAccountingOptions.unit", R"doc(who is counted)doc"},
    {"adoption.GrowthCell", R"doc(The numbers of a row of growth_accounting().

Members
-------
opening
new_users
resurrected
entered
dormant
left
active
retained)doc"},
    {"adoption.GrowthChange", R"doc(What changed the number of successful customers between two periods. All figures are whole multiples of
2^-20 of a customer, so that sums of them are exact, in whatever order:
change = now - before = customers + mix + onboarding + adoption, and where CSMs are told
= headcount + per_csm; the last row is the sum of those above it.

Columns
-------
segment
    ascending, then null: all of them; only with segments
before
    successes of the first period
now
    of the second
change
    now - before
customers
    of it, because there are more customers altogether
mix
    because the segment is a larger part of them
onboarding
    because more of them were onboarded
adoption
    because more of the onboarded have adopted the product
headcount
    because there are more CSMs; NaN where it is not told how many
per_csm
    because each has more successes; NaN likewise)doc"},
    {"adoption.GrowthChange.adoption", R"doc(because more of the onboarded have adopted the product)doc"},
    {"adoption.GrowthChange.before", R"doc(successes of the first period)doc"},
    {"adoption.GrowthChange.change", R"doc(now - before)doc"},
    {"adoption.GrowthChange.customers", R"doc(of it, because there are more customers altogether)doc"},
    {"adoption.GrowthChange.headcount", R"doc(because there are more CSMs; NaN where it is not told how many)doc"},
    {"adoption.GrowthChange.mix", R"doc(because the segment is a larger part of them)doc"},
    {"adoption.GrowthChange.now", R"doc(of the second)doc"},
    {"adoption.GrowthChange.onboarding", R"doc(because more of them were onboarded)doc"},
    {"adoption.GrowthChange.per_csm", R"doc(because each has more successes; NaN likewise)doc"},
    {"adoption.GrowthChange.segment", R"doc(ascending, then null: all of them; only with segments)doc"},
    {"adoption.GrowthEquation", R"doc(Where successful customers come from, and what would bring more. Needed figures are NaN without a target,
and where no figure would do.

Columns
-------
segment
    ascending, then null: all of them; only with segments
customers
    all that there are
onboarding_rate
    onboarded / customers; NaN without customers
adoption_rate
    adopted / onboarded; NaN where nobody was onboarded
successes
    customers x onboarding_rate x adoption_rate
csms
    customer success managers; NaN where it was not told
successes_per_csm
    successes / csms, and so what one more brings; NaN without
per_onboarding_point
    more successes if the onboarding rate were `points` higher
per_adoption_point
    the same of the adoption rate
target
    successes that are wanted; NaN for none
needed_success_rate
    target / customers: above 1, only more customers help
needed_onboarding_rate
    if only this rate changes; above 1 it cannot
needed_adoption_rate
    the same of the adoption rate
needed_factor
    by which both rates grow to reach the target
needed_both_onboarding_rate
    the onboarding rate then
needed_both_adoption_rate
    the adoption rate then
needed_customers
    at the same rates
needed_csms
    at the same successes per CSM; round it up
onboarding_suffices
    1 where the onboarding rate alone can reach the target
adoption_suffices
    the same of the adoption rate
both_suffice
    the same of both, raised by one factor)doc"},
    {"adoption.GrowthEquation.adoption_rate", R"doc(adopted / onboarded; NaN where nobody was onboarded)doc"},
    {"adoption.GrowthEquation.adoption_suffices", R"doc(the same of the adoption rate)doc"},
    {"adoption.GrowthEquation.both_suffice", R"doc(the same of both, raised by one factor)doc"},
    {"adoption.GrowthEquation.csms", R"doc(customer success managers; NaN where it was not told)doc"},
    {"adoption.GrowthEquation.customers", R"doc(all that there are)doc"},
    {"adoption.GrowthEquation.findings", R"doc(by rows of the result: target_out_of_reach, successes_without_csm)doc"},
    {"adoption.GrowthEquation.needed_adoption_rate", R"doc(the same of the adoption rate)doc"},
    {"adoption.GrowthEquation.needed_both_adoption_rate", R"doc(the adoption rate then)doc"},
    {"adoption.GrowthEquation.needed_both_onboarding_rate", R"doc(the onboarding rate then)doc"},
    {"adoption.GrowthEquation.needed_csms", R"doc(at the same successes per CSM; round it up)doc"},
    {"adoption.GrowthEquation.needed_customers", R"doc(at the same rates)doc"},
    {"adoption.GrowthEquation.needed_factor", R"doc(by which both rates grow to reach the target)doc"},
    {"adoption.GrowthEquation.needed_onboarding_rate", R"doc(if only this rate changes; above 1 it cannot)doc"},
    {"adoption.GrowthEquation.needed_success_rate", R"doc(target / customers: above 1, only more customers help)doc"},
    {"adoption.GrowthEquation.onboarding_rate", R"doc(onboarded / customers; NaN without customers)doc"},
    {"adoption.GrowthEquation.onboarding_suffices", R"doc(1 where the onboarding rate alone can reach the target)doc"},
    {"adoption.GrowthEquation.per_adoption_point", R"doc(the same of the adoption rate)doc"},
    {"adoption.GrowthEquation.per_onboarding_point", R"doc(more successes if the onboarding rate were `points` higher)doc"},
    {"adoption.GrowthEquation.points", R"doc(as chosen)doc"},
    {"adoption.GrowthEquation.segment", R"doc(ascending, then null: all of them; only with segments)doc"},
    {"adoption.GrowthEquation.successes", R"doc(customers x onboarding_rate x adoption_rate)doc"},
    {"adoption.GrowthEquation.successes_per_csm", R"doc(successes / csms, and so what one more brings; NaN without)doc"},
    {"adoption.GrowthEquation.target", R"doc(successes that are wanted; NaN for none)doc"},
    {"adoption.GrowthEquationOptions", R"doc(Settings of growth_equation().)doc"},
    {"adoption.GrowthEquationOptions.points", R"doc(by how many percentage points rates are raised to see what it brings, > 0)doc"},
    {"adoption.GrowthSegmentColumns", R"doc(The columns of a table of segments: one row for each, or a single one for all customers. Both counts
`onboarded` and `adopted` are given, or both rates.)doc"},
    {"adoption.GrowthSegmentColumns.adopted", R"doc(of the onboarded, those whose work the product is a part of, or)doc"},
    {"adoption.GrowthSegmentColumns.adoption_rate", R"doc(their share of the onboarded, in [0, 1])doc"},
    {"adoption.GrowthSegmentColumns.csms", R"doc(customer success managers, as full-time ones, >= 0)doc"},
    {"adoption.GrowthSegmentColumns.customers", R"doc(n numbers of customers, 0 to 2^31)doc"},
    {"adoption.GrowthSegmentColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.GrowthSegmentColumns.onboarded", R"doc(of the customers, those that saw their first value, or)doc"},
    {"adoption.GrowthSegmentColumns.onboarding_rate", R"doc(their share, in [0, 1])doc"},
    {"adoption.GrowthSegmentColumns.segment", R"doc(whose row it is; without it there is one row)doc"},
    {"adoption.GrowthSegmentColumns.target", R"doc(how many successful customers are wanted, >= 0; null for none)doc"},
    {"adoption.GrowthSegments", R"doc(A validated table of segments: how many customers each has, how many of these were onboarded, and how many
of the onboarded have adopted the product. Copies are cheap.

The columns of a table of segments: one row for each, or a single one for all customers. Both counts
`onboarded` and `adopted` are given, or both rates.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
customers
    n numbers of customers, 0 to 2^31
onboarded
    of the customers, those that saw their first value, or
onboarding_rate
    their share, in [0, 1]
adopted
    of the onboarded, those whose work the product is a part of, or
adoption_rate
    their share of the onboarded, in [0, 1]
csms
    customer success managers, as full-time ones, >= 0
target
    how many successful customers are wanted, >= 0; null for none
segment
    whose row it is; without it there is one row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, counts beside rates, a null but of `target`, a count
    below 0, more onboarded than customers or adopted than onboarded, more than 2^31 customers
    altogether, a rate that is not in [0, 1], CSMs or a target that are no number >= 0, several
    rows of a segment, or without segments)doc"},
    {"adoption.GrowthSegments.data", R"doc()doc"},
    {"adoption.GrowthSegments.findings", R"doc(With `on_error = drop`, which rows were left out and why.)doc"},
    {"adoption.GrowthSegments.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.Lifecycle", R"doc(The stages of each account, one after the other, by account id and then by day.

Columns
-------
account
    whose
stage
    which
visit
    1 for the account's first time in the stage, 2 after it, …
entered
    first day
left
    first day no longer; null while it lasts
days
    from entered to left, or to as_of: 0 on the first day
outcome
    how it ended
ended
    1 where it has, 0 where it lasts on as_of (right-censored)
limit_days
    beyond which an account in the stage is stalled; NaN for none
stalled
    1 where it lasts, and longer than that)doc"},
    {"adoption.Lifecycle.account", R"doc(whose)doc"},
    {"adoption.Lifecycle.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.Lifecycle.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.Lifecycle.days", R"doc(from entered to left, or to as_of: 0 on the first day)doc"},
    {"adoption.Lifecycle.ended", R"doc(1 where it has, 0 where it lasts on as_of (right-censored))doc"},
    {"adoption.Lifecycle.entered", R"doc(first day)doc"},
    {"adoption.Lifecycle.findings", R"doc(by rows of the result: stalled_stage, renewal_before_adoption, stage_out_of_order; and no_competing_event)doc"},
    {"adoption.Lifecycle.left", R"doc(first day no longer; null while it lasts)doc"},
    {"adoption.Lifecycle.left_out", R"doc(accounts of either table without a milestone that begins a stage)doc"},
    {"adoption.Lifecycle.limit_days", R"doc(beyond which an account in the stage is stalled; NaN for none)doc"},
    {"adoption.Lifecycle.outcome", R"doc(how it ended)doc"},
    {"adoption.Lifecycle.rules", R"doc(what begins and ends each stage, in words)doc"},
    {"adoption.Lifecycle.stage", R"doc(which)doc"},
    {"adoption.Lifecycle.stalled", R"doc(1 where it lasts, and longer than that)doc"},
    {"adoption.Lifecycle.visit", R"doc(1 for the account's first time in the stage, 2 after it, …)doc"},
    {"adoption.LifecycleOptions", R"doc(Settings of lifecycle(). Whoever has dated stages of their own gives them as milestones, by their names.)doc"},
    {"adoption.LifecycleOptions.adoption", R"doc(the same)doc"},
    {"adoption.LifecycleOptions.adoption_limit", R"doc(the same)doc"},
    {"adoption.LifecycleOptions.as_of", R"doc(last day known; by default the latest milestone)doc"},
    {"adoption.LifecycleOptions.churn", R"doc(milestone of leaving)doc"},
    {"adoption.LifecycleOptions.contracts", R"doc(whose ends are renewals)doc"},
    {"adoption.LifecycleOptions.expansion", R"doc(the same)doc"},
    {"adoption.LifecycleOptions.expansion_limit", R"doc(the same)doc"},
    {"adoption.LifecycleOptions.onboarding", R"doc(milestone that begins the stage)doc"},
    {"adoption.LifecycleOptions.onboarding_limit", R"doc(longer in the stage, an account is stalled, >= 0)doc"},
    {"adoption.LifecycleOptions.renewal", R"doc(the same; or `contracts`)doc"},
    {"adoption.LifecycleOptions.renewal_days", R"doc(a renewal begins so many days before a contract's end, >= 0; as early_days of renewal_rate())doc"},
    {"adoption.LifecycleOptions.renewal_limit", R"doc(the same)doc"},
    {"adoption.LifecycleOptions.renewed", R"doc(milestone that ends a renewal; or `contracts`)doc"},
    {"adoption.LifecycleOptions.stalled_quantile", R"doc(without a limit, it is this quantile of those that moved on or renewed, in (0, 1): longer than nine of ten)doc"},
    {"adoption.LifecycleStage", R"doc(What an account's life is about.

Members
-------
onboarding
    to come to a first value
adoption
    to make the product a part of the work
expansion
    to do more with it
renewal
    to decide whether it goes on)doc"},
    {"adoption.MilestoneColumns", R"doc(The columns of a milestones table: one row for each milestone that an account has reached.)doc"},
    {"adoption.MilestoneColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.MilestoneColumns.date", R"doc(n days since 1970-01-01, or instants: when)doc"},
    {"adoption.MilestoneColumns.milestone", R"doc(n names of what was reached)doc"},
    {"adoption.MilestoneColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.MilestoneFunnel", R"doc(A funnel: a row for each group and step. Those who came to the step before = reached + churned + waiting.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
step
    milestone, in order
reached
    accounts that have come to this step and all before it
churned
    that came to the step before, and left there
waiting
    that came to the step before, and are still there
from_previous
    reached / reached of the step before; NaN for the first
from_first
    reached / reached of the first step
lower_quartile
    days since the step before by which a quarter of those who came to it come to this one; NaN
    where they do not
median
    the same of one half
upper_quartile
    the same of three quarters
reached_lower_quartile
    the same of those who have come to this step alone: it leaves out who is slow
reached_median
    the same of one half of them
reached_upper_quartile
    the same of three quarters of them
out_of_order
    of those reached, that came to it before the step before; they have no time)doc"},
    {"adoption.MilestoneFunnel.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.MilestoneFunnel.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.MilestoneFunnel.churn", R"doc(milestone of leaving; empty where lifetimes, or nothing, told)doc"},
    {"adoption.MilestoneFunnel.churned", R"doc(that came to the step before, and left there)doc"},
    {"adoption.MilestoneFunnel.cohort", R"doc(how days of the first step were cut into cohorts)doc"},
    {"adoption.MilestoneFunnel.findings", R"doc(codes: as of time_to_value(), and skipped_step, step_out_of_order)doc"},
    {"adoption.MilestoneFunnel.from_first", R"doc(reached / reached of the first step)doc"},
    {"adoption.MilestoneFunnel.from_previous", R"doc(reached / reached of the step before; NaN for the first)doc"},
    {"adoption.MilestoneFunnel.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.MilestoneFunnel.lower_quartile", R"doc(days since the step before by which a quarter of those who came to it come to this one; NaN where they do not)doc"},
    {"adoption.MilestoneFunnel.median", R"doc(the same of one half)doc"},
    {"adoption.MilestoneFunnel.out_of_order", R"doc(of those reached, that came to it before the step before; they have no time)doc"},
    {"adoption.MilestoneFunnel.reached", R"doc(accounts that have come to this step and all before it)doc"},
    {"adoption.MilestoneFunnel.reached_lower_quartile", R"doc(the same of those who have come to this step alone: it leaves out who is slow)doc"},
    {"adoption.MilestoneFunnel.reached_median", R"doc(the same of one half of them)doc"},
    {"adoption.MilestoneFunnel.reached_upper_quartile", R"doc(the same of three quarters of them)doc"},
    {"adoption.MilestoneFunnel.step", R"doc(milestone, in order)doc"},
    {"adoption.MilestoneFunnel.upper_quartile", R"doc(the same of three quarters)doc"},
    {"adoption.MilestoneFunnel.waiting", R"doc(that came to the step before, and are still there)doc"},
    {"adoption.MilestoneFunnelOptions", R"doc(Settings of milestone_funnel().)doc"},
    {"adoption.MilestoneFunnelOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.MilestoneFunnelOptions.as_of", R"doc(last day known; by default that of `lifetimes`, or the latest milestone)doc"},
    {"adoption.MilestoneFunnelOptions.by", R"doc(attributes whose values on the first step make the groups, or `cohort`)doc"},
    {"adoption.MilestoneFunnelOptions.churn", R"doc(milestone of leaving; or `lifetimes`)doc"},
    {"adoption.MilestoneFunnelOptions.cohort", R"doc(cuts days of the first step into cohorts: the attribute `cohort`)doc"},
    {"adoption.MilestoneFunnelOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.MilestoneFunnelOptions.lifetimes", R"doc(of customers, by days and accounts: the first end after the first step is churn)doc"},
    {"adoption.MilestoneFunnelOptions.steps", R"doc(milestones in order, two or more)doc"},
    {"adoption.Milestones", R"doc(A validated table of milestones. Copies are cheap.

Of several rows of one account and milestone the first date counts (finding repeated_milestone). Instants
are the days of UTC.

The columns of a milestones table: one row for each milestone that an account has reached.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
milestone
    n names of what was reached
date
    n days since 1970-01-01, or instants: when
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, milestone or date, a day before 1900
    or after 9999)doc"},
    {"adoption.Milestones.data", R"doc()doc"},
    {"adoption.Milestones.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"adoption.Milestones.last_day", R"doc(The latest date; none without rows.)doc"},
    {"adoption.Milestones.names", R"doc(What any account has reached, in order of the names.)doc"},
    {"adoption.Milestones.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.OnboardingRate", R"doc(Onboarding rates: a row for each group and period in which any account started. started = onboarded +
churned + missed + undecided.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
period
    first day of the period that holds the start
period_end
    last day
rate
    onboarded / started, or, before its window has closed, an estimate
lower
    Wilson's interval, or the band of the estimate, from
upper
    to
complete
    1 where the window has closed; 0: `rate` is an estimate
started
    accounts
onboarded
    within the window
churned
    left within the window, and before
missed
    neither within the window, which has passed
undecided
    neither so far, and the window has not passed
small_base
    1 where few accounts started)doc"},
    {"adoption.OnboardingRate.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.OnboardingRate.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.OnboardingRate.churn", R"doc(milestone of leaving; empty where lifetimes, or nothing, told)doc"},
    {"adoption.OnboardingRate.churned", R"doc(left within the window, and before)doc"},
    {"adoption.OnboardingRate.cohort", R"doc(how starts were cut into cohorts)doc"},
    {"adoption.OnboardingRate.complete", R"doc(1 where the window has closed; 0: `rate` is an estimate)doc"},
    {"adoption.OnboardingRate.confidence", R"doc(coverage of the intervals)doc"},
    {"adoption.OnboardingRate.findings", R"doc(codes: as of time_to_value())doc"},
    {"adoption.OnboardingRate.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.OnboardingRate.lower", R"doc(Wilson's interval, or the band of the estimate, from)doc"},
    {"adoption.OnboardingRate.milestone", R"doc(milestone of the end of onboarding)doc"},
    {"adoption.OnboardingRate.missed", R"doc(neither within the window, which has passed)doc"},
    {"adoption.OnboardingRate.onboarded", R"doc(within the window)doc"},
    {"adoption.OnboardingRate.period", R"doc(first day of the period that holds the start)doc"},
    {"adoption.OnboardingRate.period_end", R"doc(last day)doc"},
    {"adoption.OnboardingRate.rate", R"doc(onboarded / started, or, before its window has closed, an estimate)doc"},
    {"adoption.OnboardingRate.small_base", R"doc(1 where few accounts started)doc"},
    {"adoption.OnboardingRate.start", R"doc(milestone from which on time counted)doc"},
    {"adoption.OnboardingRate.started", R"doc(accounts)doc"},
    {"adoption.OnboardingRate.total_lower", R"doc(Wilson's interval of total_rate, from)doc"},
    {"adoption.OnboardingRate.total_onboarded", R"doc(of all rows that are complete)doc"},
    {"adoption.OnboardingRate.total_rate", R"doc(total_onboarded / total_started; NaN where none is complete)doc"},
    {"adoption.OnboardingRate.total_started", R"doc(of all rows that are complete)doc"},
    {"adoption.OnboardingRate.total_upper", R"doc(to)doc"},
    {"adoption.OnboardingRate.undecided", R"doc(neither so far, and the window has not passed)doc"},
    {"adoption.OnboardingRate.upper", R"doc(to)doc"},
    {"adoption.OnboardingRate.window_days", R"doc(days since the start within which it counted)doc"},
    {"adoption.OnboardingRateOptions", R"doc(Settings of onboarding_rate().)doc"},
    {"adoption.OnboardingRateOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.OnboardingRateOptions.as_of", R"doc(last day known; by default that of `lifetimes`, or the latest milestone)doc"},
    {"adoption.OnboardingRateOptions.by", R"doc(attributes whose values on the start make the groups)doc"},
    {"adoption.OnboardingRateOptions.churn", R"doc(milestone of leaving; or `lifetimes`)doc"},
    {"adoption.OnboardingRateOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"adoption.OnboardingRateOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.OnboardingRateOptions.lifetimes", R"doc(of customers, by days and accounts: the first end after the start is churn)doc"},
    {"adoption.OnboardingRateOptions.onboarded", R"doc(milestone of the end of onboarding)doc"},
    {"adoption.OnboardingRateOptions.period", R"doc(cuts starts into cohorts)doc"},
    {"adoption.OnboardingRateOptions.small_base", R"doc(cohorts of fewer accounts are flagged, >= 0)doc"},
    {"adoption.OnboardingRateOptions.start", R"doc(milestone from which on time counts)doc"},
    {"adoption.OnboardingRateOptions.window_days", R"doc(days since the start within which it counts, >= 0; a quarter, which is a choice and no standard)doc"},
    {"adoption.OutcomeTotals", R"doc(Outcomes of a portfolio, or of each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
accounts
    with and without goals
unstated
    of them, accounts without goals
goals
    in all
measured
    goals that have an attainment
reached
    goals at their target
stalled
    goals long without progress
attainment
    mean of the measured, each from 0 to 1: none hides another
pace
    attainment / planned, summed over the goals that are due some day
priced
    goals with both a value and a cost, of which the next four are
value
    realized
cost
    so far
net_value
    value - cost
roi
    net_value / cost; NaN for a cost of 0
paid_back
    priced goals whose value has covered their cost
unpriced_value
    of goals that have a value and no cost
unpriced_cost
    of goals that have a cost and no value)doc"},
    {"adoption.OutcomeTotals.accounts", R"doc(with and without goals)doc"},
    {"adoption.OutcomeTotals.as_of", R"doc(as of the outcomes)doc"},
    {"adoption.OutcomeTotals.attainment", R"doc(mean of the measured, each from 0 to 1: none hides another)doc"},
    {"adoption.OutcomeTotals.cost", R"doc(so far)doc"},
    {"adoption.OutcomeTotals.goals", R"doc(in all)doc"},
    {"adoption.OutcomeTotals.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.OutcomeTotals.measured", R"doc(goals that have an attainment)doc"},
    {"adoption.OutcomeTotals.net_value", R"doc(value - cost)doc"},
    {"adoption.OutcomeTotals.pace", R"doc(attainment / planned, summed over the goals that are due some day)doc"},
    {"adoption.OutcomeTotals.paid_back", R"doc(priced goals whose value has covered their cost)doc"},
    {"adoption.OutcomeTotals.priced", R"doc(goals with both a value and a cost, of which the next four are)doc"},
    {"adoption.OutcomeTotals.reached", R"doc(goals at their target)doc"},
    {"adoption.OutcomeTotals.roi", R"doc(net_value / cost; NaN for a cost of 0)doc"},
    {"adoption.OutcomeTotals.stalled", R"doc(goals long without progress)doc"},
    {"adoption.OutcomeTotals.unpriced_cost", R"doc(of goals that have a cost and no value)doc"},
    {"adoption.OutcomeTotals.unpriced_value", R"doc(of goals that have a value and no cost)doc"},
    {"adoption.OutcomeTotals.unstated", R"doc(of them, accounts without goals)doc"},
    {"adoption.OutcomeTotals.value", R"doc(realized)doc"},
    {"adoption.OutcomeTotalsOptions", R"doc(Settings of outcome_totals().)doc"},
    {"adoption.OutcomeTotalsOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.OutcomeTotalsOptions.by", R"doc(attributes, as they are on as_of; or "account", for a row for each)doc"},
    {"adoption.Outcomes", R"doc(Each goal of each account, by account id and then by goal; an account without any has a row without a
goal. progress = (actual - baseline), reversed where the target is below the baseline; value =
value_per_unit x progress; net_value = value - cost; roi = net_value / cost.

Columns
-------
account
    whose
goal
    what it wants; null for an account without goals
unit
    what it is measured in, as told last
start
    first date of the goal
measured_on
    date of the last actual; null before the first
progressed_on
    last date on which it was nearer to the target than ever before, or start
due
    day by which the target shall be reached, as told last
baseline
    the first that was told
target
    the last that was told
actual
    the last
attainment
    (actual - baseline) / (target - baseline); NaN where any lacks
planned
    share of the time from start to due that has passed, at most 1
pace
    attainment / planned: below 1 it is behind; NaN on the first day
reached
    1 where attainment is 1 or more
stalled
    1 where it is not reached and long without progress
value
    realized by the last actual; 0 without has_value
cost
    the last that was told; 0 without has_cost
net_value
    value - cost
has_value
    1 where there is an actual, a baseline and a value per unit
has_cost
    1 where a cost was told
roi
    net_value / cost; NaN without either, and for a cost of 0
payback_days
    from start to the first actual whose value covered the cost; or NaN)doc"},
    {"adoption.Outcomes.account", R"doc(whose)doc"},
    {"adoption.Outcomes.actual", R"doc(the last)doc"},
    {"adoption.Outcomes.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.Outcomes.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.Outcomes.attainment", R"doc((actual - baseline) / (target - baseline); NaN where any lacks)doc"},
    {"adoption.Outcomes.baseline", R"doc(the first that was told)doc"},
    {"adoption.Outcomes.cost", R"doc(the last that was told; 0 without has_cost)doc"},
    {"adoption.Outcomes.due", R"doc(day by which the target shall be reached, as told last)doc"},
    {"adoption.Outcomes.findings", R"doc(by rows of the result: unstated_goal, incomplete_goal, stalled_goal, target_is_baseline, target_changed, baseline_changed)doc"},
    {"adoption.Outcomes.goal", R"doc(what it wants; null for an account without goals)doc"},
    {"adoption.Outcomes.has_cost", R"doc(1 where a cost was told)doc"},
    {"adoption.Outcomes.has_value", R"doc(1 where there is an actual, a baseline and a value per unit)doc"},
    {"adoption.Outcomes.measured_on", R"doc(date of the last actual; null before the first)doc"},
    {"adoption.Outcomes.net_value", R"doc(value - cost)doc"},
    {"adoption.Outcomes.pace", R"doc(attainment / planned: below 1 it is behind; NaN on the first day)doc"},
    {"adoption.Outcomes.payback_days", R"doc(from start to the first actual whose value covered the cost; or NaN)doc"},
    {"adoption.Outcomes.planned", R"doc(share of the time from start to due that has passed, at most 1)doc"},
    {"adoption.Outcomes.progressed_on", R"doc(last date on which it was nearer to the target than ever before, or start)doc"},
    {"adoption.Outcomes.reached", R"doc(1 where attainment is 1 or more)doc"},
    {"adoption.Outcomes.roi", R"doc(net_value / cost; NaN without either, and for a cost of 0)doc"},
    {"adoption.Outcomes.stalled", R"doc(1 where it is not reached and long without progress)doc"},
    {"adoption.Outcomes.stalled_days", R"doc(as chosen)doc"},
    {"adoption.Outcomes.start", R"doc(first date of the goal)doc"},
    {"adoption.Outcomes.target", R"doc(the last that was told)doc"},
    {"adoption.Outcomes.unit", R"doc(what it is measured in, as told last)doc"},
    {"adoption.Outcomes.value", R"doc(realized by the last actual; 0 without has_value)doc"},
    {"adoption.OutcomesOptions", R"doc(Settings of outcomes().)doc"},
    {"adoption.OutcomesOptions.accounts", R"doc(who ought to have goals)doc"},
    {"adoption.OutcomesOptions.as_of", R"doc(last day known; by default the latest date)doc"},
    {"adoption.OutcomesOptions.stalled_days", R"doc(a goal without progress for so many days is stalled, >= 1; a quarter, as goals are mostly reviewed each quarter)doc"},
    {"adoption.SeatColumns", R"doc(The columns of a table of seats: how many users each account has paid for, and when.)doc"},
    {"adoption.SeatColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.SeatColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.SeatColumns.seats", R"doc(paid for, 0 to 1,000,000,000)doc"},
    {"adoption.SeatColumns.start", R"doc(first day of the account; by default its first valid_from)doc"},
    {"adoption.SeatColumns.valid_from", R"doc(first day; null: from ever)doc"},
    {"adoption.SeatColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"adoption.SeatUtilization", R"doc(Active of paid seats, one row for each account that has seats on as_of.

Columns
-------
account
    ascending
seats
    paid for on as_of
active_users
    users of the account with an event in the window
utilization
    active_users / seats; none without seats
over_used
    1 where more users are active than seats are paid for
age_days
    days since the account's start; -1 where it is unknown
band
    of the age, such as 90-179; null where it is unknown
percentile
    share of the band's accounts that use less, and half of those that use as much, itself among
    them)doc"},
    {"adoption.SeatUtilization.account", R"doc(ascending)doc"},
    {"adoption.SeatUtilization.active_users", R"doc(users of the account with an event in the window)doc"},
    {"adoption.SeatUtilization.age_days", R"doc(days since the account's start; -1 where it is unknown)doc"},
    {"adoption.SeatUtilization.as_of", R"doc(last day known; none for usage without rows)doc"},
    {"adoption.SeatUtilization.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.SeatUtilization.band", R"doc(of the age, such as 90-179; null where it is unknown)doc"},
    {"adoption.SeatUtilization.band_edges", R"doc(ages in days at which bands begin)doc"},
    {"adoption.SeatUtilization.findings", R"doc(codes: zero_seats, more_active_than_seats, usage_without_seats, users_unknown, age_unknown, window_longer_than_data)doc"},
    {"adoption.SeatUtilization.over_used", R"doc(1 where more users are active than seats are paid for)doc"},
    {"adoption.SeatUtilization.percentile", R"doc(share of the band's accounts that use less, and half of those that use as much, itself among them)doc"},
    {"adoption.SeatUtilization.seats", R"doc(paid for on as_of)doc"},
    {"adoption.SeatUtilization.utilization", R"doc(active_users / seats; none without seats)doc"},
    {"adoption.SeatUtilization.window", R"doc(days in which a user counts as active)doc"},
    {"adoption.SeatUtilizationBands", R"doc(Utilization by age of the accounts, one row for each band.

Columns
-------
band
    by age; last null, for accounts whose age is unknown
accounts
    with at least one seat
seats
    of them
active_users
    of them
utilization
    active_users / seats
lower_quartile
    of the accounts' utilization
median
    of the accounts' utilization
upper_quartile
    of the accounts' utilization
unused
    accounts without an active user
over_used
    accounts with more active users than seats)doc"},
    {"adoption.SeatUtilizationBands.accounts", R"doc(with at least one seat)doc"},
    {"adoption.SeatUtilizationBands.active_users", R"doc(of them)doc"},
    {"adoption.SeatUtilizationBands.band", R"doc(by age; last null, for accounts whose age is unknown)doc"},
    {"adoption.SeatUtilizationBands.lower_quartile", R"doc(of the accounts' utilization)doc"},
    {"adoption.SeatUtilizationBands.median", R"doc(of the accounts' utilization)doc"},
    {"adoption.SeatUtilizationBands.over_used", R"doc(accounts with more active users than seats)doc"},
    {"adoption.SeatUtilizationBands.seats", R"doc(of them)doc"},
    {"adoption.SeatUtilizationBands.unused", R"doc(accounts without an active user)doc"},
    {"adoption.SeatUtilizationBands.upper_quartile", R"doc(of the accounts' utilization)doc"},
    {"adoption.SeatUtilizationBands.utilization", R"doc(active_users / seats)doc"},
    {"adoption.SeatUtilizationOptions", R"doc(Settings of seat_utilization().)doc"},
    {"adoption.SeatUtilizationOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.SeatUtilizationOptions.band_edges", R"doc(ages in days at which bands begin, ascending, > 0: by default a quarter, half a year, a year; a choice of this library)doc"},
    {"adoption.SeatUtilizationOptions.events", R"doc(names that make a user active; by default every event)doc"},
    {"adoption.SeatUtilizationOptions.window", R"doc(days in which a user counts as active, 1 to 65,535)doc"},
    {"adoption.Seats", R"doc(A validated table of paid seats. Copies are cheap.

Seats hold from valid_from on, on each day before valid_to; without a column valid_to, until the account's
next day with a row. Rows of an account that hold on the same days add up, as subscriptions do (finding
overlap).

The columns of a table of seats: how many users each account has paid for, and when.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
seats
    paid for, 0 to 1,000,000,000
valid_from
    first day; null: from ever
valid_to
    first day after; null or fealty::open while it lasts
start
    first day of the account; by default its first valid_from
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or number, a number that is not between
    0 and 1,000,000,000, a day before 1900 or after 9999, a valid_to before its valid_from)doc"},
    {"adoption.Seats.data", R"doc()doc"},
    {"adoption.Seats.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
zero_length_period, overlap.)doc"},
    {"adoption.Seats.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.StageFunnel", R"doc(How many come from stage to stage, and how long it takes: a row for each stage, in order.
visits = moved_on + renewed + churned + current.

Columns
-------
stage
    which
accounts
    accounts that have ever been in it
share
    of all accounts
visits
    times that accounts have been in it
moved_on
    of them, those that ended with a later stage
renewed
    those that ended with a renewal
churned
    those that ended with leaving
current
    those that last
stalled
    of the current
lower_quartile
    days by which a quarter of the visits have ended (Kaplan-Meier: those that last are not
    taken for ends); NaN where it has not
median
    the same of one half
upper_quartile
    the same of three quarters)doc"},
    {"adoption.StageFunnel.accounts", R"doc(accounts that have ever been in it)doc"},
    {"adoption.StageFunnel.as_of", R"doc(as of the lifecycle)doc"},
    {"adoption.StageFunnel.churned", R"doc(those that ended with leaving)doc"},
    {"adoption.StageFunnel.current", R"doc(those that last)doc"},
    {"adoption.StageFunnel.lower_quartile", R"doc(days by which a quarter of the visits have ended (Kaplan-Meier: those that last are not taken for ends); NaN where it has not)doc"},
    {"adoption.StageFunnel.median", R"doc(the same of one half)doc"},
    {"adoption.StageFunnel.moved_on", R"doc(of them, those that ended with a later stage)doc"},
    {"adoption.StageFunnel.renewed", R"doc(those that ended with a renewal)doc"},
    {"adoption.StageFunnel.share", R"doc(of all accounts)doc"},
    {"adoption.StageFunnel.stage", R"doc(which)doc"},
    {"adoption.StageFunnel.stalled", R"doc(of the current)doc"},
    {"adoption.StageFunnel.upper_quartile", R"doc(the same of three quarters)doc"},
    {"adoption.StageFunnel.visits", R"doc(times that accounts have been in it)doc"},
    {"adoption.StageOutcome", R"doc(How a stage ended.

Members
-------
moved_on
    the account entered a later stage
renewed
    the account has renewed, and is back in the stage that its milestones say
churned
    the account left
current
    it has not ended, as far as is known)doc"},
    {"adoption.Stickiness", R"doc(How often active users come back, one row for each group and date.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
date
    last day of the window
stickiness
    mean_dau / mau: from 1 / window to 1; none without active users
mean_dau
    user_days / window
mau
    users who were active on any day of the window
user_days
    sum over the window's days of the users who were active then
complete
    0 where the window begins before `since`)doc"},
    {"adoption.Stickiness.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.Stickiness.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.Stickiness.complete", R"doc(0 where the window begins before `since`)doc"},
    {"adoption.Stickiness.date", R"doc(last day of the window)doc"},
    {"adoption.Stickiness.findings", R"doc(code: window_longer_than_data)doc"},
    {"adoption.Stickiness.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.Stickiness.mau", R"doc(users who were active on any day of the window)doc"},
    {"adoption.Stickiness.mean_dau", R"doc(user_days / window)doc"},
    {"adoption.Stickiness.since", R"doc(first day known)doc"},
    {"adoption.Stickiness.stickiness", R"doc(mean_dau / mau: from 1 / window to 1; none without active users)doc"},
    {"adoption.Stickiness.user_days", R"doc(sum over the window's days of the users who were active then)doc"},
    {"adoption.Stickiness.window", R"doc(days of MAU)doc"},
    {"adoption.StickinessOptions", R"doc(Settings of stickiness().)doc"},
    {"adoption.StickinessOptions.accounts", R"doc(whose attributes they are)doc"},
    {"adoption.StickinessOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.StickinessOptions.by", R"doc("account", or attributes whose values make the groups)doc"},
    {"adoption.StickinessOptions.events", R"doc(names that make a user active; by default every event)doc"},
    {"adoption.StickinessOptions.every", R"doc(a row for the last day of each)doc"},
    {"adoption.StickinessOptions.since", R"doc(first day known; by default the first with an event)doc"},
    {"adoption.StickinessOptions.window", R"doc(days of MAU, 1 to 65,535; four whole weeks by default)doc"},
    {"adoption.TimeToValue", R"doc(How long it takes to value, and how it was asked.)doc"},
    {"adoption.TimeToValue.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.TimeToValue.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.TimeToValue.churn", R"doc(milestone of leaving; empty where lifetimes, or nothing, told)doc"},
    {"adoption.TimeToValue.cohort", R"doc(how starts were cut into cohorts)doc"},
    {"adoption.TimeToValue.confidence", R"doc(coverage of band and intervals)doc"},
    {"adoption.TimeToValue.curve", R"doc(day by day)doc"},
    {"adoption.TimeToValue.findings", R"doc(codes: no_competing_event, unknown_milestone, milestone_before_start, milestone_without_start, milestone_after_churn, account_without_lifetime, horizon_beyond_support)doc"},
    {"adoption.TimeToValue.scale", R"doc(of the band)doc"},
    {"adoption.TimeToValue.start", R"doc(milestone from which on time counts)doc"},
    {"adoption.TimeToValue.summary", R"doc(a row for each group)doc"},
    {"adoption.TimeToValue.value", R"doc(milestone of the first value)doc"},
    {"adoption.TimeToValueCurve", R"doc(How many have come to value by a day, for each group: a row for each day since the start on which any came
to value, left, or was last seen.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
time
    days since the start
at_risk
    accounts that wait just before `time`
reached
    accounts that come to value at `time`
churned
    accounts that leave at `time`, without value
censored
    accounts last seen at `time`, as they still wait
incidence
    P(value by `time`)
std_error
    of `incidence`
lower
    pointwise band of `incidence`; NaN where it is 0
upper
    pointwise band of `incidence`; NaN where it is 0
churn_incidence
    P(left without value by `time`)
waiting
    P(neither by `time`): the three add up to 1)doc"},
    {"adoption.TimeToValueCurve.at_risk", R"doc(accounts that wait just before `time`)doc"},
    {"adoption.TimeToValueCurve.censored", R"doc(accounts last seen at `time`, as they still wait)doc"},
    {"adoption.TimeToValueCurve.churn_incidence", R"doc(P(left without value by `time`))doc"},
    {"adoption.TimeToValueCurve.churned", R"doc(accounts that leave at `time`, without value)doc"},
    {"adoption.TimeToValueCurve.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.TimeToValueCurve.incidence", R"doc(P(value by `time`))doc"},
    {"adoption.TimeToValueCurve.lower", R"doc(pointwise band of `incidence`; NaN where it is 0)doc"},
    {"adoption.TimeToValueCurve.reached", R"doc(accounts that come to value at `time`)doc"},
    {"adoption.TimeToValueCurve.std_error", R"doc(of `incidence`)doc"},
    {"adoption.TimeToValueCurve.time", R"doc(days since the start)doc"},
    {"adoption.TimeToValueCurve.upper", R"doc(pointwise band of `incidence`; NaN where it is 0)doc"},
    {"adoption.TimeToValueCurve.waiting", R"doc(P(neither by `time`): the three add up to 1)doc"},
    {"adoption.TimeToValueOptions", R"doc(Settings of time_to_value().)doc"},
    {"adoption.TimeToValueOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"adoption.TimeToValueOptions.as_of", R"doc(last day known; by default that of `lifetimes`, or the latest milestone)doc"},
    {"adoption.TimeToValueOptions.by", R"doc(attributes whose values make the groups, or `cohort`)doc"},
    {"adoption.TimeToValueOptions.churn", R"doc(milestone of leaving; or `lifetimes`)doc"},
    {"adoption.TimeToValueOptions.cohort", R"doc(cuts starts into cohorts: the attribute `cohort`)doc"},
    {"adoption.TimeToValueOptions.confidence", R"doc(coverage of band and intervals, in (0, 1))doc"},
    {"adoption.TimeToValueOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.TimeToValueOptions.horizon", R"doc(days up to which time counts in the mean, > 0; by default the most that every group reaches)doc"},
    {"adoption.TimeToValueOptions.lifetimes", R"doc(of customers, by days and accounts: the first end after the start is churn)doc"},
    {"adoption.TimeToValueOptions.scale", R"doc(on which the band is symmetric)doc"},
    {"adoption.TimeToValueOptions.start", R"doc(milestone from which on time counts)doc"},
    {"adoption.TimeToValueOptions.value", R"doc(milestone of the first value)doc"},
    {"adoption.TimeToValueSummary", R"doc(What the curve comes to: a row for each group. started = reached + churned + waiting.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
started
    accounts
reached
    that have come to value
churned
    that have left without
waiting
    that still wait
lower_quartile
    days by which a quarter has come to value; NaN where it has not
median
    the same of one half of all who started
upper_quartile
    the same of three quarters
horizon
    days up to which time counted in the mean
incidence
    P(value by the horizon)
restricted_mean
    mean days without value up to the horizon: who leaves has none
std_error
    of `restricted_mean`
lower
    of a normal interval of `restricted_mean`
upper
    of a normal interval of `restricted_mean`
truncated
    1 where the asked horizon is beyond the last day that was seen; `horizon` then is what was
    seen)doc"},
    {"adoption.TimeToValueSummary.churned", R"doc(that have left without)doc"},
    {"adoption.TimeToValueSummary.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.TimeToValueSummary.horizon", R"doc(days up to which time counted in the mean)doc"},
    {"adoption.TimeToValueSummary.incidence", R"doc(P(value by the horizon))doc"},
    {"adoption.TimeToValueSummary.lower", R"doc(of a normal interval of `restricted_mean`)doc"},
    {"adoption.TimeToValueSummary.lower_quartile", R"doc(days by which a quarter has come to value; NaN where it has not)doc"},
    {"adoption.TimeToValueSummary.median", R"doc(the same of one half of all who started)doc"},
    {"adoption.TimeToValueSummary.reached", R"doc(that have come to value)doc"},
    {"adoption.TimeToValueSummary.restricted_mean", R"doc(mean days without value up to the horizon: who leaves has none)doc"},
    {"adoption.TimeToValueSummary.started", R"doc(accounts)doc"},
    {"adoption.TimeToValueSummary.std_error", R"doc(of `restricted_mean`)doc"},
    {"adoption.TimeToValueSummary.truncated", R"doc(1 where the asked horizon is beyond the last day that was seen; `horizon` then is what was seen)doc"},
    {"adoption.TimeToValueSummary.upper", R"doc(of a normal interval of `restricted_mean`)doc"},
    {"adoption.TimeToValueSummary.upper_quartile", R"doc(the same of three quarters)doc"},
    {"adoption.TimeToValueSummary.waiting", R"doc(that still wait)doc"},
    {"adoption.Usage", R"doc(A validated table of usage. Copies are cheap.

A user of two accounts is active in both, and counts once where accounts are taken together. An event
without a user is its account's own, as if the account were a user. An event before the start of its
account counts; the finding `before_start` lists such rows. Times without a zone are read as UTC, which
`time_without_zone` tells: with the rows, where their day is another one in `time_zone`.

The columns of a table of usage: one row for each event, or for what happened on a day.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
user
    who did it; without it, an account is its own user
time
    n days since 1970-01-01, or instants
event
    what was done
value
    how often, or how much, >= 0; 1 by default
start
    first day of the account, for the finding before_start
time_zone
    in which instants become days
user_scope
    whether one user id in two accounts is one person
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or time, a day before 1900-01-01 or
    after 2079-06-06, a value that is not a number >= 0, an unknown time zone, more than
    4,294,967,294 rows)doc"},
    {"adoption.Usage.accounts", R"doc(Accounts that have events.)doc"},
    {"adoption.Usage.data", R"doc()doc"},
    {"adoption.Usage.events", R"doc(What the events are called, in order.)doc"},
    {"adoption.Usage.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
account_is_user, null_user, user_in_several_accounts, time_without_zone, before_start, null_value.)doc"},
    {"adoption.Usage.first_day", R"doc(First day with an event; none without rows.)doc"},
    {"adoption.Usage.has_users", R"doc(Whether users are known at all; otherwise each account is its own user.)doc"},
    {"adoption.Usage.last_day", R"doc(Last day with an event; none without rows.)doc"},
    {"adoption.Usage.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.Usage.user_scope", R"doc(Whether one user id in two accounts is one person.)doc"},
    {"adoption.Usage.users", R"doc(Users that have events: of `user_scope` everywhere each once.)doc"},
    {"adoption.UsageColumns", R"doc(The columns of a table of usage: one row for each event, or for what happened on a day.)doc"},
    {"adoption.UsageColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.UsageColumns.event", R"doc(what was done)doc"},
    {"adoption.UsageColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.UsageColumns.start", R"doc(first day of the account, for the finding before_start)doc"},
    {"adoption.UsageColumns.time", R"doc(n days since 1970-01-01, or instants)doc"},
    {"adoption.UsageColumns.time_zone", R"doc(in which instants become days)doc"},
    {"adoption.UsageColumns.user", R"doc(who did it; without it, an account is its own user)doc"},
    {"adoption.UsageColumns.user_scope", R"doc(whether one user id in two accounts is one person)doc"},
    {"adoption.UsageColumns.value", R"doc(how often, or how much, >= 0; 1 by default)doc"},
    {"adoption.UsageDays", R"doc(The exact partial state of whatever counts users by days: who of which account was active on which day.

Tables of partitions, batches of a stream and states from other processes add up to the state of all their
rows, in any order and bit by bit; a row that is there twice changes nothing. Names and values of events
are not kept, so what needs them takes a table.)doc"},
    {"adoption.UsageDays.accounts", R"doc(Accounts so far, also those of which no event counts.)doc"},
    {"adoption.UsageDays.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"adoption.UsageDays.events", R"doc(Names of the events that count, in order; empty where all do.)doc"},
    {"adoption.UsageDays.first_day", R"doc(First day with an event, also with one that does not count.)doc"},
    {"adoption.UsageDays.last_day", R"doc(Last day with an event, also with one that does not count.)doc"},
    {"adoption.UsageDays.merge", R"doc(Adds those of another state.

Raises
------
InvalidInput
    when its events, its ids or its user_scope are others; nothing is added then)doc"},
    {"adoption.UsageDays.serialize", R"doc(The state as bytes of version 1, for deserialize(). Equal states have equal bytes.)doc"},
    {"adoption.UsageDays.size", R"doc(Days on which users were active: each of a user of an account counts once.)doc"},
    {"adoption.UsageDays.table", R"doc(A table with one row for each day of a user, for calculators that need no more than that. Its events
have no names, and count once.)doc"},
    {"adoption.UsageDays.update", R"doc(Adds a table's days. A batch need not have any of the events that count.

Raises
------
InvalidInput
    when its ids or its user_scope are of another kind than those so far; nothing is added then)doc"},
    {"adoption.UsageDays.user_scope", R"doc(Whether one user id in two accounts is one person; none before the first row.)doc"},
    {"adoption.UsageDays.users", R"doc(Users so far, as of `user_scope`; also those of whom no event counts.)doc"},
    {"adoption.UsageDaysOptions", R"doc(Settings of UsageDays.)doc"},
    {"adoption.UsageDaysOptions.events", R"doc(names of the events that count; by default all do)doc"},
    {"adoption.UsageRetention", R"doc(Who came back: for each group and cohort a row for each interval, and then those of all cohorts together.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
cohort
    first day of its period; fealty::open for all together
interval_start
    first day, counted from the start, which is day 0
interval_end
    last day; absent where it is open
started
    users of the cohort
eligible
    of these, who were seen up to the interval's last day
returned
    of the eligible, who were active in the interval
rate
    returned / eligible; none without eligible users
lower
    Wilson's interval of it, from
upper
    to
complete
    0 where as_of cuts the interval short for some of the cohort)doc"},
    {"adoption.UsageRetention.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.UsageRetention.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.UsageRetention.cohort", R"doc(first day of its period; fealty::open for all together)doc"},
    {"adoption.UsageRetention.complete", R"doc(0 where as_of cuts the interval short for some of the cohort)doc"},
    {"adoption.UsageRetention.confidence", R"doc(coverage of the intervals)doc"},
    {"adoption.UsageRetention.eligible", R"doc(of these, who were seen up to the interval's last day)doc"},
    {"adoption.UsageRetention.every", R"doc(the period of the start is the cohort)doc"},
    {"adoption.UsageRetention.findings", R"doc(codes: no_history, no_start)doc"},
    {"adoption.UsageRetention.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"adoption.UsageRetention.interval_end", R"doc(last day; absent where it is open)doc"},
    {"adoption.UsageRetention.interval_start", R"doc(first day, counted from the start, which is day 0)doc"},
    {"adoption.UsageRetention.kind", R"doc(when a user has returned)doc"},
    {"adoption.UsageRetention.lower", R"doc(Wilson's interval of it, from)doc"},
    {"adoption.UsageRetention.rate", R"doc(returned / eligible; none without eligible users)doc"},
    {"adoption.UsageRetention.returned", R"doc(of the eligible, who were active in the interval)doc"},
    {"adoption.UsageRetention.since", R"doc(who started before is left out; none without rows)doc"},
    {"adoption.UsageRetention.started", R"doc(users of the cohort)doc"},
    {"adoption.UsageRetention.unit", R"doc(who is counted)doc"},
    {"adoption.UsageRetention.upper", R"doc(to)doc"},
    {"adoption.UsageRetentionKind", R"doc(When a user has returned.

Members
-------
n_day
    active on day N
unbounded
    active on day N or later, as far as is known
bracket
    active on any day of an interval)doc"},
    {"adoption.UsageRetentionOptions", R"doc(Settings of usage_retention().)doc"},
    {"adoption.UsageRetentionOptions.accounts", R"doc(whose attributes they are)doc"},
    {"adoption.UsageRetentionOptions.as_of", R"doc(last day known; by default the last with an event)doc"},
    {"adoption.UsageRetentionOptions.by", R"doc("account", or attributes whose values make the groups)doc"},
    {"adoption.UsageRetentionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"adoption.UsageRetentionOptions.days", R"doc(each N, or the first day of each interval, 0 to 65,535)doc"},
    {"adoption.UsageRetentionOptions.events", R"doc(names that make a user active; by default every event)doc"},
    {"adoption.UsageRetentionOptions.every", R"doc(the period of the start is the cohort)doc"},
    {"adoption.UsageRetentionOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.UsageRetentionOptions.kind", R"doc(when a user has returned)doc"},
    {"adoption.UsageRetentionOptions.last_days", R"doc(with `bracket`: the last day of each interval)doc"},
    {"adoption.UsageRetentionOptions.since", R"doc(who started before is left out; by default the first day with an event)doc"},
    {"adoption.UsageRetentionOptions.start_events", R"doc(names of which the first starts a user; by default `events`)doc"},
    {"adoption.UsageRetentionOptions.unit", R"doc(who is counted)doc"},
    {"adoption.UsageSketch", R"doc(The approximate partial state of distinct users: a HyperLogLog sketch for each day, of all accounts
together or of each.

A sketch takes at most 2^precision bytes however many users it has seen, and names none of them. A user
has the same hash in every process, so tables of partitions, batches and states from elsewhere add up to
the state of all their rows, in any order and bit by bit. Estimates err by 1.04 / sqrt(2^precision) of the
number (its standard error), and by less where it is small.

References
----------
Flajolet, Fusy, Gandouet, Meunier: HyperLogLog, AofA 2007; Ertl: New cardinality estimation
algorithms for HyperLogLog sketches, arXiv:1702.01284 (2017))doc"},
    {"adoption.UsageSketch.by", R"doc(What there is a sketch for each of.)doc"},
    {"adoption.UsageSketch.cells", R"doc()doc"},
    {"adoption.UsageSketch.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"adoption.UsageSketch.events", R"doc(Names of the events that count, in order; empty where all do.)doc"},
    {"adoption.UsageSketch.first_day", R"doc(First day with an event, also with one that does not count.)doc"},
    {"adoption.UsageSketch.last_day", R"doc(Last day with an event, also with one that does not count.)doc"},
    {"adoption.UsageSketch.merge", R"doc(Adds those of another state.

Raises
------
InvalidInput
    when its settings, its ids or its user_scope are others; nothing is added then)doc"},
    {"adoption.UsageSketch.precision", R"doc(2 to this power are a sketch's registers.)doc"},
    {"adoption.UsageSketch.serialize", R"doc(The state as bytes of version 1, for deserialize(). Equal states have equal bytes.)doc"},
    {"adoption.UsageSketch.size", R"doc(Sketches: days, or days of accounts, on which anyone was active.)doc"},
    {"adoption.UsageSketch.std_error", R"doc(Standard error of an estimate, relative to it.)doc"},
    {"adoption.UsageSketch.update", R"doc(Adds a table's users. A batch need not have any of the events that count.

Raises
------
InvalidInput
    when its ids or its user_scope are of another kind than those so far; nothing is added then)doc"},
    {"adoption.UsageSketch.user_scope", R"doc(Whether one user id in two accounts is one person; none before the first row.)doc"},
    {"adoption.UsageSketch.users", R"doc(Distinct users so far, estimated.)doc"},
    {"adoption.UsageSketchOptions", R"doc(Settings of a UsageSketch.)doc"},
    {"adoption.UsageSketchOptions.by", R"doc("account": a sketch for each, of which segments can be made)doc"},
    {"adoption.UsageSketchOptions.events", R"doc(names of the events that count; by default all do)doc"},
    {"adoption.UsageSketchOptions.precision", R"doc(2 to this power are a sketch's registers, 4 to 18; 14 errs by 0.8%)doc"},
    {"adoption.UsageUnit", R"doc(Who is counted.

Members
-------
users
    people; where accounts are taken together, a user of several counts once
accounts
    accounts: one is active when anybody in it is)doc"},
    {"adoption.UserEngagement", R"doc(How much each user uses, one row for each user of an account.

Columns
-------
group
    of `by`; only with `by`
account
    whose user
user
    null for the account itself; only where users are known
days_of_7
    L7: days active of the last 7
active_days
    days active of the window; L28 where it is 28
active_weeks
    weeks of the window with an active day, counted back from as_of
first_day
    first day active, ever
last_day
    last day active
events
    in the window
value
    sum of their values)doc"},
    {"adoption.UserEngagement.account", R"doc(whose user)doc"},
    {"adoption.UserEngagement.active_days", R"doc(days active of the window; L28 where it is 28)doc"},
    {"adoption.UserEngagement.active_weeks", R"doc(weeks of the window with an active day, counted back from as_of)doc"},
    {"adoption.UserEngagement.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"adoption.UserEngagement.as_of_inferred", R"doc(it was not given)doc"},
    {"adoption.UserEngagement.days_of_7", R"doc(L7: days active of the last 7)doc"},
    {"adoption.UserEngagement.events", R"doc(in the window)doc"},
    {"adoption.UserEngagement.findings", R"doc(code: window_longer_than_data)doc"},
    {"adoption.UserEngagement.first_day", R"doc(first day active, ever)doc"},
    {"adoption.UserEngagement.group", R"doc(of `by`; only with `by`)doc"},
    {"adoption.UserEngagement.last_day", R"doc(last day active)doc"},
    {"adoption.UserEngagement.user", R"doc(null for the account itself; only where users are known)doc"},
    {"adoption.UserEngagement.value", R"doc(sum of their values)doc"},
    {"adoption.UserEngagement.window", R"doc(days of the window, of which as_of is the last)doc"},
    {"adoption.UserRoleColumns", R"doc(The columns of a table of users' roles.)doc"},
    {"adoption.UserRoleColumns.account", R"doc(n ids, texts or integers)doc"},
    {"adoption.UserRoleColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"adoption.UserRoleColumns.role", R"doc(what the user is, such as sponsor)doc"},
    {"adoption.UserRoleColumns.user", R"doc(n ids, those of the usage)doc"},
    {"adoption.UserRoleColumns.valid_from", R"doc(first day of the role; null: from ever)doc"},
    {"adoption.UserRoleColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"adoption.UserRoles", R"doc(A validated table of who has which role in which account. Copies are cheap.

A role holds from valid_from on, on each day before valid_to; without a column valid_to, until the user's
next day with a row. A user may have several roles at once.

The columns of a table of users' roles.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
user
    n ids, those of the usage
role
    what the user is, such as sponsor
valid_from
    first day of the role; null: from ever
valid_to
    first day after; null or fealty::open while it lasts
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, user or role, a day before 1900 or
    after 9999, a valid_to before its valid_from)doc"},
    {"adoption.UserRoles.data", R"doc()doc"},
    {"adoption.UserRoles.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
zero_length_period.)doc"},
    {"adoption.UserRoles.size", R"doc(Rows that were accepted.)doc"},
    {"adoption.UserScope", R"doc(Whether one user id in two accounts is one person.

Members
-------
everywhere
    one id is one person, in whichever account
account
    ids are those of an account: user 1 of A and user 1 of B are two)doc"},
    {"adoption.UsersBehind", R"doc(Who makes a number, by account and then by user: as many rows as the number says.

Columns
-------
account
    where they were active, of several accounts the first by id
user
    who it is; null for an account that is its own user; absent for accounts
first_day
    first day on which they were ever active
last_day
    last day up to the period's end)doc"},
    {"adoption.UsersBehind.account", R"doc(where they were active, of several accounts the first by id)doc"},
    {"adoption.UsersBehind.first_day", R"doc(first day on which they were ever active)doc"},
    {"adoption.UsersBehind.last_day", R"doc(last day up to the period's end)doc"},
    {"adoption.UsersBehind.user", R"doc(who it is; null for an account that is its own user; absent for accounts)doc"},
    {"adoption.UsersBehindOptions", R"doc(Which number to open.)doc"},
    {"adoption.UsersBehindOptions.group", R"doc(its group as text, null for those without one; only with `by`)doc"},
    {"adoption.UsersBehindOptions.kind", R"doc(its column)doc"},
    {"adoption.UsersBehindOptions.period", R"doc(a period's name such as 2024-W52 or 2024-12, or a day in it)doc"},
    {"adoption.ValueLifetimesOptions", R"doc(Settings of value_lifetimes().)doc"},
    {"adoption.ValueLifetimesOptions.accounts", R"doc(whose attributes make groups and covariates)doc"},
    {"adoption.ValueLifetimesOptions.as_of", R"doc(last day known; by default that of `lifetimes`, or the latest milestone)doc"},
    {"adoption.ValueLifetimesOptions.churn", R"doc(milestone of leaving; or `lifetimes`)doc"},
    {"adoption.ValueLifetimesOptions.cohort", R"doc(cuts starts into cohorts: an attribute `cohort`)doc"},
    {"adoption.ValueLifetimesOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"adoption.ValueLifetimesOptions.lifetimes", R"doc(of customers, by days and accounts: the first end after the start is churn)doc"},
    {"adoption.ValueLifetimesOptions.start", R"doc(milestone from which on time counts)doc"},
    {"adoption.ValueLifetimesOptions.value", R"doc(milestone of the first value)doc"},
    {"adoption.active_users", R"doc(Daily, weekly and monthly active users: how many were active on a day, in the 7 and in the `window` days
up to it.

Rows begin with the first day that is known and end with the last period that as_of has ended. An account
counts for the group that it is in on the row's date. In a group, a user of several accounts counts once.

Parameters
----------
usage
    as made by Usage
events
    names of events that count; empty: all
by
    "account", or attributes of `accounts`; empty: all together
accounts
    whose attributes make groups
window
    days of `mau`, 1 to 366; 28 holds each weekday four times
every
    a row for the last day of each
since
    first day that is known; by default the first with an event
as_of
    last day that is known; by default the last with an event
threads
    at most so many; 0 for all of the machine's

Returns
-------
for each group one row for each date

Raises
------
InvalidInput
    unless 1 <= window <= 366; for events and attributes that are not there, a since after
    as_of, more than 65,535 dates, more than 2^31 rows, a negative number of threads

The same of a state, whose events are those it was made for.

Parameters
----------
usage
events
    names of events that count; empty: all
by
    "account", or attributes of `accounts`; empty: all together
accounts
    whose attributes make groups
window
    days of `mau`, 1 to 366; 28 holds each weekday four times
every
    a row for the last day of each
since
    first day that is known; by default the first with an event
as_of
    last day that is known; by default the last with an event
threads
    at most so many; 0 for all of the machine's

The same of sketches, approximately: `std_error` tells how exactly. Sketches by account serve every `by`.

Parameters
----------
usage
events
    names of events that count; empty: all
by
    "account", or attributes of `accounts`; empty: all together
accounts
    whose attributes make groups
window
    days of `mau`, 1 to 366; 28 holds each weekday four times
every
    a row for the last day of each
since
    first day that is known; by default the first with an event
as_of
    last day that is known; by default the last with an event
threads
    at most so many; 0 for all of the machine's)doc"},
    {"adoption.adoption_rate", R"doc(The share of the accounts onboarded in a period which have adopted the product within a window of days.

It is counted and estimated as onboarding_rate() does: a share once the window has passed for the period's
last day, and before an estimate in which leaving competes. Customers x onboarding rate x adoption rate
are the successful ones, if both have the windows that one means.

Parameters
----------
milestones
    as made by Milestones
onboarded
    milestone from which on time counts
adopted
    milestone of adoption
churn
    milestone of leaving; or `lifetimes`
lifetimes
    of customers, by days and accounts: the first end after onboarding is churn
window_days
    days since onboarding within which it counts, >= 0; a quarter, which is a choice and no
    standard
period
    cuts days of onboarding into cohorts
fiscal_year_start
    first month of the fiscal year, 1 to 12
as_of
    last day known; by default that of `lifetimes`, or the latest milestone
accounts
    whose attributes make groups
by
    attributes whose values on that day make the groups
confidence
    coverage of the interval, in (0, 1)
small_base
    cohorts of fewer accounts are flagged, >= 0

Returns
-------
one row for each group and period with an onboarding

Raises
------
InvalidInput
    as value_lifetimes(); unless window_days and small_base are >= 0 and 0 < confidence < 1; for
    a name of `by` that is no attribute

References
----------
Wilson (1927), JASA 22:209-212, for the interval)doc"},
    {"adoption.champion_concentration", R"doc(How far accounts depend on single users.

Parameters
----------
usage
    as made by Usage
events
    names of core actions; by default every event
roles
    who has which role
sponsor_roles
    roles whose loss is an event
window
    days that shares are of, 1 to 65,535
power_share
    of the account's core actions, from which a user is a power user, in (0, 1]
power_days
    active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
    two days a week by default
silent_days
    days in a row without use after which a user is silent, 1 to 65,535
key_person_share
    share of the first user from which on an account depends on it, in (0, 1]
key_person_users
    effective users up to which an account depends on them, >= 1
as_of
    last day known; by default the last with an event

Returns
-------
one row for each account with an active user in the window

Raises
------
InvalidInput
    as champions()

References
----------
Herfindahl (1950), Concentration in the Steel Industry; Laakso & Taagepera (1979), Comparative
Political Studies 12:3-27, for the effective number)doc"},
    {"adoption.champion_events", R"doc(Sponsors and power users who fell silent, and sponsors who lost their role, up to as_of.

A user falls silent on the last of `silent_days` days in a row without use, if in the window that ends
with the last day of use it was active on `power_days` days, and had `power_share` of the account's core
actions or a sponsor's role on that day. A sponsor loses the role on the first day without one of
`sponsor_roles`. Later rows change no event: each was known on its date.

Parameters
----------
usage
    as made by Usage
events
    names of core actions; by default every event
roles
    who has which role
sponsor_roles
    roles whose loss is an event
window
    days that shares are of, 1 to 65,535
power_share
    of the account's core actions, from which a user is a power user, in (0, 1]
power_days
    active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
    two days a week by default
silent_days
    days in a row without use after which a user is silent, 1 to 65,535
key_person_share
    share of the first user from which on an account depends on it, in (0, 1]
key_person_users
    effective users up to which an account depends on them, >= 1
as_of
    last day known; by default the last with an event

Returns
-------
one row for each event, by account, user, date and kind

Raises
------
InvalidInput
    as champions())doc"},
    {"adoption.champions", R"doc(Who does how much of the work in an account: its champions, and who could become one.

A week is seven days, counted back from as_of. Events without a user are nobody's: they are left out, of
sums too. Where no event has a user there is no answer (finding users_unknown).

Parameters
----------
usage
    as made by Usage
events
    names of core actions; by default every event
roles
    who has which role
sponsor_roles
    roles whose loss is an event
window
    days that shares are of, 1 to 65,535
power_share
    of the account's core actions, from which a user is a power user, in (0, 1]
power_days
    active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
    two days a week by default
silent_days
    days in a row without use after which a user is silent, 1 to 65,535
key_person_share
    share of the first user from which on an account depends on it, in (0, 1]
key_person_users
    effective users up to which an account depends on them, >= 1
as_of
    last day known; by default the last with an event

Returns
-------
one row for each user who was active in the window, by account and rank

Raises
------
InvalidInput
    for events or an as_of that cannot be; for numbers out of their range; for roles whose
    accounts or users are texts where those of the usage are integers)doc"},
    {"adoption.engagement", R"doc(How broadly, deeply and often users use at as_of.

Frequency is days (and weeks) per active user, depth core actions per active user and active day, breadth
key features used / entitled. A group holds the accounts that belong to it on as_of; a user of several is
one person where they are together. What has no base is NaN.

Breadth adds up accounts. Without entitlements, each account with an active user in the window may use all
of `features`; with them, each account that holds any of `features` on as_of counts, active or not, and
what it may not use does not count as used (finding used_not_entitled). Accounts that the usage does not
know belong to no group, and are left out (finding entitled_without_usage). Numbers of features are taken
as they are.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
core_events
    what depth counts; by default `events`
features
    events that are key features; none: no breadth
entitlements
    who may use which; by default all of `features`
window
    days, 1 to 65,535; four whole weeks by default
as_of
    last day known; by default the last with an event

Returns
-------
one row for each group

Raises
------
InvalidInput
    for events, groups or an as_of that cannot be; unless 1 <= window <= 65,535; for
    entitlements without features, or whose accounts are texts where those of the usage are
    integers)doc"},
    {"adoption.engagement_histogram", R"doc(The power-user curve at as_of: of the users active in a window, how many came on 1, 2, … of its days. A
smile has users for whom the product is part of the work; a slope down has visitors.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
core_events
    what depth counts; by default `events`
features
    events that are key features; none: no breadth
entitlements
    who may use which; by default all of `features`
window
    days, 1 to 65,535; four whole weeks by default
as_of
    last day known; by default the last with an event

Returns
-------
one row for each group and number of days

Raises
------
InvalidInput
    as engagement())doc"},
    {"adoption.growth_accounting", R"doc(Splits the active users of each period by what they did before: new, retained, resurrected, and those who
went dormant.

A user is new once, in the period of the first event in the table, not of the first in a window: give all
the history that there is. Who came before `since` may look new then; the finding `no_history` lists the
periods that begin with it.

An account is in the group that it belongs to on a period's last day, as in active_users(). When it comes
into another, its users leave one group and enter the other: they are neither new nor dormant. A user of
accounts in several groups counts in each. Groups in which nobody is ever active have no rows.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
every
    how time is cut
fiscal_year_start
    first month of the fiscal year, 1 to 12
unit
    who is counted
since
    first day known; by default the first with an event
as_of
    last day known; by default the last with an event

Returns
-------
one row for each group and period, from that of `since` to that of as_of

Raises
------
InvalidInput
    for events, groups or days that cannot be, a since after as_of, more than 20,000,000 rows

References
----------
users_behind(), which opens each number

The same of a state, whose events are those it was made for.

Parameters
----------
usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
every
    how time is cut
fiscal_year_start
    first month of the fiscal year, 1 to 12
unit
    who is counted
since
    first day known; by default the first with an event
as_of
    last day known; by default the last with an event)doc"},
    {"adoption.growth_change", R"doc(Explains the change of successful customers by the factors of the growth equation.

A segment's successes are all customers x its share of them x its onboarding rate x its adoption rate. A
factor's part is the mean, over all orders in which the factors could have changed one after the other, of
what its change did (the Shapley value): no factor is favored, and one that stayed has no part. A factor
that is unknown in one period (a rate of nobody) counts as in the other: the rates of a new segment have
changed nothing. Parts are rounded to 2^-20 of a customer, about a millionth; what this leaves goes to the
largest part (of equals, the first).

Parameters
----------
before
    the first period
now
    the second; a segment that one of them lacks has no customers in it

Returns
-------
a row for each segment of either, and one for all of them

Raises
------
InvalidInput
    when only one period has segments, or when one names them by texts and the other by integers

References
----------
Shapley (1953), Contributions to the Theory of Games 2:307-317; Sun (1998), Energy Economics
20:85-100)doc"},
    {"adoption.growth_equation", R"doc(The growth equation in its two forms: successful customers = CSMs x successes per CSM, which grows with
the payroll, and = customers x onboarding rate x adoption rate, which says what to raise.

Both forms are linear in each factor, so a point more of one rate brings customers x (the other rate) /
100 more, and one more CSM as many as each brings now. All segments' rates are those of all their
customers together. A target is that of its segment; the last row's is the sum of them.

Parameters
----------
segments
    as made by GrowthSegments
points
    by how many percentage points rates are raised to see what it brings, > 0

Returns
-------
a row for each segment, and one for all of them

Raises
------
InvalidInput
    unless points is a number above 0

References
----------
growth_change() for what changed between two periods)doc"},
    {"adoption.lifecycle", R"doc(Follows accounts through onboarding, adoption, expansion and renewal.

A stage begins with its milestone, the first of that name, and ends when a later one begins; on one day
the later stage follows. A milestone of an earlier stage than the account is in does not take it back
(finding stage_out_of_order). A renewal begins `renewal_days` before the end of a contract, though not
before this one is signed and begins, unless one that ends later was signed by then; it ends when one
that ends later is signed, or with the milestone `renewed`, and takes the account back to the stage that
its milestones say: to expansion, once adopted. A renewal begins in any stage. Leaving ends all. What is
dated after as_of is not known.

Parameters
----------
milestones
    as made by Milestones; of each account and name, the first counts
onboarding
    milestone that begins the stage
adoption
    the same
expansion
    the same
renewal
    the same; or `contracts`
renewed
    milestone that ends a renewal; or `contracts`
churn
    milestone of leaving
contracts
    whose ends are renewals
renewal_days
    a renewal begins so many days before a contract's end, >= 0; as early_days of renewal_rate()
onboarding_limit
    longer in the stage, an account is stalled, >= 0
adoption_limit
    the same
expansion_limit
    the same
renewal_limit
    the same
stalled_quantile
    without a limit, it is this quantile of those that moved on or renewed, in (0, 1): longer
    than nine of ten
as_of
    last day known; by default the latest milestone

Returns
-------
one row for each stage that an account has been in

Raises
------
InvalidInput
    for a milestone that is named twice; without one of onboarding; for renewals by milestones
    beside contracts, and `renewed` without `renewal`; unless days and limits are >= 0, 0 <
    stalled_quantile < 1, and as_of is from 1900 to 9999; when contracts name accounts by texts
    and milestones by integers, or the other way round

References
----------
stage_funnel() for how many come from stage to stage, stage_lifetimes() for curves)doc"},
    {"adoption.milestone_funnel", R"doc(How many accounts come to each of several steps, and how long each takes them.

An account is at a step on the day by which it has come to it and to all before it. So it counts as having
reached a step that came before its predecessor (finding step_out_of_order), but has no time between the
two; a step after one that was skipped does not count (skipped_step), nor does one after leaving
(milestone_after_churn). Who has no first step, or left before it, is left out.

Quartiles are of all who came to the step before: those who are still there count as long as they were
seen, and those who left never come on (Aalen and Johansen). Beside them stand the quartiles of those who
have come on already, who are the quick ones.

Parameters
----------
milestones
    as made by Milestones
steps
    milestones in order, two or more
churn
    milestone of leaving; or `lifetimes`
lifetimes
    of customers, by days and accounts: the first end after the first step is churn
as_of
    last day known; by default that of `lifetimes`, or the latest milestone
accounts
    whose attributes make groups
by
    attributes whose values on the first step make the groups, or `cohort`
cohort
    cuts days of the first step into cohorts: the attribute `cohort`
fiscal_year_start
    first month of the fiscal year, 1 to 12

Returns
-------
one row for each group and step

Raises
------
InvalidInput
    as value_lifetimes(); for fewer than two steps; for a name of `by` that is no attribute)doc"},
    {"adoption.onboarding_rate", R"doc(The share of the accounts that started in a period which were onboarded within a window of days.

The window of a period has closed when it has passed for its last day: then the rate is a share. Before,
to divide by all who started would count those who have had no time yet, and to leave them out would count
the quick alone: the rate then is the incidence at the end of the window, as Aalen and Johansen estimate
it, with leaving as the competing event; none (NaN) where no account was seen for that long.

Who leaves before is not onboarded, and stays in the base. What is left out stands at value_lifetimes().

Parameters
----------
milestones
    as made by Milestones
start
    milestone from which on time counts
onboarded
    milestone of the end of onboarding
churn
    milestone of leaving; or `lifetimes`
lifetimes
    of customers, by days and accounts: the first end after the start is churn
window_days
    days since the start within which it counts, >= 0; a quarter, which is a choice and no
    standard
period
    cuts starts into cohorts
fiscal_year_start
    first month of the fiscal year, 1 to 12
as_of
    last day known; by default that of `lifetimes`, or the latest milestone
accounts
    whose attributes make groups
by
    attributes whose values on the start make the groups
confidence
    coverage of the interval, in (0, 1)
small_base
    cohorts of fewer accounts are flagged, >= 0

Returns
-------
one row for each group and period with a start

Raises
------
InvalidInput
    as value_lifetimes(); unless window_days and small_base are >= 0 and 0 < confidence < 1; for
    a name of `by` that is no attribute

References
----------
Wilson (1927), JASA 22:209-212, for the interval)doc"},
    {"adoption.outcome_totals", R"doc(Adds up outcomes of a portfolio. Money adds up exactly; the return on what was spent is that of goals
whose value and cost are both known, as one without the other would flatter or slander it.

Parameters
----------
outcomes
    as made by outcomes()
accounts
    whose attributes make groups
by
    attributes, as they are on as_of; or "account", for a row for each

Returns
-------
one row, or one for each group

Raises
------
InvalidInput
    for names of no attribute, and for attributes without `accounts`
Overflow
    when a sum leaves 64 bits)doc"},
    {"adoption.outcomes", R"doc(How far customers have come with what they want, and what it was worth to them.

The plan is a straight line from the baseline on the goal's first date to the target on the day it is due.
What is told again counts from then on, but for the baseline; `cost` and `value_per_unit` told last count
for all of the goal's days. Rows dated after as_of are not known. A value is rounded half-even, once for
each goal, so that totals of goals are exact.

Parameters
----------
goals
    as made by Goals
as_of
    last day known; by default the latest date
accounts
    who ought to have goals
stalled_days
    a goal without progress for so many days is stalled, >= 1; a quarter, as goals are mostly
    reviewed each quarter

Returns
-------
one row for each goal that is known, and for each account without any

Raises
------
InvalidInput
    unless stalled_days >= 1 and as_of is from 1900 to 9999; when accounts have texts and goals
    integers, or the other way round
Overflow
    when a value leaves 64 bits

References
----------
outcome_totals() for the portfolio)doc"},
    {"adoption.seat_utilization", R"doc(Which share of the seats that an account pays for is used, at as_of.

A seat is used when a user of the account has an event in the trailing window. Accounts with seats and
without usage count 0. Above 1 more users are active than seats are paid for: shared contracts, or seats
to sell (finding more_active_than_seats). Without a seat there is no share (zero_seats); accounts with
active users that the table of seats lacks on as_of have no row (usage_without_seats). Events without a
user use no seat; where no event has one there is no share at all (users_unknown). A low share means
little in the first weeks of an account: compare within a band of age.

Parameters
----------
usage
    as made by Usage
seats
    as made by Seats; rows that begin after as_of are not seen
events
    names that make a user active; by default every event
window
    days in which a user counts as active, 1 to 65,535
band_edges
    ages in days at which bands begin, ascending, > 0: by default a quarter, half a year, a
    year; a choice of this library
as_of
    last day known; by default the last with an event

Returns
-------
one row for each account with seats on as_of, also 0

Raises
------
InvalidInput
    for events or an as_of that cannot be; unless 1 <= window <= 65,535 and the band edges
    ascend from above 0; for accounts that are texts in one table and integers in the other)doc"},
    {"adoption.seat_utilization_bands", R"doc(Utilization by age of the accounts: what is usual for accounts as old.

Quartiles are those between the two accounts next to them (R's type 7).

Parameters
----------
utilization
    as made by seat_utilization()

Returns
-------
one row for each band, by age)doc"},
    {"adoption.stage_funnel", R"doc(Counts accounts by stages, with the time in each.

Parameters
----------
lifecycle
    as made by lifecycle()

Returns
-------
four rows; none of an empty lifecycle

References
----------
kaplan_meier() for the quartiles, of all that ends a stage)doc"},
    {"adoption.stage_lifetimes", R"doc(Times in stages as lifetimes, for curves and their comparison.

A life is one time that an account was in a stage, and lasts as many days; its causes are moved_on,
renewed and churned, and one that lasts on as_of is censored there. Its attributes are `account`, to
cluster by; `stage`; `visit`, 1 for the account's first time in the stage; and `entered`, its first day.

Parameters
----------
lifecycle
    as made by lifecycle()

Returns
-------
one life for each row, in their order)doc"},
    {"adoption.stickiness", R"doc(Mean daily active users over a window / users who were active in it: on what share of the window's days an
active user came.

Each row looks back from its date: `window` days, of which the date is the last. A group holds the
accounts that belong to it on that date. A user of several accounts is one person where these are taken
together. Counts are exact, and divided once. A window that begins before the data counts the days that
are not known as days without use, and is marked.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
window
    days of MAU, 1 to 65,535; four whole weeks by default
every
    a row for the last day of each
since
    first day known; by default the first with an event
as_of
    last day known; by default the last with an event

Returns
-------
for each group one row for each period that has ended by as_of, from that of `since` on

Raises
------
InvalidInput
    for events or groups that are not there; for days that cannot be, or a since after as_of;
    unless 1 <= window <= 65,535

References
----------
active_users(), which has the same MAU

The same of a state, whose events are those it was made for.

Parameters
----------
usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
window
    days of MAU, 1 to 65,535; four whole weeks by default
every
    a row for the last day of each
since
    first day known; by default the first with an event
as_of
    last day known; by default the last with an event)doc"},
    {"adoption.time_to_value", R"doc(How long accounts take from a start to their first value, of all who started: those who still wait count
as long as they were seen, and those who left without value never come to it.

The curve is that of Aalen and Johansen, in which leaving competes. Quartiles are the first days by which
so many of all who started have come to value. Neither the median of those who made it, nor one minus a
Kaplan-Meier curve in which those who left count as last seen when they left, would do: both flatter. The
mean is the area above the curve up to the horizon.

What makes the lives, and what is left out, stands at value_lifetimes(), which gives them to any other
calculator of survival.

Parameters
----------
milestones
    as made by Milestones
start
    milestone from which on time counts
value
    milestone of the first value
churn
    milestone of leaving; or `lifetimes`
lifetimes
    of customers, by days and accounts: the first end after the start is churn
as_of
    last day known; by default that of `lifetimes`, or the latest milestone
accounts
    whose attributes make groups
by
    attributes whose values make the groups, or `cohort`
cohort
    cuts starts into cohorts: the attribute `cohort`
fiscal_year_start
    first month of the fiscal year, 1 to 12
horizon
    days up to which time counts in the mean, > 0; by default the most that every group reaches
confidence
    coverage of band and intervals, in (0, 1)
scale
    on which the band is symmetric

Returns
-------
the curve and a summary, by group

Raises
------
InvalidInput
    as value_lifetimes(); unless 0 < confidence < 1 and the horizon is a number above 0; for a
    name of `by` that is no attribute

References
----------
Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Andersen (2013), Statistics
in Medicine 32:5278-5285)doc"},
    {"adoption.usage_retention", R"doc(Which share of those who started comes back, by the days since their start.

A user starts with the first event in the table (of `start_events`), on day 0. Days count from each user's
own start. The denominator has only those whose interval could be seen in whole: who started too lately
has neither returned nor stayed away. An unbounded interval has no end to wait for: who has had N days is
eligible, and may yet return.

For a start that is no use, such as a signature or an invitation, add it to the table as an event of its
own and name it in `start_events`: so those who never came are in the denominator. Who has no such event
has not started (finding `no_start`); what is done before the start does not count.

A user belongs to the group of the account on the day of the start, and stays there. In a group, a user of
several accounts counts once, with what is done in the group's accounts.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
start_events
    names of which the first starts a user; by default `events`
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
kind
    when a user has returned
days
    each N, or the first day of each interval, 0 to 65,535
last_days
    with `bracket`: the last day of each interval
every
    the period of the start is the cohort
fiscal_year_start
    first month of the fiscal year, 1 to 12
unit
    who is counted
confidence
    coverage of the intervals, in (0, 1)
since
    who started before is left out; by default the first day with an event
as_of
    last day known; by default the last with an event

Returns
-------
by group, cohort and interval; cohorts without users have no rows

Raises
------
InvalidInput
    for events, groups or days that cannot be, a since after as_of, a confidence that is not in
    (0, 1), intervals that end before they start

References
----------
Wilson (1927), JASA 22:209-212

The same of a state, whose events are those it was made for.

Parameters
----------
usage
events
    names that make a user active; by default every event
start_events
    names of which the first starts a user; by default `events`
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
kind
    when a user has returned
days
    each N, or the first day of each interval, 0 to 65,535
last_days
    with `bracket`: the last day of each interval
every
    the period of the start is the cohort
fiscal_year_start
    first month of the fiscal year, 1 to 12
unit
    who is counted
confidence
    coverage of the intervals, in (0, 1)
since
    who started before is left out; by default the first day with an event
as_of
    last day known; by default the last with an event)doc"},
    {"adoption.user_engagement", R"doc(L7 and L28 of each user at as_of.

Parameters
----------
usage
    as made by Usage
events
    names that make a user active; by default every event
by
    "account", or attributes whose values make the groups
accounts
    whose attributes they are
core_events
    what depth counts; by default `events`
features
    events that are key features; none: no breadth
entitlements
    who may use which; by default all of `features`
window
    days, 1 to 65,535; four whole weeks by default
as_of
    last day known; by default the last with an event

Returns
-------
one row for each user of an account who was ever active up to as_of, by account and user id, the
account itself last

Raises
------
InvalidInput
    as engagement())doc"},
    {"adoption.users_behind", R"doc(Opens a number of growth_accounting() down to the users, or accounts, that it counts.

Who opened, went dormant or left is shown with the account of the period before, in which they were
active.

Parameters
----------
growth
    as made by growth_accounting()
period
    a period's name such as 2024-W52 or 2024-12, or a day in it
kind
    its column
group
    its group as text, null for those without one; only with `by`

Returns
-------
one row for each that is counted

Raises
------
InvalidInput
    when there is no such period or group)doc"},
    {"adoption.value_lifetimes", R"doc(The time from a start to the first value as lifetimes, which leaving may end before: for curves, tests and
models of survival.

Durations are days, 0 for what happens on the day of the start. What comes first ends the life: its cause
is `value` or `churn`, and on one day value comes before churn. Who has come to neither was last seen on
as_of (right-censored). Milestones after as_of are not known yet, and who starts after it is not there.

Left out, since they tell no time, are accounts whose value or churn comes before their start, and those
without a start; time_to_value() lists them. With neither `churn` nor `lifetimes`, accounts that left go
on waiting up to as_of: how many come to value by a day stays right, but who waits may never come.

Attributes are `account`; `start`, the day; `cohort`, the name of the period that holds it; and those of
the accounts table, as they were on the day of the start.

Parameters
----------
milestones
    as made by Milestones
start
    milestone from which on time counts
value
    milestone of the first value
churn
    milestone of leaving; or `lifetimes`
lifetimes
    of customers, by days and accounts: the first end after the start is churn
as_of
    last day known; by default that of `lifetimes`, or the latest milestone
accounts
    whose attributes make groups and covariates
cohort
    cuts starts into cohorts: an attribute `cohort`
fiscal_year_start
    first month of the fiscal year, 1 to 12

Returns
-------
one life for each account with a start, by account id

Raises
------
InvalidInput
    for names that are empty or the same; for both of `churn` and `lifetimes`, and for lifetimes
    without days or accounts, or that know less than as_of; unless as_of is from 1900 to 9999,
    the fiscal year starts in a month, and cohorts are at most 65,535; when an attribute is
    called account, start or cohort)doc"},
    {"allocate", R"doc(Splits an amount in proportion to weights, to the last minor unit (largest remainder).

Parameters
----------
amount
    any amount
weights
    n weights >= 0, at least one > 0

Returns
-------
n amounts that sum to `amount`; a tie of remainders goes to the earlier weight

Raises
------
InvalidInput
    on a negative weight, or when all are 0)doc"},
    {"arrow.export_array", R"doc(Writes a frame as one Arrow array, which keeps the frame's memory alive. NaN and `open` become null.

Integers, real numbers, days and timestamps stay where they are; what the frame only looks at must
outlive the array.)doc"},
    {"arrow.export_frame", R"doc(Writes a frame as an Arrow stream of one batch, as `export_schema` and `export_array` say.)doc"},
    {"arrow.export_schema", R"doc(Writes the types of a frame's columns: int64, float64, decimal128 of 38 digits, date32, timestamp of UTC
in microseconds, boolean, utf8 (large_utf8 where the texts may take 2 GiB); ids that are integers are
int64.)doc"},
    {"arrow.import_frame", R"doc(Reads the table of an Arrow stream as a frame.

What becomes what:
- integers of any width: integers; an unsigned one above 2^63 - 1 is an error
- float32, float64: real numbers
- decimal32, decimal64, decimal128 with a scale of 0 to 18: fixed-point amounts; one beyond 64 bits is an
  error
- date32, date64: days; a part of a day is cut off
- timestamps: microseconds, of UTC where they have a time zone; nanoseconds are rounded down
- booleans: flags
- utf8, large_utf8, utf8_view: ids, coded in the order of the rows
- dictionaries of any of these: the same, decoded
- null: real numbers, none of which is there

A column that one batch holds in the frame's own layout is looked at in place (int64, float64, decimal64,
date32, timestamp in microseconds); the frame then keeps the batch. Other columns are copied.

Parameters
----------
stream
    is taken over: released here or with the frame, on failure too
wanted
    names of the columns to read; all when empty. Others may have any format
who
    whose table it is, for messages

Returns
-------
the wanted columns in the stream's order, each under its name

Raises
------
InvalidInput
    when the stream fails or was read already, a wanted column is not there, there more than
    once or of another format, or a value does not fit; names column and row

References
----------
Apache Arrow, The Arrow C data interface; The Arrow C stream interface

Reads a table that is one Arrow array, which is taken over with its schema, as a frame.)doc"},
    {"best_simd_level", R"doc(The best level of this processor.)doc"},
    {"company.Company", R"doc(The tables of one company; a table that is not there is a frame without columns.

A field bears the name of its table, and a frame's columns bear the names of that table's columns. The
last three tables exist for a simulated company alone: they say what is true.)doc"},
    {"company.Company.accounts", R"doc(account, parent, created, name, and attributes)doc"},
    {"company.Company.causes", R"doc(account, date, cause: why each lost account left)doc"},
    {"company.Company.contracts", R"doc(account, signed_on, start, end, total, one_time)doc"},
    {"company.Company.costs", R"doc(period, sales_and_marketing, cost_of_goods_sold)doc"},
    {"company.Company.exchange_rates", R"doc(date, base, quote, rate)doc"},
    {"company.Company.goals", R"doc(account, goal, unit, baseline, target, date, actual, value_per_unit, cost)doc"},
    {"company.Company.hazards", R"doc(account, date, and the true hazard of the month that begins then)doc"},
    {"company.Company.milestones", R"doc(account, milestone, date)doc"},
    {"company.Company.observations", R"doc(account, measure, value, date, reason)doc"},
    {"company.Company.owners", R"doc(account, csm, valid_from, valid_to)doc"},
    {"company.Company.subscriptions", R"doc(account, start, end, mrr, …: the one table that is always there)doc"},
    {"company.Company.surveys", R"doc(account, date, kind, score, user)doc"},
    {"company.Company.tickets", R"doc(account, opened, closed, severity, escalated, score)doc"},
    {"company.Company.touches", R"doc(account, date, channel, csm, direction, hours)doc"},
    {"company.Company.truth", R"doc(account and its hidden traits)doc"},
    {"company.Company.usage", R"doc(account, at, event, user, value)doc"},
    {"company.Measures", R"doc(Dated observations of accounts, by account, measure, date, value and reason.

Columns
-------
account
    whose
measure
    what was measured
value
    what came out
date
    from which day on it was known
reason
    why, as the table of observations has it; null where none is told; absent where none is told
    at all)doc"},
    {"company.Measures.account", R"doc(whose)doc"},
    {"company.Measures.as_of", R"doc(last day known; none without days)doc"},
    {"company.Measures.date", R"doc(from which day on it was known)doc"},
    {"company.Measures.findings", R"doc(codes: table_not_given, column_not_given, nothing_known_yet, undated_attribute, users_unknown, window_longer_than_data)doc"},
    {"company.Measures.measure", R"doc(what was measured)doc"},
    {"company.Measures.reason", R"doc(why, as the table of observations has it; null where none is told; absent where none is told at all)doc"},
    {"company.Measures.value", R"doc(what came out)doc"},
    {"company.MeasuresOptions", R"doc(Settings of measures() and measure_history(). Windows are choices of this library.)doc"},
    {"company.MeasuresOptions.ces_scale", R"doc(lowest and highest CES score of surveys)doc"},
    {"company.MeasuresOptions.csat_scale", R"doc(lowest and highest CSAT score of surveys)doc"},
    {"company.MeasuresOptions.currency", R"doc(ISO 4217 code of amounts without a column currency)doc"},
    {"company.MeasuresOptions.features", R"doc(events that are key features; by default every event)doc"},
    {"company.MeasuresOptions.plan", R"doc(the cadence of each tier; with `tiers`)doc"},
    {"company.MeasuresOptions.seat_plans", R"doc(plans of subscriptions whose quantity are seats; by default all)doc"},
    {"company.MeasuresOptions.seats", R"doc(paid for; by default the quantities of subscriptions)doc"},
    {"company.MeasuresOptions.start_milestone", R"doc(from which on days to value count)doc"},
    {"company.MeasuresOptions.support_days", R"doc(days up to the day in which tickets count, >= 1: a quarter)doc"},
    {"company.MeasuresOptions.tiers", R"doc(in which tier accounts were, for touch_overdue_days)doc"},
    {"company.MeasuresOptions.time_zone", R"doc(in which times of usage become days)doc"},
    {"company.MeasuresOptions.usage_days", R"doc(days up to the day in which usage counts, 1 to 65,535: four weeks)doc"},
    {"company.MeasuresOptions.value_milestone", R"doc(of the first value)doc"},
    {"company.NamedTable", R"doc(A table of a company under its name.)doc"},
    {"company.NamedTable.name", R"doc()doc"},
    {"company.NamedTable.table", R"doc(part of the company, which must outlive it)doc"},
    {"company.SimulateOptions", R"doc(How a company is simulated.)doc"},
    {"company.SimulateOptions.churn_scale", R"doc(factor of every hazard, 0 to 10; 0: nobody leaves)doc"},
    {"company.SimulateOptions.events_per_week", R"doc(usage events of an average account, 0 to 10,000; 0: no usage)doc"},
    {"company.SimulateOptions.first", R"doc(the first day on which an account may be created)doc"},
    {"company.SimulateOptions.months", R"doc(how long the company is watched, 1 to 600)doc"},
    {"company.SimulateOptions.price_rise", R"doc(share by which prices rise a year, 0 to 0.5)doc"},
    {"company.measure_history", R"doc(The same on several days: what measures() would have said on each, what happened once.

Parameters
----------
company
    its tables
days
    in any order; each once
usage_days
    days up to the day in which usage counts, 1 to 65,535: four weeks
support_days
    days up to the day in which tickets count, >= 1: a quarter
features
    events that are key features; by default every event
seats
    paid for; by default the quantities of subscriptions
seat_plans
    plans of subscriptions whose quantity are seats; by default all
tiers
    in which tier accounts were, for touch_overdue_days
plan
    the cadence of each tier; with `tiers`
start_milestone
    from which on days to value count
value_milestone
    of the first value
csat_scale
    lowest and highest CSAT score of surveys
ces_scale
    lowest and highest CES score of surveys
time_zone
    in which times of usage become days
currency
    ISO 4217 code of amounts without a column currency

Returns
-------
the rows of all days

Raises
------
InvalidInput,
    Overflow  as measures())doc"},
    {"company.measures", R"doc(What is known of each account on a day, from all of a company's tables: what health scores are made of.

Measures of a state are those of the accounts that are customers on the day, and have its date: mrr,
tenure_days (subscriptions); days_to_renewal, up to the last end that is signed (contracts); active_users,
weekly_active_users, core_actions, features_used, breadth, active_days, days_since_use,
seat_utilization (usage); value_reached, stage_days, stage_stalled, in_onboarding, in_renewal
(milestones); days_since_touch, touch_overdue_days (touches); open_tickets, open_escalated_tickets,
tickets_opened, days_to_close, ticket_score (tickets); stalled_goals (goals). What happened has the date
on which it did, and is not left out for those who have left: days_to_value, champion_lost,
goal_attainment (the mean of an account's goals), the answers to surveys as nps, csat and ces, and the
table of observations as it is.

Who has no event, no ticket or no touch counts as 0 or from the first day as a customer. What has no base
is not there: the share of no seats, the days to close of no ticket. Nothing that is dated after the day
is looked at, and dates within a row that come later are not known: the measures are the same as those of
the tables as they were on that day. Columns without a date of their own cannot be taken back: a status of
subscriptions, whether a ticket was escalated (finding undated_attribute).

Parameters
----------
company
    its tables, of which subscriptions have to be there
as_of
    the day
usage_days
    days up to the day in which usage counts, 1 to 65,535: four weeks
support_days
    days up to the day in which tickets count, >= 1: a quarter
features
    events that are key features; by default every event
seats
    paid for; by default the quantities of subscriptions
seat_plans
    plans of subscriptions whose quantity are seats; by default all
tiers
    in which tier accounts were, for touch_overdue_days
plan
    the cadence of each tier; with `tiers`
start_milestone
    from which on days to value count
value_milestone
    of the first value
csat_scale
    lowest and highest CSAT score of surveys
ces_scale
    lowest and highest CES score of surveys
time_zone
    in which times of usage become days
currency
    ISO 4217 code of amounts without a column currency

Returns
-------
one row for each account and measure, and for each of what happened

Raises
------
InvalidInput
    for a company without subscriptions, columns of another type than their table wants, what a
    table refuses, options and an as_of that cannot be, accounts that are texts in one table and
    integers in another
Overflow
    when an amount leaves 64 bits)doc"},
    {"company.observations", R"doc(Measures as a table of observations, for scores.

Parameters
----------
measures
    as made by measures() or measure_history()

Returns
-------
one observation for each row)doc"},
    {"company.simulate", R"doc(Simulates a subscription business: all the tables of a company, and the truth behind them.

Accounts are won, tried, onboarded, used, raised in price, upgraded and downgraded; they lose their
sponsors and leave for causes whose hazards depend on usage, sponsor, fit, onboarding, price and
tickets. Formulas and constants stand in docs/simulator.md. An account depends on the seed, its
number and the options alone: the first accounts of a larger company are the same. The same call
gives the same bits with every compiler and on every machine.

Parameters
----------
accounts
    how many accounts are created, 1 to 10,000,000
seed
    any number; another seed gives another company
first
    the first day on which an account may be created
months
    how long the company is watched, 1 to 600
churn_scale
    factor of every hazard, 0 to 10; 0: nobody leaves
price_rise
    share by which prices rise a year, 0 to 0.5
events_per_week
    usage events of an average account, 0 to 10,000; 0: no usage

Returns
-------
tables in order of account and, within most, of time; amounts in USD; no row and no date of an event
that lies after the last day

Raises
------
InvalidInput
    when an argument or option is out of its range)doc"},
    {"company.tables", R"doc(Lists a company's tables, in the order of its fields.)doc"},
    {"coverage.AccountScores", R"doc(A validated table of scores: annual contract value x potential x complexity. Copies are cheap.

A factor whose column is left out is 1, and the score an amount of `currency` a year.

Findings: more_digits_than_currency.

The columns of a table of what tells an account's tier: one row for each account, or, with `date`, for
each account and snapshot. Exactly one of `acv` and `acv_minor` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    n days since 1970-01-01 of snapshots
acv
    annual contract value in major units, >= 0
acv_minor
    the same in minor units, >= 0
potential
    factor >= 0: what it may come to / what it is; 1: no whitespace
complexity
    factor >= 0: work against the usual; 1: usual
tier
    the tier it has before this row; null: that of the row before, or none
currency
    ISO 4217 code of every row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, date, acv or factor, a day before 1900
    or after 9999, an amount or factor that is negative or not finite, two rows of an account
    and day, an unknown currency
Overflow
    when an amount leaves 64 bits)doc"},
    {"coverage.AccountScores.data", R"doc()doc"},
    {"coverage.AccountScores.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"coverage.AccountScores.size", R"doc(Rows that were accepted.)doc"},
    {"coverage.Assignment", R"doc(Who has which account, one row for each account, ascending by id.

Columns
-------
account
    the account
csm
    who has it; null where nobody can
hours
    its work
moved
    1 where another had it before
previous
    who had it before; null for nobody
placement
    why it has a CSM, or none)doc"},
    {"coverage.Assignment.account", R"doc(the account)doc"},
    {"coverage.Assignment.books", R"doc(what each CSM has)doc"},
    {"coverage.Assignment.bound", R"doc(no assignment of these accounts has an objective below)doc"},
    {"coverage.Assignment.csm", R"doc(who has it; null where nobody can)doc"},
    {"coverage.Assignment.feasibility", R"doc(whether all limits and hours can be kept)doc"},
    {"coverage.Assignment.findings", R"doc(codes: csm_without_hours, unknown_csm, unassigned_accounts, more_work_than_hours, books_over_hours)doc"},
    {"coverage.Assignment.gap", R"doc(objective / bound - 1)doc"},
    {"coverage.Assignment.handover_hours", R"doc(what a handover was taken to cost)doc"},
    {"coverage.Assignment.handovers", R"doc(accounts that were moved)doc"},
    {"coverage.Assignment.hours", R"doc(its work)doc"},
    {"coverage.Assignment.hours_limit", R"doc(whether books might exceed hours)doc"},
    {"coverage.Assignment.hours_short", R"doc(work for which there are no hours, were accounts divisible)doc"},
    {"coverage.Assignment.largest_utilization", R"doc(of the most used CSM; none where no account is assigned)doc"},
    {"coverage.Assignment.moved", R"doc(1 where another had it before)doc"},
    {"coverage.Assignment.objective", R"doc(largest_utilization + handover_hours × handovers / hours of all CSMs)doc"},
    {"coverage.Assignment.placement", R"doc(why it has a CSM, or none)doc"},
    {"coverage.Assignment.previous", R"doc(who had it before; null for nobody)doc"},
    {"coverage.Assignment.unassigned_hours", R"doc(work of accounts without a CSM)doc"},
    {"coverage.AssignmentAccountColumns", R"doc(The columns of a table of accounts that need a CSM: one row for each. Exactly one of `hours` and `minutes`
is given, for the same length of time as the hours of the CSMs: a month, a quarter.)doc"},
    {"coverage.AssignmentAccountColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.AssignmentAccountColumns.csm", R"doc(who has it now; null for nobody)doc"},
    {"coverage.AssignmentAccountColumns.hours", R"doc(how much work each is, 0 or 1e-6 to 1e9)doc"},
    {"coverage.AssignmentAccountColumns.minutes", R"doc(the same in minutes)doc"},
    {"coverage.AssignmentAccountColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.AssignmentAccountColumns.requirements", R"doc(what its CSM must offer under the same name; null for nothing)doc"},
    {"coverage.AssignmentAccountColumns.separator", R"doc(between values, where one row requires several: all of them)doc"},
    {"coverage.AssignmentAccountColumns.tier", R"doc(its tier; null for none)doc"},
    {"coverage.AssignmentAccounts", R"doc(A validated table of accounts that need a CSM.

The columns of a table of accounts that need a CSM: one row for each. Exactly one of `hours` and `minutes`
is given, for the same length of time as the hours of the CSMs: a month, a quarter.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
hours
    how much work each is, 0 or 1e-6 to 1e9
minutes
    the same in minutes
csm
    who has it now; null for nobody
tier
    its tier; null for none
requirements
    what its CSM must offer under the same name; null for nothing
separator
    between values, where one row requires several: all of them
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, an account with several rows, hours
    that are no such time, a requirement without a name or there twice

References
----------
assignment())doc"},
    {"coverage.AssignmentAccounts.findings", R"doc(With `on_error = drop`, which rows were left out and why.)doc"},
    {"coverage.AssignmentAccounts.size", R"doc(Rows that were accepted.)doc"},
    {"coverage.AssignmentAccounts.table", R"doc()doc"},
    {"coverage.AssignmentCsmColumns", R"doc(The columns of a table of CSMs: one row for each. Exactly one of `hours` and `minutes` is given.)doc"},
    {"coverage.AssignmentCsmColumns.csm", R"doc(n ids, texts or integers)doc"},
    {"coverage.AssignmentCsmColumns.hours", R"doc(time for accounts, 0 or 1e-6 to 1e9)doc"},
    {"coverage.AssignmentCsmColumns.maximum_accounts", R"doc(the most accounts, >= 0; null for any number)doc"},
    {"coverage.AssignmentCsmColumns.minutes", R"doc(the same in minutes)doc"},
    {"coverage.AssignmentCsmColumns.offers", R"doc(skills, languages, regions; null for none)doc"},
    {"coverage.AssignmentCsmColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.AssignmentCsmColumns.separator", R"doc(between values, where one row offers several)doc"},
    {"coverage.AssignmentCsmColumns.tier_maximum", R"doc(the most accounts of a tier, under the tier's name; null for any number)doc"},
    {"coverage.AssignmentCsms", R"doc(A validated table of CSMs to whom accounts are to be assigned.

The columns of a table of CSMs: one row for each. Exactly one of `hours` and `minutes` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
csm
    n ids, texts or integers
hours
    time for accounts, 0 or 1e-6 to 1e9
minutes
    the same in minutes
maximum_accounts
    the most accounts, >= 0; null for any number
tier_maximum
    the most accounts of a tier, under the tier's name; null for any number
offers
    skills, languages, regions; null for none
separator
    between values, where one row offers several
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null CSM, a CSM with several rows, hours that are no
    such time, a maximum that is no whole number >= 0, offers without a name or there twice

References
----------
assignment())doc"},
    {"coverage.AssignmentCsms.findings", R"doc(Codes: csm_without_hours; and, with `on_error = drop`, which rows were left out and why.)doc"},
    {"coverage.AssignmentCsms.size", R"doc(Rows that were accepted.)doc"},
    {"coverage.AssignmentCsms.table", R"doc()doc"},
    {"coverage.AssignmentOptions", R"doc(Settings of assignment().)doc"},
    {"coverage.AssignmentOptions.handover_hours", R"doc(what it costs to hand an account over, 0 to 1e9; 4 is an assumption of this library (half a day to introduce and to read up), not a measurement)doc"},
    {"coverage.AssignmentOptions.hours_limit", R"doc(whether books may exceed the hours of their CSMs)doc"},
    {"coverage.BookColumns", R"doc(The columns of a table of books: what happened to each account in somebody's book, and what a risk model
expected of it. Exactly one of `expected` and `probability` is given.)doc"},
    {"coverage.BookColumns.account", R"doc(n ids, texts or integers; an account may have many rows)doc"},
    {"coverage.BookColumns.expected", R"doc(events expected, such as a cumulative hazard, >= 0; null: not known)doc"},
    {"coverage.BookColumns.exposure", R"doc(how long the account was in the book, such as months, >= 0)doc"},
    {"coverage.BookColumns.group", R"doc(in whose book: a csm, team, seller or channel; null for nobody's)doc"},
    {"coverage.BookColumns.observed", R"doc(events: losses, expansions, first values; >= 0)doc"},
    {"coverage.BookColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.BookColumns.probability", R"doc(or the chance of the one event, in [0, 1]; null: not known)doc"},
    {"coverage.Books", R"doc(A validated table of what happened in whose book. Copies are cheap.

With `probability` a row has at most one event, and events are told apart as such; with `expected` they
are counts. Rows in nobody's book, and rows of which nothing is expected, are left out and are findings.

The columns of a table of books: what happened to each account in somebody's book, and what a risk model
expected of it. Exactly one of `expected` and `probability` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers; an account may have many rows
group
    in whose book: a csm, team, seller or channel; null for nobody's
observed
    events: losses, expansions, first values; >= 0
expected
    events expected, such as a cumulative hazard, >= 0; null: not known
probability
    or the chance of the one event, in [0, 1]; null: not known
exposure
    how long the account was in the book, such as months, >= 0
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or outcome, an outcome below 0 (with
    probabilities: that is not 0 or 1), an expectation or exposure that is not a finite number
    >= 0, a probability above 1)doc"},
    {"coverage.Books.data", R"doc()doc"},
    {"coverage.Books.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
nobodys_book, unknown_expectation, impossible_outcome.)doc"},
    {"coverage.Books.size", R"doc(Rows that count.)doc"},
    {"coverage.Cadence", R"doc(How each account stands with the cadence of its tier, by account id: those that are customers on as_of.

Columns
-------
account
    whose
tier
    on as_of
csm
    who has it on as_of; only with `owners`
start
    first day as a customer, without a gap since
last_touch
    null where there is none since then
touches
    since then
days_since
    from the last touch, or else from the start
cadence_days
    of the tier; NaN for none
due
    the last day on which the next touch is in time; null for none
overdue_days
    days since then; 0 while it is in time
gap
    1 where it is overdue)doc"},
    {"coverage.Cadence.account", R"doc(whose)doc"},
    {"coverage.Cadence.as_of", R"doc(last day known; none for tables without rows)doc"},
    {"coverage.Cadence.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.Cadence.cadence_days", R"doc(of the tier; NaN for none)doc"},
    {"coverage.Cadence.counted", R"doc(which touches count)doc"},
    {"coverage.Cadence.csm", R"doc(who has it on as_of; only with `owners`)doc"},
    {"coverage.Cadence.days_since", R"doc(from the last touch, or else from the start)doc"},
    {"coverage.Cadence.due", R"doc(the last day on which the next touch is in time; null for none)doc"},
    {"coverage.Cadence.findings", R"doc(codes: as_of_inferred, touch_of_no_tier)doc"},
    {"coverage.Cadence.gap", R"doc(1 where it is overdue)doc"},
    {"coverage.Cadence.last_touch", R"doc(null where there is none since then)doc"},
    {"coverage.Cadence.overdue_days", R"doc(days since then; 0 while it is in time)doc"},
    {"coverage.Cadence.start", R"doc(first day as a customer, without a gap since)doc"},
    {"coverage.Cadence.tier", R"doc(on as_of)doc"},
    {"coverage.Cadence.touches", R"doc(since then)doc"},
    {"coverage.CadenceOptions", R"doc(Settings of cadence() and of what follows from it.)doc"},
    {"coverage.CadenceOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"coverage.CadenceOptions.as_of", R"doc(last day known; by default the latest in the tables)doc"},
    {"coverage.CadenceOptions.by", R"doc(attributes whose values on as_of make the groups of a summary)doc"},
    {"coverage.CadenceOptions.channels", R"doc(whose touches count; all by default)doc"},
    {"coverage.CadenceOptions.directions", R"doc(whose touches count; all by default)doc"},
    {"coverage.CadenceOptions.owners", R"doc(who has the accounts)doc"},
    {"coverage.Capacity", R"doc(How much work there is, and how many people it takes. More work than people is an answer: `feasible` is
false, and the shortfall says by how much.)doc"},
    {"coverage.Capacity.as_of", R"doc(last day known; none for tables without rows)doc"},
    {"coverage.Capacity.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.Capacity.csms", R"doc(by CSM)doc"},
    {"coverage.Capacity.demand", R"doc(by week, CSM, tier and kind)doc"},
    {"coverage.Capacity.demand_minutes", R"doc(all work)doc"},
    {"coverage.Capacity.feasible", R"doc(no week has more work than time)doc"},
    {"coverage.Capacity.findings", R"doc(codes: as_of_inferred, contract_of_no_tier, csm_without_hours, renewals_not_told, staff_assumed, unassigned_accounts)doc"},
    {"coverage.Capacity.headcount", R"doc(CSMs who have time)doc"},
    {"coverage.Capacity.headcount_needed", R"doc(full-time CSMs whose time in all weeks is enough for all work)doc"},
    {"coverage.Capacity.hours_per_week", R"doc(as it was asked for)doc"},
    {"coverage.Capacity.overhead", R"doc(as it was asked for)doc"},
    {"coverage.Capacity.peak_headcount", R"doc(full-time CSMs whose time is enough in each week)doc"},
    {"coverage.Capacity.shortfall_minutes", R"doc(sum of that of the weeks)doc"},
    {"coverage.Capacity.supply_minutes", R"doc(all time for it)doc"},
    {"coverage.Capacity.weeks", R"doc(by week)doc"},
    {"coverage.Capacity.weeks_over", R"doc(in which there is more work than time)doc"},
    {"coverage.Capacity.workload", R"doc(by week and CSM)doc"},
    {"coverage.CapacityCsms", R"doc(Work against time of each CSM in all weeks, by CSM.

Columns
-------
csm
    null for accounts that nobody has, at the end
accounts
    that they have on as_of
book_load
    sum over tiers of accounts / accounts_per_csm: above 1 is too many
demand_minutes
    work
supply_minutes
    time for it
shortfall_minutes
    sum of that of the weeks
weeks_over
    in which there is more work than time
utilization
    demand / supply; NaN without supply)doc"},
    {"coverage.CapacityCsms.accounts", R"doc(that they have on as_of)doc"},
    {"coverage.CapacityCsms.book_load", R"doc(sum over tiers of accounts / accounts_per_csm: above 1 is too many)doc"},
    {"coverage.CapacityCsms.csm", R"doc(null for accounts that nobody has, at the end)doc"},
    {"coverage.CapacityCsms.demand_minutes", R"doc(work)doc"},
    {"coverage.CapacityCsms.shortfall_minutes", R"doc(sum of that of the weeks)doc"},
    {"coverage.CapacityCsms.supply_minutes", R"doc(time for it)doc"},
    {"coverage.CapacityCsms.utilization", R"doc(demand / supply; NaN without supply)doc"},
    {"coverage.CapacityCsms.weeks_over", R"doc(in which there is more work than time)doc"},
    {"coverage.CapacityDemand", R"doc(The work by week, CSM, tier and kind; cells without work are left out.

Columns
-------
week
    its Monday
csm
    null for accounts that nobody has
tier
    in the order of the plan
kind
    what for
minutes
    how much)doc"},
    {"coverage.CapacityDemand.csm", R"doc(null for accounts that nobody has)doc"},
    {"coverage.CapacityDemand.kind", R"doc(what for)doc"},
    {"coverage.CapacityDemand.minutes", R"doc(how much)doc"},
    {"coverage.CapacityDemand.tier", R"doc(in the order of the plan)doc"},
    {"coverage.CapacityDemand.week", R"doc(its Monday)doc"},
    {"coverage.CapacityOptions", R"doc(Settings of capacity(). The hours of a full-time CSM are assumptions: put your own in their place.)doc"},
    {"coverage.CapacityOptions.as_of", R"doc(last day known; by default the latest in the tables)doc"},
    {"coverage.CapacityOptions.contracts", R"doc(whose ends are renewals; no renewals by default)doc"},
    {"coverage.CapacityOptions.hours_per_week", R"doc(of a full-time CSM, in (0, 168]; an assumption)doc"},
    {"coverage.CapacityOptions.overhead", R"doc(share of all hours that is not for accounts, in [0, 1); an assumption)doc"},
    {"coverage.CapacityOptions.owners", R"doc(who has the accounts; nobody by default)doc"},
    {"coverage.CapacityOptions.staff", R"doc(hours of each CSM; by default hours_per_week for each owner)doc"},
    {"coverage.CapacityOptions.weeks", R"doc(how many are planned, from the first Monday after, 1 to 520)doc"},
    {"coverage.CapacityWeeks", R"doc(Work against time of all CSMs together, week by week: as if work could go to whoever has time.

Columns
-------
week
    its Monday
label
    such as 2024-W52
onboarding_minutes
    work of this kind
check_in_minutes
    work of this kind
review_minutes
    work of this kind
renewal_minutes
    work of this kind
demand_minutes
    all work
supply_minutes
    time for it
shortfall_minutes
    work beyond the time
utilization
    demand / supply; NaN without supply
csms_over
    CSMs with more work than time
headcount_needed
    full-time CSMs whose time is enough)doc"},
    {"coverage.CapacityWeeks.check_in_minutes", R"doc(work of this kind)doc"},
    {"coverage.CapacityWeeks.csms_over", R"doc(CSMs with more work than time)doc"},
    {"coverage.CapacityWeeks.demand_minutes", R"doc(all work)doc"},
    {"coverage.CapacityWeeks.headcount_needed", R"doc(full-time CSMs whose time is enough)doc"},
    {"coverage.CapacityWeeks.label", R"doc(such as 2024-W52)doc"},
    {"coverage.CapacityWeeks.onboarding_minutes", R"doc(work of this kind)doc"},
    {"coverage.CapacityWeeks.renewal_minutes", R"doc(work of this kind)doc"},
    {"coverage.CapacityWeeks.review_minutes", R"doc(work of this kind)doc"},
    {"coverage.CapacityWeeks.shortfall_minutes", R"doc(work beyond the time)doc"},
    {"coverage.CapacityWeeks.supply_minutes", R"doc(time for it)doc"},
    {"coverage.CapacityWeeks.utilization", R"doc(demand / supply; NaN without supply)doc"},
    {"coverage.CapacityWeeks.week", R"doc(its Monday)doc"},
    {"coverage.CapacityWhatIf", R"doc(One row for each number of CSMs and each share of accounts moved, and before them with `least` 1 the
fewest that make it feasible.

Columns
-------
headcount
    full-time CSMs
least
    1 for the smallest move that makes it feasible
share
    of the accounts that can be moved; NaN where no move is enough
moved
    accounts; -1 where no move is enough
demand_minutes
    all work
supply_minutes
    all time for it
utilization
    demand / supply; NaN without supply
shortfall_minutes
    sum over weeks of work beyond the time
weeks_over
    in which there is more work than time
headcount_needed
    CSMs whose time in all weeks is enough for all work
peak_headcount
    CSMs whose time is enough in each week
feasible
    1 where no week has more work than time)doc"},
    {"coverage.CapacityWhatIf.as_of", R"doc(last day known)doc"},
    {"coverage.CapacityWhatIf.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.CapacityWhatIf.demand_minutes", R"doc(all work)doc"},
    {"coverage.CapacityWhatIf.feasible", R"doc(1 where no week has more work than time)doc"},
    {"coverage.CapacityWhatIf.findings", R"doc(code: unknown_acv)doc"},
    {"coverage.CapacityWhatIf.headcount", R"doc(full-time CSMs)doc"},
    {"coverage.CapacityWhatIf.headcount_needed", R"doc(CSMs whose time in all weeks is enough for all work)doc"},
    {"coverage.CapacityWhatIf.least", R"doc(1 for the smallest move that makes it feasible)doc"},
    {"coverage.CapacityWhatIf.movable", R"doc(accounts in the first on as_of)doc"},
    {"coverage.CapacityWhatIf.move_from", R"doc(the tier that accounts leave)doc"},
    {"coverage.CapacityWhatIf.move_to", R"doc(the tier that they come to)doc"},
    {"coverage.CapacityWhatIf.moved", R"doc(accounts; -1 where no move is enough)doc"},
    {"coverage.CapacityWhatIf.peak_headcount", R"doc(CSMs whose time is enough in each week)doc"},
    {"coverage.CapacityWhatIf.share", R"doc(of the accounts that can be moved; NaN where no move is enough)doc"},
    {"coverage.CapacityWhatIf.shortfall_minutes", R"doc(sum over weeks of work beyond the time)doc"},
    {"coverage.CapacityWhatIf.supply_minutes", R"doc(all time for it)doc"},
    {"coverage.CapacityWhatIf.utilization", R"doc(demand / supply; NaN without supply)doc"},
    {"coverage.CapacityWhatIf.weeks_over", R"doc(in which there is more work than time)doc"},
    {"coverage.CapacityWhatIfOptions", R"doc(Settings of capacity_what_if(); what capacity() has too means the same.)doc"},
    {"coverage.CapacityWhatIfOptions.as_of", R"doc(last day known; by default the latest in the tables)doc"},
    {"coverage.CapacityWhatIfOptions.contracts", R"doc(whose ends are renewals; no renewals by default)doc"},
    {"coverage.CapacityWhatIfOptions.headcounts", R"doc(numbers of full-time CSMs, >= 0)doc"},
    {"coverage.CapacityWhatIfOptions.hours_per_week", R"doc(of a full-time CSM, in (0, 168]; an assumption)doc"},
    {"coverage.CapacityWhatIfOptions.move_from", R"doc(tier; by default the last but one of the plan)doc"},
    {"coverage.CapacityWhatIfOptions.move_to", R"doc(tier; by default the last of the plan)doc"},
    {"coverage.CapacityWhatIfOptions.overhead", R"doc(share of all hours that is not for accounts, in [0, 1); an assumption)doc"},
    {"coverage.CapacityWhatIfOptions.shares", R"doc(shares of accounts that are moved, in [0, 1])doc"},
    {"coverage.CapacityWhatIfOptions.weeks", R"doc(how many are planned, 1 to 520)doc"},
    {"coverage.CapacityWorkload", R"doc(Work against time of each CSM in each week, by week and CSM.

Columns
-------
week
    its Monday
csm
    null for accounts that nobody has, at the end
demand_minutes
    work
supply_minutes
    time for it
shortfall_minutes
    work beyond the time
utilization
    demand / supply; NaN without supply)doc"},
    {"coverage.CapacityWorkload.csm", R"doc(null for accounts that nobody has, at the end)doc"},
    {"coverage.CapacityWorkload.demand_minutes", R"doc(work)doc"},
    {"coverage.CapacityWorkload.shortfall_minutes", R"doc(work beyond the time)doc"},
    {"coverage.CapacityWorkload.supply_minutes", R"doc(time for it)doc"},
    {"coverage.CapacityWorkload.utilization", R"doc(demand / supply; NaN without supply)doc"},
    {"coverage.CapacityWorkload.week", R"doc(its Monday)doc"},
    {"coverage.CountTails", R"doc(How the chance of exactly what was seen counts in a tail.

Members
-------
exact
    in full: intervals cover at least as often as they say
mid_p
    by half: they cover about as often as they say, and are narrower)doc"},
    {"coverage.CoverageGaps", R"doc(The stretches of days on which accounts were overdue, by account id and then by day: [start, end).

Columns
-------
account
    whose
tier
    on the first day
start
    the first day on which it was overdue
end
    the first on which it was not any more; null while it lasts
days
    how many there were, up to as_of
touched
    1 where a touch ended it; 0 where it lasts, or the tier changed, or the account left)doc"},
    {"coverage.CoverageGaps.account", R"doc(whose)doc"},
    {"coverage.CoverageGaps.as_of", R"doc(last day known)doc"},
    {"coverage.CoverageGaps.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.CoverageGaps.counted", R"doc(which touches count)doc"},
    {"coverage.CoverageGaps.days", R"doc(how many there were, up to as_of)doc"},
    {"coverage.CoverageGaps.end", R"doc(the first on which it was not any more; null while it lasts)doc"},
    {"coverage.CoverageGaps.start", R"doc(the first day on which it was overdue)doc"},
    {"coverage.CoverageGaps.tier", R"doc(on the first day)doc"},
    {"coverage.CoverageGaps.touched", R"doc(1 where a touch ended it; 0 where it lasts, or the tier changed, or the account left)doc"},
    {"coverage.CoverageShare", R"doc(How well each tier keeps its cadence on as_of: one row for each tier of the plan, in each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
tier
    in the order of the plan
accounts
    customers on as_of
covered
    of these: touched in time
never_touched
    of these
share
    covered / accounts; NaN for none, or without a cadence
overdue_days
    of all of them)doc"},
    {"coverage.CoverageShare.accounts", R"doc(customers on as_of)doc"},
    {"coverage.CoverageShare.as_of", R"doc(last day known)doc"},
    {"coverage.CoverageShare.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.CoverageShare.counted", R"doc(which touches count)doc"},
    {"coverage.CoverageShare.covered", R"doc(of these: touched in time)doc"},
    {"coverage.CoverageShare.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"coverage.CoverageShare.never_touched", R"doc(of these)doc"},
    {"coverage.CoverageShare.overdue_days", R"doc(of all of them)doc"},
    {"coverage.CoverageShare.share", R"doc(covered / accounts; NaN for none, or without a cadence)doc"},
    {"coverage.CoverageShare.tier", R"doc(in the order of the plan)doc"},
    {"coverage.CsmBooks", R"doc(What each CSM has, one row each, ascending by id.

Columns
-------
csm
    whose book
accounts
    in it
load_hours
    work of these accounts
hours
    time that there is for them
utilization
    load_hours / hours; none without hours
received
    accounts that another had before
handed_over
    accounts that another has now, or nobody)doc"},
    {"coverage.CsmBooks.accounts", R"doc(in it)doc"},
    {"coverage.CsmBooks.csm", R"doc(whose book)doc"},
    {"coverage.CsmBooks.handed_over", R"doc(accounts that another has now, or nobody)doc"},
    {"coverage.CsmBooks.hours", R"doc(time that there is for them)doc"},
    {"coverage.CsmBooks.load_hours", R"doc(work of these accounts)doc"},
    {"coverage.CsmBooks.received", R"doc(accounts that another had before)doc"},
    {"coverage.CsmBooks.utilization", R"doc(load_hours / hours; none without hours)doc"},
    {"coverage.EffectMeasure", R"doc(What an effect is told by.

Members
-------
risk_difference
    share with the outcome of the touched - of the others
risk_ratio
    the one / the other
odds_ratio
    likewise of odds)doc"},
    {"coverage.ExpectedEvents", R"doc(What happened while each account was in a book, and what a risk model expects: columns of Books. One row
for each stretch of a life with one owner, or with none.

Columns
-------
account
    by id, then by day
group
    its owner, null where it has none
valid_from
    first day of the stretch
valid_to
    first day after it
exposure
    days of it
observed
    events on its days: 0 or 1
expected
    hazard that is passed on them; NaN where a covariate is missing)doc"},
    {"coverage.ExpectedEvents.account", R"doc(by id, then by day)doc"},
    {"coverage.ExpectedEvents.cause", R"doc(that was counted)doc"},
    {"coverage.ExpectedEvents.covariates", R"doc(of the model)doc"},
    {"coverage.ExpectedEvents.events", R"doc(of all lives that the model was fitted to)doc"},
    {"coverage.ExpectedEvents.expected", R"doc(hazard that is passed on them; NaN where a covariate is missing)doc"},
    {"coverage.ExpectedEvents.exposure", R"doc(days of it)doc"},
    {"coverage.ExpectedEvents.findings", R"doc(of the model; code: without_owner)doc"},
    {"coverage.ExpectedEvents.group", R"doc(its owner, null where it has none)doc"},
    {"coverage.ExpectedEvents.observed", R"doc(events on its days: 0 or 1)doc"},
    {"coverage.ExpectedEvents.strata", R"doc(of the model)doc"},
    {"coverage.ExpectedEvents.valid_from", R"doc(first day of the stretch)doc"},
    {"coverage.ExpectedEvents.valid_to", R"doc(first day after it)doc"},
    {"coverage.ExpectedEventsOptions", R"doc(Settings of expected_events().)doc"},
    {"coverage.ExpectedEventsOptions.cause", R"doc(the cause that is counted; by default any)doc"},
    {"coverage.ExpectedEventsOptions.covariates", R"doc(attributes of the lives that tell their risk, known before anybody had the account; not whose it is, nor what that did)doc"},
    {"coverage.ExpectedEventsOptions.strata", R"doc(attributes within whose values hazards are compared)doc"},
    {"coverage.ExpectedEventsOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"coverage.Feasibility", R"doc(Whether every account can have a CSM within all limits and hours.

Members
-------
feasible
    yes: this assignment shows it
infeasible
    no: `placement` and `hours_short` say why
undecided
    no such assignment was found, nor a proof that there is none)doc"},
    {"coverage.FunnelLimits", R"doc(The curves of a funnel plot: between which ratios lie by chance alone, for each number of events expected.

Columns
-------
expected
    ascending, in equal steps
lower_95
    beyond these 5% of groups lie, at most
upper_95
    likewise
lower_998
    beyond these 0.2% of groups lie, at most
upper_998
    likewise)doc"},
    {"coverage.FunnelLimits.expected", R"doc(ascending, in equal steps)doc"},
    {"coverage.FunnelLimits.lower_95", R"doc(beyond these 5% of groups lie, at most)doc"},
    {"coverage.FunnelLimits.lower_998", R"doc(beyond these 0.2% of groups lie, at most)doc"},
    {"coverage.FunnelLimits.upper_95", R"doc(likewise)doc"},
    {"coverage.FunnelLimits.upper_998", R"doc(likewise)doc"},
    {"coverage.FunnelLimitsOptions", R"doc(Settings of funnel_limits().)doc"},
    {"coverage.FunnelLimitsOptions.points", R"doc(of the curves, 2 to 100,000)doc"},
    {"coverage.FunnelLimitsOptions.widest", R"doc(where they end, in multiples of the largest group's expectation, > 0)doc"},
    {"coverage.HoursLimit", R"doc(Whether books may exceed the hours of their CSMs.

Members
-------
soft
    they may: every account has a CSM where it can, and the most used is used as little as it
    can be
hard
    they may not: what does not fit has no CSM)doc"},
    {"coverage.OwnerColumns", R"doc(The columns of a table of owners: which customer success manager (CSM) had an account, from when to when.)doc"},
    {"coverage.OwnerColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.OwnerColumns.csm", R"doc(who has it; null: nobody)doc"},
    {"coverage.OwnerColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.OwnerColumns.valid_from", R"doc(n days since 1970-01-01: the first day)doc"},
    {"coverage.OwnerColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"coverage.Owners", R"doc(A validated table of owners. Copies are cheap.

An account has one owner at a time: rows that overlap are an error. Without a column valid_to a row holds
until the account's next.

Findings: zero_length_period.

The columns of a table of owners: which customer success manager (CSM) had an account, from when to when.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
csm
    who has it; null: nobody
valid_from
    n days since 1970-01-01: the first day
valid_to
    first day after; null or fealty::open while it lasts
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or valid_from, a day before 1900 or
    after 9999, a valid_to before its valid_from, two rows of an account that hold on one day)doc"},
    {"coverage.Owners.data", R"doc()doc"},
    {"coverage.Owners.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"coverage.Owners.size", R"doc(Rows that were accepted, and hold on some day.)doc"},
    {"coverage.PAdjustment", R"doc(How p values allow for the number of groups that are looked at.

Members
-------
none
    not at all: of twenty groups that are alike one differs
bonferroni
    for any error: p x groups
benjamini_hochberg
    for the share of errors among the groups that differ)doc"},
    {"coverage.Performance", R"doc(What happened in each group's books, beside what was expected of them.

Columns
-------
group
    ascending
accounts
    different ones
rows
    of the table
exposure
    summed up; only where the table has it
observed
    events
expected
    events, had the group been as the risk model has it
ratio
    observed / expected, or `ratio_to_others`; NaN where there is none
lower
    of the interval of ratio
upper
    of the interval of ratio
p_value
    two-sided: twice the smaller tail, had the group been as expected
adjusted_p_value
    for the number of groups
differs
    1 where p_value <= 1 - confidence: 1 is outside the interval
differs_adjusted
    1 where adjusted_p_value is
ratio_to_others
    ratio / the ratio of all other groups together
z
    (observed - the mean by chance) / its standard deviation
funnel_lower_95
    limits of ratio by chance alone, for this expectation
funnel_upper_95
    beyond both 5% of such groups lie, at most
funnel_lower_998
    the same of 0.2%
funnel_upper_998
    the same of 0.2%)doc"},
    {"coverage.Performance.accounts", R"doc(different ones)doc"},
    {"coverage.Performance.adjusted_p_value", R"doc(for the number of groups)doc"},
    {"coverage.Performance.adjustment", R"doc(of adjusted_p_value)doc"},
    {"coverage.Performance.between_variance", R"doc(of the groups' true ratios, by moments; 0 at least)doc"},
    {"coverage.Performance.confidence", R"doc(coverage of the intervals)doc"},
    {"coverage.Performance.differs", R"doc(1 where p_value <= 1 - confidence: 1 is outside the interval)doc"},
    {"coverage.Performance.differs_adjusted", R"doc(1 where adjusted_p_value is)doc"},
    {"coverage.Performance.expected", R"doc(events, had the group been as the risk model has it)doc"},
    {"coverage.Performance.exposure", R"doc(summed up; only where the table has it)doc"},
    {"coverage.Performance.findings", R"doc(codes: nothing_expected, no_others, miscalibrated, overdispersed)doc"},
    {"coverage.Performance.funnel_lower_95", R"doc(limits of ratio by chance alone, for this expectation)doc"},
    {"coverage.Performance.funnel_lower_998", R"doc(the same of 0.2%)doc"},
    {"coverage.Performance.funnel_upper_95", R"doc(beyond both 5% of such groups lie, at most)doc"},
    {"coverage.Performance.funnel_upper_998", R"doc(the same of 0.2%)doc"},
    {"coverage.Performance.group", R"doc(ascending)doc"},
    {"coverage.Performance.lower", R"doc(of the interval of ratio)doc"},
    {"coverage.Performance.mean_probability", R"doc(of an event, one like the other; 0 for counts)doc"},
    {"coverage.Performance.observed", R"doc(events)doc"},
    {"coverage.Performance.overall_expected", R"doc(of all groups)doc"},
    {"coverage.Performance.overall_observed", R"doc(events of all groups)doc"},
    {"coverage.Performance.overall_p_value", R"doc(that the risk model is right in all)doc"},
    {"coverage.Performance.overall_ratio", R"doc(observed / expected; NaN where nothing is expected)doc"},
    {"coverage.Performance.overdispersion", R"doc(mean square of z, winsorized: about 1 by chance alone)doc"},
    {"coverage.Performance.p_value", R"doc(two-sided: twice the smaller tail, had the group been as expected)doc"},
    {"coverage.Performance.ratio", R"doc(observed / expected, or `ratio_to_others`; NaN where there is none)doc"},
    {"coverage.Performance.ratio_to_others", R"doc(ratio / the ratio of all other groups together)doc"},
    {"coverage.Performance.reference", R"doc(what groups were held against)doc"},
    {"coverage.Performance.rows", R"doc(of the table)doc"},
    {"coverage.Performance.tails", R"doc(of intervals, p values and limits)doc"},
    {"coverage.Performance.upper", R"doc(of the interval of ratio)doc"},
    {"coverage.Performance.winsorized", R"doc(share of groups at each end)doc"},
    {"coverage.Performance.z", R"doc((observed - the mean by chance) / its standard deviation)doc"},
    {"coverage.PerformanceOptions", R"doc(Settings of performance().)doc"},
    {"coverage.PerformanceOptions.adjustment", R"doc(of `adjusted_p_value`)doc"},
    {"coverage.PerformanceOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"coverage.PerformanceOptions.reference", R"doc(what groups are held against)doc"},
    {"coverage.PerformanceOptions.tails", R"doc(of intervals, p values and limits)doc"},
    {"coverage.PerformanceOptions.winsorized", R"doc(share of the groups at each end that count as the next one does when overdispersion is estimated, in [0, 0.5))doc"},
    {"coverage.Placement", R"doc(Why an account has a CSM, or none.

Members
-------
assigned
    it has one
no_qualified_csm
    nobody with hours offers all that it requires
no_places
    those who do may have no more accounts, or no more of its tier
no_hours
    it does not fit into the hours of those who do; with `hours_limit = hard`)doc"},
    {"coverage.Reference", R"doc(What a group's events are held against.

Members
-------
expected
    what the risk model says, taken as known: of other data, or of a long past
others
    what all other groups did: where the risk model was fitted to these very groups)doc"},
    {"coverage.Response", R"doc(Who moved first.

Members
-------
reactive
    the customer did
proactive
    a sign was seen
predictive
    there was no sign yet, but a model said so)doc"},
    {"coverage.ResponseMix", R"doc(Who moved first, by tier: three rows for each tier of the plan, in each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
tier
    on the day of the touch
response
    who moved first
touches
    that count, and say so
share
    of those of the tier that say so
hours
    they took, where that is told)doc"},
    {"coverage.ResponseMix.as_of", R"doc(last day known)doc"},
    {"coverage.ResponseMix.as_of_inferred", R"doc(it was not given)doc"},
    {"coverage.ResponseMix.counted", R"doc(which touches count)doc"},
    {"coverage.ResponseMix.findings", R"doc(code: response_not_told)doc"},
    {"coverage.ResponseMix.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"coverage.ResponseMix.hours", R"doc(they took, where that is told)doc"},
    {"coverage.ResponseMix.response", R"doc(who moved first)doc"},
    {"coverage.ResponseMix.share", R"doc(of those of the tier that say so)doc"},
    {"coverage.ResponseMix.tier", R"doc(on the day of the touch)doc"},
    {"coverage.ResponseMix.touches", R"doc(that count, and say so)doc"},
    {"coverage.ScoreColumns", R"doc(The columns of a table of what tells an account's tier: one row for each account, or, with `date`, for
each account and snapshot. Exactly one of `acv` and `acv_minor` is given.)doc"},
    {"coverage.ScoreColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.ScoreColumns.acv", R"doc(annual contract value in major units, >= 0)doc"},
    {"coverage.ScoreColumns.acv_minor", R"doc(the same in minor units, >= 0)doc"},
    {"coverage.ScoreColumns.complexity", R"doc(factor >= 0: work against the usual; 1: usual)doc"},
    {"coverage.ScoreColumns.currency", R"doc(ISO 4217 code of every row)doc"},
    {"coverage.ScoreColumns.date", R"doc(n days since 1970-01-01 of snapshots)doc"},
    {"coverage.ScoreColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.ScoreColumns.potential", R"doc(factor >= 0: what it may come to / what it is; 1: no whitespace)doc"},
    {"coverage.ScoreColumns.tier", R"doc(the tier it has before this row; null: that of the row before, or none)doc"},
    {"coverage.Staff", R"doc(A validated table of staff. Copies are cheap.

Hours change, and people come and go, by rows with valid_from and valid_to. It is a plan: rows that begin
later are known.

Findings: zero_length_period.

The columns of a table of customer success managers (CSMs): how many hours a week each works.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
csm
    n ids, texts or integers, as owners has them
hours_per_week
    before overhead, 0 to 168; null: unknown
valid_from
    first day of these hours; null: from ever
valid_to
    first day after; null or fealty::open while it lasts
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null csm, a day before 1900 or after 9999, a
    valid_to before its valid_from, two rows of one CSM that hold on one day, hours that are not
    from 0 to 168)doc"},
    {"coverage.Staff.data", R"doc()doc"},
    {"coverage.Staff.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"coverage.Staff.size", R"doc(Rows that were accepted, and hold on some day.)doc"},
    {"coverage.StaffColumns", R"doc(The columns of a table of customer success managers (CSMs): how many hours a week each works.)doc"},
    {"coverage.StaffColumns.csm", R"doc(n ids, texts or integers, as owners has them)doc"},
    {"coverage.StaffColumns.hours_per_week", R"doc(before overhead, 0 to 168; null: unknown)doc"},
    {"coverage.StaffColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.StaffColumns.valid_from", R"doc(first day of these hours; null: from ever)doc"},
    {"coverage.StaffColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"coverage.StudyDesign", R"doc(How it came about who was touched: what a comparison is worth.

Members
-------
randomized
    by a draw: what differs afterwards, the touch did
matched
    by choice, compared among those alike beforehand: as good as what they are alike in
before_after
    each account with itself: no evidence, since touches follow trouble, and trouble passes)doc"},
    {"coverage.TierPlan", R"doc(A validated tier plan: which accounts a tier is for, how often they are touched, and what work they make.

Columns have NaN where there is none.

The columns of a tier plan: one row for each tier, the highest first. What is null or left out is none.

Raises
------
InvalidInput
    without a tier, on unequal lengths, a tier that is null or there twice, thresholds that do
    not descend, days or accounts that are not whole numbers from 1 to 36,500, hours that are
    not from 0 to 10,000, hours without the days in which they fall

Columns
-------
tier
    its name
threshold
    score from which on an account belongs to it; 0 for the last
cadence_days
    an account is to be touched every so many days
accounts_per_csm
    the most accounts that one CSM can have
onboarding_hours
    from the account's first day on, within
onboarding_days
    so many days
check_in_hours
    every cadence_days
review_hours
    every
review_days
    so many days
renewal_hours
    for each contract that ends, within
renewal_lead_days
    so many days before
source
    where the row's numbers come from)doc"},
    {"coverage.TierPlan.accounts_per_csm", R"doc(the most accounts that one CSM can have)doc"},
    {"coverage.TierPlan.cadence_days", R"doc(an account is to be touched every so many days)doc"},
    {"coverage.TierPlan.check_in_hours", R"doc(every cadence_days)doc"},
    {"coverage.TierPlan.onboarding_days", R"doc(so many days)doc"},
    {"coverage.TierPlan.onboarding_hours", R"doc(from the account's first day on, within)doc"},
    {"coverage.TierPlan.renewal_hours", R"doc(for each contract that ends, within)doc"},
    {"coverage.TierPlan.renewal_lead_days", R"doc(so many days before)doc"},
    {"coverage.TierPlan.review_days", R"doc(so many days)doc"},
    {"coverage.TierPlan.review_hours", R"doc(every)doc"},
    {"coverage.TierPlan.source", R"doc(where the row's numbers come from)doc"},
    {"coverage.TierPlan.threshold", R"doc(score from which on an account belongs to it; 0 for the last)doc"},
    {"coverage.TierPlan.tier", R"doc(its name)doc"},
    {"coverage.TierPlanColumns", R"doc(The columns of a tier plan: one row for each tier, the highest first. What is null or left out is none.)doc"},
    {"coverage.TierPlanColumns.accounts_per_csm", R"doc(the most accounts that one CSM can have, whole, >= 1)doc"},
    {"coverage.TierPlanColumns.cadence_days", R"doc(an account is to be touched every so many days, whole, >= 1)doc"},
    {"coverage.TierPlanColumns.check_in_hours", R"doc(every cadence_days)doc"},
    {"coverage.TierPlanColumns.onboarding_days", R"doc(so many days, whole, >= 1)doc"},
    {"coverage.TierPlanColumns.onboarding_hours", R"doc(from the account's first day on, within)doc"},
    {"coverage.TierPlanColumns.renewal_hours", R"doc(for each contract that ends, within)doc"},
    {"coverage.TierPlanColumns.renewal_lead_days", R"doc(so many days before, whole, >= 1)doc"},
    {"coverage.TierPlanColumns.review_days", R"doc(so many days, whole, >= 1)doc"},
    {"coverage.TierPlanColumns.review_hours", R"doc(every)doc"},
    {"coverage.TierPlanColumns.source", R"doc(where the row's numbers come from)doc"},
    {"coverage.TierPlanColumns.threshold", R"doc(score from which on an account belongs to it, descending, >= 0; the last takes every score below)doc"},
    {"coverage.TierPlanColumns.tier", R"doc(its name)doc"},
    {"coverage.TierSpanColumns", R"doc(The columns of a table of the accounts to be covered: in which tier each was, from when to when.)doc"},
    {"coverage.TierSpanColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.TierSpanColumns.acv", R"doc(what the account is worth in a year, >= 0; null: unknown)doc"},
    {"coverage.TierSpanColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.TierSpanColumns.tier", R"doc(the tier's name)doc"},
    {"coverage.TierSpanColumns.valid_from", R"doc(n days since 1970-01-01: the first day in this tier)doc"},
    {"coverage.TierSpanColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"coverage.TierSpans", R"doc(A validated table of tiers: one row for each account and stretch of days in one tier. Copies are cheap.

An account is a customer from its first day on, as long as its rows follow one another without a gap;
after a gap it has come back and begins anew. Without a column valid_to a row holds until the account's
next.

Findings: zero_length_period.

The columns of a table of the accounts to be covered: in which tier each was, from when to when.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
tier
    the tier's name
valid_from
    n days since 1970-01-01: the first day in this tier
valid_to
    first day after; null or fealty::open while it lasts
acv
    what the account is worth in a year, >= 0; null: unknown
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, tier or valid_from, a day before 1900
    or after 9999, a valid_to before its valid_from, two rows of an account that hold on one
    day, an acv that is negative or infinite)doc"},
    {"coverage.TierSpans.data", R"doc()doc"},
    {"coverage.TierSpans.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"coverage.TierSpans.size", R"doc(Rows that were accepted, and hold on some day.)doc"},
    {"coverage.Tiers", R"doc(The tier of each account and snapshot, by account id and then by date.

Columns
-------
account
    whose
date
    of the snapshot, and first day of this tier; null without dates
valid_to
    the account's next snapshot; null for its last
acv
    annual contract value
score
    acv x potential x complexity
score_tier
    the tier that the score alone would make
previous
    the tier before; null for none
tier
    the tier
changed
    1 where it is another than the one before
beyond
    rows in a row, up to this one, that were past the margin)doc"},
    {"coverage.Tiers.account", R"doc(whose)doc"},
    {"coverage.Tiers.acv", R"doc(annual contract value)doc"},
    {"coverage.Tiers.beyond", R"doc(rows in a row, up to this one, that were past the margin)doc"},
    {"coverage.Tiers.changed", R"doc(1 where it is another than the one before)doc"},
    {"coverage.Tiers.changes", R"doc(how often a tier changed)doc"},
    {"coverage.Tiers.changes_without", R"doc(how often it would have, by the score alone)doc"},
    {"coverage.Tiers.date", R"doc(of the snapshot, and first day of this tier; null without dates)doc"},
    {"coverage.Tiers.margin", R"doc(as it was asked for)doc"},
    {"coverage.Tiers.previous", R"doc(the tier before; null for none)doc"},
    {"coverage.Tiers.score", R"doc(acv x potential x complexity)doc"},
    {"coverage.Tiers.score_tier", R"doc(the tier that the score alone would make)doc"},
    {"coverage.Tiers.snapshots", R"doc(as it was asked for)doc"},
    {"coverage.Tiers.tier", R"doc(the tier)doc"},
    {"coverage.Tiers.valid_to", R"doc(the account's next snapshot; null for its last)doc"},
    {"coverage.TiersOptions", R"doc(Settings of tiers(). The defaults are assumptions: no published standard says how firm a tier should be.)doc"},
    {"coverage.TiersOptions.as_of", R"doc(last day known; by default all rows are)doc"},
    {"coverage.TiersOptions.margin", R"doc(share of a threshold by which a score has to pass it, in [0, 1))doc"},
    {"coverage.TiersOptions.snapshots", R"doc(in so many rows of the account one after the other, >= 1)doc"},
    {"coverage.TouchBalance", R"doc(Whether those that are compared were alike beforehand, one row for each covariate, and for each level of
one of texts but the first.

Columns
-------
covariate
    `risk`, or an attribute, and = its level
treated_mean
    of all touched
control_mean
    of all others
before
    their difference, in standard deviations
matched_treated_mean
    of the touched that are compared
matched_control_mean
    of the others, each stratum as much as it has touched
after
    their difference, in the same standard deviations)doc"},
    {"coverage.TouchBalance.after", R"doc(their difference, in the same standard deviations)doc"},
    {"coverage.TouchBalance.before", R"doc(their difference, in standard deviations)doc"},
    {"coverage.TouchBalance.control_mean", R"doc(of all others)doc"},
    {"coverage.TouchBalance.covariate", R"doc(`risk`, or an attribute, and = its level)doc"},
    {"coverage.TouchBalance.design", R"doc(as told)doc"},
    {"coverage.TouchBalance.findings", R"doc(code: imbalanced)doc"},
    {"coverage.TouchBalance.matched_control_mean", R"doc(of the others, each stratum as much as it has touched)doc"},
    {"coverage.TouchBalance.matched_treated_mean", R"doc(of the touched that are compared)doc"},
    {"coverage.TouchBalance.treated_mean", R"doc(of all touched)doc"},
    {"coverage.TouchBalanceOptions", R"doc(Settings of touch_balance(); the first three are those of touch_effect().)doc"},
    {"coverage.TouchBalanceOptions.caliper", R"doc(how far risks of a pair may be apart; .2 by default, > 0)doc"},
    {"coverage.TouchBalanceOptions.covariates", R"doc(attributes that are looked at; by default all)doc"},
    {"coverage.TouchBalanceOptions.design", R"doc(how it came about who was touched)doc"},
    {"coverage.TouchBalanceOptions.exact", R"doc(attributes of one value in those that are compared)doc"},
    {"coverage.TouchBalanceOptions.largest", R"doc(a difference above which there is a finding, > 0)doc"},
    {"coverage.TouchColumns", R"doc(The columns of a table of touches: one row for each contact with an account.)doc"},
    {"coverage.TouchColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.TouchColumns.channel", R"doc(call, email, …; null: unknown)doc"},
    {"coverage.TouchColumns.csm", R"doc(who did it; null: unknown)doc"},
    {"coverage.TouchColumns.date", R"doc(n days since 1970-01-01)doc"},
    {"coverage.TouchColumns.direction", R"doc(outbound, inbound, …; null: unknown)doc"},
    {"coverage.TouchColumns.hours", R"doc(what it took, >= 0; null: unknown)doc"},
    {"coverage.TouchColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.TouchColumns.response", R"doc(reactive, proactive or predictive; null: unknown)doc"},
    {"coverage.TouchEffect", R"doc(What touches did, one row for each measure.

Columns
-------
measure
    of the effect
estimate
    Mantel-Haenszel's, within strata; NaN where there is none
lower
    of the interval
upper
    of the interval
std_error
    of the difference, or of the logarithm of the ratio
crude
    the same of all rows, whatever their stratum)doc"},
    {"coverage.TouchEffect.confidence", R"doc(coverage of the intervals)doc"},
    {"coverage.TouchEffect.control_outcomes", R"doc(of them, with the outcome)doc"},
    {"coverage.TouchEffect.controls", R"doc(rows that were not, and compared)doc"},
    {"coverage.TouchEffect.crude", R"doc(the same of all rows, whatever their stratum)doc"},
    {"coverage.TouchEffect.design", R"doc(what the comparison is worth)doc"},
    {"coverage.TouchEffect.estimate", R"doc(Mantel-Haenszel's, within strata; NaN where there is none)doc"},
    {"coverage.TouchEffect.findings", R"doc(codes: not_evidence, unmeasured_differences, unmatched, many_rows, unknown_risk, without_stratum, no_estimate)doc"},
    {"coverage.TouchEffect.left_out", R"doc(rows with nobody to be compared with)doc"},
    {"coverage.TouchEffect.lower", R"doc(of the interval)doc"},
    {"coverage.TouchEffect.measure", R"doc(of the effect)doc"},
    {"coverage.TouchEffect.p_value", R"doc(that it would be as large without any effect; NaN likewise)doc"},
    {"coverage.TouchEffect.statistic", R"doc(Cochran-Mantel-Haenszel, chi-squared; NaN where nothing differs)doc"},
    {"coverage.TouchEffect.std_error", R"doc(of the difference, or of the logarithm of the ratio)doc"},
    {"coverage.TouchEffect.strata", R"doc(with both)doc"},
    {"coverage.TouchEffect.treated", R"doc(rows that were touched and compared)doc"},
    {"coverage.TouchEffect.treated_outcomes", R"doc(of them, with the outcome)doc"},
    {"coverage.TouchEffect.upper", R"doc(of the interval)doc"},
    {"coverage.TouchEffectOptions", R"doc(Settings of touch_effect().)doc"},
    {"coverage.TouchEffectOptions.caliper", R"doc(how far risks of a pair may be apart, in standard deviations of all; .2 by default (Austin 2011, of the logit), > 0)doc"},
    {"coverage.TouchEffectOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"coverage.TouchEffectOptions.design", R"doc(how it came about who was touched)doc"},
    {"coverage.TouchEffectOptions.exact", R"doc(attributes of one value in those that are compared)doc"},
    {"coverage.TouchStudy", R"doc(A validated study of touches. Copies are cheap.

The columns of a study of touches: which accounts were touched, and what became of them. One row for each
account, or two where it is its own control.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
treated
    1 where it was touched
outcome
    1 where it happened: a renewal, a loss, an expansion
stratum
    within which rows are compared: a pair, a block of the draw
risk
    how likely the outcome was beforehand: a score, or its logit
attributes
    what else was known beforehand, by its names
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, a flag that is not 0 or 1, a risk that
    is infinite)doc"},
    {"coverage.TouchStudy.data", R"doc()doc"},
    {"coverage.TouchStudy.findings", R"doc(With `on_error = drop`, which rows were left out and why.)doc"},
    {"coverage.TouchStudy.size", R"doc(Rows that were accepted.)doc"},
    {"coverage.TouchStudyColumns", R"doc(The columns of a study of touches: which accounts were touched, and what became of them. One row for each
account, or two where it is its own control.)doc"},
    {"coverage.TouchStudyColumns.account", R"doc(n ids, texts or integers)doc"},
    {"coverage.TouchStudyColumns.attributes", R"doc(what else was known beforehand, by its names)doc"},
    {"coverage.TouchStudyColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"coverage.TouchStudyColumns.outcome", R"doc(1 where it happened: a renewal, a loss, an expansion)doc"},
    {"coverage.TouchStudyColumns.risk", R"doc(how likely the outcome was beforehand: a score, or its logit)doc"},
    {"coverage.TouchStudyColumns.stratum", R"doc(within which rows are compared: a pair, a block of the draw)doc"},
    {"coverage.TouchStudyColumns.treated", R"doc(1 where it was touched)doc"},
    {"coverage.Touches", R"doc(A validated table of touches. Copies are cheap.

Findings: duplicate_row (a row repeats another in every column: both count).

The columns of a table of touches: one row for each contact with an account.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    n days since 1970-01-01
channel
    call, email, …; null: unknown
csm
    who did it; null: unknown
direction
    outbound, inbound, …; null: unknown
hours
    what it took, >= 0; null: unknown
response
    reactive, proactive or predictive; null: unknown
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or date, a day before 1900 or after
    9999, hours that are negative or infinite, a response that is none of the three)doc"},
    {"coverage.Touches.data", R"doc()doc"},
    {"coverage.Touches.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"coverage.Touches.size", R"doc(Rows that were accepted.)doc"},
    {"coverage.WorkKind", R"doc(What accounts make work by.

Members
-------
onboarding
    in the first days of an account
check_in
    as the cadence of its tier asks
review
    business reviews
renewal
    in the days before a contract ends)doc"},
    {"coverage.assignment", R"doc(Gives accounts to CSMs in balanced books.

Small is what the objective adds up: the utilization of the most used CSM, and what handovers cost, as a
share of the hours of all CSMs. So an account is handed over where this saves more hours, were all as used
as the most used, than it costs. An account qualifies for CSMs with hours who offer every value that it
requires; maxima of accounts and of tiers are always kept, and as many accounts as these allow are
assigned.

Accounts are given out by the longest processing time first, from the books of today and from none. Then
pairs of CSMs pass accounts on and swap them, and chains of CSMs pass on accounts of the same hours, until
none of these helps. The bound is the largest of that of the linear program in which accounts are
divisible (the most crowded set of CSMs), of the largest accounts, and of the maxima; with the handovers
that no assignment so balanced can avoid. The answer depends on neither the order of rows nor on time:
ties go to the lower id, and the search ends after fixed numbers of steps.

Parameters
----------
accounts
    what is to be assigned
csms
    to whom
handover_hours
    what it costs to hand an account over, 0 to 1e9; 4 is an assumption of this library (half a
    day to introduce and to read up), not a measurement
hours_limit
    whether books may exceed the hours of their CSMs

Returns
-------
a row for each account; more work than people is an answer too, told by `feasibility`

Raises
------
InvalidInput
    when a requirement is not among what CSMs offer, when CSMs have maxima of tiers and accounts
    no tier, when ids of CSMs are texts here and integers there, and for handover_hours out of
    range

References
----------
Graham: Bounds on multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17, 1969;
Gonzalez, Ibarra, Sahni: Bounds for LPT schedules on uniform processors, SIAM Journal on Computing
6, 1977)doc"},
    {"coverage.cadence", R"doc(When each account was last touched, and whether the next touch is overdue.

A touch is due `cadence_days` of the tier after the last one; an account that was never touched counts
from its first day as a customer, and one that came back from the day on which it did. A touch counts when
its channel and direction are among those asked for and its account has a tier on that day; the others are
listed by the finding touch_of_no_tier. What is dated after as_of is not known: a touch or a tier that
begins later is not there, and an end that comes later is open.

Parameters
----------
touches
    validated rows
tiers
    in which tier each account was, from when to when
plan
    the cadence of each tier
as_of
    last day known; by default the latest in the tables
channels
    whose touches count; all by default
directions
    whose touches count; all by default
owners
    who has the accounts
accounts
    whose attributes make groups
by
    attributes whose values on as_of make the groups of a summary

Returns
-------
one row for each account that has a tier on as_of

Raises
------
InvalidInput
    for a tier that the plan does not have, a plan without any cadence, a channel or direction
    when touches have no such column, an as_of out of 1900 to 9999, `by` without accounts or
    with an attribute that they do not have)doc"},
    {"coverage.capacity", R"doc(Plans the work that accounts make against the time that people have, week by week, since renewals cluster.

Each account that has a tier on as_of makes the work of that tier, as long as the plan reaches. Onboarding
is spread evenly over the days after its first one, check-ins and reviews over all days from then on, by
their cadence, and a renewal over the days before a contract ends. A contract that is known and has not
ended is taken to be renewed for as long as it ran, again and again; one that is followed by another
already makes no work, as told by the limits of retention::renewals(). Time is hours x (1 - overhead).
Work and time are whole minutes, so that all sums agree exactly: of cells, CSMs, weeks, tiers and kinds.

Parameters
----------
tiers
    in which tier each account was, from when to when
plan
    the work of each tier
as_of
    last day known; by default the latest in the tables
weeks
    how many are planned, from the first Monday after, 1 to 520
owners
    who has the accounts; nobody by default
staff
    hours of each CSM; by default hours_per_week for each owner
contracts
    whose ends are renewals; no renewals by default
hours_per_week
    of a full-time CSM, in (0, 168]; an assumption
overhead
    share of all hours that is not for accounts, in [0, 1); an assumption

Returns
-------
tables of the plan, and their sums

Raises
------
InvalidInput
    for a tier that the plan does not have, a plan without any hours, an as_of out of 1900 to
    9989, unless 1 <= weeks <= 520, 0 < hours_per_week <= 168 and 0 <= overhead < 1)doc"},
    {"coverage.capacity_what_if", R"doc(What more people, or fewer accounts that a person touches, would change.

Accounts of one tier are moved to another, those with the lowest acv first, of equal ones the lowest id; a
share is rounded up to whole accounts. Work may go to whoever has time. For each number of CSMs the first
row is the smallest move after which no week has more work than time; where not even all accounts are
enough it says what moving all of them leaves.

Parameters
----------
tiers
    in which tier each account was, from when to when, and their acv
plan
    the work of each tier
headcounts
    numbers of full-time CSMs, >= 0
shares
    shares of accounts that are moved, in [0, 1]
move_from
    tier; by default the last but one of the plan
move_to
    tier; by default the last of the plan
as_of
    last day known; by default the latest in the tables
weeks
    how many are planned, 1 to 520
contracts
    whose ends are renewals; no renewals by default
hours_per_week
    of a full-time CSM, in (0, 168]; an assumption
overhead
    share of all hours that is not for accounts, in [0, 1); an assumption

Returns
-------
one row for each number of CSMs, and for each of them and each share

Raises
------
InvalidInput
    as capacity(); for headcounts below 0, shares out of [0, 1], a tier that the plan does not
    have, a plan with one tier, accounts none of which has an acv)doc"},
    {"coverage.coverage_gaps", R"doc(Every stretch of days on which an account was overdue: a health measure that has its dates.

An account is overdue on the days after the one on which its touch was due, by the tier of each day, up to
the day before the next touch.

Parameters
----------
touches
    validated rows
tiers
    in which tier each account was, from when to when
plan
    the cadence of each tier
as_of
    last day known; by default the latest in the tables
channels
    whose touches count; all by default
directions
    whose touches count; all by default
owners
    who has the accounts
accounts
    whose attributes make groups
by
    attributes whose values on as_of make the groups of a summary

Returns
-------
one row for each stretch

Raises
------
InvalidInput
    as cadence())doc"},
    {"coverage.coverage_share", R"doc(The share of each tier's accounts that were touched in time.

Parameters
----------
touches
    validated rows
tiers
    in which tier each account was, from when to when
plan
    the cadence of each tier
as_of
    last day known; by default the latest in the tables
channels
    whose touches count; all by default
directions
    whose touches count; all by default
owners
    who has the accounts
accounts
    whose attributes make groups
by
    attributes whose values on as_of make the groups of a summary

Returns
-------
one row for each tier, in each group

Raises
------
InvalidInput
    as cadence())doc"},
    {"coverage.default_tier_plan", R"doc(A plan of three tiers to begin with: high touch, low touch and tech touch.

Books on customer success name the three, and 5 to 15 accounts for each CSM of high touch; there are no
published standards for the rest. The hours are chosen so that they agree with that: 2 hours every two
weeks, 10 a quarter and 12 for a renewal are about 104 a year, 15 accounts of a CSM who has 30 of 40 hours
a week for accounts; of low touch about 24 a year and 60 accounts. Thresholds are amounts of US dollars a
year. The column source says which is which. Put your own numbers in their place.

Returns
-------
one row for each tier)doc"},
    {"coverage.expected_events", R"doc(What a proportional hazards model of all accounts, which knows nothing of owners, expects of each owner's
books: losses by lives that end, expansions or first values by lives that end with these.

An account is in a book on the days on which its owner has it; one that changes hands counts in part for
either. An event belongs to whoever had the account on the day before it: the last day of the life. Ties
are Breslow's, so that all stretches together expect what happened. Causes other than the one that is
counted end the watch, as being lost before the first value does.

The model is fitted to these very events, which draws each owner's ratio towards 1 by about the owner's
share of what is expected: a fifth of them at 30% fewer losses shows .745 instead of .7. An interval then
covers more often than it says, and finds less: take `reference` others of performance().

Parameters
----------
lives
    as made by Lifetimes, of days: with `origin`, and accounts; without weights
owners
    as made by Owners
covariates
    attributes of the lives that tell their risk, known before anybody had the account; not
    whose it is, nor what that did
strata
    attributes within whose values hazards are compared
cause
    the cause that is counted; by default any
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each stretch with one owner, by account and day

Raises
------
InvalidInput
    for lives without days, without accounts or with weights; a cause or attributes that are not
    there; no lives, or none that ended; accounts that are texts in one table and integers in
    the other
NotConverged
    when Newton's steps do not suffice

References
----------
Breslow & Day (1987), Statistical Methods in Cancer Research II, ch. 2; Therneau & Grambsch (2000),
Modeling Survival Data, sec. 10.2)doc"},
    {"coverage.funnel_limits", R"doc(The limits that performance() has for each group, as curves over what is expected.

Of counts, a group has exactly the limits of its expectation. Where the table has probabilities, curves
are those of events of one probability (`mean_probability`), while each group's own limits are of its own.

Parameters
----------
performance
    as made by performance()
points
    of the curves, 2 to 100,000
widest
    where they end, in multiples of the largest group's expectation, > 0

Returns
-------
one row for each point; none where nothing is expected

Raises
------
InvalidInput
    unless 2 <= points <= 100,000 and widest is a number above 0

References
----------
Spiegelhalter (2005), Statistics in Medicine 24:1185-1202)doc"},
    {"coverage.performance", R"doc(How each group did with the books it was given: events observed over those that a risk model expected of
the same accounts (indirect standardization), so that neither an easy book nor luck passes for skill.

Counts are Poisson about what is expected; where the table has probabilities, each row has its event or
not, which varies less. Intervals are the expectations of which neither tail of what was seen is below
(1 - confidence) / 2 (Garwood; for probabilities all hazards are multiplied alike). Limits are those of
the same test, told for each group's own expectation, and drawn between whole numbers of events by linear
interpolation, so that a group lies beyond them if and only if its tail says so.

The expectation is taken as known. Where the risk model was fitted to these very groups, a group's ratio
is drawn towards 1 by its share of what is expected, and fewer that differ are found: take `reference`
others. Then ratio, interval, test and limits are of the group's events out of those of all groups, a
binomial number whatever the model's level (Clopper and Pearson's interval).

Parameters
----------
books
    as made by Books
confidence
    coverage of the intervals, in (0, 1)
reference
    what groups are held against
tails
    of intervals, p values and limits
adjustment
    of `adjusted_p_value`
winsorized
    share of the groups at each end that count as the next one does when overdispersion is
    estimated, in [0, 0.5)

Returns
-------
one row for each group

Raises
------
InvalidInput
    unless 0 < confidence < 1 and 0 <= winsorized < 0.5; for others, with probabilities

References
----------
Garwood (1936), Biometrika 28:437-442; Clopper & Pearson (1934), Biometrika 26:404-413; Breslow &
Day (1987), Statistical Methods in Cancer Research II, ch. 2; Spiegelhalter (2005), Statistics in
Medicine 24:1185-1202; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B
57:289-300)doc"},
    {"coverage.response_mix", R"doc(The mix of reactive, proactive and predictive touches; without a column `response` there are no rows.

Parameters
----------
touches
    validated rows
tiers
    in which tier each account was, from when to when
plan
    tells the tiers
as_of
    last day known; by default the latest in the tables
channels
    whose touches count; all by default
directions
    whose touches count; all by default
owners
    who has the accounts
accounts
    whose attributes make groups
by
    attributes whose values on as_of make the groups of a summary

Returns
-------
three rows for each tier, in each group

Raises
------
InvalidInput
    as cadence())doc"},
    {"coverage.tiers", R"doc(Puts accounts into tiers by their scores, firmly enough that they do not flap.

The score alone makes the first tier of the plan whose threshold it reaches. An account that has a tier
leaves it only when the score reaches the next higher threshold x (1 + margin), or falls below its own x
(1 - margin), in each of `snapshots` rows one after the other; then it comes into the tier of its score.
So an account whose score stays within the margin of its tier never moves, and tiers never change more
often than by the score alone. Without a tier before, the score alone makes it.

Parameters
----------
scores
    one row for each account, or for each account and snapshot
plan
    tiers and thresholds, in the currency of the scores
margin
    share of a threshold by which a score has to pass it, in [0, 1)
snapshots
    in so many rows of the account one after the other, >= 1
as_of
    last day known; by default all rows are

Returns
-------
one row for each that is known by as_of

Raises
------
InvalidInput
    for a plan without thresholds, a tier that it does not have, as_of without dates, unless 0
    <= margin < 1 and snapshots >= 1)doc"},
    {"coverage.touch_balance", R"doc(How far the touched differ from the others in what was known beforehand: of all, and of those that
touch_effect() compares.

The standard deviation is the root of the mean of both groups' variances, before as after. Missing values
do not count. NaN where neither group varies.

Parameters
----------
study
    as made by TouchStudy
design
    how it came about who was touched
exact
    attributes of one value in those that are compared
caliper
    how far risks of a pair may be apart; .2 by default, > 0
covariates
    attributes that are looked at; by default all
largest
    a difference above which there is a finding, > 0

Returns
-------
a row for each covariate

Raises
------
InvalidInput
    as touch_effect(); for covariates that are no numbers, flags or texts; unless largest is
    above 0

References
----------
Austin (2009), Statistics in Medicine 28:3083-3107; Stuart (2010), Statistical Science 25:1-21)doc"},
    {"coverage.touch_effect", R"doc(What touches did to an outcome, and what the comparison is worth.

Rows are compared within strata. With a column `stratum` these are given. Otherwise, of a matched study
with risks, each touched account gets the one that was not touched, is of the same values of `exact` and
nearest in risk, within the caliper: those of highest risk choose first, each control is taken once, ties
go to the smaller id. Without risks, strata are the values of `exact`; of a study before and after, the
accounts.

Differences have the errors of Sato, ratios of risks those of Greenland and Robins, ratios of odds those
of Robins, Breslow and Greenland: right for many small strata as for few large ones. The test is without
correction for continuity.

Parameters
----------
study
    as made by TouchStudy
design
    how it came about who was touched
exact
    attributes of one value in those that are compared
caliper
    how far risks of a pair may be apart, in standard deviations of all; .2 by default (Austin
    2011, of the logit), > 0
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
a row for each measure, and what the comparison is worth

Raises
------
InvalidInput
    for a matched study with neither strata, risks nor `exact`; a caliper without risks; names
    of no attribute; unless caliper > 0 and 0 < confidence < 1

References
----------
Mantel & Haenszel (1959), Journal of the National Cancer Institute 22:719-748; Robins, Breslow &
Greenland (1986), Biometrics 42:311-323; Greenland & Robins (1985), Biometrics 41:55-68; Sato
(1989), Biometrics 45:1323-1324; Austin (2011), Pharmaceutical Statistics 10:150-161)doc"},
    {"currency", R"doc(The currency of an ISO 4217 code.

Parameters
----------
code
    three capital letters

Raises
------
InvalidInput
    for any other text

References
----------
ISO 4217:2015, list one of 2026-01-01, and six codes withdrawn since 2021)doc"},
    {"dispatch", R"doc(Runs a kernel, compiled for a level. All levels give the same bits.

Parameters
----------
kernel
    has `void run()`, marked FEALTY_KERNEL
level
    at most best_simd_level(), which it is by default)doc"},
    {"dispatch_lanes", R"doc(The same for a kernel that is written in vectors, whose width suits the level.

Parameters
----------
make
    tells the kernel of a number of doubles, a std::integral_constant: 2, 4 or 8
level)doc"},
    {"for_each_chunk", R"doc(ThreadPool::run() on the shared pool, which is not even started for a single thread.)doc"},
    {"health.AccountSplitsOptions", R"doc(Settings of account_splits().)doc"},
    {"health.AccountSplitsOptions.folds", R"doc(at least 2)doc"},
    {"health.AccountSplitsOptions.seed", R"doc(of the draw)doc"},
    {"health.AtRisk", R"doc(Which accounts could have the outcome in the window.

Members
-------
all
    every one: contracts that can be left, or extended, at any time
due_in_window
    those whose renewal is due in it: before, an account that wants to leave cannot)doc"},
    {"health.AttributeCondition", R"doc(What an attribute of an account has to be.

Parameters
----------
attribute
    a name in the accounts table, such as stage
values
    any of these; integers are written as texts)doc"},
    {"health.AttributeCondition.attribute", R"doc(a name in the accounts table, such as stage)doc"},
    {"health.AttributeCondition.values", R"doc(any of these; integers are written as texts)doc"},
    {"health.AucInterval", R"doc(How the interval of an area under the ROC curve is made.

Members
-------
delong
    normal, by DeLong's standard error, or Obuchowski's of accounts, cut to [0, 1]
logit
    the same of ln(auc / (1 - auc)): the better one near 1
bootstrap
    percentiles of draws of rows, or of accounts)doc"},
    {"health.AveragePrecision", R"doc(How much of what a score flags is right, over all recalls: one row.

Columns
-------
average_precision
    the precision at each threshold x the recall it adds, summed up; NaN without a row with the
    outcome
std_error
    of it, by the bootstrap
lower
    percentile of the draws; NaN without an interval
upper
    percentile of the draws; NaN likewise
prevalence
    share with the outcome: what a score that tells nothing comes to
examples
    rows that were used
outcomes
    of them, with the outcome
left_out
    rows whose score is missing)doc"},
    {"health.AveragePrecision.average_precision", R"doc(the precision at each threshold x the recall it adds, summed up; NaN without a row with the outcome)doc"},
    {"health.AveragePrecision.clustered", R"doc(whether accounts were drawn)doc"},
    {"health.AveragePrecision.confidence", R"doc(coverage of the interval)doc"},
    {"health.AveragePrecision.examples", R"doc(rows that were used)doc"},
    {"health.AveragePrecision.findings", R"doc(codes: one_class, few_outcomes, many_rows, no_interval)doc"},
    {"health.AveragePrecision.left_out", R"doc(rows whose score is missing)doc"},
    {"health.AveragePrecision.lower", R"doc(percentile of the draws; NaN without an interval)doc"},
    {"health.AveragePrecision.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.AveragePrecision.prevalence", R"doc(share with the outcome: what a score that tells nothing comes to)doc"},
    {"health.AveragePrecision.std_error", R"doc(of it, by the bootstrap)doc"},
    {"health.AveragePrecision.upper", R"doc(percentile of the draws; NaN likewise)doc"},
    {"health.AveragePrecisionOptions", R"doc(Settings of average_precision().)doc"},
    {"health.AveragePrecisionOptions.cluster", R"doc(whether accounts are drawn with all their rows; by default where the examples have accounts)doc"},
    {"health.AveragePrecisionOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"health.AveragePrecisionOptions.draws", R"doc(of the bootstrap, 2 to 1,000,000; 0 for no interval)doc"},
    {"health.AveragePrecisionOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.AveragePrecisionOptions.score", R"doc(attribute that holds the scores)doc"},
    {"health.AveragePrecisionOptions.seed", R"doc(of the draws)doc"},
    {"health.AveragePrecisionOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.Band", R"doc(A named part of the scale.

Parameters
----------
name
    such as red
upper
    where it ends; the last one's is the end of the scale
lower
    where it begins; where the one before ends by default)doc"},
    {"health.Band.lower", R"doc(where it begins; where the one before ends by default)doc"},
    {"health.Band.name", R"doc(such as red)doc"},
    {"health.Band.upper", R"doc(where it ends; the last one's is the end of the scale)doc"},
    {"health.BandCounts", R"doc(The partial state of churn_by_band(): how many examples are in each band, and how many of them have the
outcome.

Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
exactly and in any order. Weights do not count.)doc"},
    {"health.BandCounts.band", R"doc(The attribute.)doc"},
    {"health.BandCounts.counts", R"doc()doc"},
    {"health.BandCounts.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.BandCounts.left_out", R"doc(Examples without a band.)doc"},
    {"health.BandCounts.merge", R"doc(Adds the counts of another state.

Raises
------
InvalidInput
    when they are of another attribute)doc"},
    {"health.BandCounts.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"health.BandCounts.size", R"doc(Examples so far, those without a band included.)doc"},
    {"health.BandCounts.update", R"doc(Adds examples.

Raises
------
InvalidInput
    for an attribute that is not there, or is neither texts nor integers; nothing is added then)doc"},
    {"health.BandCountsOptions", R"doc(Settings of BandCounts.)doc"},
    {"health.BandCountsOptions.band", R"doc(attribute that holds the band)doc"},
    {"health.BandRule", R"doc(To which band a score belongs that lies on the border of two; the same for the steps of a transform.

Members
-------
upper_inclusive
    to the lower one: 50 is red where red ends at 50
upper_exclusive
    to the upper one; the end of the scale belongs to the last band)doc"},
    {"health.BetaCalibrationOptions", R"doc(Settings of beta_calibration().)doc"},
    {"health.BetaCalibrationOptions.clip", R"doc(scores are kept so far from 0 and 1; in (0, .5))doc"},
    {"health.BetaCalibrationOptions.higher_predicts_outcome", R"doc(whether the outcome is expected of high scores; otherwise s is 1 - score, as of a health score and churn)doc"},
    {"health.BetaCalibrationOptions.least_outcomes", R"doc(fewer rows with the outcome, or without, are found; an assumption)doc"},
    {"health.BetaCalibrationOptions.score", R"doc(attribute that holds the score, in [0, 1])doc"},
    {"health.BinCounts", R"doc(The partial state of drift: how many rows are in each bin of an attribute.

Counts of partitions, batches of a stream and states from other processes add up to those of all rows,
exactly and in any order.)doc"},
    {"health.BinCounts.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.BinCounts.feature", R"doc(The attribute.)doc"},
    {"health.BinCounts.merge", R"doc(Adds the counts of another state.

Raises
------
InvalidInput
    when its attribute or its edges are others)doc"},
    {"health.BinCounts.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"health.BinCounts.size", R"doc(Rows so far.)doc"},
    {"health.BinCounts.tally", R"doc()doc"},
    {"health.BinCounts.update", R"doc(Adds rows.

Raises
------
InvalidInput
    when the attribute is not there, infinite, a date, or numbers without edges or texts with
    edges; nothing is added then)doc"},
    {"health.BinCountsOptions", R"doc(Settings of BinCounts and EvidenceCounts.)doc"},
    {"health.BinCountsOptions.edges", R"doc(of numbers: upper ends of all bins but the last, ascending; none: each text is a bin)doc"},
    {"health.BinCountsOptions.feature", R"doc(the attribute)doc"},
    {"health.BinKind", R"doc(What a bin of an attribute holds.

Members
-------
numbers
    those above its lower end, up to its upper end
category
    one text
missing
    rows in which the attribute is not known)doc"},
    {"health.Binning", R"doc(How probabilities are put into bins.

Members
-------
equal_mass
    of about as many rows; those of the same probability stay together, so bins may be fewer
equal_width
    of the same width over [0, 1]; a bin holds its upper end; empty ones are left out)doc"},
    {"health.BrierDecomposition", R"doc(A Brier score term by term, one row for each.

Columns
-------
term
    what the row tells
value
    NaN without examples
contribution
    value, or less it for resolution and within_bin_covariance: they add up to the Brier score
std_error
    of value; NaN of a single row or account
lower
    of the term of these bins, without what chance adds to it; NaN without an error
upper
    likewise)doc"},
    {"health.BrierDecomposition.accounts", R"doc(they are of; 0 where it is not known)doc"},
    {"health.BrierDecomposition.binning", R"doc(how they were cut)doc"},
    {"health.BrierDecomposition.bins", R"doc(that have rows)doc"},
    {"health.BrierDecomposition.brier", R"doc(mean square of probability - outcome)doc"},
    {"health.BrierDecomposition.confidence", R"doc(coverage of the intervals)doc"},
    {"health.BrierDecomposition.contribution", R"doc(value, or less it for resolution and within_bin_covariance: they add up to the Brier score)doc"},
    {"health.BrierDecomposition.examples", R"doc(rows that were used)doc"},
    {"health.BrierDecomposition.findings", R"doc(codes: missing_score, no_examples, one_class)doc"},
    {"health.BrierDecomposition.generalized_resolution", R"doc(resolution - within_bin_variance + within_bin_covariance: does not depend on where bins are cut as much as resolution does)doc"},
    {"health.BrierDecomposition.left_out", R"doc(rows in which the probability is missing)doc"},
    {"health.BrierDecomposition.lower", R"doc(of the term of these bins, without what chance adds to it; NaN without an error)doc"},
    {"health.BrierDecomposition.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.BrierDecomposition.std_error", R"doc(of value; NaN of a single row or account)doc"},
    {"health.BrierDecomposition.term", R"doc(what the row tells)doc"},
    {"health.BrierDecomposition.upper", R"doc(likewise)doc"},
    {"health.BrierDecomposition.value", R"doc(NaN without examples)doc"},
    {"health.BrierDecompositionOptions", R"doc(Settings of brier_decomposition().)doc"},
    {"health.BrierDecompositionOptions.binning", R"doc(how they are cut)doc"},
    {"health.BrierDecompositionOptions.bins", R"doc(within which probabilities are taken together; 1 or more)doc"},
    {"health.BrierDecompositionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.BrierDecompositionOptions.score", R"doc(attribute that holds the probability of the outcome, in [0, 1])doc"},
    {"health.BrierTerm", R"doc(What a Brier score is made of.

Members
-------
reliability
    how far the bins' mean probabilities are from their shares of outcomes; 0 if right
resolution
    how far these shares are from that of all: how much the bins tell apart
uncertainty
    Brier score of the share of all outcomes
within_bin_variance
    of probabilities around their bin's mean
within_bin_covariance
    of probabilities and outcomes within bins, twice: what the bins hide)doc"},
    {"health.CalibratedScores", R"doc(Scores as probabilities, one row for each.

Columns
-------
score
    as given
probability
    of the outcome; NaN where the score is)doc"},
    {"health.CalibratedScores.findings", R"doc(codes: missing_score, no_calibration)doc"},
    {"health.CalibratedScores.probability", R"doc(of the outcome; NaN where the score is)doc"},
    {"health.CalibratedScores.score", R"doc(as given)doc"},
    {"health.CalibrationCurve", R"doc(Probabilities beside what happened, one row for each bin, the lowest probabilities first.

Columns
-------
lowest
    probability in the bin
highest
    probability in the bin
predicted
    mean of the probabilities
observed
    share of outcomes
lower
    of Wilson's interval of it
upper
    likewise
examples
    rows in the bin
outcomes
    of them, with the outcome)doc"},
    {"health.CalibrationCurve.binning", R"doc(how bins were cut)doc"},
    {"health.CalibrationCurve.confidence", R"doc(coverage of the intervals)doc"},
    {"health.CalibrationCurve.examples", R"doc(rows in the bin)doc"},
    {"health.CalibrationCurve.findings", R"doc(codes: missing_score, no_examples, one_class, many_rows)doc"},
    {"health.CalibrationCurve.highest", R"doc(probability in the bin)doc"},
    {"health.CalibrationCurve.left_out", R"doc(rows in which the probability is missing)doc"},
    {"health.CalibrationCurve.lower", R"doc(of Wilson's interval of it)doc"},
    {"health.CalibrationCurve.lowest", R"doc(probability in the bin)doc"},
    {"health.CalibrationCurve.observed", R"doc(share of outcomes)doc"},
    {"health.CalibrationCurve.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.CalibrationCurve.predicted", R"doc(mean of the probabilities)doc"},
    {"health.CalibrationCurve.upper", R"doc(likewise)doc"},
    {"health.CalibrationCurveOptions", R"doc(Settings of calibration_curve().)doc"},
    {"health.CalibrationCurveOptions.binning", R"doc(how they are cut)doc"},
    {"health.CalibrationCurveOptions.bins", R"doc(1 or more)doc"},
    {"health.CalibrationCurveOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.CalibrationCurveOptions.score", R"doc(attribute that holds the probability of the outcome, in [0, 1])doc"},
    {"health.CalibrationMeasure", R"doc(How probabilities are judged.

Members
-------
brier
    mean square of probability - outcome
brier_skill
    1 - brier / that of the share of outcomes
log_loss
    mean of less the logarithm of the probability of what happened
calibration_slope
    of a logistic curve on logit p; 1 if right, below for too extreme ones
calibration_intercept
    of the same curve
calibration_in_the_large
    intercept of the curve whose slope is 1; 0 if right
mean_difference
    mean probability - share of outcomes; 0 if right
expected_observed_ratio
    the one / the other; 1 if right
expected_calibration_error
    mean of |mean probability - share of outcomes| over bins
maximum_calibration_error
    largest of them
spiegelhalter_z
    of Spiegelhalter's test that all probabilities are right; 0 on average)doc"},
    {"health.CalibrationMeasures", R"doc(Whether probabilities are right, one row for each measure.

Columns
-------
measure
    what the row tells
value
    NaN where there is none, and a finding why
std_error
    NaN of maximum_calibration_error and spiegelhalter_z
lower
    of a normal interval; of the ratio, of one of its logarithm; of calibration errors, see
    below; NaN of spiegelhalter_z, which is in standard errors already and has its p_value
upper
    likewise
p_value
    two-sided, that it would be as far from what is right; NaN where nothing is)doc"},
    {"health.CalibrationMeasures.accounts", R"doc(they are of; 0 where it is not known)doc"},
    {"health.CalibrationMeasures.binning", R"doc(how they were cut)doc"},
    {"health.CalibrationMeasures.bins", R"doc(that have rows)doc"},
    {"health.CalibrationMeasures.clip", R"doc(how far from 0 and 1 logarithms were taken)doc"},
    {"health.CalibrationMeasures.confidence", R"doc(coverage of the intervals)doc"},
    {"health.CalibrationMeasures.examples", R"doc(rows that were used)doc"},
    {"health.CalibrationMeasures.expected_error_by_chance", R"doc(expected_calibration_error that right probabilities would show on average in these bins, about)doc"},
    {"health.CalibrationMeasures.findings", R"doc(codes: missing_score, no_examples, one_class, few_outcomes, separation, no_spread, certain_scores, many_rows)doc"},
    {"health.CalibrationMeasures.left_out", R"doc(rows in which the probability is missing)doc"},
    {"health.CalibrationMeasures.lower", R"doc(of a normal interval; of the ratio, of one of its logarithm; of calibration errors, see below; NaN of spiegelhalter_z, which is in standard errors already and has its p_value)doc"},
    {"health.CalibrationMeasures.mean_probability", R"doc(of all examples)doc"},
    {"health.CalibrationMeasures.measure", R"doc(what the row tells)doc"},
    {"health.CalibrationMeasures.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.CalibrationMeasures.p_value", R"doc(two-sided, that it would be as far from what is right; NaN where nothing is)doc"},
    {"health.CalibrationMeasures.share", R"doc(of outcomes)doc"},
    {"health.CalibrationMeasures.std_error", R"doc(NaN of maximum_calibration_error and spiegelhalter_z)doc"},
    {"health.CalibrationMeasures.upper", R"doc(likewise)doc"},
    {"health.CalibrationMeasures.value", R"doc(NaN where there is none, and a finding why)doc"},
    {"health.CalibrationMeasuresOptions", R"doc(Settings of calibration_measures().)doc"},
    {"health.CalibrationMeasuresOptions.binning", R"doc(how they are cut)doc"},
    {"health.CalibrationMeasuresOptions.bins", R"doc(of the calibration errors; 1 or more)doc"},
    {"health.CalibrationMeasuresOptions.clip", R"doc(for logarithms, probabilities are kept so far from 0 and 1; in (0, .5))doc"},
    {"health.CalibrationMeasuresOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.CalibrationMeasuresOptions.least_outcomes", R"doc(fewer rows with the outcome, or without, are found; an assumption)doc"},
    {"health.CalibrationMeasuresOptions.score", R"doc(attribute that holds the probability of the outcome, in [0, 1])doc"},
    {"health.Calibrator", R"doc(What turns scores into probabilities of an outcome, one row for each knot: only isotonic ones have some.

Columns
-------
score
    of the knot, ascending
probability
    at the knot)doc"},
    {"health.Calibrator.clip", R"doc(scores are kept so far from 0 and 1 for their logarithms)doc"},
    {"health.Calibrator.examples", R"doc(rows that it learned from)doc"},
    {"health.Calibrator.findings", R"doc(codes: missing_score, no_examples, one_class, few_outcomes, separation, no_spread, wrong_direction, certain_scores)doc"},
    {"health.Calibrator.higher_predicts_outcome", R"doc(which way the score was taken to point; beta calibration of one that does not is of s = 1 - score)doc"},
    {"health.Calibrator.intercept", R"doc(of the logit; NaN where nothing was learned)doc"},
    {"health.Calibrator.kind", R"doc(how a score becomes a probability)doc"},
    {"health.Calibrator.left_out", R"doc(rows in which the score is missing)doc"},
    {"health.Calibrator.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.Calibrator.probability", R"doc(at the knot)doc"},
    {"health.Calibrator.rest_slope", R"doc(of beta calibration: of -ln(1 - s))doc"},
    {"health.Calibrator.scale", R"doc(of Platt's: what the slope is of)doc"},
    {"health.Calibrator.score", R"doc(of the knot, ascending)doc"},
    {"health.Calibrator.slope", R"doc(of the score, of its logit, or of ln s)doc"},
    {"health.CalibratorKind", R"doc(How a score becomes a probability.

Members
-------
platt
    logit p = intercept + slope x: x is the score, or its logit
isotonic
    linear between knots, as far as the outermost ones beyond them
beta_calibration
    logit p = intercept + slope ln s - rest_slope ln(1 - s))doc"},
    {"health.Ces", R"doc(Customer effort score, one row for each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
answers
    in the window
respondents
    answers that count
mean
    of the scores, on their scale; NaN without any
std_error
    of the mean, with n - 1; NaN for one respondent
agreeing
    scores above the middle of the scale
share
    agreeing / respondents; NaN without any
lower
    Wilson's interval of the share
upper
    Wilson's interval of the share)doc"},
    {"health.Ces.agreeing", R"doc(scores above the middle of the scale)doc"},
    {"health.Ces.answers", R"doc(in the window)doc"},
    {"health.Ces.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"health.Ces.as_of_inferred", R"doc(it was not given)doc"},
    {"health.Ces.confidence", R"doc(coverage of the intervals)doc"},
    {"health.Ces.counted", R"doc(which of them)doc"},
    {"health.Ces.findings", R"doc(codes: no_answers, users_unknown)doc"},
    {"health.Ces.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"health.Ces.lower", R"doc(Wilson's interval of the share)doc"},
    {"health.Ces.mean", R"doc(of the scores, on their scale; NaN without any)doc"},
    {"health.Ces.respondents", R"doc(answers that count)doc"},
    {"health.Ces.share", R"doc(agreeing / respondents; NaN without any)doc"},
    {"health.Ces.std_error", R"doc(of the mean, with n - 1; NaN for one respondent)doc"},
    {"health.Ces.upper", R"doc(Wilson's interval of the share)doc"},
    {"health.Ces.window_days", R"doc(days up to as_of whose answers count)doc"},
    {"health.ChangeReason", R"doc(Why a score changed.

Members
-------
value
    a measure that counts in both has another value
staleness
    and another age, so that its points have faded more or less
missingness
    a measure counts in only one of the two: seen anew, too old, gone
exception
    a flag went up or down, or expired
configuration
    the scorecard is another one, or another version
rounding
    what remains of rounding both scores)doc"},
    {"health.CharacteristicStability", R"doc(How far attributes have moved, one row for each, those that moved most first.

Columns
-------
feature
    the attribute; among equals by its bytes
csi
    its stability index; NaN of an empty sample
std_error
    of it; NaN of one bin, or one account
lower
    of its interval, as in psi(); NaN without an error
upper
    likewise
reading
    how that is usually read
share_of_all
    of the sum of the indices
bins
    how many hold rows
expected
    the index that chance brings about on average
limit
    what chance exceeds in 1 - confidence of cases
p_value
    that chance alone brings about as much
points_shift
    points that a mean score has moved by through it; NaN without points
largest_bin
    the bin that contributes most, as text)doc"},
    {"health.CharacteristicStability.bins", R"doc(how many hold rows)doc"},
    {"health.CharacteristicStability.confidence", R"doc(of `limit` and the intervals)doc"},
    {"health.CharacteristicStability.csi", R"doc(its stability index; NaN of an empty sample)doc"},
    {"health.CharacteristicStability.expected", R"doc(the index that chance brings about on average)doc"},
    {"health.CharacteristicStability.feature", R"doc(the attribute; among equals by its bytes)doc"},
    {"health.CharacteristicStability.findings", R"doc(codes: empty_sample, one_bin, drift, within_chance, unseen_value, configuration_changed)doc"},
    {"health.CharacteristicStability.largest_bin", R"doc(the bin that contributes most, as text)doc"},
    {"health.CharacteristicStability.limit", R"doc(what chance exceeds in 1 - confidence of cases)doc"},
    {"health.CharacteristicStability.lower", R"doc(of its interval, as in psi(); NaN without an error)doc"},
    {"health.CharacteristicStability.p_value", R"doc(that chance alone brings about as much)doc"},
    {"health.CharacteristicStability.points_shift", R"doc(points that a mean score has moved by through it; NaN without points)doc"},
    {"health.CharacteristicStability.points_shift_sum", R"doc(of the score; NaN without points)doc"},
    {"health.CharacteristicStability.reading", R"doc(how that is usually read)doc"},
    {"health.CharacteristicStability.share_of_all", R"doc(of the sum of the indices)doc"},
    {"health.CharacteristicStability.std_error", R"doc(of it; NaN of one bin, or one account)doc"},
    {"health.CharacteristicStability.upper", R"doc(likewise)doc"},
    {"health.ChildScoreColumns", R"doc(The columns of a table of scores to be rolled up: one row for each account of a group, or each product of
an account.)doc"},
    {"health.ChildScoreColumns.band", R"doc(its band; null or "unknown" where it has none)doc"},
    {"health.ChildScoreColumns.child", R"doc(n ids: whose score it is, once below each parent)doc"},
    {"health.ChildScoreColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.ChildScoreColumns.parent", R"doc(n ids: what the row belongs to; null where it belongs to nothing)doc"},
    {"health.ChildScoreColumns.score", R"doc(points; null or NaN where it has none)doc"},
    {"health.ChildScoreColumns.weight", R"doc(how much it counts, such as its ARR, 0 to 1e15; 1 by default)doc"},
    {"health.ChildScores", R"doc(A validated table of scores of children. Copies are cheap.

The columns of a table of scores to be rolled up: one row for each account of a group, or each product of
an account.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
parent
    n ids: what the row belongs to; null where it belongs to nothing
child
    n ids: whose score it is, once below each parent
score
    points; null or NaN where it has none
weight
    how much it counts, such as its ARR, 0 to 1e15; 1 by default
band
    its band; null or "unknown" where it has none
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null child, a score that is beyond 1e15 either way,
    a weight that is null or not from 0 to 1e15, a child that is there twice below one parent)doc"},
    {"health.ChildScores.data", R"doc()doc"},
    {"health.ChildScores.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
child_without_parent.)doc"},
    {"health.ChildScores.size", R"doc(Rows that were accepted and have a parent.)doc"},
    {"health.ChurnByBand", R"doc(How often the outcome happens in each band, the worst first.

Columns
-------
band
    as in `order`
examples
    rows in the band
outcomes
    of them, with the outcome
rate
    share of outcomes; NaN of an empty band
lower
    of Wilson's interval
upper
    likewise
monotone_rate
    isotonic fit: the nearest rates that never go the wrong way; NaN of an empty band
next_p_value
    that the next band that has examples is of the same rate, by a score test; NaN of the last)doc"},
    {"health.ChurnByBand.band", R"doc(as in `order`)doc"},
    {"health.ChurnByBand.confidence", R"doc(coverage of the intervals)doc"},
    {"health.ChurnByBand.exact", R"doc(whether p_value is of all ways in which outcomes may fall on bands)doc"},
    {"health.ChurnByBand.examples", R"doc(rows in the band)doc"},
    {"health.ChurnByBand.findings", R"doc(codes: missing_band, no_examples, one_class, empty_band, not_monotone, bands_alike, many_rows)doc"},
    {"health.ChurnByBand.left_out", R"doc(rows without a band)doc"},
    {"health.ChurnByBand.lower", R"doc(of Wilson's interval)doc"},
    {"health.ChurnByBand.monotone", R"doc(whether rates never go the wrong way)doc"},
    {"health.ChurnByBand.monotone_rate", R"doc(isotonic fit: the nearest rates that never go the wrong way; NaN of an empty band)doc"},
    {"health.ChurnByBand.next_p_value", R"doc(that the next band that has examples is of the same rate, by a score test; NaN of the last)doc"},
    {"health.ChurnByBand.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.ChurnByBand.p_value", R"doc(two-sided, of the trend; NaN likewise)doc"},
    {"health.ChurnByBand.rate", R"doc(share of outcomes; NaN of an empty band)doc"},
    {"health.ChurnByBand.trend", R"doc(Cochran and Armitage's z; above 0 where worse bands have more outcomes; NaN where nothing differs)doc"},
    {"health.ChurnByBand.upper", R"doc(likewise)doc"},
    {"health.ChurnByBand.worse_predicts_outcome", R"doc(what was expected)doc"},
    {"health.ChurnByBandOptions", R"doc(Settings of churn_by_band().)doc"},
    {"health.ChurnByBandOptions.band", R"doc(attribute that holds the band)doc"},
    {"health.ChurnByBandOptions.confidence", R"doc(coverage of the intervals, in (0, 1); neighbors are said to be alike where p is above 1 - confidence)doc"},
    {"health.ChurnByBandOptions.exact_outcomes", R"doc(up to so many outcomes, or rows without, the trend's p is exact; a choice of cost)doc"},
    {"health.ChurnByBandOptions.order", R"doc(all bands, the worst first)doc"},
    {"health.ChurnByBandOptions.worse_predicts_outcome", R"doc(whether the outcome is expected of bad bands, as churn is; a renewal is not)doc"},
    {"health.CoefficientSign", R"doc(Which sign a coefficient may have: what is known beforehand of how a feature works.

Members
-------
any
    none is asked for
positive
    >= 0: more of the feature never makes the outcome less likely
negative
    <= 0)doc"},
    {"health.Combination", R"doc(How points become a score.

Members
-------
weighted_mean
    of the members of each group, then of the groups
sum
    of weight times points, not divided by the weights: a points scorecard)doc"},
    {"health.Contributions", R"doc(What scores are made of, in micro-points (millionths of a point): in each row the lines add up to
`score_micro` exactly. A column for each measure bears its id.)doc"},
    {"health.Contributions.account", R"doc(as in the scores)doc"},
    {"health.Contributions.clamp", R"doc(what is cut off at the ends of the scale)doc"},
    {"health.Contributions.decay", R"doc(what points lose or gain as values age)doc"},
    {"health.Contributions.exception", R"doc(what exceptions change)doc"},
    {"health.Contributions.measure", R"doc(ids, in the card's order)doc"},
    {"health.Contributions.measures", R"doc(of each: its share of the card x its points)doc"},
    {"health.Contributions.renormalization", R"doc(what others count for measures that are missing)doc"},
    {"health.Contributions.rounding", R"doc(to whole micro-points and to the card's decimals)doc"},
    {"health.Contributions.score_micro", R"doc(the score that is shown, or would be with more coverage)doc"},
    {"health.CountedAnswers", R"doc(Which answers of the window count.

Members
-------
every
    each one: who answers often counts often
last_of_user
    the last of each user of an account; those of nobody known count each
last_of_account
    the last of each account)doc"},
    {"health.CrossValidation", R"doc(How a logistic model does on rows that it has not seen.)doc"},
    {"health.CrossValidation.auc", R"doc(mean over the folds that have one)doc"},
    {"health.CrossValidation.best_penalty", R"doc(of the least log loss)doc"},
    {"health.CrossValidation.findings", R"doc(codes: fold_without_training, no_prediction)doc"},
    {"health.CrossValidation.folds", R"doc(with the penalty that was chosen)doc"},
    {"health.CrossValidation.left_out", R"doc(test rows without a prediction)doc"},
    {"health.CrossValidation.path", R"doc(of all penalties)doc"},
    {"health.CrossValidation.penalty", R"doc(chosen: the largest whose log loss is within one standard error of the best)doc"},
    {"health.CrossValidation.predictions", R"doc(of each test row, with the penalty that was chosen)doc"},
    {"health.CrossValidationFolds", R"doc(How good the model of each fold was, one row for each.

Columns
-------
fold
    from 1
train
    rows that it learned from
test
    rows that it was judged by
outcomes
    of them, with the outcome
auc
    area under the ROC curve of its test rows; NaN of one class
log_loss
    weighted mean of -ln of the probability of what happened
null_log_loss
    the same of the share of outcomes among its training rows)doc"},
    {"health.CrossValidationFolds.auc", R"doc(area under the ROC curve of its test rows; NaN of one class)doc"},
    {"health.CrossValidationFolds.fold", R"doc(from 1)doc"},
    {"health.CrossValidationFolds.log_loss", R"doc(weighted mean of -ln of the probability of what happened)doc"},
    {"health.CrossValidationFolds.null_log_loss", R"doc(the same of the share of outcomes among its training rows)doc"},
    {"health.CrossValidationFolds.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.CrossValidationFolds.test", R"doc(rows that it was judged by)doc"},
    {"health.CrossValidationFolds.train", R"doc(rows that it learned from)doc"},
    {"health.CrossValidationOptions", R"doc(Settings of cross_validate().)doc"},
    {"health.CrossValidationOptions.bins", R"doc(as of weight_of_evidence())doc"},
    {"health.CrossValidationOptions.features", R"doc(attributes of the logistic model)doc"},
    {"health.CrossValidationOptions.min_share", R"doc(likewise)doc"},
    {"health.CrossValidationOptions.monotone", R"doc(likewise)doc"},
    {"health.CrossValidationOptions.penalties", R"doc(ridge penalties to choose from, each >= 0, as of logistic())doc"},
    {"health.CrossValidationOptions.standardize", R"doc(as of logistic())doc"},
    {"health.CrossValidationOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.CrossValidationOptions.weight_of_evidence", R"doc(whether features enter as the weight of evidence of their bins, which the training rows of each fold make; unseen values as 0)doc"},
    {"health.CrossValidationPath", R"doc(How good each penalty was, one row for each, ascending.

Columns
-------
penalty
    ridge
log_loss
    mean over folds, by the weight of their test rows
std_error
    of it, by how much folds differ; NaN of one fold)doc"},
    {"health.CrossValidationPath.log_loss", R"doc(mean over folds, by the weight of their test rows)doc"},
    {"health.CrossValidationPath.penalty", R"doc(ridge)doc"},
    {"health.CrossValidationPath.std_error", R"doc(of it, by how much folds differ; NaN of one fold)doc"},
    {"health.CrossValidationPredictions", R"doc(What models said of rows that they had not seen, one row for each test row.

Columns
-------
row
    of the examples, from 0
fold
    in which it was tested, from 1
outcome
    1 where it happened
probability
    of the outcome; NaN where the model cannot say
linear_predictor
    log odds)doc"},
    {"health.CrossValidationPredictions.fold", R"doc(in which it was tested, from 1)doc"},
    {"health.CrossValidationPredictions.linear_predictor", R"doc(log odds)doc"},
    {"health.CrossValidationPredictions.outcome", R"doc(1 where it happened)doc"},
    {"health.CrossValidationPredictions.probability", R"doc(of the outcome; NaN where the model cannot say)doc"},
    {"health.CrossValidationPredictions.row", R"doc(of the examples, from 0)doc"},
    {"health.Csat", R"doc(Customer satisfaction, one row for each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
answers
    in the window
respondents
    answers that count
mean
    of the scores, on their scale; NaN without any
std_error
    of the mean, with n - 1; NaN for one respondent
satisfied
    scores in the top two boxes: at least the highest less 1
share
    satisfied / respondents; NaN without any
lower
    Wilson's interval of the share
upper
    Wilson's interval of the share)doc"},
    {"health.Csat.answers", R"doc(in the window)doc"},
    {"health.Csat.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"health.Csat.as_of_inferred", R"doc(it was not given)doc"},
    {"health.Csat.confidence", R"doc(coverage of the intervals)doc"},
    {"health.Csat.counted", R"doc(which of them)doc"},
    {"health.Csat.findings", R"doc(codes: no_answers, users_unknown)doc"},
    {"health.Csat.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"health.Csat.lower", R"doc(Wilson's interval of the share)doc"},
    {"health.Csat.mean", R"doc(of the scores, on their scale; NaN without any)doc"},
    {"health.Csat.respondents", R"doc(answers that count)doc"},
    {"health.Csat.satisfied", R"doc(scores in the top two boxes: at least the highest less 1)doc"},
    {"health.Csat.share", R"doc(satisfied / respondents; NaN without any)doc"},
    {"health.Csat.std_error", R"doc(of the mean, with n - 1; NaN for one respondent)doc"},
    {"health.Csat.upper", R"doc(Wilson's interval of the share)doc"},
    {"health.Csat.window_days", R"doc(days up to as_of whose answers count)doc"},
    {"health.CsiOptions", R"doc(Settings of csi().)doc"},
    {"health.CsiOptions.account", R"doc(as in psi())doc"},
    {"health.CsiOptions.bins", R"doc(of numbers, of about as many rows of the reference, 1 to 1,000)doc"},
    {"health.CsiOptions.confidence", R"doc(of what chance alone may bring about, and of the intervals, in (0, 1))doc"},
    {"health.CsiOptions.features", R"doc(attributes; with `points` none: then all of its attributes)doc"},
    {"health.CsiOptions.fingerprint", R"doc(attribute that tells under which configuration a row was scored)doc"},
    {"health.CsiOptions.points", R"doc(whose bins are taken, and whose points move)doc"},
    {"health.CsiOptions.smoothing", R"doc(rows added to both cells of a bin of which one is empty, > 0)doc"},
    {"health.Decay", R"doc(How a measure's points fade as its value ages.

Members
-------
none
    not at all, until the value no longer holds
linear
    1 - age / validity_days of the distance from neutral remains
half_life
    2^(-age / half_life_days) of the distance from neutral remains)doc"},
    {"health.DiscreteHazardModel", R"doc(A discrete-time hazard model: rows for the baseline, then for each feature and level but the first.

Columns
-------
covariate
    "period=1", ... or "(intercept)", "period", "period^2", ... or "log(period)"; then features,
    and = the level of texts
reference
    the level that it is told against, of one of texts; otherwise empty
coef
    on the scale of the link; NaN where the data do not tell it
std_error
    of `coef`
exp_coef
    e^coef: of features, odds ratio (logit) or hazard ratio (cloglog)
z
    coef / std_error
p_value
    two-sided
lower
    of e^coef
upper
    of e^coef)doc"},
    {"health.DiscreteHazardModel.baseline", R"doc(how it depends on the age)doc"},
    {"health.DiscreteHazardModel.coef", R"doc(on the scale of the link; NaN where the data do not tell it)doc"},
    {"health.DiscreteHazardModel.confidence", R"doc(coverage of the intervals)doc"},
    {"health.DiscreteHazardModel.covariate", R"doc("period=1", ... or "(intercept)", "period", "period^2", ... or "log(period)"; then features, and = the level of texts)doc"},
    {"health.DiscreteHazardModel.deviance", R"doc(-2 log_likelihood)doc"},
    {"health.DiscreteHazardModel.ended", R"doc(lives that ended)doc"},
    {"health.DiscreteHazardModel.exp_coef", R"doc(e^coef: of features, odds ratio (logit) or hazard ratio (cloglog))doc"},
    {"health.DiscreteHazardModel.findings", R"doc(codes: separation, few_outcomes, constant_covariate, collinear_covariate, certain_period)doc"},
    {"health.DiscreteHazardModel.iterations", R"doc(scoring steps)doc"},
    {"health.DiscreteHazardModel.left_out", R"doc(rows in which a feature is missing)doc"},
    {"health.DiscreteHazardModel.link", R"doc(of the chance to end in a period)doc"},
    {"health.DiscreteHazardModel.lives", R"doc(rows that were used)doc"},
    {"health.DiscreteHazardModel.log_likelihood", R"doc(weighted, at the coefficients, without the penalty)doc"},
    {"health.DiscreteHazardModel.lower", R"doc(of e^coef)doc"},
    {"health.DiscreteHazardModel.p_value", R"doc(two-sided)doc"},
    {"health.DiscreteHazardModel.penalty", R"doc(of squared coefficients)doc"},
    {"health.DiscreteHazardModel.periods", R"doc(the longest life)doc"},
    {"health.DiscreteHazardModel.person_periods", R"doc(periods that lives were at risk in: rows of the expanded table)doc"},
    {"health.DiscreteHazardModel.reference", R"doc(the level that it is told against, of one of texts; otherwise empty)doc"},
    {"health.DiscreteHazardModel.stabilized", R"doc(whether separation made a weak prior necessary (see findings))doc"},
    {"health.DiscreteHazardModel.standardize", R"doc(whether it was per standard deviation of features)doc"},
    {"health.DiscreteHazardModel.std_error", R"doc(of `coef`)doc"},
    {"health.DiscreteHazardModel.upper", R"doc(of e^coef)doc"},
    {"health.DiscreteHazardModel.z", R"doc(coef / std_error)doc"},
    {"health.DiscreteHazardOptions", R"doc(Settings of discrete_hazard().)doc"},
    {"health.DiscreteHazardOptions.baseline", R"doc(how it depends on the age)doc"},
    {"health.DiscreteHazardOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.DiscreteHazardOptions.degree", R"doc(of a polynomial baseline, 1 to 6)doc"},
    {"health.DiscreteHazardOptions.features", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"health.DiscreteHazardOptions.link", R"doc(of the chance to end in a period)doc"},
    {"health.DiscreteHazardOptions.max_iterations", R"doc(scoring steps, >= 1)doc"},
    {"health.DiscreteHazardOptions.penalty", R"doc(ridge: the mean negative log-likelihood of person-periods plus penalty / 2 x sum of squared coefficients is smallest, >= 0)doc"},
    {"health.DiscreteHazardOptions.penalty_factors", R"doc(of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; the baseline has none)doc"},
    {"health.DiscreteHazardOptions.standardize", R"doc(whether coefficients are penalized per standard deviation (weighted, of lives) or per unit of their features)doc"},
    {"health.DiscreteHazardOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.DiscreteHazardOptions.tolerance", R"doc(standard errors that the last step may have, in (0, 1))doc"},
    {"health.DriftReading", R"doc(How a stability index is usually read.

Members
-------
none
    there is no index, or it has one bin and tells nothing
stable
    below .1
moderate
    below .25
large
    .25 or more)doc"},
    {"health.EvidenceCounts", R"doc(The partial state of weight of evidence: how many examples with the outcome, and how many others, are in
each bin of an attribute.

Counts of partitions, batches of a stream and states from other processes add up to those of all examples:
exactly for counts and whole weights, in any order, and to 32 digits for other weights.)doc"},
    {"health.EvidenceCounts.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.EvidenceCounts.feature", R"doc(The attribute.)doc"},
    {"health.EvidenceCounts.merge", R"doc(Adds the counts of another state.

Raises
------
InvalidInput
    when its attribute or its edges are others)doc"},
    {"health.EvidenceCounts.outcomes", R"doc(Examples with the outcome.)doc"},
    {"health.EvidenceCounts.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"health.EvidenceCounts.size", R"doc(Examples so far.)doc"},
    {"health.EvidenceCounts.update", R"doc(Adds examples.

Raises
------
InvalidInput
    when the attribute is not there, infinite, a date, or numbers without edges or texts with
    edges; nothing is added then)doc"},
    {"health.EvidenceCounts.with_outcome", R"doc()doc"},
    {"health.EvidenceCounts.without_outcome", R"doc()doc"},
    {"health.EvidenceReading", R"doc(How an information value is usually read (Siddiqi 2006).

Members
-------
none
    there is no information value
useless
    below .02
weak
    below .1
medium
    below .3
strong
    up to `suspicious`
suspicious
    above it: a feature that knows the outcome already looks like this)doc"},
    {"health.ExampleColumns", R"doc(The columns of a table of examples: what was known of an account on a day, and what happened next. One row
for each account and day.)doc"},
    {"health.ExampleColumns.account", R"doc(whose row it is: rows of one account are not independent)doc"},
    {"health.ExampleColumns.as_of", R"doc(the day on which the attributes were known)doc"},
    {"health.ExampleColumns.attributes", R"doc(n rows: scores and features that were known beforehand, by their names)doc"},
    {"health.ExampleColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.ExampleColumns.outcome", R"doc(n flags: 1 where it happened: a churn, a renewal, an expansion)doc"},
    {"health.ExampleColumns.weight", R"doc(how much the row counts, > 0 and at most 1e15; 1 by default)doc"},
    {"health.Examples", R"doc(A validated table of examples: what models learn from, and scores are proven on. Copies are cheap.

The columns of a table of examples: what was known of an account on a day, and what happened next. One row
for each account and day.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
outcome
    n flags: 1 where it happened: a churn, a renewal, an expansion
attributes
    n rows: scores and features that were known beforehand, by their names
account
    whose row it is: rows of one account are not independent
as_of
    the day on which the attributes were known
weight
    how much the row counts, > 0 and at most 1e15; 1 by default
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    without outcomes, on unequal lengths, an outcome that is not 0 or 1, an account that is
    null, a day that is null, before 1900 or after 9999, a weight that is null, not above 0 or
    above 1e15, weights that are all below 1e-9)doc"},
    {"health.Examples.data", R"doc()doc"},
    {"health.Examples.findings", R"doc(With `on_error = drop`, which rows were left out and why.)doc"},
    {"health.Examples.outcomes", R"doc(Rows in which the outcome happened.)doc"},
    {"health.Examples.size", R"doc(Rows that were accepted.)doc"},
    {"health.ExceptionEffect", R"doc(What an exception does to a score.

Members
-------
cap
    at most its points
floor
    at least its points
set
    its points)doc"},
    {"health.Explanation", R"doc(One score, opened: lines that add up to it.

Columns
-------
line
    what it is of
measure
    the measure, or the flag of an exception; empty otherwise
group
    the group of the measure; empty at the top
value
    what was observed; NaN where there is none
age_days
    how old it is; NaN where that is not known
counts
    1 where a value counts, 0 where it is missing or too old
points
    what it is worth, or what stands in its place
weight
    nominal share of the card
micro_points
    millionths of a point of the score
reason
    why a flag is up, where it is told)doc"},
    {"health.Explanation.account", R"doc(whose score it is)doc"},
    {"health.Explanation.age_days", R"doc(how old it is; NaN where that is not known)doc"},
    {"health.Explanation.band", R"doc(of the score)doc"},
    {"health.Explanation.card", R"doc(id of the scorecard)doc"},
    {"health.Explanation.counts", R"doc(1 where a value counts, 0 where it is missing or too old)doc"},
    {"health.Explanation.coverage", R"doc(share of the card's weight that was observed)doc"},
    {"health.Explanation.fingerprint", R"doc(its fingerprint)doc"},
    {"health.Explanation.group", R"doc(the group of the measure; empty at the top)doc"},
    {"health.Explanation.line", R"doc(what it is of)doc"},
    {"health.Explanation.measure", R"doc(the measure, or the flag of an exception; empty otherwise)doc"},
    {"health.Explanation.micro_points", R"doc(millionths of a point of the score)doc"},
    {"health.Explanation.points", R"doc(what it is worth, or what stands in its place)doc"},
    {"health.Explanation.reason", R"doc(why a flag is up, where it is told)doc"},
    {"health.Explanation.score", R"doc(as it is shown; NaN where too little is known)doc"},
    {"health.Explanation.score_micro", R"doc(what the lines add up to, also without a score)doc"},
    {"health.Explanation.value", R"doc(what was observed; NaN where there is none)doc"},
    {"health.Explanation.version", R"doc(its version)doc"},
    {"health.Explanation.weight", R"doc(nominal share of the card)doc"},
    {"health.GroupScores", R"doc(What the groups of a card come to. A column for each group bears its id; for each top group, one that is
not within another, there is `<id>_micro` as well: what it adds to the score, in micro-points. In each row
these and the columns behind them add up to `score_micro` exactly.)doc"},
    {"health.GroupScores.account", R"doc(as in the scores)doc"},
    {"health.GroupScores.clamp", R"doc(what is cut off at the ends of the scale)doc"},
    {"health.GroupScores.exception", R"doc(what exceptions change)doc"},
    {"health.GroupScores.group", R"doc(ids, in the card's order)doc"},
    {"health.GroupScores.micro_points", R"doc(of each: what it adds to the score)doc"},
    {"health.GroupScores.points", R"doc(of each: what it comes to; NaN where nothing in it counts)doc"},
    {"health.GroupScores.rounding", R"doc(to whole micro-points and to the card's decimals)doc"},
    {"health.GroupScores.score_micro", R"doc(as in the scores)doc"},
    {"health.GroupScores.top_group", R"doc(ids of the top groups, in the card's order)doc"},
    {"health.GroupScores.ungrouped_micro", R"doc(what measures without a group add)doc"},
    {"health.HazardBaseline", R"doc(How the chance to end depends on the age.

Members
-------
by_period
    a coefficient for each period: any shape, as far as lives were seen
polynomial
    a power series of the period, of `degree`
log_period
    a line in the logarithm of the period)doc"},
    {"health.HazardLink", R"doc(How the chance to end in a period follows from a sum of effects.

Members
-------
logit
    log odds: effects are odds ratios of ending in a period
cloglog
    log(-log(1 - chance)): effects are hazard ratios, whatever the length of a period)doc"},
    {"health.HazardPrediction", R"doc(The next periods of lives, one row for each of them and period.

Columns
-------
row
    of the attributes, from 0
period
    of the life, from 1
hazard
    chance to end in it, having come so far; NaN where it is not known
survival
    chance to pass it, having passed the given age
std_error
    of the survival
lower
    of the interval of the survival
upper
    of the interval of the survival)doc"},
    {"health.HazardPrediction.confidence", R"doc(coverage of the intervals)doc"},
    {"health.HazardPrediction.findings", R"doc(codes: missing_feature, unknown_level, beyond_support)doc"},
    {"health.HazardPrediction.hazard", R"doc(chance to end in it, having come so far; NaN where it is not known)doc"},
    {"health.HazardPrediction.lower", R"doc(of the interval of the survival)doc"},
    {"health.HazardPrediction.period", R"doc(of the life, from 1)doc"},
    {"health.HazardPrediction.row", R"doc(of the attributes, from 0)doc"},
    {"health.HazardPrediction.std_error", R"doc(of the survival)doc"},
    {"health.HazardPrediction.survival", R"doc(chance to pass it, having passed the given age)doc"},
    {"health.HazardPrediction.upper", R"doc(of the interval of the survival)doc"},
    {"health.HazardPredictionOptions", R"doc(Settings of predict_discrete_hazard().)doc"},
    {"health.HazardPredictionOptions.ahead", R"doc(periods that are told, 1 to 10,000)doc"},
    {"health.HazardPredictionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.HazardPredictionOptions.given", R"doc(attribute that holds how many each life has passed, instead)doc"},
    {"health.HazardPredictionOptions.given_age", R"doc(periods that lives have passed, whole, >= 0)doc"},
    {"health.InformationValue", R"doc(What each attribute tells of the outcome, one row for each, the most telling first.

Columns
-------
feature
    the attribute; among equals by its bytes
information_value
    of its bins; NaN of one class
reading
    how that is usually read
bins
    how many it has, missing values among them
missing
    examples in which it is not known)doc"},
    {"health.InformationValue.bins", R"doc(how many it has, missing values among them)doc"},
    {"health.InformationValue.feature", R"doc(the attribute; among equals by its bytes)doc"},
    {"health.InformationValue.findings", R"doc(codes: no_examples, one_class, suspicious_feature)doc"},
    {"health.InformationValue.information_value", R"doc(of its bins; NaN of one class)doc"},
    {"health.InformationValue.missing", R"doc(examples in which it is not known)doc"},
    {"health.InformationValue.reading", R"doc(how that is usually read)doc"},
    {"health.InformationValue.suspicious", R"doc(from which on a feature may be a leak)doc"},
    {"health.InformationValueOptions", R"doc(Settings of information_value().)doc"},
    {"health.InformationValueOptions.bins", R"doc(as of weight_of_evidence())doc"},
    {"health.InformationValueOptions.features", R"doc(attributes; by default all but dates and times)doc"},
    {"health.InformationValueOptions.min_share", R"doc(likewise)doc"},
    {"health.InformationValueOptions.monotone", R"doc(likewise)doc"},
    {"health.InformationValueOptions.smoothing", R"doc(likewise)doc"},
    {"health.InformationValueOptions.suspicious", R"doc(from which information value on a feature may be a leak; > 0)doc"},
    {"health.IsotonicOptions", R"doc(Settings of isotonic().)doc"},
    {"health.IsotonicOptions.higher_predicts_outcome", R"doc(whether probabilities rise with the score; of a health score and churn they fall)doc"},
    {"health.IsotonicOptions.least_outcomes", R"doc(fewer rows with the outcome, or without, are found; an assumption)doc"},
    {"health.IsotonicOptions.score", R"doc(attribute that holds the score)doc"},
    {"health.KolmogorovSmirnov", R"doc(How far apart a score keeps rows with the outcome and the others: one row.

Columns
-------
statistic
    largest distance of the two distributions of the score; NaN where a kind has no row
threshold
    where it is: rows with this score or one of more risk are flagged; the one of highest risk,
    if there are several
sensitivity
    share flagged there of the rows with the outcome
specificity
    share not flagged there of the others
p_value
    that it would be as large if the score told nothing
std_error
    of the statistic, at its threshold
lower
    of its interval; NaN where std_error is 0
upper
    likewise
examples
    rows that were used
outcomes
    of them, with the outcome
left_out
    rows whose score is missing)doc"},
    {"health.KolmogorovSmirnov.confidence", R"doc(coverage of the interval)doc"},
    {"health.KolmogorovSmirnov.examples", R"doc(rows that were used)doc"},
    {"health.KolmogorovSmirnov.findings", R"doc(codes: one_class, few_outcomes, many_rows, no_interval)doc"},
    {"health.KolmogorovSmirnov.left_out", R"doc(rows whose score is missing)doc"},
    {"health.KolmogorovSmirnov.lower", R"doc(of its interval; NaN where std_error is 0)doc"},
    {"health.KolmogorovSmirnov.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.KolmogorovSmirnov.p_value", R"doc(that it would be as large if the score told nothing)doc"},
    {"health.KolmogorovSmirnov.sensitivity", R"doc(share flagged there of the rows with the outcome)doc"},
    {"health.KolmogorovSmirnov.specificity", R"doc(share not flagged there of the others)doc"},
    {"health.KolmogorovSmirnov.statistic", R"doc(largest distance of the two distributions of the score; NaN where a kind has no row)doc"},
    {"health.KolmogorovSmirnov.std_error", R"doc(of the statistic, at its threshold)doc"},
    {"health.KolmogorovSmirnov.threshold", R"doc(where it is: rows with this score or one of more risk are flagged; the one of highest risk, if there are several)doc"},
    {"health.KolmogorovSmirnov.upper", R"doc(likewise)doc"},
    {"health.KolmogorovSmirnovOptions", R"doc(Settings of kolmogorov_smirnov().)doc"},
    {"health.KolmogorovSmirnovOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"health.KolmogorovSmirnovOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.KolmogorovSmirnovOptions.score", R"doc(attribute that holds the scores)doc"},
    {"health.LandmarkLifetimes", R"doc(Each snapshot and the time from it to the outcome, by account id and as_of.

Columns
-------
account
    whose
as_of
    day of the snapshot
status
    whether it became a life, or why not
duration
    periods from as_of + gap to the one that has the outcome, or all that are known; NaN where
    it is not used
ended
    1 where it is used, and the outcome is in the last of them)doc"},
    {"health.LandmarkLifetimes.account", R"doc(whose)doc"},
    {"health.LandmarkLifetimes.already_happened", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimes.as_of", R"doc(day of the snapshot)doc"},
    {"health.LandmarkLifetimes.duration", R"doc(periods from as_of + gap to the one that has the outcome, or all that are known; NaN where it is not used)doc"},
    {"health.LandmarkLifetimes.ended", R"doc(1 where it is used, and the outcome is in the last of them)doc"},
    {"health.LandmarkLifetimes.events", R"doc(outcomes that ended lives, each once)doc"},
    {"health.LandmarkLifetimes.findings", R"doc(codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, no_lives)doc"},
    {"health.LandmarkLifetimes.gap_days", R"doc(as chosen)doc"},
    {"health.LandmarkLifetimes.happened_in_gap", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimes.horizon_days", R"doc(as chosen)doc"},
    {"health.LandmarkLifetimes.lives", R"doc(the rows that are used, in their order)doc"},
    {"health.LandmarkLifetimes.not_at_risk", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimes.not_first", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimes.observed_until", R"doc(last day that is known)doc"},
    {"health.LandmarkLifetimes.period_days", R"doc(as chosen)doc"},
    {"health.LandmarkLifetimes.status", R"doc(whether it became a life, or why not)doc"},
    {"health.LandmarkLifetimes.used", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimes.window_open", R"doc(rows of this status)doc"},
    {"health.LandmarkLifetimesOptions", R"doc(Settings of landmark_lifetimes().)doc"},
    {"health.LandmarkLifetimesOptions.at_risk", R"doc(which accounts could have the outcome; due_in_window has a horizon)doc"},
    {"health.LandmarkLifetimesOptions.first_only", R"doc(an account's first life only; by default one of each snapshot)doc"},
    {"health.LandmarkLifetimesOptions.gap_days", R"doc(days after a snapshot that are too short to act, 0 to 36,500)doc"},
    {"health.LandmarkLifetimesOptions.horizon_days", R"doc(days after the gap at which a life is last seen, 1 to 36,500; by default the last day that is known)doc"},
    {"health.LandmarkLifetimesOptions.kind", R"doc(the kind of outcome; by default any)doc"},
    {"health.LandmarkLifetimesOptions.period_days", R"doc(what durations count, 1 to 36,500; horizon_days are whole periods)doc"},
    {"health.LandmarkLifetimesOptions.recurrent", R"doc(whether it can happen again: an expansion; a churn cannot)doc"},
    {"health.LandmarkStatus", R"doc(Whether a snapshot became an example, or a life, or why not.

Members
-------
used
    an example, or a life
already_happened
    on or before as_of: it cannot happen again
not_at_risk
    no renewal is due in the window
window_open
    the window ends after the last day that is known; of lives, their first period
happened_in_gap
    too early for the window, and once only: neither with nor without the outcome
not_first
    of lives, where each account has one only: it has an earlier one)doc"},
    {"health.Landmarks", R"doc(Each snapshot and what happened after it, by account id and as_of.

Columns
-------
account
    whose
as_of
    day of the snapshot
status
    whether it became an example, or why not
outcome
    1 where it is used, and the outcome is in the window
days_to_outcome
    from as_of to the next outcome, however far, and after the gap if it can happen again; NaN
    without any)doc"},
    {"health.Landmarks.account", R"doc(whose)doc"},
    {"health.Landmarks.already_happened", R"doc(rows of this status)doc"},
    {"health.Landmarks.as_of", R"doc(day of the snapshot)doc"},
    {"health.Landmarks.days_to_outcome", R"doc(from as_of to the next outcome, however far, and after the gap if it can happen again; NaN without any)doc"},
    {"health.Landmarks.events", R"doc(outcomes in windows of used rows, each once)doc"},
    {"health.Landmarks.examples", R"doc(the rows that are used, in their order)doc"},
    {"health.Landmarks.findings", R"doc(codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, no_examples)doc"},
    {"health.Landmarks.gap_days", R"doc(as chosen)doc"},
    {"health.Landmarks.happened_in_gap", R"doc(rows of this status)doc"},
    {"health.Landmarks.horizon_days", R"doc(as chosen)doc"},
    {"health.Landmarks.not_at_risk", R"doc(rows of this status)doc"},
    {"health.Landmarks.observed_until", R"doc(last day that is known)doc"},
    {"health.Landmarks.outcome", R"doc(1 where it is used, and the outcome is in the window)doc"},
    {"health.Landmarks.status", R"doc(whether it became an example, or why not)doc"},
    {"health.Landmarks.used", R"doc(rows of this status)doc"},
    {"health.Landmarks.window_open", R"doc(rows of this status)doc"},
    {"health.LandmarksOptions", R"doc(Settings of landmarks().)doc"},
    {"health.LandmarksOptions.at_risk", R"doc(which accounts could have it)doc"},
    {"health.LandmarksOptions.gap_days", R"doc(days after a snapshot that are too short to act, 0 to 36,500)doc"},
    {"health.LandmarksOptions.horizon_days", R"doc(days after the gap in which outcomes count, 1 to 36,500; a quarter, the time that a customer success team mostly plans for)doc"},
    {"health.LandmarksOptions.kind", R"doc(the kind of outcome; by default any)doc"},
    {"health.LandmarksOptions.recurrent", R"doc(whether it can happen again: an expansion; a churn cannot)doc"},
    {"health.LeadTime", R"doc(How long before each outcome its account stood out, by account id and date: one row for each outcome that
has a snapshot with a band before it.

Columns
-------
account
    whose
date
    of the outcome
band_before
    band of the last snapshot `days_before` or earlier; null without any
last_band
    band of the last snapshot before the outcome
worst_days
    from the snapshot on which it came into the worst band, and stayed, to the outcome; NaN
    where it was not in it at last
warned_days
    the same, since it left the best band for good)doc"},
    {"health.LeadTime.account", R"doc(whose)doc"},
    {"health.LeadTime.band_before", R"doc(band of the last snapshot `days_before` or earlier; null without any)doc"},
    {"health.LeadTime.confidence", R"doc(coverage of the intervals)doc"},
    {"health.LeadTime.date", R"doc(of the outcome)doc"},
    {"health.LeadTime.days_before", R"doc(as chosen)doc"},
    {"health.LeadTime.findings", R"doc(codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, band_not_in_order)doc"},
    {"health.LeadTime.in_worst", R"doc(rows whose account was in the worst band at last)doc"},
    {"health.LeadTime.last_band", R"doc(band of the last snapshot before the outcome)doc"},
    {"health.LeadTime.median_warned_days", R"doc(of them)doc"},
    {"health.LeadTime.median_warned_lower", R"doc(of the interval of the sign test; NaN of too few)doc"},
    {"health.LeadTime.median_warned_upper", R"doc(likewise)doc"},
    {"health.LeadTime.median_worst_days", R"doc(of them)doc"},
    {"health.LeadTime.median_worst_lower", R"doc(of the interval of the sign test; NaN of too few)doc"},
    {"health.LeadTime.median_worst_upper", R"doc(likewise)doc"},
    {"health.LeadTime.not_best_lower", R"doc(of Wilson's interval)doc"},
    {"health.LeadTime.not_best_share", R"doc(1 - watermelons / with_band_before: those that stood out)doc"},
    {"health.LeadTime.not_best_upper", R"doc(likewise)doc"},
    {"health.LeadTime.outcomes", R"doc(rows)doc"},
    {"health.LeadTime.warned", R"doc(rows whose account was not in the best band at last)doc"},
    {"health.LeadTime.warned_days", R"doc(the same, since it left the best band for good)doc"},
    {"health.LeadTime.watermelons", R"doc(of these, in the best band: green outside, red inside)doc"},
    {"health.LeadTime.with_band_before", R"doc(of them, with a band so long before)doc"},
    {"health.LeadTime.worst_days", R"doc(from the snapshot on which it came into the worst band, and stayed, to the outcome; NaN where it was not in it at last)doc"},
    {"health.LeadTimeOptions", R"doc(Settings of lead_time().)doc"},
    {"health.LeadTimeOptions.band", R"doc(attribute that holds the band)doc"},
    {"health.LeadTimeOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.LeadTimeOptions.days_before", R"doc(how long beforehand an account ought to stand out, 1 to 36,500; the quarter that a rescue mostly needs)doc"},
    {"health.LeadTimeOptions.kind", R"doc(the kind of outcome; by default any)doc"},
    {"health.LeadTimeOptions.order", R"doc(all bands, the worst first)doc"},
    {"health.LeadTimeOptions.recurrent", R"doc(whether it can happen again; otherwise the first outcome counts)doc"},
    {"health.LeakKind", R"doc(Why an attribute cannot have been known beforehand.

Members
-------
none
    nothing says so
known_later
    it was made of something dated after as_of
same_as_outcome
    it is the outcome, or the contrary, under another name
separates_outcomes
    it tells nearly every row with the outcome from the others
missing_separates
    whether it is missing does)doc"},
    {"health.Leakage", R"doc(What each attribute gives away, one row for each, in their order.

Columns
-------
attribute
    its name
kind
    why it cannot have been known beforehand
auc
    area under its ROC curve, whichever way it points; NaN of one class
missing_auc
    the same of whether it is missing; NaN where it never is
rows
    that show it: dated after as_of, or all with a value)doc"},
    {"health.Leakage.attribute", R"doc(its name)doc"},
    {"health.Leakage.auc", R"doc(area under its ROC curve, whichever way it points; NaN of one class)doc"},
    {"health.Leakage.findings", R"doc(codes: no_examples, one_class, few_outcomes)doc"},
    {"health.Leakage.kind", R"doc(why it cannot have been known beforehand)doc"},
    {"health.Leakage.leaks", R"doc(attributes with a kind)doc"},
    {"health.Leakage.limit", R"doc(of the areas, as chosen)doc"},
    {"health.Leakage.missing_auc", R"doc(the same of whether it is missing; NaN where it never is)doc"},
    {"health.Leakage.rows", R"doc(that show it: dated after as_of, or all with a value)doc"},
    {"health.LeakageOptions", R"doc(Settings of leakage().)doc"},
    {"health.LeakageOptions.attributes", R"doc(to look at; by default all)doc"},
    {"health.LeakageOptions.auc", R"doc(an area under the ROC curve above it is too good to be true, in (.5, 1); an assumption: no honest score of customers comes near)doc"},
    {"health.LeakageOptions.known_on", R"doc(attribute that holds the latest date of anything a row was made of; it is compared with as_of)doc"},
    {"health.LeakageOptions.least_outcomes", R"doc(accounts with the outcome, and without, of fewer of which an area tells nothing; >= 1)doc"},
    {"health.Lift", R"doc(What is found among the rows of highest risk, one row for each share that is looked at.

Columns
-------
share
    of the rows, that is looked at
looked_at
    so many rows, as they count; not rounded
precision
    share of them that have the outcome; all figures NaN with one kind alone
precision_lower
    percentile of the draws; NaN where no draw differs
precision_upper
    percentile of the draws; NaN likewise
capture
    share of all rows with the outcome that is among them: recall at k
capture_lower
    of its interval
capture_upper
    of its interval
lift
    precision / prevalence = capture / share: 1 tells nothing
lift_lower
    of its interval
lift_upper
    of its interval
value_capture
    share of what rows with the outcome are worth; with `value`
value_capture_lower
    of its interval
value_capture_upper
    of its interval)doc"},
    {"health.Lift.capture", R"doc(share of all rows with the outcome that is among them: recall at k)doc"},
    {"health.Lift.capture_lower", R"doc(of its interval)doc"},
    {"health.Lift.capture_upper", R"doc(of its interval)doc"},
    {"health.Lift.clustered", R"doc(whether accounts were drawn)doc"},
    {"health.Lift.confidence", R"doc(coverage of the intervals)doc"},
    {"health.Lift.examples", R"doc(rows that were used)doc"},
    {"health.Lift.findings", R"doc(codes: one_class, few_outcomes, many_rows, no_interval, no_value)doc"},
    {"health.Lift.left_out", R"doc(rows whose score, or value, is missing)doc"},
    {"health.Lift.lift", R"doc(precision / prevalence = capture / share: 1 tells nothing)doc"},
    {"health.Lift.lift_lower", R"doc(of its interval)doc"},
    {"health.Lift.lift_upper", R"doc(of its interval)doc"},
    {"health.Lift.looked_at", R"doc(so many rows, as they count; not rounded)doc"},
    {"health.Lift.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.Lift.precision", R"doc(share of them that have the outcome; all figures NaN with one kind alone)doc"},
    {"health.Lift.precision_lower", R"doc(percentile of the draws; NaN where no draw differs)doc"},
    {"health.Lift.precision_upper", R"doc(percentile of the draws; NaN likewise)doc"},
    {"health.Lift.prevalence", R"doc(share of all rows that have the outcome)doc"},
    {"health.Lift.share", R"doc(of the rows, that is looked at)doc"},
    {"health.Lift.value_capture", R"doc(share of what rows with the outcome are worth; with `value`)doc"},
    {"health.Lift.value_capture_lower", R"doc(of its interval)doc"},
    {"health.Lift.value_capture_upper", R"doc(of its interval)doc"},
    {"health.LiftOptions", R"doc(Settings of lift().)doc"},
    {"health.LiftOptions.cluster", R"doc(whether accounts are drawn with all their rows; by default where the examples have accounts)doc"},
    {"health.LiftOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.LiftOptions.draws", R"doc(of the bootstrap, 2 to 1,000,000; 0 for no intervals)doc"},
    {"health.LiftOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.LiftOptions.score", R"doc(attribute that holds the scores)doc"},
    {"health.LiftOptions.seed", R"doc(of the draws)doc"},
    {"health.LiftOptions.shares", R"doc(of the rows, those of highest risk, ascending, in (0, 1])doc"},
    {"health.LiftOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.LiftOptions.value", R"doc(attribute that holds what a row is worth, >= 0, such as its MRR; none without)doc"},
    {"health.Lint", R"doc(What is to be said against a scorecard, one row for each complaint.

Columns
-------
code
    which complaint
measure
    the measure, or the flag of an exception; empty: the whole card
severity
    warning where a score is likely to mislead
message
    one sentence)doc"},
    {"health.Lint.code", R"doc(which complaint)doc"},
    {"health.Lint.measure", R"doc(the measure, or the flag of an exception; empty: the whole card)doc"},
    {"health.Lint.message", R"doc(one sentence)doc"},
    {"health.Lint.severity", R"doc(warning where a score is likely to mislead)doc"},
    {"health.LintOptions", R"doc(Settings of lint().)doc"},
    {"health.LintOptions.bands", R"doc(the bands that accounts have by this card, as scores give them)doc"},
    {"health.LintOptions.top_share", R"doc(a larger share in the healthiest band is a complaint, 0 to 1)doc"},
    {"health.LogisticContributions", R"doc(What makes a prediction: for each row the log odds of an average row, then what each feature adds.

Columns
-------
row
    of the attributes, from 0
feature
    "(average)", then the model's features in their order
contribution
    to the log odds; NaN where the feature is missing or unknown)doc"},
    {"health.LogisticContributions.contribution", R"doc(to the log odds; NaN where the feature is missing or unknown)doc"},
    {"health.LogisticContributions.feature", R"doc("(average)", then the model's features in their order)doc"},
    {"health.LogisticContributions.findings", R"doc(codes: missing_feature, unknown_level)doc"},
    {"health.LogisticContributions.row", R"doc(of the attributes, from 0)doc"},
    {"health.LogisticModel", R"doc(A logistic regression: a row for the intercept, for each feature, and for each level of one of texts but
the first.

Columns
-------
covariate
    "(intercept)", then names of features, and = the level of texts
reference
    the level that it is told against, of one of texts; otherwise empty
coef
    log odds ratio; NaN where the data do not tell it (see findings)
std_error
    of `coef`; NaN where a sign holds it at 0
odds_ratio
    e^coef
z
    coef / std_error
p_value
    two-sided
lower
    of the odds ratio
upper
    of the odds ratio)doc"},
    {"health.LogisticModel.coef", R"doc(log odds ratio; NaN where the data do not tell it (see findings))doc"},
    {"health.LogisticModel.confidence", R"doc(coverage of the intervals)doc"},
    {"health.LogisticModel.covariance", R"doc(of the coefficients, row by row; NaN where there is none)doc"},
    {"health.LogisticModel.covariate", R"doc("(intercept)", then names of features, and = the level of texts)doc"},
    {"health.LogisticModel.deviance", R"doc(-2 log_likelihood)doc"},
    {"health.LogisticModel.effective_degrees_of_freedom", R"doc(coefficients, less what the penalty takes of them)doc"},
    {"health.LogisticModel.equivalent_c", R"doc(scikit-learn's C that penalizes as much: 1 / (weight x penalty); infinite without one)doc"},
    {"health.LogisticModel.examples", R"doc(rows that were used)doc"},
    {"health.LogisticModel.findings", R"doc(codes: separation, few_outcomes, constant_covariate, collinear_covariate, held_by_sign)doc"},
    {"health.LogisticModel.iterations", R"doc(Newton steps)doc"},
    {"health.LogisticModel.left_out", R"doc(rows in which a feature is missing)doc"},
    {"health.LogisticModel.log_likelihood", R"doc(weighted, at the coefficients, without the penalty)doc"},
    {"health.LogisticModel.lower", R"doc(of the odds ratio)doc"},
    {"health.LogisticModel.null_deviance", R"doc(with the intercept alone)doc"},
    {"health.LogisticModel.odds_ratio", R"doc(e^coef)doc"},
    {"health.LogisticModel.outcomes", R"doc(rows used in which the outcome happened)doc"},
    {"health.LogisticModel.p_value", R"doc(two-sided)doc"},
    {"health.LogisticModel.penalty", R"doc(of squared coefficients)doc"},
    {"health.LogisticModel.reference", R"doc(the level that it is told against, of one of texts; otherwise empty)doc"},
    {"health.LogisticModel.robust", R"doc(what kind the standard errors are)doc"},
    {"health.LogisticModel.stabilized", R"doc(whether separation made a weak prior necessary (see findings))doc"},
    {"health.LogisticModel.standardize", R"doc(whether it was per standard deviation of features)doc"},
    {"health.LogisticModel.std_error", R"doc(of `coef`; NaN where a sign holds it at 0)doc"},
    {"health.LogisticModel.upper", R"doc(of the odds ratio)doc"},
    {"health.LogisticModel.weight", R"doc(of all rows used; `examples` without weights)doc"},
    {"health.LogisticModel.z", R"doc(coef / std_error)doc"},
    {"health.LogisticOptions", R"doc(Settings of logistic().)doc"},
    {"health.LogisticOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.LogisticOptions.features", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"health.LogisticOptions.max_iterations", R"doc(Newton steps, >= 1)doc"},
    {"health.LogisticOptions.penalty", R"doc(ridge, as in glmnet: the mean negative log-likelihood plus penalty / 2 x sum of squared coefficients is smallest, >= 0)doc"},
    {"health.LogisticOptions.penalty_factors", R"doc(of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; they are not rescaled)doc"},
    {"health.LogisticOptions.robust", R"doc(standard errors by how much each account moves the fit (each row, without accounts); by default where there are accounts)doc"},
    {"health.LogisticOptions.signs", R"doc(of each of `features`; any by default)doc"},
    {"health.LogisticOptions.standardize", R"doc(whether coefficients are penalized per standard deviation (weighted, of the rows used, over n) or per unit of their features)doc"},
    {"health.LogisticOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.LogisticOptions.tolerance", R"doc(standard errors that the last step may have, in (0, 1))doc"},
    {"health.LogisticPartial", R"doc(The partial state of a round: what the examples of a partition come to. Its size is that of a matrix of
features, whatever the number of examples; that of influence holds a row for each account.

States of a task add up, in any order, to that of all examples: exactly for counts, and to about 15 digits
for sums. Examples of one account may be in any partition. A state without a task is that of no examples.

Parameters
----------
task
    what LogisticRounds asks)doc"},
    {"health.LogisticPartial.deserialize", R"doc(Reads a state back, to be merged.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.LogisticPartial.left_out", R"doc(Examples in which a feature is missing.)doc"},
    {"health.LogisticPartial.merge", R"doc(Adds the examples of another state.

Raises
------
InvalidInput
    when it is of another task, or a feature is of texts in one and of numbers in the other, or
    one has accounts and the other has not)doc"},
    {"health.LogisticPartial.number", R"doc(The number of the round; 0 without a task.)doc"},
    {"health.LogisticPartial.serialize", R"doc(The state as bytes of version 1, for deserialize(). The task is not among them.)doc"},
    {"health.LogisticPartial.size", R"doc(Examples so far, those that are left out included.)doc"},
    {"health.LogisticPartial.totals", R"doc()doc"},
    {"health.LogisticPartial.update", R"doc(Adds examples.

Raises
------
InvalidInput
    when features of the task are no attributes of theirs; for features that are no numbers,
    flags or texts, or are infinite; after the survey, for levels that were not in it; when
    these have accounts and others have not; for a state that was read from bytes. Nothing is
    added then)doc"},
    {"health.LogisticPrediction", R"doc(Probabilities of rows.

Columns
-------
row
    of the attributes, from 0
probability
    of the outcome; NaN where a feature is missing or unknown
lower
    of the interval of the probability
upper
    of the interval of the probability
linear_predictor
    log odds
std_error
    of the log odds: how sure the coefficients are)doc"},
    {"health.LogisticPrediction.confidence", R"doc(coverage of the intervals)doc"},
    {"health.LogisticPrediction.findings", R"doc(codes: missing_feature, unknown_level)doc"},
    {"health.LogisticPrediction.linear_predictor", R"doc(log odds)doc"},
    {"health.LogisticPrediction.lower", R"doc(of the interval of the probability)doc"},
    {"health.LogisticPrediction.probability", R"doc(of the outcome; NaN where a feature is missing or unknown)doc"},
    {"health.LogisticPrediction.row", R"doc(of the attributes, from 0)doc"},
    {"health.LogisticPrediction.std_error", R"doc(of the log odds: how sure the coefficients are)doc"},
    {"health.LogisticPrediction.upper", R"doc(of the interval of the probability)doc"},
    {"health.LogisticPredictionOptions", R"doc(Settings of predict_logistic().)doc"},
    {"health.LogisticPredictionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.LogisticRound", R"doc(What a round of a logistic regression asks of examples.

Members
-------
survey
    which levels there are, the means of features, how many have the outcome
sums
    the log-likelihood, its slope and its curvature, at coefficients
margins
    how far a direction takes examples to the side of their outcomes: for separation
influence
    how much each account moves the slope: for robust standard errors)doc"},
    {"health.LogisticRounds", R"doc(The fit of logistic() to examples that no single place holds: coefficients are here, examples in
partitions.

A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
next task. The first round surveys the examples, each step then takes one; a step that looks like
separation takes another, and so do robust standard errors. Settings and the model are those of
logistic(), whatever the partition, to about 12 digits.

References
----------
McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; cox_rounds.hpp)doc"},
    {"health.LogisticRounds.advance", R"doc(Takes the state of all examples, and goes on to the next round.

Parameters
----------
all
    made of task(), merged over partitions

Raises
------
InvalidInput
    for a state of another task or of other examples than the survey's; as logistic() does for
    examples; when the model is done
NotConverged
    as logistic() does)doc"},
    {"health.LogisticRounds.done", R"doc(Whether there is a model.)doc"},
    {"health.LogisticRounds.model", R"doc(The model, once it is done.

Raises
------
InvalidInput
    before)doc"},
    {"health.LogisticRounds.task", R"doc(What all partitions are asked next; once the model is done, again the last.)doc"},
    {"health.LogisticTask", R"doc(What LogisticRounds asks of all examples in a round: small, and the same for all partitions.)doc"},
    {"health.LogisticTask.deserialize", R"doc(Reads a task back.

Raises
------
InvalidInput
    for bytes that are no task, are cut short or of a newer version)doc"},
    {"health.LogisticTask.number", R"doc(The number of the round, from 1.)doc"},
    {"health.LogisticTask.plan", R"doc()doc"},
    {"health.LogisticTask.round", R"doc(What it asks.)doc"},
    {"health.LogisticTask.serialize", R"doc(The task as bytes of version 1, for deserialize().)doc"},
    {"health.Loyalty", R"doc(The field of each account, by account id.

Columns
-------
account
    whose
attitude
    NaN where it is not known
behavior
    NaN where it is not known
field
    which)doc"},
    {"health.Loyalty.account", R"doc(whose)doc"},
    {"health.Loyalty.attitude", R"doc(NaN where it is not known)doc"},
    {"health.Loyalty.attitude_threshold", R"doc(from which on an attitude is high)doc"},
    {"health.Loyalty.behavior", R"doc(NaN where it is not known)doc"},
    {"health.Loyalty.behavior_threshold", R"doc(from which on behavior is high)doc"},
    {"health.Loyalty.field", R"doc(which)doc"},
    {"health.Loyalty.findings", R"doc(by rows of the result: spurious_loyalty, loyalty_unknown)doc"},
    {"health.LoyaltyCounts", R"doc(How many accounts each field has: one row for each, in their order.

Columns
-------
field
    which
accounts
    in it
share
    of those whose field is known; NaN for the unknown, and without any)doc"},
    {"health.LoyaltyCounts.accounts", R"doc(in it)doc"},
    {"health.LoyaltyCounts.field", R"doc(which)doc"},
    {"health.LoyaltyCounts.share", R"doc(of those whose field is known; NaN for the unknown, and without any)doc"},
    {"health.LoyaltyField", R"doc(Which of the four fields of attitude and behavior an account is in.

Members
-------
true_loyalty
    thinks well of us and stays: both are high
latent_loyalty
    thinks well of us, but does not act on it: attitude is high, behavior low
spurious_loyalty
    stays without thinking well of us, as long as it has to: behavior is high, attitude low
no_loyalty
    both are low
unknown
    one side is not known: it is not guessed)doc"},
    {"health.LoyaltyOptions", R"doc(Settings of loyalty(). The thresholds are the middle of a scale from 0 to 100: a choice of this library.)doc"},
    {"health.LoyaltyOptions.attitude_threshold", R"doc(from which on an attitude is high)doc"},
    {"health.LoyaltyOptions.behavior_threshold", R"doc(from which on behavior is high)doc"},
    {"health.LoyaltyScoreColumns", R"doc(The columns of a table of what accounts think and do: one row for each account.)doc"},
    {"health.LoyaltyScoreColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.LoyaltyScoreColumns.attitude", R"doc(what it thinks: satisfaction, recommendation; null or NaN: unknown)doc"},
    {"health.LoyaltyScoreColumns.behavior", R"doc(what it does: usage, renewals, expansion; null or NaN: unknown)doc"},
    {"health.LoyaltyScores", R"doc(What accounts think and do, by account id.

The columns of a table of what accounts think and do: one row for each account.

Raises
------
InvalidInput
    on a missing column, unequal lengths, an account that is null or there twice, a number that
    is infinite

Columns
-------
account
    whose
attitude
    NaN where it is not known
behavior
    NaN where it is not known
attitude_coverage
    share of the measures' weight that was observed, 0 to 1
behavior_coverage
    share of the measures' weight that was observed, 0 to 1)doc"},
    {"health.LoyaltyScores.account", R"doc(whose)doc"},
    {"health.LoyaltyScores.as_of", R"doc(last day known; none where it does not matter)doc"},
    {"health.LoyaltyScores.as_of_inferred", R"doc(it was not given)doc"},
    {"health.LoyaltyScores.attitude", R"doc(NaN where it is not known)doc"},
    {"health.LoyaltyScores.attitude_coverage", R"doc(share of the measures' weight that was observed, 0 to 1)doc"},
    {"health.LoyaltyScores.behavior", R"doc(NaN where it is not known)doc"},
    {"health.LoyaltyScores.behavior_coverage", R"doc(share of the measures' weight that was observed, 0 to 1)doc"},
    {"health.LoyaltyScoresOptions", R"doc(Settings of loyalty_scores(). Lists of a side are as long as its measures, or empty.)doc"},
    {"health.LoyaltyScoresOptions.as_of", R"doc(last day known; by default the last of the observations)doc"},
    {"health.LoyaltyScoresOptions.attitude", R"doc(measures of what accounts think; one or more)doc"},
    {"health.LoyaltyScoresOptions.attitude_high", R"doc(value of each that is worth 100; 100 by default; below the other where less is better)doc"},
    {"health.LoyaltyScoresOptions.attitude_low", R"doc(value of each that is worth 0 points; 0 by default)doc"},
    {"health.LoyaltyScoresOptions.attitude_weights", R"doc(how much each counts, 1e-6 to 1e6; all the same by default)doc"},
    {"health.LoyaltyScoresOptions.behavior", R"doc(measures of what they do; one or more)doc"},
    {"health.LoyaltyScoresOptions.behavior_high", R"doc(value of each that is worth 100; 100 by default)doc"},
    {"health.LoyaltyScoresOptions.behavior_low", R"doc(value of each that is worth 0 points; 0 by default)doc"},
    {"health.LoyaltyScoresOptions.behavior_weights", R"doc(how much each counts, 1e-6 to 1e6; all the same by default)doc"},
    {"health.LoyaltyScoresOptions.min_coverage", R"doc(share of the weight that must be observed for a side to be known, 0 to 1: half of it is a choice of this library)doc"},
    {"health.LoyaltyScoresOptions.validity_days", R"doc(how old a value may be, >= 1; any age by default)doc"},
    {"health.Measure", R"doc(A measure of a scorecard: one line of its explanation.

Parameters
----------
id
    as in Observations
group
    the group it belongs to; none: the top
weight
    relative to the members of its group, > 0
polarity
    which way the value points
transform
    from value to points
missing
    what stands in its place
carry_days
    of carry: how old a value may be
neutral
    points that say nothing; the scale's middle
decay
    how it ages, toward neutral
half_life_days
    of half_life, > 0
validity_days
    how long a value holds; none: for ever
relationship
    whether it tells of people: sponsor, survey, visit)doc"},
    {"health.Measure.carry_days", R"doc(of carry: how old a value may be)doc"},
    {"health.Measure.decay", R"doc(how it ages, toward neutral)doc"},
    {"health.Measure.group", R"doc(the group it belongs to; none: the top)doc"},
    {"health.Measure.half_life_days", R"doc(of half_life, > 0)doc"},
    {"health.Measure.id", R"doc(as in Observations)doc"},
    {"health.Measure.missing", R"doc(what stands in its place)doc"},
    {"health.Measure.neutral", R"doc(points that say nothing; the scale's middle)doc"},
    {"health.Measure.polarity", R"doc(which way the value points)doc"},
    {"health.Measure.relationship", R"doc(whether it tells of people: sponsor, survey, visit)doc"},
    {"health.Measure.transform", R"doc(from value to points)doc"},
    {"health.Measure.validity_days", R"doc(how long a value holds; none: for ever)doc"},
    {"health.Measure.weight", R"doc(relative to the members of its group, > 0)doc"},
    {"health.MeasureColumns", R"doc(The columns of a table of measures: what is known of each account on one day, one row for each account.

Columns beside `values` bear the name of the measure, or more of it: `csat_days`, `csat_reason`,
`logins_90_days_before`.)doc"},
    {"health.MeasureColumns.account", R"doc(n ids, texts or integers, each once)doc"},
    {"health.MeasureColumns.ages", R"doc(n rows: whole days since a value was known, `<measure>_days`)doc"},
    {"health.MeasureColumns.as_of", R"doc(the day on which all this was known)doc"},
    {"health.MeasureColumns.baselines", R"doc(n rows: earlier values, `<measure>_<days>_days_before`)doc"},
    {"health.MeasureColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.MeasureColumns.reasons", R"doc(n rows: why a flag is up, in words, `<measure>_reason`)doc"},
    {"health.MeasureColumns.values", R"doc(n rows: numbers, by the ids of their measures; null or NaN: not seen)doc"},
    {"health.MeasureGroup", R"doc(Measures, or groups, that count together.

Parameters
----------
id
    its name
weight
    relative to the other members of its parent, > 0
parent
    the group it belongs to; none: the top)doc"},
    {"health.MeasureGroup.id", R"doc(its name)doc"},
    {"health.MeasureGroup.parent", R"doc(the group it belongs to; none: the top)doc"},
    {"health.MeasureGroup.weight", R"doc(relative to the other members of its parent, > 0)doc"},
    {"health.MeasureTable", R"doc(A validated table of measures: what scores are computed of. Copies are cheap.

The columns of a table of measures: what is known of each account on one day, one row for each account.

Columns beside `values` bear the name of the measure, or more of it: `csat_days`, `csat_reason`,
`logins_90_days_before`.

Raises
------
InvalidInput
    on a missing column, unequal lengths, an account that is null or there twice, a column of
    values that is not of numbers, a value that is infinite, an age that is missing, negative or
    no whole number, columns beside the values that belong to none, an as_of before 1900 or
    after 9999)doc"},
    {"health.MeasureTable.account", R"doc(Whose measures, one row for each.)doc"},
    {"health.MeasureTable.as_of", R"doc(The day on which all this was known; none where it was not told.)doc"},
    {"health.MeasureTable.data", R"doc()doc"},
    {"health.MeasureTable.findings", R"doc(With `on_error = drop`, which rows were left out and why. Code, of measures_on(): unobserved_measure.)doc"},
    {"health.MeasureTable.size", R"doc(Rows that were accepted.)doc"},
    {"health.MeasuresOnOptions", R"doc(Settings of measures_on().)doc"},
    {"health.MeasuresOnOptions.accounts", R"doc(accounts that have a row without any observation)doc"},
    {"health.MeasuresOnOptions.as_of", R"doc(last day that is known; by default the last observation's)doc"},
    {"health.MeasuresOnOptions.baseline_days", R"doc(their values so many days before as well, each > 0)doc"},
    {"health.MeasuresOnOptions.measures", R"doc(which, in this order; empty: all, by id)doc"},
    {"health.MissingPolicy", R"doc(What stands in the place of a measure that was not observed, or no longer holds.

Members
-------
renormalize
    nothing: the other members of its group count for it
neutral
    the measure's neutral points
worst
    the points at the bad end of the scale
carry
    its last value, up to carry_days old; then as renormalize
fail
    an error that names the account and the measure)doc"},
    {"health.Monotone", R"doc(Which way the weight of evidence goes as the number rises, from bin to bin.

Members
-------
none
    any
increasing
    the higher, the more outcomes
decreasing
    the higher, the fewer
any_direction
    one of the two: the one that tells more)doc"},
    {"health.NetBenefit", R"doc(What it is worth to act on probabilities, one row for each threshold.

Columns
-------
threshold
    accounts are treated whose probability is as high, or higher
net_benefit
    of treating these: share of rows that are treated and have the outcome - threshold / (1 -
    threshold) x share that are treated in vain
std_error
    of it
lower
    of a normal interval
upper
    of a normal interval
treat_all
    net benefit of treating all; that of treating none is 0
standardized
    net_benefit / share of outcomes: 1 is the best there is
avoided
    (net_benefit - treat_all) x (1 - threshold) / threshold: share of rows whose treatment is
    spared without missing more outcomes
treated
    rows
treated_outcomes
    of them, with the outcome)doc"},
    {"health.NetBenefit.avoided", R"doc((net_benefit - treat_all) x (1 - threshold) / threshold: share of rows whose treatment is spared without missing more outcomes)doc"},
    {"health.NetBenefit.confidence", R"doc(coverage of the intervals)doc"},
    {"health.NetBenefit.examples", R"doc(rows that were used)doc"},
    {"health.NetBenefit.findings", R"doc(codes: missing_score, no_examples, one_class)doc"},
    {"health.NetBenefit.left_out", R"doc(rows in which the probability is missing)doc"},
    {"health.NetBenefit.lower", R"doc(of a normal interval)doc"},
    {"health.NetBenefit.net_benefit", R"doc(of treating these: share of rows that are treated and have the outcome - threshold / (1 - threshold) x share that are treated in vain)doc"},
    {"health.NetBenefit.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.NetBenefit.share", R"doc(of outcomes)doc"},
    {"health.NetBenefit.standardized", R"doc(net_benefit / share of outcomes: 1 is the best there is)doc"},
    {"health.NetBenefit.std_error", R"doc(of it)doc"},
    {"health.NetBenefit.threshold", R"doc(accounts are treated whose probability is as high, or higher)doc"},
    {"health.NetBenefit.treat_all", R"doc(net benefit of treating all; that of treating none is 0)doc"},
    {"health.NetBenefit.treated", R"doc(rows)doc"},
    {"health.NetBenefit.treated_outcomes", R"doc(of them, with the outcome)doc"},
    {"health.NetBenefit.upper", R"doc(of a normal interval)doc"},
    {"health.NetBenefitOptions", R"doc(Settings of net_benefit().)doc"},
    {"health.NetBenefitOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.NetBenefitOptions.score", R"doc(attribute that holds the probability of the outcome, in [0, 1])doc"},
    {"health.NetBenefitOptions.thresholds", R"doc(from which probability on an account is treated: ascending, in (0, 1); by default .01, .02, … .99)doc"},
    {"health.Nps", R"doc(Net Promoter Score, one row for each group: in points from -100 to 100.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
answers
    in the window
respondents
    answers that count
promoters
    9 and 10
passives
    7 and 8
detractors
    0 to 6
nps
    100 (promoters - detractors) / respondents; NaN without any
std_error
    100 sqrt((p + d - (p - d)^2) / n) of their shares; 0 where all are of one sort, which the
    interval is not
lower
    adjusted Wald interval
upper
    adjusted Wald interval)doc"},
    {"health.Nps.answers", R"doc(in the window)doc"},
    {"health.Nps.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"health.Nps.as_of_inferred", R"doc(it was not given)doc"},
    {"health.Nps.confidence", R"doc(coverage of the intervals)doc"},
    {"health.Nps.counted", R"doc(which of them)doc"},
    {"health.Nps.detractors", R"doc(0 to 6)doc"},
    {"health.Nps.findings", R"doc(codes: no_answers, users_unknown)doc"},
    {"health.Nps.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"health.Nps.lower", R"doc(adjusted Wald interval)doc"},
    {"health.Nps.nps", R"doc(100 (promoters - detractors) / respondents; NaN without any)doc"},
    {"health.Nps.passives", R"doc(7 and 8)doc"},
    {"health.Nps.promoters", R"doc(9 and 10)doc"},
    {"health.Nps.respondents", R"doc(answers that count)doc"},
    {"health.Nps.std_error", R"doc(100 sqrt((p + d - (p - d)^2) / n) of their shares; 0 where all are of one sort, which the interval is not)doc"},
    {"health.Nps.upper", R"doc(adjusted Wald interval)doc"},
    {"health.Nps.window_days", R"doc(days up to as_of whose answers count)doc"},
    {"health.ObservationColumns", R"doc(The columns of a table of observations: what was measured of an account, and on which day it was known.)doc"},
    {"health.ObservationColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.ObservationColumns.date", R"doc(days since 1970-01-01: the day from which on it was known)doc"},
    {"health.ObservationColumns.measure", R"doc(what was measured: the id of a scorecard's measure, or of a flag)doc"},
    {"health.ObservationColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.ObservationColumns.reason", R"doc(why, in words, where somebody set the value: of a flag, an override)doc"},
    {"health.ObservationColumns.value", R"doc(finite; of flags, 1 from the day on and 0 when it is over)doc"},
    {"health.Observations", R"doc(A validated table of dated observations, from anyone: what scores are made of. Copies are cheap.

Of several values of one account, measure and day the mean counts (finding several_values): no order of
rows changes a score.

The columns of a table of observations: what was measured of an account, and on which day it was known.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
measure
    what was measured: the id of a scorecard's measure, or of a flag
value
    finite; of flags, 1 from the day on and 0 when it is over
date
    days since 1970-01-01: the day from which on it was known
reason
    why, in words, where somebody set the value: of a flag, an override
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or measure, a value that is null or not
    finite, a day that is null, before 1900 or after 9999)doc"},
    {"health.Observations.data", R"doc()doc"},
    {"health.Observations.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
several_values.)doc"},
    {"health.Observations.last_day", R"doc(The latest date; none without rows.)doc"},
    {"health.Observations.size", R"doc(Rows that were accepted.)doc"},
    {"health.OutcomeColumns", R"doc(The columns of a table of outcomes: what happened to which account, and when. One row for each time.)doc"},
    {"health.OutcomeColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.OutcomeColumns.date", R"doc(days since 1970-01-01: of a churn, the first day without)doc"},
    {"health.OutcomeColumns.kind", R"doc(what happened, or why: a renewal, an expansion, a cause)doc"},
    {"health.OutcomeColumns.observed_until", R"doc(last day on which an outcome would be known; by default the latest date)doc"},
    {"health.OutcomeColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.Outcomes", R"doc(A validated table of outcomes. Copies are cheap.

An account without a row has had none up to observed_until. Rows dated later are not known (finding
after_observed_until). Without an observed_until it is the latest date (finding observed_until_inferred):
give it, since data mostly goes on for some days without an outcome.

Findings: observed_until_inferred, after_observed_until.

The columns of a table of outcomes: what happened to which account, and when. One row for each time.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    days since 1970-01-01: of a churn, the first day without
kind
    what happened, or why: a renewal, an expansion, a cause
observed_until
    last day on which an outcome would be known; by default the latest date
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, a day that is null, before 1900 or
    after 9999; unless observed_until is between them)doc"},
    {"health.Outcomes.data", R"doc()doc"},
    {"health.Outcomes.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"health.Outcomes.observed_until", R"doc(The last day that is known; none without rows if it was not given.)doc"},
    {"health.Outcomes.size", R"doc(Rows that were accepted.)doc"},
    {"health.PlattOptions", R"doc(Settings of platt().)doc"},
    {"health.PlattOptions.clip", R"doc(for the logit, scores are kept so far from 0 and 1; in (0, .5))doc"},
    {"health.PlattOptions.higher_predicts_outcome", R"doc(whether the outcome is expected of high scores; of a health score and churn it is not)doc"},
    {"health.PlattOptions.least_outcomes", R"doc(fewer rows with the outcome, or without, are found; an assumption)doc"},
    {"health.PlattOptions.scale", R"doc(on which it is taken; logit for one that is a probability)doc"},
    {"health.PlattOptions.score", R"doc(attribute that holds the score)doc"},
    {"health.PointsOdds", R"doc(What points mean, one row for each.

Columns
-------
points
    as given
odds
    of the healthy outcome to the other
probability
    of the healthy outcome: that an account stays)doc"},
    {"health.PointsOdds.odds", R"doc(of the healthy outcome to the other)doc"},
    {"health.PointsOdds.points", R"doc(as given)doc"},
    {"health.PointsOdds.probability", R"doc(of the healthy outcome: that an account stays)doc"},
    {"health.PointsOddsOptions", R"doc(Settings of points_odds(): what points mean. The defaults are a custom of the field.)doc"},
    {"health.PointsOddsOptions.base_odds", R"doc(of the healthy outcome to the other, > 0)doc"},
    {"health.PointsOddsOptions.base_points", R"doc(points at which the odds are base_odds)doc"},
    {"health.PointsOddsOptions.pdo", R"doc(points that double the odds, > 0)doc"},
    {"health.PointsScorecard", R"doc(Points for each bin, one row for each of all attributes.

Columns
-------
feature
    the attribute
kind
    what the bin holds
lower
    of numbers: above it
upper
    of numbers: up to it
category
    of a text
weight_of_evidence
    of the bin
coefficient
    of the attribute
points
    what the bin is worth, unrounded; NaN of an empty bin
rounded_points
    the same, rounded half to even)doc"},
    {"health.PointsScorecard.base_odds", R"doc(of the healthy outcome to the other)doc"},
    {"health.PointsScorecard.base_points", R"doc(points at which the odds are base_odds)doc"},
    {"health.PointsScorecard.category", R"doc(of a text)doc"},
    {"health.PointsScorecard.coefficient", R"doc(of the attribute)doc"},
    {"health.PointsScorecard.factor", R"doc(points by which log odds of 1 are worth: pdo / ln 2)doc"},
    {"health.PointsScorecard.feature", R"doc(the attribute)doc"},
    {"health.PointsScorecard.highest", R"doc(the most)doc"},
    {"health.PointsScorecard.intercept", R"doc(of the model)doc"},
    {"health.PointsScorecard.kind", R"doc(what the bin holds)doc"},
    {"health.PointsScorecard.lower", R"doc(of numbers: above it)doc"},
    {"health.PointsScorecard.lowest", R"doc(the least that all attributes come to)doc"},
    {"health.PointsScorecard.offset", R"doc(points at even odds: base_points - factor ln(base_odds))doc"},
    {"health.PointsScorecard.pdo", R"doc(points that double the odds)doc"},
    {"health.PointsScorecard.points", R"doc(what the bin is worth, unrounded; NaN of an empty bin)doc"},
    {"health.PointsScorecard.polarity", R"doc(of the model's outcome)doc"},
    {"health.PointsScorecard.rounded_points", R"doc(the same, rounded half to even)doc"},
    {"health.PointsScorecard.upper", R"doc(of numbers: up to it)doc"},
    {"health.PointsScorecard.weight_of_evidence", R"doc(of the bin)doc"},
    {"health.PointsScorecardOptions", R"doc(Settings of points_scorecard().)doc"},
    {"health.PointsScorecardOptions.base_odds", R"doc(of the healthy outcome to the other, > 0; likewise)doc"},
    {"health.PointsScorecardOptions.base_points", R"doc(points at which the odds are base_odds; likewise)doc"},
    {"health.PointsScorecardOptions.coefficients", R"doc(of each attribute's weight of evidence, in a logistic model)doc"},
    {"health.PointsScorecardOptions.intercept", R"doc(of that model)doc"},
    {"health.PointsScorecardOptions.pdo", R"doc(points that double the odds, > 0; a custom of the field)doc"},
    {"health.PointsScorecardOptions.polarity", R"doc(of the model's outcome: a churn, or, higher is healthier, a renewal)doc"},
    {"health.Polarity", R"doc(Which way a number points.

Members
-------
higher_is_healthier
    more is better: usage, satisfaction, a health score
lower_is_healthier
    more is worse: open tickets, days of late payment, a probability of churn)doc"},
    {"health.PopulationStability", R"doc(How far a score has moved, one row for each bin.

Columns
-------
kind
    what the bin holds
lower
    of numbers: above it; -infinity of the first; NaN otherwise
upper
    of numbers: up to it; infinity of the last; NaN otherwise
category
    of a text; empty otherwise
reference
    rows of the reference in the bin
current
    rows of the current sample
reference_share
    of all rows
current_share
    of all rows
contribution
    (current_share - reference_share) ln(the one / the other))doc"},
    {"health.PopulationStability.category", R"doc(of a text; empty otherwise)doc"},
    {"health.PopulationStability.confidence", R"doc(of `limit` and the interval)doc"},
    {"health.PopulationStability.contribution", R"doc((current_share - reference_share) ln(the one / the other))doc"},
    {"health.PopulationStability.current", R"doc(rows of the current sample)doc"},
    {"health.PopulationStability.current_share", R"doc(of all rows)doc"},
    {"health.PopulationStability.degrees_of_freedom", R"doc(bins that hold rows, less 1)doc"},
    {"health.PopulationStability.expected", R"doc(the index that chance brings about on average)doc"},
    {"health.PopulationStability.findings", R"doc(codes: empty_sample, one_bin, empty_cell, drift, within_chance, configuration_changed)doc"},
    {"health.PopulationStability.kind", R"doc(what the bin holds)doc"},
    {"health.PopulationStability.limit", R"doc(what chance exceeds in 1 - confidence of cases)doc"},
    {"health.PopulationStability.lower", R"doc(of numbers: above it; -infinity of the first; NaN otherwise)doc"},
    {"health.PopulationStability.p_value", R"doc(that chance alone brings about as much)doc"},
    {"health.PopulationStability.psi", R"doc(sum of the contributions; NaN of an empty sample)doc"},
    {"health.PopulationStability.psi_lower", R"doc(of the interval of the index; NaN without an error)doc"},
    {"health.PopulationStability.psi_upper", R"doc(likewise)doc"},
    {"health.PopulationStability.reading", R"doc(how that is usually read)doc"},
    {"health.PopulationStability.reference", R"doc(rows of the reference in the bin)doc"},
    {"health.PopulationStability.reference_share", R"doc(of all rows)doc"},
    {"health.PopulationStability.smoothing", R"doc(added to both cells of a bin of which one is empty)doc"},
    {"health.PopulationStability.std_error", R"doc(of the index; NaN of one bin, or one account)doc"},
    {"health.PopulationStability.upper", R"doc(of numbers: up to it; infinity of the last; NaN otherwise)doc"},
    {"health.PrecisionRecall", R"doc(What is right of what a score flags at each threshold, one row for each score, from the highest risk down.

Columns
-------
threshold
    rows with this score or one of more risk are flagged
precision
    share of those flagged that have the outcome
recall
    share of those with the outcome that are flagged; NaN without any
true_positives
    rows flagged that have the outcome
false_positives
    rows flagged that do not)doc"},
    {"health.PrecisionRecall.examples", R"doc(rows that were used)doc"},
    {"health.PrecisionRecall.false_positives", R"doc(rows flagged that do not)doc"},
    {"health.PrecisionRecall.findings", R"doc(code: one_class)doc"},
    {"health.PrecisionRecall.left_out", R"doc(rows whose score is missing)doc"},
    {"health.PrecisionRecall.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.PrecisionRecall.precision", R"doc(share of those flagged that have the outcome)doc"},
    {"health.PrecisionRecall.prevalence", R"doc(share of all rows that have the outcome: the precision of a draw)doc"},
    {"health.PrecisionRecall.recall", R"doc(share of those with the outcome that are flagged; NaN without any)doc"},
    {"health.PrecisionRecall.threshold", R"doc(rows with this score or one of more risk are flagged)doc"},
    {"health.PrecisionRecall.true_positives", R"doc(rows flagged that have the outcome)doc"},
    {"health.PrecisionRecallOptions", R"doc(Settings of precision_recall().)doc"},
    {"health.PrecisionRecallOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.PrecisionRecallOptions.score", R"doc(attribute that holds the scores)doc"},
    {"health.ProbabilitySums", R"doc(The partial state of how far probabilities are from what happened: sums of them, of their squares and of
their logarithms, by bins of equal width. Its size is that of its bins, whatever the number of examples.

States of partitions, batches of a stream and other processes add up to that of all examples. No sum is
rounded, so that no order of updates and merges changes a bit of them. Weights count as so many rows;
accounts are not known to sums.)doc"},
    {"health.ProbabilitySums.brier", R"doc(Mean square of probability - outcome; NaN without examples.)doc"},
    {"health.ProbabilitySums.brier_decomposition", R"doc(What brier_decomposition() has of all examples, in bins of equal width.)doc"},
    {"health.ProbabilitySums.calibration_curve", R"doc(What calibration_curve() has of all examples, in bins of equal width, without many_rows.

Parameters
----------
confidence
    coverage of the intervals, in (0, 1))doc"},
    {"health.ProbabilitySums.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.ProbabilitySums.examples", R"doc(Examples that are in the sums.)doc"},
    {"health.ProbabilitySums.left_out", R"doc(Examples in which the probability is missing.)doc"},
    {"health.ProbabilitySums.log_loss", R"doc(Mean of less the logarithm of the probability of what happened; NaN without examples.)doc"},
    {"health.ProbabilitySums.mean_difference", R"doc(Mean probability - share of outcomes; NaN without examples.)doc"},
    {"health.ProbabilitySums.merge", R"doc(Adds the sums of another state.

Raises
------
InvalidInput
    when its settings are others)doc"},
    {"health.ProbabilitySums.outcomes", R"doc(Of them, those with the outcome.)doc"},
    {"health.ProbabilitySums.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"health.ProbabilitySums.size", R"doc(Examples so far, those without a probability included.)doc"},
    {"health.ProbabilitySums.tallies", R"doc()doc"},
    {"health.ProbabilitySums.total", R"doc()doc"},
    {"health.ProbabilitySums.update", R"doc(Adds examples.

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; nothing is
    added then)doc"},
    {"health.ProbabilitySumsOptions", R"doc(Settings of ProbabilitySums.)doc"},
    {"health.ProbabilitySumsOptions.bins", R"doc(of equal width, which no data move; 1 to 1,000)doc"},
    {"health.ProbabilitySumsOptions.clip", R"doc(for logarithms, probabilities are kept so far from 0 and 1; in (0, .5))doc"},
    {"health.ProbabilitySumsOptions.score", R"doc(attribute that holds the probability of the outcome, in [0, 1])doc"},
    {"health.Proof", R"doc(The verdict on a score, and the evidence: one row for each figure.

Columns
-------
figure
    what it is
of
    of what: an attribute, a share, a threshold, a band; may be empty
value
    NaN where there is none
lower
    of its interval; NaN without one, as of counts and of the z of tests
upper
    likewise
p_value
    that chance alone would bring about as much; NaN without a test
note
    what to read it with; may be empty)doc"},
    {"health.Proof.bands", R"doc(outcomes by band; without rows where there are no bands)doc"},
    {"health.Proof.benefit", R"doc(of acting on it)doc"},
    {"health.Proof.calibration", R"doc(of the probability)doc"},
    {"health.Proof.confidence", R"doc(coverage of the intervals)doc"},
    {"health.Proof.feature_drift", R"doc(of features)doc"},
    {"health.Proof.figure", R"doc(what it is)doc"},
    {"health.Proof.findings", R"doc(those of landmarks, and: missing_score, bands_inferred, one_band, one_day, not_calibrated; and, each once, with the name of the part in its message, what parts warn of, such as few_outcomes, no_interval, separation, band_not_in_order, drift)doc"},
    {"health.Proof.gap_days", R"doc(as chosen)doc"},
    {"health.Proof.horizon_days", R"doc(as chosen)doc"},
    {"health.Proof.landmarks", R"doc(every snapshot, and what became of it)doc"},
    {"health.Proof.lead_time", R"doc(how long before each outcome bands warned; of losses)doc"},
    {"health.Proof.leaks", R"doc(every attribute, and what it gives away)doc"},
    {"health.Proof.lift", R"doc(among shares of highest risk)doc"},
    {"health.Proof.lower", R"doc(of its interval; NaN without one, as of counts and of the z of tests)doc"},
    {"health.Proof.note", R"doc(what to read it with; may be empty)doc"},
    {"health.Proof.of", R"doc(of what: an attribute, a share, a threshold, a band; may be empty)doc"},
    {"health.Proof.p_value", R"doc(that chance alone would bring about as much; NaN without a test)doc"},
    {"health.Proof.probability_by", R"doc(how the score became a probability)doc"},
    {"health.Proof.reasons", R"doc(why, in sentences, what decided first)doc"},
    {"health.Proof.roc", R"doc(of the score)doc"},
    {"health.Proof.score", R"doc(as chosen)doc"},
    {"health.Proof.score_drift", R"doc(of the score, bin by bin)doc"},
    {"health.Proof.upper", R"doc(likewise)doc"},
    {"health.Proof.value", R"doc(NaN where there is none)doc"},
    {"health.Proof.verdict", R"doc(what the evidence comes to)doc"},
    {"health.ProofFigure", R"doc(What is shown of a score.

Members
-------
examples
    rows that are judged
accounts
    of which these are
events
    outcomes in their windows, each once
accounts_with_outcome
    that have a row with the outcome
accounts_without_outcome
    that have a row without
outcome_rate
    share of rows with the outcome; Wilson's bounds of what accounts are worth
leaks
    attributes that know the outcome
roc_auc
    area under the ROC curve; interval by draws of accounts: this one decides
roc_auc_delong
    the same with DeLong's interval, as if rows were independent
roc_auc_baseline
    of a baseline, whichever way it points; interval of accounts taken together
roc_auc_difference
    that of the score - that of a baseline, both of the same rows
roc_auc_treated
    of accounts that somebody acted on
roc_auc_untreated
    of the others
average_precision
    area under steps of precision by recall
kolmogorov_smirnov
    largest distance of the two distributions; below, Kolmogorov's band
lift
    precision among a share of highest risk / outcome_rate
capture
    share of outcomes that is among them
revenue_captured
    share of the MRR of outcomes that is among them
brier
    mean square of probability - outcome
reliability
    its first term: how far the probabilities of bins are wrong
resolution
    its second, subtracted: how much bins tell apart
uncertainty
    its third: what the outcome rate alone comes to
within_bin_variance
    its fourth
within_bin_covariance
    its fifth, subtracted
log_loss
    mean of less the logarithm of the probability of what happened
calibration_slope
    1 if right, below for probabilities that are too extreme
calibration_in_the_large
    of the fit with the logit as an offset; 0 if right
expected_calibration_error
    mean distance of probabilities and outcomes over bins; the lower bound is without what
    chance adds
spiegelhalter_z
    of the test that all probabilities are right; no interval: it is in standard errors already
net_benefit
    of acting from a probability on
band_outcome_rate
    share of rows with the outcome in a band, with Wilson's bounds
band_trend
    z of Cochran and Armitage; above 0 where worse bands have more outcomes
not_best_before
    share of outcomes whose account was not in the best band days_before
watermelon_share
    share whose account was: green outside, red inside
median_worst_days
    how long accounts with the outcome had been in the worst band
median_warned_days
    how long they had been out of the best one
score_psi
    population stability index of the score, first half against last half; lower as of
    expected_calibration_error; interval of accounts taken together
feature_csi
    characteristic stability index of a feature, likewise)doc"},
    {"health.ProveOptions", R"doc(Settings of prove().)doc"},
    {"health.ProveOptions.at_risk", R"doc(which accounts could have the outcome)doc"},
    {"health.ProveOptions.band", R"doc(attribute that holds the band; by default `band`, if there is one)doc"},
    {"health.ProveOptions.baselines", R"doc(attributes that the score has to beat, and days_to_renewal, which is made of `due`; by default this, tenure_days, csm_color and csm_sentiment, as far as they are there)doc"},
    {"health.ProveOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.ProveOptions.days_before", R"doc(as of lead_time())doc"},
    {"health.ProveOptions.draws", R"doc(of the bootstraps, 2 to 1,000,000)doc"},
    {"health.ProveOptions.features", R"doc(attributes whose drift is shown; by default all but score, band, probability and dates)doc"},
    {"health.ProveOptions.folds", R"doc(of accounts, by which the score is made a probability, 2 to 100)doc"},
    {"health.ProveOptions.gap_days", R"doc(days after a snapshot that are too short to act, 0 to 36,500)doc"},
    {"health.ProveOptions.horizon_days", R"doc(days after the gap in which outcomes count, 1 to 36,500)doc"},
    {"health.ProveOptions.kind", R"doc(the kind of outcome; by default any)doc"},
    {"health.ProveOptions.leak_auc", R"doc(as `auc` of leakage())doc"},
    {"health.ProveOptions.min_events", R"doc(accounts with the outcome, and without, that a verdict needs, >= 2; an assumption: fewer leave intervals of an area of .70 wider than .2)doc"},
    {"health.ProveOptions.order", R"doc(all bands, the worst first; by default by their mean scores)doc"},
    {"health.ProveOptions.outcome_is_loss", R"doc(whether the outcome is bad, as a churn is; a renewal, an expansion, a first value are not)doc"},
    {"health.ProveOptions.polarity", R"doc(which way the score points)doc"},
    {"health.ProveOptions.probability", R"doc(attribute that holds the probability of the outcome; by default the score is made one, see prove())doc"},
    {"health.ProveOptions.recurrent", R"doc(whether it can happen again)doc"},
    {"health.ProveOptions.score", R"doc(attribute that holds the score)doc"},
    {"health.ProveOptions.seed", R"doc(of the draws and folds)doc"},
    {"health.ProveOptions.shares", R"doc(as of lift())doc"},
    {"health.ProveOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.ProveOptions.thresholds", R"doc(as of net_benefit())doc"},
    {"health.PsiOptions", R"doc(Settings of psi().)doc"},
    {"health.PsiOptions.account", R"doc(attribute that tells whose a row is; without, rows are independent)doc"},
    {"health.PsiOptions.bins", R"doc(of numbers, of about as many rows of the reference, 1 to 1,000)doc"},
    {"health.PsiOptions.confidence", R"doc(of what chance alone may bring about, and of the interval, in (0, 1))doc"},
    {"health.PsiOptions.edges", R"doc(upper ends of bins of numbers but the last, instead)doc"},
    {"health.PsiOptions.fingerprint", R"doc(attribute that tells under which configuration a row was scored)doc"},
    {"health.PsiOptions.score", R"doc(the attribute; counts have their own)doc"},
    {"health.PsiOptions.smoothing", R"doc(rows added to both cells of a bin of which one is empty, > 0)doc"},
    {"health.RocAuc", R"doc(How well a score tells rows with the outcome from the others: one row.

Columns
-------
auc
    share of pairs of one with and one without the outcome that the score has in order, ties
    counting half; NaN without a pair
std_error
    of it; NaN with a single row, or account, of a kind
lower
    of the interval; NaN where the standard error is 0 or none
upper
    of the interval; NaN likewise
examples
    rows that were used
outcomes
    of them, with the outcome
left_out
    rows whose score is missing)doc"},
    {"health.RocAuc.auc", R"doc(share of pairs of one with and one without the outcome that the score has in order, ties counting half; NaN without a pair)doc"},
    {"health.RocAuc.clustered", R"doc(whether rows of one account were taken together)doc"},
    {"health.RocAuc.confidence", R"doc(coverage of the interval)doc"},
    {"health.RocAuc.examples", R"doc(rows that were used)doc"},
    {"health.RocAuc.findings", R"doc(codes: one_class, few_outcomes, many_rows, no_interval, wrong_direction)doc"},
    {"health.RocAuc.interval", R"doc(how the interval was made)doc"},
    {"health.RocAuc.left_out", R"doc(rows whose score is missing)doc"},
    {"health.RocAuc.lower", R"doc(of the interval; NaN where the standard error is 0 or none)doc"},
    {"health.RocAuc.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.RocAuc.std_error", R"doc(of it; NaN with a single row, or account, of a kind)doc"},
    {"health.RocAuc.upper", R"doc(of the interval; NaN likewise)doc"},
    {"health.RocAucOptions", R"doc(Settings of roc_auc().)doc"},
    {"health.RocAucOptions.cluster", R"doc(whether rows of one account are taken together; by default where the examples have accounts)doc"},
    {"health.RocAucOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"health.RocAucOptions.draws", R"doc(of the bootstrap, 2 to 1,000,000; 2000 as pROC has it)doc"},
    {"health.RocAucOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.RocAucOptions.interval", R"doc(how the interval is made)doc"},
    {"health.RocAucOptions.score", R"doc(attribute that holds the scores, of which the order matters)doc"},
    {"health.RocAucOptions.seed", R"doc(of the draws)doc"},
    {"health.RocAucOptions.threads", R"doc(of the bootstrap, at most so many; 0 for all of the machine's)doc"},
    {"health.RocComparison", R"doc(How much better scores tell rows with the outcome from the others than a baseline: one row for each score.

Columns
-------
score
    the attribute
auc
    area under its ROC curve; NaN without a pair
baseline_auc
    that of the baseline, on the same rows
difference
    auc - baseline_auc
std_error
    of the difference, both being of the same rows
lower
    of a normal interval; NaN where the standard error is 0 or none
upper
    of a normal interval; NaN likewise
z
    difference / std_error; NaN likewise
p_value
    two-sided; NaN likewise)doc"},
    {"health.RocComparison.auc", R"doc(area under its ROC curve; NaN without a pair)doc"},
    {"health.RocComparison.baseline", R"doc(the attribute they were compared with)doc"},
    {"health.RocComparison.baseline_auc", R"doc(that of the baseline, on the same rows)doc"},
    {"health.RocComparison.clustered", R"doc(whether rows of one account were taken together)doc"},
    {"health.RocComparison.confidence", R"doc(coverage of the intervals)doc"},
    {"health.RocComparison.difference", R"doc(auc - baseline_auc)doc"},
    {"health.RocComparison.examples", R"doc(rows that were used: every score is known)doc"},
    {"health.RocComparison.findings", R"doc(codes: one_class, few_outcomes, many_rows, no_interval)doc"},
    {"health.RocComparison.left_out", R"doc(rows in which a score is missing)doc"},
    {"health.RocComparison.lower", R"doc(of a normal interval; NaN where the standard error is 0 or none)doc"},
    {"health.RocComparison.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.RocComparison.p_value", R"doc(two-sided; NaN likewise)doc"},
    {"health.RocComparison.score", R"doc(the attribute)doc"},
    {"health.RocComparison.std_error", R"doc(of the difference, both being of the same rows)doc"},
    {"health.RocComparison.upper", R"doc(of a normal interval; NaN likewise)doc"},
    {"health.RocComparison.z", R"doc(difference / std_error; NaN likewise)doc"},
    {"health.RocComparisonOptions", R"doc(Settings of roc_comparison().)doc"},
    {"health.RocComparisonOptions.baseline", R"doc(attribute that holds the score they are compared with)doc"},
    {"health.RocComparisonOptions.cluster", R"doc(whether rows of one account are taken together; by default where the examples have accounts)doc"},
    {"health.RocComparisonOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.RocComparisonOptions.higher_predicts_outcome", R"doc(false for health scores and a churn)doc"},
    {"health.RocComparisonOptions.opposite", R"doc(those of the scores that point the other way than that)doc"},
    {"health.RocComparisonOptions.scores", R"doc(attributes that hold the scores to compare)doc"},
    {"health.RocCurve", R"doc(What a score finds at each threshold, one row for each score, from the highest risk down.

Columns
-------
threshold
    rows with this score or one of more risk are flagged; in the first row none is, and it is
    infinite
sensitivity
    share flagged of the rows with the outcome: recall
specificity
    share not flagged of the others
true_positives
    rows flagged that have the outcome
false_positives
    rows flagged that do not)doc"},
    {"health.RocCurve.auc", R"doc(area under the curve of all thresholds, by trapezoids; NaN without a pair)doc"},
    {"health.RocCurve.examples", R"doc(rows that were used)doc"},
    {"health.RocCurve.false_positives", R"doc(rows flagged that do not)doc"},
    {"health.RocCurve.findings", R"doc(code: one_class)doc"},
    {"health.RocCurve.left_out", R"doc(rows whose score is missing)doc"},
    {"health.RocCurve.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.RocCurve.sensitivity", R"doc(share flagged of the rows with the outcome: recall)doc"},
    {"health.RocCurve.specificity", R"doc(share not flagged of the others)doc"},
    {"health.RocCurve.threshold", R"doc(rows with this score or one of more risk are flagged; in the first row none is, and it is infinite)doc"},
    {"health.RocCurve.true_positives", R"doc(rows flagged that have the outcome)doc"},
    {"health.RocCurveOptions", R"doc(Settings of roc_curve().)doc"},
    {"health.RocCurveOptions.higher_predicts_outcome", R"doc(false for a health score and a churn)doc"},
    {"health.RocCurveOptions.points", R"doc(at most about so many rows, for drawing, >= 2; 0 for all)doc"},
    {"health.RocCurveOptions.score", R"doc(attribute that holds the scores)doc"},
    {"health.RollUp", R"doc(Scores of children rolled up to their parents, one row for each parent.

Columns
-------
parent
    ascending
children
    how many it has
scored
    how many of them have a score
coverage
    share of the children's weight that has a score; NaN without weight
mean
    of scores, each the same; NaN without scores
weighted_mean
    of scores, each as it weighs; NaN where none of them weighs anything
worst
    the least healthy score; NaN without scores
worst_child
    whose it is, the first by id; null without scores
share_worse
    share of scores beyond worse_than; NaN without it
share_in_bands
    share of bands that are one of `bands`; NaN without them)doc"},
    {"health.RollUp.bands", R"doc(as they were asked)doc"},
    {"health.RollUp.children", R"doc(how many it has)doc"},
    {"health.RollUp.coverage", R"doc(share of the children's weight that has a score; NaN without weight)doc"},
    {"health.RollUp.findings", R"doc(what to look at. Codes: no_child_scored, no_child_weighs)doc"},
    {"health.RollUp.mean", R"doc(of scores, each the same; NaN without scores)doc"},
    {"health.RollUp.members", R"doc(what the rows are made of)doc"},
    {"health.RollUp.parent", R"doc(ascending)doc"},
    {"health.RollUp.polarity", R"doc(which way the scores point)doc"},
    {"health.RollUp.scored", R"doc(how many of them have a score)doc"},
    {"health.RollUp.share_in_bands", R"doc(share of bands that are one of `bands`; NaN without them)doc"},
    {"health.RollUp.share_worse", R"doc(share of scores beyond worse_than; NaN without it)doc"},
    {"health.RollUp.weighted_mean", R"doc(of scores, each as it weighs; NaN where none of them weighs anything)doc"},
    {"health.RollUp.worse_than", R"doc(as it was asked)doc"},
    {"health.RollUp.worst", R"doc(the least healthy score; NaN without scores)doc"},
    {"health.RollUp.worst_child", R"doc(whose it is, the first by id; null without scores)doc"},
    {"health.RollUpOptions", R"doc(Settings of roll_up().)doc"},
    {"health.RollUpOptions.bands", R"doc(names: for share_in_bands)doc"},
    {"health.RollUpOptions.polarity", R"doc(which way the scores point)doc"},
    {"health.RollUpOptions.worse_than", R"doc(points: for share_worse)doc"},
    {"health.RolledUpChildren", R"doc(The children that make a roll-up, by parent id and child id: every figure opens to them.

Columns
-------
parent
    what the child belongs to
child
    whose score it is
score
    its points; NaN where it has none
weight
    how much it counts
contribution
    what it adds to weighted_mean; NaN where it adds nothing
band
    its band; null where it has none)doc"},
    {"health.RolledUpChildren.band", R"doc(its band; null where it has none)doc"},
    {"health.RolledUpChildren.child", R"doc(whose score it is)doc"},
    {"health.RolledUpChildren.contribution", R"doc(what it adds to weighted_mean; NaN where it adds nothing)doc"},
    {"health.RolledUpChildren.parent", R"doc(what the child belongs to)doc"},
    {"health.RolledUpChildren.score", R"doc(its points; NaN where it has none)doc"},
    {"health.RolledUpChildren.weight", R"doc(how much it counts)doc"},
    {"health.ScoreBySetOptions", R"doc(Settings of score_by_set().)doc"},
    {"health.ScoreBySetOptions.as_of", R"doc(the last day that is known; by default that of the last observation)doc"},
    {"health.ScoreBySetOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.ScoreChange", R"doc(The change of one score, split: rows that add up to it.

Columns
-------
change
    why
measure
    of which measure or flag; empty for configuration and rounding
value_before
    what was observed; NaN where there was none
value_after
    what is
micro_points
    millionths of a point of the score)doc"},
    {"health.ScoreChange.account", R"doc(whose score it is)doc"},
    {"health.ScoreChange.band_after", R"doc(of the score)doc"},
    {"health.ScoreChange.band_before", R"doc(of the score)doc"},
    {"health.ScoreChange.change", R"doc(why)doc"},
    {"health.ScoreChange.change_micro", R"doc(what the rows add up to, also without a score)doc"},
    {"health.ScoreChange.fingerprint_after", R"doc(of the scorecard; another one is another scorecard)doc"},
    {"health.ScoreChange.fingerprint_before", R"doc(of the scorecard)doc"},
    {"health.ScoreChange.measure", R"doc(of which measure or flag; empty for configuration and rounding)doc"},
    {"health.ScoreChange.micro_points", R"doc(millionths of a point of the score)doc"},
    {"health.ScoreChange.score_after", R"doc(as it is)doc"},
    {"health.ScoreChange.score_before", R"doc(as it was shown; NaN where too little was known)doc"},
    {"health.ScoreChange.value_after", R"doc(what is)doc"},
    {"health.ScoreChange.value_before", R"doc(what was observed; NaN where there was none)doc"},
    {"health.ScoreCounts", R"doc(The partial state of whatever is told of a score alone, roc_auc() among them: how often each score occurs
with the outcome, and without.

Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
exactly and in any order. Its size is that of the scores that differ: some thousands of scores with two
decimals, but all rows of probabilities with all their digits, for which there is ProbabilitySums.
Accounts are not kept: what is made of it takes rows as independent.)doc"},
    {"health.ScoreCounts.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.ScoreCounts.examples", R"doc(All examples that have a score, for roc_auc() and its like: as many rows as there were, without
accounts, in the order of their scores.

Raises
------
InvalidInput
    when there are more than 2^31 of them)doc"},
    {"health.ScoreCounts.left_out", R"doc(Examples without a score.)doc"},
    {"health.ScoreCounts.merge", R"doc(Adds the counts of another state.

Raises
------
InvalidInput
    when they are of another attribute)doc"},
    {"health.ScoreCounts.score", R"doc(The attribute.)doc"},
    {"health.ScoreCounts.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"health.ScoreCounts.size", R"doc(Examples so far, those without a score included.)doc"},
    {"health.ScoreCounts.update", R"doc(Adds examples.

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is infinite; nothing is added
    then)doc"},
    {"health.ScoreCountsOptions", R"doc(Settings of ScoreCounts.)doc"},
    {"health.ScoreCountsOptions.score", R"doc(attribute that holds the score)doc"},
    {"health.ScoreException", R"doc(A rule beside the measures: while a flag is up, the score is capped, lifted or set.

Parameters
----------
when
    the flag: a measure of Observations that is not 0
effect
    what it does
points
    to which score
expires_days
    after the flag's date; none: while the flag is up
reason_required
    whether a flag without a reason is a finding)doc"},
    {"health.ScoreException.effect", R"doc(what it does)doc"},
    {"health.ScoreException.expires_days", R"doc(after the flag's date; none: while the flag is up)doc"},
    {"health.ScoreException.points", R"doc(to which score)doc"},
    {"health.ScoreException.reason_required", R"doc(whether a flag without a reason is a finding)doc"},
    {"health.ScoreException.when", R"doc(the flag: a measure of Observations that is not 0)doc"},
    {"health.ScoreHistory", R"doc(Scores of the past: for each account, by id, a row for each day from its first observation on.

Columns
-------
account
    ascending
as_of
    the day, ascending within an account
score
    as it would have been shown; NaN where too little was known
band
    of the score; "unknown" without one
coverage
    share of the card's weight that was observed
oldest_days
    age of the oldest value that counts; NaN where there is none)doc"},
    {"health.ScoreHistory.account", R"doc(ascending)doc"},
    {"health.ScoreHistory.as_of", R"doc(the day, ascending within an account)doc"},
    {"health.ScoreHistory.band", R"doc(of the score; "unknown" without one)doc"},
    {"health.ScoreHistory.coverage", R"doc(share of the card's weight that was observed)doc"},
    {"health.ScoreHistory.findings", R"doc(codes: unobserved_measure)doc"},
    {"health.ScoreHistory.fingerprint", R"doc(of the scorecard)doc"},
    {"health.ScoreHistory.oldest_days", R"doc(age of the oldest value that counts; NaN where there is none)doc"},
    {"health.ScoreHistory.score", R"doc(as it would have been shown; NaN where too little was known)doc"},
    {"health.ScoreHistoryOptions", R"doc(Settings of score_history(): the days, or from when until when and how often.)doc"},
    {"health.ScoreHistoryOptions.dates", R"doc(the days, in any order; empty: the last days of each `every`)doc"},
    {"health.ScoreHistoryOptions.every", R"doc(a row for the last day of each that ends by `last`)doc"},
    {"health.ScoreHistoryOptions.first", R"doc(first day of these; by default that of the first observation)doc"},
    {"health.ScoreHistoryOptions.last", R"doc(last day; by default that of the last observation)doc"},
    {"health.ScoreHistoryOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.ScoreLine", R"doc(What a line of an explanation is of.

Members
-------
measure
    a measure, with its nominal share of the card
renormalization
    what others count for measures that are missing
decay
    what points lose or gain as values age
exception
    what an exception changes
clamp
    what is cut off at the ends of the scale
rounding
    to whole micro-points and to the card's decimals)doc"},
    {"health.ScoreOptions", R"doc(Settings of score().)doc"},
    {"health.ScoreOptions.accounts", R"doc(of observations: accounts that have a row without any)doc"},
    {"health.ScoreOptions.as_of", R"doc(of observations: the last day that is known; by default the last of them)doc"},
    {"health.ScoreOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"health.ScoreOptions.with_contributions", R"doc(whether contributions() are computed along with it)doc"},
    {"health.ScoreScale", R"doc(On which scale a score is taken.

Members
-------
raw
    as it is: points, a linear predictor
logit
    ln(s / (1 - s)) of a probability s)doc"},
    {"health.ScoreTrend", R"doc(Where scores are going: a row for each account.

Columns
-------
account
    ascending
as_of
    the account's last row
score
    on that day; NaN where too little was known
slope
    points in 30 days, by least squares; NaN with fewer than two scores
change
    from the first score of the window to the last; NaN likewise
scores
    how many known scores this stands on
band
    on that day
previous_band
    the one before; null where it has always been the same
days_in_band
    since the first row of this stay, at least)doc"},
    {"health.ScoreTrend.account", R"doc(ascending)doc"},
    {"health.ScoreTrend.as_of", R"doc(the account's last row)doc"},
    {"health.ScoreTrend.band", R"doc(on that day)doc"},
    {"health.ScoreTrend.change", R"doc(from the first score of the window to the last; NaN likewise)doc"},
    {"health.ScoreTrend.days_in_band", R"doc(since the first row of this stay, at least)doc"},
    {"health.ScoreTrend.previous_band", R"doc(the one before; null where it has always been the same)doc"},
    {"health.ScoreTrend.score", R"doc(on that day; NaN where too little was known)doc"},
    {"health.ScoreTrend.scores", R"doc(how many known scores this stands on)doc"},
    {"health.ScoreTrend.slope", R"doc(points in 30 days, by least squares; NaN with fewer than two scores)doc"},
    {"health.ScoreTrend.window_days", R"doc(days that count)doc"},
    {"health.ScoreTrendOptions", R"doc(Settings of score_trend().)doc"},
    {"health.ScoreTrendOptions.window_days", R"doc(days before an account's last row that count; a convention, > 0)doc"},
    {"health.Scorecard", R"doc(A validated scorecard: how measures become a score. It is plain data, and reading one runs no code. Copies
are cheap.

A measure's weight is relative within its group, a group's within its parent. A stated polarity has to
agree with the transform; ratio and percentile need one.

Raises
------
InvalidInput
    naming the measure, on what contradicts itself: a name that is empty or repeated, a weight
    that is not above 0, bands or steps that do not ascend, overlap or leave a gap, points
    outside the scale, a group that is empty, unknown or its own ancestor, a reference to a
    measure that is neither scored nor an input, a field that the transform's kind does not
    have, a polarity that contradicts the transform, a sum of measures that may be left out)doc"},
    {"health.Scorecard.config", R"doc(Everything that it says.)doc"},
    {"health.Scorecard.fingerprint", R"doc(A short name for it: 16 hexadecimal digits, equal for equal scorecards; the 64-bit FNV-1a hash of
to_json().)doc"},
    {"health.Scorecard.from_json", R"doc(Reads a scorecard. What a text does not say is as in ScorecardConfig.

Parameters
----------
json
    an object as to_json() writes it, of at most 4,194,304 characters

Raises
------
InvalidInput
    on what is no JSON object, a key that is unknown or repeated, a value of another type or out
    of range, a format that is newer than this version, and on all that the constructor refuses)doc"},
    {"health.Scorecard.id", R"doc(Its name.)doc"},
    {"health.Scorecard.to_json", R"doc(The scorecard as JSON: every field, in a fixed order, so that equal scorecards are equal texts.)doc"},
    {"health.Scorecard.version", R"doc(Which state of it.)doc"},
    {"health.ScorecardConfig", R"doc(Everything that a scorecard says, as plain data: Scorecard checks it.

Parameters
----------
id
    its name
version
    which state of it: a day, a number
polarity
    which way the score points
scale_lower
    the scale's beginning, -2,000 or more
scale_upper
    the scale's end, 2,000 at most
bands
    the scale's parts, ascending
band_rule
    to which of two a border belongs
min_coverage
    less observed weight is no score, 0 to 1
combination
    how points become a score
decimals
    shown, rounded half to even, 0 to 6
inputs
    measures that ratio and growth refer to, not scored
groups
    none: all measures are at the top
measures
    at least one
exceptions
    applied in this order)doc"},
    {"health.ScorecardConfig.band_rule", R"doc(to which of two a border belongs)doc"},
    {"health.ScorecardConfig.bands", R"doc(the scale's parts, ascending)doc"},
    {"health.ScorecardConfig.combination", R"doc(how points become a score)doc"},
    {"health.ScorecardConfig.decimals", R"doc(shown, rounded half to even, 0 to 6)doc"},
    {"health.ScorecardConfig.exceptions", R"doc(applied in this order)doc"},
    {"health.ScorecardConfig.groups", R"doc(none: all measures are at the top)doc"},
    {"health.ScorecardConfig.id", R"doc(its name)doc"},
    {"health.ScorecardConfig.inputs", R"doc(measures that ratio and growth refer to, not scored)doc"},
    {"health.ScorecardConfig.measures", R"doc(at least one)doc"},
    {"health.ScorecardConfig.min_coverage", R"doc(less observed weight is no score, 0 to 1)doc"},
    {"health.ScorecardConfig.polarity", R"doc(which way the score points)doc"},
    {"health.ScorecardConfig.scale_lower", R"doc(the scale's beginning, -2,000 or more)doc"},
    {"health.ScorecardConfig.scale_upper", R"doc(the scale's end, 2,000 at most)doc"},
    {"health.ScorecardConfig.version", R"doc(which state of it: a day, a number)doc"},
    {"health.ScorecardOfPointsOptions", R"doc(Settings of scorecard_of_points().)doc"},
    {"health.ScorecardOfPointsOptions.bands", R"doc(ascending; the last one ends where the scale does; by default one, "all")doc"},
    {"health.ScorecardOfPointsOptions.decimals", R"doc(shown, 0 to 6)doc"},
    {"health.ScorecardOfPointsOptions.id", R"doc(the scorecard's name)doc"},
    {"health.ScorecardOfPointsOptions.version", R"doc(which state of it)doc"},
    {"health.ScorecardSet", R"doc(Validated scorecards of which each account has one: the first rule that holds for it on a day selects. A
new version of a card stands above the old one with the day from which it is used, so that a past day
finds the card of its time. Copies are cheap.

Raises
------
InvalidInput
    naming the rule, without rules; on an attribute without values or named twice, a rule with
    conditions after one that takes every account, a rule that is never reached, two different
    cards of one id and version, and on what Scorecard refuses)doc"},
    {"health.ScorecardSet.config", R"doc(Everything that it says.)doc"},
    {"health.ScorecardSet.fingerprint", R"doc(A short name for it: 16 hexadecimal digits, equal for equal sets; the 64-bit FNV-1a hash of to_json().)doc"},
    {"health.ScorecardSet.from_json", R"doc(Reads a set: {"id", "version", "rules": [{"where": {"stage": ["live"]}, "valid_from", "scorecard"}]}.

Parameters
----------
json
    an object as to_json() writes it, of at most 16,777,216 characters

Raises
------
InvalidInput
    as Scorecard.from_json(), and on all that the constructor refuses)doc"},
    {"health.ScorecardSet.id", R"doc(Its name.)doc"},
    {"health.ScorecardSet.scorecards", R"doc(The cards, one for each rule.)doc"},
    {"health.ScorecardSet.to_json", R"doc(The set as JSON: every field, in a fixed order, so that equal sets are equal texts.)doc"},
    {"health.ScorecardSet.version", R"doc(Which state of it.)doc"},
    {"health.ScorecardSetConfig", R"doc(Scorecards by segment, stage and time, as plain data: ScorecardSet checks it.

Parameters
----------
id
    its name
version
    which state of it: a day, a number
rules
    the first that holds selects)doc"},
    {"health.ScorecardSetConfig.id", R"doc(its name)doc"},
    {"health.ScorecardSetConfig.rules", R"doc(the first that holds selects)doc"},
    {"health.ScorecardSetConfig.version", R"doc(which state of it: a day, a number)doc"},
    {"health.Scores", R"doc(Scores of accounts, and all that it takes to explain them.

Columns
-------
account
    in the order of the measures
score
    as it is shown; NaN where too little is known
band
    the band of what is shown; "unknown" without a score
coverage
    share of the card's weight that was observed, 0 to 1
oldest_days
    age of the oldest value that counts; NaN where no ages are known
score_micro
    micro-points that the lines add up to, also without a score)doc"},
    {"health.Scores.account", R"doc(in the order of the measures)doc"},
    {"health.Scores.as_of", R"doc(the day on which all this was known)doc"},
    {"health.Scores.as_of_inferred", R"doc(whether it is the last with an observation)doc"},
    {"health.Scores.band", R"doc(the band of what is shown; "unknown" without a score)doc"},
    {"health.Scores.coverage", R"doc(share of the card's weight that was observed, 0 to 1)doc"},
    {"health.Scores.findings", R"doc(codes: low_coverage, unobserved_measure, undated_measure, exception_without_reason)doc"},
    {"health.Scores.oldest_days", R"doc(age of the oldest value that counts; NaN where no ages are known)doc"},
    {"health.Scores.score", R"doc(as it is shown; NaN where too little is known)doc"},
    {"health.Scores.score_micro", R"doc(micro-points that the lines add up to, also without a score)doc"},
    {"health.SelectedScorecards", R"doc(Which scorecard each account has on a day, by account id.

Columns
-------
account
    ascending
scorecard
    the card's id; null where no rule holds
version
    the card's version; null likewise
fingerprint
    the card's fingerprint; null likewise
rule
    the rule that holds first, counted from 0; -1 where none does)doc"},
    {"health.SelectedScorecards.account", R"doc(ascending)doc"},
    {"health.SelectedScorecards.as_of", R"doc(the day)doc"},
    {"health.SelectedScorecards.findings", R"doc(what to look at. Code: no_scorecard)doc"},
    {"health.SelectedScorecards.fingerprint", R"doc(the card's fingerprint; null likewise)doc"},
    {"health.SelectedScorecards.rule", R"doc(the rule that holds first, counted from 0; -1 where none does)doc"},
    {"health.SelectedScorecards.scorecard", R"doc(the card's id; null where no rule holds)doc"},
    {"health.SelectedScorecards.set_fingerprint", R"doc(of the set that was asked)doc"},
    {"health.SelectedScorecards.version", R"doc(the card's version; null likewise)doc"},
    {"health.SelectionRule", R"doc(Who has a scorecard, and since when.

Parameters
----------
where
    all have to hold; none: every account
valid_from
    the first day on which it is used; none: from ever
scorecard
    the card)doc"},
    {"health.SelectionRule.scorecard", R"doc(the card)doc"},
    {"health.SelectionRule.valid_from", R"doc(the first day on which it is used; none: from ever)doc"},
    {"health.SelectionRule.where", R"doc(all have to hold; none: every account)doc"},
    {"health.Sentiment", R"doc(What the score says and what the CSM says, side by side, by account id.

Columns
-------
account
    whose
score
    the health score; NaN where it is unknown
score_band
    its band; null where it is unknown
sentiment
    what the CSM thinks; NaN where it is unknown
sentiment_band
    its band; null where it is unknown
disagreement
    sentiment - score, in points: above 0 the CSM sees it greener
band_disagreement
    the same in bands
days_since
    from the CSM's word to as_of; NaN where the day is unknown)doc"},
    {"health.Sentiment.account", R"doc(whose)doc"},
    {"health.Sentiment.as_of", R"doc(last day known; none without dates)doc"},
    {"health.Sentiment.as_of_inferred", R"doc(it was not given)doc"},
    {"health.Sentiment.band_disagreement", R"doc(the same in bands)doc"},
    {"health.Sentiment.days_since", R"doc(from the CSM's word to as_of; NaN where the day is unknown)doc"},
    {"health.Sentiment.disagreement", R"doc(sentiment - score, in points: above 0 the CSM sees it greener)doc"},
    {"health.Sentiment.findings", R"doc(by rows of the result: sentiment_above_score, sentiment_below_score, outside_bands)doc"},
    {"health.Sentiment.score", R"doc(the health score; NaN where it is unknown)doc"},
    {"health.Sentiment.score_band", R"doc(its band; null where it is unknown)doc"},
    {"health.Sentiment.sentiment", R"doc(what the CSM thinks; NaN where it is unknown)doc"},
    {"health.Sentiment.sentiment_band", R"doc(its band; null where it is unknown)doc"},
    {"health.SentimentColumns", R"doc(The columns of a table of sentiments: one row for each account.)doc"},
    {"health.SentimentColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.SentimentColumns.band", R"doc(of the score; by default that in which the score lies)doc"},
    {"health.SentimentColumns.date", R"doc(days since 1970-01-01: when the CSM said so; null: unknown)doc"},
    {"health.SentimentColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.SentimentColumns.score", R"doc(the health score as of the day; null or NaN: unknown)doc"},
    {"health.SentimentColumns.sentiment", R"doc(what the CSM thinks, on the scale of the score; null or NaN: unknown)doc"},
    {"health.SentimentOptions", R"doc(Settings of sentiment().)doc"},
    {"health.SentimentOptions.as_of", R"doc(last day known; by default the last date)doc"},
    {"health.SentimentOptions.band_names", R"doc(of the scale, from the worst to the best)doc"},
    {"health.SentimentOptions.band_rule", R"doc(to which of two a border belongs)doc"},
    {"health.SentimentOptions.band_uppers", R"doc(where each ends, ascending; those of the example of a scorecard)doc"},
    {"health.Sentiments", R"doc(A validated table of scores and of what the customer success managers (CSMs) think. Copies are cheap.

The columns of a table of sentiments: one row for each account.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
score
    the health score as of the day; null or NaN: unknown
band
    of the score; by default that in which the score lies
sentiment
    what the CSM thinks, on the scale of the score; null or NaN: unknown
date
    days since 1970-01-01: when the CSM said so; null: unknown
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, an account that is null or there twice, a number that
    is infinite, a day before 1900 or after 9999)doc"},
    {"health.Sentiments.data", R"doc()doc"},
    {"health.Sentiments.findings", R"doc(With `on_error = drop`, which rows were left out and why.)doc"},
    {"health.Sentiments.last_day", R"doc(The latest date; none without dates.)doc"},
    {"health.Sentiments.size", R"doc(Rows that were accepted.)doc"},
    {"health.SetScoreHistory", R"doc(Scores of the past, each by the card of its time: for each account, by id, a row for each day from its
first observation on.

Columns
-------
account
    ascending
as_of
    the day, ascending within an account
scorecard
    the id of that day's card; null where no rule holds
version
    its version; null likewise
fingerprint
    its fingerprint; null likewise
rule
    the rule that holds first, counted from 0; -1 where none does
score
    as it would have been shown; NaN without one
band
    of that day's card; "unknown" without a score, null without a card
coverage
    share of the card's weight that was observed; NaN without a card
oldest_days
    age of the oldest value that counts; NaN where there is none)doc"},
    {"health.SetScoreHistory.account", R"doc(ascending)doc"},
    {"health.SetScoreHistory.as_of", R"doc(the day, ascending within an account)doc"},
    {"health.SetScoreHistory.band", R"doc(of that day's card; "unknown" without a score, null without a card)doc"},
    {"health.SetScoreHistory.coverage", R"doc(share of the card's weight that was observed; NaN without a card)doc"},
    {"health.SetScoreHistory.findings", R"doc(codes: no_scorecard, unobserved_measure)doc"},
    {"health.SetScoreHistory.fingerprint", R"doc(its fingerprint; null likewise)doc"},
    {"health.SetScoreHistory.oldest_days", R"doc(age of the oldest value that counts; NaN where there is none)doc"},
    {"health.SetScoreHistory.rule", R"doc(the rule that holds first, counted from 0; -1 where none does)doc"},
    {"health.SetScoreHistory.score", R"doc(as it would have been shown; NaN without one)doc"},
    {"health.SetScoreHistory.scorecard", R"doc(the id of that day's card; null where no rule holds)doc"},
    {"health.SetScoreHistory.set_fingerprint", R"doc(of the set)doc"},
    {"health.SetScoreHistory.version", R"doc(its version; null likewise)doc"},
    {"health.SetScores", R"doc(Scores of accounts, each by the scorecard that a set has for it.

Columns
-------
account
    ascending
scorecard
    the card's id; null where no rule holds
version
    the card's version; null likewise
fingerprint
    the card's fingerprint; null likewise
rule
    the rule that holds first, counted from 0; -1 where none does
score
    as it is shown; NaN where too little is known, or no rule holds
band
    of the account's card; "unknown" without a score, null without a card
coverage
    share of the card's weight that was observed; NaN without a card
oldest_days
    age of the oldest value that counts; NaN where there is none)doc"},
    {"health.SetScores.account", R"doc(ascending)doc"},
    {"health.SetScores.as_of", R"doc(the day on which all this was known)doc"},
    {"health.SetScores.as_of_inferred", R"doc(whether it is the last with an observation)doc"},
    {"health.SetScores.band", R"doc(of the account's card; "unknown" without a score, null without a card)doc"},
    {"health.SetScores.coverage", R"doc(share of the card's weight that was observed; NaN without a card)doc"},
    {"health.SetScores.findings", R"doc(codes: no_scorecard, low_coverage, unobserved_measure, exception_without_reason; those of a card bear its name)doc"},
    {"health.SetScores.fingerprint", R"doc(the card's fingerprint; null likewise)doc"},
    {"health.SetScores.oldest_days", R"doc(age of the oldest value that counts; NaN where there is none)doc"},
    {"health.SetScores.rule", R"doc(the rule that holds first, counted from 0; -1 where none does)doc"},
    {"health.SetScores.score", R"doc(as it is shown; NaN where too little is known, or no rule holds)doc"},
    {"health.SetScores.scorecard", R"doc(the card's id; null where no rule holds)doc"},
    {"health.SetScores.set_fingerprint", R"doc(of the set)doc"},
    {"health.SetScores.version", R"doc(the card's version; null likewise)doc"},
    {"health.SnapshotColumns", R"doc(The columns of a table of snapshots: what was known of each account on each of some days.)doc"},
    {"health.SnapshotColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.SnapshotColumns.as_of", R"doc(days since 1970-01-01: the day on which the row was known)doc"},
    {"health.SnapshotColumns.attributes", R"doc(n rows: the score, its band, features, and baselines, by their names)doc"},
    {"health.SnapshotColumns.currency", R"doc(ISO 4217 code of every amount)doc"},
    {"health.SnapshotColumns.due", R"doc(day of the next renewal; null where none is agreed)doc"},
    {"health.SnapshotColumns.known_on", R"doc(latest date of anything that the row was made of)doc"},
    {"health.SnapshotColumns.mrr", R"doc(what the account pays a month, in major units, >= 0)doc"},
    {"health.SnapshotColumns.mrr_minor", R"doc(the same in minor units, >= 0)doc"},
    {"health.SnapshotColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.SnapshotColumns.treated", R"doc(1 where somebody acted on the score afterwards)doc"},
    {"health.Snapshots", R"doc(A validated table of snapshots: what scores and features were, before it was known what would happen.
Copies are cheap.

Findings: more_digits_than_currency.

The columns of a table of snapshots: what was known of each account on each of some days.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
as_of
    days since 1970-01-01: the day on which the row was known
attributes
    n rows: the score, its band, features, and baselines, by their names
due
    day of the next renewal; null where none is agreed
known_on
    latest date of anything that the row was made of
treated
    1 where somebody acted on the score afterwards
mrr
    what the account pays a month, in major units, >= 0
mrr_minor
    the same in minor units, >= 0
currency
    ISO 4217 code of every amount
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or as_of, a day before 1900 or after
    9999, two rows of an account and day, a flag that is not 0 or 1, an amount that is null,
    negative or not finite, an unknown currency
Overflow
    when an amount leaves 64 bits)doc"},
    {"health.Snapshots.data", R"doc()doc"},
    {"health.Snapshots.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"health.Snapshots.size", R"doc(Rows that were accepted.)doc"},
    {"health.SplitRole", R"doc(What a row is for in a fold.

Members
-------
train
    a model learns from it
test
    the model is judged by it
purged
    neither: its outcome was not yet known when the model had to be made)doc"},
    {"health.Splits", R"doc(Rows to learn from and rows to be judged by, one row for each fold and row of the examples.

Columns
-------
row
    of the examples, from 0
fold
    from 1
role
    what the row is for in this fold)doc"},
    {"health.Splits.cuts", R"doc(of splits by time: the first day of the test rows of each fold)doc"},
    {"health.Splits.examples", R"doc(rows of the examples)doc"},
    {"health.Splits.findings", R"doc(codes: fold_without_outcome, fold_without_training)doc"},
    {"health.Splits.fingerprint", R"doc(of the accounts or days that they were made by, row by row: tells splits of other examples; empty where it does not matter)doc"},
    {"health.Splits.fold", R"doc(from 1)doc"},
    {"health.Splits.folds", R"doc(how many there are)doc"},
    {"health.Splits.role", R"doc(what the row is for in this fold)doc"},
    {"health.Splits.row", R"doc(of the examples, from 0)doc"},
    {"health.Support", R"doc(Support as of a day, one row for each group. Columns of the window count what happened in it; `open` and
`open_escalated` count what is open on as_of, however old.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
opened
    tickets opened in the window
escalated
    of these
closed
    tickets closed in the window
open
    tickets open on as_of
open_escalated
    of these
mean_days
    from opened to closed, of those closed in the window; NaN without any
median_days
    by which half of those opened in the window are closed, by Kaplan-Meier; NaN where less than
    half are
mean_score
    of those closed in the window that have one; NaN without any)doc"},
    {"health.Support.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"health.Support.as_of_inferred", R"doc(it was not given)doc"},
    {"health.Support.closed", R"doc(tickets closed in the window)doc"},
    {"health.Support.escalated", R"doc(of these)doc"},
    {"health.Support.findings", R"doc(codes: undated_attribute, escalation_not_told)doc"},
    {"health.Support.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"health.Support.mean_days", R"doc(from opened to closed, of those closed in the window; NaN without any)doc"},
    {"health.Support.mean_score", R"doc(of those closed in the window that have one; NaN without any)doc"},
    {"health.Support.median_days", R"doc(by which half of those opened in the window are closed, by Kaplan-Meier; NaN where less than half are)doc"},
    {"health.Support.open", R"doc(tickets open on as_of)doc"},
    {"health.Support.open_escalated", R"doc(of these)doc"},
    {"health.Support.opened", R"doc(tickets opened in the window)doc"},
    {"health.Support.window_days", R"doc(days up to as_of)doc"},
    {"health.SupportOptions", R"doc(Settings of support().)doc"},
    {"health.SupportOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"health.SupportOptions.as_of", R"doc(last day known; by default the last in the tickets)doc"},
    {"health.SupportOptions.by", R"doc("account", or attributes of `accounts` on as_of)doc"},
    {"health.SupportOptions.window_days", R"doc(days up to as_of, >= 1; by default all)doc"},
    {"health.SupportSums", R"doc(The partial state of support(): how many tickets there are, by group, and how many lasted so many days.

Tickets may be in any part. Sums of parts, and states from other processes, add up to those of all
tickets, exactly and in any order: rows are those of the whole table.

Parameters
----------
options
    as_of must be given, since each part has a last day of its own

Raises
------
InvalidInput
    as support() does for its options)doc"},
    {"health.SupportSums.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.SupportSums.merge", R"doc(Adds the sums of another state.

Raises
------
InvalidInput
    when its settings are others)doc"},
    {"health.SupportSums.serialize", R"doc(The state as bytes of version 1, for deserialize(). Accounts are not among them.)doc"},
    {"health.SupportSums.size", R"doc(Tickets opened in the window so far.)doc"},
    {"health.SupportSums.support", R"doc(What support() has of all tickets.)doc"},
    {"health.SupportSums.tallies", R"doc()doc"},
    {"health.SupportSums.update", R"doc(Adds tickets.

Raises
------
InvalidInput
    without as_of; for groups that are integers after texts; by attributes, for a state that was
    read from bytes, which has no accounts. Nothing is added then)doc"},
    {"health.SurveyColumns", R"doc(The columns of a table of surveys: one row for each answer.)doc"},
    {"health.SurveyColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.SurveyColumns.ces_scale", R"doc(lowest and highest CES score; the highest is the least effort)doc"},
    {"health.SurveyColumns.csat_scale", R"doc(lowest and highest CSAT score)doc"},
    {"health.SurveyColumns.date", R"doc(n days since 1970-01-01, or instants: when it was answered)doc"},
    {"health.SurveyColumns.kind", R"doc(nps, csat or ces)doc"},
    {"health.SurveyColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.SurveyColumns.score", R"doc(of nps whole, 0 to 10; of the others on their scale)doc"},
    {"health.SurveyColumns.user", R"doc(who answered; null: unknown)doc"},
    {"health.SurveyCounts", R"doc(The partial state of nps(), csat() and ces(): how often each score was given, by group.

All answers of an account must be in one table of one part: only there is it known which answer of a user
is the last. Counts of such parts, and states from other processes, add up to those of all answers,
exactly and in any order; scores, errors and intervals are then those of the whole table, to the bit.

Parameters
----------
kind
    the answers that are counted
options
    those of nps(); as_of must be given, since each part has a last day of its own

Raises
------
InvalidInput
    as nps() does for its options)doc"},
    {"health.SurveyCounts.ces", R"doc(What ces() has of all answers.)doc"},
    {"health.SurveyCounts.csat", R"doc(What csat() has of all answers.)doc"},
    {"health.SurveyCounts.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"health.SurveyCounts.kind", R"doc(The answers that are counted.)doc"},
    {"health.SurveyCounts.merge", R"doc(Adds the counts of another state.

Raises
------
InvalidInput
    when its kind, settings or scale are others)doc"},
    {"health.SurveyCounts.nps", R"doc(What nps() has of all answers.

Raises
------
InvalidInput
    when answers of another kind were counted, as of the two others)doc"},
    {"health.SurveyCounts.serialize", R"doc(The state as bytes of version 1, for deserialize(). Accounts are not among them.)doc"},
    {"health.SurveyCounts.size", R"doc(Answers in the window so far.)doc"},
    {"health.SurveyCounts.tallies", R"doc()doc"},
    {"health.SurveyCounts.update", R"doc(Adds answers.

Raises
------
InvalidInput
    without as_of; for a scale other than that of tables before, or groups that are integers
    after texts; by attributes, for a state that was read from bytes, which has no accounts.
    Nothing is added then)doc"},
    {"health.SurveyKind", R"doc(Which question was asked.

Members
-------
nps
    Net Promoter Score: how likely is it that you recommend us?
csat
    customer satisfaction: how satisfied are you?
ces
    customer effort score: did we make it easy for you?)doc"},
    {"health.SurveyOptions", R"doc(Settings of nps(), csat() and ces().)doc"},
    {"health.SurveyOptions.accounts", R"doc(whose attributes make groups)doc"},
    {"health.SurveyOptions.as_of", R"doc(last day known; by default the last with an answer)doc"},
    {"health.SurveyOptions.by", R"doc("account", or attributes of `accounts` on as_of)doc"},
    {"health.SurveyOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"health.SurveyOptions.counted", R"doc(which answers of the window count; by default nobody counts twice, which the intervals assume)doc"},
    {"health.SurveyOptions.window_days", R"doc(days up to as_of whose answers count, >= 1; by default all)doc"},
    {"health.Surveys", R"doc(A validated table of surveys. Copies are cheap.

Scores of CSAT and CES may have fractions, as the mean of several questions has. Instants are the days of
UTC.

The columns of a table of surveys: one row for each answer.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    n days since 1970-01-01, or instants: when it was answered
kind
    nps, csat or ces
score
    of nps whole, 0 to 10; of the others on their scale
user
    who answered; null: unknown
csat_scale
    lowest and highest CSAT score
ces_scale
    lowest and highest CES score; the highest is the least effort
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or kind, a kind that is none of the
    three, a score that is null or not on its scale, a scale that is not two ascending numbers
    from -1,000 to 1,000, a day that is null, before 1900 or after 9999)doc"},
    {"health.Surveys.data", R"doc()doc"},
    {"health.Surveys.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
several_answers.)doc"},
    {"health.Surveys.last_day", R"doc(The latest date; none without rows.)doc"},
    {"health.Surveys.size", R"doc(Rows that were accepted.)doc"},
    {"health.TicketColumns", R"doc(The columns of a table of support tickets: one row for each.)doc"},
    {"health.TicketColumns.account", R"doc(n ids, texts or integers)doc"},
    {"health.TicketColumns.closed", R"doc(null or fealty::open while it is open)doc"},
    {"health.TicketColumns.escalated", R"doc(1 where it was escalated; null: unknown)doc"},
    {"health.TicketColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"health.TicketColumns.opened", R"doc(n days since 1970-01-01, or instants)doc"},
    {"health.TicketColumns.score", R"doc(how content the customer was when it was closed; null: not told)doc"},
    {"health.TicketColumns.severity", R"doc(low, high, …; null: unknown)doc"},
    {"health.Tickets", R"doc(A validated table of support tickets. Copies are cheap.

Instants are the days of UTC.

The columns of a table of support tickets: one row for each.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
opened
    n days since 1970-01-01, or instants
closed
    null or fealty::open while it is open
severity
    low, high, …; null: unknown
escalated
    1 where it was escalated; null: unknown
score
    how content the customer was when it was closed; null: not told
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account or opened, a day before 1900 or after
    9999, a closed before its opened, a flag that is not 0 or 1, a score that is infinite)doc"},
    {"health.Tickets.data", R"doc()doc"},
    {"health.Tickets.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
unknown_escalation, score_while_open.)doc"},
    {"health.Tickets.last_day", R"doc(The latest day on which a ticket was opened or closed; none without rows.)doc"},
    {"health.Tickets.size", R"doc(Rows that were accepted.)doc"},
    {"health.TimeSplitsOptions", R"doc(Settings of time_splits().)doc"},
    {"health.TimeSplitsOptions.cuts", R"doc(instead: the first day of each stretch, ascending)doc"},
    {"health.TimeSplitsOptions.folds", R"doc(stretches of about as many rows, after one to learn from first; >= 1)doc"},
    {"health.TimeSplitsOptions.gap_days", R"doc(between as_of and that window, >= 0)doc"},
    {"health.TimeSplitsOptions.horizon_days", R"doc(the length of the outcome's window, > 0)doc"},
    {"health.Transform", R"doc(From a measure's value to points. Each kind has its own fields; the others stay as they are.

Parameters
----------
kind
    which
points
    of all but ratio and percentile, ascending
target
    ratio: the value that is worth target_points, > 0
target_points
    ratio: what the target is worth
of
    ratio: the measure that is the target
baseline_days
    growth: the same measure, so many days before
baseline
    growth: the measure that is the baseline
reference
    percentile: the stored values
mean
    z_score
std_dev
    z_score, > 0
factor
    weight_of_evidence
offset
    weight_of_evidence
missing_evidence
    weight_of_evidence of a value that is missing)doc"},
    {"health.Transform.baseline", R"doc(growth: the measure that is the baseline)doc"},
    {"health.Transform.baseline_days", R"doc(growth: the same measure, so many days before)doc"},
    {"health.Transform.factor", R"doc(weight_of_evidence)doc"},
    {"health.Transform.kind", R"doc(which)doc"},
    {"health.Transform.mean", R"doc(z_score)doc"},
    {"health.Transform.missing_evidence", R"doc(weight_of_evidence of a value that is missing)doc"},
    {"health.Transform.of", R"doc(ratio: the measure that is the target)doc"},
    {"health.Transform.offset", R"doc(weight_of_evidence)doc"},
    {"health.Transform.points", R"doc(of all but ratio and percentile, ascending)doc"},
    {"health.Transform.reference", R"doc(percentile: the stored values)doc"},
    {"health.Transform.std_dev", R"doc(z_score, > 0)doc"},
    {"health.Transform.target", R"doc(ratio: the value that is worth target_points, > 0)doc"},
    {"health.Transform.target_points", R"doc(ratio: what the target is worth)doc"},
    {"health.TransformKind", R"doc(How a measure's value becomes points.

Members
-------
bands
    steps: the points of the step in which the value lies
piecewise
    linear between the given points, constant outside them
ratio
    value over a target, times the points that the target is worth
growth
    value over a baseline, minus 1, then piecewise
percentile
    share of a stored reference that lies below, half of ties, over the scale
z_score
    (value - mean) over std_dev, then piecewise
weight_of_evidence
    offset + factor times the weight of evidence of the value's bin)doc"},
    {"health.TransformPoint", R"doc(One pair of a transform.

Parameters
----------
value
    a value; of steps and bins their upper end
points
    what it is worth; of a bin its weight of evidence
lower
    where a step begins; where the one before ends by default)doc"},
    {"health.TransformPoint.lower", R"doc(where a step begins; where the one before ends by default)doc"},
    {"health.TransformPoint.points", R"doc(what it is worth; of a bin its weight of evidence)doc"},
    {"health.TransformPoint.value", R"doc(a value; of steps and bins their upper end)doc"},
    {"health.Verdict", R"doc(What the evidence comes to.

Members
-------
predictive
    the score tells who will have the outcome from who will not
not_predictive
    it does not, as far as the data can tell
insufficient_events
    too few accounts have the outcome, or have it not, to tell
leaking
    the score, or what it is made of, already knows the outcome)doc"},
    {"health.WeightOfEvidence", R"doc(What each value of an attribute says about the outcome, one row for each bin: numbers ascending, texts by
their bytes, then those that are missing.

Columns
-------
kind
    what the bin holds
lower
    of numbers: above it; -infinity of the first; NaN otherwise
upper
    of numbers: up to it; infinity of the last; NaN otherwise
category
    of a text; empty otherwise
examples
    rows in the bin
outcomes
    of them, with the outcome
share_outcomes
    of the weight of all outcomes, those of the bin
share_others
    of the weight of all others, those of the bin
weight_of_evidence
    ln(share_outcomes / share_others); NaN of an empty bin
contribution
    (share_outcomes - share_others) times it)doc"},
    {"health.WeightOfEvidence.category", R"doc(of a text; empty otherwise)doc"},
    {"health.WeightOfEvidence.contribution", R"doc((share_outcomes - share_others) times it)doc"},
    {"health.WeightOfEvidence.examples", R"doc(rows in the bin)doc"},
    {"health.WeightOfEvidence.feature", R"doc(the attribute)doc"},
    {"health.WeightOfEvidence.findings", R"doc(codes: no_examples, one_class, one_bin, empty_cell)doc"},
    {"health.WeightOfEvidence.information_value", R"doc(sum of the contributions; NaN of one class)doc"},
    {"health.WeightOfEvidence.kind", R"doc(what the bin holds)doc"},
    {"health.WeightOfEvidence.lower", R"doc(of numbers: above it; -infinity of the first; NaN otherwise)doc"},
    {"health.WeightOfEvidence.monotone", R"doc(which way bins of numbers go, if they had to)doc"},
    {"health.WeightOfEvidence.outcomes", R"doc(of them, with the outcome)doc"},
    {"health.WeightOfEvidence.share_others", R"doc(of the weight of all others, those of the bin)doc"},
    {"health.WeightOfEvidence.share_outcomes", R"doc(of the weight of all outcomes, those of the bin)doc"},
    {"health.WeightOfEvidence.smoothing", R"doc(added to both cells of a bin of which one is empty)doc"},
    {"health.WeightOfEvidence.upper", R"doc(of numbers: up to it; infinity of the last; NaN otherwise)doc"},
    {"health.WeightOfEvidence.weight_of_evidence", R"doc(ln(share_outcomes / share_others); NaN of an empty bin)doc"},
    {"health.WeightOfEvidenceFeaturesOptions", R"doc(Settings of weight_of_evidence_features().)doc"},
    {"health.WeightOfEvidenceFeaturesOptions.keep", R"doc(columns that are passed on as they are)doc"},
    {"health.WeightOfEvidenceFeaturesOptions.unseen", R"doc(in place of a value that no bin holds: 0 says nothing either way; by default NaN)doc"},
    {"health.WeightOfEvidenceOptions", R"doc(Settings of weight_of_evidence().)doc"},
    {"health.WeightOfEvidenceOptions.bins", R"doc(of numbers, at most so many, missing ones apart; at least 1)doc"},
    {"health.WeightOfEvidenceOptions.edges", R"doc(upper ends of bins of numbers; by default 100 bins of about as many examples)doc"},
    {"health.WeightOfEvidenceOptions.feature", R"doc(the attribute; of counts that of the counts)doc"},
    {"health.WeightOfEvidenceOptions.merge", R"doc(whether neighbors become one, down to `bins`; if not, bins stay as they are)doc"},
    {"health.WeightOfEvidenceOptions.min_share", R"doc(of the weight of the numbers in each bin, 0 to .5; a custom of the field)doc"},
    {"health.WeightOfEvidenceOptions.monotone", R"doc(which way bins of numbers have to go)doc"},
    {"health.WeightOfEvidenceOptions.smoothing", R"doc(examples added to both cells of a bin of which one is empty, > 0)doc"},
    {"health.account_splits", R"doc(Splits by account: all rows of an account are in one fold, since they are alike.

Accounts are dealt to the folds in an order that is drawn from their ids and the seed, whatever the order
of rows: first those with an outcome, then the others, so that each fold has about as many of both.

Parameters
----------
examples
    as made by Examples, with accounts
folds
    at least 2
seed
    of the draw

Returns
-------
by fold and row; each row is tested once

Raises
------
InvalidInput
    for examples without accounts; folds < 2, or more than accounts)doc"},
    {"health.average_precision", R"doc(The average precision of a score: the area under its steps of precision by recall, without interpolation,
which would flatter it.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores
higher_predicts_outcome
    false for a health score and a churn
cluster
    whether accounts are drawn with all their rows; by default where the examples have accounts
draws
    of the bootstrap, 2 to 1,000,000; 0 for no interval
seed
    of the draws
confidence
    coverage of the interval, in (0, 1)
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row

Raises
------
InvalidInput
    for a name of no attribute, scores that are no numbers or infinite, clusters without
    accounts, draws out of range; unless 0 < confidence < 1

References
----------
Davis & Goadrich (2006), ICML 23:233-240; Saito & Rehmsmeier (2015), PLOS ONE 10:e0118432)doc"},
    {"health.beta_calibration", R"doc(Beta calibration: a curve from scores in [0, 1] to probabilities that may be bent at either end, or not at
all: Platt's cannot leave alone a score that is a probability already.

logit p = intercept + slope ln s - rest_slope ln(1 - s), with the largest likelihood of all slopes >= 0,
so that probabilities never fall with s. Weights count as so many rows. Scores that tell all outcomes, and
examples of one outcome, have no such curve: it is fitted to Platt's targets then. Two distinct scores
cannot tell both slopes: they are made equal.

Parameters
----------
examples
    what was known, and what happened
score
    attribute that holds the score, in [0, 1]
higher_predicts_outcome
    whether the outcome is expected of high scores; otherwise s is 1 - score, as of a health
    score and churn
clip
    scores are kept so far from 0 and 1; in (0, .5)
least_outcomes
    fewer rows with the outcome, or without, are found; an assumption

Returns
-------
a calibrator for calibrate()

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; where scores
    tell all, for weights of rows with the outcome, or without, that come to less than 1; unless
    0 < clip < .5 and least_outcomes >= 0

References
----------
Kull, Silva Filho & Flach (2017), Electronic Journal of Statistics 11:5052-5080)doc"},
    {"health.brier_decomposition", R"doc(Why a Brier score is what it is: reliability - resolution + uncertainty + within_bin_variance -
within_bin_covariance, exactly.

The first three are Murphy's, and add up to the score only where all probabilities of a bin are the same;
the other two are what is lost by bins. Weights count as so many rows.

Errors are those of the delta method, with the bins held fixed: of sums over accounts where these are
known (sandwich, G / (G - 1)), otherwise of rows. Chance alone lifts reliability and resolution above 0,
by the variance of the bins' means: their intervals are of what they would be of ever more rows, so that
the lower bound is without this bias, and 0 where no more is there; the upper bound keeps it, and so they
cover more than they say. The interval of uncertainty is that of the share of outcomes.

Parameters
----------
examples
    probabilities that were known, and what happened
score
    attribute that holds the probability of the outcome, in [0, 1]
bins
    within which probabilities are taken together; 1 or more
binning
    how they are cut
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each term

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
    1; unless 0 < confidence < 1

References
----------
Stephenson, Coelho & Jolliffe (2008), Weather and Forecasting 23:752-757; Murphy (1973), Journal of
Applied Meteorology 12:595-600; Ferro & Fricker (2012), Quarterly Journal of the Royal
Meteorological Society 138:1954-1960, for the bias)doc"},
    {"health.calibrate", R"doc(Turns scores into probabilities.

Parameters
----------
calibrator
    as made by platt(), isotonic() or beta_calibration()
scores
    numbers; NaN where one is missing

Returns
-------
one row for each score, in the same order

Raises
------
InvalidInput
    for a score that is infinite, or not in [0, 1] where a logarithm of it is taken; for knots
    that do not ascend, or parameters that do not belong to the kind)doc"},
    {"health.calibration_curve", R"doc(Whether the outcome happens as often as was predicted, of low probabilities and of high ones.

Weights count as so many rows. Intervals take rows as independent: finding many_rows where several
are of one account.

Parameters
----------
examples
    probabilities that were known, and what happened
score
    attribute that holds the probability of the outcome, in [0, 1]
bins
    1 or more
binning
    how they are cut
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each bin that has examples

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
    1; unless 0 < confidence < 1

References
----------
Bröcker & Smith (2007), Weather and Forecasting 22:651-661; Wilson (1927), JASA 22:209-212)doc"},
    {"health.calibration_measures", R"doc(How far probabilities are from what happened.

Calibration in the large is that of the offset fit; the intercept beside the slope is another number, and
says little by itself. Where accounts are given they are independent, and errors are those of sums over
accounts (sandwich, G / (G - 1)); otherwise rows are, and the logistic curves have the errors of maximum
likelihood. Spiegelhalter's test takes rows as independent always. Weights count as so many rows.
Probabilities of 0 and 1 are allowed: for logarithms and logits they are taken at `clip` from there
(finding certain_scores).

Calibration errors are above 0 by chance alone. Their intervals are of the errors that these bins would
show of ever more rows. The lower bound of the expected error is without what chance adds on average to
right probabilities with the spread that the bins show, and the upper one keeps it. That of the maximum is
of all bins at once (Bonferroni). Both cover more than they say.

Parameters
----------
examples
    probabilities that were known, and what happened
score
    attribute that holds the probability of the outcome, in [0, 1]
bins
    of the calibration errors; 1 or more
binning
    how they are cut
clip
    for logarithms, probabilities are kept so far from 0 and 1; in (0, .5)
confidence
    coverage of the intervals, in (0, 1)
least_outcomes
    fewer rows with the outcome, or without, are found; an assumption

Returns
-------
one row for each measure

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
    1; unless 0 < clip < .5, 0 < confidence < 1 and least_outcomes >= 0

References
----------
Cox (1958), Biometrika 45:562-565; Spiegelhalter (1986), Statistics in Medicine 5:421-433;
Steyerberg & Vergouwe (2014), European Heart Journal 35:1925-1931; Van Calster et al. (2019), BMC
Medicine 17:230)doc"},
    {"health.calibrator_from_json", R"doc(Reads a calibrator from JSON. Nothing in it is run.

Parameters
----------
json
    as written by calibrator_json(), of at most 67,108,864 characters

Returns
-------
the calibrator; it gives the same probabilities, to the last bit

Raises
------
InvalidInput
    for a format newer than 1, named; for what is no JSON object, keys that are missing, unknown
    or stand there twice, values of another type or out of range, and all that calibrate()
    refuses

References
----------
calibrate())doc"},
    {"health.calibrator_json", R"doc(A calibrator as JSON: its kind, parameters or knots, and how it was made; not its findings, which may name
rows. It keeps every bit.

Parameters
----------
calibrator
    as made by platt(), isotonic() or beta_calibration()

Returns
-------
an object of format 1

Raises
------
InvalidInput
    for a calibrator that no fit gives, or that learned nothing)doc"},
    {"health.ces", R"doc(Customer effort: the mean agreement that it was made easy, and the share of those who agree (5 to 7 of 7).

Scores are those of the second version of the question, in which more is better. Answers to the first, in
which more is more effort, are to be turned round: low + high - score.

Parameters
----------
surveys
    as made by Surveys
as_of
    last day known; by default the last with an answer
window_days
    days up to as_of whose answers count, >= 1; by default all
counted
    which answers of the window count; by default nobody counts twice, which the intervals
    assume
by
    "account", or attributes of `accounts` on as_of
accounts
    whose attributes make groups
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each group with an answer up to as_of; without `by` one row

Raises
------
InvalidInput
    as nps()

References
----------
Dixon, Freeman & Toman (2010), Harvard Business Review 88(7/8):116-122)doc"},
    {"health.churn_by_band", R"doc(Whether bands mean something: how often the outcome happens in each, and whether it happens less the
better the band.

The trend is that of Cochran and Armitage over bands that lie one step apart. With few outcomes its p is
exact: the share of all ways in which the outcomes may fall on these rows whose trend is as far from none.
Rows count as independent: finding many_rows where several are of one account. Weights do not count.

Parameters
----------
examples
    bands that were known, and what happened
order
    all bands, the worst first
band
    attribute that holds the band
worse_predicts_outcome
    whether the outcome is expected of bad bands, as churn is; a renewal is not
exact_outcomes
    up to so many outcomes, or rows without, the trend's p is exact; a choice of cost
confidence
    coverage of the intervals, in (0, 1); neighbors are said to be alike where p is above 1 -
    confidence

Returns
-------
one row for each band

Raises
------
InvalidInput
    without an order, for a band that is empty or there twice, or one of the examples that is
    not in the order; for an attribute that is not there, or is neither texts nor integers;
    unless 0 < confidence < 1 and 0 <= exact_outcomes <= 1,000

References
----------
Cochran (1954), Biometrics 10:417-451; Armitage (1955), Biometrics 11:375-386

The same of counts, which know neither rows nor accounts: missing_band names no rows, and there is no
many_rows.

Parameters
----------
counts
order
    all bands, the worst first
band
    attribute that holds the band
worse_predicts_outcome
    whether the outcome is expected of bad bands, as churn is; a renewal is not
exact_outcomes
    up to so many outcomes, or rows without, the trend's p is exact; a choice of cost
confidence
    coverage of the intervals, in (0, 1); neighbors are said to be alike where p is above 1 -
    confidence)doc"},
    {"health.contributions", R"doc(Opens scores into the lines that they are made of.

A measure's line is its nominal share of the card x its points, before they fade. Each line is rounded to
whole micro-points. So `rounding` is at most half a unit of the last decimal that is shown, and half a
micro-point for each line: errors do not fit in.

Parameters
----------
scores
    as made by score()

Returns
-------
a row for each of them)doc"},
    {"health.cross_validate", R"doc(Cross-validation of a logistic model: each test row is predicted by a model that has seen nothing of it.

Each fold begins anew with its training rows: bins, means and standard deviations of features, levels of
texts and coefficients are theirs alone. So predictions can teach a calibrator, or prove the model. The
penalty is chosen by the predictions themselves: with many penalties the figures of the chosen one are a
little too good. A fold whose training rows are of one class has no model.

Parameters
----------
examples
    as made by Examples
splits
    of these examples, by time or by account
features
    attributes of the logistic model
penalties
    ridge penalties to choose from, each >= 0, as of logistic()
standardize
    as of logistic()
weight_of_evidence
    whether features enter as the weight of evidence of their bins, which the training rows of
    each fold make; unseen values as 0
bins
    as of weight_of_evidence()
min_share
    likewise
monotone
    likewise
threads
    at most so many; 0 for all of the machine's

Returns
-------
predictions, folds and the path of penalties

Raises
------
InvalidInput
    for splits of other examples; without features or penalties, for a penalty that is negative
    or infinite; and as logistic() and weight_of_evidence() do
NotConverged
    as logistic() does

References
----------
Stone (1974), Journal of the Royal Statistical Society B 36:111-147; Hastie, Tibshirani & Friedman
(2009), The Elements of Statistical Learning, ch. 7.10)doc"},
    {"health.csat", R"doc(Customer satisfaction: the mean score, and the share of the satisfied ("top two boxes": 4 and 5 of 5).

Parameters
----------
surveys
    as made by Surveys
as_of
    last day known; by default the last with an answer
window_days
    days up to as_of whose answers count, >= 1; by default all
counted
    which answers of the window count; by default nobody counts twice, which the intervals
    assume
by
    "account", or attributes of `accounts` on as_of
accounts
    whose attributes make groups
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each group with an answer up to as_of; without `by` one row

Raises
------
InvalidInput
    as nps()

References
----------
Wilson (1927), JASA 22:209-212)doc"},
    {"health.csi", R"doc(The characteristic stability index: which of a score's attributes have moved, and by how many points.

Each attribute's index is that of psi(). With a points scorecard its bins are taken, and points_shift is
the sum over bins of (current share - reference share) times points: what the attribute has moved the mean
score by. Values that no bin of the scorecard holds are left out, and a finding says so.

Parameters
----------
reference
    rows as they were, such as when a model was made
current
    rows as they are
features
    attributes; with `points` none: then all of its attributes
bins
    of numbers, of about as many rows of the reference, 1 to 1,000
smoothing
    rows added to both cells of a bin of which one is empty, > 0
confidence
    of what chance alone may bring about, and of the intervals, in (0, 1)
points
    whose bins are taken, and whose points move
account
    as in psi()
fingerprint
    attribute that tells under which configuration a row was scored

Returns
-------
a row for each attribute

Raises
------
InvalidInput
    without features and points, or with both; for an attribute that is named twice; and as
    psi() does

References
----------
Siddiqi (2006), Credit Risk Scorecards, ch. 8 (characteristic analysis); psi())doc"},
    {"health.default_scorecard", R"doc(A scorecard to begin with, of measures that company::measures() makes; late payments and a sponsor who
left are those of its table of observations.

Half of it is customer outcome: seats in use, days since the last use, goals, first value reached. The
other half is customer experience: the last answers to surveys, escalated tickets, days since the last
touch, late payments. A sponsor who left caps it below green for 90 days, longer if it is told again.
There are no published standards for weights, points and days: these are choices of this library, to be
replaced by your own, and prove() says whether either foretells anything. What the CSM feels is left out
on purpose: it is kept beside the score, by sentiment(). lint() has nothing against it.

Returns
-------
scale 0 to 100: red to 50, yellow to 75, green above; unknown below half of the weight)doc"},
    {"health.discrete_hazard", R"doc(Discrete-time hazard: the chance to end in each period of a life, given that it has come so far: what a
generalized linear model of one row for each life and period (person-period) finds, without making that
table.

Durations are whole periods: a life of duration 3 that ended was at risk in periods 1 to 3 and ended in
the third. A period in which none or all that were at risk ended has a chance of 0 or 1 and no coefficient
(finding certain_period). Features, missing values, separation and the weak prior are as in logistic().
Weights say how many lives one stands for. Standard errors come from the expected curvature.

Parameters
----------
lives
    as made by Lifetimes; a life whose features change is several stretches of it
features
    attributes: numbers, flags, or texts by their levels
link
    of the chance to end in a period
baseline
    how it depends on the age
degree
    of a polynomial baseline, 1 to 6
penalty
    ridge: the mean negative log-likelihood of person-periods plus penalty / 2 x sum of squared
    coefficients is smallest, >= 0
penalty_factors
    of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; the
    baseline has none
standardize
    whether coefficients are penalized per standard deviation (weighted, of lives) or per unit
    of their features
confidence
    coverage of the intervals, in (0, 1)
tolerance
    standard errors that the last step may have, in (0, 1)
max_iterations
    scoring steps, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the coefficients

Raises
------
InvalidInput
    for durations that are no whole numbers, lives that ended in period 0, more than 10,000
    periods, or 1,000 of a baseline by_period; for names of no attribute, features that are no
    numbers, flags or texts, infinite values, no lives or none that ended; unless degree is 1 to
    6, and the rest as in logistic()
NotConverged
    when max_iterations steps do not suffice

References
----------
Prentice & Gloeckler (1978), Biometrics 34:57-67; Singer & Willett (1993), Journal of Educational
Statistics 18:155-195; Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3)doc"},
    {"health.explain", R"doc(Opens the score of an account into lines that add up to it exactly: one for each measure and for each
exception that holds, and one each for renormalization, decay, clamp and rounding.

A score that is unknown is explained as well: the lines say what is observed, and add up to `score_micro`.

Parameters
----------
scores
    as made by score()
account
    its id

Returns
-------
a row for each line

Raises
------
InvalidInput
    for an account that has no row

The same where ids are integers.)doc"},
    {"health.explain_change", R"doc(Splits the change of an account's score into what made it, by scoring along a path from the one to the
other.

The path begins with the card and the measures of `before`. First each measure that counts in both gets
its new value, one after the other in the card's order; then each of these its new age; then each other
measure that the card reads what it has now; then the flags are those of `after`; last the card is. Each
row is what its step changes, before the score is rounded, so that many small steps are not lost. Another
order of steps would share out what two of them do together otherwise; the sum is the same.

An account without a row in one of the two is one of which nothing is known there.

Parameters
----------
before
    as made by score()
after
    likewise, with the same card or another one
account
    its id

Returns
-------
the steps that change something

Raises
------
InvalidInput
    for an account that has a row in neither

The same where ids are integers.)doc"},
    {"health.group_scores", R"doc(What each group of the card comes to, and what it adds to the score: with the two groups outcome and
experience, how much of customers' success is the one and how much the other.

A group's points are the mean of its members by weight, as they have faded and without those that are
missing, or their sum if the card says so. A top group adds its points by its share of the weights that
count in the row; so groups count for one that is missing, and there is no line for that. Each is rounded
to whole micro-points, and `rounding` is at most half a unit of the last decimal that is shown and half a
micro-point for each.

Parameters
----------
scores
    as made by score()

Returns
-------
a row for each of them, also for those without a score

References
----------
contributions, explain)doc"},
    {"health.information_value", R"doc(The information value of attributes: which tell something of the outcome, and which tell too much.

Parameters
----------
examples
    as made by Examples
features
    attributes; by default all but dates and times
bins
    as of weight_of_evidence()
min_share
    likewise
monotone
    likewise
smoothing
    likewise
suspicious
    from which information value on a feature may be a leak; > 0

Returns
-------
a row for each attribute

Raises
------
InvalidInput
    as weight_of_evidence() does; for an attribute that is named twice; unless suspicious > 0

References
----------
Siddiqi (2006), Credit Risk Scorecards, ch. 6)doc"},
    {"health.isotonic", R"doc(Isotonic regression: the probabilities that never fall with the score and are nearest to what happened.

Neighbors that go the wrong way are pooled (pool adjacent violators); rows of the same score always are.
Weights count as so many rows. Each pool has a knot at its lowest and its highest score; between knots
probabilities are linear, beyond the outermost they stay what they are there. It learns more of a large
table than a curve does, and more that is chance of a small one.

Parameters
----------
examples
    what was known, and what happened
score
    attribute that holds the score
higher_predicts_outcome
    whether probabilities rise with the score; of a health score and churn they fall
least_outcomes
    fewer rows with the outcome, or without, are found; an assumption

Returns
-------
a calibrator for calibrate(), with its knots

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is infinite; unless
    least_outcomes >= 0

References
----------
Ayer, Brunk, Ewing, Reid & Silverman (1955), Annals of Mathematical Statistics 26:641-647; Zadrozny
& Elkan (2002), KDD, 694-699)doc"},
    {"health.kolmogorov_smirnov", R"doc(The Kolmogorov-Smirnov statistic of a score: of all thresholds, the largest of |sensitivity + specificity
- 1|, which is Youden's index where the score points the right way.

The p value is that of the two-sided limit distribution. It is for scores without ties: with ties it is
too large, and the test misses more. It takes rows as independent, and of rows that have weights as many
as they are worth (Kish).

The statistic is the largest of many distances, and so too large by chance, the more the less the score
tells. The lower bound is what Kolmogorov's band around all distances at once leaves of it: where no
accounts are known, it is above 0 if the p value is below 1 - confidence. The upper bound is normal, with
the standard error at the threshold. Together they cover more than they say. Accounts that are given are
taken as independent, not their rows: the error is that of sums over them (sandwich, G / (G - 1)), and the
band is as much wider as that error is larger than that of rows.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores
higher_predicts_outcome
    false for a health score and a churn
confidence
    coverage of the interval, in (0, 1)

Returns
-------
one row

Raises
------
InvalidInput
    for a name of no attribute, scores that are no numbers or infinite; unless 0 < confidence <
    1

References
----------
Smirnov (1948), Annals of Mathematical Statistics 19:279-281; Youden (1950), Cancer 3:32-35; Hsieh &
Turnbull (1996), Statistica Sinica 6:47-62; Schisterman & Perkins (2007), Communications in
Statistics - Simulation and Computation 36:549-563, for the error)doc"},
    {"health.landmark_lifetimes", R"doc(Lifetimes of what was known on a day, for survival::cox(), discrete_hazard() and every other model of
them: a score that tells when, and learns from windows that are not over.

A life begins gap_days after its snapshot, and ends with the first outcome after that; otherwise it is
last seen (right-censored) at the horizon, or on the last day that is known. Who is at risk, the gap and
outcomes that can happen again are as in landmarks(): with its horizon, a life of an example that
landmarks() uses has ended if, and only if, its outcome is 1. Periods are whole: one of which the end is
not known is left out, also where its outcome is, since those without it would be missing. One period that
is as long as the horizon makes the rows of landmarks().

The attributes of lives are those of the snapshots, and account, to cluster by: lives of one account
overlap, and are not independent; and as_of, to stratify by.

Parameters
----------
snapshots
    as made by Snapshots
outcomes
    as made by Outcomes
gap_days
    days after a snapshot that are too short to act, 0 to 36,500
horizon_days
    days after the gap at which a life is last seen, 1 to 36,500; by default the last day that
    is known
period_days
    what durations count, 1 to 36,500; horizon_days are whole periods
at_risk
    which accounts could have the outcome; due_in_window has a horizon
recurrent
    whether it can happen again: an expansion; a churn cannot
first_only
    an account's first life only; by default one of each snapshot
kind
    the kind of outcome; by default any

Returns
-------
a row for each snapshot, and the lives

Raises
------
InvalidInput
    unless 0 <= gap_days <= 36,500, horizon_days and period_days are 1 to 36,500, and the former
    a multiple of the latter; for due_in_window without a horizon or the column due, a kind
    without the column kind, attributes called account or as_of; when accounts of the one table
    are texts and of the other integers

References
----------
van Houwelingen & Putter (2012), Dynamic Prediction in Clinical Survival Analysis, ch. 7)doc"},
    {"health.landmarks", R"doc(Examples of what was known on a day, and what happened afterwards: for churn, renewal, expansion or first
value alike.

An example has the outcome when one lies in (as_of + gap, as_of + gap + horizon]. One in the gap makes the
row neither: it came too early to act on, and the account is not one that stayed. Of an outcome that can
happen again only the window counts. A row whose window is not over yet is left out even where the outcome
is known, since rows without it would be missing.

Parameters
----------
snapshots
    as made by Snapshots
outcomes
    as made by Outcomes
gap_days
    days after a snapshot that are too short to act, 0 to 36,500
horizon_days
    days after the gap in which outcomes count, 1 to 36,500; a quarter, the time that a customer
    success team mostly plans for
at_risk
    which accounts could have it
recurrent
    whether it can happen again: an expansion; a churn cannot
kind
    the kind of outcome; by default any

Returns
-------
a row for each snapshot, and the examples

Raises
------
InvalidInput
    unless 0 <= gap_days <= 36,500 and 1 <= horizon_days <= 36,500; for due_in_window without
    the column due, a kind without the column kind; when accounts of the one table are texts and
    of the other integers

References
----------
van Houwelingen (2007), Scandinavian Journal of Statistics 34:70-85)doc"},
    {"health.lead_time", R"doc(How long beforehand bands warned of outcomes, and how often they did not.

A snapshot without a band, or with one that is not in the order, tells nothing and is passed over. An
account that was in the worst band from its first snapshot on was so at least as long as is said. Medians
are of those that were warned of at all: read them beside how many these are. Their intervals are those of
the sign test.

Parameters
----------
snapshots
    as made by Snapshots, with the bands
outcomes
    as made by Outcomes
order
    all bands, the worst first
band
    attribute that holds the band
days_before
    how long beforehand an account ought to stand out, 1 to 36,500; the quarter that a rescue
    mostly needs
recurrent
    whether it can happen again; otherwise the first outcome counts
kind
    the kind of outcome; by default any
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
a row for each outcome

Raises
------
InvalidInput
    for an order of fewer than two bands, one that is empty or there twice, an attribute that is
    not there or holds no texts or integers, a kind without the column kind; unless 1 <=
    days_before <= 36,500 and 0 < confidence < 1)doc"},
    {"health.leakage", R"doc(Looks for attributes that know the outcome: dated later, too good to be true, or told only where it
happened.

Numbers and flags are taken as they are, dates as days from as_of. Of texts the rate of outcomes among
other accounts with the same text is taken, so that a text of each account's own says nothing. A date that
is told only of those who left shows by where it is missing. Something that is known later and tells
little does not show: dates of what rows are made of (`known_on`) are the better proof.

Parameters
----------
examples
    as made by Examples; rows of one account are taken together
attributes
    to look at; by default all
known_on
    attribute that holds the latest date of anything a row was made of; it is compared with
    as_of
auc
    an area under the ROC curve above it is too good to be true, in (.5, 1); an assumption: no
    honest score of customers comes near
least_outcomes
    accounts with the outcome, and without, of fewer of which an area tells nothing; >= 1

Returns
-------
one row for each attribute, that of known_on first

Raises
------
InvalidInput
    for names of no attribute, a known_on that holds no dates or is without as_of; unless .5 <
    auc < 1 and least_outcomes >= 1

References
----------
Kaufman, Rosset, Perlich & Stitelman (2012), ACM Transactions on Knowledge Discovery from Data 6:15)doc"},
    {"health.lift", R"doc(What those of highest risk come to, for teams that can look at so many.

Of rows of one score of which only a part is looked at, what a draw among them finds on average counts: no
order of rows changes it. A share that is no whole number of rows counts the next row in part.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores
higher_predicts_outcome
    false for a health score and a churn
shares
    of the rows, those of highest risk, ascending, in (0, 1]
value
    attribute that holds what a row is worth, >= 0, such as its MRR; none without
cluster
    whether accounts are drawn with all their rows; by default where the examples have accounts
draws
    of the bootstrap, 2 to 1,000,000; 0 for no intervals
seed
    of the draws
confidence
    coverage of the intervals, in (0, 1)
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each share

Raises
------
InvalidInput
    for shares that are not ascending numbers in (0, 1], a name of no attribute, scores that are
    no numbers or infinite, values below 0 or above 1e290 in all, clusters without accounts,
    draws out of range; unless 0 < confidence < 1

References
----------
Vuk & Curk (2006), Metodoloski zvezki 3:89-108)doc"},
    {"health.lint", R"doc(Looks for what makes scorecards fail their readers, in a card that is valid.

Of the whole card: `version_unstated`, `no_min_coverage` (a score may be made of next to nothing),
`no_relationship_measure` (no measure says that it tells of people), and with bands `mostly_green` (more
than top_share of the accounts that have a score are in the healthiest band).

Of a measure: `polarity_unstated`, `validity_unstated` (an old value counts like a new one),
`constant_measure` (every value is worth the same), `neutral_is_healthy` (a value that is missing counts
as healthy) and `single_measure_crosses_band`: alone it can move the score by more than the narrowest band
that has others on both sides is wide; of a card with two bands, than the narrower one.

Of an exception: `override_never_expires`, `override_without_reason`, `override_makes_healthy` (it lifts
to, or sets, the healthiest band).

Parameters
----------
scorecard
    a card
bands
    the bands that accounts have by this card, as scores give them
top_share
    a larger share in the healthiest band is a complaint, 0 to 1

Returns
-------
the complaints: of the card, of its measures and of its exceptions, in their order

Raises
------
InvalidInput
    for a band that the card does not have, and a share that is not in [0, 1])doc"},
    {"health.logistic", R"doc(Logistic regression: how features move the log odds of an outcome, with a ridge penalty and bounds of
signs where asked for.

Texts are features by their levels, each against the first in order; missing values leave the row out.
Weights say how many rows one stands for. A feature that is constant, or, without a penalty, told by those
before it, has no coefficient. Where features tell without error who has the outcome (separation), no
finite coefficient is best: then a weak prior holds coefficients, normal about 0, of standard
deviation 2.5 for each two standard deviations of a feature, and for the step of one of two values. The
intercept is never penalized. Signs hold exactly: a coefficient is on its side or 0. Standard errors come
from the curvature of what is largest; robust ones from how much each account moves it, times G / (G - 1)
of G accounts.

Parameters
----------
examples
    as made by Examples
features
    attributes: numbers, flags, or texts by their levels
signs
    of each of `features`; any by default
penalty
    ridge, as in glmnet: the mean negative log-likelihood plus penalty / 2 x sum of squared
    coefficients is smallest, >= 0
penalty_factors
    of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; they
    are not rescaled
standardize
    whether coefficients are penalized per standard deviation (weighted, of the rows used, over
    n) or per unit of their features
robust
    standard errors by how much each account moves the fit (each row, without accounts); by
    default where there are accounts
confidence
    coverage of the intervals, in (0, 1)
tolerance
    standard errors that the last step may have, in (0, 1)
max_iterations
    Newton steps, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the coefficients

Raises
------
InvalidInput
    for names of no attribute, features that are no numbers, flags or texts, infinite values, no
    rows, rows of one outcome only; for signs or penalty_factors that are not one for each
    feature; unless penalty >= 0, 0 < confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice

References
----------
McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; Albert & Anderson (1984), Biometrika
71:1-10; Gelman et al. (2008), Annals of Applied Statistics 2:1360-1383, for the prior; Friedman et
al. (2010), Journal of Statistical Software 33(1), for the penalty; Peduzzi et al. (1996), Journal
of Clinical Epidemiology 49:1373-1379, for ten outcomes a coefficient)doc"},
    {"health.logistic_contributions", R"doc(Opens predictions: how much each feature moves the log odds away from those of an average row.

A feature adds coef x (value - mean), the mean being that of the rows the model was made of (of texts:
shares of levels); the lines of a row add up to its log odds.

Parameters
----------
model
    as made by logistic()
attributes
    one row for each prediction: the model's features, by their names

Returns
-------
one row for each of the attributes and feature, and one for the average

Raises
------
InvalidInput
    as predict_logistic() does

References
----------
predict_logistic())doc"},
    {"health.logistic_from_json", R"doc(Reads a model from JSON. Nothing in it is run.

Parameters
----------
json
    as written by logistic_json()

Returns
-------
the model; it predicts the same, to the last bit

Raises
------
InvalidInput
    for a format newer than 1, named; for what is no JSON or no such model, more than 16 MiB,
    nested too deeply, keys that stand there twice or are unknown, numbers that do not fit one
    another

References
----------
predict_logistic())doc"},
    {"health.logistic_json", R"doc(A model as JSON: its features and their levels, coefficients, covariances, and how it was made. It keeps
every bit, and holds no data of accounts.

Parameters
----------
model
    as made by logistic()

Returns
-------
an object of format 1

Raises
------
InvalidInput
    for a model that logistic() did not make)doc"},
    {"health.loyalty", R"doc(Holds what customers think against what they do.

A green score on behavior alone is where a lost champion hides: the account is used, and nobody there
would choose it again.

Parameters
----------
scores
    two numbers for each account, as made by LoyaltyScores or loyalty_scores()
attitude_threshold
    from which on an attitude is high
behavior_threshold
    from which on behavior is high

Returns
-------
one row for each account

Raises
------
InvalidInput
    for a threshold that is not finite

References
----------
Dick & Basu (1994), Journal of the Academy of Marketing Science 22(2):99-113)doc"},
    {"health.loyalty_counts", R"doc(How many accounts are in each of the four fields.

Parameters
----------
loyalty
    as made by loyalty()

Returns
-------
one row for each field, and one for the unknown)doc"},
    {"health.loyalty_scores", R"doc(Makes two numbers from measures: what accounts think and what they do, from 0 to 100.

Of each measure the last value up to as_of counts, of several on one day their mean; it is worth 0 points
at `low`, 100 at `high`, in between in proportion. A side is the weighted mean of the measures that were
observed, if they have enough of the weight.

Parameters
----------
observations
    as made by Observations
attitude
    measures of what accounts think; one or more
behavior
    measures of what they do; one or more
attitude_weights
    how much each counts, 1e-6 to 1e6; all the same by default
behavior_weights
    how much each counts, 1e-6 to 1e6; all the same by default
attitude_low
    value of each that is worth 0 points; 0 by default
attitude_high
    value of each that is worth 100; 100 by default; below the other where less is better
behavior_low
    value of each that is worth 0 points; 0 by default
behavior_high
    value of each that is worth 100; 100 by default
min_coverage
    share of the weight that must be observed for a side to be known, 0 to 1: half of it is a
    choice of this library
validity_days
    how old a value may be, >= 1; any age by default
as_of
    last day known; by default the last of the observations

Returns
-------
one row for each account with an observation up to as_of

Raises
------
InvalidInput
    for a side without measures, a measure that is not observed at all or there twice, lists of
    another length, weights that are not from 1e-6 to 1e6, ends that are the same or not from
    -1e15 to 1e15, unless 0 <= min_coverage <= 1, validity_days >= 1 and as_of is from 1900 to
    9999)doc"},
    {"health.measures_on", R"doc(What was known of each account on a day: of every measure the last observation on or before it, and how
old it is.

Of several values of that observation's day the mean counts. Nothing after `as_of` is seen; an account
has a row from its first observation on, of whatever measure. Those in `accounts` always have one, also
before their first valid_from: it is the day from which attributes are known, not that of a customer's
beginning.

Parameters
----------
observations
    as made by Observations
as_of
    last day that is known; by default the last observation's
measures
    which, in this order; empty: all, by id
baseline_days
    their values so many days before as well, each > 0
accounts
    accounts that have a row without any observation

Returns
-------
a row for each account, by id

Raises
------
InvalidInput
    for a measure that is named twice, baseline_days that are not above 0, accounts whose ids
    are texts where those of the observations are integers, or the reverse; unless as_of is from
    1900 to 9999)doc"},
    {"health.net_benefit", R"doc(Decision curve analysis: whether treating the accounts that a score points at does more good than treating
all, or none.

The threshold says how much a treatment in vain costs against an outcome that is missed: who treats from
20% on takes four in vain for one. Where accounts are given they are independent, otherwise rows are; the
error is that of a sum over them. Weights count as so many rows.

Parameters
----------
examples
    probabilities that were known, and what happened without treatment
score
    attribute that holds the probability of the outcome, in [0, 1]
thresholds
    from which probability on an account is treated: ascending, in (0, 1); by default .01, .02,
    … .99
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each threshold

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, or is not in [0, 1]; thresholds
    that do not ascend or are not in (0, 1); unless 0 < confidence < 1

References
----------
Vickers & Elkin (2006), Medical Decision Making 26:565-574; Kerr, Brown, Zhu & Janes (2016), Journal
of Clinical Oncology 34:2534-2540)doc"},
    {"health.nps", R"doc(The Net Promoter Score: the share of promoters less that of detractors, with its standard error and
interval.

The standard error is that of a mean of n answers that are 1, 0 or -1, with n and not n - 1 below. The
interval is Wald's after three answers were added, one half passive and a quarter each promoter and
detractor, held within -100 and 100: of 10 respondents Wald's own 95% interval, nps -+ 1.96 std_error,
holds the true score in 88 of 100 surveys, this one in 95 (the mean over all populations in steps of 5%).

Parameters
----------
surveys
    as made by Surveys
as_of
    last day known; by default the last with an answer
window_days
    days up to as_of whose answers count, >= 1; by default all
counted
    which answers of the window count; by default nobody counts twice, which the intervals
    assume
by
    "account", or attributes of `accounts` on as_of
accounts
    whose attributes make groups
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each group with an answer up to as_of; without `by` one row

Raises
------
InvalidInput
    unless as_of is from 1900 to 9999, window_days >= 1 and 0 < confidence < 1; for `by` without
    accounts or with an attribute that they do not have

References
----------
Reichheld (2003), Harvard Business Review 81(12):46-54; Rocks (2016), American Statistician
70:365-372, for the interval)doc"},
    {"health.platt", R"doc(Platt scaling: a logistic curve from scores to probabilities.

It is fitted to (N1 + 1) / (N1 + 2) for rows with the outcome and 1 / (N0 + 2) for the others, N1 and N0
being how many there are, so that there is a curve even where the score tells all. Weights count as so
many rows. The slope has the sign that the examples say: finding wrong_direction where it is not the
one expected. Where all scores are alike, or all outcomes, the slope is 0.

Parameters
----------
examples
    what was known, and what happened
score
    attribute that holds the score
scale
    on which it is taken; logit for one that is a probability
higher_predicts_outcome
    whether the outcome is expected of high scores; of a health score and churn it is not
clip
    for the logit, scores are kept so far from 0 and 1; in (0, .5)
least_outcomes
    fewer rows with the outcome, or without, are found; an assumption

Returns
-------
a calibrator for calibrate()

Raises
------
InvalidInput
    for a score that is no attribute, is no column of numbers, is infinite, or for the logit is
    not in [0, 1]; for weights of rows with the outcome, or without, that come to less than 1;
    unless 0 < clip < .5 and least_outcomes >= 0

References
----------
Platt (1999), Advances in Large Margin Classifiers, 61-74; Lin, Lin & Weng (2007), Machine Learning
68:267-276)doc"},
    {"health.points_odds", R"doc(Odds and probabilities of points: odds = base_odds * 2^((points - base_points) / pdo).

Parameters
----------
points
    of a points scorecard; NaN where there are none
pdo
    points that double the odds, > 0
base_points
    points at which the odds are base_odds
base_odds
    of the healthy outcome to the other, > 0

Returns
-------
a row for each

Raises
------
InvalidInput
    for points that are infinite; unless pdo > 0 and base_odds > 0

References
----------
Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling))doc"},
    {"health.points_scorecard", R"doc(A logistic model of weights of evidence as a points scorecard: points that add up to a score.

score = offset + factor * log odds of the healthy outcome, with factor = pdo / ln 2 and offset =
base_points - factor * ln(base_odds): higher is healthier. The log odds of the model's outcome are
intercept + the sum of coefficient * weight of evidence; of a churn, they count with a minus. The
intercept and the offset are spread evenly over the attributes. Rounded points may miss the score by half
a point for each attribute.

Parameters
----------
evidence
    as made by weight_of_evidence(), in the order of the coefficients
coefficients
    of each attribute's weight of evidence, in a logistic model
intercept
    of that model
polarity
    of the model's outcome: a churn, or, higher is healthier, a renewal
pdo
    points that double the odds, > 0; a custom of the field
base_points
    points at which the odds are base_odds; likewise
base_odds
    of the healthy outcome to the other, > 0; likewise

Returns
-------
a row for each bin

Raises
------
InvalidInput
    without evidence; for more or fewer coefficients; for numbers that are not finite, or make
    points that are not; unless pdo > 0 and base_odds > 0

References
----------
Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling))doc"},
    {"health.precision_recall", R"doc(Precision and recall by threshold.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores
higher_predicts_outcome
    false for a health score and a churn

Returns
-------
one row for each threshold

Raises
------
InvalidInput
    for a name of no attribute, scores that are no numbers or infinite

References
----------
Davis & Goadrich (2006), ICML 23:233-240; average_precision() for one number of it)doc"},
    {"health.predict_discrete_hazard", R"doc(How likely lives are to pass their next periods, given the age they have.

Beyond the longest life that the model has seen, a baseline by_period tells nothing (NaN); a polynomial or
log_period goes on (finding beyond_support in both cases). Intervals are symmetric in log(-log survival).

Parameters
----------
model
    as made by discrete_hazard()
attributes
    one row for each life: the model's features, by their names
ahead
    periods that are told, 1 to 10,000
given_age
    periods that lives have passed, whole, >= 0
given
    attribute that holds how many each life has passed, instead
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each life and period

Raises
------
InvalidInput
    for a model that discrete_hazard() did not make, attributes that are not there, are of
    another kind than the model's or infinite; for ages that are no whole numbers >= 0,
    given_age and given together; unless 1 <= ahead <= 10,000 and 0 < confidence < 1

References
----------
Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3)doc"},
    {"health.predict_logistic", R"doc(How likely an outcome is of rows that the model may not have seen.

The interval is that of the expected probability, symmetric in log odds. A row in which a feature is
missing, or has a level that the model does not know, has NaN, and stands in a finding. Features without a
coefficient because they were constant are not looked at, but for their levels.

Parameters
----------
model
    as made by logistic()
attributes
    one row for each prediction: the model's features, by their names
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each of the attributes

Raises
------
InvalidInput
    for a model that logistic() did not make, attributes that are not there, are of another kind
    than the model's or infinite; unless 0 < confidence < 1

References
----------
McCullagh & Nelder (1989), Generalized Linear Models, ch. 4)doc"},
    {"health.prove", R"doc(Whether a health score foretells what happens, with the evidence.

The verdict is `leaking` where leakage() finds an attribute, the score among them, that knows the outcome;
otherwise `insufficient_events` with fewer than min_events accounts that have the outcome, or have it not;
otherwise `predictive` where the interval of the area under the ROC curve, by draws of accounts with all
their rows, lies above .5; otherwise `not_predictive`. A score that is no better than a baseline is still
predictive, and a reason says so; so does one of a score that points the wrong way.

A health score is no probability. Where none is given, it is made one by Platt's curve, learned on the
accounts of the other folds: no row is judged by a curve that has seen its account. Accounts are taken to
be independent of one another, days of one account are not. Treated accounts are judged with the others
and shown apart: one that was saved makes a good score look wrong.

Parameters
----------
snapshots
    as made by Snapshots
outcomes
    as made by Outcomes
horizon_days
    days after the gap in which outcomes count, 1 to 36,500
gap_days
    days after a snapshot that are too short to act, 0 to 36,500
score
    attribute that holds the score
polarity
    which way the score points
outcome_is_loss
    whether the outcome is bad, as a churn is; a renewal, an expansion, a first value are not
probability
    attribute that holds the probability of the outcome; by default the score is made one, see
    prove()
band
    attribute that holds the band; by default `band`, if there is one
order
    all bands, the worst first; by default by their mean scores
at_risk
    which accounts could have the outcome
recurrent
    whether it can happen again
kind
    the kind of outcome; by default any
baselines
    attributes that the score has to beat, and days_to_renewal, which is made of `due`; by
    default this, tenure_days, csm_color and csm_sentiment, as far as they are there
features
    attributes whose drift is shown; by default all but score, band, probability and dates
min_events
    accounts with the outcome, and without, that a verdict needs, >= 2; an assumption: fewer
    leave intervals of an area of .70 wider than .2
leak_auc
    as `auc` of leakage()
shares
    as of lift()
thresholds
    as of net_benefit()
days_before
    as of lead_time()
folds
    of accounts, by which the score is made a probability, 2 to 100
draws
    of the bootstraps, 2 to 1,000,000
seed
    of the draws and folds
confidence
    coverage of the intervals, in (0, 1)
threads
    at most so many; 0 for all of the machine's

Returns
-------
the verdict, why, and a row for each figure

Raises
------
InvalidInput
    as landmarks(), leakage(), lift(), net_benefit() and lead_time() do; for a score,
    probability, baseline or feature that is no attribute, a number that is infinite, a score
    that is no number; unless min_events >= 2 and folds is from 2 to 100

References
----------
Steyerberg et al. (2010), Epidemiology 21:128-138; Collins et al. (2024), BMJ 385:e078378
(TRIPOD+AI))doc"},
    {"health.psi", R"doc(The population stability index: how far the distribution of a score has moved from a reference.

Numbers are put into bins of about as many rows of the reference, at values that occur; texts have a bin
each, and so have rows in which the score is missing. A bin that one of the samples does not reach would
be infinitely far: `smoothing` is added to both of its cells, and a finding says so.

The readings .1 and .25 know nothing of the size of the samples. Where nothing has moved, the index is
about (1 / n + 1 / m) times a chi-squared of bins - 1 degrees of freedom, n and m being the rows: in small
samples it exceeds .1 by chance alone. So `drift` is told only beyond `limit`; a larger reading within it
is told as within_chance. Several rows of one account make chance larger than that. A reference of one
value alone has one bin, in which whatever came later lies too: that reads as none, not as stable.

The interval is of the index of ever more rows in these bins, by the delta method, with the variance that
chance has where nothing moves added. What chance brings about on average lifts the index: the lower bound
is without it, and 0 where no more is there; the upper bound keeps it, so that the interval covers more
than it says. With `account`, accounts of both samples are independent, not their rows (sandwich, G / (G -
1)), and chance adds what it adds to such (Rao & Scott); `expected`, `limit` and the p value are of rows.

Parameters
----------
reference
    rows as they were, such as when a model was made
current
    rows as they are
score
    the attribute; counts have their own
bins
    of numbers, of about as many rows of the reference, 1 to 1,000
edges
    upper ends of bins of numbers but the last, instead
smoothing
    rows added to both cells of a bin of which one is empty, > 0
confidence
    of what chance alone may bring about, and of the interval, in (0, 1)
account
    attribute that tells whose a row is; without, rows are independent
fingerprint
    attribute that tells under which configuration a row was scored

Returns
-------
a row for each bin

Raises
------
InvalidInput
    for names of no attribute, dates, infinite numbers, numbers in one sample and texts in the
    other, an account that is missing; bins that are not from 1 to 1,000; edges that do not
    ascend; unless smoothing > 0 and 0 < confidence < 1

References
----------
Yurdakul & Naranjo (2020), Journal of Risk Model Validation 14(4):89-100; Siddiqi (2006), Credit
Risk Scorecards, ch. 8, for the readings; Rao & Scott (1981), Journal of the American Statistical
Association 76:221-230

The same of counts, with their bins.

Parameters
----------
reference
current
score
    the attribute; counts have their own
bins
    of numbers, of about as many rows of the reference, 1 to 1,000
edges
    upper ends of bins of numbers but the last, instead
smoothing
    rows added to both cells of a bin of which one is empty, > 0
confidence
    of what chance alone may bring about, and of the interval, in (0, 1)
account
    attribute that tells whose a row is; without, rows are independent
fingerprint
    attribute that tells under which configuration a row was scored)doc"},
    {"health.roc_auc", R"doc(The area under the ROC curve of a score, with its interval.

Without clusters and weights, DeLong's variance, by mid-ranks in n log n. Of accounts with several rows,
Obuchowski's, which takes their rows together. Weights count as often as they say; the variance then is
that of how much each row, or account, moves the area, which is DeLong's and Obuchowski's where they are
all alike. An interval of an area whose standard error is 0, as of a score that is the same for all or
has all in order, would say more than is known: there is none.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores, of which the order matters
higher_predicts_outcome
    false for a health score and a churn
interval
    how the interval is made
cluster
    whether rows of one account are taken together; by default where the examples have accounts
draws
    of the bootstrap, 2 to 1,000,000; 2000 as pROC has it
seed
    of the draws
confidence
    coverage of the interval, in (0, 1)
threads
    of the bootstrap, at most so many; 0 for all of the machine's

Returns
-------
one row

Raises
------
InvalidInput
    for a name of no attribute, scores that are no numbers or infinite, clusters without
    accounts, draws out of range; unless 0 < confidence < 1

References
----------
Hanley & McNeil (1982), Radiology 143:29-36; DeLong, DeLong & Clarke-Pearson (1988), Biometrics
44:837-845; Obuchowski (1997), Biometrics 53:567-578; Qin & Hotilovac (2008), Statistical Methods in
Medical Research 17:207-221; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389-1393)doc"},
    {"health.roc_comparison", R"doc(Areas under the ROC curves of several scores of the same rows, each against that of a baseline.

Scores of the same rows go together, and so their difference is known better than either: DeLong's test,
of accounts with several rows Obuchowski's. Rows in which any of the scores is missing are left out of
all.

Parameters
----------
examples
    as made by Examples
scores
    attributes that hold the scores to compare
baseline
    attribute that holds the score they are compared with
higher_predicts_outcome
    false for health scores and a churn
opposite
    those of the scores that point the other way than that
cluster
    whether rows of one account are taken together; by default where the examples have accounts
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each score

Raises
------
InvalidInput
    without scores, for names of no attribute, scores that are no numbers or infinite, names in
    `opposite` that are none of the scores, clusters without accounts; unless 0 < confidence < 1

References
----------
DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44:837-845; Obuchowski (1997), Biometrics
53:567-578)doc"},
    {"health.roc_curve", R"doc(The ROC curve of a score.

With `points`, thresholds are left out that lie closer to the one before than 2 / (points - 1), in steps
of sensitivity and specificity together; what is kept lies on the curve. Shares count weights, counts do
not.

Parameters
----------
examples
    as made by Examples
score
    attribute that holds the scores
higher_predicts_outcome
    false for a health score and a churn
points
    at most about so many rows, for drawing, >= 2; 0 for all

Returns
-------
one row for each threshold; NaN for shares of rows of which there are none

Raises
------
InvalidInput
    for a name of no attribute, scores that are no numbers or infinite; for points that are 1 or
    negative

References
----------
Fawcett (2006), Pattern Recognition Letters 27:861-874)doc"},
    {"health.roll_up", R"doc(Rolls scores up: of accounts to their groups, of products to their accounts. Every usual figure stands
beside the others, as they disagree where it matters: a mean of 76 may hide a child at 40.

Children without a score count in none of the figures, and lower the coverage.

Parameters
----------
children
    whose scores
polarity
    which way the scores point
worse_than
    points: for share_worse
bands
    names: for share_in_bands

Returns
-------
one row for each parent

Raises
------
InvalidInput
    when worse_than is not finite, or bands are named and the children have none)doc"},
    {"health.score", R"doc(Scores accounts by a card.

Values become points by the transform of their measure. Points of a value fade toward neutral as it ages,
if the card says so; a value that is too old, or has nothing to be compared with (a target or baseline
that is missing or not above 0), is missing, and the measure's policy says what counts. A group is the
mean of its members by weight, without those that are missing; one without any is missing itself.
Exceptions whose flag is up change the result in the card's order. It is held within the scale and
rounded: to whole micro-points (millionths of a point), then to the card's decimals, half to even.

Below the card's `min_coverage` there is no score, and the band is "unknown", whatever exceptions say.
Values without ages are taken to be of the day. Accounts in `accounts` have a row on every day, also
before their first valid_from, as measures_on() says.

Parameters
----------
card
    as made by Scorecard
measures
    as made by MeasureTable or measures_on()
as_of
    of observations: the last day that is known; by default the last of them
accounts
    of observations: accounts that have a row without any
with_contributions
    whether contributions() are computed along with it
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each of the measures' accounts

Raises
------
InvalidInput
    for a measure that is missing though its policy is `fail`, naming the account; for as_of or
    accounts beside measures, an as_of before 1900 or after 9999, a negative number of threads

The same of observations: of each measure the last one on or before `as_of`.

Parameters
----------
card
observations
as_of
    of observations: the last day that is known; by default the last of them
accounts
    of observations: accounts that have a row without any
with_contributions
    whether contributions() are computed along with it
threads
    at most so many; 0 for all of the machine's)doc"},
    {"health.score_by_set", R"doc(Scores each account as score() does, by the card that select_scorecards() finds for it on the day.

Bands of different cards are on different scales, whatever their names. Accounts have a row from their
first observation on, or because they are in `accounts`, also before their first valid_from. For one that
is not there, or has no attributes on the day, only a rule without conditions holds.

Parameters
----------
scorecards
    rules, in order of precedence
observations
    as made by Observations
accounts
    their attributes, with the days from which they hold
as_of
    the last day that is known; by default that of the last observation
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each account, by id

Raises
------
InvalidInput
    for an attribute that the accounts do not have, accounts whose ids are texts where those of
    the observations are integers, or the reverse; on what score() refuses

References
----------
score, select_scorecards, score_history_by_set)doc"},
    {"health.score_history", R"doc(Scores accounts on days of the past, under any card: each day as score() does with observations up to it.

Parameters
----------
card
    as made by Scorecard; not what was in force then, unless it is the same
observations
    as made by Observations
dates
    the days, in any order; empty: the last days of each `every`
first
    first day of these; by default that of the first observation
last
    last day; by default that of the last observation
every
    a row for the last day of each that ends by `last`
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each account and day on which something was known of it

Raises
------
InvalidInput
    for dates beside first or last, a first after last, more than 65,535 days, a day before 1900
    or after 9999; for a measure that is missing though its policy is `fail`)doc"},
    {"health.score_history_by_set", R"doc(Scores accounts on days of the past, as was done then: each day by the card that select_scorecards() finds
for it, with the observations and the attributes up to it. A step where `fingerprint` changes is that of
the card too, not of the customer alone.

Parameters
----------
scorecards
    rules, in order of precedence, with the days from which they are used
observations
    as made by Observations
accounts
    their attributes, with the days from which they hold
dates
    the days, in any order; empty: the last days of each `every`
first
    first day of these; by default that of the first observation
last
    last day; by default that of the last observation
every
    a row for the last day of each that ends by `last`
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each account and day on which something was known of it

Raises
------
InvalidInput
    on what score_history() and score_by_set() refuse

References
----------
score_by_set, score_history)doc"},
    {"health.score_trend", R"doc(How scores moved over a window of days, and how long accounts have been in their band.

The slope is a description of the days that are there, no forecast. Unknown scores are left out of it;
"unknown" is a band of its own.

Parameters
----------
history
    as made by score_history()
window_days
    days before an account's last row that count; a convention, > 0

Returns
-------
a row for each account

Raises
------
InvalidInput
    unless window_days > 0)doc"},
    {"health.scorecard_of_points", R"doc(A points scorecard as a Scorecard that sums, with one measure for each attribute: it scores, explains and
keeps history as any other.

A missing value has the points of its bin; where none was missing when the bins were made, a weight of
evidence of 0, which says nothing either way. The scale runs from the least to the most that can be
reached, in whole points.

Parameters
----------
points
    as made by points_scorecard(), of attributes that are numbers
id
    the scorecard's name
version
    which state of it
decimals
    shown, 0 to 6
bands
    ascending; the last one ends where the scale does; by default one, "all"

Returns
-------
the scorecard; its score is offset + factor * log odds of the healthy outcome

Raises
------
InvalidInput
    for attributes that are texts, since measures are numbers; for bins without weight; for
    points beyond -2,000 to 2,000, and for all that Scorecard refuses)doc"},
    {"health.select_scorecards", R"doc(The scorecard of each account on a day: that of the first rule that is used by then, and whose attributes
are what the account's were on that day. An attribute that is unknown on the day is none of a rule's
values: before its first valid_from an account has a row too, and only a rule without conditions holds.

Parameters
----------
scorecards
    rules, in order of precedence
accounts
    their attributes, with the days from which they hold
as_of
    the day: a past one finds the card of its time

Returns
-------
one row for each account that has a row of its own

Raises
------
InvalidInput
    for an attribute that the accounts do not have; for a day before 1900 or after 9999)doc"},
    {"health.sentiment", R"doc(Keeps the CSM's sentiment beside the score, and shows where they disagree: they are not averaged.

A sentiment that is dated after as_of is not known. Where one is in another band than the score, a finding
lists it: one of the two knows something.

Parameters
----------
sentiments
    as made by Sentiments
band_names
    of the scale, from the worst to the best
band_uppers
    where each ends, ascending; those of the example of a scorecard
band_rule
    to which of two a border belongs
as_of
    last day known; by default the last date

Returns
-------
one row for each account

Raises
------
InvalidInput
    for bands without names, or as many uppers, or uppers that do not ascend; for a band of a
    score that is none of the names, other than unknown; unless as_of is from 1900 to 9999)doc"},
    {"health.support", R"doc(How many tickets there are, how many were escalated, and how long it takes to close them.

A ticket that is opened after as_of is not known, and neither is a later close: the ticket is open, and
its score, which comes with the close, is not told. The mean is of closed tickets alone, and so too short
while long ones are open; the median takes the open ones as censored on as_of. When a ticket was escalated
is not told: where as_of lies before the last day of the tickets, the finding undated_attribute says that
a ticket may have been escalated later.

Parameters
----------
tickets
    as made by Tickets
as_of
    last day known; by default the last in the tickets
window_days
    days up to as_of, >= 1; by default all
by
    "account", or attributes of `accounts` on as_of
accounts
    whose attributes make groups

Returns
-------
one row for each group with a ticket opened up to as_of; without `by` one row

Raises
------
InvalidInput
    unless as_of is from 1900 to 9999 and window_days >= 1; for `by` without accounts or with an
    attribute that they do not have

References
----------
Kaplan & Meier (1958), JASA 53:457-481)doc"},
    {"health.time_splits", R"doc(Splits by time: a model learns from what was known on a day, and is judged by what comes after.

Test rows of a fold are those from its cut up to the next. It learns from rows whose outcome was known
before the cut: as_of + gap_days + horizon_days, the last day of their window, lies before it. Other rows
before the cut are purged: their window crosses it, and holds what happened to the test rows.

Parameters
----------
examples
    as made by Examples, with as_of
horizon_days
    the length of the outcome's window, > 0
gap_days
    between as_of and that window, >= 0
folds
    stretches of about as many rows, after one to learn from first; >= 1
cuts
    instead: the first day of each stretch, ascending

Returns
-------
by fold and row

Raises
------
InvalidInput
    for examples without as_of; horizon_days < 1, gap_days < 0, folds < 1; fewer days than folds
    + 1; cuts that do not ascend, or lie before 1900 or after 9999

References
----------
Lopez de Prado (2018), Advances in Financial Machine Learning, ch. 7 (purging))doc"},
    {"health.weight_of_evidence", R"doc(Weight of evidence: how much more often a value is found among examples with the outcome than among the
others, as a logarithm. Above 0, the outcome is more likely.

Texts have a bin each, and so have rows in which the attribute is missing. Numbers are first cut into 100
bins of about as many examples, at values that occur; then neighbors become one such that of all ways with
at most `bins` bins of at least `min_share`, and monotone if asked, the one with the highest information
value is found (by dynamic programming; among equals the one with fewest bins).

A bin that has no outcomes, or nothing else, would have an infinite weight: `smoothing` is added to both
of its cells, the shares of the bin are of these, and a finding says so.

Parameters
----------
examples
    as made by Examples
feature
    the attribute; of counts that of the counts
bins
    of numbers, at most so many, missing ones apart; at least 1
min_share
    of the weight of the numbers in each bin, 0 to .5; a custom of the field
monotone
    which way bins of numbers have to go
smoothing
    examples added to both cells of a bin of which one is empty, > 0
edges
    upper ends of bins of numbers; by default 100 bins of about as many examples
merge
    whether neighbors become one, down to `bins`; if not, bins stay as they are

Returns
-------
a row for each bin

Raises
------
InvalidInput
    for names of no attribute, dates, infinite numbers; bins < 1; unless 0 <= min_share <= .5
    and smoothing > 0; for edges that do not ascend, or of texts; for more than 200 bins that
    are to be merged

References
----------
Good (1950), Probability and the Weighing of Evidence; Siddiqi (2006), Credit Risk Scorecards, ch.
6; Kullback & Leibler (1951), Annals of Mathematical Statistics 22:79-86 (their divergence J is the
information value)

The same of counts, whose bins take the place of the 100.

Parameters
----------
counts
feature
    the attribute; of counts that of the counts
bins
    of numbers, at most so many, missing ones apart; at least 1
min_share
    of the weight of the numbers in each bin, 0 to .5; a custom of the field
monotone
    which way bins of numbers have to go
smoothing
    examples added to both cells of a bin of which one is empty, > 0
edges
    upper ends of bins of numbers; by default 100 bins of about as many examples
merge
    whether neighbors become one, down to `bins`; if not, bins stay as they are)doc"},
    {"health.weight_of_evidence_features", R"doc(Columns in which each value is replaced by the weight of evidence of its bin: what a logistic model of
weights of evidence takes. They have the names of their attributes.

A text, or a missing value, that was not there when the bins were made has no weight.

Parameters
----------
attributes
    rows with the attributes, by their names
evidence
    as made by weight_of_evidence(), one for each attribute
keep
    columns that are passed on as they are
unseen
    in place of a value that no bin holds: 0 says nothing either way; by default NaN

Returns
-------
the columns of `keep`, then one for each of `evidence`

Raises
------
InvalidInput
    for names of no attribute or that are there twice, dates, infinite numbers, numbers where
    the bins are of texts and the other way round; when `unseen` is not finite)doc"},
    {"make_date", R"doc(The day of a year, month and day.

Raises
------
InvalidInput
    when the Gregorian calendar from 1400 to 9999 has no such day)doc"},
    {"max_day", R"doc(9999-12-31, the last)doc"},
    {"min_day", R"doc(1900-01-01, the first day a table takes)doc"},
    {"month_end", R"doc(The last day of the month of `date`.

Raises
------
InvalidInput
    before 1400 or after 9999)doc"},
    {"no_id", R"doc(The code of a missing id.)doc"},
    {"open", R"doc(The end of a period that has not ended.)doc"},
    {"parse_date", R"doc(Reads YYYY-MM-DD.

Raises
------
InvalidInput
    for any other text, or a day that the calendar lacks)doc"},
    {"period_start", R"doc(The first day of the period that holds a day.

Parameters
----------
date
    a day from 1400-12-31 to 9999-12-31
period
    how time is cut
fiscal_year_start
    first month of the fiscal year, 1 to 12; matters to quarters and years

Raises
------
InvalidInput
    out of these ranges)doc"},
    {"retention.AnnualizeOptions", R"doc(Settings of annualize().)doc"},
    {"retention.AnnualizeOptions.days", R"doc(how long the rate was measured, > 0)doc"},
    {"retention.AnnualizeOptions.target_days", R"doc(how long it shall hold, > 0; 365 / 12 for a month)doc"},
    {"retention.ChurnRate", R"doc(Churn, one row for each period but the first.

Columns
-------
period
    first day
period_end
    last day
logo_churn
    churn_accounts / base_accounts; none without a base
lower
    Wilson's interval of logo_churn, from
upper
    to
gross_mrr_churn
    (churn + contraction) / opening; none without an opening
net_mrr_churn
    the same less expansion; below 0 when expansion outweighs it
opening
    MRR at the end of the period before
lost
    churn + contraction
opening_accounts
    customers at the end of the period before
base_accounts
    what logo_churn is over, as logo_base says
churn_accounts
    customers that left, of those up for renewal if that is the base
small_base
    1 where the base is few accounts
complete
    0 for a last period that as_of cuts short)doc"},
    {"retention.ChurnRate.base_accounts", R"doc(what logo_churn is over, as logo_base says)doc"},
    {"retention.ChurnRate.churn_accounts", R"doc(customers that left, of those up for renewal if that is the base)doc"},
    {"retention.ChurnRate.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"retention.ChurnRate.gross_mrr_churn", R"doc((churn + contraction) / opening; none without an opening)doc"},
    {"retention.ChurnRate.logo_churn", R"doc(churn_accounts / base_accounts; none without a base)doc"},
    {"retention.ChurnRate.lost", R"doc(churn + contraction)doc"},
    {"retention.ChurnRate.lower", R"doc(Wilson's interval of logo_churn, from)doc"},
    {"retention.ChurnRate.net_mrr_churn", R"doc(the same less expansion; below 0 when expansion outweighs it)doc"},
    {"retention.ChurnRate.opening", R"doc(MRR at the end of the period before)doc"},
    {"retention.ChurnRate.opening_accounts", R"doc(customers at the end of the period before)doc"},
    {"retention.ChurnRate.period", R"doc(first day)doc"},
    {"retention.ChurnRate.period_end", R"doc(last day)doc"},
    {"retention.ChurnRate.policy", R"doc(what it was made with)doc"},
    {"retention.ChurnRate.small_base", R"doc(1 where the base is few accounts)doc"},
    {"retention.ChurnRate.upper", R"doc(to)doc"},
    {"retention.ChurnRateOptions", R"doc(Settings of churn_rate(); what is not given is as in the rates of the ledger's policy.)doc"},
    {"retention.ChurnRateOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"retention.ChurnRateOptions.logo_base", R"doc(what logo churn is over)doc"},
    {"retention.ChurnRateOptions.net_churn_reactivation", R"doc(whether returning MRR lowers net churn)doc"},
    {"retention.ChurnRateOptions.small_base", R"doc(fewer accounts than this are flagged, >= 0)doc"},
    {"retention.CohortTable", R"doc(Cohorts by the period in which accounts became customers, and what is left of them at each age: one
row for each cohort and age that has begun.

Columns
-------
cohort
    first day of the period they started in
age
    periods since, from 0
period
    first day of the period seen
base_accounts
    customers of the cohort at age 0
accounts
    customers at this age; one that came back counts again
base
    MRR of the cohort at age 0
net
    MRR at this age
gross
    the same, no account for more than at age 0
rate
    the chosen value over its value at age 0; none for a base of 0
complete
    0 where as_of cuts the period short: not final yet, no loss)doc"},
    {"retention.CohortTable.accounts", R"doc(customers at this age; one that came back counts again)doc"},
    {"retention.CohortTable.age", R"doc(periods since, from 0)doc"},
    {"retention.CohortTable.base", R"doc(MRR of the cohort at age 0)doc"},
    {"retention.CohortTable.base_accounts", R"doc(customers of the cohort at age 0)doc"},
    {"retention.CohortTable.cohort", R"doc(first day of the period they started in)doc"},
    {"retention.CohortTable.complete", R"doc(0 where as_of cuts the period short: not final yet, no loss)doc"},
    {"retention.CohortTable.gross", R"doc(the same, no account for more than at age 0)doc"},
    {"retention.CohortTable.net", R"doc(MRR at this age)doc"},
    {"retention.CohortTable.period", R"doc(first day of the period seen)doc"},
    {"retention.CohortTable.policy", R"doc(what the ledger was made with)doc"},
    {"retention.CohortTable.rate", R"doc(the chosen value over its value at age 0; none for a base of 0)doc"},
    {"retention.CohortTable.value", R"doc(what `rate` is of)doc"},
    {"retention.CohortTableOptions", R"doc(Settings of cohort_table().)doc"},
    {"retention.CohortTableOptions.value", R"doc(what `rate` is of)doc"},
    {"retention.CohortValue", R"doc(What of a cohort is followed.

Members
-------
logos
    its accounts
net
    its MRR, with expansion
gross
    its MRR, no account for more than in its first period)doc"},
    {"retention.Conventions", R"doc(One measure of the same data over the same window by every convention, one row for each.

Columns
-------
measure
    what is retained
convention
    its name
value
    the rate; none without a base
lower
    its interval, from; none for rates of totals
upper
    to
retained
    what is left of the base; 0 for accounts
base
    MRR at the window's beginning; 0 for accounts
retained_accounts
    customers that are left; of accounts only, 0 for revenue
base_accounts
    accounts that the rate is of
small_base
    1 where they are few
definition
    what it counts
used_by
    who counts so; empty where nobody is known to
fingerprint
    policy_fingerprint() of what it was made with)doc"},
    {"retention.Conventions.base", R"doc(MRR at the window's beginning; 0 for accounts)doc"},
    {"retention.Conventions.base_accounts", R"doc(accounts that the rate is of)doc"},
    {"retention.Conventions.convention", R"doc(its name)doc"},
    {"retention.Conventions.definition", R"doc(what it counts)doc"},
    {"retention.Conventions.fingerprint", R"doc(policy_fingerprint() of what it was made with)doc"},
    {"retention.Conventions.lower", R"doc(its interval, from; none for rates of totals)doc"},
    {"retention.Conventions.measure", R"doc(what is retained)doc"},
    {"retention.Conventions.period", R"doc(first day of the period)doc"},
    {"retention.Conventions.period_end", R"doc(its last day)doc"},
    {"retention.Conventions.policy", R"doc(the ledger's own)doc"},
    {"retention.Conventions.retained", R"doc(what is left of the base; 0 for accounts)doc"},
    {"retention.Conventions.retained_accounts", R"doc(customers that are left; of accounts only, 0 for revenue)doc"},
    {"retention.Conventions.small_base", R"doc(1 where they are few)doc"},
    {"retention.Conventions.upper", R"doc(to)doc"},
    {"retention.Conventions.used_by", R"doc(who counts so; empty where nobody is known to)doc"},
    {"retention.Conventions.value", R"doc(the rate; none without a base)doc"},
    {"retention.Conventions.window", R"doc(periods looked back)doc"},
    {"retention.ConventionsOptions", R"doc(Settings of conventions().)doc"},
    {"retention.ConventionsOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"retention.ConventionsOptions.draws", R"doc(bootstrap draws for intervals of revenue, >= 0)doc"},
    {"retention.ConventionsOptions.period", R"doc(a period's name such as 2024-12, or a day in it; the last complete one by default)doc"},
    {"retention.ConventionsOptions.seed", R"doc(of the draws)doc"},
    {"retention.ConventionsOptions.small_base", R"doc(fewer accounts than this are flagged, >= 0)doc"},
    {"retention.ConventionsOptions.window", R"doc(periods, at least 1; the policy's by default)doc"},
    {"retention.CurveLifetimeValueOptions", R"doc(Settings of lifetime_value() from a curve.)doc"},
    {"retention.CurveLifetimeValueOptions.annual_discount_rate", R"doc(of money, >= 0: a month's factor is (1 + rate)^(-1/12))doc"},
    {"retention.CurveLifetimeValueOptions.arpa", R"doc(what a customer pays a month, in major units, >= 0)doc"},
    {"retention.CurveLifetimeValueOptions.horizon_months", R"doc(months that count, >= 1; by default all of the curve)doc"},
    {"retention.CurveLifetimeValueOptions.margin", R"doc(gross margin, in [0, 1]; 1 gives revenue)doc"},
    {"retention.CustomerLifetimes", R"doc(Spells of being a customer without interruption, by account id and then by time.

Columns
-------
account
    whose
spell
    1 for the account's first, 2 after its first return, …
start
    first day with MRR
end
    first day without; fealty::open while it lasts
days
    length up to the end, or to the day after as_of
ended
    1 when it ended, 0 when it lasted on as_of (right-censored)
first_mrr
    MRR on the first day
last_mrr
    MRR on the last day)doc"},
    {"retention.CustomerLifetimes.account", R"doc(whose)doc"},
    {"retention.CustomerLifetimes.as_of", R"doc(last day known; none without rows)doc"},
    {"retention.CustomerLifetimes.days", R"doc(length up to the end, or to the day after as_of)doc"},
    {"retention.CustomerLifetimes.end", R"doc(first day without; fealty::open while it lasts)doc"},
    {"retention.CustomerLifetimes.ended", R"doc(1 when it ended, 0 when it lasted on as_of (right-censored))doc"},
    {"retention.CustomerLifetimes.first_mrr", R"doc(MRR on the first day)doc"},
    {"retention.CustomerLifetimes.last_mrr", R"doc(MRR on the last day)doc"},
    {"retention.CustomerLifetimes.policy", R"doc(what the ledger was made with)doc"},
    {"retention.CustomerLifetimes.spell", R"doc(1 for the account's first, 2 after its first return, …)doc"},
    {"retention.CustomerLifetimes.start", R"doc(first day with MRR)doc"},
    {"retention.CustomerLifetimesOptions", R"doc(Settings of customer_lifetimes().)doc"},
    {"retention.CustomerLifetimesOptions.gap_days", R"doc(gaps of at most so many days do not end a spell, >= 0; one that as_of cuts short counts as an end)doc"},
    {"retention.LifetimeArpa", R"doc(What a customer is taken to pay a month.

Members
-------
by_age
    what customers of the same age paid
flat
    ARPA of the ledger's last period)doc"},
    {"retention.LifetimeValue", R"doc(What a customer brings over a lifetime, month by month of age. Real numbers of money are in major units.

Columns
-------
month
    of age, from 0
customers
    seen at its beginning; 0 from a curve, which does not say
survival
    share of customers that reach its beginning
arpa
    what one pays in it
discount
    factor that brings it to the day of the first payment
contribution
    survival x arpa x margin x discount
cumulative
    sum of the contributions up to it)doc"},
    {"retention.LifetimeValue.annual_discount_rate", R"doc(as it was chosen)doc"},
    {"retention.LifetimeValue.arpa", R"doc(what one pays in it)doc"},
    {"retention.LifetimeValue.arpa_form", R"doc(as it was chosen)doc"},
    {"retention.LifetimeValue.contribution", R"doc(survival x arpa x margin x discount)doc"},
    {"retention.LifetimeValue.cumulative", R"doc(sum of the contributions up to it)doc"},
    {"retention.LifetimeValue.currency", R"doc(of all amounts; none from a curve)doc"},
    {"retention.LifetimeValue.customers", R"doc(seen at its beginning; 0 from a curve, which does not say)doc"},
    {"retention.LifetimeValue.discount", R"doc(factor that brings it to the day of the first payment)doc"},
    {"retention.LifetimeValue.findings", R"doc(code: horizon_beyond_support)doc"},
    {"retention.LifetimeValue.flat_arpa", R"doc(ARPA of the ledger's last period)doc"},
    {"retention.LifetimeValue.horizon_months", R"doc(months that were summed)doc"},
    {"retention.LifetimeValue.margin", R"doc(as it was chosen)doc"},
    {"retention.LifetimeValue.month", R"doc(of age, from 0)doc"},
    {"retention.LifetimeValue.monthly_churn", R"doc(losses / months at risk, over all ages)doc"},
    {"retention.LifetimeValue.policy", R"doc(what the ledger was made with; none from a curve)doc"},
    {"retention.LifetimeValue.remaining", R"doc(survival at the end of the sum: who would go on to bring more)doc"},
    {"retention.LifetimeValue.support_months", R"doc(months that were seen)doc"},
    {"retention.LifetimeValue.survival", R"doc(share of customers that reach its beginning)doc"},
    {"retention.LifetimeValue.textbook", R"doc(arpa x margin / churn, for comparison; none without churn)doc"},
    {"retention.LifetimeValue.truncated", R"doc(customers are left at the end of what was seen, short of the horizon)doc"},
    {"retention.LifetimeValue.value", R"doc(sum of `contribution`; none without a month that was seen)doc"},
    {"retention.LifetimeValueOptions", R"doc(Settings of lifetime_value() from a ledger.)doc"},
    {"retention.LifetimeValueOptions.annual_discount_rate", R"doc(of money, >= 0: a month's factor is (1 + rate)^(-1/12))doc"},
    {"retention.LifetimeValueOptions.arpa", R"doc(what a customer is taken to pay)doc"},
    {"retention.LifetimeValueOptions.gap_days", R"doc(gaps of at most so many days do not end a life, >= 0)doc"},
    {"retention.LifetimeValueOptions.horizon_months", R"doc(months that count, >= 1; by default all that were seen)doc"},
    {"retention.LifetimeValueOptions.margin", R"doc(gross margin, in [0, 1]; 1 gives revenue)doc"},
    {"retention.LifetimesOptions", R"doc(Settings of lifetimes().)doc"},
    {"retention.LifetimesOptions.accounts", R"doc(whose attributes make groups and covariates)doc"},
    {"retention.LifetimesOptions.period", R"doc(what durations count)doc"},
    {"retention.LifetimesOptions.spell_weight", R"doc(what a spell counts for)doc"},
    {"retention.LogoRetention", R"doc(Retention of accounts, one row for each period that has one `window` periods before it.

Columns
-------
period
    first day
period_end
    last day
retention
    retained_accounts / base_accounts; none without a base
lower
    Wilson's interval, from; none without a base
upper
    to; none without a base
base_accounts
    customers `window` periods before
retained_accounts
    those of them that are customers now
small_base
    1 where the base is few accounts
complete
    0 for a last period that as_of cuts short)doc"},
    {"retention.LogoRetention.base_accounts", R"doc(customers `window` periods before)doc"},
    {"retention.LogoRetention.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"retention.LogoRetention.lower", R"doc(Wilson's interval, from; none without a base)doc"},
    {"retention.LogoRetention.period", R"doc(first day)doc"},
    {"retention.LogoRetention.period_end", R"doc(last day)doc"},
    {"retention.LogoRetention.policy", R"doc(what it was made with)doc"},
    {"retention.LogoRetention.retained_accounts", R"doc(those of them that are customers now)doc"},
    {"retention.LogoRetention.retention", R"doc(retained_accounts / base_accounts; none without a base)doc"},
    {"retention.LogoRetention.small_base", R"doc(1 where the base is few accounts)doc"},
    {"retention.LogoRetention.upper", R"doc(to; none without a base)doc"},
    {"retention.LogoRetentionOptions", R"doc(Settings of logo_retention(); what is not given is as in the rates of the ledger's policy.)doc"},
    {"retention.LogoRetentionOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"retention.LogoRetentionOptions.small_base", R"doc(fewer accounts than this are flagged, >= 0)doc"},
    {"retention.LogoRetentionOptions.window", R"doc(periods, at least 1)doc"},
    {"retention.RenewalOptions", R"doc(Settings of renewal_rate() and renewals().)doc"},
    {"retention.RenewalOptions.as_of", R"doc(last day known; by default the latest signature)doc"},
    {"retention.RenewalOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"retention.RenewalOptions.early_days", R"doc(a renewal begins at most so many days before the end, >= 0)doc"},
    {"retention.RenewalOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"retention.RenewalOptions.late_days", R"doc(or so many after it, >= 0)doc"},
    {"retention.RenewalOptions.period", R"doc(how time is cut)doc"},
    {"retention.RenewalOptions.small_base", R"doc(fewer decided contracts than this are flagged, >= 0)doc"},
    {"retention.RenewalOutcome", R"doc(What became of a contract that was due.

Members
-------
on_time
    renewed within the period it was due in, without a gap
early
    renewed, and signed before the first day of that period
late
    renewed, but signed or begun only after the end
lapsed
    not renewed, and it is too late for it
pending
    not renewed yet)doc"},
    {"retention.RenewalRate", R"doc(Renewal rates, one row for each period from the first end to as_of: due = renewed + lapsed + undecided.

Columns
-------
period
    first day
period_end
    last day
rate
    renewed / (renewed + lapsed)
lower
    Wilson's interval of rate, from
upper
    to
gross_rate
    retained_mrr / decided_mrr: at most 1
net_rate
    renewed_mrr / decided_mrr: above 1 where renewals grow
due
    contracts that end in the period
renewed
    decided, and renewed
early
    of the renewed
late
    of the renewed
lapsed
    decided, and not renewed
undecided
    less than late_days have passed since their end
undecided_renewed
    those of the undecided that have been renewed already
due_mrr
    a month's worth of the contracts due
decided_mrr
    of the decided ones
renewed_mrr
    of the contracts that renewed them
retained_mrr
    the same, none for more than the one that it renewed
small_base
    1 where few contracts are decided
complete
    0 where as_of cuts the period short, or some are undecided)doc"},
    {"retention.RenewalRate.as_of", R"doc(last day known; none for a table without rows)doc"},
    {"retention.RenewalRate.as_of_inferred", R"doc(it was not given)doc"},
    {"retention.RenewalRate.complete", R"doc(0 where as_of cuts the period short, or some are undecided)doc"},
    {"retention.RenewalRate.decided_mrr", R"doc(of the decided ones)doc"},
    {"retention.RenewalRate.due", R"doc(contracts that end in the period)doc"},
    {"retention.RenewalRate.due_mrr", R"doc(a month's worth of the contracts due)doc"},
    {"retention.RenewalRate.early", R"doc(of the renewed)doc"},
    {"retention.RenewalRate.gross_rate", R"doc(retained_mrr / decided_mrr: at most 1)doc"},
    {"retention.RenewalRate.lapsed", R"doc(decided, and not renewed)doc"},
    {"retention.RenewalRate.late", R"doc(of the renewed)doc"},
    {"retention.RenewalRate.lower", R"doc(Wilson's interval of rate, from)doc"},
    {"retention.RenewalRate.net_rate", R"doc(renewed_mrr / decided_mrr: above 1 where renewals grow)doc"},
    {"retention.RenewalRate.period", R"doc(first day)doc"},
    {"retention.RenewalRate.period_end", R"doc(last day)doc"},
    {"retention.RenewalRate.rate", R"doc(renewed / (renewed + lapsed))doc"},
    {"retention.RenewalRate.renewed", R"doc(decided, and renewed)doc"},
    {"retention.RenewalRate.renewed_mrr", R"doc(of the contracts that renewed them)doc"},
    {"retention.RenewalRate.retained_mrr", R"doc(the same, none for more than the one that it renewed)doc"},
    {"retention.RenewalRate.small_base", R"doc(1 where few contracts are decided)doc"},
    {"retention.RenewalRate.undecided", R"doc(less than late_days have passed since their end)doc"},
    {"retention.RenewalRate.undecided_renewed", R"doc(those of the undecided that have been renewed already)doc"},
    {"retention.RenewalRate.upper", R"doc(to)doc"},
    {"retention.Renewals", R"doc(Each contract that was due, by account id and then by start.

Columns
-------
account
    whose
row
    of the contracts table, from 0
end
    the day it was due
period
    first day of the period that holds it
outcome
    what became of it
decided
    1 once `late_days` have passed since its end
renewal_row
    the contract that renewed it; -1 where there is none
due_mrr
    its total / months of its term
renewed_mrr
    the same of the contract that renewed it; 0 without one)doc"},
    {"retention.Renewals.account", R"doc(whose)doc"},
    {"retention.Renewals.decided", R"doc(1 once `late_days` have passed since its end)doc"},
    {"retention.Renewals.due_mrr", R"doc(its total / months of its term)doc"},
    {"retention.Renewals.end", R"doc(the day it was due)doc"},
    {"retention.Renewals.outcome", R"doc(what became of it)doc"},
    {"retention.Renewals.period", R"doc(first day of the period that holds it)doc"},
    {"retention.Renewals.renewal_row", R"doc(the contract that renewed it; -1 where there is none)doc"},
    {"retention.Renewals.renewed_mrr", R"doc(the same of the contract that renewed it; 0 without one)doc"},
    {"retention.Renewals.row", R"doc(of the contracts table, from 0)doc"},
    {"retention.RetentionMeasure", R"doc(What is retained.

Members
-------
nrr
    revenue, with expansion
grr
    revenue, without
logo_retention
    accounts)doc"},
    {"retention.RevenueRetention", R"doc(Retention of revenue, one row for each period that has one `window` periods before it.

Columns
-------
period
    first day
period_end
    last day
nrr
    retained / base; none without a base
grr
    gross_retained / base; none without a base
nrr_lower
    interval of nrr in the cohort form, from; none without draws
nrr_upper
    to
grr_lower
    interval of grr in the forms of single accounts, from
grr_upper
    to
base
    MRR `window` periods before
retained
    what is left of it, with expansion
gross_retained
    what is left of it, without; below 0 only in the movement form
base_accounts
    accounts with MRR then
small_base
    1 where they are few
complete
    0 for a last period that as_of cuts short)doc"},
    {"retention.RevenueRetention.base", R"doc(MRR `window` periods before)doc"},
    {"retention.RevenueRetention.base_accounts", R"doc(accounts with MRR then)doc"},
    {"retention.RevenueRetention.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"retention.RevenueRetention.findings", R"doc(gross_retained_below_zero, with the rows of this result)doc"},
    {"retention.RevenueRetention.gross_retained", R"doc(what is left of it, without; below 0 only in the movement form)doc"},
    {"retention.RevenueRetention.grr", R"doc(gross_retained / base; none without a base)doc"},
    {"retention.RevenueRetention.grr_lower", R"doc(interval of grr in the forms of single accounts, from)doc"},
    {"retention.RevenueRetention.grr_upper", R"doc(to)doc"},
    {"retention.RevenueRetention.nrr", R"doc(retained / base; none without a base)doc"},
    {"retention.RevenueRetention.nrr_lower", R"doc(interval of nrr in the cohort form, from; none without draws)doc"},
    {"retention.RevenueRetention.nrr_upper", R"doc(to)doc"},
    {"retention.RevenueRetention.period", R"doc(first day)doc"},
    {"retention.RevenueRetention.period_end", R"doc(last day)doc"},
    {"retention.RevenueRetention.policy", R"doc(what it was made with)doc"},
    {"retention.RevenueRetention.retained", R"doc(what is left of it, with expansion)doc"},
    {"retention.RevenueRetention.small_base", R"doc(1 where they are few)doc"},
    {"retention.RevenueRetentionOptions", R"doc(Settings of revenue_retention(); what is not given is as in the rates of the ledger's policy.)doc"},
    {"retention.RevenueRetentionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"retention.RevenueRetentionOptions.currency", R"doc(in a reporting currency: whether rates move retention)doc"},
    {"retention.RevenueRetentionOptions.draws", R"doc(bootstrap draws for the intervals, >= 0; 0 for none)doc"},
    {"retention.RevenueRetentionOptions.grr_form", R"doc(how GRR is made)doc"},
    {"retention.RevenueRetentionOptions.nrr_form", R"doc(how NRR is made)doc"},
    {"retention.RevenueRetentionOptions.nrr_reactivation", R"doc(NRR of movements: whether returning MRR is retained)doc"},
    {"retention.RevenueRetentionOptions.seed", R"doc(of the draws)doc"},
    {"retention.RevenueRetentionOptions.small_base", R"doc(fewer accounts than this are flagged, >= 0)doc"},
    {"retention.RevenueRetentionOptions.window", R"doc(periods, at least 1)doc"},
    {"retention.SpellWeight", R"doc(What a spell counts for.

Members
-------
account
    each the same: curves of accounts
first_mrr
    its MRR on the first day: curves of revenue)doc"},
    {"retention.SurvivalColumns", R"doc(A survival curve as columns: a step function that is 1 before its first day.)doc"},
    {"retention.SurvivalColumns.survival", R"doc(share of customers that last longer, in [0, 1], not rising)doc"},
    {"retention.SurvivalColumns.time", R"doc(days, ascending, >= 0)doc"},
    {"retention.annualize", R"doc(Brings a churn rate to another length of time by compounding: 1 - (1 - rate)^(target_days / days).

    assert abs(ft.retention.annualize(0.1, days=92) - 0.341641980894416) < 1e-15

Parameters
----------
rate
    share lost within `days`, in [0, 1]
days
    how long the rate was measured, > 0
target_days
    how long it shall hold, > 0; 365 / 12 for a month

Returns
-------
share lost within `target_days`, in [0, 1]

Raises
------
InvalidInput
    out of these ranges)doc"},
    {"retention.churn_rate", R"doc(Churn of accounts and of revenue, period by period.

MRR churn is over what there was at the period's opening, logo churn over the customers that `logo_base`
names. By event, customers that came and left within the period have left too, so that logo churn may
exceed 1 and then has no interval. For other windows make a ledger of longer periods, or bring a rate to
another length with annualize().

Parameters
----------
ledger
    as made by mrr_ledger()
confidence
    coverage of the interval, in (0, 1)
net_churn_reactivation
    whether returning MRR lowers net churn
logo_base
    what logo churn is over
small_base
    fewer accounts than this are flagged, >= 0

Returns
-------
one row for each period from the second on

Raises
------
InvalidInput
    unless 0 < confidence < 1 and small_base >= 0)doc"},
    {"retention.cohort_table", R"doc(Follows each period's new customers through the periods after.

An account's cohort is the first period at whose end it was a customer. The periods are the ledger's:
make a ledger of weeks, quarters or years for cohorts of these.

Parameters
----------
ledger
    as made by mrr_ledger(), of at most 4,096 periods
value
    what `rate` is of

Returns
-------
by cohort and age; cohorts without customers have no rows

Raises
------
InvalidInput
    for a ledger of more periods)doc"},
    {"retention.conventions", R"doc(Net and gross revenue retention and logo retention of one period by every convention that is in use, side
by side.

The forms of rates are those of the ledger as it is. The others are those of the same rows under another
policy: other instants of a period, changes by event, gaps bridged, customers at 0 that are none,
subscriptions in place of accounts where the table has them, and the presets of products; one that the
table or the rates of exchange have no answer for is left out. Revenue of single accounts has bootstrap
intervals, accounts have Wilson's.

Parameters
----------
ledger
    as made by mrr_ledger()
period
    a period's name such as 2024-12, or a day in it; the last complete one by default
window
    periods, at least 1; the policy's by default
draws
    bootstrap draws for intervals of revenue, >= 0
seed
    of the draws
confidence
    coverage of the intervals, in (0, 1)
small_base
    fewer accounts than this are flagged, >= 0

Returns
-------
by measure, the ledger's own forms first; none where the period has no base period

Raises
------
InvalidInput
    when the ledger has no such period, no complete one when none is named, or none `window`
    periods before it; unless window >= 1, draws >= 0, 0 < confidence < 1 and small_base >= 0

References
----------
SaaS Metrics Standards Board; Gold (2020), Fighting Churn with Data, ch. 2)doc"},
    {"retention.customer_lifetimes", R"doc(The spells in which accounts were customers, to the day: what survival analysis starts from.

A spell begins with MRR; overlapping and adjoining rows, and free ones after, are one spell. An end
after the ledger's as_of is not known yet: the spell lasts, and is right-censored. In a reporting currency
with the rates of each period's end, a row's MRR is that of the period in which it starts.

Parameters
----------
ledger
    as made by mrr_ledger()
gap_days
    gaps of at most so many days do not end a spell, >= 0; one that as_of cuts short counts as
    an end

Returns
-------
one row for each spell

Raises
------
InvalidInput
    unless gap_days >= 0)doc"},
    {"retention.lifetime_value", R"doc(What a customer brings over a lifetime: the sum over months t = 0, 1, … of survival(t) x arpa(t) x
margin x discount^t.

A month is paid at its beginning, by those who are customers then: so with a constant churn and no
discount the sum comes to the textbook's arpa x margin / churn, which assumes just that. survival(t) is
Kaplan-Meier's by month of age, of all spells of customer_lifetimes() (one that comes after a return is
a life of its own); ages are counted in months of the calendar, since most subscriptions end with
these. Nothing is extrapolated: the sum ends with the last month of age that anyone was seen to
complete, and says so in `truncated` and in the finding horizon_beyond_support (a warning where more
months were asked for); `remaining` tells how many customers it leaves out.

Parameters
----------
ledger
    as made by mrr_ledger()
margin
    gross margin, in [0, 1]; 1 gives revenue
annual_discount_rate
    of money, >= 0: a month's factor is (1 + rate)^(-1/12)
horizon_months
    months that count, >= 1; by default all that were seen
arpa
    what a customer is taken to pay
gap_days
    gaps of at most so many days do not end a life, >= 0

Returns
-------
the value, the textbook's beside it, and one row for each month

Raises
------
InvalidInput
    unless 0 <= margin <= 1, annual_discount_rate is a number >= 0, horizon_months >= 1 and
    gap_days >= 0

References
----------
Fader & Hardie (2010), Marketing Science 29:85-93, for the value of a contractual customer; Kaplan &
Meier (1958), JASA 53:457-481)doc"},
    {"retention.lifetimes", R"doc(Spells of being a customer as lifetimes, for curves and their comparison.

Durations are days, or periods counted from the spell's first day: from January 31 the first month ends on
the last of February. A spell that lasts has so many whole ones; one that ended also counts the one that
it ended in, as a contract that is not renewed at its end.

Attributes are `account`, to cluster by; `spell`, 1 for an account's first; `start`, its first day; and
those of the accounts table, as they were on the spell's first day: what became of an account later does
not tell how long it would stay. Accounts that the table does not know have none.

Parameters
----------
spells
    as made by customer_lifetimes()
accounts
    whose attributes make groups and covariates
spell_weight
    what a spell counts for
period
    what durations count

Returns
-------
one life for each spell, in their order

Raises
------
InvalidInput
    when an attribute is called account, spell or start)doc"},
    {"retention.logo_retention", R"doc(Share of the customers of `window` periods ago that are customers now.

A customer that left and came back within the window is retained.

Parameters
----------
ledger
    as made by mrr_ledger()
window
    periods, at least 1
confidence
    coverage of the interval, in (0, 1)
small_base
    fewer accounts than this are flagged, >= 0

Returns
-------
one row for each period that has one `window` periods before it

Raises
------
InvalidInput
    unless window >= 1, 0 < confidence < 1 and small_base >= 0

References
----------
Wilson (1927), JASA 22:209-212, for the interval)doc"},
    {"retention.renewal_rate", R"doc(The share of the contracts due that were renewed, by number and by value, period by period.

Value is what a contract brings in a month (its recurring total / months of its term), so that terms of
different lengths compare. Rates are of the contracts that are decided, those whose `late_days` have
passed: to count what is renewed already, and not what may still be, would flatter the last periods.

Parameters
----------
contracts
    validated rows, of one currency
as_of
    last day known; by default the latest signature
period
    how time is cut
fiscal_year_start
    first month of the fiscal year, 1 to 12
early_days
    a renewal begins at most so many days before the end, >= 0
late_days
    or so many after it, >= 0
confidence
    coverage of the interval, in (0, 1)
small_base
    fewer decided contracts than this are flagged, >= 0

Returns
-------
one row for each period; none before the first end

Raises
------
InvalidInput
    as renewals()
Overflow
    when a sum leaves 64 bits

References
----------
Wilson (1927), JASA 22:209-212, for the interval)doc"},
    {"retention.renewals", R"doc(Follows each contract to the one that renewed it.

A contract is due on the day it ends (the first day after it), in the period that holds that day. It is
renewed by another contract of the account that begins later than it, from `early_days` before its end
to `late_days` after it, and ends later than it. A contract renews at most one: contracts choose in the
order of their ends (the one worth more first), each the one that begins nearest to its end (of two
that are as near the earlier, then the one worth more). A renewal is late when it is signed or begins
after the end, early when it is signed before the first day of the period in which the contract is due,
and otherwise on time. Contracts signed after as_of are not known; the end of one that is known is.

Parameters
----------
contracts
    validated rows, of one currency
as_of
    last day known; by default the latest signature
period
    how time is cut
fiscal_year_start
    first month of the fiscal year, 1 to 12
early_days
    a renewal begins at most so many days before the end, >= 0
late_days
    or so many after it, >= 0
confidence
    coverage of the interval, in (0, 1)
small_base
    fewer decided contracts than this are flagged, >= 0

Returns
-------
one row for each contract that ends in a period up to the one that holds as_of

Raises
------
InvalidInput
    on several currencies; unless early_days, late_days and small_base are >= 0, 0 < confidence
    < 1, the fiscal year starts in a month, as_of is from 1900 to 9999, and there are at most
    65,535 periods)doc"},
    {"retention.revenue_retention", R"doc(Net and gross revenue retention over a trailing window.

The cohort form follows the accounts that had MRR `window` periods ago: NRR is their MRR now over
their MRR then, and in GRR no account counts for more than it had then. The other forms are those that
are in use: of the movements within the window, whoever moved (its GRR falls below 0 when accounts won
within the window are lost again, and is not clamped), chained from period to period, averaged, or of
each account's least MRR on the way. What a product or a mean retains is its rate of the base, to the
nearest minor unit.

Parameters
----------
ledger
    as made by mrr_ledger()
window
    periods, at least 1
nrr_form
    how NRR is made
grr_form
    how GRR is made
nrr_reactivation
    NRR of movements: whether returning MRR is retained
currency
    in a reporting currency: whether rates move retention
draws
    bootstrap draws for the intervals, >= 0; 0 for none
seed
    of the draws
confidence
    coverage of the intervals, in (0, 1)
small_base
    fewer accounts than this are flagged, >= 0

Returns
-------
one row for each period that has one `window` periods before it

Raises
------
InvalidInput
    unless window >= 1, draws >= 0, 0 < confidence < 1 and small_base >= 0

References
----------
SaaS Metrics Standards Board, net and gross revenue retention (cohort form))doc"},
    {"revenue.AcceptedRestatements", R"doc(The restatements that were accepted, in the order of their acceptance.

Columns
-------
acceptance
    1 for those of the first extend() that accepted any, and so on
through
    last day of the periods that it closed
period
    first day of the period
account
    whose MRR moved
kind
    what happened
closed
    the amount that was closed
restated
    the amount now
difference
    restated - closed
closed_movements
    how many movements were closed; a free account's have no amount
restated_movements
    how many there are now)doc"},
    {"revenue.AcceptedRestatements.acceptance", R"doc(1 for those of the first extend() that accepted any, and so on)doc"},
    {"revenue.AcceptedRestatements.account", R"doc(whose MRR moved)doc"},
    {"revenue.AcceptedRestatements.closed", R"doc(the amount that was closed)doc"},
    {"revenue.AcceptedRestatements.closed_movements", R"doc(how many movements were closed; a free account's have no amount)doc"},
    {"revenue.AcceptedRestatements.difference", R"doc(restated - closed)doc"},
    {"revenue.AcceptedRestatements.kind", R"doc(what happened)doc"},
    {"revenue.AcceptedRestatements.period", R"doc(first day of the period)doc"},
    {"revenue.AcceptedRestatements.restated", R"doc(the amount now)doc"},
    {"revenue.AcceptedRestatements.restated_movements", R"doc(how many there are now)doc"},
    {"revenue.AcceptedRestatements.through", R"doc(last day of the periods that it closed)doc"},
    {"revenue.AccountColumns", R"doc(The columns of an accounts table: one row for each account, or one for each interval in which its
attributes stay the same.)doc"},
    {"revenue.AccountColumns.account", R"doc(n ids, texts or integers)doc"},
    {"revenue.AccountColumns.attributes", R"doc(names and values, null where unknown)doc"},
    {"revenue.AccountColumns.merged_into", R"doc(the account that took it over; null for none)doc"},
    {"revenue.AccountColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.AccountColumns.parent", R"doc(the account above it; null for none)doc"},
    {"revenue.AccountColumns.valid_from", R"doc(first day of the attributes; null: from ever)doc"},
    {"revenue.AccountColumns.valid_to", R"doc(first day after; null or fealty::open while it lasts)doc"},
    {"revenue.Accounts", R"doc(A validated accounts table: who was merged into whom, who belongs to whom, and what is known of each.
Copies are cheap.

Attributes hold from valid_from on, on each day before valid_to; without a column valid_to, until the
account's next row. Accounts are codes of `ids()`, as are those that are only named as a parent or a merge
target. Lookups take `no_id` too and give none for it.

The columns of an accounts table: one row for each account, or one for each interval in which its
attributes stay the same.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
parent
    the account above it; null for none
merged_into
    the account that took it over; null for none
valid_from
    first day of the attributes; null: from ever
valid_to
    first day after; null or fealty::open while it lasts
attributes
    names and values, null where unknown
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, texts beside integers, a null account, a day before
    1900 or after 9999, a valid_to before its valid_from, two rows of an account that hold on
    one day, an account that is its own parent or merge target, also through others, or has two
    of them)doc"},
    {"revenue.Accounts.attribute", R"doc(The place of an attribute.

Raises
------
InvalidInput
    for a name that no attribute has; lists those that there are)doc"},
    {"revenue.Accounts.attribute_changes", R"doc(The days on which an account's attribute changes, ascending. Before the first it is unknown, and each
value differs from the one before.)doc"},
    {"revenue.Accounts.attribute_count", R"doc(How many attributes there are; their order is that of the columns.)doc"},
    {"revenue.Accounts.attribute_ids", R"doc(The values of an attribute.)doc"},
    {"revenue.Accounts.attribute_name", R"doc()doc"},
    {"revenue.Accounts.attribute_on", R"doc(The value of an account's attribute on a day, as a code of attribute_ids(); `no_id` where it is unknown.)doc"},
    {"revenue.Accounts.final_account", R"doc(What became of an account through merges; itself if there was none.)doc"},
    {"revenue.Accounts.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
zero_length_period, unknown_parent, unknown_merge_target.)doc"},
    {"revenue.Accounts.has_row", R"doc(Whether an account has a row of its own.)doc"},
    {"revenue.Accounts.ids", R"doc(The accounts: those of the column, and after them those that are only named by others.)doc"},
    {"revenue.Accounts.match", R"doc(The account that each code of another dictionary stands for.

Returns
-------
for each code of `other` a code of `ids()`, or `no_id`

Raises
------
InvalidInput
    when one has texts and the other integers)doc"},
    {"revenue.Accounts.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.Accounts.topmost_parent", R"doc(The topmost account above what became of an account; that one itself if it has no parent.)doc"},
    {"revenue.AccountsBehind", R"doc(The accounts that make a cell, by id; their amounts sum to it.

Columns
-------
account
    each account once; at a finer grain once for each of its parts
part
    its subscription or subscription/item, at that grain; else null
amount
    what it adds to the cell, >= 0; signed for exchange)doc"},
    {"revenue.AccountsBehind.account", R"doc(each account once; at a finer grain once for each of its parts)doc"},
    {"revenue.AccountsBehind.amount", R"doc(what it adds to the cell, >= 0; signed for exchange)doc"},
    {"revenue.AccountsBehind.part", R"doc(its subscription or subscription/item, at that grain; else null)doc"},
    {"revenue.AccountsBehind.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.AmountDifferences", R"doc(The amounts that differ, by period, then by account id, then by cell.

Columns
-------
period
    first day of the period
account
    whose amount; missing when the summary holds totals
cell
    which amount
ledger
    what the ledger says
summary
    what the summary says
difference
    summary - ledger
reason
    what kind of difference it is)doc"},
    {"revenue.AmountDifferences.account", R"doc(whose amount; missing when the summary holds totals)doc"},
    {"revenue.AmountDifferences.cell", R"doc(which amount)doc"},
    {"revenue.AmountDifferences.difference", R"doc(summary - ledger)doc"},
    {"revenue.AmountDifferences.ledger", R"doc(what the ledger says)doc"},
    {"revenue.AmountDifferences.period", R"doc(first day of the period)doc"},
    {"revenue.AmountDifferences.reason", R"doc(what kind of difference it is)doc"},
    {"revenue.AmountDifferences.summary", R"doc(what the summary says)doc"},
    {"revenue.AmountSummary", R"doc(Columns of amounts in one line each. All but `total` are real numbers in major units of its currency,
and none where there is no amount.

Columns
-------
name
    what is summed up: acv, or a period's name
count
    amounts
total
    their sum
mean
    total / count
variance
    mean squared difference from the mean, over all: / count
std_dev
    its square root
skewness
    third central moment / std_dev^3; none when all are equal
minimum
    the least
lower_quartile
    a quarter of the way from the least to the greatest
median
    half of the way
upper_quartile
    three quarters of the way
maximum
    the greatest)doc"},
    {"revenue.AmountSummary.count", R"doc(amounts)doc"},
    {"revenue.AmountSummary.lower_quartile", R"doc(a quarter of the way from the least to the greatest)doc"},
    {"revenue.AmountSummary.maximum", R"doc(the greatest)doc"},
    {"revenue.AmountSummary.mean", R"doc(total / count)doc"},
    {"revenue.AmountSummary.median", R"doc(half of the way)doc"},
    {"revenue.AmountSummary.minimum", R"doc(the least)doc"},
    {"revenue.AmountSummary.name", R"doc(what is summed up: acv, or a period's name)doc"},
    {"revenue.AmountSummary.policy", R"doc(what the ledger was made with; none without one)doc"},
    {"revenue.AmountSummary.skewness", R"doc(third central moment / std_dev^3; none when all are equal)doc"},
    {"revenue.AmountSummary.std_dev", R"doc(its square root)doc"},
    {"revenue.AmountSummary.total", R"doc(their sum)doc"},
    {"revenue.AmountSummary.upper_quartile", R"doc(three quarters of the way)doc"},
    {"revenue.AmountSummary.variance", R"doc(mean squared difference from the mean, over all: / count)doc"},
    {"revenue.AmountSummaryOptions", R"doc(Settings of amount_summary().)doc"},
    {"revenue.AmountSummaryOptions.name", R"doc(what the amounts are)doc"},
    {"revenue.Anonymized", R"doc(What anonymize() did: how many rows now bear another id, and which.)doc"},
    {"revenue.Anonymized.alias", R"doc(its id from now on; none for an account that was not there)doc"},
    {"revenue.Anonymized.rows", R"doc(rows of the account)doc"},
    {"revenue.AttributeChange", R"doc(A day from which on an attribute has a value.)doc"},
    {"revenue.AttributeChange.from_day", R"doc(since 1970-01-01; the least int32 where it always had it)doc"},
    {"revenue.AttributeChange.value", R"doc(a code of the attribute's ids; `no_id` where it is unknown from then on)doc"},
    {"revenue.BehindOptions", R"doc(Which cell to open.)doc"},
    {"revenue.BehindOptions.kind", R"doc(its column)doc"},
    {"revenue.BehindOptions.period", R"doc(a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it)doc"},
    {"revenue.ChangeColumns", R"doc(The columns of a changes table: by how much an account's MRR rose or fell, and when. Exactly one of
`change` and `change_minor` is given.)doc"},
    {"revenue.ChangeColumns.account", R"doc(n ids, texts or integers)doc"},
    {"revenue.ChangeColumns.change", R"doc(in major units, of either sign)doc"},
    {"revenue.ChangeColumns.change_minor", R"doc(in minor units, of either sign)doc"},
    {"revenue.ChangeColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.ChangeColumns.currency_column", R"doc(the code of each row)doc"},
    {"revenue.ChangeColumns.date", R"doc(n days since 1970-01-01)doc"},
    {"revenue.ChangeColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.ChurnDate", R"doc(When the MRR of a row that was cancelled ends.

Members
-------
paid_period_end
    when what was paid for ends: paid_through, but not before the row's end
cancel_request
    when the customer asked for it: cancel_requested, but not after the row's end
service_end
    when the service ended: the row's end)doc"},
    {"revenue.CloseOptions", R"doc(Settings of close_periods().)doc"},
    {"revenue.CloseOptions.policy", R"doc(a text that stands for the conventions, to be told from others by extend())doc"},
    {"revenue.CloseOptions.through", R"doc(the last period to close, such as 2024-12, 2024-Q4 or 2024-W52, or a day in it)doc"},
    {"revenue.ClosedMovements", R"doc(What moved in closed periods, by period, then by account id, then by kind.

Columns
-------
period
    first day of the period
account
    whose MRR moved
kind
    what happened
amount
    by how much
movements
    in how many movements: one, unless each event is one)doc"},
    {"revenue.ClosedMovements.account", R"doc(whose MRR moved)doc"},
    {"revenue.ClosedMovements.amount", R"doc(by how much)doc"},
    {"revenue.ClosedMovements.kind", R"doc(what happened)doc"},
    {"revenue.ClosedMovements.movements", R"doc(in how many movements: one, unless each event is one)doc"},
    {"revenue.ClosedMovements.period", R"doc(first day of the period)doc"},
    {"revenue.ClosedPeriods", R"doc(The numbers of periods that were reported, pinned: they stay what they are, whatever rows come late.)doc"},
    {"revenue.ClosedPeriods.accepted", R"doc(The log of restatements that were accepted.)doc"},
    {"revenue.ClosedPeriods.anonymize", R"doc(Gives an account's movements to an id that says nothing; every number stays as it is. It has to be the
alias that the account has in the ledger's rows: otherwise the one account is restated as the other.

Parameters
----------
account
    its id
alias
    an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …

Returns
-------
movements that bear the alias now, those of the log included, and the alias

Raises
------
InvalidInput
    for an alias that is there, for an id of the other kind

)doc"},
    {"revenue.ClosedPeriods.currency", R"doc(The currency of every amount.)doc"},
    {"revenue.ClosedPeriods.data", R"doc()doc"},
    {"revenue.ClosedPeriods.deserialize", R"doc(Reads them back.

Raises
------
InvalidInput
    for bytes that are no closed periods, that are cut short or of a newer version, and for
    numbers that do not add up)doc"},
    {"revenue.ClosedPeriods.erase", R"doc(Deletes an account: the numbers, the log and the bytes are then as if it had never been there.

Parameters
----------
account
    its id

Returns
-------
movements deleted, those of the log included; 0 for an account that is not there

Raises
------
InvalidInput
    for a text when ids are integers, or the other way round

)doc"},
    {"revenue.ClosedPeriods.extend", R"doc(Closes further periods. The closed ones have to be unchanged; or else what has changed is accepted,
logged and closed anew. With `through` the last closed period, it accepts without closing more.

Parameters
----------
ledger
    of the same periods and currency
through
    the last period to close, as with close_periods()
accept_restatements
    whether what has changed in closed periods is closed anew, and logged
policy
    refused unless it is the text they were closed with; "" asks nothing

Raises
------
InvalidInput
    as close_periods(); when a closed number has changed and that is not accepted; when later
    periods are closed already; for another policy. Nothing is changed then)doc"},
    {"revenue.ClosedPeriods.movements", R"doc(What moved, as it was closed.)doc"},
    {"revenue.ClosedPeriods.periods", R"doc(The ledger's rows as they were closed.)doc"},
    {"revenue.ClosedPeriods.policy", R"doc(The text that was given for the conventions.)doc"},
    {"revenue.ClosedPeriods.serialize", R"doc(The closed periods as bytes of version 1, for deserialize().)doc"},
    {"revenue.ClosedPeriods.through", R"doc(The last closed day.)doc"},
    {"revenue.Concentration", R"doc(How much of MRR hangs on few accounts, one row for each period; shares are none where MRR is 0.

Columns
-------
period
    first day
period_end
    last day
accounts
    customers at the period's end, those at 0 included
mrr
    of all of them
top_mrr
    of the `top` largest
top_share
    top_mrr / mrr
max_share
    of the largest account
herfindahl
    sum of squared shares: 1 / accounts when all are equal, up to 1
effective_accounts
    1 / herfindahl: as many equal accounts are as concentrated
gini
    0 when all are equal, up to 1 - 1 / accounts
complete
    0 for a last period that as_of cuts short)doc"},
    {"revenue.Concentration.accounts", R"doc(customers at the period's end, those at 0 included)doc"},
    {"revenue.Concentration.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"revenue.Concentration.effective_accounts", R"doc(1 / herfindahl: as many equal accounts are as concentrated)doc"},
    {"revenue.Concentration.gini", R"doc(0 when all are equal, up to 1 - 1 / accounts)doc"},
    {"revenue.Concentration.herfindahl", R"doc(sum of squared shares: 1 / accounts when all are equal, up to 1)doc"},
    {"revenue.Concentration.max_share", R"doc(of the largest account)doc"},
    {"revenue.Concentration.mrr", R"doc(of all of them)doc"},
    {"revenue.Concentration.period", R"doc(first day)doc"},
    {"revenue.Concentration.period_end", R"doc(last day)doc"},
    {"revenue.Concentration.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.Concentration.top_mrr", R"doc(of the `top` largest)doc"},
    {"revenue.Concentration.top_share", R"doc(top_mrr / mrr)doc"},
    {"revenue.ConcentrationOptions", R"doc(Settings of concentration().)doc"},
    {"revenue.ConcentrationOptions.period", R"doc(a period's name or a day in it; by default every period)doc"},
    {"revenue.ConcentrationOptions.top", R"doc(how many of the largest accounts `top_share` is of, at least 1)doc"},
    {"revenue.ContractColumns", R"doc(The columns of a contracts table: one row for each term [start, end) that an account has signed.
Exactly one of `total` and `total_minor` is given, and at most one of `one_time` and `one_time_minor`.)doc"},
    {"revenue.ContractColumns.account", R"doc(n ids, texts or integers)doc"},
    {"revenue.ContractColumns.contract", R"doc(the contract's own id)doc"},
    {"revenue.ContractColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.ContractColumns.currency_column", R"doc(the code of each row)doc"},
    {"revenue.ContractColumns.end", R"doc(the first day after it)doc"},
    {"revenue.ContractColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.ContractColumns.one_time", R"doc(once, beside the total, in major units, >= 0; null: nothing)doc"},
    {"revenue.ContractColumns.one_time_minor", R"doc(the same in minor units, >= 0; null: nothing)doc"},
    {"revenue.ContractColumns.signed_on", R"doc(n days since 1970-01-01: known from this day on)doc"},
    {"revenue.ContractColumns.start", R"doc(the first day of the term)doc"},
    {"revenue.ContractColumns.total", R"doc(recurring, over the whole term, in major units, >= 0)doc"},
    {"revenue.ContractColumns.total_minor", R"doc(the same in minor units, >= 0)doc"},
    {"revenue.ContractValue", R"doc(What contracts are worth, one row for each, by account id and then by start.

Columns
-------
account
    whose
contract
    its id; none where the table has no ids
row
    of the contracts table, from 0
signed_on
    the day it was signed
start
    first day
end
    first day after
term_months
    months from start to end, as in total_contract_value()
total
    recurring, over the term
one_time
    once
tcv
    total contract value: total + one_time
acv
    annual contract value, all in: tcv / years of the term
recurring_acv
    annual contract value of what recurs: total / years of the term
mrr
    total / months of the term)doc"},
    {"revenue.ContractValue.account", R"doc(whose)doc"},
    {"revenue.ContractValue.acv", R"doc(annual contract value, all in: tcv / years of the term)doc"},
    {"revenue.ContractValue.contract", R"doc(its id; none where the table has no ids)doc"},
    {"revenue.ContractValue.end", R"doc(first day after)doc"},
    {"revenue.ContractValue.mrr", R"doc(total / months of the term)doc"},
    {"revenue.ContractValue.one_time", R"doc(once)doc"},
    {"revenue.ContractValue.recurring_acv", R"doc(annual contract value of what recurs: total / years of the term)doc"},
    {"revenue.ContractValue.row", R"doc(of the contracts table, from 0)doc"},
    {"revenue.ContractValue.signed_on", R"doc(the day it was signed)doc"},
    {"revenue.ContractValue.start", R"doc(first day)doc"},
    {"revenue.ContractValue.tcv", R"doc(total contract value: total + one_time)doc"},
    {"revenue.ContractValue.term_months", R"doc(months from start to end, as in total_contract_value())doc"},
    {"revenue.ContractValue.total", R"doc(recurring, over the term)doc"},
    {"revenue.ContractValueOptions", R"doc(Settings of contract_value().)doc"},
    {"revenue.ContractValueOptions.as_of", R"doc(contracts signed later are not known; by default all are)doc"},
    {"revenue.Contracts", R"doc(A validated table of contracts.

The recurring part and the one-time part stand apart: `total` is what the term costs without
`one_time`, and both together are the total contract value.

A renewal is a row of its own, whether or not it keeps the contract's id.

Findings: signed_after_start, duplicate_contract (a row that repeats another in every column: both
count), more_digits_than_currency.

The columns of a contracts table: one row for each term [start, end) that an account has signed.
Exactly one of `total` and `total_minor` is given, and at most one of `one_time` and `one_time_minor`.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
signed_on
    n days since 1970-01-01: known from this day on
start
    the first day of the term
end
    the first day after it
total
    recurring, over the whole term, in major units, >= 0
total_minor
    the same in minor units, >= 0
one_time
    once, beside the total, in major units, >= 0; null: nothing
one_time_minor
    the same in minor units, >= 0; null: nothing
contract
    the contract's own id
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, date or total, an end that is not
    after its start, a day before 1900 or after 9999, an amount that is negative or not finite,
    an unknown currency
Overflow
    when a contract's amounts, or what they are in a year, leave 64 bits)doc"},
    {"revenue.Contracts.data", R"doc()doc"},
    {"revenue.Contracts.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"revenue.Contracts.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.CostColumns", R"doc(The columns of a costs table: what selling and serving cost, by period. At most one of each pair of
`sales_and_marketing` and `cost_of_goods_sold` is given, and at least one of the four.)doc"},
    {"revenue.CostColumns.cost_of_goods_sold", R"doc(cost of serving customers, in major units, >= 0)doc"},
    {"revenue.CostColumns.cost_of_goods_sold_minor", R"doc(the same in minor units, >= 0)doc"},
    {"revenue.CostColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.CostColumns.currency_column", R"doc(the code of each row; all have to be the same)doc"},
    {"revenue.CostColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.CostColumns.period", R"doc(n days since 1970-01-01: the period's first, or any in it)doc"},
    {"revenue.CostColumns.sales_and_marketing", R"doc(cost of winning customers, in major units, >= 0)doc"},
    {"revenue.CostColumns.sales_and_marketing_minor", R"doc(the same in minor units, >= 0)doc"},
    {"revenue.Costs", R"doc(A validated table of costs.

A row belongs to whatever period holds its day: months add up to quarters. Rows of one day add up
(finding duplicate_period).

The columns of a costs table: what selling and serving cost, by period. At most one of each pair of
`sales_and_marketing` and `cost_of_goods_sold` is given, and at least one of the four.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
period
    n days since 1970-01-01: the period's first, or any in it
sales_and_marketing
    cost of winning customers, in major units, >= 0
sales_and_marketing_minor
    the same in minor units, >= 0
cost_of_goods_sold
    cost of serving customers, in major units, >= 0
cost_of_goods_sold_minor
    the same in minor units, >= 0
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row; all have to be the same
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null day or amount, a day before 1900 or after 9999,
    an amount that is negative or not finite, an unknown currency, several currencies
Overflow
    when an amount, or the sum of a column, leaves 64 bits)doc"},
    {"revenue.Costs.currency", R"doc(The currency of every amount.)doc"},
    {"revenue.Costs.data", R"doc()doc"},
    {"revenue.Costs.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"revenue.Costs.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.CountDifferences", R"doc(The numbers of accounts that differ, by period and then by cell; only where the summary counts accounts.

Columns
-------
period
    first day of the period
cell
    whose accounts
ledger
    how many the ledger counts
summary
    how many the summary counts
difference
    summary - ledger
reason
    what kind of difference it is)doc"},
    {"revenue.CountDifferences.cell", R"doc(whose accounts)doc"},
    {"revenue.CountDifferences.difference", R"doc(summary - ledger)doc"},
    {"revenue.CountDifferences.ledger", R"doc(how many the ledger counts)doc"},
    {"revenue.CountDifferences.period", R"doc(first day of the period)doc"},
    {"revenue.CountDifferences.reason", R"doc(what kind of difference it is)doc"},
    {"revenue.CountDifferences.summary", R"doc(how many the summary counts)doc"},
    {"revenue.DayFactor", R"doc(How many months a daily amount is paid for.

Members
-------
per_year
    amount x 365 / 12
times_30
    amount x 30
zero
    daily rows are no MRR)doc"},
    {"revenue.DifferenceReason", R"doc(What kind of difference it is. Of several that hold, the first of sign, currency_units, rounding of one
minor unit, kind_differs, moved_period, missing_in_summary, missing_in_ledger, rounding.

Members
-------
missing_in_summary
    the summary has no row here
missing_in_ledger
    the ledger has nothing here
moved_period
    the period before or after differs by as much the other way; a level is one late or early
kind_differs
    so much is booked under another kind of gain, or another kind of loss
sign
    the same amount with the other sign
currency_units
    major units where minor ones belong, or the other way round
rounding
    at most one minor unit for each account
amount_differs
    none of these)doc"},
    {"revenue.DiscountRule", R"doc(Which discounts lower MRR.

Members
-------
all
    each, as long as it lasts
recurring
    those that last as long as their row; one that ends before is one-time
none
    none)doc"},
    {"revenue.ExchangeRateColumns", R"doc(The columns of a table of exchange rates: what one unit of a currency was worth in another, on each of
some days.)doc"},
    {"revenue.ExchangeRateColumns.base", R"doc(n ISO 4217 codes)doc"},
    {"revenue.ExchangeRateColumns.date", R"doc(n days since 1970-01-01)doc"},
    {"revenue.ExchangeRateColumns.max_age_days", R"doc(a day without a rate takes one that is at most so much older, >= 0)doc"},
    {"revenue.ExchangeRateColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.ExchangeRateColumns.quote", R"doc(n ISO 4217 codes)doc"},
    {"revenue.ExchangeRateColumns.rate", R"doc(one unit of base is so many of quote, in [1e-18, 1e18])doc"},
    {"revenue.ExchangeRates", R"doc(A validated table of exchange rates. Copies are cheap.

A rate is the decimal that people wrote: 1.0811 is 10811/10000, not the double next to it. Any two
currencies have a rate on a day when the table has it, or that of the reversed pair, or rates of both
against one third currency on that day; the first of these that is there is taken, and of several third
currencies the one with the alphabetically first code.

The columns of a table of exchange rates: what one unit of a currency was worth in another, on each of
some days.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
date
    n days since 1970-01-01
base
    n ISO 4217 codes
quote
    n ISO 4217 codes
rate
    one unit of base is so many of quote, in [1e-18, 1e18]
max_age_days
    a day without a rate takes one that is at most so much older, >= 0
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null, a day before 1900 or after 9999, an unknown
    currency, a rate that is not finite or not in [1e-18, 1e18], a rate other than 1 of a
    currency with itself, two different rates of a pair on one day, or max_age_days < 0)doc"},
    {"revenue.ExchangeRates.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
duplicate_rate, same_currency, rate_jump.)doc"},
    {"revenue.ExchangeRates.max_age_days", R"doc(How much older than the day asked for a rate may be.)doc"},
    {"revenue.ExchangeRates.rate", R"doc(What one unit of `base` is worth in `quote` on a day.

Parameters
----------
base
    what to convert
quote
    into what; the rate of a currency with itself is 1
day
    without a rate, the latest day before it that has one, at most max_age_days older

Raises
------
InvalidInput
    where there is none)doc"},
    {"revenue.ExchangeRates.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.ExchangeRates.try_rate", R"doc(The same, or none.)doc"},
    {"revenue.ExchangeRule", R"doc(Which day's rates bring amounts into a reporting currency.

Members
-------
period_end
    each period's last day: rates that move are an exchange effect
service_start
    each row's start
fixed
    those of exchange_date, for all)doc"},
    {"revenue.ExtendOptions", R"doc(Settings of ClosedPeriods::extend().)doc"},
    {"revenue.ExtendOptions.accept_restatements", R"doc(whether what has changed in closed periods is closed anew, and logged)doc"},
    {"revenue.ExtendOptions.policy", R"doc(refused unless it is the text they were closed with; "" asks nothing)doc"},
    {"revenue.ExtendOptions.through", R"doc(the last period to close, as with close_periods())doc"},
    {"revenue.FreeRule", R"doc(Whether a customer whose rows are all of amount 0, after a full discount, stays one.

Members
-------
active
    yes, at MRR 0; a free row alone makes no customer
churned
    no)doc"},
    {"revenue.Grain", R"doc(Whose movements a ledger shows.

Members
-------
account
    all subscriptions of an account are one state
subscription
    each subscription of an account is a state of its own
item
    each item of a subscription is a state of its own
parent
    an account and all below it are one state, that of the topmost)doc"},
    {"revenue.GrossForm", R"doc(How gross revenue retention over a window is made.

Members
-------
cohort
    MRR now, no account for more than it had then, over MRR then
running_minimum
    the least MRR of each account within the window, over MRR then
movement
    opening - contraction - churn of the window, over opening
chained
    product of the periods' movement rates)doc"},
    {"revenue.IntervalUnit", R"doc(The unit of a billing interval.

Members
-------
day
week
month
quarter
year)doc"},
    {"revenue.JoinAndLeave", R"doc(By event: what becomes of a customer that came for the first time and left within one period.

Members
-------
shown
    new business and churn
ignored
    nothing)doc"},
    {"revenue.LedgerCell", R"doc(The cells of a ledger's row.

Members
-------
opening
new_business
reactivation
expansion
contraction
churn
exchange
closing)doc"},
    {"revenue.LedgerPeriods", R"doc(MRR by period: opening + new_business + reactivation + expansion - contraction - churn + exchange
= closing, exactly, in money and in accounts, and every opening is the closing before it. At the grain of
subscriptions, items or parents these are what the columns of accounts count.

Columns
-------
period
    first day
period_end
    last day
opening
    MRR at the end of the period before
new_business
    MRR of accounts that never had any
reactivation
    MRR of accounts that had none, but once had
expansion
    increases of accounts that stayed
contraction
    decreases of accounts that stayed, >= 0
churn
    MRR of accounts that left, >= 0
exchange
    what rates of exchange did to what was there; 0 in one currency
closing
    MRR at the period's end
opening_accounts
    customers at the end of the period before
new_business_accounts
    customers for the first time
reactivation_accounts
    customers again
expansion_accounts
    customers that pay more
contraction_accounts
    customers that pay less
churn_accounts
    customers no longer
closing_accounts
    customers at the period's end
complete
    0 for a last period that as_of cuts short)doc"},
    {"revenue.LedgerPeriods.churn", R"doc(MRR of accounts that left, >= 0)doc"},
    {"revenue.LedgerPeriods.churn_accounts", R"doc(customers no longer)doc"},
    {"revenue.LedgerPeriods.closing", R"doc(MRR at the period's end)doc"},
    {"revenue.LedgerPeriods.closing_accounts", R"doc(customers at the period's end)doc"},
    {"revenue.LedgerPeriods.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"revenue.LedgerPeriods.contraction", R"doc(decreases of accounts that stayed, >= 0)doc"},
    {"revenue.LedgerPeriods.contraction_accounts", R"doc(customers that pay less)doc"},
    {"revenue.LedgerPeriods.exchange", R"doc(what rates of exchange did to what was there; 0 in one currency)doc"},
    {"revenue.LedgerPeriods.expansion", R"doc(increases of accounts that stayed)doc"},
    {"revenue.LedgerPeriods.expansion_accounts", R"doc(customers that pay more)doc"},
    {"revenue.LedgerPeriods.new_business", R"doc(MRR of accounts that never had any)doc"},
    {"revenue.LedgerPeriods.new_business_accounts", R"doc(customers for the first time)doc"},
    {"revenue.LedgerPeriods.opening", R"doc(MRR at the end of the period before)doc"},
    {"revenue.LedgerPeriods.opening_accounts", R"doc(customers at the end of the period before)doc"},
    {"revenue.LedgerPeriods.period", R"doc(first day)doc"},
    {"revenue.LedgerPeriods.period_end", R"doc(last day)doc"},
    {"revenue.LedgerPeriods.reactivation", R"doc(MRR of accounts that had none, but once had)doc"},
    {"revenue.LedgerPeriods.reactivation_accounts", R"doc(customers again)doc"},
    {"revenue.LedgerPolicy", R"doc(The conventions by which rows become a ledger. Every ledger carries those that it was made with.

Parameters
----------
grain
    whose movements are shown
netting
    what a movement is the difference of
period
    how time is cut; weeks run Monday to Sunday
fiscal_year_start
    first month of the fiscal year, 1 to 12
time_zone
    in which instants become days
snapshot
    when in a period a row has to count
churn_date
    when MRR that was cancelled ends
gap_days
    gaps of at most so many days are no churn, >= 0
reactivation_days
    away for longer is new again; none: never
join_and_leave
    by event: come and gone within a period
week_factor
    months from weeks
day_factor
    months from days
rounding
    of each row's monthly amount
discount
    which discounts lower MRR
metered
    whether metered rows are MRR
paused
    what a paused row counts
past_due_days
    past due for longer is churn, >= 0; none: never
unpaid
    what an unpaid row counts
refund
    what a refund row counts
free
    whether a customer at 0 stays one
merged
    whose the rows of a merged account are
exchange
    which day's rates a reporting currency takes
exchange_date
    the day of fixed rates; only with these)doc"},
    {"revenue.LedgerPolicy.churn_date", R"doc(when MRR that was cancelled ends)doc"},
    {"revenue.LedgerPolicy.day_factor", R"doc(months from days)doc"},
    {"revenue.LedgerPolicy.discount", R"doc(which discounts lower MRR)doc"},
    {"revenue.LedgerPolicy.exchange", R"doc(which day's rates a reporting currency takes)doc"},
    {"revenue.LedgerPolicy.exchange_date", R"doc(the day of fixed rates; only with these)doc"},
    {"revenue.LedgerPolicy.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"revenue.LedgerPolicy.free", R"doc(whether a customer at 0 stays one)doc"},
    {"revenue.LedgerPolicy.gap_days", R"doc(gaps of at most so many days are no churn, >= 0)doc"},
    {"revenue.LedgerPolicy.grain", R"doc(whose movements are shown)doc"},
    {"revenue.LedgerPolicy.join_and_leave", R"doc(by event: come and gone within a period)doc"},
    {"revenue.LedgerPolicy.merged", R"doc(whose the rows of a merged account are)doc"},
    {"revenue.LedgerPolicy.metered", R"doc(whether metered rows are MRR)doc"},
    {"revenue.LedgerPolicy.netting", R"doc(what a movement is the difference of)doc"},
    {"revenue.LedgerPolicy.past_due_days", R"doc(past due for longer is churn, >= 0; none: never)doc"},
    {"revenue.LedgerPolicy.paused", R"doc(what a paused row counts)doc"},
    {"revenue.LedgerPolicy.period", R"doc(how time is cut; weeks run Monday to Sunday)doc"},
    {"revenue.LedgerPolicy.reactivation_days", R"doc(away for longer is new again; none: never)doc"},
    {"revenue.LedgerPolicy.refund", R"doc(what a refund row counts)doc"},
    {"revenue.LedgerPolicy.rounding", R"doc(of each row's monthly amount)doc"},
    {"revenue.LedgerPolicy.snapshot", R"doc(when in a period a row has to count)doc"},
    {"revenue.LedgerPolicy.time_zone", R"doc(in which instants become days)doc"},
    {"revenue.LedgerPolicy.unpaid", R"doc(what an unpaid row counts)doc"},
    {"revenue.LedgerPolicy.week_factor", R"doc(months from weeks)doc"},
    {"revenue.LedgerState", R"doc(The partial state of a ledger: rows of many tables, for mrr_ledger() to finish.

Tables of partitions, batches of a stream and states from other processes add up to the ledger of
all their rows, exactly and in any order. The rows of an account may be spread over states, except for
what policies read from several rows: with paid_through the rows of a subscription, or of an account
without any, belong in one table.

What rows come to is settled when they are added, by the state's policy: its time_zone, churn_date,
week_factor, day_factor, rounding, discount, metered, paused, past_due_days, unpaid, refund and free, and
its grain, where that is finer than accounts. A ledger of the state needs a policy that has these in
common with the state's; the rest is the ledger's to say. With the default policy neither needs one.

Rows are numbered in the order in which they were added, those of snapshots and changes by account and
date; only rows that count are. A column that some tables lack is unknown for their rows.

    state = ft.revenue.LedgerState(ft.revenue.LedgerPolicy(metered="included"))
    state.update(ft.revenue.Subscriptions({"id": ["a"], "day": ["2024-01-10"], "mrr": [50.0], "kind":
        ["metered"]}, account="id", start="day", mrr="mrr", kind="kind", currency="USD"))
    ledger = ft.revenue.mrr_ledger(state, policy=ft.revenue.RevenuePolicy(ledger=state.policy))
    assert ledger.periods.closing.tolist() == [50.0]

Parameters
----------
policy
    by which rows are read

Raises
------
InvalidInput
    for a policy that contradicts itself, or names no time zone)doc"},
    {"revenue.LedgerState.anonymize", R"doc(Gives an account's rows to an id that says nothing; every number stays as it is.

Other states that hold the account, and closed periods, need the same alias, and states that are merged
later different ones for different accounts: give these an alias. At a finer grain the subscriptions and
items that no other account has are renamed in the same way: states that share them are to be merged
before.

Parameters
----------
account
    its id
alias
    an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …

Returns
-------
rows that bear the alias now, and the alias; 0 and none for an account that is not there

Raises
------
InvalidInput
    for an alias that is there, for an id of the other kind

)doc"},
    {"revenue.LedgerState.deserialize", R"doc(Reads a state back. Bytes of version 1 are of the default policy.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"revenue.LedgerState.erase", R"doc(Deletes an account: the state, and its bytes, are then those of tables without it, and the rows after
its own are numbered anew. Ledgers, copies and bytes that were made before still hold it.

Parameters
----------
account
    its id

Returns
-------
rows deleted; 0 for an account that is not there, so that a request can be repeated

Raises
------
InvalidInput
    for a text when ids are integers, or the other way round

)doc"},
    {"revenue.LedgerState.merge", R"doc(Adds the rows of another state. The policy stays this one's.

Raises
------
InvalidInput
    when the other's policy reads rows in another way, and as update())doc"},
    {"revenue.LedgerState.policy", R"doc(By which rows are read.)doc"},
    {"revenue.LedgerState.serialize", R"doc(The state as bytes of version 2, for deserialize().)doc"},
    {"revenue.LedgerState.size", R"doc(Rows so far: one whose discount ends before the row does is one.)doc"},
    {"revenue.LedgerState.source", R"doc(The rows as they are now, for ledgers of several policies.)doc"},
    {"revenue.LedgerState.spans", R"doc(What the rows come to.

The same for a ledger's policy.

Raises
------
InvalidInput
    when it reads rows in another way than the state's)doc"},
    {"revenue.LedgerState.update", R"doc(Adds a table's rows.

Raises
------
InvalidInput
    when its ids are texts and those of the state integers, or the other way round, on a grain
    that it has no column for; nothing is added then
Overflow
    when a row's monthly amount leaves 64 bits)doc"},
    {"revenue.LogoBase", R"doc(The denominator of logo churn.

Members
-------
opening
    customers at the period's opening
opening_and_new
    and those that came within the period
days_ago
    customers 30 days before the period's end; those paying by the year, 365 days before
up_for_renewal
    customers with a row that ends within the period)doc"},
    {"revenue.LorenzCurve", R"doc(The Lorenz curve of MRR: the smallest accounts first.

Columns
-------
account_share
    the smallest accounts, as a share of all: 0, 1 / n, …, 1
mrr_share
    their share of MRR)doc"},
    {"revenue.LorenzCurve.account_share", R"doc(the smallest accounts, as a share of all: 0, 1 / n, …, 1)doc"},
    {"revenue.LorenzCurve.mrr_share", R"doc(their share of MRR)doc"},
    {"revenue.LorenzCurve.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.LorenzCurveOptions", R"doc(Settings of lorenz_curve().)doc"},
    {"revenue.LorenzCurveOptions.period", R"doc(a period's name or a day in it; by default the last)doc"},
    {"revenue.MergedRule", R"doc(Whose the rows of an account are that was merged into another.

Members
-------
recomputed
    the other's, from the first on
separate
    its own)doc"},
    {"revenue.MeteredRule", R"doc(Whether metered rows are MRR.

Members
-------
excluded
    no
included
    yes, with the recurring ones
separate
    only they are: a ledger of their own, beside that of the recurring rows)doc"},
    {"revenue.MonthlyAmountOptions", R"doc(Settings of monthly_amount().)doc"},
    {"revenue.MonthlyAmountOptions.day_factor", R"doc(months from days)doc"},
    {"revenue.MonthlyAmountOptions.decimals", R"doc(digits of the result, 0 to 12; the currency's by default)doc"},
    {"revenue.MonthlyAmountOptions.interval_count", R"doc(how many of these, at least 1)doc"},
    {"revenue.MonthlyAmountOptions.interval_unit", R"doc(what the amount is paid for)doc"},
    {"revenue.MonthlyAmountOptions.rounding", R"doc(of the result)doc"},
    {"revenue.MonthlyAmountOptions.week_factor", R"doc(months from weeks)doc"},
    {"revenue.MovementKind", R"doc(What can happen to MRR.

Members
-------
new_business
    MRR for the first time
reactivation
    MRR again
expansion
    more than before
contraction
    less than before, still a customer
churn
    no longer a customer
exchange
    the same MRR, at other rates of exchange)doc"},
    {"revenue.Movements", R"doc(Each thing that happened, by period, account id and time.

Columns
-------
account
    whose MRR moved
part
    its subscription or subscription/item, at that grain; else null
period
    first day of the period
date
    by event, the day it happened; otherwise the period's last day
kind
    what happened
amount
    by how much, >= 0; 0 for a customer that left at 0; signed for exchange)doc"},
    {"revenue.Movements.account", R"doc(whose MRR moved)doc"},
    {"revenue.Movements.amount", R"doc(by how much, >= 0; 0 for a customer that left at 0; signed for exchange)doc"},
    {"revenue.Movements.date", R"doc(by event, the day it happened; otherwise the period's last day)doc"},
    {"revenue.Movements.kind", R"doc(what happened)doc"},
    {"revenue.Movements.part", R"doc(its subscription or subscription/item, at that grain; else null)doc"},
    {"revenue.Movements.period", R"doc(first day of the period)doc"},
    {"revenue.Movements.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.MrrChanges", R"doc(A validated table of MRR changes: a ledger of differences.

An account's MRR on a day is the sum of its changes up to and including that day, and must never be
below 0 at a day's end: a table needs an account's changes from the first on.

The columns of a changes table: by how much an account's MRR rose or fell, and when. Exactly one of
`change` and `change_minor` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    n days since 1970-01-01
change
    in major units, of either sign
change_minor
    in minor units, of either sign
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, date or amount, a day before 1900 or
    after 9999, an amount that is not finite, an unknown currency, and when an account's sum
    falls below 0 (whatever `on_error` says: no single row is to blame)
Overflow
    when an amount, or an account's sum, leaves 64 bits)doc"},
    {"revenue.MrrChanges.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"revenue.MrrChanges.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.MrrChanges.spans", R"doc()doc"},
    {"revenue.MrrLedger", R"doc(What mrr_ledger() returns: the periods, and what is behind them.)doc"},
    {"revenue.MrrLedger.as_of", R"doc(The last day known; none for a table without rows.)doc"},
    {"revenue.MrrLedger.currency", R"doc(The currency of every amount.)doc"},
    {"revenue.MrrLedger.data", R"doc()doc"},
    {"revenue.MrrLedger.findings", R"doc(What is odd about how the rows became a ledger. Codes: as_of_inferred; orphan_account, rows of accounts
that `accounts` does not know; covers_no_period_end.)doc"},
    {"revenue.MrrLedger.movements", R"doc(Each thing that happened: one row for each account and period with a movement.)doc"},
    {"revenue.MrrLedger.periods", R"doc(One row for each period from the first start to `as_of`.)doc"},
    {"revenue.MrrLedger.policy", R"doc(The conventions that the ledger was made with.)doc"},
    {"revenue.MrrLedger.remember", R"doc(Keeps what with_policy() makes another ledger of.

Parameters
----------
source
as_of
    last day known; by default the latest start, or an end at most one period later
policy
    every convention
period
    how time is cut; the policy's by default, as with the next three
fiscal_year_start
    first month of the fiscal year, 1 to 12
grain
    whose movements are shown
netting
    what a movement is the difference of
accounts
    who was merged into whom, and who belongs to whom
reporting_currency
    ISO 4217 code that every amount is brought to
exchange_rates
    what currencies are worth
threads
    at most so many; 0 for all of the machine's)doc"},
    {"revenue.MrrLedger.source", R"doc(What with_policy() makes another ledger of.)doc"},
    {"revenue.MrrLedger.with_policy", R"doc(The ledger of the same rows, with the same as_of, under another policy.

Parameters
----------
policy
    as for mrr_ledger()

Raises
------
InvalidInput,
    Overflow  as mrr_ledger())doc"},
    {"revenue.MrrLedgerOptions", R"doc(Settings of mrr_ledger().)doc"},
    {"revenue.MrrLedgerOptions.accounts", R"doc(who was merged into whom, and who belongs to whom)doc"},
    {"revenue.MrrLedgerOptions.as_of", R"doc(last day known; by default the latest start, or an end at most one period later)doc"},
    {"revenue.MrrLedgerOptions.exchange_rates", R"doc(what currencies are worth)doc"},
    {"revenue.MrrLedgerOptions.fiscal_year_start", R"doc(first month of the fiscal year, 1 to 12)doc"},
    {"revenue.MrrLedgerOptions.grain", R"doc(whose movements are shown)doc"},
    {"revenue.MrrLedgerOptions.netting", R"doc(what a movement is the difference of)doc"},
    {"revenue.MrrLedgerOptions.period", R"doc(how time is cut; the policy's by default, as with the next three)doc"},
    {"revenue.MrrLedgerOptions.policy", R"doc(every convention)doc"},
    {"revenue.MrrLedgerOptions.reporting_currency", R"doc(ISO 4217 code that every amount is brought to)doc"},
    {"revenue.MrrLedgerOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"revenue.MrrSnapshots", R"doc(A validated table of MRR snapshots.

A snapshot holds until the next day on which any account has one; an account without a row on that
day has no MRR from then on. The last day's snapshots hold on. Several rows of one account and day
add up (finding duplicate_snapshot).

The columns of a snapshots table: what each account paid a month, on each of some days. Exactly one
of `mrr` and `mrr_minor` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
date
    n days since 1970-01-01
mrr
    in major units, >= 0
mrr_minor
    in minor units, >= 0
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, date or amount, a day before 1900 or
    after 9999, an amount that is negative or not finite, an unknown currency
Overflow
    when an amount leaves 64 bits)doc"},
    {"revenue.MrrSnapshots.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"revenue.MrrSnapshots.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.MrrSnapshots.spans", R"doc()doc"},
    {"revenue.NetForm", R"doc(How net revenue retention over a window is made.

Members
-------
cohort
    MRR now of the accounts that had MRR then, over their MRR then
movement
    opening + expansion - contraction - churn of the window, over opening
chained
    product of the periods' movement rates
mean_annualized
    mean of the periods' movement rates, each brought to the window by compounding
weighted
    the periods' movement rates weighted by opening, brought to the window)doc"},
    {"revenue.Netting", R"doc(What a movement is the difference of.

Members
-------
period
    two period-end states: at most one movement per account and period
event
    the states before and after each change; what ends and begins on one day is one change)doc"},
    {"revenue.PausedRule", R"doc(What a row whose status is paused counts.

Members
-------
hold
    its amount
zero_now
    nothing
zero_at_paid_period_end
    its amount up to paid_through, then nothing)doc"},
    {"revenue.PolicyTable", R"doc(A policy in words, one row for each convention.

Columns
-------
convention
    the field's name
value
    what was chosen
meaning
    what that does to the numbers)doc"},
    {"revenue.PolicyTable.convention", R"doc(the field's name)doc"},
    {"revenue.PolicyTable.meaning", R"doc(what that does to the numbers)doc"},
    {"revenue.PolicyTable.value", R"doc(what was chosen)doc"},
    {"revenue.Preset", R"doc(Products and standards whose conventions are known.

Members
-------
none
    fealty's own defaults, or a caller's choice
chartmogul
    ChartMogul
stripe
    Stripe Billing
baremetrics
    Baremetrics
profitwell
    ProfitWell Metrics
chargebee
    Chargebee RevenueStory
smsb
    SaaS Metrics Standards Board)doc"},
    {"revenue.Rate", R"doc(What one unit of a currency is worth in another on a day: an exact fraction, that of the decimals that
the table gave. Made by ExchangeRates::rate().)doc"},
    {"revenue.Rate.base", R"doc(Of which one unit is worth so many.)doc"},
    {"revenue.Rate.date", R"doc(The day whose rate it is: the one that was asked for, or one before.)doc"},
    {"revenue.Rate.fraction", R"doc()doc"},
    {"revenue.Rate.pivot", R"doc(The third currency of a crossed rate.)doc"},
    {"revenue.Rate.quote", R"doc(So many of which it is worth.)doc"},
    {"revenue.Rate.value", R"doc(The double nearest to it, or, for crossed rates, one very near; convert() does not go through it.)doc"},
    {"revenue.RateCurrency", R"doc(At which rates a retention rate takes its two ends.

Members
-------
constant
    both at those of the base period
with_exchange
    each at its own)doc"},
    {"revenue.RatesPolicy", R"doc(The conventions by which a ledger becomes rates. An option of a rate that is not given is taken from
here.

Parameters
----------
window
    periods that retention looks back, at least 1
nrr_form
    how net revenue retention is made
grr_form
    how gross revenue retention is made
nrr_reactivation
    NRR of movements: whether returning MRR is retained
net_churn_reactivation
    whether returning MRR lowers net MRR churn
quick_ratio_reactivation
    whether returning MRR raises the quick ratio
logo_base
    the denominator of logo churn
currency
    in a reporting currency: whether rates move retention
confidence
    coverage of intervals, in (0, 1)
small_base
    fewer accounts than this are flagged, >= 0)doc"},
    {"revenue.RatesPolicy.confidence", R"doc(coverage of intervals, in (0, 1))doc"},
    {"revenue.RatesPolicy.currency", R"doc(in a reporting currency: whether rates move retention)doc"},
    {"revenue.RatesPolicy.grr_form", R"doc(how gross revenue retention is made)doc"},
    {"revenue.RatesPolicy.logo_base", R"doc(the denominator of logo churn)doc"},
    {"revenue.RatesPolicy.net_churn_reactivation", R"doc(whether returning MRR lowers net MRR churn)doc"},
    {"revenue.RatesPolicy.nrr_form", R"doc(how net revenue retention is made)doc"},
    {"revenue.RatesPolicy.nrr_reactivation", R"doc(NRR of movements: whether returning MRR is retained)doc"},
    {"revenue.RatesPolicy.quick_ratio_reactivation", R"doc(whether returning MRR raises the quick ratio)doc"},
    {"revenue.RatesPolicy.small_base", R"doc(fewer accounts than this are flagged, >= 0)doc"},
    {"revenue.RatesPolicy.window", R"doc(periods that retention looks back, at least 1)doc"},
    {"revenue.ReconcileOptions", R"doc(Settings of reconcile().)doc"},
    {"revenue.ReconcileOptions.tolerance_minor", R"doc(amounts that differ by at most so many minor units are not listed)doc"},
    {"revenue.ReconciledTotals", R"doc(The amounts of every period and cell that was compared: difference = explained + within_tolerance,
exactly.

Columns
-------
period
    first day of the period
cell
    which amount
ledger
    what the ledger says
summary
    what the summary says, over all its accounts
difference
    summary - ledger
explained
    the sum of the differences that are listed
within_tolerance
    the sum of those that are not)doc"},
    {"revenue.ReconciledTotals.cell", R"doc(which amount)doc"},
    {"revenue.ReconciledTotals.difference", R"doc(summary - ledger)doc"},
    {"revenue.ReconciledTotals.explained", R"doc(the sum of the differences that are listed)doc"},
    {"revenue.ReconciledTotals.ledger", R"doc(what the ledger says)doc"},
    {"revenue.ReconciledTotals.period", R"doc(first day of the period)doc"},
    {"revenue.ReconciledTotals.summary", R"doc(what the summary says, over all its accounts)doc"},
    {"revenue.ReconciledTotals.within_tolerance", R"doc(the sum of those that are not)doc"},
    {"revenue.Reconciliation", R"doc(What reconcile() returns.)doc"},
    {"revenue.Reconciliation.amounts", R"doc(amounts that differ)doc"},
    {"revenue.Reconciliation.counts", R"doc(numbers of accounts that differ)doc"},
    {"revenue.Reconciliation.findings", R"doc(the summary's, and what was not compared)doc"},
    {"revenue.Reconciliation.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.Reconciliation.totals", R"doc(each period and cell as a whole)doc"},
    {"revenue.RefundRule", R"doc(What a row whose kind is refund counts.

Members
-------
ignored
    nothing
negative_line
    its amount, negative, as long as the row lasts)doc"},
    {"revenue.RestatedMovements", R"doc(Movements that are no longer what was closed, by period, then by account id, then by kind. Their sums are
those of the periods, exactly.

Columns
-------
period
    first day of the period
account
    whose MRR moved
kind
    what happened
closed
    the amount that was closed
restated
    the amount now
difference
    restated - closed
closed_movements
    how many movements were closed; a free account's have no amount
restated_movements
    how many there are now)doc"},
    {"revenue.RestatedMovements.account", R"doc(whose MRR moved)doc"},
    {"revenue.RestatedMovements.closed", R"doc(the amount that was closed)doc"},
    {"revenue.RestatedMovements.closed_movements", R"doc(how many movements were closed; a free account's have no amount)doc"},
    {"revenue.RestatedMovements.difference", R"doc(restated - closed)doc"},
    {"revenue.RestatedMovements.kind", R"doc(what happened)doc"},
    {"revenue.RestatedMovements.period", R"doc(first day of the period)doc"},
    {"revenue.RestatedMovements.restated", R"doc(the amount now)doc"},
    {"revenue.RestatedMovements.restated_movements", R"doc(how many there are now)doc"},
    {"revenue.RestatedPeriods", R"doc(Cells of closed periods that are no longer what was closed, by period and then by cell.

Columns
-------
period
    first day of the period
cell
    which number
closed
    the amount that was closed
restated
    the amount now
difference
    restated - closed
closed_accounts
    how many accounts were closed
restated_accounts
    how many there are now)doc"},
    {"revenue.RestatedPeriods.cell", R"doc(which number)doc"},
    {"revenue.RestatedPeriods.closed", R"doc(the amount that was closed)doc"},
    {"revenue.RestatedPeriods.closed_accounts", R"doc(how many accounts were closed)doc"},
    {"revenue.RestatedPeriods.difference", R"doc(restated - closed)doc"},
    {"revenue.RestatedPeriods.period", R"doc(first day of the period)doc"},
    {"revenue.RestatedPeriods.restated", R"doc(the amount now)doc"},
    {"revenue.RestatedPeriods.restated_accounts", R"doc(how many there are now)doc"},
    {"revenue.Restatements", R"doc(What restatements() returns; both are empty when nothing has changed.)doc"},
    {"revenue.Restatements.movements", R"doc(by account)doc"},
    {"revenue.Restatements.periods", R"doc(as a whole)doc"},
    {"revenue.RevenuePolicy", R"doc(Every convention of revenue and retention.

Parameters
----------
preset
    whose conventions these are; its cells may not be contradicted
ledger
    from rows to a ledger
rates
    from a ledger to rates

References
----------
preset_policy() for the conventions of well-known products)doc"},
    {"revenue.RevenuePolicy.ledger", R"doc(from rows to a ledger)doc"},
    {"revenue.RevenuePolicy.preset", R"doc(whose conventions these are; its cells may not be contradicted)doc"},
    {"revenue.RevenuePolicy.rates", R"doc(from a ledger to rates)doc"},
    {"revenue.Rounding", R"doc(To which minor unit an amount halfway between two goes.

Members
-------
half_even
    the even one
half_up
    the larger one)doc"},
    {"revenue.RowsBehind", R"doc(The rows that make a cell, by row.

Columns
-------
row
    of the table that the ledger was made of, from 0
account
    its account
start
    its first day
end
    its first day no longer paid for; fealty::open where there is none
before
    what it adds to the account at the end of the period before
after
    what it adds to the account at the period's end)doc"},
    {"revenue.RowsBehind.account", R"doc(its account)doc"},
    {"revenue.RowsBehind.after", R"doc(what it adds to the account at the period's end)doc"},
    {"revenue.RowsBehind.before", R"doc(what it adds to the account at the end of the period before)doc"},
    {"revenue.RowsBehind.end", R"doc(its first day no longer paid for; fealty::open where there is none)doc"},
    {"revenue.RowsBehind.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.RowsBehind.row", R"doc(of the table that the ledger was made of, from 0)doc"},
    {"revenue.RowsBehind.start", R"doc(its first day)doc"},
    {"revenue.SegmentBehind", R"doc(The accounts that make a cell of a segment, by id; their amounts sum to it.

Columns
-------
account
    each account once; at a finer grain once for each of its parts
part
    its subscription or subscription/item, at that grain; else null
amount
    what it adds to the cell, >= 0; signed for exchange)doc"},
    {"revenue.SegmentBehind.account", R"doc(each account once; at a finer grain once for each of its parts)doc"},
    {"revenue.SegmentBehind.amount", R"doc(what it adds to the cell, >= 0; signed for exchange)doc"},
    {"revenue.SegmentBehind.part", R"doc(its subscription or subscription/item, at that grain; else null)doc"},
    {"revenue.SegmentBehind.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.SegmentBehindOptions", R"doc(Which cell to open.)doc"},
    {"revenue.SegmentBehindOptions.by", R"doc(an attribute of the accounts)doc"},
    {"revenue.SegmentBehindOptions.kind", R"doc(its column)doc"},
    {"revenue.SegmentBehindOptions.period", R"doc(a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it)doc"},
    {"revenue.SegmentBehindOptions.segment", R"doc(its value, as text; empty for unknown)doc"},
    {"revenue.SegmentCell", R"doc(The cells of a segment's row.

Members
-------
opening
entered
new_business
reactivation
expansion
contraction
churn
left
exchange
closing)doc"},
    {"revenue.SegmentLedgerOptions", R"doc(Settings of segment_ledger().)doc"},
    {"revenue.SegmentLedgerOptions.by", R"doc(an attribute of the accounts)doc"},
    {"revenue.SegmentPeriods", R"doc(MRR by segment and period: opening + entered + new_business + reactivation + expansion - contraction
- churn - left + exchange = closing, exactly, in money and in accounts. What leaves a segment enters
another, and the sums over all segments are the ledger's.

Columns
-------
segment
    value of the attribute; null for accounts of which it is unknown
period
    first day
period_end
    last day
opening
    MRR at the end of the period before
entered
    MRR of customers that came from another segment, as it was before
new_business
    MRR of accounts that never had any
reactivation
    MRR of accounts that had none, but once had
expansion
    increases of accounts that stayed customers
contraction
    decreases of accounts that stayed customers, >= 0
churn
    MRR of accounts that left, >= 0, in the segment where they were
left
    MRR of customers that went to another segment, as it was before
exchange
    what rates of exchange did to what was there
closing
    MRR at the period's end
opening_accounts
    customers at the end of the period before
entered_accounts
    customers from another segment
new_business_accounts
    customers for the first time
reactivation_accounts
    customers again
expansion_accounts
    customers that pay more
contraction_accounts
    customers that pay less
churn_accounts
    customers no longer
left_accounts
    customers in another segment now
closing_accounts
    customers at the period's end
complete
    0 for a last period that as_of cuts short)doc"},
    {"revenue.SegmentPeriods.churn", R"doc(MRR of accounts that left, >= 0, in the segment where they were)doc"},
    {"revenue.SegmentPeriods.churn_accounts", R"doc(customers no longer)doc"},
    {"revenue.SegmentPeriods.closing", R"doc(MRR at the period's end)doc"},
    {"revenue.SegmentPeriods.closing_accounts", R"doc(customers at the period's end)doc"},
    {"revenue.SegmentPeriods.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"revenue.SegmentPeriods.contraction", R"doc(decreases of accounts that stayed customers, >= 0)doc"},
    {"revenue.SegmentPeriods.contraction_accounts", R"doc(customers that pay less)doc"},
    {"revenue.SegmentPeriods.entered", R"doc(MRR of customers that came from another segment, as it was before)doc"},
    {"revenue.SegmentPeriods.entered_accounts", R"doc(customers from another segment)doc"},
    {"revenue.SegmentPeriods.exchange", R"doc(what rates of exchange did to what was there)doc"},
    {"revenue.SegmentPeriods.expansion", R"doc(increases of accounts that stayed customers)doc"},
    {"revenue.SegmentPeriods.expansion_accounts", R"doc(customers that pay more)doc"},
    {"revenue.SegmentPeriods.left", R"doc(MRR of customers that went to another segment, as it was before)doc"},
    {"revenue.SegmentPeriods.left_accounts", R"doc(customers in another segment now)doc"},
    {"revenue.SegmentPeriods.new_business", R"doc(MRR of accounts that never had any)doc"},
    {"revenue.SegmentPeriods.new_business_accounts", R"doc(customers for the first time)doc"},
    {"revenue.SegmentPeriods.opening", R"doc(MRR at the end of the period before)doc"},
    {"revenue.SegmentPeriods.opening_accounts", R"doc(customers at the end of the period before)doc"},
    {"revenue.SegmentPeriods.period", R"doc(first day)doc"},
    {"revenue.SegmentPeriods.period_end", R"doc(last day)doc"},
    {"revenue.SegmentPeriods.policy", R"doc(what it was made with)doc"},
    {"revenue.SegmentPeriods.reactivation", R"doc(MRR of accounts that had none, but once had)doc"},
    {"revenue.SegmentPeriods.reactivation_accounts", R"doc(customers again)doc"},
    {"revenue.SegmentPeriods.segment", R"doc(value of the attribute; null for accounts of which it is unknown)doc"},
    {"revenue.Snapshot", R"doc(When in a period a row has to count for the period's state.

Members
-------
last_day
    on its last day: start <= last day < end
first_day
    on its first day
any_day
    on any of its days; rows that follow one another both count
end_inclusive
    on its last day, with the end as the last day of the row: start <= last day <= end)doc"},
    {"revenue.SnapshotColumns", R"doc(The columns of a snapshots table: what each account paid a month, on each of some days. Exactly one
of `mrr` and `mrr_minor` is given.)doc"},
    {"revenue.SnapshotColumns.account", R"doc(n ids, texts or integers)doc"},
    {"revenue.SnapshotColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.SnapshotColumns.currency_column", R"doc(the code of each row)doc"},
    {"revenue.SnapshotColumns.date", R"doc(n days since 1970-01-01)doc"},
    {"revenue.SnapshotColumns.mrr", R"doc(in major units, >= 0)doc"},
    {"revenue.SnapshotColumns.mrr_minor", R"doc(in minor units, >= 0)doc"},
    {"revenue.SnapshotColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.SubscriptionColumns", R"doc(The columns of a subscriptions table: one row for each period [start, end) in which an account pays
one price. Exactly one of `mrr`, `mrr_minor`, `amount` and `amount_minor` is given.)doc"},
    {"revenue.SubscriptionColumns.account", R"doc(n ids, texts or integers)doc"},
    {"revenue.SubscriptionColumns.amount", R"doc(price of one unit per interval, in major units, >= 0)doc"},
    {"revenue.SubscriptionColumns.amount_minor", R"doc(price of one unit per interval, in minor units, >= 0)doc"},
    {"revenue.SubscriptionColumns.cancel_requested", R"doc(the day the customer asked to cancel; null where none did)doc"},
    {"revenue.SubscriptionColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.SubscriptionColumns.currency_column", R"doc(the code of each row)doc"},
    {"revenue.SubscriptionColumns.discount", R"doc(off amount x quantity, per interval, in major units, >= 0)doc"},
    {"revenue.SubscriptionColumns.discount_end", R"doc(first day without the discount; null or absent: it lasts)doc"},
    {"revenue.SubscriptionColumns.end", R"doc(the first day after; null or fealty::open while it lasts)doc"},
    {"revenue.SubscriptionColumns.interval_count", R"doc(intervals that the amount pays for, >= 1; 1 by default)doc"},
    {"revenue.SubscriptionColumns.interval_unit", R"doc(day, week, month, quarter or year; month by default)doc"},
    {"revenue.SubscriptionColumns.item", R"doc(its item: needed for the grain of items)doc"},
    {"revenue.SubscriptionColumns.kind", R"doc(recurring, trial, metered, one_time or refund; recurring by default)doc"},
    {"revenue.SubscriptionColumns.mrr", R"doc(monthly amount in major units, >= 0)doc"},
    {"revenue.SubscriptionColumns.mrr_minor", R"doc(monthly amount in minor units, >= 0)doc"},
    {"revenue.SubscriptionColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.SubscriptionColumns.paid_through", R"doc(the first day that is not paid for; null where unknown)doc"},
    {"revenue.SubscriptionColumns.quantity", R"doc(units, >= 0; 1 by default)doc"},
    {"revenue.SubscriptionColumns.signed_on", R"doc(the day it was signed; null where unknown)doc"},
    {"revenue.SubscriptionColumns.start", R"doc(n days since 1970-01-01, or instants: the first day)doc"},
    {"revenue.SubscriptionColumns.status", R"doc(active, trialing, past_due, unpaid or paused; active by default)doc"},
    {"revenue.SubscriptionColumns.subscription", R"doc(whose row it is: needed for the grain of subscriptions and of items)doc"},
    {"revenue.SubscriptionColumns.trial", R"doc(1 for a trial; instead of `kind`)doc"},
    {"revenue.SubscriptionKind", R"doc(What a subscription row is paid for.

Members
-------
recurring
    counts as MRR
trial
    no MRR before its conversion, whatever its price says
metered
    no MRR, unless the policy says otherwise
one_time
    no MRR
refund
    no MRR; by policy a negative line)doc"},
    {"revenue.SubscriptionStatus", R"doc(How a subscription stands while a row lasts: rows of one subscription follow one another when it changes.

Members
-------
active
    counts; also the meaning of no status, and of one that has ended
trialing
    a trial: no MRR
past_due
    a payment is late
unpaid
    a payment was given up
paused
    the customer, or the seller, has paused it)doc"},
    {"revenue.Subscriptions", R"doc(A validated subscriptions table.

Each row's monthly amount, (amount x quantity - discount) brought to one month, is rounded once to the
currency's minor unit. Which rows count, from when to when and for how much, is the policy's to say,
each time that a ledger is made. The table copies what it needs, except columns that
own their memory: these it shares, and nobody may change them.

The columns of a subscriptions table: one row for each period [start, end) in which an account pays
one price. Exactly one of `mrr`, `mrr_minor`, `amount` and `amount_minor` is given.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
start
    n days since 1970-01-01, or instants: the first day
end
    the first day after; null or fealty::open while it lasts
mrr
    monthly amount in major units, >= 0
mrr_minor
    monthly amount in minor units, >= 0
amount
    price of one unit per interval, in major units, >= 0
amount_minor
    price of one unit per interval, in minor units, >= 0
interval_unit
    day, week, month, quarter or year; month by default
interval_count
    intervals that the amount pays for, >= 1; 1 by default
quantity
    units, >= 0; 1 by default
discount
    off amount x quantity, per interval, in major units, >= 0
discount_end
    first day without the discount; null or absent: it lasts
kind
    recurring, trial, metered, one_time or refund; recurring by default
trial
    1 for a trial; instead of `kind`
status
    active, trialing, past_due, unpaid or paused; active by default
subscription
    whose row it is: needed for the grain of subscriptions and of items
item
    its item: needed for the grain of items
cancel_requested
    the day the customer asked to cancel; null where none did
paid_through
    the first day that is not paid for; null where unknown
signed_on
    the day it was signed; null where unknown
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a null account, start or amount, an end before its
    start, a day before 1900 or after 9999, an amount that is negative or not finite, an unknown
    currency, kind, status or interval
Overflow
    when a monthly amount leaves 64 bits)doc"},
    {"revenue.Subscriptions.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.

Codes of single rows: zero_length_period, more_digits_than_currency, discount_floored,
interval_assumed, ends_at_end_of_day. Codes that compare rows: duplicate_row, overlap, gap,
ends_on_last_day, several_currencies.

Returns
-------
one finding for each code that occurs)doc"},
    {"revenue.Subscriptions.knows_subscriptions", R"doc(Whether there is a column of subscriptions.)doc"},
    {"revenue.Subscriptions.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.Subscriptions.spans", R"doc(What the rows come to by the default policy, and by another.

)doc"},
    {"revenue.Summary", R"doc(A validated summary, for reconcile(). Its numbers may be wrong, so nothing is asked of them but that they
are numbers.

Many exports write contraction and churn with a minus sign. A column that has more amounts below 0 than
above is read with its signs reversed, which the finding signs_reversed says.

The columns of a summary that somebody else made: a billing system's export, a finance sheet. One row for
each period, or for each period and account; any of the cells, each in major or in minor units.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
period
    n names such as 2024-12, 2024-Q4 or FY2024, or days, or
date
    n days since 1970-01-01, each one of its period
account
    n ids, texts or integers; absent when rows are totals
opening
    MRR at the end of the period before
opening_minor
    the same in minor units
new_business
    MRR of accounts that never had any
new_business_minor
    the same in minor units
reactivation
    MRR of accounts that once had some
reactivation_minor
    the same in minor units
expansion
    increases
expansion_minor
    the same in minor units
contraction
    decreases, of either sign
contraction_minor
    the same in minor units
churn
    MRR of accounts that left, of either sign
churn_minor
    the same in minor units
exchange
    what rates of exchange did, of either sign
exchange_minor
    the same in minor units
closing
    MRR at the period's end
closing_minor
    the same in minor units
opening_accounts
    customers at the end of the period before; counts are of totals alone
new_business_accounts
    customers for the first time
reactivation_accounts
    customers again
expansion_accounts
    customers that pay more
contraction_accounts
    customers that pay less
churn_accounts
    customers no longer
closing_accounts
    customers at the period's end
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, no cell at all, a null or an amount that is not
    finite, a negative count, a text that is no period, an unknown currency
Overflow
    when an amount leaves 64 bits)doc"},
    {"revenue.Summary.data", R"doc()doc"},
    {"revenue.Summary.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why.)doc"},
    {"revenue.Summary.size", R"doc(Rows that were accepted.)doc"},
    {"revenue.SummaryColumns", R"doc(The columns of a summary that somebody else made: a billing system's export, a finance sheet. One row for
each period, or for each period and account; any of the cells, each in major or in minor units.)doc"},
    {"revenue.SummaryColumns.account", R"doc(n ids, texts or integers; absent when rows are totals)doc"},
    {"revenue.SummaryColumns.churn", R"doc(MRR of accounts that left, of either sign)doc"},
    {"revenue.SummaryColumns.churn_accounts", R"doc(customers no longer)doc"},
    {"revenue.SummaryColumns.churn_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.closing", R"doc(MRR at the period's end)doc"},
    {"revenue.SummaryColumns.closing_accounts", R"doc(customers at the period's end)doc"},
    {"revenue.SummaryColumns.closing_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.contraction", R"doc(decreases, of either sign)doc"},
    {"revenue.SummaryColumns.contraction_accounts", R"doc(customers that pay less)doc"},
    {"revenue.SummaryColumns.contraction_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.currency", R"doc(ISO 4217 code of every row, or)doc"},
    {"revenue.SummaryColumns.currency_column", R"doc(the code of each row)doc"},
    {"revenue.SummaryColumns.date", R"doc(n days since 1970-01-01, each one of its period)doc"},
    {"revenue.SummaryColumns.exchange", R"doc(what rates of exchange did, of either sign)doc"},
    {"revenue.SummaryColumns.exchange_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.expansion", R"doc(increases)doc"},
    {"revenue.SummaryColumns.expansion_accounts", R"doc(customers that pay more)doc"},
    {"revenue.SummaryColumns.expansion_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.new_business", R"doc(MRR of accounts that never had any)doc"},
    {"revenue.SummaryColumns.new_business_accounts", R"doc(customers for the first time)doc"},
    {"revenue.SummaryColumns.new_business_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"revenue.SummaryColumns.opening", R"doc(MRR at the end of the period before)doc"},
    {"revenue.SummaryColumns.opening_accounts", R"doc(customers at the end of the period before; counts are of totals alone)doc"},
    {"revenue.SummaryColumns.opening_minor", R"doc(the same in minor units)doc"},
    {"revenue.SummaryColumns.period", R"doc(n names such as 2024-12, 2024-Q4 or FY2024, or days, or)doc"},
    {"revenue.SummaryColumns.reactivation", R"doc(MRR of accounts that once had some)doc"},
    {"revenue.SummaryColumns.reactivation_accounts", R"doc(customers again)doc"},
    {"revenue.SummaryColumns.reactivation_minor", R"doc(the same in minor units)doc"},
    {"revenue.TotalContractValueOptions", R"doc(The term of total_contract_value().)doc"},
    {"revenue.TotalContractValueOptions.end", R"doc(the first day after, later than `start`)doc"},
    {"revenue.TotalContractValueOptions.start", R"doc(the first day)doc"},
    {"revenue.UnitEconomics", R"doc(What a customer brings and costs, one row for each period. Real numbers of money are in major units of
the ledger's currency; a number that lacks its denominator, or what it is made of, is none.

Columns
-------
period
    first day
period_end
    last day
accounts
    customers at the period's end
mrr
    MRR at the period's end
arr
    12 x mrr
signed_not_live
    MRR of signed rows that have not begun, less what they replace
known_churn
    MRR of rows that will end, whose cancellation was requested
carr
    12 x (mrr + signed_not_live)
cmrr
    mrr + signed_not_live - known_churn
arpa
    mrr / accounts
seats
    at the period's end; 0 where none are known
arpu
    MRR of the rows whose seats are known / seats
asp
    new business of the period / its accounts, a month
quick_ratio
    (new + expansion [+ reactivation]) / (contraction + churn)
margin
    gross margin
ltv
    textbook: arpa x margin / logo churn
cac
    sales and marketing / new accounts
cac_payback_months
    sales and marketing / (new MRR x margin)
ltv_to_cac
    ltv / cac
complete
    0 for a last period that as_of cuts short)doc"},
    {"revenue.UnitEconomics.accounts", R"doc(customers at the period's end)doc"},
    {"revenue.UnitEconomics.arpa", R"doc(mrr / accounts)doc"},
    {"revenue.UnitEconomics.arpu", R"doc(MRR of the rows whose seats are known / seats)doc"},
    {"revenue.UnitEconomics.arr", R"doc(12 x mrr)doc"},
    {"revenue.UnitEconomics.asp", R"doc(new business of the period / its accounts, a month)doc"},
    {"revenue.UnitEconomics.cac", R"doc(sales and marketing / new accounts)doc"},
    {"revenue.UnitEconomics.cac_payback_months", R"doc(sales and marketing / (new MRR x margin))doc"},
    {"revenue.UnitEconomics.carr", R"doc(12 x (mrr + signed_not_live))doc"},
    {"revenue.UnitEconomics.cmrr", R"doc(mrr + signed_not_live - known_churn)doc"},
    {"revenue.UnitEconomics.complete", R"doc(0 for a last period that as_of cuts short)doc"},
    {"revenue.UnitEconomics.known_churn", R"doc(MRR of rows that will end, whose cancellation was requested)doc"},
    {"revenue.UnitEconomics.ltv", R"doc(textbook: arpa x margin / logo churn)doc"},
    {"revenue.UnitEconomics.ltv_to_cac", R"doc(ltv / cac)doc"},
    {"revenue.UnitEconomics.margin", R"doc(gross margin)doc"},
    {"revenue.UnitEconomics.mrr", R"doc(MRR at the period's end)doc"},
    {"revenue.UnitEconomics.period", R"doc(first day)doc"},
    {"revenue.UnitEconomics.period_end", R"doc(last day)doc"},
    {"revenue.UnitEconomics.policy", R"doc(what the ledger was made with)doc"},
    {"revenue.UnitEconomics.quick_ratio", R"doc((new + expansion [+ reactivation]) / (contraction + churn))doc"},
    {"revenue.UnitEconomics.seats", R"doc(at the period's end; 0 where none are known)doc"},
    {"revenue.UnitEconomics.signed_not_live", R"doc(MRR of signed rows that have not begun, less what they replace)doc"},
    {"revenue.UnitEconomicsOptions", R"doc(Settings of unit_economics().)doc"},
    {"revenue.UnitEconomicsOptions.cost_lag", R"doc(periods from sales and marketing to the customers it wins, >= 0)doc"},
    {"revenue.UnitEconomicsOptions.costs", R"doc(by period; without them there is no cost of acquisition)doc"},
    {"revenue.UnitEconomicsOptions.margin", R"doc(gross margin, in [0, 1]; by default 1 - cost of goods / revenue)doc"},
    {"revenue.UnitEconomicsOptions.quick_ratio_reactivation", R"doc(whether returning MRR raises the quick ratio; the ledger's policy by default)doc"},
    {"revenue.UnpaidRule", R"doc(What a row whose status is unpaid counts.

Members
-------
past_due
    the same as one that is past due
churned
    nothing)doc"},
    {"revenue.WeekFactor", R"doc(How many months a weekly amount is paid for.

Members
-------
per_year
    amount x 52 / 12
times_4_33
    amount x 4.33
times_4
    amount x 4
zero
    weekly rows are no MRR)doc"},
    {"revenue.accounts_behind", R"doc(Opens a cell of a ledger down to its accounts.

    ledger = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(
        {"id": ["a", "b"], "from_day": ["2024-01-01"] * 2, "to_day": ["2024-03-10", None], "mrr":
        [50.0, 20.0]}, account="id", start="from_day", end="to_day", mrr="mrr", currency="USD"),
        as_of="2024-03-31")
    lost = ft.revenue.accounts_behind(ledger, period="2024-03", kind="churn")
    assert lost.account.tolist() == ["a"] and lost.amount.tolist() == [50.0]

Parameters
----------
ledger
    as made by mrr_ledger()
period
    a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
kind
    its column

Returns
-------
one row for each account that is counted in the cell

Raises
------
InvalidInput
    when the ledger has no such period)doc"},
    {"revenue.amount_summary", R"doc(Sums up the sizes of contracts.

Parameters
----------
values
    as made by contract_value()

Returns
-------
one row each for tcv, acv, recurring_acv and mrr

Raises
------
Overflow
    when a sum leaves 64 bits

Sums up what customers pay, period by period: the mean is ARPA, and the rest tells what it hides.

Parameters
----------
ledger
    as made by mrr_ledger()

Returns
-------
one row for each period, over the MRR of its closing accounts)doc"},
    {"revenue.audit", R"doc(Lists everything that is wrong or odd about the rows of a subscriptions table, and throws for none.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
account
    n ids, texts or integers
start
    n days since 1970-01-01, or instants: the first day
end
    the first day after; null or fealty::open while it lasts
mrr
    monthly amount in major units, >= 0
mrr_minor
    monthly amount in minor units, >= 0
amount
    price of one unit per interval, in major units, >= 0
amount_minor
    price of one unit per interval, in minor units, >= 0
interval_unit
    day, week, month, quarter or year; month by default
interval_count
    intervals that the amount pays for, >= 1; 1 by default
quantity
    units, >= 0; 1 by default
discount
    off amount x quantity, per interval, in major units, >= 0
discount_end
    first day without the discount; null or absent: it lasts
kind
    recurring, trial, metered, one_time or refund; recurring by default
trial
    1 for a trial; instead of `kind`
status
    active, trialing, past_due, unpaid or paused; active by default
subscription
    whose row it is: needed for the grain of subscriptions and of items
item
    its item: needed for the grain of items
cancel_requested
    the day the customer asked to cancel; null where none did
paid_through
    the first day that is not paid for; null where unknown
signed_on
    the day it was signed; null where unknown
currency
    ISO 4217 code of every row, or
currency_column
    the code of each row
on_error
    what to do with a row that breaks a rule

Returns
-------
the errors first, then the findings

Raises
------
InvalidInput
    on a missing column or unequal lengths)doc"},
    {"revenue.close_periods", R"doc(Pins the numbers of every period up to one, as they are reported: by period, account and kind.

Parameters
----------
ledger
    as made by mrr_ledger()
through
    the last period to close, such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
policy
    a text that stands for the conventions, to be told from others by extend()

Returns
-------
the closed numbers, for restatements() to hold later ledgers against

Raises
------
InvalidInput
    when the ledger has no such period, or knows only a part of it)doc"},
    {"revenue.concentration", R"doc(How concentrated MRR is: the share of the largest accounts, the Herfindahl index, the Gini coefficient.

They are those of the ledger's own customers, not estimates for others, so Gini's coefficient is not
multiplied by n / (n - 1). `accounts_behind(ledger, kind="closing")` names the accounts.

Parameters
----------
ledger
    as made by mrr_ledger()
period
    a period's name or a day in it; by default every period
top
    how many of the largest accounts `top_share` is of, at least 1

Returns
-------
one row for each period, or for the one that was chosen

Raises
------
InvalidInput
    unless top >= 1, and when the ledger has no such period

References
----------
Herfindahl (1950), Concentration in the Steel Industry; Adelman (1969), The Review of Economics and
Statistics 51:99-101, for the equivalent number; Damgaard & Weiner (2000), Ecology 81:1139-1142, for
Gini's coefficient from ordered amounts)doc"},
    {"revenue.contract_value", R"doc(Brings contracts of different lengths to the same scale: total, annual and monthly value.

A year is 12 months. A contract of less than a year is worth more in a year than it will bring. The
field leaves one-time fees out of ACV as often as it counts them in, so both stand side by side: `acv`
has them, `recurring_acv` has not. Each value is rounded once, half-even.

Parameters
----------
contracts
    validated rows, of one currency
as_of
    contracts signed later are not known; by default all are

Returns
-------
one row for each contract that is known

Raises
------
InvalidInput
    on several currencies)doc"},
    {"revenue.convert", R"doc(An amount in another currency, rounded once, to that currency's minor unit.

Parameters
----------
minor
    minor units of the rate's base
rate
    of the two currencies
rounding
    where an amount halfway between two goes

Returns
-------
minor units of the rate's quote

Raises
------
Overflow
    beyond 64 bits)doc"},
    {"revenue.describe_policy", R"doc(Spells a policy out: the conventions that were chosen, and those that every ledger keeps.

Parameters
----------
policy
    such as that of a ledger

Returns
-------
one row for each convention)doc"},
    {"revenue.lorenz_curve", R"doc(What share of MRR the smallest accounts make, for each number of them.

Parameters
----------
ledger
    as made by mrr_ledger()
period
    a period's name or a day in it; by default the last

Returns
-------
n + 1 rows for n customers, the first (0, 0); none where there is no MRR

Raises
------
InvalidInput
    when the ledger has no such period

References
----------
Lorenz (1905), Publications of the American Statistical Association 9:209-219)doc"},
    {"revenue.monthly_amount", R"doc(Brings an amount paid per interval down (or up) to one month.

A year is 12 months, a quarter 3, a week 12/52 and a day 12/365 of a month, unless other factors are
given. The result is rounded once; half-up rounds away from 0.

    yearly = ft.Money(120000, ft.currency("USD"))
    assert ft.revenue.monthly_amount(yearly, interval_unit="year") == 10000

Parameters
----------
amount
    what is paid per interval, in minor units of its currency
interval_unit
    what the amount is paid for
interval_count
    how many of these, at least 1
decimals
    digits of the result, 0 to 12; the currency's by default
week_factor
    months from weeks
day_factor
    months from days
rounding
    of the result

Returns
-------
the amount per month in units of 10^-decimals of the currency's major unit

Raises
------
InvalidInput
    unless interval_count >= 1 and 0 <= decimals <= 12
Overflow
    when the result leaves 64 bits)doc"},
    {"revenue.mrr_ledger", R"doc(Brings a table down to one row for each period: opening and closing MRR, and what moved it.

A row counts in a period when start <= last day < end. An account that has MRR for the first time is
new business, one that has it again a reactivation; more or less of it is expansion or contraction;
none of it any more is churn. Movements are differences of two period-end states, so an account that
joins and leaves within a period does not move. The time taken does not depend on how long accounts
stay. All of this is the default policy; `options.policy` has the others.

    subs = ft.revenue.Subscriptions({"account": ["a", "a", "b"], "start": ["2024-01-10", "2024-03-01",
    "2024-02-05"],
                                     "end": ["2024-03-01", None, "2024-03-20"], "mrr": [50.0, 75.0, 20.0]},
                                    account="account", start="start", end="end", mrr="mrr", currency="USD")
    ledger = ft.revenue.mrr_ledger(subs, as_of="2024-03-31")
    assert ledger.periods.closing.tolist() == [50.0, 70.0, 75.0]
    assert ledger.periods.churn.tolist() == [0.0, 0.0, 20.0]

Parameters
----------
table
    validated rows; of one currency, unless a reporting currency is given
as_of
    last day known; by default the latest start, or an end at most one period later
policy
    every convention
period
    how time is cut; the policy's by default, as with the next three
fiscal_year_start
    first month of the fiscal year, 1 to 12
grain
    whose movements are shown
netting
    what a movement is the difference of
accounts
    who was merged into whom, and who belongs to whom
reporting_currency
    ISO 4217 code that every amount is brought to
exchange_rates
    what currencies are worth
threads
    at most so many; 0 for all of the machine's

Returns
-------
the periods, and what is behind them

Raises
------
InvalidInput
    on a policy that contradicts itself, its preset or these options; on several currencies
    without a reporting currency, and a rate that is missing; on a grain that the table has no
    column for; on more than 65,535 periods
Overflow
    when the amounts of all rows, without their signs, sum beyond 64 bits)doc"},
    {"revenue.policy_fingerprint", R"doc(A short name for a policy: 16 hexadecimal digits, equal for equal policies.

Parameters
----------
policy
    any policy

Returns
-------
the 64-bit FNV-1a hash of policy_json()

Raises
------
InvalidInput
    as policy_json()

References
----------
Fowler, Noll, Vo & Eastlake, The FNV Non-Cryptographic Hash Algorithm)doc"},
    {"revenue.policy_from_json", R"doc(Reads a policy back. What a text does not say is as in its preset; a preset alone is a whole policy.

Parameters
----------
json
    an object as policy_json() writes it, of at most 65,536 characters

Raises
------
InvalidInput
    on what is no JSON object, a key that is unknown or repeated, a value of another type or out
    of range, and a field that contradicts the preset)doc"},
    {"revenue.policy_json", R"doc(Writes a policy as JSON: every field, in a fixed order, so that equal policies are equal texts.

    text = ft.revenue.policy_json(ft.revenue.preset_policy("stripe"))
    assert ft.revenue.policy_from_json(text) == ft.revenue.preset_policy("stripe")

Parameters
----------
policy
    any policy

Returns
-------
an object with the keys preset, ledger and rates

Raises
------
InvalidInput
    for a time zone whose name is not UTF-8)doc"},
    {"revenue.preset_policy", R"doc(The conventions of a product or a standard: the defaults, except where it is known to do otherwise.

What is known stands in the handbook, with its sources. Every field may be changed afterwards, except
those that make the preset what it is: a ledger refuses a policy that contradicts its preset.

    policy = ft.revenue.preset_policy("chartmogul")
    assert policy.ledger.netting == "event" and policy.rates.net_churn_reactivation

Parameters
----------
preset
    whose

Returns
-------
a policy that names the preset)doc"},
    {"revenue.reconcile", R"doc(Explains where a summary differs from a ledger: in which period, for which account, by how much, and what
kind of difference it is.

The periods from the summary's first to its last are compared. An account or a period of these that the
summary leaves out counts as 0 there, as does in the ledger what it does not have.

Parameters
----------
ledger
    as made by mrr_ledger()
summary
    of the ledger's periods and currency; with accounts, each account is compared
tolerance_minor
    amounts that differ by at most so many minor units are not listed

Returns
-------
the differences, and the totals that they explain to the last minor unit

Raises
------
InvalidInput
    when the summary has other periods than the ledger (quarters against months), another
    currency, ids of another kind, or several rows of one period and account; on a tolerance
    below 0
Overflow
    when a sum or a difference leaves 64 bits)doc"},
    {"revenue.restatements", R"doc(Every difference between what was closed and what a ledger says now of the same periods, and of those
before them.

Parameters
----------
ledger
    of the same periods and currency, that knows the closed periods to their end
closed
    as made by close_periods()

Returns
-------
the differences by account, and by period; none when nothing has changed

Raises
------
InvalidInput
    when the ledger has other periods, another currency or ids of another kind, or ends before
    the closed periods do
Overflow
    when a difference leaves 64 bits)doc"},
    {"revenue.rows_behind", R"doc(Opens a cell of a ledger down to the rows of the table it was made of.

For each account behind the cell these are the rows that count at the end of the period before or of
the period itself, and by event those that come and go between; the sum of `after` less the sum of
`before` is the account's movement, by event the sum of its movements. At rates of each period's end it
is the movement and the exchange effect, up to the rounding of each row.

Parameters
----------
ledger
    as made by mrr_ledger()
period
    a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
kind
    its column

Returns
-------
rows in the table's order

Raises
------
InvalidInput
    when the ledger has no such period)doc"},
    {"revenue.segment_behind", R"doc(Opens a cell of segment_ledger() down to its accounts.

Parameters
----------
ledger
    as made by mrr_ledger()
accounts
    as for segment_ledger()
by
    an attribute of the accounts
segment
    its value, as text; empty for unknown
period
    a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
kind
    its column

Returns
-------
one row for each account that is counted in the cell

Raises
------
InvalidInput
    as segment_ledger(), and when the ledger has no such period or the attribute no such value)doc"},
    {"revenue.segment_ledger", R"doc(Splits a ledger by an attribute of its accounts, which may change over time.

Netted by period, an account is in the segment that it is in on the period's last day. A customer whose
segment changed leaves the old one and enters the new one with the MRR it had before, and what else
happened to it then happens in the new one; if it churned, that happens in the old one. By event, changes
of segment are dated like all others, and a movement is in the segment of its day.

Parameters
----------
ledger
    as made by mrr_ledger()
accounts
    what is known of its accounts; at the grain of parents, of the parents
by
    an attribute of the accounts

Returns
-------
by segment, unknown last, and period; a segment has rows when it ever has a customer

Raises
------
InvalidInput
    when there is no such attribute, or the ids are texts here and integers there)doc"},
    {"revenue.total_contract_value", R"doc(What a monthly amount comes to over a term: amount x months, rounded once, half-even.

The months of a term are whole months from its first day (to the same day of a later month, or to that
month's last day where it is shorter), and the days left over as a part of the month that they begin:
the days from there to where the next whole month would end.

    more = ft.Money(3500, ft.currency("USD"))  # 7 more units of 5.00 a month
    assert ft.revenue.total_contract_value(more, start="2018-08-18", end="2019-01-01") == 15581

Parameters
----------
monthly
    amount per month, in minor units of its currency
start
    the first day
end
    the first day after, later than `start`

Returns
-------
the amount over the term, in minor units

Raises
------
InvalidInput
    unless start < end, both from 1900 to 9999
Overflow
    when the result leaves 64 bits

References
----------
Zuora, "How TCV is calculated", and "Order metrics, part 3", for the proration; it also takes a
start on a month's last day to month ends, which this does not: 28 February to 28 February is a year)doc"},
    {"revenue.unit_economics", R"doc(Brings a ledger, and what was spent, down to the numbers of one customer.

ARR is 12 times MRR. CARR adds what is signed on the period's last day and begins later; a signed row
that begins on the day on which other rows of the account end takes over from them, so that of a
renewal only the difference is added. CMRR also takes away the rows that will end because the customer
asked for it by then. What is signed or asked for after that day, or after as_of, does not count.

ARPA is by account, ARPU by seat, ASP by account won. The quick ratio is of the period's movements.
The gross margin, where it is not given, is 1 - cost of goods / (mrr x months of the period): a week
has 84/365 months, a day 12/365. LTV is the textbook's, which takes today's churn for the rate of every
month to come: arpa x months of the period x margin / (churn_accounts / opening_accounts). Prefer
retention::lifetime_value(). CAC divides sales and marketing, `cost_lag` periods before, by the accounts
of new business; its payback divides the same by the margin on new business, and is none where that
margin never pays.

Parameters
----------
ledger
    as made by mrr_ledger()
costs
    by period; without them there is no cost of acquisition
margin
    gross margin, in [0, 1]; by default 1 - cost of goods / revenue
cost_lag
    periods from sales and marketing to the customers it wins, >= 0
quick_ratio_reactivation
    whether returning MRR raises the quick ratio; the ledger's policy by default

Returns
-------
one row for each period

Raises
------
InvalidInput
    unless 0 <= margin <= 1 and cost_lag >= 0, and when the costs are in another currency than
    the ledger
Overflow
    when a yearly or a committed amount leaves 64 bits

References
----------
SaaS Metrics Standards Board, for ARR, CARR and CAC payback; Skok, "SaaS Metrics 2.0", for LTV and
CAC; Mamoon Hamid's quick ratio (2015))doc"},
    {"survival.AalenJohansenOptions", R"doc(Settings of aalen_johansen().)doc"},
    {"survival.AalenJohansenOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.AalenJohansenOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.AalenJohansenOptions.confidence", R"doc(coverage of the band, in (0, 1))doc"},
    {"survival.AalenJohansenOptions.scale", R"doc(on which the band is symmetric)doc"},
    {"survival.AalenJohansenOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.AgeTransform", R"doc(The scale of age on which a coefficient may drift.

Members
-------
kaplan_meier
    the share of lives that ended before
rank
    its order among all ages at which lives ended or were last seen
identity
    age itself
log
    its logarithm)doc"},
    {"survival.BaselineHazard", R"doc(The hazard that a model's coefficients multiply, summed up to each age at which lives end.

Columns
-------
stratum
    ascending; only with `strata`
time
    age, ascending within a stratum
cumulative_hazard
    up to the age, inclusive
std_error
    of it
survival
    exp(-cumulative_hazard))doc"},
    {"survival.BaselineHazard.cumulative_hazard", R"doc(up to the age, inclusive)doc"},
    {"survival.BaselineHazard.std_error", R"doc(of it)doc"},
    {"survival.BaselineHazard.stratum", R"doc(ascending; only with `strata`)doc"},
    {"survival.BaselineHazard.survival", R"doc(exp(-cumulative_hazard))doc"},
    {"survival.BaselineHazard.time", R"doc(age, ascending within a stratum)doc"},
    {"survival.BaselineHazardOptions", R"doc(Settings of baseline_hazard().)doc"},
    {"survival.BaselineHazardOptions.centered", R"doc(of a life whose covariates are the means of those that were used; otherwise of one whose covariates are 0, and levels those of reference)doc"},
    {"survival.BrierOptions", R"doc(Settings of brier().)doc"},
    {"survival.BrierOptions.ages", R"doc(at which survival was predicted, >= 0, ascending)doc"},
    {"survival.BrierOptions.censoring", R"doc(how lives that are last seen are made up for)doc"},
    {"survival.BrierOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.BrierOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.BrierOptions.survival", R"doc(attributes that hold it, one for each age: numbers in [0, 1])doc"},
    {"survival.BrierScore", R"doc(How far predicted survival is from what happened, one row for each age.

Columns
-------
age
    at which survival was predicted
brier
    mean squared distance; NaN beyond the last life that was seen
std_error
    of it, by how much each life matters
lower
    of a normal interval, cut to [0, 1]
upper
    of a normal interval, cut to [0, 1]
null_brier
    that of the Kaplan-Meier curve of all these lives
r_squared
    1 - brier / null_brier)doc"},
    {"survival.BrierScore.age", R"doc(at which survival was predicted)doc"},
    {"survival.BrierScore.brier", R"doc(mean squared distance; NaN beyond the last life that was seen)doc"},
    {"survival.BrierScore.censoring", R"doc(how lives that are last seen were made up for)doc"},
    {"survival.BrierScore.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.BrierScore.findings", R"doc(code: beyond_last_life)doc"},
    {"survival.BrierScore.integrated_brier", R"doc(mean over the ages from the first to the last, by trapezoids; NaN of fewer than two, or where one is NaN)doc"},
    {"survival.BrierScore.integrated_null_brier", R"doc(the same of null_brier)doc"},
    {"survival.BrierScore.integrated_r_squared", R"doc(1 - integrated_brier / integrated_null_brier)doc"},
    {"survival.BrierScore.integrated_std_error", R"doc(of it)doc"},
    {"survival.BrierScore.left_out", R"doc(rows in which a prediction is missing)doc"},
    {"survival.BrierScore.lives", R"doc(rows that were used)doc"},
    {"survival.BrierScore.lower", R"doc(of a normal interval, cut to [0, 1])doc"},
    {"survival.BrierScore.null_brier", R"doc(that of the Kaplan-Meier curve of all these lives)doc"},
    {"survival.BrierScore.r_squared", R"doc(1 - brier / null_brier)doc"},
    {"survival.BrierScore.std_error", R"doc(of it, by how much each life matters)doc"},
    {"survival.BrierScore.upper", R"doc(of a normal interval, cut to [0, 1])doc"},
    {"survival.CensoringLimit", R"doc(Which chance to be still watched weights lives, where some are last seen at the same age.

Members
-------
before_age
    that just before the age: who is last seen at an age is known to have passed it (R's
    survival)
at_age
    that at the age: who is last seen at it is not known to have passed it (scikit-survival))doc"},
    {"survival.Concordance", R"doc(How often a score tells which of two lives ends first: one row.

Columns
-------
concordance
    share of pairs in order, ties of the score counting half; NaN without any
std_error
    of it, by how much each life, or cluster, matters
lower
    of a normal interval, cut off at 0
upper
    of a normal interval, cut off at 1
somers_d
    2 concordance - 1
concordant
    pairs in order, as they count
discordant
    pairs in the wrong order
tied_score
    pairs with one score
tied_age
    pairs that end at one age, not compared
tied_both
    of one score too)doc"},
    {"survival.Concordance.concordance", R"doc(share of pairs in order, ties of the score counting half; NaN without any)doc"},
    {"survival.Concordance.concordant", R"doc(pairs in order, as they count)doc"},
    {"survival.Concordance.confidence", R"doc(coverage of the interval)doc"},
    {"survival.Concordance.discordant", R"doc(pairs in the wrong order)doc"},
    {"survival.Concordance.left_out", R"doc(rows whose score or stratum is missing)doc"},
    {"survival.Concordance.lives", R"doc(rows that were used)doc"},
    {"survival.Concordance.lower", R"doc(of a normal interval, cut off at 0)doc"},
    {"survival.Concordance.somers_d", R"doc(2 concordance - 1)doc"},
    {"survival.Concordance.std_error", R"doc(of it, by how much each life, or cluster, matters)doc"},
    {"survival.Concordance.tied_age", R"doc(pairs that end at one age, not compared)doc"},
    {"survival.Concordance.tied_both", R"doc(of one score too)doc"},
    {"survival.Concordance.tied_score", R"doc(pairs with one score)doc"},
    {"survival.Concordance.upper", R"doc(of a normal interval, cut off at 1)doc"},
    {"survival.ConcordanceOptions", R"doc(Settings of concordance().)doc"},
    {"survival.ConcordanceOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.ConcordanceOptions.confidence", R"doc(coverage of the interval, in (0, 1))doc"},
    {"survival.ConcordanceOptions.higher_ends_earlier", R"doc(as hazards have it; false for a predicted lifetime or survival)doc"},
    {"survival.ConcordanceOptions.horizon", R"doc(ends after this age count as not seen)doc"},
    {"survival.ConcordanceOptions.pair_weight", R"doc(how much pairs count)doc"},
    {"survival.ConcordanceOptions.score", R"doc(attribute that holds the scores: numbers, of which the order matters)doc"},
    {"survival.ConcordanceOptions.strata", R"doc(attributes within whose values lives are compared)doc"},
    {"survival.ConditionalSurvival", R"doc(How likely customers of today are to stay, one row for each group, age or band of ages, and time ahead.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
given_age
    age that they have passed, or at which their band begins
ahead
    how much longer they are to stay
customers
    of that age
weight
    what they count for together
unknown
    of them, whose time ahead reaches beyond the last life that was seen: what follows is of the
    others
unknown_weight
    what these count for
at_risk
    lives still at risk at the highest age that is reached
survival
    chance to stay, the mean by weight; NaN where none is known
std_error
    of `survival`; NaN where it is 0 or unknown
lower
    of the interval; NaN likewise
upper
    of the interval; NaN likewise
expected_ended
    weight that is expected to have ended by then
expected_ended_lower
    by the upper limit of survival
expected_ended_upper
    by the lower limit of survival)doc"},
    {"survival.ConditionalSurvival.ahead", R"doc(how much longer they are to stay)doc"},
    {"survival.ConditionalSurvival.at_risk", R"doc(lives still at risk at the highest age that is reached)doc"},
    {"survival.ConditionalSurvival.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.ConditionalSurvival.customers", R"doc(of that age)doc"},
    {"survival.ConditionalSurvival.expected_ended", R"doc(weight that is expected to have ended by then)doc"},
    {"survival.ConditionalSurvival.expected_ended_lower", R"doc(by the upper limit of survival)doc"},
    {"survival.ConditionalSurvival.expected_ended_upper", R"doc(by the lower limit of survival)doc"},
    {"survival.ConditionalSurvival.given_age", R"doc(age that they have passed, or at which their band begins)doc"},
    {"survival.ConditionalSurvival.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.ConditionalSurvival.lower", R"doc(of the interval; NaN likewise)doc"},
    {"survival.ConditionalSurvival.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.ConditionalSurvival.scale", R"doc(on which they are symmetric)doc"},
    {"survival.ConditionalSurvival.std_error", R"doc(of `survival`; NaN where it is 0 or unknown)doc"},
    {"survival.ConditionalSurvival.survival", R"doc(chance to stay, the mean by weight; NaN where none is known)doc"},
    {"survival.ConditionalSurvival.unknown", R"doc(of them, whose time ahead reaches beyond the last life that was seen: what follows is of the others)doc"},
    {"survival.ConditionalSurvival.unknown_weight", R"doc(what these count for)doc"},
    {"survival.ConditionalSurvival.upper", R"doc(of the interval; NaN likewise)doc"},
    {"survival.ConditionalSurvival.weight", R"doc(what they count for together)doc"},
    {"survival.ConditionalSurvivalOptions", R"doc(Settings of conditional_survival().)doc"},
    {"survival.ConditionalSurvivalOptions.ahead", R"doc(how much longer a customer is to stay, > 0)doc"},
    {"survival.ConditionalSurvivalOptions.bands", R"doc(ages, ascending, at which bands of customers begin; by default each age is one of its own)doc"},
    {"survival.ConditionalSurvivalOptions.by", R"doc(attributes, of lives and of customers, that make the groups)doc"},
    {"survival.ConditionalSurvivalOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.ConditionalSurvivalOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.ConditionalSurvivalOptions.given", R"doc(attribute of customers that holds the age that each has passed)doc"},
    {"survival.ConditionalSurvivalOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.ConditionalSurvivalOptions.scale", R"doc(on which these are symmetric)doc"},
    {"survival.ConditionalSurvivalOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.ConditionalSurvivalOptions.weight", R"doc(attribute of customers: what each counts for, >= 0; 1 by default)doc"},
    {"survival.ConfidenceScale", R"doc(Scale on which the confidence band of a probability is symmetric around the estimate.

Members
-------
plain
    of the probability itself
log
    of its logarithm
log_log
    of log(-log): keeps the band within [0, 1]
logit
    of log(p / (1 - p))
arcsin
    of arcsin(sqrt(p)))doc"},
    {"survival.CoxModel", R"doc(A proportional hazards model: a row for each covariate, and for each level of one but the first.

Columns
-------
covariate
    its name, and = the level of one of texts
reference
    the level that it is told against, of one of texts; otherwise empty
coef
    log hazard ratio; NaN where the data do not tell it (see findings)
exp_coef
    hazard ratio
std_error
    of `coef`; robust where asked for
z
    coef / std_error
p_value
    two-sided
lower
    of the hazard ratio
upper
    of the hazard ratio
naive_std_error
    as if lives were independent, and weights cases
sampling_std_error
    with a penalty: likewise, how far `coef` varies from sample to sample about what the penalty
    makes of it; else empty)doc"},
    {"survival.CoxModel.coef", R"doc(log hazard ratio; NaN where the data do not tell it (see findings))doc"},
    {"survival.CoxModel.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.CoxModel.covariance", R"doc(of the coefficients, row by row; NaN where there is none)doc"},
    {"survival.CoxModel.covariate", R"doc(its name, and = the level of one of texts)doc"},
    {"survival.CoxModel.degrees_of_freedom", R"doc(coefficients that there are)doc"},
    {"survival.CoxModel.effective_degrees_of_freedom", R"doc(what the penalty leaves of them; tests are on so many)doc"},
    {"survival.CoxModel.ended", R"doc(lives that ended)doc"},
    {"survival.CoxModel.exp_coef", R"doc(hazard ratio)doc"},
    {"survival.CoxModel.findings", R"doc(codes: constant_covariate, collinear_covariate, separation)doc"},
    {"survival.CoxModel.iterations", R"doc(Newton steps)doc"},
    {"survival.CoxModel.left_out", R"doc(rows in which a covariate, a stratum or the offset is missing)doc"},
    {"survival.CoxModel.likelihood_ratio", R"doc(2 (log_likelihood - null_log_likelihood))doc"},
    {"survival.CoxModel.likelihood_ratio_p_value", R"doc(that it would be as large without any effect)doc"},
    {"survival.CoxModel.lives", R"doc(rows that were used)doc"},
    {"survival.CoxModel.log_likelihood", R"doc(partial, at the coefficients, or as far as steps went along a covariate that has none; without the penalty)doc"},
    {"survival.CoxModel.lower", R"doc(of the hazard ratio)doc"},
    {"survival.CoxModel.naive_std_error", R"doc(as if lives were independent, and weights cases)doc"},
    {"survival.CoxModel.null_log_likelihood", R"doc(partial, with all coefficients 0)doc"},
    {"survival.CoxModel.p_value", R"doc(two-sided)doc"},
    {"survival.CoxModel.penalty", R"doc(of squared coefficients)doc"},
    {"survival.CoxModel.reference", R"doc(the level that it is told against, of one of texts; otherwise empty)doc"},
    {"survival.CoxModel.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.CoxModel.sampling_std_error", R"doc(with a penalty: likewise, how far `coef` varies from sample to sample about what the penalty makes of it; else empty)doc"},
    {"survival.CoxModel.score", R"doc(from the slope at 0, and the penalty)doc"},
    {"survival.CoxModel.score_p_value", R"doc(likewise)doc"},
    {"survival.CoxModel.standardize", R"doc(whether it was per standard deviation of covariates)doc"},
    {"survival.CoxModel.std_error", R"doc(of `coef`; robust where asked for)doc"},
    {"survival.CoxModel.ties", R"doc(how ties shared the likelihood)doc"},
    {"survival.CoxModel.upper", R"doc(of the hazard ratio)doc"},
    {"survival.CoxModel.wald", R"doc(coef' V^-1 coef, V robust where asked for)doc"},
    {"survival.CoxModel.wald_p_value", R"doc(likewise)doc"},
    {"survival.CoxModel.z", R"doc(coef / std_error)doc"},
    {"survival.CoxOptions", R"doc(Settings of cox().)doc"},
    {"survival.CoxOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.CoxOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.CoxOptions.covariates", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"survival.CoxOptions.max_iterations", R"doc(Newton steps, >= 1)doc"},
    {"survival.CoxOptions.offset", R"doc(attribute that is added to the linear predictor as it is)doc"},
    {"survival.CoxOptions.penalty", R"doc(ridge: the log-likelihood less penalty / 2 x sum of squared coefficients is largest, >= 0)doc"},
    {"survival.CoxOptions.penalty_factors", R"doc(of each of `covariates`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default)doc"},
    {"survival.CoxOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.CoxOptions.standardize", R"doc(whether coefficients are penalized per standard deviation (weighted, of the rows used) or per unit of their covariates)doc"},
    {"survival.CoxOptions.strata", R"doc(attributes within whose values hazards are compared)doc"},
    {"survival.CoxOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.CoxOptions.ties", R"doc(how ties share the likelihood)doc"},
    {"survival.CoxOptions.tolerance", R"doc(relative change of the log-likelihood at which to stop, > 0)doc"},
    {"survival.CoxPartial", R"doc(The partial state of a round: what the lives of a partition come to. Its size is that of the ages that
occur, times twice the columns of covariates, whatever the number of lives.

States of a task add up, in any order, to that of all lives: exactly for counts, and to about 15 digits
for sums. Lives of one age or stratum may be in any partition. A state without a task is that of no lives.

Parameters
----------
task
    what CoxRounds asks)doc"},
    {"survival.CoxPartial.deserialize", R"doc(Reads a state back, to be merged.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"survival.CoxPartial.left_out", R"doc(Lives in which a covariate, a stratum or the offset is missing.)doc"},
    {"survival.CoxPartial.merge", R"doc(Adds the lives of another state.

Raises
------
InvalidInput
    when it is of another task, or lives are told otherwise)doc"},
    {"survival.CoxPartial.number", R"doc(The number of the round; 0 without a task.)doc"},
    {"survival.CoxPartial.serialize", R"doc(The state as bytes of version 1, for deserialize(). The task is not among them.)doc"},
    {"survival.CoxPartial.size", R"doc(Lives so far, those that are left out included.)doc"},
    {"survival.CoxPartial.survey", R"doc()doc"},
    {"survival.CoxPartial.totals", R"doc()doc"},
    {"survival.CoxPartial.update", R"doc(Adds lives.

Raises
------
InvalidInput
    when names of the task are no attributes of theirs; for covariates that are no numbers,
    flags or texts, or are infinite; after the survey, for ages, strata and levels that were not
    in it; when their weights are of another kind than those of others; for a state that was
    read from bytes. Nothing is added then)doc"},
    {"survival.CoxPath", R"doc(Coefficients along falling penalties: a row for each penalty and covariate, or level of one but the first.

Columns
-------
penalty
    descending
covariate
    its name, and = the level of one of texts
coef
    log hazard ratio; 0 where the penalty holds it back, NaN where the data do not tell it (see
    findings)
nonzero
    coefficients that are not 0 at the penalty
log_likelihood
    partial, at the penalty's coefficients; without the penalty
deviance_ratio
    share of the deviance of no coefficients that they explain)doc"},
    {"survival.CoxPath.coef", R"doc(log hazard ratio; 0 where the penalty holds it back, NaN where the data do not tell it (see findings))doc"},
    {"survival.CoxPath.covariate", R"doc(its name, and = the level of one of texts)doc"},
    {"survival.CoxPath.deviance_ratio", R"doc(share of the deviance of no coefficients that they explain)doc"},
    {"survival.CoxPath.ended", R"doc(lives that ended)doc"},
    {"survival.CoxPath.findings", R"doc(codes: constant_covariate, collinear_covariate)doc"},
    {"survival.CoxPath.l1_ratio", R"doc(share of the penalty that is of sizes)doc"},
    {"survival.CoxPath.left_out", R"doc(rows in which a covariate, a stratum or the offset is missing)doc"},
    {"survival.CoxPath.lives", R"doc(rows that were used)doc"},
    {"survival.CoxPath.log_likelihood", R"doc(partial, at the penalty's coefficients; without the penalty)doc"},
    {"survival.CoxPath.nonzero", R"doc(coefficients that are not 0 at the penalty)doc"},
    {"survival.CoxPath.null_log_likelihood", R"doc(partial, with all coefficients 0)doc"},
    {"survival.CoxPath.penalty", R"doc(descending)doc"},
    {"survival.CoxPath.standardize", R"doc(whether it was per standard deviation of covariates)doc"},
    {"survival.CoxPath.ties", R"doc(how ties shared the likelihood)doc"},
    {"survival.CoxPathOptions", R"doc(Settings of cox_path().)doc"},
    {"survival.CoxPathOptions.count", R"doc(of penalties in that sequence, evenly spaced in logarithms, >= 1)doc"},
    {"survival.CoxPathOptions.covariates", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"survival.CoxPathOptions.l1_ratio", R"doc(share of the penalty that is of sizes, not of squares, in (0, 1])doc"},
    {"survival.CoxPathOptions.max_iterations", R"doc(steps at each penalty, >= 1)doc"},
    {"survival.CoxPathOptions.offset", R"doc(attribute that is added to the linear predictor as it is)doc"},
    {"survival.CoxPathOptions.penalties", R"doc(> 0, in any order; empty for a sequence from the smallest at which all coefficients are 0 down)doc"},
    {"survival.CoxPathOptions.penalty_factors", R"doc(of each of `covariates`: its penalty is multiplied by it, >= 0; 0 for none, 1 by default)doc"},
    {"survival.CoxPathOptions.ratio", R"doc(of its last to its first, in (0, 1); by default 1e-4, or 1e-2 where covariates are more than rows)doc"},
    {"survival.CoxPathOptions.standardize", R"doc(whether coefficients are penalized per standard deviation (weighted, of the rows used) or per unit of their covariates)doc"},
    {"survival.CoxPathOptions.strata", R"doc(attributes within whose values hazards are compared)doc"},
    {"survival.CoxPathOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.CoxPathOptions.ties", R"doc(how ties share the likelihood: efron or breslow)doc"},
    {"survival.CoxPathOptions.tolerance", R"doc(slope that may be left of the objective, for each end and standard deviation, in (0, 1))doc"},
    {"survival.CoxPrediction", R"doc(Survival of single lives, one row for each of them and age.

Columns
-------
row
    of the attributes, from 0
time
    age
survival
    chance to pass the age; NaN beyond what was seen of the stratum
std_error
    of it
lower
    of the interval
upper
    of the interval
cumulative_hazard
    from the given age to this one)doc"},
    {"survival.CoxPrediction.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.CoxPrediction.cumulative_hazard", R"doc(from the given age to this one)doc"},
    {"survival.CoxPrediction.lower", R"doc(of the interval)doc"},
    {"survival.CoxPrediction.row", R"doc(of the attributes, from 0)doc"},
    {"survival.CoxPrediction.scale", R"doc(on which they are symmetric)doc"},
    {"survival.CoxPrediction.std_error", R"doc(of it)doc"},
    {"survival.CoxPrediction.survival", R"doc(chance to pass the age; NaN beyond what was seen of the stratum)doc"},
    {"survival.CoxPrediction.time", R"doc(age)doc"},
    {"survival.CoxPrediction.upper", R"doc(of the interval)doc"},
    {"survival.CoxPredictionOptions", R"doc(Settings of predict_cox().)doc"},
    {"survival.CoxPredictionOptions.ages", R"doc(at which survival is told, >= 0; by default all at which lives ended)doc"},
    {"survival.CoxPredictionOptions.ahead", R"doc(instead of `ages`: so long after the given age, >= 0)doc"},
    {"survival.CoxPredictionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.CoxPredictionOptions.given", R"doc(attribute that holds the age that each life has passed, instead)doc"},
    {"survival.CoxPredictionOptions.given_age", R"doc(of lives that have passed this age, >= 0)doc"},
    {"survival.CoxPredictionOptions.scale", R"doc(on which these are symmetric)doc"},
    {"survival.CoxResidualKind", R"doc(What a residual tells.

Members
-------
martingale
    ended or not, less the hazard that the model expected: large where a life ended early
deviance
    the same, made symmetric: large ones are outliers
score
    how much a life moves the score of each covariate
schoenfeld
    of a life that ends: its covariates less their mean over those at risk
scaled_schoenfeld
    the same times ends and naive covariance, and the coefficient: its course over age
dfbeta
    how much each coefficient changes with a life, about
dfbetas
    the same in naive standard errors)doc"},
    {"survival.CoxResidualOptions", R"doc(Settings of cox_residuals().)doc"},
    {"survival.CoxResidualOptions.kind", R"doc(what is told)doc"},
    {"survival.CoxResidualOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.CoxResiduals", R"doc(Residuals, one row for each life that was used, or each that ended (Schoenfeld's), and each covariate.

Columns
-------
row
    of the lives, from 0; ascending, but Schoenfeld's by stratum and age
time
    age at which the life ended or was last seen
covariate
    of the coefficient; not for kinds that tell of the life alone
residual
    in the units of the kind; NaN for a covariate without a coefficient)doc"},
    {"survival.CoxResiduals.covariate", R"doc(of the coefficient; not for kinds that tell of the life alone)doc"},
    {"survival.CoxResiduals.kind", R"doc(what is told)doc"},
    {"survival.CoxResiduals.residual", R"doc(in the units of the kind; NaN for a covariate without a coefficient)doc"},
    {"survival.CoxResiduals.row", R"doc(of the lives, from 0; ascending, but Schoenfeld's by stratum and age)doc"},
    {"survival.CoxResiduals.time", R"doc(age at which the life ended or was last seen)doc"},
    {"survival.CoxRisk", R"doc(How much higher the hazard of single lives is than that of one whose covariates are the means.

Columns
-------
row
    of the attributes, from 0
linear_predictor
    its logarithm; NaN where an attribute is missing
std_error
    of `linear_predictor`
hazard_ratio
    exp(linear_predictor)
lower
    of the hazard ratio
upper
    of the hazard ratio)doc"},
    {"survival.CoxRisk.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.CoxRisk.hazard_ratio", R"doc(exp(linear_predictor))doc"},
    {"survival.CoxRisk.linear_predictor", R"doc(its logarithm; NaN where an attribute is missing)doc"},
    {"survival.CoxRisk.lower", R"doc(of the hazard ratio)doc"},
    {"survival.CoxRisk.row", R"doc(of the attributes, from 0)doc"},
    {"survival.CoxRisk.std_error", R"doc(of `linear_predictor`)doc"},
    {"survival.CoxRisk.upper", R"doc(of the hazard ratio)doc"},
    {"survival.CoxRiskOptions", R"doc(Settings of cox_risk().)doc"},
    {"survival.CoxRiskOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.CoxRound", R"doc(What a round of a proportional hazards model asks of lives.

Members
-------
survey
    which ages, strata and levels there are, and the means of covariates
risks
    sums of risks by age, at coefficients
information
    squares of covariates, by the baseline hazard that lives passed
influence
    how much each life matters: for robust standard errors)doc"},
    {"survival.CoxRounds", R"doc(The fit of cox() to lives that no single place holds: the coefficients are here, lives are in partitions.

A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
next task. The first round surveys the lives. Each step then takes two: sums of risks by age come up, the
baseline hazard goes down, a matrix comes up. Robust standard errors take one more. Settings and the model
are those of cox(), with all that follows from one, whatever the partition.

References
----------
Therneau & Grambsch (2000), Modeling Survival Data, ch. 3; Lu et al. (2015), Journal of the American
Medical Informatics Association 22:1212-1219, for sums of partitions)doc"},
    {"survival.CoxRounds.advance", R"doc(Takes the state of all lives, and goes on to the next round.

Parameters
----------
all
    made of task(), merged over partitions

Raises
------
InvalidInput
    for a state of another task or of other lives than the survey's; for no lives, or none that
    ended; when the model is done
NotConverged
    as cox() does)doc"},
    {"survival.CoxRounds.done", R"doc(Whether there is a model.)doc"},
    {"survival.CoxRounds.model", R"doc(The model, once it is done.

Raises
------
InvalidInput
    before)doc"},
    {"survival.CoxRounds.task", R"doc(What all partitions are asked next; once the model is done, again the last.)doc"},
    {"survival.CoxTask", R"doc(What CoxRounds asks of all lives in a round: small, and the same for all partitions.)doc"},
    {"survival.CoxTask.deserialize", R"doc(Reads a task back.

Raises
------
InvalidInput
    for bytes that are no task, are cut short or of a newer version)doc"},
    {"survival.CoxTask.number", R"doc(The number of the round, from 1.)doc"},
    {"survival.CoxTask.plan", R"doc()doc"},
    {"survival.CoxTask.round", R"doc(What it asks.)doc"},
    {"survival.CoxTask.serialize", R"doc(The task as bytes of version 1, for deserialize().)doc"},
    {"survival.CoxTies", R"doc(How lives that end at one age share the likelihood.

Members
-------
efron
    close to the exact likelihood, also with many ties
breslow
    as if the others that end were still at risk: too small where ties are many
exact
    as if time had no finer parts: of all sets of as many lives at risk, these end; work grows
    with lives x ties at each age)doc"},
    {"survival.DiscountedLifetime", R"doc(Payments to come, in payments of today: times the margin of one they are a lifetime value.

Columns
-------
group
    as the model has it; only with groups
discounted_lifetime
    NaN where it is infinite, or the group has no alpha
beyond
    share of it from renewals later than any that were seen)doc"},
    {"survival.DiscountedLifetime.beyond", R"doc(share of it from renewals later than any that were seen)doc"},
    {"survival.DiscountedLifetime.discount", R"doc(per period)doc"},
    {"survival.DiscountedLifetime.discounted_lifetime", R"doc(NaN where it is infinite, or the group has no alpha)doc"},
    {"survival.DiscountedLifetime.findings", R"doc(code: horizon_beyond_support, where 1% or more are beyond)doc"},
    {"survival.DiscountedLifetime.group", R"doc(as the model has it; only with groups)doc"},
    {"survival.DiscountedLifetime.renewals", R"doc(so often they have renewed)doc"},
    {"survival.DiscountedLifetime.timing", R"doc(whose payments)doc"},
    {"survival.DiscountedLifetimeOptions", R"doc(Settings of discounted_lifetime().)doc"},
    {"survival.DiscountedLifetimeOptions.discount", R"doc(per period, >= 0)doc"},
    {"survival.DiscountedLifetimeOptions.renewals", R"doc(so often it has renewed; 0 for a new customer)doc"},
    {"survival.DiscountedLifetimeOptions.timing", R"doc(whose payments)doc"},
    {"survival.DurationColumn", R"doc(Ages: whole numbers, such as days, or real ones.)doc"},
    {"survival.DurationColumn.cell_findings", R"doc()doc"},
    {"survival.DurationColumn.name", R"doc()doc"},
    {"survival.DurationColumn.named", R"doc()doc"},
    {"survival.DurationColumn.present", R"doc()doc"},
    {"survival.DurationColumn.size", R"doc()doc"},
    {"survival.DurationColumn.text", R"doc(A row as text, for messages.)doc"},
    {"survival.DurationColumn.valid", R"doc(Whether a row holds a number: no null, and no NaN.)doc"},
    {"survival.DurationColumn.visit", R"doc(Calls f(column) with the column of its type.)doc"},
    {"survival.FineGrayModel", R"doc(A model of one of several causes: a row for each covariate, and for each level of one but the first.

Columns
-------
covariate
    its name, and = the level of one of texts
reference
    the level that it is told against, of one of texts; otherwise empty
coef
    log ratio of subdistribution hazards; NaN where the data do not tell it
exp_coef
    ratio of subdistribution hazards
std_error
    of `coef`, robust
z
    coef / std_error
p_value
    two-sided
lower
    of the hazard ratio
upper
    of the hazard ratio
naive_std_error
    as if weighted lives were lives)doc"},
    {"survival.FineGrayModel.cause", R"doc(whose incidence is told)doc"},
    {"survival.FineGrayModel.chances", R"doc(what standard errors made of the weights)doc"},
    {"survival.FineGrayModel.coef", R"doc(log ratio of subdistribution hazards; NaN where the data do not tell it)doc"},
    {"survival.FineGrayModel.competing", R"doc(lives that ended by another)doc"},
    {"survival.FineGrayModel.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.FineGrayModel.covariance", R"doc(of the coefficients, row by row; NaN where there is none)doc"},
    {"survival.FineGrayModel.covariate", R"doc(its name, and = the level of one of texts)doc"},
    {"survival.FineGrayModel.degrees_of_freedom", R"doc(coefficients that there are)doc"},
    {"survival.FineGrayModel.ended", R"doc(lives that ended by the cause)doc"},
    {"survival.FineGrayModel.exp_coef", R"doc(ratio of subdistribution hazards)doc"},
    {"survival.FineGrayModel.findings", R"doc(codes: constant_covariate, collinear_covariate, separation)doc"},
    {"survival.FineGrayModel.iterations", R"doc(Newton steps)doc"},
    {"survival.FineGrayModel.left_out", R"doc(rows in which a covariate or a stratum is missing)doc"},
    {"survival.FineGrayModel.likelihood_ratio", R"doc(2 (log_likelihood - null_log_likelihood); weights make it inexact)doc"},
    {"survival.FineGrayModel.likelihood_ratio_p_value", R"doc(that it would be as large without any effect)doc"},
    {"survival.FineGrayModel.lives", R"doc(rows that were used)doc"},
    {"survival.FineGrayModel.log_likelihood", R"doc(partial and weighted, at the coefficients)doc"},
    {"survival.FineGrayModel.lower", R"doc(of the hazard ratio)doc"},
    {"survival.FineGrayModel.naive_std_error", R"doc(as if weighted lives were lives)doc"},
    {"survival.FineGrayModel.null_log_likelihood", R"doc(partial and weighted, with all coefficients 0)doc"},
    {"survival.FineGrayModel.p_value", R"doc(two-sided)doc"},
    {"survival.FineGrayModel.reference", R"doc(the level that it is told against, of one of texts; otherwise empty)doc"},
    {"survival.FineGrayModel.score", R"doc(from the slope at 0; weights make it inexact)doc"},
    {"survival.FineGrayModel.score_p_value", R"doc(likewise)doc"},
    {"survival.FineGrayModel.std_error", R"doc(of `coef`, robust)doc"},
    {"survival.FineGrayModel.ties", R"doc(how ties shared the likelihood)doc"},
    {"survival.FineGrayModel.upper", R"doc(of the hazard ratio)doc"},
    {"survival.FineGrayModel.wald", R"doc(coef' V^-1 coef, V robust)doc"},
    {"survival.FineGrayModel.wald_p_value", R"doc(likewise)doc"},
    {"survival.FineGrayModel.z", R"doc(coef / std_error)doc"},
    {"survival.FineGrayOptions", R"doc(Settings of fine_gray().)doc"},
    {"survival.FineGrayOptions.cause", R"doc(the cause whose incidence is told; others compete with it)doc"},
    {"survival.FineGrayOptions.chances", R"doc(what standard errors make of the weights)doc"},
    {"survival.FineGrayOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.FineGrayOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.FineGrayOptions.covariates", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"survival.FineGrayOptions.max_iterations", R"doc(Newton steps, >= 1)doc"},
    {"survival.FineGrayOptions.strata", R"doc(attributes within whose values hazards are compared)doc"},
    {"survival.FineGrayOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.FineGrayOptions.ties", R"doc(how ties share the likelihood: efron or breslow)doc"},
    {"survival.FineGrayOptions.tolerance", R"doc(relative change of the log-likelihood at which to stop, > 0)doc"},
    {"survival.FineGrayPrediction", R"doc(The incidence of a cause among single lives, one row for each of them and age.

Columns
-------
row
    of the attributes, from 0
time
    age
incidence
    chance to have ended by the cause at the age, and not by another before; NaN beyond what was
    seen of the stratum
std_error
    of it
lower
    of the interval
upper
    of the interval)doc"},
    {"survival.FineGrayPrediction.cause", R"doc(that it is the incidence of)doc"},
    {"survival.FineGrayPrediction.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.FineGrayPrediction.incidence", R"doc(chance to have ended by the cause at the age, and not by another before; NaN beyond what was seen of the stratum)doc"},
    {"survival.FineGrayPrediction.lower", R"doc(of the interval)doc"},
    {"survival.FineGrayPrediction.row", R"doc(of the attributes, from 0)doc"},
    {"survival.FineGrayPrediction.scale", R"doc(on which they are symmetric)doc"},
    {"survival.FineGrayPrediction.std_error", R"doc(of it)doc"},
    {"survival.FineGrayPrediction.time", R"doc(age)doc"},
    {"survival.FineGrayPrediction.upper", R"doc(of the interval)doc"},
    {"survival.FineGrayPredictionOptions", R"doc(Settings of predict_fine_gray().)doc"},
    {"survival.FineGrayPredictionOptions.ages", R"doc(at which the incidence is told, >= 0; by default all at which lives ended by the cause)doc"},
    {"survival.FineGrayPredictionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.FineGrayPredictionOptions.scale", R"doc(on which these are symmetric)doc"},
    {"survival.GrayTest", R"doc(A comparison of incidences between groups.

Columns
-------
group
    ascending; lives without a group or a stratum are left out
lives
    in the group
ended
    of them, by the cause
observed
    ends by the cause, each as much as its age counts
expected
    the same if all groups had one incidence
variance
    of observed - expected)doc"},
    {"survival.GrayTest.cause", R"doc(whose incidence was compared)doc"},
    {"survival.GrayTest.degrees_of_freedom", R"doc(of it)doc"},
    {"survival.GrayTest.ended", R"doc(of them, by the cause)doc"},
    {"survival.GrayTest.expected", R"doc(the same if all groups had one incidence)doc"},
    {"survival.GrayTest.group", R"doc(ascending; lives without a group or a stratum are left out)doc"},
    {"survival.GrayTest.left_out", R"doc(lives without a group or a stratum)doc"},
    {"survival.GrayTest.lives", R"doc(in the group)doc"},
    {"survival.GrayTest.observed", R"doc(ends by the cause, each as much as its age counts)doc"},
    {"survival.GrayTest.p_value", R"doc(that groups of one incidence would differ as much; NaN likewise)doc"},
    {"survival.GrayTest.rho", R"doc(how much an age counted)doc"},
    {"survival.GrayTest.statistic", R"doc(chi-squared; NaN where nothing can be compared)doc"},
    {"survival.GrayTest.variance", R"doc(of observed - expected)doc"},
    {"survival.GrayTestOptions", R"doc(Settings of gray_test().)doc"},
    {"survival.GrayTestOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.GrayTestOptions.cause", R"doc(the cause whose incidence is compared; others compete with it)doc"},
    {"survival.GrayTestOptions.rho", R"doc(ages count by (1 - incidence)^rho: above 0, early ages count for more)doc"},
    {"survival.GrayTestOptions.strata", R"doc(attributes within whose values groups are compared)doc"},
    {"survival.GrayTestOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.HazardCurve", R"doc(A cumulative hazard for each group: a row for each age at which a life ended or was last seen.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
time
    age, ascending within a group
at_risk
    lives at risk just before `time`
ended
    lives that ended at `time`
censored
    lives last seen at `time`
cumulative_hazard
    expected number of ends up to `time`, >= 0
std_error
    of `cumulative_hazard`
lower
    pointwise band; NaN where no life has ended yet on the scale log
upper
    pointwise band; NaN likewise
survival
    exp(-cumulative_hazard), in [0, 1]
survival_lower
    exp(-upper)
survival_upper
    exp(-lower))doc"},
    {"survival.HazardCurve.at_risk", R"doc(lives at risk just before `time`)doc"},
    {"survival.HazardCurve.censored", R"doc(lives last seen at `time`)doc"},
    {"survival.HazardCurve.confidence", R"doc(coverage of the bands)doc"},
    {"survival.HazardCurve.cumulative_hazard", R"doc(expected number of ends up to `time`, >= 0)doc"},
    {"survival.HazardCurve.ended", R"doc(lives that ended at `time`)doc"},
    {"survival.HazardCurve.given_age", R"doc(the curve is of lives that have passed this age)doc"},
    {"survival.HazardCurve.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.HazardCurve.lower", R"doc(pointwise band; NaN where no life has ended yet on the scale log)doc"},
    {"survival.HazardCurve.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.HazardCurve.scale", R"doc(on which they are symmetric)doc"},
    {"survival.HazardCurve.std_error", R"doc(of `cumulative_hazard`)doc"},
    {"survival.HazardCurve.survival", R"doc(exp(-cumulative_hazard), in [0, 1])doc"},
    {"survival.HazardCurve.survival_lower", R"doc(exp(-upper))doc"},
    {"survival.HazardCurve.survival_upper", R"doc(exp(-lower))doc"},
    {"survival.HazardCurve.ties", R"doc(how lives that end at one age count)doc"},
    {"survival.HazardCurve.time", R"doc(age, ascending within a group)doc"},
    {"survival.HazardCurve.upper", R"doc(pointwise band; NaN likewise)doc"},
    {"survival.HazardCurve.weight_kind", R"doc(what weights mean; none without weights)doc"},
    {"survival.HazardScale", R"doc(Scale on which the confidence band of a cumulative hazard is symmetric around the estimate.

Members
-------
plain
    of the hazard itself, cut off at 0
log
    of its logarithm)doc"},
    {"survival.HazardTies", R"doc(How lives that end at one age add to the hazard.

Members
-------
nelson_aalen
    together: d / n
fleming_harrington
    one after the other: 1 / n + 1 / (n - 1) + …)doc"},
    {"survival.IncidenceCurve", R"doc(The incidence of each cause, for each group: a row for each age at which a life ended or was last seen.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
cause
    what ends a life, in order within a group
time
    age, ascending within a cause
at_risk
    lives at risk just before `time`
ended
    lives that this cause ended at `time`
incidence
    P(this cause ends a life by `time`), in [0, 1]
std_error
    of `incidence`
lower
    pointwise band; NaN where the incidence is 0
upper
    pointwise band; NaN where the incidence is 0)doc"},
    {"survival.IncidenceCurve.at_risk", R"doc(lives at risk just before `time`)doc"},
    {"survival.IncidenceCurve.cause", R"doc(what ends a life, in order within a group)doc"},
    {"survival.IncidenceCurve.confidence", R"doc(coverage of the band)doc"},
    {"survival.IncidenceCurve.ended", R"doc(lives that this cause ended at `time`)doc"},
    {"survival.IncidenceCurve.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.IncidenceCurve.incidence", R"doc(P(this cause ends a life by `time`), in [0, 1])doc"},
    {"survival.IncidenceCurve.lower", R"doc(pointwise band; NaN where the incidence is 0)doc"},
    {"survival.IncidenceCurve.scale", R"doc(on which it is symmetric)doc"},
    {"survival.IncidenceCurve.std_error", R"doc(of `incidence`)doc"},
    {"survival.IncidenceCurve.time", R"doc(age, ascending within a cause)doc"},
    {"survival.IncidenceCurve.upper", R"doc(pointwise band; NaN where the incidence is 0)doc"},
    {"survival.IncidenceCurve.weight_kind", R"doc(what weights mean; none without weights)doc"},
    {"survival.KaplanMeierOptions", R"doc(Settings of kaplan_meier().)doc"},
    {"survival.KaplanMeierOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.KaplanMeierOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.KaplanMeierOptions.confidence", R"doc(coverage of the band, in (0, 1))doc"},
    {"survival.KaplanMeierOptions.given_age", R"doc(of lives that have passed this age, >= 0)doc"},
    {"survival.KaplanMeierOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.KaplanMeierOptions.scale", R"doc(on which the band is symmetric)doc"},
    {"survival.KaplanMeierOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.LifeTable", R"doc(The partial state of survival curves and of their comparison: how many lives were watched from each age
on, and how many ended, by cause, or were last seen at it; in each group and stratum.

Tables of partitions, batches of a stream and states from other processes add up to the table of all their
rows: exactly for counts and whole weights, in any order, and to 32 digits for others. A life in several
stretches, each with its entry, may be spread over states.)doc"},
    {"survival.LifeTable.by", R"doc(Attributes whose values make the groups.)doc"},
    {"survival.LifeTable.causes", R"doc(What can end a life, in order; one without a name where no cause was told.)doc"},
    {"survival.LifeTable.deserialize", R"doc(Reads a state back.

Raises
------
InvalidInput
    for bytes that are no state, are cut short or of a newer version)doc"},
    {"survival.LifeTable.groups", R"doc()doc"},
    {"survival.LifeTable.merge", R"doc(Adds the lives of another table.

Raises
------
InvalidInput
    when its `by` or `strata` differ, or its weights are of another kind)doc"},
    {"survival.LifeTable.serialize", R"doc(The state as bytes of version 1, for deserialize().)doc"},
    {"survival.LifeTable.size", R"doc(Lives so far.)doc"},
    {"survival.LifeTable.strata", R"doc(Attributes within whose values groups are compared.)doc"},
    {"survival.LifeTable.update", R"doc(Adds lives.

Raises
------
InvalidInput
    when attributes of `by` or `strata` are not there, or make no groups; when these lives have
    weights and others had none, or of another kind; nothing is added then)doc"},
    {"survival.LifeTable.weight_kind", R"doc(What weights mean; none without weights.)doc"},
    {"survival.LifeTableOptions", R"doc(Settings of a LifeTable.)doc"},
    {"survival.LifeTableOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.LifeTableOptions.strata", R"doc(attributes within whose values groups are compared)doc"},
    {"survival.LifeTableOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.LifetimeColumns", R"doc(The columns of a table of lifetimes: one row for each life, or for each stretch of one. How long it lasted
is told by `duration`, in any unit, or by the days `origin` and `end`.)doc"},
    {"survival.LifetimeColumns.account", R"doc(whose life it is)doc"},
    {"survival.LifetimeColumns.as_of", R"doc(last day known, with `origin`: what lasts on it is censored after it)doc"},
    {"survival.LifetimeColumns.attributes", R"doc(n rows: groups, strata, clusters and covariates, by their names)doc"},
    {"survival.LifetimeColumns.cause", R"doc(what ended it, null where it was last seen alive; instead of `ended`)doc"},
    {"survival.LifetimeColumns.censored", R"doc(the cause that stands for none, where it is written as one)doc"},
    {"survival.LifetimeColumns.duration", R"doc(n ages at which lives ended or were last seen, >= 0; or `origin`)doc"},
    {"survival.LifetimeColumns.end", R"doc(the first day after; null or fealty::open while it lasts)doc"},
    {"survival.LifetimeColumns.ended", R"doc(1 where it ended, 0 where it was last seen alive (right-censored))doc"},
    {"survival.LifetimeColumns.entry", R"doc(age from which on it was watched, below its duration; null: from 0 on)doc"},
    {"survival.LifetimeColumns.on_error", R"doc(what to do with a row that breaks a rule)doc"},
    {"survival.LifetimeColumns.origin", R"doc(n days since 1970-01-01, or instants: the first day)doc"},
    {"survival.LifetimeColumns.weight", R"doc(of a row, > 0; 1 by default)doc"},
    {"survival.LifetimeColumns.weight_kind", R"doc(by default cases where all weights are whole, else sampling)doc"},
    {"survival.LifetimeDistribution", R"doc(What lifetimes are distributed like. But for the last, the logarithm of an age is an intercept + effects +
scale x error: effects stretch time.

Members
-------
exponential
    a constant hazard: the scale is 1
weibull
    a hazard that rises or falls with a power of age
lognormal
    a hazard that rises and then falls: normal errors
loglogistic
    likewise, with more lives that last: logistic errors
generalized_gamma
    of these by its shape: 0 lognormal, 1 Weibull, equal to the scale gamma
piecewise_exponential
    a hazard that is constant between `breaks`; effects multiply it)doc"},
    {"survival.Lifetimes", R"doc(A validated table of lifetimes. Copies are cheap.

A life is at risk from its entry, exclusive, to its duration, inclusive: of those that end or are last
seen at the same age, the former come first. Without an entry it is at risk from the beginning, and may be
of duration 0. Ages that lie within 1.5e-8 of their size are ties, unless both are whole numbers.

From dates, a life that ended lasted end - origin days, and one that goes on as_of + 1 - origin. An end
after as_of is not known yet. A life that begins after as_of is left out (finding begins_after_as_of).

The columns of a table of lifetimes: one row for each life, or for each stretch of one. How long it lasted
is told by `duration`, in any unit, or by the days `origin` and `end`.

Parameters
----------
table
    a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
    columns
duration
    n ages at which lives ended or were last seen, >= 0; or `origin`
entry
    age from which on it was watched, below its duration; null: from 0 on
origin
    n days since 1970-01-01, or instants: the first day
end
    the first day after; null or fealty::open while it lasts
as_of
    last day known, with `origin`: what lasts on it is censored after it
ended
    1 where it ended, 0 where it was last seen alive (right-censored)
cause
    what ended it, null where it was last seen alive; instead of `ended`
censored
    the cause that stands for none, where it is written as one
weight
    of a row, > 0; 1 by default
weight_kind
    by default cases where all weights are whole, else sampling
account
    whose life it is
attributes
    n rows: groups, strata, clusters and covariates, by their names
on_error
    what to do with a row that breaks a rule

Raises
------
InvalidInput
    on a missing column, unequal lengths, a duration that is null, negative or not finite, an
    entry at or after its duration, an end before its origin, a weight that is not a number
    above 0, cases that are not whole, more than 250 causes)doc"},
    {"survival.Lifetimes.causes", R"doc(What can end a life, in order; one without a name where `ended` or `end` told.)doc"},
    {"survival.Lifetimes.data", R"doc()doc"},
    {"survival.Lifetimes.findings", R"doc(What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
none_ended, zero_duration, begins_after_as_of.)doc"},
    {"survival.Lifetimes.size", R"doc(Rows that were accepted.)doc"},
    {"survival.Lifetimes.weight_kind", R"doc(What weights mean; none without weights.)doc"},
    {"survival.LogRank", R"doc(A comparison of groups.

Columns
-------
group
    ascending; lives without a group or a stratum are left out
lives
    in the group
observed
    ends, each as much as its age counts
expected
    the same if all groups had one hazard
variance
    of observed - expected)doc"},
    {"survival.LogRank.degrees_of_freedom", R"doc(of it: 1 for a trend)doc"},
    {"survival.LogRank.expected", R"doc(the same if all groups had one hazard)doc"},
    {"survival.LogRank.gamma", R"doc(of fleming_harrington)doc"},
    {"survival.LogRank.group", R"doc(ascending; lives without a group or a stratum are left out)doc"},
    {"survival.LogRank.left_out", R"doc(lives without a group or a stratum)doc"},
    {"survival.LogRank.lives", R"doc(in the group)doc"},
    {"survival.LogRank.observed", R"doc(ends, each as much as its age counts)doc"},
    {"survival.LogRank.p_value", R"doc(that groups of one hazard would differ as much; NaN likewise)doc"},
    {"survival.LogRank.rank_weight", R"doc(how much an age counted)doc"},
    {"survival.LogRank.rho", R"doc(of fleming_harrington)doc"},
    {"survival.LogRank.statistic", R"doc(chi-squared; NaN where nothing can be compared)doc"},
    {"survival.LogRank.variance", R"doc(of observed - expected)doc"},
    {"survival.LogRankOptions", R"doc(Settings of log_rank().)doc"},
    {"survival.LogRankOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.LogRankOptions.gamma", R"doc(of fleming_harrington, >= 0: above 0, late ages count for more)doc"},
    {"survival.LogRankOptions.rank_weight", R"doc(how much an age counts)doc"},
    {"survival.LogRankOptions.rho", R"doc(of fleming_harrington, >= 0: above 0, early ages count for more)doc"},
    {"survival.LogRankOptions.scores", R"doc(of the groups in order: tests for a trend along them)doc"},
    {"survival.LogRankOptions.strata", R"doc(attributes within whose values groups are compared)doc"},
    {"survival.LogRankOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.NelsonAalenOptions", R"doc(Settings of nelson_aalen().)doc"},
    {"survival.NelsonAalenOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.NelsonAalenOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.NelsonAalenOptions.confidence", R"doc(coverage of the bands, in (0, 1))doc"},
    {"survival.NelsonAalenOptions.given_age", R"doc(of lives that have passed this age, >= 0)doc"},
    {"survival.NelsonAalenOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.NelsonAalenOptions.scale", R"doc(on which the band is symmetric)doc"},
    {"survival.NelsonAalenOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.NelsonAalenOptions.ties", R"doc(how lives that end at one age count)doc"},
    {"survival.PValueAdjustment", R"doc(How p values of several tests are made larger, so that few of those called small are so by chance.

Members
-------
none
    as they are
holm
    any false one is unlikely (Holm's step-down)
benjamini_hochberg
    few of those called small are false (false discovery rate))doc"},
    {"survival.PairWeight", R"doc(How much the pairs of a life that ends count, by its age. S is the Kaplan-Meier curve just before the age,
G that of being seen until then, n the number at risk.

Members
-------
harrell
    1: as often as there are pairs
uno
    1 / G^2: as if none had been lost from sight
survival
    N S / n, as the Peto-Prentice test has it
schemper
    N S / (G n)
information
    1 / n, as a proportional hazards model has it)doc"},
    {"survival.PairwiseLogRank", R"doc(Comparisons of each two groups.

Columns
-------
group
    ascending
other
    compared with it, after it in order
statistic
    chi-squared on 1 degree of freedom; NaN where nothing can be compared
p_value
    of the pair alone; NaN likewise
adjusted_p_value
    for the number of pairs that could be compared)doc"},
    {"survival.PairwiseLogRank.adjusted_p_value", R"doc(for the number of pairs that could be compared)doc"},
    {"survival.PairwiseLogRank.adjustment", R"doc(as it was chosen)doc"},
    {"survival.PairwiseLogRank.group", R"doc(ascending)doc"},
    {"survival.PairwiseLogRank.left_out", R"doc(lives without a group or a stratum)doc"},
    {"survival.PairwiseLogRank.other", R"doc(compared with it, after it in order)doc"},
    {"survival.PairwiseLogRank.p_value", R"doc(of the pair alone; NaN likewise)doc"},
    {"survival.PairwiseLogRank.statistic", R"doc(chi-squared on 1 degree of freedom; NaN where nothing can be compared)doc"},
    {"survival.PairwiseLogRankOptions", R"doc(Settings of pairwise_log_rank().)doc"},
    {"survival.PairwiseLogRankOptions.adjustment", R"doc(for the number of pairs)doc"},
    {"survival.PairwiseLogRankOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.PairwiseLogRankOptions.gamma", R"doc(of fleming_harrington, >= 0: above 0, late ages count for more)doc"},
    {"survival.PairwiseLogRankOptions.rank_weight", R"doc(how much an age counts)doc"},
    {"survival.PairwiseLogRankOptions.rho", R"doc(of fleming_harrington, >= 0: above 0, early ages count for more)doc"},
    {"survival.PairwiseLogRankOptions.strata", R"doc(attributes within whose values groups are compared)doc"},
    {"survival.PairwiseLogRankOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.ParametricMeanOptions", R"doc(Settings of parametric_mean().)doc"},
    {"survival.ParametricMeanOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.ParametricMeanOptions.given", R"doc(attribute that holds the age that each life has passed, instead)doc"},
    {"survival.ParametricMeanOptions.given_age", R"doc(of lives that have passed this age, >= 0: the time from it on)doc"},
    {"survival.ParametricMeans", R"doc(Mean lifetimes, one row for each life.

Columns
-------
row
    of the attributes, from 0
mean
    time from the given age to the end; NaN where it is infinite
std_error
    of it
lower
    of an interval that is symmetric for its log
upper
    of the interval
beyond
    share of it that lies beyond the last life that was seen: the model's)doc"},
    {"survival.ParametricMeans.beyond", R"doc(share of it that lies beyond the last life that was seen: the model's)doc"},
    {"survival.ParametricMeans.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.ParametricMeans.findings", R"doc(code: horizon_beyond_support, where that is 1% or more)doc"},
    {"survival.ParametricMeans.lower", R"doc(of an interval that is symmetric for its log)doc"},
    {"survival.ParametricMeans.mean", R"doc(time from the given age to the end; NaN where it is infinite)doc"},
    {"survival.ParametricMeans.row", R"doc(of the attributes, from 0)doc"},
    {"survival.ParametricMeans.std_error", R"doc(of it)doc"},
    {"survival.ParametricMeans.upper", R"doc(of the interval)doc"},
    {"survival.ParametricModel", R"doc(A model of lifetimes: a row for each of its parameters. They are the (intercept), a coefficient for each
covariate and each level of one but the first, and, where the distribution has them, the (log scale), the
(shape), and the (cure), the logit of the cured share, with coefficients of its own; piecewise_exponential
has a (log rate from) each break instead of the intercept.

Columns
-------
covariate
    its name, and = the level of one of texts; or as above
reference
    the level that it is told against, of one of texts; otherwise empty
coef
    of log age, or of the log hazard; NaN where the data do not tell it
std_error
    of `coef`; robust where asked for
z
    coef / std_error
p_value
    two-sided
lower
    of `coef`
upper
    of `coef`
naive_std_error
    as if lives were independent, and weights cases)doc"},
    {"survival.ParametricModel.aic", R"doc(2 (degrees_of_freedom - log_likelihood))doc"},
    {"survival.ParametricModel.bic", R"doc(degrees_of_freedom x log(lives, or cases) - 2 log_likelihood)doc"},
    {"survival.ParametricModel.coef", R"doc(of log age, or of the log hazard; NaN where the data do not tell it)doc"},
    {"survival.ParametricModel.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.ParametricModel.covariance", R"doc(of the parameters, row by row; NaN where there is none)doc"},
    {"survival.ParametricModel.covariate", R"doc(its name, and = the level of one of texts; or as above)doc"},
    {"survival.ParametricModel.cure", R"doc(share of lives that never end; NaN where it depends on covariates)doc"},
    {"survival.ParametricModel.degrees_of_freedom", R"doc(parameters that there are)doc"},
    {"survival.ParametricModel.distribution", R"doc(of lifetimes)doc"},
    {"survival.ParametricModel.ended", R"doc(lives that ended)doc"},
    {"survival.ParametricModel.findings", R"doc(codes: constant_covariate, collinear_covariate, separation, no_cure, interval_without_ends, interval_not_watched)doc"},
    {"survival.ParametricModel.iterations", R"doc(Newton steps of the last way up)doc"},
    {"survival.ParametricModel.left_out", R"doc(rows in which a covariate is missing)doc"},
    {"survival.ParametricModel.likelihood_ratio", R"doc(2 (log_likelihood - null_log_likelihood))doc"},
    {"survival.ParametricModel.likelihood_ratio_p_value", R"doc(that it would be as large without any effect)doc"},
    {"survival.ParametricModel.lives", R"doc(rows that were used)doc"},
    {"survival.ParametricModel.log_likelihood", R"doc(with them)doc"},
    {"survival.ParametricModel.lower", R"doc(of `coef`)doc"},
    {"survival.ParametricModel.naive_std_error", R"doc(as if lives were independent, and weights cases)doc"},
    {"survival.ParametricModel.null_log_likelihood", R"doc(without covariates; NaN where it has no maximum)doc"},
    {"survival.ParametricModel.p_value", R"doc(two-sided)doc"},
    {"survival.ParametricModel.reference", R"doc(the level that it is told against, of one of texts; otherwise empty)doc"},
    {"survival.ParametricModel.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.ParametricModel.scale", R"doc(of the errors; NaN of piecewise_exponential)doc"},
    {"survival.ParametricModel.shape", R"doc(of generalized_gamma; NaN of others)doc"},
    {"survival.ParametricModel.std_error", R"doc(of `coef`; robust where asked for)doc"},
    {"survival.ParametricModel.upper", R"doc(of `coef`)doc"},
    {"survival.ParametricModel.z", R"doc(coef / std_error)doc"},
    {"survival.ParametricOptions", R"doc(Settings of parametric().)doc"},
    {"survival.ParametricOptions.breaks", R"doc(ages at which the hazard of piecewise_exponential changes, ascending)doc"},
    {"survival.ParametricOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.ParametricOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.ParametricOptions.covariates", R"doc(attributes: numbers, flags, or texts by their levels)doc"},
    {"survival.ParametricOptions.cure", R"doc(whether a share of lives, the cured, never ends)doc"},
    {"survival.ParametricOptions.cure_covariates", R"doc(attributes that this share depends on)doc"},
    {"survival.ParametricOptions.distribution", R"doc(of lifetimes)doc"},
    {"survival.ParametricOptions.ended_by", R"doc(attribute: the age by which a life has ended of which it is only known that it had not at its duration (interval-censored); otherwise null)doc"},
    {"survival.ParametricOptions.max_iterations", R"doc(Newton steps, >= 1)doc"},
    {"survival.ParametricOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.ParametricOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.ParametricOptions.tolerance", R"doc(relative change of the log-likelihood at which to stop, in (0, 1))doc"},
    {"survival.ParametricPrediction", R"doc(Survival of single lives, one row for each of them and age.

Columns
-------
row
    of the attributes, from 0
time
    age
survival
    chance to pass the age
std_error
    of it
lower
    of the interval
upper
    of the interval
cumulative_hazard
    from the given age to this one
hazard
    at the age; NaN at age 0)doc"},
    {"survival.ParametricPrediction.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.ParametricPrediction.cumulative_hazard", R"doc(from the given age to this one)doc"},
    {"survival.ParametricPrediction.hazard", R"doc(at the age; NaN at age 0)doc"},
    {"survival.ParametricPrediction.lower", R"doc(of the interval)doc"},
    {"survival.ParametricPrediction.row", R"doc(of the attributes, from 0)doc"},
    {"survival.ParametricPrediction.scale", R"doc(on which they are symmetric)doc"},
    {"survival.ParametricPrediction.std_error", R"doc(of it)doc"},
    {"survival.ParametricPrediction.survival", R"doc(chance to pass the age)doc"},
    {"survival.ParametricPrediction.time", R"doc(age)doc"},
    {"survival.ParametricPrediction.upper", R"doc(of the interval)doc"},
    {"survival.ParametricPredictionOptions", R"doc(Settings of predict_parametric().)doc"},
    {"survival.ParametricPredictionOptions.ages", R"doc(at which survival is told, >= 0; by default all at which lives ended)doc"},
    {"survival.ParametricPredictionOptions.ahead", R"doc(instead of `ages`: so long after the given age, >= 0)doc"},
    {"survival.ParametricPredictionOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.ParametricPredictionOptions.given", R"doc(attribute that holds the age that each life has passed, instead)doc"},
    {"survival.ParametricPredictionOptions.given_age", R"doc(of lives that have passed this age, >= 0)doc"},
    {"survival.ParametricPredictionOptions.scale", R"doc(on which these are symmetric)doc"},
    {"survival.ParametricQuantileOptions", R"doc(Settings of parametric_quantile().)doc"},
    {"survival.ParametricQuantileOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.ParametricQuantileOptions.given", R"doc(attribute that holds the age that each life has passed, instead)doc"},
    {"survival.ParametricQuantileOptions.given_age", R"doc(of lives that have passed this age, >= 0)doc"},
    {"survival.ParametricQuantileOptions.probabilities", R"doc(shares of lives that have ended, in (0, 1))doc"},
    {"survival.ParametricQuantiles", R"doc(Ages by which shares of lives like these have ended, one row for each life and share.

Columns
-------
row
    of the attributes, from 0
probability
    share of those that passed the given age
time
    age; NaN where so many never end
std_error
    of it
lower
    of an interval that is symmetric for the log of the time ahead
upper
    of the interval)doc"},
    {"survival.ParametricQuantiles.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.ParametricQuantiles.lower", R"doc(of an interval that is symmetric for the log of the time ahead)doc"},
    {"survival.ParametricQuantiles.probability", R"doc(share of those that passed the given age)doc"},
    {"survival.ParametricQuantiles.row", R"doc(of the attributes, from 0)doc"},
    {"survival.ParametricQuantiles.std_error", R"doc(of it)doc"},
    {"survival.ParametricQuantiles.time", R"doc(age; NaN where so many never end)doc"},
    {"survival.ParametricQuantiles.upper", R"doc(of the interval)doc"},
    {"survival.PaymentTiming", R"doc(Whose payments count, and when the first is. S is the survival of one who has renewed `renewals` times, v
1 / (1 + discount).

Members
-------
new_customer
    of one yet to be won, who pays at once: the sum of S(t) v^t from t = 0 on (DEL)
before_renewal
    of a customer whose renewal is due now: of S(t) v^(t - 1) from t = 1 on (DERL)
after_renewal
    of one who has just renewed and paid: of S(t) v^t from t = 1 on (DERL))doc"},
    {"survival.ProportionalHazardsTest", R"doc(Tests of single covariates and, in the last row, of all of them together.

Columns
-------
covariate
    its name, all levels of one of texts together; "all" in the last row
statistic
    chi-squared where hazards are proportional
degrees_of_freedom
    coefficients tested
p_value
    that a statistic is as large; NaN without a coefficient to test)doc"},
    {"survival.ProportionalHazardsTest.covariate", R"doc(its name, all levels of one of texts together; "all" in the last row)doc"},
    {"survival.ProportionalHazardsTest.degrees_of_freedom", R"doc(coefficients tested)doc"},
    {"survival.ProportionalHazardsTest.p_value", R"doc(that a statistic is as large; NaN without a coefficient to test)doc"},
    {"survival.ProportionalHazardsTest.statistic", R"doc(chi-squared where hazards are proportional)doc"},
    {"survival.ProportionalHazardsTest.transform", R"doc(of age)doc"},
    {"survival.ProportionalHazardsTestOptions", R"doc(Settings of proportional_hazards_test().)doc"},
    {"survival.ProportionalHazardsTestOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.ProportionalHazardsTestOptions.transform", R"doc(of age)doc"},
    {"survival.RankWeight", R"doc(How much the ends at an age count in a rank test, by who was at risk before.

Members
-------
log_rank
    1: best where hazards are proportional
gehan
    number at risk (Gehan, Breslow, generalized Wilcoxon)
tarone_ware
    its square root
peto
    a survival estimate, prod(1 - d / (n + 1)) (Peto and Peto, Prentice)
fleming_harrington
    S^rho (1 - S)^gamma, S being all groups' Kaplan-Meier curve just before)doc"},
    {"survival.RenewalModel", R"doc(How customers of a contract renew, one row for each group: each ends it at a renewal with a chance of its
own, drawn from a beta distribution. The share that has renewed t times is
B(alpha, beta + t^shape) / B(alpha, beta).

Columns
-------
group
    of `by`, ascending, null last; only with `by`
alpha
    of the beta distribution, > 0; NaN where the lives do not tell it (findings)
beta
    likewise
shape
    above 1, each customer's churn rises with age; 1 where it is a given
alpha_std_error
    NaN for weights that are not cases
beta_std_error
    likewise
shape_std_error
    likewise; NaN for a shape that is a given
shape_statistic
    Chi-squared: twice what the likelihood gains over the shape 1; NaN likewise, and where that
    has no alpha.
shape_p_value
    that lives of the shape 1 would gain as much; NaN likewise
churn_rate
    mean chance not to renew the first time: alpha / (alpha + beta)
expected_lifetime
    mean number of periods; NaN where infinite: alpha shape <= 1
log_likelihood
    at its largest; NaN without alpha
aic
    4 - 2 log_likelihood; 6 - … where the shape is not a given
bic
    2 log(lives) - 2 log_likelihood; 3 log(lives) - … likewise
lives
    rows of the group
periods
    renewals that were seen)doc"},
    {"survival.RenewalModel.aic", R"doc(4 - 2 log_likelihood; 6 - … where the shape is not a given)doc"},
    {"survival.RenewalModel.alpha", R"doc(of the beta distribution, > 0; NaN where the lives do not tell it (findings))doc"},
    {"survival.RenewalModel.alpha_std_error", R"doc(NaN for weights that are not cases)doc"},
    {"survival.RenewalModel.beta", R"doc(likewise)doc"},
    {"survival.RenewalModel.beta_std_error", R"doc(likewise)doc"},
    {"survival.RenewalModel.bic", R"doc(2 log(lives) - 2 log_likelihood; 3 log(lives) - … likewise)doc"},
    {"survival.RenewalModel.churn_rate", R"doc(mean chance not to renew the first time: alpha / (alpha + beta))doc"},
    {"survival.RenewalModel.expected_lifetime", R"doc(mean number of periods; NaN where infinite: alpha shape <= 1)doc"},
    {"survival.RenewalModel.findings", R"doc(codes: none_ended, one_renewal, two_renewals, no_renewal, alike, polarized, endless_shape)doc"},
    {"survival.RenewalModel.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.RenewalModel.lives", R"doc(rows of the group)doc"},
    {"survival.RenewalModel.log_likelihood", R"doc(at its largest; NaN without alpha)doc"},
    {"survival.RenewalModel.periods", R"doc(renewals that were seen)doc"},
    {"survival.RenewalModel.shape", R"doc(above 1, each customer's churn rises with age; 1 where it is a given)doc"},
    {"survival.RenewalModel.shape_p_value", R"doc(that lives of the shape 1 would gain as much; NaN likewise)doc"},
    {"survival.RenewalModel.shape_statistic", R"doc(Chi-squared: twice what the likelihood gains over the shape 1; NaN likewise, and where that has no alpha.)doc"},
    {"survival.RenewalModel.shape_std_error", R"doc(likewise; NaN for a shape that is a given)doc"},
    {"survival.RenewalModelOptions", R"doc(Settings of shifted_beta_geometric() and beta_discrete_weibull().)doc"},
    {"survival.RenewalModelOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.RenewalModelOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.RenewalProjection", R"doc(Survival and retention by period, one row for each group and period.

Columns
-------
group
    as the model has it; only with groups
period
    given_age, …, given_age + periods
survival
    share that has renewed so often, of those that had given_age times
retention_rate
    share of those due that renew; NaN at given_age)doc"},
    {"survival.RenewalProjection.group", R"doc(as the model has it; only with groups)doc"},
    {"survival.RenewalProjection.period", R"doc(given_age, …, given_age + periods)doc"},
    {"survival.RenewalProjection.retention_rate", R"doc(share of those due that renew; NaN at given_age)doc"},
    {"survival.RenewalProjection.survival", R"doc(share that has renewed so often, of those that had given_age times)doc"},
    {"survival.RenewalProjectionOptions", R"doc(Settings of renewal_projection().)doc"},
    {"survival.RenewalProjectionOptions.given_age", R"doc(of customers that have renewed so often, >= 0)doc"},
    {"survival.RenewalProjectionOptions.periods", R"doc(how far, >= 1)doc"},
    {"survival.RestrictedMean", R"doc(Mean lifetimes up to a horizon, one row for each group.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
horizon
    age up to which time counted
restricted_mean
    mean time from given_age to the end or the horizon
std_error
    of it
lower
    of a normal interval
upper
    of a normal interval
survival
    share of lives that pass the horizon
truncated
    1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what
    was seen, and the mean is of that)doc"},
    {"survival.RestrictedMean.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.RestrictedMean.findings", R"doc(code: horizon_beyond_support)doc"},
    {"survival.RestrictedMean.given_age", R"doc(the means are of lives that have passed this age)doc"},
    {"survival.RestrictedMean.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.RestrictedMean.horizon", R"doc(age up to which time counted)doc"},
    {"survival.RestrictedMean.lower", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMean.restricted_mean", R"doc(mean time from given_age to the end or the horizon)doc"},
    {"survival.RestrictedMean.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.RestrictedMean.std_error", R"doc(of it)doc"},
    {"survival.RestrictedMean.survival", R"doc(share of lives that pass the horizon)doc"},
    {"survival.RestrictedMean.truncated", R"doc(1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what was seen, and the mean is of that)doc"},
    {"survival.RestrictedMean.upper", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMeanDifference", R"doc(How restricted means differ from that of one group.

Columns
-------
group
    compared
reference
    with this one
difference
    restricted mean of the group less that of the reference
std_error
    of it; groups are independent
lower
    of a normal interval
upper
    of a normal interval
z
    difference / std_error
p_value
    two-sided)doc"},
    {"survival.RestrictedMeanDifference.difference", R"doc(restricted mean of the group less that of the reference)doc"},
    {"survival.RestrictedMeanDifference.group", R"doc(compared)doc"},
    {"survival.RestrictedMeanDifference.lower", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMeanDifference.p_value", R"doc(two-sided)doc"},
    {"survival.RestrictedMeanDifference.reference", R"doc(with this one)doc"},
    {"survival.RestrictedMeanDifference.std_error", R"doc(of it; groups are independent)doc"},
    {"survival.RestrictedMeanDifference.upper", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMeanDifference.z", R"doc(difference / std_error)doc"},
    {"survival.RestrictedMeanOptions", R"doc(Settings of restricted_mean().)doc"},
    {"survival.RestrictedMeanOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.RestrictedMeanOptions.cluster", R"doc(attribute of lives that are not independent; implies robust)doc"},
    {"survival.RestrictedMeanOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.RestrictedMeanOptions.given_age", R"doc(of lives that have passed this age, >= 0: the time from it on)doc"},
    {"survival.RestrictedMeanOptions.horizon", R"doc(age up to which time counts, > given_age; by default the largest that every group reaches)doc"},
    {"survival.RestrictedMeanOptions.robust", R"doc(standard errors by how much each life matters; by default for weights that are not cases, and clusters)doc"},
    {"survival.RestrictedMeanOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.RestrictedMeanTimeLost", R"doc(Time lost to each cause up to a horizon: a row for each group and cause.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
cause
    what ends a life, in order within a group
horizon
    age up to which time counted
time_lost
    mean time from an end by this cause to the horizon
std_error
    of it
lower
    of a normal interval
upper
    of a normal interval
incidence
    P(this cause ends a life by the horizon)
truncated
    1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what
    was seen, and the mean is of that)doc"},
    {"survival.RestrictedMeanTimeLost.cause", R"doc(what ends a life, in order within a group)doc"},
    {"survival.RestrictedMeanTimeLost.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.RestrictedMeanTimeLost.findings", R"doc(code: horizon_beyond_support)doc"},
    {"survival.RestrictedMeanTimeLost.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.RestrictedMeanTimeLost.horizon", R"doc(age up to which time counted)doc"},
    {"survival.RestrictedMeanTimeLost.incidence", R"doc(P(this cause ends a life by the horizon))doc"},
    {"survival.RestrictedMeanTimeLost.lower", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMeanTimeLost.std_error", R"doc(of it)doc"},
    {"survival.RestrictedMeanTimeLost.time_lost", R"doc(mean time from an end by this cause to the horizon)doc"},
    {"survival.RestrictedMeanTimeLost.truncated", R"doc(1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what was seen, and the mean is of that)doc"},
    {"survival.RestrictedMeanTimeLost.upper", R"doc(of a normal interval)doc"},
    {"survival.RestrictedMeanTimeLostOptions", R"doc(Settings of restricted_mean_time_lost().)doc"},
    {"survival.RestrictedMeanTimeLostOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.RestrictedMeanTimeLostOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.RestrictedMeanTimeLostOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.RestrictedMeanTimeLostOptions.horizon", R"doc(age up to which time counts, > 0; by default the largest that every group reaches)doc"},
    {"survival.RestrictedMeanTimeLostOptions.threads", R"doc(at most so many; 0 for all of the machine's)doc"},
    {"survival.StudyAudit", R"doc(What each check came to, one row for each, in the order in which study_audit() lists them.

Columns
-------
code
    of the check
verdict
    what it came to
lives
    that it points at; few, or none, where it is clear
share
    of all lives; many_spells: of accounts; NaN where it was not made
p_value
    chance of this, or more, in a sound study; NaN where it is a count
message
    one sentence)doc"},
    {"survival.StudyAudit.code", R"doc(of the check)doc"},
    {"survival.StudyAudit.findings", R"doc(what is neither clear nor attested, with its rows)doc"},
    {"survival.StudyAudit.lives", R"doc(that it points at; few, or none, where it is clear)doc"},
    {"survival.StudyAudit.message", R"doc(one sentence)doc"},
    {"survival.StudyAudit.p_value", R"doc(chance of this, or more, in a sound study; NaN where it is a count)doc"},
    {"survival.StudyAudit.share", R"doc(of all lives; many_spells: of accounts; NaN where it was not made)doc"},
    {"survival.StudyAudit.verdict", R"doc(what it came to)doc"},
    {"survival.StudyAuditOptions", R"doc(Settings of study_audit().)doc"},
    {"survival.StudyAuditOptions.active_statuses", R"doc(of lives that go on)doc"},
    {"survival.StudyAuditOptions.attested", R"doc(codes of checks whose findings are known to be in order)doc"},
    {"survival.StudyAuditOptions.by", R"doc(attributes whose values make the groups that are to reach it)doc"},
    {"survival.StudyAuditOptions.censored_statuses", R"doc(of lives that were lost from sight before)doc"},
    {"survival.StudyAuditOptions.covariates", R"doc(attributes to check for immortal time; by default all texts and flags of at most 50 values)doc"},
    {"survival.StudyAuditOptions.created", R"doc(attribute: day on which the life's account was created)doc"},
    {"survival.StudyAuditOptions.ended_statuses", R"doc(statuses of lives that ended)doc"},
    {"survival.StudyAuditOptions.excluded_statuses", R"doc(of lives that are to be left out: test accounts)doc"},
    {"survival.StudyAuditOptions.first_day_share", R"doc(share of lives on one first day that is too much, in (0, 1]: fewer move a curve by less than its error)doc"},
    {"survival.StudyAuditOptions.horizon", R"doc(age up to which means or values are to be told, > 0)doc"},
    {"survival.StudyAuditOptions.significance", R"doc(p values up to this are findings: so rare on sound data, in (0, 1))doc"},
    {"survival.StudyAuditOptions.spell_share", R"doc(share of accounts with several lives that is too much, in (0, 1]: fewer widen a variance by less than that)doc"},
    {"survival.StudyAuditOptions.status", R"doc(attribute: state in which the life was last)doc"},
    {"survival.StudyVerdict", R"doc(What a check of study_audit() came to.

Members
-------
clear
    there is nothing to find
finding
    there is something to look into
attested
    there is something, and the caller says that it is in order
not_checked
    the lives, or the settings, lack what the check needs; the message says what)doc"},
    {"survival.SurvivalAt", R"doc(A curve at chosen ages: what stands beneath a plot, and in a table.

Columns
-------
group
    as in the curve; only with groups
time
    age
at_risk
    lives at risk just before it; 0 beyond the last
ended
    lives that ended up to it, since the age before
survival
    P(life > time); NaN beyond the last life, where nothing is known
std_error
    of `survival`; NaN where survival is 0 or unknown
lower
    pointwise band; NaN likewise
upper
    pointwise band; NaN likewise)doc"},
    {"survival.SurvivalAt.at_risk", R"doc(lives at risk just before it; 0 beyond the last)doc"},
    {"survival.SurvivalAt.ended", R"doc(lives that ended up to it, since the age before)doc"},
    {"survival.SurvivalAt.group", R"doc(as in the curve; only with groups)doc"},
    {"survival.SurvivalAt.lower", R"doc(pointwise band; NaN likewise)doc"},
    {"survival.SurvivalAt.std_error", R"doc(of `survival`; NaN where survival is 0 or unknown)doc"},
    {"survival.SurvivalAt.survival", R"doc(P(life > time); NaN beyond the last life, where nothing is known)doc"},
    {"survival.SurvivalAt.time", R"doc(age)doc"},
    {"survival.SurvivalAt.upper", R"doc(pointwise band; NaN likewise)doc"},
    {"survival.SurvivalAtOptions", R"doc(Settings of survival_at().)doc"},
    {"survival.SurvivalAtOptions.times", R"doc(ages, each a number >= 0)doc"},
    {"survival.SurvivalCalibration", R"doc(Predicted survival beside what was observed, one row for each bin, the lowest predictions first.

Columns
-------
lowest
    prediction in the bin
highest
    prediction in the bin
predicted
    mean of the predictions
observed
    Kaplan-Meier survival at the age; NaN beyond the bin's last life
std_error
    of it, by how much each life matters: Greenwood's where none has a weight; NaN where none is
    left
lower
    of its interval; NaN likewise
upper
    of its interval; NaN likewise
lives
    rows in the bin
ended
    of them, by the age)doc"},
    {"survival.SurvivalCalibration.age", R"doc(at which survival was predicted)doc"},
    {"survival.SurvivalCalibration.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.SurvivalCalibration.ended", R"doc(of them, by the age)doc"},
    {"survival.SurvivalCalibration.ended_ratio", R"doc(observed_ended / expected_ended: calibration in the large, 1 if right)doc"},
    {"survival.SurvivalCalibration.ended_ratio_lower", R"doc(of an interval of its logarithm, for what was observed)doc"},
    {"survival.SurvivalCalibration.ended_ratio_upper", R"doc(likewise)doc"},
    {"survival.SurvivalCalibration.expected_ended", R"doc(sum of 1 - prediction: how many should end by the age)doc"},
    {"survival.SurvivalCalibration.findings", R"doc(code: beyond_last_life)doc"},
    {"survival.SurvivalCalibration.highest", R"doc(prediction in the bin)doc"},
    {"survival.SurvivalCalibration.left_out", R"doc(rows in which the prediction is missing)doc"},
    {"survival.SurvivalCalibration.lives", R"doc(rows in the bin)doc"},
    {"survival.SurvivalCalibration.lower", R"doc(of its interval; NaN likewise)doc"},
    {"survival.SurvivalCalibration.lowest", R"doc(prediction in the bin)doc"},
    {"survival.SurvivalCalibration.mean_observed", R"doc(Kaplan-Meier survival of all lives at the age)doc"},
    {"survival.SurvivalCalibration.mean_predicted", R"doc(of all lives)doc"},
    {"survival.SurvivalCalibration.observed", R"doc(Kaplan-Meier survival at the age; NaN beyond the bin's last life)doc"},
    {"survival.SurvivalCalibration.observed_ended", R"doc(lives x (1 - mean_observed): how many do, those that are last seen before being made up for)doc"},
    {"survival.SurvivalCalibration.predicted", R"doc(mean of the predictions)doc"},
    {"survival.SurvivalCalibration.scale", R"doc(on which those of observed survival are symmetric)doc"},
    {"survival.SurvivalCalibration.std_error", R"doc(of it, by how much each life matters: Greenwood's where none has a weight; NaN where none is left)doc"},
    {"survival.SurvivalCalibration.upper", R"doc(of its interval; NaN likewise)doc"},
    {"survival.SurvivalCalibrationOptions", R"doc(Settings of survival_calibration().)doc"},
    {"survival.SurvivalCalibrationOptions.age", R"doc(at which survival was predicted, > 0)doc"},
    {"survival.SurvivalCalibrationOptions.bins", R"doc(groups of about as many lives, by what was predicted; 1 or more)doc"},
    {"survival.SurvivalCalibrationOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.SurvivalCalibrationOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.SurvivalCalibrationOptions.scale", R"doc(on which those of observed survival are symmetric)doc"},
    {"survival.SurvivalCalibrationOptions.survival", R"doc(attribute that holds it: numbers in [0, 1])doc"},
    {"survival.SurvivalCurve", R"doc(A survival step curve for each group: a row for each age at which a life ended or was last seen.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
time
    age, ascending within a group
at_risk
    lives at risk just before `time`
ended
    lives that ended at `time`
censored
    lives last seen at `time`
at_risk_weight
    weight of those at risk; a column only with weights
ended_weight
    weight of those that ended; a column only with weights
survival
    P(life > time), in [0, 1]
std_error
    of `survival`; NaN where survival is 0
lower
    pointwise band; NaN where survival is 0
upper
    pointwise band; NaN where survival is 0)doc"},
    {"survival.SurvivalCurve.at_risk", R"doc(lives at risk just before `time`)doc"},
    {"survival.SurvivalCurve.at_risk_weight", R"doc(weight of those at risk; a column only with weights)doc"},
    {"survival.SurvivalCurve.censored", R"doc(lives last seen at `time`)doc"},
    {"survival.SurvivalCurve.confidence", R"doc(coverage of the band)doc"},
    {"survival.SurvivalCurve.ended", R"doc(lives that ended at `time`)doc"},
    {"survival.SurvivalCurve.ended_weight", R"doc(weight of those that ended; a column only with weights)doc"},
    {"survival.SurvivalCurve.given_age", R"doc(the curve is of lives that have passed this age)doc"},
    {"survival.SurvivalCurve.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.SurvivalCurve.lower", R"doc(pointwise band; NaN where survival is 0)doc"},
    {"survival.SurvivalCurve.robust", R"doc(what kind the standard errors are)doc"},
    {"survival.SurvivalCurve.scale", R"doc(on which it is symmetric)doc"},
    {"survival.SurvivalCurve.std_error", R"doc(of `survival`; NaN where survival is 0)doc"},
    {"survival.SurvivalCurve.survival", R"doc(P(life > time), in [0, 1])doc"},
    {"survival.SurvivalCurve.time", R"doc(age, ascending within a group)doc"},
    {"survival.SurvivalCurve.upper", R"doc(pointwise band; NaN where survival is 0)doc"},
    {"survival.SurvivalCurve.weight_kind", R"doc(what weights mean; none without weights)doc"},
    {"survival.SurvivalQuantileOptions", R"doc(Settings of survival_quantile().)doc"},
    {"survival.SurvivalQuantileOptions.midpoint", R"doc(where the curve runs level at a share, the middle of that stretch, not its begin)doc"},
    {"survival.SurvivalQuantileOptions.probabilities", R"doc(shares of lives that have ended, in (0, 1))doc"},
    {"survival.SurvivalQuantiles", R"doc(Ages by which shares of lives have ended.

Columns
-------
group
    as in the curve; only with groups
probability
    share of lives that have ended
time
    the age; NaN where the curve does not come down to it
lower
    where the curve's lower band comes down to it; NaN where it does not
upper
    where the curve's upper band does; NaN where it does not)doc"},
    {"survival.SurvivalQuantiles.group", R"doc(as in the curve; only with groups)doc"},
    {"survival.SurvivalQuantiles.lower", R"doc(where the curve's lower band comes down to it; NaN where it does not)doc"},
    {"survival.SurvivalQuantiles.probability", R"doc(share of lives that have ended)doc"},
    {"survival.SurvivalQuantiles.time", R"doc(the age; NaN where the curve does not come down to it)doc"},
    {"survival.SurvivalQuantiles.upper", R"doc(where the curve's upper band does; NaN where it does not)doc"},
    {"survival.TimeDependentAuc", R"doc(How well a score tells lives that end by an age from those that pass it, one row for each age.

Columns
-------
age
    by which lives end or not
auc
    share of pairs of one that ends by the age and one that passes it which the score has in
    order, ties counting half; NaN without a pair, and beyond the last life that was seen
std_error
    of it, by how much each life matters
lower
    of a normal interval, cut to [0, 1]
upper
    of a normal interval, cut to [0, 1]
ended
    lives that ended by the age
passed
    lives that are known to have passed it)doc"},
    {"survival.TimeDependentAuc.age", R"doc(by which lives end or not)doc"},
    {"survival.TimeDependentAuc.auc", R"doc(share of pairs of one that ends by the age and one that passes it which the score has in order, ties counting half; NaN without a pair, and beyond the last life that was seen)doc"},
    {"survival.TimeDependentAuc.censoring", R"doc(how lives that are last seen were made up for)doc"},
    {"survival.TimeDependentAuc.confidence", R"doc(coverage of the intervals)doc"},
    {"survival.TimeDependentAuc.ended", R"doc(lives that ended by the age)doc"},
    {"survival.TimeDependentAuc.findings", R"doc(code: beyond_last_life)doc"},
    {"survival.TimeDependentAuc.left_out", R"doc(rows in which a score is missing)doc"},
    {"survival.TimeDependentAuc.lives", R"doc(rows that were used)doc"},
    {"survival.TimeDependentAuc.lower", R"doc(of a normal interval, cut to [0, 1])doc"},
    {"survival.TimeDependentAuc.mean_auc", R"doc(over the ages, each counting as much as survival falls since the one before; NaN where one that counts is, or none has ended)doc"},
    {"survival.TimeDependentAuc.mean_std_error", R"doc(of it)doc"},
    {"survival.TimeDependentAuc.passed", R"doc(lives that are known to have passed it)doc"},
    {"survival.TimeDependentAuc.std_error", R"doc(of it, by how much each life matters)doc"},
    {"survival.TimeDependentAuc.upper", R"doc(of a normal interval, cut to [0, 1])doc"},
    {"survival.TimeDependentAucOptions", R"doc(Settings of time_dependent_auc().)doc"},
    {"survival.TimeDependentAucOptions.ages", R"doc(by which lives end or not, >= 0, ascending)doc"},
    {"survival.TimeDependentAucOptions.censoring", R"doc(how lives that are last seen are made up for)doc"},
    {"survival.TimeDependentAucOptions.cluster", R"doc(attribute of lives that are not independent)doc"},
    {"survival.TimeDependentAucOptions.confidence", R"doc(coverage of the intervals, in (0, 1))doc"},
    {"survival.TimeDependentAucOptions.higher_ends_earlier", R"doc(as hazards have it; false for a predicted lifetime or survival)doc"},
    {"survival.TimeDependentAucOptions.score", R"doc(attribute that holds the scores)doc"},
    {"survival.TimeDependentAucOptions.scores", R"doc(instead of `score`: attributes, one for each age)doc"},
    {"survival.TurnbullCurve", R"doc(The survival curve of each group: a row for each innermost interval, which are those that can hold a part
of the distribution. Where in it lives end is not known.

Columns
-------
group
    of `by`, ascending, null last; only with `by`
after
    age above which, ascending within a group
until
    and up to which: the same where ends were seen at it; infinite after the last age at which a
    life was seen
probability
    that a life ends in the interval; 0 where the likelihood wants none
survival
    P(life > until))doc"},
    {"survival.TurnbullCurve.after", R"doc(age above which, ascending within a group)doc"},
    {"survival.TurnbullCurve.group", R"doc(of `by`, ascending, null last; only with `by`)doc"},
    {"survival.TurnbullCurve.iterations", R"doc(steps of the group that took the most)doc"},
    {"survival.TurnbullCurve.log_likelihood", R"doc(of all groups: the sum of the logarithms of the lives' chances)doc"},
    {"survival.TurnbullCurve.probability", R"doc(that a life ends in the interval; 0 where the likelihood wants none)doc"},
    {"survival.TurnbullCurve.survival", R"doc(P(life > until))doc"},
    {"survival.TurnbullCurve.until", R"doc(and up to which: the same where ends were seen at it; infinite after the last age at which a life was seen)doc"},
    {"survival.TurnbullCurve.weight_kind", R"doc(what weights mean; none without weights)doc"},
    {"survival.TurnbullOptions", R"doc(Settings of turnbull().)doc"},
    {"survival.TurnbullOptions.by", R"doc(attributes whose values make the groups)doc"},
    {"survival.TurnbullOptions.ended_by", R"doc(attribute: the age by which a life has ended of which it is only known that it had not at its duration (interval-censored); otherwise null)doc"},
    {"survival.TurnbullOptions.max_iterations", R"doc(steps up the likelihood, >= 1)doc"},
    {"survival.TurnbullOptions.tolerance", R"doc(relative slope of the log-likelihood at which to stop, in (0, 1))doc"},
    {"survival.WatchingChance", R"doc(What standard errors make of the chances to be still watched, by which lives are weighted.

Members
-------
estimated
    they are not known: their errors count (Fine & Gray; R's cmprsk)
known
    as if they were (R's finegray() and coxph()))doc"},
    {"survival.WeightKind", R"doc(What the weight of a life means; standard errors depend on it.

Members
-------
cases
    so many lives that are alike: whole numbers; standard errors as if each had a row
sampling
    how many lives one stands for, or how much it matters: robust standard errors
revenue
    what it pays: the curve is of revenue instead of accounts; robust standard errors)doc"},
    {"survival.aalen_johansen", R"doc(The probability that each of several causes has ended a life by an age.

Causes compete: a life that one has ended is not at risk of another any more, so the incidences and the
survival add up to 1; one minus the Kaplan-Meier curve of a single cause would be too much. Lives that end
at one age leave together, whatever their causes. The standard error sums the squares of how much each
life, or cluster of lives, moves the curve (the infinitesimal jackknife). Cases are so many lives with one
row each.

Parameters
----------
lives
    as made by Lifetimes, with `cause`
by
    attributes whose values make the groups
confidence
    coverage of the band, in (0, 1)
scale
    on which the band is symmetric
cluster
    attribute of lives that are not independent
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group, cause and age with an end or a censoring

Raises
------
InvalidInput
    unless 0 < confidence < 1; for `by` or `cluster` that name no attribute

References
----------
Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Therneau & Grambsch (2000),
Modeling Survival Data

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
confidence
    coverage of the band, in (0, 1)
scale
    on which the band is symmetric
cluster
    attribute of lives that are not independent
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for lives that were not watched
    from the beginning, whose standard errors need the lives too)doc"},
    {"survival.baseline_hazard", R"doc(The baseline hazard of a proportional hazards model, with the ties that it was fitted with (exact: those
of Breslow). An offset counts as 0.

Parameters
----------
model
    as made by cox()
centered
    of a life whose covariates are the means of those that were used; otherwise of one whose
    covariates are 0, and levels those of reference

Returns
-------
one row for each stratum and age at which a life of it ends

Raises
------
InvalidInput
    for a model that cox() did not make

References
----------
Breslow (1974), Biometrics 30:89-99; Tsiatis (1981), Annals of Statistics 9:93-108; Therneau &
Grambsch (2000), Modeling Survival Data, ch. 10)doc"},
    {"survival.beta_discrete_weibull", R"doc(The beta-discrete-Weibull model of contracts that are renewed, by the largest likelihood: the shifted
beta-geometric model whose customers change. With a shape above 1 each one's churn rises with age, below 1
it falls; that of all falls with age even so, since those who are quick to leave have left.

Durations are numbers of periods, as in shifted_beta_geometric(). Three parameters take three renewals at
least, and often more than a few hundred lives.

Parameters
----------
lives
    as made by Lifetimes, of whole durations; one that ended lasted 1 at least
by
    attributes whose values make the groups
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group

Raises
------
InvalidInput
    for durations or entries that are not whole, or above 1,000,000, an end at 0, and `by` that
    names no attribute
NotConverged
    when no largest likelihood is found

References
----------
Fader, Hardie, Liu, Davin & Steenburgh (2018), Journal of Interactive Marketing 43:1-16

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by`, which only lives can tell)doc"},
    {"survival.brier", R"doc(The Brier score: how far predicted survival is from 1 for lives that pass an age, and from 0 for those
that end by it.

Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). The standard
error is the infinitesimal jackknife's: of each life, or cluster, it takes how much the score moves with
its weight, through G too.

Parameters
----------
lives
    as made by Lifetimes, watched from the beginning
ages
    at which survival was predicted, >= 0, ascending
survival
    attributes that hold it, one for each age: numbers in [0, 1]
censoring
    how lives that are last seen are made up for
cluster
    attribute of lives that are not independent
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each age, and the mean over the ages

Raises
------
InvalidInput
    for ages that are not ascending numbers >= 0, more or fewer attributes than ages, names of
    no attribute, predictions that are no numbers in [0, 1], lives with a delayed entry; unless
    0 < confidence < 1

References
----------
Graf, Schmoor, Sauerbrei & Schumacher (1999), Statistics in Medicine 18:2529-2545)doc"},
    {"survival.concordance", R"doc(Concordance of a score with lifetimes: of the pairs in which one life ends while the other is at risk, the
share in which the one that ends has the higher score.

A life that is last seen at the age at which another ends outlives it. Work grows with n log n. The
standard error takes the weights by age as given.

Parameters
----------
lives
    as made by Lifetimes; also stretches of lives
score
    attribute that holds the scores: numbers, of which the order matters
strata
    attributes within whose values lives are compared
cluster
    attribute of lives that are not independent
pair_weight
    how much pairs count
horizon
    ends after this age count as not seen
higher_ends_earlier
    as hazards have it; false for a predicted lifetime or survival
confidence
    coverage of the interval, in (0, 1)

Returns
-------
one row

Raises
------
InvalidInput
    for names of no attribute, scores that are no numbers or infinite, a horizon that is no age,
    weights uno and schemper of lives with a delayed entry; unless 0 < confidence < 1

References
----------
Harrell, Califf, Pryor, Lee & Rosati (1982), JAMA 247:2543-2546; Uno, Cai, Pencina, D'Agostino & Wei
(2011), Statistics in Medicine 30:1105-1117; Therneau & Watson (2017), Mayo Clinic report 85)doc"},
    {"survival.conditional_survival", R"doc(The chance that customers who have come to an age stay so much longer: S(age + ahead) / S(age), of the
Kaplan-Meier curve.

Each customer's chance is that of its own age; that of a band is their mean, by weight. The standard error
counts that all of these are read from one curve; by how much chance makes the outcome differ from what is
expected, it does not say. Nothing is extrapolated: customers whose time ahead reaches beyond the last
life that was seen are counted as unknown, and in nothing else.

Parameters
----------
lives
    as made by Lifetimes
customers
    one row for each customer of today: its age, its groups, its weight
ahead
    how much longer a customer is to stay, > 0
given
    attribute of customers that holds the age that each has passed
weight
    attribute of customers: what each counts for, >= 0; 1 by default
bands
    ages, ascending, at which bands of customers begin; by default each age is one of its own
by
    attributes, of lives and of customers, that make the groups
confidence
    coverage of the intervals, in (0, 1)
scale
    on which these are symmetric
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group, band and time ahead, all ascending, that has customers

Raises
------
InvalidInput
    for attributes that are not there; for ages that are no numbers >= 0, or below the first
    band; for bands that do not ascend; for a time ahead that is no number > 0, a weight that is
    none >= 0; for a group that no life is in; unless 0 < confidence < 1

References
----------
Zabor, Gonen, Chapman & Panageas (2013), Cancer 119:3589-3592

The same of a state, whose groups are its own.

Parameters
----------
table
customers
ahead
    how much longer a customer is to stay, > 0
given
    attribute of customers that holds the age that each has passed
weight
    attribute of customers: what each counts for, >= 0; 1 by default
bands
    ages, ascending, at which bands of customers begin; by default each age is one of its own
by
    attributes, of lives and of customers, that make the groups
confidence
    coverage of the intervals, in (0, 1)
scale
    on which these are symmetric
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
    lives that were not watched from the beginning, which need the lives too)doc"},
    {"survival.cox", R"doc(Proportional hazards: how much covariates multiply the hazard, whatever it is, at every age.

Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
covariate that is constant, or that others tell, has no coefficient; one that tells who ends has none that
is finite, and is reported (findings). Age enters by its order alone. With a penalty all but constants
have one; standard errors then come from the curvature of the penalized likelihood, robust
ones from how much each life moves where it is largest.

Parameters
----------
lives
    as made by Lifetimes; a life whose covariates change is several stretches of it
covariates
    attributes: numbers, flags, or texts by their levels
strata
    attributes within whose values hazards are compared
cluster
    attribute of lives that are not independent; implies robust
offset
    attribute that is added to the linear predictor as it is
ties
    how ties share the likelihood
penalty
    ridge: the log-likelihood less penalty / 2 x sum of squared coefficients is largest, >= 0
penalty_factors
    of each of `covariates`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default
standardize
    whether coefficients are penalized per standard deviation (weighted, of the rows used) or
    per unit of their covariates
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
confidence
    coverage of the intervals, in (0, 1)
tolerance
    relative change of the log-likelihood at which to stop, > 0
max_iterations
    Newton steps, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the coefficients, and tests of all of them

Raises
------
InvalidInput
    for names of no attribute, covariates that are no numbers, flags or texts, infinite values,
    no lives or none that ended; unless penalty >= 0, each of penalty_factors likewise, 0 <
    confidence < 1, tolerance > 0 and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice

References
----------
Cox (1972), Journal of the Royal Statistical Society B 34:187-220; Efron (1977), JASA 72:557-565;
Lin & Wei (1989), JASA 84:1074-1078; Gray (1992), JASA 87:942-951; Therneau & Grambsch (2000),
Modeling Survival Data, ch. 3, 5 and 7)doc"},
    {"survival.cox_path", R"doc(Proportional hazards of few covariates among many: the elastic net, from the penalty that lets none in
down.

Coefficients are those at which - log-likelihood / W + penalty x the sum of factor x (l1_ratio |b| +
(1 - l1_ratio) b^2 / 2) is least: W is the sum of the weights of the rows used (their number without), b a
coefficient per standard deviation of its covariate, or per unit. Factors are taken as they are. A
sequence that was not given ends early where more than 0.999 of the deviance is explained. There are no
standard errors: coefficients that were chosen by the same data are not near normal, and errors that
overlook the choice would be too small.

Parameters
----------
lives
    as made by Lifetimes; a life whose covariates change is several stretches of it
covariates
    attributes: numbers, flags, or texts by their levels
strata
    attributes within whose values hazards are compared
offset
    attribute that is added to the linear predictor as it is
ties
    how ties share the likelihood: efron or breslow
l1_ratio
    share of the penalty that is of sizes, not of squares, in (0, 1]
penalties
    > 0, in any order; empty for a sequence from the smallest at which all coefficients are 0
    down
count
    of penalties in that sequence, evenly spaced in logarithms, >= 1
ratio
    of its last to its first, in (0, 1); by default 1e-4, or 1e-2 where covariates are more than
    rows
penalty_factors
    of each of `covariates`: its penalty is multiplied by it, >= 0; 0 for none, 1 by default
standardize
    whether coefficients are penalized per standard deviation (weighted, of the rows used) or
    per unit of their covariates
tolerance
    slope that may be left of the objective, for each end and standard deviation, in (0, 1)
max_iterations
    steps at each penalty, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the coefficients at each penalty, with their likelihood

Raises
------
InvalidInput
    for names of no attribute, covariates that are no numbers, flags or texts, infinite values,
    no lives or none that ended, exact ties; unless 0 < l1_ratio <= 1, penalties > 0,
    penalty_factors >= 0, 0 < ratio < 1, 0 < tolerance < 1, count and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice, or a covariate without a penalty tells who ends
    before whom

References
----------
Simon, Friedman, Hastie & Tibshirani (2011), Journal of Statistical Software 39(5):1-13; Tibshirani
et al. (2012), Journal of the Royal Statistical Society B 74:245-266)doc"},
    {"survival.cox_residuals", R"doc(How single lives differ from what a proportional hazards model expects of them.

Residuals of score, Schoenfeld, martingale and deviance are of a life as such; dfbeta and dfbetas are of
it with its weight. Of a model with exact ties they are those of Breslow's.

Parameters
----------
lives
    those that the model was made of
model
    as made by cox()
kind
    what is told
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each life, and covariate where the kind has one for each

Raises
------
InvalidInput
    for a model that cox() did not make, and lives that miss its attributes

References
----------
Therneau, Grambsch & Fleming (1990), Biometrika 77:147-160; Schoenfeld (1982), Biometrika
69:239-241; Grambsch & Therneau (1994), Biometrika 81:515-526; Cain & Lange (1984), Biometrics
40:493-499)doc"},
    {"survival.cox_risk", R"doc(The risk of lives by a proportional hazards model, relative to the means of the covariates: whom to look
after first, and the score that concordance() judges.

Parameters
----------
model
    as made by cox()
attributes
    one row for each life: the model's covariates, strata and offset, by their names
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each life

Raises
------
InvalidInput
    for a model that cox() did not make, attributes that are not there, infinite values, texts
    that are no level or stratum of it; unless 0 < confidence < 1

References
----------
Therneau & Grambsch (2000), Modeling Survival Data, ch. 3)doc"},
    {"survival.discounted_lifetime", R"doc(The discounted expected lifetime (DEL), or residual lifetime (DERL), of customers of a renewal model.
`beyond` tells how much of it was never seen: it is the model's.

Parameters
----------
model
    as made by shifted_beta_geometric() or beta_discrete_weibull()
discount
    per period, >= 0
timing
    whose payments
renewals
    so often it has renewed; 0 for a new customer

Returns
-------
one row for each group

Raises
------
InvalidInput
    unless the discount is a number >= 0 and 0 <= renewals <= 1,000,000; for a new customer with
    renewals

References
----------
Fader & Hardie (2010), Marketing Science 29:85-93, equations 4 to 8)doc"},
    {"survival.fine_gray", R"doc(How much covariates move the incidence of one cause, where others compete: proportional hazards of the
subdistribution.

Who ends by another cause will never end by this one, and stays at risk of it: at each later age with the
chance to be still watched at it, relative to when it ended, so that those who were last seen are stood
for. A delayed entry counts likewise, by the chance to have entered. These chances are estimated in each
stratum by itself, from all of its lives that are used, with their weights. Ratios above 1 mean more ends
by the cause, be it directly or because fewer end by others.

Each row is a life, with covariates of its first day: they cannot change along a life that has ended by
another cause.

Parameters
----------
lives
    as made by Lifetimes, with `cause`
cause
    the cause whose incidence is told; others compete with it
covariates
    attributes: numbers, flags, or texts by their levels
strata
    attributes within whose values hazards are compared
cluster
    attribute of lives that are not independent
ties
    how ties share the likelihood: efron or breslow
chances
    what standard errors make of the weights
confidence
    coverage of the intervals, in (0, 1)
tolerance
    relative change of the log-likelihood at which to stop, > 0
max_iterations
    Newton steps, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the coefficients, and tests of all of them

Raises
------
InvalidInput
    for a cause that no life has; for names of no attribute, covariates that are no numbers,
    flags or texts, infinite values, no lives; for exact ties; for stretches of one account that
    follow each other; where nobody is left to tell how many had entered before; unless 0 <
    confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice

References
----------
Fine & Gray (1999), JASA 94:496-509; Geskus (2011), Biometrics 67:39-49; Zhang, Zhang & Fine (2011),
Statistics in Medicine 30:1933-1951)doc"},
    {"survival.gray_test", R"doc(Tests whether groups have one and the same incidence of a cause at every age, where other causes compete.

A log-rank test of the cause alone would ask about its hazard while others spare a life. Here lives that
other causes have ended stay among those that might have ended by this one: at each age, n lives at risk
count as n (1 - incidence) / survival, both of their group just before. Sums of observed - expected ends
are judged by their covariance under one incidence, without which hazards of other causes need not be
alike. With strata only lives of one stratum are compared.

Parameters
----------
lives
    as made by Lifetimes
cause
    the cause whose incidence is compared; others compete with it
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rho
    ages count by (1 - incidence)^rho: above 0, early ages count for more
threads
    at most so many; 0 for all of the machine's

Returns
-------
the test, and a row for each group

Raises
------
InvalidInput
    without `by`, for names of no attribute or no cause; unless rho is a finite number; for
    weights that are not cases, and for lives with a delayed entry

References
----------
Gray (1988), Annals of Statistics 16:1141-1154

The same of a state, whose groups and strata are its own.

Parameters
----------
table
cause
    the cause whose incidence is compared; others compete with it
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rho
    ages count by (1 - incidence)^rho: above 0, early ages count for more
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `strata`, which only lives can tell)doc"},
    {"survival.kaplan_meier", R"doc(The probability that a life outlasts each age: the product-limit estimate.

Lives last seen are right-censored, and at one age they are last seen after others have ended. The
standard error is Greenwood's; the robust one, of weights that do not stand for lives, sums the squares of
how much each life, or cluster of lives, moves the curve (the infinitesimal jackknife; without weights the
two are the same). With `given_age` the curve is conditional: of a customer of that age today, P(life >
time | life > given_age).

Parameters
----------
lives
    as made by Lifetimes
by
    attributes whose values make the groups
confidence
    coverage of the band, in (0, 1)
scale
    on which the band is symmetric
given_age
    of lives that have passed this age, >= 0
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group and age with an end or a censoring

Raises
------
InvalidInput
    unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that name no
    attribute

References
----------
Kaplan & Meier (1958), JASA 53:457-481; Kalbfleisch & Prentice (2002), The Statistical Analysis of
Failure Time Data, sec. 1.4; Therneau & Grambsch (2000), Modeling Survival Data, sec. 2.2

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
confidence
    coverage of the band, in (0, 1)
scale
    on which the band is symmetric
given_age
    of lives that have passed this age, >= 0
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
    lives that were not watched from the beginning, which need the lives too)doc"},
    {"survival.log_rank", R"doc(Tests whether groups have one and the same hazard at every age.

At each age the ends of a group are compared with its share of those at risk; the sums of the differences
are judged by their hypergeometric covariance. With strata only lives of one stratum are compared. Lives
with a delayed entry count from it on. Groups that nobody could be compared with add no degree of freedom.

Parameters
----------
lives
    as made by Lifetimes
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rank_weight
    how much an age counts
rho
    of fleming_harrington, >= 0: above 0, early ages count for more
gamma
    of fleming_harrington, >= 0: above 0, late ages count for more
scores
    of the groups in order: tests for a trend along them
threads
    at most so many; 0 for all of the machine's

Returns
-------
the test, and a row for each group

Raises
------
InvalidInput
    without `by`, or for names of no attribute; unless rho and gamma are numbers >= 0; for as
    many scores as there are no groups; for weights that are not cases

References
----------
Mantel (1966), Cancer Chemotherapy Reports 50:163-170; Fleming & Harrington (1991), Counting
Processes and Survival Analysis, ch. 7; Klein & Moeschberger (2003), Survival Analysis, sec. 7.3-7.5

The same of a state, whose groups and strata are its own.

Parameters
----------
table
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rank_weight
    how much an age counts
rho
    of fleming_harrington, >= 0: above 0, early ages count for more
gamma
    of fleming_harrington, >= 0: above 0, late ages count for more
scores
    of the groups in order: tests for a trend along them
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `strata`, which only lives can tell)doc"},
    {"survival.nelson_aalen", R"doc(The cumulative hazard up to each age, and the survival that it implies (Fleming and Harrington's
estimate).

The variance is the sum of d / n^2, or of 1 / (n - k)^2 where ties come one after the other. Where weights
are cases or none, that is; the robust one sums the squares of how much each life, or cluster of lives,
moves the hazard, ties taken together.

Parameters
----------
lives
    as made by Lifetimes
by
    attributes whose values make the groups
confidence
    coverage of the bands, in (0, 1)
scale
    on which the band is symmetric
ties
    how lives that end at one age count
given_age
    of lives that have passed this age, >= 0
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group and age with an end or a censoring

Raises
------
InvalidInput
    unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that name no
    attribute; for robust standard errors where ties come one after the other

References
----------
Aalen (1978), Annals of Statistics 6:701-726; Fleming & Harrington (1984), Communications in
Statistics 13:2469-2486

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
confidence
    coverage of the bands, in (0, 1)
scale
    on which the band is symmetric
ties
    how lives that end at one age count
given_age
    of lives that have passed this age, >= 0
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
    lives that were not watched from the beginning, which need the lives too)doc"},
    {"survival.pairwise_log_rank", R"doc(Rank tests of each two groups, by their lives alone, as log_rank() tests them.

Parameters
----------
lives
    as made by Lifetimes
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rank_weight
    how much an age counts
rho
    of fleming_harrington, >= 0: above 0, early ages count for more
gamma
    of fleming_harrington, >= 0: above 0, late ages count for more
adjustment
    for the number of pairs
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each pair

Raises
------
InvalidInput
    as log_rank()

References
----------
Holm (1979), Scandinavian Journal of Statistics 6:65-70; Benjamini & Hochberg (1995), Journal of the
Royal Statistical Society B 57:289-300

The same of a state, whose groups and strata are its own.

Parameters
----------
table
by
    attributes whose values make the groups
strata
    attributes within whose values groups are compared
rank_weight
    how much an age counts
rho
    of fleming_harrington, >= 0: above 0, early ages count for more
gamma
    of fleming_harrington, >= 0: above 0, late ages count for more
adjustment
    for the number of pairs
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as log_rank(); for `by` and `strata`, which only lives can tell)doc"},
    {"survival.parametric", R"doc(Lifetimes of a known distribution, and what makes them longer or shorter: unlike a curve that is only
drawn from what was seen, it goes on beyond.

Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
life that entered late counts from then on. Standard errors come from the observed information; the
likelihood is that of ages, not of their logarithms. Piecewise intervals include their ends.

Parameters
----------
lives
    as made by Lifetimes
covariates
    attributes: numbers, flags, or texts by their levels
distribution
    of lifetimes
breaks
    ages at which the hazard of piecewise_exponential changes, ascending
cure
    whether a share of lives, the cured, never ends
cure_covariates
    attributes that this share depends on
ended_by
    attribute: the age by which a life has ended of which it is only known that it had not at
    its duration (interval-censored); otherwise null
cluster
    attribute of lives that are not independent; implies robust
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
confidence
    coverage of the intervals, in (0, 1)
tolerance
    relative change of the log-likelihood at which to stop, in (0, 1)
max_iterations
    Newton steps, >= 1
threads
    at most so many; 0 for all of the machine's

Returns
-------
the parameters, and how well they fit

Raises
------
InvalidInput
    for names of no attribute, covariates that are no numbers, flags or texts, infinite values;
    for no lives, none that ended, or one that ended at age 0, unless piecewise_exponential; for
    `breaks` that are no ascending ages above 0, or that the distribution does not have,
    likewise `cure`; for an age of `ended_by` that is not above the duration; unless 0 <
    confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice, or the likelihood has no maximum

References
----------
Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 2 and 3;
Prentice (1974), Biometrika 61:539-544; Farewell (1982), Biometrics 38:1041-1046)doc"},
    {"survival.parametric_mean", R"doc(The mean time that lives last, or that is still before them, by a model of their distribution: the whole
area under its survival curve. `beyond` tells how much of it was never seen.

The mean is infinite where some are cured, where the last hazard of piecewise_exponential is 0, for a
scale of loglogistic that is not below 1, and for a negative shape of generalized_gamma that is not above
-1 / scale; then it is NaN, as it is for a life in which a covariate or its age is missing. Standard
errors are those of the parameters, by the delta method.

Parameters
----------
model
    as made by parametric()
attributes
    one row for each life, as predict_parametric() reads them
given_age
    of lives that have passed this age, >= 0: the time from it on
given
    attribute that holds the age that each life has passed, instead
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each life

Raises
------
InvalidInput
    as predict_parametric() does

References
----------
Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 4 and 8)doc"},
    {"survival.parametric_quantile", R"doc(The ages by which shares of lives have ended, the median among them, by a model of their distribution.

Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
is missing has NaN; so has a share that never ends, for a cure or because the last hazard is 0.

Parameters
----------
model
    as made by parametric()
attributes
    one row for each life, as predict_parametric() reads them
probabilities
    shares of lives that have ended, in (0, 1)
given_age
    of lives that have passed this age, >= 0
given
    attribute that holds the age that each life has passed, instead
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each life and probability

Raises
------
InvalidInput
    for a probability that is not in (0, 1), and as predict_parametric() does

References
----------
Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 8)doc"},
    {"survival.predict_cox", R"doc(How likely lives are to pass ages, by a proportional hazards model: new ones, or those that have already
passed an age.

The standard error has two parts: how sure the baseline hazard is, and how sure the coefficients are. A
life in which a covariate, the stratum, the offset or its age is missing has NaN.

Parameters
----------
model
    as made by cox()
attributes
    one row for each life: the model's covariates, strata and offset, by their names
ages
    at which survival is told, >= 0; by default all at which lives ended
ahead
    instead of `ages`: so long after the given age, >= 0
given_age
    of lives that have passed this age, >= 0
given
    attribute that holds the age that each life has passed, instead
confidence
    coverage of the intervals, in (0, 1)
scale
    on which these are symmetric

Returns
-------
one row for each life and age

Raises
------
InvalidInput
    for a model that cox() did not make, attributes that are not there, infinite values, texts
    that are no level or stratum of it; for ages that are no numbers >= 0, `ages` and `ahead`,
    or `given_age` and `given`, together; unless 0 < confidence < 1

References
----------
Tsiatis (1981), Annals of Statistics 9:93-108; Therneau & Grambsch (2000), Modeling Survival Data,
ch. 10)doc"},
    {"survival.predict_fine_gray", R"doc(How likely new lives are to end by the cause of a model by ages, where others compete.

The standard error is that of what each life moves the baseline and the coefficients by together, and the
chances to be watched where the model takes them as estimated. A life in which a covariate or the stratum
is missing has NaN. Incidences of several causes, each by a model of its own, may add up to more than 1.

Parameters
----------
model
    as made by fine_gray()
attributes
    one row for each life: the model's covariates and strata, by their names
ages
    at which the incidence is told, >= 0; by default all at which lives ended by the cause
confidence
    coverage of the intervals, in (0, 1)
scale
    on which these are symmetric

Returns
-------
one row for each life and age

Raises
------
InvalidInput
    for a model that fine_gray() did not make, attributes that are not there, infinite values,
    texts that are no level or stratum of it; for ages that are no numbers >= 0; unless 0 <
    confidence < 1

References
----------
Fine & Gray (1999), JASA 94:496-509, sec. 3.3)doc"},
    {"survival.predict_parametric", R"doc(How likely lives are to pass ages, by a model of their distribution, also beyond what was ever seen: new
lives, or those that have already passed an age.

Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
is missing has NaN, as has piecewise_exponential beyond a break after which no life was watched.

Parameters
----------
model
    as made by parametric()
attributes
    one row for each life: the model's covariates, by their names; a model without any tells of
    one life
ages
    at which survival is told, >= 0; by default all at which lives ended
ahead
    instead of `ages`: so long after the given age, >= 0
given_age
    of lives that have passed this age, >= 0
given
    attribute that holds the age that each life has passed, instead
confidence
    coverage of the intervals, in (0, 1)
scale
    on which these are symmetric

Returns
-------
one row for each life and age

Raises
------
InvalidInput
    for a model that parametric() did not make, attributes that are not there, infinite values,
    texts that are no level of it; for ages that are no numbers >= 0, `ages` and `ahead`, or
    `given_age` and `given`, together; unless 0 < confidence < 1

References
----------
Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 3)doc"},
    {"survival.proportional_hazards_test", R"doc(Whether coefficients stay the same at every age: the score test against a coefficient that drifts with
a transform of age. R calls it cox.zph.

Parameters
----------
lives
    those that the model was made of
model
    as made by cox(); exact ties count as Breslow's
transform
    of age
threads
    at most so many; 0 for all of the machine's

Returns
-------
a row for each covariate, and one for all

Raises
------
InvalidInput
    for a model that cox() did not make, or with a penalty, lives that miss its attributes, and
    log of an age of 0 at which a life ended

References
----------
Grambsch & Therneau (1994), Biometrika 81:515-526)doc"},
    {"survival.renewal_projection", R"doc(How customers of a renewal model will renew.

Parameters
----------
model
    as made by shifted_beta_geometric() or beta_discrete_weibull()
periods
    how far, >= 1
given_age
    of customers that have renewed so often, >= 0

Returns
-------
one row for each group and period; NaN for a group without alpha

Raises
------
InvalidInput
    unless 1 <= periods <= 1,000,000 and 0 <= given_age <= 1,000,000

References
----------
Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90, equations 5 to 8)doc"},
    {"survival.restricted_mean", R"doc(The mean lifetime up to a horizon: the area under the Kaplan-Meier curve.

Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked. The
variance is the sum over ages of (area from there to the horizon)^2 x d / (n (n - d)).

Parameters
----------
lives
    as made by Lifetimes
by
    attributes whose values make the groups
horizon
    age up to which time counts, > given_age; by default the largest that every group reaches
confidence
    coverage of the intervals, in (0, 1)
given_age
    of lives that have passed this age, >= 0: the time from it on
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group

Raises
------
InvalidInput
    unless 0 < confidence < 1, given_age is a number >= 0 and the horizon one above it; for `by`
    or `cluster` that name no attribute

References
----------
Irwin (1949), Journal of Hygiene 47:188-189; Royston & Parmar (2013), BMC Medical Research
Methodology 13:152

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
horizon
    age up to which time counts, > given_age; by default the largest that every group reaches
confidence
    coverage of the intervals, in (0, 1)
given_age
    of lives that have passed this age, >= 0: the time from it on
robust
    standard errors by how much each life matters; by default for weights that are not cases,
    and clusters
cluster
    attribute of lives that are not independent; implies robust
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
    lives that were not watched from the beginning, which need the lives too)doc"},
    {"survival.restricted_mean_difference", R"doc(The restricted mean of each further group less that of the first.

Parameters
----------
means
    as made by restricted_mean() with groups, all up to the same horizon

Returns
-------
one row for each group but the first

Raises
------
InvalidInput
    for means without groups, or of different horizons, which do not compare)doc"},
    {"survival.restricted_mean_time_lost", R"doc(The mean time that each of several causes takes from a life up to a horizon: the area under its incidence.

The times lost to all causes and the restricted mean lifetime add up to the horizon. The standard error
sums the squares of how much each life, or cluster of lives, moves the area (the infinitesimal jackknife).
Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked.

Parameters
----------
lives
    as made by Lifetimes, with `cause`
by
    attributes whose values make the groups
horizon
    age up to which time counts, > 0; by default the largest that every group reaches
confidence
    coverage of the intervals, in (0, 1)
cluster
    attribute of lives that are not independent
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group and cause

Raises
------
InvalidInput
    unless 0 < confidence < 1 and the horizon is a number above 0; for `by` or `cluster` that
    name no attribute

References
----------
Andersen (2013), Statistics in Medicine 32:5278-5285

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
horizon
    age up to which time counts, > 0; by default the largest that every group reaches
confidence
    coverage of the intervals, in (0, 1)
cluster
    attribute of lives that are not independent
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by` and `cluster`, which only lives can tell; for lives that were not watched
    from the beginning, whose standard errors need the lives too)doc"},
    {"survival.shifted_beta_geometric", R"doc(The shifted beta-geometric model of contracts that are renewed, by the largest likelihood. Retention rises
with age because those who are quick to leave have left, with no one changing.

Durations are numbers of periods: a life that ended at t did not renew for the t-th time, one that was
last seen at t has renewed t times. Cohorts of any ages go in together; counts of a cohort table are
weights.

Parameters
----------
lives
    as made by Lifetimes, of whole durations; one that ended lasted 1 at least
by
    attributes whose values make the groups
threads
    at most so many; 0 for all of the machine's

Returns
-------
one row for each group

Raises
------
InvalidInput
    for durations or entries that are not whole, or above 1,000,000, an end at 0, and `by` that
    names no attribute
NotConverged
    when no largest likelihood is found

References
----------
Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90

The same of a state, whose groups are its own.

Parameters
----------
table
by
    attributes whose values make the groups
threads
    at most so many; 0 for all of the machine's

Raises
------
InvalidInput
    as above; for `by`, which only lives can tell)doc"},
    {"survival.study_audit", R"doc(Whether lives were gathered so that curves and models of them can be trusted: a wrong study design cannot
be made up for by an estimator. Each row counts once, whatever it weighs.

- `delayed_entry_ignored`: before the first end on the calendar, ends were to be expected by the hazards
  of ages (p = (1 - expected / ends)^ends), and from when one was due it took thrice the longest pause
  since. Who left before is missing: tell `entry`.
- `origin_is_window_start`: first_day_share of lives, 5 at least, begin on one day, thrice as many as on
  any other, and at most 1% before it: the day of a migration, not the origin. With `created`, only lives
  count whose account is more than 31 days older.
- `status_not_mapped`: a status is in no list, or the table of lives has another outcome than its list.
- `informative_censoring`: lives were last seen before the last day that is known; without days, lives
  whose status is in `censored_statuses`. Censoring supposes that they would have gone on as others do.
- `immortal_time`: no life with some value of a covariate ended, or was last seen, before an age by which
  others did (exact chance that none of those who ended had it, were its hazard a quarter of that of
  others, times the number of values). A value that takes an age to reach looks as if it made lives long.
  One that may come at any age is not told from one that protects.
- `horizon_beyond_support`: a group was not seen up to the horizon.
- `many_spells`: accounts have several lives; stretches (entry, duration] in a row are one.
- `ends_on_last_day`: the last day with ends has 5 at least, twice as many as any other, and more than the
  hazards of ages let expect since the day with ends before (binomial). So it is where an export closes
  what is open.

Delayed entries, first days and last days need lives that are told by `origin` and `end`.

Parameters
----------
lives
    as made by Lifetimes
attested
    codes of checks whose findings are known to be in order
horizon
    age up to which means or values are to be told, > 0
by
    attributes whose values make the groups that are to reach it
covariates
    attributes to check for immortal time; by default all texts and flags of at most 50 values
created
    attribute: day on which the life's account was created
status
    attribute: state in which the life was last
ended_statuses
    statuses of lives that ended
active_statuses
    of lives that go on
censored_statuses
    of lives that were lost from sight before
excluded_statuses
    of lives that are to be left out: test accounts
significance
    p values up to this are findings: so rare on sound data, in (0, 1)
first_day_share
    share of lives on one first day that is too much, in (0, 1]: fewer move a curve by less than
    its error
spell_share
    share of accounts with several lives that is too much, in (0, 1]: fewer widen a variance by
    less than that

Returns
-------
one row for each check; rows of findings are those of the lives that were accepted

Raises
------
InvalidInput
    for codes, attributes that are not there, statuses in two lists or without `status`, and
    thresholds or a horizon out of range

References
----------
Suissa (2008), American Journal of Epidemiology 167:492-499, on immortal time; Kalbfleisch &
Prentice (2002), The Statistical Analysis of Failure Time Data, ch. 1 and 3, on censoring and
delayed entry)doc"},
    {"survival.survival_at", R"doc(A survival curve at chosen ages.

A curve that has come down to 0 stays there; one that has not ends with the last life that was seen.

Parameters
----------
curve
    as made by kaplan_meier()
times
    ages, each a number >= 0

Returns
-------
one row for each group and age, ages ascending

Raises
------
InvalidInput
    for an age that is not a number >= 0)doc"},
    {"survival.survival_calibration", R"doc(Whether as many lives pass an age as was predicted, of those of low predictions and of those of high ones.

Lives are put in order of their predictions and cut into bins of equal weight; those with the same
prediction stay together, so that bins may be fewer.

Parameters
----------
lives
    as made by Lifetimes, watched from the beginning
age
    at which survival was predicted, > 0
survival
    attribute that holds it: numbers in [0, 1]
bins
    groups of about as many lives, by what was predicted; 1 or more
cluster
    attribute of lives that are not independent
confidence
    coverage of the intervals, in (0, 1)
scale
    on which those of observed survival are symmetric

Returns
-------
one row for each bin with lives, and calibration in the large

Raises
------
InvalidInput
    for an age that is not a number > 0, a name of no attribute, predictions that are no numbers
    in [0, 1], bins below 1, lives with a delayed entry; unless 0 < confidence < 1

References
----------
Royston & Altman (2013), BMC Medical Research Methodology 13:33; Crowson, Atkinson & Therneau
(2016), Statistical Methods in Medical Research 25:1692-1706)doc"},
    {"survival.survival_quantile", R"doc(The ages by which shares of lives have ended, with the limits that the curve's band gives: of the median
that of Brookmeyer and Crowley.

A quantile is the first age at which so many have ended. R's survfit() takes the midpoint where the curve
is exactly at the share for a while.

Parameters
----------
curve
    as made by kaplan_meier()
probabilities
    shares of lives that have ended, in (0, 1)
midpoint
    where the curve runs level at a share, the middle of that stretch, not its begin

Returns
-------
one row for each group and probability, in their order

Raises
------
InvalidInput
    for a probability that is not in (0, 1)

References
----------
Brookmeyer & Crowley (1982), Biometrics 38:29-41)doc"},
    {"survival.time_dependent_auc", R"doc(The area under the ROC curve by age: cumulative, of lives that end by an age, and dynamic, against those
that pass it.

Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). Standard
errors are the infinitesimal jackknife's: of each life, or cluster, they take how much the area moves with
its weight, through G too.

Parameters
----------
lives
    as made by Lifetimes, watched from the beginning
ages
    by which lives end or not, >= 0, ascending
score
    attribute that holds the scores
scores
    instead of `score`: attributes, one for each age
higher_ends_earlier
    as hazards have it; false for a predicted lifetime or survival
censoring
    how lives that are last seen are made up for
cluster
    attribute of lives that are not independent
confidence
    coverage of the intervals, in (0, 1)

Returns
-------
one row for each age, and the mean over the ages

Raises
------
InvalidInput
    for ages that are not ascending numbers >= 0, `score` and `scores` together or neither, not
    as many scores as ages, names of no attribute, scores that are no numbers, lives with a
    delayed entry; unless 0 < confidence < 1

References
----------
Uno, Cai, Tian & Wei (2007), JASA 102:527-537; Hung & Chiang (2010), Canadian Journal of Statistics
38:8-26; Blanche, Dartigues & Jacqmin-Gadda (2013), Statistics in Medicine 32:5381-5397; Lambert &
Chevret (2016), Statistical Methods in Medical Research 25:2088-2102)doc"},
    {"survival.turnbull", R"doc(The survival curve of lives of which some are only known to have ended between two ages (between two
visits, exports, surveys): the nonparametric maximum likelihood estimate.

A life with an age of `ended_by` has ended above its duration and up to that age; with a duration of 0 it
is left-censored. Others have ended at their duration, or were last seen at it. Where no life has an
interval the curve is that of kaplan_meier(). The estimate is the only one: it is reached when no mass
anywhere would raise the likelihood by more than `tolerance`, and that of each interval with mass agrees.

There are no standard errors. Where lives are looked at at any age the curve converges at the cube root of
their number, so that neither the information nor the bootstrap tells how sure it is. Nor are there
delayed entries: with them the likelihood has several maxima, or none. An entry of 0 is none.

Parameters
----------
lives
    as made by Lifetimes
ended_by
    attribute: the age by which a life has ended of which it is only known that it had not at
    its duration (interval-censored); otherwise null
by
    attributes whose values make the groups
tolerance
    relative slope of the log-likelihood at which to stop, in (0, 1)
max_iterations
    steps up the likelihood, >= 1

Returns
-------
one row for each group and innermost interval

Raises
------
InvalidInput
    for `ended_by` or `by` that name no attribute, or none of numbers; for an age of `ended_by`
    that is not above the duration; for lives that entered above age 0; unless 0 < tolerance < 1
    and max_iterations >= 1
NotConverged
    when max_iterations steps do not suffice

References
----------
Peto (1973), Applied Statistics 22:86-91; Turnbull (1976), Journal of the Royal Statistical Society
B 38:290-295; Groeneboom & Wellner (1992), Information Bounds and Nonparametric Maximum Likelihood
Estimation, part II; Jongbloed (1998), Journal of Computational and Graphical Statistics 7:310-321)doc"},
    {"thread_count", R"doc(How many threads a calculator uses.

Parameters
----------
who
    the calculator, for the message
threads
    0 for all of the machine's, otherwise that many at the most

Raises
------
InvalidInput
    when negative)doc"},
    {"thread_pool", R"doc(The pool that all calculators share: one thread for each of the machine's.)doc"},
    {"time_zone", R"doc(The time zone of a name.

Names of the IANA database are read from the system's time zone files, in /usr/share/zoneinfo or in
the folder that the environment variable TZDIR names; offsets and UTC need no files. An offset counts
east of Greenwich: UTC-8 is eight hours behind UTC (and Etc/GMT+8 is the same: the database counts these
the other way round).

    zone = ft.time_zone("UTC-8")
    assert zone.offset_seconds(0) == -8 * 3600
    assert zone.day(0) == -1

Parameters
----------
name
    UTC or Z; an offset of less than a day such as +09:00, -0800, UTC-8 or UTC+05:30; or a name
    of the IANA database such as America/Los_Angeles, spelt as there

Raises
------
InvalidInput
    for any other name, where the system has no time zone files, and for a file that is damaged
    or counts leap seconds

References
----------
RFC 9636; POSIX.1-2017, 8.3, TZ)doc"},
    {"to_minor", R"doc(Reads major units, half-even at the currency's last digit.

Parameters
----------
major
    such as 12.5 for 12.50 USD; 0.125 is read as the decimal 0.125, not as its binary
currency
    gives the digits

Raises
------
InvalidInput
    when not finite
Overflow
    beyond 2^52 minor units, where doubles stop telling cents apart)doc"},
    {"to_string", R"doc(Writes an amount with its currency, such as "1,234.50 USD".)doc"},
    {"try_currency", R"doc(The currency of an ISO 4217 code, none for any other text.)doc"},
    {"try_parse_date", R"doc(Reads YYYY-MM-DD, none for any other text.)doc"},
    {"version", R"doc(The version of the library, as "major.minor.patch".)doc"},
    {"year_month_day", R"doc(Splits a day into year, month and day.

Raises
------
InvalidInput
    before 1400 or after 9999)doc"},
};

}  // namespace fealty::python
