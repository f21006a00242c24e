// SPDX-License-Identifier: MIT
// What customers say, and what csms say of them.
#include <fealty/health/ces.hpp>
#include <fealty/health/csat.hpp>
#include <fealty/health/loyalty.hpp>
#include <fealty/health/loyalty_scores.hpp>
#include <fealty/health/nps.hpp>
#include <fealty/health/sentiment.hpp>
#include <fealty/health/sentiments.hpp>
#include <fealty/health/support.hpp>
#include <fealty/health/support_sums.hpp>
#include <fealty/health/survey_counts.hpp>
#include <fealty/health/survey_options.hpp>
#include <fealty/health/surveys.hpp>
#include <fealty/health/tickets.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

template <class R>
void bind_answers(Class<R> type) {
  type.property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("window_days", &R::window_days)
      .property("counted", &R::counted)
      .property("confidence", &R::confidence)
      .property("findings", &R::findings);
}

void bind_surveys(const Scope& scope) {
  enumeration<SurveyKind>(scope, "SurveyKind");
  enumeration<CountedAnswers>(scope, "CountedAnswers");
  using C = SurveyColumns;
  table_class<Surveys>(scope, "Surveys",
                       TableFields<C>()
                           .field("account", &C::account)
                           .field("date", &C::date)
                           .field("kind", &C::kind)
                           .field("score", &C::score)
                           .field("user", &C::user)
                           .field("csat_scale", &C::csat_scale)
                           .field("ces_scale", &C::ces_scale)
                           .field("on_error", &C::on_error))
      .property("last_day", &Surveys::last_day);
  bind_answers(drawn_result<Nps>(scope, "Nps"));
  bind_answers(result<Csat>(scope, "Csat"));
  bind_answers(result<Ces>(scope, "Ces"));
  using O = SurveyOptions;
  const Fields<O> fields = Fields<O>()
                               .field("as_of", &O::as_of)
                               .field("window_days", &O::window_days)
                               .field("counted", &O::counted)
                               .field("by", &O::by)
                               .field("accounts", &O::accounts)
                               .field("confidence", &O::confidence);
  function(scope, "nps", &nps, {{"surveys"}}, fields);
  function(scope, "csat", &csat, {{"surveys"}}, fields);
  function(scope, "ces", &ces, {{"surveys"}}, fields);
  Class<SurveyCounts>(scope, "SurveyCounts")
      .init([](SurveyKind kind, const O& options) { return SurveyCounts(kind, options); },
            {{"kind", py::str("nps")}}, fields)
      .method("update", &SurveyCounts::update, {{"surveys"}})
      .method("merge", &SurveyCounts::merge, {{"other"}})
      .method("serialize", &SurveyCounts::serialize, {})
      .static_method("deserialize", &SurveyCounts::deserialize, {{"bytes"}})
      .size(&SurveyCounts::size)
      .property("kind", &SurveyCounts::kind)
      .property("nps", &SurveyCounts::nps)
      .property("csat", &SurveyCounts::csat)
      .property("ces", &SurveyCounts::ces)
      .shown_as(
          [](const SurveyCounts& counts) { return fmt::format("SurveyCounts: {} answers", counts.size()); });
}

