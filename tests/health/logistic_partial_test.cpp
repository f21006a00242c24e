// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_partial.hpp>

#include <fealty/health/logistic_rounds.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

Examples texts(const std::vector<std::string>& plan, std::vector<std::uint8_t> outcome) {
  Frame attributes;
  attributes.add("plan", IdColumn(plan));
  return Examples({.outcome = std::move(outcome), .attributes = attributes});
}
Examples numbers(std::vector<double> plan, std::vector<std::uint8_t> outcome) {
  Frame attributes;
  attributes.add("plan", Column<double>(std::move(plan)));
  return Examples({.outcome = std::move(outcome), .attributes = attributes});
}
LogisticTask survey() { return LogisticRounds({.features = {"plan"}}).task(); }
/// The task after a survey of plans free and pro.
LogisticTask sums() {
  LogisticRounds rounds({.features = {"plan"}});
  LogisticPartial all(rounds.task());
  all.update(texts({"free", "pro", "pro", "free"}, {0, 1, 0, 1}));
  rounds.advance(all);
  return rounds.task();
}

}  // namespace

TEST_SUITE("health/logistic_partial") {
  TEST_CASE("states count rows, and bytes change nothing") {
    LogisticPartial state(survey());
    CHECK(state.size() == 0);
    CHECK(state.number() == 1);
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    state.update(numbers({1, nothing, 2.5}, {0, 1, 1}));
    CHECK(state.size() == 3);
    CHECK(state.left_out() == 1);
    CHECK(LogisticPartial::deserialize(state.serialize()).serialize() == state.serialize());
    LogisticPartial later(sums());
    later.update(texts({"pro", "free"}, {1, 0}));
    CHECK(LogisticPartial::deserialize(later.serialize()).serialize() == later.serialize());
    LogisticPartial none;
    none.merge(state);
    CHECK(none.serialize() == state.serialize());
    state.merge(LogisticPartial());
    CHECK(none.serialize() == state.serialize());
  }
  TEST_CASE("what does not belong together is refused, and changes nothing") {
    LogisticPartial state(survey());
    state.update(numbers({1, 2}, {0, 1}));
    const auto before = state.serialize();
    CHECK_THROWS_WITH_AS(
        state.update(texts({"pro"}, {0})),
        "LogisticPartial: features = \"plan\" is of texts in some examples and of numbers in others",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        state.update(Examples({.outcome = std::vector<std::uint8_t>{1}})),
        "LogisticPartial: features = \"plan\" is no attribute of the examples; there are none", InvalidInput);
    CHECK_THROWS_WITH_AS(state.update(numbers({std::numeric_limits<double>::infinity()}, {1})),
                         "LogisticPartial: plan[0] = inf is not a finite number", InvalidInput);
    Frame attributes;
    attributes.add("plan", Column<double>({1}));
    CHECK_THROWS_WITH_AS(state.update(Examples({.outcome = std::vector<std::uint8_t>{1},
                                                .attributes = attributes,
                                                .account = IdColumn(std::vector<std::string>{"A"})})),
                         "LogisticPartial: account is there in some examples only", InvalidInput);
    CHECK(state.serialize() == before);
    LogisticPartial later(sums());
    CHECK_THROWS_WITH_AS(later.update(texts({"pro", "gold"}, {1, 0})),
                         "LogisticPartial: features have LogisticPartial: plan = gold is no level of the "
                         "model, which has free, pro",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        later.merge(state),
        "LogisticPartial: task = that of round 1 is not that of this state, which is of round 2",
        InvalidInput);
    LogisticPartial other(LogisticRounds({.features = {"other"}}).task());
    CHECK_THROWS_WITH_AS(state.merge(other), "LogisticPartial: task = that of round 1 is of another fit",
                         InvalidInput);
    LogisticPartial read = LogisticPartial::deserialize(before);
    CHECK_THROWS_AS(read.update(numbers({1}, {1})), InvalidInput);
  }
  TEST_CASE("bytes that are cut short or changed are refused, or are a state") {
    LogisticPartial state(survey());
    state.update(texts({"free", "pro"}, {0, 1}));
    const auto bytes = state.serialize();
    for (std::size_t length = 0; length < bytes.size(); ++length)
      CHECK_THROWS_AS(LogisticPartial::deserialize({bytes.data(), length}), InvalidInput);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      auto changed = bytes;
      changed[i] ^= 0xffU;
      try {
        const auto read = LogisticPartial::deserialize(changed);
        CHECK(read.size() >= 0);
      } catch (const InvalidInput&) {
      }
    }
    auto newer = bytes;
    newer[8 + 15] = 2;  // after the name and its length
    CHECK_THROWS_WITH_AS(
        LogisticPartial::deserialize(newer),
        fmt::format("LogisticPartial: bytes = {} bytes has version 2; this library reads up to version 1",
                    bytes.size())
            .c_str(),
        InvalidInput);
  }
}
