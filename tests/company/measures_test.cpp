// SPDX-License-Identifier: MIT
#include <fealty/company/measures.hpp>

#include <fealty/company/simulate.hpp>
#include <fealty/core/detail/select_rows.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using company::Company;
using company::Measures;
using tables::Reals;
using tables::Texts;

namespace {

/// A day of a row, from a column of dates or times; `open` where it is null.
std::int32_t day_in(const Frame& frame, std::string_view name, std::size_t row) {
  const FrameColumn& column = frame.at(name);
  if (const auto* days = std::get_if<Days>(&column)) return days->days.valid(row) ? days->days[row] : open;
  const std::int64_t at = std::get<Timestamps>(column).micros[row];
  return static_cast<std::int32_t>(at / 86'400'000'000);
}
Frame rows_of(const Frame& frame, const std::vector<std::uint32_t>& rows) {
  return fealty::detail::select_rows(frame, &rows);
}
/// The rows that are known on a day.
Frame known(const Frame& frame, std::string_view date, std::int32_t day) {
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < frame.rows(); ++row)
    if (day_in(frame, date, row) <= day) rows.push_back(static_cast<std::uint32_t>(row));
  return rows_of(frame, rows);
}
template <class T>
Column<T> without(const Column<T>& column, const std::vector<bool>& unknown) {
  auto memory = std::make_shared<std::pair<std::vector<T>, std::vector<std::uint8_t>>>();
  memory->second.resize(column.size() / 8 + 1);
  for (std::size_t row = 0; row < column.size(); ++row) {
    memory->first.push_back(column[row]);
    if (column.valid(row) && !unknown[row])
      memory->second[row / 8] |= static_cast<std::uint8_t>(1U << row % 8);
  }
  return Column<T>(memory->first, memory->second.data(), 0, memory);
}
/// The same frame, in which the columns named are null where `date` is later than a day.
Frame forgotten(const Frame& frame, std::string_view date, std::int32_t day,
                const std::set<std::string>& columns) {
  std::vector<bool> unknown;
  for (std::size_t row = 0; row < frame.rows(); ++row) unknown.push_back(day_in(frame, date, row) > day);
  Frame out;
  for (std::size_t i = 0; i < frame.size(); ++i) {
    FrameColumn column = frame.column(i);
    if (columns.count(frame.name(i)) != 0) {
      if (auto* days = std::get_if<Days>(&column)) column = Days{without(days->days, unknown)};
      else if (auto* reals = std::get_if<Column<double>>(&column)) column = without(*reals, unknown);
      else column = without(std::get<Column<std::int64_t>>(column), unknown);
    }
    out.add(frame.name(i), std::move(column));
  }
  return out;
}
/// The company as its tables were on a day.
Company as_it_was(const Company& all, std::int32_t day) {
  Company then = all;
  then.subscriptions = forgotten(forgotten(known(all.subscriptions, "start", day), "end", day, {"end"}),
                                 "cancel_requested", day, {"cancel_requested"});
  then.contracts = known(all.contracts, "signed_on", day);
  then.usage = known(all.usage, "at", day);
  then.milestones = known(all.milestones, "date", day);
  then.touches = known(all.touches, "date", day);
  then.surveys = known(all.surveys, "date", day);
  then.tickets = forgotten(known(all.tickets, "opened", day), "closed", day, {"closed", "score"});
  then.observations = known(all.observations, "date", day);
  then.goals = known(all.goals, "date", day);
  return then;
}
using Row = std::tuple<std::string, std::string, std::int32_t, double>;
std::vector<Row> rows(const Measures& measures) {
  std::vector<Row> all;
  for (std::size_t i = 0; i < measures.value.size(); ++i)
    all.emplace_back(measures.account.text(i), measures.measure.text(i), measures.date.days[i],
                     measures.value[i]);
  return all;
}
/// The value of an account's measure; NaN where it is not there, or there twice.
double value_of(const Measures& measures, std::string_view account, std::string_view measure) {
  double value = std::nan("");
  int count = 0;
  for (const Row& row : rows(measures))
    if (std::get<0>(row) == account && std::get<1>(row) == measure) value = std::get<3>(row), ++count;
  return count == 1 ? value : std::nan("");
}
Days dates(std::initializer_list<std::string_view> texts) {
  return {Column<std::int32_t>(tables::days(texts))};
}
Days dates_with_nulls(std::initializer_list<std::string_view> texts) {
  std::vector<bool> unknown;
  tables::Days days;
  for (const std::string_view text : texts) {
    unknown.push_back(text == "open");
    days.push_back(text == "open" ? 0 : tables::day(text));
  }
  return {without(Column<std::int32_t>(std::move(days)), unknown)};
}
/// Two customers, a and b, on 2024-03-31; c has left.
Company small_company() {
  Company company;
  company.subscriptions.add("account", IdColumn(Texts{"a", "a", "b", "c"}));
  company.subscriptions.add("start", dates({"2024-01-01", "2024-03-01", "2024-02-01", "2024-01-01"}));
  company.subscriptions.add("end", dates_with_nulls({"2024-03-01", "open", "2024-05-01", "2024-03-01"}));
  company.subscriptions.add("mrr", Column<double>(Reals{100, 120.5, 50, 10}));
  company.subscriptions.add("quantity", Column<std::int64_t>(std::vector<std::int64_t>{3, 4, 0, 5}));
  company.subscriptions.add("currency", IdColumn(Texts{"USD", "USD", "USD", "USD"}));
  return company;
}

}  // namespace

