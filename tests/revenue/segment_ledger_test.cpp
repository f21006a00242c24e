// SPDX-License-Identifier: MIT
#include <fealty/revenue/segment_ledger.hpp>

#include "revenue/conventions.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/error.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::date;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

/// An interval in which an account's region is known; "" is unknown.
struct Stay {
  std::string account, region;
  std::int32_t start, end;
};
constexpr std::int32_t ever = -25'567;  // 1900-01-01

Accounts regions(const std::vector<Stay>& stays) {
  Texts account, region;
  tables::Days start, end;
  for (const Stay& stay : stays) {
    account.push_back(stay.account);
    region.push_back(stay.region);
    start.push_back(stay.start);
    end.push_back(stay.end);
  }
  return Accounts({.account = account,
                   .valid_from = std::move(start),
                   .valid_to = std::move(end),
                   .attributes = {{"region", tables::ids_with_nulls(region)}}});
}

using Table = std::map<std::pair<std::string, std::int32_t>, std::array<std::array<std::int64_t, 10>, 2>>;

constexpr std::array<MoneyColumn SegmentPeriods::*, 10> amounts{
    &SegmentPeriods::opening,      &SegmentPeriods::entered,   &SegmentPeriods::new_business,
    &SegmentPeriods::reactivation, &SegmentPeriods::expansion, &SegmentPeriods::contraction,
    &SegmentPeriods::churn,        &SegmentPeriods::left,      &SegmentPeriods::exchange,
    &SegmentPeriods::closing};
constexpr std::array<std::vector<std::int64_t> SegmentPeriods::*, 10> counts{
    &SegmentPeriods::opening_accounts,
    &SegmentPeriods::entered_accounts,
    &SegmentPeriods::new_business_accounts,
    &SegmentPeriods::reactivation_accounts,
    &SegmentPeriods::expansion_accounts,
    &SegmentPeriods::contraction_accounts,
    &SegmentPeriods::churn_accounts,
    &SegmentPeriods::left_accounts,
    nullptr,
    &SegmentPeriods::closing_accounts};

/// Amounts and accounts of each segment and first day; rows of nothing but 0 are left out.
Table cells_of(const SegmentPeriods& out) {
  Table table;
  for (std::size_t i = 0; i < out.period.days.size(); ++i) {
    std::array<std::array<std::int64_t, 10>, 2> row{};
    for (std::size_t cell = 0; cell < 10; ++cell) {
      row[0][cell] = (out.*amounts[cell]).minor[i];
      if (counts[cell] != nullptr) row[1][cell] = (out.*counts[cell])[i];
    }
    if (row != std::array<std::array<std::int64_t, 10>, 2>{})
      table[{out.segment.text(i), out.period.days[i]}] = row;
  }
  return table;
}
/// Such as "east 2024-01: new_business 500/1, closing 500/1", one on a line.
std::string lines(const Table& table) {
  std::string out;
  for (const auto& [key, row] : table) {
    out += fmt::format("{} {}:", key.first, to_string(Date{key.second}).substr(0, 7));
    for (std::size_t cell = 0; cell < 10; ++cell)
      if (row[0][cell] != 0 || row[1][cell] != 0)
        out += fmt::format(" {} {}/{}", enum_names(SegmentCell{})[cell], row[0][cell], row[1][cell]);
    out += "\n";
  }
  return out;
}
std::string lines(const MrrLedger& ledger, const Accounts& accounts) {
  return lines(cells_of(segment_ledger(ledger, accounts, {.by = "region"})));
}

/// The segments of a ledger of accounts, from its movements, day by day.
class Naive {
 public:
  Naive(const MrrLedger& ledger, const std::vector<Stay>& stays) : stays_(stays) {
    const Movements moved = ledger.movements();
    const LedgerPeriods& periods = ledger.periods();
    std::set<std::string> accounts;
    for (std::size_t i = 0; i < moved.kind.size(); ++i) accounts.insert(moved.account.text(i));
    for (const std::string& account : accounts) {
      mrr_ = 0;
      customer_ = false;
      for (std::size_t p = 0; p < periods.period.days.size(); ++p) {
        const std::int32_t first = periods.period.days[p],
                           last = std::min(periods.period_end.days[p], ledger.as_of()->days);
        std::vector<std::size_t> now;
        for (std::size_t i = 0; i < moved.kind.size(); ++i)
          if (moved.account.text(i) == account && moved.period.days[i] == first) now.push_back(i);
        state(region(account, first - 1), first, 0);
        if (ledger.policy().ledger.netting == Netting::event) events(account, first, last, moved, now);
        else netted(account, first, last, moved, now);
        state(region(account, last), first, 9);
      }
    }
  }
  const Table& table() const { return table_; }

