// SPDX-License-Identifier: MIT
#include <fealty/coverage/performance.hpp>

#include "revenue/tables.hpp"

#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using doctest::Approx;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

Approx near(double value, double epsilon = 1e-12) { return Approx(value).epsilon(epsilon).scale(0); }

/// One row for each group, as data/performance.R has them.
Books six_books() {
  return Books({.account = Counts{1, 2, 3, 4, 5, 6},
                .group = Texts{"a", "b", "c", "d", "e", "f"},
                .observed = Counts{0, 3, 7, 12, 85, 400},
                .expected = Reals{3.2, 9.25, 10.5, 4.75, 85.5, 455.125}});
}
void check_column(const Reals& found, const Reals& wanted, double epsilon = 1e-12) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    if (wanted[i] == 0) CHECK(found[i] == 0);
    else CHECK(found[i] == near(wanted[i], epsilon));
  }
}
/// Sixty-five accounts, five of which left.
BookColumns likely(std::size_t groups = 1) {
  Counts account, observed, group;
  Reals probability;
  for (int i = 0; i < 65; ++i) {
    account.push_back(i);
    group.push_back(i % static_cast<int>(groups));
    observed.push_back(i % 13 == 4 ? 1 : 0);
    probability.push_back(i < 40 ? (i + 1) / 100.0 : 0.05);
  }
  return {.account = account,
          .group = group,
          .observed = std::move(observed),
          .probability = std::move(probability)};
}
/// Every number of a result, for comparisons to the last bit.
Reals numbers_of(const Performance& found) {
  Reals all;
  for (const Reals* column :
       {&found.expected, &found.ratio, &found.lower, &found.upper, &found.p_value, &found.adjusted_p_value,
        &found.ratio_to_others, &found.z, &found.funnel_lower_95, &found.funnel_upper_95,
        &found.funnel_lower_998, &found.funnel_upper_998, &found.exposure})
    all.insert(all.end(), column->begin(), column->end());
  for (const double each : {found.overall_ratio, found.overall_p_value, found.overdispersion,
                            found.between_variance, found.mean_probability})
    all.push_back(each);
  return all;
}

template <class T>
const T& part(const Frame& frame, const char* name) {
  return std::get<T>(frame.at(name));
}

/// The months in which accounts of a simulated company could decide to leave, and whether they did. Four csms
/// have books of very different mix, and no influence: an account's csm is drawn by its segment alone.
class FourBooks {
 public:
  explicit FourBooks(std::uint64_t seed) : random_(seed * 7919) {
    const auto company = company::simulate(1790, seed, {.events_per_week = 0});
    draw_csms(part<IdColumn>(company.accounts, "segment"));
    const Frame& hazards = company.hazards;
    const auto account = part<IdColumn>(hazards, "account").codes();
    const Column<std::int32_t>& date = part<Days>(hazards, "date").days;
    const std::vector<std::uint8_t> left = decisions(company);
    for (std::size_t i = 0; i < hazards.rows(); ++i) {
      if (date[i] + 93 >= 20089) continue;  // a decision of the last months does not show yet
      account_.push_back(account[i]);
      csm_.push_back(csm_of_[account[i]]);
      left_.push_back(left[i]);
      probability_.push_back(part<Column<double>>(hazards, "probability")[i]);
    }
  }

  /// \param planted  a csm of whose losses 30% do not happen: the account is not watched any further
  Books books(std::int64_t planted = -1) {
    Counts observed = left_;
    for (std::size_t i = 0; i < observed.size(); ++i)
      if (csm_[i] == planted && share() < 0.3) observed[i] = 0;
    return Books({.account = account_, .group = csm_, .observed = observed, .expected = probability_});
  }
  /// The same, had every month of every account one and the same risk.
  Books crude_books() const {
    double losses = 0;
    for (const auto left : left_) losses += static_cast<double>(left);
    const Reals same(left_.size(), losses / static_cast<double>(left_.size()));
    return Books({.account = account_, .group = csm_, .observed = left_, .expected = same});
  }

