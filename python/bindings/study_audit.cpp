// SPDX-License-Identifier: MIT
#include <fealty/survival/study_audit.hpp>

#include <algorithm>
#include <string>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "verdict.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

std::string verdict(const StudyAudit& audit) {
  const auto count = [&](StudyVerdict verdict) {
    return std::count(audit.verdict.begin(), audit.verdict.end(), verdict);
  };
  const auto findings = count(StudyVerdict::finding);
  return fmt::format("StudyAudit, {} finding{}, {} attested, {} clear, {} not checked", findings,
                     findings == 1 ? "" : "s", count(StudyVerdict::attested), count(StudyVerdict::clear),
                     count(StudyVerdict::not_checked));
}

}  // namespace

void bind_study_audit(const Scope& scope) {
  enumeration<StudyVerdict>(scope, "StudyVerdict");
  Class<StudyAudit> audit = result<StudyAudit>(scope, "StudyAudit");
  show_verdict(audit, [](const StudyAudit& found) { return verdict(found); });
  audit.property("findings", &StudyAudit::findings);
  using O = StudyAuditOptions;
  function(scope, "study_audit", &study_audit, {{"lives"}},
           Fields<O>()
               .field("attested", &O::attested)
               .field("horizon", &O::horizon)
               .field("by", &O::by)
               .field("covariates", &O::covariates)
               .field("created", &O::created)
               .field("status", &O::status)
               .field("ended_statuses", &O::ended_statuses)
               .field("active_statuses", &O::active_statuses)
               .field("censored_statuses", &O::censored_statuses)
               .field("excluded_statuses", &O::excluded_statuses)
               .field("significance", &O::significance)
               .field("first_day_share", &O::first_day_share)
               .field("spell_share", &O::spell_share));
}

}  // namespace fealty::python