 private:
  std::string region(const std::string& account, std::int32_t day) const {
    for (const Stay& stay : stays_)
      if (stay.account == account && stay.start <= day && day < stay.end)
        return stay.region.empty() ? "null" : stay.region;
    return "null";
  }
  void add(const std::string& segment, std::int32_t first, std::size_t cell, std::int64_t amount,
           int accounts) {
    auto& row = table_[{segment, first}];
    row[0][cell] += amount;
    row[1][cell] += accounts;
  }
  void state(const std::string& segment, std::int32_t first, std::size_t cell) {
    if (customer_) add(segment, first, cell, mrr_, 1);
  }
  void change(const std::string& from, const std::string& to, std::int32_t first) {
    if (!customer_ || from == to) return;
    add(from, first, 7, mrr_, 1);
    add(to, first, 1, mrr_, 1);
  }
  void take(const Movements& moved, std::size_t i, const std::string& segment) {
    constexpr std::array<std::size_t, 6> cell{2, 3, 4, 5, 6, 8};  // of each kind
    const MovementKind kind = moved.kind[i];
    const bool less = kind == MovementKind::contraction || kind == MovementKind::churn;
    add(segment, moved.period.days[i], cell[static_cast<std::size_t>(kind)], moved.amount.minor[i],
        kind == MovementKind::exchange ? 0 : 1);
    mrr_ += less ? -moved.amount.minor[i] : moved.amount.minor[i];
    if (kind == MovementKind::new_business || kind == MovementKind::reactivation) customer_ = true;
    if (kind == MovementKind::churn) customer_ = false;
  }
  /// By period: in the segment of the last day; who churns, in the one before.
  void netted(const std::string& account, std::int32_t first, std::int32_t last, const Movements& moved,
              const std::vector<std::size_t>& now) {
    const std::string before = region(account, first - 1), after = region(account, last);
    const bool churns = std::any_of(now.begin(), now.end(),
                                    [&](std::size_t i) { return moved.kind[i] == MovementKind::churn; });
    if (!churns) change(before, after, first);
    for (const std::size_t i : now) take(moved, i, churns ? before : after);
  }
  /// By event: rates first, which are the period's; then day by day, changes of segment before movements.
  void events(const std::string& account, std::int32_t first, std::int32_t last, const Movements& moved,
              const std::vector<std::size_t>& now) {
    for (const std::size_t i : now)
      if (moved.kind[i] == MovementKind::exchange) take(moved, i, region(account, first - 1));
    for (std::int32_t day = first; day <= last; ++day) {
      change(region(account, day - 1), region(account, day), first);
      for (const std::size_t i : now)
        if (moved.kind[i] != MovementKind::exchange && moved.date.days[i] == day)
          take(moved, i, region(account, day));
    }
  }

  const std::vector<Stay>& stays_;
  Table table_;
  std::int64_t mrr_ = 0;
  bool customer_ = false;
};

/// The rows of every nth account; with `euros`, odd accounts pay in these.
Subscriptions of_segment(const std::vector<naive::Row>& rows, std::int64_t n, std::int64_t which,
                         bool euros) {
  Texts account, money;
  tables::Days start, end;
  Counts mrr;
  for (const auto& row : rows) {
    if (row.account % n != which) continue;
    account.push_back(fmt::format("{}", row.account));
    start.push_back(row.start);
    end.push_back(row.end == naive::never ? open : row.end);
    mrr.push_back(row.mrr);
    money.push_back(euros && row.account % 2 == 1 ? "EUR" : "USD");
  }
  return Subscriptions(
      {.account = account, .start = start, .end = end, .mrr_minor = mrr, .currency_column = money});
}

/// A ledger's cells as those of one segment.
void add_ledger(const MrrLedger& ledger, const std::string& segment, Table& to) {
  const LedgerPeriods& p = ledger.periods();
  for (std::size_t i = 0; i < p.period.days.size(); ++i) {
    const std::array<std::array<std::int64_t, 10>, 2> row{
        {{p.opening.minor[i], 0, p.new_business.minor[i], p.reactivation.minor[i], p.expansion.minor[i],
          p.contraction.minor[i], p.churn.minor[i], 0, p.exchange.minor[i], p.closing.minor[i]},
         {p.opening_accounts[i], 0, p.new_business_accounts[i], p.reactivation_accounts[i],
          p.expansion_accounts[i], p.contraction_accounts[i], p.churn_accounts[i], 0, 0,
          p.closing_accounts[i]}}};
    if (row != std::array<std::array<std::int64_t, 10>, 2>{}) to[{segment, p.period.days[i]}] = row;
  }
}