TEST_SUITE("company/measures") {
  TEST_CASE("measures what subscriptions tell of those who are customers on the day") {
    const Measures out = company::measures(small_company(), tables::date("2024-03-31"));
    CHECK(value_of(out, "a", "mrr") == 120.5);
    CHECK(value_of(out, "a", "tenure_days") == 90);
    CHECK(value_of(out, "b", "mrr") == 50);
    CHECK(value_of(out, "b", "tenure_days") == 59);
    CHECK(out.value.size() == 4);
    CHECK(out.as_of == tables::date("2024-03-31"));
    for (const std::int32_t day : out.date.days) CHECK(day == tables::day("2024-03-31"));
    REQUIRE(!out.findings.empty());
    CHECK(out.findings[0].code == "table_not_given");
    CHECK(out.findings[0].message ==
          "measures: there is no table contracts; it would bring days_to_renewal, in_renewal");
    CHECK(out.findings.size() == 8);
  }

  TEST_CASE("measures use, seats and champions from usage") {
    Company company = small_company();
    const auto instant = [](std::string_view day) { return tables::day(day) * std::int64_t{86'400'000'000}; };
    company.usage.add("account", IdColumn(Texts{"a", "a", "a", "c", "a"}));
    company.usage.add("at", Timestamps{Column<std::int64_t>(std::vector<std::int64_t>{
                                instant("2024-03-31"), instant("2024-03-10"), instant("2024-03-10"),
                                instant("2024-02-01"), instant("2024-04-01")})});
    company.usage.add("event", IdColumn(Texts{"login", "create", "login", "login", "export"}));
    company.usage.add("user", IdColumn(Texts{"u", "v", "v", "w", "x"}));
    const Measures out =
        company::measures(company, tables::date("2024-03-31"), {.features = {"login", "export"}});
    CHECK(value_of(out, "a", "active_users") == 2);
    CHECK(value_of(out, "a", "weekly_active_users") == 1);
    CHECK(value_of(out, "a", "core_actions") == 3);
    CHECK(value_of(out, "a", "features_used") == 1);
    CHECK(value_of(out, "a", "breadth") == 0.5);
    CHECK(value_of(out, "a", "active_days") == 2);
    CHECK(value_of(out, "a", "days_since_use") == 0);
    CHECK(value_of(out, "a", "seat_utilization") == 0.5);
    CHECK(value_of(out, "b", "active_users") == 0);
    CHECK(value_of(out, "b", "breadth") == 0);
    CHECK(std::isnan(value_of(out, "b", "days_since_use")));
    CHECK(std::isnan(value_of(out, "b", "seat_utilization")));
    CHECK(std::isnan(value_of(out, "c", "active_users")));
  }

  TEST_CASE("measures days to renewal, time to value and stages") {
    Company company = small_company();
    company.contracts.add("account", IdColumn(Texts{"a", "a", "b"}));
    company.contracts.add("signed_on", dates({"2024-01-01", "2024-03-15", "2024-04-01"}));
    company.contracts.add("start", dates({"2024-01-01", "2024-04-10", "2024-04-01"}));
    company.contracts.add("end", dates({"2024-04-10", "2024-06-30", "2024-12-31"}));
    company.contracts.add("total", Column<double>(Reals{1, 2, 3}));
    company.milestones.add("account", IdColumn(Texts{"a", "a", "b"}));
    company.milestones.add("milestone", IdColumn(Texts{"signed", "first_value", "signed"}));
    company.milestones.add("date", dates({"2024-01-01", "2024-02-15", "2024-02-01"}));
    const Measures out = company::measures(company, tables::date("2024-03-31"), {.currency = "EUR"});
    CHECK(value_of(out, "a", "days_to_renewal") == 91);
    CHECK(std::isnan(value_of(out, "b", "days_to_renewal")));
    CHECK(value_of(out, "a", "days_to_value") == 45);
    CHECK(value_of(out, "a", "value_reached") == 1);
    CHECK(value_of(out, "b", "value_reached") == 0);
    CHECK(std::isnan(value_of(out, "b", "days_to_value")));
    CHECK(value_of(out, "b", "in_onboarding") == 1);
    CHECK(value_of(out, "b", "stage_days") == 59);
    CHECK(value_of(out, "a", "in_onboarding") == 0);
    for (const Row& row : rows(out))
      if (std::get<1>(row) == "days_to_value") CHECK(std::get<2>(row) == tables::day("2024-02-15"));
  }

  TEST_CASE("measures touches, against a plan where there is one") {
    Company company = small_company();
    company.touches.add("account", IdColumn(Texts{"a", "a"}));
    company.touches.add("date", dates({"2024-03-11", "2024-04-02"}));
    const Measures plain = company::measures(company, tables::date("2024-03-31"));
    CHECK(value_of(plain, "a", "days_since_touch") == 20);
    CHECK(value_of(plain, "b", "days_since_touch") == 59);
    CHECK(std::isnan(value_of(plain, "a", "touch_overdue_days")));
    const coverage::TierSpans tiers({.account = Texts{"a", "b"},
                                     .tier = Texts{"high", "low"},
                                     .valid_from = tables::days({"2024-01-01", "2024-02-01"})});
    const coverage::TierPlan plan({.tier = Texts{"high", "low"}, .cadence_days = Reals{14, 90}});
    const Measures planned =
        company::measures(company, tables::date("2024-03-31"), {.tiers = tiers, .plan = plan});
    CHECK(value_of(planned, "a", "touch_overdue_days") == 6);
    CHECK(value_of(planned, "b", "touch_overdue_days") == 0);
  }

  TEST_CASE("measures tickets, surveys, goals and what was observed") {
    Company company = small_company();
    company.tickets.add("account", IdColumn(Texts{"a", "a"}));
    company.tickets.add("opened", dates({"2024-03-01", "2024-03-02"}));
    company.tickets.add("closed", dates_with_nulls({"2024-03-08", "2024-04-02"}));
    company.tickets.add("escalated", Flags{Column<std::uint8_t>(std::vector<std::uint8_t>{0, 1})});
    company.tickets.add("score", Column<std::int64_t>(std::vector<std::int64_t>{4, 1}));
    company.surveys.add("account", IdColumn(Texts{"a", "c", "a"}));
    company.surveys.add("date", dates({"2024-03-01", "2024-02-02", "2024-04-01"}));
    company.surveys.add("kind", IdColumn(Texts{"nps", "csat", "nps"}));
    company.surveys.add("score", Column<std::int64_t>(std::vector<std::int64_t>{9, 2, 0}));
    company.goals.add("account", IdColumn(Texts{"a", "a"}));
    company.goals.add("goal", IdColumn(Texts{"hours", "orders"}));
    company.goals.add("baseline", Column<double>(Reals{0, 10}));
    company.goals.add("target", Column<double>(Reals{10, 20}));
    company.goals.add("date", dates({"2024-03-01", "2024-03-20"}));
    company.goals.add("actual", Column<double>(Reals{5, 20}));
    company.observations.add("account", IdColumn(Texts{"b", "b"}));
    company.observations.add("measure", IdColumn(Texts{"sponsor_left", "sponsor_left"}));
    company.observations.add("value", Column<double>(Reals{1, 0}));
    company.observations.add("date", dates({"2024-03-30", "2024-04-30"}));
    const Measures out = company::measures(company, tables::date("2024-03-31"));
    CHECK(value_of(out, "a", "open_tickets") == 1);
    CHECK(value_of(out, "a", "open_escalated_tickets") == 1);
    CHECK(value_of(out, "a", "tickets_opened") == 2);
    CHECK(value_of(out, "a", "days_to_close") == 7);
    CHECK(value_of(out, "a", "ticket_score") == 4);
    CHECK(value_of(out, "b", "open_tickets") == 0);
    CHECK(std::isnan(value_of(out, "b", "days_to_close")));
    CHECK(value_of(out, "a", "nps") == 9);
    CHECK(value_of(out, "c", "csat") == 2);
    CHECK(value_of(out, "a", "goal_attainment") == 0.75);
    CHECK(value_of(out, "a", "stalled_goals") == 0);
    CHECK(value_of(out, "b", "sponsor_left") == 1);
    const auto undated = tables::find(out.findings, "undated_attribute");
    REQUIRE(undated.has_value());
    CHECK(
        undated->message ==
        "measures: tickets.escalated has no date of its own; before the last day of the tickets it may tell "
        "what came later");
    company.tickets = known(company.tickets, "opened", tables::day("2024-03-31"));
    Frame without_flag;
    for (const char* name : {"account", "opened", "closed"}) without_flag.add(name, company.tickets.at(name));
    company.tickets = without_flag;
    const Measures untold = company::measures(company, tables::date("2024-03-31"));
    CHECK(value_of(untold, "a", "open_tickets") == 1);
    CHECK(std::isnan(value_of(untold, "a", "open_escalated_tickets")));
    const health::Observations observed = company::observations(out);
    CHECK(observed.size() == out.value.size());
    CHECK(observed.last_day() == tables::date("2024-03-31"));
  }

  TEST_CASE("knows of a day what the tables of that day would have told") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      const Company all = company::simulate(60, seed, {.events_per_week = 6});
      for (const std::string_view text :
           {"2021-12-31", "2022-02-03", "2022-11-30", "2024-02-29", "2024-12-31"}) {
        const Measures whole = company::measures(all, tables::date(text));
        const Measures then = company::measures(as_it_was(all, tables::day(text)), tables::date(text));
        CHECK(rows(whole) == rows(then));
        for (const std::int32_t day : whole.date.days) REQUIRE(day <= tables::day(text));
        if (text > "2022-06-30") CHECK(whole.value.size() > 40);
      }
    }
  }

  TEST_CASE("takes notice of each table: what an earlier row told, it measures") {
    const Company all = company::simulate(40, 9);
    const Date day = tables::date("2024-06-30");
    const std::vector<Row> whole = rows(company::measures(all, day));
    const auto changes = [&](Frame Company::*table) {
      Company less = all;
      std::vector<std::uint32_t> odd;
      for (std::uint32_t row = 1; row < (all.*table).rows(); row += 2) odd.push_back(row);
      less.*table = rows_of(all.*table, odd);
      CHECK(rows(company::measures(less, day)) != whole);
    };
    for (Frame Company::*table :
         {&Company::subscriptions, &Company::contracts, &Company::usage, &Company::milestones,
          &Company::touches, &Company::surveys, &Company::tickets, &Company::observations, &Company::goals})
      changes(table);
  }

  TEST_CASE("says on several days what it says on each, and once what happened") {
    const Company all = company::simulate(40, 3);
    std::vector<Date> days;
    for (int month = 1; month <= 36; ++month)
      days.push_back(Date{add_months(tables::date("2022-01-01"), month).days - 1});
    std::set<Row> each;
    for (const Date day : days)
      for (const Row& row : rows(company::measures(all, day))) each.insert(row);
    std::mt19937_64 random(1);
    std::shuffle(days.begin(), days.end(), random);
    days.push_back(days.front());
    const std::vector<Row> history = rows(company::measure_history(all, days));
    CHECK(std::set<Row>(history.begin(), history.end()) == each);
    CHECK(std::is_sorted(history.begin(), history.end(), [](const Row& a, const Row& b) {
      return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
             std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
    }));
    CHECK(company::measure_history(all, {}).value.empty());
  }

  TEST_CASE("does not depend on the order of rows") {
    const Company all = company::simulate(40, 5);
    Company other = all;
    std::mt19937_64 random(2);
    for (Frame Company::*table :
         {&Company::subscriptions, &Company::contracts, &Company::usage, &Company::milestones,
          &Company::touches, &Company::surveys, &Company::tickets, &Company::observations, &Company::goals}) {
      std::vector<std::uint32_t> order((all.*table).rows());
      for (std::uint32_t row = 0; row < order.size(); ++row) order[row] = row;
      std::shuffle(order.begin(), order.end(), random);
      other.*table = rows_of(all.*table, order);
    }
    const Date day = tables::date("2024-03-31");
    CHECK(rows(company::measures(all, day)) == rows(company::measures(other, day)));
  }

  TEST_CASE("takes dates as texts, and numbers where ids are") {
    Company company;
    company.subscriptions.add("account", Column<std::int64_t>(std::vector<std::int64_t>{7}));
    company.subscriptions.add("start", IdColumn(Texts{"2024-01-01"}));
    company.subscriptions.add("end", Column<double>(Reals{std::nan("")}));
    company.subscriptions.add("mrr",
                              DecimalColumn{Column<std::int64_t>(std::vector<std::int64_t>{12345}), 2});
    const Measures out = company::measures(company, tables::date("2024-01-11"), {.currency = "USD"});
    CHECK(value_of(out, "7", "mrr") == 123.45);
    CHECK(value_of(out, "7", "tenure_days") == 10);
  }

  TEST_CASE("tells of tables that begin later, and of a status without dates") {
    Company company = small_company();
    company.subscriptions.add("status", IdColumn(Texts{"active", "active", "active", "active"}));
    company.touches.add("account", IdColumn(Texts{"a"}));
    company.touches.add("date", dates({"2024-03-11"}));
    const Measures out = company::measures(company, tables::date("2024-02-15"));
    const auto later = tables::find(out.findings, "nothing_known_yet");
    REQUIRE(later.has_value());
    CHECK(later->message ==
          "measures: touches has no row up to 2024-02-15; it brings no measures of that day");
    const auto undated = tables::find(out.findings, "undated_attribute");
    REQUIRE(undated.has_value());
    CHECK(
        undated->message ==
        "measures: subscriptions.status has no date of its own; before the last day of the subscriptions it "
        "may tell what came later");
    CHECK_FALSE(
        tables::find(company::measures(company, tables::date("2024-03-31")).findings, "undated_attribute")
            .has_value());
  }

  TEST_CASE("refuses what cannot be") {
    const Date day = tables::date("2024-03-31");
    CHECK_THROWS_WITH_AS(company::measures({}, day),
                         "measures: subscriptions is missing; the company needs this table", InvalidInput);
    Company company = small_company();
    CHECK_THROWS_WITH_AS(company::measures(company, Date{max_day + 1}),
                         "measures: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(company::measures(company, day, {.usage_days = 0}),
                         "measures: usage_days = 0 is not a number of days from 1 to 65,535", InvalidInput);
    CHECK_THROWS_WITH_AS(company::measure_history(company, {day}, {.support_days = 0}),
                         "measure_history: support_days = 0 is not a number of days >= 1", InvalidInput);
    CHECK_THROWS_WITH_AS(company::measures(company, day, {.plan = coverage::default_tier_plan()}),
                         "measures: tiers is missing; tiers and a plan go together", InvalidInput);
    CHECK_THROWS_WITH_AS(company::measures(company, day, {.seat_plans = {"pro"}}),
                         "measures: seat_plans needs a column plan of subscriptions", InvalidInput);
    company.touches.add("account", Column<std::int64_t>(std::vector<std::int64_t>{1}));
    company.touches.add("date", dates({"2024-03-01"}));
    CHECK_THROWS_AS(company::measures(company, day), InvalidInput);
    company.touches = {};
    company.surveys.add("account", Column<std::int64_t>(std::vector<std::int64_t>{1}));
    company.surveys.add("date", IdColumn(Texts{"01/03/2024"}));
    CHECK_THROWS_WITH_AS(company::measures(company, day),
                         "measures: surveys.date[0] = \"01/03/2024\" is not a day written YYYY-MM-DD",
                         InvalidInput);
    company.surveys = {};
    company.surveys.add("account", Column<std::int64_t>(std::vector<std::int64_t>{1}));
    company.surveys.add("date", dates({"2024-03-01"}));
    company.surveys.add("kind", IdColumn(Texts{"nps"}));
    company.surveys.add("score", Column<double>(Reals{1}));
    CHECK_THROWS_WITH_AS(company::measures(company, day),
                         "measures: surveys.account holds integers where those of subscriptions are texts",
                         InvalidInput);
    company.surveys = {};
    company.goals.add("account", Column<double>(Reals{1}));
    CHECK_THROWS_WITH_AS(company::measures(company, day),
                         "measures: goals.account has another type; ids are texts or integers", InvalidInput);
  }
}
