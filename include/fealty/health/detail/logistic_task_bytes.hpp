// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/logistic_task.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline std::vector<std::uint8_t> plan_bytes(const LogisticPlan& plan) {
  ByteWriter to("LogisticTask", 1);
  to.write(plan.number);
  to.write(static_cast<std::uint8_t>(plan.round));
  survival::detail::write_texts(to, plan.features);
  to.write(static_cast<std::uint64_t>(plan.terms.size()));
  for (const CovariateLevels& term : plan.terms) survival::detail::write_texts(to, term.levels);
  for (const auto* column : {&plan.mean, &plan.scale, &plan.values})
    to.write_all(std::span<const double>(*column));
  return to.take();
}

/// Whether the columns of a plan have the lengths and values that passes rely on.
inline bool plan_fits(const LogisticPlan& plan) {
  if (plan.number < 1 || plan.features.empty()) return false;
  if (plan.round == LogisticRound::survey)
    return plan.number == 1 && plan.terms.empty() && plan.mean.empty() && plan.scale.empty() &&
           plan.values.empty();
  std::size_t columns = 0;
  for (const CovariateLevels& term : plan.terms) columns += static_cast<std::size_t>(column_count(term));
  const auto finite = [](double value) { return std::isfinite(value); };
  return plan.terms.size() == plan.features.size() && plan.mean.size() == columns &&
         plan.scale.size() == columns && plan.values.size() == columns + 1 &&
         std::all_of(plan.mean.begin(), plan.mean.end(), finite) &&
         std::all_of(plan.scale.begin(), plan.scale.end(), [](double x) { return x >= 0; });
}

inline LogisticPlan read_logistic_plan(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "LogisticTask", 1);
  LogisticPlan plan;
  plan.number = from.read<std::int64_t>();
  const auto round = from.read<std::uint8_t>();
  if (round >= enum_names(LogisticRound{}).size()) from.refuse("has a round of an unknown kind");
  plan.round = static_cast<LogisticRound>(round);
  plan.features = survival::detail::read_texts(from);
  const auto terms = from.read<std::uint64_t>();
  if (terms > plan.features.size()) from.refuse("has features that are none");
  for (std::size_t t = 0; t < terms; ++t)
    plan.terms.push_back({plan.features[t], survival::detail::read_texts(from)});
  for (auto* column : {&plan.mean, &plan.scale, &plan.values}) *column = from.read_all<double>();
  from.finish();
  if (!plan_fits(plan)) from.refuse("has columns that do not fit one another");
  return plan;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline LogisticTask::LogisticTask(detail::LogisticPlan plan) : digest_(0xcbf29ce484222325U) {
  // FNV-1a: no secret, only so that states of different tasks are told apart.
  for (const std::uint8_t byte : detail::plan_bytes(plan)) digest_ = (digest_ ^ byte) * 0x100000001b3U;
  plan_ = std::make_shared<const detail::LogisticPlan>(std::move(plan));
}
inline std::vector<std::uint8_t> LogisticTask::serialize() const { return detail::plan_bytes(*plan_); }
inline LogisticTask LogisticTask::deserialize(std::span<const std::uint8_t> bytes) {
  return LogisticTask(detail::read_logistic_plan(bytes));
}

}  // namespace fealty::health
