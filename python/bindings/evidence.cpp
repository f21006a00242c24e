// SPDX-License-Identifier: MIT
#include <fealty/health/bin_counts.hpp>
#include <fealty/health/cross_validation.hpp>
#include <fealty/health/csi.hpp>
#include <fealty/health/evidence_counts.hpp>
#include <fealty/health/information_value.hpp>
#include <fealty/health/points_odds.hpp>
#include <fealty/health/points_scorecard.hpp>
#include <fealty/health/psi.hpp>
#include <fealty/health/scorecard_of_points.hpp>
#include <fealty/health/splits.hpp>
#include <fealty/health/weight_of_evidence.hpp>
#include <fealty/health/weight_of_evidence_features.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "table_argument.hpp"

namespace fealty::python {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

/// Examples, or a state of them: a copy, since a state may grow meanwhile.
using ExamplesOrCounts = std::variant<const Examples*, EvidenceCounts>;
template <>
struct Python<ExamplesOrCounts> {
  using Any = Python<std::variant<const Examples*, const EvidenceCounts*>>;

  static ExamplesOrCounts read(py::handle value, const Place& place) {
    const auto any = Any::read(value, place);
    if (const auto* counts = std::get_if<const EvidenceCounts*>(&any)) return **counts;
    return std::get<const Examples*>(any);
  }
  static std::string taken() { return Any::taken(); }
};

/// A dataframe, or a state of one: a copy likewise.
struct Sample {
  TableArgument table;
  std::optional<BinCounts> counts;
};
template <>
struct Python<Sample> {
  static Sample read(py::handle value, const Place& place) {
    if (py::isinstance<BinCounts>(value)) return {{value, place}, *object_of<BinCounts>(value)};
    return {Python<TableArgument>::read(value, place), {}};
  }
  static std::string taken() { return "typing.Any"; }
};

namespace {

void bind_counts(const Scope& scope) {
  enumeration<BinKind>(scope, "BinKind");
  using O = BinCountsOptions;
  const auto fields = Fields<O>().field("feature", &O::feature).field("edges", &O::edges);
  const auto count = [](BinCounts& self, const TableArgument& attributes) {
    attributes.read({self.feature()}, [&](const Frame& frame) {
      const py::gil_scoped_acquire held;  // it guards a state that changes
      self.update(frame);
    });
  };
  Class<BinCounts>(scope, "BinCounts")
      .init([](const O& options) { return BinCounts(options); }, {}, fields)
      .method("update", count, {{"attributes"}})
      .method("merge", &BinCounts::merge, {{"other"}})
      .method("serialize", &BinCounts::serialize, {})
      .static_method("deserialize", &BinCounts::deserialize, {{"bytes"}})
      .size(&BinCounts::size)
      .property("feature", &BinCounts::feature)
      .shown_as([](const BinCounts& counts) {
        return fmt::format("BinCounts: {} rows of {}", counts.size(), counts.feature());
      });
  Class<EvidenceCounts>(scope, "EvidenceCounts")
      .init([](const O& options) { return EvidenceCounts(options); }, {}, fields)
      .method("update", &EvidenceCounts::update, {{"examples"}})
      .method("merge", &EvidenceCounts::merge, {{"other"}})
      .method("serialize", &EvidenceCounts::serialize, {})
      .static_method("deserialize", &EvidenceCounts::deserialize, {{"bytes"}})
      .size(&EvidenceCounts::size)
      .property("outcomes", &EvidenceCounts::outcomes)
      .property("feature", &EvidenceCounts::feature)
      .shown_as([](const EvidenceCounts& counts) {
        return fmt::format("EvidenceCounts: {} examples of {}", counts.size(), counts.feature());
      });
}

void bind_weights(const Scope& scope) {
  enumeration<Monotone>(scope, "Monotone");
  drawn_result<WeightOfEvidence>(scope, "WeightOfEvidence")
      .property("feature", &WeightOfEvidence::feature)
      .property("information_value", &WeightOfEvidence::information_value)
      .property("monotone", &WeightOfEvidence::monotone)
      .property("smoothing", &WeightOfEvidence::smoothing)
      .property("findings", &WeightOfEvidence::findings);
  using O = WeightOfEvidenceOptions;
  const auto weigh = [](const ExamplesOrCounts& examples, const O& options) {
    if (const auto* counts = std::get_if<EvidenceCounts>(&examples))
      return weight_of_evidence(*counts, options);
    return weight_of_evidence(*std::get<const Examples*>(examples), options);
  };
  function(scope, "weight_of_evidence", weigh, {{"examples"}},
           Fields<O>()
               .field("feature", &O::feature)
               .field("bins", &O::bins)
               .field("min_share", &O::min_share)
               .field("monotone", &O::monotone)
               .field("smoothing", &O::smoothing)
               .field("edges", &O::edges)
               .field("merge", &O::merge));
  using F = WeightOfEvidenceFeaturesOptions;
  const auto replace = [](const TableArgument& attributes, const std::vector<WeightOfEvidence>& evidence,
                          const F& options) {
    std::vector<std::string> names = options.keep;
    for (const WeightOfEvidence& each : evidence) names.push_back(each.feature);
    return attributes.read(
        names, [&](const Frame& frame) { return weight_of_evidence_features(frame, evidence, options); });
  };
  function(scope, "weight_of_evidence_features", replace, {{"attributes"}, {"evidence"}},
           Fields<F>().field("keep", &F::keep).field("unseen", &F::unseen));
}

void bind_information_value(const Scope& scope) {
  enumeration<EvidenceReading>(scope, "EvidenceReading");
  result<InformationValue>(scope, "InformationValue")
      .property("suspicious", &InformationValue::suspicious)
      .property("findings", &InformationValue::findings);
  using O = InformationValueOptions;
  function(scope, "information_value", &information_value, {{"examples"}},
           Fields<O>()
               .field("features", &O::features)
               .field("bins", &O::bins)
               .field("min_share", &O::min_share)
               .field("monotone", &O::monotone)
               .field("smoothing", &O::smoothing)
               .field("suspicious", &O::suspicious));
}

void bind_points(const Scope& scope) {
  result<PointsOdds>(scope, "PointsOdds");
  using D = PointsOddsOptions;
  function(scope, "points_odds", &points_odds, {{"points"}},
           Fields<D>()
               .field("pdo", &D::pdo)
               .field("base_points", &D::base_points)
               .field("base_odds", &D::base_odds));
  using P = PointsScorecard;
  result<P>(scope, "PointsScorecard")
      .property("factor", &P::factor)
      .property("offset", &P::offset)
      .property("intercept", &P::intercept)
      .property("polarity", &P::polarity)
      .property("pdo", &P::pdo)
      .property("base_points", &P::base_points)
      .property("base_odds", &P::base_odds)
      .property("lowest", &P::lowest)
      .property("highest", &P::highest);
  using O = PointsScorecardOptions;
  function(scope, "points_scorecard", &points_scorecard, {{"evidence"}},
           Fields<O>()
               .required("coefficients", &O::coefficients)
               .required("intercept", &O::intercept)
               .field("polarity", &O::polarity)
               .field("pdo", &O::pdo)
               .field("base_points", &O::base_points)
               .field("base_odds", &O::base_odds));
  using S = ScorecardOfPointsOptions;
  function(scope, "scorecard_of_points", &scorecard_of_points, {{"points"}},
           Fields<S>()
               .field("id", &S::id)
               .field("version", &S::version)
               .field("decimals", &S::decimals)
               .field("bands", &S::bands));
}

void bind_splits(const Scope& scope) {
  enumeration<SplitRole>(scope, "SplitRole");
  result<Splits>(scope, "Splits")
      .property("folds", &Splits::folds)
      .property("examples", &Splits::examples)
      .property("cuts", &Splits::cuts)
      .property("fingerprint", &Splits::fingerprint)
      .property("findings", &Splits::findings);
  using T = TimeSplitsOptions;
  function(scope, "time_splits", &time_splits, {{"examples"}},
           Fields<T>()
               .required("horizon_days", &T::horizon_days)
               .field("gap_days", &T::gap_days)
               .field("folds", &T::folds)
               .field("cuts", &T::cuts));
  using A = AccountSplitsOptions;
  function(scope, "account_splits", &account_splits, {{"examples"}},
           Fields<A>().field("folds", &A::folds).field("seed", &A::seed));
}

void bind_cross_validation(const Scope& scope) {
  result<CrossValidationPredictions>(scope, "CrossValidationPredictions");
  result<CrossValidationFolds>(scope, "CrossValidationFolds");
  result<CrossValidationPath>(scope, "CrossValidationPath");
  using C = CrossValidation;
  Class<C>(scope, "CrossValidation")
      .property("predictions", &C::predictions)
      .property("folds", &C::folds)
      .property("path", &C::path)
      .property("penalty", &C::penalty)
      .property("best_penalty", &C::best_penalty)
      .property("auc", &C::auc)
      .property("left_out", &C::left_out)
      .property("findings", &C::findings)
      .shown_as([](const C& found) {
        return fmt::format("CrossValidation: mean AUC {:.4f} over {} folds, penalty {}", found.auc,
                           found.folds.fold.size(), found.penalty);
      });
  using O = CrossValidationOptions;
  function(scope, "cross_validate", &cross_validate, {{"examples"}, {"splits"}},
           Fields<O>()
               .required("features", &O::features)
               .field("penalties", &O::penalties)
               .field("standardize", &O::standardize)
               .field("weight_of_evidence", &O::weight_of_evidence)
               .field("bins", &O::bins)
               .field("min_share", &O::min_share)
               .field("monotone", &O::monotone)
               .field("threads", &O::threads));
}

/// The names of columns that a drift calculator looks at.
std::vector<std::string> with_others(std::vector<std::string> names, const std::string& fingerprint,
                                     const std::string& account) {
  if (!fingerprint.empty()) names.push_back(fingerprint);
  if (!account.empty()) names.push_back(account);
  return names;
}

void bind_psi(const Scope& scope) {
  enumeration<DriftReading>(scope, "DriftReading");
  using P = PopulationStability;
  drawn_result<P>(scope, "PopulationStability")
      .property("psi", &P::psi)
      .property("std_error", &P::std_error)
      .property("psi_lower", &P::psi_lower)
      .property("psi_upper", &P::psi_upper)
      .property("reading", &P::reading)
      .property("degrees_of_freedom", &P::degrees_of_freedom)
      .property("expected", &P::expected)
      .property("limit", &P::limit)
      .property("p_value", &P::p_value)
      .property("confidence", &P::confidence)
      .property("smoothing", &P::smoothing)
      .property("findings", &P::findings);
  using O = PsiOptions;
  const auto compare = [](const Sample& reference, const Sample& current, const O& options) {
    if (reference.counts && current.counts) return psi(*reference.counts, *current.counts, options);
    const auto names = with_others({options.score}, options.fingerprint, options.account);
    return reference.table.read(names, [&](const Frame& before) {
      return current.table.read(names, [&](const Frame& now) { return psi(before, now, options); });
    });
  };
  function(scope, "psi", compare, {{"reference"}, {"current"}},
           Fields<O>()
               .field("score", &O::score)
               .field("bins", &O::bins)
               .field("edges", &O::edges)
               .field("smoothing", &O::smoothing)
               .field("confidence", &O::confidence)
               .field("account", &O::account)
               .field("fingerprint", &O::fingerprint));
}

void bind_csi(const Scope& scope) {
  using C = CharacteristicStability;
  drawn_result<C>(scope, "CharacteristicStability")
      .property("points_shift_sum", &C::points_shift_sum)
      .property("confidence", &C::confidence)
      .property("findings", &C::findings);
  using O = CsiOptions;
  const auto compare = [](const TableArgument& reference, const TableArgument& current, const O& options) {
    std::vector<std::string> names = options.features;
    if (options.points)
      names.insert(names.end(), options.points->feature.begin(), options.points->feature.end());
    names = with_others(std::move(names), options.fingerprint, options.account);
    return reference.read(names, [&](const Frame& before) {
      return current.read(names, [&](const Frame& now) { return csi(before, now, options); });
    });
  };
  function(scope, "csi", compare, {{"reference"}, {"current"}},
           Fields<O>()
               .field("features", &O::features)
               .field("bins", &O::bins)
               .field("smoothing", &O::smoothing)
               .field("confidence", &O::confidence)
               .field("points", &O::points)
               .field("account", &O::account)
               .field("fingerprint", &O::fingerprint));
}

}  // namespace

void bind_evidence(const Scope& scope) {
  bind_counts(scope);
  bind_weights(scope);
  bind_information_value(scope);
  bind_points(scope);
  bind_splits(scope);
  bind_cross_validation(scope);
  bind_psi(scope);
  bind_csi(scope);
}

}  // namespace fealty::python
