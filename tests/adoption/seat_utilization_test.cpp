// SPDX-License-Identifier: MIT
#include <fealty/adoption/seat_utilization.hpp>

#include "adoption/usage_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using Texts = std::vector<std::string>;
using Counts = std::vector<std::int64_t>;
using Dates = std::vector<std::int32_t>;
using Reals = std::vector<double>;

namespace {

std::string error_of(const Usage& usage, const Seats& seats, const SeatUtilizationOptions& options) {
  try {
    seat_utilization(usage, seats, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}
void check_near(const Reals& found, const Reals& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-14));
}
Texts codes_of(const std::vector<Finding>& findings) {
  Texts codes;
  for (const Finding& each : findings) codes.push_back(each.code);
  return codes;
}
Texts texts_of(const IdColumn& column) {
  Texts texts;
  for (std::size_t i = 0; i < column.size(); ++i) texts.push_back(column.text(i));
  return texts;
}

}  // namespace

TEST_SUITE("adoption/seat_utilization") {
  TEST_CASE("shares, quartiles and percentiles are those of data/engagement.py") {
    const Usage usage = usage_rows::table(usage_rows::by_formula());
    const Seats seats({.account = Counts{5, 3, 2, 1, 0},
                       .seats = Counts{0, 4, 5, 7, 8},
                       .start = Dates{19700, 19710, 19720, 19730, 19740}});
    const auto found = seat_utilization(usage, seats, {.as_of = Date{19774}});
    CHECK(texts_of(found.account) == Texts{"0", "1", "2", "3", "5"});
    CHECK(found.active_users == Counts{6, 6, 0, 6, 0});
    check_near({found.utilization[0], found.utilization[1], found.utilization[2], found.utilization[3]},
               {0.75, 0.857142857142857, 0, 1.5});
    CHECK(std::isnan(found.utilization[4]));
    CHECK(std::isnan(found.percentile[4]));
    CHECK(Reals(found.percentile.begin(), found.percentile.end() - 1) == Reals{0.375, 0.625, 0.125, 0.875});
    CHECK(found.over_used == std::vector<std::uint8_t>{0, 0, 0, 1, 0});
    CHECK(found.age_days == Counts{34, 44, 54, 64, 74});
    CHECK(codes_of(found.findings) == Texts{"usage_without_seats", "zero_seats", "more_active_than_seats"});
    CHECK(found.findings[0].message ==
          "seat_utilization: account 4 is active in the window without a row of seats on 2024-02-21");
    CHECK(found.findings[1].message == "seat_utilization: account 5 pays for no seat; it has no utilization");
    CHECK(found.findings[1].rows == Counts{0});
    CHECK(found.findings[2].rows == Counts{1});
    const auto bands = seat_utilization_bands(found);
    CHECK(texts_of(bands.band) == Texts{"0-89", "90-179", "180-364", "365+"});
    CHECK(bands.accounts == Counts{4, 0, 0, 0});
    CHECK(bands.seats[0] == 24);
    CHECK(bands.utilization[0] == 0.75);
    check_near({bands.lower_quartile[0], bands.median[0], bands.upper_quartile[0]},
               {0.5625, 0.803571428571429, 1.01785714285714});
    CHECK(bands.unused == Counts{1, 0, 0, 0});
    CHECK(bands.over_used == Counts{1, 0, 0, 0});
    CHECK(std::isnan(bands.median[1]));
  }

  TEST_CASE("bands are by age on as_of, and rows that begin later are not seen") {
    const Usage usage({.account = Texts{"A"}, .user = Texts{"u"}, .time = Dates{20000}});
    const Seats seats({.account = Texts{"A", "B", "C", "D", "E", "F"},
                       .seats = Counts{2, 1, 1, 1, 1, 1},
                       .valid_from = Dates{19911, 19910, 19635, 10000, 20001, 19000},
                       .start = Dates{19911, 19910, 19635, 10000, 19000, 20005}});
    const auto found = seat_utilization(usage, seats, {.window = 1});
    CHECK(texts_of(found.account) == Texts{"A", "B", "C", "D", "F"});
    CHECK(found.age_days == Counts{89, 90, 365, 10000, -1});
    CHECK(texts_of(found.band) == Texts{"0-89", "90-179", "365+", "365+", "null"});
    CHECK(found.utilization == Reals{0.5, 0, 0, 0, 0});
    CHECK(codes_of(found.findings) == Texts{"age_unknown"});
    CHECK(found.percentile[2] == 0.5);
    CHECK(std::isnan(found.percentile[4]));
    const auto own = seat_utilization(usage, seats, {.window = 1, .band_edges = {400}});
    CHECK(texts_of(own.band) == Texts{"0-399", "0-399", "0-399", "400+", "null"});
    const auto bands = seat_utilization_bands(own);
    CHECK(bands.accounts == Counts{3, 1, 1});
    CHECK(bands.band.text(2) == "null");
    CHECK(seat_utilization(usage, seats, {.window = 1, .as_of = Date{20001}}).account.size() == 6);
  }

  TEST_CASE("active users are a recount's, in any order of rows") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
      auto rows = usage_rows::at_random(seed, 20 * seed);
      std::mt19937 random(seed);
      Counts account, number;
      for (std::int64_t id = 0; id < 8; ++id) {
        account.push_back(id);
        number.push_back(static_cast<std::int64_t>(random() % 6));
      }
      const Seats seats({.account = account, .seats = number, .start = Dates(8, 19700)});
      const std::int32_t as_of = 19760, window = static_cast<std::int32_t>(1 + seed);
      const SeatUtilizationOptions options{
          .events = {"create", "share"}, .window = window, .as_of = Date{as_of}};
      const auto found = seat_utilization(usage_rows::table(rows), seats, options);
      REQUIRE(found.seats == number);
      for (std::size_t i = 0; i < 8; ++i) {
        std::set<std::int64_t> users;
        for (const auto& row : rows)
          if (row.account == account[i] && row.day <= as_of && row.day > as_of - window &&
              (row.event == "create" || row.event == "share"))
            users.insert(row.user);
        REQUIRE(found.active_users[i] == static_cast<std::int64_t>(users.size()));
        if (number[i] > 0)
          REQUIRE(found.utilization[i] == static_cast<double>(users.size()) / static_cast<double>(number[i]));
        else REQUIRE(std::isnan(found.utilization[i]));
      }
      usage_rows::shuffle(rows, seed);
      const auto again = seat_utilization(usage_rows::table(rows), seats, options);
      CHECK(again.active_users == found.active_users);
    }
  }

  TEST_CASE("usage that does not tell users has no utilization") {
    const Usage usage({.account = Texts{"A"}, .time = Dates{20000}});
    const auto found =
        seat_utilization(usage, Seats({.account = Texts{"A"}, .seats = Counts{2}}), {.window = 1});
    CHECK(found.active_users == Counts{0});
    CHECK(std::isnan(found.utilization[0]));
    CHECK(codes_of(found.findings) == Texts{"users_unknown", "age_unknown"});
    CHECK(std::isnan(seat_utilization_bands(found).utilization.back()));
  }

  TEST_CASE("tables without rows have no answer") {
    const Usage none({.account = Texts{}, .user = Texts{}, .time = Dates{}});
    const Seats seats({.account = Texts{"A"}, .seats = Counts{2}, .start = Dates{100}});
    CHECK(seat_utilization(none, seats).account.size() == 0);
    CHECK(seat_utilization_bands(seat_utilization(none, seats)).accounts.empty());
    const auto known = seat_utilization(none, seats, {.as_of = Date{150}});
    CHECK(known.utilization == Reals{0});
    CHECK(known.band.text(0) == "0-89");
    const Usage usage({.account = Texts{"A"}, .user = Texts{"u"}, .time = Dates{20000}});
    const auto unpaid =
        seat_utilization(usage, Seats({.account = Texts{}, .seats = Counts{}}), {.window = 1});
    CHECK(unpaid.seats.empty());
    CHECK(codes_of(unpaid.findings) == Texts{"usage_without_seats"});
    CHECK(seat_utilization_bands(unpaid).accounts == Counts{0, 0, 0, 0});
  }

  TEST_CASE("options that cannot be are refused") {
    const Usage usage({.account = Texts{"A"}, .user = Texts{"u"}, .time = Dates{20000}});
    const Seats seats({.account = Texts{"A"}, .seats = Counts{2}});
    CHECK(error_of(usage, seats, {.window = 70'000}) ==
          "seat_utilization: window = 70000 is not a number of days from 1 to 65,535");
    CHECK(error_of(usage, seats, {.band_edges = {90, 90}}) ==
          "seat_utilization: band_edges = 90 is not above 90; ages at which bands begin ascend from 0");
    CHECK(error_of(usage, Seats({.account = Counts{1}, .seats = Counts{2}}), {}) ==
          "seat_utilization: seats = texts cannot be matched with those of the usage, which are integers");
  }
}
