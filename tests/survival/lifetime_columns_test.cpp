// SPDX-License-Identifier: MIT
#include <fealty/survival/lifetime_columns.hpp>

#include <fealty/survival/lifetimes.hpp>

#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/lifetime_columns") {
  TEST_CASE("columns that are not given are absent, and say so where one is needed") {
    const LifetimeColumns none;
    CHECK_FALSE(none.duration.present());
    CHECK_FALSE(none.entry.present());
    CHECK_FALSE(none.ended.present());
    CHECK_FALSE(none.weight_kind.has_value());
    std::string message;
    try {
      const Lifetimes lives(none);
    } catch (const InvalidInput& error) {
      message = error.what();
    }
    CHECK(message ==
          "Lifetimes: duration, origin = 0 columns were given; one of the two says how long a life lasted");
  }
  TEST_CASE("what weights mean is told by them, or by name") {
    LifetimeColumns columns{.duration = std::vector<double>{1, 2}, .ended = std::vector<std::uint8_t>{1, 0}};
    CHECK_FALSE(Lifetimes(columns).weight_kind().has_value());
    columns.weight = std::vector<double>{2, 3};
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::cases);
    columns.weight = std::vector<double>{2, 3.5};
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::sampling);
    columns.weight_kind = WeightKind::revenue;
    CHECK(Lifetimes(columns).weight_kind() == WeightKind::revenue);
  }
}
