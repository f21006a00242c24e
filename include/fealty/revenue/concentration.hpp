// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/detail/period_amounts.hpp>
#include <fealty/revenue/detail/real_amounts.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// Settings of concentration().
struct ConcentrationOptions {
  std::string period = "";  ///< a period's name or a day in it; by default every period
  std::int64_t top = 10;    ///< how many of the largest accounts `top_share` is of, at least 1
};

/// How much of MRR hangs on few accounts, one row for each period; shares are none where MRR is 0.
struct Concentration {
  DateColumn period;                   ///< first day
  DateColumn period_end;               ///< last day
  std::vector<std::int64_t> accounts;  ///< customers at the period's end, those at 0 included
  MoneyColumn mrr;                     ///< of all of them
  MoneyColumn top_mrr;                 ///< of the `top` largest
  std::vector<double> top_share;       ///< top_mrr / mrr
  std::vector<double> max_share;       ///< of the largest account
  std::vector<double> herfindahl;      ///< sum of squared shares: 1 / accounts when all are equal, up to 1
  std::vector<double> effective_accounts;  ///< 1 / herfindahl: as many equal accounts are as concentrated
  std::vector<double> gini;                ///< 0 when all are equal, up to 1 - 1 / accounts
  std::vector<std::uint8_t> complete;      ///< 0 for a last period that as_of cuts short
  RevenuePolicy policy = {};               ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("accounts", self.accounts);
    f("mrr", self.mrr);
    f("top_mrr", self.top_mrr);
    f("top_share", self.top_share);
    f("max_share", self.max_share);
    f("herfindahl", self.herfindahl);
    f("effective_accounts", self.effective_accounts);
    f("gini", self.gini);
    f("complete", self.complete);
  }
};

/// Settings of lorenz_curve().
struct LorenzCurveOptions {
  std::string period = "";  ///< a period's name or a day in it; by default the last
};

/// The Lorenz curve of MRR: the smallest accounts first.
struct LorenzCurve {
  std::vector<double> account_share;  ///< the smallest accounts, as a share of all: 0, 1 / n, …, 1
  std::vector<double> mrr_share;      ///< their share of MRR
  RevenuePolicy policy = {};          ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account_share", self.account_share);
    f("mrr_share", self.mrr_share);
  }
};

namespace detail {
/// Adds the numbers of one period, from its amounts in ascending order. All sums are exact: those of
/// amounts are below 2^63, so their squares sum below 2^126.
inline void add_concentration(const std::vector<std::int64_t>& ascending, std::int64_t top,
                              Concentration& out) {
  using fealty::detail::int128;
  const auto n = static_cast<std::int64_t>(ascending.size());
  int128 total = 0, largest = 0, squares = 0, spread = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    const int128 amount = ascending[static_cast<std::size_t>(i)];
    total += amount;
    squares += amount * amount;
    spread += (2 * i + 1 - n) * amount;
    if (n - i <= top) largest += amount;
  }
  out.accounts.push_back(n);
  out.mrr.minor.push_back(static_cast<std::int64_t>(total));
  out.top_mrr.minor.push_back(static_cast<std::int64_t>(largest));
  out.top_share.push_back(ratio(largest, total));
  out.max_share.push_back(ratio(n == 0 ? 0 : ascending.back(), total));
  out.herfindahl.push_back(ratio(squares, total * total));
  out.effective_accounts.push_back(ratio(total * total, squares));
  out.gini.push_back(ratio(spread, total * n));
}

/// The periods that an option means: all, or one.
inline std::pair<std::size_t, std::size_t> chosen_periods(const char* who, const LedgerData& data,
                                                          const std::string& period, std::size_t first) {
  if (period.empty()) return {first, data.grid ? data.grid->size() : 0};
  const std::size_t found = find_period(who, data, period);
  return {found, found + 1};
}
}  // namespace detail

/// How concentrated MRR is: the share of the largest accounts, the Herfindahl index, the Gini coefficient.
///
/// They are those of the ledger's own customers, not estimates for others, so Gini's coefficient is not
/// multiplied by n / (n - 1). `accounts_behind(ledger, kind="closing")` names the accounts.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  the period, and how many accounts are the largest
/// \returns        one row for each period, or for the one that was chosen
/// \throws InvalidInput  unless top >= 1, and when the ledger has no such period
/// \see Herfindahl (1950), Concentration in the Steel Industry; Adelman (1969), The Review of Economics and
///      Statistics 51:99-101, for the equivalent number; Damgaard & Weiner (2000), Ecology 81:1139-1142, for
///      Gini's coefficient from ordered amounts
inline Concentration concentration(const MrrLedger& ledger, const ConcentrationOptions& options = {}) {
  if (options.top < 1)
    throw InvalidInput({.who = "concentration",
                        .what = "top",
                        .where = {},
                        .value = fmt::format("{}", options.top),
                        .rule = "is below 1"});
  const detail::LedgerData& data = ledger.data();
  const auto range = detail::chosen_periods("concentration", data, options.period, 0);
  Concentration out;
  out.policy = ledger.policy();
  out.mrr.currency = out.top_mrr.currency = ledger.currency();
  detail::for_each_period_amounts(data, range.first, range.second,
                                  [&](std::size_t period, const std::vector<std::int64_t>& amounts) {
                                    out.period.days.push_back(ledger.periods().period.days[period]);
                                    out.period_end.days.push_back(ledger.periods().period_end.days[period]);
                                    out.complete.push_back(ledger.periods().complete[period]);
                                    detail::add_concentration(amounts, options.top, out);
                                  });
  return out;
}

/// What share of MRR the smallest accounts make, for each number of them.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  the period
/// \returns        n + 1 rows for n customers, the first (0, 0); none where there is no MRR
/// \throws InvalidInput  when the ledger has no such period
/// \see Lorenz (1905), Publications of the American Statistical Association 9:209-219
inline LorenzCurve lorenz_curve(const MrrLedger& ledger, const LorenzCurveOptions& options = {}) {
  const detail::LedgerData& data = ledger.data();
  const std::size_t periods = ledger.periods().period.days.size();
  const auto range =
      detail::chosen_periods("lorenz_curve", data, options.period, periods == 0 ? 0 : periods - 1);
  LorenzCurve out;
  out.policy = ledger.policy();
  detail::for_each_period_amounts(
      data, range.first, range.second, [&](std::size_t period, const std::vector<std::int64_t>& amounts) {
        const std::int64_t total = ledger.periods().closing.minor[period];
        if (total == 0) return;
        fealty::detail::int128 sum = 0;
        for (std::size_t i = 0; i <= amounts.size(); ++i) {
          out.account_share.push_back(
              detail::ratio(static_cast<std::int64_t>(i), static_cast<std::int64_t>(amounts.size())));
          out.mrr_share.push_back(detail::ratio(sum, total));
          if (i < amounts.size()) sum += amounts[i];
        }
      });
  return out;
}

}  // namespace fealty::revenue
