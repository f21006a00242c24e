// SPDX-License-Identifier: MIT
#include <fealty/health/logistic.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace fealty;
using namespace fealty::health;

TEST_SUITE("health/logistic") {
  TEST_CASE("telco") {
    std::ifstream f("/work/shared/data/telco_ibm/telco.csv");
    std::string line;
    std::getline(f, line);
    std::vector<double> tenure, charges, m2m, t10, c100;
    std::vector<std::uint8_t> churn;
    while (std::getline(f, line)) {
      std::vector<std::string> c;
      std::stringstream s(line);
      std::string x;
      while (std::getline(s, x, ',')) c.push_back(x);
      tenure.push_back(std::stod(c[5]));
      charges.push_back(std::stod(c[18]));
      t10.push_back(tenure.back() / 10), c100.push_back(charges.back() / 100);
      m2m.push_back(c[15] == "Month-to-month");
      churn.push_back(c[20][0] == 'Y');
    }
    Frame a;
    a.add("tenure", Column<double>(tenure));
    a.add("charges", Column<double>(charges));
    a.add("m2m", Column<double>(m2m));
    a.add("t10", Column<double>(t10));
    a.add("c100", Column<double>(c100));
    Examples e({.outcome = churn, .attributes = a});
    const auto show = [](const LogisticModel& m) {
      for (std::size_t i = 0; i < m.coef.size(); ++i) std::printf("%s %.12g %.9g\n", m.covariate[i].c_str(), m.coef[i], m.std_error[i]);
      std::printf("dev %.10f null %.10f it %d\n", m.deviance, m.null_deviance, int(m.iterations));
      for (const auto& x : m.findings) std::printf("%s\n", x.message.c_str());
    };
    show(logistic(e, {.features = {"tenure", "charges", "m2m"}}));
    show(logistic(e, {.features = {"t10", "c100", "m2m"}, .penalty = .01, .standardize = false}));
    using S = CoefficientSign;
    show(logistic(e, {.features = {"t10", "c100", "m2m"}, .signs = {S::positive, S::positive, S::positive}, .penalty = .01, .standardize = false}));
  }
}
