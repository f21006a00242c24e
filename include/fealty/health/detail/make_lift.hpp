// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/class_totals.hpp>
#include <fealty/health/detail/drawn_rows.hpp>
#include <fealty/health/lift.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes the rows.
class LiftMaker {
 public:
  LiftMaker(const Examples& examples, const LiftOptions& options)
      : rows_(checked(options), examples, options, options.value, found_.findings) {
    found_.prevalence = rows_.groups.prevalence();
    found_.examples = static_cast<std::int64_t>(rows_.rows.size());
    found_.outcomes = rows_.rows.outcomes;
    found_.left_out = rows_.rows.left_out;
    found_.clustered = rows_.clustering.asked;
    found_.confidence = options.confidence;
    const auto tell = [&options](const ClassTotals& totals, double* to) {
      const Gains gains(totals);
      for (const double share : options.shares) {
        const Gains::At at = gains.at(share);
        for (const double each : {at.precision, at.capture, at.lift, at.value_capture}) *to++ = each;
      }
    };
    const ClassTotals totals = rows_.totals();
    const Gains gains(totals);
    if (!options.value.empty()) check_value(options.value, gains.value());
    const std::vector<DrawnInterval> drawn = rows_.intervals(4 * options.shares.size(), tell);
    for (std::size_t i = 0; i < options.shares.size(); ++i)
      put(options.shares[i], gains.at(options.shares[i]), drawn.data() + 4 * i);
  }
  Lift take() { return std::move(found_); }

 private:
  static constexpr const char* who = "lift";

  static const char* checked(const LiftOptions& options) {
    double before = 0;
    for (std::size_t i = 0; i < options.shares.size(); ++i) {
      const double share = options.shares[i];
      if (!(share > before && share <= 1))
        throw InvalidInput(
            {.who = who,
             .what = "shares",
             .where = static_cast<std::int64_t>(i),
             .value = fmt::format("{}", share),
             .rule = share > 0 && share <= 1 ? "is not above the share before it" : "is not in (0, 1]"});
      before = share;
    }
    return who;
  }
  /// \param all  what rows with the outcome are worth
  void check_value(const std::string& name, double all) {
    if (!(all < 1e290))  // draws may come to more
      throw InvalidInput({.who = who,
                          .what = name,
                          .where = {},
                          .value = fmt::format("{} in all", all),
                          .rule = "is too large to compute with"});
    if (all == 0 && rows_.rows.outcomes > 0)
      found_.findings.push_back({"no_value",
                                 Severity::warning,
                                 {},
                                 fmt::format("{}: {} is 0 in all {} rows that have the outcome; there is no "
                                             "value_capture",
                                             who, name, rows_.rows.outcomes)});
  }
  void put(double share, const Gains::At& at, const DrawnInterval* drawn) {
    const bool told = !rows_.rows.one_class();
    const auto add = [&](std::vector<double>& to, double value, std::vector<double>& lower,
                         std::vector<double>& upper, const DrawnInterval& interval) {
      to.push_back(told ? value : std::numeric_limits<double>::quiet_NaN());
      lower.push_back(interval.lower);
      upper.push_back(interval.upper);
    };
    found_.share.push_back(share);
    found_.looked_at.push_back(at.looked_at);
    add(found_.precision, at.precision, found_.precision_lower, found_.precision_upper, drawn[0]);
    add(found_.capture, at.capture, found_.capture_lower, found_.capture_upper, drawn[1]);
    add(found_.lift, at.lift, found_.lift_lower, found_.lift_upper, drawn[2]);
    add(found_.value_capture, at.value_capture, found_.value_capture_lower, found_.value_capture_upper,
        drawn[3]);
  }

  Lift found_;
  DrawnRows rows_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Lift lift(const Examples& examples, const LiftOptions& options) {
  return detail::LiftMaker(examples, options).take();
}

}  // namespace fealty::health
