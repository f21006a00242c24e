// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <limits>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of weight_of_evidence_features().
struct WeightOfEvidenceFeaturesOptions {
  std::vector<std::string> keep = {};                        ///< columns that are passed on as they are
  double unseen = std::numeric_limits<double>::quiet_NaN();  ///< in place of a value that no bin holds; 0
                                                             ///< says nothing either way
};

/// Columns in which each value is replaced by the weight of evidence of its bin: what a logistic model of
/// weights of evidence takes. They have the names of their attributes.
///
/// A text, or a missing value, that was not there when the bins were made has no weight.
///
/// \param attributes  rows with the attributes, by their names
/// \param evidence    as made by weight_of_evidence(), one for each attribute
/// \param options     keep, unseen
/// \returns           the columns of `keep`, then one for each of `evidence`
/// \throws InvalidInput  for names of no attribute or that are there twice, dates, infinite numbers, numbers
///                       where the bins are of texts and the other way round; when `unseen` is infinite
Frame weight_of_evidence_features(const Frame& attributes, const std::vector<WeightOfEvidence>& evidence,
                                  const WeightOfEvidenceFeaturesOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_weight_of_evidence_features.hpp>
