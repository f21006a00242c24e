// SPDX-License-Identifier: MIT
#include <fealty/health/prove.hpp>

#include <fealty/company/simulate.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/health/logistic.hpp>
#include <fealty/health/predict_logistic.hpp>

#include "health/scored_accounts.hpp"
#include "health/telco.hpp"
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

/// What a score of a simulated company is made of.
enum class Told { hazard, shuffled, outcome };

/// Each month of each account of a simulated company, and who left.
scored::Tables of_company(const company::Company& made, Told told, std::uint64_t seed = 3,
                          Date until = make_date(2025, 1, 1)) {
  const auto days = [](const Frame& frame) { return std::get<Days>(frame.at("date")).days; };
  const IdColumn& account = std::get<IdColumn>(made.hazards.at("account"));
  const Column<double>& hazard = std::get<Column<double>>(made.hazards.at("hazard"));
  const IdColumn& left = std::get<IdColumn>(made.causes.at("account"));
  const Column<std::int32_t> left_on = days(made.causes), as_of = days(made.hazards);
  std::vector<std::uint32_t> of_account(account.ids()->size());  // whose hazards it gets
  std::iota(of_account.begin(), of_account.end(), 0U);
  if (told == Told::shuffled) std::shuffle(of_account.begin(), of_account.end(), std::mt19937_64(seed));
  Reals mean(account.ids()->size()), months(mean.size());
  for (std::size_t i = 0; i < account.size(); ++i)
    mean[account.codes()[i]] += hazard[i], ++months[account.codes()[i]];
  std::vector<std::int32_t> end(mean.size(), fealty::open);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto code = account.ids()->find(left.ids()->view(left.codes()[i]));
    if (code) end[*code] = std::min(end[*code], left_on[i]);
  }
  Reals score;
  for (std::size_t i = 0; i < account.size(); ++i) {
    const std::uint32_t code = account.codes()[i], other = of_account[code];
    const bool soon = end[code] > as_of[i] && end[code] <= as_of[i] + 90;
    score.push_back(told == Told::hazard     ? -hazard[i]
                    : told == Told::shuffled ? -mean[other] / std::max(1.0, months[other])
                                             : (soon ? 0 : 100) + static_cast<double>(i % 20));
  }
  SnapshotColumns columns{.account = account, .as_of = as_of};
  columns.attributes.add("score", Column<double>(std::move(score)));
  return {Snapshots(columns), Outcomes({.account = left, .date = left_on, .observed_until = until})};
}

