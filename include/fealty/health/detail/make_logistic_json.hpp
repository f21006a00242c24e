// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/logistic_json_reader.hpp>
#include <fealty/health/detail/logistic_json_writer.hpp>
#include <fealty/health/detail/make_predict_logistic.hpp>
#include <fealty/health/logistic_json.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace fealty::health {

inline std::string logistic_json(const LogisticModel& model) {
  detail::require_fit("logistic_json", model, "logistic");
  return detail::json_of(model, *model.fit).dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

inline LogisticModel logistic_from_json(std::string_view json) {
  return detail::LogisticJsonReader(json).take();
}

}  // namespace fealty::health
