// SPDX-License-Identifier: MIT
#include <fealty/coverage/touch_effect.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using doctest::Approx;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

Approx like(double value) { return Approx(value).epsilon(1e-11).scale(0); }

/// Rows of a study, one after the other.
struct TouchRowList {
  Counts account;
  std::vector<std::uint8_t> treated, outcome;
  Texts stratum;
  Reals risk;

  void add(std::size_t times, bool touched, bool happened, const std::string& in = "", double risky = 0) {
    for (std::size_t i = 0; i < times; ++i) {
      account.push_back(static_cast<std::int64_t>(account.size()));
      treated.push_back(touched ? 1 : 0);
      outcome.push_back(happened ? 1 : 0);
      stratum.push_back(in);
      risk.push_back(risky);
    }
  }
  TouchStudyColumns columns(bool strata, bool risks) const {
    TouchStudyColumns found{.account = account,
                            .treated = Column<std::uint8_t>(treated),
                            .outcome = Column<std::uint8_t>(outcome)};
    if (strata) found.stratum = tables::ids_with_nulls(stratum);
    if (risks) found.risk = Column<double>(risk);
    return found;
  }
  /// Another order of the same rows.
  TouchRowList shuffled(std::mt19937_64& random) const {
    std::vector<std::size_t> order(account.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    TouchRowList found;
    for (const std::size_t i : order) {
      found.account.push_back(account[i]);
      found.treated.push_back(treated[i]);
      found.outcome.push_back(outcome[i]);
      found.stratum.push_back(stratum[i]);
      found.risk.push_back(risk[i]);
    }
    return found;
  }
};

/// Bickel, Hammel & O'Connell (1975), Science 187:398-404: admitted, rejected; men, then women.
TouchRowList berkeley() {
  const std::array<std::array<std::size_t, 4>, 6> departments{{{512, 313, 89, 19},
                                                               {353, 207, 17, 8},
                                                               {120, 205, 202, 391},
                                                               {138, 279, 131, 244},
                                                               {53, 138, 94, 299},
                                                               {22, 351, 24, 317}}};
  TouchRowList rows;
  for (std::size_t d = 0; d < 6; ++d) {
    const std::string name(1, static_cast<char>('A' + d));
    rows.add(departments[d][0], true, true, name);
    rows.add(departments[d][1], true, false, name);
    rows.add(departments[d][2], false, true, name);
    rows.add(departments[d][3], false, false, name);
  }
  return rows;
}
/// Forty pairs: of 6 both, of 4 the touched alone, of 12 the other alone and of 18 neither.
TouchRowList forty_pairs() {
  TouchRowList rows;
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i);
    rows.add(1, true, i < 10, name);
    rows.add(1, false, i < 6 || (i >= 10 && i < 22), name);
  }
  return rows;
}

}  // namespace

