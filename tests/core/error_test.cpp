// SPDX-License-Identifier: MIT
#include <fealty/core/error.hpp>

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

std::string text(ErrorDetail detail) { return InvalidInput(std::move(detail)).what(); }

}  // namespace

TEST_SUITE("core/error") {
  TEST_CASE("the message is made of the parts that are there") {
    CHECK(text({.who = "Subscriptions",
                .what = "end_date",
                .where = 17,
                .value = "2024-02-01",
                .rule = "is before start_date 2024-03-01"}) ==
          "Subscriptions: end_date[17] = 2024-02-01 is before start_date 2024-03-01");
    CHECK(text({.who = "f", .what = "a", .where = {}, .value = "-1", .rule = "is negative"}) ==
          "f: a = -1 is negative");
    CHECK(text({.who = "f", .what = "a", .where = {}, .value = "", .rule = "is missing"}) ==
          "f: a is missing");
    CHECK(text({.who = "f", .what = "a", .where = 0, .value = "", .rule = "is null"}) == "f: a[0] is null");
    CHECK(text({.who = "f", .what = "", .where = {}, .value = "3 bytes", .rule = "is cut short"}) ==
          "f: 3 bytes is cut short");
    CHECK(text({.who = "f", .what = "a", .where = {}, .value = "1", .rule = ""}) == "f: a = 1");
    CHECK(text({.who = "f", .what = "", .where = {}, .value = "", .rule = "has stopped"}) ==
          "f: has stopped");
  }

  TEST_CASE("of a very long value the message has the beginning, the parts all of it") {
    const InvalidInput error({.who = "f",
                              .what = "a",
                              .where = {},
                              .value = std::string(199, 'x') + "é" + "yz",
                              .rule = "is odd"});
    CHECK(std::string(error.what()) == "f: a = " + std::string(199, 'x') + "… is odd");  // é is two bytes
    CHECK(error.detail().value.size() == 203);
    CHECK(text({.who = "f", .what = "a", .where = {}, .value = std::string(200, 'x'), .rule = ""}) ==
          "f: a = " + std::string(200, 'x'));
  }

  TEST_CASE("a value is never taken for a format") {
    CHECK(text({.who = "{}", .what = "{0}", .where = 1, .value = "{:d} %s", .rule = "}{"}) ==
          "{}: {0}[1] = {:d} %s }{");
  }

  TEST_CASE("the parts can be read one by one") {
    const Overflow error({.who = "f", .what = "a", .where = 3, .value = "9", .rule = "is too much"});
    CHECK(error.detail().who == "f");
    CHECK(error.detail().what == "a");
    CHECK(error.detail().where == 3);
    CHECK(error.detail().value == "9");
    CHECK(error.detail().rule == "is too much");
  }

  TEST_CASE("every kind is an Error, and each its own") {
    const ErrorDetail detail{.who = "f", .what = "a", .where = {}, .value = "1", .rule = "is wrong"};
    CHECK_THROWS_WITH_AS(throw InvalidInput(detail), "f: a = 1 is wrong", Error);
    CHECK_THROWS_WITH_AS(throw Overflow(detail), "f: a = 1 is wrong", std::runtime_error);
    CHECK_THROWS_AS(throw NotConverged(detail), NotConverged);
    static_assert(!std::is_base_of_v<InvalidInput, Overflow> &&
                  !std::is_base_of_v<InvalidInput, NotConverged>);
  }

  TEST_CASE("a copy says the same, and cannot throw") {
    static_assert(std::is_nothrow_copy_constructible_v<InvalidInput> &&
                  std::is_nothrow_copy_assignable_v<InvalidInput>);
    InvalidInput first({.who = "f", .what = "a", .where = 3, .value = "9", .rule = "is too much"});
    const InvalidInput copy = first;
    first = InvalidInput({.who = "g", .what = "", .where = {}, .value = "", .rule = "is another"});
    CHECK(std::string(copy.what()) == "f: a[3] = 9 is too much");
    CHECK(copy.detail().where == 3);
    CHECK(std::string(first.what()) == "g: is another");
  }
}
