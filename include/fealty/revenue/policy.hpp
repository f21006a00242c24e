// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// Whose movements a ledger shows.
enum class Grain {
  account  ///< all subscriptions of an account are one state
};
constexpr auto enum_names(Grain) { return std::array<std::string_view, 1>{"account"}; }

/// What a movement is the difference of.
enum class Netting {
  period  ///< two period-end states: at most one movement per account and period
};
constexpr auto enum_names(Netting) { return std::array<std::string_view, 1>{"period"}; }

/// The conventions that a ledger was made with; every ledger carries them.
struct LedgerPolicy {
  Period period = Period::month;       ///< how time is cut
  std::int32_t fiscal_year_start = 1;  ///< first month of the fiscal year, 1 to 12
  Grain grain = Grain::account;        ///< whose movements are shown
  Netting netting = Netting::period;   ///< what a movement is the difference of
};

/// A policy in words, one row for each convention.
struct PolicyTable {
  std::vector<std::string> convention;  ///< its name
  std::vector<std::string> value;       ///< what was chosen
  std::vector<std::string> meaning;     ///< what that does to the numbers

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("convention", self.convention);
    f("value", self.value);
    f("meaning", self.meaning);
  }
};

/// Spells a policy out: the conventions that were chosen, and those that every ledger keeps.
///
/// \param policy  such as that of a ledger
/// \returns       one row for each convention
inline PolicyTable describe_policy(const LedgerPolicy& policy) {
  PolicyTable table;
  const auto add = [&](std::string_view convention, std::string value, std::string_view meaning) {
    table.convention.emplace_back(convention);
    table.value.push_back(std::move(value));
    table.meaning.emplace_back(meaning);
  };
  add("period", std::string(enum_names(Period{})[static_cast<std::size_t>(policy.period)]),
      "how time is cut; weeks run from Monday to Sunday");
  add("fiscal_year_start", fmt::format("{}", policy.fiscal_year_start), "first month of the fiscal year");
  add("grain", "account", "all subscriptions of an account are one state");
  add("netting", "period",
      "a movement is the difference of two period-end states, at most one per account and period");
  add("snapshot", "last_day", "a row counts in a period when start <= last day < end");
  add("churn_date", "paid_period_end", "MRR ends with the row's end date");
  add("gap_days", "0", "every gap at a period's end counts as churn");
  add("reactivation", "any_gap", "an account that comes back is reactivated, however long it was away");
  add("trial", "excluded", "a trial counts from its conversion, whatever its price says");
  add("one_time", "excluded", "one-time charges are no MRR");
  add("metered", "excluded", "metered charges are no MRR");
  add("discount", "all", "every discount lowers MRR, never below 0");
  add("free", "active",
      "a customer at 0 after a full discount stays active; a free plan alone makes no customer");
  add("week_factor", "52/12", "months from weeks");
  add("day_factor", "365/12", "months from days");
  add("rounding", "half_even", "each row once, when it is read, to the currency's minor unit");
  return table;
}

}  // namespace fealty::revenue
