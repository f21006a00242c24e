// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/logistic.hpp>

#include <string>
#include <string_view>

namespace fealty::health {

/// A model as JSON: its features and their levels, coefficients, covariances, and how it was made. It keeps
/// every bit, and holds no data of accounts.
///
/// \param model  as made by logistic()
/// \returns      an object of format 1
/// \throws InvalidInput  for a model that logistic() did not make
std::string logistic_json(const LogisticModel& model);

/// Reads a model from JSON. Nothing in it is run.
///
/// \param json  as written by logistic_json()
/// \returns     the model; it predicts the same, to the last bit
/// \throws InvalidInput  for a format newer than 1, named; for what is no JSON or no such model, more than 16
///                       MiB, nested too deeply, keys that stand there twice or are unknown, numbers that do
///                       not fit one another
/// \see predict_logistic()
LogisticModel logistic_from_json(std::string_view json);

}  // namespace fealty::health

#include <fealty/health/detail/make_logistic_json.hpp>
