// SPDX-License-Identifier: MIT
#include <fealty/survival/aalen_johansen.hpp>
#include <fealty/survival/gray_test.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/log_rank.hpp>
#include <fealty/survival/nelson_aalen.hpp>
#include <fealty/survival/pairwise_log_rank.hpp>
#include <fealty/survival/restricted_mean.hpp>
#include <fealty/survival/restricted_mean_time_lost.hpp>
#include <fealty/survival/survival_at.hpp>
#include <fealty/survival/survival_quantile.hpp>
#include <fealty/survival/turnbull.hpp>

#include <string>

#include "bind.hpp"
#include "frames.hpp"
#include "lives_or_table.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "verdict.hpp"

namespace fealty::python {

namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_lifetimes(const Scope& scope) {
  enumeration<WeightKind>(scope, "WeightKind");
  using C = LifetimeColumns;
  table_class<Lifetimes>(scope, "Lifetimes",
                         TableFields<C>()
                             .field("duration", &C::duration)
                             .field("entry", &C::entry)
                             .field("origin", &C::origin)
                             .field("end", &C::end)
                             .field("as_of", &C::as_of)
                             .field("ended", &C::ended)
                             .field("cause", &C::cause)
                             .field("censored", &C::censored)
                             .field("weight", &C::weight)
                             .field("weight_kind", &C::weight_kind)
                             .field("account", &C::account)
                             .field("attributes", &C::attributes)
                             .field("on_error", &C::on_error))
      .property("causes", &Lifetimes::causes)
      .property("weight_kind", &Lifetimes::weight_kind);
}

void bind_life_table(const Scope& scope) {
  using O = LifeTableOptions;
  Class<LifeTable>(scope, "LifeTable")
      .init([](const O& options) { return LifeTable(options); }, {},
            Fields<O>().field("by", &O::by).field("strata", &O::strata).field("threads", &O::threads))
      .method("update", &LifeTable::update, {{"lives"}})
      .method("merge", &LifeTable::merge, {{"other"}})
      .method("serialize", &LifeTable::serialize, {})
      .static_method("deserialize", &LifeTable::deserialize, {{"bytes"}})
      .size(&LifeTable::size)
      .property("by", &LifeTable::by)
      .property("strata", &LifeTable::strata)
      .property("causes", &LifeTable::causes)
      .property("weight_kind", &LifeTable::weight_kind)
      .shown_as([](const LifeTable& table) { return fmt::format("LifeTable: {} lives", table.size()); });
}

void bind_curves(const Scope& scope) {
  enumeration<ConfidenceScale>(scope, "ConfidenceScale");
  drawn_result<SurvivalCurve>(scope, "SurvivalCurve")
      .property("confidence", &SurvivalCurve::confidence)
      .property("scale", &SurvivalCurve::scale)
      .property("given_age", &SurvivalCurve::given_age)
      .property("robust", &SurvivalCurve::robust)
      .property("weight_kind", &SurvivalCurve::weight_kind);
  using K = KaplanMeierOptions;
  function(scope, "kaplan_meier", of_lives_or_table<SurvivalCurve, K>(&kaplan_meier, &kaplan_meier),
           {{"lives"}},
           Fields<K>()
               .field("by", &K::by)
               .field("confidence", &K::confidence)
               .field("scale", &K::scale)
               .field("given_age", &K::given_age)
               .field("robust", &K::robust)
               .field("cluster", &K::cluster)
               .field("threads", &K::threads));
  enumeration<HazardTies>(scope, "HazardTies");
  enumeration<HazardScale>(scope, "HazardScale");
  drawn_result<HazardCurve>(scope, "HazardCurve")
      .property("confidence", &HazardCurve::confidence)
      .property("scale", &HazardCurve::scale)
      .property("ties", &HazardCurve::ties)
      .property("given_age", &HazardCurve::given_age)
      .property("robust", &HazardCurve::robust)
      .property("weight_kind", &HazardCurve::weight_kind);
  using N = NelsonAalenOptions;
  function(scope, "nelson_aalen", of_lives_or_table<HazardCurve, N>(&nelson_aalen, &nelson_aalen),
           {{"lives"}},
           Fields<N>()
               .field("by", &N::by)
               .field("confidence", &N::confidence)
               .field("scale", &N::scale)
               .field("ties", &N::ties)
               .field("given_age", &N::given_age)
               .field("robust", &N::robust)
               .field("cluster", &N::cluster)
               .field("threads", &N::threads));
}

void bind_turnbull(const Scope& scope) {
  drawn_result<TurnbullCurve>(scope, "TurnbullCurve")
      .property("log_likelihood", &TurnbullCurve::log_likelihood)
      .property("iterations", &TurnbullCurve::iterations)
      .property("weight_kind", &TurnbullCurve::weight_kind);
  using O = TurnbullOptions;
  function(scope, "turnbull", &turnbull, {{"lives"}},
           Fields<O>()
               .field("ended_by", &O::ended_by)
               .field("by", &O::by)
               .field("tolerance", &O::tolerance)
               .field("max_iterations", &O::max_iterations));
}

void bind_incidence(const Scope& scope) {
  drawn_result<IncidenceCurve>(scope, "IncidenceCurve")
      .property("confidence", &IncidenceCurve::confidence)
      .property("scale", &IncidenceCurve::scale)
      .property("weight_kind", &IncidenceCurve::weight_kind);
  using O = AalenJohansenOptions;
  function(scope, "aalen_johansen", of_lives_or_table<IncidenceCurve, O>(&aalen_johansen, &aalen_johansen),
           {{"lives"}},
           Fields<O>()
               .field("by", &O::by)
               .field("confidence", &O::confidence)
               .field("scale", &O::scale)
               .field("cluster", &O::cluster)
               .field("threads", &O::threads));
}

void bind_readings(const Scope& scope) {
  result<SurvivalQuantiles>(scope, "SurvivalQuantiles");
  using Q = SurvivalQuantileOptions;
  function(scope, "survival_quantile", &survival_quantile, {{"curve"}},
           Fields<Q>().field("probabilities", &Q::probabilities).field("midpoint", &Q::midpoint));
  result<SurvivalAt>(scope, "SurvivalAt");
  using A = SurvivalAtOptions;
  function(scope, "survival_at", &survival_at, {{"curve"}}, Fields<A>().required("times", &A::times));
}

void bind_restricted_mean(const Scope& scope) {
  using M = RestrictedMeanOptions;
  result<RestrictedMean>(scope, "RestrictedMean")
      .property("confidence", &RestrictedMean::confidence)
      .property("given_age", &RestrictedMean::given_age)
      .property("robust", &RestrictedMean::robust)
      .property("findings", &RestrictedMean::findings);
  function(scope, "restricted_mean", of_lives_or_table<RestrictedMean, M>(&restricted_mean, &restricted_mean),
           {{"lives"}},
           Fields<M>()
               .field("by", &M::by)
               .field("horizon", &M::horizon)
               .field("confidence", &M::confidence)
               .field("given_age", &M::given_age)
               .field("robust", &M::robust)
               .field("cluster", &M::cluster)
               .field("threads", &M::threads));
  result<RestrictedMeanDifference>(scope, "RestrictedMeanDifference");
  function(scope, "restricted_mean_difference", &restricted_mean_difference, {{"means"}});
}

void bind_restricted_mean_time_lost(const Scope& scope) {
  using R = RestrictedMeanTimeLost;
  using O = RestrictedMeanTimeLostOptions;
  result<R>(scope, "RestrictedMeanTimeLost")
      .property("confidence", &R::confidence)
      .property("findings", &R::findings);
  function(scope, "restricted_mean_time_lost",
           of_lives_or_table<R, O>(&restricted_mean_time_lost, &restricted_mean_time_lost), {{"lives"}},
           Fields<O>()
               .field("by", &O::by)
               .field("horizon", &O::horizon)
               .field("confidence", &O::confidence)
               .field("cluster", &O::cluster)
               .field("threads", &O::threads));
}

/// What a test comes to, as its first line says.
template <class Test>
std::string verdict(const char* name, const Test& test) {
  if (test.degrees_of_freedom == 0) return fmt::format("{}, nothing to compare", name);
  return fmt::format("{}, chi-squared {:.4f} on {} degree{} of freedom, p = {:.4g}", name, test.statistic,
                     test.degrees_of_freedom, test.degrees_of_freedom == 1 ? "" : "s", test.p_value);
}
void bind_log_rank(const Scope& scope) {
  enumeration<RankWeight>(scope, "RankWeight");
  Class<LogRank> test = result<LogRank>(scope, "LogRank");
  show_verdict(test, [](const LogRank& found) { return verdict("LogRank", found); });
  test.property("statistic", &LogRank::statistic)
      .property("degrees_of_freedom", &LogRank::degrees_of_freedom)
      .property("p_value", &LogRank::p_value)
      .property("rank_weight", &LogRank::rank_weight)
      .property("rho", &LogRank::rho)
      .property("gamma", &LogRank::gamma)
      .property("left_out", &LogRank::left_out);
  using O = LogRankOptions;
  function(scope, "log_rank", of_lives_or_table<LogRank, O>(&log_rank, &log_rank), {{"lives"}},
           Fields<O>()
               .field("by", &O::by)
               .field("strata", &O::strata)
               .field("rank_weight", &O::rank_weight)
               .field("rho", &O::rho)
               .field("gamma", &O::gamma)
               .field("scores", &O::scores)
               .field("threads", &O::threads));
}

void bind_gray_test(const Scope& scope) {
  Class<GrayTest> test = result<GrayTest>(scope, "GrayTest");
  show_verdict(test, [](const GrayTest& found) { return verdict("GrayTest", found); });
  test.property("statistic", &GrayTest::statistic)
      .property("degrees_of_freedom", &GrayTest::degrees_of_freedom)
      .property("p_value", &GrayTest::p_value)
      .property("cause", &GrayTest::cause)
      .property("rho", &GrayTest::rho)
      .property("left_out", &GrayTest::left_out);
  using O = GrayTestOptions;
  function(scope, "gray_test", of_lives_or_table<GrayTest, O>(&gray_test, &gray_test), {{"lives"}},
           Fields<O>()
               .required("cause", &O::cause)
               .field("by", &O::by)
               .field("strata", &O::strata)
               .field("rho", &O::rho)
               .field("threads", &O::threads));
}

void bind_pairwise_log_rank(const Scope& scope) {
  enumeration<PValueAdjustment>(scope, "PValueAdjustment");
  result<PairwiseLogRank>(scope, "PairwiseLogRank")
      .property("adjustment", &PairwiseLogRank::adjustment)
      .property("left_out", &PairwiseLogRank::left_out);
  using O = PairwiseLogRankOptions;
  function(scope, "pairwise_log_rank",
           of_lives_or_table<PairwiseLogRank, O>(&pairwise_log_rank, &pairwise_log_rank), {{"lives"}},
           Fields<O>()
               .field("by", &O::by)
               .field("strata", &O::strata)
               .field("rank_weight", &O::rank_weight)
               .field("rho", &O::rho)
               .field("gamma", &O::gamma)
               .field("adjustment", &O::adjustment)
               .field("threads", &O::threads));
}

}  // namespace

void bind_survival(const Scope& scope) {
  bind_lifetimes(scope);
  bind_life_table(scope);
  bind_curves(scope);
  bind_turnbull(scope);
  bind_incidence(scope);
  bind_readings(scope);
  bind_restricted_mean(scope);
  bind_restricted_mean_time_lost(scope);
  bind_log_rank(scope);
  bind_pairwise_log_rank(scope);
  bind_gray_test(scope);
}

}  // namespace fealty::python
