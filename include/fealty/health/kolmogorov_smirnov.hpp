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
  double confidence = 0.95;             ///< coverage of the interval, in (0, 1)
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
  std::vector<double> std_error;       ///< of the statistic, at its threshold
  std::vector<double> lower;           ///< of its interval; NaN where std_error is 0
  std::vector<double> upper;           ///< likewise
  std::vector<std::int64_t> examples;  ///< rows that were used
  std::vector<std::int64_t> outcomes;  ///< of them, with the outcome
  std::vector<std::int64_t> left_out;  ///< rows whose score is missing
  double confidence = 0.95;            ///< coverage of the interval
  std::vector<Finding> findings = {};  ///< codes: one_class, few_outcomes, many_rows, no_interval

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("statistic", self.statistic);
    f("threshold", self.threshold);
    f("sensitivity", self.sensitivity);
    f("specificity", self.specificity);
    f("p_value", self.p_value);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
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
/// The statistic is the largest of many distances, and so too large by chance, the more the less the score
/// tells. The lower bound is what Kolmogorov's band around all distances at once leaves of it: where no
/// accounts are known, it is above 0 if the p value is below 1 - confidence. The upper bound is normal, with
/// the standard error at the threshold. Together they cover more than they say. Accounts that are given are
/// taken as independent, not their rows: the error is that of sums over them (sandwich, G / (G - 1)), and the
/// band is as much wider as that error is larger than that of rows.
///
/// \param examples  as made by Examples
/// \param options   score, its direction
/// \returns         one row
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite; unless
///                       0 < confidence < 1
/// \see Smirnov (1948), Annals of Mathematical Statistics 19:279-281; Youden (1950), Cancer 3:32-35;
///      Hsieh & Turnbull (1996), Statistica Sinica 6:47-62; Schisterman & Perkins (2007), Communications in
///      Statistics - Simulation and Computation 36:549-563, for the error
KolmogorovSmirnov kolmogorov_smirnov(const Examples& examples, const KolmogorovSmirnovOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_kolmogorov_smirnov.hpp>
