// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/contracts.hpp>
#include <fealty/revenue/detail/term.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The term of total_contract_value().
struct TotalContractValueOptions {
  Date start;  ///< the first day
  Date end;    ///< the first day after, later than `start`
};

/// What a monthly amount comes to over a term: amount x months, rounded once, half-even.
///
/// The months of a term are whole months from its first day (to the same day of a later month, or to that
/// month's last day where it is shorter), and the days left over as a part of the month that they begin:
/// the days from there to where the next whole month would end.
///
/// \code{.py}
/// more = ft.Money(3500, ft.currency("USD"))  # 7 more units of 5.00 a month
/// assert ft.revenue.total_contract_value(more, start="2018-08-18", end="2019-01-01") == 15581
/// \endcode
///
/// \param monthly  amount per month, in minor units of its currency
/// \param options  the term
/// \returns        the amount over the term, in minor units
/// \throws InvalidInput  unless start < end, both from 1900 to 9999
/// \throws Overflow      when the result leaves 64 bits
/// \see Zuora, "How TCV is calculated", and "Order metrics, part 3", for the proration; it also takes a
///      start on a month's last day to month ends, which this does not: 28 February to 28 February is a year
inline std::int64_t total_contract_value(const Money& monthly, const TotalContractValueOptions& options) {
  const auto refuse = [](const char* what, Date date, std::string rule) {
    throw InvalidInput({.who = "total_contract_value",
                        .what = what,
                        .where = {},
                        .value = to_string(date),
                        .rule = std::move(rule)});
  };
  const auto on_range = [](Date date) { return date.days >= min_day && date.days <= max_day; };
  if (!on_range(options.start)) refuse("start", options.start, "is not between 1900-01-01 and 9999-12-31");
  if (!on_range(options.end)) refuse("end", options.end, "is not between 1900-01-01 and 9999-12-31");
  if (options.end <= options.start)
    refuse("end", options.end, fmt::format("is not after start {}", to_string(options.start)));
  const auto value = detail::over_term(monthly.minor, detail::term_of(options.start, options.end));
  if (!fealty::detail::fits_int64(value))
    throw Overflow({.who = "total_contract_value",
                    .what = "monthly",
                    .where = {},
                    .value = to_string(monthly),
                    .rule = "over the term is beyond 64 bits"});
  return static_cast<std::int64_t>(value);
}

/// Settings of contract_value().
struct ContractValueOptions {
  std::optional<Date> as_of = {};  ///< contracts signed later are not known; by default all are
};

/// What contracts are worth, one row for each, by account id and then by start.
struct ContractValue {
  IdColumn account;                 ///< whose
  IdColumn contract;                ///< its id; none where the table has no ids
  std::vector<std::int64_t> row;    ///< of the contracts table, from 0
  DateColumn signed_on;             ///< the day it was signed
  DateColumn start;                 ///< first day
  DateColumn end;                   ///< first day after
  std::vector<double> term_months;  ///< months from start to end, as in total_contract_value()
  MoneyColumn total;                ///< recurring, over the term
  MoneyColumn one_time;             ///< once
  MoneyColumn tcv;                  ///< total contract value: total + one_time
  MoneyColumn acv;                  ///< annual contract value, all in: tcv / years of the term
  MoneyColumn recurring_acv;        ///< annual contract value of what recurs: total / years of the term
  MoneyColumn mrr;                  ///< total / months of the term

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("contract", self.contract);
    f("row", self.row);
    f("signed_on", self.signed_on);
    f("start", self.start);
    f("end", self.end);
    f("term_months", self.term_months);
    f("total", self.total);
    f("one_time", self.one_time);
    f("tcv", self.tcv);
    f("acv", self.acv);
    f("recurring_acv", self.recurring_acv);
    f("mrr", self.mrr);
  }
};

/// Brings contracts of different lengths to the same scale: total, annual and monthly value.
///
/// A year is 12 months. A contract of less than a year is worth more in a year than it will bring. The
/// field leaves one-time fees out of ACV as often as it counts them in, so both stand side by side: `acv`
/// has them, `recurring_acv` has not. Each value is rounded once, half-even.
///
/// \param contracts  validated rows, of one currency
/// \param options    the last day known
/// \returns          one row for each contract that is known
/// \throws InvalidInput  on several currencies
inline ContractValue contract_value(const Contracts& contracts, const ContractValueOptions& options = {}) {
  const detail::ContractRows& data = contracts.data();
  const Currency currency = detail::one_currency("contract_value", data);
  ContractValue out;
  for (auto* money : {&out.total, &out.one_time, &out.tcv, &out.acv, &out.recurring_acv, &out.mrr})
    money->currency = currency;
  std::vector<std::uint32_t> accounts, ids;
  for (const detail::ContractRow& row : data.rows) {
    if (options.as_of && row.signed_on > options.as_of->days) continue;
    const detail::Term term = detail::term_of(Date{row.start}, Date{row.end});
    const std::int64_t tcv = row.total + row.one_time;
    const auto per = [&](std::int64_t amount, std::int64_t months) {
      return static_cast<std::int64_t>(detail::per_months(amount, term, months));
    };
    accounts.push_back(row.account);
    ids.push_back(row.contract);
    out.row.push_back(row.row);
    out.signed_on.days.push_back(row.signed_on);
    out.start.days.push_back(row.start);
    out.end.days.push_back(row.end);
    out.term_months.push_back(term.months());
    out.total.minor.push_back(row.total);
    out.one_time.minor.push_back(row.one_time);
    out.tcv.minor.push_back(tcv);
    out.acv.minor.push_back(per(tcv, 12));
    out.recurring_acv.minor.push_back(per(row.total, 12));
    out.mrr.minor.push_back(per(row.total, 1));
  }
  out.account = IdColumn(std::move(accounts), data.accounts);
  out.contract = IdColumn(std::move(ids), data.contracts);
  return out;
}

}  // namespace fealty::revenue
