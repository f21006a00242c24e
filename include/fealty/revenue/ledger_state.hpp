// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/partial_state.hpp>
#include <fealty/core/time_zone.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/row_rules.hpp>
#include <fealty/revenue/detail/state_rows.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The partial state of a ledger: rows of many tables, for mrr_ledger() to finish.
///
/// Tables of partitions, batches of a stream and states from other processes add up to the ledger of
/// all their rows, exactly and in any order. The rows of an account may be spread over states, except for
/// what policies read from several rows: with paid_through the rows of a subscription, or of an account
/// without any, belong in one table.
///
/// What rows come to is settled when they are added, by the state's policy: its time_zone, churn_date,
/// week_factor, day_factor, rounding, discount, metered, paused, past_due_days, unpaid, refund and free, and
/// its grain, where that is finer than accounts. A ledger of the state needs a policy that has these in
/// common with the state's; the rest is the ledger's to say. With the default policy neither needs one.
///
/// Rows are numbered in the order in which they were added, those of snapshots and changes by account and
/// date; only rows that count are. A column that some tables lack is unknown for their rows.
///
/// \code{.py}
/// state = ft.revenue.LedgerState(ft.revenue.LedgerPolicy(metered="included"))
/// state.update(ft.revenue.Subscriptions({"id": ["a"], "day": ["2024-01-10"], "mrr": [50.0], "kind":
///     ["metered"]}, account="id", start="day", mrr="mrr", kind="kind", currency="USD"))
/// ledger = ft.revenue.mrr_ledger(state, policy=ft.revenue.RevenuePolicy(ledger=state.policy))
/// assert ledger.periods.closing.tolist() == [50.0]
/// \endcode
class LedgerState {
 public:
  /// \param policy  by which rows are read
  /// \throws InvalidInput  for a policy that contradicts itself, or names no time zone
  explicit LedgerState(LedgerPolicy policy = {}) : policy_(std::move(policy)) {
    detail::check_policy("LedgerState", {.ledger = policy_});
    static_cast<void>(time_zone(policy_.time_zone));
    rows_.finer = detail::finer_than_account(policy_.grain);
  }

  /// Adds a table's rows.
  ///
  /// \throws InvalidInput  when its ids are texts and those of the state integers, or the other way
  ///                       round, on a grain that it has no column for; nothing is added then
  /// \throws Overflow      when a row's monthly amount leaves 64 bits
  template <MrrSource Table>
  void update(const Table& table) {
    rows_.append(*detail::spans_of(table, policy_));
  }
  /// Adds the rows of another state. The policy stays this one's.
  ///
  /// \throws InvalidInput  when the other's policy reads rows in another way, and as update()
  void merge(const LedgerState& other) {
    require_rules(other.policy_, policy_, "only states that read rows alike add up");
    rows_.append(other.rows_.spans());
  }

  /// Rows so far: one whose discount ends before the row does is one.
  std::size_t size() const { return rows_.rows(); }
  /// By which rows are read.
  const LedgerPolicy& policy() const { return policy_; }

  /// Deletes an account: the state, and its bytes, are then those of tables without it, and the rows after
  /// its own are numbered anew. Ledgers, copies and bytes that were made before still hold it.
  ///
  /// \param account  its id
  /// \returns        rows deleted; 0 for an account that is not there, so that a request can be repeated
  /// \throws InvalidInput  for a text when ids are integers, or the other way round
  std::size_t erase(std::string_view account) { return erase_id(account); }
  std::size_t erase(std::int64_t account) { return erase_id(account); }

  /// Gives an account's rows to an id that says nothing; every number stays as it is.
  ///
  /// Other states that hold the account, and closed periods, need the same alias, and states that are merged
  /// later different ones for different accounts: give these an alias. At a finer grain the subscriptions and
  /// items that no other account has are renamed in the same way: states that share them are to be merged
  /// before.
  ///
  /// \param account  its id
  /// \param alias    an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …
  /// \returns        rows that bear the alias now, and the alias; 0 and none for an account that is not there
  /// \throws InvalidInput  for an alias that is there, for an id of the other kind
  Anonymized<std::string> anonymize(std::string_view account, std::optional<std::string_view> alias = {}) {
    return anonymize_id(account, alias);
  }
  Anonymized<std::int64_t> anonymize(std::int64_t account, std::optional<std::int64_t> alias = {}) {
    return anonymize_id(account, alias);
  }

  /// The state as bytes of version 2, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back. Bytes of version 1 are of the default policy.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static LedgerState deserialize(std::span<const std::uint8_t> bytes);

  /// What the rows come to.
  std::shared_ptr<const detail::MrrSpans> spans() const {
    return std::make_shared<const detail::MrrSpans>(rows_.spans());
  }
  /// The same for a ledger's policy.
  ///
  /// \throws InvalidInput  when it reads rows in another way than the state's
  std::shared_ptr<const detail::MrrSpans> spans(const LedgerPolicy& policy) const {
    require_rules(policy, policy_, ledger_rule);
    return spans();
  }
  /// The rows as they are now, for ledgers of several policies.
  detail::SpanSource source() const {
    detail::SpanSource source;
    source.spans = [rows = spans(), own = policy_](const LedgerPolicy& policy) {
      require_rules(policy, own, ledger_rule);
      return rows;
    };
    source.rules = policy_;
    return source;
  }

 private:
  static constexpr const char* ledger_rule =
      "make the state with the ledger's policy, or the ledger with the state's";

  static void require_rules(const LedgerPolicy& other, const LedgerPolicy& own, const char* advice) {
    if (const auto difference = detail::rule_difference(other, own))
      throw InvalidInput(
          {.who = "LedgerState",
           .what = difference->field,
           .where = {},
           .value = difference->left,
           .rule = fmt::format("differs from the state's, which is {}; {}", difference->right, advice)});
  }
  template <class Id>
  std::size_t erase_id(Id account);
  template <class Id>
  Anonymized<detail::KeptId<Id>> anonymize_id(Id account, const std::optional<Id>& alias);

  LedgerPolicy policy_;
  detail::StateRows rows_;
};
static_assert(PartialState<LedgerState, Subscriptions>);

}  // namespace fealty::revenue

#include <fealty/revenue/detail/state_accounts.hpp>
#include <fealty/revenue/detail/state_bytes.hpp>
