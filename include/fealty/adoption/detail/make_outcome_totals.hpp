// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/account_groups.hpp>
#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/outcome_totals.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption::detail {

/// The outcomes of a group.
struct OutcomeSums {
  using Wide = fealty::detail::int128;

  std::optional<std::uint32_t> last_account = {};  // rows are by account
  std::int64_t accounts = 0, unstated = 0, goals = 0, measured = 0, reached = 0, stalled = 0, priced = 0,
               paid_back = 0;
  fealty::detail::DoubleSum attainment, made, planned;
  Wide value = 0, cost = 0, unpriced_value = 0, unpriced_cost = 0;

  void add(const Outcomes& o, std::size_t row) {
    const std::uint32_t account = o.account.codes()[row];
    accounts += last_account != account ? 1 : 0;
    last_account = account;
    if (o.goal.codes()[row] == no_id) {
      ++unstated;
      return;
    }
    ++goals;
    reached += o.reached[row];
    stalled += o.stalled[row];
    if (!std::isnan(o.attainment[row])) {
      ++measured;
      attainment.add(std::clamp(o.attainment[row], 0.0, 1.0));
      if (!std::isnan(o.planned[row])) {
        made.add(o.attainment[row]);
        planned.add(o.planned[row]);
      }
    }
    add_money(o, row);
  }

 private:
  void add_money(const Outcomes& o, std::size_t row) {
    const bool both = o.has_value[row] != 0 && o.has_cost[row] != 0;
    (both ? value : unpriced_value) += o.value.minor[row];
    (both ? cost : unpriced_cost) += o.cost.minor[row];
    priced += both ? 1 : 0;
    paid_back += both && o.net_value.minor[row] >= 0 ? 1 : 0;
  }
};

inline std::int64_t fitting(const char* what, fealty::detail::int128 sum) {
  if (!fealty::detail::fits_int64(sum))
    throw Overflow({"outcome_totals", what, {}, "", "is beyond 64 bits of minor units"});
  return static_cast<std::int64_t>(sum);
}

inline void add_totals(OutcomeTotals& out, const OutcomeSums& sums) {
  const auto mean = [](double sum, double of) { return of > 0 ? sum / of : no_figure; };
  out.accounts.push_back(sums.accounts);
  out.unstated.push_back(sums.unstated);
  out.goals.push_back(sums.goals);
  out.measured.push_back(sums.measured);
  out.reached.push_back(sums.reached);
  out.stalled.push_back(sums.stalled);
  out.attainment.push_back(mean(sums.attainment.value(), static_cast<double>(sums.measured)));
  out.pace.push_back(mean(sums.made.value(), sums.planned.value()));
  out.priced.push_back(sums.priced);
  out.value.minor.push_back(fitting("value", sums.value));
  out.cost.minor.push_back(fitting("cost", sums.cost));
  out.net_value.minor.push_back(fitting("net_value", sums.value - sums.cost));
  out.roi.push_back(mean(static_cast<double>(sums.value - sums.cost), static_cast<double>(sums.cost)));
  out.paid_back.push_back(sums.paid_back);
  out.unpriced_value.minor.push_back(fitting("unpriced_value", sums.unpriced_value));
  out.unpriced_cost.minor.push_back(fitting("unpriced_cost", sums.unpriced_cost));
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline OutcomeTotals outcome_totals(const Outcomes& outcomes, const OutcomeTotalsOptions& options) {
  const detail::AccountGroups groups("outcome_totals", outcomes.account, options.accounts, options.by,
                                     outcomes.as_of.value_or(Date{max_day}));
  std::vector<detail::OutcomeSums> sums(groups.count());
  for (std::size_t row = 0; row < outcomes.account.size(); ++row) sums[groups.of(row)].add(outcomes, row);
  OutcomeTotals out;
  out.group = groups.column();
  out.as_of = outcomes.as_of;
  for (MoneyColumn* each : {&out.value, &out.cost, &out.net_value, &out.unpriced_value, &out.unpriced_cost})
    each->currency = outcomes.value.currency;
  for (const detail::OutcomeSums& each : sums) detail::add_totals(out, each);
  return out;
}

}  // namespace fealty::adoption
