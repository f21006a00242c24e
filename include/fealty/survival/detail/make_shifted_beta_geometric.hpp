// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/renewals.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace fealty::survival::detail {

/// The largest likelihood over the logarithms of alpha and beta.
class BetaGeometricFit {
 public:
  explicit BetaGeometricFit(const Renewals& renewals) : renewals_(renewals) {
    double ended = 0, due = 0;
    for (std::size_t t = 0; t < renewals.due.size(); ++t) ended += renewals.ended[t], due += renewals.due[t];
    if (ended == 0) limit = "none_ended";
    else if (ended == due) limit = "no_renewal";
    else if (!any_after_first()) limit = "one_renewal";
    else climb(ended / due);
  }
  const char* limit = nullptr;  // why there is no largest likelihood; null where there is one
  Eigen::Vector2d at{nan, nan};
  double log_likelihood = nan;
  Eigen::Matrix2d curvature = Eigen::Matrix2d::Constant(nan);  // of its negative

 private:
  bool any_after_first() const {
    return std::any_of(renewals_.due.begin() + 1, renewals_.due.end(), [](double due) { return due > 0; });
  }
  /// At renewal t a life ends with chance alpha / (alpha + beta + t - 1).
  void evaluate(const Eigen::Vector2d& logs) {
    const double a = std::exp(logs[0]), b = std::exp(logs[1]);
    double value = 0, da = 0, db = 0, daa = 0, dbb = 0, dab = 0;
    for (std::size_t t = 0; t < renewals_.due.size(); ++t) {
      const double due = renewals_.due[t], ended = renewals_.ended[t], kept = due - ended;
      if (due == 0) continue;
      const double stay = b + static_cast<double>(t), all = a + stay;
      value += ended * std::log(a / all) + kept * std::log(stay / all);
      const double e = ended / a, k = kept / stay, n = due / all;
      da += e - n, db += k - n;
      daa += n / all - e / a, dbb += n / all - k / stay, dab += n / all;
    }
    value_ = value;
    slope_ = {a * da, b * db};
    bend_ << -(a * a * daa + a * da), -a * b * dab, -a * b * dab, -(b * b * dbb + b * db);
  }
  void climb(double rate) {
    Eigen::Vector2d here{0, std::log((1 - rate) / rate)};
    evaluate(here);
    for (int step = 0; step < 500; ++step) {
      if (slope_.norm() <= 1e-11 * renewals_.weight) break;
      const double before = value_;
      const Eigen::Vector2d move = bounded(direction());
      double part = 1;
      for (int halvings = 0; halvings < 60; ++halvings, part /= 2) {
        evaluate(here + part * move);
        if (value_ >= before) break;
      }
      here += part * move;
      if (const char* const edge = edge_at(here)) {
        limit = edge;
        return;
      }
      if (part * move.norm() < 1e-13) break;
    }
    evaluate(here);
    if (!(slope_.norm() <= 1e-7 * renewals_.weight))
      throw NotConverged({.who = "shifted_beta_geometric",
                          .what = "",
                          .where = {},
                          .value = "",
                          .rule = "the steps to the largest likelihood do not arrive"});
    at = here;
    log_likelihood = value_;
    curvature = bend_;
  }
  /// Newton's, where the likelihood bends down; otherwise with as much more bend as makes it so.
  Eigen::Vector2d direction() const {
    Eigen::Matrix2d bend = bend_;
    double more = 1e-6 * bend.norm();
    for (Eigen::LLT<Eigen::Matrix2d> solver(bend); solver.info() != Eigen::Success; more *= 4) {
      bend += more * Eigen::Matrix2d::Identity();
      solver.compute(bend);
    }
    return bend.llt().solve(slope_);
  }
  static Eigen::Vector2d bounded(Eigen::Vector2d move) {
    return move.norm() > 2 ? Eigen::Vector2d(move * (2 / move.norm())) : move;
  }
  /// Where the likelihood grows for ever: customers are all alike, or each stays or goes for sure.
  static const char* edge_at(const Eigen::Vector2d& logs) {
    if (logs.maxCoeff() > 16) return "alike";
    return logs.minCoeff() < -16 ? "polarized" : nullptr;
  }

  const Renewals& renewals_;
  double value_ = 0;
  Eigen::Vector2d slope_;
  Eigen::Matrix2d bend_;
};

/// Makes the rows.
class RenewalModeler {
 public:
  explicit RenewalModeler(const LifeTable& table)
      : groups_(!table.by().empty()),
        cases_(table.weight_kind().value_or(WeightKind::cases) == WeightKind::cases) {
    for_each_group(table, [&](const Label& label, const LifeCells& cells) {
      groups_.add(label, 1);
      add(label, Renewals("shifted_beta_geometric", cells));
    });
    model_.group = groups_.take();
  }
  RenewalModel take() { return std::move(model_); }

 private:
  void add(const Label& label, const Renewals& renewals) {
    const BetaGeometricFit fit(renewals);
    if (fit.limit != nullptr) find(label, fit.limit);
    const double alpha = std::exp(fit.at[0]), beta = std::exp(fit.at[1]);
    const Eigen::Matrix2d covariance = cases_ && fit.limit == nullptr
                                           ? Eigen::Matrix2d(fit.curvature.inverse())
                                           : Eigen::Matrix2d::Constant(nan);
    model_.alpha.push_back(alpha);
    model_.beta.push_back(beta);
    model_.alpha_std_error.push_back(alpha * std::sqrt(covariance(0, 0)));
    model_.beta_std_error.push_back(beta * std::sqrt(covariance(1, 1)));
    model_.churn_rate.push_back(alpha / (alpha + beta));
    model_.expected_lifetime.push_back(alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : nan);
    model_.log_likelihood.push_back(fit.log_likelihood);
    model_.aic.push_back(4 - 2 * fit.log_likelihood);
    model_.bic.push_back(2 * std::log(renewals.weight) - 2 * fit.log_likelihood);
    model_.lives.push_back(renewals.lives);
    model_.periods.push_back(static_cast<std::int64_t>(renewals.due.size()));
  }
  void find(const Label& label, const std::string& code) {
    const char* const says = code == "none_ended"   ? "no life has ended"
                             : code == "no_renewal" ? "no life was renewed"
                             : code == "one_renewal"
                                 ? "one renewal was seen, which does not tell how lives differ"
                             : code == "alike" ? "lives do not differ: their churn does not fall with age"
                                               : "each life ends at once or never";
    std::string group;
    if (const auto* text = std::get_if<std::string>(&label); text != nullptr && !text->empty())
      group = *text + ": ";
    if (const auto* number = std::get_if<std::int64_t>(&label)) group = fmt::format("{}: ", *number);
    model_.findings.push_back(
        {code, Severity::warning, {}, "shifted_beta_geometric: " + group + says + "; there is no alpha"});
  }

  GroupColumn groups_;
  bool cases_;
  RenewalModel model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline RenewalModel shifted_beta_geometric(const LifeTable& table, const RenewalModelOptions& options) {
  if (!options.by.empty())
    throw InvalidInput({.who = "shifted_beta_geometric",
                        .what = "by",
                        .where = {},
                        .value = "\"" + options.by.front() + "\"",
                        .rule = "is an option for lives; a life table has its groups"});
  return detail::RenewalModeler(table).take();
}

inline RenewalModel shifted_beta_geometric(const Lifetimes& lives, const RenewalModelOptions& options) {
  return detail::RenewalModeler(LifeTable(lives, {.by = options.by, .threads = options.threads})).take();
}

}  // namespace fealty::survival
