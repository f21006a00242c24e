// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>
#include <fealty/health/detail/scorecard_check.hpp>
#include <fealty/health/detail/scorecard_reader.hpp>
#include <fealty/health/detail/scorecard_writer.hpp>
#include <fealty/health/scorecard.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace fealty::health {

inline Scorecard::Scorecard(ScorecardConfig config) {
  const detail::ScorecardCheck check(config);
  std::string print = fealty::detail::text_fingerprint(detail::ScorecardWriter::write(config).dump());
  data_ = std::make_shared<const Data>(Data{std::move(config), std::move(print)});
}

inline Scorecard Scorecard::from_json(std::string_view json) {
  return Scorecard(detail::ScorecardReader(json).take());
}

inline std::string Scorecard::to_json() const { return detail::ScorecardWriter::write(data_->config).dump(); }

}  // namespace fealty::health