/// Histories with changes, gaps, unknown values and late beginnings; some accounts have none.
std::vector<Stay> random_stays(naive::Random& random, const Texts& accounts, std::int32_t from,
                               std::int32_t to) {
  const Texts values{"east", "west", "north", ""};
  std::vector<Stay> stays;
  for (const auto& account : accounts) {
    if (random.chance(10)) continue;
    auto day = random.chance(60) ? ever : static_cast<std::int32_t>(random.between(from - 20, to));
    for (std::int64_t left = random.between(1, 4); left > 0; --left) {
      const bool lasts = left == 1 && random.chance(70);
      const std::int64_t least = std::max(day, from - 40) + 1;
      const auto next = lasts ? open : static_cast<std::int32_t>(least + random.between(0, 200));
      stays.push_back({account, values[static_cast<std::size_t>(random.between(0, 3))], day, next});
      if (next == open) break;
      day = next + static_cast<std::int32_t>(random.chance(70) ? 0 : random.between(1, 40));
    }
  }
  return stays;
}

/// Where the sums over segments are not the ledger's; empty when they are.
std::string sums_difference(const MrrLedger& ledger, const SegmentPeriods& out) {
  const LedgerPeriods& p = ledger.periods();
  const std::size_t n = p.period.days.size();
  if (n == 0) return out.period.days.empty() ? "" : "rows of no ledger";
  std::array<Counts, 10> money, accounts;
  for (auto* each : {&money, &accounts})
    for (Counts& column : *each) column.assign(n, 0);
  for (std::size_t i = 0; i < out.period.days.size(); ++i) {
    const std::size_t at = i % n;
    if (out.period.days[i] != p.period.days[at] || out.period_end.days[i] != p.period_end.days[at] ||
        out.complete[i] != p.complete[at])
      return fmt::format("row {}: another period", i);
    std::int64_t flow = 0, heads = 0;
    constexpr std::array<int, 10> sign{1, 1, 1, 1, 1, -1, -1, -1, 1, 0};
    for (std::size_t cell = 0; cell < 10; ++cell) {
      money[cell][at] += (out.*amounts[cell]).minor[i];
      flow += sign[cell] * (out.*amounts[cell]).minor[i];
      if (counts[cell] == nullptr) continue;
      accounts[cell][at] += (out.*counts[cell])[i];
      if (cell != 4 && cell != 5) heads += sign[cell] * (out.*counts[cell])[i];
    }
    if (flow != out.closing.minor[i] || heads != out.closing_accounts[i])
      return fmt::format("row {}: the identity does not hold", i);
    if (at > 0 && (out.opening.minor[i] != out.closing.minor[i - 1] ||
                   out.opening_accounts[i] != out.closing_accounts[i - 1]))
      return fmt::format("row {}: not the closing before", i);
  }
  const std::array<const Counts*, 10> want{&p.opening.minor,      nullptr,
                                           &p.new_business.minor, &p.reactivation.minor,
                                           &p.expansion.minor,    &p.contraction.minor,
                                           &p.churn.minor,        nullptr,
                                           &p.exchange.minor,     &p.closing.minor};
  const std::array<const Counts*, 10> heads{&p.opening_accounts,
                                            nullptr,
                                            &p.new_business_accounts,
                                            &p.reactivation_accounts,
                                            &p.expansion_accounts,
                                            &p.contraction_accounts,
                                            &p.churn_accounts,
                                            nullptr,
                                            nullptr,
                                            &p.closing_accounts};
  for (std::size_t cell = 0; cell < 10; ++cell) {
    const auto name = enum_names(SegmentCell{})[cell];
    if (want[cell] != nullptr && money[cell] != *want[cell]) return fmt::format("{} differs", name);
    if (heads[cell] != nullptr && accounts[cell] != *heads[cell])
      return fmt::format("{}_accounts differ", name);
  }
  if (money[1] != money[7] || accounts[1] != accounts[7]) return "what left did not enter";
  return {};
}

/// Where the accounts behind a cell do not sum to it; empty when they all do.
std::string behind_difference(const MrrLedger& ledger, const Accounts& accounts, const SegmentPeriods& out) {
  const bool counted = ledger.policy().ledger.netting == Netting::period;
  for (std::size_t i = 0; i < out.period.days.size(); ++i)
    for (std::size_t cell = 0; cell < 10; ++cell) {
      const std::string segment = out.segment.codes()[i] == no_id ? "" : out.segment.text(i);
      const auto behind = segment_behind(ledger, accounts,
                                         {.by = "region",
                                          .segment = segment,
                                          .period = to_string(Date{out.period.days[i]}),
                                          .kind = static_cast<SegmentCell>(cell)});
      std::int64_t sum = 0;
      std::set<std::string> seen;
      for (std::size_t k = 0; k < behind.amount.minor.size(); ++k) {
        sum += behind.amount.minor[k];
        seen.insert(behind.account.text(k) + "/" + behind.part.text(k));
      }
      const bool state = cell == 0 || cell == 9;
      const auto heads = counts[cell] == nullptr ? 0 : static_cast<std::size_t>((out.*counts[cell])[i]);
      if (sum != (out.*amounts[cell]).minor[i] || seen.size() != behind.amount.minor.size() ||
          (counts[cell] != nullptr && (counted || state ? seen.size() != heads : seen.size() > heads)))
        return fmt::format("{} of {} in {}: {} of {}, not {} of {}", enum_names(SegmentCell{})[cell], segment,
                           to_string(Date{out.period.days[i]}), sum, seen.size(),
                           (out.*amounts[cell]).minor[i], heads);
    }
  return {};
}