 private:
  double share() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
  void draw_csms(const IdColumn& segment) {
    const std::array<std::array<double, 4>, 3> shares{
        {{.55, .25, .15, .05}, {.5, .3, .15, .05}, {.1675, .2365, .282, .314}}};
    for (std::size_t i = 0; i < segment.size(); ++i) {
      const std::string name = segment.text(i);
      const auto& of = shares[name == "enterprise" ? 0 : name == "mid_market" ? 1 : 2];
      double left = share();
      std::size_t csm = 0;
      while (csm < 3 && left > of[csm]) left -= of[csm++];
      csm_of_.push_back(static_cast<std::int64_t>(csm));
    }
  }
  static std::vector<std::uint8_t> decisions(const company::Company& company) {
    const auto account = part<IdColumn>(company.hazards, "account").codes();
    const Column<std::int32_t>& date = part<Days>(company.hazards, "date").days;
    const auto gone = part<IdColumn>(company.causes, "account").codes();
    const Column<std::int32_t>& end = part<Days>(company.causes, "date").days;
    std::vector<std::uint8_t> left(account.size());
    std::size_t row = 0;  // both tables are in order of account and date
    for (std::size_t i = 0; i < gone.size(); ++i) {
      while (row < account.size() && std::pair(account[row], date[row]) < std::pair(gone[i], end[i])) ++row;
      left[row - 1] = 1;
    }
    return left;
  }

  std::mt19937_64 random_;
  std::vector<std::int64_t> csm_of_;
  Counts account_, csm_, left_;
  Reals probability_;
};

}  // namespace

