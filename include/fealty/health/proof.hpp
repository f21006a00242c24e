// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/churn_by_band.hpp>
#include <fealty/health/csi.hpp>
#include <fealty/health/landmarks.hpp>
#include <fealty/health/lead_time.hpp>
#include <fealty/health/leakage.hpp>
#include <fealty/health/lift.hpp>
#include <fealty/health/net_benefit.hpp>
#include <fealty/health/polarity.hpp>
#include <fealty/health/psi.hpp>
#include <fealty/health/roc_curve.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// What the evidence comes to.
enum class Verdict {
  predictive,           ///< the score tells who will have the outcome from who will not
  not_predictive,       ///< it does not, as far as the data can tell
  insufficient_events,  ///< too few accounts have the outcome, or have it not, to tell
  leaking               ///< the score, or what it is made of, already knows the outcome
};
constexpr auto enum_names(Verdict) {
  return std::array<std::string_view, 4>{"predictive", "not_predictive", "insufficient_events", "leaking"};
}

/// Settings of prove().
struct ProveOptions {
  std::int32_t horizon_days = 90;  ///< days after the gap in which outcomes count, 1 to 36,500
  std::int32_t gap_days = 0;       ///< days after a snapshot that are too short to act, 0 to 36,500
  std::string score = "score";     ///< attribute that holds the score
  Polarity polarity = Polarity::higher_is_healthier;  ///< which way the score points
  bool outcome_is_loss = true;  ///< whether the outcome is bad, as a churn is; a renewal, an expansion, a
                                ///< first value are not
  std::optional<std::string> probability = {};  ///< attribute that holds the probability of the outcome; by
                                                ///< default the score is made one, see prove()
  std::optional<std::string> band =
      {};                               ///< attribute that holds the band; by default `band`, if there is one
  std::vector<std::string> order = {};  ///< all bands, the worst first; by default by their mean scores
  AtRisk at_risk = AtRisk::all;         ///< which accounts could have the outcome
  bool recurrent = false;               ///< whether it can happen again
  std::optional<std::string> kind = {};                    ///< the kind of outcome; by default any
  std::optional<std::vector<std::string>> baselines = {};  ///< attributes that the score has to beat, and
                                                           ///< days_to_renewal, which is made of `due`; by
                                                           ///< default this, tenure_days, csm_color and
                                                           ///< csm_sentiment, as far as they are there
  std::optional<std::vector<std::string>> features = {};  ///< attributes whose drift is shown; by default all
                                                          ///< but score, band, probability and dates
  std::int64_t min_events = 30;  ///< accounts with the outcome, and without, that a verdict needs, >= 2; an
                                 ///< assumption: fewer leave intervals of an area of .70 wider than .2
  double leak_auc = 0.98;        ///< as `auc` of leakage()
  std::vector<double> shares = {0.05, 0.1, 0.2};           ///< as of lift()
  std::vector<double> thresholds = {0.05, 0.1, 0.2, 0.3};  ///< as of net_benefit()
  std::int32_t days_before = 90;                           ///< as of lead_time()
  std::int32_t folds = 5;     ///< of accounts, by which the score is made a probability, 2 to 100
  std::int32_t draws = 2000;  ///< of the bootstraps, 2 to 1,000,000
  std::uint64_t seed = 1;     ///< of the draws and folds
  double confidence = 0.95;   ///< coverage of the intervals, in (0, 1)
  std::int32_t threads = 0;   ///< at most so many; 0 for all of the machine's
};

