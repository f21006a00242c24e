// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// The days on which each account of some snapshots had an outcome of one kind.
class AccountOutcomes {
 public:
  AccountOutcomes(const char* who, const SnapshotData& snapshots, const OutcomeData& outcomes,
                  const std::optional<std::string>& kind)
      : who_(who), snapshots_(snapshots), outcomes_(outcomes) {
    if (!fealty::detail::comparable(*snapshots.accounts, *outcomes.accounts))
      throw InvalidInput(
          {.who = who,
           .what = "account",
           .where = {},
           .value = outcomes.accounts->is_text() ? "texts of outcomes" : "integers of outcomes",
           .rule = outcomes.accounts->is_text() ? "do not fit the integers of snapshots"
                                                : "do not fit the texts of snapshots"});
    const std::uint32_t wanted = find_kind(kind);
    const std::vector<std::uint32_t> code =
        fealty::detail::match_codes(*snapshots.accounts, *outcomes.accounts);
    std::vector<std::uint8_t> has_snapshots(snapshots.accounts->size());
    for (const SnapshotRow& row : snapshots.rows) has_snapshots[row.account] = 1;
    begin_.assign(snapshots.accounts->size(), 0);
    end_.assign(snapshots.accounts->size(), 0);
    for (const OutcomeRow& row : outcomes.rows) {
      if (kind && row.kind != wanted) continue;
      const std::uint32_t account = code[row.account];
      if (account == no_id || has_snapshots[account] == 0) {
        without_snapshot_.push_back(row.row);
        continue;
      }
      if (end_[account] == 0) begin_[account] = days_.size();
      days_.push_back(row.date);
      rows_.push_back(row.row);
      end_[account] = days_.size();
    }
    note();
  }

  /// Ascending.
  std::span<const std::int32_t> of(std::uint32_t account) const {
    return std::span(days_).subspan(begin_[account], end_[account] - begin_[account]);
  }
  std::vector<Finding> take_findings() { return std::move(findings_); }

 private:
  /// The code of the kind; one that no row has where there is none.
  std::uint32_t find_kind(const std::optional<std::string>& kind) {
    if (!kind) return no_id;
    if (!outcomes_.kinds)
      throw InvalidInput({.who = who_,
                          .what = "kind",
                          .where = {},
                          .value = "\"" + *kind + "\"",
                          .rule = "was asked for; the outcomes have no column kind"});
    for (std::uint32_t code = 0; code < outcomes_.kinds->size(); ++code)
      if (outcomes_.kinds->text(code) == *kind) return code;
    say("unknown_kind", Severity::warning, {}, fmt::format("no outcome is of the kind \"{}\"", *kind));
    return no_id - 1;
  }
  void say(const char* code, Severity severity, std::vector<std::int64_t> rows, const std::string& message) {
    std::sort(rows.begin(), rows.end());
    findings_.push_back({code, severity, std::move(rows), fmt::format("{}: {}", who_, message)});
  }
  /// Tells of outcomes that no snapshot can foretell.
  void note() {
    std::vector<std::int64_t> before;
    for (std::size_t i = 0; i < snapshots_.rows.size(); ++i) {
      const SnapshotRow& first = snapshots_.rows[i];
      if (i > 0 && snapshots_.rows[i - 1].account == first.account) continue;
      for (std::size_t at = begin_[first.account]; at < end_[first.account]; ++at)
        if (days_[at] <= first.as_of) before.push_back(rows_[at]);
    }
    const std::size_t all = days_.size() + without_snapshot_.size();
    const bool nothing_common = days_.empty() && !without_snapshot_.empty() && !snapshots_.rows.empty();
    if (nothing_common)
      say("no_common_account", Severity::warning, {},
          "no account of the outcomes has a snapshot; are ids written differently?");
    if (!without_snapshot_.empty() && !nothing_common)
      say("outcome_without_snapshot", Severity::warning, without_snapshot_,
          fmt::format("{} of {} outcomes are of accounts without a snapshot; nothing foretold them",
                      without_snapshot_.size(), all));
    if (!before.empty())
      say("outcome_before_snapshots", Severity::warning, before,
          fmt::format("{} of {} outcomes lie on or before the first snapshot of their account; nothing "
                      "foretold them",
                      before.size(), all));
  }

  const char* who_;
  const SnapshotData& snapshots_;
  const OutcomeData& outcomes_;
  std::vector<std::size_t> begin_, end_;  // by account
  std::vector<std::int32_t> days_;
  std::vector<std::int64_t> rows_;  // of the outcomes, likewise
  std::vector<std::int64_t> without_snapshot_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::health::detail
