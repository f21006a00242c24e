// SPDX-License-Identifier: MIT
#include <fealty/health/child_scores.hpp>
#include <fealty/health/default_scorecard.hpp>
#include <fealty/health/lint.hpp>
#include <fealty/health/roll_up.hpp>
#include <fealty/health/scorecard.hpp>
#include <fealty/health/scorecard_config.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/health/scorecard_set_config.hpp>
#include <fealty/health/select_scorecards.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "settings.hpp"

namespace fealty::python {

namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_config(const Scope& scope) {
  enumeration<BandRule>(scope, "BandRule");
  enumeration<TransformKind>(scope, "TransformKind");
  enumeration<MissingPolicy>(scope, "MissingPolicy");
  enumeration<Decay>(scope, "Decay");
  enumeration<ExceptionEffect>(scope, "ExceptionEffect");
  enumeration<Combination>(scope, "Combination");
  settings<Band>(scope, "Band");
  settings<TransformPoint>(scope, "TransformPoint");
  settings<Transform>(scope, "Transform");
  settings<Measure>(scope, "Measure");
  settings<MeasureGroup>(scope, "MeasureGroup");
  settings<ScoreException>(scope, "ScoreException");
  settings<ScorecardConfig>(scope, "ScorecardConfig");
}

void bind_card(const Scope& scope) {
  Class<Scorecard>(scope, "Scorecard")
      .init([](const ScorecardConfig& config) { return Scorecard(config); }, {{"config"}})
      .static_method("from_json", &Scorecard::from_json, {{"json"}})
      .method("to_json", &Scorecard::to_json, {})
      .property("fingerprint", &Scorecard::fingerprint)
      .property("id", &Scorecard::id)
      .property("version", &Scorecard::version)
      .property("config", &Scorecard::config)
      .shown_as([](const Scorecard& card) {
        return fmt::format("Scorecard: {} {}, {} measures, {}", card.id(), card.version(),
                           card.config().measures.size(), card.fingerprint());
      });
  function(scope, "default_scorecard", &default_scorecard, {});
}

void bind_lint(const Scope& scope) {
  result<Lint>(scope, "Lint");
  using O = LintOptions;
  function(scope, "lint", &lint, {{"scorecard"}},
           Fields<O>().field("bands", &O::bands).field("top_share", &O::top_share));
}

void bind_set(const Scope& scope) {
  settings<AttributeCondition>(scope, "AttributeCondition");
  settings<SelectionRule>(scope, "SelectionRule");
  settings<ScorecardSetConfig>(scope, "ScorecardSetConfig");
  Class<ScorecardSet>(scope, "ScorecardSet")
      .init([](const ScorecardSetConfig& config) { return ScorecardSet(config); }, {{"config"}})
      .static_method("from_json", &ScorecardSet::from_json, {{"json"}})
      .method("to_json", &ScorecardSet::to_json, {})
      .property("fingerprint", &ScorecardSet::fingerprint)
      .property("id", &ScorecardSet::id)
      .property("version", &ScorecardSet::version)
      .property("config", &ScorecardSet::config)
      .property("scorecards", &ScorecardSet::scorecards)
      .shown_as([](const ScorecardSet& set) {
        return fmt::format("ScorecardSet: {} {}, {} rules, {}", set.id(), set.version(),
                           set.config().rules.size(), set.fingerprint());
      });
  result<SelectedScorecards>(scope, "SelectedScorecards")
      .property("as_of", &SelectedScorecards::as_of)
      .property("set_fingerprint", &SelectedScorecards::set_fingerprint)
      .property("findings", &SelectedScorecards::findings);
  function(scope, "select_scorecards", &select_scorecards, {{"scorecards"}, {"accounts"}, {"as_of"}});
}

void bind_roll_up(const Scope& scope) {
  using C = ChildScoreColumns;
  table_class<ChildScores>(scope, "ChildScores",
                           TableFields<C>()
                               .field("parent", &C::parent)
                               .field("child", &C::child)
                               .field("score", &C::score)
                               .field("weight", &C::weight)
                               .field("band", &C::band)
                               .field("on_error", &C::on_error));
  result<RolledUpChildren>(scope, "RolledUpChildren");
  result<RollUp>(scope, "RollUp")
      .property("members", &RollUp::members)
      .property("polarity", &RollUp::polarity)
      .property("worse_than", &RollUp::worse_than)
      .property("bands", &RollUp::bands)
      .property("findings", &RollUp::findings);
  using O = RollUpOptions;
  function(scope, "roll_up", &roll_up, {{"children"}},
           Fields<O>()
               .field("polarity", &O::polarity)
               .field("worse_than", &O::worse_than)
               .field("bands", &O::bands));
}

}  // namespace

void bind_scorecards(const Scope& scope) {
  bind_config(scope);
  bind_card(scope);
  bind_lint(scope);
  bind_set(scope);
  bind_roll_up(scope);
}

}  // namespace fealty::python
