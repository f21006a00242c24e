// SPDX-License-Identifier: MIT
#include <fealty/survival/parametric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using enum fealty::survival::LifetimeDistribution;

namespace {

/// Steps that do not converge are told, too.
constexpr auto refusal = [](const auto& f) { return test::refusal<Error>(f); };

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).epsilon(epsilon); }

struct Expected {
  std::vector<double> coef, std_error;
  double log_likelihood;
};
/// Figures at a precision relative to the standard errors.
void check(const ParametricModel& model, const Expected& expected, double precision = 1e-9) {
  REQUIRE(model.coef.size() == expected.coef.size());
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    CAPTURE(model.covariate[i]);
    CHECK(std::abs(model.coef[i] - expected.coef[i]) < precision * expected.std_error[i]);
    CHECK(model.std_error[i] == near(expected.std_error[i], 100 * precision));
  }
  CHECK(model.log_likelihood == near(expected.log_likelihood, 1e-11));
}
/// Two models that are the same, but for rounding.
void check_same(const ParametricModel& a, const ParametricModel& b, double epsilon) {
  REQUIRE(a.coef.size() == b.coef.size());
  for (std::size_t i = 0; i < a.coef.size(); ++i) {
    CHECK(std::abs(a.coef[i] - b.coef[i]) <= epsilon * (1 + std::abs(b.coef[i])));
    CHECK(a.std_error[i] == near(b.std_error[i], epsilon));
  }
  CHECK(a.log_likelihood == near(b.log_likelihood, 1e-12));
}
std::vector<double> weights(bool cases) {
  std::vector<double> weight;
  for (int i = 0; i < 228; ++i) weight.push_back(cases ? 1 + i % 3 : 0.5 + ((i + 1) % 7) / 4.0);
  return weight;
}
/// Random lives of a Weibull distribution, with two covariates; some are censored, some enter late.
struct RandomTable {
  std::vector<double> duration, entry, first, second, weight;
  std::vector<std::uint8_t> ended;

  RandomTable(std::uint64_t seed, std::size_t rows, double scale = 0.6) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    for (std::size_t i = 0; i < rows; ++i) {
      first.push_back(normal(random));
      second.push_back(static_cast<double>(random() % 2));
      const double end =
          std::exp(3 + 0.4 * first[i] - 0.3 * second[i] + scale * std::log(-std::log(uniform(random))));
      const double seen = 60 * uniform(random);
      duration.push_back(std::min(end, seen));
      ended.push_back(end <= seen ? 1 : 0);
      entry.push_back(random() % 3 == 0 ? duration[i] * 0.8 * uniform(random) : nothing);
      weight.push_back(static_cast<double>(1 + random() % 4));
    }
  }
  LifetimeColumns columns(bool late) const {
    Frame attributes;
    attributes.add("first", Column<double>(std::vector<double>(first)));
    attributes.add("second", Column<double>(std::vector<double>(second)));
    LifetimeColumns columns{.duration = std::vector<double>(duration),
                            .ended = std::vector<std::uint8_t>(ended),
                            .attributes = attributes};
    if (late) columns.entry = std::vector<double>(entry);
    return columns;
  }
};
const std::vector<LifetimeDistribution> all_distributions{
    exponential, weibull, lognormal, loglogistic, generalized_gamma, piecewise_exponential};
ParametricOptions of(LifetimeDistribution distribution, std::vector<std::string> covariates) {
  ParametricOptions options{.covariates = std::move(covariates), .distribution = distribution};
  if (distribution == piecewise_exponential) options.breaks = {10, 25};
  return options;
}
std::vector<std::string> codes(const ParametricModel& model) {
  std::vector<std::string> found;
  for (const Finding& each : model.findings) found.push_back(each.code);
  return found;
}
}  // namespace