/// What is shown of a score.
enum class ProofFigure {
  examples,                  ///< rows that are judged
  accounts,                  ///< of which these are
  events,                    ///< outcomes in their windows, each once
  accounts_with_outcome,     ///< that have a row with the outcome
  accounts_without_outcome,  ///< that have a row without
  outcome_rate,              ///< share of rows with the outcome; Wilson's bounds of what accounts are worth
  leaks,                     ///< attributes that know the outcome
  roc_auc,                   ///< area under the ROC curve; interval by draws of accounts: this one decides
  roc_auc_delong,            ///< the same with DeLong's interval, as if rows were independent
  roc_auc_baseline,          ///< of a baseline, whichever way it points; interval of accounts taken together
  roc_auc_difference,        ///< that of the score - that of a baseline, both of the same rows
  roc_auc_treated,           ///< of accounts that somebody acted on
  roc_auc_untreated,         ///< of the others
  average_precision,         ///< area under steps of precision by recall
  kolmogorov_smirnov,        ///< largest distance of the two distributions; below, Kolmogorov's band
  lift,                      ///< precision among a share of highest risk / outcome_rate
  capture,                   ///< share of outcomes that is among them
  revenue_captured,          ///< share of the MRR of outcomes that is among them
  brier,                     ///< mean square of probability - outcome
  reliability,               ///< its first term: how far the probabilities of bins are wrong
  resolution,                ///< its second, subtracted: how much bins tell apart
  uncertainty,               ///< its third: what the outcome rate alone comes to
  within_bin_variance,       ///< its fourth
  within_bin_covariance,     ///< its fifth, subtracted
  log_loss,                  ///< mean of less the logarithm of the probability of what happened
  calibration_slope,         ///< 1 if right, below for probabilities that are too extreme
  calibration_in_the_large,  ///< of the fit with the logit as an offset; 0 if right
  expected_calibration_error,  ///< mean distance of probabilities and outcomes over bins; the
                               ///< lower bound is without what chance adds
  spiegelhalter_z,             ///< of the test that all probabilities are right; no interval: it is in
                               ///< standard errors already
  net_benefit,                 ///< of acting from a probability on
  band_outcome_rate,           ///< share of rows with the outcome in a band, with Wilson's bounds
  band_trend,                  ///< z of Cochran and Armitage; above 0 where worse bands have more outcomes
  not_best_before,             ///< share of outcomes whose account was not in the best band days_before
  watermelon_share,            ///< share whose account was: green outside, red inside
  median_worst_days,           ///< how long accounts with the outcome had been in the worst band
  median_warned_days,          ///< how long they had been out of the best one
  score_psi,   ///< population stability index of the score, first half against last half; lower
               ///< as of expected_calibration_error; interval of accounts taken together
  feature_csi  ///< characteristic stability index of a feature, likewise
};
constexpr auto enum_names(ProofFigure) {
  return std::array<std::string_view, 38>{"examples",
                                          "accounts",
                                          "events",
                                          "accounts_with_outcome",
                                          "accounts_without_outcome",
                                          "outcome_rate",
                                          "leaks",
                                          "roc_auc",
                                          "roc_auc_delong",
                                          "roc_auc_baseline",
                                          "roc_auc_difference",
                                          "roc_auc_treated",
                                          "roc_auc_untreated",
                                          "average_precision",
                                          "kolmogorov_smirnov",
                                          "lift",
                                          "capture",
                                          "revenue_captured",
                                          "brier",
                                          "reliability",
                                          "resolution",
                                          "uncertainty",
                                          "within_bin_variance",
                                          "within_bin_covariance",
                                          "log_loss",
                                          "calibration_slope",
                                          "calibration_in_the_large",
                                          "expected_calibration_error",
                                          "spiegelhalter_z",
                                          "net_benefit",
                                          "band_outcome_rate",
                                          "band_trend",
                                          "not_best_before",
                                          "watermelon_share",
                                          "median_worst_days",
                                          "median_warned_days",
                                          "score_psi",
                                          "feature_csi"};
}

/// The verdict on a score, and the evidence: one row for each figure.
struct Proof {
  std::vector<ProofFigure> figure;  ///< what it is
  std::vector<std::string> of;      ///< of what: an attribute, a share, a threshold, a band; may be empty
  std::vector<double> value;        ///< NaN where there is none
  std::vector<double> lower;        ///< of its interval; NaN without one, as of counts and of the z of tests
  std::vector<double> upper;        ///< likewise
  std::vector<double> p_value;      ///< that chance alone would bring about as much; NaN without a test
  std::vector<std::string> note;    ///< what to read it with; may be empty
  Verdict verdict = Verdict::insufficient_events;  ///< what the evidence comes to
  std::vector<std::string> reasons = {};           ///< why, in sentences, what decided first
  std::string probability_by = {};                 ///< how the score became a probability
  Landmarks landmarks = {};                        ///< every snapshot, and what became of it
  Leakage leaks = {};                              ///< every attribute, and what it gives away
  RocCurve roc = {};                               ///< of the score
  Lift lift = {};                                  ///< among shares of highest risk
  CalibrationCurve calibration = {};               ///< of the probability
  NetBenefit benefit = {};                         ///< of acting on it
  ChurnByBand bands = {};                      ///< outcomes by band; without rows where there are no bands
  LeadTime lead_time = {};                     ///< how long before each outcome bands warned; of losses
  PopulationStability score_drift = {};        ///< of the score, bin by bin
  CharacteristicStability feature_drift = {};  ///< of features
  std::string score = {};                      ///< as chosen
  std::int32_t horizon_days = 90;              ///< as chosen
  std::int32_t gap_days = 0;                   ///< as chosen
  double confidence = 0.95;                    ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< those of landmarks, and: missing_score, bands_inferred, one_band,
                                       ///< one_day, not_calibrated; and, each once, with the name of the part
                                       ///< in its message, what parts warn of, such as few_outcomes,
                                       ///< no_interval, separation, band_not_in_order, drift

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("figure", self.figure);
    f("of", self.of);
    f("value", self.value);
    f("lower", self.lower);
    f("upper", self.upper);
    f("p_value", self.p_value);
    f("note", self.note);
  }
};

}  // namespace fealty::health
