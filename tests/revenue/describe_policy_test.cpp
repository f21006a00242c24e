// SPDX-License-Identifier: MIT
#include <fealty/revenue/describe_policy.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;

namespace {

std::string cell_of(const PolicyTable& table, const std::string& convention,
                    const std::vector<std::string>& column) {
  const auto found = std::find(table.convention.begin(), table.convention.end(), convention);
  return found == table.convention.end() ? "not there"
                                         : column[static_cast<std::size_t>(found - table.convention.begin())];
}
std::string value_of(const PolicyTable& table, const std::string& convention) {
  return cell_of(table, convention, table.value);
}
std::string meaning_of(const PolicyTable& table, const std::string& convention) {
  return cell_of(table, convention, table.meaning);
}

/// Every other value of every field, each in a policy of its own.
std::vector<RevenuePolicy> variations() {
  std::vector<RevenuePolicy> all;
  const RevenuePolicy first;
  const auto vary = [&](auto change) {
    RevenuePolicy policy;
    change(policy);
    all.push_back(policy);
  };
  const auto of_part = [&](auto part) {
    using Part = std::decay_t<decltype(first.*part)>;
    std::size_t fields = 0;
    Part::each_field(first.*part, [&](const char*, const auto& field) {
      using T = std::decay_t<decltype(field)>;
      if constexpr (std::is_enum_v<T>)
        for (std::size_t value = 1; value < enum_names(T{}).size(); ++value)
          vary([&](RevenuePolicy& policy) {
            std::size_t place = 0;
            Part::each_field(policy.*part, [&](const char*, auto& each) {
              if constexpr (std::is_same_v<std::decay_t<decltype(each)>, T>)
                if (place == fields)
                  each = static_cast<T>((static_cast<std::size_t>(each) + value) % enum_names(T{}).size());
              ++place;
            });
          });
      ++fields;
    });
  };
  of_part(&RevenuePolicy::ledger);
  of_part(&RevenuePolicy::rates);
  for (std::size_t preset = 1; preset < enum_names(Preset{}).size(); ++preset)
    all.push_back(preset_policy(static_cast<Preset>(preset)));
  vary([](RevenuePolicy& policy) { policy.ledger.gap_days = 14; });
  vary([](RevenuePolicy& policy) { policy.ledger.reactivation_days = 90; });
  vary([](RevenuePolicy& policy) { policy.ledger.past_due_days = {}; });
  return all;
}

}  // namespace

