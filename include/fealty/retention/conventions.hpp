// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/retention/detail/retention_measure.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::retention {

/// Settings of conventions().
struct ConventionsOptions {
  std::string period =
      {};  ///< a period's name such as 2024-12, or a day in it; the last complete one by default
  std::optional<std::int32_t> window = {};      ///< periods, at least 1; the policy's by default
  std::int32_t draws = 1000;                    ///< bootstrap draws for intervals of revenue, >= 0
  std::uint64_t seed = 1;                       ///< of the draws
  std::optional<double> confidence = {};        ///< coverage of the intervals, in (0, 1)
  std::optional<std::int64_t> small_base = {};  ///< fewer accounts than this are flagged, >= 0
};

/// One measure of the same data over the same window by every convention, one row for each.
struct Conventions {
  std::vector<RetentionMeasure> measure;        ///< what is retained
  std::vector<std::string> convention;          ///< its name
  std::vector<double> value;                    ///< the rate; none without a base
  std::vector<double> lower;                    ///< its interval, from; none for rates of totals
  std::vector<double> upper;                    ///< to
  MoneyColumn retained;                         ///< what is left of the base; 0 for accounts
  MoneyColumn base;                             ///< MRR at the window's beginning; 0 for accounts
  std::vector<std::int64_t> retained_accounts;  ///< customers that are left; of accounts only, 0 for revenue
  std::vector<std::int64_t> base_accounts;      ///< accounts that the rate is of
  std::vector<std::uint8_t> small_base;         ///< 1 where they are few
  std::vector<std::string> definition;          ///< what it counts
  std::vector<std::string> used_by;             ///< who counts so; empty where nobody is known to
  std::vector<std::string> fingerprint;         ///< policy_fingerprint() of what it was made with
  Date period = {};                             ///< first day of the period
  Date period_end = {};                         ///< its last day
  std::int32_t window = 0;                      ///< periods looked back
  revenue::RevenuePolicy policy = {};           ///< the ledger's own

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("measure", self.measure);
    f("convention", self.convention);
    f("value", self.value);
    f("lower", self.lower);
    f("upper", self.upper);
    f("retained", self.retained);
    f("base", self.base);
    f("retained_accounts", self.retained_accounts);
    f("base_accounts", self.base_accounts);
    f("small_base", self.small_base);
    f("definition", self.definition);
    f("used_by", self.used_by);
    f("fingerprint", self.fingerprint);
  }
};

/// Net and gross revenue retention and logo retention of one period by every convention that is in use, side
/// by side.
///
/// The forms of rates are those of the ledger as it is. The others are those of the same rows under another
/// policy: other instants of a period, changes by event, gaps bridged, customers at 0 that are none,
/// subscriptions in place of accounts where the table has them, and the presets of products; one that the
/// table or the rates of exchange have no answer for is left out. Revenue of single accounts has bootstrap
/// intervals, accounts have Wilson's.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  period and window; intervals
/// \returns        by measure, the ledger's own forms first; none where the period has no base period
/// \throws InvalidInput  when the ledger has no such period, no complete one when none is named, or none
///                       `window` periods before it; unless window >= 1, draws >= 0, 0 < confidence < 1 and
///                       small_base >= 0
/// \see SaaS Metrics Standards Board; Gold (2020), Fighting Churn with Data, ch. 2
Conventions conventions(const revenue::MrrLedger& ledger, const ConventionsOptions& options = {});

}  // namespace fealty::retention

#include <fealty/retention/detail/make_conventions.hpp>
