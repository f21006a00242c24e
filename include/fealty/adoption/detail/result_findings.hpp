// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Adds a finding if any row of a result is odd.
///
/// \param describe  makes the sentence of the first such row
template <class Odd, class Describe>
void note_result_rows(std::vector<Finding>& findings, const char* code, Severity severity, std::size_t rows,
                      Odd odd, Describe describe) {
  std::vector<std::int64_t> found;
  for (std::size_t row = 0; row < rows; ++row)
    if (odd(row)) found.push_back(static_cast<std::int64_t>(row));
  if (found.empty()) return;
  Finding finding{.code = code, .severity = severity, .rows = {}, .message = {}};
  finding.message = describe(static_cast<std::size_t>(found.front()));
  finding.rows = std::move(found);
  findings.push_back(std::move(finding));
}

}  // namespace fealty::adoption::detail
