// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/observation_sweep.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/measure_table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The dictionary of the accounts of observations, and of others that have none.
inline std::shared_ptr<const Ids> all_accounts(const char* who, const ObservationData& data,
                                               const std::optional<revenue::Accounts>& accounts) {
  if (!accounts) return data.accounts;
  const Ids& others = *accounts->ids();
  if (!fealty::detail::comparable(*data.accounts, others))
    throw InvalidInput({.who = who,
                        .what = "accounts",
                        .where = {},
                        .value = others.is_text() ? "texts" : "integers",
                        .rule = "are ids of another kind than those of the observations"});
  auto all = std::make_shared<Ids>(*data.accounts);
  for (std::uint32_t code = 0; code < others.size(); ++code) {
    if (!accounts->has_row(code)) continue;
    if (others.is_text()) all->encode(others.view(code));
    else all->encode(others.number(code));
  }
  return all;
}

/// The accounts of which something is known on a day, by id.
inline std::vector<std::uint32_t> known_accounts(const ObservationSweep& sweep, const Ids& ids,
                                                 const std::optional<revenue::Accounts>& accounts,
                                                 std::int32_t day) {
  std::vector<std::uint8_t> known(ids.size());
  for (std::size_t code = 0; code < sweep.first_day().size(); ++code)
    known[code] = sweep.first_day()[code] <= day ? 1 : 0;
  if (accounts) {
    const std::vector<std::uint32_t> codes = fealty::detail::match_codes(ids, *accounts->ids());
    for (std::uint32_t code = 0; code < codes.size(); ++code)
      if (accounts->has_row(code)) known[codes[code]] = 1;
  }
  std::vector<std::uint32_t> found;
  for (const std::uint32_t code : ids.sorted())
    if (known[code] != 0) found.push_back(code);
  return found;
}

/// Measures and baselines of all accounts that are known on a day.
inline MeasureData measures_of_day(const char* who, const Observations& observations,
                                   std::optional<Date> as_of, const std::vector<std::string>& measures,
                                   const std::vector<ObservationSweep::Baseline>& baselines,
                                   const std::optional<revenue::Accounts>& accounts) {
  check_as_of(who, as_of);
  const ObservationData& data = observations.data();
  if (!as_of) as_of = observations.last_day();
  const std::int32_t day = as_of ? as_of->days : min_day;
  ObservationSweep sweep(data, measures, baselines, {day});
  const std::shared_ptr<const Ids> ids = all_accounts(who, data, accounts);
  const std::vector<std::uint32_t> rows = known_accounts(sweep, *ids, accounts, day);
  MeasureData found = sweep.fill(rows, std::vector<std::size_t>(rows.size()), ids);
  found.as_of = as_of;
  return found;
}

/// Measures that were asked for and that nobody observed: a name may be misspelt.
inline std::vector<Finding> note_never_observed(const Ids& known, const std::vector<std::string>& asked) {
  std::set<std::string> names;
  for (std::uint32_t code = 0; code < known.size(); ++code) names.insert(known.text(code));
  std::vector<std::string> never;
  for (const std::string& each : asked)
    if (!names.contains(each)) never.push_back(each);
  if (never.empty()) return {};
  return {{"unobserved_measure",
           Severity::warning,
           {},
           fmt::format("measures_on: {} is no measure of the observations", fmt::join(never, ", "))}};
}

inline MeasureData make_measures_on(const Observations& observations, const MeasuresOnOptions& options) {
  constexpr const char* who = "measures_on";
  std::vector<std::string> measures = options.measures;
  const Ids& known = *observations.data().measures;
  if (measures.empty())
    for (const std::uint32_t code : known.sorted()) measures.push_back(known.text(code));
  std::set<std::string> once;
  for (const std::string& each : measures)
    if (!once.insert(each).second)
      throw InvalidInput({.who = who,
                          .what = "measures",
                          .where = {},
                          .value = "\"" + each + "\"",
                          .rule = "is there twice"});
  std::vector<ObservationSweep::Baseline> baselines;
  for (const std::int32_t days :
       std::set<std::int32_t>(options.baseline_days.begin(), options.baseline_days.end())) {
    if (days <= 0)
      throw InvalidInput({.who = who,
                          .what = "baseline_days",
                          .where = {},
                          .value = fmt::format("{}", days),
                          .rule = "is not above 0"});
    for (const std::string& each : measures) baselines.push_back({each, days});
  }
  return measures_of_day(who, observations, options.as_of, measures, baselines, options.accounts);
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline MeasureTable measures_on(const Observations& observations, const MeasuresOnOptions& options) {
  return MeasureTable(
      std::make_shared<const detail::MeasureData>(detail::make_measures_on(observations, options)),
      detail::note_never_observed(*observations.data().measures, options.measures));
}

}  // namespace fealty::health
