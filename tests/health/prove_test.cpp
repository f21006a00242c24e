// SPDX-License-Identifier: MIT
#include <fealty/health/prove.hpp>

#include "health/scored_accounts.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

constexpr double auc_of_70 = 0.7416143;   // sqrt(2) x the normal quantile of .70
constexpr double auc_of_995 = 3.6427729;  // likewise of .995

struct Shown {
  double value, lower, upper, p_value;
  std::string note;
};
std::optional<Shown> shown(const Proof& proof, ProofFigure figure, const std::string& of = "") {
  for (std::size_t i = 0; i < proof.figure.size(); ++i)
    if (proof.figure[i] == figure && (of.empty() || proof.of[i] == of))
      return Shown{proof.value[i], proof.lower[i], proof.upper[i], proof.p_value[i], proof.note[i]};
  return {};
}
double value(const Proof& proof, ProofFigure figure, const std::string& of = "") {
  return shown(proof, figure, of).value().value;
}
ProveOptions few_draws() {
  ProveOptions options;
  options.draws = 200;
  return options;
}
Proof prove(const scored::Tables& tables, const ProveOptions& options = few_draws()) {
  return health::prove(tables.snapshots, tables.outcomes, options);
}

/// Verdicts over seeds, and how often the interval of the calibration slope holds 1.
struct Tally {
  std::array<int, 4> verdicts{};
  int slope_covers = 0;
  int of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};
template <class Make>
Tally tally(int seeds, Make make, const ProveOptions& options = few_draws()) {
  Tally found;
  for (int seed = 1; seed <= seeds; ++seed) {
    const Proof proof = prove(make(static_cast<std::uint64_t>(seed)), options);
    ++found.verdicts[static_cast<std::size_t>(proof.verdict)];
    const auto slope = shown(proof, ProofFigure::calibration_slope);
    if (slope->lower <= 1 && 1 <= slope->upper) ++found.slope_covers;
  }
  return found;
}

/// Six accounts with two quarters of snapshots. Churn: a in the first window, b in the second, f later.
SnapshotColumns six_accounts() {
  SnapshotColumns columns{.account = Texts{"a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "f", "a"},
                          .as_of = tables::Days{0, 0, 91, 0, 91, 0, 91, 0, 91, 0, 91, 91}};
  columns.attributes.add("score", Column<double>(Reals{10, 40, 20, 30, 55, 60, 65, 70, 75, 80, 85, 15}));
  columns.attributes.add("band", IdColumn(Texts{"red", "yellow", "red", "red", "yellow", "yellow", "green",
                                                "green", "green", "green", "green", "red"}));
  columns.mrr_minor = Counts{100, 300, 300, 500, 500, 100, 100, 100, 100, 100, 100, 100};
  columns.currency = "USD";
  return columns;
}
Outcomes six_outcomes() {
  return Outcomes(
      {.account = Texts{"a", "b", "f"}, .date = tables::Days{50, 130, 300}, .observed_until = Date{365}});
}

}  // namespace

