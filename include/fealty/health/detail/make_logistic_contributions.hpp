// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/detail/logistic_fit.hpp>
#include <fealty/health/detail/make_predict_logistic.hpp>
#include <fealty/health/logistic_contributions.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::health {

inline LogisticContributions logistic_contributions(const LogisticModel& model, const Frame& attributes) {
  detail::require_fit("logistic_contributions", model, "logistic");
  const detail::LogisticFit& fit = *model.fit;
  detail::FeatureRows rows("logistic_contributions", attributes, fit.features, fit.mean, fit.scale);
  LogisticContributions found;
  Ids names;
  std::vector<std::uint32_t> line{names.encode("(average)")}, codes;
  for (const auto& feature : fit.features) line.push_back(names.encode(feature.attribute));
  for (Eigen::Index row = 0; row < rows.x().rows(); ++row) {
    found.row.insert(found.row.end(), line.size(), row);
    codes.insert(codes.end(), line.begin(), line.end());
    found.contribution.push_back(fit.beta[0]);
    Eigen::Index column = 0;
    for (const auto& feature : fit.features) {
      const Eigen::Index count = detail::column_count(feature);
      found.contribution.push_back(
          rows.x().row(row).segment(column, count).dot(fit.beta.segment(column + 1, count)));
      column += count;
    }
  }
  found.feature = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(names)));
  found.findings = rows.take_findings();
  return found;
}

}  // namespace fealty::health
