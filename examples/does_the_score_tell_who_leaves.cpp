// SPDX-License-Identifier: MIT
// Does the score tell who leaves? Scores of each month's last day, against the churns of the next 90 days.
#include <fealty/company/measures.hpp>
#include <fealty/company/simulate.hpp>
#include <fealty/core/date.hpp>
#include <fealty/health/default_scorecard.hpp>
#include <fealty/health/prove.hpp>
#include <fealty/health/score_history.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace company = fealty::company;
namespace health = fealty::health;

int main() {
  const company::Company tables = company::simulate(400, 1);
  std::vector<fealty::Date> days;
  for (std::int32_t month = 1; month <= 36; ++month)
    days.push_back({fealty::add_months(fealty::make_date(2022, 1, 1), month).days - 1});
  const company::Measures known = company::measure_history(tables, days);
  const health::ScoreHistory scores =
      health::score_history(health::default_scorecard(), company::observations(known), {.dates = days});

  fealty::Frame scored;
  scored.add("score", fealty::Column<double>(scores.score));
  scored.add("band", scores.band);
  const health::Snapshots snapshots(
      {.account = scores.account, .as_of = scores.as_of.days, .attributes = scored});
  const health::Outcomes churns({.account = std::get<fealty::IdColumn>(tables.causes.at("account")),
                                 .date = std::get<fealty::Days>(tables.causes.at("date")).days,
                                 .observed_until = fealty::parse_date("2024-12-31")});
  const health::Proof proof = health::prove(snapshots, churns, {.horizon_days = 90});

  const auto names = enum_names(proof.verdict);
  fmt::print("{}\n", names[static_cast<std::size_t>(proof.verdict)]);
  for (const std::string& reason : proof.reasons) fmt::print("  {}\n", reason);
  for (std::size_t i = 0; i < proof.bands.rate.size(); ++i)
    fmt::print("{}: {:.1f}% left, of {} scores\n", proof.bands.band.text(i), 100 * proof.bands.rate[i],
               proof.bands.examples[i]);
  fmt::print("not green 90 days before they left: {:.1f}%\n", 100 * proof.lead_time.not_best_share);
}
