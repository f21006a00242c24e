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
#include <utility>
#include <variant>

#include "convert.hpp"

namespace fealty::python {

/// The rows of a table or a state, taken while the GIL is held: a state may grow meanwhile.
class LedgerSource {
 public:
  LedgerSource() = default;
  explicit LedgerSource(revenue::detail::SpanSource source) : source_(std::move(source)) {}

  const revenue::detail::SpanSource& source() const { return source_; }
  std::shared_ptr<const revenue::detail::MrrSpans> spans(const revenue::LedgerPolicy& policy = {}) const {
    return source_.spans(policy);
  }

 private:
  revenue::detail::SpanSource source_;
};
static_assert(revenue::MrrSource<LedgerSource>);

template <>
struct Python<LedgerSource> {
  using Any = Python<std::variant<const revenue::Subscriptions*, const revenue::MrrSnapshots*,
                                  const revenue::MrrChanges*, const revenue::LedgerState*>>;

  static LedgerSource read(py::handle value, const Place& place) {
    return std::visit(
        [&]<class T>(const T* table) {
          if constexpr (requires { table->source(); }) return LedgerSource(table->source());
          else return LedgerSource(shared(std::shared_ptr<const T>(object_of<T>(value))));
        },
        Any::read(value, place));
  }
  static std::string taken() { return Any::taken(); }

 private:
  /// What a ledger keeps of a table: the table itself, not a copy.
  template <class Table>
  static revenue::detail::SpanSource shared(std::shared_ptr<const Table> table) {
    revenue::detail::SpanSource source;
    if constexpr (requires { table->knows_subscriptions(); })
      source.subscriptions = table->knows_subscriptions();
    source.spans = [table = std::move(table)](const revenue::LedgerPolicy& policy) {
      return revenue::detail::spans_of(*table, policy);
    };
    return source;
  }
};

}  // namespace fealty::python
