// SPDX-License-Identifier: MIT
#include <fealty/survival/conditional_survival.hpp>

#include <string>
#include <variant>
#include <vector>

#include "bind.hpp"
#include "lives_or_table.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "table_argument.hpp"

namespace fealty::python {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_conditional_survival(const Scope& scope) {
  result<ConditionalSurvival>(scope, "ConditionalSurvival")
      .property("confidence", &ConditionalSurvival::confidence)
      .property("scale", &ConditionalSurvival::scale)
      .property("robust", &ConditionalSurvival::robust);
  using O = ConditionalSurvivalOptions;
  const auto of = [](const LivesOrTable& lives, const TableArgument& customers, const O& options) {
    const auto* const table = std::get_if<LifeTable>(&lives);
    std::vector<std::string> names = table != nullptr ? table->by() : options.by;
    names.push_back(options.given);
    if (!options.weight.empty()) names.push_back(options.weight);
    return customers.read(names, [&](const Frame& frame) {
      if (table != nullptr) return conditional_survival(*table, frame, options);
      return conditional_survival(*std::get<const Lifetimes*>(lives), frame, options);
    });
  };
  function(scope, "conditional_survival", of, {{"lives"}, {"customers"}},
           Fields<O>()
               .required("ahead", &O::ahead)
               .field("given", &O::given)
               .field("weight", &O::weight)
               .field("bands", &O::bands)
               .field("by", &O::by)
               .field("confidence", &O::confidence)
               .field("scale", &O::scale)
               .field("robust", &O::robust)
               .field("cluster", &O::cluster)
               .field("threads", &O::threads));
}

}  // namespace fealty::python
