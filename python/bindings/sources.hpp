// SPDX-License-Identifier: MIT
// The tables and states that a ledger can be made of, as one argument.
#pragma once

#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/snapshots.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <variant>

#include "convert.hpp"

namespace fealty::python {

/// The rows of a table or a state, taken while the GIL is held: a state may grow meanwhile. A table's
/// rows depend on the policy; the call keeps it alive.
class LedgerSource {
 public:
  using Spans = std::shared_ptr<const revenue::detail::MrrSpans>;

  LedgerSource() = default;
  template <class Table>
  explicit LedgerSource(const Table& table) : spans_(table.spans()) {
    if constexpr (std::is_same_v<Table, revenue::Subscriptions>) rows_ = &table;
  }
  const Spans& spans() const { return spans_; }
  Spans spans(const revenue::LedgerPolicy& policy) const {
    return rows_ != nullptr ? rows_->spans(policy) : revenue::detail::account_spans(spans_, policy);
  }

 private:
  Spans spans_;
  const revenue::Subscriptions* rows_ = nullptr;
};
static_assert(revenue::MrrSource<LedgerSource>);

template <>
struct Python<LedgerSource> {
  using Any = Python<std::variant<const revenue::Subscriptions*, const revenue::MrrSnapshots*,
                                  const revenue::MrrChanges*, const revenue::LedgerState*>>;

  static LedgerSource read(py::handle value, const Place& place) {
    return std::visit([](const auto* source) { return LedgerSource(*source); }, Any::read(value, place));
  }
  static std::string taken() { return Any::taken(); }
};

}  // namespace fealty::python
