// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/study_ages.hpp>
#include <fealty/survival/detail/study_calendar.hpp>
#include <fealty/survival/detail/study_check.hpp>
#include <fealty/survival/detail/study_levels.hpp>
#include <fealty/survival/detail/study_spells.hpp>
#include <fealty/survival/detail/study_statuses.hpp>
#include <fealty/survival/detail/support.hpp>
#include <fealty/survival/study_audit.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

[[noreturn]] inline void refuse_study(const char* what, std::string value, std::string rule) {
  throw InvalidInput(
      {.who = "study_audit", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
}

inline void check_study_options(const StudyAuditOptions& options) {
  for (const std::string& code : options.attested)
    if (std::find(study_codes.begin(), study_codes.end(), code) == study_codes.end())
      refuse_study("attested", "\"" + code + "\"",
                   fmt::format("is no code; these are {}", fmt::join(study_codes, ", ")));
  if (options.horizon && !(*options.horizon > 0 && std::isfinite(*options.horizon)))
    refuse_study("horizon", fmt::format("{}", *options.horizon), "is not an age above 0");
  if (!(options.significance > 0 && options.significance < 1))
    refuse_study("significance", fmt::format("{}", options.significance), "is not in (0, 1)");
  const auto check_share = [](const char* what, double share) {
    if (!(share > 0 && share <= 1)) refuse_study(what, fmt::format("{}", share), "is not in (0, 1]");
  };
  check_share("first_day_share", options.first_day_share);
  check_share("spell_share", options.spell_share);
}

inline StudyStatuses study_statuses(const LifetimeData& data, const StudyAuditOptions& options) {
  StudyStatuses statuses(data, options.status);
  statuses.map(options.ended_statuses, StatusKind::ended, "ended_statuses");
  statuses.map(options.active_statuses, StatusKind::active, "active_statuses");
  statuses.map(options.censored_statuses, StatusKind::censored, "censored_statuses");
  statuses.map(options.excluded_statuses, StatusKind::excluded, "excluded_statuses");
  return statuses;
}

/// Whether each group was seen up to the horizon.
inline StudyCheck check_horizon(const Lifetimes& lives, const StudyAuditOptions& options) {
  const LifetimeData& data = lives.data();
  const LivesByGroup groups(data, options.by, "", "study_audit");
  if (!options.horizon) return StudyCheck::not_made("no `horizon` is named");
  BeyondSupport beyond(*options.horizon);
  StudyCheck check;
  for_each_group(LifeTable(lives, {.by = options.by}), [&](const Label& label, const LifeCells& cells) {
    const Support support = support_of(risk_table(cells));
    if (support.covers(*options.horizon)) return;
    beyond.add(label, !options.by.empty(), support.age);
    for (const std::uint32_t row : groups.of(label).rows) check.rows.push_back(row);
  });
  std::sort(check.rows.begin(), check.rows.end());
  check.found = beyond.any();
  check.share = share_of(check.rows.size(), data.rows);
  check.message = check.found ? beyond.message() + ": means and values end there"
                              : fmt::format("lives were seen up to {}, or none was left", *options.horizon);
  return check;
}

/// Puts what checks came to in the columns.
class StudyAuditor {
 public:
  explicit StudyAuditor(const StudyAuditOptions& options) : options_(options) {}

  void add(StudyCheck check) {
    const std::string code(study_codes[audit_.code.size()]);
    const bool attested =
        std::find(options_.attested.begin(), options_.attested.end(), code) != options_.attested.end();
    audit_.code.push_back(code);
    audit_.verdict.push_back(!check.made    ? StudyVerdict::not_checked
                             : !check.found ? StudyVerdict::clear
                             : attested     ? StudyVerdict::attested
                                            : StudyVerdict::finding);
    audit_.lives.push_back(static_cast<std::int64_t>(check.rows.size()));
    audit_.share.push_back(check.share);
    audit_.p_value.push_back(check.p_value);
    audit_.message.push_back(check.message);
    if (audit_.verdict.back() == StudyVerdict::finding)
      audit_.findings.push_back(
          {code, Severity::warning, std::move(check.rows), "study_audit: " + check.message});
  }
  StudyAudit take() { return std::move(audit_); }

 private:
  const StudyAuditOptions& options_;
  StudyAudit audit_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline StudyAudit study_audit(const Lifetimes& lives, const StudyAuditOptions& options) {
  detail::check_study_options(options);
  const detail::LifetimeData& data = lives.data();
  const detail::StudyAges ages(data);
  const detail::StudyCalendar calendar(data);
  const detail::StudyStatuses statuses = detail::study_statuses(data, options);
  const std::vector<std::uint8_t> goes_on = detail::stretches_that_go_on(data);
  detail::StudyLevels levels(data, ages, options.significance);
  detail::add_covariates(levels, data, options.covariates, options.status);
  detail::StudyAuditor auditor(options);  // in the order of study_codes
  auditor.add(calendar.check_delayed_entry(ages, options.significance));
  auditor.add(calendar.check_window_start(options.created, options.first_day_share));
  auditor.add(statuses.check_mapped());
  auditor.add(detail::check_informative_censoring(data, statuses, goes_on));
  auditor.add(levels.check());
  auditor.add(detail::check_horizon(lives, options));
  auditor.add(detail::check_many_spells(data, goes_on, options.spell_share));
  auditor.add(calendar.check_last_day(ages, options.significance));
  return auditor.take();
}

}  // namespace fealty::survival
