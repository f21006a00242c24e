// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/ratio_interval.hpp>
#include <fealty/coverage/detail/touch_strata.hpp>
#include <fealty/coverage/touch_balance.hpp>
#include <fealty/survival/detail/covariates.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Weighted mean and variance of the values of one group.
struct GroupValues {
  fealty::detail::DoubleSum weight, sum, squares;

  void add(double value, double weight_of_it) {
    weight.add(weight_of_it);
    sum.add(weight_of_it * value);
    squares.add_product(weight_of_it * value, value);
  }
  double mean() const { return weight.value() > 0 ? sum.value() / weight.value() : no_answer; }
  /// As of a sample, of weights that are 1.
  double variance() const {
    const double n = weight.value();
    if (!(n > 1)) return no_answer;
    fealty::detail::DoubleSum rest = squares;
    rest.add_product(-mean(), sum.value());
    return std::max(0.0, rest.value()) / (n - 1);
  }
};

/// Looks at covariates one by one.
class TouchBalanceMaker {
 public:
  TouchBalanceMaker(const TouchStudy& study, const TouchBalanceOptions& options)
      : study_(study.data()), options_(options), as_effect_{.design = options.design,
                                                            .exact = options.exact,
                                                            .caliper = options.caliper},
        strata_("touch_balance", study_, as_effect_) {
    if (!(options.largest > 0))
      throw InvalidInput({.who = "touch_balance",
                          .what = "largest",
                          .where = {},
                          .value = fmt::format("{}", options.largest),
                          .rule = "is not a number above 0"});
    found_.design = options.design;
    weigh();
    if (study_.has_risk) look("risk", Column<double>(study_.risk));
    std::vector<std::string> names = options.covariates;
    for (std::size_t i = 0; options.covariates.empty() && i < study_.attributes.size(); ++i)
      names.push_back(study_.attributes.name(i));
    for (const std::string& name : names)
      for (const auto& each :
           survival::detail::CovariateReader("touch_balance", study_.attributes, name, "covariates").take())
        look(each.name(), each.values);
  }
  TouchBalance take() { return std::move(found_); }

 private:
  /// A control counts as much as its stratum has touched for each of its controls.
  void weigh() {
    std::vector<double> treated(strata_.count()), controls(strata_.count());
    for (std::size_t row = 0; row < study_.size(); ++row)
      if (const auto stratum = strata_.stratum()[row]; stratum != no_id)
        ++(study_.treated[row] != 0 ? treated : controls)[stratum];
    weight_.resize(study_.size());
    for (std::size_t row = 0; row < study_.size(); ++row)
      if (const auto stratum = strata_.stratum()[row]; stratum != no_id)
        weight_[row] = study_.treated[row] != 0 ? 1 : treated[stratum] / controls[stratum];
  }
  void look(std::string name, const Column<double>& values) {
    GroupValues all[2], matched[2];
    for (std::size_t row = 0; row < study_.size(); ++row) {
      if (std::isnan(values[row])) continue;
      const std::size_t group = study_.treated[row] != 0 ? 1 : 0;
      all[group].add(values[row], 1);
      if (weight_[row] > 0) matched[group].add(values[row], weight_[row]);
    }
    const double spread = std::sqrt((all[0].variance() + all[1].variance()) / 2);
    const auto in_spreads = [&](double difference) { return spread > 0 ? difference / spread : no_answer; };
    const double after = in_spreads(matched[1].mean() - matched[0].mean());
    if (std::abs(after) > options_.largest)
      found_.findings.push_back(
          {"imbalanced",
           Severity::warning,
           {static_cast<std::int64_t>(found_.covariate.size())},
           fmt::format("touch_balance: {} of those compared differs by {:.2f} standard deviations", name,
                       after)});
    found_.covariate.push_back(std::move(name));
    found_.treated_mean.push_back(all[1].mean());
    found_.control_mean.push_back(all[0].mean());
    found_.before.push_back(in_spreads(all[1].mean() - all[0].mean()));
    found_.matched_treated_mean.push_back(matched[1].mean());
    found_.matched_control_mean.push_back(matched[0].mean());
    found_.after.push_back(after);
  }

  const TouchStudyData& study_;
  const TouchBalanceOptions& options_;
  TouchEffectOptions as_effect_;
  TouchStrata strata_;
  std::vector<double> weight_;
  TouchBalance found_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline TouchBalance touch_balance(const TouchStudy& study, const TouchBalanceOptions& options) {
  return detail::TouchBalanceMaker(study, options).take();
}

}  // namespace fealty::coverage
