// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Which scorecard each account has on a day, by account id.
struct SelectedScorecards {
  IdColumn account;                ///< ascending
  IdColumn scorecard;              ///< the card's id; null where no rule holds
  IdColumn version;                ///< the card's version; null likewise
  IdColumn fingerprint;            ///< the card's fingerprint; null likewise
  std::vector<std::int32_t> rule;  ///< the rule that holds first, counted from 0; -1 where none does
  Date as_of = {};                 ///< the day
  std::string set_fingerprint;     ///< of the set that was asked
  std::vector<Finding> findings;   ///< what to look at. Code: no_scorecard

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("scorecard", self.scorecard);
    f("version", self.version);
    f("fingerprint", self.fingerprint);
    f("rule", self.rule);
  }
};

/// The scorecard of each account on a day: that of the first rule that is used by then, and whose attributes
/// are what the account's were on that day. An attribute that is unknown on the day is none of a rule's
/// values: before its first valid_from an account has a row too, and only a rule without conditions holds.
///
/// \param scorecards  rules, in order of precedence
/// \param accounts    their attributes, with the days from which they hold
/// \param as_of       the day: a past one finds the card of its time
/// \returns           one row for each account that has a row of its own
/// \throws InvalidInput  for an attribute that the accounts do not have; for a day before 1900 or after 9999
SelectedScorecards select_scorecards(const ScorecardSet& scorecards, const revenue::Accounts& accounts,
                                     Date as_of);

}  // namespace fealty::health

#include <fealty/health/detail/make_selected_scorecards.hpp>
