// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/logistic.hpp>

#include <cstdint>
#include <vector>

namespace fealty::health {

/// What makes a prediction: for each row the log odds of an average row, then what each feature adds.
struct LogisticContributions {
  std::vector<std::int64_t> row;       ///< of the attributes, from 0
  IdColumn feature;                    ///< "(average)", then the model's features in their order
  std::vector<double> contribution;    ///< to the log odds; NaN where the feature is missing or unknown
  std::vector<Finding> findings = {};  ///< codes: missing_feature, unknown_level

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("feature", self.feature);
    f("contribution", self.contribution);
  }
};

/// Opens predictions: how much each feature moves the log odds away from those of an average row.
///
/// A feature adds coef x (value - mean), the mean being that of the rows the model was made of (of texts:
/// shares of levels); the lines of a row add up to its log odds.
///
/// \param model       as made by logistic()
/// \param attributes  one row for each prediction: the model's features, by their names
/// \returns           one row for each of the attributes and feature, and one for the average
/// \throws InvalidInput  as predict_logistic() does
/// \see predict_logistic()
LogisticContributions logistic_contributions(const LogisticModel& model, const Frame& attributes);

}  // namespace fealty::health

#include <fealty/health/detail/make_logistic_contributions.hpp>
