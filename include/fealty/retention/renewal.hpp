// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/contracts.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fealty::retention {

/// Settings of renewal_rate() and renewals().
struct RenewalOptions {
  std::optional<Date> as_of = {};      ///< last day known; by default the latest signature
  Period period = Period::month;       ///< how time is cut
  std::int32_t fiscal_year_start = 1;  ///< first month of the fiscal year, 1 to 12
  std::int32_t early_days = 90;        ///< a renewal begins at most so many days before the end, >= 0
  std::int32_t late_days = 30;         ///< or so many after it, >= 0
  double confidence = 0.95;            ///< coverage of the interval, in (0, 1)
  std::int64_t small_base = 30;        ///< fewer decided contracts than this are flagged, >= 0
};

/// What became of a contract that was due.
enum class RenewalOutcome {
  on_time,  ///< renewed within the period it was due in, without a gap
  early,    ///< renewed, and signed before the first day of that period
  late,     ///< renewed, but signed or begun only after the end
  lapsed,   ///< not renewed, and it is too late for it
  pending   ///< not renewed yet
};
constexpr auto enum_names(RenewalOutcome) {
  return std::array<std::string_view, 5>{"on_time", "early", "late", "lapsed", "pending"};
}

/// Each contract that was due, by account id and then by start.
struct Renewals {
  IdColumn account;                       ///< whose
  std::vector<std::int64_t> row;          ///< of the contracts table, from 0
  DateColumn end;                         ///< the day it was due
  DateColumn period;                      ///< first day of the period that holds it
  std::vector<RenewalOutcome> outcome;    ///< what became of it
  std::vector<std::uint8_t> decided;      ///< 1 once `late_days` have passed since its end
  std::vector<std::int64_t> renewal_row;  ///< the contract that renewed it; -1 where there is none
  MoneyColumn due_mrr;                    ///< its total / months of its term
  MoneyColumn renewed_mrr;                ///< the same of the contract that renewed it; 0 without one

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("row", self.row);
    f("end", self.end);
    f("period", self.period);
    f("outcome", self.outcome);
    f("decided", self.decided);
    f("renewal_row", self.renewal_row);
    f("due_mrr", self.due_mrr);
    f("renewed_mrr", self.renewed_mrr);
  }
};

/// Renewal rates, one row for each period from the first end to as_of: due = renewed + lapsed + undecided.
struct RenewalRate {
  std::optional<Date> as_of = {};               ///< last day known; none for a table without rows
  bool as_of_inferred = false;                  ///< it was not given
  DateColumn period;                            ///< first day
  DateColumn period_end;                        ///< last day
  std::vector<double> rate;                     ///< renewed / (renewed + lapsed)
  std::vector<double> lower;                    ///< Wilson's interval of rate, from
  std::vector<double> upper;                    ///< to
  std::vector<double> gross_rate;               ///< retained_mrr / decided_mrr: at most 1
  std::vector<double> net_rate;                 ///< renewed_mrr / decided_mrr: above 1 where renewals grow
  std::vector<std::int64_t> due;                ///< contracts that end in the period
  std::vector<std::int64_t> renewed;            ///< decided, and renewed
  std::vector<std::int64_t> early;              ///< of the renewed
  std::vector<std::int64_t> late;               ///< of the renewed
  std::vector<std::int64_t> lapsed;             ///< decided, and not renewed
  std::vector<std::int64_t> undecided;          ///< less than late_days have passed since their end
  std::vector<std::int64_t> undecided_renewed;  ///< those of the undecided that have been renewed already
  MoneyColumn due_mrr;                          ///< a month's worth of the contracts due
  MoneyColumn decided_mrr;                      ///< of the decided ones
  MoneyColumn renewed_mrr;                      ///< of the contracts that renewed them
  MoneyColumn retained_mrr;                     ///< the same, none for more than the one that it renewed
  std::vector<std::uint8_t> small_base;         ///< 1 where few contracts are decided
  std::vector<std::uint8_t> complete;  ///< 0 where as_of cuts the period short, or some are undecided

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("rate", self.rate);
    f("lower", self.lower);
    f("upper", self.upper);
    f("gross_rate", self.gross_rate);
    f("net_rate", self.net_rate);
    f("due", self.due);
    f("renewed", self.renewed);
    f("early", self.early);
    f("late", self.late);
    f("lapsed", self.lapsed);
    f("undecided", self.undecided);
    f("undecided_renewed", self.undecided_renewed);
    f("due_mrr", self.due_mrr);
    f("decided_mrr", self.decided_mrr);
    f("renewed_mrr", self.renewed_mrr);
    f("retained_mrr", self.retained_mrr);
    f("small_base", self.small_base);
    f("complete", self.complete);
  }
};

/// Follows each contract to the one that renewed it.
///
/// A contract is due on the day it ends (the first day after it), in the period that holds that day. It is
/// renewed by another contract of the account that begins later than it, from `early_days` before its end
/// to `late_days` after it, and ends later than it. A contract renews at most one: contracts choose in the
/// order of their ends (the one worth more first), each the one that begins nearest to its end (of two
/// that are as near the earlier, then the one worth more). A renewal is late when it is signed or begins
/// after the end, early when it is signed before the first day of the period in which the contract is due,
/// and otherwise on time. Contracts signed after as_of are not known; the end of one that is known is.
///
/// \param contracts  validated rows, of one currency
/// \param options    as_of, periods, how early and how late a renewal may be
/// \returns          one row for each contract that ends in a period up to the one that holds as_of
/// \throws InvalidInput  on several currencies; unless early_days, late_days and small_base are >= 0,
///                       0 < confidence < 1, the fiscal year starts in a month, as_of is from 1900 to
///                       9999, and there are at most 65,535 periods
Renewals renewals(const revenue::Contracts& contracts, const RenewalOptions& options = {});

/// The share of the contracts due that were renewed, by number and by value, period by period.
///
/// Value is what a contract brings in a month (its recurring total / months of its term), so that terms of
/// different lengths compare. Rates are of the contracts that are decided, those whose `late_days` have
/// passed: to count what is renewed already, and not what may still be, would flatter the last periods.
///
/// \param contracts  validated rows, of one currency
/// \param options    as for renewals()
/// \returns          one row for each period; none before the first end
/// \throws InvalidInput  as renewals()
/// \throws Overflow      when a sum leaves 64 bits
/// \see Wilson (1927), JASA 22:209-212, for the interval
RenewalRate renewal_rate(const revenue::Contracts& contracts, const RenewalOptions& options = {});

}  // namespace fealty::retention

#include <fealty/retention/detail/renewal_matches.hpp>
