// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/cross_fitted.hpp>
#include <fealty/health/detail/make_landmarks.hpp>
#include <fealty/health/detail/make_leakage.hpp>
#include <fealty/health/detail/proof_bands.hpp>
#include <fealty/health/detail/proof_figures.hpp>
#include <fealty/health/detail/proof_rows.hpp>
#include <fealty/health/prove.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Gathers the evidence on a score, and judges it.
class ProofMaker {
 public:
  ProofMaker(const Snapshots& snapshots, const Outcomes& outcomes, const ProveOptions& options)
      : data_(snapshots.data()), options_(options),
        higher_((options.polarity == Polarity::lower_is_healthier) == options.outcome_is_loss) {
    check();
    LandmarkMaker marks(who, snapshots, outcomes,
                        {.gap_days = options.gap_days,
                         .horizon_days = options.horizon_days,
                         .at_risk = options.at_risk,
                         .recurrent = options.recurrent,
                         .kind = options.kind});
    proof_.landmarks = marks.take();
    proof_.findings = proof_.landmarks.findings;
    proof_.score = options.score;
    proof_.horizon_days = options.horizon_days;
    proof_.gap_days = options.gap_days;
    proof_.confidence = options.confidence;
    const Column<double> score = score_column(who, data_.attributes, options.score, "score");
    const ProofRows rows(data_, proof_.landmarks, marks.used(), score);
    count(rows);
    look_for_leaks(marks.used());
    discriminate(rows);
    calibrate_scores(rows);
    const ProofBands bands(snapshots, outcomes, rows, score, options, proof_);
    const ProofDrift drift(data_, options, proof_);
    take_over(proof_, "leakage", proof_.leaks.findings);
    judge(rows);
  }
  Proof take() { return std::move(proof_); }

 private:
  static constexpr const char* who = "prove";

  void check() const {
    const auto refuse = [](const char* what, std::string value, const char* rule) {
      return InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
    };
    if (options_.min_events < 2)
      throw refuse("min_events", fmt::format("{}", options_.min_events), "is below 2");
    if (options_.folds < 2 || options_.folds > 100)
      throw refuse("folds", fmt::format("{}", options_.folds), "is not between 2 and 100");
    fealty::detail::check_confidence(who, options_.confidence);
    if (options_.probability && data_.attributes.find(*options_.probability) == nullptr)
      throw refuse("probability", "\"" + *options_.probability + "\"", "is no attribute of the snapshots");
    check_attributes_finite(who, data_);
  }
  void count(const ProofRows& rows) {
    const Landmarks& m = proof_.landmarks;
    const auto number = [](std::int64_t n) { return static_cast<double>(n); };
    put(proof_, {.figure = ProofFigure::examples,
                 .value = number(static_cast<std::int64_t>(rows.size())),
                 .note = fmt::format(
                     "of {} snapshots; {} already happened, {} not at risk, {} with an open window, {} "
                     "happened in the gap, {} without a score",
                     data_.rows.size(), m.already_happened, m.not_at_risk, m.window_open, m.happened_in_gap,
                     rows.without_score)});
    put(proof_, {.figure = ProofFigure::accounts, .value = number(rows.accounts)});
    put(proof_, {.figure = ProofFigure::events, .value = number(rows.events)});
    put(proof_, {.figure = ProofFigure::accounts_with_outcome, .value = number(rows.accounts_with)});
    put(proof_, {.figure = ProofFigure::accounts_without_outcome, .value = number(rows.accounts_without)});
    std::int64_t outcomes = 0;
    for (const std::uint8_t each : rows.outcome.values()) outcomes += each;
    const double share = fealty::detail::rate(outcomes, static_cast<std::int64_t>(rows.size()));
    const fealty::detail::Interval interval = outcome_rate_interval(rows, share, options_.confidence);
    put(proof_, {.figure = ProofFigure::outcome_rate,
                 .value = share,
                 .lower = interval.lower,
                 .upper = interval.upper});
    if (rows.without_score > 0)
      say(proof_, "missing_score", Severity::warning,
          fmt::format("{} of {} examples have no {}; they are not judged", rows.without_score, m.used,
                      options_.score));
  }
  void look_for_leaks(const std::vector<std::uint32_t>& used) {
    std::vector<std::int32_t> known_on;
    if (data_.has_known_on)
      for (const std::uint32_t i : used) known_on.push_back(data_.rows[i].known_on);
    LeakageOptions look{.auc = options_.leak_auc, .least_outcomes = options_.min_events};
    proof_.leaks = LeakageMaker(proof_.landmarks.examples, look, std::move(known_on)).take();
    put(proof_, {.figure = ProofFigure::leaks, .value = static_cast<double>(proof_.leaks.leaks)});
  }
  void discriminate(const ProofRows& rows) {
    ProofDiscrimination figures(rows, data_, options_, higher_, proof_);
    const RocAuc found = figures.decide();
    auc_ = found.auc[0];
    lower_ = found.lower[0];
    upper_ = found.upper[0];
    against_ = figures.compare(proof_baselines(who, data_, rows, options_.baselines));
    untreated_lower_ = figures.split_treated();
    figures.order();
  }
  void calibrate_scores(const ProofRows& rows) {
    std::vector<double> probability(rows.size(), no_figure);
    if (options_.probability) {
      const Column<double> given = score_column(who, data_.attributes, *options_.probability, "probability");
      check_probability(who, data_, *options_.probability, given);
      for (std::size_t i = 0; i < rows.size(); ++i) probability[i] = given[rows.place[i]];
      const auto missing =
          std::count_if(probability.begin(), probability.end(), [](double each) { return std::isnan(each); });
      if (missing > 0)
        say(proof_, "missing_score", Severity::warning,
            fmt::format("{} of {} rows that are judged have no {}; figures of probabilities are without them",
                        missing, rows.size(), *options_.probability));
      proof_.probability_by = fmt::format("as given: {}", *options_.probability);
    } else if (rows.accounts_with >= options_.folds && rows.accounts_without >= options_.folds) {
      probability = cross_fitted(rows, options_.folds, options_.seed, higher_);
      proof_.probability_by = fmt::format("{}, by Platt's curve of the other {} folds of accounts",
                                          options_.score, options_.folds - 1);
    } else {
      proof_.probability_by = "not: too few accounts to learn from";
      say(proof_, "not_calibrated", Severity::warning,
          fmt::format("{} accounts with the outcome and {} without are too few for {} folds; the score is no "
                      "probability",
                      rows.accounts_with, rows.accounts_without, options_.folds));
    }
    put_calibration(rows.examples(probability), options_, proof_);
  }
  void judge(const ProofRows& rows);
  void tell_leaks();
  void tell_open_windows();
  void tell_area();
  void tell_baselines();

