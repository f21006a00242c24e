// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/partial_state.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
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
/// all their rows, exactly and in any order. The rows of an account may be spread over states. Rows are
/// numbered in the order in which they were added; only rows that count are, and one whose discount ends
/// before the row does is two.
class LedgerState {
 public:
  /// Adds a table's rows.
  ///
  /// \throws InvalidInput  when its ids are texts and those of the state integers, or the other way
  ///                       round; nothing is added then
  template <MrrSource Table>
  void update(const Table& table) {
    append(*table.spans());
  }
  /// Adds the rows of another state.
  ///
  /// \throws InvalidInput  as update()
  void merge(const LedgerState& other) { append(*other.spans()); }

  /// Rows so far.
  std::size_t size() const { return account_.size(); }

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
  /// later different ones for different accounts: give these an alias.
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

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static LedgerState deserialize(std::span<const std::uint8_t> bytes);

  std::shared_ptr<const detail::MrrSpans> spans() const;

 private:
  void append(const detail::MrrSpans& spans);
  std::uint16_t currency_index(const Currency& currency);
  void check(const ByteReader& reader) const;
  template <class Id>
  std::size_t erase_id(Id account);
  template <class Id>
  Anonymized<detail::KeptId<Id>> anonymize_id(Id account, const std::optional<Id>& alias);
  void forget_unused_currencies();

  Ids ids_;
  std::vector<Currency> currencies_;
  std::vector<std::uint32_t> account_;
  std::vector<std::int32_t> start_, end_;
  std::vector<std::int64_t> amount_;
  std::vector<std::uint16_t> currency_;
};
static_assert(PartialState<LedgerState, Subscriptions>);

inline std::uint16_t LedgerState::currency_index(const Currency& currency) {
  const auto index = std::find(currencies_.begin(), currencies_.end(), currency) - currencies_.begin();
  if (index == std::ssize(currencies_)) currencies_.push_back(currency);
  return static_cast<std::uint16_t>(index);
}

inline void LedgerState::append(const detail::MrrSpans& spans) {
  if (!spans.ids) return;
  if (ids_.size() > 0 && spans.ids->size() > 0 && ids_.is_text() != spans.ids->is_text())
    throw InvalidInput({.who = "LedgerState",
                        .what = "account",
                        .where = {},
                        .value = spans.ids->is_text() ? "texts" : "integers",
                        .rule = ids_.is_text() ? "do not fit the state's ids, which are texts"
                                               : "do not fit the state's ids, which are integers"});
  std::vector<std::uint32_t> code_of(spans.ids->size());
  for (std::uint32_t code = 0; code < code_of.size(); ++code)
    code_of[code] =
        spans.ids->is_text() ? ids_.encode(spans.ids->view(code)) : ids_.encode(spans.ids->number(code));
  std::vector<std::uint16_t> currency_of;
  for (const auto& currency : spans.currencies) currency_of.push_back(currency_index(currency));
  const std::size_t rows = size() + spans.size();
  account_.reserve(rows);
  start_.reserve(rows);
  end_.reserve(rows);
  amount_.reserve(rows);
  currency_.reserve(rows);
  // Nothing below throws, so that a state is never left with columns of different lengths.
  for (std::size_t i = 0; i < spans.size(); ++i) {
    account_.push_back(code_of[spans.account[i]]);
    currency_.push_back(currency_of[spans.currency.present() ? spans.currency[i] : 0]);
  }
  const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  add(start_, spans.start.values());
  add(end_, spans.end.values());
  add(amount_, spans.amount.values());
}

inline std::shared_ptr<const detail::MrrSpans> LedgerState::spans() const {
  auto spans = std::make_shared<detail::MrrSpans>();
  spans->ids = std::make_shared<const Ids>(ids_);
  spans->account = std::vector<std::uint32_t>(account_);
  spans->start = std::vector<std::int32_t>(start_);
  spans->end = std::vector<std::int32_t>(end_);
  spans->amount = std::vector<std::int64_t>(amount_);
  spans->currency = std::vector<std::uint16_t>(currency_);
  spans->currencies = currencies_;
  spans->look_at_amounts();
  return spans;
}

inline std::vector<std::uint8_t> LedgerState::serialize() const {
  ByteWriter writer("LedgerState", 1);
  writer.write(static_cast<std::uint8_t>(ids_.is_text()));
  writer.write(static_cast<std::uint64_t>(ids_.size()));
  for (std::uint32_t code = 0; code < ids_.size(); ++code)
    ids_.is_text() ? writer.write_text(ids_.view(code)) : writer.write(ids_.number(code));
  writer.write(static_cast<std::uint64_t>(currencies_.size()));
  for (const auto& currency : currencies_) writer.write_text(currency.code());
  writer.write_all(std::span<const std::uint32_t>(account_));
  writer.write_all(std::span<const std::int32_t>(start_));
  writer.write_all(std::span<const std::int32_t>(end_));
  writer.write_all(std::span<const std::int64_t>(amount_));
  writer.write_all(std::span<const std::uint16_t>(currency_));
  return writer.take();
}

inline LedgerState LedgerState::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes, "LedgerState", 1);
  LedgerState state;
  const bool text = reader.read<std::uint8_t>() != 0;
  const auto ids = reader.read<std::uint64_t>();
  for (std::uint64_t code = 0; code < ids; ++code)
    if ((text ? state.ids_.encode(reader.read_text()) : state.ids_.encode(reader.read<std::int64_t>())) !=
        code)
      reader.refuse("repeats an account id");
  const auto currencies = reader.read<std::uint64_t>();
  for (std::uint64_t i = 0; i < currencies; ++i) {
    const auto known = try_currency(reader.read_text());
    if (!known) reader.refuse("names a currency that ISO 4217 lacks");
    if (std::find(state.currencies_.begin(), state.currencies_.end(), *known) != state.currencies_.end())
      reader.refuse("repeats a currency");
    state.currencies_.push_back(*known);
  }
  state.account_ = reader.read_all<std::uint32_t>();
  state.start_ = reader.read_all<std::int32_t>();
  state.end_ = reader.read_all<std::int32_t>();
  state.amount_ = reader.read_all<std::int64_t>();
  state.currency_ = reader.read_all<std::uint16_t>();
  reader.finish();
  state.check(reader);
  return state;
}

inline void LedgerState::check(const ByteReader& reader) const {
  const std::size_t rows = account_.size();
  if (start_.size() != rows || end_.size() != rows || amount_.size() != rows || currency_.size() != rows)
    reader.refuse("holds columns of different lengths");
  bool any_negative = false;
  for (std::size_t i = 0; i < rows; ++i) {
    const bool closed = end_[i] != open;
    if (account_[i] >= ids_.size() || currency_[i] >= currencies_.size() || start_[i] < min_day ||
        start_[i] > max_day || (closed && (end_[i] < start_[i] || end_[i] > max_day)) ||
        amount_[i] == std::numeric_limits<std::int64_t>::min())
      reader.refuse(fmt::format("holds a row, {}, that no table has", i));
    any_negative |= amount_[i] < 0;
  }
  if (!any_negative) return;
  if (const auto account = detail::account_below_zero(*spans()))
    reader.refuse(fmt::format("takes account {} below 0", ids_.text(*account)));
}

}  // namespace fealty::revenue

#include <fealty/revenue/detail/state_accounts.hpp>