void bind_tickets(const Scope& scope) {
  using C = TicketColumns;
  table_class<Tickets>(scope, "Tickets",
                       TableFields<C>()
                           .field("account", &C::account)
                           .field("opened", &C::opened)
                           .field("closed", &C::closed)
                           .field("severity", &C::severity)
                           .field("escalated", &C::escalated)
                           .field("score", &C::score)
                           .field("on_error", &C::on_error))
      .property("last_day", &Tickets::last_day);
  result<Support>(scope, "Support")
      .property("as_of", &Support::as_of)
      .property("as_of_inferred", &Support::as_of_inferred)
      .property("window_days", &Support::window_days)
      .property("findings", &Support::findings);
  using O = SupportOptions;
  const Fields<O> fields = Fields<O>()
                               .field("as_of", &O::as_of)
                               .field("window_days", &O::window_days)
                               .field("by", &O::by)
                               .field("accounts", &O::accounts);
  function(scope, "support", &support, {{"tickets"}}, fields);
  Class<SupportSums>(scope, "SupportSums")
      .init([](const O& options) { return SupportSums(options); }, {}, fields)
      .method("update", &SupportSums::update, {{"tickets"}})
      .method("merge", &SupportSums::merge, {{"other"}})
      .method("serialize", &SupportSums::serialize, {})
      .static_method("deserialize", &SupportSums::deserialize, {{"bytes"}})
      .size(&SupportSums::size)
      .property("support", &SupportSums::support)
      .shown_as([](const SupportSums& sums) { return fmt::format("SupportSums: {} tickets", sums.size()); });
}

void bind_loyalty(const Scope& scope) {
  enumeration<LoyaltyField>(scope, "LoyaltyField");
  using C = LoyaltyScoreColumns;
  auto scores = result<LoyaltyScores>(scope, "LoyaltyScores");
  scores.property("as_of", &LoyaltyScores::as_of).property("as_of_inferred", &LoyaltyScores::as_of_inferred);
  table_init(scores, "LoyaltyScores",
             TableFields<C>()
                 .field("account", &C::account)
                 .field("attitude", &C::attitude)
                 .field("behavior", &C::behavior));
  using S = LoyaltyScoresOptions;
  function(scope, "loyalty_scores", &loyalty_scores, {{"observations"}},
           Fields<S>()
               .field("attitude", &S::attitude)
               .field("behavior", &S::behavior)
               .field("attitude_weights", &S::attitude_weights)
               .field("behavior_weights", &S::behavior_weights)
               .field("attitude_low", &S::attitude_low)
               .field("attitude_high", &S::attitude_high)
               .field("behavior_low", &S::behavior_low)
               .field("behavior_high", &S::behavior_high)
               .field("min_coverage", &S::min_coverage)
               .field("validity_days", &S::validity_days)
               .field("as_of", &S::as_of));
  drawn_result<Loyalty>(scope, "Loyalty")
      .property("attitude_threshold", &Loyalty::attitude_threshold)
      .property("behavior_threshold", &Loyalty::behavior_threshold)
      .property("findings", &Loyalty::findings);
  using O = LoyaltyOptions;
  function(scope, "loyalty", &loyalty, {{"scores"}},
           Fields<O>()
               .field("attitude_threshold", &O::attitude_threshold)
               .field("behavior_threshold", &O::behavior_threshold));
  result<LoyaltyCounts>(scope, "LoyaltyCounts");
  function(scope, "loyalty_counts", &loyalty_counts, {{"loyalty"}});
}

void bind_sentiment(const Scope& scope) {
  using C = SentimentColumns;
  table_class<Sentiments>(scope, "Sentiments",
                          TableFields<C>()
                              .field("account", &C::account)
                              .field("score", &C::score)
                              .field("band", &C::band)
                              .field("sentiment", &C::sentiment)
                              .field("date", &C::date)
                              .field("on_error", &C::on_error))
      .property("last_day", &Sentiments::last_day);
  result<Sentiment>(scope, "Sentiment")
      .property("as_of", &Sentiment::as_of)
      .property("as_of_inferred", &Sentiment::as_of_inferred)
      .property("findings", &Sentiment::findings);
  using O = SentimentOptions;
  function(scope, "sentiment", &sentiment, {{"sentiments"}},
           Fields<O>()
               .field("band_names", &O::band_names)
               .field("band_uppers", &O::band_uppers)
               .field("band_rule", &O::band_rule)
               .field("as_of", &O::as_of));
}

}  // namespace

void bind_voice(const Scope& scope) {
  bind_surveys(scope);
  bind_tickets(scope);
  bind_loyalty(scope);
  bind_sentiment(scope);
}

}  // namespace fealty::python
