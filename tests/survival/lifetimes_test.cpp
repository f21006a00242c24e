// SPDX-License-Identifier: MIT
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

const double not_a_number = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

/// Lives of these ages, all of which ended.
LifetimeColumns lives(std::vector<double> duration) {
  const std::size_t rows = duration.size();
  return {.duration = std::move(duration), .ended = std::vector<std::uint8_t>(rows, 1)};
}
std::string refusal(const LifetimeColumns& columns) {
  try {
    const Lifetimes table(columns);
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}
std::vector<std::string> codes(const Lifetimes& table) {
  std::vector<std::string> found;
  for (const Finding& each : table.findings()) found.push_back(each.code);
  return found;
}

}  // namespace

TEST_SUITE("survival/lifetimes") {
  TEST_CASE("whole ages of any type are their own places") {
    for (const DurationColumn& ages :
         {DurationColumn(std::vector<std::int32_t>{3, 0, 7}),
          DurationColumn(std::vector<std::int64_t>{3, 0, 7}), DurationColumn(std::vector<double>{3, 0, 7})}) {
      const Lifetimes table({.duration = ages, .ended = std::vector<std::uint8_t>{1, 0, 1}});
      CHECK(table.size() == 3);
      CHECK(table.data().places == 8);
      CHECK(table.data().ages.empty());
      CHECK(table.data().exit[2] == 7);
      CHECK(codes(table) == std::vector<std::string>{"zero_duration"});
      CHECK(table.findings()[0].message ==
            "Lifetimes: duration[1] = 0 it ended or was last seen as soon as it began");
    }
  }
  TEST_CASE("other ages are ranked, and large whole ones too") {
    const Lifetimes table(lives({0.5, 2.25, 0.5}));
    CHECK(table.data().ages == std::vector<double>{0.5, 2.25});
    CHECK(table.data().exit[1] == 1);
    const Lifetimes seconds(
        {.duration = std::vector<std::int64_t>{40000000, 7}, .ended = std::vector<std::uint8_t>{1, 1}});
    CHECK(seconds.data().ages == std::vector<double>{7, 40000000});
  }
  TEST_CASE("dates tell how long a life lasted, and as_of what is known") {
    const std::int32_t day = 20000;
    const Lifetimes table({.origin = std::vector<std::int32_t>{day, day, day + 5, day + 30, day + 40},
                           .end = std::vector<std::int32_t>{day + 10, open, day + 31, day + 35, day + 41},
                           .as_of = Date{day + 30}});
    CHECK(table.size() == 4);
    CHECK(table.data().exit.values()[0] == 10);
    CHECK(table.data().exit.values()[1] == 31);  // up to the day after as_of
    CHECK(table.data().exit.values()[2] == 26);  // its end is not known yet
    CHECK(table.data().exit.values()[3] == 1);
    const auto ended = table.data().ended.values();
    CHECK(std::vector<int>(ended.begin(), ended.end()) == std::vector<int>{1, 0, 0, 0});
    CHECK(codes(table) == std::vector<std::string>{"begins_after_as_of"});
    CHECK(table.findings()[0].rows == std::vector<std::int64_t>{4});
    const auto origin = table.data().origin.values();  // kept, for checks on the calendar
    CHECK(std::vector<int>(origin.begin(), origin.end()) == std::vector<int>{day, day, day + 5, day + 30});
    CHECK(table.data().as_of == Date{day + 30});
    CHECK_FALSE(Lifetimes(lives({1, 2})).data().origin.present());
    CHECK_FALSE(Lifetimes(lives({1, 2})).data().as_of.has_value());
  }
  TEST_CASE("causes are in order, and one may be named that stands for none") {
    const Lifetimes table({.duration = std::vector<double>{1, 2, 3, 4},
                           .cause = test::texts({"price", "", "alive", "bankrupt"}),
                           .censored = "alive"});
    CHECK(table.causes() == std::vector<std::string>{"bankrupt", "price"});
    const auto ended = table.data().ended.values();
    CHECK(std::vector<int>(ended.begin(), ended.end()) == std::vector<int>{2, 0, 0, 1});
    const Lifetimes numbers({.duration = std::vector<double>{1, 2, 3},
                             .cause = IdColumn(std::vector<std::int64_t>{10, 2, 0}),
                             .censored = "0"});
    CHECK(numbers.causes() == std::vector<std::string>{"2", "10"});
  }
  TEST_CASE("weights are cases where they are whole") {
    auto columns = lives({1, 2});
    CHECK_FALSE(Lifetimes(columns).weight_kind().has_value());
    columns.weight = std::vector<double>{2, 3};
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::cases);
    columns.weight_kind = WeightKind::revenue;
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::revenue);
    columns.weight_kind = {};
    columns.weight = std::vector<double>{2, 3.5};
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::sampling);
    columns.weight_kind = WeightKind::cases;
    CHECK(refusal(columns) ==
          "Lifetimes: weight[1] = 3.5 is not a whole number of cases; say weight_kind = sampling or revenue");
  }
  TEST_CASE("a table of which none has ended says so") {
    const Lifetimes table({.duration = std::vector<double>{4, 5}, .ended = std::vector<std::uint8_t>{0, 0}});
    CHECK(codes(table) == std::vector<std::string>{"none_ended"});
    CHECK(table.findings()[0].message == "Lifetimes: none of 2 lives has ended");
  }
  TEST_CASE("a bad duration is refused in any row, of whatever type") {
    for (const std::size_t bad : {0U, 5U, 15U, 16U, 31U, 32U, 36U})
      for (const int age : {-1, -2, std::numeric_limits<int>::min()}) {
        std::vector<std::int32_t> days(37, 7);
        days[bad] = age;
        const std::vector<std::int64_t> whole(days.begin(), days.end());
        const std::vector<double> real(days.begin(), days.end());
        const std::string says =
            fmt::format("Lifetimes: duration[{}] = {} is not a duration: a number >= 0", bad, age);
        for (const DurationColumn& duration :
             {DurationColumn(days), DurationColumn(whole), DurationColumn(real)})
          CHECK(refusal({.duration = duration, .ended = std::vector<std::uint8_t>(37, 1)}) == says);
      }
  }
  TEST_CASE("bad rows are refused by name, row and value") {
    CHECK(refusal(lives({1, not_a_number})) == "Lifetimes: duration[1] is not a duration: a number >= 0");
    CHECK(refusal(lives({-2})) == "Lifetimes: duration[0] = -2 is not a duration: a number >= 0");
    CHECK(refusal(lives({infinity})) == "Lifetimes: duration[0] = inf is not a duration: a number >= 0");
    auto columns = lives({5, 6});
    columns.entry = std::vector<double>{not_a_number, 6};
    CHECK(refusal(columns) == "Lifetimes: entry[1] = 6 is not before duration 6");
    columns.entry = std::vector<double>{-1, 2};
    CHECK(refusal(columns) == "Lifetimes: entry[0] = -1 is not an age: a number >= 0");
    columns = lives({0.3});
    columns.entry = std::vector<double>{0.3 - 1e-12};
    CHECK(refusal(columns).find("is not before duration 0.3") != std::string::npos);
    for (const double weight : {0.0, -1.0, not_a_number, infinity}) {
      columns = lives({5});
      columns.weight = std::vector<double>{weight};
      CHECK(refusal(columns).find("is not a weight: a number above 0, up to 1e15") != std::string::npos);
    }
    columns = lives({5});
    columns.ended = std::vector<std::uint8_t>{2};
    CHECK(refusal(columns) == "Lifetimes: ended[0] = 2 is not 0 or 1");
    CHECK(refusal({.origin = std::vector<std::int32_t>{20000},
                   .end = std::vector<std::int32_t>{19999},
                   .as_of = Date{20010}}) == "Lifetimes: end[0] = 2024-10-03 is before origin 2024-10-04");
  }
  TEST_CASE("columns that contradict one another are refused") {
    CHECK(refusal({}) ==
          "Lifetimes: duration, origin = 0 columns were given; one of the two says how long a life lasted");
    CHECK(refusal({.duration = std::vector<double>{1}}) ==
          "Lifetimes: ended, cause = 0 columns were given; one of the two says which lives ended");
    CHECK(refusal({.origin = std::vector<std::int32_t>{1}}) ==
          "Lifetimes: end is missing; lives told by days need their ends");
    CHECK(refusal({.origin = std::vector<std::int32_t>{1}, .end = std::vector<std::int32_t>{2}}) ==
          "Lifetimes: as_of is missing; lives told by days need the last day that is known");
    auto columns = lives({1, 2});
    columns.weight = std::vector<double>{1};
    CHECK(refusal(columns) == "Lifetimes: weight = 1 rows does not match the 2 rows of duration");
    columns = lives({1});
    columns.censored = "alive";
    CHECK(refusal(columns) == "Lifetimes: censored = \"alive\" is a cause, but there is no column `cause`");
    columns = lives({1});
    columns.weight_kind = WeightKind::revenue;
    CHECK(refusal(columns) == "Lifetimes: weight_kind = revenue was given without `weight`");
    columns = lives({1});
    columns.attributes.add("plan", test::texts({"a", "b"}));
    CHECK(refusal(columns) == "Lifetimes: attributes = 2 rows do not match the 1 lives");
    // Refused for its size alone: no row is read.
    const std::int32_t day = 1;
    const std::uint8_t flag = 1;
    const std::size_t rows = std::size_t{1} << 32;
    CHECK(refusal({.duration = Column<std::int32_t>(std::span(&day, rows)),
                   .ended = Column<std::uint8_t>(std::span(&flag, rows))}) ==
          "Lifetimes: rows = 4294967296 are more than 4294967295; a LifeTable adds up parts of them");
    std::vector<std::string> many;
    for (int i = 0; i < 251; ++i) many.push_back(fmt::format("cause {}", i));
    CHECK(refusal({.duration = std::vector<double>(251, 1.0), .cause = test::texts(many)}) ==
          "Lifetimes: cause = 251 causes are more than 250");
  }
  TEST_CASE("bad rows can be left out, with their attributes, and are listed") {
    LifetimeColumns columns = lives({1, -2, not_a_number, 4});
    columns.attributes.add("plan", test::texts({"a", "b", "c", ""}));
    columns.attributes.add("seats", Column<std::int64_t>(std::vector<std::int64_t>{1, 2, 3, 4}));
    columns.weight = std::vector<double>{1, 2, 3, 4};
    columns.on_error = OnError::drop;
    const Lifetimes table(columns);
    CHECK(table.size() == 2);
    CHECK(table.findings()[0].rows == std::vector<std::int64_t>{1, 2});
    CHECK(std::get<IdColumn>(table.data().attributes.at("plan")).text(1) == "null");
    CHECK(std::get<Column<std::int64_t>>(table.data().attributes.at("seats"))[1] == 4);
    CHECK(table.data().weight[1] == 4);
  }
  TEST_CASE("a table keeps what it needs of the caller's memory") {
    std::vector<double> duration{1, 2}, seats{5, not_a_number};
    std::vector<std::uint8_t> ended{1, 0};
    Frame attributes;
    attributes.add("seats", Column<double>(seats));
    const Lifetimes table({.duration = DurationColumn(duration),
                           .ended = Column<std::uint8_t>(ended),
                           .attributes = attributes});
    duration = {9, 9}, seats = {9, 9}, ended = {9, 9};
    CHECK(table.data().exit[1] == 2);
    CHECK(table.data().ended[0] == 1);
    CHECK(std::get<Column<double>>(table.data().attributes.at("seats"))[0] == 5);
  }
}
