// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The groups of accounts on each day: all together, each account by itself, or the values of attributes.
class UsageGroups {
 public:
  /// From a day on, an account is in a group.
  struct Piece {
    std::int32_t from;
    std::uint32_t group;
  };

  /// \param by  nothing, "account", or attributes of `accounts`
  /// \throws InvalidInput  for a name that is neither; for attributes without `accounts`
  UsageGroups(const char* who, const UsageData& data, const std::vector<std::string>& by,
              const std::optional<revenue::Accounts>& accounts)
      : grouped_(!by.empty()) {
    if (by.empty()) all_together(data);
    else if (by == std::vector<std::string>{"account"}) each_account(data);
    else by_attributes(who, data, by, accounts);
  }

  std::size_t count() const { return labels_.size(); }
  /// When an account is in which group, from the first day on.
  std::span<const Piece> of(std::uint32_t account) const {
    return std::span(pieces_).subspan(begin_[account], begin_[account + 1] - begin_[account]);
  }
  std::uint32_t of(std::uint32_t account, std::int32_t day) const {
    const auto pieces = of(account);
    std::size_t at = pieces.size() - 1;
    while (at > 0 && pieces[at].from > day) --at;
    return pieces[at].group;
  }
  /// The groups of a result's rows; absent where all are together.
  IdColumn column(std::vector<std::uint32_t> groups) const {
    if (!grouped_) return {};
    for (std::uint32_t& group : groups) group = labels_[group];
    return {std::move(groups), ids_};
  }

 private:
  static constexpr std::int32_t ever = std::numeric_limits<std::int32_t>::min();

  void all_together(const UsageData& data) {
    labels_ = {0};
    const std::size_t accounts = data.accounts ? data.accounts->size() : 0;
    pieces_.assign(accounts, {ever, 0});
    for (std::size_t i = 0; i <= accounts; ++i) begin_.push_back(i);
  }

  void each_account(const UsageData& data) {
    ids_ = data.accounts;
    std::vector<std::uint32_t> place(ids_->size());
    for (const std::uint32_t account : ids_->sorted())
      if (data.begin[account] < data.begin[account + std::size_t{1}]) {
        place[account] = static_cast<std::uint32_t>(labels_.size());
        labels_.push_back(account);
      }
    for (std::uint32_t account = 0; account < place.size(); ++account) {
      begin_.push_back(account);
      pieces_.push_back({ever, place[account]});
    }
    begin_.push_back(place.size());
  }

  void by_attributes(const char* who, const UsageData& data, const std::vector<std::string>& by,
                     const std::optional<revenue::Accounts>& accounts) {
    if (!accounts)
      throw InvalidInput({.who = who,
                          .what = "by",
                          .where = {},
                          .value = "\"" + by.front() + "\"",
                          .rule = "needs `accounts`, which has the attributes; alone there is \"account\""});
    std::vector<std::size_t> attributes;
    for (const std::string& name : by) attributes.push_back(accounts->attribute(name));
    const std::vector<std::uint32_t> known = accounts->match(*data.accounts);
    std::map<std::vector<std::uint32_t>, std::uint32_t> codes;  // of the values together
    for (const std::uint32_t account : known) {
      begin_.push_back(pieces_.size());
      add_pieces(*accounts, attributes, account, codes);
    }
    begin_.push_back(pieces_.size());
    set_labels(*accounts, attributes, codes);
  }
  void add_pieces(const revenue::Accounts& accounts, const std::vector<std::size_t>& attributes,
                  std::uint32_t account, std::map<std::vector<std::uint32_t>, std::uint32_t>& codes) {
    std::vector<std::int32_t> days{ever};
    for (const std::size_t each : attributes)
      for (const revenue::AttributeChange& change : accounts.attribute_changes(account, each))
        days.push_back(change.from_day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const std::int32_t day : days) {
      std::vector<std::uint32_t> values;
      for (const std::size_t each : attributes)
        values.push_back(accounts.attribute_on(account, each, Date{day}));
      pieces_.push_back({day, codes.emplace(values, static_cast<std::uint32_t>(codes.size())).first->second});
    }
  }

  /// Groups get the order of their ids: one attribute's values stay what they are, several are joined.
  void set_labels(const revenue::Accounts& accounts, const std::vector<std::size_t>& attributes,
                  const std::map<std::vector<std::uint32_t>, std::uint32_t>& codes) {
    const bool alone = attributes.size() == 1;
    Ids joined;
    std::vector<std::uint32_t> label(codes.size());
    for (const auto& [values, code] : codes)
      label[code] = alone ? values.front() : joined.encode(text(accounts, attributes, values));
    ids_ =
        alone ? accounts.attribute_ids(attributes.front()) : std::make_shared<const Ids>(std::move(joined));
    const std::vector<std::uint32_t> rank = ids_->ranks();
    const auto place_of = [&](std::uint32_t id) { return id == no_id ? rank.size() : rank[id]; };
    const auto before = [&](std::uint32_t a, std::uint32_t b) { return place_of(a) < place_of(b); };
    labels_ = label;
    std::sort(labels_.begin(), labels_.end(), before);
    labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
    for (Piece& piece : pieces_)
      piece.group = static_cast<std::uint32_t>(
          std::lower_bound(labels_.begin(), labels_.end(), label[piece.group], before) - labels_.begin());
  }
  static std::string text(const revenue::Accounts& accounts, const std::vector<std::size_t>& attributes,
                          const std::vector<std::uint32_t>& values) {
    std::string joined;
    for (std::size_t i = 0; i < values.size(); ++i)
      joined += (i == 0 ? "" : ", ") +
                (values[i] == no_id ? "null" : accounts.attribute_ids(attributes[i])->text(values[i]));
    return joined;
  }

  bool grouped_;
  std::shared_ptr<const Ids> ids_;
  std::vector<std::uint32_t> labels_;  // the id of each group, no_id for those without one
  std::vector<std::size_t> begin_;     // of each account's pieces, and the end of all
  std::vector<Piece> pieces_;
};

}  // namespace fealty::adoption::detail
