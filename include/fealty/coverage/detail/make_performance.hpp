// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/among_others.hpp>
#include <fealty/coverage/detail/event_counts.hpp>
#include <fealty/coverage/detail/group_book.hpp>
#include <fealty/coverage/detail/p_adjustment.hpp>
#include <fealty/coverage/detail/ratio_interval.hpp>
#include <fealty/coverage/performance.hpp>

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Makes a result, group by group.
class PerformanceMaker {
 public:
  PerformanceMaker(const Books& books, const PerformanceOptions& options)
      : data_(books.data()), options_(options) {
    check();
    found_.confidence = options.confidence;
    found_.reference = options.reference;
    found_.tails = options.tails;
    found_.adjustment = options.adjustment;
    found_.winsorized = options.winsorized;
    std::vector<std::uint32_t> codes;
    for (std::size_t begin = 0, end = 0; begin < data_.rows.size(); begin = end) {
      while (end < data_.rows.size() && data_.rows[end].group == data_.rows[begin].group) ++end;
      groups_.emplace_back(std::span<const BookRow>(data_.rows.data() + begin, end - begin), data_.bernoulli);
      codes.push_back(groups_.back().group);
    }
    found_.group = IdColumn(std::move(codes), data_.groups);
    for (const GroupBook& group : groups_) {
      found_.overall_observed += group.observed;
      all_expected_.add(group.expected);
    }
    for (const GroupBook& group : groups_) add(group);
    sum_up();
    adjust();
    disperse();
  }
  Performance take() { return std::move(found_); }

 private:
  void check() const {
    fealty::detail::check_confidence("performance", options_.confidence);
    if (!(options_.winsorized >= 0 && options_.winsorized < 0.5))
      throw InvalidInput({.who = "performance",
                          .what = "winsorized",
                          .where = {},
                          .value = fmt::format("{}", options_.winsorized),
                          .rule = "is not in [0, 0.5)"});
    if (options_.reference == Reference::others && data_.bernoulli)
      throw InvalidInput({.who = "performance",
                          .what = "reference",
                          .where = {},
                          .value = "\"others\"",
                          .rule = "is of counts, and the table has probabilities"});
  }
  double tail() const { return (1 - options_.confidence) / 2; }
  bool mid() const { return options_.tails == CountTails::mid_p; }

  void add(const GroupBook& book) {
    const double expected = book.expected.value();
    found_.accounts.push_back(book.accounts);
    found_.rows.push_back(book.rows);
    if (data_.exposed) found_.exposure.push_back(book.exposure.value());
    found_.observed.push_back(book.observed);
    found_.expected.push_back(expected);
    add_others(book);
    if (options_.reference == Reference::others) return test_among_others(book);
    found_.ratio.push_back(expected > 0 ? static_cast<double>(book.observed) / expected : no_answer);
    const double spread = std::sqrt(book.variance.value());
    found_.z.push_back(spread > 0 ? (static_cast<double>(book.observed) - expected) / spread : no_answer);
    if (!(expected > 0)) return add_limits({no_answer, no_answer}, no_answer, {}, {}, 1);
    if (data_.bernoulli) {
      const BernoulliCount count(book.probabilities);
      test(count, book, ScaledBernoulli(book.probabilities, tail(), mid()).means(book.observed));
      all_ = all_ ? BernoulliCount(*all_, count) : count;
    } else {
      test(PoissonCount{expected}, book, poisson_means(book.observed, tail(), mid()));
    }
  }
  /// What is expected of all other groups; 0 for what rounding leaves.
  double others_of(const GroupBook& book) const {
    fealty::detail::DoubleSum others = all_expected_;
    others.subtract(book.expected);
    return others.value() > 1e-14 * all_expected_.value() ? others.value() : 0;
  }
  void add_others(const GroupBook& book) {
    const auto seen = static_cast<double>(found_.overall_observed - book.observed);
    const double expected = book.expected.value(), others = others_of(book);
    const bool any = expected > 0 && others > 0 && seen > 0;
    found_.ratio_to_others.push_back(any ? static_cast<double>(book.observed) / expected / (seen / others)
                                         : no_answer);
  }
  void test_among_others(const GroupBook& book) {
    const double expected = book.expected.value(), others = others_of(book);
    found_.ratio.push_back(found_.ratio_to_others.back());
    if (!(expected > 0 && others > 0)) {
      found_.z.push_back(no_answer);
      return add_limits({no_answer, no_answer}, no_answer, {}, {}, 1);
    }
    const AmongOthers among(found_.overall_observed, expected / (expected + others), mid());
    found_.z.push_back(among.z(book.observed));
    add_limits(among.interval(book.observed, tail()), among.p_value(book.observed), among.limits(0.025),
               among.limits(0.001), 1);
  }
  template <class Count>
  void test(const Count& count, const GroupBook& book, const Interval& means) {
    const Tails<Count> tails{count, mid()};
    add_limits(means, tails.p_value(book.observed), tails.limits(0.025), tails.limits(0.001),
               book.expected.value());
  }
  using Limits = std::optional<std::pair<double, double>>;
  void add_limits(const Interval& means, double p_value, const Limits& often, const Limits& seldom,
                  double expected) {
    const std::pair<double, double> none{no_answer, no_answer};
    found_.lower.push_back(means.lower / expected);
    found_.upper.push_back(means.upper / expected);
    found_.p_value.push_back(p_value);
    found_.funnel_lower_95.push_back(often.value_or(none).first / expected);
    found_.funnel_upper_95.push_back(often.value_or(none).second / expected);
    found_.funnel_lower_998.push_back(seldom.value_or(none).first / expected);
    found_.funnel_upper_998.push_back(seldom.value_or(none).second / expected);
  }

