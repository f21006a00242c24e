// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/match_ids.hpp>
#include <fealty/coverage/tier_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::coverage::detail {

/// The names of a plan's tiers, for a message.
inline std::string names_of(const TierPlan& plan) {
  std::string names;
  for (std::size_t row = 0; row < plan.tier.size(); ++row)
    names += (row == 0 ? "" : ", ") + plan.tier.text(row);
  return names.empty() ? "none" : names;
}
inline void require_tiers(const char* who, const TierPlan& plan) {
  if (!plan.threshold.empty()) return;
  throw InvalidInput({.who = who,
                      .what = "plan",
                      .where = {},
                      .value = "0 tiers",
                      .rule = "make no plan; it needs one or more"});
}

/// The row of a plan that each tier of another table names; `no_id` where the plan lacks it.
class PlanTiers {
 public:
  PlanTiers(const char* who, const TierPlan& plan, const Ids& tiers) : who_(who), plan_(plan), tiers_(tiers) {
    require_tiers(who, plan);
    row_.assign(tiers.size(), no_id);
    const auto codes = match_ids(who, "tier", *plan.tier.ids(), tiers);
    for (std::uint32_t row = 0; row < plan.tier.size(); ++row)
      for (std::uint32_t code = 0; code < codes.size(); ++code)
        if (codes[code] == plan.tier.codes()[row]) row_[code] = row;
  }
  /// \throws InvalidInput  where the plan lacks the tier
  std::uint32_t operator()(std::uint32_t tier, std::int64_t row) const {
    if (row_[tier] != no_id) return row_[tier];
    throw InvalidInput({.who = who_,
                        .what = "tier",
                        .where = row,
                        .value = "\"" + tiers_.text(tier) + "\"",
                        .rule = "is not in the plan; its tiers are " + names_of(plan_)});
  }

 private:
  const char* who_;
  const TierPlan& plan_;
  const Ids& tiers_;
  std::vector<std::uint32_t> row_;
};

/// The row of a plan that bears a name, `otherwise` for an empty one.
///
/// \throws InvalidInput  for a name that no tier has
inline std::uint32_t tier_named(const char* who, const char* what, const TierPlan& plan,
                                const std::string& name, std::uint32_t otherwise) {
  if (name.empty()) return otherwise;
  for (std::uint32_t row = 0; row < plan.tier.size(); ++row)
    if (plan.tier.text(row) == name) return row;
  throw InvalidInput({.who = who,
                      .what = what,
                      .where = {},
                      .value = "\"" + name + "\"",
                      .rule = "is not in the plan; its tiers are " + names_of(plan)});
}

/// A column of a plan's tiers, by their rows; `no_id` is none.
inline IdColumn tier_column(const TierPlan& plan, const std::vector<std::uint32_t>& rows) {
  std::vector<std::uint32_t> codes;
  codes.reserve(rows.size());
  for (const std::uint32_t row : rows) codes.push_back(row == no_id ? no_id : plan.tier.codes()[row]);
  return plan.tier.present() ? IdColumn(std::move(codes), plan.tier.ids()) : IdColumn();
}

}  // namespace fealty::coverage::detail
