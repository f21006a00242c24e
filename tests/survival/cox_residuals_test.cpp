// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_residuals.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

/// What R prints of a kind: how many rows it has, its second row, and the sums of squares of its columns.
struct Expected {
  CoxResidualKind kind;
  std::size_t rows;
  std::vector<double> second, squares;
};
void check(const Lifetimes& lives, const CoxModel& model, const std::vector<Expected>& all) {
  for (const Expected& expected : all) {
    CAPTURE(enum_names(CoxResidualKind{})[static_cast<std::size_t>(expected.kind)]);
    const CoxResiduals found = cox_residuals(lives, model, {.kind = expected.kind});
    const std::size_t columns = expected.second.size();
    REQUIRE(found.residual.size() == expected.rows * columns);
    CHECK(found.kind == expected.kind);
    std::vector<double> squares(columns);
    for (std::size_t i = 0; i < found.residual.size(); ++i) {
      squares[i % columns] += found.residual[i] * found.residual[i];
      CHECK(found.row[i] == found.row[i - i % columns]);
      if (found.covariate.present()) CHECK(found.covariate.codes()[i] == i % columns);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      CHECK(found.residual[columns + j] == doctest::Approx(expected.second[j]).epsilon(1e-9));
      CHECK(squares[j] == doctest::Approx(expected.squares[j]).epsilon(1e-9));
    }
  }
}
LifetimeColumns sampled() {
  LifetimeColumns columns = test::lung();
  std::vector<double> weight;
  for (int i = 1; i <= 228; ++i) weight.push_back(0.5 + (i % 7) / 4.0);
  columns.weight = std::move(weight);
  return columns;
}

}  // namespace

