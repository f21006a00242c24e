// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard_config.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty::health;

namespace {

template <class T>
std::vector<std::string> fields_of(const T& part) {
  std::vector<std::string> names;
  T::each_field(part, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

}  // namespace

TEST_SUITE("health/scorecard_config") {
  TEST_CASE("every field is visited, in order") {
    CHECK(fields_of(Band{}) == std::vector<std::string>{"name", "upper", "lower"});
    CHECK(fields_of(TransformPoint{}) == std::vector<std::string>{"value", "points", "lower"});
    CHECK(fields_of(MeasureGroup{}) == std::vector<std::string>{"id", "weight", "parent"});
    CHECK(fields_of(ScoreException{}) ==
          std::vector<std::string>{"when", "effect", "points", "expires_days", "reason_required"});
    CHECK(fields_of(Transform{}).size() == 13);
    CHECK(fields_of(Measure{}).size() == 12);
    CHECK(fields_of(ScorecardConfig{}).size() == 14);
  }

  TEST_CASE("an enumerator is called as it is written") {
    CHECK(enum_names(BandRule{})[static_cast<std::size_t>(BandRule::upper_exclusive)] == "upper_exclusive");
    CHECK(enum_names(TransformKind{})[static_cast<std::size_t>(TransformKind::z_score)] == "z_score");
    CHECK(enum_names(MissingPolicy{})[static_cast<std::size_t>(MissingPolicy::fail)] == "fail");
    CHECK(enum_names(Decay{})[static_cast<std::size_t>(Decay::half_life)] == "half_life");
    CHECK(enum_names(ExceptionEffect{})[static_cast<std::size_t>(ExceptionEffect::set)] == "set");
    CHECK(enum_names(Combination{})[static_cast<std::size_t>(Combination::sum)] == "sum");
  }

  TEST_CASE("what differs in one field is not the same") {
    ScorecardConfig config{.id = "a", .measures = {{.id = "csat"}}};
    const ScorecardConfig same = config;
    CHECK(config == same);
    config.measures[0].transform.offset = 1;
    CHECK_FALSE(config == same);
  }
}
