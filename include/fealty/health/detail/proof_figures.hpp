// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/calibration_measures.hpp>
#include <fealty/health/detail/proof_rows.hpp>
#include <fealty/health/kolmogorov_smirnov.hpp>
#include <fealty/health/lift.hpp>
#include <fealty/health/net_benefit.hpp>
#include <fealty/health/precision_recall.hpp>
#include <fealty/health/proof.hpp>
#include <fealty/health/roc_auc.hpp>
#include <fealty/health/roc_comparison.hpp>
#include <fealty/health/roc_curve.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();

/// A row of a proof.
struct ProofRow {
  ProofFigure figure;
  std::string of = {};
  double value = no_figure;
  double lower = no_figure, upper = no_figure;
  double p_value = no_figure;
  std::string note = {};
};
inline void put(Proof& proof, ProofRow row) {
  proof.figure.push_back(row.figure);
  proof.of.push_back(std::move(row.of));
  proof.value.push_back(row.value);
  proof.lower.push_back(row.lower);
  proof.upper.push_back(row.upper);
  proof.p_value.push_back(row.p_value);
  proof.note.push_back(std::move(row.note));
}

inline void say(Proof& proof, const char* code, Severity severity, std::string message) {
  proof.findings.push_back({code, severity, {}, "prove: " + std::move(message)});
}
/// Takes over what parts of a proof warn of, each once. What notes of figures say already is not said again,
/// nor how many outcomes there are by more than one part.
///
/// \param rows  whether rows of the findings are those of the snapshots
inline void take_over(Proof& proof, const std::string& part, const std::vector<Finding>& findings,
                      bool rows = false) {
  for (const Finding& each : findings) {
    const std::string& code = each.code;
    if (each.severity == Severity::information || code == "many_rows" || code == "missing_score" ||
        code == "no_examples")
      continue;
    const bool once = code == "few_outcomes" || code == "one_class";
    const std::string told = each.message.substr(each.message.find(": ") + 2);
    const bool known = std::any_of(proof.findings.begin(), proof.findings.end(), [&](const Finding& other) {
      return (code == "one_class" && other.code == "no_examples") ||
             (other.code == code && (once || other.message.ends_with(": " + told)));
    });
    if (known) continue;
    say(proof, code.c_str(), each.severity, part + ": " + told);
    if (rows) proof.findings.back().rows = each.rows;
  }
}

/// How the score does against a baseline, on the rows that have both.
struct BaselineResult {
  std::string name;
  double difference = no_figure, lower = no_figure, upper = no_figure;
};

/// How well the score tells rows apart, and in which order it puts them.
class ProofDiscrimination {
 public:
  ProofDiscrimination(const ProofRows& rows, const SnapshotData& data, const ProveOptions& options,
                      bool higher, Proof& proof)
      : rows_(rows), data_(data), options_(options), higher_(higher), proof_(proof),
        examples_(rows.examples(rows.score)) {}

