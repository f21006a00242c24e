// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of net_benefit().
struct NetBenefitOptions {
  std::string score = "score";          ///< attribute that holds the probability of the outcome, in [0, 1]
  std::vector<double> thresholds = {};  ///< from which probability on an account is treated: ascending, in
                                        ///< (0, 1); by default .01, .02, … .99
  double confidence = 0.95;             ///< coverage of the intervals, in (0, 1)
};

/// What it is worth to act on probabilities, one row for each threshold.
struct NetBenefit {
  std::vector<double> threshold;  ///< accounts are treated whose probability is as high, or higher
  std::vector<double>
      net_benefit;                ///< of treating these: share of rows that are treated and have the outcome
                                  ///< - threshold / (1 - threshold) x share that are treated in vain
  std::vector<double> std_error;  ///< of it
  std::vector<double> lower;      ///< of a normal interval
  std::vector<double> upper;      ///< of a normal interval
  std::vector<double> treat_all;  ///< net benefit of treating all; that of treating none is 0
  std::vector<double> standardized;  ///< net_benefit / share of outcomes: 1 is the best there is
  std::vector<double> avoided;  ///< (net_benefit - treat_all) x (1 - threshold) / threshold: share of rows
                                ///< whose treatment is spared without missing more outcomes
  std::vector<std::int64_t> treated;           ///< rows
  std::vector<std::int64_t> treated_outcomes;  ///< of them, with the outcome
  double share = 0;                            ///< of outcomes
  std::int64_t examples = 0;                   ///< rows that were used
  std::int64_t outcomes = 0;                   ///< of them, with the outcome
  std::int64_t left_out = 0;                   ///< rows in which the probability is missing
  double confidence = 0.95;                    ///< coverage of the intervals
  std::vector<Finding> findings = {};          ///< codes: missing_score, no_examples, one_class

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("threshold", self.threshold);
    f("net_benefit", self.net_benefit);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("treat_all", self.treat_all);
    f("standardized", self.standardized);
    f("avoided", self.avoided);
    f("treated", self.treated);
    f("treated_outcomes", self.treated_outcomes);
  }
};

/// Decision curve analysis: whether treating the accounts that a score points at does more good than treating
/// all, or none.
///
/// The threshold says how much a treatment in vain costs against an outcome that is missed: who treats from
/// 20% on takes four in vain for one. Where accounts are given they are independent, otherwise rows are; the
/// error is that of a sum over them. Weights count as so many rows.
///
/// \param examples  probabilities that were known, and what happened without treatment
/// \param options   the probability, thresholds, confidence
/// \returns         one row for each threshold
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1];
///                       thresholds that do not ascend or are not in (0, 1); unless 0 < confidence < 1
/// \see Vickers & Elkin (2006), Medical Decision Making 26:565-574; Kerr, Brown, Zhu & Janes (2016), Journal
///      of Clinical Oncology 34:2534-2540
NetBenefit net_benefit(const Examples& examples, const NetBenefitOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_net_benefit.hpp>
