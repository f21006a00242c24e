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
  using Spans = std::shared_ptr<const revenue::detail::MrrSpans>;

  LedgerSource() = default;
  explicit LedgerSource(revenue::detail::SpanSource source) : source_(std::move(source)) {}
  Spans spans() const { return spans({}); }
  Spans spans(const revenue::LedgerPolicy& policy) const { return source_.spans(policy); }
  const revenue::detail::SpanSource& source() const { return source_; }

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
        [](const auto* table) { return LedgerSource(revenue::detail::source_of(*table)); },
        Any::read(value, place));
  }
  static std::string taken() { return Any::taken(); }
};

}  // namespace fealty::python
