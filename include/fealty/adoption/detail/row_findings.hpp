// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace fealty::adoption::detail {

/// Findings of rows that come in any order, one for each code; its message is that of its first row.
class RowFindings {
 public:
  /// \param message  makes the sentence, which begins after "row 7: "
  template <class Message>
  void add(const char* code, Severity severity, std::int64_t row, Message message) {
    auto found = std::find_if(findings_.begin(), findings_.end(),
                              [&](const Finding& each) { return each.code == code; });
    if (found == findings_.end())
      found = findings_.insert(found, {.code = code, .severity = severity, .rows = {}, .message = {}});
    const bool first = found->rows.empty() || row < found->rows.front();
    found->rows.push_back(row);
    if (!first) return;
    std::swap(found->rows.front(), found->rows.back());
    found->message = fmt::format("row {}: {}", row, message());
  }
  /// A finding that is of no row.
  void add(const char* code, Severity severity, std::string message) {
    findings_.push_back({.code = code, .severity = severity, .rows = {}, .message = std::move(message)});
  }
  std::vector<Finding> take() {
    for (Finding& each : findings_) std::sort(each.rows.begin(), each.rows.end());
    return std::move(findings_);
  }

 private:
  std::vector<Finding> findings_;
};

}  // namespace fealty::adoption::detail
