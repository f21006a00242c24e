// SPDX-License-Identifier: MIT
#include <fealty/health/kolmogorov_smirnov.hpp>
#include <fealty/health/lift.hpp>
#include <fealty/health/precision_recall.hpp>
#include <fealty/health/roc_auc.hpp>
#include <fealty/health/roc_comparison.hpp>
#include <fealty/health/roc_curve.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_areas(const Scope& scope) {
  enumeration<AucInterval>(scope, "AucInterval");
  result<RocAuc>(scope, "RocAuc")
      .property("clustered", &RocAuc::clustered)
      .property("interval", &RocAuc::interval)
      .property("confidence", &RocAuc::confidence)
      .property("findings", &RocAuc::findings);
  using A = RocAucOptions;
  function(scope, "roc_auc", &roc_auc, {{"examples"}},
           Fields<A>()
               .field("score", &A::score)
               .field("higher_predicts_outcome", &A::higher_predicts_outcome)
               .field("interval", &A::interval)
               .field("cluster", &A::cluster)
               .field("draws", &A::draws)
               .field("seed", &A::seed)
               .field("confidence", &A::confidence)
               .field("threads", &A::threads));
  using R = RocComparison;
  result<R>(scope, "RocComparison")
      .property("baseline", &R::baseline)
      .property("examples", &R::examples)
      .property("outcomes", &R::outcomes)
      .property("left_out", &R::left_out)
      .property("clustered", &R::clustered)
      .property("confidence", &R::confidence)
      .property("findings", &R::findings);
  using C = RocComparisonOptions;
  function(scope, "roc_comparison", &roc_comparison, {{"examples"}},
           Fields<C>()
               .required("scores", &C::scores)
               .field("baseline", &C::baseline)
               .field("higher_predicts_outcome", &C::higher_predicts_outcome)
               .field("opposite", &C::opposite)
               .field("cluster", &C::cluster)
               .field("confidence", &C::confidence));
}

void bind_curves(const Scope& scope) {
  using R = RocCurve;
  drawn_result<R>(scope, "RocCurve")
      .property("auc", &R::auc)
      .property("examples", &R::examples)
      .property("outcomes", &R::outcomes)
      .property("left_out", &R::left_out)
      .property("findings", &R::findings);
  using O = RocCurveOptions;
  function(scope, "roc_curve", &roc_curve, {{"examples"}},
           Fields<O>()
               .field("score", &O::score)
               .field("higher_predicts_outcome", &O::higher_predicts_outcome)
               .field("points", &O::points));
  using P = PrecisionRecall;
  drawn_result<P>(scope, "PrecisionRecall")
      .property("prevalence", &P::prevalence)
      .property("examples", &P::examples)
      .property("outcomes", &P::outcomes)
      .property("left_out", &P::left_out)
      .property("findings", &P::findings);
  using Q = PrecisionRecallOptions;
  function(
      scope, "precision_recall", &precision_recall, {{"examples"}},
      Fields<Q>().field("score", &Q::score).field("higher_predicts_outcome", &Q::higher_predicts_outcome));
}

void bind_figures(const Scope& scope) {
  using P = AveragePrecision;
  result<P>(scope, "AveragePrecision")
      .property("clustered", &P::clustered)
      .property("confidence", &P::confidence)
      .property("findings", &P::findings);
  using Q = AveragePrecisionOptions;
  function(scope, "average_precision", &average_precision, {{"examples"}},
           Fields<Q>()
               .field("score", &Q::score)
               .field("higher_predicts_outcome", &Q::higher_predicts_outcome)
               .field("cluster", &Q::cluster)
               .field("draws", &Q::draws)
               .field("seed", &Q::seed)
               .field("confidence", &Q::confidence)
               .field("threads", &Q::threads));
  result<KolmogorovSmirnov>(scope, "KolmogorovSmirnov")
      .property("confidence", &KolmogorovSmirnov::confidence)
      .property("findings", &KolmogorovSmirnov::findings);
  using K = KolmogorovSmirnovOptions;
  function(scope, "kolmogorov_smirnov", &kolmogorov_smirnov, {{"examples"}},
           Fields<K>()
               .field("score", &K::score)
               .field("higher_predicts_outcome", &K::higher_predicts_outcome)
               .field("confidence", &K::confidence));
  drawn_result<Lift>(scope, "Lift")
      .property("prevalence", &Lift::prevalence)
      .property("examples", &Lift::examples)
      .property("outcomes", &Lift::outcomes)
      .property("left_out", &Lift::left_out)
      .property("clustered", &Lift::clustered)
      .property("confidence", &Lift::confidence)
      .property("findings", &Lift::findings);
  using L = LiftOptions;
  function(scope, "lift", &lift, {{"examples"}},
           Fields<L>()
               .field("score", &L::score)
               .field("higher_predicts_outcome", &L::higher_predicts_outcome)
               .field("shares", &L::shares)
               .field("value", &L::value)
               .field("cluster", &L::cluster)
               .field("draws", &L::draws)
               .field("seed", &L::seed)
               .field("confidence", &L::confidence)
               .field("threads", &L::threads));
}

}  // namespace

void bind_discrimination(const Scope& scope) {
  bind_areas(scope);
  bind_curves(scope);
  bind_figures(scope);
}

}  // namespace fealty::python
