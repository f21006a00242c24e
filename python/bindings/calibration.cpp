// SPDX-License-Identifier: MIT
#include <fealty/health/band_counts.hpp>
#include <fealty/health/beta_calibration.hpp>
#include <fealty/health/binning.hpp>
#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/calibration_measures.hpp>
#include <fealty/health/calibrator.hpp>
#include <fealty/health/calibrator_json.hpp>
#include <fealty/health/churn_by_band.hpp>
#include <fealty/health/isotonic.hpp>
#include <fealty/health/net_benefit.hpp>
#include <fealty/health/platt.hpp>
#include <fealty/health/probability_sums.hpp>
#include <fealty/health/score_counts.hpp>

#include <string>
#include <variant>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

/// Examples, or a state of their bands: a copy, since a state may grow meanwhile.
using ExamplesOrBands = std::variant<const Examples*, BandCounts>;
template <>
struct Python<ExamplesOrBands> {
  using Any = Python<std::variant<const Examples*, const BandCounts*>>;

  static ExamplesOrBands read(py::handle value, const Place& place) {
    const auto any = Any::read(value, place);
    if (const auto* counts = std::get_if<const BandCounts*>(&any)) return **counts;
    return std::get<const Examples*>(any);
  }
  static std::string taken() { return Any::taken(); }
};

