// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The currency of each row: one for all, or looked up in a column of codes.
class CurrencyRows {
 public:
  /// Takes exactly one of the two; checks the rows of a column under `check`.
  CurrencyRows(const std::string& who, const std::string& literal, const IdColumn& column,
               fealty::detail::RowCheck& check)
      : column_(column) {
    if (literal.empty() != column.present())
      throw InvalidInput({.who = who,
                          .what = "currency",
                          .where = {},
                          .value = literal.empty() ? "" : "\"" + literal + "\"",
                          .rule = literal.empty() ? "is missing: give a currency or a currency_column"
                                                  : "stands beside a currency_column: give one of the two"});
    if (!column.present()) {
      if (!try_currency(literal))
        throw InvalidInput({.who = who,
                            .what = "currency",
                            .where = {},
                            .value = "\"" + literal + "\"",
                            .rule = "is not a currency of ISO 4217"});
      currencies_.push_back(currency(literal));
      return;
    }
    look_up(check);
  }

  const std::vector<Currency>& currencies() const { return currencies_; }
  std::uint16_t index(std::size_t row) const {
    return column_.present() ? static_cast<std::uint16_t>(index_of_code_[column_.codes()[row]])
                             : std::uint16_t{0};
  }
  std::int32_t exponent(std::size_t row) const { return currencies_[index(row)].exponent; }

 private:
  static constexpr std::int32_t unknown = -1;

  void look_up(fealty::detail::RowCheck& check) {
    const Ids& names = *column_.ids();
    for (std::uint32_t code = 0; code < names.size(); ++code) {
      const auto found = try_currency(names.text(code));
      index_of_code_.push_back(found ? static_cast<std::int32_t>(currencies_.size()) : unknown);
      if (found) currencies_.push_back(*found);
    }
    const auto codes = column_.codes();
    const std::string name = column_.name().empty() ? "currency_column" : column_.name();
    check.rule(
        "null_currency", [&](std::size_t row) { return codes[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs a currency"};
        });
    check.rule(
        "unknown_currency", [&](std::size_t row) { return index_of_code_[codes[row]] == unknown; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, "\"" + column_.text(row) + "\"", "is not a currency of ISO 4217"};
        });
  }

  IdColumn column_;
  std::vector<Currency> currencies_;
  std::vector<std::int32_t> index_of_code_;
};

}  // namespace fealty::revenue::detail
