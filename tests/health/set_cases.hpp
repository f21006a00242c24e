// SPDX-License-Identifier: MIT
// Sets of scorecards, and what they are tried on.
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/revenue/accounts.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace set_cases {

using namespace fealty::health;

/// A card of one measure.
inline ScorecardConfig card(const char* id, const char* version, const char* measure, double most,
                            std::vector<Band> bands) {
  return {.id = id,
          .version = version,
          .bands = std::move(bands),
          .measures = {{.id = measure, .transform = {.points = {{0, 0}, {100, most}}}}}};
}
/// Enterprises are scored by their seats, and from June on more strictly; who is new, by logins.
inline ScorecardSetConfig rules() {
  const AttributeCondition enterprise{"plan", {"enterprise"}};
  const std::vector<Band> colors{{"red", 50}, {"green", 100}};
  return {.id = "all",
          .rules = {{.where = {{"stage", {"onboarding"}}},
                     .scorecard = card("new", "1", "logins", 100, {{"starting", 50}, {"green", 100}})},
                    {.where = {enterprise},
                     .valid_from = tables::date("2024-06-01"),
                     .scorecard = card("enterprise", "2", "seats", 50, colors)},
                    {.where = {enterprise}, .scorecard = card("enterprise", "1", "seats", 100, colors)}}};
}
inline fealty::revenue::Accounts accounts() {
  return fealty::revenue::Accounts(
      {.account = tables::Texts{"e", "b", "a", "c"},
       .attributes = {{"plan", tables::Texts{"enterprise", "enterprise", "free", "enterprise"}},
                      {"stage", tables::Texts{"live", "live", "live", "onboarding"}}}});
}
inline Observations observations() {
  return Observations({.account = tables::Texts{"d", "c", "b", "a", "a", "c"},
                       .measure = tables::Texts{"seats", "logins", "seats", "seats", "logins", "seats"},
                       .value = std::vector<double>{10, 30, 80, 90, 70, 100},
                       .date = tables::days({"2024-01-01", "2024-02-01", "2024-03-02", "2024-04-01",
                                             "2024-07-01", "2024-03-01"})});
}
inline std::vector<std::string> texts(const fealty::IdColumn& column) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < column.size(); ++row) out.push_back(column.text(row));
  return out;
}
/// Whether numbers are the same to the last bit, or both missing.
inline bool same(const auto& a, const auto& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])))) return false;
  return true;
}

/// A card with all that depends on the day: ages, decay, a baseline, an exception.
inline ScorecardConfig wide() {
  return {.id = "wide",
          .version = "1",
          .bands = {{"red", 50}, {"green", 100}},
          .min_coverage = .4,
          .groups = {{"use", 2}},
          .measures = {{.id = "seats",
                        .group = "use",
                        .transform = {.points = {{0, 0}, {100, 100}}},
                        .decay = Decay::linear,
                        .validity_days = 60},
                       {.id = "logins",
                        .group = "use",
                        .transform = {.kind = TransformKind::growth,
                                      .points = {{-.5, 0}, {.5, 100}},
                                      .baseline_days = 30}},
                       {.id = "csat",
                        .transform = {.points = {{0, 0}, {100, 100}}},
                        .missing = MissingPolicy::neutral},
                       {.id = "never", .weight = .5, .transform = {.points = {{0, 0}, {1, 100}}}}},
          .exceptions = {{.when = "left",
                          .effect = ExceptionEffect::cap,
                          .points = 40,
                          .expires_days = 45,
                          .reason_required = true}}};
}
/// Accounts 0, 1, …, of which some have another plan from March on.
inline fealty::revenue::Accounts numbered(std::int64_t n) {
  std::vector<std::int64_t> account;
  tables::Texts plan;
  tables::Days from;
  for (std::int64_t i = 0; i < n; ++i) {
    account.push_back(i);
    plan.push_back(i % 3 == 0 ? "pro" : "free");
    from.push_back(tables::day("2024-01-01"));
    if (i % 4 != 0) continue;
    account.push_back(i);
    plan.push_back(i % 3 == 0 ? "free" : "pro");
    from.push_back(tables::day("2024-03-01"));
  }
  return fealty::revenue::Accounts({.account = account, .valid_from = from, .attributes = {{"plan", plan}}});
}
/// Observations of the year 2024 of accounts 5 to 49.
inline Observations random_observations(std::uint64_t seed) {
  fealty::detail::SplitMix64 bits(seed);
  const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(bits.next() % n); };
  const char* const measures[] = {"seats", "logins", "csat", "left"};
  std::vector<std::int64_t> account;
  tables::Texts measure;
  std::vector<double> value;
  tables::Days date;
  for (int i = 0; i < 1500; ++i) {
    account.push_back(5 + below(45));
    const auto which = static_cast<std::size_t>(below(4));
    measure.push_back(measures[which]);
    value.push_back(static_cast<double>(which == 3 ? below(2) : below(101)));
    date.push_back(tables::day("2024-01-01") + static_cast<std::int32_t>(below(365)));
  }
  return Observations({.account = account, .measure = measure, .value = value, .date = date});
}

}  // namespace set_cases