  void sum_up();
  void adjust();
  void disperse();
  void find(const char* code, std::vector<std::int64_t> rows, std::string message) {
    found_.findings.push_back({code, Severity::warning, std::move(rows), std::move(message)});
  }

  const BookData& data_;
  const PerformanceOptions& options_;
  std::vector<GroupBook> groups_;
  fealty::detail::DoubleSum all_expected_;
  std::optional<BernoulliCount> all_;
  Performance found_;
};

/// The sums of all groups, and whether they are what the risk model says.
inline void PerformanceMaker::sum_up() {
  fealty::detail::DoubleSum squares;
  std::vector<std::int64_t> nothing;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    for (const double p : groups_[g].probabilities) squares.add(p * p);
    if (!(found_.expected[g] > 0)) nothing.push_back(static_cast<std::int64_t>(g));
  }
  const double sum = found_.overall_expected = all_expected_.value();
  if (!nothing.empty())
    find("nothing_expected", nothing,
         fmt::format("performance: nothing is expected of {}, so that it has no ratio",
                     found_.group.text(static_cast<std::size_t>(nothing.front()))));
  found_.overall_ratio = found_.overall_p_value = no_answer;
  if (!(sum > 0)) return;
  found_.overall_ratio = static_cast<double>(found_.overall_observed) / sum;
  found_.mean_probability = squares.value() / sum;
  const PoissonCount counts{sum};
  found_.overall_p_value = all_ ? Tails<BernoulliCount>{*all_, mid()}.p_value(found_.overall_observed)
                                : Tails<PoissonCount>{counts, mid()}.p_value(found_.overall_observed);
  if (groups_.size() == nothing.size() + 1 && options_.reference == Reference::others)
    find("no_others", {}, "performance: there is one group alone, and no others to hold it against");
  if (options_.reference == Reference::expected && found_.overall_p_value <= 1 - options_.confidence)
    find("miscalibrated", {},
         fmt::format("performance: {} events where the risk model expects {:.1f} (p = {:.2g}): a group that "
                     "differs from 1 may differ from no other group",
                     found_.overall_observed, sum, found_.overall_p_value));
}

inline void PerformanceMaker::adjust() {
  const double significance = 1 - options_.confidence;
  found_.adjusted_p_value = found_.p_value;
  if (options_.adjustment == PAdjustment::bonferroni) found_.adjusted_p_value = bonferroni(found_.p_value);
  if (options_.adjustment == PAdjustment::benjamini_hochberg)
    found_.adjusted_p_value = benjamini_hochberg(found_.p_value);
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    found_.differs.push_back(found_.p_value[g] <= significance ? 1 : 0);
    found_.differs_adjusted.push_back(found_.adjusted_p_value[g] <= significance ? 1 : 0);
  }
}

/// Whether groups differ by more than chance makes them.
inline void PerformanceMaker::disperse() {
  std::vector<double> z;
  double weights = 0, squared_weights = 0;  // of ratios: inverse variances
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (std::isnan(found_.z[g])) continue;
    z.push_back(found_.z[g]);
    const double weight = found_.expected[g] * found_.expected[g] / groups_[g].variance.value();
    weights += weight;
    squared_weights += weight * weight;
  }
  found_.overdispersion = found_.between_variance = no_answer;
  if (z.empty()) return;
  std::sort(z.begin(), z.end());
  const auto cut = static_cast<std::size_t>(options_.winsorized * static_cast<double>(z.size()));
  double squares = 0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double held = std::clamp(z[i], z[cut], z[z.size() - 1 - cut]);
    squares += held * held;
  }
  const auto groups = static_cast<double>(z.size());
  found_.overdispersion = squares / groups;
  if (z.size() < 2) return;
  found_.between_variance = std::max(0.0, (squares - (groups - 1)) / (weights - squared_weights / weights));
  const double p_value = cdf(complement(boost::math::chi_squared(groups), squares));
  if (p_value <= 1 - options_.confidence)
    find("overdispersed", {},
         fmt::format("performance: the groups' z have a mean square of {:.2f} (p = {:.2g}): they differ by "
                     "more than the risk model and chance explain, and the limits are too narrow",
                     found_.overdispersion, p_value));
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Performance performance(const Books& books, const PerformanceOptions& options) {
  return detail::PerformanceMaker(books, options).take();
}

}  // namespace fealty::coverage
