// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/detail/period_names.hpp>
#include <fealty/revenue/summary.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A summary's row on the compared periods.
struct FramedRow {
  std::uint32_t account;  // a code of the frame's ids; 0 for totals
  std::uint32_t period;
  std::size_t row;  // of the summary's accepted rows
};

/// What a ledger and a summary have in common: the compared periods, and the accounts of both.
class ReconcileFrame {
 public:
  /// \param accounts  of the ledger's movements; absent when the summary holds totals
  ReconcileFrame(const MrrLedger& ledger, const Summary& summary, const IdColumn& accounts)
      : ledger_(ledger), summary_(summary.data()), period_(ledger.policy().ledger.period),
        fiscal_year_start_(ledger.policy().ledger.fiscal_year_start) {
    take_currency();
    take_ids(accounts);
    if (summary_.row.empty()) return;
    const std::vector<Date> starts = row_starts();
    make_grid(starts);
    for (std::size_t i = 0; i < starts.size(); ++i)
      rows.push_back({account_of(i), grid->index(std::max(starts[i].days, min_day)), i});
    refuse_repeated_rows();
  }

  bool by_account() const { return summary_.account.present(); }
  /// Rows by account id, then by period.
  std::vector<FramedRow> rows;
  std::optional<PeriodGrid> grid;   // the compared periods; none without a row
  std::shared_ptr<const Ids> ids;   // the ledger's accounts and then the summary's others
  std::vector<std::uint32_t> rank;  // of each account; empty for totals
  Currency currency;

 private:
  [[noreturn]] void refuse(std::string what, std::size_t row, std::string value, std::string rule) const {
    throw InvalidInput({"reconcile", std::move(what), summary_.row[row], std::move(value), std::move(rule)});
  }
  std::size_t source(std::size_t row) const { return static_cast<std::size_t>(summary_.row[row]); }

  void take_currency() {
    currency = ledger_.currency();
    for (std::size_t i = 0; i < summary_.row.size(); ++i) {
      const Currency& theirs = summary_.currencies[summary_.currency[i]];
      if (currency == Currency{}) currency = theirs;  // a ledger without rows may have none
      if (theirs != currency)
        refuse("currency", i, theirs.code(), fmt::format("is not the ledger's, {}", currency.code()));
    }
  }

  void take_ids(const IdColumn& accounts) {
    auto all = accounts.present() ? std::make_shared<Ids>(*accounts.ids()) : std::make_shared<Ids>();
    if (by_account()) {
      const Ids& theirs = *summary_.account.ids();
      if (!ids_fit(*all, theirs))
        throw InvalidInput({.who = "reconcile",
                            .what = summary_.account.name().empty() ? "account" : summary_.account.name(),
                            .where = {},
                            .value = theirs.is_text() ? "texts" : "integers",
                            .rule = theirs.is_text() ? "do not fit the ledger's ids, which are integers"
                                                     : "do not fit the ledger's ids, which are texts"});
      for (std::uint32_t code = 0; code < theirs.size(); ++code)
        code_of_.push_back(theirs.is_text() ? all->encode(theirs.view(code))
                                            : all->encode(theirs.number(code)));
      rank = all->ranks();
    }
    ids = std::move(all);
  }
  std::uint32_t account_of(std::size_t row) const {
    return by_account() ? code_of_[summary_.account.codes()[source(row)]] : 0;
  }

  /// The first day of each row's period.
  std::vector<Date> row_starts() const {
    std::vector<Date> starts;
    for (std::size_t i = 0; i < summary_.row.size(); ++i) {
      const PeriodName name = summary_.name(source(i));
      const auto start = start_of(name, period_, fiscal_year_start_);
      if (!start)
        refuse(
            summary_.period_field(), i, summary_.period_text(source(i)),
            fmt::format("is a {}; the ledger has {}", kind_name(name.kind, fiscal_year_start_, name.fiscal),
                        grid_in_words(ledger_.data().grid, period_, fiscal_year_start_)));
      starts.push_back(*start);
    }
    return starts;
  }

  void make_grid(const std::vector<Date>& starts) {
    const auto ends = std::minmax_element(starts.begin(), starts.end());
    const Date first{std::max(ends.first->days, min_day)}, last{std::max(ends.second->days, min_day)};
    try {
      grid.emplace(first, last, period_, fiscal_year_start_);
    } catch (const InvalidInput&) {
      throw InvalidInput({.who = "reconcile",
                          .what = summary_.period_field(),
                          .where = {},
                          .value = fmt::format("{} to {}", to_string(first), to_string(last)),
                          .rule = "are more than 65,535 of the ledger's periods"});
    }
  }

  void refuse_repeated_rows() {
    const auto key = [&](const FramedRow& each) {
      return std::tuple(by_account() ? rank[each.account] : 0, each.period, each.row);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const FramedRow& a, const FramedRow& b) { return key(a) < key(b); });
    std::optional<std::pair<std::size_t, std::size_t>> repeated;  // the row, and the one before it
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i].account != rows[i - 1].account || rows[i].period != rows[i - 1].period) continue;
      if (!repeated || rows[i].row < repeated->first) repeated = {rows[i].row, rows[i - 1].row};
    }
    if (!repeated) return;
    refuse(
        summary_.period_field(), repeated->first, summary_.period_text(source(repeated->first)),
        fmt::format(
            "{}is in row {} already",
            by_account() ? fmt::format("of account {} ", summary_.account.text(source(repeated->first))) : "",
            summary_.row[repeated->second]));
  }

  const MrrLedger& ledger_;
  const SummaryData& summary_;
  Period period_;
  std::int32_t fiscal_year_start_;
  std::vector<std::uint32_t> code_of_;
};

}  // namespace fealty::revenue::detail
