// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty {

/// n ids as codes of one dictionary.
class IdColumn {
 public:
  IdColumn() = default;
  IdColumn(std::span<const std::int64_t> ids) {
    Ids dictionary;
    const auto codes = detail::big_array<std::uint32_t>(ids.size());
    dictionary.encode_numbers(
        ids, [](std::size_t) { return true; }, codes.get());
    keep(codes, ids.size(), std::move(dictionary));
  }
  IdColumn(const std::vector<std::int64_t>& ids) : IdColumn(std::span<const std::int64_t>(ids)) {}
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view> IdColumn(std::span<const Text> ids) {
    Ids dictionary;
    const auto codes = detail::big_array<std::uint32_t>(ids.size());
    dictionary.encode_texts(
        ids.size(), [&](std::size_t i) { return std::string_view(ids[i]); }, codes.get());
    keep(codes, ids.size(), std::move(dictionary));
  }
  IdColumn(const std::vector<std::string>& ids) : IdColumn(std::span<const std::string>(ids)) {}
  IdColumn(const std::vector<std::string_view>& ids) : IdColumn(std::span<const std::string_view>(ids)) {}
  /// \param codes  n codes of `ids`, `no_id` where an id is missing
  /// \throws InvalidInput  for codes that `ids` does not have
  IdColumn(std::vector<std::uint32_t> codes, std::shared_ptr<const Ids> ids)
      : IdColumn(Column<std::uint32_t>(std::move(codes)), std::move(ids)) {}
  IdColumn(Column<std::uint32_t> codes, std::shared_ptr<const Ids> ids)
      : codes_(std::move(codes)), ids_(std::move(ids)) {
    const std::size_t known = ids_->size();
    const std::uint32_t* const all = codes_.values().data();
    const auto unknown = [all, known](std::size_t row) { return all[row] >= known && all[row] != no_id; };
    if (!detail::AnyRow(codes_.size(), unknown)) return;
    for (const auto code : codes_.values())
      if (code >= known && code != no_id)
        throw InvalidInput({.who = "IdColumn",
                            .what = "codes",
                            .where = {},
                            .value = fmt::format("{}", code),
                            .rule = fmt::format("is none of the codes of {} ids", known)});
  }

  bool present() const { return ids_ != nullptr; }
  std::size_t size() const { return codes_.size(); }
  std::span<const std::uint32_t> codes() const { return codes_.values(); }
  /// `codes()` with what keeps them alive.
  const Column<std::uint32_t>& code_column() const { return codes_; }
  const std::shared_ptr<const Ids>& ids() const { return ids_; }
  /// The id of a row, as text; "null" where it is missing.
  std::string text(std::size_t row) const { return codes_[row] == no_id ? "null" : ids_->text(codes_[row]); }

  /// The caller's name for this column, used in messages.
  const std::string& name() const { return name_; }
  IdColumn named(std::string name) && {
    name_ = std::move(name);
    return std::move(*this);
  }
  IdColumn named(std::string name) const& { return IdColumn(*this).named(std::move(name)); }

 private:
  void keep(const std::shared_ptr<std::uint32_t[]>& codes, std::size_t size, Ids&& ids) {
    codes_ = Column<std::uint32_t>(std::span<const std::uint32_t>(codes.get(), size), nullptr, 0, codes);
    ids_ = std::make_shared<const Ids>(std::move(ids));
  }

  Column<std::uint32_t> codes_;
  std::shared_ptr<const Ids> ids_;
  std::string name_;
};

}  // namespace fealty
