// SPDX-License-Identifier: MIT
#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/discounted_lifetime.hpp>
#include <fealty/survival/renewal_projection.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

#include <algorithm>
#include <array>
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
/// Lives of customers whose chances are drawn from beta(0.8, 2.5), and change with age by a shape.
LifetimeColumns drawn_lives(std::uint64_t seed, std::size_t rows, double shape) {
  std::mt19937_64 random(seed);
  std::gamma_distribution<double> first(0.8), second(2.5);
  std::uniform_real_distribution<double> uniform;
  std::vector<double> duration, entry;
  std::vector<std::uint8_t> ended;
  while (duration.size() < rows) {
    const double x = first(random), y = second(random);
    const double lasted = std::ceil(std::pow(std::log(uniform(random)) / std::log(y / (x + y)), 1 / shape));
    const double seen = static_cast<double>(1 + random() % 12), from = static_cast<double>(random() % 3);
    if (std::min(lasted, seen) <= from) continue;  // those that ended before they were watched
    duration.push_back(std::min(lasted, seen));
    ended.push_back(lasted <= seen ? 1 : 0);
    entry.push_back(from);
  }
  return {.duration = std::move(duration), .entry = std::move(entry), .ended = std::move(ended)};
}
/// The log-likelihood of lives by differences of survival, as the paper has it.
double log_likelihood(const LifetimeColumns& columns, double alpha, double beta, double shape) {
  const auto outlive = [&](double t) {
    const double power = t == 0 ? 0 : std::pow(t, shape);
    return std::exp(std::lgamma(beta + power) - std::lgamma(alpha + beta + power) +
                    std::lgamma(alpha + beta) - std::lgamma(beta));
  };
  double sum = 0;
  for (std::size_t i = 0; i < columns.ended.size(); ++i) {
    const double t = columns.duration[i];
    const double last = columns.ended[i] != 0 ? outlive(t - 1) - outlive(t) : outlive(t);
    sum += std::log(last / outlive(columns.entry[i]));
  }
  return sum;
}
std::string finding(const Lifetimes& lives) {
  const RenewalModel model = beta_discrete_weibull(lives);
  REQUIRE(model.findings.size() == 1);
  for (const double none : {model.alpha[0], model.beta[0], model.shape[0], model.shape_std_error[0],
                            model.shape_p_value[0], model.expected_lifetime[0], model.log_likelihood[0]})
    CHECK(std::isnan(none));
  CHECK(std::isnan(renewal_projection(model).survival[3]));
  CHECK(std::isnan(discounted_lifetime(model, {.discount = .1}).discounted_lifetime[0]));
  return model.findings[0].code + " | " + model.findings[0].message;
}
std::string refusal(const Lifetimes& lives) {
  try {
    beta_discrete_weibull(lives);
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}
void check_near(double value, double expected, double relative) {
  CHECK(std::abs(value - expected) <= relative * std::abs(expected));
}
/// Figures of renewals.R.
struct Figures {
  std::size_t years, row;
  std::array<double, 3> at, std_error;
  double log_likelihood;
};

}  // namespace

