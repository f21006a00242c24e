// SPDX-License-Identifier: MIT
// A ledger as a person would keep it by hand, to compare the real one with: maps, one day after the
// other, one account after the other. It shares no code with the library, not even the calendar.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace naive {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

struct Row {
  std::int64_t account;
  std::int32_t start;
  std::int32_t end;  // `never` while it lasts
  std::int64_t mrr;
};

enum class Cut { day, week, month, quarter, year };

/// First day of the period of a day.
inline std::int32_t first_day(std::int32_t day, Cut cut, int fiscal_start) {
  using namespace std::chrono;
  const sys_days date{days{day}};
  if (cut == Cut::day) return day;
  if (cut == Cut::week) {
    const weekday name{date};
    return day - static_cast<std::int32_t>((name - Monday).count());
  }
  year_month_day first{date};
  first = first.year() / first.month() / 1;
  const auto starts_one = [&] {
    const int month = static_cast<int>(static_cast<unsigned>(first.month()));
    if (cut == Cut::month) return true;
    return (month - fiscal_start + 12) % (cut == Cut::quarter ? 3 : 12) == 0;
  };
  while (!starts_one()) first -= months{1};
  return static_cast<std::int32_t>(sys_days{first}.time_since_epoch().count());
}

/// First day of the next period.
inline std::int32_t next_first_day(std::int32_t first, Cut cut) {
  using namespace std::chrono;
  if (cut == Cut::day) return first + 1;
  if (cut == Cut::week) return first + 7;
  year_month_day date{sys_days{days{first}}};
  date += months{cut == Cut::month ? 1 : cut == Cut::quarter ? 3 : 12};
  return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

enum Kind { new_business, reactivation, expansion, contraction, churn };

struct Period {
  std::int32_t first, last;
  std::int64_t opening = 0, closing = 0, opening_accounts = 0, closing_accounts = 0;
  std::array<std::int64_t, 5> amount{}, accounts{};  // by kind
  bool complete = true;
};

struct Movement {
  std::int64_t account;
  Kind kind;
  std::int64_t amount;
};

/// What an account has on a day.
struct State {
  std::int64_t mrr = 0;
  std::int64_t rows = 0;  // also free ones
};

struct Spell {
  std::int64_t account, number;
  std::int32_t start, end;  // `never` when it lasts
  std::int64_t first_mrr, last_mrr;
};

struct Retention {
  std::int64_t base = 0, retained = 0, gross_retained = 0, base_accounts = 0;
  std::int64_t base_customers = 0, retained_customers = 0;
};

struct CohortCell {
  std::size_t cohort, period;
  std::int64_t base_accounts = 0, accounts = 0, base = 0, net = 0, gross = 0;
};

class Ledger {
 public:
  std::vector<Period> periods;
  std::vector<std::vector<Movement>> movements;                 // by period, then account
  std::vector<std::map<std::int64_t, std::int64_t>> customers;  // by period: account and its MRR at the end

  Ledger(const std::vector<Row>& rows, std::int32_t as_of, Cut cut, int fiscal_start) : as_of_(as_of) {
    std::int32_t first = never;
    for (Row row : rows) {
      if (row.start > as_of) continue;  // not known yet
      first = std::min(first, row.start);
      if (row.end > as_of) row.end = never;  // nor is this
      if (row.end == row.start) continue;
      auto& changes = changes_[row.account];
      changes[row.start].mrr += row.mrr;
      changes[row.start].rows += 1;
      if (row.end == never) continue;
      changes[row.end].mrr -= row.mrr;
      changes[row.end].rows -= 1;
    }
    if (first == never) return;
    for (std::int32_t day = first_day(first, cut, fiscal_start); day <= as_of;
         day = next_first_day(day, cut)) {
      Period period{day, next_first_day(day, cut) - 1};
      period.complete = period.last <= as_of;
      periods.push_back(period);
    }
    movements.resize(periods.size());
    customers.resize(periods.size());
    for (const auto& [account, changes] : changes_) follow(account, changes);
  }

  Retention retention(std::size_t period, std::size_t window) const {
    const auto &then = customers[period - window], &now = customers[period];
    Retention out;
    for (const auto& [account, was] : then) {
      const auto found = now.find(account);
      const std::int64_t is = found == now.end() ? 0 : found->second;
      out.base_customers += 1;
      out.retained_customers += found == now.end() ? 0 : 1;
      if (was == 0) continue;
      out.base += was;
      out.retained += is;
      out.gross_retained += std::min(was, is);
      out.base_accounts += 1;
    }
    return out;
  }

  std::vector<CohortCell> cohorts() const {
    std::map<std::int64_t, std::size_t> joined;
    for (std::size_t p = 0; p < periods.size(); ++p)
      for (const auto& [account, mrr] : customers[p]) joined.try_emplace(account, p);
    std::map<std::pair<std::size_t, std::size_t>, CohortCell> cells;
    for (const auto& [account, cohort] : joined)
      for (std::size_t p = cohort; p < periods.size(); ++p) {
        CohortCell& cell = cells.try_emplace({cohort, p}, CohortCell{cohort, p}).first->second;
        const std::int64_t base = customers[cohort].at(account);
        cell.base_accounts += 1;
        cell.base += base;
        const auto now = customers[p].find(account);
        if (now == customers[p].end()) continue;
        cell.accounts += 1;
        cell.net += now->second;
        cell.gross += std::min(now->second, base);
      }
    std::vector<CohortCell> out;
    for (const auto& [place, cell] : cells) out.push_back(cell);
    return out;
  }

  /// By account, then by time. An account is a customer from its first day with MRR for as long as it
  /// has any row, also a free one.
  std::vector<Spell> spells(std::int32_t gap_days) const {
    std::vector<Spell> out;
    for (const auto& [account, changes] : changes_) {
      State state;
      bool customer = false;
      std::int64_t number = 0;
      std::int32_t left = 0;  // day on which the account's last spell ended
      for (const auto& [day, change] : changes) {
        const std::int64_t before = state.mrr;
        state.mrr += change.mrr;
        state.rows += change.rows;
        if (!customer && number > 0 && state.rows > 0 && day - left <= gap_days) {
          customer = true;  // it was not away for long enough
          out.back().end = never;
        } else if (!customer && state.mrr > 0) {
          customer = true;
          out.push_back({account, ++number, day, never, state.mrr, 0});
        } else if (customer && state.rows == 0) {
          customer = false;
          left = out.back().end = day;
          out.back().last_mrr = before;
        }
      }
      if (customer) out.back().last_mrr = state.mrr;
    }
    return out;
  }

  std::int32_t as_of() const { return as_of_; }

 private:
  void follow(std::int64_t account, const std::map<std::int32_t, State>& changes) {
    State state;
    bool customer = false, ever = false;
    std::int64_t mrr = 0;
    auto next = changes.begin();
    for (std::size_t p = 0; p < periods.size(); ++p) {
      for (; next != changes.end() && next->first <= periods[p].last; ++next) {
        state.mrr += next->second.mrr;
        state.rows += next->second.rows;
      }
      const bool is = state.rows > 0 && (state.mrr > 0 || customer);  // a free plan alone makes no customer
      const std::int64_t now = is ? state.mrr : 0;
      Period& period = periods[p];
      period.opening += mrr;
      period.opening_accounts += customer ? 1 : 0;
      period.closing += now;
      period.closing_accounts += is ? 1 : 0;
      if (is) customers[p][account] = now;
      if (is && !customer) note(p, {account, ever ? reactivation : new_business, now});
      if (!is && customer) note(p, {account, churn, mrr});
      if (is && customer && now > mrr) note(p, {account, expansion, now - mrr});
      if (is && customer && now < mrr) note(p, {account, contraction, mrr - now});
      customer = is;
      ever = ever || is;
      mrr = now;
    }
  }
  void note(std::size_t p, Movement movement) {
    periods[p].amount[movement.kind] += movement.amount;
    periods[p].accounts[movement.kind] += 1;
    movements[p].push_back(movement);
  }

  std::int32_t as_of_;
  std::map<std::int64_t, std::map<std::int32_t, State>> changes_;  // of each account, on the days it has any
};

}  // namespace naive
