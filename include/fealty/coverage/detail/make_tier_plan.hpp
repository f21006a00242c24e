// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/coverage/tier_plan.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Reads a tier plan, row by row.
class TierPlanReader {
 public:
  explicit TierPlanReader(const TierPlanColumns& columns) : c_(columns), rows_(columns.tier.size()) {}

  void read(TierPlan& plan) const {
    fealty::detail::require_column(who, "tier", c_.tier, rows_, "tier");
    read_tiers(plan);
    const double many = 36'500, most_hours = 10'000, most = 1e15;
    plan.threshold = numbers("threshold", c_.threshold, 0, most, false);
    plan.cadence_days = numbers("cadence_days", c_.cadence_days, 1, many, true);
    plan.accounts_per_csm = numbers("accounts_per_csm", c_.accounts_per_csm, 1, many, true);
    plan.onboarding_hours = numbers("onboarding_hours", c_.onboarding_hours, 0, most_hours, false);
    plan.onboarding_days = numbers("onboarding_days", c_.onboarding_days, 1, many, true);
    plan.check_in_hours = numbers("check_in_hours", c_.check_in_hours, 0, most_hours, false);
    plan.review_hours = numbers("review_hours", c_.review_hours, 0, most_hours, false);
    plan.review_days = numbers("review_days", c_.review_days, 1, many, true);
    plan.renewal_hours = numbers("renewal_hours", c_.renewal_hours, 0, most_hours, false);
    plan.renewal_lead_days = numbers("renewal_lead_days", c_.renewal_lead_days, 1, many, true);
    check_thresholds(plan.threshold);
    check_days("onboarding_hours", plan.onboarding_hours, "onboarding_days", plan.onboarding_days);
    check_days("check_in_hours", plan.check_in_hours, "cadence_days", plan.cadence_days);
    check_days("review_hours", plan.review_hours, "review_days", plan.review_days);
    check_days("renewal_hours", plan.renewal_hours, "renewal_lead_days", plan.renewal_lead_days);
  }

 private:
  static constexpr const char* who = "TierPlan";

  [[noreturn]] static void refuse(std::string what, std::optional<std::size_t> row, std::string value,
                                  std::string rule) {
    std::optional<std::int64_t> where;
    if (row) where = static_cast<std::int64_t>(*row);
    throw InvalidInput({who, std::move(what), where, std::move(value), std::move(rule)});
  }
  void read_tiers(TierPlan& plan) const {
    if (rows_ == 0) refuse("tier", {}, "0 rows", "make no plan; it needs one tier or more");
    std::vector<std::uint8_t> seen(c_.tier.ids()->size());
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint32_t code = c_.tier.codes()[row];
      const std::string name = fealty::detail::name_or(c_.tier.name(), "tier");
      if (code == no_id) refuse(name, row, "", "is null; every row needs one");
      if (seen[code] != 0) refuse(name, row, c_.tier.text(row), "is there twice");
      seen[code] = 1;
    }
    plan.tier = copied(c_.tier);
    if (c_.source.present()) fealty::detail::require_column(who, "source", c_.source, rows_, "tier");
    plan.source = c_.source.present()
                      ? copied(c_.source)
                      : IdColumn(std::vector<std::uint32_t>(rows_, no_id), std::make_shared<const Ids>());
  }
  static IdColumn copied(const IdColumn& column) {
    return {std::vector<std::uint32_t>(column.codes().begin(), column.codes().end()), column.ids()};
  }
  std::vector<double> numbers(const char* field, const Column<double>& column, double least, double most,
                              bool whole) const {
    std::vector<double> values(rows_, std::numeric_limits<double>::quiet_NaN());
    if (!column.present()) return values;
    fealty::detail::require_column(who, field, column, rows_, "tier");
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!column.valid(row) || std::isnan(column[row])) continue;
      const double value = column[row];
      if (!(value >= least && value <= most) || (whole && value != std::floor(value)))
        refuse(fealty::detail::name_or(column.name(), field), row, fmt::format("{}", value),
               fmt::format("is not a {}number from {} to {}", whole ? "whole " : "", least, most));
      values[row] = value;
    }
    return values;
  }
  void check_thresholds(std::vector<double>& threshold) const {
    const std::string name = fealty::detail::name_or(c_.threshold.name(), "threshold");
    if (!c_.threshold.present()) return;
    if (std::isnan(threshold.back())) threshold.back() = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (std::isnan(threshold[row])) refuse(name, row, "", "is null; only the last tier needs none");
      if (row > 0 && !(threshold[row] < threshold[row - 1]))
        refuse(name, row, fmt::format("{}", threshold[row]),
               fmt::format("is not below {}, that of the tier before", threshold[row - 1]));
    }
    threshold.back() = 0;
  }
  static void check_days(const char* hours_field, const std::vector<double>& hours, const char* days_field,
                         const std::vector<double>& days) {
    for (std::size_t row = 0; row < hours.size(); ++row)
      if (hours[row] > 0 && std::isnan(days[row]))
        refuse(hours_field, row, fmt::format("{}", hours[row]),
               fmt::format("needs {}, the days in which they fall", days_field));
  }

  const TierPlanColumns& c_;
  std::size_t rows_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline TierPlan::TierPlan(const TierPlanColumns& columns) { detail::TierPlanReader(columns).read(*this); }

inline TierPlan default_tier_plan() {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::string assumed = "thresholds, cadence and hours: assumptions, no published standard";
  return TierPlan(
      {.tier = std::vector<std::string>{"high_touch", "low_touch", "tech_touch"},
       .threshold = std::vector<double>{50'000, 10'000, 0},
       .cadence_days = std::vector<double>{14, 30, none},
       .accounts_per_csm = std::vector<double>{15, 60, none},
       .onboarding_hours = std::vector<double>{40, 10, 1},
       .onboarding_days = std::vector<double>{90, 60, 30},
       .check_in_hours = std::vector<double>{2, 1, 0},
       .review_hours = std::vector<double>{10, 4, 0},
       .review_days = std::vector<double>{91, 182, none},
       .renewal_hours = std::vector<double>{12, 4, 0.5},
       .renewal_lead_days = std::vector<double>{90, 60, 30},
       .source = std::vector<std::string>{"accounts per CSM: books on customer success, 5 to 15; " + assumed,
                                          "accounts per CSM: what the hours allow; " + assumed,
                                          "no person touches by plan; " + assumed}});
}

}  // namespace fealty::coverage
