// SPDX-License-Identifier: MIT
#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/renewal_model.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

std::vector<std::string> columns_of(const RenewalModel& model, std::size_t rows) {
  std::vector<std::string> names;
  RenewalModel::each_column(model, [&](const char* name, const auto& column) {
    names.emplace_back(name);
    CHECK(column.size() == rows);
  });
  return names;
}

}  // namespace

TEST_SUITE("survival/renewal_model") {
  TEST_CASE("both models have the same columns, of one length") {
    const Lifetimes lives(test::fader_hardie(7));
    const auto shifted = columns_of(shifted_beta_geometric(lives, {.by = {"segment"}}), 2);
    CHECK(shifted == columns_of(beta_discrete_weibull(lives, {.by = {"segment"}}), 2));
    CHECK(shifted.front() == "group");
    CHECK(columns_of(beta_discrete_weibull(lives), 1).front() == "alpha");
    CHECK(columns_of(RenewalModel{}, 0).size() == shifted.size());
  }
  TEST_CASE("a shape that is a given is 1, without an error or a test; NaN where there is no alpha") {
    const RenewalModel model = shifted_beta_geometric(Lifetimes(test::fader_hardie(7)));
    CHECK(model.shape[0] == 1);
    CHECK(std::isnan(model.shape_std_error[0]));
    CHECK(std::isnan(model.shape_statistic[0]));
    CHECK(std::isnan(model.shape_p_value[0]));
    const RenewalModel none = shifted_beta_geometric(
        Lifetimes({.duration = std::vector<double>{1, 2}, .ended = std::vector<std::uint8_t>{0, 0}}));
    CHECK(std::isnan(none.shape[0]));
  }
}
