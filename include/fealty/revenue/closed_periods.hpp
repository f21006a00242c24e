// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/closed_data.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// Settings of close_periods().
struct CloseOptions {
  std::string through =
      {};  ///< the last period to close, such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
  std::string policy = {};  ///< a text that stands for the conventions, to be told from others by extend()
};

/// Settings of ClosedPeriods::extend().
struct ExtendOptions {
  std::string through = {};  ///< the last period to close, as with close_periods()
  bool accept_restatements =
      false;                ///< whether what has changed in closed periods is closed anew, and logged
  std::string policy = {};  ///< refused unless it is the text they were closed with; "" asks nothing
};

/// What moved in closed periods, by period, then by account id, then by kind.
struct ClosedMovements {
  DateColumn period;                    ///< first day of the period
  IdColumn account;                     ///< whose MRR moved
  std::vector<MovementKind> kind;       ///< what happened
  MoneyColumn amount;                   ///< by how much
  std::vector<std::int64_t> movements;  ///< in how many movements: one, unless each event is one

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("account", self.account);
    f("kind", self.kind);
    f("amount", self.amount);
    f("movements", self.movements);
  }
};

/// Movements that are no longer what was closed, by period, then by account id, then by kind. Their sums are
/// those of the periods, exactly.
struct RestatedMovements {
  DateColumn period;               ///< first day of the period
  IdColumn account;                ///< whose MRR moved
  std::vector<MovementKind> kind;  ///< what happened
  MoneyColumn closed;              ///< the amount that was closed
  MoneyColumn restated;            ///< the amount now
  MoneyColumn difference;          ///< restated - closed
  std::vector<std::int64_t>
      closed_movements;  ///< how many movements were closed; a free account's have no amount
  std::vector<std::int64_t> restated_movements;  ///< how many there are now

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("account", self.account);
    f("kind", self.kind);
    f("closed", self.closed);
    f("restated", self.restated);
    f("difference", self.difference);
    f("closed_movements", self.closed_movements);
    f("restated_movements", self.restated_movements);
  }
};

/// Cells of closed periods that are no longer what was closed, by period and then by cell.
struct RestatedPeriods {
  DateColumn period;                            ///< first day of the period
  std::vector<LedgerCell> cell;                 ///< which number
  MoneyColumn closed;                           ///< the amount that was closed
  MoneyColumn restated;                         ///< the amount now
  MoneyColumn difference;                       ///< restated - closed
  std::vector<std::int64_t> closed_accounts;    ///< how many accounts were closed
  std::vector<std::int64_t> restated_accounts;  ///< how many there are now

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("cell", self.cell);
    f("closed", self.closed);
    f("restated", self.restated);
    f("difference", self.difference);
    f("closed_accounts", self.closed_accounts);
    f("restated_accounts", self.restated_accounts);
  }
};

/// What restatements() returns; both are empty when nothing has changed.
struct Restatements {
  RestatedMovements movements;  ///< by account
  RestatedPeriods periods;      ///< as a whole
};

/// The restatements that were accepted, in the order of their acceptance.
struct AcceptedRestatements {
  std::vector<std::int64_t> acceptance;  ///< 1 for those of the first extend() that accepted any, and so on
  DateColumn through;                    ///< last day of the periods that it closed
  RestatedMovements movements;           ///< what was accepted

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("acceptance", self.acceptance);
    f("through", self.through);
    RestatedMovements::each_column(self.movements, std::forward<F>(f));
  }
};

/// The numbers of periods that were reported, pinned: they stay what they are, whatever rows come late.
class ClosedPeriods {
 public:
  explicit ClosedPeriods(detail::ClosedData data) : data_(std::move(data)) {}

  /// The last closed day.
  Date through() const { return {data_.periods.period_end.days.back()}; }
  /// The ledger's rows as they were closed.
  const LedgerPeriods& periods() const { return data_.periods; }
  /// What moved, as it was closed.
  ClosedMovements movements() const;
  /// The currency of every amount.
  Currency currency() const { return data_.currency; }
  /// The text that was given for the conventions.
  const std::string& policy() const { return data_.policy; }
  /// The log of restatements that were accepted.
  AcceptedRestatements accepted() const;

  /// Closes further periods. The closed ones have to be unchanged; or else what has changed is accepted,
  /// logged and closed anew. With `through` the last closed period, it accepts without closing more.
  ///
  /// \param ledger   of the same periods and currency
  /// \param options  how far, and whether restatements are accepted
  /// \throws InvalidInput  as close_periods(); when a closed number has changed and that is not accepted;
  /// when
  ///                       later periods are closed already; for another policy. Nothing is changed then
  void extend(const MrrLedger& ledger, const ExtendOptions& options);

  /// The closed periods as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads them back.
  ///
  /// \throws InvalidInput  for bytes that are no closed periods, that are cut short or of a newer version,
  /// and
  ///                       for numbers that do not add up
  static ClosedPeriods deserialize(std::span<const std::uint8_t> bytes);

  /// Deletes an account: the numbers, the log and the bytes are then as if it had never been there.
  ///
  /// \param account  its id
  /// \returns        movements deleted, those of the log included; 0 for an account that is not there
  /// \throws InvalidInput  for a text when ids are integers, or the other way round
  std::size_t erase(std::string_view account) { return erase_id(account); }
  std::size_t erase(std::int64_t account) { return erase_id(account); }

  /// Gives an account's movements to an id that says nothing; every number stays as it is. It has to be the
  /// alias that the account has in the ledger's rows: otherwise the one account is restated as the other.
  ///
  /// \param account  its id
  /// \param alias    an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …
  /// \returns        movements that bear the alias now, those of the log included, and the alias
  /// \throws InvalidInput  for an alias that is there, for an id of the other kind
  Anonymized<std::string> anonymize(std::string_view account, std::optional<std::string_view> alias = {}) {
    return anonymize_id(account, alias);
  }
  Anonymized<std::int64_t> anonymize(std::int64_t account, std::optional<std::int64_t> alias = {}) {
    return anonymize_id(account, alias);
  }

  const detail::ClosedData& data() const { return data_; }

 private:
  template <class Id>
  std::size_t erase_id(Id account);
  template <class Id>
  Anonymized<detail::KeptId<Id>> anonymize_id(Id account, const std::optional<Id>& alias);

  detail::ClosedData data_;
};

/// Pins the numbers of every period up to one, as they are reported: by period, account and kind.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  how far
/// \returns        the closed numbers, for restatements() to hold later ledgers against
/// \throws InvalidInput  when the ledger has no such period, or knows only a part of it
inline ClosedPeriods close_periods(const MrrLedger& ledger, const CloseOptions& options) {
  const Date through = detail::closing_day("close_periods", ledger, options.through);
  detail::ClosedData data = detail::closed_data(ledger, through);
  data.policy = options.policy;
  return ClosedPeriods(std::move(data));
}

/// Every difference between what was closed and what a ledger says now of the same periods, and of those
/// before them.
///
/// \param ledger  of the same periods and currency, that knows the closed periods to their end
/// \param closed  as made by close_periods()
/// \returns       the differences by account, and by period; none when nothing has changed
/// \throws InvalidInput  when the ledger has other periods, another currency or ids of another kind, or ends
///                       before the closed periods do
/// \throws Overflow      when a difference leaves 64 bits
Restatements restatements(const MrrLedger& ledger, const ClosedPeriods& closed);

}  // namespace fealty::revenue

#include <fealty/revenue/detail/closed_accounts.hpp>
#include <fealty/revenue/detail/closed_bytes.hpp>
#include <fealty/revenue/detail/make_restatements.hpp>
