// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/owners.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::coverage {

/// Settings of expected_events().
struct ExpectedEventsOptions {
  std::vector<std::string> covariates = {};  ///< attributes of the lives that tell their risk, known before
                                             ///< anybody had the account; not whose it is, nor what that did
  std::vector<std::string> strata = {};      ///< attributes within whose values hazards are compared
  std::optional<std::string> cause = {};     ///< the cause that is counted; by default any
  std::int32_t threads = 0;                  ///< at most so many; 0 for all of the machine's
};

/// What happened while each account was in a book, and what a risk model expects: columns of Books. One row
/// for each stretch of a life with one owner, or with none.
struct ExpectedEvents {
  IdColumn account;                    ///< by id, then by day
  IdColumn group;                      ///< its owner, null where it has none
  DateColumn valid_from;               ///< first day of the stretch
  DateColumn valid_to;                 ///< first day after it
  std::vector<double> exposure;        ///< days of it
  std::vector<std::int64_t> observed;  ///< events on its days: 0 or 1
  std::vector<double> expected;        ///< hazard that is passed on them; NaN where a covariate is missing
  std::int64_t events = 0;             ///< of all lives that the model was fitted to
  std::vector<std::string> covariates = {};  ///< of the model
  std::vector<std::string> strata = {};      ///< of the model
  std::optional<std::string> cause = {};     ///< that was counted
  std::vector<Finding> findings = {};        ///< of the model; code: without_owner

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("group", self.group);
    f("valid_from", self.valid_from);
    f("valid_to", self.valid_to);
    f("exposure", self.exposure);
    f("observed", self.observed);
    f("expected", self.expected);
  }
};

/// What a proportional hazards model of all accounts, which knows nothing of owners, expects of each owner's
/// books: losses by lives that end, expansions or first values by lives that end with these.
///
/// An account is in a book on the days on which its owner has it; one that changes hands counts in part for
/// either. An event belongs to whoever had the account on the day before it: the last day of the life. Ties
/// are Breslow's, so that all stretches together expect what happened. Causes other than the one that is
/// counted end the watch, as being lost before the first value does.
///
/// The model is fitted to these very events, which draws each owner's ratio towards 1 by about the owner's
/// share of what is expected: a fifth of them at 30% fewer losses shows .745 instead of .7 (`ratio_to_others`
/// of performance() does not), and chance likewise: an interval covers more often than it says.
///
/// \param lives    as made by Lifetimes, of days: with `origin`, and accounts; without weights
/// \param owners   as made by Owners
/// \param options  covariates, strata, cause
/// \returns        one row for each stretch with one owner, by account and day
/// \throws InvalidInput  for lives without days, without accounts or with weights; a cause or attributes that
///                       are not there; no lives, or none that ended; accounts that are texts in one table
///                       and integers in the other
/// \throws NotConverged  when Newton's steps do not suffice
/// \see Breslow & Day (1987), Statistical Methods in Cancer Research II, ch. 2; Therneau & Grambsch (2000),
///      Modeling Survival Data, sec. 10.2
ExpectedEvents expected_events(const survival::Lifetimes& lives, const Owners& owners,
                               const ExpectedEventsOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_expected_events.hpp>
