// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of kolmogorov_smirnov().
struct KolmogorovSmirnovOptions {
  std::string score = "score";          ///< attribute that holds the scores
  bool higher_predicts_outcome = true;  ///< false for a health score and a churn
};

/// How far apart a score keeps rows with the outcome and the others: one row.
struct KolmogorovSmirnov {
  std::vector<double> statistic;  ///< largest distance of the two distributions of the score; NaN where a
                                  ///< kind has no row
  std::vector<double> threshold;  ///< where it is: rows with this score or one of more risk are flagged; the
                                  ///< one of highest risk, if there are several
  std::vector<double> sensitivity;     ///< share flagged there of the rows with the outcome
  std::vector<double> specificity;     ///< share not flagged there of the others
  std::vector<double> p_value;         ///< that it would be as large if the score told nothing
  std::vector<std::int64_t> examples;  ///< rows that were used
  std::vector<std::int64_t> outcomes;  ///< of them, with the outcome
  std::vector<std::int64_t> left_out;  ///< rows whose score is missing
  std::vector<Finding> findings = {};  ///< codes: one_class, few_outcomes, many_rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("statistic", self.statistic);
    f("threshold", self.threshold);
    f("sensitivity", self.sensitivity);
    f("specificity", self.specificity);
    f("p_value", self.p_value);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
    f("left_out", self.left_out);
  }
};

/// The Kolmogorov-Smirnov statistic of a score: of all thresholds, the largest of |sensitivity + specificity
/// - 1|, which is Youden's index where the score points the right way.
///
/// The p value is that of the two-sided limit distribution. It is for scores without ties: with ties it is
/// too large, and the test misses more. It takes rows as independent, and of rows that have weights as many
/// as they are worth (Kish).
///
/// \param examples  as made by Examples
/// \param options   score, its direction
/// \returns         one row
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite
/// \see Smirnov (1948), Annals of Mathematical Statistics 19:279-281; Youden (1950), Cancer 3:32-35
KolmogorovSmirnov kolmogorov_smirnov(const Examples& examples, const KolmogorovSmirnovOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_kolmogorov_smirnov.hpp>
