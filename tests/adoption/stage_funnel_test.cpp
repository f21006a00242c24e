// SPDX-License-Identifier: MIT
#include <fealty/adoption/stage_funnel.hpp>

#include "adoption/lifecycle_tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using lifecycle_tables::contracts;
using lifecycle_tables::milestones;

TEST_SUITE("adoption/stage_funnel") {
  TEST_CASE("how many come how far") {
    using Counts = std::vector<std::int64_t>;
    const StageFunnel funnel = stage_funnel(
        lifecycle(milestones(lifecycle_tables::three_accounts()), {.churn = "churned", .as_of = Date{100}}));
    CHECK(funnel.stage == std::vector<LifecycleStage>{LifecycleStage::onboarding, LifecycleStage::adoption,
                                                      LifecycleStage::expansion, LifecycleStage::renewal});
    CHECK(funnel.accounts == Counts{3, 2, 1, 0});
    CHECK(funnel.share == std::vector<double>{1, 2.0 / 3, 1.0 / 3, 0});
    CHECK(funnel.moved_on == Counts{2, 1, 0, 0});
    CHECK(funnel.churned == Counts{0, 1, 0, 0});
    CHECK(funnel.current == Counts{1, 0, 1, 0});
    CHECK(funnel.stalled == Counts{1, 0, 0, 0});
    // Onboarding 20, 40, 60+: S = 2/3, 1/3; adoption 20, 30; expansion 50+.
    CHECK(funnel.lower_quartile[0] == 20);
    CHECK(funnel.median[0] == 40);
    CHECK(std::isnan(funnel.upper_quartile[0]));
    CHECK(funnel.median[1] == 20);
    CHECK(funnel.upper_quartile[1] == 30);
    CHECK(std::isnan(funnel.median[2]));
    CHECK(std::isnan(funnel.median[3]));
    CHECK(funnel.as_of == Date{100});
  }

  TEST_CASE("visits are what became of them; accounts count once") {
    const StageFunnel funnel = stage_funnel(
        lifecycle(milestones({{"a", "signed", 0}, {"a", "adopted", 50}}),
                  {.contracts = contracts({{"a", 0, 0, 365}, {"a", 330, 365, 730}}), .as_of = Date{700}}));
    CHECK(funnel.accounts == std::vector<std::int64_t>{1, 0, 1, 1});
    CHECK(funnel.visits == std::vector<std::int64_t>{1, 0, 2, 2});
    for (std::size_t i = 0; i < funnel.stage.size(); ++i)
      CHECK(funnel.visits[i] ==
            funnel.moved_on[i] + funnel.renewed[i] + funnel.churned[i] + funnel.current[i]);
    CHECK(funnel.renewed[3] == 1);
  }

  TEST_CASE("the empty lifecycle has no funnel") {
    CHECK(stage_funnel(lifecycle(milestones({}))).stage.empty());
  }
}
