// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>
#include <fealty/company/detail/usage_table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

// What accounts and their csms say: surveys, observations, goals.
namespace fealty::company::detail {

inline constexpr std::array<std::string_view, 3> survey_kinds{"nps", "csat", "ces"};
inline constexpr std::array<std::int64_t, 3> survey_low{0, 1, 1}, survey_high{10, 5, 7};
inline constexpr std::array<std::int64_t, 3> survey_answer_ppm{400'000, 300'000, 150'000};  ///< each quarter

/// How content an account is, of 1,000.
inline std::int64_t content(const MonthRow& month) {
  return month.activity / 2 + month.inputs.fit * 3 / 10 + 300 -
         150 * std::min<std::int64_t>(month.inputs.open_escalations, 2);
}

/// The table `surveys`.
struct SurveysTable {
  explicit SurveysTable(const World& w) : world(w) {}
  const World& world;
  Codes account, kind, user;
  std::vector<std::int32_t> date;
  std::vector<std::int64_t> score;

  void append(std::int64_t number, const Life& life, UserIds& users) {
    Random random(world.seed, static_cast<std::uint64_t>(number), Stream::surveys);
    for (const MonthRow& month : life.months)
      if (month.inputs.age % 3 == 2)
        for (std::size_t asked = 0; asked < survey_kinds.size(); ++asked)
          ask(random, number, life, month, asked, users);
  }

  void ask(Random& random, std::int64_t number, const Life& life, const MonthRow& month, std::size_t asked,
           UserIds& users) {
    const bool answers = random.chance(survey_answer_ppm[asked]);
    const std::int32_t day = random.day(month.start, month.end);
    const std::size_t who = draw_user(random, team_on(life, day, month.seats));
    const std::int64_t mood = std::clamp<std::int64_t>(content(month) + random.triangular(250), 0, 1000);
    if (!answers || day >= world.until) return;
    account.push_back(code(number));
    date.push_back(day);
    kind.push_back(code(asked));
    score.push_back(survey_low[asked] + ((survey_high[asked] - survey_low[asked]) * mood + 500) / 1000);
    user.push_back(users.encode(number, who));
  }

  Frame finish(const SharedIds& ids, const SharedIds& users) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("date", days(std::move(date)));
    frame.add("kind", named_codes(std::move(kind), survey_kinds));
    frame.add("score", Column<std::int64_t>(std::move(score)));
    frame.add("user", IdColumn(std::move(user), users));
    return frame;
  }
};

inline constexpr std::array<std::string_view, 4> measures{"csm_sentiment", "payment_delay_days",
                                                          "sponsor_left", "price_rise_announced"};

/// The table `observations`.
struct ObservationsTable {
  explicit ObservationsTable(const World& w) : world(w) {}
  const World& world;
  Codes account, measure;
  std::vector<double> value;
  std::vector<std::int32_t> date;

  void append(std::int64_t number, const Life& life) {
    Random random(world.seed, static_cast<std::uint64_t>(number), Stream::observations);
    for (const MonthRow& month : life.months)
      if (month.inputs.age % 3 == 2) observe(random, number, month);
    for (const SponsorGap& gap : life.sponsor_gaps) {
      const bool noticed = random.chance(750'000);
      const std::int32_t day = gap.lost + random.day(3, 31);
      if (noticed && day < gap.replaced) push(number, 2, 1, day);
      if (noticed && day < gap.replaced && gap.replaced != never) push(number, 2, 0, gap.replaced);
    }
    for (const std::int32_t day : life.price_announcements)
      push(number, 3, static_cast<double>(world.price_rise_ppm) / 1'000'000, day);
  }

  /// A csm sees more good than there is; payments are late by risk.
  void observe(Random& random, std::int64_t number, const MonthRow& month) {
    const std::int32_t day = random.day(month.start, month.end);
    const std::int64_t mood = content(month) / 2 + 400 + random.triangular(150);
    const std::int64_t late = month.inputs.payment_risk / 25;
    push(number, 0, static_cast<double>(std::clamp<std::int64_t>(mood / 10, 0, 100)), day);
    push(number, 1, static_cast<double>(random.between(late / 2, late)), day);
  }

  void push(std::int64_t number, std::size_t which, double amount, std::int32_t day) {
    if (day >= world.until) return;
    account.push_back(code(number));
    measure.push_back(code(which));
    value.push_back(amount);
    date.push_back(day);
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("measure", named_codes(std::move(measure), measures));
    frame.add("value", Column<double>(std::move(value)));
    frame.add("date", days(std::move(date)));
    return frame;
  }
};

inline constexpr std::array<std::string_view, 3> goal_names{"time_saved", "orders_won", "errors_avoided"};
inline constexpr std::array<std::string_view, 3> goal_units{"hours", "orders", "errors"};
inline constexpr std::array<std::int64_t, 3> goal_value{6'000, 25'000, 4'000};  ///< of a unit, minor units

/// The table `goals`: one goal for an account that states one, with its actual value every three months.
struct GoalsTable {
  explicit GoalsTable(const World& w) : world(w) {}
  const World& world;
  Codes account, goal;
  std::vector<double> baseline, target, actual;
  std::vector<std::int32_t> date;
  std::vector<std::int64_t> value_per_unit, cost;

  void append(std::int64_t number, const Life& life) {
    Random random(world.seed, static_cast<std::uint64_t>(number), Stream::goals);
    const bool stated = random.below(100) < segment_models[life.sale.segment].goal_percent;
    const auto which = static_cast<std::size_t>(random.below(std::int64_t{goal_names.size()}));
    const std::int64_t before = 10 * random.below(20), year = 12 * life.sale.price * life.sale.seats;
    // The plan is to earn three times the price in a year.
    const std::int64_t gain = std::max<std::int64_t>(10, 3 * year / goal_value[which]);
    for (const MonthRow& month : life.months) {
      if (!stated || month.inputs.age % 3 != 2 || month.end > world.until) continue;
      const std::int64_t months = month.inputs.age + 1;
      const std::int64_t reached = before + gain * month.inputs.pace * months / 12'000;
      account.push_back(code(number));
      goal.push_back(code(which));
      baseline.push_back(static_cast<double>(before));
      target.push_back(static_cast<double>(before + gain));
      actual.push_back(static_cast<double>(reached));
      date.push_back(month.end - 1);
      value_per_unit.push_back(goal_value[which]);
      cost.push_back(year * months / 12);
    }
  }

  Frame finish(const SharedIds& ids) && {
    Codes unit = goal;
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("goal", named_codes(std::move(goal), goal_names));
    frame.add("unit", named_codes(std::move(unit), goal_units));
    frame.add("baseline", Column<double>(std::move(baseline)));
    frame.add("target", Column<double>(std::move(target)));
    frame.add("date", days(std::move(date)));
    frame.add("actual", Column<double>(std::move(actual)));
    frame.add("value_per_unit", cents(std::move(value_per_unit)));
    frame.add("cost", cents(std::move(cost)));
    return frame;
  }
};

}  // namespace fealty::company::detail
