// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/mantel_haenszel.hpp>
#include <fealty/coverage/detail/touch_strata.hpp>
#include <fealty/coverage/touch_effect.hpp>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Makes a result from the strata of a study.
class TouchEffectMaker {
 public:
  TouchEffectMaker(const TouchStudy& study, const TouchEffectOptions& options)
      : study_(study.data()), options_(options),
        strata_("touch_effect", study_, {options.design, options.exact, options.caliper}) {
    fealty::detail::check_confidence("touch_effect", options.confidence);
    found_.design = options.design;
    found_.confidence = options.confidence;
    count();
    const MantelHaenszel within = sums(tables_), crude = sums({crude_});
    put(EffectMeasure::risk_difference, within.risk_difference(), crude.risk_difference());
    put(EffectMeasure::risk_ratio, within.risk_ratio(), crude.risk_ratio());
    put(EffectMeasure::odds_ratio, within.odds_ratio(), crude.odds_ratio());
    found_.statistic = within.statistic();
    found_.p_value = std::isnan(found_.statistic)
                         ? found_.statistic
                         : cdf(complement(boost::math::chi_squared(1), found_.statistic));
    find();
  }
  TouchEffect take() { return std::move(found_); }

 private:
  static MantelHaenszel sums(const std::vector<FourfoldTable>& tables) {
    MantelHaenszel all;
    for (const FourfoldTable& table : tables) all.add(table);
    return all;
  }
  static void add(FourfoldTable& table, bool treated, bool outcome) {
    (treated   ? outcome ? table.treated_with : table.treated_without
     : outcome ? table.control_with
               : table.control_without) += 1;
  }
  void count() {
    tables_.resize(strata_.count());
    for (std::size_t row = 0; row < study_.size(); ++row) {
      const bool treated = study_.treated[row] != 0, outcome = study_.outcome[row] != 0;
      add(crude_, treated, outcome);
      const std::uint32_t stratum = strata_.stratum()[row];
      if (stratum == no_id) {
        ++found_.left_out;
        if (treated) unmatched_.push_back(static_cast<std::int64_t>(row));
        continue;
      }
      add(tables_[stratum], treated, outcome);
      ++(treated ? found_.treated : found_.controls);
      if (outcome) ++(treated ? found_.treated_outcomes : found_.control_outcomes);
    }
    for (const FourfoldTable& table : tables_)
      if (table.treated_with + table.treated_without > 0) ++found_.strata;
  }
  void put(EffectMeasure measure, const Estimate& estimate, const Estimate& crude) {
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + options_.confidence / 2);
    const double half = z * estimate.std_error;
    const bool ratio = measure != EffectMeasure::risk_difference;
    found_.measure.push_back(measure);
    found_.estimate.push_back(estimate.value);
    found_.std_error.push_back(estimate.std_error);
    found_.lower.push_back(ratio ? estimate.value * std::exp(-half) : std::max(-1.0, estimate.value - half));
    found_.upper.push_back(ratio ? estimate.value * std::exp(half) : std::min(1.0, estimate.value + half));
    if (std::isnan(half)) found_.lower.back() = found_.upper.back() = half;  // max() and min() hide it
    found_.crude.push_back(crude.value);
  }
  void say(const char* code, Severity severity, std::string message) {
    found_.findings.push_back({code, severity, {}, "touch_effect: " + std::move(message)});
  }
  std::string alike() const {
    if (study_.stratum.present()) return "their stratum";
    std::vector<std::string> names = options_.exact;
    if (strata_.pairs()) names.insert(names.begin(), "risk");
    return fmt::format("{}", fmt::join(names, ", "));
  }
  void find();
  void note_repeated();

  const TouchStudyData& study_;
  const TouchEffectOptions& options_;
  TouchStrata strata_;
  std::vector<FourfoldTable> tables_;
  FourfoldTable crude_;
  std::vector<std::int64_t> unmatched_;  // rows that were touched
  TouchEffect found_;
};

/// What the comparison is worth, and what is odd about it.
inline void TouchEffectMaker::find() {
  found_.findings = strata_.findings();
  if (options_.design == StudyDesign::before_after)
    say("not_evidence", Severity::warning,
        "before and after is not evidence: accounts are touched when they are in trouble, and trouble passes "
        "by itself; compare with accounts alike that were not touched, or draw who is");
  if (options_.design == StudyDesign::matched)
    say("unmeasured_differences", Severity::information,
        fmt::format("accounts were compared that are alike in {}; what else they differ in may explain it",
                    alike()));
  if (!unmatched_.empty() && options_.design != StudyDesign::before_after) {
    const auto number = static_cast<std::int64_t>(unmatched_.size());
    say("unmatched", Severity::warning,
        fmt::format("{} of {} touched rows have nobody to be compared with; the effect is of the others",
                    number, number + found_.treated));
    found_.findings.back().rows = unmatched_;
  }
  note_repeated();
  if (std::any_of(found_.std_error.begin(), found_.std_error.end(),
                  [](double each) { return std::isnan(each); }))
    say("no_estimate", Severity::warning,
        fmt::format("{} of {} touched rows and {} of {} others have the outcome, too few for every measure "
                    "to have an interval",
                    found_.treated_outcomes, found_.treated, found_.control_outcomes, found_.controls));
}

/// Rows of one account are not independent, unless they are its own control.
inline void TouchEffectMaker::note_repeated() {
  if (options_.design == StudyDesign::before_after) return;
  std::vector<std::int64_t> rows(study_.account.ids()->size());
  for (const std::uint32_t code : study_.account.codes()) ++rows[code];
  const auto twice = std::count_if(rows.begin(), rows.end(), [](std::int64_t n) { return n > 1; });
  if (twice > 0)
    say("many_rows", Severity::warning,
        fmt::format("{} accounts have several rows, which are not independent", twice));
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline TouchEffect touch_effect(const TouchStudy& study, const TouchEffectOptions& options) {
  return detail::TouchEffectMaker(study, options).take();
}

}  // namespace fealty::coverage