TEST_SUITE("survival/parametric") {
  TEST_CASE("lung agrees with R's survreg in four distributions") {
    const Lifetimes lives(test::lung());
    const auto fit = [&](LifetimeDistribution distribution) {
      return parametric(lives, {.covariates = {"age", "sex"}, .distribution = distribution});
    };
    check(fit(exponential), {{6.35967154178974, -0.01561871104009, 0.48093492396024},
                             {0.635469082515330, 0.009105680184857, 0.167094285952506},
                             -1156.099037138});
    const auto model = fit(weibull);
    check(model, {{6.27485305841591, -0.01225702558967, 0.38208513967665, -0.28229534341246},
                  {0.481366952863884, 0.006957472265056, 0.127476840504862, 0.061883272125111},
                  -1147.054431432});
    CHECK(model.covariate == std::vector<std::string>{"(intercept)", "age", "sex", "(log scale)"});
    CHECK(model.scale == near(std::exp(-0.28229534341246), 1e-11));
    CHECK(std::isnan(model.shape));
    CHECK(model.null_log_likelihood == near(-1153.851188089, 1e-12));
    CHECK(model.likelihood_ratio == near(2 * (1153.851188089 - 1147.054431432), 1e-9));
    CHECK(model.likelihood_ratio_p_value == near(std::exp(-(1153.851188089 - 1147.054431432)), 1e-8));
    CHECK(model.degrees_of_freedom == 4);
    CHECK(model.aic == near(2 * 1147.054431432 + 8, 1e-12));
    CHECK(model.bic == near(2 * 1147.054431432 + 4 * std::log(228.0), 1e-12));
    CHECK(model.lives == 228);
    CHECK(model.ended == 165);
    CHECK(model.left_out == 0);
    CHECK_FALSE(model.robust);
    CHECK(model.z[2] == near(0.38208513967665 / 0.127476840504862, 1e-10));
    CHECK(model.p_value[2] == near(std::erfc(0.38208513967665 / 0.127476840504862 / std::sqrt(2.0)), 1e-9));
    CHECK(model.lower[2] == near(0.38208513967665 - 1.959963984540054 * 0.127476840504862, 1e-9));
    CHECK(model.upper[2] == near(0.38208513967665 + 1.959963984540054 * 0.127476840504862, 1e-9));
    CHECK(model.covariance[1][1] == near(std::pow(0.006957472265056, 2), 1e-9));
    CHECK(model.covariance[0][1] == model.covariance[1][0]);
    check(fit(lognormal), {{6.40798854851598, -0.02335645755387, 0.51925367462849, 0.05133538908116},
                           {0.592927403932459, 0.008388238828401, 0.155152235423555, 0.056015677361001},
                           -1158.750142594});
    check(fit(loglogistic), {{5.9223153727440, -0.0140050850097, 0.4775092249038, -0.5699060103319},
                             {0.532692257780551, 0.007714426392454, 0.140355261269463, 0.065433204776256},
                             -1152.897225324});
  }
  TEST_CASE("ovarian and rossi agree with R, texts by their levels, and a model without covariates") {
    auto data = test::read_numbers("ovarian.csv");
    Frame attributes;
    for (const char* name : {"ecog.ps", "rx"}) attributes.add(name, Column<double>(data[name]));
    check(parametric(Lifetimes({.duration = data["futime"],
                                .ended = test::flags(data["fustat"]),
                                .attributes = attributes}),
                     {.covariates = {"ecog.ps", "rx"}}),
          {{6.8966931285828, -0.3850425493498, 0.5286454962613, -0.1234418106999},
           {1.1775472155545, 0.5270017814360, 0.5292019010377, 0.2522131043777},
           -97.08449316839});
    data = test::read_numbers("rossi.csv");
    const std::vector<std::string> names{"fin", "age", "race", "wexp", "mar", "paro", "prio"};
    Frame of_rossi;
    for (const auto& name : names) of_rossi.add(name, Column<double>(data[name]));
    check(parametric(
              Lifetimes(
                  {.duration = data["week"], .ended = test::flags(data["arrest"]), .attributes = of_rossi}),
              {.covariates = names}),
          {{3.99013479720469, 0.27216335974596, 0.04071379832427, -0.22480244317318, 0.10655658690573,
            0.31127326495467, 0.05882725261619, -0.06581690482200, -0.33910824042827},
           {0.41909518917920, 0.13796191684895, 0.01600355107545, 0.22015888360025, 0.15154096705019,
            0.27330224660304, 0.13963823972288, 0.02094057528005, 0.08902669069933},
           -679.9165639371});
    auto columns = test::lung();
    std::vector<std::string> texts;
    for (const double value : std::get<Column<double>>(columns.attributes.at("ph.ecog")).values())
      texts.push_back(std::isnan(value) ? "" : fmt::format("{}", value));
    columns.attributes.add("status", test::texts(texts));
    const auto levels =
        parametric(Lifetimes(columns), {.covariates = {"status", "age"}, .distribution = lognormal});
    check(levels, {{7.25839118287099, -0.19913234653136, -0.69944967092517, -1.00287741565027,
                    -0.02121184489650, 0.04571067601812},
                   {0.550806639444859, 0.179091271784029, 0.212430669075289, 1.058988299656063,
                    0.008497572558971, 0.056179141509246},
                   -1152.220902048});
    CHECK(levels.covariate[1] == "status=1");
    CHECK(levels.reference == std::vector<std::string>{"", "0", "0", "0", "", ""});
    CHECK(levels.left_out == 1);
    const auto alone = parametric(Lifetimes(columns), {.distribution = loglogistic});
    check(alone,
          {{5.7109803875495, -0.5456671299006}, {0.06860013792368, 0.06565898377709}, -1160.930623511});
    CHECK(alone.null_log_likelihood == alone.log_likelihood);
    CHECK(alone.likelihood_ratio == 0);
    CHECK(alone.likelihood_ratio_p_value == 1);
  }
  TEST_CASE("weights, robust errors and clusters agree with R") {
    auto columns = test::lung();
    check(parametric(Lifetimes(columns), {.covariates = {"age", "sex"}, .robust = true}),
          {{6.27485305841591, -0.01225702558967, 0.38208513967665, -0.28229534341246},
           {0.490594463097656, 0.007366687504156, 0.121409553927207, 0.066063261374231},
           -1147.054431432});
    const auto cluster = parametric(
        Lifetimes(columns), {.covariates = {"age", "sex"}, .distribution = loglogistic, .cluster = "inst"});
    check(cluster, {{5.9223153727440, -0.0140050850097, 0.4775092249038, -0.5699060103319},
                    {0.490021650488865, 0.007864158985361, 0.115036801563713, 0.081302941519848},
                    -1152.897225324});
    CHECK(cluster.robust);
    CHECK(cluster.naive_std_error[2] == near(0.140355261269463, 1e-9));
    columns.weight = weights(true);
    check(parametric(Lifetimes(columns), {.covariates = {"age", "sex"}, .distribution = lognormal}),
          {{6.47074140402086, -0.02385757895673, 0.50258076600507, 0.08269475184863},
           {0.433939047442564, 0.006137672620763, 0.113428397689551, 0.039540016450461},
           -2333.870380229});
    columns.weight = weights(false);
    check(parametric(Lifetimes(columns), {.covariates = {"age", "sex"}}),
          {{6.30529146583509, -0.01264644327508, 0.40082725502116, -0.26042278272043},
           {0.542079065338571, 0.008796386962026, 0.133840933724924, 0.072468036395561},
           -1429.519993116});
  }
  TEST_CASE("lives that ended between two ages agree with R") {
    const Lifetimes lives(test::lung_visits());
    const auto fit = [&](LifetimeDistribution distribution) {
      return parametric(lives,
                        {.covariates = {"age", "sex"}, .distribution = distribution, .ended_by = "visit"});
    };
    const auto model = fit(weibull);
    check(model, {{6.25265987648985, -0.01164507934097, 0.37420199735905, -0.29097800350938},
                  {0.47734029609291, 0.00689516520212, 0.12673342273984, 0.06475987221159},
                  -662.2802856367});
    CHECK(model.ended == 165);
    check(fit(lognormal), {{6.160391265039153, -0.018204408165385, 0.474915170572765, -0.003205309734981},
                           {0.566563228531458, 0.008052554332707, 0.148504340365627, 0.060515881091992},
                           -673.2446470095});
    check(fit(loglogistic), {{5.87760467527702, -0.01288094363356, 0.46400553532165, -0.60961361692444},
                             {0.51165829351535, 0.00737281006403, 0.13596942039979, 0.06894171537490},
                             -667.3330303746});
    check(fit(generalized_gamma),
          {{6.25135138879251, -0.01165995862218, 0.37477706481597, -0.28974958221028, 0.99566038312840},
           {0.482721155789512, 0.006944909277703, 0.130506830781884, 0.092465482359831, 0.233195993006040},
           -662.2801127289},
          1e-8);
    check(parametric(lives, {.covariates = {"age", "sex"},
                             .distribution = piecewise_exponential,
                             .breaks = {180, 365},
                             .ended_by = "visit"}),
          {{-6.62007980851724, -6.13397571463446, -5.98595591032683, 0.01530460828633, -0.50077770668465},
           {0.645098674584801, 0.650001755500673, 0.648796844632433, 0.009175413608897, 0.167381949624873},
           -664.6776908745},
          1e-8);
  }
  TEST_CASE("late entries agree with likelihoods written out in R") {
    const Lifetimes lives(test::heart());
    const auto fit = [&](LifetimeDistribution distribution) {
      return parametric(lives, {.covariates = {"age", "surgery"}, .distribution = distribution});
    };
    check(fit(weibull),
          {{5.46781633685056, -0.06098601363827, 1.54673157109752, 0.58353261857091},
           {0.22330803946027, 0.02481527070506, 0.64054090992243, 0.09338751929422},
           -490.9948932455},
          1e-8);
    check(fit(lognormal),
          {{4.63534587249552, -0.04895467324566, 1.36575542106454, 0.78668008555362},
           {0.25314697655400, 0.02356088205294, 0.64865658663412, 0.08561736883743},
           -488.0209445388},
          1e-8);
    check(fit(loglogistic),
          {{4.5906484605175, -0.0437849280520, 1.7614558541984, 0.2341864146671},
           {0.24326435539162, 0.02267020485022, 0.64466848022130, 0.09691303903910},
           -488.1440994515},
          1e-8);
    check(fit(generalized_gamma),
          {{4.68936169406896, -0.04950926038626, 1.40678334390759, 0.77721110056290, 0.06615830906656},
           {0.40961434270516, 0.02383412975862, 0.68856756335121, 0.10406059253622, 0.39572132852403},
           -488.0072066458},
          1e-8);
    check(parametric(lives, {.covariates = {"age", "surgery"},
                             .distribution = piecewise_exponential,
                             .breaks = {30, 100, 500}}),
          {{-4.59615997868111, -4.85283159769583, -6.45056272126604, -6.92879896116929, 0.03159182283579,
            -0.79094940168389},
           {0.21043382294707, 0.19302485845121, 0.25880628199458, 0.36421385258462, 0.01363800551845,
            0.35838379590036},
           -485.360355139},
          1e-8);
  }
  TEST_CASE("generalized gamma agrees with likelihoods written out in R") {
    auto columns = test::lung();
    const ParametricOptions options{.covariates = {"age", "sex"}, .distribution = generalized_gamma};
    const auto model = parametric(Lifetimes(columns), options);
    check(model,
          {{6.27126308528508, -0.01232292468128, 0.38420783433221, -0.27770098530895, 0.98582981443363},
           {0.485432215821828, 0.007045320821307, 0.131692558147270, 0.092797379108831, 0.213165698388411},
           -1147.052232504},
          1e-8);
    CHECK(model.covariate.back() == "(shape)");
    CHECK(model.shape == model.coef.back());
    columns.weight = weights(true);
    check(parametric(Lifetimes(columns), options),
          {{6.26095297722680, -0.01133692467637, 0.36492932304441, -0.27478191781879, 1.02603616710112},
           {0.346142683599687, 0.005070365706326, 0.093994306478097, 0.064157552189295, 0.144626254016292},
           -2306.329188522},
          1e-8);
    auto data = test::read_numbers("rossi.csv");
    Frame attributes;
    for (const char* name : {"fin", "age", "prio"}) attributes.add(name, Column<double>(data[name]));
    check(parametric(
              Lifetimes(
                  {.duration = data["week"], .ended = test::flags(data["arrest"]), .attributes = attributes}),
              {.covariates = {"fin", "age", "prio"}, .distribution = generalized_gamma}),
          {{3.73883373640495, 0.23649162202651, 0.04883483565813, -0.06476693361267, -0.62727240406389,
            1.44587424348089},
           {0.35231177416368, 0.13152463378707, 0.01549451013048, 0.02044154037664, 0.53971930340074,
            0.86601757043618},
           -681.7804086231},
          1e-8);
    data = test::read_numbers("lung.csv");
    std::vector<double> back;
    std::vector<std::uint8_t> ended;
    for (const double time : data["time"]) {
      back.push_back(std::min(1e5 / time, 700.0));
      ended.push_back(1e5 / time <= 700 ? 1 : 0);
    }
    Frame ages;
    ages.add("age", Column<double>(data["age"]));
    check(parametric(Lifetimes({.duration = back, .ended = ended, .attributes = ages}),
                     {.covariates = {"age"}, .distribution = generalized_gamma}),
          {{5.552460846009516, 0.005066436481613, -0.407987999120705, -0.371775043792455},
           {0.317636609587172, 0.005031839709109, 0.054399787056594, 0.294180690116826},
           -1278.537247609},
          1e-8);
  }
  TEST_CASE("a cured share agrees with likelihoods written out in R") {
    const Lifetimes lives(test::lung());
    const auto model = parametric(lives, {.covariates = {"age", "sex"}, .cure = true});
    check(model,
          {{6.28274436487829, -0.01346830929643, 0.40372327510206, -0.31733247877281, -4.02808146240927},
           {0.494262237759486, 0.007142204803293, 0.126330674603539, 0.067484218887124, 1.094700678284678},
           -1146.432598072},
          1e-8);
    CHECK(model.covariate.back() == "(cure)");
    CHECK(model.cure == near(1 / (1 + std::exp(4.02808146240927)), 1e-9));
    check(parametric(lives, {.covariates = {"age", "sex"}, .distribution = generalized_gamma, .cure = true}),
          {{6.34257262188806, -0.01298722674941, 0.38035061091010, -0.40500952848476, 1.22232605162554,
            -3.72965708920341},
           {0.491748404924001, 0.006963949954113, 0.125414342741524, 0.130195145452625, 0.292252176664554,
            0.867094237976599},
           -1146.114590654},
          1e-8);
    const auto by_sex = parametric(lives, {.covariates = {"age"}, .cure = true, .cure_covariates = {"sex"}});
    check(by_sex,
          {{6.87369830949212, -0.01427712783461, -0.30526824834118, -7.39294277479141, 2.48677735483030},
           {0.466385447192549, 0.007401345161356, 0.070694379224116, 5.354283279642229, 2.686731452413989},
           -1150.961587072},
          1e-8);
    CHECK(by_sex.covariate[4] == "cure: sex");
    CHECK(std::isnan(by_sex.cure));
    CHECK(by_sex.null_log_likelihood == near(-1153.848966241, 1e-11));
    check(parametric(Lifetimes(test::heart()),
                     {.covariates = {"surgery"}, .distribution = loglogistic, .cure = true}),
          {{4.4289309413308, 1.7756459747477, 0.1534345336634, -2.4872342080801},
           {0.3129748776989, 0.6460853163589, 0.1301884909738, 1.0054561889772},
           -489.5854758491},
          1e-8);
  }
  TEST_CASE("where none is cured the model is that without a cure, and says so") {
    const Lifetimes lives(test::lung());
    for (const auto distribution : {exponential, lognormal, loglogistic}) {
      const auto without = parametric(lives, {.covariates = {"age", "sex"}, .distribution = distribution});
      const auto with =
          parametric(lives, {.covariates = {"age", "sex"}, .distribution = distribution, .cure = true});
      CHECK(codes(with) == std::vector<std::string>{"no_cure"});
      CHECK(with.findings[0].message ==
            "parametric: (cure) has no value; the likelihood is largest where none is cured");
      CHECK(with.cure == 0);
      CHECK(std::isnan(with.coef.back()));
      CHECK(with.log_likelihood == near(without.log_likelihood, 1e-13));
      for (std::size_t i = 0; i < without.coef.size(); ++i) {
        CHECK(with.coef[i] == near(without.coef[i], 1e-9));
        CHECK(with.std_error[i] == near(without.std_error[i], 1e-9));
      }
    }
  }
  TEST_CASE("piecewise exponential agrees with Poisson counts, and is their rates without covariates") {
    const Lifetimes lives(test::lung());
    check(parametric(
              lives,
              {.covariates = {"age", "sex"}, .distribution = piecewise_exponential, .breaks = {180, 365}}),
          {{-6.64607690124296, -6.11231699376045, -6.03574355164553, 0.01579012916435, -0.50774256002404},
           {0.644437468121104, 0.649495174995264, 0.648849267389574, 0.009175005043748, 0.167172032393524},
           -1149.59729604},
          1e-8);
    const auto rates = parametric(lives, {.distribution = piecewise_exponential, .breaks = {180, 365}});
    CHECK(rates.covariate ==
          std::vector<std::string>{"(log rate from 0)", "(log rate from 180)", "(log rate from 365)"});
    const auto columns = test::read_numbers("lung.csv");
    const std::vector<double> from{0, 180, 365}, to{180, 365, 1e9};
    for (std::size_t j = 0; j < 3; ++j) {
      double ended = 0, time = 0;
      for (std::size_t i = 0; i < 228; ++i) {
        const double t = columns.at("time")[i];
        time += std::max(0.0, std::min(t, to[j]) - from[j]);
        if (columns.at("status")[i] == 1 && t > from[j] && t <= to[j]) ended += 1;
      }
      CHECK(rates.coef[j] == near(std::log(ended / time), 1e-12));
      CHECK(rates.std_error[j] == near(1 / std::sqrt(ended), 1e-12));
    }
    CHECK(std::isnan(rates.scale));
    const auto exponential_rate = parametric(lives, {.distribution = exponential});
    double time = 0;
    for (const double t : columns.at("time")) time += t;
    CHECK(exponential_rate.coef[0] == near(std::log(time / 165), 1e-13));
    CHECK(exponential_rate.std_error[0] == near(1 / std::sqrt(165), 1e-12));
    const auto one_rate = parametric(lives, {.distribution = piecewise_exponential});
    CHECK(one_rate.coef[0] == near(-exponential_rate.coef[0], 1e-13));
    CHECK(one_rate.log_likelihood == near(exponential_rate.log_likelihood, 1e-13));
  }
  TEST_CASE("cases are as many rows, in any order, by any number of threads") {
    const RandomTable table(1, 300);
    RandomTable many(1, 0);
    for (std::size_t i = 300; i-- > 0;)
      for (int copy = 0; copy < static_cast<int>(table.weight[i]); ++copy) {
        many.duration.push_back(table.duration[i]), many.ended.push_back(table.ended[i]);
        many.entry.push_back(table.entry[i]), many.first.push_back(table.first[i]);
        many.second.push_back(table.second[i]);
      }
    for (const auto distribution : all_distributions) {
      CAPTURE(static_cast<int>(distribution));
      auto options = of(distribution, {"first", "second"});
      LifetimeColumns weighted = table.columns(true);
      weighted.weight = table.weight;
      const auto cases = parametric(Lifetimes(weighted), options);
      const auto rows = parametric(Lifetimes(many.columns(true)), options);
      check_same(cases, rows, 1e-10);
      CHECK(cases.bic == near(rows.bic, 1e-12));
      options.threads = 1;
      CHECK(parametric(Lifetimes(weighted), options).coef == cases.coef);
    }
  }
  TEST_CASE("the order of rows does not matter") {
    const RandomTable table(2, 400);
    std::vector<std::size_t> order(400);
    for (std::size_t i = 0; i < 400; ++i) order[i] = (i * 173) % 400;
    RandomTable mixed(2, 0);
    for (const std::size_t i : order) {
      mixed.duration.push_back(table.duration[i]), mixed.ended.push_back(table.ended[i]);
      mixed.entry.push_back(table.entry[i]), mixed.first.push_back(table.first[i]);
      mixed.second.push_back(table.second[i]);
    }
    for (const auto distribution : all_distributions)
      check_same(parametric(Lifetimes(mixed.columns(true)), of(distribution, {"first", "second"})),
                 parametric(Lifetimes(table.columns(true)), of(distribution, {"first", "second"})), 1e-12);
  }
  TEST_CASE("units of time move the intercept alone") {
    const RandomTable table(3, 250);
    for (const double unit : {1 / 365.25, 86400.0}) {
      RandomTable other = table;
      for (auto* column : {&other.duration, &other.entry})
        for (double& age : *column) age *= unit;
      for (const auto distribution : all_distributions) {
        CAPTURE(static_cast<int>(distribution));
        auto options = of(distribution, {"first", "second"});
        const auto model = parametric(Lifetimes(table.columns(true)), options);
        for (double& each : options.breaks) each *= unit;
        const auto moved = parametric(Lifetimes(other.columns(true)), options);
        const bool piecewise = distribution == piecewise_exponential;
        for (std::size_t i = 0; i < model.coef.size(); ++i) {
          const double by = i < (piecewise ? 3 : 1) ? (piecewise ? -1 : 1) * std::log(unit) : 0;
          CHECK(std::abs(moved.coef[i] - by - model.coef[i]) < 1e-9);
          CHECK(moved.std_error[i] == near(model.std_error[i], 1e-8));
        }
        CHECK(moved.log_likelihood ==
              near(model.log_likelihood - static_cast<double>(model.ended) * std::log(unit), 1e-11));
      }
    }
  }
  TEST_CASE("a life in two stretches is one life") {
    const RandomTable table(4, 200);
    RandomTable stretches(4, 0);
    for (std::size_t i = 0; i < 200; ++i) {
      const auto add = [&](double entry, double age, std::uint8_t ended) {
        stretches.entry.push_back(entry), stretches.duration.push_back(age);
        stretches.ended.push_back(ended), stretches.first.push_back(table.first[i]);
        stretches.second.push_back(table.second[i]);
      };
      const double middle = table.duration[i] / 3;
      add(nothing, middle, 0);
      add(middle, table.duration[i], table.ended[i]);
    }
    for (const auto distribution : all_distributions) {
      const auto options = of(distribution, {"first", "second"});
      check_same(parametric(Lifetimes(stretches.columns(true)), options),
                 parametric(Lifetimes(table.columns(false)), options), 1e-9);
    }
  }
  TEST_CASE("richer distributions fit no worse than those that they hold") {
    for (std::uint64_t seed = 10; seed < 30; ++seed) {
      const Lifetimes lives(RandomTable(seed, 120, seed % 2 == 0 ? 0.3 : 1.5).columns(seed % 3 == 0));
      const auto fit = [&](LifetimeDistribution distribution, bool cure) {
        auto options = of(distribution, {"first"});
        options.cure = cure;
        options.max_iterations = 200;
        return parametric(lives, options).log_likelihood;
      };
      const double weibulls = fit(weibull, false);
      CHECK(weibulls >= fit(exponential, false) - 1e-9);
      CHECK(fit(weibull, true) >= weibulls - 1e-9);
      CHECK(fit(lognormal, true) >= fit(lognormal, false) - 1e-9);
      try {
        const double gammas = fit(generalized_gamma, false);
        CHECK(gammas >= std::max(weibulls, fit(lognormal, false)) - 1e-9);
      } catch (const NotConverged&) {  // its shape may have no end
      }
    }
  }
  TEST_CASE("covariates may be large, and in any unit") {
    RandomTable table(5, 200);
    const auto options = of(weibull, {"first", "second"});
    const auto model = parametric(Lifetimes(table.columns(false)), options);
    RandomTable large = table;
    for (double& value : large.first) value = 1e8 + 1e3 * value;
    const auto moved = parametric(Lifetimes(large.columns(false)), options);
    CHECK(1e3 * moved.coef[1] == near(model.coef[1], 1e-9));
    CHECK(1e3 * moved.std_error[1] == near(model.std_error[1], 1e-9));
    CHECK(moved.coef[0] + 1e5 * (1e3 * moved.coef[1]) == near(model.coef[0], 1e-8));
    CHECK(moved.coef[2] == near(model.coef[2], 1e-9));
    CHECK(moved.log_likelihood == near(model.log_likelihood, 1e-12));
  }
  TEST_CASE("what cannot be told has no coefficient, and is told") {
    const RandomTable table(6, 150);
    auto columns = table.columns(false);
    std::vector<double> twice, never;
    for (std::size_t i = 0; i < 150; ++i) {
      twice.push_back(1 - 2 * table.first[i]);
      never.push_back(table.ended[i] == 0 && i % 2 == 0 ? 1 : 0);
    }
    columns.attributes.add("twice", Column<double>(twice));
    columns.attributes.add("never", Column<double>(never));
    columns.attributes.add("constant", Column<double>(std::vector<double>(150, 3.5)));
    const Lifetimes lives(columns);
    const auto alone = parametric(lives, {.covariates = {"first"}});
    const auto model = parametric(lives, {.covariates = {"first", "twice", "constant"}});
    CHECK(codes(model) == std::vector<std::string>{"collinear_covariate", "constant_covariate"});
    CHECK(model.findings[0].message ==
          "parametric: twice is told by covariates before it; it has no coefficient");
    CHECK(model.findings[1].message ==
          "parametric: constant is the same in all lives; it has no coefficient");
    CHECK(model.coef[0] == near(alone.coef[0], 1e-10));
    CHECK(model.std_error[0] == near(alone.std_error[0], 1e-10));
    CHECK(model.coef[1] == near(alone.coef[1], 1e-10));
    CHECK((std::isnan(model.coef[2]) && std::isnan(model.std_error[2]) && std::isnan(model.lower[2])));
    CHECK(std::isnan(model.covariance[0][3]));
    CHECK(model.degrees_of_freedom == 3);

    // Those that never end do not matter but for themselves: the rest is as without them.
    const auto separated = parametric(lives, {.covariates = {"first", "never"}});
    CHECK(codes(separated) == std::vector<std::string>{"separation"});
    CHECK(separated.findings[0].message ==
          "parametric: never has no value; the likelihood grows without end along it");
    CHECK(std::isnan(separated.coef[2]));
    RandomTable rest(6, 0);
    for (std::size_t i = 0; i < 150; ++i) {
      if (never[i] == 1) continue;
      rest.duration.push_back(table.duration[i]), rest.ended.push_back(table.ended[i]);
      rest.entry.push_back(nothing), rest.first.push_back(table.first[i]);
      rest.second.push_back(0);
    }
    const auto others = parametric(Lifetimes(rest.columns(false)), {.covariates = {"first"}});
    CHECK(separated.log_likelihood == near(others.log_likelihood, 1e-10));
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
      CHECK(separated.coef[i] == near(others.coef[i], 1e-7));
      CHECK(separated.std_error[i] == near(others.std_error[i], 1e-7));
    }
  }
  TEST_CASE("intervals in which none ended have rate 0, and those that none reached are unknown") {
    const Lifetimes lives({.duration = std::vector<double>{1, 2, 4, 7, 9, 9},
                           .ended = std::vector<std::uint8_t>{1, 1, 0, 1, 1, 0}});
    const auto model = parametric(lives, {.distribution = piecewise_exponential, .breaks = {3, 5, 20, 30}});
    CHECK(codes(model) ==
          std::vector<std::string>{"interval_without_ends", "interval_not_watched", "interval_not_watched"});
    CHECK(model.findings[0].message ==
          "parametric: (log rate from 3) has no value; no life ended then, and the rate is 0");
    CHECK(model.findings[1].message ==
          "parametric: (log rate from 20) is not known; no life was watched then");
    CHECK(model.coef[0] == near(std::log(2 / 15.0), 1e-12));
    CHECK(std::isnan(model.coef[1]));
    CHECK(model.coef[2] == near(std::log(2 / 10.0), 1e-12));
    CHECK(model.log_likelihood == near(2 * std::log(2 / 15.0) + 2 * std::log(2 / 10.0) - 4, 1e-12));
    CHECK(model.degrees_of_freedom == 2);
  }
  TEST_CASE("a likelihood without a maximum is refused") {
    const auto same = [](LifetimeDistribution distribution) {
      return refusal([&] {
        parametric(Lifetimes({.duration = std::vector<double>(8, 5.0),
                              .ended = std::vector<std::uint8_t>{1, 1, 1, 1, 1, 1, 0, 0}}),
                   {.distribution = distribution});
      });
    };
    for (const auto distribution : {weibull, lognormal, loglogistic, generalized_gamma})
      CHECK(same(distribution) == "parametric: (log scale) goes on without end while the likelihood grows");
    CHECK(same(exponential) == "nothing");
    CHECK(same(piecewise_exponential) == "nothing");
    // None is older than 10, to which many come: the shape has no end.
    std::vector<double> capped;
    for (int i = 1; i <= 60; ++i) capped.push_back(std::min(10.0, i * 0.5));
    CHECK(refusal([&] {
            parametric(Lifetimes({.duration = capped, .ended = std::vector<std::uint8_t>(60, 1)}),
                       {.distribution = generalized_gamma});
          }) == "parametric: (shape) goes on without end while the likelihood grows");
    CHECK_THROWS_AS(parametric(Lifetimes({.duration = capped, .ended = std::vector<std::uint8_t>(60, 1)}),
                               {.distribution = generalized_gamma}),
                    NotConverged);
  }
  TEST_CASE("small tables: none, one row, more covariates than rows") {
    CHECK(refusal([] {
            parametric(Lifetimes({.duration = std::vector<double>{}, .ended = std::vector<std::uint8_t>{}}));
          }) == "parametric: lives = 0 rows none of which has ended tell no hazard");
    const Lifetimes one({.duration = std::vector<double>{7}, .ended = std::vector<std::uint8_t>{1}});
    const auto model = parametric(one, {.distribution = exponential});
    CHECK(model.coef[0] == near(std::log(7.0), 1e-13));
    CHECK(model.std_error[0] == near(1, 1e-13));
    CHECK(refusal([&] { parametric(one); }) ==
          "parametric: (log scale) goes on without end while the likelihood grows");
    RandomTable table(7, 4);
    table.ended = {1, 1, 0, 1};
    auto columns = table.columns(false);
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < 6; ++i) {
      names.push_back(fmt::format("x{}", i));
      columns.attributes.add(names.back(), Column<double>(RandomTable(i, 4).first));
    }
    for (const auto distribution : all_distributions) {
      const auto said = refusal([&] { parametric(Lifetimes(columns), of(distribution, names)); });
      CHECK((said == "nothing" || said.find("parametric: ") == 0));
    }
  }
  TEST_CASE("small random tables end with a model or an error, never with half of one") {
    for (std::uint64_t seed = 100; seed < 160; ++seed) {
      const Lifetimes lives(RandomTable(seed, 3 + seed % 9).columns(seed % 2 == 0));
      for (const auto distribution : all_distributions)
        for (const bool cure : {false, true}) {
          auto options = of(distribution, {"first", "second"});
          options.cure = cure && distribution != piecewise_exponential;
          try {
            const auto model = parametric(lives, options);
            CHECK(std::isfinite(model.log_likelihood));
            for (std::size_t i = 0; i < model.coef.size(); ++i)
              CHECK(std::isnan(model.coef[i]) == !(model.std_error[i] >= 0));
            if (std::count_if(model.coef.begin(), model.coef.end(), [](double x) { return std::isnan(x); }) >
                0)
              CHECK_FALSE(model.findings.empty());
          } catch (const Error& error) {
            CHECK(std::string(error.what()).find("parametric: ") == 0);
          }
        }
    }
  }
  TEST_CASE("age 0: a life seen then tells nothing, one that ended then is told by an interval") {
    RandomTable table(8, 50);
    const auto model = parametric(Lifetimes(table.columns(false)), {.covariates = {"first"}});
    RandomTable more = table;
    more.duration.push_back(0), more.ended.push_back(0), more.first.push_back(5), more.second.push_back(0);
    check_same(parametric(Lifetimes(more.columns(false)), {.covariates = {"first"}}), model, 1e-9);
    more.ended.back() = 1;
    auto columns = more.columns(false);
    CHECK(refusal([&] { parametric(Lifetimes(columns), {}); }) ==
          "parametric: duration[50] = 0 has ended, but a log age has no density at 0; let `ended_by` tell "
          "when it had ended");
    CHECK(refusal([&] { parametric(Lifetimes(columns), {.distribution = piecewise_exponential}); }) ==
          "nothing");
    std::vector<double> by(51, nothing);
    by.back() = 1;
    columns.attributes.add("by", Column<double>(by));
    CHECK(parametric(Lifetimes(columns), {.ended_by = "by"}).ended ==
          std::count(table.ended.begin(), table.ended.end(), 1) + 1);
  }
  TEST_CASE("bad settings and data are refused by name") {
    const Lifetimes lives(test::lung());
    const auto said = [&](const ParametricOptions& options) {
      return refusal([&] { parametric(lives, options); });
    };
    CHECK(
        said({.covariates = {"plan"}}) ==
        "parametric: covariates = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    CHECK(said({.cure = true, .cure_covariates = {"plan"}}) ==
          "parametric: cure_covariates = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, "
          "inst");
    CHECK(said({.cluster = "plan"}) ==
          "parametric: cluster = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    CHECK(said({.confidence = 1}) == "parametric: confidence = 1 is not in (0, 1)");
    CHECK(said({.tolerance = 0}) == "parametric: tolerance = 0 is not in (0, 1)");
    CHECK(said({.max_iterations = 0}) == "parametric: max_iterations = 0 is less than 1");
    CHECK(said({.max_iterations = 2}) == "parametric: max_iterations = 2 steps do not reach the tolerance");
    CHECK(said({.threads = -1}) == "parametric: threads = -1 is negative");
    CHECK(said({.breaks = {10}}) == "parametric: breaks are for the distribution piecewise_exponential");
    CHECK(said({.distribution = piecewise_exponential, .breaks = {0}}) ==
          "parametric: breaks = 0 is not an age above 0");
    CHECK(said({.distribution = piecewise_exponential, .breaks = {10, 10}}) ==
          "parametric: breaks = 10 is not an age above 10, the one before");
    CHECK(said({.distribution = piecewise_exponential, .cure = true}) ==
          "parametric: cure is for other distributions than piecewise_exponential");
    CHECK(said({.cure_covariates = {"sex"}}) ==
          "parametric: cure_covariates = \"sex\" is for models with a cure");
    CHECK(said({.ended_by = "sex"}) == "parametric: sex[0] = 1 is not above 306, at which it was last seen");
    auto columns = test::lung();
    columns.ended = std::vector<std::uint8_t>(228, 0);
    CHECK(refusal([&] { parametric(Lifetimes(columns)); }) ==
          "parametric: lives = 228 rows none of which has ended tell no hazard");
    columns = test::lung();
    columns.attributes.add("bad", Column<double>(std::vector<double>(228, HUGE_VAL)));
    CHECK(refusal([&] { parametric(Lifetimes(columns), {.covariates = {"bad"}}); }) ==
          "parametric: bad[0] = inf is not a finite number");
    CHECK(refusal([&] {
            parametric(
                Lifetimes({.duration = std::vector<double>{0, 0}, .ended = std::vector<std::uint8_t>{1, 1}}),
                {.distribution = piecewise_exponential});
          }) == "parametric: lives = 2 rows that were watched for no time tell no hazard");
  }
}
