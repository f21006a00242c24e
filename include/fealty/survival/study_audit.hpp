// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// What a check of study_audit() came to.
enum class StudyVerdict {
  clear,       ///< there is nothing to find
  finding,     ///< there is something to look into
  attested,    ///< there is something, and the caller says that it is in order
  not_checked  ///< the lives, or the settings, lack what the check needs; the message says what
};
constexpr auto enum_names(StudyVerdict) {
  return std::array<std::string_view, 4>{"clear", "finding", "attested", "not_checked"};
}

/// Settings of study_audit().
struct StudyAuditOptions {
  std::vector<std::string> attested = {};    ///< codes of checks whose findings are known to be in order
  std::optional<double> horizon = {};        ///< age up to which means or values are to be told, > 0
  std::vector<std::string> by = {};          ///< attributes whose values make the groups that are to reach it
  std::vector<std::string> covariates = {};  ///< attributes to check for immortal time; by default all texts
                                             ///< and flags of at most 50 values
  std::string created = {};                  ///< attribute: day on which the life's account was created
  std::string status = {};                   ///< attribute: state in which the life was last
  std::vector<std::string> ended_statuses = {};     ///< statuses of lives that ended
  std::vector<std::string> active_statuses = {};    ///< of lives that go on
  std::vector<std::string> censored_statuses = {};  ///< of lives that were lost from sight before
  std::vector<std::string> excluded_statuses = {};  ///< of lives that are to be left out: test accounts
  double significance = 1e-4;     ///< p values up to this are findings: so rare on sound data, in (0, 1)
  double first_day_share = 0.05;  ///< share of lives on one first day that is too much, in (0, 1]: fewer move
                                  ///< a curve by less than its error
  double spell_share = 0.05;      ///< share of accounts with several lives that is too much, in (0, 1]: fewer
                                  ///< widen a variance by less than that
};

/// What each check came to, one row for each, in the order in which study_audit() lists them.
struct StudyAudit {
  std::vector<std::string> code;      ///< of the check
  std::vector<StudyVerdict> verdict;  ///< what it came to
  std::vector<std::int64_t> lives;    ///< that it points at; few, or none, where it is clear
  std::vector<double> share;          ///< of all lives; many_spells: of accounts; NaN where it was not made
  std::vector<double> p_value;        ///< chance of this, or more, in a sound study; NaN where it is a count
  std::vector<std::string> message;   ///< one sentence
  std::vector<Finding> findings;      ///< what is neither clear nor attested, with its rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("code", self.code);
    f("verdict", self.verdict);
    f("lives", self.lives);
    f("share", self.share);
    f("p_value", self.p_value);
    f("message", self.message);
  }
};

/// Whether lives were gathered so that curves and models of them can be trusted: a wrong study design cannot
/// be made up for by an estimator. Each row counts once, whatever it weighs.
///
/// - `delayed_entry_ignored`: before the first end on the calendar, ends were to be expected by the hazards
///   of ages (p = (1 - expected / ends)^ends), and from when one was due it took thrice the longest pause
///   since. Who left before is missing: tell `entry`.
/// - `origin_is_window_start`: first_day_share of lives, 5 at least, begin on one day, thrice as many as on
///   any other, and at most 1% before it: the day of a migration, not the origin. With `created`, only lives
///   count whose account is more than 31 days older.
/// - `status_not_mapped`: a status is in no list, or the table of lives has another outcome than its list.
/// - `informative_censoring`: lives were last seen before the last day that is known; without days, lives
///   whose status is in `censored_statuses`. Censoring supposes that they would have gone on as others do.
/// - `immortal_time`: no life with some value of a covariate ended, or was last seen, before an age by which
///   others did (exact chance that none of those who ended had it, were its hazard a quarter of that of
///   others, times the number of values). A value that takes an age to reach looks as if it made lives long.
///   One that may come at any age is not told from one that protects.
/// - `horizon_beyond_support`: a group was not seen up to the horizon.
/// - `many_spells`: accounts have several lives; stretches (entry, duration] in a row are one.
/// - `ends_on_last_day`: the last day with ends has 5 at least, twice as many as any other, and more than the
///   hazards of ages let expect since the day with ends before (binomial). So it is where an export closes
///   what is open.
///
/// Delayed entries, first days and last days need lives that are told by `origin` and `end`.
///
/// \param lives    as made by Lifetimes
/// \param options  what is attested, the horizon, the attributes that tell more, thresholds
/// \returns        one row for each check; rows of findings are those of the lives that were accepted
/// \throws InvalidInput  for codes, attributes that are not there, statuses in two lists or without `status`,
///                       and thresholds or a horizon out of range
/// \see Suissa (2008), American Journal of Epidemiology 167:492-499, on immortal time; Kalbfleisch & Prentice
///      (2002), The Statistical Analysis of Failure Time Data, ch. 1 and 3, on censoring and delayed entry
StudyAudit study_audit(const Lifetimes& lives, const StudyAuditOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_study_audit.hpp>
