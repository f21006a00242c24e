// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/survival/cox_task.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>
#include <fealty/survival/lifetime_columns.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

inline void write_kind(ByteWriter& to, std::optional<WeightKind> kind) {
  to.write(static_cast<std::uint8_t>(kind ? 1 + static_cast<int>(*kind) : 0));
}
inline std::optional<WeightKind> read_kind(ByteReader& from) {
  const auto kind = from.read<std::uint8_t>();
  if (kind > enum_names(WeightKind{}).size()) from.refuse("has weights of an unknown kind");
  return kind > 0 ? std::optional(static_cast<WeightKind>(kind - 1)) : std::nullopt;
}
/// Calls f(column) for each column of numbers of a plan.
template <class Plan, class F>
void each_plan_column(Plan& plan, F f) {
  f(plan.mean), f(plan.scale), f(plan.beta), f(plan.first), f(plan.age), f(plan.ends), f(plan.shift);
  f(plan.all), f(plan.own), f(plan.means), f(plan.own_means), f(plan.end_means);
}
inline std::vector<std::uint8_t> plan_bytes(const CoxPlan& plan) {
  ByteWriter to("CoxTask", 1);
  to.write(plan.number);
  to.write(static_cast<std::uint8_t>(plan.round));
  write_texts(to, plan.covariates);
  write_texts(to, plan.strata);
  to.write_text(plan.offset);
  to.write_text(plan.cluster);
  to.write(plan.left_out);
  write_kind(to, plan.weight_kind);
  to.write(static_cast<std::uint64_t>(plan.terms.size()));
  for (const CoxTerm& term : plan.terms) {
    to.write(static_cast<std::uint8_t>(term.texts ? 1 : 0));
    write_texts(to, term.levels);
  }
  to.write(static_cast<std::uint64_t>(plan.label.size()));
  for (const Label& label : plan.label) write_label(to, label);
  each_plan_column(plan,
                   [&]<class T>(const std::vector<T>& column) { to.write_all(std::span<const T>(column)); });
  return to.take();
}

/// Whether the columns of a plan have the lengths and values that passes rely on.
class CoxPlanCheck {
 public:
  explicit CoxPlanCheck(const CoxPlan& plan) : plan_(plan) {}
  bool passed() const {
    if (plan_.number < 1 || plan_.covariates.empty()) return false;
    if (plan_.round == CoxRound::survey)
      return plan_.number == 1 && plan_.terms.empty() && plan_.mean.empty() && strata_fit(0) && events_fit(0);
    return terms_fit() && strata_fit(1) && events_fit(plan_.events());
  }

 private:
  bool terms_fit() const {
    std::size_t columns = 0;
    for (const CoxTerm& term : plan_.terms) columns += term.columns();
    const auto finite = [](double value) { return std::isfinite(value); };
    return plan_.terms.size() == plan_.covariates.size() && plan_.mean.size() == columns &&
           plan_.scale.size() == columns && plan_.beta.size() == columns &&
           std::all_of(plan_.mean.begin(), plan_.mean.end(), finite) &&
           std::all_of(plan_.scale.begin(), plan_.scale.end(), [](double x) { return x >= 0; });
  }
  /// \param least  strata
  bool strata_fit(std::size_t least) const {
    const std::size_t strata = plan_.label.size();
    if (strata < least || plan_.shift.size() != strata || plan_.ends.size() != plan_.age.size()) return false;
    if (strata == 0) return plan_.first.empty() && plan_.age.empty();
    if (plan_.first.size() != strata + 1 || plan_.first[0] != 0 || plan_.first[strata] != plan_.age.size())
      return false;
    for (std::size_t s = 0; s < strata; ++s)
      if (plan_.first[s] >= plan_.first[s + 1] || plan_.first[s + 1] > plan_.age.size() || !ascend(s))
        return false;
    return std::all_of(plan_.ends.begin(), plan_.ends.end(), [](std::uint8_t end) { return end <= 1; });
  }
  bool ascend(std::size_t stratum) const {
    for (std::size_t cell = plan_.first[stratum]; cell < plan_.first[stratum + 1]; ++cell) {
      if (!(plan_.age[cell] >= 0 && std::isfinite(plan_.age[cell]))) return false;
      if (cell > plan_.first[stratum] && !(plan_.age[cell - 1] < plan_.age[cell])) return false;
    }
    return true;
  }
  bool events_fit(std::size_t events) const {
    const std::size_t hazards = plan_.round >= CoxRound::information ? events : 0;
    const std::size_t means = plan_.round == CoxRound::influence ? events * plan_.columns() : 0;
    return plan_.all.size() == hazards && plan_.own.size() == hazards && plan_.means.size() == means &&
           plan_.own_means.size() == means && plan_.end_means.size() == means;
  }

  const CoxPlan& plan_;
};

inline CoxPlan read_plan(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "CoxTask", 1);
  CoxPlan plan;
  plan.number = from.read<std::int64_t>();
  const auto round = from.read<std::uint8_t>();
  if (round >= enum_names(CoxRound{}).size()) from.refuse("has a round of an unknown kind");
  plan.round = static_cast<CoxRound>(round);
  plan.covariates = read_texts(from);
  plan.strata = read_texts(from);
  plan.offset = from.read_text();
  plan.cluster = from.read_text();
  plan.left_out = from.read<std::int64_t>();
  plan.weight_kind = read_kind(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    const auto texts = from.read<std::uint8_t>();
    std::vector<std::string> levels = read_texts(from);
    if (texts > 1 || (texts == 0 && !levels.empty()) || plan.terms.size() == plan.covariates.size())
      from.refuse("has covariates that are none");
    plan.terms.push_back({plan.covariates[plan.terms.size()], texts != 0, std::move(levels)});
  }
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) plan.label.push_back(read_label(from));
  each_plan_column(plan, [&]<class T>(std::vector<T>& column) { column = from.read_all<T>(); });
  from.finish();
  if (!CoxPlanCheck(plan).passed()) from.refuse("has columns that do not fit one another");
  return plan;
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxTask::CoxTask(detail::CoxPlan plan) : digest_(0xcbf29ce484222325U) {
  // FNV-1a: no secret, only so that states of different tasks are told apart.
  for (const std::uint8_t byte : detail::plan_bytes(plan)) digest_ = (digest_ ^ byte) * 0x100000001b3U;
  plan_ = std::make_shared<const detail::CoxPlan>(std::move(plan));
}
inline std::vector<std::uint8_t> CoxTask::serialize() const { return detail::plan_bytes(*plan_); }
inline CoxTask CoxTask::deserialize(std::span<const std::uint8_t> bytes) {
  return CoxTask(detail::read_plan(bytes));
}

}  // namespace fealty::survival