namespace {

void bind_calibrators(const Scope& scope) {
  enumeration<CalibratorKind>(scope, "CalibratorKind");
  enumeration<ScoreScale>(scope, "ScoreScale");
  using C = Calibrator;
  result<C>(scope, "Calibrator")
      .property("kind", &C::kind)
      .property("intercept", &C::intercept)
      .property("slope", &C::slope)
      .property("rest_slope", &C::rest_slope)
      .property("scale", &C::scale)
      .property("higher_predicts_outcome", &C::higher_predicts_outcome)
      .property("clip", &C::clip)
      .property("examples", &C::examples)
      .property("outcomes", &C::outcomes)
      .property("left_out", &C::left_out)
      .property("findings", &C::findings);
  using P = PlattOptions;
  function(scope, "platt", &platt, {{"examples"}},
           Fields<P>()
               .field("score", &P::score)
               .field("scale", &P::scale)
               .field("higher_predicts_outcome", &P::higher_predicts_outcome)
               .field("clip", &P::clip)
               .field("least_outcomes", &P::least_outcomes));
  using I = IsotonicOptions;
  function(scope, "isotonic", &isotonic, {{"examples"}},
           Fields<I>()
               .field("score", &I::score)
               .field("higher_predicts_outcome", &I::higher_predicts_outcome)
               .field("least_outcomes", &I::least_outcomes));
  using B = BetaCalibrationOptions;
  function(scope, "beta_calibration", &beta_calibration, {{"examples"}},
           Fields<B>()
               .field("score", &B::score)
               .field("higher_predicts_outcome", &B::higher_predicts_outcome)
               .field("clip", &B::clip)
               .field("least_outcomes", &B::least_outcomes));
  result<CalibratedScores>(scope, "CalibratedScores").property("findings", &CalibratedScores::findings);
  function(scope, "calibrate", &calibrate, {{"calibrator"}, {"scores"}});
  function(scope, "calibrator_json", &calibrator_json, {{"calibrator"}});
  function(scope, "calibrator_from_json", &calibrator_from_json, {{"json"}});
}

void bind_measures(const Scope& scope) {
  enumeration<Binning>(scope, "Binning");
  enumeration<CalibrationMeasure>(scope, "CalibrationMeasure");
  using R = CalibrationMeasures;
  result<R>(scope, "CalibrationMeasures")
      .property("expected_error_by_chance", &R::expected_error_by_chance)
      .property("share", &R::share)
      .property("mean_probability", &R::mean_probability)
      .property("examples", &R::examples)
      .property("outcomes", &R::outcomes)
      .property("accounts", &R::accounts)
      .property("left_out", &R::left_out)
      .property("bins", &R::bins)
      .property("binning", &R::binning)
      .property("clip", &R::clip)
      .property("confidence", &R::confidence)
      .property("findings", &R::findings);
  using O = CalibrationMeasuresOptions;
  function(scope, "calibration_measures", &calibration_measures, {{"examples"}},
           Fields<O>()
               .field("score", &O::score)
               .field("bins", &O::bins)
               .field("binning", &O::binning)
               .field("clip", &O::clip)
               .field("confidence", &O::confidence)
               .field("least_outcomes", &O::least_outcomes));
  enumeration<BrierTerm>(scope, "BrierTerm");
  using D = BrierDecomposition;
  result<D>(scope, "BrierDecomposition")
      .property("brier", &D::brier)
      .property("generalized_resolution", &D::generalized_resolution)
      .property("examples", &D::examples)
      .property("outcomes", &D::outcomes)
      .property("accounts", &D::accounts)
      .property("left_out", &D::left_out)
      .property("bins", &D::bins)
      .property("binning", &D::binning)
      .property("confidence", &D::confidence)
      .property("findings", &D::findings);
  using B = BrierDecompositionOptions;
  function(scope, "brier_decomposition", &brier_decomposition, {{"examples"}},
           Fields<B>()
               .field("score", &B::score)
               .field("bins", &B::bins)
               .field("binning", &B::binning)
               .field("confidence", &B::confidence));
}

void bind_pictures(const Scope& scope) {
  using C = CalibrationCurve;
  drawn_result<C>(scope, "CalibrationCurve")
      .property("left_out", &C::left_out)
      .property("binning", &C::binning)
      .property("confidence", &C::confidence)
      .property("findings", &C::findings);
  using O = CalibrationCurveOptions;
  function(scope, "calibration_curve", &calibration_curve, {{"examples"}},
           Fields<O>()
               .field("score", &O::score)
               .field("bins", &O::bins)
               .field("binning", &O::binning)
               .field("confidence", &O::confidence));
  using N = NetBenefit;
  drawn_result<N>(scope, "NetBenefit")
      .property("share", &N::share)
      .property("examples", &N::examples)
      .property("outcomes", &N::outcomes)
      .property("left_out", &N::left_out)
      .property("confidence", &N::confidence)
      .property("findings", &N::findings);
  using P = NetBenefitOptions;
  function(scope, "net_benefit", &net_benefit, {{"examples"}},
           Fields<P>()
               .field("score", &P::score)
               .field("thresholds", &P::thresholds)
               .field("confidence", &P::confidence));
}

void bind_sums(const Scope& scope) {
  using S = ProbabilitySums;
  using O = ProbabilitySumsOptions;
  Class<S>(scope, "ProbabilitySums")
      .init([](const O& options) { return S(options); }, {},
            Fields<O>().field("score", &O::score).field("bins", &O::bins).field("clip", &O::clip))
      .method("update", &S::update, {{"examples"}})
      .method("merge", &S::merge, {{"other"}})
      .method("serialize", &S::serialize, {})
      .static_method("deserialize", &S::deserialize, {{"bytes"}})
      .size(&S::size)
      .property("examples", &S::examples)
      .property("outcomes", &S::outcomes)
      .property("left_out", &S::left_out)
      .property("brier", &S::brier)
      .property("log_loss", &S::log_loss)
      .property("mean_difference", &S::mean_difference)
      .property("brier_decomposition", &S::brier_decomposition)
      .method("calibration_curve", &S::calibration_curve, {{"confidence", py::float_(0.95)}})
      .shown_as([](const S& sums) { return fmt::format("ProbabilitySums: {} examples", sums.size()); });
}

void bind_score_counts(const Scope& scope) {
  using C = ScoreCounts;
  Class<C>(scope, "ScoreCounts")
      .init([](const ScoreCountsOptions& options) { return C(options); }, {},
            Fields<ScoreCountsOptions>().field("score", &ScoreCountsOptions::score))
      .method("update", &C::update, {{"examples"}})
      .method("merge", &C::merge, {{"other"}})
      .method("serialize", &C::serialize, {})
      .static_method("deserialize", &C::deserialize, {{"bytes"}})
      .size(&C::size)
      .property("score", &C::score)
      .property("left_out", &C::left_out)
      .property("examples", &C::examples)
      .shown_as([](const C& counts) { return fmt::format("ScoreCounts: {} examples", counts.size()); });
}

void bind_bands(const Scope& scope) {
  using C = BandCounts;
  Class<C>(scope, "BandCounts")
      .init([](const BandCountsOptions& options) { return C(options); }, {},
            Fields<BandCountsOptions>().field("band", &BandCountsOptions::band))
      .method("update", &C::update, {{"examples"}})
      .method("merge", &C::merge, {{"other"}})
      .method("serialize", &C::serialize, {})
      .static_method("deserialize", &C::deserialize, {{"bytes"}})
      .size(&C::size)
      .property("band", &C::band)
      .property("left_out", &C::left_out)
      .shown_as([](const C& counts) { return fmt::format("BandCounts: {} examples", counts.size()); });
  using R = ChurnByBand;
  drawn_result<R>(scope, "ChurnByBand")
      .property("monotone", &R::monotone)
      .property("trend", &R::trend)
      .property("p_value", &R::p_value)
      .property("exact", &R::exact)
      .property("left_out", &R::left_out)
      .property("worse_predicts_outcome", &R::worse_predicts_outcome)
      .property("confidence", &R::confidence)
      .property("findings", &R::findings);
  using O = ChurnByBandOptions;
  const auto count = [](const ExamplesOrBands& examples, const O& options) {
    if (const auto* counts = std::get_if<C>(&examples)) return churn_by_band(*counts, options);
    return churn_by_band(*std::get<const Examples*>(examples), options);
  };
  function(scope, "churn_by_band", count, {{"examples"}},
           Fields<O>()
               .required("order", &O::order)
               .field("band", &O::band)
               .field("worse_predicts_outcome", &O::worse_predicts_outcome)
               .field("exact_outcomes", &O::exact_outcomes)
               .field("confidence", &O::confidence));
}

}  // namespace

void bind_calibration(const Scope& scope) {
  bind_calibrators(scope);
  bind_measures(scope);
  bind_pictures(scope);
  bind_sums(scope);
  bind_score_counts(scope);
  bind_bands(scope);
}

}  // namespace fealty::python
