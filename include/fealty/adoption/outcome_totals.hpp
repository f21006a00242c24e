// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/outcomes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of outcome_totals().
struct OutcomeTotalsOptions {
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes make groups
  std::vector<std::string> by = {};  ///< attributes, as they are on as_of; or "account", for a row for each
};

/// Outcomes of a portfolio, or of each group.
struct OutcomeTotals {
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> accounts;   ///< with and without goals
  std::vector<std::int64_t> unstated;   ///< of them, accounts without goals
  std::vector<std::int64_t> goals;      ///< in all
  std::vector<std::int64_t> measured;   ///< goals that have an attainment
  std::vector<std::int64_t> reached;    ///< goals at their target
  std::vector<std::int64_t> stalled;    ///< goals long without progress
  std::vector<double> attainment;       ///< mean of the measured, each from 0 to 1: none hides another
  std::vector<double> pace;             ///< attainment / planned, summed over the goals that are due some day
  std::vector<std::int64_t> priced;     ///< goals with both a value and a cost, of which the next four are
  MoneyColumn value;                    ///< realized
  MoneyColumn cost;                     ///< so far
  MoneyColumn net_value;                ///< value - cost
  std::vector<double> roi;              ///< net_value / cost; NaN for a cost of 0
  std::vector<std::int64_t> paid_back;  ///< priced goals whose value has covered their cost
  MoneyColumn unpriced_value;           ///< of goals that have a value and no cost
  MoneyColumn unpriced_cost;            ///< of goals that have a cost and no value
  std::optional<Date> as_of = {};       ///< as of the outcomes

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.accounts.empty()) f("group", self.group);
    f("accounts", self.accounts);
    f("unstated", self.unstated);
    f("goals", self.goals);
    f("measured", self.measured);
    f("reached", self.reached);
    f("stalled", self.stalled);
    f("attainment", self.attainment);
    f("pace", self.pace);
    f("priced", self.priced);
    f("value", self.value);
    f("cost", self.cost);
    f("net_value", self.net_value);
    f("roi", self.roi);
    f("paid_back", self.paid_back);
    f("unpriced_value", self.unpriced_value);
    f("unpriced_cost", self.unpriced_cost);
  }
};

/// Adds up outcomes of a portfolio. Money adds up exactly; the return on what was spent is that of goals
/// whose value and cost are both known, as one without the other would flatter or slander it.
///
/// \param outcomes  as made by outcomes()
/// \param options   groups
/// \returns         one row, or one for each group
/// \throws InvalidInput  for names of no attribute, and for attributes without `accounts`
/// \throws Overflow      when a sum leaves 64 bits
OutcomeTotals outcome_totals(const Outcomes& outcomes, const OutcomeTotalsOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_outcome_totals.hpp>