  const SnapshotData& data_;
  const ProveOptions& options_;
  bool higher_;  // whether a higher score predicts the outcome
  Proof proof_;
  double auc_ = no_figure, lower_ = no_figure, upper_ = no_figure, untreated_lower_ = no_figure;
  std::vector<BaselineResult> against_;
};

inline void ProofMaker::tell_leaks() {
  const Leakage& l = proof_.leaks;
  for (std::size_t i = 0; i < l.attribute.size(); ++i) {
    const std::string& name = l.attribute[i];
    std::string& reason = proof_.reasons.emplace_back();
    if (l.kind[i] == LeakKind::known_later)
      reason = fmt::format("{} rows were made of something dated after as_of", l.rows[i]);
    else if (l.kind[i] == LeakKind::same_as_outcome)
      reason = fmt::format("{} is the outcome under another name", name);
    else if (l.kind[i] == LeakKind::separates_outcomes)
      reason = fmt::format("{} is too good to be true: its AUC is {:.4f}, above {}", name, l.auc[i], l.limit);
    else if (l.kind[i] == LeakKind::missing_separates)
      reason = fmt::format("whether {} is missing is too good to be true: its AUC is {:.4f}, above {}", name,
                           l.missing_auc[i], l.limit);
    else proof_.reasons.pop_back();
  }
}

/// What is missing may only not have been told yet.
inline void ProofMaker::tell_open_windows() {
  const Landmarks& m = proof_.landmarks;
  if (m.window_open == 0) return;
  const std::string last = m.observed_until ? to_string(*m.observed_until) : "none";
  proof_.reasons.push_back(
      fmt::format("{} of {} snapshots have a window that ends after the last day that is "
                  "known, {}; observed_until of the outcomes tells it",
                  m.window_open, data_.rows.size(), last));
}

inline void ProofMaker::tell_area() {
  if (std::isnan(lower_)) {
    proof_.reasons.push_back(fmt::format("{} is the same for all: it tells nothing", options_.score));
    return;
  }
  const std::string area =
      fmt::format("the AUC of {} is {:.3f}, with an interval from {:.3f} to {:.3f} that ", options_.score,
                  auc_, lower_, upper_);
  if (lower_ > 0.5) proof_.reasons.push_back(area + "lies above .5");
  else if (upper_ < 0.5)
    proof_.reasons.push_back(area + "lies below .5: it points the wrong way; is its polarity reversed?");
  else proof_.reasons.push_back(area + "holds .5, the AUC of a score that tells nothing");
  if (lower_ <= 0.5 && untreated_lower_ > 0.5)
    proof_.reasons.push_back(
        "among accounts that nobody acted on, its interval lies above .5: acting may "
        "have made it look wrong");
}

inline void ProofMaker::tell_baselines() {
  for (const BaselineResult& each : against_) {
    if (each.lower > 0) continue;
    proof_.reasons.push_back(
        std::isnan(each.lower)
            ? fmt::format("it is not known whether it is better than {}", each.name)
            : fmt::format("it is not shown to be better than {}: the difference is {:.3f}, with an interval "
                          "from {:.3f} to {:.3f}",
                          each.name, each.difference, each.lower, each.upper));
  }
}

inline void ProofMaker::judge(const ProofRows& rows) {
  if (proof_.leaks.leaks > 0) {
    proof_.verdict = Verdict::leaking;
    tell_leaks();
    return;
  }
  if (std::min(rows.accounts_with, rows.accounts_without) < options_.min_events) {
    proof_.verdict = Verdict::insufficient_events;
    proof_.reasons.push_back(
        fmt::format("{} accounts have the outcome in their window and {} have it not; of each {} are needed",
                    rows.accounts_with, rows.accounts_without, options_.min_events));
    tell_open_windows();
    return;
  }
  proof_.verdict = lower_ > 0.5 ? Verdict::predictive : Verdict::not_predictive;
  tell_area();
  if (proof_.verdict == Verdict::predictive) tell_baselines();
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Proof prove(const Snapshots& snapshots, const Outcomes& outcomes, const ProveOptions& options) {
  return detail::ProofMaker(snapshots, outcomes, options).take();
}

}  // namespace fealty::health
