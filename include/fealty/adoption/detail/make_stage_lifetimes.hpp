// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/stage_lifetimes.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The names of enumerators as ids, but for those that are null.
template <class Enum>
IdColumn named_ids(const std::vector<Enum>& values, Enum null) {
  Ids ids;
  for (const auto name : enum_names(Enum{})) ids.encode(name);
  std::vector<std::uint32_t> codes;
  for (const Enum each : values) codes.push_back(each == null ? no_id : static_cast<std::uint32_t>(each));
  return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline survival::Lifetimes stage_lifetimes(const Lifecycle& lifecycle) {
  constexpr auto no_stage = static_cast<LifecycleStage>(-1);
  survival::LifetimeColumns columns{.duration = std::vector<std::int64_t>(lifecycle.days),
                                    .cause = detail::named_ids(lifecycle.outcome, StageOutcome::current),
                                    .account = lifecycle.account};
  columns.attributes.add("account", lifecycle.account);
  columns.attributes.add("stage", detail::named_ids(lifecycle.stage, no_stage));
  columns.attributes.add("visit", Column<std::int64_t>(std::vector<std::int64_t>(lifecycle.visit)));
  columns.attributes.add("entered",
                         Days{Column<std::int32_t>(std::vector<std::int32_t>(lifecycle.entered.days))});
  return survival::Lifetimes(columns);
}

}  // namespace fealty::adoption