TEST_SUITE("coverage/touch_effect") {
  TEST_CASE("Mantel-Haenszel as R has it") {
    const auto found =
        touch_effect(TouchStudy(berkeley().columns(true, false)), {.design = StudyDesign::randomized});
    CHECK(found.measure == std::vector<EffectMeasure>{EffectMeasure::risk_difference,
                                                      EffectMeasure::risk_ratio, EffectMeasure::odds_ratio});
    CHECK(found.estimate[2] == like(0.9046968282586));
    CHECK(found.lower[2] == like(0.7719073617594));
    CHECK(found.upper[2] == like(1.0603297644367));
    CHECK(found.std_error[2] == like(0.08098890965622));
    CHECK(found.statistic == like(1.5246066604434));
    CHECK(found.p_value == like(0.2169236970555));
    CHECK(found.estimate[1] == like(0.94490502259593));
    CHECK(found.lower[1] == like(0.86645223268300));
    CHECK(found.upper[1] == like(1.03046130882747));
    CHECK(found.estimate[0] == like(-0.01842519619085));
    CHECK(found.lower[0] == like(-0.04748243534654));
    CHECK(found.upper[0] == like(0.01063204296484));
    CHECK(found.crude[0] == like(0.1416454282465));
    CHECK(found.crude[1] == like(1.4666415813867));
    CHECK(found.crude[2] == like(1.8410800371813));
    CHECK(found.strata == 6);
    CHECK(found.treated == 2691);
    CHECK(found.control_outcomes == 557);
    CHECK(found.left_out == 0);
    CHECK(found.design == StudyDesign::randomized);
    CHECK(found.findings.empty());
  }

  TEST_CASE("pairs as R has them: McNemar's test, and the ratio of those that differ") {
    const auto found =
        touch_effect(TouchStudy(forty_pairs().columns(true, false)), {.design = StudyDesign::matched});
    CHECK(found.strata == 40);
    CHECK(found.estimate[2] == like(4.0 / 12));
    CHECK(found.lower[2] == like(0.1075071391691));
    CHECK(found.upper[2] == like(1.0335230940929));
    CHECK(found.estimate[1] == like(10.0 / 18));
    CHECK(found.lower[1] == like(0.3097050068726));
    CHECK(found.upper[1] == like(0.9965675996825));
    CHECK(found.estimate[0] == like(-8.0 / 40));
    CHECK(found.std_error[0] == like(0.09486832980505));
    CHECK(found.statistic == like(4));
  }

  TEST_CASE("before and after is not evidence, and the result says so") {
    TouchRowList rows;
    for (std::int64_t i = 0; i < 30; ++i) {
      rows.add(1, false, i < 20), rows.account.back() = i;
      rows.add(1, true, i < 8), rows.account.back() = i;
    }
    const auto found =
        touch_effect(TouchStudy(rows.columns(false, false)), {.design = StudyDesign::before_after});
    CHECK(found.design == StudyDesign::before_after);
    CHECK(found.strata == 30);
    CHECK(found.estimate[0] == like(-0.4));
    REQUIRE(found.findings.size() == 2);  // no account has the outcome after the touch alone
    CHECK(found.findings[0].code == "not_evidence");
    CHECK(found.findings[0].severity == Severity::warning);
    CHECK(
        found.findings[0].message ==
        "touch_effect: before and after is not evidence: accounts are touched when they are in trouble, and "
        "trouble passes by itself; compare with accounts alike that were not touched, or draw who is");
  }

  TEST_CASE("a matched study tells what was matched on, and whom it leaves out") {
    TouchRowList rows;
    rows.add(1, true, true, "", 0.50);    // 0
    rows.add(1, true, false, "", 0.90);   // 1 chooses first: 4
    rows.add(1, false, true, "", 0.52);   // 2
    rows.add(1, false, true, "", 0.47);   // 3
    rows.add(1, false, false, "", 0.88);  // 4
    rows.add(1, true, true, "", 0.10);    // 5 has nobody
    rows.add(1, false, false, "", 0.30);  // 6
    const auto found =
        touch_effect(TouchStudy(rows.columns(false, true)), {.design = StudyDesign::matched, .caliper = 0.5});
    CHECK(found.strata == 2);
    CHECK(found.treated == 2);
    CHECK(found.controls == 2);
    CHECK(found.left_out == 3);
    CHECK(found.treated_outcomes == 1);
    CHECK(found.control_outcomes == 1);
    CHECK(tables::codes(found.findings) == "unmeasured_differences unmatched no_estimate");
    CHECK(found.findings[0].severity == Severity::information);
    CHECK(found.findings[0].message ==
          "touch_effect: accounts were compared that are alike in risk; what else they differ in may explain "
          "it");
    CHECK(found.findings[1].rows == Counts{5});
    CHECK(found.findings[1].message ==
          "touch_effect: 1 of 3 touched rows have nobody to be compared with; the effect is of the others");
  }

  TEST_CASE("pairs are of one value of exact; ties of risk go to the smaller id") {
    TouchRowList rows;
    rows.add(1, true, true, "", 1);     // of plan x
    rows.add(1, false, false, "", 1);   // y
    rows.add(1, false, true, "", 3);    // x, as far as the next
    rows.add(1, false, false, "", -1);  // x
    TouchStudyColumns columns = rows.columns(false, true);
    columns.attributes.add("plan", IdColumn(Texts{"x", "y", "x", "x"}));
    const auto found =
        touch_effect(TouchStudy(columns), {.design = StudyDesign::matched, .exact = {"plan"}, .caliper = 2});
    CHECK(found.controls == 1);
    CHECK(found.control_outcomes == 1);  // of account 2
    columns.account = Counts{0, 1, 9, 3};
    const auto other =
        touch_effect(TouchStudy(columns), {.design = StudyDesign::matched, .exact = {"plan"}, .caliper = 2});
    CHECK(other.control_outcomes == 0);  // of account 3
    CHECK(other.findings[0].message ==
          "touch_effect: accounts were compared that are alike in risk, plan; what else they differ in may "
          "explain it");
  }

  TEST_CASE("touches that follow trouble seem to harm; matched by risk they do what they do") {
    // The outcome is a loss. Touches go to those at risk, and take a fifth of it away.
    std::mt19937_64 random(23);
    const auto share = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    TouchRowList rows;
    for (int i = 0; i < 20'000; ++i) {
      const double risk = share() * 0.6;
      const bool touched = share() < 0.1 + risk * 0.6;
      rows.add(1, touched, share() < risk * (touched ? 0.8 : 1), "", risk);
    }
    const auto found = touch_effect(TouchStudy(rows.columns(false, true)),
                                    {.design = StudyDesign::matched, .caliper = 0.01});
    CHECK(found.crude[1] > 1);
    CHECK(found.estimate[1] == Approx(0.8).epsilon(0.04));
    CHECK(found.lower[1] < 0.8);
    CHECK(found.upper[1] > 0.8);
    CHECK(found.p_value < 1e-6);
  }

  TEST_CASE("the order of rows does not matter") {
    std::mt19937_64 random(29);
    TouchRowList rows;
    for (int i = 0; i < 300; ++i)
      rows.add(1, random() % 3 == 0, random() % 4 == 0, std::string(1, static_cast<char>('a' + random() % 9)),
               static_cast<double>(random() % 20) / 10);
    for (const bool strata : {false, true}) {
      const TouchEffectOptions options{.design = StudyDesign::matched};
      const auto found = touch_effect(TouchStudy(rows.columns(strata, !strata)), options);
      for (int trial = 0; trial < 10; ++trial) {
        const auto again = touch_effect(TouchStudy(rows.shuffled(random).columns(strata, !strata)), options);
        for (std::size_t i = 0; i < 3; ++i) {
          CHECK(again.estimate[i] == Approx(found.estimate[i]).epsilon(1e-12));
          CHECK(again.std_error[i] == Approx(found.std_error[i]).epsilon(1e-12));
        }
        CHECK(again.left_out == found.left_out);
      }
    }
  }

  TEST_CASE("nothing to compare, and outcomes that all or none have") {
    const auto none =
        touch_effect(TouchStudy(TouchRowList().columns(false, false)), {.design = StudyDesign::randomized});
    CHECK(std::isnan(none.estimate[0]));
    CHECK(std::isnan(none.lower[0]));
    CHECK(std::isnan(none.p_value));
    CHECK(tables::codes(none.findings) == "no_estimate");
    TouchRowList one;
    one.add(1, true, true);
    const auto single =
        touch_effect(TouchStudy(one.columns(false, false)), {.design = StudyDesign::randomized});
    CHECK(std::isnan(single.estimate[0]));
    CHECK(single.left_out == 1);
    CHECK(tables::codes(single.findings) == "unmatched no_estimate");
    TouchRowList rare;
    rare.add(5, true, true), rare.add(5, false, false);
    const auto all =
        touch_effect(TouchStudy(rare.columns(false, false)), {.design = StudyDesign::randomized});
    CHECK(all.estimate[0] == 1);
    CHECK(std::isnan(all.estimate[1]));
    CHECK(std::isnan(all.estimate[2]));
    CHECK(all.statistic == like(9));
    TouchRowList never;
    never.add(5, true, false), never.add(5, false, true);
    const auto zero =
        touch_effect(TouchStudy(never.columns(false, false)), {.design = StudyDesign::randomized});
    CHECK(zero.estimate[1] == 0);
    CHECK(std::isnan(zero.upper[1]));
  }

  TEST_CASE("rows without a stratum or a risk, and accounts with several rows, are found") {
    TouchRowList rows;
    rows.add(3, true, true, "x", 1), rows.add(3, false, false, "x", 1), rows.add(1, false, true, "", 1);
    rows.account[1] = 0;
    const auto strata =
        touch_effect(TouchStudy(rows.columns(true, false)), {.design = StudyDesign::randomized});
    CHECK(tables::codes(strata.findings) == "without_stratum many_rows no_estimate");
    CHECK(strata.findings[0].message == "touch_effect: row 6: a row has no stratum; it was left out");
    CHECK(strata.findings[1].message ==
          "touch_effect: 1 accounts have several rows, which are not independent");
    rows.risk[6] = std::nan("");
    const auto risks = touch_effect(TouchStudy(rows.columns(false, true)), {.design = StudyDesign::matched});
    CHECK(risks.findings[0].code == "unknown_risk");
    CHECK(risks.findings[0].rows == Counts{6});
  }

  TEST_CASE("refuses what cannot be compared") {
    const TouchStudy with_strata(forty_pairs().columns(true, true)),
        bare(forty_pairs().columns(false, false)), with_risks(forty_pairs().columns(false, true));
    const auto refuses = [](const TouchStudy& study, const TouchEffectOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(touch_effect(study, options), message, InvalidInput);
    };
    refuses(bare, {.design = StudyDesign::matched},
            "touch_effect: design = \"matched\" needs to know what is alike: strata, risks, or exact");
    refuses(bare, {.design = StudyDesign::matched, .exact = {"plan"}},
            "touch_effect: exact = \"plan\" is no attribute of the study; there are none");
    refuses(
        bare, {.design = StudyDesign::randomized, .caliper = 0.2},
        "touch_effect: caliper = 0.2 is of pairs by risk: those of a matched study with risks and without "
        "strata");
    refuses(with_risks, {.design = StudyDesign::matched, .caliper = 0.0},
            "touch_effect: caliper = 0 is not a number above 0");
    refuses(with_strata, {.design = StudyDesign::matched, .exact = {"plan"}},
            "touch_effect: exact = plan stands beside strata: give one of the two");
    refuses(bare, {.design = StudyDesign::before_after, .exact = {"plan"}},
            "touch_effect: exact = plan is no use: accounts are compared with themselves");
    refuses(with_strata, {.design = StudyDesign::matched, .confidence = 1.5},
            "touch_effect: confidence = 1.5 is not in (0, 1)");
  }
}
