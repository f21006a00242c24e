// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty {

/// How much a finding matters.
enum class Severity {
  information,  ///< normal, but good to know
  warning,      ///< probably not meant
  error         ///< the row cannot be used; it was left out
};
constexpr auto enum_names(Severity) {
  return std::array<std::string_view, 3>{"information", "warning", "error"};
}

/// One kind of odd thing in the data: computable, but worth a look.
struct Finding {
  std::string code;                ///< stable, snake_case
  Severity severity;               ///< how much it matters
  std::vector<std::int64_t> rows;  ///< every row it stands in, ascending, counted from 0
  std::string message;             ///< one sentence, with the first row's values
};

/// What a table does with a row that breaks a rule.
enum class OnError {
  fail,  ///< throw, and build nothing
  drop   ///< leave the row out and list it as a finding
};
constexpr auto enum_names(OnError) { return std::array<std::string_view, 2>{"fail", "drop"}; }

}  // namespace fealty
