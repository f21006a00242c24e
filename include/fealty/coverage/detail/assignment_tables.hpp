// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/value_sets.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Accounts ascending by id, as codes and numbers.
struct AssignmentAccountTable {
  std::shared_ptr<const Ids> ids, csm_ids, tier_ids;  ///< the latter two null without their columns
  std::vector<std::uint32_t> account, csm, tier;      ///< `no_id` where there is none
  std::vector<double> hours;
  std::vector<ValueSets> requirements;
};

/// No account more is one too many.
inline constexpr std::int64_t no_maximum = std::int64_t{1} << 40;

/// CSMs ascending by id, as codes and numbers.
struct AssignmentCsmTable {
  std::shared_ptr<const Ids> ids;
  std::vector<std::uint32_t> csm;
  std::vector<double> hours;
  std::vector<std::int64_t> maximum;
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> tier_maximum;
  std::vector<ValueSets> offers;
};

}  // namespace fealty::coverage::detail
