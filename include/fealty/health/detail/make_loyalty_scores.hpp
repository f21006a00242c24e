// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/loyalty_scores.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Reads a table of two numbers for each account.
class LoyaltyScoreReader {
 public:
  explicit LoyaltyScoreReader(const LoyaltyScoreColumns& columns)
      : c_(columns), rows_(columns.account.size()) {}

  void read(LoyaltyScores& out) const {
    const std::string account = fealty::detail::name_or(c_.account.name(), "account");
    fealty::detail::require_column(who, "account", c_.account, rows_, account);
    fealty::detail::require_column(who, "attitude", c_.attitude, rows_, account);
    fealty::detail::require_column(who, "behavior", c_.behavior, rows_, account);
    const std::vector<std::uint32_t> row_of = rows_by_account(account);
    std::vector<std::uint32_t> codes;
    for (const std::uint32_t code : c_.account.ids()->sorted()) {
      if (row_of[code] == no_id) continue;
      codes.push_back(code);
      out.attitude.push_back(number(c_.attitude, "attitude", row_of[code]));
      out.behavior.push_back(number(c_.behavior, "behavior", row_of[code]));
      out.attitude_coverage.push_back(std::isnan(out.attitude.back()) ? 0 : 1);
      out.behavior_coverage.push_back(std::isnan(out.behavior.back()) ? 0 : 1);
    }
    out.account = IdColumn(std::move(codes), c_.account.ids());
  }

 private:
  static constexpr const char* who = "LoyaltyScores";

  [[noreturn]] static void refuse(std::string what, std::size_t row, std::string value, std::string rule) {
    throw InvalidInput(
        {who, std::move(what), static_cast<std::int64_t>(row), std::move(value), std::move(rule)});
  }
  std::vector<std::uint32_t> rows_by_account(const std::string& name) const {
    std::vector<std::uint32_t> row_of(c_.account.ids()->size(), no_id);
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint32_t code = c_.account.codes()[row];
      if (code == no_id) refuse(name, row, "", "is null; every row needs it");
      if (row_of[code] != no_id) refuse(name, row, c_.account.text(row), "is there twice");
      row_of[code] = static_cast<std::uint32_t>(row);
    }
    return row_of;
  }
  static double number(const Column<double>& column, const char* field, std::size_t row) {
    if (!column.valid(row)) return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(column[row]))
      refuse(fealty::detail::name_or(column.name(), field), row, fmt::format("{}", column[row]),
             "is not a finite number");
    return column[row];
  }

  const LoyaltyScoreColumns& c_;
  std::size_t rows_;
};

/// The measures of one side, as options name them.
struct LoyaltySide {
  const char* name;
  const std::vector<std::string>& measures;
  const std::vector<double>&weights, &low, &high;
};

/// One side of each account: the weighted mean of what was observed.
class LoyaltySideSums {
 public:
  LoyaltySideSums(const Ids& measures, LoyaltySide side) : side_(side), weight_of_(measures.size()) {
    if (side.measures.empty()) refuse("", "", "names no measure; each side needs one or more");
    const std::size_t n = side.measures.size();
    for (std::size_t i = 0; i < n; ++i) {
      const auto code = measures.find(side.measures[i]);
      const std::string measure = "\"" + side.measures[i] + "\"";
      if (!code) refuse("", measure, "is not a measure of the observations");
      if (weight_of_[*code].weight > 0) refuse("", measure, "is there twice");
      weight_of_[*code] = {pick("_weights", side.weights, i, 1), pick("_low", side.low, i, 0),
                           pick("_high", side.high, i, 100)};
      check(weight_of_[*code], i);
      all_ += weight_of_[*code].weight;
    }
  }
  void add(std::uint32_t measure, double value) {
    const Weight& weight = weight_of_[measure];
    if (!(weight.weight > 0)) return;
    seen_ += weight.weight;
    points_ += weight.weight * std::clamp((value - weight.low) / (weight.high - weight.low), 0.0, 1.0) * 100;
  }
  /// Ends an account.
  void finish(double min_coverage, std::vector<double>& points, std::vector<double>& coverage) {
    const double share = std::min(1.0, seen_ / all_);
    const bool known = seen_ > 0 && share >= min_coverage - 1e-12;  // slack of a sum of weights
    points.push_back(known ? points_ / seen_ : std::numeric_limits<double>::quiet_NaN());
    coverage.push_back(share);
    seen_ = points_ = 0;
  }

