// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_partial.hpp>
#include <fealty/survival/cox_rounds.hpp>
#include <fealty/survival/cox_task.hpp>

#include <string>

#include "bind.hpp"
#include "cox_fields.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

std::string name_of(CoxRound round) {
  return std::string(enum_names(CoxRound{})[static_cast<std::size_t>(round)]);
}
void bind_partial(const Scope& scope) {
  enumeration<CoxRound>(scope, "CoxRound");
  Class<CoxTask>(scope, "CoxTask")
      .method("serialize", &CoxTask::serialize, {})
      .static_method("deserialize", &CoxTask::deserialize, {{"bytes"}})
      .property("number", &CoxTask::number)
      .property("round", &CoxTask::round)
      .shown_as([](const CoxTask& task) {
        return fmt::format("CoxTask: round {}, {}", task.number(), name_of(task.round()));
      });
  Class<CoxPartial>(scope, "CoxPartial")
      .init([](const CoxTask& task) { return CoxPartial(task); }, {{"task"}})
      .method("update", &CoxPartial::update, {{"lives"}})
      .method("merge", &CoxPartial::merge, {{"other"}})
      .method("serialize", &CoxPartial::serialize, {})
      .static_method("deserialize", &CoxPartial::deserialize, {{"bytes"}})
      .size(&CoxPartial::size)
      .property("number", &CoxPartial::number)
      .property("left_out", &CoxPartial::left_out)
      .shown_as([](const CoxPartial& part) {
        return fmt::format("CoxPartial: round {}, {} lives", part.number(), part.size());
      });
}

}  // namespace

void bind_cox_rounds(const Scope& scope) {
  bind_partial(scope);
  using O = CoxOptions;
  Class<CoxRounds>(scope, "CoxRounds")
      .init([](const O& options) { return CoxRounds(options); }, {}, cox_fields())
      .method("advance", &CoxRounds::advance, {{"all"}})
      .property("task", &CoxRounds::task)
      .property("done", &CoxRounds::done)
      .property("model", &CoxRounds::model)
      .shown_as([](const CoxRounds& rounds) {
        return rounds.done() ? std::string("CoxRounds: done")
                             : fmt::format("CoxRounds: round {}, {}", rounds.task().number(),
                                           name_of(rounds.task().round()));
      });
}

}  // namespace fealty::python