/// A policy that a ledger of conventions.csv can be made with, in any of its fields.
LedgerPolicy random_policy(naive::Random& random) {
  LedgerPolicy policy;
  LedgerPolicy::each_field(policy, [&](const std::string& name, auto& value) {
    using T = std::decay_t<decltype(value)>;
    if (random.chance(40)) return;
    if constexpr (std::is_enum_v<T>)
      value = static_cast<T>(random.between(0, static_cast<std::int64_t>(enum_names(T{}).size()) - 1));
    else if constexpr (std::is_same_v<T, std::string>) value = "America/New_York";
    else if constexpr (std::is_same_v<T, std::int32_t>)
      value = static_cast<std::int32_t>(name == "gap_days" ? random.between(0, 40) : random.between(1, 12));
    else if constexpr (std::is_same_v<T, std::optional<std::int32_t>>)
      value = static_cast<std::int32_t>(random.between(0, 60));
  });
  if (policy.netting == Netting::event) policy.snapshot = Snapshot::last_day;
  if (policy.exchange == ExchangeRule::fixed) policy.exchange_date = date("2024-03-03");
  return policy;
}

/// Customers of every sort: a moves with MRR, and churns; b is unknown before March; c always; d moves in the
/// month in which it churns; e moves in the month in which it comes.
MrrLedger five(const LedgerPolicy& policy = {}) {
  return mrr_ledger(tables::subscriptions({{"a", "2024-01-03", "2024-03-20", 500},
                                           {"a", "2024-02-20", "2024-03-20", 100},
                                           {"b", "2024-01-05", "open", 300},
                                           {"c", "2024-02-01", "open", 200},
                                           {"d", "2024-01-08", "2024-03-15", 700},
                                           {"e", "2024-02-12", "open", 400}}),
                    {.as_of = date("2024-03-31"), .policy = {.ledger = policy}});
}
std::vector<Stay> five_stays() {
  const auto day = [](const char* text) { return tables::day(text); };
  return {{"a", "east", ever, day("2024-02-10")},  {"a", "west", day("2024-02-10"), open},
          {"b", "east", day("2024-03-01"), open},  {"d", "east", ever, day("2024-03-05")},
          {"d", "north", day("2024-03-05"), open}, {"e", "west", ever, day("2024-02-20")},
          {"e", "east", day("2024-02-20"), open}};
}

}  // namespace