TEST_SUITE("coverage/performance") {
  TEST_CASE("counts as R has them") {
    const Performance found = performance(six_books());
    CHECK(found.group.text(0) == "a");
    CHECK(found.accounts == Counts{1, 1, 1, 1, 1, 1});
    CHECK(found.ratio[3] == 12 / 4.75);
    check_column(found.lower, {0, 0.06688347274547, 0.26803457633523, 1.30538423341520, 0.79409334508532,
                               0.79485041830518});
    check_column(found.upper, {1.15277482941060, 0.94781330483701, 1.37358812968594, 4.41296527330041,
                               1.22928440139063, 0.96937467310448});
    check_column(found.p_value, {0.0815244079567324, 0.0355497978877295, 0.3570211503159777,
                                 0.0073612416198079, 1, 0.0091474635604056});
    check_column(found.adjusted_p_value, {0.122286611935099, 0.071099595775459, 0.428425380379173,
                                          0.027442390681217, 1, 0.027442390681217});
    check_column(found.z, {-1.788854381999832, -2.054987341316966, -1.080123449734643, 3.326528141123145,
                           -0.054073807043588, -2.583944947429904});
    check_column(found.ratio_to_others, {0, 0.35976512226512, 0.74376666666667, 2.87629984051037,
                                         1.13744422272110, 0.92980515263600});
    CHECK(found.differs == std::vector<std::uint8_t>{0, 1, 0, 1, 0, 1});
    CHECK(found.differs_adjusted == std::vector<std::uint8_t>{0, 0, 0, 1, 0, 1});
    CHECK(found.overall_observed == 507);
    CHECK(found.overall_ratio == near(0.8920951920116130));
    CHECK(found.overall_p_value == near(0.0095426322204395));
    CHECK(found.exposure.empty());
    const Performance strict = performance(six_books(), {.adjustment = PAdjustment::bonferroni});
    check_column(strict.adjusted_p_value,
                 {0.489146447740395, 0.213298787326377, 1, 0.044167449718847, 1, 0.054884781362434});
    CHECK(performance(six_books(), {.adjustment = PAdjustment::none}).adjusted_p_value == found.p_value);
  }

  TEST_CASE("limits as Spiegelhalter has them, the upper one moved up by one event") {
    const Performance found = performance(six_books());
    check_column(found.funnel_lower_95, {0, 0.350966547470819, 0.393655724659104, 0.083749899753117,
                                         0.787636850889827, 0.908065568191955});
    check_column(found.funnel_upper_95, {2.408123695040134, 1.748664435154730, 1.697442791627312,
                                         2.095512302918424, 1.223444624993712, 1.094003369724212});
    check_column(found.funnel_lower_998,
                 {0, 0.10849869527412, 0.13811122371104, 0, 0.67711498571671, 0.85721235452317});
    check_column(found.funnel_upper_998, {3.31325506583724, 2.22070234451858, 2.13328294141319,
                                          2.80885725092363, 1.35621770331224, 1.14903925473908});
  }

  TEST_CASE("mid-p as R has it") {
    const Performance found = performance(six_books(), {.tails = CountTails::mid_p});
    check_column(found.p_value, {0.0407622039783662, 0.0228718199922456, 0.2801430758745458,
                                 0.0049784417792018, 0.9712349836823652, 0.0085342856192875});
    check_column(found.lower, {0, 0.08249689705922, 0.29157991807057, 1.36880941489028, 0.79902734629038,
                               0.79586896173383});
    check_column(found.upper, {0.93616633548562, 0.88264531982361, 1.31877111407755, 4.29491632757278,
                               1.22314212248764, 0.96824981303674});
  }

  TEST_CASE("each group beside the others, as R's binomial tests have it") {
    const Performance found = performance(six_books(), {.reference = Reference::others});
    CHECK(found.reference == Reference::others);
    CHECK(found.ratio == found.ratio_to_others);
    check_column(found.lower, {0, 0.073944274190521, 0.297492499464818, 1.476121221258524, 0.890157144203350,
                               0.749413814392186});
    check_column(found.upper, {1.2896205491239, 1.0574169251756, 1.5438386009176, 5.0698183182279,
                               1.4389763257636, 1.1619710194129});
    check_column(found.p_value,
                 {0.1142204926308383, 0.0693412867997014, 0.5606562690706864, 0.0027963966867098,
                  0.3069795570915025, 0.5351576539452775},
                 1e-11);
    check_column(found.z, {-1.69436397409432, -1.84332416373322, -0.78063373169479, 3.78681776529380,
                           1.08398467831312, -0.66884758696257});
    check_column(
        found.funnel_lower_95,
        {0, 0.310843785747048, 0.353254187750223, 0.041738639315533, 0.762550782609692, 0.807351733940505},
        1e-10);
    check_column(found.funnel_upper_95,
                 {2.499565322540199, 1.817224757360186, 1.761681997795663, 2.196392386545674,
                  1.266529530074898, 1.267931587752106},
                 1e-10);
    const Performance half =
        performance(six_books(), {.reference = Reference::others, .tails = CountTails::mid_p});
    for (std::size_t g = 0; g < 6; ++g) {
      CHECK(half.lower[g] >= found.lower[g]);
      CHECK(half.upper[g] < found.upper[g]);
      CHECK(half.p_value[g] < found.p_value[g]);
    }
  }

  TEST_CASE("beside the others, the level of the risk model does not matter") {
    Reals expected;
    for (const double each : {3.2, 9.25, 10.5, 4.75, 85.5, 455.125}) expected.push_back(4 * each);
    const Performance found = performance(Books({.account = Counts{1, 2, 3, 4, 5, 6},
                                                 .group = Texts{"a", "b", "c", "d", "e", "f"},
                                                 .observed = Counts{0, 3, 7, 12, 85, 400},
                                                 .expected = expected}),
                                          {.reference = Reference::others});
    const Performance as_is = performance(six_books(), {.reference = Reference::others});
    check_column(found.ratio, as_is.ratio);
    check_column(found.lower, as_is.lower);
    check_column(found.funnel_upper_998, as_is.funnel_upper_998);
    CHECK(!tables::find(found.findings, "miscalibrated"));
  }

  TEST_CASE("no others, and others without an event, give no ratio to them") {
    const Performance alone = performance(
        Books({.account = Texts{"a"}, .group = Texts{"x"}, .observed = Counts{2}, .expected = Reals{2}}),
        {.reference = Reference::others});
    CHECK(std::isnan(alone.ratio[0]));
    CHECK(std::isnan(alone.p_value[0]));
    CHECK(tables::codes(alone.findings) == "no_others");
    CHECK(alone.findings[0].message ==
          "performance: there is one group alone, and no others to hold it against");
    const Performance two = performance(Books({.account = Texts{"a", "b"},
                                               .group = Texts{"x", "y"},
                                               .observed = Counts{9, 0},
                                               .expected = Reals{4, 4}}),
                                        {.reference = Reference::others});
    CHECK(std::isnan(two.ratio[0]));
    CHECK(std::isnan(two.upper[0]));
    CHECK(two.lower[0] > 1);
    CHECK(two.p_value[0] == near(2 * std::pow(0.5, 9)));
    CHECK(two.ratio[1] == 0);
    const Performance none = performance(Books({.account = Texts{"a", "b"},
                                                .group = Texts{"x", "y"},
                                                .observed = Counts{0, 0},
                                                .expected = Reals{4, 4}}),
                                         {.reference = Reference::others});
    CHECK(std::isnan(none.lower[0]));
    CHECK(none.p_value == Reals{1, 1});
    CHECK(none.differs == std::vector<std::uint8_t>{0, 0});
  }

  TEST_CASE("published factors of an observed number") {
    // Haenszel, Loveland & Sirken (1962), as in Breslow & Day (1987), table 2.11.
    const auto factors = [](std::int64_t seen) {
      const auto found = performance(Books({.account = Counts{1},
                                            .group = Counts{1},
                                            .observed = Counts{seen},
                                            .expected = Reals{static_cast<double>(seen)}}));
      return std::pair(found.lower[0], found.upper[0]);
    };
    CHECK(factors(1).first == near(0.0253, 2e-3));
    CHECK(factors(1).second == near(5.57, 1e-3));
    CHECK(factors(2).first == near(0.121, 4e-3));
    CHECK(factors(2).second == near(3.61, 1e-3));
    CHECK(factors(10).first == near(0.480, 1e-3));
    CHECK(factors(10).second == near(1.84, 1e-3));
  }

  TEST_CASE("how much groups differ, with a fifth held back at each end") {
    const Performance found = performance(six_books(), {.winsorized = 0.2});
    CHECK(found.overdispersion == near(2.1364100943048));
    CHECK(found.between_variance == near(0.041022932286345));
    CHECK(performance(six_books(), {.winsorized = 0}).overdispersion == near(4.3891874302134));
    CHECK(tables::codes(found.findings) == "miscalibrated overdispersed");
    CHECK(found.findings[0].message ==
          "performance: 507 events where the risk model expects 568.3 (p = 0.0095): a group that differs "
          "from 1 may differ from no other group");
    CHECK(found.findings[1].message ==
          "performance: the groups' z have a mean square of 2.14 (p = 0.046): they differ by more than the "
          "risk model and chance explain, and the limits are too narrow");
  }

  TEST_CASE("events of given probabilities vary less than counts, as R's convolution has it") {
    const Performance found = performance(Books(likely()));
    CHECK(found.expected[0] == near(9.45));
    CHECK(found.p_value[0] == near(0.12608055754134));
    CHECK(found.lower[0] == near(0.17762518598346));
    CHECK(found.upper[0] == near(1.13114496013691));
    CHECK(found.funnel_lower_95[0] == near(0.42427647413469));
    CHECK(found.funnel_upper_95[0] == near(1.64048441449637));
    CHECK(found.z[0] == near(-1.6614774819884));
    CHECK(found.mean_probability == near(0.24089947089947));
    const Performance half = performance(Books(likely()), {.tails = CountTails::mid_p});
    CHECK(half.p_value[0] == near(0.087678815438817));
    CHECK(half.lower[0] == near(0.20059884172644));
    CHECK(half.upper[0] == near(1.07822933334363));
    // Groups apart have the same sum.
    CHECK(performance(Books(likely(4))).overall_p_value == near(0.12608055754134));
  }

  TEST_CASE("how many of five events of different probabilities happen") {
    const Reals probabilities{.1, .2, .3, .4, .5}, chances{.1512, .3714, .3274, .1274, .0214, .0012};
    const coverage::detail::BernoulliCount count(probabilities);
    for (std::size_t k = 0; k < chances.size(); ++k) {
      const auto events = static_cast<std::int64_t>(k);
      CHECK(count.at_most(events) - count.at_most(events - 1) == Approx(chances[k]).epsilon(1e-12));
      CHECK(count.at_least(events) - count.at_least(events + 1) == Approx(chances[k]).epsilon(1e-12));
    }
  }

  TEST_CASE("many unlikely events are a count") {
    Counts account, group, observed;
    Reals chance;
    for (int i = 0; i < 20'000; ++i) {
      account.push_back(i), group.push_back(i % 2), observed.push_back(i < 14 ? 1 : 0);
      chance.push_back(1e-3);
    }
    const auto as_events =
        performance(Books({.account = account, .group = group, .observed = observed, .probability = chance}));
    const auto as_counts =
        performance(Books({.account = account, .group = group, .observed = observed, .expected = chance}));
    for (std::size_t g = 0; g < 2; ++g) {
      CHECK(as_events.lower[g] == near(as_counts.lower[g], 1e-2));
      CHECK(as_events.upper[g] == near(as_counts.upper[g], 1e-2));
      CHECK(as_events.upper[g] < as_counts.upper[g]);
      CHECK(as_events.p_value[g] == near(as_counts.p_value[g], 1e-2));
    }
  }

  TEST_CASE("a group lies beyond its limits exactly where its test says so") {
    std::mt19937_64 random(11);
    for (int trial = 0; trial < 400; ++trial) {
      CAPTURE(trial);
      BookColumns columns{.account = Counts{}, .group = {}, .observed = {}};
      const bool bernoulli = trial % 2 == 0;
      Counts account, group, observed;
      Reals expected;
      for (std::int64_t i = 0; i < 60; ++i) {
        account.push_back(i), group.push_back(i % 5);
        expected.push_back(static_cast<double>(random() % 1000) / 2000);
        observed.push_back(random() % 1000 < (bernoulli ? 300U : 500U) ? 1 : 0);
      }
      columns.account = account, columns.group = group, columns.observed = observed;
      (bernoulli ? columns.probability : columns.expected) = Column<double>(Reals(expected));
      const auto tails = trial % 4 < 2 ? CountTails::exact : CountTails::mid_p;
      const Performance found = performance(Books(columns), {.tails = tails});
      const Performance rare = performance(Books(columns), {.confidence = 0.998, .tails = tails});
      for (std::size_t g = 0; g < found.ratio.size(); ++g) {
        const double ratio = found.ratio[g];
        CHECK((ratio < found.funnel_lower_95[g] || ratio > found.funnel_upper_95[g]) ==
              (found.differs[g] == 1));
        CHECK((ratio < found.funnel_lower_998[g] || ratio > found.funnel_upper_998[g]) ==
              (rare.differs[g] == 1));
        CHECK((found.lower[g] > 1 || found.upper[g] < 1) == (found.differs[g] == 1));
        CHECK(found.lower[g] <= ratio);
        CHECK(ratio <= found.upper[g]);
        CHECK(found.lower[g] >= rare.lower[g]);
      }
    }
  }

  TEST_CASE("the order of rows does not matter, nor how accounts are cut into rows of counts") {
    std::mt19937_64 random(3);
    Counts account, group, observed;
    Reals expected, exposure;
    for (std::int64_t i = 0; i < 500; ++i) {
      account.push_back(static_cast<std::int64_t>(random() % 90)), group.push_back(i % 7);
      expected.push_back(static_cast<double>(random() % 997) / 3e3);
      exposure.push_back(static_cast<double>(random() % 30) / 7);
      observed.push_back(random() % 8 == 0 ? 1 : 0);
    }
    const auto make = [&](const std::vector<std::size_t>& order, bool bernoulli) {
      Counts a, g, o;
      Reals e, x;
      for (const std::size_t i : order)
        a.push_back(account[i]), g.push_back(group[i]), o.push_back(observed[i]), e.push_back(expected[i]),
            x.push_back(exposure[i]);
      BookColumns columns{.account = a, .group = g, .observed = o, .exposure = x};
      (bernoulli ? columns.probability : columns.expected) = Column<double>(std::move(e));
      return performance(Books(columns));
    };
    std::vector<std::size_t> order(500);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto counts = make(order, false), events = make(order, true);
    CHECK(counts.exposure.size() == 7);
    std::shuffle(order.begin(), order.end(), random);
    CHECK(numbers_of(make(order, false)) == numbers_of(counts));
    CHECK(numbers_of(make(order, true)) == numbers_of(events));
  }

  TEST_CASE("groups of which nothing is expected have no ratio, and are found") {
    const Performance found = performance(Books({.account = Counts{1, 2, 3},
                                                 .group = Texts{"new", "old", "new"},
                                                 .observed = Counts{0, 4, 0},
                                                 .expected = Reals{0, 5, 0}}));
    CHECK(found.observed == Counts{0, 4});
    CHECK(std::isnan(found.ratio[0]));
    CHECK(std::isnan(found.lower[0]));
    CHECK(std::isnan(found.p_value[0]));
    CHECK(std::isnan(found.adjusted_p_value[0]));
    CHECK(std::isnan(found.funnel_upper_95[0]));
    CHECK(std::isnan(found.ratio_to_others[1]));  // no other has any
    CHECK(found.differs == std::vector<std::uint8_t>{0, 0});
    CHECK(found.adjusted_p_value[1] == found.p_value[1]);
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "nothing_expected");
    CHECK(found.findings[0].rows == Counts{0});
    CHECK(found.findings[0].message == "performance: nothing is expected of new, so that it has no ratio");
  }

  TEST_CASE("empty, and of one row") {
    const Performance none =
        performance(Books({.account = Texts{}, .group = Texts{}, .observed = Counts{}, .expected = Reals{}}));
    CHECK(none.group.size() == 0);
    CHECK(std::isnan(none.overall_ratio));
    CHECK(std::isnan(none.overdispersion));
    CHECK(none.findings.empty());
    const Performance one = performance(
        Books({.account = Texts{"a"}, .group = Texts{"x"}, .observed = Counts{2}, .expected = Reals{2}}));
    CHECK(one.ratio == Reals{1});
    CHECK(one.between_variance != one.between_variance);
    CHECK(one.overdispersion == 0);
    const Performance sure = performance(Books({.account = Texts{"a", "b"},
                                                .group = Texts{"x", "x"},
                                                .observed = Counts{1, 1},
                                                .probability = Reals{1, 1}}));
    CHECK(sure.lower == Reals{1});
    CHECK(sure.upper == Reals{1});
    CHECK(sure.p_value == Reals{1});
  }

  TEST_CASE("what cannot be has no interval, and a p value of 0") {
    const Performance found = performance(Books({.account = Texts{"a", "b"},
                                                 .group = Texts{"x", "x"},
                                                 .observed = Counts{0, 0},
                                                 .probability = Reals{1, 0.5}}));
    CHECK(found.p_value == Reals{0});
    CHECK(std::isnan(found.lower[0]));
    CHECK(std::isnan(found.upper[0]));
    CHECK(found.differs == std::vector<std::uint8_t>{1});
  }

  TEST_CASE("large counts") {
    const Performance found = performance(Books({.account = Counts{1},
                                                 .group = Counts{1},
                                                 .observed = Counts{1'000'000'000},
                                                 .expected = Reals{1e9}}));
    CHECK(found.lower[0] == near(1 - 1.959963984540054 / std::sqrt(1e9), 1e-8));
    CHECK(found.funnel_upper_95[0] == near(1 + 1.959963984540054 / std::sqrt(1e9), 1e-8));
  }

  TEST_CASE("refuses options out of range") {
    const auto refuses = [](const PerformanceOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(performance(six_books(), options), message, InvalidInput);
    };
    refuses({.confidence = 1}, "performance: confidence = 1 is not in (0, 1)");
    refuses({.confidence = std::nan("")}, "performance: confidence = nan is not in (0, 1)");
    refuses({.winsorized = 0.5}, "performance: winsorized = 0.5 is not in [0, 0.5)");
    CHECK_THROWS_WITH_AS(performance(Books(likely()), {.reference = Reference::others}),
                         "performance: reference = \"others\" is of counts, and the table has probabilities",
                         InvalidInput);
    refuses({.winsorized = -0.1}, "performance: winsorized = -0.1 is not in [0, 0.5)");
  }

  TEST_CASE("equal csms with unequal books raise few alarms; one with 30% fewer losses is found") {
    // Of 200 companies: at 85 expected losses each, a csm differs by chance in at most 19, and one with fewer
    // losses is found in at least 150. By the crude rate, the mix of the books passes for skill.
    std::array<int, 4> alarms{}, found{}, crude{};
    double expected = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      FourBooks company(seed);
      const Performance alike = performance(company.books()), unadjusted = performance(company.crude_books());
      for (std::size_t csm = 0; csm < 4; ++csm) {
        alarms[csm] += alike.differs[csm];
        crude[csm] += unadjusted.differs[csm];
        expected += alike.expected[csm] / 800;
        const Performance better = performance(company.books(static_cast<std::int64_t>(csm)));
        found[csm] += better.differs[csm] == 1 && better.ratio[csm] < 1 ? 1 : 0;
      }
    }
    CHECK(expected == near(85, 0.02));
    for (std::size_t csm = 0; csm < 4; ++csm) {
      CAPTURE(csm);
      CHECK(alarms[csm] <= 19);
      CHECK(found[csm] >= 150);
    }
    CHECK(crude[0] > 100);
    CHECK(crude[3] > 100);
  }
}
