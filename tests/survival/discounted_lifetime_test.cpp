// SPDX-License-Identifier: MIT
#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/discounted_lifetime.hpp>
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

RenewalModel model_of(double alpha, double beta, double shape = 1) {
  RenewalModel model;
  model.alpha = {alpha};
  model.beta = {beta};
  model.shape = {shape};
  model.periods = {7};
  return model;
}
/// Term by term.
double summed(double alpha, double beta, double discount, int renewals, int first) {
  double sum = 0, survival = 1, factor = 1;
  for (int t = 0; t < 400'000; ++t) {
    if (t >= first) sum += survival * factor;
    const double stay = beta + renewals + t;
    survival *= stay / (alpha + stay);
    factor /= 1 + discount;
  }
  return sum;
}

}  // namespace

TEST_SUITE("survival/discounted_lifetime") {
  TEST_CASE("the two segments of Fader and Hardie are worth what the paper says") {
    const RenewalModel model = shifted_beta_geometric(Lifetimes(test::fader_hardie(7)), {.by = {"segment"}});
    const auto found = discounted_lifetime(model, {.discount = .1});
    CHECK(std::abs(found.discounted_lifetime[0] - 5.922254) <= 5.1e-7);
    CHECK(std::abs(found.discounted_lifetime[1] - 3.694908) <= 5.1e-7);
    CHECK(found.group.ids()->text(found.group.codes()[1]) == "Regular");
    CHECK(found.discount == .1);
  }
  TEST_CASE("each timing is its sum") {
    for (const double alpha : {.05, .668, 1.0, 3.5})
      for (const double beta : {.2, 3.8, 40.0})
        for (const double discount : {.0005, .01, .1, 2.0}) {
          const RenewalModel model = model_of(alpha, beta);
          const auto of = [&](PaymentTiming timing, std::int64_t renewals) {
            return discounted_lifetime(model, {.discount = discount, .timing = timing, .renewals = renewals})
                .discounted_lifetime[0];
          };
          CHECK(of(PaymentTiming::new_customer, 0) ==
                doctest::Approx(summed(alpha, beta, discount, 0, 0)).epsilon(1e-11));
          for (const int renewals : {0, 4}) {
            const double later = summed(alpha, beta, discount, renewals, 1);
            CHECK(of(PaymentTiming::after_renewal, renewals) == doctest::Approx(later).epsilon(1e-11));
            CHECK(of(PaymentTiming::before_renewal, renewals) ==
                  doctest::Approx((1 + discount) * later).epsilon(1e-11));
          }
        }
  }
  TEST_CASE("without a discount it is the mean, where there is one") {
    const auto of = [](double alpha, double beta) {
      return discounted_lifetime(model_of(alpha, beta), {.discount = 0}).discounted_lifetime[0];
    };
    CHECK(of(3, 5) == doctest::Approx(1 + 5.0 / 2));
    CHECK(std::isnan(of(1, 5)));
    CHECK(std::isnan(of(.5, 5)));
    const auto nearly = discounted_lifetime(model_of(3, 5), {.discount = 1e-9}).discounted_lifetime[0];
    CHECK(nearly == doctest::Approx(3.5).epsilon(1e-7));
  }
  TEST_CASE("a shape makes other sums, which R has term by term") {
    struct Sum {
      double alpha, beta, shape, discount;
      int renewals;
      double expected;
    };
    const std::vector<Sum> sums{
        {.05, .2, .3, .01, 0, 74.64225268707},   {.26, 1.7, 1.6, .1, 0, 4.939649299468},
        {.26, 1.7, 1.6, .1, 4, 6.614089520943},  {.6, 40, .5, .0005, 0, 1363.921957272},
        {2, 300, 2.5, .002, 30, 7.204074400601}, {1.2, 3, 2.5, 0, 0, 1.262385143048},
        {30, 100, .5, 0, 0, 31.49134711916},     {4, 9, 2, 0, 3, 0.4339128635731}};
    for (const Sum& sum : sums) {
      const auto found = discounted_lifetime(
          model_of(sum.alpha, sum.beta, sum.shape),
          {.discount = sum.discount, .timing = PaymentTiming::after_renewal, .renewals = sum.renewals});
      CHECK(std::abs(found.discounted_lifetime[0] / sum.expected - 1) < 1e-11);
    }
  }
  TEST_CASE("a shape that is nearly 1 is worth what 1 is, and no sum is without an end") {
    for (const double alpha : {.02, .7, 1.5, 40.0})
      for (const double beta : {.1, 5.0, 1e5})
        for (const double discount : {0.0, 1e-9, .1, 50.0})
          for (const std::int64_t renewals : {0, 6, 1'000'000}) {
            const DiscountedLifetimeOptions options{
                .discount = discount, .timing = PaymentTiming::after_renewal, .renewals = renewals};
            const double of_one = discounted_lifetime(model_of(alpha, beta), options).discounted_lifetime[0];
            const double nearly =
                discounted_lifetime(model_of(alpha, beta, 1 + 1e-14), options).discounted_lifetime[0];
            CHECK(std::isnan(nearly) == std::isnan(of_one));
            if (!std::isnan(of_one)) CHECK(nearly == doctest::Approx(of_one).epsilon(1e-10).scale(0));
            if (discount == 0 && alpha > 1)
              CHECK(of_one ==
                    doctest::Approx((beta + static_cast<double>(renewals)) / (alpha - 1)).epsilon(1e-12));
            for (const double shape : {.01, .2, 3.0, 99.0}) {
              const double sum =
                  discounted_lifetime(model_of(alpha, beta, shape), options).discounted_lifetime[0];
              CHECK(std::isnan(sum) == (discount == 0 && alpha * shape <= 1));
              if (discount > 0) CHECK((sum >= 0 && sum <= 1.0000001 / discount));
            }
          }
  }
  TEST_CASE("what lies beyond the renewals that were seen is told") {
    RenewalModel model = model_of(.7, 1.2);
    model.periods = {4};
    for (const double discount : {.02, .1, .5})
      for (const std::int64_t renewals : {0, 3, 4, 9}) {
        double seen = renewals == 0 ? 1 : 0, later = 0,
               stay = 1;  // term by term, S(t) = S(t-1) (b+t-1)/(a+b+t-1)
        for (int t = 1; t < 4000; ++t) {
          const double age = static_cast<double>(renewals) + t - 1;
          stay *= (1.2 + age) / (.7 + 1.2 + age);
          (age + 1 > 4 ? later : seen) += stay * std::pow(1 + discount, -t);
        }
        const auto found = discounted_lifetime(
            model, {.discount = discount,
                    .timing = renewals == 0 ? PaymentTiming::new_customer : PaymentTiming::after_renewal,
                    .renewals = renewals});
        CHECK(found.beyond[0] == doctest::Approx(later / (seen + later)).epsilon(1e-10));
        REQUIRE(found.findings.size() == 1);
        CHECK(found.findings[0].code == "horizon_beyond_support");
      }
    const auto all =
        discounted_lifetime(model, {.discount = .1, .timing = PaymentTiming::before_renewal, .renewals = 4});
    CHECK(all.beyond[0] == 1);
    CHECK(all.findings[0].message ==
          "discounted_lifetime: up to 100% of it is from renewals later than any that were seen: it is the "
          "model's");
    model.periods = {4000};
    CHECK(discounted_lifetime(model, {.discount = .1}).findings.empty());
    CHECK(std::isnan(discounted_lifetime(model_of(.5, 5), {.discount = 0}).beyond[0]));
  }
  TEST_CASE("bad input is refused") {
    const auto refusal = [](const DiscountedLifetimeOptions& options) {
      try {
        discounted_lifetime(model_of(1, 1), options);
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal({.discount = -.1}) == "discounted_lifetime: discount = -0.1 is not a number >= 0");
    CHECK(refusal({.discount = std::nan("")}) == "discounted_lifetime: discount = nan is not a number >= 0");
    CHECK(refusal({.discount = .1, .renewals = 2}) ==
          "discounted_lifetime: renewals = 2 is not of a new customer, who has none");
    CHECK(refusal({.discount = .1, .timing = PaymentTiming::after_renewal, .renewals = -1}) ==
          "discounted_lifetime: renewals = -1 is not in [0, 1000000]");
  }
}
