// SPDX-License-Identifier: MIT
#include <fealty/adoption/lifecycle_rules.hpp>

#include <doctest/doctest.h>

using namespace fealty::adoption;

TEST_SUITE("adoption/lifecycle_rules") {
  TEST_CASE("stages and outcomes have names, in order") {
    CHECK(enum_names(LifecycleStage{})[static_cast<int>(LifecycleStage::onboarding)] == "onboarding");
    CHECK(enum_names(LifecycleStage{})[static_cast<int>(LifecycleStage::adoption)] == "adoption");
    CHECK(enum_names(LifecycleStage{})[static_cast<int>(LifecycleStage::expansion)] == "expansion");
    CHECK(enum_names(LifecycleStage{})[static_cast<int>(LifecycleStage::renewal)] == "renewal");
    CHECK(enum_names(StageOutcome{})[static_cast<int>(StageOutcome::moved_on)] == "moved_on");
    CHECK(enum_names(StageOutcome{})[static_cast<int>(StageOutcome::renewed)] == "renewed");
    CHECK(enum_names(StageOutcome{})[static_cast<int>(StageOutcome::churned)] == "churned");
    CHECK(enum_names(StageOutcome{})[static_cast<int>(StageOutcome::current)] == "current");
  }
  TEST_CASE("by default a milestone begins each stage but renewal, and nobody leaves") {
    const LifecycleOptions options;
    CHECK(options.onboarding == "signed");
    CHECK(options.renewal.empty());
    CHECK(options.churn.empty());
    CHECK(options.renewal_days == 90);
    CHECK(options.stalled_quantile == 0.9);
  }
}
