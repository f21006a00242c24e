// SPDX-License-Identifier: MIT
#include <fealty/health/landmark_enums.hpp>
#include <fealty/health/landmark_lifetimes.hpp>
#include <fealty/health/landmarks.hpp>
#include <fealty/health/lead_time.hpp>
#include <fealty/health/leakage.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/proof.hpp>
#include <fealty/health/prove.hpp>
#include <fealty/health/snapshots.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "verdict.hpp"

namespace fealty::python {

namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_proof_tables(const Scope& scope) {
  using S = SnapshotColumns;
  table_class<Snapshots>(scope, "Snapshots",
                         TableFields<S>()
                             .field("account", &S::account)
                             .field("as_of", &S::as_of)
                             .field("attributes", &S::attributes)
                             .field("due", &S::due)
                             .field("known_on", &S::known_on)
                             .field("treated", &S::treated)
                             .field("mrr", &S::mrr)
                             .field("mrr_minor", &S::mrr_minor)
                             .field("currency", &S::currency)
                             .field("on_error", &S::on_error));
  using C = OutcomeColumns;
  table_class<Outcomes>(scope, "Outcomes",
                        TableFields<C>()
                            .field("account", &C::account)
                            .field("date", &C::date)
                            .field("kind", &C::kind)
                            .field("observed_until", &C::observed_until)
                            .field("on_error", &C::on_error))
      .property("observed_until", &Outcomes::observed_until);
}

void bind_landmarks(const Scope& scope) {
  enumeration<AtRisk>(scope, "AtRisk");
  enumeration<LandmarkStatus>(scope, "LandmarkStatus");
  using L = Landmarks;
  result<L>(scope, "Landmarks")
      .property("examples", &L::examples)
      .property("used", &L::used)
      .property("already_happened", &L::already_happened)
      .property("not_at_risk", &L::not_at_risk)
      .property("window_open", &L::window_open)
      .property("happened_in_gap", &L::happened_in_gap)
      .property("events", &L::events)
      .property("observed_until", &L::observed_until)
      .property("gap_days", &L::gap_days)
      .property("horizon_days", &L::horizon_days)
      .property("findings", &L::findings);
  using O = LandmarksOptions;
  function(scope, "landmarks", &landmarks, {{"snapshots"}, {"outcomes"}},
           Fields<O>()
               .field("gap_days", &O::gap_days)
               .field("horizon_days", &O::horizon_days)
               .field("at_risk", &O::at_risk)
               .field("recurrent", &O::recurrent)
               .field("kind", &O::kind));
}

void bind_landmark_lifetimes(const Scope& scope) {
  using L = LandmarkLifetimes;
  result<L>(scope, "LandmarkLifetimes")
      .property("lives", &L::lives)
      .property("used", &L::used)
      .property("already_happened", &L::already_happened)
      .property("not_at_risk", &L::not_at_risk)
      .property("window_open", &L::window_open)
      .property("happened_in_gap", &L::happened_in_gap)
      .property("not_first", &L::not_first)
      .property("events", &L::events)
      .property("observed_until", &L::observed_until)
      .property("gap_days", &L::gap_days)
      .property("horizon_days", &L::horizon_days)
      .property("period_days", &L::period_days)
      .property("findings", &L::findings);
  using O = LandmarkLifetimesOptions;
  function(scope, "landmark_lifetimes", &landmark_lifetimes, {{"snapshots"}, {"outcomes"}},
           Fields<O>()
               .field("gap_days", &O::gap_days)
               .field("horizon_days", &O::horizon_days)
               .field("period_days", &O::period_days)
               .field("at_risk", &O::at_risk)
               .field("recurrent", &O::recurrent)
               .field("first_only", &O::first_only)
               .field("kind", &O::kind));
}

void bind_lead_time(const Scope& scope) {
  using L = LeadTime;
  drawn_result<L>(scope, "LeadTime")
      .property("outcomes", &L::outcomes)
      .property("with_band_before", &L::with_band_before)
      .property("watermelons", &L::watermelons)
      .property("not_best_share", &L::not_best_share)
      .property("not_best_lower", &L::not_best_lower)
      .property("not_best_upper", &L::not_best_upper)
      .property("in_worst", &L::in_worst)
      .property("median_worst_days", &L::median_worst_days)
      .property("median_worst_lower", &L::median_worst_lower)
      .property("median_worst_upper", &L::median_worst_upper)
      .property("warned", &L::warned)
      .property("median_warned_days", &L::median_warned_days)
      .property("median_warned_lower", &L::median_warned_lower)
      .property("median_warned_upper", &L::median_warned_upper)
      .property("days_before", &L::days_before)
      .property("confidence", &L::confidence)
      .property("findings", &L::findings);
  using O = LeadTimeOptions;
  function(scope, "lead_time", &lead_time, {{"snapshots"}, {"outcomes"}},
           Fields<O>()
               .required("order", &O::order)
               .field("band", &O::band)
               .field("days_before", &O::days_before)
               .field("recurrent", &O::recurrent)
               .field("kind", &O::kind)
               .field("confidence", &O::confidence));
}

void bind_leakage(const Scope& scope) {
  enumeration<LeakKind>(scope, "LeakKind");
  using L = Leakage;
  result<L>(scope, "Leakage")
      .property("limit", &L::limit)
      .property("leaks", &L::leaks)
      .property("findings", &L::findings);
  using O = LeakageOptions;
  function(scope, "leakage", &leakage, {{"examples"}},
           Fields<O>()
               .field("attributes", &O::attributes)
               .field("known_on", &O::known_on)
               .field("auc", &O::auc)
               .field("least_outcomes", &O::least_outcomes));
}

Fields<ProveOptions> prove_fields() {
  using O = ProveOptions;
  return Fields<O>()
      .field("horizon_days", &O::horizon_days)
      .field("gap_days", &O::gap_days)
      .field("score", &O::score)
      .field("polarity", &O::polarity)
      .field("outcome_is_loss", &O::outcome_is_loss)
      .field("probability", &O::probability)
      .field("band", &O::band)
      .field("order", &O::order)
      .field("at_risk", &O::at_risk)
      .field("recurrent", &O::recurrent)
      .field("kind", &O::kind)
      .field("baselines", &O::baselines)
      .field("features", &O::features)
      .field("min_events", &O::min_events)
      .field("leak_auc", &O::leak_auc)
      .field("shares", &O::shares)
      .field("thresholds", &O::thresholds)
      .field("days_before", &O::days_before)
      .field("folds", &O::folds)
      .field("draws", &O::draws)
      .field("seed", &O::seed)
      .field("confidence", &O::confidence)
      .field("threads", &O::threads);
}

void bind_prove(const Scope& scope) {
  enumeration<Verdict>(scope, "Verdict");
  enumeration<ProofFigure>(scope, "ProofFigure");
  using P = Proof;
  auto proof = drawn_result<P>(scope, "Proof");
  proof.property("verdict", &P::verdict)
      .property("reasons", &P::reasons)
      .property("probability_by", &P::probability_by)
      .property("landmarks", &P::landmarks)
      .property("leaks", &P::leaks)
      .property("roc", &P::roc)
      .property("lift", &P::lift)
      .property("calibration", &P::calibration)
      .property("benefit", &P::benefit)
      .property("bands", &P::bands)
      .property("lead_time", &P::lead_time)
      .property("score_drift", &P::score_drift)
      .property("feature_drift", &P::feature_drift)
      .property("score", &P::score)
      .property("horizon_days", &P::horizon_days)
      .property("gap_days", &P::gap_days)
      .property("confidence", &P::confidence)
      .property("findings", &P::findings);
  show_verdict(proof, [](const P& found) {
    return fmt::format("{}: {}", enum_names(found.verdict)[static_cast<std::size_t>(found.verdict)],
                       fmt::join(found.reasons, "; "));
  });
  show_html(proof, "The verdict, its reasons, and the figures, as HTML.",
            [](const P& found, const ResultTable& table) {
              const auto verdict = enum_names(found.verdict)[static_cast<std::size_t>(found.verdict)];
              std::string html = fmt::format("<p><strong>Proof: {}</strong></p>\n<ul>\n", verdict);
              for (const auto& reason : found.reasons) html += fmt::format("<li>{}</li>\n", escaped(reason));
              return html + "</ul>\n" + html_of("Figures", table);
            });
  function(scope, "prove", &prove, {{"snapshots"}, {"outcomes"}}, prove_fields());
}

}  // namespace

void bind_proof(const Scope& scope) {
  bind_proof_tables(scope);
  bind_landmarks(scope);
  bind_landmark_lifetimes(scope);
  bind_lead_time(scope);
  bind_leakage(scope);
  bind_prove(scope);
}

}  // namespace fealty::python
