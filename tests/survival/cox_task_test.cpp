// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_task.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

survival::detail::CoxPlan survey() {
  survival::detail::CoxPlan plan;
  plan.covariates = {"seats", "plan"};
  plan.strata = {"region"};
  return plan;
}
/// Two strata, of two ages and of one; three columns.
survival::detail::CoxPlan influence() {
  survival::detail::CoxPlan plan = survey();
  plan.number = 4;
  plan.round = CoxRound::influence;
  plan.weight_kind = WeightKind::revenue;
  plan.terms = {{"seats", false, {}}, {"plan", true, {"a", "b", "c"}}};
  plan.mean = {5, .3, .3}, plan.scale = {2, .5, 0}, plan.beta = {.1, .2, 0};
  plan.label = {survival::detail::Label("east"), survival::detail::Label("west")};
  plan.first = {0, 2, 3}, plan.age = {1, 4, 2}, plan.ends = {0, 1, 1}, plan.shift = {0, 1};
  plan.all = {.5, .7}, plan.own = {.4, .6};
  plan.means = plan.own_means = plan.end_means = {1, 2, 3, 4, 5, 6};
  return plan;
}
void check_refused(survival::detail::CoxPlan plan) {
  CHECK_THROWS_AS(CoxTask::deserialize(CoxTask(std::move(plan)).serialize()), InvalidInput);
}

}  // namespace

TEST_SUITE("survival/cox_task") {
  TEST_CASE("a task goes through bytes unchanged") {
    for (const auto& plan : {survey(), influence()}) {
      const CoxTask task(plan);
      const CoxTask read = CoxTask::deserialize(task.serialize());
      CHECK(read.serialize() == task.serialize());
      CHECK(read.number() == plan.number);
      CHECK(read.round() == plan.round);
      CHECK(read.plan().age == plan.age);
    }
    CHECK(influence().upto() == std::vector<std::size_t>{0, 1, 2});
    CHECK(influence().events() == 2);
  }
  TEST_CASE("bytes that are cut short, of other things or of the future are refused") {
    const auto bytes = CoxTask(influence()).serialize();
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_THROWS_AS(CoxTask::deserialize(std::span(bytes).first(size)), InvalidInput);
    auto other = bytes;
    other[8] = 'K';
    CHECK_THROWS_WITH(
        CoxTask::deserialize(other),
        fmt::format("CoxTask: bytes = {} bytes is not a serialized CoxTask", bytes.size()).c_str());
    other = bytes;
    other.push_back(0);
    CHECK_THROWS_WITH(CoxTask::deserialize(other),
                      fmt::format("CoxTask: bytes = {} bytes has 1 bytes too many", other.size()).c_str());
  }
  TEST_CASE("columns that do not fit one another are refused") {
    survival::detail::CoxPlan plan = influence();
    plan.age = {4, 1, 2};
    CHECK_THROWS_WITH(CoxTask::deserialize(CoxTask(plan).serialize()),
                      fmt::format("CoxTask: bytes = {} bytes has columns that do not fit one another",
                                  CoxTask(plan).serialize().size())
                          .c_str());
    plan = influence(), plan.first = {0, 3, 3}, check_refused(plan);
    plan = influence(), plan.first = {0, 9, 3}, check_refused(plan);
    plan = influence(), plan.ends = {0, 2, 1}, check_refused(plan);
    plan = influence(), plan.ends = {1, 1, 1}, check_refused(plan);
    plan = influence(), plan.mean.pop_back(), check_refused(plan);
    plan = influence(), plan.shift.pop_back(), check_refused(plan);
    plan = influence(), plan.end_means.pop_back(), check_refused(plan);
    plan = influence(), plan.terms.pop_back(), check_refused(plan);
    plan = influence(), plan.round = CoxRound::survey, check_refused(plan);
    plan = influence(), plan.number = 0, check_refused(plan);
    plan = survey(), plan.covariates.clear(), check_refused(plan);
  }
}
