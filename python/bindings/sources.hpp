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
  explicit LedgerSource(Spans spans) : spans_(std::move(spans)) {}
  explicit LedgerSource(std::shared_ptr<const revenue::Subscriptions> rows)
      : spans_(rows->spans()), rows_(std::move(rows)) {}
  const Spans& spans() const { return spans_; }
  Spans spans(const revenue::LedgerPolicy& policy) const {
    return rows_ ? rows_->spans(policy) : revenue::detail::account_spans(spans_, policy);
  }
  bool knows_subscriptions() const { return rows_ && rows_->knows_subscriptions(); }

 private:
  Spans spans_;
  std::shared_ptr<const revenue::Subscriptions> rows_;  // which are other spans under other policies
};
static_assert(revenue::MrrSource<LedgerSource>);

template <>
struct Python<LedgerSource> {
  using Any = Python<std::variant<const revenue::Subscriptions*, const revenue::MrrSnapshots*,
                                  const revenue::MrrChanges*, const revenue::LedgerState*>>;

  static LedgerSource read(py::handle value, const Place& place) {
    if (py::isinstance<revenue::Subscriptions>(value))
      return LedgerSource(object_of<revenue::Subscriptions>(value));
    return std::visit([](const auto* source) { return LedgerSource(source->spans()); },
                      Any::read(value, place));
  }
  static std::string taken() { return Any::taken(); }
};

}  // namespace fealty::python
