// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/detail/number_column.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// An attribute of examples, or of snapshots, as numbers: NaN where one is missing, and none that is
/// infinite.
///
/// \param what  the option that names it
inline Column<double> score_column(const char* who, const Frame& attributes, const std::string& name,
                                   const char* what) {
  const auto refuse = [who](const std::string& field, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = who, .what = field, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  };
  const FrameColumn* const column = attributes.find(name);
  if (column == nullptr) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < attributes.size(); ++i) known.push_back(attributes.name(i));
    refuse(what, "\"" + name + "\"",
           fmt::format("is no attribute of the examples; there are {}",
                       known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
  }
  const NumberReader read([&] { refuse(name, "", "holds texts, dates or times, which are no numbers"); });
  Column<double> numbers = std::visit(read, *column);
  check_finite_or_missing(who, name, numbers);
  return numbers;
}
inline Column<double> score_column(const char* who, const Examples& examples, const std::string& name,
                                   const char* what) {
  return score_column(who, examples.data().attributes, name, what);
}

/// How many of the accounts have several rows.
inline std::int64_t repeated_accounts(const IdColumn& account) {
  std::vector<std::uint8_t> rows(account.ids()->size());
  for (const std::uint32_t code : account.codes())
    rows[code] = static_cast<std::uint8_t>(rows[code] + (rows[code] < 2 ? 1 : 0));
  return std::count(rows.begin(), rows.end(), std::uint8_t{2});
}

/// Whether rows of one account are to be taken together, and whether it matters.
struct Clustering {
  bool asked = false;         // or by default
  std::int64_t repeated = 0;  // accounts with several rows

  Clustering(const char* who, const ExampleData& data, const std::optional<bool>& cluster) {
    const bool there = data.account.present();
    if (cluster.value_or(false) && !there)
      throw InvalidInput({.who = who,
                          .what = "cluster",
                          .where = {},
                          .value = "true",
                          .rule = "needs examples with accounts"});
    asked = cluster.value_or(there);
    if (there) repeated = repeated_accounts(data.account);
  }
  bool matters() const { return asked && repeated > 0; }
};

}  // namespace fealty::health::detail