  /// The area whose interval decides.
  RocAuc decide() {
    RocAuc by_accounts = auc(examples_, higher_, true, AucInterval::bootstrap);
    const RocAuc by_rows = auc(examples_, higher_, false, AucInterval::delong);
    put_auc(ProofFigure::roc_auc, options_.score, by_accounts, "accounts were drawn with all their rows");
    put_auc(ProofFigure::roc_auc_delong, options_.score, by_rows, "as if rows were independent");
    take_over(proof_, "roc_auc", by_accounts.findings);
    return by_accounts;
  }
  std::vector<BaselineResult> compare(const std::vector<ProofBaseline>& baselines) {
    std::vector<BaselineResult> results;
    for (const ProofBaseline& each : baselines) results.push_back(compare(each));
    return results;
  }
  /// The lower bound of the area of the rows that nobody acted on.
  double split_treated() {
    if (!data_.has_treated) return no_figure;
    std::vector<std::uint32_t> among[2];
    for (std::uint32_t i = 0; i < rows_.size(); ++i) among[data_.rows[rows_.place[i]].treated].push_back(i);
    const RocAuc treated = auc(rows_.some(among[1]), higher_, true, AucInterval::delong);
    const RocAuc others = auc(rows_.some(among[0]), higher_, true, AucInterval::delong);
    put_auc(ProofFigure::roc_auc_treated, options_.score, treated, share(treated));
    put_auc(ProofFigure::roc_auc_untreated, options_.score, others, share(others));
    take_over(proof_, "roc_auc of treated accounts", treated.findings);
    take_over(proof_, "roc_auc of untreated accounts", others.findings);
    return others.lower[0];
  }
  void order() {
    const AveragePrecision average = average_precision(examples_, {.higher_predicts_outcome = higher_,
                                                                   .draws = options_.draws,
                                                                   .seed = options_.seed,
                                                                   .confidence = options_.confidence,
                                                                   .threads = options_.threads});
    put(proof_, {ProofFigure::average_precision, options_.score, average.average_precision[0],
                 average.lower[0], average.upper[0], no_figure,
                 fmt::format("a score that tells nothing comes to {:.3g}", average.prevalence[0])});
    take_over(proof_, "average_precision", average.findings);
    const KolmogorovSmirnov distance = kolmogorov_smirnov(
        examples_, {.higher_predicts_outcome = higher_, .confidence = options_.confidence});
    take_over(proof_, "kolmogorov_smirnov", distance.findings);
    put(proof_, {ProofFigure::kolmogorov_smirnov, options_.score, distance.statistic[0], distance.lower[0],
                 distance.upper[0], distance.p_value[0],
                 fmt::format("at {}; p as if rows were independent", distance.threshold[0])});
    proof_.roc = roc_curve(examples_, {.higher_predicts_outcome = higher_, .points = 500});
    look_at_shares();
  }

 private:
  RocAuc auc(const Examples& examples, bool higher, bool cluster, AucInterval interval) const {
    return roc_auc(examples, {.higher_predicts_outcome = higher,
                              .interval = interval,
                              .cluster = cluster,
                              .draws = options_.draws,
                              .seed = options_.seed,
                              .confidence = options_.confidence,
                              .threads = options_.threads});
  }
  void put_auc(ProofFigure figure, const std::string& of, const RocAuc& found, std::string note) {
    put(proof_, {figure, of, found.auc[0], found.lower[0], found.upper[0], no_figure, std::move(note)});
  }
  static std::string share(const RocAuc& found) {
    return fmt::format("{} of {} rows with the outcome", found.outcomes[0], found.examples[0]);
  }
  BaselineResult compare(const ProofBaseline& baseline) {
    const Examples alone = rows_.examples(baseline.value);
    RocAuc area = auc(alone, true, true, AucInterval::delong);
    const bool higher = baseline.texts || !(area.auc[0] < 0.5);  // rates point up already
    if (!higher) area = auc(alone, false, true, AucInterval::delong);
    put_auc(ProofFigure::roc_auc_baseline, baseline.name, area,
            baseline.texts ? "by the rate of outcomes of each value, in its favor"
            : higher       ? "higher values have more outcomes"
                           : "lower values have more outcomes");
    take_over(proof_, "roc_auc of " + baseline.name, area.findings);
    ExampleColumns columns{
        .outcome = rows_.outcome, .attributes = {}, .account = rows_.account, .as_of = rows_.as_of};
    columns.attributes.add("score", ProofRows::numbers_of(rows_.score));
    columns.attributes.add("baseline", ProofRows::numbers_of(baseline.value));
    RocComparisonOptions against{
        .scores = {"score"}, .baseline = "baseline", .higher_predicts_outcome = higher};
    if (higher != higher_) against.opposite = {"score"};
    against.confidence = options_.confidence;
    const RocComparison found = roc_comparison(Examples(columns), against);
    take_over(proof_, "roc_comparison with " + baseline.name, found.findings);
    put(proof_, {ProofFigure::roc_auc_difference, baseline.name, found.difference[0], found.lower[0],
                 found.upper[0], found.p_value[0], fmt::format("{} rows have both", found.examples)});
    return {baseline.name, found.difference[0], found.lower[0], found.upper[0]};
  }
  void look_at_shares() {
    ExampleColumns columns{
        .outcome = rows_.outcome, .attributes = {}, .account = rows_.account, .as_of = rows_.as_of};
    columns.attributes.add("score", ProofRows::numbers_of(rows_.score));
    std::vector<double> mrr;
    for (const std::uint32_t i : rows_.place) mrr.push_back(static_cast<double>(data_.rows[i].mrr));
    columns.attributes.add("mrr", ProofRows::numbers_of(mrr));
    LiftOptions look{.higher_predicts_outcome = higher_, .shares = options_.shares};
    if (data_.has_mrr) look.value = "mrr";
    look.draws = options_.draws;
    look.seed = options_.seed;
    look.confidence = options_.confidence;
    look.threads = options_.threads;
    proof_.lift = lift(Examples(columns), look);
    take_over(proof_, "lift", proof_.lift.findings);
    const Lift& l = proof_.lift;
    for (std::size_t i = 0; i < l.share.size(); ++i) {
      const std::string of = fmt::format("{}", l.share[i]);
      put(proof_, {ProofFigure::lift, of, l.lift[i], l.lift_lower[i], l.lift_upper[i]});
      put(proof_, {ProofFigure::capture, of, l.capture[i], l.capture_lower[i], l.capture_upper[i]});
      if (data_.has_mrr)
        put(proof_, {ProofFigure::revenue_captured, of, l.value_capture[i], l.value_capture_lower[i],
                     l.value_capture_upper[i]});
    }
  }

