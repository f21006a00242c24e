// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/money.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty {

namespace detail {
/// Whether a double >= 0, read as the decimal that people wrote, lies halfway between two minor units.
inline bool halfway(double major, std::int32_t exponent) {
  const auto power = static_cast<double>(powers_of_ten[static_cast<std::size_t>(exponent)]);
  const double scaled = major * power;
  if (!(scaled <= 0x1p52)) return false;
  const double half = std::floor(scaled) + 0.5;
  const double noise = scaled < 0x1p30 ? 4 * std::numeric_limits<double>::epsilon() * scaled : -1;
  return std::abs(scaled - half) <= noise || half / power == major;
}
}  // namespace detail

/// Amounts in major units, as people write them: real numbers, whole numbers or decimals.
///
/// \throws InvalidInput  for decimals whose scale is not in [0, 18]
class AmountColumn {
 public:
  AmountColumn() = default;
  AmountColumn(Column<double> values) : values_(std::move(values)) {}
  AmountColumn(Column<std::int64_t> values) : values_(std::move(values)) {}
  AmountColumn(DecimalColumn values) : values_(std::move(values)) {
    const std::int32_t scale = std::get<DecimalColumn>(values_).scale;
    if (scale < 0 || scale > 18)
      throw InvalidInput({.who = "AmountColumn",
                          .what = "scale",
                          .where = {},
                          .value = fmt::format("{}", scale),
                          .rule = "is not in [0, 18]"});
  }
  AmountColumn(const std::vector<double>& values) : values_(Column<double>(values)) {}
  AmountColumn(std::vector<double>&& values) : values_(Column<double>(std::move(values))) {}
  AmountColumn(std::span<const double> values) : values_(Column<double>(values)) {}

  bool present() const {
    return visit([](const auto& column) { return column.present(); });
  }
  std::size_t size() const {
    return visit([](const auto& column) { return column.size(); });
  }
  bool valid(std::size_t row) const {
    return visit([&](const auto& column) { return column.valid(row); });
  }
  const std::string& name() const {
    return visit([](const auto& column) -> const std::string& { return column.name(); });
  }
  AmountColumn named(std::string name) && {
    if (auto* reals = std::get_if<Column<double>>(&values_))
      *reals = std::move(*reals).named(std::move(name));
    else if (auto* wholes = std::get_if<Column<std::int64_t>>(&values_))
      *wholes = std::move(*wholes).named(std::move(name));
    else
      std::get<DecimalColumn>(values_).unscaled =
          std::move(std::get<DecimalColumn>(values_).unscaled).named(std::move(name));
    return std::move(*this);
  }

  const std::vector<CellFinding>& cell_findings() const {
    if (const auto* reals = std::get_if<Column<double>>(&values_)) return reals->cell_findings();
    const auto* decimals = std::get_if<DecimalColumn>(&values_);
    return (decimals != nullptr ? decimals->unscaled : std::get<Column<std::int64_t>>(values_))
        .cell_findings();
  }

  /// A row as text, for messages.
  std::string text(std::size_t row) const {
    if (const auto* decimals = std::get_if<DecimalColumn>(&values_))
      return decimal_text(decimals->unscaled[row], decimals->scale);
    return visit([&](const auto& column) { return fmt::format("{}", column[row]); });
  }

  /// True for NaN and the infinities.
  bool not_finite(std::size_t row) const {
    const auto* reals = std::get_if<Column<double>>(&values_);
    return reals != nullptr && !std::isfinite((*reals)[row]);
  }

  bool negative(std::size_t row) const {
    if (const auto* reals = std::get_if<Column<double>>(&values_)) return (*reals)[row] < 0;
    const auto* decimals = std::get_if<DecimalColumn>(&values_);
    return (decimals != nullptr ? decimals->unscaled[row] : std::get<Column<std::int64_t>>(values_)[row]) < 0;
  }

  /// A row in minor units of a currency, none when that leaves 64 bits (for real numbers 2^52).
  std::optional<MinorUnits> minor(std::size_t row, std::int32_t exponent) const {
    if (const auto* reals = std::get_if<Column<double>>(&values_))
      return detail::to_minor((*reals)[row], exponent);
    const auto* decimals = std::get_if<DecimalColumn>(&values_);
    const std::int64_t unscaled =
        decimals != nullptr ? decimals->unscaled[row] : std::get<Column<std::int64_t>>(values_)[row];
    const std::int32_t shift = exponent - (decimals != nullptr ? decimals->scale : 0);
    const auto power = detail::powers_of_ten[static_cast<std::size_t>(shift < 0 ? -shift : shift)];
    const detail::int128 value =
        shift < 0 ? detail::divide_half_even(unscaled, power) : static_cast<detail::int128>(unscaled) * power;
    if (!detail::fits_int64(value)) return std::nullopt;
    return MinorUnits{static_cast<std::int64_t>(value), shift >= 0 || unscaled % power == 0};
  }

  /// Whether an amount >= 0 lies halfway between two minor units.
  bool halfway(std::size_t row, std::int32_t exponent) const {
    if (const auto* reals = std::get_if<Column<double>>(&values_))
      return detail::halfway((*reals)[row], exponent);
    const auto* decimals = std::get_if<DecimalColumn>(&values_);
    const std::int32_t shift = decimals != nullptr ? decimals->scale - exponent : 0;
    if (shift <= 0) return false;
    const std::int64_t power = detail::powers_of_ten[static_cast<std::size_t>(shift)];
    return decimals->unscaled[row] % power == power / 2;
  }

  /// The real numbers, null when the amounts are of another kind.
  const Column<double>* reals() const { return std::get_if<Column<double>>(&values_); }

 private:
  static std::string decimal_text(std::int64_t unscaled, std::int32_t scale) {
    const auto power = static_cast<std::uint64_t>(detail::powers_of_ten[static_cast<std::size_t>(scale)]);
    const std::uint64_t size =
        unscaled < 0 ? 0 - static_cast<std::uint64_t>(unscaled) : static_cast<std::uint64_t>(unscaled);
    return fmt::format("{}{}", unscaled < 0 ? "-" : "", size / power) +
           (scale == 0 ? "" : fmt::format(".{:0{}}", size % power, scale));
  }

  template <class F>
  auto visit(F f) const -> decltype(f(std::declval<const Column<double>&>())) {
    if (const auto* reals = std::get_if<Column<double>>(&values_)) return f(*reals);
    if (const auto* wholes = std::get_if<Column<std::int64_t>>(&values_)) return f(*wholes);
    return f(std::get<DecimalColumn>(values_).unscaled);
  }

  std::variant<Column<double>, Column<std::int64_t>, DecimalColumn> values_;
};

}  // namespace fealty
