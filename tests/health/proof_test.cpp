// SPDX-License-Identifier: MIT
#include <fealty/health/proof.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty::health;

TEST_SUITE("health/proof") {
  TEST_CASE("figures and verdicts have names of their own, in their order") {
    const auto figures = enum_names(ProofFigure{});
    CHECK(figures.size() == static_cast<std::size_t>(ProofFigure::feature_csi) + 1);
    CHECK(figures[static_cast<std::size_t>(ProofFigure::roc_auc)] == "roc_auc");
    CHECK(figures[static_cast<std::size_t>(ProofFigure::spiegelhalter_z)] == "spiegelhalter_z");
    CHECK(figures[static_cast<std::size_t>(ProofFigure::watermelon_share)] == "watermelon_share");
    CHECK(figures.back() == "feature_csi");
    std::vector<std::string_view> sorted(figures.begin(), figures.end());
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    CHECK(enum_names(Verdict{})[static_cast<std::size_t>(Verdict::leaking)] == "leaking");
  }

  TEST_CASE("a proof of nothing has no rows, and says that events are missing") {
    const Proof none{};
    int columns = 0;
    Proof::each_column(none, [&](const char*, const auto& column) { columns += column.empty() ? 1 : 100; });
    CHECK(columns == 7);
    CHECK(none.verdict == Verdict::insufficient_events);
    CHECK(none.landmarks.examples.size() == 0);
  }
}
