// SPDX-License-Identifier: MIT
#include <fealty/revenue/preset_policy.hpp>

#include "revenue/conventions.hpp"

#include <fealty/core/error.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy_json.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using revenue::detail::policy_fields;

namespace {

/// What a cell does to the company of conventions.csv when it is the only change to the defaults.
enum class Effect {
  ledger,      // other figures
  is_default,  // none: the product does as the defaults do
  by_event,    // none netted by period, where who joins and leaves within one is never seen
  rates        // none in the ledger: retention/policy_rates has its figures
};
struct Cell {
  Preset preset;
  std::string field;
  std::string value, other;  // as in JSON: the preset's, and one that contradicts it
  Effect effect;
  bool locked = true;
};

/// The handbook's table of presets, cell by cell.
const std::vector<Cell> table{
    {Preset::chartmogul, "ledger.netting", "\"event\"", "\"period\"", Effect::ledger},
    {Preset::chartmogul, "ledger.churn_date", "\"service_end\"", "\"cancel_request\"", Effect::ledger,
     false},  // a setting there
    {Preset::chartmogul, "ledger.past_due_days", "null", "7", Effect::ledger},
    {Preset::chartmogul, "ledger.exchange", "\"service_start\"", "\"fixed\"", Effect::ledger},
    {Preset::chartmogul, "rates.net_churn_reactivation", "true", "false", Effect::rates},
    {Preset::stripe, "ledger.netting", "\"event\"", "\"period\"", Effect::ledger},
    {Preset::stripe, "ledger.past_due_days", "null", "7", Effect::ledger},
    {Preset::stripe, "ledger.unpaid", "\"churned\"", "\"past_due\"", Effect::ledger},
    {Preset::stripe, "rates.logo_base", "\"opening_and_new\"", "\"up_for_renewal\"", Effect::rates},
    {Preset::baremetrics, "ledger.past_due_days", "30", "7", Effect::is_default},
    {Preset::baremetrics, "rates.net_churn_reactivation", "false", "true", Effect::is_default},
    {Preset::baremetrics, "rates.quick_ratio_reactivation", "false", "true", Effect::rates},
    {Preset::baremetrics, "rates.logo_base", "\"days_ago\"", "\"up_for_renewal\"", Effect::rates},
    {Preset::profitwell, "ledger.week_factor", "\"times_4_33\"", "\"times_4\"", Effect::ledger},
    {Preset::profitwell, "ledger.day_factor", "\"times_30\"", "\"zero\"", Effect::ledger},
    {Preset::profitwell, "ledger.discount", "\"all\"", "\"none\"", Effect::is_default},
    {Preset::profitwell, "ledger.metered", "\"included\"", "\"separate\"", Effect::ledger},
    {Preset::profitwell, "ledger.paused", "\"zero_now\"", "\"hold\"", Effect::ledger},
    {Preset::profitwell, "ledger.free", "\"churned\"", "\"active\"", Effect::ledger},
    {Preset::profitwell, "ledger.join_and_leave", "\"ignored\"", "\"shown\"", Effect::by_event},
    {Preset::chargebee, "ledger.grain", "\"subscription\"", "\"item\"", Effect::ledger},
    {Preset::chargebee, "ledger.exchange", "\"period_end\"", "\"fixed\"", Effect::is_default},
    {Preset::chargebee, "ledger.discount", "\"recurring\"", "\"none\"", Effect::ledger},
    {Preset::smsb, "rates.window", "12", "13", Effect::is_default},
    {Preset::smsb, "rates.nrr_form", "\"cohort\"", "\"chained\"", Effect::is_default},
    {Preset::smsb, "rates.grr_form", "\"cohort\"", "\"running_minimum\"", Effect::is_default},
};
const std::vector<Preset> presets{Preset::chartmogul, Preset::stripe,    Preset::baremetrics,
                                  Preset::profitwell, Preset::chargebee, Preset::smsb};

/// Such as {"ledger": {"netting": "event"}, "rates": {}}, of cells.
std::string json_of(const std::vector<Cell>& cells) {
  std::string parts[2];
  for (const Cell& cell : cells) {
    const std::size_t dot = cell.field.find('.');
    std::string& part = parts[cell.field.substr(0, dot) == "ledger" ? 0 : 1];
    part += fmt::format("{}\"{}\": {}", part.empty() ? "" : ", ", cell.field.substr(dot + 1), cell.value);
  }
  return fmt::format(R"({{"ledger": {{{}}}, "rates": {{{}}}}})", parts[0], parts[1]);
}
std::vector<Cell> cells_of(Preset preset) {
  std::vector<Cell> out;
  for (const Cell& cell : table)
    if (cell.preset == preset) out.push_back(cell);
  return out;
}
/// A value of JSON as policies and errors show it.
std::string shown(const std::string& json) {
  return json == "null" ? "none" : json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}
std::string name_of(Preset preset) {
  return std::string(enum_names(preset)[static_cast<std::size_t>(preset)]);
}

/// A table for every grain.
Subscriptions one_row() {
  return Subscriptions({.account = tables::Texts{"a"},
                        .start = tables::days({"2024-01-10"}),
                        .mrr_minor = tables::Counts{100},
                        .subscription = tables::Texts{"s"},
                        .item = tables::Texts{"i"},
                        .currency = "USD"});
}

}  // namespace

