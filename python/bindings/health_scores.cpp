// SPDX-License-Identifier: MIT
#include <fealty/health/contributions.hpp>
#include <fealty/health/explain.hpp>
#include <fealty/health/explain_change.hpp>
#include <fealty/health/group_scores.hpp>
#include <fealty/health/measure_table.hpp>
#include <fealty/health/score_by_set.hpp>
#include <fealty/health/score_history.hpp>
#include <fealty/health/score_history_by_set.hpp>
#include <fealty/health/score_trend.hpp>
#include <fealty/health/scores.hpp>

#include <variant>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "score_bars.hpp"

namespace fealty::python {

namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_measures(const Scope& scope) {
  using C = MeasureColumns;
  auto table = result<MeasureTable>(scope, "MeasureTable");
  table_init(table, "MeasureTable",
             TableFields<C>()
                 .field("account", &C::account)
                 .field("values", &C::values)
                 .field("ages", &C::ages)
                 .field("baselines", &C::baselines)
                 .field("reasons", &C::reasons)
                 .field("as_of", &C::as_of)
                 .field("on_error", &C::on_error));
  table.property("as_of", &MeasureTable::as_of).property("findings", &MeasureTable::findings);
  using O = MeasuresOnOptions;
  function(scope, "measures_on", &measures_on, {{"observations"}},
           Fields<O>()
               .field("as_of", &O::as_of)
               .field("measures", &O::measures)
               .field("baseline_days", &O::baseline_days)
               .field("accounts", &O::accounts));
}

void bind_score(const Scope& scope) {
  drawn_result<Scores>(scope, "Scores")
      .property("as_of", &Scores::as_of)
      .property("as_of_inferred", &Scores::as_of_inferred)
      .property("findings", &Scores::findings);
  using O = ScoreOptions;
  using Measured = std::variant<const MeasureTable*, const Observations*>;
  function(
      scope, "score",
      [](const Scorecard& card, const Measured& measures, const O& options) {
        return std::visit([&](const auto* any) { return score(card, *any, options); }, measures);
      },
      {{"card"}, {"measures"}},
      Fields<O>()
          .field("as_of", &O::as_of)
          .field("accounts", &O::accounts)
          .field("with_contributions", &O::with_contributions)
          .field("threads", &O::threads));
}

void bind_explanations(const Scope& scope) {
  result<Contributions>(scope, "Contributions");
  function(scope, "contributions", &contributions, {{"scores"}});
  result<GroupScores>(scope, "GroupScores");
  function(scope, "group_scores", &group_scores, {{"scores"}});
  enumeration<ScoreLine>(scope, "ScoreLine");
  using E = Explanation;
  auto explanation = drawn_result<E>(scope, "Explanation");
  explanation.property("account", &E::account)
      .property("score", &E::score)
      .property("score_micro", &E::score_micro)
      .property("band", &E::band)
      .property("coverage", &E::coverage)
      .property("card", &E::card)
      .property("version", &E::version)
      .property("fingerprint", &E::fingerprint);
  show_html(explanation, "The lines as HTML, and as bars.", [](const E& found, const ResultTable& table) {
    const std::string title =
        fmt::format("Score of {}, {}", found.account, score_text(found.score, found.band));
    return html_of(title, table) + "\n" + score_bars(found);
  });
  function(scope, "explain",
           [](const Scores& scores, const AccountId& account) {
             return std::visit([&](const auto& id) { return explain(scores, id); }, account);
           },
           {{"scores"}, {"account"}});
  enumeration<ChangeReason>(scope, "ChangeReason");
  using C = ScoreChange;
  auto change = drawn_result<C>(scope, "ScoreChange");
  change.property("account", &C::account)
      .property("score_before", &C::score_before)
      .property("score_after", &C::score_after)
      .property("change_micro", &C::change_micro)
      .property("band_before", &C::band_before)
      .property("band_after", &C::band_after)
      .property("fingerprint_before", &C::fingerprint_before)
      .property("fingerprint_after", &C::fingerprint_after);
  show_html(change, "The steps as HTML, and as bars.", [](const C& found, const ResultTable& table) {
    const std::string title =
        fmt::format("Score of {}, {} → {}", found.account, score_text(found.score_before, found.band_before),
                    score_text(found.score_after, found.band_after));
    return html_of(title, table) + "\n" + score_bars(found);
  });
  function(scope, "explain_change",
           [](const Scores& before, const Scores& after, const AccountId& account) {
             return std::visit([&](const auto& id) { return explain_change(before, after, id); }, account);
           },
           {{"before"}, {"after"}, {"account"}});
}

Fields<ScoreHistoryOptions> history_days() {
  using O = ScoreHistoryOptions;
  return Fields<O>()
      .field("dates", &O::dates)
      .field("first", &O::first)
      .field("last", &O::last)
      .field("every", &O::every)
      .field("threads", &O::threads);
}

void bind_history(const Scope& scope) {
  using H = ScoreHistory;
  drawn_result<H>(scope, "ScoreHistory")
      .property("fingerprint", &H::fingerprint)
      .property("findings", &H::findings);
  function(scope, "score_history", &score_history, {{"card"}, {"observations"}}, history_days());
  using T = ScoreTrend;
  result<T>(scope, "ScoreTrend").property("window_days", &T::window_days);
  using P = ScoreTrendOptions;
  function(scope, "score_trend", &score_trend, {{"history"}},
           Fields<P>().field("window_days", &P::window_days));
}

void bind_sets(const Scope& scope) {
  using S = SetScores;
  result<S>(scope, "SetScores")
      .property("as_of", &S::as_of)
      .property("as_of_inferred", &S::as_of_inferred)
      .property("set_fingerprint", &S::set_fingerprint)
      .property("findings", &S::findings);
  using O = ScoreBySetOptions;
  function(scope, "score_by_set", &score_by_set, {{"scorecards"}, {"observations"}, {"accounts"}},
           Fields<O>().field("as_of", &O::as_of).field("threads", &O::threads));
  using H = SetScoreHistory;
  result<H>(scope, "SetScoreHistory")
      .property("set_fingerprint", &H::set_fingerprint)
      .property("findings", &H::findings);
  function(scope, "score_history_by_set", &score_history_by_set,
           {{"scorecards"}, {"observations"}, {"accounts"}}, history_days());
}

}  // namespace

void bind_health_scores(const Scope& scope) {
  bind_measures(scope);
  bind_score(scope);
  bind_explanations(scope);
  bind_history(scope);
  bind_sets(scope);
}

}  // namespace fealty::python
