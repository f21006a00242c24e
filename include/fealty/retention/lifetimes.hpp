// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/period.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::retention {

/// What a spell counts for.
enum class SpellWeight {
  account,   ///< each the same: curves of accounts
  first_mrr  ///< its MRR on the first day: curves of revenue
};
constexpr auto enum_names(SpellWeight) { return std::array<std::string_view, 2>{"account", "first_mrr"}; }

/// Settings of lifetimes().
struct LifetimesOptions {
  std::optional<revenue::Accounts> accounts = {};   ///< whose attributes make groups and covariates
  SpellWeight spell_weight = SpellWeight::account;  ///< what a spell counts for
  Period period = Period::day;                      ///< what durations count
};

namespace detail {
/// The values of an attribute on the first day of each spell.
inline IdColumn attribute_at_start(const CustomerLifetimes& spells, const revenue::Accounts& accounts,
                                   const std::vector<std::uint32_t>& known, std::size_t attribute) {
  std::vector<std::uint32_t> codes;
  codes.reserve(spells.days.size());
  for (std::size_t i = 0; i < spells.days.size(); ++i)
    codes.push_back(
        accounts.attribute_on(known[spells.account.codes()[i]], attribute, Date{spells.start.days[i]}));
  return {std::move(codes), accounts.attribute_ids(attribute)};
}
/// How many periods a spell has come through, from its first day to the first day that is not in it.
inline std::int64_t spell_periods(std::int32_t start, std::int64_t days, bool ended, Period period) {
  if (period == Period::day || period == Period::week) {
    const std::int64_t length = period == Period::day ? 1 : 7;
    return ended ? (days + length - 1) / length : days / length;
  }
  const Date end{static_cast<std::int32_t>(std::min<std::int64_t>(start + days, max_day))};
  const auto [from_year, from_month, from_day] = year_month_day(Date{start});
  const auto [to_year, to_month, to_day] = year_month_day(end);
  const std::int32_t length = fealty::detail::period_months(period);
  std::int32_t months = (to_year - from_year) * 12 + to_month - from_month;
  if (end < add_months(Date{start}, months)) --months;
  const std::int32_t whole = months / length;
  const bool in_another = add_months(Date{start}, whole * length) < end;
  return whole + (ended && in_another ? 1 : 0);
}
inline std::vector<std::int64_t> spell_durations(const CustomerLifetimes& spells, Period period) {
  std::vector<std::int64_t> durations(spells.days.size());
  for (std::size_t i = 0; i < durations.size(); ++i)
    durations[i] = spell_periods(spells.start.days[i], spells.days[i], spells.ended[i] != 0, period);
  return durations;
}
}  // namespace detail

/// Spells of being a customer as lifetimes, for curves and their comparison.
///
/// Durations are days, or periods counted from the spell's first day: from January 31 the first month ends on
/// the last of February. A spell that lasts has so many whole ones; one that ended also counts the one that
/// it ended in, as a contract that is not renewed at its end.
///
/// Attributes are `account`, to cluster by; `spell`, 1 for an account's first; `start`, its first day; and
/// those of the accounts table, as they were on the spell's first day: what became of an account later does
/// not tell how long it would stay. Accounts that the table does not know have none.
///
/// \param spells   as made by customer_lifetimes()
/// \param options  accounts, spell_weight
/// \returns        one life for each spell, in their order
/// \throws InvalidInput  when an attribute is called account, spell or start
survival::Lifetimes lifetimes(const CustomerLifetimes& spells, const LifetimesOptions& options = {});

inline survival::Lifetimes lifetimes(const CustomerLifetimes& spells, const LifetimesOptions& options) {
  survival::LifetimeColumns columns{.account = spells.account};
  if (spells.as_of && options.period == Period::day) {
    columns.origin = std::vector<std::int32_t>(spells.start.days);
    columns.end = std::vector<std::int32_t>(spells.end.days);
    columns.as_of = spells.as_of;
  } else {
    columns.duration = detail::spell_durations(spells, options.period);
    columns.ended = std::vector<std::uint8_t>(spells.ended);
  }
  columns.attributes.add("account", spells.account);
  columns.attributes.add("spell", Column<std::int64_t>(spells.spell));
  columns.attributes.add("start", Days{Column<std::int32_t>(spells.start.days)});
  if (options.accounts) {
    const revenue::Accounts& accounts = *options.accounts;
    const std::vector<std::uint32_t> known = accounts.match(*spells.account.ids());
    for (std::size_t a = 0; a < accounts.attribute_count(); ++a)
      columns.attributes.add(accounts.attribute_name(a),
                             detail::attribute_at_start(spells, accounts, known, a));
  }
  if (options.spell_weight == SpellWeight::first_mrr) {
    columns.weight = std::vector<double>(spells.first_mrr.minor.begin(), spells.first_mrr.minor.end());
    columns.weight_kind = survival::WeightKind::revenue;
  }
  return survival::Lifetimes(columns);
}

}  // namespace fealty::retention
