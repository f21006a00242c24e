// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::coverage::detail {

/// The values that a text lists: without the blanks around them, ascending, each once.
inline std::vector<std::string> listed_values(std::string_view text, std::string_view separator) {
  constexpr std::string_view blank = " \t\r\n";
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t found = separator.empty() ? std::string_view::npos : text.find(separator, begin);
    const std::size_t end = found == std::string_view::npos ? text.size() : found;
    const std::string_view value = text.substr(begin, end - begin);
    const std::size_t first = value.find_first_not_of(blank);
    if (first != std::string_view::npos)
      values.emplace_back(value.substr(first, value.find_last_not_of(blank) + 1 - first));
    begin = end + std::max<std::size_t>(1, separator.size());
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

/// A named column of sets of values: what accounts ask for, or CSMs offer.
struct ValueSets {
  std::string name;
  std::vector<std::vector<std::string>> sets;  ///< the different ones; the last is empty
  std::vector<std::uint32_t> of_row;           ///< the set of each row

  const std::vector<std::string>& of(std::size_t row) const { return sets[of_row[row]]; }
};

/// \param rows  those to take, in this order
inline ValueSets value_sets(std::string name, const IdColumn& column, const std::string& separator,
                            const std::vector<std::uint32_t>& rows) {
  ValueSets out{std::move(name), {}, {}};
  const Ids& texts = *column.ids();
  for (std::uint32_t code = 0; code < texts.size(); ++code)
    out.sets.push_back(listed_values(texts.text(code), separator));
  out.sets.emplace_back();
  for (const std::uint32_t row : rows)
    out.of_row.push_back(
        std::min(column.codes()[row], static_cast<std::uint32_t>(texts.size())));  // null asks for nothing
  return out;
}

/// Whether all that is asked for is offered.
inline bool covers(const std::vector<std::string>& offered, const std::vector<std::string>& asked) {
  return std::includes(offered.begin(), offered.end(), asked.begin(), asked.end());
}

}  // namespace fealty::coverage::detail