TEST_SUITE("health/prove") {
  TEST_CASE("figures are those of the examples") {
    ProveOptions options = few_draws();
    options.shares = {0.3};
    const Proof proof = health::prove(Snapshots(six_accounts()), six_outcomes(), options);
    // 11 examples; 2 with the outcome, scores 10 and 20, and 9 without, scores from 30; b at 40 is one
    CHECK(value(proof, ProofFigure::examples) == 11);
    CHECK(shown(proof, ProofFigure::examples)->note ==
          "of 12 snapshots; 1 already happened, 0 not at risk, 0 with an open window, 0 happened in the gap, "
          "0 without a score");
    CHECK(value(proof, ProofFigure::accounts) == 6);
    CHECK(value(proof, ProofFigure::events) == 2);
    CHECK(value(proof, ProofFigure::accounts_with_outcome) == 2);
    CHECK(value(proof, ProofFigure::accounts_without_outcome) == 5);
    CHECK(value(proof, ProofFigure::outcome_rate) == doctest::Approx(2.0 / 11).epsilon(1e-14));
    CHECK(value(proof, ProofFigure::roc_auc) == 1);
    CHECK(value(proof, ProofFigure::average_precision) == 1);
    CHECK(value(proof, ProofFigure::kolmogorov_smirnov) == 1);
    CHECK(value(proof, ProofFigure::capture, "0.3") == 1);
    CHECK(value(proof, ProofFigure::lift, "0.3") == doctest::Approx(1 / 0.3).epsilon(1e-14));
    CHECK(value(proof, ProofFigure::revenue_captured, "0.3") == 1);
    CHECK(proof.bands.band.text(0) == "red");
    CHECK(proof.bands.examples == Counts{3, 3, 5});
    CHECK(proof.bands.outcomes == Counts{2, 0, 0});
    CHECK(value(proof, ProofFigure::band_outcome_rate, "red") == doctest::Approx(2.0 / 3).epsilon(1e-14));
    // 90 days before: b was yellow on day 40, f green on day 210; a had no snapshot so early
    CHECK(value(proof, ProofFigure::not_best_before) == 0.5);
    CHECK(value(proof, ProofFigure::watermelon_share) == 0.5);
    CHECK(value(proof, ProofFigure::median_worst_days) == 44.5);  // a 50, b 39
    CHECK(value(proof, ProofFigure::median_warned_days) == 90);   // a 50, b 130
    CHECK(proof.verdict == Verdict::insufficient_events);
    REQUIRE(proof.reasons.size() == 1);
    CHECK(proof.reasons[0] ==
          "2 accounts have the outcome in their window and 5 have it not; of each 30 are needed");
    CHECK(tables::codes(proof.findings) == "not_calibrated bands_inferred");
    CHECK(std::isnan(value(proof, ProofFigure::calibration_slope)));
    CHECK(proof.probability_by == "not: too few accounts to learn from");
  }

  TEST_CASE("a score that foretells is predictive, one that is shuffled is not") {
    const Tally predictive =
        tally(30, [](std::uint64_t seed) { return scored::once(seed, 1000, 200, auc_of_70).tables(); });
    CHECK(predictive.of(Verdict::predictive) == 30);
    const Tally shuffled =
        tally(100, [](std::uint64_t seed) { return scored::once(seed, 300, 60, 0).tables(); });
    CHECK(shuffled.of(Verdict::predictive) <= 9);
    CHECK(shuffled.of(Verdict::predictive) + shuffled.of(Verdict::not_predictive) == 100);
  }

  TEST_CASE("several snapshots of an account raise no false alarm") {
    const Tally months =
        tally(40, [](std::uint64_t seed) { return scored::monthly(seed, 150, 0.012, 0).tables(1080); });
    CHECK(months.of(Verdict::predictive) <= 4);
    ProveOptions expansions = few_draws();
    expansions.recurrent = true;
    expansions.outcome_is_loss = false;
    const Tally quarters = tally(
        40, [](std::uint64_t seed) { return scored::quarterly(seed, 100).tables(728); }, expansions);
    CHECK(quarters.of(Verdict::predictive) <= 4);
    const Tally real =
        tally(5, [](std::uint64_t seed) { return scored::monthly(seed, 300, 0.012, 1).tables(1080); });
    CHECK(real.of(Verdict::predictive) == 5);
  }

  TEST_CASE("a score that knows is leaking, unless too few accounts could tell") {
    const auto know = [](int churned) {
      return [churned](std::uint64_t seed) { return scored::once(seed, 600, churned, auc_of_995).tables(); };
    };
    CHECK(tally(20, know(120)).of(Verdict::leaking) == 20);
    CHECK(tally(20, know(29)).of(Verdict::insufficient_events) == 20);
    CHECK(tally(10, know(3)).of(Verdict::insufficient_events) == 10);
    const Proof proof = prove(scored::once(1, 600, 120, auc_of_995).tables());
    REQUIRE(proof.reasons.size() == 1);
    CHECK(proof.reasons[0] == fmt::format("score is too good to be true: its AUC is {:.4f}, above 0.98",
                                          value(proof, ProofFigure::roc_auc)));
  }

  TEST_CASE("probabilities that are right have a slope of 1 within its interval") {
    int covers = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      std::mt19937_64 random(seed);
      std::normal_distribution<double> normal;
      std::uniform_real_distribution<double> uniform;
      scored::Rows rows;
      for (int i = 0; i < 600; ++i) {
        const double logit = -1.5 + normal(random);
        rows.account.push_back(i);
        rows.as_of.push_back(0);
        rows.score.push_back(-logit);
        rows.probability.push_back(1 / (1 + std::exp(-logit)));
        if (uniform(random) >= rows.probability.back()) continue;
        rows.outcome_account.push_back(i);
        rows.outcome_date.push_back(30);
      }
      ProveOptions options = few_draws();
      options.draws = 20;
      options.probability = "probability";
      const Proof proof = prove(rows.tables(), options);
      const auto slope = shown(proof, ProofFigure::calibration_slope);
      if (slope->lower <= 1 && 1 <= slope->upper) ++covers;
      CHECK(proof.probability_by == "as given: probability");
    }
    CHECK(covers >= 54);
  }
}
