// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// A column in the making, some of whose values are missing.
template <class T>
class Nullable {
 public:
  void push(T value, bool there) {
    if (values_.size() % 8 == 0) validity_.push_back(0);
    if (there) validity_.back() = static_cast<std::uint8_t>(validity_.back() | 1U << values_.size() % 8);
    values_.push_back(value);
  }
  Column<T> finish() && {
    auto kept = std::make_shared<std::pair<std::vector<T>, std::vector<std::uint8_t>>>(std::move(values_),
                                                                                       std::move(validity_));
    return Column<T>(kept->first, kept->second.data(), 0, kept);
  }

 private:
  std::vector<T> values_;
  std::vector<std::uint8_t> validity_;
};

/// Days, missing where they are not before `until`: the future is unknown.
class KnownDays {
 public:
  explicit KnownDays(std::int32_t until) : until_(until) {}
  void push(std::int32_t day) { days_.push(day < until_ ? day : open, day < until_); }
  Days finish() && { return {std::move(days_).finish()}; }

 private:
  Nullable<std::int32_t> days_;
  std::int32_t until_;
};

using SharedIds = std::shared_ptr<const Ids>;
using Codes = std::vector<std::uint32_t>;

template <class Integer>
std::uint32_t code(Integer index) {
  return static_cast<std::uint32_t>(index);
}

/// Categories by their place in a list of names.
template <std::size_t n>
IdColumn named_codes(Codes&& codes, const std::array<std::string_view, n>& names) {
  Ids ids;
  for (const std::string_view name : names) ids.encode(name);
  return IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(ids)));
}

inline IdColumn same_text(std::size_t rows, std::string_view text) {
  return named_codes(Codes(rows, 0), std::array<std::string_view, 1>{text});
}

inline Days days(std::vector<std::int32_t>&& values) { return {Column<std::int32_t>(std::move(values))}; }

inline Flags flags(std::vector<std::uint8_t>&& values) { return {Column<std::uint8_t>(std::move(values))}; }

inline DecimalColumn cents(std::vector<std::int64_t>&& values) {
  return {Column<std::int64_t>(std::move(values)), 2};
}

}  // namespace fealty::company::detail