 private:
  struct Weight {
    double weight = 0, low = 0, high = 0;
  };

  [[noreturn]] void refuse(const char* list, std::string value, std::string rule) const {
    throw InvalidInput(
        {"loyalty_scores", side_.name + std::string(list), {}, std::move(value), std::move(rule)});
  }
  double pick(const char* list, const std::vector<double>& values, std::size_t i, double otherwise) const {
    if (values.empty()) return otherwise;
    if (values.size() != side_.measures.size())
      refuse(list, fmt::format("{} numbers", values.size()),
             fmt::format("does not match the {} measures of {}", side_.measures.size(), side_.name));
    return values[i];
  }
  void check(const Weight& weight, std::size_t i) const {
    if (!(weight.weight > 0) || std::isinf(weight.weight))
      refuse("_weights", fmt::format("{}", weight.weight), "is not a finite number above 0");
    if (!std::isfinite(weight.low)) refuse("_low", fmt::format("{}", weight.low), "is not a finite number");
    if (!std::isfinite(weight.high) || weight.high == weight.low)
      refuse("_high", fmt::format("{}", weight.high),
             fmt::format("is not a finite number other than the {} that is worth nothing, of {}", weight.low,
                         side_.measures[i]));
  }

  LoyaltySide side_;
  std::vector<Weight> weight_of_;
  double all_ = 0, seen_ = 0, points_ = 0;
};

inline void check_loyalty_scores(const LoyaltyScoresOptions& options) {
  check_as_of("loyalty_scores", options.as_of);
  check_days_option("loyalty_scores", "validity_days", options.validity_days);
  if (!(options.min_coverage >= 0 && options.min_coverage <= 1))
    throw InvalidInput({.who = "loyalty_scores",
                        .what = "min_coverage",
                        .where = {},
                        .value = fmt::format("{}", options.min_coverage),
                        .rule = "is not between 0 and 1"});
}

/// Calls `f` with each account's last values up to a day, and once more at the end of an account. Rows are by
/// account, measure and date.
template <class Value, class End>
void for_each_last_value(const std::vector<ObservationRow>& rows, std::int32_t as_of, std::int64_t since,
                         Value value, End end) {
  std::size_t i = 0;
  while (i < rows.size()) {
    const std::uint32_t account = rows[i].account;
    bool any = false;
    while (i < rows.size() && rows[i].account == account) {
      const std::uint32_t measure = rows[i].measure;
      double sum = 0, n = 0;
      std::int32_t day = min_day;
      for (; i < rows.size() && rows[i].account == account && rows[i].measure == measure; ++i) {
        if (rows[i].date > as_of) continue;
        any = true;
        if (rows[i].date != day) sum = n = 0;
        day = rows[i].date;
        sum += rows[i].value;
        n += 1;
      }
      if (n > 0 && day >= since) value(measure, sum / n);
    }
    if (any) end(account);
  }
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline LoyaltyScores::LoyaltyScores(const LoyaltyScoreColumns& columns) {
  detail::LoyaltyScoreReader(columns).read(*this);
}

inline LoyaltyScores loyalty_scores(const Observations& observations, const LoyaltyScoresOptions& options) {
  detail::check_loyalty_scores(options);
  const detail::ObservationData& data = observations.data();
  detail::LoyaltySideSums attitude(*data.measures, {"attitude", options.attitude, options.attitude_weights,
                                                    options.attitude_low, options.attitude_high});
  detail::LoyaltySideSums behavior(*data.measures, {"behavior", options.behavior, options.behavior_weights,
                                                    options.behavior_low, options.behavior_high});
  LoyaltyScores out;
  out.as_of = options.as_of ? options.as_of : observations.last_day();
  out.as_of_inferred = out.as_of && !options.as_of;
  std::vector<std::uint32_t> accounts;
  if (out.as_of)
    detail::for_each_last_value(
        data.rows, out.as_of->days,
        options.validity_days ? std::int64_t{out.as_of->days} - *options.validity_days
                              : std::int64_t{min_day},
        [&](std::uint32_t measure, double value) {
          attitude.add(measure, value);
          behavior.add(measure, value);
        },
        [&](std::uint32_t account) {
          accounts.push_back(account);
          attitude.finish(options.min_coverage, out.attitude, out.attitude_coverage);
          behavior.finish(options.min_coverage, out.behavior, out.behavior_coverage);
        });
  out.account = IdColumn(std::move(accounts), data.accounts);
  return out;
}

}  // namespace fealty::health
