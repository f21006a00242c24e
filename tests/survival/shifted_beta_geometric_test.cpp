// SPDX-License-Identifier: MIT
#include <fealty/survival/shifted_beta_geometric.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

Lifetimes lives_of(std::vector<double> duration, std::vector<std::uint8_t> ended) {
  return Lifetimes({.duration = std::move(duration), .ended = std::move(ended)});
}
/// The log-likelihood of lives as the paper has it: by the chances to end at t, and to outlive it.
double log_likelihood(const LifetimeColumns& columns, double alpha, double beta) {
  const auto outlive = [&](double t) {
    return std::lgamma(beta + t) - std::lgamma(beta) + std::lgamma(alpha + beta) -
           std::lgamma(alpha + beta + t);
  };
  double sum = 0;
  for (std::size_t i = 0; i < columns.ended.size(); ++i) {
    const double t = columns.duration[i];
    const double entry = columns.entry.present() ? columns.entry[i] : 0;
    sum += (columns.ended[i] != 0 ? outlive(t - 1) + std::log(alpha / (alpha + beta + t - 1)) : outlive(t)) -
           outlive(entry);
  }
  return sum;
}
std::string finding(const Lifetimes& lives) {
  const RenewalModel model = shifted_beta_geometric(lives);
  REQUIRE(model.findings.size() == 1);
  CHECK(std::isnan(model.alpha[0]));
  CHECK(std::isnan(model.beta[0]));
  CHECK(std::isnan(model.log_likelihood[0]));
  return model.findings[0].code + " | " + model.findings[0].message;
}
std::string refusal(const Lifetimes& lives) {
  try {
    shifted_beta_geometric(lives);
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}

}  // namespace

