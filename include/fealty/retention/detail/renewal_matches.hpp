// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/retention/renewal.hpp>
#include <fealty/revenue/detail/term.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// A contract that is known, and the one that renews it.
struct TermRow {
  const revenue::detail::ContractRow* row;
  std::int64_t mrr;
  const TermRow* renewal = nullptr;
  bool taken = false;  // renews another
};

/// Finds the renewals among the contracts of one account.
class AccountRenewals {
 public:
  AccountRenewals(std::span<TermRow> terms, const RenewalOptions& options)
      : early_(options.early_days), late_(options.late_days) {
    for (TermRow& term : terms) by_start_.push_back(&term);
    by_end_ = by_start_;  // in the table's order, which settles what is left of ties
    std::stable_sort(by_start_.begin(), by_start_.end(), [](const TermRow* a, const TermRow* b) {
      return std::tuple(a->row->start, -a->mrr) < std::tuple(b->row->start, -b->mrr);
    });
    std::stable_sort(by_end_.begin(), by_end_.end(), [](const TermRow* a, const TermRow* b) {
      return std::tuple(a->row->end, -a->mrr) < std::tuple(b->row->end, -b->mrr);
    });
  }
  void match() {
    for (TermRow* term : by_end_) {
      TermRow* const renewal = nearest(*term);
      if (renewal == nullptr) continue;
      renewal->taken = true;
      term->renewal = renewal;
    }
  }

 private:
  TermRow* nearest(const TermRow& term) const {
    const std::int64_t end = term.row->end;
    TermRow* best = nullptr;
    const auto distance = [&](const TermRow* each) { return std::abs(each->row->start - end); };
    auto at = std::partition_point(by_start_.begin(), by_start_.end(), [&](const TermRow* each) {
      return each->row->start < end - early_ || each->row->start <= term.row->start;
    });
    for (; at != by_start_.end() && (*at)->row->start <= end + late_; ++at)
      if (!(*at)->taken && (*at)->row->end > end && (best == nullptr || distance(*at) < distance(best)))
        best = *at;
    return best;
  }

  std::int64_t early_, late_;
  std::vector<TermRow*> by_start_, by_end_;
};

inline void check_renewals(const char* who, const RenewalOptions& options) {
  check_confidence(who, options.confidence);
  check_window(who, 1, options.small_base);
  fealty::detail::check_fiscal_year_start(who, options.fiscal_year_start);
  const auto refuse = [&](const char* what, std::string value, const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  if (options.early_days < 0) refuse("early_days", fmt::format("{}", options.early_days), "is negative");
  if (options.late_days < 0) refuse("late_days", fmt::format("{}", options.late_days), "is negative");
  if (options.as_of && (options.as_of->days < min_day || options.as_of->days > max_day))
    refuse("as_of", to_string(*options.as_of), "is not between 1900-01-01 and 9999-12-31");
}

/// The contracts that are due, matched, and the periods from the first end to as_of.
class DueContracts {
 public:
  DueContracts(const char* who, const revenue::Contracts& contracts, const RenewalOptions& options)
      : late_days_(options.late_days) {
    check_renewals(who, options);
    currency_ = revenue::detail::one_currency(who, contracts.data());
    const auto& rows = contracts.data().rows;
    as_of_ = options.as_of;
    for (std::size_t i = 0; !options.as_of && i < rows.size(); ++i)
      as_of_ = std::max(as_of_.value_or(Date{rows[i].signed_on}), Date{rows[i].signed_on});
    if (!as_of_) return;
    for (const auto& row : rows)
      if (row.signed_on <= as_of_->days)
        terms_.push_back(
            {&row, static_cast<std::int64_t>(revenue::detail::per_months(
                       row.total, revenue::detail::term_of(Date{row.start}, Date{row.end}), 1))});
    match(options);
    make_grid(who, options);
  }

  const std::optional<Date>& as_of() const { return as_of_; }
  Currency currency() const { return currency_; }
  const std::optional<PeriodGrid>& grid() const { return grid_; }
  bool decided(const TermRow& term) const { return std::int64_t{term.row->end} + late_days_ <= as_of_->days; }
  RenewalOutcome outcome(const TermRow& term) const {
    const std::int32_t end = term.row->end;
    if (term.renewal == nullptr) return decided(term) ? RenewalOutcome::lapsed : RenewalOutcome::pending;
    const auto& renewal = *term.renewal->row;
    if (std::max(renewal.signed_on, renewal.start) > end) return RenewalOutcome::late;
    return renewal.signed_on < grid_->start(grid_->index(end)).days ? RenewalOutcome::early
                                                                    : RenewalOutcome::on_time;
  }
  /// Calls f(term, period) for each contract that is due, by account id and then by start.
  template <class F>
  void for_each(F f) const {
    if (!grid_) return;
    for (const TermRow& term : terms_)
      if (const std::size_t period = grid_->index(term.row->end); period < grid_->size()) f(term, period);
  }

 private:
  void match(const RenewalOptions& options) {  // the rows of an account adjoin
    for (std::size_t i = 0, next = 0; i < terms_.size(); i = next) {
      while (next < terms_.size() && terms_[next].row->account == terms_[i].row->account) ++next;
      AccountRenewals(std::span<TermRow>(terms_.data() + i, next - i), options).match();
    }
  }
  void make_grid(const char* who, const RenewalOptions& options) {
    if (terms_.empty()) return;
    const PeriodGrid last(*as_of_, *as_of_, options.period, options.fiscal_year_start);
    std::int32_t first = terms_.front().row->end;
    for (const TermRow& term : terms_) first = std::min(first, term.row->end);
    if (first > last.last_day(0).days) return;
    try {
      grid_.emplace(Date{first}, std::max(*as_of_, Date{first}), options.period, options.fiscal_year_start);
    } catch (const InvalidInput&) {  // the caller chose a period, and knows of no grid
      throw InvalidInput(
          {.who = who,
           .what = "period",
           .where = {},
           .value = std::string(enum_names(Period{})[static_cast<std::size_t>(options.period)]),
           .rule = fmt::format("makes more than 65,535 periods of {} to {}; take a longer one",
                               to_string(Date{first}), to_string(*as_of_))});
    }
  }

  std::int64_t late_days_;
  Currency currency_;
  std::optional<Date> as_of_;
  std::vector<TermRow> terms_;
  std::optional<PeriodGrid> grid_;
};

}  // namespace fealty::retention::detail

#include <fealty/retention/detail/renewal_sums.hpp>  // which is made of the above
