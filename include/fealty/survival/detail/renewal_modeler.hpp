// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/beta_geometric_fit.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/renewal_sum.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>
#include <fealty/survival/detail/renewals.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/renewal_model.hpp>

#include <boost/math/distributions/chi_squared.hpp>

#include <Eigen/Core>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace fealty::survival::detail {

/// Makes the rows of a model, of which Fit finds the parameters' logarithms.
template <class Fit>
class RenewalModeler {
 public:
  RenewalModeler(const char* who, const LifeTable& table)
      : who_(who), groups_(!table.by().empty()),
        cases_(table.weight_kind().value_or(WeightKind::cases) == WeightKind::cases) {
    for_each_group(table, [&](const Label& label, const LifeCells& cells) {
      groups_.add(label, 1);
      add(label, Renewals(who_, cells));
    });
    model_.group = groups_.take();
  }
  RenewalModel take() { return std::move(model_); }

 private:
  static constexpr auto parameters = static_cast<double>(decltype(Fit::at)::RowsAtCompileTime);
  static constexpr bool has_shape = parameters == 3;

  void add(const Label& label, const Renewals& renewals) {
    const Fit fit(renewals);
    if (!fit.arrived)
      throw NotConverged({.who = who_,
                          .what = "",
                          .where = {},
                          .value = "",
                          .rule = "the steps to the largest likelihood do not arrive"});
    if (fit.limit != nullptr) find(label, fit.limit);
    const double alpha = std::exp(fit.at[0]), beta = std::exp(fit.at[1]);
    auto covariance = fit.curvature;
    if (cases_ && fit.limit == nullptr) covariance = fit.curvature.inverse().eval();
    else covariance.setConstant(nan);
    model_.alpha.push_back(alpha);
    model_.beta.push_back(beta);
    model_.alpha_std_error.push_back(alpha * std::sqrt(covariance(0, 0)));
    model_.beta_std_error.push_back(beta * std::sqrt(covariance(1, 1)));
    model_.churn_rate.push_back(alpha / (alpha + beta));
    if constexpr (has_shape) add_shape(fit, std::sqrt(covariance(2, 2)), renewals);
    else add_no_shape(alpha, beta);
    model_.log_likelihood.push_back(fit.log_likelihood);
    model_.aic.push_back(2 * parameters - 2 * fit.log_likelihood);
    model_.bic.push_back(parameters * std::log(renewals.weight) - 2 * fit.log_likelihood);
    model_.lives.push_back(renewals.lives);
    model_.periods.push_back(static_cast<std::int64_t>(renewals.due.size()));
  }
  void add_no_shape(double alpha, double beta) {
    model_.shape.push_back(alpha * 0 + 1);
    model_.shape_std_error.push_back(nan);
    model_.shape_statistic.push_back(nan);
    model_.shape_p_value.push_back(nan);
    model_.expected_lifetime.push_back(alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : nan);
  }
  void add_shape(const Fit& fit, double log_std_error, const Renewals& renewals) {
    const RenewalSurvival survival{std::exp(fit.at[0]), std::exp(fit.at[1]), std::exp(fit.at[2])};
    const double statistic = cases_ && fit.limit == nullptr ? against_no_shape(fit, renewals) : nan;
    model_.shape.push_back(survival.shape);
    model_.shape_std_error.push_back(survival.shape * log_std_error);
    model_.shape_statistic.push_back(statistic);
    model_.shape_p_value.push_back(p_value(statistic));
    model_.expected_lifetime.push_back(1 + RenewalSum(survival, 0, 0).value());
  }
  /// NaN where the model without a shape is at its own limit, at which the ratio has another distribution.
  double against_no_shape(const Fit& fit, const Renewals& renewals) {
    const BetaGeometricFit other(renewals);
    if (!other.arrived || other.limit != nullptr) return nan;
    return std::max(0.0, 2 * (fit.log_likelihood - other.log_likelihood));
  }
  static double p_value(double statistic) {
    return std::isnan(statistic) ? nan : cdf(complement(boost::math::chi_squared(1), statistic));
  }
  void find(const Label& label, std::string_view code) {
    std::string group;
    if (const auto* text = std::get_if<std::string>(&label); text != nullptr && !text->empty())
      group = *text + ": ";
    if (const auto* number = std::get_if<std::int64_t>(&label)) group = fmt::format("{}: ", *number);
    model_.findings.push_back({std::string(code),
                               Severity::warning,
                               {},
                               fmt::format("{}: {}{}; there is no alpha", who_, group, says(code))});
  }
  static std::string_view says(std::string_view code) {
    if (code == "none_ended") return "no life has ended";
    if (code == "no_renewal") return "no life was renewed";
    if (code == "one_renewal") return "one renewal was seen, which does not tell how lives differ";
    if (code == "two_renewals") return "two renewals were seen, which do not tell three parameters";
    if (code == "polarized") return "each life ends at once or never";
    if (code == "endless_shape") return "the likelihood grows as the shape goes to 0 or to infinity";
    return has_shape ? "lives do not differ: a discrete Weibull distribution fits as well"
                     : "lives do not differ: their churn does not fall with age";
  }

  const char* who_;
  GroupColumn groups_;
  bool cases_;
  RenewalModel model_;
};

template <class Fit>
RenewalModel renewal_model(const char* who, const LifeTable& table, const RenewalModelOptions& options) {
  if (!options.by.empty())
    throw InvalidInput({.who = who,
                        .what = "by",
                        .where = {},
                        .value = "\"" + options.by.front() + "\"",
                        .rule = "is an option for lives; a life table has its groups"});
  return RenewalModeler<Fit>(who, table).take();
}

template <class Fit>
RenewalModel renewal_model(const char* who, const Lifetimes& lives, const RenewalModelOptions& options) {
  return RenewalModeler<Fit>(who, LifeTable(lives, {.by = options.by, .threads = options.threads})).take();
}

}  // namespace fealty::survival::detail
