// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// The column of a result that says of which group a row is; absent for a table without groups.
class GroupColumn {
 public:
  explicit GroupColumn(bool grouped) : grouped_(grouped) {}

  /// Adds rows of a group. Numbers beside texts, of tables of several sources, become texts.
  void add(const Label& label, std::size_t rows) {
    if (grouped_) labels_.insert(labels_.end(), rows, label);
  }
  IdColumn take() {
    if (!grouped_) return {};
    bool numbers = true;
    for (const Label& label : labels_) numbers = numbers && !std::holds_alternative<std::string>(label);
    Ids ids;
    std::vector<std::uint32_t> codes;
    codes.reserve(labels_.size());
    for (std::size_t i = 0; i < labels_.size(); ++i)
      codes.push_back(i > 0 && labels_[i] == labels_[i - 1] ? codes.back() : code(ids, labels_[i], numbers));
    return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
  }

 private:
  static std::uint32_t code(Ids& ids, const Label& label, bool numbers) {
    if (const auto* number = std::get_if<std::int64_t>(&label))
      return numbers ? ids.encode(*number) : ids.encode(fmt::format("{}", *number));
    if (const auto* text = std::get_if<std::string>(&label)) return ids.encode(*text);
    return no_id;
  }

  bool grouped_;
  std::vector<Label> labels_;
};

/// The cells of each group, its strata added up: f(label, cells).
template <class F>
void for_each_group(const LifeTable& table, F f) {
  const LifeGroups& groups = table.groups();
  for (auto at = groups.begin(); at != groups.end();) {
    const Label& label = at->first.first;
    const auto end =
        std::find_if(at, groups.end(), [&](const auto& each) { return each.first.first != label; });
    if (std::next(at) == end) {
      f(label, at->second);
    } else {
      LifeCells sum = at->second;
      for (auto next = std::next(at); next != end; ++next) add_cells(sum, next->second);
      f(label, std::as_const(sum));
    }
    at = end;
  }
}

}  // namespace fealty::survival::detail
