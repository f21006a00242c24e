// SPDX-License-Identifier: MIT
#include <fealty/core/version.hpp>

#include <pybind11/pybind11.h>

#include "api.hpp"
#include "modules.hpp"

PYBIND11_MODULE(_fealty, module) {
  namespace python = fealty::python;
  // Signatures and texts are those of the headers.
  pybind11::options options;
  options.disable_function_signatures();
  options.disable_enum_members_docstring();

  python::bind_core({module, "fealty", ""});
  const python::Scope revenue{module.def_submodule("revenue"), "fealty.revenue", "revenue."};
  python::bind_policy(revenue);
  python::bind_accounts(revenue);
  python::bind_revenue(revenue);
  python::bind_economics(revenue);
  python::bind_closing(revenue);
  const python::Scope survival{module.def_submodule("survival"), "fealty.survival", "survival."};
  python::bind_survival(survival);
  python::bind_cox(survival);
  python::bind_parametric(survival);
  python::bind_cox_rounds(survival);
  python::bind_scores(survival);
  python::bind_conditional_survival(survival);
  python::bind_renewals(survival);
  python::bind_study_audit(survival);
  python::bind_retention({module.def_submodule("retention"), "fealty.retention", "retention."});
  const python::Scope adoption{module.def_submodule("adoption"), "fealty.adoption", "adoption."};
  python::bind_usage(adoption);
  python::bind_milestones(adoption);
  python::bind_usage_retention(adoption);
  python::bind_engagement(adoption);
  python::bind_outcomes(adoption);
  const python::Scope coverage{module.def_submodule("coverage"), "fealty.coverage", "coverage."};
  python::bind_coverage(coverage);
  python::bind_performance(coverage);
  python::bind_assignment(coverage);
  const python::Scope health{module.def_submodule("health"), "fealty.health", "health."};
  python::bind_health(health);
  python::bind_scorecards(health);
  python::bind_health_scores(health);
  python::bind_voice(health);
  python::bind_logistic(health);
  python::bind_evidence(health);
  python::bind_discrimination(health);
  python::bind_calibration(health);
  python::bind_proof(health);
  python::bind_company({module.def_submodule("company"), "fealty.company", "company."});
  module.attr("__name__") = "fealty._fealty";
  module.attr("__version__") = fealty::version;
  module.attr("__signatures__") = python::Scope::notes();
}
