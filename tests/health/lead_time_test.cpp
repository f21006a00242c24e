// SPDX-License-Identifier: MIT
#include <fealty/health/lead_time.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Texts;

namespace {

/// Accounts with a snapshot every 30 days from day 0 on, one letter for each: r, y, g, or - without a band.
Snapshots snapshots_of(const std::vector<std::pair<std::string, std::string>>& accounts) {
  Texts account, band;
  tables::Days as_of;
  for (const auto& [name, letters] : accounts)
    for (std::size_t i = 0; i < letters.size(); ++i) {
      account.push_back(name);
      as_of.push_back(static_cast<std::int32_t>(30 * i));
      band.push_back(letters[i] == '-' ? "" : letters.substr(i, 1));
    }
  SnapshotColumns columns{.account = account, .as_of = as_of};
  columns.attributes.add("band", tables::ids_with_nulls(band));
  return Snapshots(columns);
}
Outcomes outcomes_of(const std::vector<std::pair<std::string, std::int32_t>>& events) {
  Texts account;
  tables::Days date;
  for (const auto& [name, day] : events) account.push_back(name), date.push_back(day);
  return Outcomes({.account = account, .date = date, .observed_until = Date{1000}});
}
LeadTimeOptions bands() { return {.order = {"r", "y", "g"}}; }

}  // namespace

TEST_SUITE("health/lead_time") {
  TEST_CASE("time runs from the snapshot since which the band never came back") {
    const Snapshots snapshots = snapshots_of(
        {{"a", "ggyrr"}, {"b", "rgyry"}, {"c", "yyyyg"}, {"d", "rrrrr"}, {"e", "rr-rr"}, {"f", "ggggg"}});
    const LeadTime found = lead_time(
        snapshots, outcomes_of({{"a", 121}, {"b", 150}, {"c", 150}, {"d", 90}, {"e", 130}, {"g", 130}}),
        bands());
    REQUIRE(found.outcomes == 5);
    CHECK(found.account.text(3) == "d");
    CHECK(fmt::format("{}", fmt::join(found.worst_days, " ")) == "31 nan nan 90 130");
    CHECK(fmt::format("{}", fmt::join(found.warned_days, " ")) == "61 90 nan 90 130");
    // 90 days before: a on day 31, b and c on day 60, d on day 0, e on day 40
    Texts before;
    for (std::size_t i = 0; i < 5; ++i) before.push_back(found.band_before.text(i));
    CHECK(before == Texts{"g", "y", "y", "r", "r"});
    CHECK(found.last_band.text(2) == "g");
    CHECK(found.with_band_before == 5);
    CHECK(found.watermelons == 1);
    CHECK(found.not_best_share == 0.8);
    CHECK(found.not_best_lower == doctest::Approx(0.3755346298).epsilon(1e-9));  // Wilson, 4 of 5
    CHECK(found.not_best_upper == doctest::Approx(0.9637758913).epsilon(1e-9));
    CHECK(found.in_worst == 3);
    CHECK(found.median_worst_days == 90);
    CHECK(found.warned == 4);
    CHECK(found.median_warned_days == 90);
    CHECK(std::isnan(found.median_warned_lower));  // 4 are too few for 95%
    CHECK(tables::codes(found.findings) == "outcome_without_snapshot");
  }

  TEST_CASE("medians have the interval of the sign test") {
    // 10 values: order statistics 2 and 9 cover the median with 97.9%, 3 and 8 with 89.1%
    std::vector<std::pair<std::string, std::string>> accounts;
    std::vector<std::pair<std::string, std::int32_t>> events;
    for (int i = 0; i < 10; ++i) {
      accounts.emplace_back(std::to_string(i), "r");
      events.emplace_back(std::to_string(i), 10 + i);
    }
    const LeadTime found = lead_time(snapshots_of(accounts), outcomes_of(events), bands());
    CHECK(found.median_worst_days == 14.5);
    CHECK(found.median_worst_lower == 11);
    CHECK(found.median_worst_upper == 18);
    LeadTimeOptions wide = bands();
    wide.confidence = 0.89;
    CHECK(lead_time(snapshots_of(accounts), outcomes_of(events), wide).median_worst_lower == 12);
    CHECK(found.with_band_before == 0);
    CHECK(std::isnan(found.not_best_share));
  }

  TEST_CASE("of what can happen again each time counts, with the snapshots since the last") {
    const Snapshots snapshots = snapshots_of({{"a", "grgrr"}});
    const Outcomes outcomes = outcomes_of({{"a", 50}, {"a", 125}, {"a", 300}});
    CHECK(lead_time(snapshots, outcomes, bands()).outcomes == 1);
    LeadTimeOptions options = bands();
    options.recurrent = true;
    const LeadTime found = lead_time(snapshots, outcomes, options);
    CHECK(found.outcomes == 2);  // the third has no snapshot of its own
    CHECK(fmt::format("{}", fmt::join(found.worst_days, " ")) == "20 35");
  }

  TEST_CASE("bands that are not in the order tell nothing") {
    LeadTimeOptions options = bands();
    options.order = {"r", "g"};
    const LeadTime found = lead_time(snapshots_of({{"a", "gryy"}}), outcomes_of({{"a", 100}}), options);
    CHECK(found.worst_days[0] == 70);
    REQUIRE(tables::codes(found.findings) == "band_not_in_order");
    CHECK(found.findings[0].rows == std::vector<std::int64_t>{2, 3});
    CHECK(found.findings[0].message ==
          "lead_time: 2 snapshots have a band that is not in the order, such as "
          "\"y\"; they are passed over");
  }

  TEST_CASE("without outcomes, or snapshots before them, there is nothing to tell") {
    const LeadTime none = lead_time(snapshots_of({{"a", "g"}}), outcomes_of({}), bands());
    CHECK(none.outcomes == 0);
    CHECK(std::isnan(none.median_worst_days));
    CHECK(lead_time(snapshots_of({{"a", "g"}}), outcomes_of({{"a", 0}}), bands()).outcomes == 0);
    CHECK(lead_time(snapshots_of({}), outcomes_of({}), bands()).outcomes == 0);
  }

  TEST_CASE("refuses orders, attributes and options that say nothing") {
    const auto refuses = [](auto edit, const char* message) {
      LeadTimeOptions options = bands();
      edit(options);
      CHECK_THROWS_WITH_AS(lead_time(snapshots_of({{"a", "g"}}), outcomes_of({}), options), message,
                           InvalidInput);
    };
    refuses([](auto& o) { o.order = {"r"}; },
            "lead_time: order = \"r\" is too short; it names all bands, the worst first");
    refuses([](auto& o) { o.order = {"r", ""}; }, "lead_time: order = \"\" is no band");
    refuses([](auto& o) { o.order = {"r", "g", "r"}; }, "lead_time: order = \"r\" is there twice");
    refuses([](auto& o) { o.band = "color"; },
            "lead_time: band = \"color\" is no attribute of the snapshots");
    refuses([](auto& o) { o.days_before = 0; }, "lead_time: days_before = 0 is not between 1 and 36500");
    refuses([](auto& o) { o.confidence = 1; }, "lead_time: confidence = 1 is not in (0, 1)");
    SnapshotColumns columns{.account = Texts{"a"}, .as_of = tables::Days{0}};
    columns.attributes.add("band", Column<double>(tables::Reals{1}));
    CHECK_THROWS_WITH_AS(lead_time(Snapshots(columns), outcomes_of({}), bands()),
                         "lead_time: band = \"band\" is no column of texts or integers", InvalidInput);
  }
}
