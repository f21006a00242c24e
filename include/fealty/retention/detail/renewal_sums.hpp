// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/retention/detail/renewal_matches.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/renewal.hpp>
#include <fealty/revenue/detail/real_amounts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// The sums of one period.
struct RenewalSums {
  std::int64_t due = 0, renewed = 0, early = 0, late = 0, lapsed = 0, undecided = 0, undecided_renewed = 0;
  fealty::detail::int128 due_mrr = 0, decided_mrr = 0, renewed_mrr = 0, retained_mrr = 0;

  void add(const DueContracts& contracts, const TermRow& term) {
    ++due;
    due_mrr += term.mrr;
    if (!contracts.decided(term)) {
      ++undecided;
      undecided_renewed += term.renewal != nullptr ? 1 : 0;
      return;
    }
    decided_mrr += term.mrr;
    const RenewalOutcome outcome = contracts.outcome(term);
    if (outcome == RenewalOutcome::lapsed) ++lapsed;
    if (term.renewal == nullptr) return;
    ++renewed;
    early += outcome == RenewalOutcome::early ? 1 : 0;
    late += outcome == RenewalOutcome::late ? 1 : 0;
    renewed_mrr += term.renewal->mrr;
    retained_mrr += std::min(term.mrr, term.renewal->mrr);
  }
};

inline void add_renewal_period(const RenewalSums& sum, const std::string& label,
                               const RenewalOptions& options, RenewalRate& out) {
  const std::int64_t decided = sum.renewed + sum.lapsed;
  const auto interval = wilson(sum.renewed, decided, normal_quantile(0.5 + options.confidence / 2));
  const auto money = [&](fealty::detail::int128 amount, const char* what) {
    return revenue::detail::to_minor_units(amount, "renewal_rate", what, label);
  };
  out.rate.push_back(rate(sum.renewed, decided));
  out.lower.push_back(interval.lower);
  out.upper.push_back(interval.upper);
  out.gross_rate.push_back(revenue::detail::ratio(sum.retained_mrr, sum.decided_mrr));
  out.net_rate.push_back(revenue::detail::ratio(sum.renewed_mrr, sum.decided_mrr));
  out.due.push_back(sum.due);
  out.renewed.push_back(sum.renewed);
  out.early.push_back(sum.early);
  out.late.push_back(sum.late);
  out.lapsed.push_back(sum.lapsed);
  out.undecided.push_back(sum.undecided);
  out.undecided_renewed.push_back(sum.undecided_renewed);
  out.due_mrr.minor.push_back(money(sum.due_mrr, "due_mrr"));
  out.decided_mrr.minor.push_back(money(sum.decided_mrr, "decided_mrr"));
  out.renewed_mrr.minor.push_back(money(sum.renewed_mrr, "renewed_mrr"));
  out.retained_mrr.minor.push_back(money(sum.retained_mrr, "retained_mrr"));
  out.small_base.push_back(decided < options.small_base ? 1 : 0);
}

}  // namespace fealty::retention::detail

namespace fealty::retention {

inline Renewals renewals(const revenue::Contracts& contracts, const RenewalOptions& options) {
  const detail::DueContracts due("renewals", contracts, options);
  Renewals out;
  out.due_mrr.currency = out.renewed_mrr.currency = due.currency();
  std::vector<std::uint32_t> codes;
  due.for_each([&](const detail::TermRow& term, std::size_t period) {
    codes.push_back(term.row->account);
    out.row.push_back(term.row->row);
    out.end.days.push_back(term.row->end);
    out.period.days.push_back(due.grid()->start(period).days);
    out.outcome.push_back(due.outcome(term));
    out.decided.push_back(due.decided(term) ? 1 : 0);
    out.renewal_row.push_back(term.renewal == nullptr ? -1 : term.renewal->row->row);
    out.due_mrr.minor.push_back(term.mrr);
    out.renewed_mrr.minor.push_back(term.renewal == nullptr ? 0 : term.renewal->mrr);
  });
  out.account = IdColumn(std::move(codes), contracts.data().accounts);
  return out;
}

inline RenewalRate renewal_rate(const revenue::Contracts& contracts, const RenewalOptions& options) {
  const detail::DueContracts due("renewal_rate", contracts, options);
  RenewalRate out;
  out.as_of = due.as_of();
  out.as_of_inferred = !options.as_of && due.as_of();
  for (auto* money : {&out.due_mrr, &out.decided_mrr, &out.renewed_mrr, &out.retained_mrr})
    money->currency = due.currency();
  if (!due.grid()) return out;
  const PeriodGrid& grid = *due.grid();
  std::vector<detail::RenewalSums> sums(grid.size());
  due.for_each([&](const detail::TermRow& term, std::size_t period) { sums[period].add(due, term); });
  for (std::size_t i = 0; i < grid.size(); ++i) {
    out.period.days.push_back(grid.start(i).days);
    out.period_end.days.push_back(grid.last_day(i).days);
    detail::add_renewal_period(sums[i], grid.label(i), options, out);
    out.complete.push_back(grid.last_day(i) <= *due.as_of() && sums[i].undecided == 0 ? 1 : 0);
  }
  return out;
}

}  // namespace fealty::retention