/// One half of IBM's customers, with a score that was learned on the other.
scored::Tables of_telco(const Examples& examples, bool smuggled) {
  const health::detail::ExampleData& data = examples.data();
  std::vector<std::uint32_t> halves[2];
  for (std::uint32_t row = 0; row < data.size(); ++row) halves[row * 2'654'435'761U >> 31].push_back(row);
  const auto half = [&](int which) {
    return Examples({.outcome = fealty::detail::select_rows(data.outcome, halves[which]),
                     .attributes = fealty::detail::select_rows(data.attributes, &halves[which])});
  };
  const LogisticModel model =
      logistic(half(0), {.features = {"tenure", "MonthlyCharges", "Contract", "InternetService",
                                      "PaymentMethod", "OnlineSecurity", "TechSupport", "PaperlessBilling",
                                      "StreamingTV", "StreamingMovies", "MultipleLines"},
                         .penalty = 0.001});
  const Examples judged = half(1);
  const Frame& attributes = judged.data().attributes;
  SnapshotColumns columns{.account = fealty::detail::select_rows(data.account, halves[1]),
                          .as_of = tables::Days(halves[1].size(), 0),
                          .attributes = attributes};
  Reals score, churn;
  for (const double each : predict_logistic(model, attributes).probability) score.push_back(1 - each);
  Texts account;
  for (std::size_t i = 0; i < halves[1].size(); ++i) {
    churn.push_back(judged.data().outcome[i]);
    if (churn.back() == 1) account.push_back(columns.account.text(i));
  }
  columns.attributes.add("score", Column<double>(std::move(score)));
  if (smuggled) columns.attributes.add("Churn", Column<double>(std::move(churn)));
  const tables::Days date(account.size(), 30);
  return {Snapshots(columns), Outcomes({.account = account, .date = date, .observed_until = Date{365}})};
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
    CHECK(tables::codes(proof.findings) ==
          "few_outcomes no_interval no_interval no_interval not_calibrated bands_inferred bands_alike "
          "bands_alike empty_cell");
    CHECK(proof.findings[0].message ==
          "prove: roc_auc: the outcome happened in 2 of 11 rows; with fewer than 30 of either kind, an "
          "interval "
          "covers less than it says");
    CHECK(proof.findings[6].message ==
          "prove: churn_by_band: red and yellow do not differ beyond chance: 2 of 3, 0 of 3");
    CHECK(std::isnan(value(proof, ProofFigure::calibration_slope)));
    CHECK(proof.probability_by == "not: too few accounts to learn from");
  }

  TEST_CASE("every figure but counts and tests has an interval that holds it") {
    scored::Rows rows = scored::monthly(1, 400, 0.02, auc_of_70);
    std::vector<std::string> bands;
    Reals steady;
    for (std::size_t i = 0; i < rows.score.size(); ++i) {
      bands.push_back(rows.score[i] < 40 ? "red" : rows.score[i] < 60 ? "yellow" : "green");
      steady.push_back(static_cast<double>(i % 7));
    }
    rows.more.add("band", IdColumn(bands));
    rows.more.add("steady", Column<double>(steady));
    const Proof proof = prove(rows.tables(1080));
    for (std::size_t i = 0; i < proof.figure.size(); ++i) {
      const ProofFigure figure = proof.figure[i];
      const std::string_view name = enum_names(ProofFigure{})[static_cast<std::size_t>(figure)];
      CAPTURE(name);
      CAPTURE(proof.of[i]);
      const bool count = name == "examples" || name == "accounts" || name == "events" || name == "leaks" ||
                         name == "accounts_with_outcome" || name == "accounts_without_outcome";
      const bool test = figure == ProofFigure::spiegelhalter_z || figure == ProofFigure::band_trend;
      if (count || test) {
        CHECK(std::isnan(proof.lower[i]));
        CHECK(std::isnan(proof.p_value[i]) == count);
      } else {
        CHECK(proof.lower[i] <= proof.value[i]);
        CHECK(proof.value[i] <= proof.upper[i]);
      }
    }
    CHECK(shown(proof, ProofFigure::kolmogorov_smirnov)->lower > 0);
    CHECK(shown(proof, ProofFigure::reliability)->lower == 0);
    CHECK(shown(proof, ProofFigure::score_psi)->lower == 0);
    ProveOptions narrow = few_draws();
    narrow.confidence = 0.5;
    const Proof less = prove(rows.tables(1080), narrow);
    for (const ProofFigure each :
         {ProofFigure::outcome_rate, ProofFigure::kolmogorov_smirnov, ProofFigure::reliability,
          ProofFigure::expected_calibration_error, ProofFigure::score_psi, ProofFigure::feature_csi})
      CHECK(shown(less, each)->upper < shown(proof, each)->upper);
  }

  TEST_CASE("an outcome rate of accounts with one row each is Wilson's") {
    const Proof proof = prove(scored::once(1, 300, 60, auc_of_70).tables());
    const auto rate = shown(proof, ProofFigure::outcome_rate);
    // prop.test(60, 300, correct = FALSE) in R; accounts count one less
    CHECK(rate->lower == doctest::Approx(0.158663).epsilon(2e-3));
    CHECK(rate->upper == doctest::Approx(0.248867).epsilon(2e-3));
  }

  TEST_CASE("findings of parts are told once each, with the part's name") {
    scored::Rows rows = scored::once(1, 300, 60, 1);
    rows.probability = Reals(rows.score.size(), 0.25);
    ProveOptions options = few_draws();
    options.probability = "probability";
    const Proof alike = prove(rows.tables(), options);
    CHECK(tables::codes(alike.findings) == "no_spread one_day");
    CHECK(alike.findings[0].message ==
          "prove: calibration_measures: all probabilities are alike; there is no calibration slope");
    rows.probability[0] = std::nan("");
    const Proof missing = prove(rows.tables(), options);
    CHECK(tables::codes(missing.findings) == "missing_score no_spread one_day");
    CHECK(missing.findings[0].message ==
          "prove: 1 of 300 rows that are judged have no probability; figures of probabilities are without "
          "them");
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

  TEST_CASE("reasons say what decided") {
    const Proof good = prove(scored::once(1, 1000, 200, auc_of_70).tables());
    const auto area = shown(good, ProofFigure::roc_auc).value();
    CHECK(good.reasons[0] ==
          fmt::format("the AUC of score is {:.3f}, with an interval from {:.3f} to {:.3f} that lies above .5",
                      area.value, area.lower, area.upper));
    ProveOptions reversed = few_draws();
    reversed.polarity = Polarity::lower_is_healthier;
    const Proof wrong = prove(scored::once(1, 1000, 200, auc_of_70).tables(), reversed);
    CHECK(wrong.verdict == Verdict::not_predictive);
    CHECK(value(wrong, ProofFigure::roc_auc) == doctest::Approx(1 - area.value).epsilon(1e-12));
    CHECK(wrong.reasons[0].ends_with("lies below .5: it points the wrong way; is its polarity reversed?"));
    const Proof none = prove(scored::once(3, 1000, 200, 0).tables());
    CHECK(none.reasons[0].ends_with("holds .5, the AUC of a score that tells nothing"));
    scored::Rows same = scored::once(1, 200, 60, 0);
    std::fill(same.score.begin(), same.score.end(), 50);
    const Proof constant = prove(same.tables());
    CHECK(constant.verdict == Verdict::not_predictive);
    CHECK(value(constant, ProofFigure::roc_auc) == 0.5);
    CHECK(constant.reasons == Texts{"score is the same for all: it tells nothing"});
  }

  TEST_CASE("a gain is foretold by high scores of health") {
    scored::Rows rows = scored::once(1, 600, 120, auc_of_70);
    for (double& each : rows.score) each = -each;  // those with the outcome are healthier
    ProveOptions options = few_draws();
    options.outcome_is_loss = false;
    const Proof proof = prove(rows.tables(), options);
    CHECK(proof.verdict == Verdict::predictive);
    CHECK(value(proof, ProofFigure::roc_auc) ==
          doctest::Approx(value(prove(scored::once(1, 600, 120, auc_of_70).tables()), ProofFigure::roc_auc))
              .epsilon(1e-12));
  }

  TEST_CASE("a score has to be better than baselines, and it is said where it is not") {
    scored::Rows rows = scored::once(1, 1000, 200, auc_of_70);
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    Reals same, noise;
    Texts color;
    for (std::size_t i = 0; i < rows.score.size(); ++i) {
      same.push_back(-2 * rows.score[i] + 3);
      noise.push_back(normal(random));
      color.push_back(rows.score[i] < 45 ? "red" : "green");
    }
    rows.more.add("tenure_days", Column<double>(same));
    rows.more.add("noise", Column<double>(noise));
    rows.more.add("csm_color", IdColumn(color));
    const Proof usual = prove(rows.tables());
    CHECK(shown(usual, ProofFigure::roc_auc_baseline, "noise") == std::nullopt);  // not asked for
    CHECK(value(usual, ProofFigure::roc_auc_baseline, "tenure_days") ==
          doctest::Approx(value(usual, ProofFigure::roc_auc)).epsilon(1e-14));
    CHECK(value(usual, ProofFigure::roc_auc_difference, "tenure_days") == 0);
    CHECK(value(usual, ProofFigure::roc_auc_difference, "csm_color") > 0);
    // the same color as a number has the same ties, and tells as much
    Reals red;
    for (const std::string& each : color) red.push_back(each == "red" ? 1 : 0);
    rows.more.add("csm_sentiment", Column<double>(red));
    const Proof both = prove(rows.tables());
    CHECK(value(both, ProofFigure::roc_auc_baseline, "csm_color") ==
          value(both, ProofFigure::roc_auc_baseline, "csm_sentiment"));
    CHECK(usual.verdict == Verdict::predictive);
    REQUIRE(usual.reasons.size() == 2);
    CHECK(usual.reasons[1] == "it is not known whether it is better than tenure_days");
    ProveOptions options = few_draws();
    options.baselines = Texts{"noise"};
    const Proof asked = prove(rows.tables(), options);
    CHECK(asked.reasons.size() == 1);
    CHECK(shown(asked, ProofFigure::roc_auc_difference, "noise")->lower > 0);
    options.score = "noise";
    options.baselines = Texts{"score"};
    options.polarity = Polarity::lower_is_healthier;
    CHECK(value(prove(rows.tables(), options), ProofFigure::roc_auc_difference, "score") < -0.1);
  }

  TEST_CASE("days to renewal are a baseline wherever renewals are known") {
    const scored::Rows rows = scored::once(1, 400, 80, auc_of_70);
    SnapshotColumns columns{.account = rows.account, .as_of = rows.as_of};
    columns.attributes.add("score", Column<double>(rows.score));
    columns.due = tables::Days(rows.score.size(), 30);
    const Proof proof = health::prove(Snapshots(columns), rows.tables().outcomes, few_draws());
    CHECK(value(proof, ProofFigure::roc_auc_baseline, "days_to_renewal") == 0.5);
  }

  TEST_CASE("accounts that somebody acted on are shown apart") {
    const scored::Rows rows = scored::once(1, 1000, 200, auc_of_70);
    SnapshotColumns columns{.account = rows.account, .as_of = rows.as_of};
    columns.attributes.add("score", Column<double>(rows.score));
    // of those in the red, half were treated; these were all saved
    std::vector<std::uint8_t> treated(rows.score.size());
    for (std::size_t i = 0; i < treated.size(); ++i) treated[i] = rows.score[i] < 45 && i % 2 == 1 ? 1 : 0;
    columns.treated = treated;
    std::vector<std::int64_t> account;
    tables::Days date;
    for (std::size_t i = 0; i < rows.outcome_account.size(); ++i)
      if (treated[i] == 0) account.push_back(rows.outcome_account[i]), date.push_back(rows.outcome_date[i]);
    const Outcomes outcomes({.account = account, .date = date, .observed_until = Date{1000}});
    const Proof proof = health::prove(Snapshots(columns), outcomes, few_draws());
    CHECK(value(proof, ProofFigure::roc_auc_untreated) > value(proof, ProofFigure::roc_auc));
    CHECK(std::isnan(value(proof, ProofFigure::roc_auc_treated)));
    CHECK(shown(proof, ProofFigure::roc_auc_treated)->note.starts_with("0 of "));
  }

  TEST_CASE("what the score is made of may leak too") {
    scored::Rows rows = scored::once(1, 400, 80, auc_of_70);
    Reals churned;
    for (std::size_t i = 0; i < rows.score.size(); ++i) churned.push_back(i < 80 ? 1 : 0);
    rows.more.add("is_active", Column<double>(churned));
    const Proof proof = prove(rows.tables());
    CHECK(proof.verdict == Verdict::leaking);
    CHECK(proof.reasons == Texts{"is_active is the outcome under another name"});
    CHECK(value(proof, ProofFigure::leaks) == 1);
    SnapshotColumns columns{.account = Texts{"a", "b"}, .as_of = tables::Days{0, 0}};
    columns.attributes.add("score", Column<double>(Reals{1, 2}));
    columns.known_on = tables::Days{0, 1};
    const Proof later = health::prove(
        Snapshots(columns),
        Outcomes({.account = Texts{"a"}, .date = tables::Days{5}, .observed_until = Date{99}}), few_draws());
    CHECK(later.verdict == Verdict::leaking);  // dates are facts, however few
    CHECK(later.reasons == Texts{"1 rows were made of something dated after as_of"});
  }

  TEST_CASE("the score and its features may drift") {
    scored::Rows rows = scored::monthly(1, 200, 0.01, 0);
    Reals moved, steady;
    for (std::size_t i = 0; i < rows.score.size(); ++i) {
      moved.push_back(rows.score[i] + (rows.as_of[i] > 400 ? 30 : 0));
      steady.push_back(static_cast<double>(i % 7));
    }
    rows.more.add("moved", Column<double>(moved));
    rows.more.add("steady", Column<double>(steady));
    const Proof proof = prove(rows.tables(1080));
    CHECK(value(proof, ProofFigure::score_psi) < 0.1);
    CHECK(value(proof, ProofFigure::feature_csi, "moved") > 0.25);
    CHECK(shown(proof, ProofFigure::feature_csi, "moved")->note == "large; p as if rows were independent");
    CHECK(value(proof, ProofFigure::feature_csi, "steady") < 0.1);
    CHECK(shown(proof, ProofFigure::feature_csi, "moved")->lower > 0.1);
    const auto drift = std::find_if(proof.findings.begin(), proof.findings.end(),
                                    [](const Finding& each) { return each.code == "drift"; });
    REQUIRE(drift != proof.findings.end());
    CHECK(drift->message.starts_with("prove: csi: moved has moved beyond chance: its index is "));
    CHECK(tables::codes(prove(scored::once(1, 100, 40, 0).tables()).findings) == "one_day");
  }

  TEST_CASE("neither the order of rows nor the number of threads changes anything") {
    scored::Rows rows = scored::monthly(1, 120, 0.02, 0.5);
    ProveOptions options = few_draws();
    options.threads = 1;
    const Proof once = prove(rows.tables(1080), options);
    std::mt19937_64 random(9);
    for (std::size_t i = rows.score.size() - 1; i > 0; --i) {
      const std::size_t j = random() % (i + 1);
      std::swap(rows.account[i], rows.account[j]);
      std::swap(rows.as_of[i], rows.as_of[j]);
      std::swap(rows.score[i], rows.score[j]);
    }
    std::reverse(rows.outcome_account.begin(), rows.outcome_account.end());
    std::reverse(rows.outcome_date.begin(), rows.outcome_date.end());
    options.threads = 3;
    const Proof again = prove(rows.tables(1080), options);
    CHECK(once.reasons == again.reasons);
    REQUIRE(once.value.size() == again.value.size());
    for (std::size_t i = 0; i < once.value.size(); ++i) {
      CAPTURE(i);
      CHECK((std::isnan(once.value[i]) ? std::isnan(again.value[i])
                                       : std::abs(once.value[i] - again.value[i]) < 1e-12));
      CHECK((std::isnan(once.lower[i]) ? std::isnan(again.lower[i])
                                       : std::abs(once.lower[i] - again.lower[i]) < 1e-12));
    }
  }

  TEST_CASE("scores that are missing are not judged, and that is said") {
    scored::Rows rows = scored::once(1, 300, 60, auc_of_70);
    rows.score[0] = rows.score[299] = std::numeric_limits<double>::quiet_NaN();
    const Proof proof = prove(rows.tables());
    CHECK(value(proof, ProofFigure::examples) == 298);
    CHECK(value(proof, ProofFigure::accounts_with_outcome) == 59);
    REQUIRE(tables::codes(proof.findings) == "missing_score one_day");
    CHECK(proof.findings[0].message == "prove: 2 of 300 examples have no score; they are not judged");
    std::fill(rows.score.begin(), rows.score.end(), std::numeric_limits<double>::quiet_NaN());
    const Proof nothing = prove(rows.tables());
    CHECK(nothing.verdict == Verdict::insufficient_events);
    CHECK(std::isnan(value(nothing, ProofFigure::roc_auc)));
  }

  TEST_CASE("without both kinds of accounts there is no verdict, and no number") {
    for (const int churned : {0, 3, 40}) {  // of 40
      const Proof proof = prove(scored::once(1, 40, churned, 1).tables());
      CAPTURE(churned);
      CHECK(proof.verdict == Verdict::insufficient_events);
      CHECK(std::isnan(value(proof, ProofFigure::roc_auc)) == (churned != 3));
      CHECK(std::isnan(value(proof, ProofFigure::calibration_slope)));
    }
    const SnapshotColumns none{.account = Texts{}, .as_of = tables::Days{}};
    SnapshotColumns empty = none;
    empty.attributes.add("score", Column<double>(Reals{}));
    const Outcomes outcomes({.account = Texts{}, .date = tables::Days{}});
    const Proof proof = health::prove(Snapshots(empty), outcomes, few_draws());
    CHECK(proof.verdict == Verdict::insufficient_events);
    CHECK(value(proof, ProofFigure::examples) == 0);
    SnapshotColumns one{.account = Texts{"a"}, .as_of = tables::Days{0}};
    one.attributes.add("score", Column<double>(Reals{1}));
    CHECK(health::prove(Snapshots(one), outcomes, few_draws()).verdict == Verdict::insufficient_events);
    // windows that are not over yet
    const Proof early = prove(scored::once(1, 100, 40, 1).tables(89));
    CHECK(early.verdict == Verdict::insufficient_events);
    REQUIRE(early.reasons.size() == 2);
    CHECK(early.reasons[1] ==
          "100 of 100 snapshots have a window that ends after the last day that is known, "
          "1970-03-31; observed_until of the outcomes tells it");
    // outcomes that lie before all snapshots
    const Outcomes before({.account = Texts{"a"}, .date = tables::Days{-5}, .observed_until = Date{900}});
    const Proof late = health::prove(Snapshots(one), before, few_draws());
    CHECK(late.verdict == Verdict::insufficient_events);
    CHECK(tables::codes(late.findings) == "outcome_before_snapshots no_examples not_calibrated one_day");
  }

  TEST_CASE("bands stand as they are told, or by their mean scores") {
    ProveOptions options = few_draws();
    options.order = {"red", "yellow"};
    const Proof proof = health::prove(Snapshots(six_accounts()), six_outcomes(), options);
    CHECK(proof.bands.left_out == 5);
    CHECK(tables::codes(proof.findings) ==
          "few_outcomes no_interval no_interval no_interval not_calibrated missing_band bands_alike "
          "band_not_in_order empty_cell");
    options.order = {};
    options.band = "color";
    CHECK_THROWS_WITH_AS(health::prove(Snapshots(six_accounts()), six_outcomes(), options),
                         "prove: band = \"color\" is no attribute of the snapshots", InvalidInput);
    options.band = {};
    SnapshotColumns alike = six_accounts();
    alike.attributes = {};
    alike.attributes.add("score", Column<double>(Reals(12, 1)));
    alike.attributes.add("band", IdColumn(Texts(12, "green")));
    CHECK(tables::codes(health::prove(Snapshots(alike), six_outcomes(), options).findings) ==
          "few_outcomes no_interval no_interval not_calibrated one_band one_bin");
  }

  TEST_CASE("refuses what it cannot use") {
    const scored::Rows rows = scored::once(1, 40, 10, 1);
    const auto refuses = [&](auto edit, const char* message) {
      ProveOptions options = few_draws();
      edit(options);
      CHECK_THROWS_WITH_AS(prove(rows.tables(), options), message, InvalidInput);
    };
    refuses([](auto& o) { o.score = "health"; },
            "prove: score = \"health\" is no attribute of the examples; there are score");
    refuses([](auto& o) { o.probability = "p"; },
            "prove: probability = \"p\" is no attribute of the snapshots");
    refuses([](auto& o) { o.baselines = Texts{"tenure"}; },
            "prove: baselines = \"tenure\" is no attribute of the snapshots");
    refuses([](auto& o) { o.features = Texts{"usage"}; },
            "prove: features = \"usage\" is no attribute of the snapshots");
    refuses(
        [](auto& o) {
          o.order = {"red", "green"};
        },
        "prove: band = \"band\" is no attribute of the snapshots");
    refuses([](auto& o) { o.horizon_days = 0; }, "prove: horizon_days = 0 is not between 1 and 36500");
    refuses([](auto& o) { o.horizon_days = -90; }, "prove: horizon_days = -90 is not between 1 and 36500");
    refuses([](auto& o) { o.gap_days = -1; }, "prove: gap_days = -1 is not between 0 and 36500");
    refuses([](auto& o) { o.min_events = 1; }, "prove: min_events = 1 is below 2");
    refuses([](auto& o) { o.folds = 1; }, "prove: folds = 1 is not between 2 and 100");
    refuses([](auto& o) { o.confidence = 1; }, "prove: confidence = 1 is not in (0, 1)");
    refuses([](auto& o) { o.leak_auc = 0.5; }, "leakage: auc = 0.5 is not in (.5, 1)");
    refuses([](auto& o) { o.kind = "churn"; },
            "prove: kind = \"churn\" was asked for; the outcomes have no column kind");
    refuses([](auto& o) { o.at_risk = AtRisk::due_in_window; },
            "prove: at_risk = due_in_window was asked for; the snapshots have no column due");
    scored::Rows infinite = rows;
    infinite.score[7] = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(prove(infinite.tables()), "prove: score[7] = inf is not a finite number",
                         InvalidInput);
    scored::Rows impossible = rows;
    impossible.probability = Reals(rows.score.size(), 2);
    ProveOptions options = few_draws();
    options.probability = "probability";
    CHECK_THROWS_WITH_AS(prove(impossible.tables(), options),
                         "prove: probability[0] = 2 is not a probability: a number in [0, 1]", InvalidInput);
  }

  TEST_CASE("of a simulated company true hazards foretell, shuffled ones do not, outcomes leak") {
    const company::Company made = company::simulate(1500, 4);
    CHECK(prove(of_company(made, Told::hazard)).verdict == Verdict::predictive);
    CHECK(prove(of_company(made, Told::shuffled)).verdict == Verdict::not_predictive);
    CHECK(prove(of_company(made, Told::outcome)).verdict == Verdict::leaking);
    CHECK(prove(of_company(company::simulate(60, 4), Told::hazard)).verdict == Verdict::insufficient_events);
  }

  TEST_CASE("of IBM's customers a score of the one half foretells the other, and smuggled churn is found") {
    const auto examples = telco::examples();
    if (!examples) return;
    ProveOptions with_tenure = few_draws();
    with_tenure.baselines = Texts{"tenure"};
    const Proof honest = prove(of_telco(*examples, false), with_tenure);
    CHECK(honest.verdict == Verdict::predictive);
    CHECK(value(honest, ProofFigure::roc_auc) > 0.84);
    CHECK(value(honest, ProofFigure::roc_auc) < 0.86);
    CHECK(shown(honest, ProofFigure::roc_auc_difference, "tenure")->lower > 0);
    CHECK(honest.reasons.size() == 1);
    const Proof smuggled = prove(of_telco(*examples, true));
    CHECK(smuggled.verdict == Verdict::leaking);
    CHECK(smuggled.reasons == Texts{"Churn is the outcome under another name"});
  }

  // ./fealty_health_test --test-case="*over 200 seeds*" --no-skip
  TEST_CASE("verdicts over 200 seeds are right" * doctest::skip()) {
    const auto report = [](const char* what, const Tally& found) {
      MESSAGE(std::string(what) << ": predictive " << found.of(Verdict::predictive) << ", not "
                                << found.of(Verdict::not_predictive) << ", insufficient "
                                << found.of(Verdict::insufficient_events) << ", leaking "
                                << found.of(Verdict::leaking) << ", slope covers 1 " << found.slope_covers);
      return found;
    };
    const auto once = [](int churned, double distance) {
      return [churned, distance](std::uint64_t seed) {
        return scored::once(seed, 1000, churned, distance).tables();
      };
    };
    CHECK(report("shuffled", tally(200, once(200, 0))).of(Verdict::predictive) <= 19);
    const Tally good = report("true AUC .70", tally(200, once(200, auc_of_70)));
    CHECK(good.of(Verdict::predictive) >= 180);
    CHECK(good.slope_covers >= 180);
    CHECK(report("true AUC .995", tally(200, once(200, auc_of_995))).of(Verdict::leaking) == 200);
    CHECK(report("29 events", tally(200, once(29, auc_of_70))).of(Verdict::insufficient_events) == 200);
    const auto company = [](Told told, std::int64_t accounts) {
      return [told, accounts](std::uint64_t seed) {
        return of_company(company::simulate(accounts, seed, {.months = 30, .events_per_week = 0}), told, seed,
                          make_date(2024, 7, 1));
      };
    };
    CHECK(report("company, shuffled", tally(200, company(Told::shuffled, 500))).of(Verdict::predictive) <=
          19);
    CHECK(report("company, hazards", tally(200, company(Told::hazard, 500))).of(Verdict::predictive) >= 180);
    CHECK(report("company, outcomes", tally(200, company(Told::outcome, 500))).of(Verdict::leaking) == 200);
    CHECK(report("company of 60", tally(200, company(Told::hazard, 60))).of(Verdict::insufficient_events) ==
          200);
  }
}
