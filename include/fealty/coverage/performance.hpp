// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/books.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::coverage {

/// How the chance of exactly what was seen counts in a tail.
enum class CountTails {
  exact,  ///< in full: intervals cover at least as often as they say
  mid_p   ///< by half: they cover about as often as they say, and are narrower
};
constexpr auto enum_names(CountTails) { return std::array<std::string_view, 2>{"exact", "mid_p"}; }

/// How p values allow for the number of groups that are looked at.
enum class PAdjustment {
  none,               ///< not at all: of twenty groups that are alike one differs
  bonferroni,         ///< for any error: p x groups
  benjamini_hochberg  ///< for the share of errors among the groups that differ
};
constexpr auto enum_names(PAdjustment) {
  return std::array<std::string_view, 3>{"none", "bonferroni", "benjamini_hochberg"};
}

/// Settings of performance().
struct PerformanceOptions {
  double confidence = 0.95;                                  ///< coverage of the intervals, in (0, 1)
  CountTails tails = CountTails::exact;                      ///< of intervals, p values and limits
  PAdjustment adjustment = PAdjustment::benjamini_hochberg;  ///< of `adjusted_p_value`
  double winsorized = 0.1;  ///< share of the groups at each end that count as the next one does when
                            ///< overdispersion is estimated, in [0, 0.5)
};

/// What happened in each group's books, beside what was expected of them.
struct Performance {
  IdColumn group;                      ///< ascending
  std::vector<std::int64_t> accounts;  ///< different ones
  std::vector<std::int64_t> rows;      ///< of the table
  std::vector<double> exposure;        ///< summed up; only where the table has it
  std::vector<std::int64_t> observed;  ///< events
  std::vector<double> expected;        ///< events, had the group been as the risk model has it
  std::vector<double> ratio;           ///< observed / expected; NaN where nothing is expected
  std::vector<double> lower;           ///< of the interval of ratio
  std::vector<double> upper;           ///< of the interval of ratio
  std::vector<double> p_value;         ///< two-sided: twice the smaller tail, had the group been as expected
  std::vector<double> adjusted_p_value;  ///< for the number of groups
  std::vector<std::uint8_t> differs;     ///< 1 where p_value <= 1 - confidence: 1 is outside the interval
  std::vector<std::uint8_t> differs_adjusted;  ///< 1 where adjusted_p_value is
  std::vector<double> ratio_to_others;         ///< ratio / the ratio of all other groups together
  std::vector<double> z;                       ///< (observed - expected) / its standard deviation
  std::vector<double> funnel_lower_95;         ///< limits of ratio by chance alone, for this expectation
  std::vector<double> funnel_upper_95;         ///< beyond both 5% of such groups lie, at most
  std::vector<double> funnel_lower_998;        ///< the same of 0.2%
  std::vector<double> funnel_upper_998;        ///< the same of 0.2%
  std::int64_t overall_observed = 0;           ///< events of all groups
  double overall_expected = 0;                 ///< of all groups
  double overall_ratio = 0;                    ///< observed / expected; NaN where nothing is expected
  double overall_p_value = 0;                  ///< that the risk model is right in all
  double overdispersion = 0;                   ///< mean square of z, winsorized: about 1 by chance alone
  double between_variance = 0;                 ///< of the groups' true ratios, by moments; 0 at least
  double mean_probability = 0;                 ///< of an event, one like the other; 0 for counts
  double confidence = 0.95;                    ///< coverage of the intervals
  CountTails tails = CountTails::exact;        ///< of intervals, p values and limits
  PAdjustment adjustment = PAdjustment::none;  ///< of adjusted_p_value
  double winsorized = 0.1;                     ///< share of groups at each end
  std::vector<Finding> findings = {};          ///< codes: nothing_expected, miscalibrated, overdispersed

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("group", self.group);
    f("accounts", self.accounts);
    f("rows", self.rows);
    if (self.rows.empty() || !self.exposure.empty()) f("exposure", self.exposure);
    f("observed", self.observed);
    f("expected", self.expected);
    f("ratio", self.ratio);
    f("lower", self.lower);
    f("upper", self.upper);
    f("p_value", self.p_value);
    f("adjusted_p_value", self.adjusted_p_value);
    f("differs", self.differs);
    f("differs_adjusted", self.differs_adjusted);
    f("ratio_to_others", self.ratio_to_others);
    f("z", self.z);
    f("funnel_lower_95", self.funnel_lower_95);
    f("funnel_upper_95", self.funnel_upper_95);
    f("funnel_lower_998", self.funnel_lower_998);
    f("funnel_upper_998", self.funnel_upper_998);
  }
};

/// How each group did with the books it was given: events observed over those that a risk model expected of
/// the same accounts (indirect standardization), so that neither an easy book nor luck passes for skill.
///
/// Counts are Poisson about what is expected; where the table has probabilities, each row has its event or
/// not, which varies less. Intervals are the expectations of which neither tail of what was seen is below
/// (1 - confidence) / 2 (Garwood; for probabilities all hazards are multiplied alike). Limits are those of
/// the same test, told for each group's own expectation, and drawn between whole numbers of events by linear
/// interpolation, so that a group lies beyond them if and only if its tail says so.
///
/// The expectation is taken as known. Where the risk model was fitted to these very groups, a group's ratio
/// is drawn towards 1 by its share of what is expected; `ratio_to_others` is not.
///
/// \param books    as made by Books
/// \param options  confidence, tails, adjustment
/// \returns        one row for each group
/// \throws InvalidInput  unless 0 < confidence < 1 and 0 <= winsorized < 0.5
/// \see Garwood (1936), Biometrika 28:437-442; Breslow & Day (1987), Statistical Methods in Cancer Research
///      II, ch. 2; Spiegelhalter (2005), Statistics in Medicine 24:1185-1202; Benjamini & Hochberg (1995),
///      Journal of the Royal Statistical Society B 57:289-300
Performance performance(const Books& books, const PerformanceOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_performance.hpp>