TEST_SUITE("survival/shifted_beta_geometric") {
  TEST_CASE("the two segments of Fader and Hardie have their figures") {
    const Lifetimes lives(test::fader_hardie(7));
    const RenewalModel model = shifted_beta_geometric(lives, {.by = {"segment"}});
    REQUIRE(model.alpha.size() == 2);
    CHECK(model.group.ids()->text(model.group.codes()[0]) == "High End");
    const auto printed = [](double value, double expected) { CHECK(std::abs(value - expected) <= 5.1e-7); };
    printed(model.alpha[0], .668088);
    printed(model.beta[0], 3.806095);
    printed(model.log_likelihood[0], -1611.158147);
    printed(model.alpha[1], .704077);
    printed(model.beta[1], 1.182043);
    printed(model.log_likelihood[1], -1680.265188);
    CHECK(model.periods == std::vector<std::int64_t>{7, 7});
    CHECK(model.churn_rate[1] == doctest::Approx(.704077 / (.704077 + 1.182043)).epsilon(1e-6));
    CHECK(model.aic[0] == doctest::Approx(4 + 2 * 1611.158147).epsilon(1e-9));
    CHECK(model.bic[0] == doctest::Approx(2 * std::log(1000.0) + 2 * 1611.158147).epsilon(1e-9));
    CHECK(std::isnan(model.expected_lifetime[0]));  // alpha below 1
    CHECK(model.findings.empty());
  }
  TEST_CASE(
      "the likelihood of single lives is the paper's, at its largest, and standard errors are its bend") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      std::mt19937_64 random(seed);
      std::gamma_distribution<double> first(2), second(5);
      LifetimeColumns columns;
      std::vector<double> duration, entry;
      std::vector<std::uint8_t> ended;
      while (duration.size() < 3000) {
        const double x = first(random), y = second(random), theta = x / (x + y);
        std::geometric_distribution<int> life(theta);
        const double lasted = 1 + life(random), seen = static_cast<double>(1 + random() % 12);
        const double from = static_cast<double>(random() % 3);
        if (std::min(lasted, seen) <= from) continue;  // those that ended before they were watched
        duration.push_back(std::min(lasted, seen));
        ended.push_back(lasted <= seen ? 1 : 0);
        entry.push_back(from);
      }
      columns.duration = std::move(duration);
      columns.ended = std::move(ended);
      columns.entry = std::move(entry);
      const RenewalModel model = shifted_beta_geometric(Lifetimes(columns));
      const double a = model.alpha[0], b = model.beta[0];
      CHECK(std::abs(a - 2) < 4 * model.alpha_std_error[0]);
      CHECK(std::abs(b - 5) < 4 * model.beta_std_error[0]);
      CHECK(model.expected_lifetime[0] == doctest::Approx((a + b - 1) / (a - 1)));
      const double most = log_likelihood(columns, a, b);
      CHECK(model.log_likelihood[0] == doctest::Approx(most).epsilon(1e-12));
      const double h = 1e-3;
      CHECK(log_likelihood(columns, a * (1 + h), b) < most);
      CHECK(log_likelihood(columns, a * (1 - h), b) < most);
      CHECK(log_likelihood(columns, a, b * (1 + h)) < most);
      CHECK(log_likelihood(columns, a, b * (1 - h)) < most);
      const auto at = [&](int i, int j) { return log_likelihood(columns, a + i * h, b + j * h); };
      const double aa = (at(1, 0) - 2 * most + at(-1, 0)) / (h * h);
      const double bb = (at(0, 1) - 2 * most + at(0, -1)) / (h * h);
      const double ab = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h);
      const double determinant = aa * bb - ab * ab;
      CHECK(model.alpha_std_error[0] == doctest::Approx(std::sqrt(-bb / determinant)).epsilon(1e-3));
      CHECK(model.beta_std_error[0] == doctest::Approx(std::sqrt(-aa / determinant)).epsilon(1e-3));
    }
  }
  TEST_CASE("states of partitions have the same bits") {
    const Lifetimes lives(test::fader_hardie(7));
    LifeTable table({.by = {"segment"}});
    table.update(lives);
    LifeTable parts({.by = {"segment"}});
    const LifetimeColumns columns = test::fader_hardie(7);
    for (std::size_t part = 0; part < 3; ++part) {
      std::vector<double> duration, weight;
      std::vector<std::uint8_t> ended;
      std::vector<std::string> segment;
      for (std::size_t i = part; i < 16; i += 3) {
        duration.push_back(columns.duration[i]), weight.push_back(columns.weight[i]);
        ended.push_back(columns.ended[i]), segment.push_back(i < 8 ? "High End" : "Regular");
      }
      Frame attributes;
      attributes.add("segment", IdColumn(segment));
      parts.merge(LifeTable(Lifetimes({.duration = std::move(duration),
                                       .ended = std::move(ended),
                                       .weight = std::move(weight),
                                       .attributes = attributes}),
                            {.by = {"segment"}}));
    }
    CHECK(shifted_beta_geometric(parts).alpha == shifted_beta_geometric(lives, {.by = {"segment"}}).alpha);
    CHECK(shifted_beta_geometric(table).beta_std_error == shifted_beta_geometric(parts).beta_std_error);
  }
  TEST_CASE("what lives do not tell is said, not guessed") {
    CHECK(finding(lives_of({1, 2, 3}, {0, 0, 0})) ==
          "none_ended | shifted_beta_geometric: no life has ended; there is no alpha");
    CHECK(finding(lives_of({1, 1, 1}, {1, 1, 1})) ==
          "no_renewal | shifted_beta_geometric: no life was renewed; there is no alpha");
    CHECK(finding(lives_of({1, 1, 1}, {1, 0, 0})) ==
          "one_renewal | shifted_beta_geometric: one renewal was seen, which does not tell how lives differ; "
          "there is no alpha");
    CHECK(finding(lives_of({1, 2, 2, 2}, {1, 1, 1, 1})) ==
          "alike | shifted_beta_geometric: lives do not differ: their churn does not fall with age; there is "
          "no alpha");
    CHECK(finding(lives_of({1, 1, 9, 9, 9}, {1, 1, 0, 0, 0})) ==
          "polarized | shifted_beta_geometric: each life ends at once or never; there is no alpha");
    const RenewalModel none = shifted_beta_geometric(LifeTable());
    CHECK(none.alpha.empty());
    LifetimeColumns revenue = test::fader_hardie(7);
    revenue.weight_kind = WeightKind::revenue;
    const RenewalModel of_revenue = shifted_beta_geometric(Lifetimes(revenue));
    CHECK(std::isfinite(of_revenue.alpha[0]));
    CHECK(std::isnan(of_revenue.alpha_std_error[0]));
  }
  TEST_CASE("bad input is refused") {
    CHECK(refusal(lives_of({1, 2.5}, {1, 0})) ==
          "shifted_beta_geometric: duration = 2.5 is not a whole number of periods");
    CHECK(refusal(lives_of({0, 2}, {1, 0})) ==
          "shifted_beta_geometric: duration = 0 is no renewal at which a life can end");
    CHECK(refusal(lives_of({1, 2e6}, {1, 0})) ==
          "shifted_beta_geometric: duration = 2000000 is more than 1000000 periods");
    std::string message;
    try {
      shifted_beta_geometric(LifeTable(), {.by = {"plan"}});
    } catch (const InvalidInput& error) {
      message = error.what();
    }
    CHECK(message ==
          "shifted_beta_geometric: by = \"plan\" is an option for lives; a life table has its groups");
  }
}
