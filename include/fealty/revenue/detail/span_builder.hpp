// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/mrr_spans.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Collects spans one by one.
class SpanBuilder {
 public:
  bool annual = false, signed_on = false, cancel_requested = false, quantity = false;  // what is known

  void reserve(std::size_t spans) {
    account_.reserve(spans);
    currency_.reserve(spans);
    start_.reserve(spans);
    end_.reserve(spans);
    amount_.reserve(spans);
    row_.reserve(spans);
  }
  void push(const Span& span) {
    account_.push_back(span.account);
    currency_.push_back(span.currency);
    start_.push_back(span.start);
    end_.push_back(span.end);
    amount_.push_back(span.amount);
    row_.push_back(span.row);
    if (annual) annual_.push_back(span.annual ? 1 : 0);
    if (signed_on) signed_on_.push_back(span.signed_on);
    if (cancel_requested) cancel_requested_.push_back(span.cancel_requested);
    if (quantity) quantity_.push_back(span.quantity);
  }
  MrrSpans take(std::shared_ptr<const Ids> ids, std::vector<Currency> currencies, bool several) {
    MrrSpans spans;
    spans.ids = std::move(ids);
    spans.account = std::move(account_);
    spans.start = std::move(start_);
    spans.end = std::move(end_);
    spans.amount = std::move(amount_);
    spans.row = std::move(row_);
    if (several) spans.currency = std::move(currency_);
    spans.currencies = std::move(currencies);
    if (annual) spans.annual = std::move(annual_);
    if (signed_on) spans.signed_on = std::move(signed_on_);
    if (cancel_requested) spans.cancel_requested = std::move(cancel_requested_);
    if (quantity) spans.quantity = std::move(quantity_);
    spans.look_at_amounts();
    return spans;
  }

 private:
  std::vector<std::uint32_t> account_;
  std::vector<std::uint16_t> currency_;
  std::vector<std::int32_t> start_, end_, signed_on_, cancel_requested_;
  std::vector<std::int64_t> amount_, row_, quantity_;
  std::vector<std::uint8_t> annual_;
};

}  // namespace fealty::revenue::detail
