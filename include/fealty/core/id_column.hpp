// SPDX-License-Identifier: MIT
#pragma once

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
    std::vector<std::uint32_t> codes(ids.size());
    dictionary.encode_numbers(
        ids, [](std::size_t) { return true; }, codes.data());
    *this = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(dictionary)));
  }
  IdColumn(const std::vector<std::int64_t>& ids) : IdColumn(std::span<const std::int64_t>(ids)) {}
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view> IdColumn(std::span<const Text> ids) {
    Ids dictionary;
    std::vector<std::uint32_t> codes(ids.size());
    dictionary.encode_texts(
        ids.size(), [&](std::size_t i) { return std::string_view(ids[i]); }, codes.data());
    *this = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(dictionary)));
  }
  IdColumn(const std::vector<std::string>& ids) : IdColumn(std::span<const std::string>(ids)) {}
  IdColumn(const std::vector<std::string_view>& ids) : IdColumn(std::span<const std::string_view>(ids)) {}
  /// \param codes  n codes of `ids`, `no_id` where an id is missing
  IdColumn(std::vector<std::uint32_t> codes, std::shared_ptr<const Ids> ids)
      : codes_(std::make_shared<const std::vector<std::uint32_t>>(std::move(codes))), ids_(std::move(ids)) {}

  bool present() const { return ids_ != nullptr; }
  std::size_t size() const { return codes_ ? codes_->size() : 0; }
  std::span<const std::uint32_t> codes() const {
    return codes_ ? std::span<const std::uint32_t>(*codes_) : std::span<const std::uint32_t>();
  }
  const std::shared_ptr<const Ids>& ids() const { return ids_; }
  /// Keeps `codes()` alive.
  std::shared_ptr<const void> memory() const { return codes_; }
  /// The id of a row, as text; "null" where it is missing.
  std::string text(std::size_t row) const {
    return (*codes_)[row] == no_id ? "null" : ids_->text((*codes_)[row]);
  }

  /// The caller's name for this column, used in messages.
  const std::string& name() const { return name_; }
  IdColumn named(std::string name) && {
    name_ = std::move(name);
    return std::move(*this);
  }
  IdColumn named(std::string name) const& { return IdColumn(*this).named(std::move(name)); }

 private:
  std::shared_ptr<const std::vector<std::uint32_t>> codes_;
  std::shared_ptr<const Ids> ids_;
  std::string name_;
};

}  // namespace fealty
