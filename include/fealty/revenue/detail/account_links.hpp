// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/account_table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The columns of an accounts table that name other accounts.
class AccountLinks {
 public:
  AccountLinks(const IdColumn& account, const IdColumn& parent, const IdColumn& merged_into)
      : account_(account), ids_(account.ids()), parent_{parent, name_or(parent.name(), "parent"), {}},
        merged_{merged_into, name_or(merged_into.name(), "merged_into"), {}} {
    for (Link* link : {&parent_, &merged_}) {
      check_kind(*link);
      resolve(*link);
    }
  }

  /// Those of the account column, and after them those that are only named by others.
  const std::shared_ptr<const Ids>& ids() const { return ids_; }

  void check(fealty::detail::RowCheck& check) {
    check_own(check, parent_, "own_parent");
    check_own(check, merged_, "merged_into_itself");
    check_conflicts(check, parent_, "conflicting_parents");
    check_conflicts(check, merged_, "conflicting_merges");
    const std::string back = "leads back to its own account";
    check_cycles(check, merged_, links_of(check, merged_), "merge_cycle", back);
    check_cycles(check, parent_, links_of(check, parent_), "parent_cycle", back);
    final_account_ = ends_of(links_of(check, merged_));
    check_cycles(check, parent_, parents_after_merges(check), "merged_parent_cycle",
                 back + " through merges");
    topmost_parent_ = ends_of(parents_after_merges(check));
    for (std::uint32_t account = 0; account < topmost_parent_.size(); ++account)
      topmost_parent_[account] = topmost_parent_[final_account_[account]];
  }
  void note_unknown(fealty::detail::RowCheck& check, const std::vector<std::uint8_t>& has_row) const {
    note_unknown(check, parent_, "unknown_parent", has_row);
    note_unknown(check, merged_, "unknown_merge_target", has_row);
  }

  std::vector<std::uint32_t> take_final_account() { return std::move(final_account_); }
  std::vector<std::uint32_t> take_topmost_parent() { return std::move(topmost_parent_); }

 private:
  using RowCheck = fealty::detail::RowCheck;

  struct Link {
    const IdColumn& column;
    std::string name;
    std::vector<std::uint32_t> codes;  // of `ids_`, by row; empty without the column

    bool named(std::size_t row) const { return !codes.empty() && codes[row] != no_id; }
  };

  void check_kind(const Link& link) const {
    const Ids& own = *ids_;
    if (!link.column.present() || link.column.ids()->size() == 0 || own.size() == 0) return;
    if (link.column.ids()->is_text() != own.is_text())
      throw InvalidInput(
          {.who = "Accounts",
           .what = link.name,
           .where = {},
           .value = own.is_text() ? "integers" : "texts",
           .rule = fmt::format("does not match the {} of {}", own.is_text() ? "texts" : "integers",
                               name_or(account_.name(), "account"))});
  }

  /// Brings a column's codes into those of the accounts, which take in what they do not know.
  void resolve(Link& link) {
    if (!link.column.present()) return;
    const Ids& named = *link.column.ids();
    std::vector<std::uint32_t> code_of(named.size(), no_id);
    std::shared_ptr<Ids> more;
    for (const std::uint32_t code : link.column.codes()) {
      if (code != no_id && code_of[code] == no_id) {
        const auto find = [&](const Ids& in) {
          return named.is_text() ? in.find(named.view(code)) : in.find(named.number(code));
        };
        const auto known = find(more ? *more : *ids_);
        if (!known && !more) more = std::make_shared<Ids>(*ids_);
        code_of[code] = known             ? *known
                        : named.is_text() ? more->encode(named.view(code))
                                          : more->encode(named.number(code));
      }
      link.codes.push_back(code == no_id ? no_id : code_of[code]);
    }
    if (more) ids_ = std::move(more);
  }

  ErrorDetail says(const Link& link, std::size_t row, std::string rule) const {
    return {"", link.name, {}, ids_->text(link.codes[row]), std::move(rule)};
  }

  void check_own(RowCheck& check, const Link& link, const char* code) const {
    if (link.codes.empty()) return;
    check.rule(
        code, [&](std::size_t row) { return link.named(row) && link.codes[row] == account_.codes()[row]; },
        [&](std::size_t row) { return says(link, row, "is the account itself"); });
  }

  /// An account may name one other, in whichever of its rows. Where it names two, neither is taken.
  void check_conflicts(RowCheck& check, const Link& link, const char* code) const {
    if (link.codes.empty()) return;
    const auto accounts = account_.codes();
    std::vector<std::int64_t> first(ids_->size(), -1), second(ids_->size(), -1);
    for (std::size_t row = 0; row < account_.size(); ++row) {
      if (check.is_bad(row) || !link.named(row)) continue;
      std::int64_t& one = first[accounts[row]];
      if (one < 0) one = static_cast<std::int64_t>(row);
      else if (second[accounts[row]] < 0 && link.codes[static_cast<std::size_t>(one)] != link.codes[row])
        second[accounts[row]] = static_cast<std::int64_t>(row);
    }
    check.rule(
        code,
        [&](std::size_t row) { return !check.is_bad(row) && link.named(row) && second[accounts[row]] >= 0; },
        [&](std::size_t row) {
          const auto there = static_cast<std::size_t>(second[accounts[row]]);
          return says(link, row,
                      fmt::format("is not that of row {}, {}, for account {}", there,
                                  ids_->text(link.codes[there]), account_.text(row)));
        });
  }

  std::vector<std::uint32_t> links_of(const RowCheck& check, const Link& link) const {
    std::vector<std::uint32_t> links(ids_->size(), no_id);
    for (std::size_t row = 0; row < link.codes.size(); ++row)
      if (!check.is_bad(row) && link.named(row)) links[account_.codes()[row]] = link.codes[row];
    return links;
  }
  /// What became of an account's parent; none where the account took its own parent over.
  std::vector<std::uint32_t> parents_after_merges(const RowCheck& check) const {
    std::vector<std::uint32_t> parents = links_of(check, parent_);
    for (std::uint32_t account = 0; account < parents.size(); ++account) {
      const std::uint32_t parent = parents[account] == no_id ? no_id : final_account_[parents[account]];
      parents[account] = parent == account ? no_id : parent;
    }
    return parents;
  }

  void check_cycles(RowCheck& check, const Link& link, const std::vector<std::uint32_t>& links,
                    const char* code, const std::string& rule) const {
    if (link.codes.empty()) return;
    const std::vector<std::uint8_t> cycles = on_cycles(links);
    const auto accounts = account_.codes();
    check.rule(
        code,
        [&](std::size_t row) { return !check.is_bad(row) && link.named(row) && cycles[accounts[row]] != 0; },
        [&](std::size_t row) {
          return says(link, row, rule + ": " + cycle_text(*ids_, links, accounts[row]));
        });
  }

  void note_unknown(RowCheck& check, const Link& link, const char* code,
                    const std::vector<std::uint8_t>& has_row) const {
    if (link.codes.empty()) return;
    check.note(
        code, Severity::warning,
        [&](std::size_t row) { return link.named(row) && has_row[link.codes[row]] == 0; },
        [&](std::size_t row) { return says(link, row, "has no row of its own; it is used all the same"); });
  }

  const IdColumn& account_;
  std::shared_ptr<const Ids> ids_;
  Link parent_, merged_;
  std::vector<std::uint32_t> final_account_, topmost_parent_;
};

}  // namespace fealty::revenue::detail
