// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of lift().
struct LiftOptions {
  std::string score = "score";                                    ///< attribute that holds the scores
  bool higher_predicts_outcome = true;                            ///< false for a health score and a churn
  std::vector<double> shares = {0.01, 0.05, 0.1, 0.2, 0.3, 0.5};  ///< of the rows, those of highest risk,
                                                                  ///< ascending, in (0, 1]
  std::string value = {};  ///< attribute that holds what a row is worth, >= 0, such as its MRR; none without
  std::optional<bool> cluster = {};  ///< whether accounts are drawn with all their rows; by default where the
                                     ///< examples have accounts
  std::int32_t draws = 2000;         ///< of the bootstrap, 2 to 1,000,000; 0 for no intervals
  std::uint64_t seed = 1;            ///< of the draws
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// What is found among the rows of highest risk, one row for each share that is looked at.
struct Lift {
  std::vector<double> share;      ///< of the rows, that is looked at
  std::vector<double> looked_at;  ///< so many rows, as they count; not rounded
  std::vector<double>
      precision;  ///< share of them that have the outcome; all figures NaN with one kind alone
  std::vector<double> precision_lower;  ///< percentile of the draws; NaN where no draw differs
  std::vector<double> precision_upper;  ///< percentile of the draws; NaN likewise
  std::vector<double> capture;        ///< share of all rows with the outcome that is among them: recall at k
  std::vector<double> capture_lower;  ///< of its interval
  std::vector<double> capture_upper;  ///< of its interval
  std::vector<double> lift;           ///< precision / prevalence = capture / share: 1 tells nothing
  std::vector<double> lift_lower;     ///< of its interval
  std::vector<double> lift_upper;     ///< of its interval
  std::vector<double> value_capture;  ///< share of what rows with the outcome are worth; with `value`
  std::vector<double> value_capture_lower;  ///< of its interval
  std::vector<double> value_capture_upper;  ///< of its interval
  double prevalence = 0;                    ///< share of all rows that have the outcome
  std::int64_t examples = 0;                ///< rows that were used
  std::int64_t outcomes = 0;                ///< of them, with the outcome
  std::int64_t left_out = 0;                ///< rows whose score, or value, is missing
  bool clustered = false;                   ///< whether accounts were drawn
  double confidence = 0.95;                 ///< coverage of the intervals
  std::vector<Finding> findings = {};       ///< codes: one_class, few_outcomes, many_rows, no_interval,
                                            ///< no_value

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("share", self.share);
    f("looked_at", self.looked_at);
    f("precision", self.precision);
    f("precision_lower", self.precision_lower);
    f("precision_upper", self.precision_upper);
    f("capture", self.capture);
    f("capture_lower", self.capture_lower);
    f("capture_upper", self.capture_upper);
    f("lift", self.lift);
    f("lift_lower", self.lift_lower);
    f("lift_upper", self.lift_upper);
    f("value_capture", self.value_capture);
    f("value_capture_lower", self.value_capture_lower);
    f("value_capture_upper", self.value_capture_upper);
  }
};

/// What those of highest risk come to, for teams that can look at so many.
///
/// Of rows of one score of which only a part is looked at, what a draw among them finds on average counts: no
/// order of rows changes it. A share that is no whole number of rows counts the next row in part.
///
/// \param examples  as made by Examples
/// \param options   score, its direction, shares, value, clusters, draws
/// \returns         one row for each share
/// \throws InvalidInput  for shares that are not ascending numbers in (0, 1], a name of no attribute, scores
///                       that are no numbers or infinite, values below 0 or above 1e290 in all, clusters
///                       without accounts, draws out of range; unless 0 < confidence < 1
/// \see Vuk & Curk (2006), Metodoloski zvezki 3:89-108
Lift lift(const Examples& examples, const LiftOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_lift.hpp>