TEST_SUITE("revenue/preset_policy") {
  TEST_CASE("no preset: the defaults") {
    CHECK(preset_policy(Preset::none) == RevenuePolicy{});
    CHECK(revenue::detail::preset_cells(Preset::none).empty());
  }

  TEST_CASE("a preset is the defaults with its cells of the table, and no other field differs") {
    for (const Preset preset : presets) {
      CAPTURE(name_of(preset));
      RevenuePolicy wanted = policy_from_json(json_of(cells_of(preset)));
      wanted.preset = preset;
      CHECK(preset_policy(preset) == wanted);
      const auto defaults = policy_fields({}), given = policy_fields(preset_policy(preset));
      REQUIRE(given.size() == defaults.size());
      for (std::size_t i = 1; i < given.size(); ++i) {
        std::string value = defaults[i].value;
        for (const Cell& cell : cells_of(preset))
          if (cell.field == given[i].name) value = shown(cell.value);
        CAPTURE(given[i].name);
        CHECK(given[i].value == value);
      }
      CHECK(given[0].value == name_of(preset));
    }
  }

  TEST_CASE("each cell alone changes the ledger, or is said to be a default") {
    const MrrLedger by_default = conventions::ledger();
    for (const Cell& cell : table) {
      CAPTURE(name_of(cell.preset));
      CAPTURE(cell.field);
      const RevenuePolicy policy = policy_from_json(json_of({cell}));
      CHECK((policy == RevenuePolicy{}) == (cell.effect == Effect::is_default));
      CHECK((policy.ledger == LedgerPolicy{}) ==
            (cell.effect == Effect::is_default || cell.effect == Effect::rates));
      const bool differs = !conventions::difference(by_default, conventions::ledger(policy)).empty();
      CHECK(differs == (cell.effect == Effect::ledger));
    }
    // By event, who joins and leaves within a period is seen.
    LedgerPolicy shown_by_event{.netting = Netting::event};
    LedgerPolicy ignored = shown_by_event;
    ignored.join_and_leave = JoinAndLeave::ignored;
    CHECK(conventions::difference(conventions::ledger({.ledger = shown_by_event}),
                                  conventions::ledger({.ledger = ignored})) ==
          "02-01 new_business 10500/2 > 5000/1; 02-01 churn 10000/2 > 4500/1; ");
  }

  TEST_CASE("a preset's ledger is that of the defaults with its cells, cell by cell") {
    const MrrLedger by_default = conventions::ledger();
    for (const Preset preset : presets) {
      CAPTURE(name_of(preset));
      const MrrLedger made = conventions::ledger(preset_policy(preset));
      CHECK(made.policy() == preset_policy(preset));
      CHECK(conventions::difference(conventions::ledger(policy_from_json(json_of(cells_of(preset)))), made) ==
            "");
      // Without one of the cells it is another one, but where that cell changes nothing.
      for (const Cell& cell : cells_of(preset)) {
        auto others = cells_of(preset);
        others.erase(std::find_if(others.begin(), others.end(),
                                  [&](const Cell& each) { return each.field == cell.field; }));
        CAPTURE(cell.field);
        const bool differs =
            !conventions::difference(conventions::ledger(policy_from_json(json_of(others))), made).empty();
        CHECK(differs == (cell.effect == Effect::ledger));
      }
    }
  }

  TEST_CASE("the figures of each preset, where they differ from the default's") {
    struct Wanted {
      Preset preset;
      std::string difference;
    };
    // From tests/python/reference/ledger.py; printed by tests/revenue/data/conventions.py.
    const std::vector<Wanted> all{
        {Preset::chartmogul,
         "01-01 new_business 105858/21 > 101858/21; 01-01 expansion 0/0 > 4000/1; "
         "02-01 new_business 5000/1 > 10500/2; 02-01 churn 4500/1 > 10000/2; "
         "02-01 exchange 1000/0 > 0/0; 03-01 contraction 8000/1 > 11000/2; "
         "03-01 churn 18410/4 > 7300/2; 04-01 reactivation 10300/2 > 3300/1; "
         "04-01 churn 22430/4 > 16300/3; 04-01 exchange -1500/0 > -500/0; 05-01 churn 4100/1 > 0/0; "
         "05-01 exchange 2400/0 > 0/0; "},
        {Preset::stripe,
         "01-01 new_business 105858/21 > 101858/21; 01-01 expansion 0/0 > 4000/1; "
         "02-01 new_business 5000/1 > 10500/2; 02-01 churn 4500/1 > 10000/2; "
         "03-01 contraction 8000/1 > 11000/2; 03-01 churn 18410/4 > 16300/3; "
         "04-01 reactivation 10300/2 > 3300/1; 04-01 churn 22430/4 > 12200/2; "},
        {Preset::baremetrics, ""},
        {Preset::profitwell,
         "01-01 new_business 105858/21 > 105772/21; 02-01 expansion 2500/1 > 5500/2; "
         "03-01 contraction 8000/1 > 2300/1; 03-01 churn 18410/4 > 32410/6; "
         "04-01 churn 22430/4 > 16430/3; 05-01 contraction 0/0 > 700/1; "
         "06-01 reactivation 6000/1 > 14000/2; 06-01 expansion 8000/1 > 0/0; "},
        {Preset::chargebee,
         "01-01 new_business 105858/21 > 107858/22; 02-01 new_business 5000/1 > 12500/2; "
         "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 9500/2; "
         "03-01 new_business 0/0 > 2900/1; 03-01 expansion 2200/2 > 0/0; "
         "03-01 churn 18410/4 > 21110/6; "},
        {Preset::smsb, ""},
    };
    const MrrLedger by_default = conventions::ledger();
    for (const Wanted& wanted : all) {
      CAPTURE(name_of(wanted.preset));
      CHECK(conventions::difference(by_default, conventions::ledger(preset_policy(wanted.preset))) ==
            wanted.difference);
    }
  }

  TEST_CASE("a ledger refuses a policy that contradicts its preset, field by field") {
    const Subscriptions one = one_row();
    for (const Cell& cell : table) {
      auto fields = cells_of(cell.preset);
      for (Cell& each : fields)
        if (each.field == cell.field) each.value = cell.other;
      RevenuePolicy made = policy_from_json(json_of(fields));
      made.preset = cell.preset;
      CAPTURE(name_of(cell.preset));
      CAPTURE(cell.field);
      if (!cell.locked) {
        CHECK_NOTHROW(mrr_ledger(one, {.policy = made}));
        continue;
      }
      const std::string rule =
          fmt::format("{} = {} contradicts preset {}, which has {}; with preset none it may be", cell.field,
                      shown(cell.other), name_of(cell.preset), shown(cell.value));
      CHECK_THROWS_WITH_AS(mrr_ledger(one, {.policy = made}), ("mrr_ledger: " + rule).c_str(), InvalidInput);
      made.preset = Preset::none;
      CHECK_NOTHROW(mrr_ledger(one, {.policy = made}));
    }
  }

  TEST_CASE("what is no cell of a preset may be changed") {
    const Subscriptions one = one_row();
    RevenuePolicy policy = preset_policy(Preset::chartmogul);
    policy.ledger.churn_date = ChurnDate::cancel_request;  // a setting of the product's
    policy.ledger.gap_days = 14;
    policy.ledger.week_factor = WeekFactor::times_4;
    policy.rates.window = 3;
    CHECK(mrr_ledger(one, {.policy = policy}).policy() == policy);
    policy = preset_policy(Preset::profitwell);
    policy.ledger.past_due_days = 7;
    CHECK(mrr_ledger(one, {.policy = policy}).policy() == policy);
    // An option that stands for a cell contradicts as well.
    CHECK_THROWS_WITH_AS(
        mrr_ledger(one, {.policy = preset_policy(Preset::stripe), .netting = Netting::period}),
        "mrr_ledger: ledger.netting = period contradicts preset stripe, which has event; with preset none it "
        "may be",
        InvalidInput);
  }

  TEST_CASE("the cells of a preset are those of the table that are no settings") {
    for (const Preset preset : presets) {
      std::set<std::string> wanted;
      for (const Cell& cell : cells_of(preset))
        if (cell.locked) wanted.insert(cell.field);
      const auto cells = revenue::detail::preset_cells(preset);
      CAPTURE(name_of(preset));
      CHECK(std::set<std::string>(cells.begin(), cells.end()) == wanted);
      CHECK(cells.size() == wanted.size());
    }
  }
}