TEST_SUITE("survival/beta_discrete_weibull") {
  TEST_CASE("the two segments of Fader and Hardie have the figures that R finds") {
    const std::vector<Figures> figures{{4,
                                        0,
                                        {0.2593357315, 1.722551488, 1.584361515},
                                        {0.12016929, 0.77694164, 0.35302330},
                                        -1222.749318241},
                                       {7,
                                        0,
                                        {0.2142533393, 1.426574875, 1.723564849},
                                        {0.05957971, 0.38140862, 0.30104328},
                                        -1605.314213214},
                                       {12,
                                        0,
                                        {0.2496407340, 1.654180958, 1.596796468},
                                        {0.05721125, 0.35765908, 0.23365477},
                                        -2004.816888502},
                                       {4,
                                        1,
                                        {0.5230293129, 0.8942826589, 1.196398711},
                                        {0.30903805, 0.52481974, 0.37408613},
                                        -1401.383051679},
                                       {7,
                                        1,
                                        {0.4556139894, 0.7793255084, 1.283451286},
                                        {0.16704142, 0.28270991, 0.29809506},
                                        -1679.602832907},
                                       {12,
                                        1,
                                        {0.5083087046, 0.8688463367, 1.209377876},
                                        {0.15223978, 0.25617439, 0.23005570},
                                        -1930.929728569}};
    for (const Figures& expected : figures) {
      const Lifetimes lives(test::fader_hardie(expected.years));
      const RenewalModel model = beta_discrete_weibull(lives, {.by = {"segment"}});
      const std::size_t g = expected.row;
      REQUIRE(model.findings.empty());
      check_near(model.alpha[g], expected.at[0], 1e-9);
      check_near(model.beta[g], expected.at[1], 1e-9);
      check_near(model.shape[g], expected.at[2], 1e-9);
      check_near(model.alpha_std_error[g], expected.std_error[0], 1e-7);
      check_near(model.beta_std_error[g], expected.std_error[1], 1e-7);
      check_near(model.shape_std_error[g], expected.std_error[2], 1e-7);
      check_near(model.log_likelihood[g], expected.log_likelihood, 1e-12);
    }
  }
  TEST_CASE("what follows from a model has R's figures, and the ratio of likelihoods tells of the shape") {
    const Lifetimes lives(test::fader_hardie(7));
    const RenewalModel model = beta_discrete_weibull(lives, {.by = {"segment"}});
    const auto found = renewal_projection(model);
    check_near(found.survival[12], 0.4039295907, 1e-9);
    check_near(found.retention_rate[8], 0.9533571904, 1e-9);
    check_near(found.survival[13 + 12], 0.1773313983, 1e-9);
    const auto later = renewal_projection(model, {.periods = 5, .given_age = 7});
    check_near(later.survival[5], 0.8232757374, 1e-9);
    check_near(later.retention_rate[6 + 1], 0.9275826301, 1e-9);
    const auto worth = discounted_lifetime(model, {.discount = .1});
    check_near(worth.discounted_lifetime[0], 6.093083138, 1e-9);
    check_near(worth.discounted_lifetime[1], 3.729135949, 1e-9);
    // Of the paper's figures without a shape; chi-squared of 1 degree of freedom.
    CHECK(std::abs(model.shape_statistic[0] - 2 * (1611.158147 - 1605.314213214)) < 1.1e-6);
    CHECK(model.shape_p_value[0] ==
          doctest::Approx(std::erfc(std::sqrt(model.shape_statistic[0] / 2))).epsilon(1e-12));
    CHECK(model.aic[0] == doctest::Approx(6 + 2 * 1605.314213214).epsilon(1e-11));
    CHECK(model.bic[0] == doctest::Approx(3 * std::log(1000.0) + 2 * 1605.314213214).epsilon(1e-11));
    CHECK(model.churn_rate[0] == model.alpha[0] / (model.alpha[0] + model.beta[0]));
    CHECK(std::isnan(model.expected_lifetime[0]));  // alpha times the shape is below 1
  }
  TEST_CASE("lives that were watched from later on, as R has them") {
    std::vector<double> duration, entry, weight;
    std::vector<std::uint8_t> ended;
    for (int i = 0; i < 200; ++i) {
      const int rank = 37 * i % 100;
      entry.push_back(i % 3);
      duration.push_back(i % 3 + 1 + rank * rank * rank / 100000);
      ended.push_back(rank < 86 && i % 7 > 0 ? 1 : 0);
      weight.push_back(1 + i % 4);
    }
    const RenewalModel model = beta_discrete_weibull(Lifetimes({.duration = std::move(duration),
                                                                .entry = std::move(entry),
                                                                .ended = std::move(ended),
                                                                .weight = std::move(weight)}));
    check_near(model.alpha[0], 0.5458678137, 1e-9);
    check_near(model.beta[0], 0.8084725636, 1e-9);
    check_near(model.shape[0], 1.581106181, 1e-9);
    check_near(model.alpha_std_error[0], 0.198874597, 1e-7);
    check_near(model.beta_std_error[0], 0.285497440, 1e-7);
    check_near(model.shape_std_error[0], 0.403847202, 1e-7);
    check_near(model.log_likelihood[0], -805.5884100788, 1e-12);
    CHECK(model.lives[0] == 200);
  }
  TEST_CASE("the likelihood of random lives is at its largest, and those of the shape find it") {
    for (const double shape : {0.7, 1.0, 1.8})
      for (const std::uint64_t seed : {1U, 2U}) {
        const LifetimeColumns columns = drawn_lives(seed, 12000, shape);
        const RenewalModel model = beta_discrete_weibull(Lifetimes(columns));
        REQUIRE(model.findings.empty());
        const double a = model.alpha[0], b = model.beta[0], c = model.shape[0];
        CHECK(std::abs(a - 0.8) < 4 * model.alpha_std_error[0]);
        CHECK(std::abs(b - 2.5) < 4 * model.beta_std_error[0]);
        CHECK(std::abs(c - shape) < 4 * model.shape_std_error[0]);
        const double most = log_likelihood(columns, a, b, c);
        CHECK(model.log_likelihood[0] == doctest::Approx(most).epsilon(1e-12));
        for (const double h : {1.002, 0.998}) {
          CHECK(log_likelihood(columns, a * h, b, c) < most);
          CHECK(log_likelihood(columns, a, b * h, c) < most);
          CHECK(log_likelihood(columns, a, b, c * h) < most);
          CHECK(log_likelihood(columns, a * h, b * h, c) < most);
        }
        CHECK(model.shape_statistic[0] >= 0);
        const RenewalModel shifted = shifted_beta_geometric(Lifetimes(columns));
        CHECK(model.shape_statistic[0] ==
              doctest::Approx(2 * (model.log_likelihood[0] - shifted.log_likelihood[0])).epsilon(1e-12));
      }
  }
  TEST_CASE("neither the order of lives, nor threads, parts or the unit of weights move it") {
    const LifetimeColumns columns = drawn_lives(7, 2000, 1.3);
    const RenewalModel whole = beta_discrete_weibull(Lifetimes(columns), {.threads = 1});
    std::vector<double> duration, entry, weight;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 2000; i-- > 0;) {
      duration.push_back(columns.duration[i]), entry.push_back(columns.entry[i]);
      ended.push_back(columns.ended[i]), weight.push_back(2.5);
    }
    const Lifetimes backwards({.duration = std::vector<double>(duration),
                               .entry = std::vector<double>(entry),
                               .ended = std::vector<std::uint8_t>(ended)});
    CHECK(beta_discrete_weibull(backwards, {.threads = 4}).alpha == whole.alpha);
    LifeTable table{{}};
    table.update(backwards);
    CHECK(beta_discrete_weibull(table).shape_std_error == whole.shape_std_error);
    const RenewalModel heavy = beta_discrete_weibull(Lifetimes({.duration = std::move(duration),
                                                                .entry = std::move(entry),
                                                                .ended = std::move(ended),
                                                                .weight = std::move(weight)}));
    check_near(heavy.shape[0], whole.shape[0], 1e-11);
    check_near(heavy.log_likelihood[0], 2.5 * whole.log_likelihood[0], 1e-12);
    CHECK(std::isnan(heavy.shape_std_error[0]));
    CHECK(std::isnan(heavy.shape_p_value[0]));
  }
  TEST_CASE("what lives do not tell is said, not guessed") {
    CHECK(finding(lives_of({1, 2, 3}, {0, 0, 0})) ==
          "none_ended | beta_discrete_weibull: no life has ended; there is no alpha");
    CHECK(finding(lives_of({1}, {1})) ==
          "no_renewal | beta_discrete_weibull: no life was renewed; there is no alpha");
    CHECK(finding(lives_of({1, 1, 1}, {1, 0, 0})) ==
          "one_renewal | beta_discrete_weibull: one renewal was seen, which does not tell how lives differ; "
          "there is no alpha");
    CHECK(finding(lives_of({1, 2, 2, 2}, {1, 1, 0, 0})) ==
          "two_renewals | beta_discrete_weibull: two renewals were seen, which do not tell three parameters; "
          "there is no alpha");
    CHECK(finding(lives_of({1, 1, 9, 9, 9}, {1, 1, 0, 0, 0})) ==
          "polarized | beta_discrete_weibull: each life ends at once or never; there is no alpha");
    CHECK(finding(lives_of({1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})) ==
          "alike | beta_discrete_weibull: lives do not differ: a discrete Weibull distribution fits as well; "
          "there is no alpha");
    CHECK(
        finding(lives_of({3, 3, 4, 4, 4}, {1, 1, 0, 0, 0})) ==
        "endless_shape | beta_discrete_weibull: the likelihood grows as the shape goes to 0 or to infinity; "
        "there is no alpha");
    CHECK(beta_discrete_weibull(LifeTable()).alpha.empty());
  }
  TEST_CASE("few lives have a model that is finite or a finding, whatever happened to them") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
      std::mt19937_64 random(seed);
      const std::size_t rows = 1 + random() % 30;
      std::vector<double> duration, entry;
      std::vector<std::uint8_t> ended;
      for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t from = random() % 4 == 0 ? random() % 5 : 0;
        entry.push_back(static_cast<double>(from));
        duration.push_back(static_cast<double>(from + 1 + random() % (2 + seed % 9)));
        ended.push_back(random() % (1 + seed % 5) == 0 ? 1 : 0);
      }
      const RenewalModel model = beta_discrete_weibull(
          Lifetimes({.duration = std::move(duration), .entry = std::move(entry), .ended = std::move(ended)}));
      CHECK(std::isnan(model.alpha[0]) == (model.findings.size() == 1));
      if (!model.findings.empty()) continue;
      CHECK((model.shape[0] > .01 && model.shape[0] < 100 && std::isfinite(model.beta_std_error[0])));
      const auto found = renewal_projection(model, {.periods = 40});
      for (std::size_t i = 1; i <= 40; ++i) CHECK(found.survival[i] <= found.survival[i - 1]);
    }
  }
  TEST_CASE("bad input is refused") {
    CHECK(refusal(lives_of({1, 2.5}, {1, 0})) ==
          "beta_discrete_weibull: duration = 2.5 is not a whole number of periods");
    CHECK(refusal(lives_of({0, 2}, {1, 0})) ==
          "beta_discrete_weibull: duration = 0 is no renewal at which a life can end");
    CHECK(refusal(lives_of({1, 2e6}, {1, 0})) ==
          "beta_discrete_weibull: duration = 2000000 is more than 1000000 periods");
    std::string message;
    try {
      beta_discrete_weibull(LifeTable(), {.by = {"plan"}});
    } catch (const InvalidInput& error) {
      message = error.what();
    }
    CHECK(message ==
          "beta_discrete_weibull: by = \"plan\" is an option for lives; a life table has its groups");
  }
}