TEST_SUITE("revenue/describe_policy") {
  TEST_CASE("the default policy: every field by its name, and what every ledger keeps") {
    const PolicyTable table = describe_policy({});
    std::string text;
    for (std::size_t i = 0; i < table.convention.size(); ++i)
      text += fmt::format("{} = {}\n", table.convention[i], table.value[i]);
    CHECK(text ==
          "preset = none\ngrain = account\nnetting = period\nperiod = month\nfiscal_year_start = 1\n"
          "time_zone = UTC\nsnapshot = last_day\nchurn_date = paid_period_end\ngap_days = 0\n"
          "reactivation_days = none\njoin_and_leave = shown\nweek_factor = per_year\nday_factor = per_year\n"
          "rounding = half_even\ndiscount = all\nmetered = excluded\npaused = zero_at_paid_period_end\n"
          "past_due_days = 30\nunpaid = past_due\nrefund = ignored\nfree = active\nmerged = recomputed\n"
          "exchange = period_end\nexchange_date = none\nwindow = 12\nnrr_form = cohort\ngrr_form = cohort\n"
          "nrr_reactivation = false\nnet_churn_reactivation = false\nquick_ratio_reactivation = true\n"
          "logo_base = opening\ncurrency = constant\nconfidence = 0.95\nsmall_base = 30\ntrial = excluded\n"
          "one_time = excluded\n");
  }

  TEST_CASE("conventions are the fields of both parts, in order, each once") {
    std::vector<std::string> names{"preset"};
    const RevenuePolicy policy;
    const auto add = [&](const char* name, const auto&) { names.emplace_back(name); };
    LedgerPolicy::each_field(policy.ledger, add);
    RatesPolicy::each_field(policy.rates, add);
    names.insert(names.end(), {"trial", "one_time"});
    const PolicyTable table = describe_policy(policy);
    CHECK(table.convention == names);
    CHECK(table.value.size() == names.size());
    CHECK(table.meaning.size() == names.size());
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  }

  TEST_CASE("every value of every field has a meaning, and no two values of a field have the same") {
    std::map<std::string, std::map<std::string, std::string>> seen;  // field, meaning, value
    std::size_t enumerators = 0;
    for (const RevenuePolicy& policy : variations()) {
      const PolicyTable table = describe_policy(policy);
      for (std::size_t i = 0; i < table.convention.size(); ++i) {
        CAPTURE(table.convention[i]);
        CAPTURE(table.value[i]);
        CHECK(table.meaning[i].size() > 10);
        // Periods, presets, and whether something is so, share one meaning; other values do not.
        const std::set<std::string> sharing{"preset", "period", "nrr_reactivation", "net_churn_reactivation",
                                            "quick_ratio_reactivation"};
        if (sharing.count(table.convention[i]) != 0) continue;
        const auto [found, added] = seen[table.convention[i]].emplace(table.meaning[i], table.value[i]);
        CHECK(found->second == table.value[i]);
        enumerators += added ? 1 : 0;
      }
    }
    CHECK(enumerators > 70);
  }

  TEST_CASE("meanings of numbers depend on whether there is one") {
    RevenuePolicy policy;
    CHECK(meaning_of(describe_policy(policy), "gap_days") == "every gap counts as churn");
    CHECK(meaning_of(describe_policy(policy), "reactivation_days") ==
          "an account that comes back is reactivated, however long it was away");
    CHECK(meaning_of(describe_policy(policy), "past_due_days") ==
          "a row that is past due counts for so many days, then it is churn");
    CHECK(meaning_of(describe_policy(policy), "preset") == "no product's conventions are claimed");
    policy.ledger.gap_days = 14;
    policy.ledger.reactivation_days = 0;
    policy.ledger.past_due_days = {};
    CHECK(meaning_of(describe_policy(policy), "gap_days") ==
          "gaps of at most so many days are bridged and do not count as churn");
    CHECK(meaning_of(describe_policy(policy), "reactivation_days") ==
          "an account that was away for more days than this is new again");
    CHECK(meaning_of(describe_policy(policy), "past_due_days") == "a row that is past due counts in full");
    CHECK(value_of(describe_policy(policy), "reactivation_days") == "0");
    CHECK(value_of(describe_policy(policy), "past_due_days") == "none");
  }

  TEST_CASE("one value of two fields has the meaning of its own field") {
    const PolicyTable table = describe_policy({});
    CHECK(meaning_of(table, "nrr_form") == "MRR now of the accounts that had MRR then, over their MRR then");
    CHECK(meaning_of(table, "grr_form") == "MRR now, no account for more than then, over MRR then");
    CHECK(meaning_of(table, "week_factor") == "a week's amount x 52/12 is a month's");
    CHECK(meaning_of(table, "day_factor") == "a day's amount x 365/12 is a month's");
  }

  TEST_CASE("says what a ledger was made with") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-05", "open", 100}}),
        {.policy = preset_policy(Preset::baremetrics), .period = Period::quarter, .fiscal_year_start = 4});
    const PolicyTable table = describe_policy(ledger.policy());
    CHECK(value_of(table, "preset") == "baremetrics");
    CHECK(meaning_of(table, "preset") == "the cells that make this product's conventions may not be changed");
    CHECK(value_of(table, "period") == "quarter");
    CHECK(value_of(table, "fiscal_year_start") == "4");
    CHECK(value_of(table, "logo_base") == "days_ago");
    CHECK(value_of(table, "quick_ratio_reactivation") == "false");
  }

  TEST_CASE("days, zones and shares as they are written") {
    const PolicyTable table = describe_policy({.ledger = {.time_zone = "America/Los_Angeles",
                                                          .exchange = ExchangeRule::fixed,
                                                          .exchange_date = tables::date("2024-02-29")},
                                               .rates = {.confidence = 0.999, .small_base = 1'000'000}});
    CHECK(value_of(table, "time_zone") == "America/Los_Angeles");
    CHECK(value_of(table, "exchange") == "fixed");
    CHECK(value_of(table, "exchange_date") == "2024-02-29");
    CHECK(value_of(table, "confidence") == "0.999");
    CHECK(value_of(table, "small_base") == "1000000");
  }

  TEST_CASE("the columns have their names, in order") {
    PolicyTable table;
    std::string names;
    PolicyTable::each_column(table, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "convention value meaning ");
  }
}