TEST_SUITE("revenue/segment_ledger") {
  TEST_CASE("netted by period: who moves takes its MRR along, who churns does so where it was") {
    CHECK(lines(five(), regions(five_stays())) ==
          "east 2024-01: new_business 1200/2 closing 1200/2\n"
          // a left with 500; e came, and is in the east on the last day.
          "east 2024-02: opening 1200/2 new_business 400/1 left 500/1 closing 1100/2\n"
          // b is known from March on; d churns where it was on 29 February.
          "east 2024-03: opening 1100/2 entered 300/1 churn 700/1 closing 700/2\n"
          "null 2024-01: new_business 300/1 closing 300/1\n"
          "null 2024-02: opening 300/1 new_business 200/1 closing 500/2\n"
          "null 2024-03: opening 500/2 left 300/1 closing 200/1\n"
          "west 2024-02: entered 500/1 expansion 100/1 closing 600/1\n"
          "west 2024-03: opening 600/1 churn 600/1\n");
  }

  TEST_CASE("by event: changes of segment have their days") {
    CHECK(lines(five({.netting = Netting::event}), regions(five_stays())) ==
          "east 2024-01: new_business 1200/2 closing 1200/2\n"
          // a left on the 10th with 500; e entered on the 20th.
          "east 2024-02: opening 1200/2 entered 400/1 left 500/1 closing 1100/2\n"
          "east 2024-03: opening 1100/2 entered 300/1 left 700/1 closing 700/2\n"
          // d came north on the 5th, and churned there on the 15th.
          "north 2024-03: entered 700/1 churn 700/1\n"
          "null 2024-01: new_business 300/1 closing 300/1\n"
          "null 2024-02: opening 300/1 new_business 200/1 closing 500/2\n"
          "null 2024-03: opening 500/2 left 300/1 closing 200/1\n"
          "west 2024-02: entered 500/1 new_business 400/1 expansion 100/1 left 400/1 closing 600/1\n"
          // The two rows of a end on one day: the smaller first.
          "west 2024-03: opening 600/1 contraction 100/1 churn 500/1\n");
  }

  TEST_CASE("in a reporting currency the effect of rates is in the segment that the customer is in") {
    const auto dollars = [](ExchangeRule rule, Netting netting) {
      return mrr_ledger(
          Subscriptions({.account = Texts{"a", "a"},
                         .start = days({"2024-01-03", "2024-03-15"}),
                         .end = days({"2024-03-15", "open"}),
                         .mrr_minor = Counts{10000, 10000},
                         .currency = "EUR"}),
          {.as_of = date("2024-03-31"),
           .policy = {.ledger = {.netting = netting, .exchange = rule}},
           .reporting_currency = "USD",
           .exchange_rates = ExchangeRates({.date = days({"2024-01-01", "2024-02-20", "2024-03-12"}),
                                            .base = Texts(3, "EUR"),
                                            .quote = Texts(3, "USD"),
                                            .rate = Reals{1.0, 1.25, 1.5},
                                            .max_age_days = 366})});
    };
    const std::vector<Stay> stays{{"a", "east", ever, tables::day("2024-03-10")},
                                  {"a", "west", tables::day("2024-03-10"), open}};
    // It leaves with what it was worth in February; March's rate finds it in the west.
    CHECK(lines(dollars(ExchangeRule::period_end, Netting::period), regions(stays)) ==
          "east 2024-01: new_business 10000/1 closing 10000/1\n"
          "east 2024-02: opening 10000/1 exchange 2500/0 closing 12500/1\n"
          "east 2024-03: opening 12500/1 left 12500/1\n"
          "west 2024-03: entered 12500/1 exchange 2500/0 closing 15000/1\n");
    // By event the rate is the month's from its first day on, on which it was in the east.
    CHECK(lines(dollars(ExchangeRule::period_end, Netting::event), regions(stays)) ==
          "east 2024-01: new_business 10000/1 closing 10000/1\n"
          "east 2024-02: opening 10000/1 exchange 2500/0 closing 12500/1\n"
          "east 2024-03: opening 12500/1 left 15000/1 exchange 2500/0\n"
          "west 2024-03: entered 15000/1 closing 15000/1\n");
    // Rates of the rows' starts: the renewal of the 15th is worth 15,000, and is renewed in the west.
    CHECK(lines(dollars(ExchangeRule::service_start, Netting::period), regions(stays)) ==
          "east 2024-01: new_business 10000/1 closing 10000/1\n"
          "east 2024-02: opening 10000/1 closing 10000/1\n"
          "east 2024-03: opening 10000/1 left 10000/1\n"
          "west 2024-03: entered 10000/1 exchange 5000/0 closing 15000/1\n");
  }

  TEST_CASE("by event, at rates of rows' starts: a renewal's effect is in the segment of its day") {
    const auto ledger = mrr_ledger(
        Subscriptions({.account = Texts{"a", "a"},
                       .start = days({"2024-01-03", "2024-03-15"}),
                       .end = days({"2024-03-15", "open"}),
                       .mrr_minor = Counts{10000, 10000},
                       .currency = "EUR"}),
        {.as_of = date("2024-03-31"),
         .policy = {.ledger = {.netting = Netting::event, .exchange = ExchangeRule::service_start}},
         .reporting_currency = "USD",
         .exchange_rates = ExchangeRates({.date = days({"2024-01-01", "2024-03-12"}),
                                          .base = Texts(2, "EUR"),
                                          .quote = Texts(2, "USD"),
                                          .rate = Reals{1.0, 1.5},
                                          .max_age_days = 366})});
    // tests/python/reference/ledger.py: it leaves on the 10th with 10,000, and is renewed at 15,000 on the
    // 15th.
    CHECK(lines(ledger, regions({{"a", "east", ever, tables::day("2024-03-10")},
                                 {"a", "west", tables::day("2024-03-10"), open}})) ==
          "east 2024-01: new_business 10000/1 closing 10000/1\n"
          "east 2024-02: opening 10000/1 closing 10000/1\n"
          "east 2024-03: opening 10000/1 left 10000/1\n"
          "west 2024-03: entered 10000/1 exchange 5000/0 closing 15000/1\n");
  }

  TEST_CASE("equals a naive walk through the days, netted by period and by event") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 15), .days = 300, .free = 20};
      Texts account, names, money;
      Counts mrr;
      tables::Days start, end;
      const bool euros = random.chance(50);
      for (const auto& row : naive::random_rows(random, shape)) {
        account.push_back(fmt::format("A{}", row.account));
        mrr.push_back(row.mrr);
        start.push_back(row.start);
        end.push_back(row.end == naive::never ? open : row.end);
        money.push_back(euros && row.account % 2 == 0 ? "EUR" : "USD");
      }
      for (std::int64_t i = 0; i < shape.accounts; ++i) names.push_back(fmt::format("A{}", i));
      const Subscriptions table(
          {.account = account, .start = start, .end = end, .mrr_minor = mrr, .currency_column = money});
      const auto stays = random_stays(random, names, shape.first_day, shape.first_day + shape.days);
      const Accounts accounts = regions(stays);
      Reals rates;
      tables::Days rate_days;
      for (std::int32_t day = shape.first_day - 1; day <= shape.first_day + shape.days + 60; day += 9) {
        rate_days.push_back(day);
        rates.push_back(static_cast<double>(random.between(80, 130)) / 100);
      }
      const Texts base(rates.size(), "EUR"), quote(rates.size(), "USD");
      for (const Netting netting : {Netting::period, Netting::event}) {
        const auto ledger = mrr_ledger(
            table,
            {.as_of = Date{static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + 360))},
             .policy = {.ledger = {.netting = netting, .period = static_cast<Period>(random.between(1, 4))}},
             .reporting_currency = "USD",
             .exchange_rates = ExchangeRates(
                 {.date = rate_days, .base = base, .quote = quote, .rate = rates, .max_age_days = 366})});
        CAPTURE(seed);
        CHECK(lines(ledger, accounts) == lines(Naive(ledger, stays).table()));
      }
    }
  }

  TEST_CASE("few segments or hundreds: each is the ledger of its own accounts") {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = seed % 4 == 0 ? 2500 : random.between(1, 400),
                               .highest = seed % 3 == 0 ? 5'000'000'000 : 9'000,
                               .free = seed % 2 == 0 ? 10 : 0};
      const auto rows = naive::random_rows(random, shape);
      const std::int64_t segments = seed % 5 == 0 ? random.between(65, 300) : random.between(1, 12);
      MrrLedgerOptions options{.as_of = Date{shape.first_day + 550},
                               .threads = static_cast<std::int32_t>(random.between(1, 3))};
      if (random.chance(30)) options.policy.ledger.netting = Netting::event;
      if (random.chance(30)) options.policy.ledger.reactivation_days = 40;
      if (random.chance(20)) options.policy.ledger.gap_days = 9;
      const bool euros = random.chance(40);
      const std::vector<std::int32_t> rate_days{shape.first_day, shape.first_day + 200};
      if (euros) {
        options.reporting_currency = "USD";
        options.exchange_rates = ExchangeRates({.date = rate_days,
                                                .base = Texts{"EUR", "EUR"},
                                                .quote = Texts{"USD", "USD"},
                                                .rate = Reals{1.1, 1.07},
                                                .max_age_days = 1000});
      }
      std::vector<Stay> stays;
      for (std::int64_t i = 0; i < shape.accounts; ++i)
        stays.push_back({fmt::format("{}", i), fmt::format("r{:03}", i % segments), ever, open});
      const auto out = segment_ledger(mrr_ledger(of_segment(rows, 1, 0, euros), options), regions(stays),
                                      {.by = "region"});
      Table want;
      for (std::int64_t segment = 0; segment < segments; ++segment)
        add_ledger(mrr_ledger(of_segment(rows, segments, segment, euros), options),
                   fmt::format("r{:03}", segment), want);
      CAPTURE(seed);
      CHECK(lines(cells_of(out)) == lines(want));
    }
  }

  TEST_CASE(
      "invariant 3: the sum over segments is the ledger, under any policy, and every cell can be opened") {
    const Texts names{"weekly", "daily",  "half",   "forever", "promo", "free",   "metered", "paused", "late",
                      "brink",  "verge",  "unpaid", "leaver",  "both",  "switch", "items",   "gap",    "back",
                      "edge",   "refund", "kept",   "old",     "child", "night",  "euro"};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const LedgerPolicy policy = random_policy(random);
      const auto ledger = conventions::ledger({.ledger = policy});
      const Accounts accounts =
          regions(random_stays(random, names, tables::day("2024-01-01"), tables::day("2024-06-30")));
      const auto out = segment_ledger(ledger, accounts, {.by = "region"});
      CAPTURE(seed);
      CHECK(sums_difference(ledger, out) == "");
      CHECK(out.policy == ledger.policy());
      // Opening every cell of every day takes long, and shows nothing more.
      if (policy.period != Period::day && policy.period != Period::week)
        CHECK(behind_difference(ledger, accounts, out) == "");
    }
  }

  TEST_CASE("opens a cell down to its accounts, in the order of their ids") {
    const auto ledger = five();
    const Accounts accounts = regions(five_stays());
    const auto behind = [&](const std::string& segment, const std::string& period, SegmentCell kind) {
      const auto found = segment_behind(ledger, accounts,
                                        {.by = "region", .segment = segment, .period = period, .kind = kind});
      std::string out;
      for (std::size_t i = 0; i < found.amount.minor.size(); ++i) {
        CHECK(found.part.text(i) == "null");
        out += fmt::format("{}{} {}", i == 0 ? "" : ", ", found.account.text(i), found.amount.minor[i]);
      }
      CHECK(found.amount.currency == currency("USD"));
      return out;
    };
    CHECK(behind("east", "2024-01", SegmentCell::new_business) == "a 500, d 700");
    CHECK(behind("east", "2024-01", SegmentCell::opening) == "");
    CHECK(behind("east", "2024-02", SegmentCell::opening) == "a 500, d 700");
    CHECK(behind("east", "2024-02", SegmentCell::left) == "a 500");
    CHECK(behind("east", "2024-02", SegmentCell::closing) == "d 700, e 400");
    CHECK(behind("west", "2024-02-17", SegmentCell::entered) == "a 500");
    CHECK(behind("west", "2024-02", SegmentCell::expansion) == "a 100");
    CHECK(behind("east", "2024-03", SegmentCell::churn) == "d 700");
    CHECK(behind("west", "2024-03", SegmentCell::closing) == "");
    CHECK(behind("", "2024-02", SegmentCell::closing) == "b 300, c 200");
    CHECK(behind("", "2024-03", SegmentCell::left) == "b 300");
    CHECK(behind("north", "2024-03", SegmentCell::churn) == "");
    CHECK(SegmentBehindOptions{}.kind == SegmentCell::churn);
  }

  TEST_CASE("at finer grains a cell opens down to parts") {
    const auto ledger = conventions::ledger({.ledger = {.grain = Grain::subscription}});
    const auto found =
        segment_behind(ledger, regions({{"both", "east", ever, open}}),
                       {.by = "region", .segment = "east", .period = "2024-03", .kind = SegmentCell::churn});
    CHECK(tables::text(found.amount.minor) == "3000 4000");
    CHECK(found.account.text(0) + found.part.text(0) == "bothb1");
    CHECK(found.account.text(1) + found.part.text(1) == "bothb2");
  }

  TEST_CASE(
      "segments are in the order of their names, unknown last; one that never had a customer has no rows") {
    const auto out = segment_ledger(five(), regions(five_stays()), {.by = "region"});
    std::string order;
    for (std::size_t i = 0; i < out.period.days.size(); ++i)
      order += fmt::format("{} {} ", out.segment.text(i), to_string(Date{out.period.days[i]}).substr(5, 2));
    CHECK(order == "east 01 east 02 east 03 west 01 west 02 west 03 null 01 null 02 null 03 ");
    CHECK(out.segment.codes().back() == no_id);
    CHECK(out.opening.currency == currency("USD"));
    CHECK(out.closing.currency == currency("USD"));
    CHECK(out.period_end.days == days({"2024-01-31", "2024-02-29", "2024-03-31", "2024-01-31", "2024-02-29",
                                       "2024-03-31", "2024-01-31", "2024-02-29", "2024-03-31"}));
    CHECK(tables::text(out.complete) == "1 1 1 1 1 1 1 1 1");
  }

  TEST_CASE("without any history everybody is unknown, and the ledger is the segment's") {
    const auto ledger = five();
    const auto out = segment_ledger(ledger, regions({}), {.by = "region"});
    CHECK(out.closing.minor == ledger.periods().closing.minor);
    CHECK(out.churn_accounts == ledger.periods().churn_accounts);
    CHECK(sums_difference(ledger, out) == "");
  }

  TEST_CASE("changes after as_of are not known yet; those before the first period came before it") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}), {.as_of = date("2024-02-15")});
    const std::vector<Stay> stays{{"a", "west", ever, tables::day("2023-12-01")},
                                  {"a", "east", tables::day("2023-12-01"), tables::day("2024-02-16")},
                                  {"a", "west", tables::day("2024-02-16"), open}};
    const auto out = segment_ledger(ledger, regions(stays), {.by = "region"});
    CHECK(lines(cells_of(out)) ==
          "east 2024-01: new_business 100/1 closing 100/1\neast 2024-02: opening 100/1 closing 100/1\n");
    CHECK(tables::text(out.complete) == "1 0");
  }

  TEST_CASE("a customer at 0 that moves is counted, with no amount") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-02-10", "open", 0}}),
        {.as_of = date("2024-03-31")});
    CHECK(lines(ledger, regions({{"a", "east", ever, tables::day("2024-03-10")},
                                 {"a", "west", tables::day("2024-03-10"), open}})) ==
          "east 2024-01: new_business 100/1 closing 100/1\n"
          "east 2024-02: opening 100/1 contraction 100/1 closing 0/1\n"
          "east 2024-03: opening 0/1 left 0/1\n"
          "west 2024-03: entered 0/1 closing 0/1\n");
  }

  TEST_CASE("who moves while away, or back and forth within a period, has not moved") {
    const auto table =
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-04-10", "open", 100}});
    const std::vector<Stay> away{{"a", "east", ever, tables::day("2024-03-10")},
                                 {"a", "west", tables::day("2024-03-10"), open}};
    for (const Netting netting : {Netting::period, Netting::event}) {
      const auto ledger = mrr_ledger(table, {.as_of = date("2024-04-30"), .netting = netting});
      CHECK(lines(ledger, regions(away)) ==
            "east 2024-01: new_business 100/1 closing 100/1\n"
            "east 2024-02: opening 100/1 churn 100/1\n"
            "west 2024-04: reactivation 100/1 closing 100/1\n");
    }
    const auto steady =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}), {.as_of = date("2024-02-29")});
    const std::vector<Stay> there_and_back{
        {"a", "east", ever, tables::day("2024-02-10")},
        {"a", "west", tables::day("2024-02-10"), tables::day("2024-02-20")},
        {"a", "east", tables::day("2024-02-20"), open}};
    CHECK(lines(steady, regions(there_and_back)) ==
          "east 2024-01: new_business 100/1 closing 100/1\n"
          "east 2024-02: opening 100/1 closing 100/1\n");
    CHECK(lines(steady.with_policy({.ledger = {.netting = Netting::event}}), regions(there_and_back)) ==
          "east 2024-01: new_business 100/1 closing 100/1\n"
          "east 2024-02: opening 100/1 entered 100/1 left 100/1 closing 100/1\n"
          "west 2024-02: entered 100/1 left 100/1\n");
  }

  TEST_CASE("an empty ledger has no segments") {
    const auto ledger = mrr_ledger(tables::subscriptions({}));
    const auto out = segment_ledger(ledger, regions(five_stays()), {.by = "region"});
    CHECK(out.period.days.empty());
    CHECK(out.segment.size() == 0);
    CHECK(out.closing.minor.empty());
    CHECK_THROWS_WITH_AS(
        segment_behind(ledger, regions(five_stays()), {.by = "region", .segment = "", .period = "2024-01"}),
        "segment_behind: period = \"2024-01\" is not there; the ledger has no periods", InvalidInput);
  }

  TEST_CASE("refuses attributes, values and periods that there are not, in exact words") {
    const auto ledger = five();
    const Accounts accounts = regions(five_stays());
    CHECK_THROWS_WITH_AS(segment_ledger(ledger, accounts, {.by = "plan"}),
                         "Accounts: attribute = \"plan\" is not there; the attributes are region",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(segment_ledger(ledger, accounts, {}),
                         "Accounts: attribute = \"\" is not there; the attributes are region", InvalidInput);
    CHECK_THROWS_WITH_AS(segment_ledger(ledger, Accounts({.account = Texts{"a"}}), {.by = "region"}),
                         "Accounts: attribute = \"region\" is not there; the attributes are none",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        segment_behind(ledger, accounts, {.by = "region", .segment = "south", .period = "2024-01"}),
        "segment_behind: segment = \"south\" is no value of region", InvalidInput);
    CHECK_THROWS_WITH_AS(
        segment_behind(ledger, accounts, {.by = "region", .segment = "east", .period = "2024-04"}),
        "segment_behind: period = \"2024-04\" is not one of 2024-01 to 2024-03", InvalidInput);
    CHECK_THROWS_WITH_AS(segment_behind(ledger, accounts, {.by = "plan", .segment = "", .period = "2024-01"}),
                         "Accounts: attribute = \"plan\" is not there; the attributes are region",
                         InvalidInput);
    const Accounts numbered({.account = Counts{1}, .attributes = {{"region", IdColumn(Texts{"east"})}}});
    CHECK_THROWS_WITH_AS(segment_ledger(ledger, numbered, {.by = "region"}),
                         "Accounts: account = integers cannot be matched with ids that are texts",
                         InvalidInput);
  }

  TEST_CASE("the columns have their names, in order") {
    SegmentPeriods periods;
    std::string names;
    SegmentPeriods::each_column(periods,
                                [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "segment period period_end opening entered new_business reactivation expansion contraction churn "
          "left "
          "exchange closing opening_accounts entered_accounts new_business_accounts reactivation_accounts "
          "expansion_accounts contraction_accounts churn_accounts left_accounts closing_accounts complete ");
    SegmentBehind behind;
    names.clear();
    SegmentBehind::each_column(behind,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "account part amount ");
    std::string cells;
    for (const auto cell : enum_names(SegmentCell{})) cells += std::string(cell) + " ";
    CHECK(cells ==
          "opening entered new_business reactivation expansion contraction churn left exchange closing ");
    CHECK(enum_names(SegmentCell{})[static_cast<std::size_t>(SegmentCell::left)] == "left");
  }
}
