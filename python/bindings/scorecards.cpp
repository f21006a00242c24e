// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard.hpp>
#include <fealty/health/scorecard_config.hpp>

#include "bind.hpp"
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
}

}  // namespace

void bind_scorecards(const Scope& scope) {
  bind_config(scope);
  bind_card(scope);
}

}  // namespace fealty::python