  const ProofRows& rows_;
  const SnapshotData& data_;
  const ProveOptions& options_;
  bool higher_;
  Proof& proof_;
  Examples examples_;
};

/// How right the probabilities are.
inline void put_calibration(const Examples& examples, const ProveOptions& options, Proof& proof) {
  const CalibrationMeasures found = calibration_measures(examples, {.confidence = options.confidence});
  take_over(proof, "calibration_measures", found.findings);
  const auto measure = [&](ProofFigure figure, CalibrationMeasure wanted, std::string note) {
    for (std::size_t i = 0; i < found.measure.size(); ++i)
      if (found.measure[i] == wanted)
        put(proof,
            {figure, "", found.value[i], found.lower[i], found.upper[i], found.p_value[i], std::move(note)});
  };
  measure(ProofFigure::brier, CalibrationMeasure::brier, "");
  const BrierDecomposition terms = brier_decomposition(examples, {.confidence = options.confidence});
  take_over(proof, "brier_decomposition", terms.findings);
  constexpr ProofFigure figures[] = {ProofFigure::reliability, ProofFigure::resolution,
                                     ProofFigure::uncertainty, ProofFigure::within_bin_variance,
                                     ProofFigure::within_bin_covariance};
  for (std::size_t i = 0; i < terms.term.size(); ++i)
    put(proof, {figures[static_cast<std::size_t>(terms.term[i])], "", terms.value[i], terms.lower[i],
                terms.upper[i]});
  measure(ProofFigure::log_loss, CalibrationMeasure::log_loss, "");
  measure(ProofFigure::calibration_slope, CalibrationMeasure::calibration_slope, "1 if right");
  measure(ProofFigure::calibration_in_the_large, CalibrationMeasure::calibration_in_the_large, "0 if right");
  measure(ProofFigure::expected_calibration_error, CalibrationMeasure::expected_calibration_error,
          fmt::format("right probabilities would show about {:.3g}", found.expected_error_by_chance));
  measure(ProofFigure::spiegelhalter_z, CalibrationMeasure::spiegelhalter_z, "as if rows were independent");
  proof.calibration = calibration_curve(examples, {.confidence = options.confidence});
  proof.benefit = net_benefit(examples, {.thresholds = options.thresholds, .confidence = options.confidence});
  take_over(proof, "calibration_curve", proof.calibration.findings);
  take_over(proof, "net_benefit", proof.benefit.findings);
  const NetBenefit& n = proof.benefit;
  for (std::size_t i = 0; i < n.threshold.size(); ++i)
    put(proof, {ProofFigure::net_benefit, fmt::format("{}", n.threshold[i]), n.net_benefit[i], n.lower[i],
                n.upper[i], no_figure, fmt::format("treating all comes to {:.3g}", n.treat_all[i])});
}

}  // namespace fealty::health::detail
