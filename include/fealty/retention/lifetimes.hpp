// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

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
}  // namespace detail

/// Spells of being a customer as lifetimes, for curves and their comparison.
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
  if (spells.as_of) {
    columns.origin = std::vector<std::int32_t>(spells.start.days);
    columns.end = std::vector<std::int32_t>(spells.end.days);
    columns.as_of = spells.as_of;
  } else {  // there are none
    columns.duration = std::vector<std::int64_t>(spells.days);
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
