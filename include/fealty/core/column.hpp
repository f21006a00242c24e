// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty {

/// What the reader of a column found in some of its cells, for the table to tell: a text that is no day, a
/// time that was cut off.
struct CellFinding {
  std::string code;                               ///< stable, snake_case
  Severity severity = Severity::error;            ///< error where the cells could not be read; they are null
  std::vector<std::int64_t> rows = {};            ///< ascending
  std::string rule = {};                          ///< what is wrong with them
  std::function<std::string(std::size_t)> value;  ///< a row's cell as it was written
};

/// n values of one type, which of them are there, and what the caller calls them.
///
/// A column made of a span or of a named vector looks at the caller's memory, which must outlive it;
/// one made of a temporary vector, or given an owner, keeps its memory itself. A default column is
/// absent, which is not the same as one with no rows.
template <class T>
class Column {
 public:
  Column() = default;
  Column(std::span<const T> values) : values_(values), present_(true) {}
  Column(const std::vector<T>& values) : Column(std::span<const T>(values)) {}
  Column(std::vector<T>&& values) {
    auto kept = std::make_shared<const std::vector<T>>(std::move(values));
    *this = Column(std::span<const T>(*kept), nullptr, 0, kept);
  }
  /// \param validity    bitmap, least significant bit first, 1 = there; null when all are
  /// \param bit_offset  bit of `validity` that belongs to `values[0]`
  /// \param owner       keeps both alive
  Column(std::span<const T> values, const std::uint8_t* validity, std::size_t bit_offset,
         std::shared_ptr<const void> owner)
      : values_(values), validity_(validity), bit_offset_(bit_offset), owner_(std::move(owner)),
        present_(true) {}

  bool present() const { return present_; }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  std::span<const T> values() const { return values_; }
  const T& operator[](std::size_t row) const { return values_[row]; }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

  bool may_have_nulls() const { return validity_ != nullptr; }
  bool valid(std::size_t row) const {
    if (validity_ == nullptr) return true;
    const std::size_t bit = bit_offset_ + row;
    return (validity_[bit / 8] >> (bit % 8) & 1) != 0;
  }
  /// Whether the same rows have the same values.
  friend bool operator==(const Column& a, const Column& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t row = 0; row < a.size(); ++row)
      if (a.valid(row) != b.valid(row) || (a.valid(row) && !(a[row] == b[row]))) return false;
    return true;
  }

  const std::vector<CellFinding>& cell_findings() const {
    static const std::vector<CellFinding> none;
    return cell_findings_ ? *cell_findings_ : none;
  }
  /// The same column, with a finding if it has rows.
  ///
  /// \throws InvalidInput  for rows that the column does not have, or without `value`
  Column found(CellFinding finding) && {
    if (finding.rows.empty()) return std::move(*this);
    for (const auto row : finding.rows)
      if (row < 0 || static_cast<std::size_t>(row) >= size())
        throw InvalidInput({.who = "Column",
                            .what = "rows",
                            .where = {},
                            .value = fmt::format("{}", row),
                            .rule = fmt::format("is none of {} rows", size())});
    if (!finding.value)
      throw InvalidInput({.who = "Column", .what = "value", .where = {}, .value = "", .rule = "is missing"});
    auto all = std::make_shared<std::vector<CellFinding>>(cell_findings());
    all->push_back(std::move(finding));
    cell_findings_ = std::move(all);
    return std::move(*this);
  }

  /// The same column, with memory of its own if it looks at the caller's. Its nulls are forgotten.
  Column kept() const {
    if (!present_) return *this;
    if (owner_) return Column(values_, nullptr, 0, owner_).named(name_);
    const std::shared_ptr<T[]> memory = detail::big_array<T>(size());
    std::copy(values_.begin(), values_.end(), memory.get());
    return Column(std::span<const T>(memory.get(), size()), nullptr, 0, memory).named(name_);
  }

  /// The caller's name for this column, used in messages.
  const std::string& name() const { return name_; }
  Column named(std::string name) && {
    name_ = std::move(name);
    return std::move(*this);
  }
  Column named(std::string name) const& { return Column(*this).named(std::move(name)); }

 private:
  std::span<const T> values_;
  const std::uint8_t* validity_ = nullptr;
  std::size_t bit_offset_ = 0;
  std::shared_ptr<const void> owner_;
  std::shared_ptr<const std::vector<CellFinding>> cell_findings_;
  std::string name_;
  bool present_ = false;
};

/// Fixed-point amounts: value = unscaled / 10^scale.
struct DecimalColumn {
  Column<std::int64_t> unscaled;
  std::int32_t scale = 0;  ///< digits after the point, 0 to 18
};

/// Dates of a result or a frame: days since 1970-01-01.
struct DateColumn {
  std::vector<std::int32_t> days;
};

}  // namespace fealty
