// SPDX-License-Identifier: MIT
// Each module binds itself, in a file of its own; lower floors come first.
#pragma once

#include "api.hpp"

namespace fealty::python {

void bind_core(const Scope& scope);
void bind_policy(const Scope& scope);  // of fealty.revenue, as far as bind_closing
void bind_accounts(const Scope& scope);
void bind_revenue(const Scope& scope);
void bind_economics(const Scope& scope);
void bind_closing(const Scope& scope);
void bind_survival(const Scope& scope);
void bind_cox(const Scope& scope);
void bind_parametric(const Scope& scope);
void bind_cox_rounds(const Scope& scope);
void bind_scores(const Scope& scope);
void bind_conditional_survival(const Scope& scope);
void bind_renewals(const Scope& scope);
void bind_study_audit(const Scope& scope);
void bind_retention(const Scope& scope);
void bind_usage(const Scope& scope);
void bind_milestones(const Scope& scope);
void bind_usage_retention(const Scope& scope);
void bind_engagement(const Scope& scope);
void bind_outcomes(const Scope& scope);
void bind_coverage(const Scope& scope);
void bind_performance(const Scope& scope);
void bind_usage_states(const Scope& scope);
void bind_assignment(const Scope& scope);  // of fealty.coverage
void bind_health(const Scope& scope);
void bind_scorecards(const Scope& scope);
void bind_health_scores(const Scope& scope);
void bind_voice(const Scope& scope);
void bind_logistic(const Scope& scope);
void bind_evidence(const Scope& scope);
void bind_discrimination(const Scope& scope);
void bind_calibration(const Scope& scope);
void bind_proof(const Scope& scope);
void bind_company(const Scope& scope);

}  // namespace fealty::python