TEST_SUITE("survival/cox_residuals") {
  TEST_CASE("all kinds agree with R") {
    const Lifetimes lives(test::lung());
    check(lives, cox(lives, {.covariates = {"age", "sex", "ph.ecog"}}),
          {
              {CoxResidualKind::martingale, 227, {0.04458891527186}, {176.86394224673668}},
              {CoxResidualKind::deviance, 227, {0.04526942977555}, {289.15506104679116}},
              {CoxResidualKind::score,
               227,
               {8.047969418512e-01, -2.820127334915e-02, -4.798146142261e-02},
               {1.364985531306e+04, 3.382062550853e+01, 9.456343337673e+01}},
              {CoxResidualKind::schoenfeld,
               164,
               {9.9093082345232, -0.2691675091642, 0.7899642884233},
               {12215.0543285576132, 34.7284783535156, 80.8378324102494}},
              {CoxResidualKind::scaled_schoenfeld,
               164,
               {0.1268490876544, -1.9081429171031, 1.8799535879861},
               {2.4672578933460, 783.6654439786829, 397.8214855678121}},
              {CoxResidualKind::dfbeta,
               227,
               {7.773929067595e-05, -7.453864261947e-04, -7.393336225561e-04},
               {9.764192327374e-05, 2.714204451198e-02, 1.541541968625e-02}},
              {CoxResidualKind::dfbetas,
               227,
               {0.008388458281978, -0.004443726188876, -0.006509521205640},
               {1.136892694975860, 0.964659800124412, 1.195012728633595}},
          });
  }
  TEST_CASE("so they do with weights, late entries and strata") {
    const Lifetimes weighted(sampled());
    check(weighted, cox(weighted, {.covariates = {"age", "sex"}}),
          {
              {CoxResidualKind::martingale, 228, {-0.3946014825694}, {158.7505374299480}},
              {CoxResidualKind::deviance, 228, {-0.3521158436839}, {294.7021649072523}},
              {CoxResidualKind::score,
               228,
               {-1.5278088170653, 0.1275489902909},
               {11878.9181836309417, 31.3427666822330}},
              {CoxResidualKind::schoenfeld,
               165,
               {9.936352387192, -0.273162767365},
               {12221.252896703421, 35.063822528684}},
              {CoxResidualKind::scaled_schoenfeld,
               165,
               {0.1385963594713, -1.4815469108114},
               {1.8909589166958, 528.3682316190456}},
              {CoxResidualKind::dfbeta,
               228,
               {-1.095699711619e-04, 2.808644176019e-03},
               {1.247153580310e-04, 3.005643307735e-02}},
              {CoxResidualKind::dfbetas,
               228,
               {-0.01267488916425, 0.01874413084315},
               {1.66888028326645, 1.33867332437589}},
          });
    const Lifetimes late(test::heart());
    check(late, cox(late, {.covariates = {"age", "surgery"}}),
          {
              {CoxResidualKind::martingale, 172, {0.8626712160363}, {72.7480200604814}},
              {CoxResidualKind::deviance, 172, {1.498469972533}, {201.516783100908}},
              {CoxResidualKind::score,
               172,
               {3.59932940536906, -0.06390466821077},
               {6089.50366973834389, 6.71556505633104}},
              {CoxResidualKind::schoenfeld,
               75,
               {-4.2872785400898, 0.9290324554973},
               {6915.7953123225225, 7.2768493091744}},
              {CoxResidualKind::scaled_schoenfeld,
               75,
               {-0.02945849604513, 8.23553855303912},
               {1.41557481387972, 728.67932992431520}},
              {CoxResidualKind::dfbeta,
               172,
               {6.696063244781e-04, -8.278321076753e-03},
               {2.105292008309e-04, 1.121928262057e-01}},
              {CoxResidualKind::dfbetas,
               172,
               {0.04910465909807, -0.02302518345141},
               {1.13218826384474, 0.86793410338714}},
          });
    const Lifetimes lives(test::lung());
    check(lives, cox(lives, {.covariates = {"age"}, .strata = {"sex"}}),
          {
              {CoxResidualKind::martingale, 228, {-0.4586109850972}, {159.7834361879996}},
              {CoxResidualKind::deviance, 228, {-0.4028061129046}, {294.7026253881618}},
              {CoxResidualKind::score, 228, {-0.9882840905933}, {11905.5409590372765}},
              {CoxResidualKind::schoenfeld, 165, {16.45017335433}, {11891.74526439963}},
              {CoxResidualKind::scaled_schoenfeld, 165, {0.2452951448426}, {2.3494954174251}},
              {CoxResidualKind::dfbeta, 228, {-8.340949465771e-05}, {8.480403277175e-05}},
              {CoxResidualKind::dfbetas, 228, {-0.00907922224503}, {1.00480738734126}},
          });
  }
  TEST_CASE("rows say which life a residual is of") {
    LifetimeColumns columns = test::lung();
    const Lifetimes lives(columns);
    const CoxModel model = cox(lives, {.covariates = {"age", "ph.ecog"}});
    const auto martingale = cox_residuals(lives, model);
    CHECK(martingale.row.size() == 227);  // one life misses ph.ecog
    CHECK_FALSE(martingale.covariate.present());
    double sum = 0;
    for (std::size_t i = 0; i < martingale.row.size(); ++i) {
      CHECK(martingale.time[i] == columns.duration[static_cast<std::size_t>(martingale.row[i])]);
      if (i > 0) CHECK(martingale.row[i] > martingale.row[i - 1]);
      sum += martingale.residual[i];
    }
    CHECK(std::abs(sum) < 1e-10);
    const auto ends = cox_residuals(lives, model, {.kind = CoxResidualKind::schoenfeld});
    double sums[2] = {0, 0};
    for (std::size_t i = 0; i < ends.row.size(); ++i) {
      CHECK(columns.ended[static_cast<std::size_t>(ends.row[i])] == 1);
      sums[i % 2] += ends.residual[i];
      if (i > 0) CHECK(ends.time[i] >= ends.time[i - 1]);
    }
    CHECK(std::abs(sums[0]) < 1e-6);
    CHECK(std::abs(sums[1]) < 1e-8);
    CHECK(ends.covariate.ids()->text(ends.covariate.codes()[1]) == "ph.ecog");
  }
  TEST_CASE("dfbeta is about what a coefficient loses without a life") {
    const LifetimeColumns columns = test::lung();
    const Lifetimes lives(columns);
    const CoxModel model = cox(lives, {.covariates = {"age", "sex"}});
    const auto found = cox_residuals(lives, model, {.kind = CoxResidualKind::dfbeta});
    const auto data = test::read_numbers("lung.csv");
    for (const std::size_t without : {std::size_t{0}, std::size_t{70}, std::size_t{200}}) {
      const auto left = [&](const char* name) {
        std::vector<double> values = data.at(name);
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(without));
        return values;
      };
      Frame attributes;
      for (const char* name : {"age", "sex"}) attributes.add(name, Column<double>(left(name)));
      const CoxModel rest =
          cox(Lifetimes(
                  {.duration = left("time"), .ended = test::flags(left("status")), .attributes = attributes}),
              {.covariates = {"age", "sex"}});
      for (std::size_t j = 0; j < 2; ++j)
        CHECK(std::abs(found.residual[2 * without + j] - (model.coef[j] - rest.coef[j])) <
              .03 * model.std_error[j]);
    }
  }
  TEST_CASE("a covariate without a coefficient has no residuals, and other lives are refused") {
    LifetimeColumns columns = test::lung();
    columns.attributes.add("constant", Column<double>(std::vector<double>(228, 3)));
    const Lifetimes lives(columns);
    const CoxModel model = cox(lives, {.covariates = {"age", "constant"}});
    const auto found = cox_residuals(lives, model, {.kind = CoxResidualKind::dfbetas});
    CHECK(std::isfinite(found.residual[0]));
    CHECK(std::isnan(found.residual[1]));
    const auto refusal = [&](const Lifetimes& of, const CoxModel& by) {
      try {
        cox_residuals(of, by);
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal(Lifetimes(test::heart()), model) ==
          "cox_residuals: covariates = \"constant\" is no attribute of the lives; there are transplant, id, "
          "age, "
          "year, surgery");
    CHECK(refusal(lives, {}) ==
          "cox_residuals: model has no baseline hazard: cox() makes models that have one");
  }
  TEST_CASE("those of a penalized model agree with R") {
    const Lifetimes lives(test::lung());
    check(lives, cox(lives, {.covariates = {"age", "sex", "ph.ecog"}, .penalty = 10, .standardize = false}),
          {
              {CoxResidualKind::martingale, 227, {0.02533377049308}, {168.85776433208309}},
              {CoxResidualKind::score,
               227,
               {6.686769261429e-01, -2.377059202471e-02, -2.736006449715e-02},
               {1.327208053591e+04, 3.473442413284e+01, 8.878178955614e+01}},
              {CoxResidualKind::schoenfeld,
               164,
               {9.9540333965560, -0.2936230936878, 0.8181605091254},
               {12212.4459683944169, 34.8124253351417, 81.0539161426803}},
              {CoxResidualKind::dfbeta,
               227,
               {6.168680155676e-05, -4.778192938408e-04, -4.111592976525e-04},
               {9.423773809297e-05, 1.591850121797e-02, 1.138563395387e-02}},
              {CoxResidualKind::dfbetas,
               227,
               {0.006661361172156, -0.003272833968652, -0.003836055232773},
               {1.098920589880472, 0.746831725998429, 0.991075384164163}},
              {CoxResidualKind::scaled_schoenfeld,
               164,
               {0.1283258763741, -1.5313427862011, 1.7047511079413},
               {2.4504634748386, 465.0818485075388, 322.9053656902100}},
          });
  }
}
